//! The ledger: its rows, what each format makes of them, and the way back.

mod back;
mod formats;
mod rows;

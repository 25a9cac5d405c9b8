//! The ledger: its rows, what each format makes of them, and the way back.

mod formats;
mod rows;

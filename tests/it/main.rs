//! One test binary.

mod algebra;
mod export;
mod inventory;
mod markdown;
mod terminal;
mod whims;
mod wrong;

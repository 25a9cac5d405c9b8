//! One test binary.

mod algebra;
mod inventory;
mod terminal;
mod whims;
mod wrong;

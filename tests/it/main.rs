//! One test binary.

mod algebra;
mod inventory;
mod layers;
mod rust_text;
mod terminal;
mod whims;
mod wrong;

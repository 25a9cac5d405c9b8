//! One test binary.

mod layers;
mod rust_text;
mod terminal;

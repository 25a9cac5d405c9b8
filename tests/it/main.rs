//! One test binary.

mod terminal;

//! One test binary.

mod algebra;
mod cli;
mod export;
mod harness;
mod inventory;
mod markdown;
mod schema;
mod schemas;
mod terminal;
mod whims;
mod wrong;

//! One test binary.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod algebra;
mod cli;
mod export;
mod harness;
mod inventory;
mod layers;
mod markdown;
mod outlines;
mod replay;
mod reports;
mod rust_text;
mod schema;
mod schemas;
mod terminal;
mod whims;
mod wrong;

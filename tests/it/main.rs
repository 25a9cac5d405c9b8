//! One test binary.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod algebra;
mod export;
mod inventory;
mod layers;
mod markdown;
mod outlines;
mod reports;
mod rust_text;
mod store;
mod terminal;
mod whims;
mod wrong;

//! One test binary.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod algebra;
mod chrome;
mod cli;
mod cursor;
mod docs;
mod editing;
mod export;
mod harness;
mod inventory;
mod layers;
mod life;
mod markdown;
mod outlines;
mod pastes;
mod replay;
mod reports;
mod rules;
mod rust_text;
mod schema;
mod schemas;
mod screens;
mod stage;
mod store;
mod terminal;
mod typed_seed;
mod update;
mod whims;
mod window;
mod wrong;

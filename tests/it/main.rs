//! One test binary.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod algebra;
mod branches;
mod chrome;
mod cli;
mod cursor;
mod docs;
mod editing;
mod export;
mod forms;
mod gallery;
mod harness;
mod hostile;
mod html;
mod inventory;
mod kill;
mod layers;
mod ledger;
mod life;
mod long_texts;
mod markdown;
mod outlines;
mod pastes;
mod plain;
mod preview;
mod privacy;
mod replay;
mod reports;
mod rubrics;
mod rules;
mod rust_text;
mod schema;
mod schemas;
mod screens;
mod settings;
mod stage;
mod store;
mod terminal;
mod themes;
mod typed_seed;
mod update;
mod whims;
mod window;
mod wrong;

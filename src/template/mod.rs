//! What a kind of report asks for: its sections, its dimensions and its questions.
//!
//! The built-in kinds are TOML files under `packs/`; a writer's own kind is one such file (`docs/templates.md`).
//! This layer computes only: it takes text and answers values, never opens a file, never asks anybody anything.

pub mod model;
pub mod questions;

pub mod packs;
pub mod parse;
pub mod write;

pub mod error;
pub mod messages;
pub mod nearest;

mod reader;
mod roles;
#[cfg(test)]
mod tests;

pub use error::Fault;
pub use error::Shape;
pub use error::Syntax;
pub use error::TemplateError;
pub use model::DimensionSpec;
pub use model::Length;
pub use model::SectionSpec;
pub use model::Template;
pub use packs::Pack;
pub use packs::TEMPLATES;
pub use packs::built_in;
pub use packs::find;
pub use packs::source_text;
pub use parse::check;
pub use parse::parse;
pub use questions::Prompt;
pub use questions::Questions;
pub use write::to_toml;

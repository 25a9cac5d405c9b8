//! What a kind of report asks for: its sections, its dimensions and its questions.
//!
//! The built-in kinds are TOML files under `packs/`; a writer's own kind is one such file (`docs/templates.md`).
//! This layer computes: it takes text and answers values, and never asks anybody anything. Only `library` opens files,
//! those of the folder of the writer's own kinds.

pub mod branches;
pub mod checks;
pub mod model;
pub mod questions;

pub mod packs;
pub mod parse;
pub mod write;

pub mod library;
pub mod shelf;

pub mod fits;
pub mod notice;

pub mod error;
pub mod messages;
pub mod nearest;

pub(crate) mod reader;
pub(crate) mod roles;
#[cfg(test)]
mod tests;

pub use checks::CHECKS;
pub use checks::Checks;
pub use checks::Level;
pub use error::Fault;
pub use error::Shape;
pub use error::Syntax;
pub use error::TemplateError;
pub use fits::Fit;
pub use fits::better_fit;
pub use library::Unread;
pub use library::WhyUnread;
pub use model::BranchSpec;
pub use model::DimensionSpec;
pub use model::Length;
pub use model::SectionSpec;
pub use model::Template;
pub use packs::Pack;
pub use packs::TEMPLATES;
pub use packs::built_in;
pub use parse::check;
pub use parse::parse;
pub use questions::Prompt;
pub use questions::Questions;
pub use shelf::find;
pub use shelf::language_of;
pub use shelf::source_text;
pub use write::to_toml;

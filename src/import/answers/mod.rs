//! THE ANSWER FILE: the words of a report by name, in JSON (`docs/answers.schema.json`).
//!
//! [`read()`] gives what the file says or everything wrong with it; [`Answers::fill`] puts that into the empty
//! report of a template; [`to_answers`] writes the file of an outline. Reading what was written gives the outline
//! again. No word is changed on the way in but for invisible control characters, which a remark tells of, and the
//! line ends of Windows, which become those of everybody else.

pub mod error;
pub mod messages;

mod fill;
mod items;
mod items_out;
mod json;
mod keys;
mod read;
#[cfg(test)]
mod tests;
mod walk;
mod write;

pub use error::{AnswerError, Fault, Kind};
pub use fill::Answers;
pub use json::Syntax;
pub use read::{is_meant, read};
pub use write::to_answers;

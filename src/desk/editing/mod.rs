//! THE EDITING FILE: a draft, or one of its texts, as a file for the writer's own editor, and back without loss.
//!
//! The whole draft is Markdown: headings to find one's way, and before each text a line that carries its address,
//! `<!-- [passage 17] 问题1 事例 -->`. What stands below such a line, up to the next, is the text. Reading it back
//! gives the one [`Change`](crate::draft::Change) that makes the draft read so, with a splice for every text that
//! was changed, or an [`EditFault`] that names the line and what to do; then nothing is changed. Nothing is
//! guessed: a line that is neither text nor one of the lines written here is a fault, so that no word typed in a
//! wrong place is lost. This layer runs no editor and opens no file.
//!
//! # What survives an editor
//!
//! - Line ends of any system, a byte order mark, a missing last line end.
//! - Blank lines before and behind a text are the layout of the file: what of them the draft has stays as it is.
//! - Control characters other than tab, and Unicode's line separators, are written as `<!--[u+000d]-->`.
//! - Text that looks like such a line gets a backslash before its bracket, which goes when it is read.
//!
//! # Limits
//!
//! Items can be neither added nor taken out, moved or linked. Blanks at line ends are text: an editor that takes
//! them away changes the draft. The file does not know the draft it was written from: read it into that one.

mod fault;
mod guide;
pub mod messages;
mod one_field;
mod quote;
mod read;
mod settle;
#[cfg(test)]
mod tests;
mod write;

pub(super) use guide::names;

pub use fault::EditFault;
pub use fault::decode;
pub use one_field::{field_from_text, field_to_text};
pub use read::from_text;
pub use write::to_text;

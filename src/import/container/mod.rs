//! CONTAINERS AND ENCODINGS: the bytes of a foreign file as a [`Manuscript`], one file a kind.
//!
//! [`read()`] looks at the bytes, not at the ending of the name, and takes plain text in the encodings that Chinese
//! texts come in, Markdown, and Word documents. It never drops a word: what has no line of the text stands in a
//! line beside it or in a remark. Other kinds are refused with what to do instead. What a line means is not asked
//! here.

pub mod messages;

mod docx;
mod encoding;
mod kind;
mod markdown;
mod notice;
mod plain;
mod signs;
#[cfg(test)]
mod tests;
mod text;
mod unreadable;

pub use notice::Noticed;
pub use unreadable::{Foreign, Unreadable};

use super::Manuscript;
use kind::Kind;

/// Reads the bytes of a file. `name` is what it is called, a hint only; empty where it has no name.
///
/// # Errors
/// The bytes are of a kind that cannot be read here, or are damaged, locked or too large. No text is ever refused
/// for its words.
pub fn read(bytes: &[u8], name: &str) -> Result<Manuscript, Unreadable> {
    match kind::of(bytes)? {
        Kind::Text => Ok(text::read(bytes, name)),
        Kind::Zip => docx::read(bytes),
    }
}

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

use std::path::Path;

use super::Manuscript;
use kind::Kind;

/// The endings that the names of files with a report have.
const ENDINGS: &[&str] = &["txt", "md", "docx"];

/// The most lines or paragraphs that are read. A thousand reports have fewer, and a file of nothing but line ends
/// must not fill the memory.
pub(crate) const MAX_LINES: usize = 200_000;

/// The most that is read of a text, in MiB: also a thousand reports. A document may be larger by its pictures.
const TEXT_LIMIT: u64 = 32;

/// Reads the bytes of a file. `name` is what it is called, a hint only; empty where it has no name.
///
/// # Errors
/// The bytes are of a kind that cannot be read here, or are damaged, locked or too large. No text is ever refused
/// for its words.
pub fn read(bytes: &[u8], name: &str) -> Result<Manuscript, Unreadable> {
    match kind::of(bytes)? {
        Kind::Text if bytes.len() as u64 > TEXT_LIMIT << 20 => {
            Err(Unreadable::TooLarge { limit: TEXT_LIMIT })
        }
        Kind::Text => text::read(bytes, name),
        Kind::Zip => docx::read(bytes),
    }
}

/// Tells whether a file may hold a report, by the ending of its name, whatever the case of its letters. Of a folder
/// with many files only these are read; a file that is named is read whatever it is called.
pub fn may_hold_report(file: &Path) -> bool {
    let ending = file.extension().and_then(|it| it.to_str());
    ending.is_some_and(|it| ENDINGS.iter().any(|known| it.eq_ignore_ascii_case(known)))
}

/// Tells whether a file is packed (a zip archive) rather than text, by its first bytes.
///
/// # Errors
/// It is neither.
pub(in crate::import) fn is_packed(bytes: &[u8]) -> Result<bool, Unreadable> {
    Ok(kind::of(bytes)? == kind::Kind::Zip)
}

/// Returns the characters of a text in whatever encoding it most likely has.
pub(in crate::import) fn text_of(bytes: &[u8]) -> String {
    encoding::decode(bytes).text
}

//! Why a file could not be read, and what to do instead.

use super::{MAX_LINES, messages as say};
use crate::locale::Lang;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is of another kind.
    Foreign(Foreign),
    /// It is under a password.
    Locked,
    /// It is damaged.
    Damaged {
        /// Which part of it; empty for the whole.
        part: String,
        /// The reason in the words of who found it.
        why: String,
    },
    /// It is larger than any report, or unpacks to more.
    TooLarge {
        /// The most that is read, in MiB.
        limit: u64,
    },
    /// It has more than `MAX_LINES` lines or paragraphs.
    TooLong,
    /// It is packed of more parts than any document.
    TooManyParts,
    /// There is not a word in it.
    Empty,
}

/// A kind of file that is known and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// .doc and .wps: the old formats of Word and WPS.
    OldWord,
    /// .rtf
    RichText,
    /// .odt
    OpenDocument,
    /// The XML that Word 2003 saves in one file.
    FlatXml,
    /// .pdf
    Pdf,
    /// .html and .mht
    WebPage,
    /// .xls, .xlsx, .et
    Sheets,
    /// .ppt, .pptx, .dps
    Slides,
    /// A picture, also of a text.
    Picture,
    /// A packed folder.
    Archive,
    /// Anything else that is no text.
    Binary,
}

impl Unreadable {
    /// Says why the file could not be read, and what to do.
    pub fn say(&self, lang: Lang) -> (String, String) {
        match self {
            Self::Foreign(it) => it.say(lang),
            Self::Locked => (say::locked(lang), say::locked_hint(lang)),
            Self::Damaged { part, why } => {
                let what = if part.is_empty() {
                    say::damaged(lang, why)
                } else {
                    say::damaged_part(lang, part, why)
                };
                (what, say::damaged_hint(lang))
            }
            Self::Empty => (say::empty(lang), say::empty_hint(lang)),
            Self::TooLong => (say::too_long(lang, MAX_LINES), say::too_long_hint(lang)),
            Self::TooManyParts => (say::too_many_parts(lang), say::save_as(lang)),
            Self::TooLarge { limit } => (say::too_large(lang, *limit), say::save_as(lang)),
        }
    }
}

impl Foreign {
    fn say(self, lang: Lang) -> (String, String) {
        match self {
            Self::OldWord => (say::old_word(lang), say::save_as(lang)),
            Self::RichText => (say::rich_text(lang), say::save_as(lang)),
            Self::OpenDocument => (say::open_document(lang), say::save_as(lang)),
            Self::FlatXml => (say::flat_xml(lang), say::save_as(lang)),
            Self::Pdf => (say::pdf(lang), say::copy_out(lang)),
            Self::WebPage => (say::web_page(lang), say::copy_out(lang)),
            Self::Sheets => (say::sheets(lang), say::copy_out(lang)),
            Self::Slides => (say::slides(lang), say::copy_out(lang)),
            Self::Picture => (say::picture(lang), say::picture_hint(lang)),
            Self::Archive => (say::archive(lang), say::archive_hint(lang)),
            Self::Binary => (say::binary(lang), say::save_as(lang)),
        }
    }
}

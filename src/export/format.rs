//! The formats a document can be printed in. Dispatch, help and completion read this table.

use super::document::Document;
use super::{docx, html, markdown, text};

/// A format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// The extension of its files, without the dot.
    pub extension: &'static str,
    /// Whether it can be copied as text.
    pub is_text: bool,
    /// Prints a document.
    pub write: fn(&Document) -> Vec<u8>,
}

/// Every format. A new one is one file and one line here.
pub const FORMATS: &[Format] = &[
    Format {
        name: "md",
        extension: "md",
        is_text: true,
        write: markdown::write,
    },
    Format {
        name: "txt",
        extension: "txt",
        is_text: true,
        write: text::write,
    },
    Format {
        name: "txt-crlf",
        extension: "txt",
        is_text: false,
        write: text::write_crlf,
    },
    Format {
        name: "docx",
        extension: "docx",
        is_text: false,
        write: docx::write_official,
    },
    Format {
        name: "html",
        extension: "html",
        is_text: false,
        write: html::write,
    },
];

/// Returns the format of that name.
pub fn format_named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|it| it.name == name)
}

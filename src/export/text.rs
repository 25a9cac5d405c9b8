//! Plain text, as it is pasted into office systems: one line a paragraph, UTF-8, LF, no line ever broken. For programs of
//! Windows that know no other line ends, the same with CR LF.
//!
//! In Chinese every paragraph, headings included, is indented by two characters (GB/T 9704-2012, 7.3.3: 每个自然段
//! 左空二字) and causes and measures run in behind their headline. In English a blank line parts paragraphs.

use super::document::{Content, Document};
use crate::locale::Lang;

/// Prints a document as plain text with the line ends of Windows.
pub(super) fn write_crlf(document: &Document) -> Vec<u8> {
    let text = write(document);
    let mut bytes = Vec::with_capacity(text.len() + text.len() / 64);
    // No paragraph holds a line end of its own, so that every LF ends a line.
    for line in text.split_inclusive(|it| *it == b'\n') {
        bytes.extend_from_slice(line.strip_suffix(b"\n").unwrap_or(line));
        bytes.extend_from_slice(b"\r\n");
    }
    bytes
}

/// Prints a document as plain text.
pub(super) fn write(document: &Document) -> Vec<u8> {
    let mut lines: Vec<String> = Vec::new();
    for block in &document.blocks {
        match &block.content {
            Content::Heading { ordinal, words, .. } => lines.push(format!("{ordinal}{words}")),
            Content::Paragraph {
                lead,
                words,
                run_in,
            } => match (run_in, lines.last_mut()) {
                (Some(joint), Some(last)) => last.extend([joint, lead.as_str(), words]),
                (_, _) => lines.push(format!("{lead}{words}")),
            },
            Content::Entry { number, paragraphs } => {
                let mut paragraphs = paragraphs.iter();
                lines.extend(paragraphs.next().map(|it| format!("{number}. {it}")));
                lines.extend(paragraphs.cloned());
            }
        }
    }
    let (indent, parting) = match document.language {
        Lang::Zh => ("\u{3000}\u{3000}", ""),
        Lang::En => ("", "\n"),
    };
    let mut text = String::new();
    let title = Some(&document.title).filter(|it| !it.is_empty());
    for line in title
        .into_iter()
        .chain(document.bylines.iter().map(|it| &it.words))
    {
        text.extend([line.as_str(), "\n"]);
    }
    let mut parting_before = if text.is_empty() { "" } else { "\n" };
    for line in &lines {
        text.extend([parting_before, indent, line, "\n"]);
        parting_before = parting;
    }
    text.into_bytes()
}

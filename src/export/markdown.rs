//! CommonMark 0.31.2 that renders exactly the words of the document. One line a paragraph, whatever its length.
//!
//! The title is a heading of level 1, a section of level 2, what stands in it of level 3; the lead of a paragraph is
//! strong. Emphasis is left out where no CommonMark renderer would see it, see [`escape::strong_end`].

use super::document::{Content, Document};
use super::escape;

/// Prints a document as Markdown.
pub(super) fn write(document: &Document) -> Vec<u8> {
    let mut text = String::new();
    if !document.title.is_empty() {
        heading(&mut text, "#", &document.title);
    }
    for byline in &document.bylines {
        block(&mut text, "", "", &byline.words);
    }
    for it in &document.blocks {
        match &it.content {
            Content::Heading {
                level,
                ordinal,
                words,
            } => {
                let marker = if *level == 1 { "##" } else { "###" };
                heading(&mut text, marker, &format!("{ordinal}{words}"));
            }
            Content::Paragraph { lead, words, .. } => block(&mut text, "", lead, words),
            Content::Entry { number, paragraphs } => {
                let mut marker = format!("{number}. ");
                for paragraph in paragraphs {
                    block(&mut text, &marker, "", paragraph);
                    // What follows belongs to the entry if it is indented by the width of the marker.
                    marker = " ".repeat(marker.len());
                }
            }
        }
    }
    text.into_bytes()
}

fn heading(text: &mut String, marker: &str, words: &str) {
    part(text);
    text.push_str(marker);
    text.push(' ');
    escape::heading(text, words);
    text.push('\n');
}

fn block(text: &mut String, marker: &str, lead: &str, words: &str) {
    part(text);
    text.push_str(marker);
    escape::paragraph(text, lead, words);
    text.push('\n');
}

/// Puts a blank line behind what stands there.
fn part(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

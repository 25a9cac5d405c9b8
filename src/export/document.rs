//! What is printed, as structure. Knows no markup, no page and no draft: only where in the draft a block came from.
//!
//! Invariant: no text holds a line break or another control character, none begins or ends with white space but
//! where a field says so, and none is empty but where a field says so.

use std::ops::Range;

use crate::draft::ItemId;
use crate::locale::Lang;

/// A report as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language of its ordinals and labels.
    pub language: Lang,
    /// The title; may be empty.
    pub title: String,
    /// The lines under the title.
    pub bylines: Vec<Byline>,
    /// Everything below, in order.
    pub blocks: Vec<Block>,
}

/// A line under the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Byline {
    /// The item of the draft.
    pub item: ItemId,
    /// The words.
    pub words: String,
}

/// A piece of the report that begins on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The section of the draft in which it is printed.
    pub section: ItemId,
    /// The item it came from: a section, a dimension, a problem, a cause, a measure or a promise of last year.
    pub item: ItemId,
    /// What is printed.
    pub content: Content,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A heading.
    Heading {
        /// 1 for a section, 2 for a dimension, a cause or a measure.
        level: u8,
        /// The ordinal with all that parts it from the words (`一、`, `（一）`, `1.1 `).
        ordinal: String,
        /// The words.
        words: String,
    },
    /// A paragraph. Its lead and its words follow each other without anything between them.
    Paragraph {
        /// The bold part at its beginning with its ordinal and final mark (`一是学习不全面。`); may be empty.
        lead: String,
        /// The words behind the lead, with a space before them where the language wants one; empty if there are none.
        words: String,
        /// What joins the paragraph to the heading just before it where a format sets both in one line, as the
        /// genre does with causes and measures: nothing, a space or a full stop. `None` if it stands for itself.
        run_in: Option<&'static str>,
    },
    /// An entry of a numbered list.
    Entry {
        /// Its number, from 1.
        number: usize,
        /// Its paragraphs, at least one.
        paragraphs: Vec<String>,
    },
}

/// A section as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The section of the draft.
    pub section: ItemId,
    /// Its number as printed, from 1; `None` for one without heading: the opening, the closing.
    pub number: Option<usize>,
    /// Its heading with the ordinal; empty without heading.
    pub heading: String,
    /// Its blocks.
    pub blocks: Range<usize>,
}

impl Document {
    /// Returns a section alone, without title and bylines; its numbers are those of the whole.
    #[must_use]
    pub fn part(&self, part: &Part) -> Self {
        let blocks = self.blocks.get(part.blocks.clone()).unwrap_or_default();
        Self {
            language: self.language,
            title: String::new(),
            bylines: Vec::new(),
            blocks: blocks.to_vec(),
        }
    }
}

/// Returns the sections in the order they are printed in, for menus and for `copy --section`.
pub fn sections(document: &Document) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut n_numbered = 0;
    for blocks in document.blocks.chunk_by(|a, b| a.section == b.section) {
        let Some(first) = blocks.first() else {
            continue;
        };
        let (number, heading) = match &first.content {
            Content::Heading { ordinal, words, .. } if first.item == first.section => {
                n_numbered += 1;
                (Some(n_numbered), format!("{ordinal}{words}"))
            }
            Content::Heading { .. } | Content::Paragraph { .. } | Content::Entry { .. } => {
                (None, String::new())
            }
        };
        let start = parts.last().map_or(0, |it| it.blocks.end);
        parts.push(Part {
            section: first.section,
            number,
            heading,
            blocks: start..start + blocks.len(),
        });
    }
    parts
}

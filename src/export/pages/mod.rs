//! A document on pages: 22 rows of 28 characters, as GB/T 9704-2012 has them. Pure; writes no file and draws nothing.
//!
//! This is an estimate of the print, on a grid of half characters: a full-width sign takes two, a half-width one takes
//! one, and the signs of ambiguous width are full-width, as they are in a Chinese font. Rows are broken by `typeset`,
//! which pushes out what may not begin or end a row. A word processor may do otherwise: it hangs or squeezes marks,
//! and sets Latin letters by their own widths.

mod fill;
mod paragraphs;
mod title;

use std::ops::Range;

use super::document::Document;
use crate::draft::ItemId;

pub use fill::lines;
pub use title::title_lines;

/// How a page is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Rows of a page.
    pub rows: usize,
    /// Half characters of a row.
    pub columns: u16,
    /// Half characters of a row as they go into a row of the title, whose letters are larger.
    pub title_columns: u16,
    /// Half characters by which a paragraph is indented at its beginning.
    pub indent: u16,
    /// Whether a heading stays with the first row of what it stands over.
    pub keeps_headings: bool,
}

impl Grid {
    /// GB/T 9704-2012, 5.2.3 and 7.3: 22 rows of 28 characters of size 3 (16 pt), each paragraph indented by two; a
    /// title of size 2 (22 pt) has room for 20 characters in a row of 28 times 16 pt.
    pub const OFFICIAL: Self = Self {
        rows: 22,
        columns: 56,
        title_columns: 40,
        indent: 4,
        keeps_headings: true,
    };
}

/// A document on pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// What is printed, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The pages. Invariant: the rows of a paragraph, in order, are its whole text.
    pub pages: Vec<Vec<Row>>,
}

/// A paragraph of the print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub kind: Kind,
    /// Its text, without indent.
    pub text: String,
    /// Where its text comes from: what begins at which byte. The first begins at 0.
    pub pieces: Vec<(usize, Source)>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The title.
    Title,
    /// A line under it.
    Byline,
    /// A heading of this level that has the row for itself.
    Heading(u8),
    /// Text, perhaps behind a heading that runs in.
    Body,
}

/// Where a piece of the print comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The title.
    Title,
    /// A line under it.
    Byline(ItemId),
    /// The block of this number.
    Block(usize),
}

/// A row of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The paragraph it shows, by its number; `None` for a row without words.
    pub paragraph: Option<usize>,
    /// The bytes of it.
    pub words: Range<usize>,
    /// Half characters left of the words.
    pub indent: u16,
}

impl Pages {
    /// Sets a document on pages. An empty one has no page.
    pub fn of(document: &Document, grid: &Grid) -> Self {
        let paragraphs = paragraphs::of(document);
        let pages = fill::fill(&paragraphs, grid);
        Self { paragraphs, pages }
    }

    /// Returns the words of a row.
    pub fn words(&self, row: &Row) -> &str {
        let paragraph = row.paragraph.and_then(|it| self.paragraphs.get(it));
        paragraph
            .and_then(|it| it.text.get(row.words.clone()))
            .unwrap_or_default()
    }

    /// Returns what a row is; `None` for one without words.
    pub fn kind(&self, row: &Row) -> Option<Kind> {
        self.paragraphs.get(row.paragraph?).map(|it| it.kind)
    }

    /// Iterates over all rows with the numbers of their pages, from 0.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &Row)> {
        (self.pages.iter().enumerate()).flat_map(|(n, page)| page.iter().map(move |it| (n, it)))
    }
}

impl Paragraph {
    /// Returns where the text at a byte comes from.
    pub fn source(&self, at: usize) -> Option<Source> {
        let behind = self.pieces.partition_point(|(start, _)| *start <= at);
        self.pieces.get(behind.checked_sub(1)?).map(|it| it.1)
    }
}

/// Returns the number of a page as it is printed under it (GB/T 9704-2012, 7.5).
pub fn page_number(n: usize) -> String {
    format!("\u{2014} {n} \u{2014}")
}

#[cfg(test)]
mod tests;

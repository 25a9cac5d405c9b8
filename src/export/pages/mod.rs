//! A document on pages: 22 rows of 28 characters, as GB/T 9704-2012 has them. Pure; writes no file and draws nothing.
//!
//! This is an estimate of the print, on a grid of half characters: a full-width sign takes two, a half-width one takes
//! one, and the signs of ambiguous width are full-width, as they are in a Chinese font. Rows are broken by `typeset`,
//! which pushes out what may not begin or end a row. A word processor may do otherwise: it hangs or squeezes marks,
//! and sets Latin letters by their own widths.

mod fill;
mod paragraphs;

use std::ops::Range;

use super::document::Document;
use super::layout::{self, Layout};
use crate::draft::ItemId;

pub use fill::lines;

/// How a page is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Rows of a page.
    pub rows: usize,
    /// Half characters of a row.
    pub columns: u16,
    /// Characters of a row of the title, whose letters are larger; `None` where it is not broken by sense.
    pub title: Option<usize>,
    /// Half characters by which a paragraph is indented at its beginning.
    pub indent: u16,
    /// Blank rows between the head and the text.
    pub below_head: usize,
    /// Whether causes and measures begin in the row of their heading.
    pub is_run_in: bool,
    /// Whether straight quotes are printed curly.
    pub has_curly_quotes: bool,
    /// Whether a heading stays with the first row of what it stands over.
    pub keeps_headings: bool,
}

impl Grid {
    /// Returns the grid of a layout.
    pub fn of(layout: &Layout) -> Self {
        let small = |it: u32| u16::try_from(it).unwrap_or(u16::MAX);
        let title = layout.page.text_width() / (layout.title.style.size * 10).max(1);
        Self {
            rows: layout.lines_per_page() as usize,
            columns: small(layout.characters_per_line() * 2),
            title: (layout.title.breaks_by_sense).then_some(title as usize),
            indent: small(layout.text.indent * 2),
            below_head: layout.title.blank_lines_below as usize,
            is_run_in: layout.text.is_run_in,
            has_curly_quotes: layout.text.has_curly_quotes,
            keeps_headings: layout.text.keeps_headings,
        }
    }

    /// Returns the grid of the official layout: 22 rows of 28 characters (GB/T 9704-2012, 5.2.3).
    pub fn official() -> Self {
        Self::of(layout::official())
    }
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
    /// Who signs, or when, so many half characters from the right.
    Signed(u16),
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
        let paragraphs = paragraphs::of(document, grid);
        let pages = fill::fill(&paragraphs, document.language, grid);
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

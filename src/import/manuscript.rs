//! A text as its container gave it, line by line, before anybody asks what it means. Does not know what a line is
//! for: that is the form's.

use crate::import::{Notice, Remark};

/// A foreign text, read out of its file: encoding and markup are gone, the words are all there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// The lines in order, blank ones too.
    pub lines: Vec<Line>,
    /// What the reader of the container noticed.
    pub remarks: Vec<Remark>,
}

/// A line of a text file, or a paragraph of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its place in the file: the line of a text, the paragraph of a document, from 1. Lines that a paragraph was
    /// broken into share it; a line beside the text has the number of the one it belongs to.
    pub number: usize,
    /// The words, without line end and without control characters.
    pub text: String,
    /// The level of heading its markup gives it, from 1; `None` where the container says nothing.
    pub heading: Option<u8>,
    /// The bytes at the start of `text` that the reader made itself: an ordinal that the container numbers by.
    pub made: usize,
    /// The bytes at the start of `text` that its markup sets in bold: a headline that text runs in behind.
    pub strong: usize,
    /// Which cell of a table it stands in.
    pub cell: Option<Cell>,
    /// Whether it stands beside the run of the text: a footnote, a table of contents. It has a line but no place
    /// among the others.
    pub aside: bool,
}

/// A place in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which table of the document, from 0.
    pub table: usize,
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

impl Manuscript {
    /// Returns the characters that are not white space, without those the reader made: what an import must place.
    pub fn characters(&self) -> usize {
        self.lines.iter().map(Line::characters).sum()
    }

    /// Adds a remark on a line.
    pub(super) fn note(&mut self, line: usize, notice: impl Into<Notice>) {
        let notice = notice.into();
        self.remarks.push(Remark { line, notice });
    }
}

impl Line {
    /// Returns the characters of this line that are not white space, without those the reader made.
    pub fn characters(&self) -> usize {
        let own = self.text.get(self.made..).unwrap_or_default();
        own.chars().filter(|it| !it.is_whitespace()).count()
    }
}

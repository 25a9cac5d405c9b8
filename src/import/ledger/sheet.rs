//! What a spreadsheet holds, whatever its format.

use jiff::civil::Date;

use crate::draft::begins_formula;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, also those of a number.
    Words(String),
    /// A day.
    Day(Date),
}

impl Cell {
    /// Returns the words of the cell; those of a day are `2026-06-30`.
    pub fn words(&self) -> String {
        match self {
            Self::Words(it) => it.clone(),
            Self::Day(it) => it.to_string(),
        }
    }
}

/// A row, and its number in the spreadsheet, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) cells: Vec<Cell>,
}

impl Line {
    pub(super) fn cell(&self, at: usize) -> Option<&Cell> {
        self.cells.get(at)
    }

    /// Returns the words at a place, without the blanks around them.
    pub(super) fn words(&self, at: usize) -> String {
        self.cell(at)
            .map(|it| it.words().trim().to_owned())
            .unwrap_or_default()
    }
}

/// Returns a cell without the apostrophe that keeps it from being a formula in a CSV file.
pub(super) fn without_guard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if begins_formula(rest) => rest,
        _ => cell,
    }
}

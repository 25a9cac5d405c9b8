//! The rows of a text in a field of some columns, and the place of a caret in them.
//!
//! A paragraph is what stands between newlines; it has one row or more. Rows hold whole grapheme clusters, and
//! no row is wider than the field, unless the field is too narrow for a single sign. Where a paragraph fills its
//! last row, one more, empty row follows, so that the caret after it has a cell. Does not scroll and does not paint.
//!
//! A row ends in the last place that the rules of [`breaks`](super::breaks) allow. A row without such a place gives
//! way: inside a word or a number, or before a space; else beside a mark, so that a run of closing or of opening
//! marks longer than the row is split between two of them; and only then inside `——` or `……`. That happens to
//! what is longer than a row without a place to break, and in fields of less than four cells. Blanks take cells like all
//! signs, so that each has its own place for the caret: blanks that do not fit take their word down with them.

mod around;
mod row;

use std::ops::Range;

use super::grapheme::floor_boundary;
use super::grapheme::graphemes;
use super::grapheme::previous_boundary;
use super::width::Ambiguous;
use super::width::text_width;
use super::width::width;
use row::SetRow;

/// One row, by the bytes of the text that it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends, in bytes; a newline is not part of it.
    pub end: usize,
    /// How many cells it takes.
    pub cells: usize,
}

/// One grapheme cluster in its place on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign<'text> {
    /// The cluster as it stands in the text; what may be painted for it, [`glyph`](super::glyph()) tells.
    pub grapheme: &'text str,
    /// Where it starts in the text, in bytes.
    pub offset: usize,
    /// The column at which it starts, in cells.
    pub column: usize,
    /// How many cells it takes.
    pub cells: usize,
}

/// A place on the grid, counted from the first row and the first column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The number of the row of the layout.
    pub row: usize,
    /// The column, in cells; always less than the columns of the layout.
    pub column: usize,
}

/// The rows of a text: all of them, or those [around](Layout::around) a place. Belongs to one text and does not hold it:
/// who changes the text calls [`Layout::update`].
#[derive(Clone, Debug)]
pub struct Layout {
    columns: usize,
    ambiguous: Ambiguous,
    /// The number of the first row that is set.
    first: usize,
    /// Invariant: never empty; `start` increases, and `seen` never decreases. The first one begins a paragraph.
    rows: Vec<SetRow>,
    /// Where the row behind them starts, in bytes; `None` where they reach the end of the text.
    next: Option<usize>,
}

impl Layout {
    /// Sets a text in a field of `columns` cells; no column is taken as one.
    pub fn new(text: &str, columns: u16, ambiguous: Ambiguous) -> Self {
        let mut layout = Self::none(columns, ambiguous, 0);
        while layout.set_next(text) {}
        layout
    }

    /// Returns the layout of no row, which is to begin at byte `start`.
    fn none(columns: u16, ambiguous: Ambiguous, start: usize) -> Self {
        Self {
            columns: usize::from(columns.max(1)),
            ambiguous,
            first: 0,
            rows: Vec::new(),
            next: Some(start),
        }
    }

    /// Sets one more row behind the others. Returns `false` where they reach the end of the text.
    fn set_next(&mut self, text: &str) -> bool {
        let Some(at) = self.next else { return false };
        let (mut row, next) = row::set(text, at, self.columns, self.ambiguous);
        row.seen = row.seen.max(self.rows.last().map_or(0, |it| it.seen));
        self.rows.push(row);
        self.next = next;
        true
    }

    /// Sets the rows again after `removed` bytes at byte `at` gave way to `inserted` bytes. `text` is the text after.
    ///
    /// Gives what [`Layout::new`] gives, of the rows that are set. Sets only the rows from the change on until the rows
    /// agree again, and adds the difference to the offsets of the rest. The change must [lie](Layout::holds) in them.
    pub fn update(&mut self, text: &str, at: usize, removed: usize, inserted: usize) {
        self.set_again(text, at, removed, inserted);
    }

    /// Does what [`Layout::update`] says and returns how many rows were set.
    fn set_again(&mut self, text: &str, at: usize, removed: usize, inserted: usize) -> usize {
        let first = self.rows.partition_point(|it| it.seen <= at);
        let mut start = self.rows.get(first).map(|it| it.start);
        let mut set = Vec::new();
        let mut rest = first;
        while let Some(next) = start {
            // Rows that the change touched, or that the new rows have gone beyond, do not come back.
            let gone =
                |it: &SetRow| it.start < at + removed || it.start - removed + inserted < next;
            while self.rows.get(rest).is_some_and(gone) {
                rest += 1;
            }
            if self
                .rows
                .get(rest)
                .is_some_and(|it| it.start - removed + inserted == next)
            {
                break;
            }
            // Of the rows behind, none is known to come back.
            let is_beyond = |it: usize| it - removed + inserted <= next;
            if rest == self.rows.len() && self.next.is_some_and(is_beyond) {
                break;
            }
            let (row, next) = row::set(text, next, self.columns, self.ambiguous);
            set.push(row);
            start = next;
        }
        if start.is_none() {
            rest = self.rows.len();
        }
        self.next = if rest == self.rows.len() {
            start
        } else {
            self.next.map(|it| it - removed + inserted)
        };
        for row in self.rows.iter_mut().skip(rest) {
            for offset in [&mut row.start, &mut row.end, &mut row.seen] {
                *offset = *offset - removed + inserted;
            }
        }
        let n_set = set.len();
        self.rows.splice(first..rest, set);
        self.order_seen(first, n_set);
        n_set
    }

    /// Restores the order of `seen` from `first` on, where `n_set` rows are new.
    fn order_seen(&mut self, first: usize, n_set: usize) {
        let mut seen = first.checked_sub(1).map_or(0, |it| self.rows[it].seen);
        for (index, row) in self.rows.iter_mut().enumerate().skip(first) {
            if index >= first.saturating_add(n_set) && row.seen >= seen {
                break;
            }
            row.seen = row.seen.max(seen);
            seen = row.seen;
        }
    }

    /// Returns the number of rows that are set: one or more.
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// Returns the numbers of the rows that are set. They begin with 0 at the beginning of the text, and somewhere in
    /// the middle of it: then they tell which row is above which, and how far.
    pub fn numbers(&self) -> Range<usize> {
        self.first..self.first + self.rows.len()
    }

    /// Returns the columns that the text is set in: one or more.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Returns a row by its number; behind the last one, an empty row at its end.
    pub fn row(&self, number: usize) -> Row {
        let index = number.saturating_sub(self.first);
        self.rows.get(index).map_or_else(
            || {
                let end = self.rows.last().map_or(0, |it| it.end);
                Row {
                    start: end,
                    end,
                    cells: 0,
                }
            },
            |it| Row {
                start: it.start,
                end: it.end,
                cells: it.cells,
            },
        )
    }

    /// Iterates over the rows that are set.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row> + ExactSizeIterator {
        self.rows.iter().map(|it| Row {
            start: it.start,
            end: it.end,
            cells: it.cells,
        })
    }

    /// Returns the number of the row in which a caret at this byte offset stands; of those that are set, the nearest.
    pub fn row_of(&self, offset: usize) -> usize {
        let n_before = self.rows.partition_point(|it| it.start <= offset);
        self.first + n_before.saturating_sub(1)
    }

    /// Iterates over the signs of a row by its number, each with its place: what is painted, and where.
    pub fn signs<'text>(
        &self,
        text: &'text str,
        number: usize,
    ) -> impl Iterator<Item = Sign<'text>> {
        let row = self.row(number);
        let ambiguous = self.ambiguous;
        let mut column = 0;
        graphemes(text.get(row.start..row.end).unwrap_or_default()).map(move |(at, grapheme)| {
            let cells = width(grapheme, ambiguous);
            column += cells;
            Sign {
                grapheme,
                offset: row.start + at,
                column: column - cells,
                cells,
            }
        })
    }

    /// Iterates over the rows as texts, without the empty ones that only a caret needs.
    pub fn lines<'text>(&self, text: &'text str) -> impl Iterator<Item = &'text str> {
        let numbers = self.numbers().filter(|it| !self.is_spare(*it));
        let rows = numbers.map(|it| self.row(it));
        rows.filter_map(|it| text.get(it.start..it.end))
    }

    /// Says whether a row is the empty one behind a full last row of a paragraph, by its number.
    pub fn is_spare(&self, number: usize) -> bool {
        let row = self.row(number);
        row.start == row.end
            && number
                .checked_sub(1)
                .filter(|it| *it >= self.first)
                .is_some_and(|it| self.row(it).end == row.start)
    }

    /// Returns the cell of a caret at a byte offset: where the next sign typed there will appear, unless the
    /// rules of line breaking move it. An offset inside a cluster counts as the start of the cluster.
    pub fn caret(&self, text: &str, offset: usize) -> Cell {
        let offset = floor_boundary(text, offset);
        let row = self.row_of(offset);
        let Row { start, end, .. } = self.row(row);
        let before = text.get(start..offset.clamp(start, end));
        let column = text_width(before.unwrap_or_default(), self.ambiguous);
        Cell {
            row,
            column: column.min(self.columns - 1),
        }
    }

    /// Returns the offset, in bytes, of a caret in a cell: that of the sign painted there, or the last one of the row. Row
    /// and column, in cells, are from 0.
    ///
    /// The row is one of those that are set, the nearest. [`Layout::caret`] leads back into the same row, and to the same column
    /// where a sign begins there.
    pub fn offset_at(&self, text: &str, row: usize, column: usize) -> usize {
        let Range { start, end } = self.numbers();
        let number = row.clamp(start, end - 1);
        let row = self.row(number);
        if let Some(sign) = self
            .signs(text, number)
            .find(|it| it.column + it.cells > column)
        {
            return sign.offset;
        }
        // The end of a row that goes on is the start of the next one.
        let behind = self.rows.get(number + 1 - self.first);
        let goes_on = behind.map(|it| it.start).or(self.next) == Some(row.end);
        if goes_on {
            previous_boundary(text, row.end).max(row.start)
        } else {
            row.end
        }
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

//! The rows around a place, of a text too long to be set whole while somebody waits.
//!
//! Rows of a paragraph depend on nothing before it, so that any paragraph can be the first one that is set: the rows are
//! those of the whole text, only not all of them.

use super::Layout;
use super::row;
use crate::typeset::width::Ambiguous;

/// The number of a row that starts at byte 0, where the rows before it were not counted. Every other is further by its
/// bytes, of which every row has one or more: wherever rows were set, one further down has the higher number.
const SOMEWHERE: usize = usize::MAX / 2;

impl Layout {
    /// Sets the rows around byte `at` of a text, in a field of `columns` cells: so many above that of the place and so
    /// many below, unless the text begins or ends there. Sets whole paragraphs above.
    pub fn around(
        text: &str,
        columns: u16,
        ambiguous: Ambiguous,
        at: usize,
        margin: usize,
    ) -> Self {
        let start = paragraph_of(text, at);
        let mut layout = Self::none(columns, ambiguous, start);
        layout.first = SOMEWHERE + start;
        layout.set_below(text, at, margin);
        layout.set_above(text, at, margin);
        if layout.begins_the_text() {
            layout.first = 0;
        }
        layout
    }

    /// Sets more rows where fewer than `margin` are set above the place or below it, and then more than that, so that the
    /// next step needs none. The place must [lie](Layout::holds) in those that are set.
    pub fn reach(&mut self, text: &str, at: usize, margin: usize) {
        if !self.begins_the_text() && self.row_of(at) - self.first < margin {
            self.set_above(text, at, 2 * margin);
        }
        if self.next.is_some() && self.rows.len() - (self.row_of(at) - self.first) <= margin {
            self.set_below(text, at, 2 * margin);
        }
    }

    /// Tells whether `removed` bytes at byte `at` lie in the rows that are set, so that what takes their place is set
    /// with them.
    pub fn holds(&self, at: usize, removed: usize) -> bool {
        let is_behind_start = self.rows.first().is_some_and(|it| it.start <= at);
        is_behind_start && self.next.is_none_or(|it| at + removed < it)
    }

    fn begins_the_text(&self) -> bool {
        self.rows.first().is_some_and(|it| it.start == 0)
    }

    fn set_below(&mut self, text: &str, at: usize, margin: usize) {
        while self.rows.is_empty()
            || self.next.is_some_and(|it| it <= at)
            || self.rows.len() - (self.row_of(at) - self.first) <= margin
        {
            if !self.set_next(text) {
                return;
            }
        }
    }

    fn set_above(&mut self, text: &str, at: usize, margin: usize) {
        let wanted = margin.saturating_sub(self.row_of(at) - self.first);
        let end = self.rows.first().map_or(0, |it| it.start);
        // Paragraph by paragraph, the nearest first; the rows of one from its beginning.
        let (mut paragraphs, mut n_rows, mut end) = (Vec::new(), 0, end);
        while end > 0 && n_rows < wanted {
            let start = paragraph_of(text, end - 1);
            let mut rows = Vec::new();
            let mut next = Some(start);
            while let Some(at) = next.filter(|it| *it < end) {
                let (row, behind) = row::set(text, at, self.columns, self.ambiguous);
                rows.push(row);
                next = behind;
            }
            n_rows += rows.len();
            paragraphs.push(rows);
            end = start;
        }
        let above = paragraphs.into_iter().rev().flatten();
        self.rows.splice(0..0, above);
        self.first -= n_rows;
        self.order_seen(0, n_rows);
    }
}

/// Returns where the paragraph begins in which a byte lies: the newline belongs to the one before it.
fn paragraph_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    before
        .iter()
        .rposition(|it| *it == b'\n')
        .map_or(0, |it| it + 1)
}

//! Putting text into rows: at the left, at the right, as a paragraph. Every width comes from `typeset`.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::canvas::Canvas;
use crate::typeset::{self, Ambiguous};

use super::around::Around;

/// Where and how text is put.
pub(super) struct Pen<'a> {
    /// What it is put on.
    pub(super) canvas: &'a mut Canvas,
    /// Width of the ambiguous signs.
    pub(super) ambiguous: Ambiguous,
}

impl Pen<'_> {
    /// Puts text from (`x`, `y`) on, as far as it fits before `right`. Returns the column behind it. A newline is
    /// shown as a blank.
    pub(super) fn put(&mut self, x: u16, y: u16, right: u16, text: &str, style: Style) -> u16 {
        self.canvas.text(text, y, (x, right), style, self.ambiguous)
    }

    /// Puts text so that it ends before `right`; leaves it out where it would not fit behind `left`.
    pub(super) fn put_right(
        &mut self,
        left: u16,
        y: u16,
        right: u16,
        text: &str,
        style: Style,
    ) -> u16 {
        let width = u16::try_from(typeset::text_width(text, self.ambiguous)).unwrap_or(u16::MAX);
        let Some(x) = right.checked_sub(width).filter(|it| *it >= left) else {
            return right;
        };
        self.put(x, y, right, text, style);
        x
    }

    /// Puts text as [`Self::put`] does, and `...` at its end where there was no room for all of it.
    pub(super) fn put_shortened(
        &mut self,
        x: u16,
        y: u16,
        right: u16,
        text: &str,
        style: Style,
    ) -> u16 {
        let room = usize::from(right.saturating_sub(x));
        // No sign has more cells than bytes, so that most texts need not be measured.
        let fits = text.len() <= room || typeset::text_width(text, self.ambiguous) <= room;
        if fits || room <= 3 {
            return self.put(x, y, right, text, style);
        }
        let end = self.put(x, y, right - 3, text, style);
        self.put(end, y, right, "...", style)
    }

    /// Puts a sentence with its number so that it ends before `right`; leaves it out where it would not fit behind
    /// `left`. Returns the column it begins in.
    pub(super) fn put_right_around(
        &mut self,
        left: u16,
        y: u16,
        right: u16,
        (around, number): (&Around, &str),
        style: Style,
    ) -> u16 {
        let begins = right.checked_sub(around.width(number));
        let Some(begin) = begins.filter(|it| *it >= left) else {
            return right;
        };
        let mut x = begin;
        for words in [&around.before, number, &around.behind] {
            x = self.put(x, y, right, words, style);
        }
        begin
    }

    /// Puts text into `area`, row by row. Returns the number of rows used.
    pub(super) fn paragraph(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let layout = typeset::Layout::new(text, area.width.max(1), self.ambiguous);
        let mut n_rows = 0;
        for (row, y) in layout.rows().zip(area.y..area.bottom()) {
            let words = text.get(row.start..row.end).unwrap_or_default();
            self.put(area.x, y, area.right(), words, style);
            n_rows += 1;
        }
        n_rows
    }

    /// Makes all cells of the area blank.
    pub(super) fn clear(&mut self, area: Rect) {
        self.canvas.blank(area);
    }

    /// Gives a row of the area a style, blank cells included.
    pub(super) fn band(&mut self, area: Rect, style: Style) {
        self.canvas.band(area, style);
    }

    /// Makes the terminal draw these cells again even if they did not change: an input method may have drawn
    /// over them while a word was composed.
    pub(super) fn redraw(&mut self, x: u16, y: u16, right: u16) {
        self.canvas.redraw(Rect {
            x,
            y,
            width: right.saturating_sub(x),
            height: 1,
        });
    }
}

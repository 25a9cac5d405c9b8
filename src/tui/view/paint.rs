//! Putting text into cells. Every width comes from `typeset`, and the buffer is told where it differs from what
//! ratatui would assume: so that screen, caret and diff agree. No control character passes.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::typeset::{self, Ambiguous};

/// Where and how text is put.
pub(super) struct Pen<'a> {
    /// The cells.
    pub(super) buffer: &'a mut Buffer,
    /// Width of the ambiguous signs.
    pub(super) ambiguous: Ambiguous,
}

impl Pen<'_> {
    /// Puts text from (`x`, `y`) on, as far as it fits before `right`. Returns the column behind it. A newline is
    /// shown as a blank.
    pub(super) fn put(&mut self, x: u16, y: u16, right: u16, text: &str, style: Style) -> u16 {
        let mut x = x;
        for (_, grapheme) in typeset::graphemes(text) {
            let grapheme = if grapheme.contains(['\n', '\r']) {
                " "
            } else {
                grapheme
            };
            let plain = typeset::plain_width(grapheme);
            let width = plain.unwrap_or_else(|| typeset::width(grapheme, self.ambiguous));
            let width = u16::try_from(width).unwrap_or(1);
            if x + width > right {
                break;
            }
            if plain.is_some() {
                self.plain_cell(x, y, grapheme, width, style);
            } else {
                self.cell(x, y, grapheme, width, style);
            }
            x += width;
        }
        x
    }

    /// Puts a sign that needs no looking up: [`typeset::plain_width`] is `width`.
    fn plain_cell(&mut self, x: u16, y: u16, sign: &str, width: u16, style: Style) {
        if width > 1
            && let Some(covered) = self.buffer.cell_mut((x + 1, y))
        {
            covered.reset();
        }
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.reset();
            cell.set_style(style);
            cell.set_symbol(sign);
        }
    }

    fn cell(&mut self, x: u16, y: u16, grapheme: &str, width: u16, style: Style) {
        let glyph = typeset::glyph(grapheme);
        let assumed = u16::try_from(glyph.width()).unwrap_or(1);
        let is_joined = glyph.chars().nth(1).is_some();
        for at in x..x + width {
            if let Some(cell) = self.buffer.cell_mut((at, y)) {
                // What a wide sign covers has no style of its own, as ratatui has it: so that a blank of the same
                // style that stands there in the next frame is drawn.
                cell.reset();
                if at > x && is_joined {
                    cover(cell, &glyph);
                }
            }
        }
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_style(style);
            cell.set_symbol(&glyph);
            if let (true, Some(forced)) = (assumed != width, NonZeroU16::new(width)) {
                cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
            }
        }
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
        let area = area.intersection(self.buffer.area);
        for y in area.y..area.bottom() {
            for x in area.x..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Gives a row of the area a style, blank cells included.
    pub(super) fn band(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area, style);
    }

    /// Makes the terminal draw these cells again even if they did not change: an input method may have drawn
    /// over them while a word was composed.
    pub(super) fn redraw(&mut self, x: u16, y: u16, right: u16) {
        for at in x..right {
            if let Some(cell) = self.buffer.cell_mut((at, y))
                && cell.diff_option == CellDiffOption::None
            {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        }
    }
}

/// Marks a cell as covered by a sign of several characters, whose width terminals do not agree on.
fn cover(cell: &mut Cell, glyph: &str) {
    // Unlike a blank: where the terminal drew a part of the sign here, as it does with the second letter of a flag,
    // the blank that comes when the sign goes is drawn.
    cell.set_symbol("");
    if glyph.contains('\u{FE0F}') {
        // The library would print this cell behind a sign in emoji form, straight on: where the terminal gives the
        // sign two cells, that pushes what follows out of its place.
        cell.set_diff_option(CellDiffOption::Skip);
    }
}

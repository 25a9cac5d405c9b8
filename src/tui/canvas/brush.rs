//! Laying the strokes of one row into cells. Every width comes from `typeset`, and the cells are told where it differs
//! from what ratatui would assume: so that screen, caret and diff agree. No control character passes.

use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::typeset::{self, Ambiguous};

/// One sign of a text, where it is put.
struct Sign<'a> {
    /// Offset in the text, in bytes.
    at: usize,
    x: u16,
    grapheme: &'a str,
    width: u16,
    /// Whether it needs no looking up: [`typeset::plain_width`] is its width.
    is_plain: bool,
}

/// Walks over the signs of a text that stands at `x`, as far as it fits before `right`. A newline is a blank.
fn signs(text: &str, x: u16, right: u16, ambiguous: Ambiguous) -> impl Iterator<Item = Sign<'_>> {
    let mut x = x;
    typeset::graphemes(text).map_while(move |(at, grapheme)| {
        let plain = typeset::plain_width(grapheme);
        let grapheme = match grapheme {
            it if plain.is_none() && it.contains(['\n', '\r']) => " ",
            it => it,
        };
        let width = plain.unwrap_or_else(|| typeset::width(grapheme, ambiguous));
        let width = u16::try_from(width).unwrap_or(1);
        if x + width > right {
            return None;
        }
        x += width;
        Some(Sign {
            at,
            x: x - width,
            grapheme,
            width,
            is_plain: plain.is_some(),
        })
    })
}

/// Returns the column behind a text that stands at `x`, as far as it fits before `right`; and before it, of a text that
/// begins with the same `n_same` bytes as another in its place, the column from which on the two may look different.
///
/// That is the last sign that begins with one of these bytes: where it begins is the same in both, where it ends is not,
/// if a mark follows in one of them.
pub(super) fn measure(
    text: &str,
    n_same: usize,
    (x, right): (u16, u16),
    ambiguous: Ambiguous,
) -> (u16, u16) {
    let same = text.get(..n_same).unwrap_or_default();
    let (n_plain, cells) = plain_beginning(same, (x, right));
    let (mut differs, mut end) = (x + cells, x + cells);
    for sign in signs(text.split_at(n_plain).1, end, right, ambiguous) {
        if n_plain + sign.at < n_same {
            differs = sign.x;
        }
        end = sign.x + sign.width;
    }
    (differs, end)
}

/// Returns the bytes and the cells of plain signs that a text begins with: whole signs, whatever follows.
fn plain_beginning(text: &str, (x, right): (u16, u16)) -> (usize, u16) {
    let (n_bytes, cells) = typeset::plain_beginning(text, right.saturating_sub(x).into());
    (n_bytes, u16::try_from(cells).unwrap_or_default())
}

/// What lays signs into the cells of some columns of one row.
pub(super) struct Brush<'a> {
    /// The first column.
    pub(super) x: u16,
    pub(super) cells: &'a mut [Cell],
}

impl Brush<'_> {
    /// Tells whether its cells are among these columns.
    pub(super) fn reaches(&self, columns: &Range<u16>) -> bool {
        usize::from(columns.start) < usize::from(self.x) + self.cells.len() && columns.end > self.x
    }

    /// Puts text from `x` on, as far as it fits before `right`.
    pub(super) fn text(
        &mut self,
        text: &str,
        (x, right): (u16, u16),
        style: Style,
        ambiguous: Ambiguous,
    ) {
        let (n_plain, cells) = plain_beginning(text, (x, right.min(self.x)));
        for sign in signs(text.split_at(n_plain).1, x + cells, right, ambiguous) {
            let columns = sign.x..sign.x + sign.width;
            if columns.end <= self.x {
                continue;
            }
            if !self.reaches(&columns) {
                break;
            }
            if sign.is_plain {
                self.plain(&sign, style);
            } else {
                self.looked_up(&sign, style);
            }
        }
    }

    fn cell(&mut self, x: u16) -> Option<&mut Cell> {
        let at = x.checked_sub(self.x)?;
        self.cells.get_mut(usize::from(at))
    }

    fn plain(&mut self, sign: &Sign<'_>, style: Style) {
        if sign.width > 1
            && let Some(covered) = self.cell(sign.x + 1)
        {
            covered.reset();
            covered.set_symbol(COVERED);
        }
        if let Some(cell) = self.cell(sign.x) {
            cell.reset();
            cell.set_style(style);
            cell.set_symbol(sign.grapheme);
        }
    }

    fn looked_up(&mut self, sign: &Sign<'_>, style: Style) {
        let glyph = typeset::glyph(sign.grapheme);
        let assumed = u16::try_from(glyph.width()).unwrap_or(1);
        for at in sign.x..sign.x + sign.width {
            if let Some(cell) = self.cell(at) {
                // What a wide sign covers has no style of its own, as ratatui has it: so that a blank of the same
                // style that stands there in the next frame is drawn.
                cell.reset();
                if at > sign.x {
                    cover(cell, &glyph);
                }
            }
        }
        if let Some(cell) = self.cell(sign.x) {
            cell.set_style(style);
            cell.set_symbol(&glyph);
            if let (true, Some(forced)) = (assumed != sign.width, NonZeroU16::new(sign.width)) {
                cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
            }
        }
    }

    /// Makes cells blank.
    pub(super) fn blank(&mut self, columns: &Range<u16>) {
        for cell in self.among(columns) {
            cell.reset();
        }
    }

    /// Gives cells a style, blank ones included.
    pub(super) fn band(&mut self, columns: &Range<u16>, style: Style) {
        for cell in self.among(columns) {
            cell.set_style(style);
        }
    }

    /// Makes the terminal draw these cells again even if they did not change.
    pub(super) fn redraw(&mut self, columns: &Range<u16>) {
        for cell in self.among(columns) {
            if cell.diff_option == CellDiffOption::None {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        }
    }

    /// Returns its cells among these columns.
    fn among(&mut self, columns: &Range<u16>) -> &mut [Cell] {
        let at = |column: u16| usize::from(column.saturating_sub(self.x)).min(self.cells.len());
        let cells = at(columns.start)..at(columns.end);
        self.cells.get_mut(cells).unwrap_or_default()
    }
}

/// What stands in a cell that the sign before covers. Unlike a blank: where a sign goes and leaves half of itself, as
/// the next frame's begins one cell to its left, terminals do not agree on the look of that half, nor on the width of
/// signs of several characters. So the blank that comes then is drawn.
const COVERED: &str = "";

/// Marks a cell as covered by a sign.
fn cover(cell: &mut Cell, glyph: &str) {
    cell.set_symbol(COVERED);
    if glyph.contains('\u{FE0F}') {
        // The library would print this cell behind a sign in emoji form, straight on: where the terminal gives the
        // sign two cells, that pushes what follows out of its place.
        cell.set_diff_option(CellDiffOption::Skip);
    }
}

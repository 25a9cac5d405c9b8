//! Sets one row: from where it starts, as if the text began there. Remembers nothing of the rows before.

use super::super::grapheme::graphemes;
use super::super::width::Ambiguous;
use super::super::width::width;
use super::rules;

/// A row and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SetRow {
    /// Where it starts, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes, before the newline.
    pub(super) end: usize,
    /// How many cells it takes.
    pub(super) cells: usize,
    /// Where the next row starts: at `end`, behind the newline, or nowhere.
    pub(super) next: Option<usize>,
}

/// Sets the row that starts at byte `start` in a field of `columns` cells.
pub(super) fn set(text: &str, start: usize, columns: usize, ambiguous: Ambiguous) -> SetRow {
    let mut cells = 0;
    let mut good: Option<(usize, usize)> = None;
    let mut fair: Option<(usize, usize)> = None;
    let mut before = "";
    let (_, rest) = text.split_at_checked(start).unwrap_or_default();
    for (at, grapheme) in graphemes(rest) {
        let at = start + at;
        if grapheme.ends_with('\n') {
            // A full last row is followed by an empty one, for the caret.
            let next = if cells >= columns {
                at
            } else {
                at + grapheme.len()
            };
            return SetRow {
                start,
                end: at,
                cells,
                next: Some(next),
            };
        }
        if at > start {
            match rules::between(before, grapheme) {
                rules::Between::Good => good = Some((at, cells)),
                rules::Between::Fair => fair = Some((at, cells)),
                rules::Between::Never => {}
            }
        }
        let taken = cells + width(grapheme, ambiguous);
        if taken > columns && at > start {
            let (end, cells) = good.or(fair).unwrap_or((at, cells));
            return SetRow {
                start,
                end,
                cells,
                next: Some(end),
            };
        }
        cells = taken;
        before = grapheme;
    }
    let end = text.len();
    SetRow {
        start,
        end,
        cells,
        next: (cells >= columns).then_some(end),
    }
}

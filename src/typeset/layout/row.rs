//! Sets one row: from where it starts, as if the text began there. Remembers nothing of the rows before.
//!
//! That a row depends on the text behind its start alone is what makes [`update`](super::Layout::update) cheap and
//! exact: where two layouts have a row start in common, and the text from there on, they agree to the end.

use super::super::breaks::Breaks;
use super::super::breaks::Place;
use super::super::grapheme::graphemes;
use super::super::width::Ambiguous;
use super::super::width::width;

/// Columns from which on the rules are kept; below, a row may have to start or end with any sign.
const LEAST_COLUMNS: usize = 4;

/// Cells of a unit that may always be moved to keep a character company: one with its mark.
const SMALL: usize = 4;

/// A row as it was set. All but `cells` in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SetRow {
    /// Where it starts.
    pub(super) start: usize,
    /// Where it ends, before the newline.
    pub(super) end: usize,
    /// How many cells it takes.
    pub(super) cells: usize,
    /// How far the text was read to set it; one more than the text is long where its end was seen.
    /// What changes from there on does not change this row.
    pub(super) seen: usize,
}

/// A place where the row may end.
#[derive(Clone, Copy)]
struct End {
    at: usize,
    cells: usize,
    place: Place,
}

/// Sets the row that starts at byte `start` in a field of `columns` cells. Returns it with the start of the next
/// one: at its end, behind the newline, or nowhere.
pub(super) fn set(
    text: &str,
    start: usize,
    columns: usize,
    ambiguous: Ambiguous,
) -> (SetRow, Option<usize>) {
    let (_, rest) = text.split_at_checked(start).unwrap_or_default();
    let mut breaks = Breaks::start();
    let mut row = SetRow {
        start,
        end: start,
        cells: 0,
        seen: start,
    };
    let mut best: Option<End> = None;
    let mut second: Option<End> = None;
    for (offset, grapheme) in graphemes(rest) {
        let at = start + offset;
        row.end = at;
        if grapheme.ends_with('\n') {
            row.seen = row.seen.max(at + grapheme.len());
            // A full last row is followed by an empty one, for the caret.
            let next = if row.cells >= columns {
                at
            } else {
                at + grapheme.len()
            };
            return (row, Some(next));
        }
        let (place, seen) = judge(&mut breaks, grapheme, rest, offset);
        row.seen = row.seen.max(start + seen);
        if at > start {
            let end = End {
                at,
                cells: row.cells,
                place,
            };
            if best.is_none_or(|it| it.place <= place) {
                second = best.replace(end).filter(|it| it.place == Place::Allowed);
            }
            if row.cells + width(grapheme, ambiguous) > columns {
                let best = best.unwrap_or(end);
                let end = within(text, &mut row, best, second, columns, ambiguous);
                (row.end, row.cells) = (end.at, end.cells);
                return (row, Some(end.at));
            }
        }
        row.cells += width(grapheme, ambiguous);
    }
    row.end = text.len();
    row.seen = text.len() + 1;
    (row, (row.cells >= columns).then_some(text.len()))
}

/// Judges the place before a cluster and takes the cluster in. Returns how far `rest` had to be read for it.
fn judge(breaks: &mut Breaks, grapheme: &str, rest: &str, offset: usize) -> (Place, usize) {
    let mut first = None;
    // The end of a cluster shows in the character behind it.
    let mut seen = offset + grapheme.len() + 1;
    for (index, char) in grapheme.char_indices() {
        let behind = offset + index + char.len_utf8();
        let (place, looked) = breaks.push(char, rest.get(behind..).unwrap_or_default());
        seen = seen.max(behind + looked);
        first = first.or(Some(place));
    }
    (first.unwrap_or(Place::Inseparable), seen)
}

/// Chooses between the last good end of a row and the one before it, so that no single character is left
/// alone on the last row of the paragraph.
///
/// Only one unit is ever moved, and only a small one or one that leaves half of the row: while a paragraph is being typed, its first sign on
/// a new row draws one down with it, once, and nothing else jumps. A word committed by an input method has two
/// or more characters as a rule, and then nothing jumps at all.
fn within(
    text: &str,
    row: &mut SetRow,
    best: End,
    second: Option<End>,
    columns: usize,
    ambiguous: Ambiguous,
) -> End {
    let is_small = |it: &End| best.cells - it.cells <= SMALL || it.cells * 2 >= columns;
    let Some(second) = second.filter(|it| best.place == Place::Allowed && is_small(it)) else {
        return best;
    };
    let mut cells = best.cells - second.cells;
    let mut n_characters = 0;
    let (_, rest) = text.split_at_checked(best.at).unwrap_or_default();
    for (at, grapheme) in graphemes(rest) {
        row.seen = row.seen.max(best.at + at + grapheme.len() + 1);
        if grapheme.ends_with('\n') {
            return second;
        }
        cells += width(grapheme, ambiguous);
        n_characters += usize::from(is_character(grapheme));
        if n_characters > 1 || cells > columns || columns < LEAST_COLUMNS {
            return best;
        }
    }
    row.seen = row.seen.max(text.len() + 1);
    second
}

/// Says whether a cluster is more than a mark or a blank.
fn is_character(grapheme: &str) -> bool {
    grapheme
        .chars()
        .next()
        .is_some_and(|it| it.is_alphanumeric() || u32::from(it) > 0xFFFF)
}

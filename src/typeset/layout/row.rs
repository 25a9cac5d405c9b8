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

/// The last two places where a row may end, so far.
#[derive(Clone, Copy, Default)]
struct Ends {
    best: Option<End>,
    /// The one before, where the rules allow it.
    second: Option<End>,
}

impl Ends {
    /// Takes in the next place.
    fn push(&mut self, end: End) {
        if self.best.is_none_or(|it| it.place <= end.place) {
            self.second = self
                .best
                .replace(end)
                .filter(|it| it.place == Place::Allowed);
        }
    }

    /// Takes in the places before `n` ideographs, the first of which stands at byte `at` and ends `row` so far.
    fn pass(&mut self, row: &SetRow, at: usize, n: usize) {
        for index in n.saturating_sub(2)..n {
            self.push(End {
                at: at + 3 * index,
                cells: row.cells + 2 * index,
                place: Place::Allowed,
            });
        }
    }
}

/// Passes over the ideographs at byte `at` of `rest` that stand between ideographs, as nearly all signs of a Chinese
/// text do: each takes three bytes and two cells, is a cluster of its own, and the row may end before it. At most
/// `room` of them. An ideograph has been taken in just before.
///
/// Gives what the long way gives sign by sign, at a tenth of the cost.
fn pass<'text>(rest: &'text str, at: usize, room: usize, breaks: &mut Breaks) -> &'text str {
    let (_, behind) = rest.split_at_checked(at).unwrap_or_default();
    let triples = behind.as_bytes().as_chunks::<3>().0;
    // The last of the run may have a mark of its own behind it.
    let n_run = triples
        .iter()
        .take(room + 1)
        .take_while(|it| is_common_ideograph(it.as_slice()))
        .count();
    let n = n_run.saturating_sub(1);
    let (passed, _) = behind.split_at_checked(3 * n).unwrap_or_default();
    let last = passed.split_at_checked(3 * n.saturating_sub(2));
    for char in last.unwrap_or_default().1.chars() {
        breaks.pass_ideograph(char);
    }
    passed
}

/// Says whether this is one of the unified ideographs U+4E00 to U+9FFF and nothing else.
const fn is_common_ideograph(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE4, 0xB8..=0xBF, _] | [0xE5..=0xE9, _, _])
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
    let mut ends = Ends::default();
    let mut offset = 0;
    while let Some((_, grapheme)) = rest.get(offset..).and_then(|it| graphemes(it).next()) {
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
            ends.push(end);
            if row.cells + width(grapheme, ambiguous) > columns {
                let end = within(text, &mut row, ends, end, columns, ambiguous);
                (row.end, row.cells) = (end.at, end.cells);
                return (row, Some(end.at));
            }
        }
        row.cells += width(grapheme, ambiguous);
        offset += grapheme.len();
        if is_common_ideograph(grapheme.as_bytes()) {
            let room = columns.saturating_sub(row.cells) / 2;
            let passed = pass(rest, offset, room, &mut breaks);
            ends.pass(&row, start + offset, passed.len() / 3);
            row.cells += passed.len() / 3 * 2;
            offset += passed.len();
            row.seen = row.seen.max(start + offset + 1);
        }
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
/// alone on the last row of the paragraph. A row without a good end ends at `end`.
///
/// Only one unit is ever moved, and only a small one or one that leaves half of the row: while a paragraph is being
/// typed, its first sign on a new row draws one down with it, once, and nothing else jumps. A word committed by an input method has two
/// or more characters as a rule, and then nothing jumps at all.
fn within(
    text: &str,
    row: &mut SetRow,
    ends: Ends,
    end: End,
    columns: usize,
    ambiguous: Ambiguous,
) -> End {
    let Ends { best, second } = ends;
    let best = best.unwrap_or(end);
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

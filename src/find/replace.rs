//! Other words in the place of what was found: the change that puts them there, and how it will read. What was not
//! chosen is not touched. Commits nothing.

use std::borrow::Cow;
use std::ops::Range;

use super::excerpt::{Excerpt, excerpt};
use super::found::{Match, Piece};
use super::places::Places;
use crate::draft::{Change, ChangeCause, Draft, Edit, Field};
use crate::typeset::Ambiguous;

/// How the place of a match reads before and after the replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// As it is.
    pub was: Excerpt,
    /// As it will be, the other replacements nearby made too.
    pub now: Excerpt,
}

/// Returns the change that puts `with` in the place of the chosen matches, and changes nothing else; `None` if
/// nothing would change, if the draft does not hold one of them any more, or if two overlap.
///
/// Passages stay as many as they were: where a match runs over several, the new words stand in the first. In a text
/// of one line, a line end of the new words is a blank. The new words are not looked through: they may make the
/// query stand there again, by themselves or together with what stands around them.
pub fn replacement(draft: &Draft, chosen: &[Match], with: &str) -> Option<Change> {
    let cuts = cuts(&Places::of(draft), chosen, with)?;
    change(draft, &cuts)
}

/// Returns, for each of the chosen matches, how its place reads before and after [`replacement`], with at most `cells`
/// of text on either side; `None` if the draft does not hold one of them any more, or if two overlap.
pub fn preview(
    draft: &Draft,
    chosen: &[Match],
    with: &str,
    cells: usize,
    ambiguous: Ambiguous,
) -> Option<Vec<Preview>> {
    let places = Places::of(draft);
    let cuts = cuts(&places, chosen, with)?;
    let mut replaced = draft.clone();
    if let Some(change) = change(draft, &cuts) {
        replaced
            .apply(&change)
            .expect("a change made from this draft applies to it");
    }
    let new_places = Places::of(&replaced);
    let new_pieces = new_pieces(chosen.len(), &cuts);
    chosen
        .iter()
        .zip(new_pieces)
        .map(|(found, pieces)| {
            Some(Preview {
                was: excerpt(&places, found.pieces(), cells, ambiguous)?,
                now: excerpt(&new_places, &pieces, cells, ambiguous)?,
            })
        })
        .collect()
}

/// What happens to one piece of a match.
#[derive(Clone, Debug)]
struct Cut<'a> {
    /// Where its text stands in the order of the report.
    way: (usize, usize),
    field: Field,
    range: Range<usize>,
    /// What is put there.
    words: Cow<'a, str>,
    /// The match it belongs to, by its place among the chosen.
    found_idx: usize,
}

/// Returns what happens to the pieces of the chosen matches, in the order of the report.
fn cuts<'a>(places: &Places<'_>, chosen: &[Match], with: &'a str) -> Option<Vec<Cut<'a>>> {
    let mut cuts = Vec::new();
    for (found_idx, found) in chosen.iter().enumerate() {
        if !places.hold(found) {
            return None;
        }
        for (piece_idx, Piece { field, range }) in found.pieces().iter().enumerate() {
            let words = if piece_idx == 0 { with } else { "" };
            cuts.push(Cut {
                way: places.way_to(*field)?,
                field: *field,
                range: range.clone(),
                words: fitted(*field, words),
                found_idx,
            });
        }
    }
    cuts.sort_by_key(|it| (it.way, it.range.start));
    let overlap =
        |one: &Cut<'_>, next: &Cut<'_>| one.field == next.field && one.range.end > next.range.start;
    let is_clear = cuts
        .windows(2)
        .all(|it| !matches!(it, [one, next] if overlap(one, next)));
    is_clear.then_some(cuts)
}

/// Returns the words as a text takes them.
fn fitted(field: Field, words: &str) -> Cow<'_, str> {
    if field.is_single_line() && words.contains(['\n', '\r']) {
        let lines = words.replace("\r\n", "\n");
        Cow::Owned(lines.replace(['\n', '\r'], " "))
    } else {
        Cow::Borrowed(words)
    }
}

/// Returns the change that makes these cuts; `None` if nothing would change.
fn change(draft: &Draft, cuts: &[Cut<'_>]) -> Option<Change> {
    // From the last to the first, so that each offset is the one that was found.
    let edits: Vec<Edit> = cuts
        .iter()
        .rev()
        .filter_map(|it| Edit::replace(draft, it.field, it.range.clone(), &it.words))
        .collect();
    (!edits.is_empty()).then_some(Change {
        cause: ChangeCause::Replace,
        edits,
    })
}

/// Returns where the pieces of each match stand once the cuts are made.
fn new_pieces(n_matches: usize, cuts: &[Cut<'_>]) -> Vec<Vec<Piece>> {
    let mut pieces = vec![Vec::new(); n_matches];
    for same in cuts.chunk_by(|one, other| one.field == other.field) {
        // The ends of the last cut, before and after.
        let (mut old_end, mut new_end) = (0, 0);
        for cut in same {
            let start = new_end + (cut.range.start - old_end);
            (old_end, new_end) = (cut.range.end, start + cut.words.len());
            if let Some(pieces) = pieces.get_mut(cut.found_idx) {
                pieces.push(Piece {
                    field: cut.field,
                    range: start..new_end,
                });
            }
        }
    }
    pieces
}

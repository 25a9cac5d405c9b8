//! A match with the words around it, for a list: one row, whole clusters. Does not say in which text it stands.

use std::iter::{from_fn, once};

use super::found::{Match, Piece};
use super::places::Places;
use crate::draft::Draft;
use crate::typeset::{self, Ambiguous};

/// The words of a match and those around it. Line ends are blanks here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What is read before it.
    pub before: String,
    /// The words themselves, all of them.
    pub hit: String,
    /// What is read after it.
    pub after: String,
}

impl Match {
    /// Returns the match with at most `cells` of text on either side, which may come from the passages next to it;
    /// `None` if the draft does not hold the match any more.
    pub fn excerpt(&self, draft: &Draft, cells: usize, ambiguous: Ambiguous) -> Option<Excerpt> {
        let places = Places::of(draft);
        places
            .hold(self)
            .then(|| excerpt(&places, self.pieces(), cells, ambiguous))?
    }
}

/// Returns what stands at these pieces, which may be empty, and around them; `None` if it is not there.
pub(super) fn excerpt(
    places: &Places<'_>,
    pieces: &[Piece],
    cells: usize,
    ambiguous: Ambiguous,
) -> Option<Excerpt> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let mut hit = String::new();
    for piece in pieces {
        let (run, idx) = places.run_with(piece.field)?;
        hit.extend(forwards(run.get(idx)?.1.get(piece.range.clone())?));
    }
    let (run, idx) = places.run_with(first.field)?;
    let own = run.get(idx)?.1.get(..first.range.start)?;
    let texts = run.iter().take(idx).rev().map(|it| it.1);
    let texts = once(own).chain(texts);
    let mut before = fitting(texts.flat_map(backwards), cells, ambiguous);
    before.reverse();
    let (run, idx) = places.run_with(last.field)?;
    let own = run.get(idx)?.1.get(last.range.end..)?;
    let texts = run.iter().skip(idx + 1).map(|it| it.1);
    let texts = once(own).chain(texts);
    let after = fitting(texts.flat_map(forwards), cells, ambiguous);
    Some(Excerpt {
        before: before.concat(),
        hit,
        after: after.concat(),
    })
}

/// Returns the clusters from the first on that fit in `cells`.
fn fitting<'text>(
    clusters: impl Iterator<Item = &'text str>,
    cells: usize,
    ambiguous: Ambiguous,
) -> Vec<&'text str> {
    let mut taken = 0;
    clusters
        .take_while(|it| {
            taken += typeset::width(it, ambiguous);
            taken <= cells
        })
        .collect()
}

/// Iterates over the clusters of a text as they stand in a row.
fn forwards(text: &str) -> impl Iterator<Item = &str> {
    typeset::graphemes(text).map(|(_, it)| in_row(it))
}

/// Iterates over the clusters of a text from the last to the first.
fn backwards(text: &str) -> impl Iterator<Item = &str> {
    let mut end = text.len();
    from_fn(move || {
        let start = typeset::previous_boundary(text, end);
        let cluster = text.get(start..end).filter(|it| !it.is_empty())?;
        end = start;
        Some(in_row(cluster))
    })
}

/// Returns a blank for what ends a line, every other cluster as it is.
fn in_row(cluster: &str) -> &str {
    match cluster {
        "\r\n" | "\n" | "\r" | "\u{B}" | "\u{C}" | "\u{85}" | "\u{2028}" | "\u{2029}" => " ",
        it => it,
    }
}

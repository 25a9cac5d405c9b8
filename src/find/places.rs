//! Where each text of a draft stands among the others. Answers whether a match is still there.

use std::collections::HashMap;

use super::found::{Match, Piece};
use crate::draft::{Draft, Field, Run};
use crate::typeset;

/// The runs of a draft and the way to each text in them.
#[derive(Debug)]
pub(super) struct Places<'draft> {
    runs: Vec<Run<'draft>>,
    /// The run of a text and the place in it.
    ways: HashMap<Field, (usize, usize)>,
}

impl<'draft> Places<'draft> {
    pub(super) fn of(draft: &'draft Draft) -> Self {
        let runs = draft.runs();
        let mut ways = HashMap::new();
        for (run_idx, run) in runs.iter().enumerate() {
            for (idx, (field, _)) in run.iter().enumerate() {
                ways.insert(*field, (run_idx, idx));
            }
        }
        Self { runs, ways }
    }

    /// Returns where a text stands in the order of the report.
    pub(super) fn way_to(&self, field: Field) -> Option<(usize, usize)> {
        self.ways.get(&field).copied()
    }

    /// Returns the run that holds a text, and its place in it.
    pub(super) fn run_with(&self, field: Field) -> Option<(&Run<'draft>, usize)> {
        let (run_idx, idx) = self.way_to(field)?;
        Some((self.runs.get(run_idx)?, idx))
    }

    /// Tells whether a match stands here.
    pub(super) fn hold(&self, found: &Match) -> bool {
        let Some((run, idx)) = self.run_with(found.start().0) else {
            return false;
        };
        // An empty passage between two pieces does not part them.
        let texts = run.iter().skip(idx).filter(|it| !it.1.is_empty());
        let n_pieces = found.pieces().len();
        let mut n_whole = 0;
        let mut words = String::new();
        for (at, (piece, (field, text))) in found.pieces().iter().zip(texts).enumerate() {
            let is_read_on = at + 1 == n_pieces || piece.range.end == text.len();
            if piece.field == *field && is_read_on && is_whole(text, piece) {
                n_whole += 1;
                words.push_str(text.get(piece.range.clone()).unwrap_or_default());
            }
        }
        n_whole == n_pieces && words == found.text()
    }
}

/// Tells whether a piece of a text begins and ends between clusters.
fn is_whole(text: &str, piece: &Piece) -> bool {
    [piece.range.start, piece.range.end]
        .into_iter()
        .all(|it| it <= text.len() && typeset::floor_boundary(text, it) == it)
}

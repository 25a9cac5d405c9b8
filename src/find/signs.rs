//! A run of texts as one row of signs, each with the place where it stands. Knows nothing of queries.

use std::ops::Range;

use super::fold::fold;
use super::found::Piece;
use crate::draft::Run;
use crate::typeset;

/// A character of a run, folded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    /// What it counts as.
    pub(super) char: char,
    /// Whether a grapheme cluster begins with it.
    pub(super) begins: bool,
    /// Which text of the run holds it.
    text: u32,
    /// Where, in bytes.
    at: usize,
}

/// A run and its signs.
#[derive(Debug)]
pub(super) struct Signs<'run> {
    run: &'run Run<'run>,
    signs: Vec<Sign>,
}

impl<'run> Signs<'run> {
    pub(super) fn of(run: &'run Run<'run>) -> Self {
        let n_bytes: usize = run.iter().map(|it| it.1.len()).sum();
        // Chinese takes three bytes a character.
        let mut signs = Vec::with_capacity(n_bytes / 3);
        for (number, (_, text)) in (0..).zip(run) {
            for (start, cluster) in typeset::graphemes(text) {
                signs.extend(cluster.char_indices().map(|(offset, it)| Sign {
                    char: fold(it),
                    begins: offset == 0,
                    text: number,
                    at: start + offset,
                }));
            }
        }
        Self { run, signs }
    }

    /// Returns the signs, in order.
    pub(super) fn all(&self) -> &[Sign] {
        &self.signs
    }

    /// Tells whether a cluster ends before that sign.
    pub(super) fn is_boundary(&self, at: usize) -> bool {
        self.signs.get(at).is_none_or(|it| it.begins)
    }

    /// Returns the first sign behind the cluster that begins with a sign.
    pub(super) fn next_boundary(&self, at: usize) -> usize {
        let rest = self.signs.iter().skip(at + 1);
        at + 1 + rest.take_while(|it| !it.begins).count()
    }

    /// Returns where some signs stand in their texts, and what stands there. No piece is empty.
    pub(super) fn pieces(&self, signs: Range<usize>) -> (Vec<Piece>, String) {
        let (mut pieces, mut words) = (Vec::new(), String::new());
        let after = self.signs.get(signs.end);
        let signs = self.signs.get(signs).unwrap_or_default();
        for same in signs.chunk_by(|one, other| one.text == other.text) {
            let Some(first) = same.first() else { continue };
            let number = usize::try_from(first.text).unwrap_or(usize::MAX);
            let Some((field, text)) = self.run.get(number) else {
                continue;
            };
            let end = after
                .filter(|it| it.text == first.text)
                .map_or(text.len(), |it| it.at);
            let range = first.at..end;
            words.push_str(text.get(range.clone()).unwrap_or_default());
            pieces.push(Piece {
                field: *field,
                range,
            });
        }
        (pieces, words)
    }
}

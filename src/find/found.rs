//! What was found, and whether it still stands there.

use std::ops::Range;

use super::places::Places;
use crate::draft::{Draft, Field};

/// A place where the words of a query stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Invariant: at least one, none empty, in the order of the texts, which follow each other without a break.
    pieces: Vec<Piece>,
    kind: MatchKind,
    text: String,
}

/// The part of a match that stands in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub field: Field,
    /// Where in it, in bytes on grapheme boundaries.
    pub range: Range<usize>,
}

/// How a match was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchKind {
    /// The words are there, but for case and width.
    Literal,
    /// Each Chinese character begins with the letter typed for it (`llxx`).
    Initials,
    /// At least one character is spelt out (`lilunxx`).
    Pinyin,
}

impl Match {
    /// Makes a match of pieces that are not none.
    pub(super) fn new((pieces, text): (Vec<Piece>, String), kind: MatchKind) -> Self {
        Self { pieces, kind, text }
    }

    /// Returns where it stands: one piece, or several if it runs from one passage into the next.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Returns how it was found.
    pub fn kind(&self) -> MatchKind {
        self.kind
    }

    /// Returns what stands there, the pieces joined.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns where it begins: the text, and the offset in bytes.
    pub fn start(&self) -> (Field, usize) {
        let first = self.pieces.first().expect("a match has a piece");
        (first.field, first.range.start)
    }

    /// Tells whether the draft still holds it: the same words at the same place, not part of other clusters.
    pub fn stands_in(&self, draft: &Draft) -> bool {
        Places::of(draft).hold(self)
    }
}

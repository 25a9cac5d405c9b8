//! The open text, set in rows. One layout serves painting, caret and motion, so that they cannot disagree. Of a long
//! text, the rows around the caret are set, and more when it comes near the first or the last of them.

use crate::draft::Spot;
use crate::typeset::{Ambiguous, Layout};

/// A text of so many bytes is set whole: some 10,000 字, in less time than a key takes.
const SHORT: usize = 1 << 15;

/// The rows of one text in one width. Invariant: `layout` belongs to the text at `spot` as it is now.
#[derive(Clone, Debug)]
pub struct Sheet {
    spot: Option<Spot>,
    columns: u16,
    ambiguous: Ambiguous,
    layout: Layout,
}

impl Sheet {
    /// Returns the sheet of no text.
    pub fn empty() -> Self {
        let ambiguous = Ambiguous::Narrow;
        Self {
            spot: None,
            columns: 1,
            ambiguous,
            layout: Layout::new("", 1, ambiguous),
        }
    }

    /// Sets another text, or the same in another width: around the caret, so many rows above it and below.
    pub fn set(
        &mut self,
        spot: Option<Spot>,
        text: &str,
        columns: u16,
        ambiguous: Ambiguous,
        (caret, margin): (usize, usize),
    ) {
        let layout = if text.len() <= SHORT {
            Layout::new(text, columns, ambiguous)
        } else {
            Layout::around(text, columns, ambiguous, caret, margin)
        };
        *self = Self {
            spot,
            columns,
            ambiguous,
            layout,
        };
    }

    /// Sees to it that `margin` rows are set above the caret and below it.
    pub fn reach(&mut self, text: &str, caret: usize, margin: usize) {
        if self.layout.holds(caret, 0) {
            self.layout.reach(text, caret, margin);
        } else {
            let (spot, columns, ambiguous) = (self.spot, self.columns, self.ambiguous);
            self.set(spot, text, columns, ambiguous, (caret, margin));
        }
    }

    /// Follows a splice of the text: `removed` bytes at `at` gave way to `inserted`. `spot` may be another name
    /// of the same place, as when a new item was made by its first character.
    pub fn splice(&mut self, spot: Spot, text: &str, at: usize, removed: usize, inserted: usize) {
        if inserted > SHORT || !self.layout.holds(at, removed) {
            *self = Self::empty();
            return;
        }
        self.spot = Some(spot);
        self.layout.update(text, at, removed, inserted);
    }

    /// Tells whether the sheet shows this spot in this width.
    pub fn shows(&self, spot: Option<Spot>, columns: u16, ambiguous: Ambiguous) -> bool {
        self.spot == spot && self.columns == columns && self.ambiguous == ambiguous
    }

    /// Returns the rows.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }
}

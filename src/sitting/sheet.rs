//! The open text, set in rows. One layout serves painting, caret and motion, so that they cannot disagree.

use crate::draft::Spot;
use crate::typeset::{Ambiguous, Layout};

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

    /// Sets another text, or the same in another width.
    pub fn set(&mut self, spot: Option<Spot>, text: &str, columns: u16, ambiguous: Ambiguous) {
        *self = Self {
            spot,
            columns,
            ambiguous,
            layout: Layout::new(text, columns, ambiguous),
        };
    }

    /// Follows a splice of the text: `removed` bytes at `at` gave way to `inserted`. `spot` may be another name
    /// of the same place, as when a new item was made by its first character.
    pub fn splice(&mut self, spot: Spot, text: &str, at: usize, removed: usize, inserted: usize) {
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

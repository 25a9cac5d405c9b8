//! The proof beside the writer: the report on its pages, set when a screen is opened that shows it, and kept until the
//! draft changes.

pub mod lists;
pub mod messages;

use crate::desk::preview::Preview;
use crate::draft::Spot;

use super::model::{Focus, Work};

/// The proof of the open draft.
#[derive(Debug, Default)]
pub struct Proof {
    /// The pages.
    pub preview: Preview,
    /// Whether the draft is still the one that was set.
    is_fresh: bool,
    /// Whether the writer went from the proof to a text and may want to come back.
    pub is_away: bool,
    /// The row that was left.
    pub row: usize,
}

impl Proof {
    /// The draft changed: what was set is no longer what will be printed.
    pub fn grow_stale(&mut self) {
        self.is_fresh = false;
    }
}

impl Work {
    /// Sets the report on pages if it changed since that was done.
    pub fn set_proof(&mut self) {
        if !self.proof.is_fresh {
            self.proof.preview = Preview::of(self.draft());
            self.proof.is_fresh = true;
        }
    }

    /// Returns the row of the proof that shows the caret; the row that was left last where nothing of the open text
    /// is printed.
    pub fn row_of_proof(&self) -> usize {
        let field = match self.spot() {
            Some(Spot::Text(field)) => Some(field),
            Some(_) | None => None,
        };
        let found = field.and_then(|it| self.proof.preview.row_of(it, self.writer.caret));
        let last = self.proof.preview.n_rows().saturating_sub(1);
        found.unwrap_or(self.proof.row).min(last)
    }

    /// Is no longer away from the proof. Where the button that leads back goes with that, the focus stays on the
    /// button it is on.
    pub fn come_back_to_proof(&mut self) {
        if let Focus::Button(n) = self.writer.focus
            && self.proof.is_away
        {
            self.writer.focus = Focus::Button(n.saturating_sub(1));
        }
        self.proof.is_away = false;
    }
}

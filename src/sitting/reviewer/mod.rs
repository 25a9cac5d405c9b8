//! The reviewer beside the writer: what was found, kept until the draft changes, and what of it is shown where.
//!
//! Nothing is looked at while the writer types. The draft is looked at when a field is left for another one that holds
//! words, and when a screen is opened that tells what was found; words that have not changed are not looked at again.

pub mod chain;
pub mod lists;
pub mod messages;
mod quiet;

use crate::check::{Finding, Review};
use crate::desk::reviewing::{Counts, apart, rulebook};
use crate::desk::words::Lists;
use crate::draft::Spot;
use crate::locale::Lang;

use super::model::{Focus, Work};

pub use quiet::Quiet;

/// What the reviewer found in the open draft.
#[derive(Debug, Default)]
pub struct Checked {
    review: Review,
    /// Language and template the review goes by: its memory holds for these alone.
    goes_by: Option<(Lang, String)>,
    /// Whether the draft is still the one that was looked at.
    is_fresh: bool,
    /// What is told, the gravest first.
    pub told: Vec<Finding>,
    /// What the writer does not want to be told.
    pub silenced: Vec<Finding>,
    /// The line of the check screen that was chosen last.
    pub line: usize,
    /// Whether the writer went to a finding and may want to come back.
    pub is_away: bool,
    /// The text the writer went to: finishing it leads back.
    pub away_at: Option<Spot>,
    /// Whether the writer was told, before the report left, what must be looked at.
    pub has_asked: bool,
    /// What is said under the open text.
    pub quiet: Quiet,
}

impl Checked {
    /// Returns how many findings are told, by severity.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.told)
    }

    /// The draft changed: what was found may be gone, and the words may stand elsewhere.
    pub fn grow_stale(&mut self) {
        self.is_fresh = false;
    }
}

impl Work {
    /// Looks at the draft if it changed since it was looked at.
    pub fn look(&mut self, lang: Lang, lists: Lists) {
        let goes_by = Some((lang, self.draft().template.clone()));
        if self.checked.is_fresh && self.checked.goes_by == goes_by {
            return;
        }
        if self.checked.goes_by != goes_by {
            self.checked.review = Review::default();
        }
        let draft = self.session.draft();
        let all = self
            .checked
            .review
            .look(&rulebook(lang, lists.words(), draft), draft);
        (self.checked.told, self.checked.silenced) = apart(draft, all);
        self.checked.goes_by = goes_by;
        self.checked.is_fresh = true;
    }

    /// Is no longer away from the check screen. Where the button that leads back goes with that, the focus stays on
    /// the button it is on.
    pub fn come_back(&mut self) {
        if let Focus::Button(n) = self.writer.focus
            && self.checked.is_away
        {
            self.writer.focus = Focus::Button(n.saturating_sub(1));
        }
        self.checked.is_away = false;
        self.checked.away_at = None;
    }
}

//! The reviewer beside the writer: what was found, kept until the draft changes, and what of it is shown where.
//!
//! Nothing is looked at while the writer types. The draft is looked at when a field is left for another one that holds
//! words, and when a screen is opened that tells what was found; words that have not changed are not looked at again.

pub mod chain;
pub mod lists;
pub mod messages;
mod quiet;
pub mod twins;

use crate::check::{Finding, Others, Review, Rulebook};
use crate::desk::plain_text;
use crate::desk::reviewing::{Counts, apart, rulebook};
use crate::desk::words::Lists;
use crate::draft::Spot;
use crate::locale::Lang;

use super::model::{Focus, List, Work};

pub use quiet::Quiet;

/// What the reviewer found in the open draft.
#[derive(Debug, Default)]
pub struct Checked {
    review: Review,
    /// Language and template the review goes by, and how many texts it is held against: its memory holds for these
    /// alone.
    goes_by: Option<(Lang, String, usize)>,
    /// The reports the draft is held against: the one it follows, and those the writer named.
    others: Option<Others>,
    /// What the writer named, to hold the draft against until it is put away.
    against: Vec<(String, String)>,
    /// The list from which the chain was opened, and the line there.
    pub before_chain: Option<(List, usize)>,
    /// Whether the draft is still the one that was looked at.
    is_fresh: bool,
    /// What is told, the gravest first.
    pub told: Vec<Finding>,
    /// What the writer does not want to be told.
    pub silenced: Vec<Finding>,
    /// The finding that was chosen last.
    pub chosen: usize,
    /// The line of the check screen that was chosen last.
    pub line: usize,
    /// The rules whose findings are shown one by one, however many they are.
    pub opened: Vec<&'static str>,
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

    /// Returns how many paragraphs the last look had to look at.
    pub fn looked_at(&self) -> usize {
        self.review.looked_at()
    }

    /// Holds the draft against one more text.
    pub fn hold_against(&mut self, name: String, text: String) {
        self.against.push((name, text));
        self.is_fresh = false;
    }

    /// Returns whether there is anything the draft is held against.
    pub fn has_others(&self) -> bool {
        self.others.as_ref().is_some_and(|it| !it.is_empty())
    }

    /// The draft changed: what was found may be gone, and the words may stand elsewhere.
    pub fn grow_stale(&mut self) {
        self.is_fresh = false;
    }
}

impl Work {
    /// Looks at the draft if it changed since it was looked at.
    pub fn look(&mut self, lang: Lang, lists: Lists) {
        let earlier = self.earlier.as_ref().and_then(|it| it.draft());
        let n_others = self.checked.against.len() + usize::from(earlier.is_some());
        let goes_by = Some((lang, self.draft().template.clone(), n_others));
        if self.checked.is_fresh && self.checked.goes_by == goes_by {
            return;
        }
        let words = lists.words();
        if self.checked.goes_by != goes_by {
            let earlier = earlier.map(|it| (it.title.clone(), plain_text(it)));
            let texts = earlier.into_iter().chain(self.checked.against.clone());
            self.checked.others = Some(Others::of(words, texts.collect()));
            self.checked.review = Review::default();
        }
        let draft = self.session.draft();
        let book = Rulebook {
            others: self.checked.others.as_ref(),
            ..rulebook(lang, words, draft)
        };
        let all = self.checked.review.look(&book, draft);
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

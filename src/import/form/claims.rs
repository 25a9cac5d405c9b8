//! Which part of a text went where. What nobody claims is set aside: that is why nothing can be lost.

use std::ops::Range;

use super::Account;
use super::source::Source;
use crate::import::Aside;
use crate::import::messages::line_number;
use crate::import::{Notice, Remark};
use crate::locale::Lang;

/// What became of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Its words are in the report.
    Words,
    /// It is an ordinal, a label or a heading that a print makes anew.
    Mark,
    /// It lies aside.
    Aside(Aside),
}

/// The claims on the ranges of a text.
#[derive(Debug, Default)]
pub(super) struct Claims {
    all: Vec<(Range<usize>, Fate)>,
}

impl Claims {
    /// Takes the words of a range for the report, without the blanks at its ends.
    pub(super) fn words(&mut self, source: &Source, range: &Range<usize>) -> String {
        let range = source.trimmed(range);
        let words = source.whole.get(range.clone()).unwrap_or_default();
        let words = words.to_owned();
        self.add(range, Fate::Words);
        words
    }

    /// Takes the words of a range as they are, blanks at the ends too.
    pub(super) fn exact(&mut self, source: &Source, range: &Range<usize>) -> String {
        let words = source.whole.get(range.clone()).unwrap_or_default();
        let words = words.to_owned();
        self.add(range.clone(), Fate::Words);
        words
    }

    /// Takes a range as what a print makes anew.
    pub(super) fn mark(&mut self, range: Range<usize>) {
        self.add(range, Fate::Mark);
    }

    /// Sets a range aside.
    pub(super) fn aside(&mut self, range: Range<usize>, why: Aside) {
        self.add(range, Fate::Aside(why));
    }

    fn add(&mut self, range: Range<usize>, fate: Fate) {
        if !range.is_empty() {
            self.all.push((range, fate));
        }
    }

    /// Closes the account. Returns the texts set aside too, each with where it came from, and a remark for each.
    pub(super) fn settle(mut self, source: &Source, lang: Lang) -> Settled {
        self.all.sort_by_key(|(range, _)| range.start);
        let mut settled = Settled::default();
        let mut at = 0;
        for (range, fate) in &self.all {
            debug_assert!(
                at <= range.start,
                "two parts of a report claim the same words"
            );
            settled.aside(source, at..range.start, Aside::NoPlace, lang);
            let range = range.start.max(at)..range.end;
            match fate {
                Fate::Words => settled.account.placed += source.characters(&range),
                Fate::Mark => {
                    settled.account.placed += source.characters(&range);
                    let mark = source.whole.get(range.clone()).unwrap_or_default().trim();
                    settled
                        .marks
                        .extend((!mark.is_empty()).then(|| mark.to_owned()));
                }
                Fate::Aside(why) => settled.aside(source, range.clone(), *why, lang),
            }
            at = at.max(range.end);
        }
        settled.aside(source, at..source.whole.len(), Aside::NoPlace, lang);
        // What stands apart is kept behind everything else, and told in its place.
        settled.set_aside.sort_by_key(|it| it.0);
        settled
    }
}

/// The account of a text, and what was set aside.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// The account.
    pub(super) account: Account,
    /// The texts set aside: the line each came from, that line in words, and its own words.
    pub(super) set_aside: Vec<(usize, String, String)>,
    /// The marks that were taken away.
    pub(super) marks: Vec<String>,
    /// A remark for each text set aside.
    pub(super) remarks: Vec<Remark>,
}

impl Settled {
    fn aside(&mut self, source: &Source, range: Range<usize>, why: Aside, lang: Lang) {
        if range.is_empty() {
            return;
        }
        let range = source.trimmed(&range);
        let words = source.whole.get(range.clone()).unwrap_or_default();
        if words.is_empty() {
            return;
        }
        self.account.unplaced += source.characters(&range);
        let line = source.line_at(range.start);
        let origin = line_number(lang, line);
        self.set_aside.push((line, origin, words.to_owned()));
        let notice = Notice::SetAside { why };
        self.remarks.push(Remark { line, notice });
    }
}

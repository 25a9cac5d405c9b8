//! Which part of a text went where. What nobody claims is set aside: that is why nothing can be lost.
//!
//! Nothing is lost between a claim and the report either, for words go straight into the field they are for, behind
//! what it holds; and nothing is there twice, for a claim takes only what no other has taken.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Account;
use super::source::Source;
use crate::draft::PassageKind;
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
    /// By where each begins; no two have a byte in common.
    all: BTreeMap<usize, (usize, Fate)>,
}

impl Claims {
    /// Takes the words of a range for the report, without the blanks at its ends, and puts them into a field: on a
    /// line of their own behind what it holds.
    pub(super) fn words(&mut self, source: &Source, range: &Range<usize>, field: &mut String) {
        for range in self.take(source.trimmed(range), Fate::Words) {
            if !field.is_empty() {
                field.push('\n');
            }
            field.push_str(source.whole.get(range).unwrap_or_default());
        }
    }

    /// Takes a part of a body as it is, blanks at the ends too, and adds it.
    pub(super) fn passage(
        &mut self,
        source: &Source,
        range: &Range<usize>,
        kind: PassageKind,
        body: &mut Vec<(PassageKind, String)>,
    ) {
        for range in self.take(range.clone(), Fate::Words) {
            let words = source.whole.get(range).unwrap_or_default();
            body.push((kind, words.to_owned()));
        }
    }

    /// Takes a range as what a print makes anew.
    pub(super) fn mark(&mut self, range: Range<usize>) {
        self.take(range, Fate::Mark);
    }

    /// Sets a range aside.
    pub(super) fn aside(&mut self, range: Range<usize>, why: Aside) {
        self.take(range, Fate::Aside(why));
    }

    /// Claims what is free of a range, and returns it: the whole range, unless two parts of a report want the same.
    fn take(&mut self, range: Range<usize>, fate: Fate) -> Vec<Range<usize>> {
        let mut free = Vec::new();
        let mut at = range.start;
        let before = self.all.range(..=range.start).next_back();
        let inside = self.all.range(range.start..range.end.max(range.start));
        for (start, (end, _)) in before.into_iter().chain(inside) {
            if *start > at {
                free.push(at..(*start).min(range.end));
            }
            at = at.max(*end);
        }
        if at < range.end {
            free.push(at..range.end);
        }
        debug_assert!(
            range.is_empty() || free == [range.clone()],
            "two parts of a report claim the same words"
        );
        for it in &free {
            self.all.insert(it.start, (it.end, fate));
        }
        free
    }

    /// Closes the account. Returns the texts set aside too, each with where it came from, and a remark for each.
    pub(super) fn settle(self, source: &Source, lang: Lang) -> Settled {
        let mut settled = Settled::default();
        let mut at = 0;
        for (start, (end, fate)) in &self.all {
            let range = *start..*end;
            settled.aside(source, at..range.start, Aside::NoPlace, lang);
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
            at = range.end;
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

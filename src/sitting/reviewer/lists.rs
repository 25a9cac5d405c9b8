//! The lines of the check screen, of a finding's own menu, and of what was silenced.

use std::collections::BTreeMap;

use crate::check::{Finding, rule_named};
use crate::desk::reviewing::{short_place_of, shorten};
use crate::draft::{ItemId, Silence};
use crate::locale::Lang;
use crate::sitting::lists::{Act, Item, item};
use crate::sitting::messages as words;
use crate::sitting::model::{List, Reading, Work};

use super::messages as say;
use super::twins;

/// So many findings of one rule are shown one by one; more stand behind one line, which opens.
const ONE_BY_ONE: usize = 3;

/// A line of the check screen that tells of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A finding, by its number.
    One(usize),
    /// All findings of a rule, by the number of the first; how many, and whether they stand below one by one.
    Many {
        /// The first.
        first: usize,
        /// How many.
        n: usize,
        /// Whether they stand below.
        is_open: bool,
    },
}

impl Line {
    /// Returns the finding it tells of, or the first of them.
    pub fn finding(self) -> usize {
        match self {
            Self::One(n) => n,
            Self::Many { first, .. } => first,
        }
    }
}

/// Returns the lines of the check screen that tell of findings: many of one rule behind one line, where the first of them
/// stands.
pub fn told_lines(work: &Work) -> Vec<Line> {
    let told = &work.checked.told;
    let mut numbers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, it) in told.iter().enumerate() {
        numbers.entry(it.rule).or_default().push(n);
    }
    let mut lines = Vec::with_capacity(told.len());
    for (n, it) in told.iter().enumerate() {
        let same = numbers.get(it.rule).map_or(&[][..], Vec::as_slice);
        if same.len() <= ONE_BY_ONE {
            lines.push(Line::One(n));
        } else if same.first() == Some(&n) {
            let is_open = work.checked.opened.contains(&it.rule);
            lines.push(Line::Many {
                first: n,
                n: same.len(),
                is_open,
            });
            if is_open {
                lines.extend(same.iter().map(|it| Line::One(*it)));
            }
        }
    }
    lines
}

/// Returns the line of the check screen that tells of a finding.
pub fn line_of(work: &Work, finding: usize) -> usize {
    let lines = told_lines(work);
    let rule = |n: usize| work.checked.told.get(n).map(|it| it.rule);
    let own = lines.iter().position(|it| *it == Line::One(finding));
    let of_rule = || {
        lines
            .iter()
            .position(|it| rule(it.finding()) == rule(finding))
    };
    own.or_else(of_rule).unwrap_or_default()
}

/// Returns the lines of the check screen: every finding, then what can be done with all.
pub fn check(lang: Lang, work: &Work) -> Vec<Item> {
    let draft = work.draft();
    let told = &work.checked.told;
    let line = |line: Line| {
        let it = told.get(line.finding())?;
        Some(match line {
            Line::One(n) => Item {
                detail: short_place_of(lang, draft, &it.at),
                ..item(it.message.clone(), Act::GoToFinding(n))
            },
            Line::Many { n, is_open, .. } => Item {
                detail: say::so_many_of_it(lang, n),
                ..item(of_all(lang, told, it, is_open), Act::Fold(it.rule))
            },
        })
    };
    let mut items: Vec<Item> = told_lines(work).into_iter().filter_map(line).collect();
    if told.iter().any(|it| it.fix.is_some()) {
        items.push(item(say::mend_all(lang), Act::MendAll));
    }
    if !draft.silences.is_empty() {
        let label = say::silenced_entry(lang, draft.silences.len());
        items.push(item(label, Act::Show(List::Silenced)));
    }
    let twins = twins::found(work);
    if let Some(first) = twins.first() {
        let label = say::twins_entry(lang, twins.len());
        items.push(item(label, Act::Read(Reading::Twins(*first))));
    }
    items.push(item(say::against_entry(lang), Act::AskAgainst));
    items.push(item(say::chain(lang), Act::Show(List::Chain)));
    items.push(item(words::back_to_writing(lang), Act::Write));
    items
}

/// Says what all findings of a rule say: the words of one if all say the same, else what the rule is about.
fn of_all(lang: Lang, told: &[Finding], one: &Finding, is_open: bool) -> String {
    let mut same = told.iter().filter(|it| it.rule == one.rule);
    let words = if same.all(|it| it.message == one.message) {
        one.message.clone()
    } else {
        let summary = rule_named(one.rule).map_or("", |it| it.summary(lang));
        let mut sentences = summary.split_inclusive(['。', '.']);
        sentences.next().unwrap_or_default().to_owned()
    };
    if is_open {
        say::opened(lang, &words)
    } else {
        say::folded(lang, &words)
    }
}

/// Returns what can be done with a finding.
pub fn finding(lang: Lang, work: &Work, n: usize) -> Vec<Item> {
    let Some(it) = work.checked.told.get(n) else {
        return vec![item(say::back(lang), Act::Check)];
    };
    let mut items = vec![item(say::go_there(lang), Act::GoToFinding(n))];
    if it.fix.is_some() {
        items.push(item(say::mend(lang), Act::Mend(n)));
        let same = |other: &&Finding| other.rule == it.rule && other.fix.is_some();
        let n_same = work.checked.told.iter().filter(same).count();
        if n_same > 1 {
            items.push(item(say::mend_kind(lang, n_same), Act::MendKind(it.rule)));
        }
    }
    if it.twin.is_some() {
        items.push(item(say::twin_entry(lang), Act::Read(Reading::Twins(n))));
    }
    items.push(item(say::why(lang), Act::Read(Reading::Rule(it.rule))));
    items.push(item(
        say::silence(lang),
        Act::AskSilence(it.rule, it.at.item()),
    ));
    items.push(item(say::back(lang), Act::Check));
    items
}

/// Returns what was silenced: choosing a line undoes it.
pub fn silenced(lang: Lang, work: &Work) -> Vec<Item> {
    let draft = work.draft();
    let line = |it: &Silence| {
        let found = |other: &&Finding| other.rule == it.rule && other.at.item() == it.item;
        let found = work.checked.silenced.iter().find(found);
        let label = match (found, rule_named(&it.rule)) {
            (Some(it), _) => it.message.clone(),
            (None, Some(rule)) => shorten(rule.summary(lang)),
            (None, None) => say::rule_named(lang, &it.rule),
        };
        let place = place_of_item(lang, work, it.item);
        let detail = if it.reason.trim().is_empty() {
            place
        } else {
            say::reason(lang, &place, &it.reason)
        };
        Item {
            detail,
            ..item(label, Act::Unsilence(it.rule.clone(), it.item))
        }
    };
    (draft.silences.iter().map(line))
        .chain([item(say::back(lang), Act::Check)])
        .collect()
}

fn place_of_item(lang: Lang, work: &Work, item: Option<ItemId>) -> String {
    use crate::check::At;
    let draft = work.draft();
    let owner = item.map(|it| draft.passage(it).map_or(it, |it| it.0));
    short_place_of(lang, draft, &owner.map_or(At::Report, At::Item))
}

/// Returns that line of the check screen, or the last one that tells of a finding.
pub fn line_near(work: &Work, line: usize) -> usize {
    line.min(told_lines(work).len().saturating_sub(1))
}

//! The lines of the check screen, of a finding's own menu, and of what was silenced.

use crate::check::{Finding, rule_named};
use crate::desk::reviewing::{short_place_of, shorten};
use crate::draft::{ItemId, Silence};
use crate::locale::Lang;
use crate::sitting::lists::{Act, Item, item};
use crate::sitting::messages as words;
use crate::sitting::model::{List, Reading, Work};

use super::messages as say;
use super::twins;

/// Returns the lines of the check screen: every finding, then what can be done with all.
pub fn check(lang: Lang, work: &Work) -> Vec<Item> {
    let draft = work.draft();
    let told = &work.checked.told;
    let line = |(n, it): (usize, &Finding)| Item {
        detail: short_place_of(lang, draft, &it.at),
        ..item(it.message.clone(), Act::GoToFinding(n))
    };
    let mut items: Vec<Item> = told.iter().enumerate().map(line).collect();
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

/// Returns the line of the check screen that stands for a finding, or the last one before it.
pub fn line_near(work: &Work, n: usize) -> usize {
    n.min(work.checked.told.len().saturating_sub(1))
}

//! The parts of the report, how far each has come, and what can be done with one.

use crate::draft::{Attr, DimensionKind, Draft, Field, Part, Role, Spot, claim};
use crate::locale::Lang;
use crate::sitting::labels::kept_in;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Work};
use crate::sitting::reviewer;
use crate::typeset::{self, Count};
use crate::wizard::{Page, PartState, messages as names, page_state, pages};

use super::counts::counts_line;
use super::names::part_name;
use super::{Act, Item, item};

/// All parts with how far each has come, then what can be added.
pub(super) fn outline(lang: Lang, work: &Work) -> Vec<Item> {
    let mut items: Vec<Item> = outline_parts(lang, work)
        .into_iter()
        .map(|it| {
            outline_line(lang, work, it, |page| match page {
                Page::SetAside => Act::Show(List::Tray),
                page => Act::Go(page),
            })
        })
        .collect();
    items.push(item(say::arrange(lang), Act::Show(List::Arrange)));
    items.push(item(say::change_kind(lang), Act::Show(List::Rekinds)));
    items.push(item(
        reviewer::messages::chain(lang),
        Act::Show(List::Chain),
    ));
    items.push(item(
        say::add_dimension(lang),
        Act::AddDimension(DimensionKind::Review),
    ));
    items.push(item(
        say::add_statement(lang),
        Act::AddDimension(DimensionKind::Statement),
    ));
    items.push(item(say::back_to_writing(lang), Act::Write));
    items
}

/// The same parts, each with what can be done with it.
pub(super) fn arrange(lang: Lang, work: &Work) -> Vec<Item> {
    let to_part = |page| Act::Show(List::Part(page));
    (outline_parts(lang, work).into_iter())
        .map(|it| outline_line(lang, work, it, to_part))
        .chain([item(say::back(lang), Act::Show(List::Outline))])
        .collect()
}

/// What can be done with one part of the outline.
pub(super) fn part(lang: Lang, work: &Work, page: Page) -> Vec<Item> {
    let draft = work.draft();
    let mut items = vec![item(say::go_there(lang), Act::Go(page))];
    let name = match page {
        Page::Statement(_) | Page::Problem(_) => say::this_dimension(lang),
        Page::Front | Page::Section(_) | Page::SetAside => say::this_part(lang),
    };
    if let Some(part) = page.part(draft) {
        let id = part.item();
        if draft.dimension(id).is_some() {
            items.push(item(
                say::rename_dimension(lang),
                Act::GoTo(Spot::Text(Field::DimensionTitle(id))),
            ));
        } else if draft
            .section(id)
            .is_some_and(|it| !matches!(it.role, Role::Opening | Role::Closing))
        {
            items.push(item(
                say::rename_section(lang),
                Act::GoTo(Spot::Text(Field::SectionTitle(id))),
            ));
        }
        if draft.shift(id, false).is_some() {
            items.push(item(say::move_earlier(lang, &name), Act::Shift(id, false)));
        }
        if draft.shift(id, true).is_some() {
            items.push(item(say::move_later(lang, &name), Act::Shift(id, true)));
        }
        push_decision(lang, draft, part, &name, &mut items);
        if draft.dimension(id).is_some() {
            items.push(item(say::remove(lang, &name), Act::Remove(id)));
        }
    }
    items.push(item(say::back(lang), Act::Show(List::Arrange)));
    items
}

pub(super) fn push_decision(
    lang: Lang,
    draft: &Draft,
    part: Part,
    name: &str,
    items: &mut Vec<Item>,
) {
    items.push(if draft.reason_not_written(part).is_some() {
        item(
            say::take_up(lang, name),
            Act::Set(Attr::NotWritten(part, None)),
        )
    } else {
        item(say::leave_out(lang, name), Act::LeaveOut(part))
    });
}

fn outline_line(lang: Lang, work: &Work, part: OutlinePart, act: impl FnOnce(Page) -> Act) -> Item {
    Item {
        label: part.label,
        state: part.state,
        detail: part_detail(lang, work, part.first),
        act: act(part.page),
    }
}

/// A part of the report in the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlinePart {
    /// Its page: the first unfinished one of a dimension.
    pub page: Page,
    /// Its name, with the ordinal it will be printed with.
    pub label: String,
    /// How far it has come, in words.
    pub state: String,
    /// How far it has come, for colour.
    pub is_missing: bool,
    /// The page it begins with.
    pub first: Page,
}

/// Returns the parts of the report as the outline shows them: one line a section or dimension.
pub fn outline_parts(lang: Lang, work: &Work) -> Vec<OutlinePart> {
    let draft = work.draft();
    let all = pages(draft);
    let mut parts: Vec<OutlinePart> = Vec::new();
    let mut at = 0;
    while let Some(page) = all.get(at) {
        let dimension = page.dimension(draft);
        let n_pages = match dimension {
            Some(_) => all
                .iter()
                .skip(at)
                .take_while(|it| it.dimension(draft) == dimension)
                .count(),
            None => 1,
        };
        let own: Vec<Page> = all.iter().skip(at).take(n_pages).copied().collect();
        parts.push(outline_part(lang, work, &own));
        at += n_pages.max(1);
    }
    parts
}

fn outline_part(lang: Lang, work: &Work, own: &[Page]) -> OutlinePart {
    let draft = work.draft();
    let states: Vec<PartState> = own
        .iter()
        .map(|it| page_state(work.template, draft, *it))
        .collect();
    let state = if states.iter().all(|it| *it == PartState::LeftOut) {
        PartState::LeftOut
    } else if states.iter().all(|it| *it == PartState::Written) {
        PartState::Written
    } else if states.iter().all(|it| *it == PartState::Unwritten) {
        PartState::Unwritten
    } else {
        PartState::Begun
    };
    let unfinished = own
        .iter()
        .zip(&states)
        .find(|(_, it)| !matches!(it, PartState::Written | PartState::LeftOut));
    let first = own.first().copied().unwrap_or(Page::Front);
    OutlinePart {
        page: unfinished.map_or(first, |(page, _)| *page),
        label: part_name(lang, draft, first),
        state: names::state(lang, state).to_owned(),
        is_missing: matches!(state, PartState::Begun | PartState::Unwritten),
        first,
    }
}

fn part_detail(lang: Lang, work: &Work, page: Page) -> String {
    let draft = work.draft();
    let length = |count: Count| {
        if work.counts_words() {
            say::words(lang, &say::grouped(count.as_word))
        } else {
            say::characters(lang, &say::grouped(count.marks))
        }
    };
    let count = |text: &str| length(typeset::count(text));
    if let Some(part) = page.part(draft)
        && let Some(reason) = draft.reason_not_written(part)
    {
        let kept = kept_in(draft, part.item());
        return match (reason.trim(), kept.marks) {
            ("", _) => say::kept(lang),
            (_, 0) => say::reason(lang, reason),
            _ => say::reason_kept(lang, reason, &length(kept)),
        };
    }
    match page {
        Page::Front => count(&draft.title),
        Page::SetAside => say::n_items(lang, draft.set_aside.len()),
        Page::Statement(id) => draft
            .dimension(id)
            .map_or(String::new(), |it| count(&it.statement)),
        Page::Section(id) => match draft.section(id).map(|it| (it.role, &it.text)) {
            Some((Role::FollowUp, text)) => {
                let differs = claim(text)
                    .filter(|it| !draft.follow_ups.is_empty() && !draft.counts().agree_with(it));
                match differs.and_then(|_| counts_line(lang, draft)) {
                    Some(difference) => difference,
                    None => format!(
                        "{}  {}",
                        count(text),
                        say::n_items(lang, draft.follow_ups.len())
                    ),
                }
            }
            Some((Role::Causes, _)) => say::n_items(lang, draft.causes.len()),
            Some((Role::Measures, _)) => say::n_items(lang, draft.measures.len()),
            Some((_, text)) => count(text),
            None => String::new(),
        },
        Page::Problem(_) => {
            let Some(dimension) = page.dimension(draft).and_then(|it| draft.dimension(it)) else {
                return String::new();
            };
            let examples = dimension
                .problems
                .iter()
                .flat_map(crate::draft::Problem::examples)
                .filter(|it| !it.is_blank())
                .count();
            let causes: usize = dimension
                .problems
                .iter()
                .map(|it| draft.causes_of(it.id).count())
                .sum();
            let measures: usize = (dimension.problems.iter())
                .map(|it| draft.measures_for(it.id).count())
                .sum();
            if dimension.problems.is_empty() {
                return String::new();
            }
            say::tally(lang, dimension.problems.len(), examples, causes, measures)
        }
    }
}

//! What can be done with the open question.

use crate::draft::{Attr, Field, ItemId, Link, Part, PassageKind, Role, Spot, claim};
use crate::locale::Lang;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Reading, Work};
use crate::sitting::{arrivals, help, preview};
use crate::wizard::Page;

use super::counts::numbers;
use super::outline::push_decision;
use super::{Act, Item, item};

/// What can be done with the open question, as far as it applies.
pub(super) fn here(lang: Lang, work: &Work) -> Vec<Item> {
    let draft = work.draft();
    let mut items = Vec::new();
    let has_example = work
        .open_question()
        .is_some_and(|it| !it.prompt.example.is_empty());
    if has_example {
        let label = if work.writer.shows_example {
            say::hide_example(lang)
        } else {
            say::show_example(lang)
        };
        items.push(item(label, Act::ToggleExample));
    }
    if work.earlier.is_some() {
        items.push(item(
            arrivals::see_earlier(lang),
            Act::Read(Reading::Earlier),
        ));
    }
    if let Some(Spot::Text(field)) = work.spot() {
        push_item_acts(lang, work, field, &mut items);
    }
    if let Some(problem) = work.problem() {
        push_decision(
            lang,
            draft,
            Part::Examples(problem),
            &say::the_examples(lang),
            &mut items,
        );
        push_decision(
            lang,
            draft,
            Part::Causes(problem),
            &say::the_causes(lang),
            &mut items,
        );
        push_decision(
            lang,
            draft,
            Part::Measures(problem),
            &say::the_measures(lang),
            &mut items,
        );
    }
    push_counts(lang, work, &mut items);
    if let Some(page) = work.writer.page.part(draft) {
        push_decision(lang, draft, page, &say::this_part(lang), &mut items);
    }
    if let Some(Spot::Text(_)) = work.spot() {
        items.push(item(
            preview::messages::show_in_print(lang),
            Act::PrintedHere,
        ));
    }
    push_set_aside(lang, work, &mut items);
    if let Some(spot) = work.spot() {
        items.push(item(say::edit_here(lang), Act::Edit(Some(spot))));
    }
    items.push(item(help::messages::help_entry(lang), Act::Help));
    items.push(item(say::back_to_writing(lang), Act::Write));
    items
}

/// Moving, deleting and parting for the item of a text.
fn push_item_acts(lang: Lang, work: &Work, field: Field, items: &mut Vec<Item>) {
    let draft = work.draft();
    let Some(id) = field.item() else { return };
    let name = match field {
        Field::Passage(_) => say::this_passage(lang),
        Field::Headline(_) if draft.cause(id).is_some() => say::this_cause(lang),
        Field::Headline(_) if draft.problem(id).is_some() => say::this_problem(lang),
        Field::Headline(_) | Field::Owner(_) | Field::Due(_) => say::this_measure(lang),
        Field::Evidence(_) if draft.measure(id).is_some() => say::this_measure(lang),
        Field::Evidence(_) | Field::FollowUpProblem(_) | Field::FollowUpMeasure(_) => {
            say::this_follow_up(lang)
        }
        Field::Byline(_) => say::this_byline(lang),
        Field::SetAside(_) => say::this_text(lang),
        Field::SectionText(_) => {
            items.push(item(
                say::rename_section(lang),
                Act::GoTo(Spot::Text(Field::SectionTitle(id))),
            ));
            return;
        }
        Field::LeadIn(_) | Field::Statement(_) => {
            items.push(item(
                say::rename_dimension(lang),
                Act::GoTo(Spot::Text(Field::DimensionTitle(id))),
            ));
            return;
        }
        Field::Title | Field::SectionTitle(_) | Field::DimensionTitle(_) => return,
    };
    let owner = draft.passage(id).map_or(id, |(owner, _)| owner);
    if matches!(field, Field::Passage(_) | Field::Headline(_)) && draft.problem(owner).is_none() {
        items.push(item(
            say::further_detail(lang),
            Act::GoTo(Spot::NewDetail(owner)),
        ));
    }
    if let Some((_, passage)) = draft.passage(id) {
        let (label, kind) = match passage.kind {
            PassageKind::Example => (say::is_detail(lang), PassageKind::Detail),
            PassageKind::Detail => (say::is_example(lang), PassageKind::Example),
        };
        items.push(item(label, Act::Set(Attr::PassageKind(id, kind))));
    }
    if draft.shift(id, false).is_some() {
        items.push(item(say::move_earlier(lang, &name), Act::Shift(id, false)));
    }
    if draft.shift(id, true).is_some() {
        items.push(item(say::move_later(lang, &name), Act::Shift(id, true)));
    }
    push_divisions(lang, work, field, id, items);
    if let Some(problem) = work.problem() {
        let cause = Link::ProblemCause { problem, cause: id };
        let measure = Link::ProblemMeasure {
            problem,
            measure: id,
        };
        if let Some(link) = [cause, measure]
            .into_iter()
            .find(|it| draft.links.contains(it))
        {
            items.push(item(say::unlink(lang), Act::Unlink(link)));
        }
    }
    items.push(item(say::remove(lang, &name), Act::Remove(id)));
}

/// Dividing and joining passages and problems, where it leaves words on both sides.
fn push_divisions(lang: Lang, work: &Work, field: Field, id: ItemId, items: &mut Vec<Item>) {
    let draft = work.draft();
    if matches!(field, Field::Passage(_)) {
        if draft.joining(id).is_some() {
            items.push(item(say::join_passage(lang), Act::Merge(id)));
        }
        if draft.dividing_problem(id).is_some() {
            items.push(item(say::divide_problem(lang), Act::DivideProblem(id)));
        }
    } else if draft.problem(id).is_some() && draft.joining(id).is_some() {
        items.push(item(say::join_problem(lang), Act::Merge(id)));
    }
}

/// What can be done about the count of last year's promises.
fn push_counts(lang: Lang, work: &Work, items: &mut Vec<Item>) {
    let draft = work.draft();
    let Page::Section(id) = work.writer.page else {
        return;
    };
    let section = draft.section_of(Role::FollowUp);
    let Some(section) = section.filter(|it| it.id == id && !draft.follow_ups.is_empty()) else {
        return;
    };
    let counts = draft.counts();
    match claim(&section.text) {
        Some(said) if !counts.agree_with(&said) => items.push(item(
            arrivals::correct_counts(lang, &numbers(lang, counts.kinds, Some(counts.items))),
            Act::CorrectCounts,
        )),
        Some(_) => {}
        None => push_decision(lang, draft, Part::Count(id), &say::the_count(lang), items),
    }
}

/// Setting a paragraph aside, and what lies aside already.
fn push_set_aside(lang: Lang, work: &Work, items: &mut Vec<Item>) {
    let is_kept = matches!(work.spot(), Some(Spot::Text(Field::SetAside(_))));
    if let Some(Spot::Text(Field::SetAside(id))) = work.spot() {
        items.push(item(arrivals::put_into(lang), Act::Show(List::Place(id))));
        items.push(item(
            arrivals::copy_it(lang),
            Act::CopyTextOf(Field::SetAside(id)),
        ));
    }
    let has_words = !work.text().trim().is_empty();
    if matches!(work.spot(), Some(Spot::Text(_))) && has_words && !is_kept {
        let label = if work.selection().is_some() {
            arrivals::set_selection_aside(lang)
        } else {
            arrivals::set_paragraph_aside(lang)
        };
        items.push(item(label, Act::SetAside));
    }
    let n_kept = work.draft().set_aside.len();
    if n_kept > 0 {
        items.push(item(
            arrivals::tray_entry(lang, n_kept),
            Act::Show(List::Tray),
        ));
    }
}

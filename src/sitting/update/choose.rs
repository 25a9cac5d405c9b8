//! Choosing: digits on lists, choices and buttons, and what a choice makes of the draft.

use std::ops::Add;

use crate::draft::{Attr, ChangeCause, Edit, ItemId, Link, ProblemAt, Spot};
use crate::sitting::digits::{Wish, wish_of};
use crate::sitting::effect::Effect;
use crate::sitting::labels::{kept_in, yes_or_no};
use crate::sitting::lists::items;
use crate::sitting::messages as say;
use crate::sitting::model::{Focus, Model, Screen, Work};
use crate::typeset::Count;
use crate::wizard::{Choice, Stop, messages as names, options, statuses};

use super::act::pick;
use super::text;

/// Letters on a list: a digit, also a full-width one, chooses; others say how to choose.
pub(super) fn type_on_list(model: &mut Model, letters: &str) -> Vec<Effect> {
    let Screen::List(list, cursor) = model.screen.clone() else {
        return Vec::new();
    };
    match wish_of(letters, cursor, items(model, &list).len()) {
        Some(Wish::Choose(line)) => pick(model, &list, line),
        Some(Wish::Stand(line)) => {
            model.screen = Screen::List(list, line);
            Vec::new()
        }
        None => {
            model.notice = Some(say::use_arrows(model.lang));
            Vec::new()
        }
    }
}

/// Letters where a question is answered by choosing, or on a button.
pub(super) fn type_on_choice(model: &mut Model, letters: &str) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let focus = work.writer.focus;
    let wish = match focus {
        Focus::Stop(Stop::Choose(choice)) => {
            wish_of(letters, work.writer.pick, n_choices(work, choice))
        }
        Focus::Button(n) => wish_of(letters, n, work.buttons().len()),
        Focus::Stop(Stop::Text(_)) => None,
    };
    match (wish, focus) {
        (Some(Wish::Choose(line)), Focus::Stop(Stop::Choose(choice))) => {
            choose(model, choice, line)
        }
        (Some(Wish::Stand(line)), Focus::Stop(Stop::Choose(_))) => {
            work.writer.pick = line;
            Vec::new()
        }
        (Some(Wish::Choose(n)), Focus::Button(_)) => press(model, n),
        (Some(Wish::Stand(n)), Focus::Button(_)) => {
            work.stand(Focus::Button(n));
            Vec::new()
        }
        (None, Focus::Button(_)) => {
            model.notice = Some(say::not_in_a_text(model.lang));
            Vec::new()
        }
        (_, Focus::Stop(Stop::Text(_))) | (None, Focus::Stop(_)) => {
            model.notice = Some(say::use_arrows(model.lang));
            Vec::new()
        }
    }
}

/// Presses a button.
pub(super) fn press(model: &mut Model, n: usize) -> Vec<Effect> {
    let button = model
        .work
        .as_ref()
        .and_then(|it| it.buttons().get(n).copied());
    button.map_or_else(Vec::new, |it| text::press(model, it))
}

/// Returns how many lines a choice has.
pub(super) fn n_choices(work: &Work, choice: Choice) -> usize {
    match choice {
        Choice::Cause(_) | Choice::Measure(_) | Choice::Remedy(_) => {
            options(work.draft(), choice).len() + 1
        }
        Choice::Status(id) => statuses(work.draft(), id).len(),
        Choice::Branch(_) => 2,
    }
}

/// Returns where a further cause or measure is asked for: at a choice if there is something to choose from.
pub(super) fn choice_or_new(work: &Work, choice: Choice) -> Stop {
    match (options(work.draft(), choice).is_empty(), choice) {
        (true, Choice::Cause(at)) => Stop::Text(Spot::NewCause(Some(at))),
        (true, Choice::Measure(at)) => Stop::Text(Spot::NewMeasure(Some(at))),
        (_, choice) => Stop::Choose(choice),
    }
}

/// Makes the `n`-th choice. For causes and measures the first line writes a new one.
pub(super) fn choose(model: &mut Model, choice: Choice, n: usize) -> Vec<Effect> {
    let lang = model.lang;
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    match choice {
        Choice::Status(id) => {
            let Some(status) = statuses(work.draft(), id).get(n) else {
                return Vec::new();
            };
            let Some(change) = work.draft().choice(Attr::Status(id, *status)) else {
                return text::move_on(model);
            };
            let mut effects = text::commit(model, change);
            if !effects.is_empty() {
                effects.extend(text::move_on(model));
                model.notice = Some(say::status_set(lang, names::status(lang, *status)));
            }
            effects
        }
        Choice::Branch(part) => answer_branch(model, part, n == 0),
        Choice::Remedy(cause) if n == 0 => {
            work.go_to(Spot::NewRemedy(cause));
            Vec::new()
        }
        Choice::Remedy(cause) => {
            let Some(measure) = options(work.draft(), choice).get(n - 1).copied() else {
                return Vec::new();
            };
            let link = Link::CauseMeasure { cause, measure };
            let change = work
                .draft()
                .linking(link)
                .or_else(|| work.draft().unlinking(link));
            let effects = change.map_or_else(Vec::new, |it| text::commit(model, it));
            if let Some(work) = &mut model.work {
                work.writer.pick = n;
            }
            effects
        }
        Choice::Cause(at) if n == 0 => {
            work.stand(Focus::Stop(Stop::Text(Spot::NewCause(Some(at)))));
            Vec::new()
        }
        Choice::Measure(at) if n == 0 => {
            work.stand(Focus::Stop(Stop::Text(Spot::NewMeasure(Some(at)))));
            Vec::new()
        }
        Choice::Cause(at) | Choice::Measure(at) => {
            let Some(other) = options(work.draft(), choice).get(n - 1).copied() else {
                return Vec::new();
            };
            let (mut edits, problem) = work.draft().realise_problem(at);
            edits.push(Edit::Link(match choice {
                Choice::Measure(_) => Link::ProblemMeasure {
                    problem,
                    measure: other,
                },
                Choice::Cause(_) | Choice::Remedy(_) | Choice::Status(_) | Choice::Branch(_) => {
                    Link::ProblemCause {
                        problem,
                        cause: other,
                    }
                }
            }));
            let change = crate::draft::Change {
                cause: ChangeCause::Structure,
                edits,
            };
            let effects = text::commit(model, change);
            let Some(work) = &mut model.work else {
                return effects;
            };
            work.writer.page = crate::wizard::Page::Problem(ProblemAt::Known(problem));
            work.go_to(Spot::Text(crate::draft::Field::Headline(other)));
            effects
        }
    }
}

/// Answers whether there is anything to write, and walks on. What is closed or opened by that is told.
fn answer_branch(model: &mut Model, part: ItemId, open: bool) -> Vec<Effect> {
    let lang = model.lang;
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let (draft, template) = (work.draft(), work.template);
    let Some(branch) = template.branch_of(draft, part) else {
        return Vec::new();
    };
    let Some(change) = template.answering(draft, &branch.key, Some(open)) else {
        return text::move_on(model);
    };
    let parts = template.parts_of(draft, &branch.key);
    let n_before = parts
        .iter()
        .filter(|it| template.is_closed(draft, **it))
        .count();
    let kept = parts.iter().map(|it| kept_in(draft, *it));
    let kept = kept.fold(Count::default(), Add::add);
    let (n, kept) = (kept.marks, model.say_length(kept));
    let notice = match (open, n) {
        (true, _) if n_before == 0 => say::branch_answered(lang, &yes_or_no(lang, open)),
        (true, 0) => say::opened(lang),
        (true, _) => say::opened_with(lang, &kept),
        (false, 0) => say::closed(lang),
        (false, _) => say::closed_with(lang, &kept),
    };
    let mut effects = text::commit(model, change);
    if !effects.is_empty() {
        effects.extend(text::move_on(model));
        model.notice = Some(notice);
    }
    effects
}

//! The writing page in words: the names of questions and buttons, and what is answered.

use std::borrow::Cow;
use std::ops::Add;

use crate::draft::{Draft, ItemId, Part, Passage, ProblemAt, Role, Status};
use crate::locale::Lang;
use crate::typeset::{self, Count};
use crate::wizard::{Choice, Page, Question, Stop, Subject, messages as names, options, statuses};

use super::lists::{counts_line, part_name};
use super::messages as say;
use super::model::{Model, Work};
use super::standing::{Button, Next};

/// Returns the name of the open question, or of the page.
pub fn open_label(lang: Lang, work: &Work) -> String {
    match work.open_question() {
        Some(it) => names::label(lang, it.subject).to_owned(),
        None => part_name(lang, work.draft(), work.writer.page),
    }
}

/// Returns what a button says, on a page that `next` comes behind.
pub fn button_label(lang: Lang, button: Button, next: Next) -> String {
    match button {
        Button::NextPage => match next {
            Next::Nothing => say::button_finish(lang),
            Next::Problem => say::button_next_problem(lang),
            Next::Dimension => say::button_next_dimension(lang),
            Next::Part => say::button_next_part(lang),
        },
        Button::NewProblem => say::button_new_problem(lang),
        Button::NewDetail => say::button_new_detail(lang),
        Button::NewExample => say::button_new_example(lang),
        Button::NewCause => say::button_new_cause(lang),
        Button::NewMeasure => say::button_new_measure(lang),
        Button::NewFollowUp => say::button_new_follow_up(lang),
        Button::NewByline => say::button_new_byline(lang),
        Button::BackToProof => super::preview::messages::button_back(lang),
        Button::BackToCheck => super::reviewer::messages::button_back(lang),
        Button::BackToFound => say::button_back_to_found(lang),
        Button::Menu => say::menu(lang),
    }
}

/// Returns what stands under the name of a page: how many promises the list has, or that the text says another number;
/// on a page that an answer closed, that what was written is kept.
pub fn counts(model: &Model, work: &Work) -> Option<String> {
    let draft = work.draft();
    if let Some(part) = work.writer.page.part(draft).map(Part::item)
        && work.template.is_closed(draft, part)
    {
        let kept = kept_in(draft, part);
        return (kept.marks > 0).then(|| say::kept_behind(model.lang, &model.say_length(kept)));
    }
    let is_here = draft.role_of(work.writer.page) == Some(Role::FollowUp);
    is_here.then(|| counts_line(model.lang, draft)).flatten()
}

/// Returns the texts written in a section or a dimension, but for its title.
pub fn texts_in(draft: &Draft, part: ItemId) -> Vec<&str> {
    fn item<'d>(headline: &'d str, body: &'d [Passage]) -> impl Iterator<Item = &'d str> {
        std::iter::once(headline).chain(body.iter().map(|it| it.text.as_str()))
    }
    let mut texts: Vec<&str> = Vec::new();
    if let Some(dimension) = draft.dimension(part) {
        texts.extend([dimension.lead_in.as_str(), &dimension.statement]);
        let problems = dimension.problems.iter();
        texts.extend(problems.flat_map(|it| item(&it.headline, &it.body)));
    }
    if let Some(section) = draft.section(part) {
        texts.push(&section.text);
        match section.role {
            Role::FollowUp => texts.extend(
                (draft.follow_ups.iter())
                    .flat_map(|it| [it.problem.as_str(), &it.measure, &it.evidence]),
            ),
            Role::Causes => {
                let causes = draft.causes.iter();
                texts.extend(causes.flat_map(|it| item(&it.headline, &it.body)));
            }
            Role::Measures => {
                let measures = draft.measures.iter();
                texts.extend(measures.flat_map(|it| item(&it.headline, &it.body)));
            }
            Role::Opening | Role::Dimensions | Role::Case | Role::Closing | Role::Text => {}
        }
    }
    texts
}

/// Returns how much is written in a section or a dimension.
pub fn kept_in(draft: &Draft, part: ItemId) -> Count {
    (texts_in(draft, part).into_iter())
        .map(typeset::count)
        .fold(Count::default(), Add::add)
}

/// Tells whether the writer decided not to write the part of a page.
pub fn is_left_out(draft: &Draft, page: Page) -> bool {
    page.part(draft)
        .is_some_and(|it| draft.reason_not_written(it).is_some())
}

/// Returns the answer to whether there is anything to write.
pub fn yes_or_no(lang: Lang, open: bool) -> String {
    if open { say::yes(lang) } else { say::no(lang) }
}

fn text_of<'w>(work: &'w Work, question: &Question<'_>) -> &'w str {
    match question.stop {
        Stop::Text(spot) => work.draft().text_at(spot).unwrap_or_default(),
        Stop::Choose(_) => "",
    }
}

/// Returns the beginning of an answer, and whether it is missing.
pub fn answer<'w>(lang: Lang, work: &'w Work, question: &Question<'_>) -> (Cow<'w, str>, bool) {
    let draft = work.draft();
    if let Stop::Choose(Choice::Status(id)) = question.stop {
        let status = draft.status(id).unwrap_or_default();
        if status == Status::Open && draft.measure(id).is_none() {
            return (say::not_chosen(lang).into(), true);
        }
        return (names::status(lang, status).into(), false);
    }
    if let Stop::Choose(Choice::Branch(part)) = question.stop {
        let branch = work.template.branch_of(draft, part);
        return match branch.and_then(|it| draft.branch(&it.key)) {
            Some(open) => (yes_or_no(lang, open).into(), false),
            None => (say::not_chosen(lang).into(), !question.is_optional),
        };
    }
    if let Stop::Choose(Choice::Remedy(cause)) = question.stop
        && let Some(first) = draft.measures_against(cause).next()
    {
        return (first.headline.as_str().into(), false);
    }
    let text = text_of(work, question).trim_start();
    if !text.is_empty() {
        // No row is longer than this; the text may be.
        let end = text
            .char_indices()
            .nth(200)
            .map_or(text.len(), |(at, _)| at);
        return (text.split_at(end).0.into(), false);
    }
    if let Stop::Choose(Choice::Measure(ProblemAt::Known(problem))) = question.stop
        && let Some(first) = draft.measures_for(problem).next()
    {
        return (say::through_a_cause(lang, &first.headline).into(), false);
    }
    let is_left_out = is_left_out(draft, work.writer.page)
        || part_of(work, question).is_some_and(|it| draft.reason_not_written(it).is_some());
    if is_left_out {
        return (say::left_out(lang).into(), false);
    }
    if question.is_optional {
        (say::may_stay_empty(lang).into(), false)
    } else {
        (say::not_written(lang).into(), true)
    }
}

/// The part that can be left out and that this question asks for.
fn part_of(work: &Work, question: &Question<'_>) -> Option<Part> {
    let problem = work.problem()?;
    match question.subject {
        Subject::Example => Some(Part::Examples(problem)),
        Subject::Cause => Some(Part::Causes(problem)),
        Subject::Measure => Some(Part::Measures(problem)),
        _ => None,
    }
}

/// Returns what can be chosen, in the order of its digits.
pub fn choices(lang: Lang, draft: &Draft, choice: Choice) -> Vec<String> {
    match choice {
        Choice::Status(id) => statuses(draft, id)
            .iter()
            .map(|it| names::status(lang, *it).to_owned())
            .collect(),
        Choice::Branch(_) => vec![say::yes(lang), say::no(lang)],
        Choice::Cause(_) | Choice::Measure(_) | Choice::Remedy(_) => {
            let headline = |id| {
                let field = crate::draft::Field::Headline(id);
                let text = draft.text(field).unwrap_or_default();
                let is_linked = match choice {
                    Choice::Remedy(cause) => draft.measures_against(cause).any(|it| it.id == id),
                    Choice::Cause(_)
                    | Choice::Measure(_)
                    | Choice::Status(_)
                    | Choice::Branch(_) => false,
                };
                match (text.trim().is_empty(), is_linked) {
                    (true, _) => say::not_written(lang),
                    (false, true) => say::is_linked(lang, text),
                    (false, false) => text.to_owned(),
                }
            };
            std::iter::once(say::write_new(lang))
                .chain(options(draft, choice).into_iter().map(headline))
                .collect()
        }
    }
}

//! The chain of problem, cause and measure: its rows, what is linked with what, and what is missing in words. Goes by
//! the links alone; whether they are true is the writer's.

use crate::draft::{Draft, Field, ItemId, Link, Part, Problem, ProblemAt, Spot};
use crate::locale::Lang;
use crate::sitting::lists::{Act, Item, item};
use crate::sitting::messages as words;
use crate::sitting::model::{List, Work};
use crate::wizard::{Page, page_of};

use super::messages as say;

/// A problem, a cause or a measure in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A problem.
    Problem,
    /// A cause.
    Cause,
    /// A measure.
    Measure,
}

/// How two of them belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// Not at all.
    None,
    /// By a link of their own.
    Linked,
    /// A problem and a measure: by a cause that both are linked with.
    Through,
}

/// A row of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its item.
    pub id: ItemId,
    /// What it is.
    pub of: Of,
    /// Its short name: 题1, 因1, 措1.
    pub name: String,
    /// Its headline.
    pub headline: String,
    /// What is missing, or that nothing is.
    pub gap: String,
    /// Whether something is missing.
    pub is_missing: bool,
}

/// Returns the rows of the chain: problems that are to be written, causes, measures.
pub fn rows(lang: Lang, draft: &Draft) -> Vec<Row> {
    let problems = problems(draft).into_iter().enumerate().map(|(n, it)| {
        let (gap, is_missing) = gap_of_problem(lang, draft, it.id);
        row(lang, draft, it.id, Of::Problem, n, gap, is_missing)
    });
    let causes = draft.causes.iter().enumerate().map(|(n, it)| {
        let has_problem = problems_of(draft, it.id).next().is_some();
        let has_measure = draft.is_answered(it.id);
        let (gap, is_missing) = match (has_problem, has_measure) {
            (_, false) => (say::no_measure(lang), true),
            (false, true) => (say::no_problem(lang), true),
            (true, true) => (say::complete(lang), false),
        };
        row(lang, draft, it.id, Of::Cause, n, gap, is_missing)
    });
    let measures = draft.measures.iter().enumerate().map(|(n, it)| {
        let is_linked = draft.links.iter().any(|link| link.touches(it.id));
        let gap = if is_linked {
            say::complete(lang)
        } else {
            say::no_problem(lang)
        };
        row(lang, draft, it.id, Of::Measure, n, gap, !is_linked)
    });
    problems.chain(causes).chain(measures).collect()
}

fn row(
    lang: Lang,
    draft: &Draft,
    id: ItemId,
    of: Of,
    n: usize,
    gap: String,
    is_missing: bool,
) -> Row {
    let name = match of {
        Of::Problem => say::problem(lang, n + 1),
        Of::Cause => say::cause(lang, n + 1),
        Of::Measure => say::measure(lang, n + 1),
    };
    Row {
        id,
        of,
        name,
        headline: headline(lang, draft, id),
        gap,
        is_missing,
    }
}

/// The headline of an item; else the beginning of its first passage.
fn headline(lang: Lang, draft: &Draft, id: ItemId) -> String {
    let headline = draft.text(Field::Headline(id)).unwrap_or_default().trim();
    if !headline.is_empty() {
        return headline.to_owned();
    }
    let first = draft.body(id).unwrap_or_default().first();
    match first.map(|it| it.text.trim()) {
        None | Some("") => say::without_words(lang),
        Some(text) => crate::desk::reviewing::shorten(text),
    }
}

/// Problems that are to be written.
fn problems(draft: &Draft) -> Vec<&Problem> {
    let is_left_out = |id: ItemId| draft.reason_not_written(Part::Item(id)).is_some();
    (draft.dimensions.iter())
        .filter(|it| !is_left_out(it.id))
        .flat_map(|it| &it.problems)
        .filter(|it| !is_left_out(it.id))
        .collect()
}

fn problems_of(draft: &Draft, cause: ItemId) -> impl Iterator<Item = ItemId> {
    draft.links.iter().filter_map(move |it| match *it {
        Link::ProblemCause {
            problem,
            cause: other,
        } if other == cause => Some(problem),
        Link::ProblemCause { .. } | Link::CauseMeasure { .. } | Link::ProblemMeasure { .. } => None,
    })
}

fn gap_of_problem(lang: Lang, draft: &Draft, problem: ItemId) -> (String, bool) {
    let is_decided = |part: Part| draft.reason_not_written(part).is_some();
    let lacks_cause =
        draft.causes_of(problem).next().is_none() && !is_decided(Part::Causes(problem));
    let lacks_measure =
        draft.measures_for(problem).next().is_none() && !is_decided(Part::Measures(problem));
    match (lacks_cause, lacks_measure) {
        (false, false) => (say::complete(lang), false),
        (true, false) => (say::no_cause(lang), true),
        (false, true) => (say::no_measure(lang), true),
        (true, true) => (say::lacks_both(lang), true),
    }
}

/// Returns the link that would join two items; `None` for two of a kind.
pub fn link(draft: &Draft, one: ItemId, other: ItemId) -> Option<Link> {
    let of = |id: ItemId| {
        if draft.problem(id).is_some() {
            Some(Of::Problem)
        } else if draft.cause(id).is_some() {
            Some(Of::Cause)
        } else {
            draft.measure(id).map(|_| Of::Measure)
        }
    };
    let (a, b) = (one, other);
    Some(match (of(one)?, of(other)?) {
        (Of::Problem, Of::Cause) => Link::ProblemCause {
            problem: a,
            cause: b,
        },
        (Of::Cause, Of::Problem) => Link::ProblemCause {
            problem: b,
            cause: a,
        },
        (Of::Cause, Of::Measure) => Link::CauseMeasure {
            cause: a,
            measure: b,
        },
        (Of::Measure, Of::Cause) => Link::CauseMeasure {
            cause: b,
            measure: a,
        },
        (Of::Problem, Of::Measure) => Link::ProblemMeasure {
            problem: a,
            measure: b,
        },
        (Of::Measure, Of::Problem) => Link::ProblemMeasure {
            problem: b,
            measure: a,
        },
        (Of::Problem, Of::Problem) | (Of::Cause, Of::Cause) | (Of::Measure, Of::Measure) => {
            return None;
        }
    })
}

/// Returns how two items belong together.
pub fn bond(draft: &Draft, one: ItemId, other: ItemId) -> Bond {
    match link(draft, one, other) {
        Some(link) if draft.links.contains(&link) => Bond::Linked,
        Some(Link::ProblemMeasure { problem, measure })
            if draft.measures_for(problem).any(|it| it.id == measure) =>
        {
            Bond::Through
        }
        Some(_) | None => Bond::None,
    }
}

/// Returns the lines of the chain.
pub fn chain(lang: Lang, work: &Work) -> Vec<Item> {
    let line = |it: Row| Item {
        state: it.gap,
        ..item(
            format!("{} {}", it.name, it.headline),
            Act::Show(List::Links(it.id)),
        )
    };
    (rows(lang, work.draft()).into_iter().map(line))
        .chain([
            item(say::back(lang), Act::Check),
            item(words::back_to_writing(lang), Act::Write),
        ])
        .collect()
}

/// Returns all that an item of the chain can be linked with, and what can be written anew for it.
pub fn links(lang: Lang, work: &Work, id: ItemId) -> Vec<Item> {
    let draft = work.draft();
    let rows = rows(lang, draft);
    let of = rows.iter().find(|it| it.id == id).map(|it| it.of);
    let mut items: Vec<Item> = (rows.iter())
        .filter_map(|it| {
            let link = link(draft, id, it.id)?;
            let what = format!("{} {}", it.name, it.headline);
            let label = match bond(draft, id, it.id) {
                Bond::None => say::is_unlinked(lang, &what),
                Bond::Linked => say::is_linked(lang, &what),
                Bond::Through => say::is_through(lang, &what),
            };
            Some(item(label, Act::Join(id, link)))
        })
        .collect();
    let at = ProblemAt::Known(id);
    match of {
        Some(Of::Problem) => items.extend([
            item(say::new_cause(lang), Act::GoTo(Spot::NewCause(Some(at)))),
            item(
                say::new_measure(lang),
                Act::GoTo(Spot::NewMeasure(Some(at))),
            ),
        ]),
        Some(Of::Cause) => items.push(item(say::new_measure(lang), Act::GoTo(Spot::NewRemedy(id)))),
        Some(Of::Measure) | None => {}
    }
    if of.is_some() {
        let spot = Spot::Text(Field::Headline(id));
        items.push(item(say::go_write(lang), Act::GoTo(spot)));
    }
    items.push(item(say::back_to_chain(lang), Act::Show(List::Chain)));
    items
}

/// Returns what an item belongs with, in words: one line for each kind.
pub fn in_words(lang: Lang, draft: &Draft, row: &Row) -> Vec<String> {
    let rows = rows(lang, draft);
    let names = |of: Of| {
        let all: Vec<String> = (rows.iter())
            .filter(|it| it.of == of && bond(draft, row.id, it.id) != Bond::None)
            .map(|it| format!("{} {}", it.name, it.headline))
            .collect();
        if all.is_empty() {
            say::none(lang)
        } else {
            all.join(&say::between(lang))
        }
    };
    match row.of {
        Of::Problem => vec![
            say::its_causes(lang, &names(Of::Cause)),
            say::its_measures(lang, &names(Of::Measure)),
        ],
        Of::Cause => vec![
            say::its_problems(lang, &names(Of::Problem)),
            say::its_measures(lang, &names(Of::Measure)),
        ],
        Of::Measure => vec![
            say::its_problems(lang, &names(Of::Problem)),
            say::its_causes(lang, &names(Of::Cause)),
        ],
    }
}

/// Returns the place of an item in the report, for its own list.
pub fn page(draft: &Draft, id: ItemId) -> Option<Page> {
    page_of(draft, Spot::Text(Field::Headline(id)))
}

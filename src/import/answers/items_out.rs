//! The items of an answer file as they are written: promises, dimensions, problems, causes, measures.

use serde::Serialize;

use crate::draft::{
    DimensionKind, Outline, OutlineCause, OutlineDimension, OutlineFollowUp, OutlineMeasure,
    OutlineProblem, PassageKind, Status,
};
use crate::import::answers::keys;

#[derive(Serialize)]
pub(super) struct FollowUpItem<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    problem: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    measure: &'a str,
    status: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    evidence: &'a str,
}

/// Returns a promise of last year as it is written.
pub(super) fn follow_up_item(it: &OutlineFollowUp) -> FollowUpItem<'_> {
    FollowUpItem {
        problem: &it.problem,
        measure: &it.measure,
        status: status(it.status),
        evidence: &it.evidence,
    }
}

#[derive(Serialize)]
pub(super) struct Dimension<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    lead_in: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<Problem<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_written: Option<&'a str>,
}

/// Returns a dimension as it is written.
pub(super) fn dimension<'a>(it: &'a OutlineDimension, outline: &Outline) -> Dimension<'a> {
    let is_statement = it.kind == DimensionKind::Statement;
    let problems = it.problems.iter().filter(|_| !is_statement);
    Dimension {
        title: &it.title,
        lead_in: if is_statement { "" } else { &it.lead_in },
        problems: problems.map(|it| problem(it, outline)).collect(),
        statement: is_statement.then_some(it.statement.as_str()),
        not_written: it.not_written.as_deref(),
    }
}

/// Returns the texts of a dimension that its kind has no use for.
pub(super) fn stray_texts(it: &OutlineDimension) -> Vec<&str> {
    let stray: Vec<&str> = match it.kind {
        DimensionKind::Review => vec![it.statement.as_str()],
        DimensionKind::Statement => {
            let problems = it.problems.iter().flat_map(|it| {
                let body = it.body.iter().map(|(_, text)| text.as_str());
                std::iter::once(it.headline.as_str()).chain(body)
            });
            std::iter::once(it.lead_in.as_str())
                .chain(problems)
                .collect()
        }
    };
    stray.into_iter().filter(|it| !it.is_empty()).collect()
}

#[derive(Serialize)]
struct Problem<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    headline: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Passage<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    causes: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_written: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    no_examples: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    no_causes: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    no_measures: Option<&'a str>,
}

fn problem<'a>(it: &'a OutlineProblem, outline: &Outline) -> Problem<'a> {
    Problem {
        headline: &it.headline,
        body: body(&it.body),
        causes: links("c", &it.causes, outline.causes.len()),
        measures: links("m", &it.measures, outline.measures.len()),
        not_written: it.not_written.as_deref(),
        no_examples: it.no_examples.as_deref(),
        no_causes: it.no_causes.as_deref(),
        no_measures: it.no_measures.as_deref(),
    }
}

#[derive(Serialize)]
pub(super) struct Cause<'a> {
    key: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    headline: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Passage<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<String>,
}

/// Returns the cause at this place as it is written.
pub(super) fn cause<'a>(at: usize, it: &'a OutlineCause, outline: &Outline) -> Cause<'a> {
    Cause {
        key: key("c", at),
        headline: &it.headline,
        body: body(&it.body),
        measures: links("m", &it.measures, outline.measures.len()),
    }
}

#[derive(Serialize)]
pub(super) struct Measure<'a> {
    key: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    headline: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Passage<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    owner: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    due: &'a str,
    status: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    evidence: &'a str,
}

/// Returns the measure at this place as it is written.
pub(super) fn measure(at: usize, it: &OutlineMeasure) -> Measure<'_> {
    Measure {
        key: key("m", at),
        headline: &it.headline,
        body: body(&it.body),
        owner: &it.owner,
        due: &it.due,
        status: status(it.status),
        evidence: &it.evidence,
    }
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Passage<'a> {
    Detail(&'a str),
    Example(&'a str),
}

fn body(body: &[(PassageKind, String)]) -> Vec<Passage<'_>> {
    body.iter()
        .map(|(kind, text)| match kind {
            PassageKind::Detail => Passage::Detail(text),
            PassageKind::Example => Passage::Example(text),
        })
        .collect()
}

/// Returns the key of the item at this place: `c1` is the first cause.
fn key(letter: &str, at: usize) -> String {
    format!("{letter}{}", at + 1)
}

/// Returns the keys of linked items, each once; what does not exist is left out.
fn links(letter: &str, places: &[usize], n_items: usize) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for key in places
        .iter()
        .filter(|it| **it < n_items)
        .map(|it| key(letter, *it))
    {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

fn status(status: Status) -> &'static str {
    keys::word(keys::STATUSES, &status)
}

//! `--rubric FILE`: a rubric read, and the points it gave in the shape of `--json`.

use std::path::Path;

use serde::Serialize;

use super::new::read_text;
use crate::check::rubric::{Rubric, Score, parse};
use crate::cli::cx::Cx;
use crate::cli::failure::Failure;
use crate::desk::scoring::of_taken;
use crate::locale::Lang;

/// Reads the rubric that the command line names, if it names one.
pub(super) fn read(cx: &Cx, path: Option<&Path>) -> Result<Option<Rubric>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let (name, text) = read_text(cx, path)?;
    let rubric = parse(&text).map_err(|errors| Failure::RubricFaults { name, errors })?;
    Ok(Some(rubric))
}

/// The points of a report.
#[derive(Serialize)]
pub(super) struct Given<'a> {
    rubric: &'a str,
    confirmed: bool,
    points: f64,
    of: f64,
    person: f64,
    criteria: Vec<Criterion<'a>>,
    hard: Vec<Hard>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    name: &'a str,
    look: &'a str,
    weight: u32,
    points: f64,
    of: f64,
    person: f64,
    taken: Vec<Taken>,
    unasked: &'a [&'static str],
}

#[derive(Serialize)]
struct Taken {
    points: f64,
    message: String,
}

#[derive(Serialize)]
struct Hard {
    rule: &'static str,
    findings: usize,
}

/// Returns the points of a report in the shape of `--json`.
pub(super) fn points<'a>(lang: Lang, rubric: &'a Rubric, score: &'a Score) -> Given<'a> {
    let criteria = rubric.criteria.iter().zip(&score.criteria);
    Given {
        rubric: &rubric.name,
        confirmed: rubric.confirmed,
        points: score.points().value(),
        of: score.of().value(),
        person: score.person().value(),
        criteria: criteria
            .map(|(criterion, given)| Criterion {
                name: &criterion.name,
                look: &criterion.look,
                weight: criterion.weight,
                points: given.points.value(),
                of: given.of.value(),
                person: given.person.value(),
                taken: (given.taken.iter())
                    .map(|it| Taken {
                        points: it.points.value(),
                        message: of_taken(lang, criterion, *it),
                    })
                    .collect(),
                unasked: &given.unasked,
            })
            .collect(),
        hard: (score.hard.iter())
            .map(|it| Hard {
                rule: it.rule,
                findings: it.findings,
            })
            .collect(),
    }
}

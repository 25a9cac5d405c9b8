//! Problems told in general words only. Does not judge an example: see `vague-example`.

use crate::check::messages::problem_without_example;
use crate::check::{Found, Looks, Missing, Rule, Severity, Whole};
use crate::draft::Part;

pub(super) const RULE: Rule = Rule {
    name: "problem-without-example",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: false,
    page: include_str!("problem-without-example.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for problem in whole.problems() {
        let has_example = problem.examples().any(|it| !it.is_blank());
        let is_decided = whole
            .draft
            .reason_not_written(Part::Examples(problem.id))
            .is_some();
        if !has_example
            && !is_decided
            && let Some(at) = whole.start_of(problem.id)
        {
            out.push(Found::lacks(
                Missing::Example,
                at,
                problem_without_example(whole.book.lang),
            ));
        }
    }
}

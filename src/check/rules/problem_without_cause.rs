//! Problems that no cause explains. Goes by the links alone: a report without any link has not been linked yet.

use crate::check::messages::problem_without_cause;
use crate::check::{Found, Looks, Missing, Rule, Severity, Whole};
use crate::draft::Part;

pub(super) const RULE: Rule = Rule {
    name: "problem-without-cause",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: false,
    page: include_str!("problem-without-cause.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    if !whole.links_causes() {
        return;
    }
    for problem in whole.problems() {
        let is_decided = whole.is_left_out(Part::Causes(problem.id));
        let has_cause = whole.draft.causes_of(problem.id).next().is_some();
        if !has_cause
            && !is_decided
            && let Some(at) = whole.start_of(problem.id)
        {
            out.push(Found::lacks(
                Missing::Cause,
                at,
                problem_without_cause(whole.book.lang),
            ));
        }
    }
}

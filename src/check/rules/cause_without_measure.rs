//! Causes that no measure removes. Goes by the links alone.

use crate::check::messages::cause_without_measure;
use crate::check::{Found, Looks, Missing, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "cause-without-measure",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: false,
    page: include_str!("cause-without-measure.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    if !whole.links_measures() {
        return;
    }
    for cause in whole.causes() {
        if !whole.draft.is_answered(cause.id)
            && let Some(at) = whole.start_of(cause.id)
        {
            out.push(Found::lacks(
                Missing::Measure,
                at,
                cause_without_measure(whole.book.lang),
            ));
        }
    }
}

//! Measures that answer no cause and no problem. Goes by the links alone.

use crate::check::messages::measure_without_cause;
use crate::check::{Found, Looks, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "measure-without-cause",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: false,
    page: include_str!("measure-without-cause.md"),
    looks: Looks::OverReport(run),
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    if !whole.links_measures() {
        return;
    }
    for measure in whole.measures() {
        let is_linked = whole.draft.links.iter().any(|it| it.touches(measure.id));
        if !is_linked && let Some(at) = whole.start_of(measure.id) {
            out.push(Found::new(at, measure_without_cause(whole.book.lang)));
        }
    }
}

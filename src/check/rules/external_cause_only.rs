//! Causes that name circumstances and nothing of the writer. A heuristic: it goes by words.

use crate::check::messages::external_cause_only;
use crate::check::seen::Sign;
use crate::check::{Found, Looks, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "external-cause-only",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("external-cause-only.md"),
    looks: &[Looks::OverReport(run)],
};

/// 强调客观条件 is a confession, not an excuse.
pub(in crate::check) const CONFESSIONS: &[&str] = &["强调客观"];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for cause in whole.causes() {
        let names = |sign: Sign| whole.shows(cause.id, sign);
        let is_external =
            names(Sign::Circumstance) && !names(Sign::OwnCause) && !names(Sign::Confession);
        if is_external && let Some(at) = whole.start_of(cause.id) {
            out.push(Found::new(at, external_cause_only(whole.book.lang)));
        }
    }
}

//! Measures that only declare resolve. A heuristic: words of resolve, and nothing that could be counted or dated.

use crate::check::messages::slogan_measure;
use crate::check::seen::Sign;
use crate::check::{Found, Looks, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "slogan-measure",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("slogan-measure.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for measure in whole.measures() {
        let shows = |sign: Sign| whole.shows(measure.id, sign);
        let is_slogan = shows(Sign::Slogan);
        let is_act = shows(Sign::Specific) || shows(Sign::Time) || !measure.due.trim().is_empty();
        if is_slogan
            && !is_act
            && let Some(at) = whole.start_of(measure.id)
        {
            out.push(Found::new(at, slogan_measure(whole.book.lang)));
        }
    }
}

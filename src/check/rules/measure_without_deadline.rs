//! Measures without a time. Reads the entry and looks for signs of a time in the words.

use crate::check::messages::measure_without_deadline;
use crate::check::seen::Sign;
use crate::check::{Found, Looks, Rule, Severity, Whole};
use crate::draft::Status;

pub(super) const RULE: Rule = Rule {
    name: "measure-without-deadline",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("measure-without-deadline.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for measure in whole.measures() {
        let is_settled = match measure.status {
            Status::Open | Status::Underway | Status::Unfinished => !measure.due.trim().is_empty(),
            Status::Ongoing | Status::Done | Status::Closed => true,
        };
        if !is_settled
            && !whole.shows(measure.id, Sign::Time)
            && let Some(at) = whole.start_of(measure.id)
        {
            out.push(Found::new(at, measure_without_deadline(whole.book.lang)));
        }
    }
}

//! Problems in which the writer does not occur. Does not know who the writer is.

use crate::check::messages::no_first_person;
use crate::check::seen::Sign;
use crate::check::{Found, Looks, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "no-first-person",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("no-first-person.md"),
    looks: &[Looks::OverReport(run)],
};

/// What follows 我 where it is no person: units, and the party and its army.
pub(in crate::check) const NOT_ME: &[&str] = &[
    "我国", "我省", "我市", "我县", "我区", "我镇", "我乡", "我村", "我局", "我部", "我院", "我校",
    "我办", "我委", "我厅", "我党", "我军", "自我", "忘我",
];

/// How the writer occurs.
pub(in crate::check) const ME: &[&str] = &["我"];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for problem in whole.problems() {
        if !whole.shows(problem.id, Sign::Me)
            && let Some(at) = whole.start_of(problem.id)
        {
            out.push(Found::new(at, no_first_person(whole.book.lang)));
        }
    }
}

//! Problems in which the writer does not occur. Does not know who the writer is.

use crate::check::messages::no_first_person;
use crate::check::{Found, Looks, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "no-first-person",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("no-first-person.md"),
    looks: Looks::OverReport(run),
};

/// What follows 我 where it is no person: units, and the party and its army.
const NOT_ME: &[&str] = &[
    "我国", "我省", "我市", "我县", "我区", "我镇", "我乡", "我村", "我局", "我部", "我院", "我校",
    "我办", "我委", "我厅", "我党", "我军", "自我", "忘我",
];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for problem in whole.problems() {
        let has_me = |text: &str| {
            let others: usize = NOT_ME.iter().map(|it| text.matches(it).count()).sum();
            text.contains("本人") || text.matches('我').count() > others
        };
        let is_named = has_me(&problem.headline) || problem.body.iter().any(|it| has_me(&it.text));
        if !is_named && let Some(at) = whole.start_of(problem.id) {
            out.push(Found::new(at, no_first_person(whole.book.lang)));
        }
    }
}

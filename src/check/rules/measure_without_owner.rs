//! Measures nobody answers for. A role such as 第一责任人 names nobody.

use crate::check::messages::measure_without_owner;
use crate::check::seen::Sign;
use crate::check::{Found, Looks, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "measure-without-owner",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("measure-without-owner.md"),
    looks: &[Looks::OverReport(run)],
};

/// How somebody is named in running words, and how the writer promises in person.
pub(in crate::check) const NAMED: &[&str] = &[
    "责任人：",
    "责任人:",
    "负责人：",
    "责任领导：",
    "牵头",
    "本人",
    "我将",
    "我要",
    "我会",
    "我带头",
    "我每",
    "我负责",
];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for measure in whole.measures() {
        let has_owner = !measure.owner.trim().is_empty()
            || whole.shows(measure.id, Sign::Named)
            || is_given_to(&measure.headline)
            || measure.body.iter().any(|it| is_given_to(&it.text));
        if !has_owner && let Some(at) = whole.start_of(measure.id) {
            out.push(Found::new(at, measure_without_owner(whole.book.lang)));
        }
    }
}

/// Tells whether a task is given to somebody: 由办公室负责.
fn is_given_to(text: &str) -> bool {
    text.match_indices('由').any(|(at, _)| {
        let clause = text.get(at..).unwrap_or_default();
        let end = clause
            .find(['，', '。', '；', '、'])
            .unwrap_or(clause.len());
        clause.get(..end).is_some_and(|it| it.contains("负责"))
    })
}

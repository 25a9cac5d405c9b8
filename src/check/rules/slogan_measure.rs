//! Measures that only declare resolve. A heuristic: words of resolve, and nothing that could be counted or dated.

use crate::check::messages::slogan_measure;
use crate::check::signs::{has_time, is_specific};
use crate::check::{Found, Looks, Rule, Severity, Whole, WordList};

pub(super) const RULE: Rule = Rule {
    name: "slogan-measure",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("slogan-measure.md"),
    looks: Looks::OverReport(run),
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for measure in whole.measures() {
        let texts =
            std::iter::once(&measure.headline).chain(measure.body.iter().map(|it| &it.text));
        let texts: Vec<&String> = texts.filter(|it| !it.trim().is_empty()).collect();
        let is_slogan = texts
            .iter()
            .any(|it| whole.book.words.has(WordList::Slogans, it));
        let is_act = texts.iter().any(|it| is_specific(it) || has_time(it))
            || !measure.due.trim().is_empty();
        if is_slogan
            && !is_act
            && let Some(at) = whole.start_of(measure.id)
        {
            out.push(Found::new(at, slogan_measure(whole.book.lang)));
        }
    }
}

//! Causes that name circumstances and nothing of the writer. A heuristic: it goes by words.

use crate::check::messages::external_cause_only;
use crate::check::{Found, Looks, Rule, Severity, Whole, WordList};

pub(super) const RULE: Rule = Rule {
    name: "external-cause-only",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("external-cause-only.md"),
    looks: Looks::OverReport(run),
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let words = whole.book.words;
    for cause in whole.causes() {
        let texts: Vec<&str> = std::iter::once(cause.headline.as_str())
            .chain(cause.body.iter().map(|it| it.text.as_str()))
            .collect();
        let names = |list: WordList| texts.iter().any(|it| words.has(list, it));
        // 强调客观条件 is a confession, not an excuse.
        let is_confession = texts.iter().any(|it| it.contains("强调客观"));
        let is_external =
            names(WordList::Circumstances) && !names(WordList::OwnCauses) && !is_confession;
        if is_external && let Some(at) = whole.start_of(cause.id) {
            out.push(Found::new(at, external_cause_only(whole.book.lang)));
        }
    }
}

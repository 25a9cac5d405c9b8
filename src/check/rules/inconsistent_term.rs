//! Set terms in other words than the set ones. The table is the writer's to change.

use crate::check::messages::{inconsistent_term, unquoted_term};
use crate::check::seen::QuotedTerm;
use crate::check::{Found, Looks, Paragraph, Rule, Severity, Whole, WordList};

pub(super) const RULE: Rule = Rule {
    name: "inconsistent-term",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("inconsistent-term.md"),
    looks: &[Looks::OverReport(run)],
};

/// Terms that stand in quotes; without them only where the report has them with quotes elsewhere.
pub(in crate::check) const QUOTED: &[&str] = &[
    "四风",
    "四个意识",
    "四个自信",
    "两个维护",
    "两个确立",
    "三会一课",
];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let mut is_quoted = [false; QUOTED.len()];
    for it in whole.marked().flat_map(|it| &it.1.quoted) {
        is_quoted[it.term] |= it.is_quoted;
    }
    for (paragraph, marks) in whole.marked() {
        for hit in &marks.terms {
            let instead = whole.book.words.instead(WordList::Terms, hit);
            let fix = paragraph.splice(hit.range(), instead);
            let words = paragraph.text.get(hit.range()).unwrap_or_default();
            let message = inconsistent_term(whole.book.lang, words, instead);
            out.push(Found {
                fix: fix.map(|it| vec![it]),
                ..Found::new(paragraph.at(hit.range()), message)
            });
        }
        for it in &marks.quoted {
            if is_quoted[it.term] && !it.is_inside {
                out.push(unquoted(whole, paragraph, it));
            }
        }
    }
}

fn unquoted(whole: &Whole<'_>, paragraph: &Paragraph<'_>, it: &QuotedTerm) -> Found {
    let term = QUOTED[it.term];
    let fix = paragraph.splice(it.range.clone(), &format!("“{term}”"));
    Found {
        fix: fix.map(|it| vec![it]),
        ..Found::new(
            paragraph.at(it.range.clone()),
            unquoted_term(whole.book.lang, term),
        )
    }
}

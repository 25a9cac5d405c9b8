//! Set terms in other words than the set ones. The table is the writer's to change.

use crate::check::messages::{inconsistent_term, unquoted_term};
use crate::check::{Found, Looks, Paragraph, Rule, Severity, Whole, WordList};

pub(super) const RULE: Rule = Rule {
    name: "inconsistent-term",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("inconsistent-term.md"),
    looks: Looks::OverReport(run),
};

/// Terms that stand in quotes; without them only where the report has them with quotes elsewhere.
const QUOTED: &[&str] = &[
    "四风",
    "四个意识",
    "四个自信",
    "两个维护",
    "两个确立",
    "三会一课",
];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let has_quoted = |term: &str| {
        let quoted = format!("“{term}”");
        whole.paragraphs.iter().any(|it| it.text.contains(&quoted))
    };
    let quoted: Vec<&&str> = QUOTED.iter().filter(|it| has_quoted(it)).collect();
    for paragraph in whole.paragraphs {
        for hit in whole.book.words.find(WordList::Terms, &paragraph.text) {
            let fix = paragraph.splice(hit.range.clone(), hit.instead);
            let words = paragraph.text.get(hit.range.clone()).unwrap_or_default();
            let message = inconsistent_term(whole.book.lang, words, hit.instead);
            out.push(Found {
                fix: fix.map(|it| vec![it]),
                ..Found::new(paragraph.at(hit.range), message)
            });
        }
        for term in &quoted {
            unquoted(whole, paragraph, term, out);
        }
    }
}

fn unquoted(whole: &Whole<'_>, paragraph: &Paragraph<'_>, term: &str, out: &mut Vec<Found>) {
    for (at, words) in paragraph.text.match_indices(term) {
        if is_inside_quotes(&paragraph.text, at) {
            continue;
        }
        let range = at..at + words.len();
        let fix = paragraph.splice(range.clone(), &format!("“{term}”"));
        out.push(Found {
            fix: fix.map(|it| vec![it]),
            ..Found::new(paragraph.at(range), unquoted_term(whole.book.lang, term))
        });
    }
}

/// Tells whether a quote opened before this byte is not closed before it.
fn is_inside_quotes(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('“') > before.rfind('”')
}

//! 、 between quoted words or titles that follow each other (GB/T 15834-2011, 4.5.3.5).

use crate::check::messages::comma_between_quoted;
use crate::check::{Found, Looks, Paragraph, Rule, Rulebook, Severity};

pub(super) const RULE: Rule = Rule {
    name: "comma-between-quoted",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("comma-between-quoted.md"),
    looks: Looks::AtParagraph(run),
};

const PATTERNS: &[&str] = &["”、“", "》、《"];

fn run(book: &Rulebook<'_>, paragraph: &Paragraph<'_>, out: &mut Vec<Found>) {
    for pattern in PATTERNS {
        for (at, _) in paragraph.text.match_indices(pattern) {
            let at = at + '”'.len_utf8();
            let range = at..at + '、'.len_utf8();
            let fix = paragraph.splice(range.clone(), "");
            out.push(Found {
                fix: fix.map(|it| vec![it]),
                ..Found::new(paragraph.at(range), comma_between_quoted(book.lang))
            });
        }
    }
}

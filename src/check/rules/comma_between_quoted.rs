//! 、 between quoted words or titles that follow each other (GB/T 15834-2011, 4.5.3.5).

use crate::check::messages::comma_between_quoted;
use crate::check::phrases::Group;
use crate::check::{Found, Looks, Rule, Rulebook, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    name: "comma-between-quoted",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("comma-between-quoted.md"),
    looks: &[Looks::AtParagraph(run)],
};

/// Where the mark stands.
pub(in crate::check) const PATTERNS: &[&str] = &["”、“", "》、《"];

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    for hit in seen.hits.all(Group::Pause) {
        let at = hit.start + '”'.len_utf8();
        let range = at..at + '、'.len_utf8();
        let fix = seen.splice(range.clone(), "");
        out.push(Found {
            fix: fix.map(|it| vec![it]),
            ..Found::new(seen.at(range), comma_between_quoted(book.lang))
        });
    }
}

//! 的 where 得 or 地 belongs. Patterns only: it knows no grammar.

use crate::check::messages::de_confusion;
use crate::check::phrases::Group;
use crate::check::{Found, Looks, Rule, Rulebook, Seen, Severity, WordList};

pub(super) const RULE: Rule = Rule {
    name: "de-confusion",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("de-confusion.md"),
    looks: &[Looks::AtParagraph(run)],
};

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    let text = seen.text.as_ref();
    for hit in seen.hits.of(Group::List(WordList::DeConfusions)) {
        let (range, instead) = (hit.range(), book.words.instead(WordList::DeConfusions, hit));
        let before = text.get(..range.start).unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default();
        // 所做的不是, 做的不仅: 的 makes a noun of it.
        if before.ends_with('所') || after.starts_with(['是', '仅', '只', '同']) {
            continue;
        }
        let words = text.get(range.clone()).unwrap_or_default();
        let fix = seen.splice(range.clone(), instead);
        out.push(Found {
            fix: fix.map(|it| vec![it]),
            ..Found::new(seen.at(range), de_confusion(book.lang, words, instead))
        });
    }
}

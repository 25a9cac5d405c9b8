//! 的 where 得 or 地 belongs. Patterns only: it knows no grammar.

use crate::check::messages::de_confusion;
use crate::check::{Found, Looks, Paragraph, Rule, Rulebook, Severity, WordList};

pub(super) const RULE: Rule = Rule {
    name: "de-confusion",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("de-confusion.md"),
    looks: Looks::AtParagraph(run),
};

fn run(book: &Rulebook<'_>, paragraph: &Paragraph<'_>, out: &mut Vec<Found>) {
    let text = paragraph.text.as_ref();
    for hit in book.words.find(WordList::DeConfusions, text) {
        let before = text.get(..hit.range.start).unwrap_or_default();
        let after = text.get(hit.range.end..).unwrap_or_default();
        // 所做的不是, 做的不仅: 的 makes a noun of it.
        if before.ends_with('所') || after.starts_with(['是', '仅', '只', '同']) {
            continue;
        }
        let words = text.get(hit.range.clone()).unwrap_or_default();
        let fix = paragraph.splice(hit.range.clone(), hit.instead);
        out.push(Found {
            fix: fix.map(|it| vec![it]),
            ..Found::new(
                paragraph.at(hit.range.clone()),
                de_confusion(book.lang, words, hit.instead),
            )
        });
    }
}

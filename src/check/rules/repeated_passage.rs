//! Words of the report that stand in it twice. Does not count the set phrases of the genre.

use crate::check::messages::repeated_passage;
use crate::check::resemblance::Index;
use crate::check::{Found, Looks, Paragraph, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "repeated-passage",
    severity: Severity::Info,
    is_on: true,
    is_chinese: false,
    page: include_str!("repeated-passage.md"),
    looks: Looks::OverReport(run),
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let words = whole.book.words;
    let texts: Vec<&Paragraph<'_>> = whole
        .paragraphs
        .iter()
        .filter(|it| it.kind.is_prose())
        .collect();
    let mut index = Index::default();
    for it in &texts {
        let _number = index.add(words, &it.text);
    }
    for (number, paragraph) in texts.iter().enumerate() {
        // Only what stood before: the second of two is the one to change.
        let found = index.likenesses(words, &paragraph.text, |it| it.text < number);
        for likeness in found {
            let twin = texts
                .get(likeness.twin.text)
                .and_then(|it| it.text.get(likeness.twin.range.clone()));
            let message = repeated_passage(whole.book.lang, twin.unwrap_or_default());
            out.push(Found::new(paragraph.at(likeness.range), message));
        }
    }
}

//! Words of the report that stand in it twice. Does not count the set phrases of the genre.

use crate::check::messages::repeated_passage;
use crate::check::resemblance::{Index, Shared};
use crate::check::{Found, Looks, Paragraph, Resembled, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "repeated-passage",
    severity: Severity::Info,
    is_on: true,
    is_chinese: false,
    page: include_str!("repeated-passage.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let sentences = whole.marked().flat_map(|it| &it.1.prints);
    let mut index = Index::for_prints(sentences.map(|it| it.hashes.len()).sum());
    let mut shared = Shared::default();
    let mut texts: Vec<&Paragraph<'_>> = Vec::new();
    for (paragraph, marks) in whole.marked().filter(|it| it.0.kind.is_prose()) {
        // Only with what stood before: the second of two is the one to change.
        for likeness in index.likenesses_with(&mut shared, &marks.prints) {
            let twin = texts
                .get(likeness.twin.text)
                .and_then(|it| it.text.get(likeness.twin.range));
            let twin = twin.unwrap_or_default();
            out.push(Found {
                twin: Some(Resembled {
                    name: None,
                    words: twin.trim().to_owned(),
                    percent: likeness.percent,
                }),
                ..Found::new(
                    paragraph.at(likeness.range),
                    repeated_passage(whole.book.lang, twin),
                )
            });
        }
        let _number = index.add(&marks.prints);
        texts.push(paragraph);
    }
}

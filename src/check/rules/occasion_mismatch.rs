//! A title that names one meeting and a text that names another. Knows the two meetings of the genre only.

use crate::check::messages::occasion_mismatch;
use crate::check::{At, Found, Kind, Looks, Rule, Severity, Whole};
use crate::draft::Field;

pub(super) const RULE: Rule = Rule {
    name: "occasion-mismatch",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("occasion-mismatch.md"),
    looks: Looks::OverReport(run),
};

const OCCASIONS: [&str; 2] = ["民主生活会", "组织生活会"];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let title = &whole.draft.title;
    for [here, there] in [OCCASIONS, [OCCASIONS[1], OCCASIONS[0]]] {
        let Some(at) = title.find(here) else { continue };
        let count = |words: &str| -> usize {
            let texts = whole.paragraphs.iter().filter(|it| it.kind != Kind::Title);
            texts.map(|it| it.text.matches(words).count()).sum()
        };
        if !title.contains(there) && count(there) > count(here) {
            let range = at..at + here.len();
            let message = occasion_mismatch(whole.book.lang, here, there, count(there));
            out.push(Found::new(At::Text(Field::Title, range), message));
        }
    }
}

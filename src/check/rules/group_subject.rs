//! Groups that stand where the writer should. A signal: the group may be right where it stands.

use crate::check::messages::group_subject;
use crate::check::{Found, Kind, Looks, Of, Paragraph, Rule, Rulebook, Severity, WordList};

pub(super) const RULE: Rule = Rule {
    name: "group-subject",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("group-subject.md"),
    looks: Looks::AtParagraph(run),
};

fn run(book: &Rulebook<'_>, paragraph: &Paragraph<'_>, out: &mut Vec<Found>) {
    if !matches!(
        paragraph.kind,
        Kind::Headline(Of::Problem) | Kind::Body(Of::Problem)
    ) {
        return;
    }
    for hit in book.words.find(WordList::Groups, &paragraph.text) {
        let words = paragraph.text.get(hit.range.clone()).unwrap_or_default();
        let message = group_subject(book.lang, words);
        out.push(Found::new(paragraph.at(hit.range), message));
    }
}

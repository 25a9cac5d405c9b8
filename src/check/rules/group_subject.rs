//! Groups that stand where the writer should. A signal: the group may be right where it stands.

use crate::check::messages::group_subject;
use crate::check::phrases::Group;
use crate::check::{Found, Kind, Looks, Of, Rule, Rulebook, Seen, Severity, WordList};

pub(super) const RULE: Rule = Rule {
    name: "group-subject",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("group-subject.md"),
    looks: &[Looks::AtParagraph(run)],
};

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    if !matches!(
        seen.kind,
        Kind::Headline(Of::Problem) | Kind::Body(Of::Problem)
    ) {
        return;
    }
    for hit in seen.hits.of(Group::List(WordList::Groups)) {
        let range = hit.range();
        let words = seen.text.get(range.clone()).unwrap_or_default();
        let message = group_subject(book.lang, words);
        out.push(Found::new(seen.at(range), message));
    }
}

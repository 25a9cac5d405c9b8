//! Phrases that stand in every report and say nothing of this writer. The list is the writer's to change.

use crate::check::messages::stock_phrase;
use crate::check::phrases::Group;
use crate::check::{Found, Kind, Looks, Of, Rule, Rulebook, Seen, Severity, WordList};

pub(super) const RULE: Rule = Rule {
    name: "stock-phrase",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("stock-phrase.md"),
    looks: &[Looks::AtParagraph(run)],
};

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    if !matches!(
        seen.kind,
        Kind::Headline(Of::Problem | Of::Cause) | Kind::Body(Of::Problem | Of::Cause)
    ) {
        return;
    }
    for hit in seen.hits.of(Group::List(WordList::StockPhrases)) {
        let range = hit.range();
        let words = seen.text.get(range.clone()).unwrap_or_default();
        out.push(Found::new(
            seen.at(range.clone()),
            stock_phrase(book.lang, words),
        ));
    }
}

//! Phrases that stand in every report and say nothing of this writer. The list is the writer's to change.

use crate::check::messages::stock_phrase;
use crate::check::{Found, Kind, Looks, Of, Paragraph, Rule, Rulebook, Severity, WordList};

pub(super) const RULE: Rule = Rule {
    name: "stock-phrase",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("stock-phrase.md"),
    looks: Looks::AtParagraph(run),
};

fn run(book: &Rulebook<'_>, paragraph: &Paragraph<'_>, out: &mut Vec<Found>) {
    if !matches!(
        paragraph.kind,
        Kind::Headline(Of::Problem | Of::Cause) | Kind::Body(Of::Problem | Of::Cause)
    ) {
        return;
    }
    for hit in book.words.find(WordList::StockPhrases, &paragraph.text) {
        let words = paragraph.text.get(hit.range.clone()).unwrap_or_default();
        out.push(Found::new(
            paragraph.at(hit.range.clone()),
            stock_phrase(book.lang, words),
        ));
    }
}

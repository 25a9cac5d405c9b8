//! Sentences that nobody can read in one breath.

use crate::check::messages::long_sentence;
use crate::check::sentence::sentences;
use crate::check::{Found, Looks, Paragraph, Rule, Rulebook, Severity};

pub(super) const RULE: Rule = Rule {
    name: "long-sentence",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("long-sentence.md"),
    looks: Looks::AtParagraph(run),
};

/// From how many characters on a sentence is long.
const LONG: usize = 100;

fn run(book: &Rulebook<'_>, paragraph: &Paragraph<'_>, out: &mut Vec<Found>) {
    if !paragraph.kind.is_prose() {
        return;
    }
    for range in sentences(&paragraph.text) {
        let sentence = paragraph.text.get(range.clone()).unwrap_or_default();
        let length = sentence.chars().filter(|it| !it.is_whitespace()).count();
        if length > LONG {
            out.push(Found::new(
                paragraph.at(range),
                long_sentence(book.lang, length),
            ));
        }
    }
}

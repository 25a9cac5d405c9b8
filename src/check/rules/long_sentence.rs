//! Sentences that nobody can read in one breath.

use crate::check::messages::long_sentence;
use crate::check::{Found, Looks, Rule, Rulebook, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    name: "long-sentence",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("long-sentence.md"),
    looks: &[Looks::AtParagraph(run)],
};

/// From how many characters on a sentence is long.
const LONG: usize = 100;

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    if !seen.kind.is_prose() {
        return;
    }
    for it in seen.sentences.iter().filter(|it| it.length > LONG) {
        let message = long_sentence(book.lang, it.length);
        out.push(Found::new(seen.at(it.range.clone()), message));
    }
}

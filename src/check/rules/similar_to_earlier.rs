//! Sentences that stand in an earlier report in much the same words. Without one there is nothing to say.

use crate::check::messages::similar_to_earlier;
use crate::check::{Found, Looks, Rule, Rulebook, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    name: "similar-to-earlier",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: false,
    page: include_str!("similar-to-earlier.md"),
    looks: &[Looks::AtParagraph(run)],
};

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    let Some(others) = book.others.filter(|_| seen.kind.is_prose()) else {
        return;
    };
    for echo in others.echoes(&seen.printed()) {
        let message = similar_to_earlier(book.lang, echo.name, echo.percent, echo.words.trim());
        out.push(Found::new(seen.at(echo.range), message));
    }
}

//! Sentences that stand in an earlier report in much the same words. Without one there is nothing to say.

use crate::check::messages::similar_to_earlier;
use crate::check::{Found, Kind, Looks, Resembled, Rule, Rulebook, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    name: "similar-to-earlier",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: false,
    page: include_str!("similar-to-earlier.md"),
    looks: &[Looks::AtParagraph(run)],
};

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    // Last year's promises are told in last year's words: that is asked for.
    let is_quoted = matches!(seen.kind, Kind::FollowUpProblem | Kind::FollowUpMeasure);
    let is_own = seen.kind.is_prose() && !is_quoted;
    let Some(others) = book.others.filter(|_| is_own) else {
        return;
    };
    for echo in others.echoes(seen.printed()) {
        let message = similar_to_earlier(book.lang, echo.name, echo.percent, echo.words.trim());
        out.push(Found {
            twin: Some(Resembled {
                name: Some(echo.name.to_owned()),
                words: echo.words.trim().to_owned(),
                percent: echo.percent,
            }),
            ..Found::new(seen.at(echo.range), message)
        });
    }
}

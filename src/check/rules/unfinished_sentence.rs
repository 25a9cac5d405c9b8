//! Paragraphs that stop in the middle of a sentence. Does not ask whether a whole sentence says enough.

use crate::check::messages::unfinished_sentence;
use crate::check::signs::{closes, ends_sentence};
use crate::check::{Found, Kind, Looks, Rule, Rulebook, Seen, Severity};
use crate::draft::Role;

pub(super) const RULE: Rule = Rule {
    name: "unfinished-sentence",
    severity: Severity::Error,
    is_on: true,
    is_chinese: true,
    page: include_str!("unfinished-sentence.md"),
    looks: &[Looks::AtParagraph(run)],
};

/// The most characters of a line that is a name or a date.
const SHORT: usize = 24;

fn run(book: &Rulebook<'_>, paragraph: &Seen<'_>, out: &mut Vec<Found>) {
    let text = paragraph.text.trim_end();
    let bare = text.trim_end_matches(closes);
    let Some(last) = bare.chars().next_back() else {
        return;
    };
    // Name and date under the last words.
    let is_signature = paragraph.kind == Kind::SectionText(Role::Closing)
        && text.chars().count() <= SHORT
        && !text.contains(['，', '。', '、', '；']);
    if is_signature {
        return;
    }
    let leads_on = matches!(last, '：' | ':');
    let is_unfinished = match paragraph.kind {
        // A list may follow, and a heading below.
        Kind::LeadIn
        | Kind::SectionText(
            Role::Dimensions | Role::Causes | Role::Measures | Role::FollowUp | Role::Opening,
        ) => !ends_sentence(last) && !leads_on,
        Kind::SectionText(_) | Kind::Statement | Kind::Body(_) => !ends_sentence(last),
        Kind::Title
        | Kind::Byline
        | Kind::SectionTitle(_)
        | Kind::DimensionTitle
        | Kind::Headline(_)
        | Kind::Owner
        | Kind::Due
        | Kind::MeasureEvidence
        | Kind::FollowUpProblem
        | Kind::FollowUpMeasure
        | Kind::FollowUpEvidence => false,
    };
    // A line of a list ends in a semicolon or a colon, and another follows; a last line of an English text in a stop.
    let goes_on = !paragraph.is_last && matches!(last, '；' | ';' | '：' | ':');
    if !is_unfinished || goes_on || last == '.' {
        return;
    }
    let start = bare
        .char_indices()
        .rev()
        .find(|(_, it)| ends_sentence(*it) || matches!(it, '；' | ';'))
        .filter(|(at, it)| at + it.len_utf8() < bare.len())
        .map_or(0, |(at, it)| at + it.len_utf8());
    out.push(Found::new(
        paragraph.at(start..text.len()),
        unfinished_sentence(book.lang),
    ));
}

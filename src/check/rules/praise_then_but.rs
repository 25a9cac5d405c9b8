//! Sentences that praise first and confess behind a 但. Patterns only: it does not weigh what is said.

use crate::check::messages::praise_then_but;
use crate::check::phrases::Group;
use crate::check::{Found, Kind, Looks, Of, Rule, Rulebook, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    name: "praise-then-but",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("praise-then-but.md"),
    looks: &[Looks::AtParagraph(run)],
};

/// How praise begins.
pub(in crate::check) const PRAISE: &[&str] = &[
    "能够",
    "能坚决",
    "能自觉",
    "能积极",
    "能认真",
    "能坚持",
    "能主动",
    "能较好",
    "能按",
    "虽然",
    "虽能",
    "尽管",
    "基本做到",
    "总体上",
    "总的来说",
    "较好地",
    "始终坚持",
    "取得了一定",
];

/// How it is taken back.
const BUT: &[&str] = &["但", "然而", "不过", "可是"];

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    if !matches!(
        seen.kind,
        Kind::LeadIn | Kind::Headline(Of::Problem) | Kind::Body(Of::Problem)
    ) {
        return;
    }
    let mut praise = seen
        .hits
        .all(Group::Praise)
        .iter()
        .map(|it| it.start)
        .peekable();
    for (idx, it) in seen.sentences.iter().enumerate() {
        let range = it.range.clone();
        // A 不 before it turns it round.
        let is_affirmed = |at: usize| {
            let before = seen.text.get(range.start..at).unwrap_or_default();
            !before.ends_with(['不', '未', '没', '只'])
        };
        let mut first = None;
        while let Some(at) = praise.next_if(|it| *it < range.end) {
            first = first.or_else(|| is_affirmed(at).then_some(at));
        }
        let Some(at) = first else { continue };
        let sentence = seen.text.get(range.clone()).unwrap_or_default();
        let next = seen.sentences.get(idx + 1).map(|it| it.range.clone());
        let next = next.and_then(|it| seen.text.get(it)).unwrap_or_default();
        if let Some(end) = but_behind(sentence, at - range.start, next) {
            out.push(Found::new(
                seen.at(at..range.start + end),
                praise_then_but(book.lang),
            ));
        }
    }
}

/// Returns the byte of the sentence behind the word that takes praise back: a clause behind it begins with one, or
/// the next sentence does.
fn but_behind(sentence: &str, praise: usize, next: &str) -> Option<usize> {
    let behind = sentence.get(praise..)?;
    let clause = |it: &&str| {
        let marks = ['，', '；'].into_iter();
        marks
            .filter_map(|mark| {
                Some(behind.find(&format!("{mark}{it}"))? + mark.len_utf8() + it.len())
            })
            .min()
    };
    let within = BUT.iter().filter_map(clause).min();
    let is_next = BUT.iter().any(|it| next.starts_with(it));
    within
        .map(|it| praise + it)
        .or_else(|| is_next.then_some(sentence.len()))
}

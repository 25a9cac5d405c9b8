//! Sentences that praise first and confess behind a 但. Patterns only: it does not weigh what is said.

use std::ops::Range;

use crate::check::messages::praise_then_but;
use crate::check::sentence::sentences;
use crate::check::{Found, Kind, Looks, Of, Paragraph, Rule, Rulebook, Severity};

pub(super) const RULE: Rule = Rule {
    name: "praise-then-but",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("praise-then-but.md"),
    looks: Looks::AtParagraph(run),
};

/// How praise begins.
const PRAISE: &[&str] = &[
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

fn run(book: &Rulebook<'_>, paragraph: &Paragraph<'_>, out: &mut Vec<Found>) {
    if !matches!(
        paragraph.kind,
        Kind::LeadIn | Kind::Headline(Of::Problem) | Kind::Body(Of::Problem)
    ) {
        return;
    }
    let sentences = sentences(&paragraph.text);
    for (idx, range) in sentences.iter().enumerate() {
        let words = |it: Option<&Range<usize>>| it.and_then(|it| paragraph.text.get(it.clone()));
        let sentence = words(Some(range)).unwrap_or_default();
        let Some(praise) = PRAISE.iter().filter_map(|it| affirmed(sentence, it)).min() else {
            continue;
        };
        let next = words(sentences.get(idx + 1)).unwrap_or_default();
        if let Some(end) = but_behind(sentence, praise, next) {
            let at = paragraph.at(range.start + praise..range.start + end);
            out.push(Found::new(at, praise_then_but(book.lang)));
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

/// Returns where words stand without a 不 before them.
fn affirmed(sentence: &str, words: &str) -> Option<usize> {
    sentence.match_indices(words).map(|it| it.0).find(|it| {
        !sentence
            .get(..*it)
            .is_some_and(|it| it.ends_with(['不', '未', '没', '只']))
    })
}

//! Words written twice in a row: 落实落实. Reduplications of the language are not meant.

use std::ops::Range;

use crate::check::messages::doubled_word;
use crate::check::signs::is_han;
use crate::check::{Found, Looks, Paragraph, Rule, Rulebook, Severity, WordList};

pub(super) const RULE: Rule = Rule {
    name: "doubled-word",
    severity: Severity::Error,
    is_on: true,
    is_chinese: true,
    page: include_str!("doubled-word.md"),
    looks: Looks::AtParagraph(run),
};

/// The longest word looked for, in characters.
const LONGEST: usize = 6;

fn run(book: &Rulebook<'_>, paragraph: &Paragraph<'_>, out: &mut Vec<Found>) {
    for (range, word) in doubled(&paragraph.text) {
        let both = paragraph.text.get(range.clone()).unwrap_or_default();
        if book.words.has(WordList::Reduplications, both) {
            continue;
        }
        let fix = paragraph.splice(range.start..range.start + word.len(), "");
        out.push(Found {
            fix: fix.map(|it| vec![it]),
            ..Found::new(paragraph.at(range), doubled_word(book.lang, word))
        });
    }
}

/// Returns where a word of two to six Han characters stands twice in a row, the shortest, and the word.
fn doubled(text: &str) -> Vec<(Range<usize>, &str)> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |at: usize| signs.get(at).map_or(text.len(), |it| it.0);
    let mut out = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let length = (2..=LONGEST).find(|length| is_doubled(&signs, at, *length));
        let Some(length) = length else {
            at += 1;
            continue;
        };
        let word = text.get(byte(at)..byte(at + length)).unwrap_or_default();
        // 一步一步, 一个一个: how things are done one by one.
        if !word.starts_with(['一', '每', '各']) {
            out.push((byte(at)..byte(at + 2 * length), word));
        }
        at += 2 * length;
    }
    out
}

fn is_doubled(signs: &[(usize, char)], at: usize, length: usize) -> bool {
    let (Some(first), Some(second)) = (
        signs.get(at..at + length),
        signs.get(at + length..at + 2 * length),
    ) else {
        return false;
    };
    let is_same = first
        .iter()
        .zip(second)
        .all(|(left, right)| left.1 == right.1);
    // 天天天天 is one character four times: not a word.
    is_same
        && first.iter().all(|it| is_han(it.1))
        && first
            .iter()
            .any(|it| Some(it.1) != first.first().map(|it| it.1))
}

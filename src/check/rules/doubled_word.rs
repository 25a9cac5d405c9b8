//! Words written twice in a row: 落实落实. Reduplications of the language are not meant.

use std::ops::Range;

use crate::check::messages::doubled_word;
use crate::check::phrases::Group;
use crate::check::signs::is_han;
use crate::check::{Found, Looks, Rule, Rulebook, Seen, Severity, WordList};

pub(super) const RULE: Rule = Rule {
    name: "doubled-word",
    severity: Severity::Error,
    is_on: true,
    is_chinese: true,
    page: include_str!("doubled-word.md"),
    looks: &[Looks::AtParagraph(run)],
};

/// The longest word looked for, in characters.
const LONGEST: usize = 6;

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    for (range, word) in doubled(&seen.text, &seen.signs) {
        let said_twice = seen.hits.all(Group::List(WordList::Reduplications));
        if said_twice.iter().any(|it| it.range() == range) {
            continue;
        }
        let fix = seen.splice(range.start..range.start + word.len(), "");
        out.push(Found {
            fix: fix.map(|it| vec![it]),
            ..Found::new(seen.at(range), doubled_word(book.lang, word))
        });
    }
}

/// Returns where a word of two to six Han characters stands twice in a row, the shortest, and the word.
fn doubled<'t>(text: &'t str, signs: &[(usize, char)]) -> Vec<(Range<usize>, &'t str)> {
    let byte = |at: usize| signs.get(at).map_or(text.len(), |it| it.0);
    let mut out = Vec::new();
    // How many signs up to here stand so many places before as well: a word stands twice where as many do in a row.
    let mut runs = [0_usize; LONGEST + 1];
    let mut free_from = 0;
    // Behind which sign each was met last, or another of the same lowest bits.
    let mut met = [0_usize; 256];
    let mut is_reset = true;
    for (at, &(_, sign)) in signs.iter().enumerate() {
        let place = &mut met[usize::from(u32::from(sign).to_le_bytes()[0])];
        let last = std::mem::replace(place, at + 1);
        // Nearly always.
        if last == 0 || last + LONGEST < at + 1 {
            if !is_reset {
                runs = [0; LONGEST + 1];
                is_reset = true;
            }
            continue;
        }
        is_reset = false;
        let mut may_be = false;
        for (length, run) in runs.iter_mut().enumerate().skip(2) {
            let is_again = at >= free_from + length && signs[at - length].1 == sign;
            *run = if is_again { *run + 1 } else { 0 };
            may_be |= *run >= length;
        }
        if !may_be {
            continue;
        }
        if !is_han(sign) {
            runs = [0; LONGEST + 1];
            continue;
        }
        let Some(length) = (2..=LONGEST).find(|it| runs[*it] >= *it) else {
            continue;
        };
        let start = at + 1 - 2 * length;
        let word = text
            .get(byte(start)..byte(start + length))
            .unwrap_or_default();
        // 天天天天 is one character four times: not a word.
        let mut letters = word.chars();
        let first = letters.next();
        if letters.all(|it| Some(it) == first) || !word.chars().all(is_han) {
            continue;
        }
        // 一步一步, 一个一个: how things are done one by one.
        if !word.starts_with(['一', '每', '各']) {
            out.push((byte(start)..byte(start + 2 * length), word));
        }
        runs = [0; LONGEST + 1];
        free_from = at + 1;
    }
    out
}

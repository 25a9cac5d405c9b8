//! Places that were to be filled in: `XX镇`, `**`, `某某`, `【待补】`, `--`. Does not know what belongs there.

use std::ops::Range;

use crate::check::messages::placeholder;
use crate::check::phrases::Group;
use crate::check::signs::{is_common_han, is_han, is_han_numeral};
use crate::check::words::Hit;
use crate::check::{Found, Looks, Rule, Rulebook, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    name: "placeholder",
    severity: Severity::Error,
    is_on: true,
    is_chinese: false,
    page: include_str!("placeholder.md"),
    looks: &[Looks::AtParagraph(run)],
};

/// Words that name a gap whatever stands around them.
pub(in crate::check) const WORDS: &[&str] = &[
    "某某",
    "待补充",
    "待填",
    "待补",
    "此处填",
    "此处补",
    "TODO",
    "TBD",
    "（略）",
    "【】",
    "〔〕",
    "（）",
    "()",
    "____",
];

fn run(book: &Rulebook<'_>, seen: &Seen<'_>, out: &mut Vec<Found>) {
    let mut found: Vec<Range<usize>> = runs(&seen.signs);
    found.extend(seen.hits.all(Group::Gap).iter().map(Hit::range));
    found.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
    let mut end = 0;
    for range in found {
        if range.start >= end {
            end = range.end;
            let words = seen.text.get(range.clone()).unwrap_or_default();
            out.push(Found::new(
                seen.at(range.clone()),
                placeholder(book.lang, words),
            ));
        }
    }
}

/// Returns the runs of one masking sign that stand where words should.
fn runs(signs: &[(usize, char)]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&(start, sign)) = signs.get(at) {
        at += 1;
        // Nearly every sign is a Han character, and none of those masks.
        if is_common_han(sign) || !masks(sign) {
            continue;
        }
        let before = at.checked_sub(2).map(|it| signs[it].1);
        let (mut end, mut length) = (start + sign.len_utf8(), 1);
        while let Some(&(next, it)) = signs.get(at).filter(|it| it.1.eq_ignore_ascii_case(&sign)) {
            (end, length, at) = (next + it.len_utf8(), length + 1, at + 1);
        }
        let after = signs.get(at).map(|it| it.1);
        if is_mask(sign, length, before, after) {
            out.push(start..end);
        }
    }
    out
}

fn masks(sign: char) -> bool {
    matches!(
        sign,
        'X' | 'x'
            | 'Ｘ'
            | 'ｘ'
            | '×'
            | '*'
            | '＊'
            | '-'
            | '_'
            | '＿'
            | '○'
            | '〇'
            | '□'
            | '△'
            | '☆'
            | '?'
            | '？'
    )
}

fn is_mask(sign: char, length: usize, before: Option<char>, after: Option<char>) -> bool {
    let is_word = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
    let is_chinese = |it: Option<char>| it.is_some_and(is_han);
    let beside_chinese = is_chinese(before) || is_chinese(after);
    match sign {
        // Part of a Latin word, or of a code.
        'X' | 'x' => length >= 2 && !is_word(before) && !is_word(after),
        // A dash is one sign in Chinese, a rule of hyphens stands by itself.
        '-' => length >= 2 && beside_chinese,
        '*' | '＊' => length >= 2 || beside_chinese,
        '〇' => {
            length >= 2 && !before.is_some_and(is_han_numeral) && !after.is_some_and(is_han_numeral)
        }
        '×' => length >= 2 || (beside_chinese && !is_digit(before) && !is_digit(after)),
        '?' | '？' => length >= 3,
        _ => length >= 2,
    }
}

fn is_digit(sign: Option<char>) -> bool {
    sign.is_some_and(crate::check::signs::is_digit)
}

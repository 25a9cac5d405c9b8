//! Half-width marks in Chinese text. Marks inside Latin words, numbers and times are left alone.

use std::ops::Range;

use crate::check::messages::half_width_punctuation;
use crate::check::signs::is_han;
use crate::check::{Found, Looks, Rule, Rulebook, Seen, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "half-width-punctuation",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("half-width-punctuation.md"),
    looks: &[Looks::AtParagraph(run), Looks::OverReport(ordinals)],
};

fn run(book: &Rulebook<'_>, paragraph: &Seen<'_>, out: &mut Vec<Found>) {
    let text = paragraph.text.as_ref();
    // Most paragraphs have none at all.
    let is_half = |it: char| it.is_ascii() && it.is_ascii_punctuation();
    if !paragraph.signs.iter().any(|it| is_half(it.1)) {
        return;
    }
    for range in half_width(text, &paragraph.signs) {
        let words = text.get(range.clone()).unwrap_or_default();
        let wide: String = words.chars().map(full_width).collect();
        let fix = paragraph.splice(range.clone(), &wide);
        out.push(Found {
            fix: fix.map(|it| vec![it]),
            ..Found::new(
                paragraph.at(range),
                half_width_punctuation(book.lang, words, &wide),
            )
        });
    }
}

/// The parentheses that a file numbers by.
fn ordinals(whole: &Whole<'_>, out: &mut Vec<Found>) {
    for ordinal in whole.ordinals {
        let words = ordinal.words.trim();
        let is_chinese = words.chars().any(is_han);
        if is_chinese && words.starts_with('(') {
            let wide: String = words.chars().map(full_width).collect();
            let message = half_width_punctuation(whole.book.lang, words, &wide);
            out.push(Found::given(ordinal, message));
        }
    }
}

/// Returns where half-width marks stand in Chinese: single marks beside a Han character, and pairs of parentheses
/// that hold or touch one, as one place with all between them.
fn half_width(text: &str, signs: &[(usize, char)]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    // The next closing parenthesis, and how many Han characters there are before each sign: looked for once.
    let mut closes: Vec<Option<usize>> = vec![None; signs.len()];
    let mut n_han: Vec<usize> = Vec::with_capacity(signs.len() + 1);
    n_han.push(0);
    let mut next = None;
    for (idx, it) in signs.iter().enumerate().rev() {
        if it.1 == ')' {
            next = Some(idx);
        }
        closes[idx] = next;
    }
    for it in signs {
        n_han.push(n_han.last().copied().unwrap_or_default() + usize::from(is_han(it.1)));
    }
    let mut at = 0;
    while let Some((start, sign)) = signs.get(at).copied() {
        let before = at
            .checked_sub(1)
            .and_then(|it| signs.get(it))
            .map(|it| it.1);
        let after = signs.get(at + 1).map(|it| it.1);
        let is_chinese = |it: Option<char>| it.is_some_and(|it| is_han(it) || is_wide_mark(it));
        if sign == '(' {
            if let Some(close) = closes[at] {
                let behind = signs.get(close + 1).map(|it| it.1);
                let holds_han = n_han[close] > n_han[at];
                if holds_han || (is_chinese(before) && is_chinese(behind)) {
                    out.push(start..signs.get(close).map_or(text.len(), |it| it.0 + 1));
                    at = close + 1;
                    continue;
                }
            }
        } else if matches!(sign, ',' | ';' | ':' | '?' | '!') {
            let between_digits = before.is_some_and(|it| it.is_ascii_digit())
                && after.is_some_and(|it| it.is_ascii_digit());
            if !between_digits
                && (is_chinese(before) || is_chinese(after))
                && !before.is_some_and(|it| it.is_ascii_alphabetic())
            {
                out.push(start..start + 1);
            }
        } else if sign == '.'
            && is_chinese(before)
            && after.is_none_or(|it| is_han(it) || it.is_whitespace())
        {
            out.push(start..start + 1);
        }
        at += 1;
    }
    out
}

fn is_wide_mark(sign: char) -> bool {
    matches!(
        sign,
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '”' | '“' | '》' | '《' | '）' | '（'
    )
}

fn full_width(sign: char) -> char {
    match sign {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '.' => '。',
        other => other,
    }
}

//! Half-width marks in Chinese text. Marks inside Latin words, numbers and times are left alone.

use std::ops::Range;

use crate::check::messages::half_width_punctuation;
use crate::check::signs::is_han;
use crate::check::{Found, Looks, Paragraph, Rule, Rulebook, Severity};

pub(super) const RULE: Rule = Rule {
    name: "half-width-punctuation",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("half-width-punctuation.md"),
    looks: Looks::AtParagraph(run),
};

fn run(book: &Rulebook<'_>, paragraph: &Paragraph<'_>, out: &mut Vec<Found>) {
    let text = paragraph.text.as_ref();
    for range in half_width(text) {
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

/// Returns where half-width marks stand in Chinese: single marks beside a Han character, and pairs of parentheses
/// that hold or touch one, as one place with all between them.
fn half_width(text: &str) -> Vec<Range<usize>> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some((start, sign)) = signs.get(at).copied() {
        let before = at
            .checked_sub(1)
            .and_then(|it| signs.get(it))
            .map(|it| it.1);
        let after = signs.get(at + 1).map(|it| it.1);
        let is_chinese = |it: Option<char>| it.is_some_and(|it| is_han(it) || is_wide_mark(it));
        if sign == '(' {
            let close = signs
                .iter()
                .skip(at)
                .position(|it| it.1 == ')')
                .map(|it| it + at);
            if let Some(close) = close {
                let inner = signs.get(at..close).unwrap_or_default();
                let behind = signs.get(close + 1).map(|it| it.1);
                if inner.iter().any(|it| is_han(it.1)) || (is_chinese(before) && is_chinese(behind))
                {
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

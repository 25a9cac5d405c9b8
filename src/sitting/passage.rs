//! Passages of a text for who has no caret: its sentences, and what is meant by their numbers or by words of the text.
//! Pure; selects and changes nothing.

use std::ops::Range;

use super::digits::number;
use crate::typeset::{self, motion};

/// What stands between the first and the last words of a passage.
const GAPS: &[&str] = &["......", "……", "...", "…", "。。。"];

/// Returns the sentences of a text, in bytes, without the blanks around them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let start = at + (rest.len() - rest.trim_start().len());
        if start >= text.len() {
            break;
        }
        let end = motion::sentence_right(text, start);
        let words = text.get(start..end).unwrap_or_default();
        sentences.push(start..start + words.trim_end().len());
        at = end;
    }
    sentences
}

/// Returns the passages that a writer may mean: all of the text (`all`), sentences by their numbers (`2`, `2-4`), from
/// the first words to the last (`first words...last words`, either may be left out), or words as they stand. Width,
/// case and blanks make no difference, which cannot be heard.
pub fn named(text: &str, words: &str) -> Vec<Range<usize>> {
    let words = words.trim();
    if words.is_empty() || text.is_empty() {
        return Vec::new();
    }
    if matches!(words.to_lowercase().as_str(), "all" | "全部" | "全选") {
        return one(0, text.len());
    }
    if let Some(passage) = by_numbers(text, words) {
        return vec![passage];
    }
    let found = places(text, words);
    if !found.is_empty() {
        return found;
    }
    let parted = GAPS.iter().find_map(|it| words.split_once(it));
    parted.map_or_else(Vec::new, |(first, last)| between(text, first, last))
}

/// Returns the places, in bytes, that a writer may mean to put something at: `0` before everything, a number behind the
/// sentence of that number, words behind them. Nothing said is the end.
pub fn places_behind(text: &str, words: &str) -> Vec<Range<usize>> {
    let words = words.trim();
    let here = |at| one(at, at);
    match number(words) {
        _ if words.is_empty() => here(text.len()),
        Some(0) => here(0),
        _ => (named(text, words).into_iter())
            .map(|it| it.end..it.end)
            .collect(),
    }
}

fn one(start: usize, end: usize) -> Vec<Range<usize>> {
    std::iter::once(start..end).collect()
}

/// Sentences by the number of one, or of the first and the last.
fn by_numbers(text: &str, words: &str) -> Option<Range<usize>> {
    let parts = ["-", "－", "—", "~", "～", "到", "至", "to"]
        .iter()
        .find_map(|it| words.split_once(it));
    let (first, last) = match parts {
        Some((first, last)) => (number(first)?, number(last)?),
        None => (number(words)?, number(words)?),
    };
    let all = sentences(text);
    let (first, last) = (first.min(last), first.max(last));
    let start = all.get(first.checked_sub(1)?)?.start;
    let end = all.get(last.checked_sub(1)?)?.end;
    Some(with_blank(text, start..end))
}

/// A sentence with the blanks that part it from the one before, where there are any: what is taken out leaves none
/// behind.
fn with_blank(text: &str, passage: Range<usize>) -> Range<usize> {
    let before = text.get(..passage.start).unwrap_or_default();
    let trimmed = before.trim_end_matches([' ', '\t', '\u{3000}']);
    if trimmed.is_empty() || trimmed.ends_with('\n') {
        passage
    } else {
        trimmed.len()..passage.end
    }
}

/// Every passage from the first words to the nearest last words behind them; what is left out is the start or the end.
fn between(text: &str, first: &str, last: &str) -> Vec<Range<usize>> {
    let (first, last) = (first.trim(), last.trim());
    if first.is_empty() && last.is_empty() {
        return Vec::new();
    }
    let starts = if first.is_empty() {
        one(0, 0)
    } else {
        places(text, first)
    };
    let ends = if last.is_empty() {
        one(text.len(), text.len())
    } else {
        places(text, last)
    };
    let passage = |start: &Range<usize>| {
        let end = ends.iter().find(|it| it.start >= start.end)?;
        Some(start.start..end.end)
    };
    starts.iter().filter_map(passage).collect()
}

/// Every place where words stand, in bytes, whole signs only.
fn places(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = words
        .chars()
        .filter(|it| !it.is_whitespace())
        .map(folded)
        .collect();
    let letters: Vec<(usize, usize, char)> = text
        .char_indices()
        .filter(|(_, it)| !it.is_whitespace())
        .map(|(at, it)| (at, at + it.len_utf8(), folded(it)))
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while !wanted.is_empty() && at + wanted.len() <= letters.len() {
        let here = letters.get(at..at + wanted.len()).unwrap_or_default();
        if here.iter().map(|it| it.2).eq(wanted.iter().copied())
            && let (Some(first), Some(last)) = (here.first(), here.last())
        {
            let start = typeset::floor_boundary(text, first.0);
            found.push(start..typeset::ceil_boundary(text, last.1));
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

/// A letter without what cannot be heard: its width, its case, the language of a mark.
fn folded(letter: char) -> char {
    let narrow = match letter {
        '。' => '.',
        '、' => ',',
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        it => it,
    };
    let mut lower = narrow.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(it), None) => it,
        _ => narrow,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, passages: &[&str]) {
        let found = named(text, words);
        let found: Vec<&str> = found.into_iter().filter_map(|it| text.get(it)).collect();
        assert_eq!(found, passages, "{words:?} in {text:?}");
    }

    const TEXT: &str = "去年我请假两次。没有补课！\n读书笔记停在8月。今年也请假。";

    #[test]
    fn sentences_have_numbers() {
        let all = sentences(TEXT);
        let all: Vec<&str> = all.into_iter().filter_map(|it| TEXT.get(it)).collect();
        assert_eq!(
            all,
            [
                "去年我请假两次。",
                "没有补课！",
                "读书笔记停在8月。",
                "今年也请假。"
            ]
        );
        assert!(sentences(" \n ").is_empty());
        check(TEXT, "2", &["没有补课！"]);
        check(TEXT, "２", &["没有补课！"]);
        check(TEXT, "2-3", &["没有补课！\n读书笔记停在8月。"]);
        check(TEXT, "3到2", &["没有补课！\n读书笔记停在8月。"]);
        check(TEXT, "全部", &[TEXT]);
        check("One. Two. Three.", "2", &[" Two."]);
        check("One. Two.", "1", &["One."]);
    }

    #[test]
    fn words_are_found_as_they_are_heard() {
        check(TEXT, "没有补课!", &["没有补课！"]);
        check(TEXT, "请假", &["请假", "请假"]);
        check(TEXT, "没有...停在", &["没有补课！\n读书笔记停在"]);
        check(
            TEXT,
            "请假……请假",
            &["请假两次。没有补课！\n读书笔记停在8月。今年也请假"],
        );
        check(TEXT, "今年...", &["今年也请假。"]);
        check(TEXT, "...两次。", &["去年我请假两次。"]);
        check("I Was late", "i was", &["I Was"]);
        // A number that is no sentence's may be a word.
        check("第8节", "8", &["8"]);
        check(TEXT, "9", &[]);
        check(TEXT, "...", &[]);
        check(TEXT, "", &[]);
        // Words that hold the sign of a gap themselves.
        check("他说……不去。", "说……不去", &["说……不去"]);
        // Whole signs.
        check("ae\u{301}b", "e", &["e\u{301}"]);
    }

    #[test]
    fn a_place_is_named_by_what_stands_before_it() {
        let at = |words: &str| -> Vec<usize> {
            (places_behind("一。二。", words).into_iter())
                .map(|it| it.start)
                .collect()
        };
        assert_eq!(at(""), [12]);
        assert_eq!(at("0"), [0]);
        assert_eq!(at("1"), [6]);
        assert_eq!(at("二"), [9]);
        assert!(at("三").is_empty());
    }
}

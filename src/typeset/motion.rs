//! Where words, sentences and paragraphs begin and end. Moves no caret: takes an offset and returns one.
//!
//! Chinese has no blanks between words. A unit of Chinese is two characters, counted from the start of its phrase,
//! and never goes beyond punctuation. All offsets are bytes; any offset may be given, also one inside a cluster.

use super::grapheme::floor_boundary;
use super::grapheme::next_boundary;
use super::grapheme::previous_boundary;

/// What a cluster is for the motion of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Newline,
    Blank,
    /// Letters and digits that are written with blanks between words.
    Word,
    /// Signs of a script without blanks.
    Chinese,
    Mark,
}

/// Returns where the unit before `offset` begins: what one press of “delete word” takes.
///
/// Blanks before the unit's end belong to it, as do the marks before the offset when they are all there is.
pub fn word_left(text: &str, offset: usize) -> usize {
    let offset = floor_boundary(text, offset);
    let mut at = back_over(text, offset, Kind::Blank);
    match kind_before(text, at) {
        None | Some(Kind::Blank) => at,
        // A newline is a unit by itself: blanks at the start of a paragraph go first.
        Some(Kind::Newline) if at < offset => at,
        Some(Kind::Newline) => previous_boundary(text, at),
        Some(kind @ (Kind::Word | Kind::Mark)) => back_over(text, at, kind),
        Some(Kind::Chinese) => {
            for _ in 0..2 {
                if kind_before(text, at) == Some(Kind::Chinese) {
                    at = previous_boundary(text, at);
                }
            }
            at
        }
    }
}

/// Returns where the unit after `offset` ends, with the blanks behind it.
pub fn word_right(text: &str, offset: usize) -> usize {
    let mut at = floor_boundary(text, offset);
    match kind_after(text, at) {
        None | Some(Kind::Blank) => {}
        Some(Kind::Newline) => return next_boundary(text, at),
        Some(kind @ (Kind::Word | Kind::Mark)) => at = forward_over(text, at, kind),
        Some(Kind::Chinese) => {
            for _ in 0..2 {
                if kind_after(text, at) == Some(Kind::Chinese) {
                    at = next_boundary(text, at);
                }
            }
        }
    }
    forward_over(text, at, Kind::Blank)
}

/// Returns the start of the sentence before `offset`; the start of the paragraph is one.
pub fn sentence_left(text: &str, offset: usize) -> usize {
    let mut at = floor_boundary(text, offset);
    let mut seen = false;
    while at > 0 {
        let before = previous_boundary(text, at);
        let grapheme = text.get(before..at).unwrap_or_default();
        if seen && (grapheme.ends_with('\n') || ends_sentence(grapheme)) {
            break;
        }
        seen |= !grapheme.ends_with('\n') && !ends_sentence(grapheme) && !closes(grapheme);
        at = before;
    }
    while at < offset
        && text
            .get(at..)
            .is_some_and(|it| it.starts_with(['”', '’', '）', ')', '」', '』', ' ']))
    {
        at = next_boundary(text, at);
    }
    at
}

/// Returns the end of the sentence after `offset`, behind its closing marks.
pub fn sentence_right(text: &str, offset: usize) -> usize {
    let mut at = floor_boundary(text, offset);
    let mut ended = false;
    let mut seen = false;
    while at < text.len() {
        let after = next_boundary(text, at);
        let grapheme = text.get(at..after).unwrap_or_default();
        if seen && grapheme.ends_with('\n')
            || ended && !ends_sentence(grapheme) && !closes(grapheme)
        {
            break;
        }
        seen |= !grapheme.ends_with('\n');
        ended |= ends_sentence(grapheme);
        at = after;
    }
    at
}

/// Returns the start of the paragraph, or of the one before if `offset` is at its start.
pub fn paragraph_left(text: &str, offset: usize) -> usize {
    let before = previous_boundary(text, offset);
    text.get(..before)
        .and_then(|it| it.rfind('\n'))
        .map_or(0, |it| it + 1)
}

/// Returns the end of the paragraph, or of the one after if `offset` is at its end.
pub fn paragraph_right(text: &str, offset: usize) -> usize {
    let after = next_boundary(text, offset);
    text.get(after..)
        .and_then(|it| it.find('\n'))
        .map_or(text.len(), |it| floor_boundary(text, after + it))
}

fn back_over(text: &str, mut at: usize, kind: Kind) -> usize {
    while kind_before(text, at) == Some(kind) {
        at = previous_boundary(text, at);
    }
    at
}

fn forward_over(text: &str, mut at: usize, kind: Kind) -> usize {
    while kind_after(text, at) == Some(kind) {
        at = next_boundary(text, at);
    }
    at
}

fn kind_before(text: &str, at: usize) -> Option<Kind> {
    let start = previous_boundary(text, at);
    text.get(start..at).and_then(kind)
}

fn kind_after(text: &str, at: usize) -> Option<Kind> {
    let end = next_boundary(text, at);
    text.get(at..end).and_then(kind)
}

fn kind(grapheme: &str) -> Option<Kind> {
    let first = grapheme.chars().next()?;
    Some(match first {
        _ if grapheme.ends_with('\n') => Kind::Newline,
        _ if first.is_whitespace() => Kind::Blank,
        '_' => Kind::Word,
        _ if !first.is_alphanumeric() => Kind::Mark,
        '\0'..='\u{10FF}' | '\u{1200}'..='\u{2E7F}' | '\u{AC00}'..='\u{D7FF}' => Kind::Word,
        _ => Kind::Chinese,
    })
}

fn ends_sentence(grapheme: &str) -> bool {
    matches!(grapheme, "。" | "！" | "？" | "!" | "?" | "…")
}

fn closes(grapheme: &str) -> bool {
    matches!(grapheme, "”" | "’" | "）" | ")" | "」" | "』" | " ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::mixed;
    use super::*;

    fn check(motion: fn(&str, usize) -> usize, text: &str, expected: &str) {
        let offset = text.find('▏').unwrap();
        let text = text.replace('▏', "");
        let mut moved = text.clone();
        moved.insert(motion(&text, offset), '▏');
        assert_eq!(moved, expected);
    }

    #[test]
    fn words_end_at_marks() {
        check(word_left, "理论学习不▏全面", "理论学▏习不全面");
        check(word_left, "理论，学▏", "理论，▏学");
        check(word_left, "理论，▏", "理论▏，");
        check(word_left, "到2035 ▏", "到▏2035 ");
        check(word_left, "一\n▏二", "一▏\n二");
        check(word_right, "▏理论学习", "理论▏学习");
        check(word_right, "▏rust 语言", "rust ▏语言");
    }

    #[test]
    fn sentences_and_paragraphs() {
        check(sentence_left, "一是。二是“三！”四▏", "一是。二是“三！”▏四");
        check(sentence_left, "一是。二是▏", "一是。▏二是");
        check(sentence_left, "一是。▏二是", "▏一是。二是");
        check(sentence_right, "▏一是！”二是", "一是！”▏二是");
        check(paragraph_left, "一\n二▏", "一\n▏二");
        check(paragraph_left, "一\n▏二", "▏一\n二");
        check(paragraph_right, "▏一\n二", "一▏\n二");
        check(paragraph_right, "一▏\n二", "一\n二▏");
    }

    proptest! {
        #[test]
        fn every_motion_goes_on_until_the_end(text in mixed(), at in any::<prop::sample::Index>()) {
            let offset = floor_boundary(&text, at.index(text.len() + 1));
            for left in [word_left, sentence_left, paragraph_left] {
                let to = left(&text, offset);
                prop_assert!(to < offset || offset == 0);
                prop_assert_eq!(to, floor_boundary(&text, to));
            }
            for right in [word_right, sentence_right, paragraph_right] {
                let to = right(&text, offset);
                prop_assert!(to > offset || offset == text.len());
                prop_assert_eq!(to, floor_boundary(&text, to));
            }
        }
    }
}

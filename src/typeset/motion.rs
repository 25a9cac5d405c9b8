//! Where words, sentences and paragraphs begin and end. Moves no caret: takes an offset and returns one.
//!
//! Chinese has no blanks between words, and a dictionary would be larger than this program. A unit of Chinese is a
//! common function word (`的`, `和`, `在` …) or two characters, counted from the last function word, mark or blank.
//! On the seed, 81 % of the word boundaries that the segmenter jieba sees are boundaries of units, and 72 % of
//! the units' are jieba's; plain pairs reach 56 % and 56 %. A unit never goes beyond punctuation, so deleting one never
//! takes more than a phrase. All offsets are bytes; any may be given, also one inside a cluster.

use super::grapheme::floor_boundary;
use super::grapheme::next_boundary;
use super::grapheme::previous_boundary;

/// Function words of one character: units by themselves.
const FUNCTION_WORDS: &str = "的了和与及在对是把被等也都还就又或而并着很更较但仍再";

/// How many characters a run of Chinese is followed back for the start of its pairs.
const FOLLOWED_BACK: usize = 200;

/// What a cluster is for the motion of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Newline,
    Blank,
    /// Letters and digits of scripts that are written with blanks between words.
    Word,
    Chinese,
    FunctionWord,
    Mark,
    /// An emoji or another picture: a unit by itself.
    Picture,
}

/// Returns where the unit before `offset` begins: what one press of “delete word” takes.
///
/// A unit is a run of letters and digits, a unit of Chinese, a run of marks, a picture or a newline, and the blanks
/// behind it. Offsets are in bytes.
pub fn word_left(text: &str, offset: usize) -> usize {
    let offset = floor_boundary(text, offset);
    let at = back_over(text, offset, Kind::Blank);
    match kind_before(text, at) {
        // A newline is a unit by itself: blanks at the start of a paragraph go first.
        None | Some(Kind::Blank) => at,
        Some(Kind::Newline) if at < offset => at,
        Some(Kind::Newline | Kind::FunctionWord | Kind::Picture) => previous_boundary(text, at),
        Some(Kind::Mark) => back_over(text, at, Kind::Mark),
        Some(Kind::Word) => back_over_word(text, at),
        Some(Kind::Chinese) => pairs_before(text, at),
    }
}

/// Returns where the unit after `offset` ends, with the blanks behind it. Offsets are in bytes.
pub fn word_right(text: &str, offset: usize) -> usize {
    let offset = floor_boundary(text, offset);
    let at = match kind_after(text, offset) {
        None | Some(Kind::Blank) => offset,
        Some(Kind::Newline) => return next_boundary(text, offset),
        Some(Kind::FunctionWord | Kind::Picture) => next_boundary(text, offset),
        Some(Kind::Mark) => over(text, offset, Kind::Mark),
        Some(Kind::Word) => over_word(text, offset),
        Some(Kind::Chinese) => {
            let one = next_boundary(text, offset);
            let is_first = pairs_before(text, one) == offset;
            if is_first && kind_after(text, one) == Some(Kind::Chinese) {
                next_boundary(text, one)
            } else {
                one
            }
        }
    };
    over(text, at, Kind::Blank)
}

/// Returns the start of the sentence before `offset`. A paragraph starts one. Offsets are in bytes.
pub fn sentence_left(text: &str, offset: usize) -> usize {
    let mut at = previous_boundary(text, offset);
    while at > 0 && !starts_sentence(text, at) {
        at = previous_boundary(text, at);
    }
    at
}

/// Returns the end of the sentence after `offset`, behind its closing marks. A paragraph ends one.
/// Offsets are in bytes.
pub fn sentence_right(text: &str, offset: usize) -> usize {
    let mut at = next_boundary(text, offset);
    while at < text.len() && !ends_sentence(text, at) {
        at = next_boundary(text, at);
    }
    at
}

/// Returns the start of the paragraph, or of the one before if `offset` is at its start. Offsets are in bytes.
pub fn paragraph_left(text: &str, offset: usize) -> usize {
    let before = previous_boundary(text, offset);
    text.get(..before)
        .and_then(|it| it.rfind('\n'))
        .map_or(0, |it| it + 1)
}

/// Returns the end of the paragraph, or of the one after if `offset` is at its end. Offsets are in bytes.
pub fn paragraph_right(text: &str, offset: usize) -> usize {
    let after = next_boundary(text, offset);
    let newline = text.get(after..).and_then(|it| it.find('\n'));
    newline.map_or(text.len(), |it| floor_boundary(text, after + it))
}

/// Returns the last boundary of pairs before `at`, which stands behind a Chinese character.
fn pairs_before(text: &str, at: usize) -> usize {
    let mut start = at;
    let mut n_characters = 0;
    while n_characters < FOLLOWED_BACK && kind_before(text, start) == Some(Kind::Chinese) {
        start = previous_boundary(text, start);
        n_characters += 1;
    }
    let one = previous_boundary(text, at);
    if n_characters % 2 == 1 {
        one
    } else {
        previous_boundary(text, one)
    }
}

fn back_over(text: &str, mut at: usize, kind: Kind) -> usize {
    while kind_before(text, at) == Some(kind) {
        at = previous_boundary(text, at);
    }
    at
}

fn over(text: &str, mut at: usize, kind: Kind) -> usize {
    while kind_after(text, at) == Some(kind) {
        at = next_boundary(text, at);
    }
    at
}

/// Goes back over letters and digits and the marks between them (`don’t`, `1,240`).
fn back_over_word(text: &str, at: usize) -> usize {
    let at = back_over(text, at, Kind::Word);
    let mark = previous_boundary(text, at);
    let joins = text.get(mark..at).is_some_and(is_within_word)
        && kind_before(text, mark) == Some(Kind::Word);
    if joins {
        back_over_word(text, mark)
    } else {
        at
    }
}

/// Goes over letters and digits and the marks between them.
fn over_word(text: &str, at: usize) -> usize {
    let at = over(text, at, Kind::Word);
    let behind = next_boundary(text, at);
    let joins = text.get(at..behind).is_some_and(is_within_word)
        && kind_after(text, behind) == Some(Kind::Word);
    if joins { over_word(text, behind) } else { at }
}

fn is_within_word(grapheme: &str) -> bool {
    matches!(grapheme, "’" | "'" | "." | "," | "-")
}

/// Says whether a sentence starts at `at`: behind a newline, or behind the end of another and its blanks.
fn starts_sentence(text: &str, at: usize) -> bool {
    if kind_before(text, at) == Some(Kind::Newline) {
        return true;
    }
    let goes_on = matches!(
        kind_after(text, at),
        None | Some(Kind::Blank | Kind::Newline)
    );
    !goes_on && is_behind_sentence(text, back_over(text, at, Kind::Blank), at)
}

/// Says whether a sentence ends at `at`: before a newline, or behind its last mark.
fn ends_sentence(text: &str, at: usize) -> bool {
    if kind_after(text, at) == Some(Kind::Newline) {
        return kind_before(text, at) != Some(Kind::Newline);
    }
    is_behind_sentence(text, at, at)
}

/// Says whether the text before `at` ends with the marks of a sentence and none of them follows at `behind`.
fn is_behind_sentence(text: &str, at: usize, behind: usize) -> bool {
    let is_closing = |it: char| "”’）)」』》〉】".contains(it);
    let is_final = |it: char| "。！？!?．".contains(it);
    let (Some(before), Some(after)) = (text.get(..at), text.get(behind..)) else {
        return false;
    };
    if after.starts_with(is_final) || after.starts_with(is_closing) {
        return false;
    }
    let sentence = before.trim_end_matches(is_closing);
    // A full stop ends an English sentence where a blank follows.
    let is_english = after.is_empty() || behind > at || after.starts_with(char::is_whitespace);
    sentence.ends_with(is_final) || is_english && sentence.ends_with('.')
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
        '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FBFF}' => Kind::Picture,
        _ if !first.is_alphanumeric() => Kind::Mark,
        '\0'..='\u{10FF}' | '\u{1200}'..='\u{2E7F}' | '\u{AC00}'..='\u{D7FF}' => Kind::Word,
        _ if FUNCTION_WORDS.contains(first) => Kind::FunctionWord,
        _ => Kind::Chinese,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::grapheme::graphemes;
    use super::super::samples::SEED;
    use super::super::samples::mixed;
    use super::*;

    /// Moves the caret drawn in a text.
    fn check(motion: fn(&str, usize) -> usize, text: &str, expected: &str) {
        let offset = text.find('▏').unwrap();
        let text = text.replace('▏', "");
        let mut moved = text.clone();
        moved.insert(motion(&text, offset), '▏');
        assert_eq!(moved, expected);
    }

    #[test]
    fn a_unit_is_left_behind() {
        check(word_left, "理论学习▏", "理论▏学习");
        check(word_left, "理论学▏习", "理论▏学习");
        check(word_left, "理论学习不▏", "理论学习▏不");
        check(word_left, "增强的▏", "增强▏的");
        check(word_left, "工作和生活▏", "工作和▏生活");
        check(word_left, "理论，学▏", "理论，▏学");
        check(word_left, "理论，▏", "理论▏，");
        check(word_left, "真学。”——▏", "真学▏。”——");
        check(word_left, "到2035 ▏", "到▏2035 ");
        check(word_left, "共1,240.5▏", "共▏1,240.5");
        check(word_left, "I don’t▏", "I ▏don’t");
        check(word_left, "一\n▏二", "一▏\n二");
        check(word_left, "一\n  ▏二", "一\n▏  二");
        check(word_left, "👨‍👩‍👧👨‍👩‍👧▏", "👨‍👩‍👧▏👨‍👩‍👧");
        check(word_left, "▏一", "▏一");
    }

    #[test]
    fn a_unit_is_passed() {
        check(word_right, "▏理论学习", "理论▏学习");
        check(word_right, "理▏论学习", "理论▏学习");
        check(word_right, "理论学习▏不", "理论学习不▏");
        check(word_right, "工作▏和生活", "工作和▏生活");
        check(word_right, "▏rust 语言", "rust ▏语言");
        check(word_right, "▏3.14，好", "3.14▏，好");
        check(word_right, "好▏，。好", "好，。▏好");
        check(word_right, "一▏\n二", "一\n▏二");
    }

    #[test]
    fn sentences_end_behind_their_marks() {
        check(sentence_left, "一是。二是“三！”四▏", "一是。二是“三！”▏四");
        check(sentence_left, "一是。二是▏", "一是。▏二是");
        check(sentence_left, "一是。▏二是", "▏一是。二是");
        check(sentence_left, "”一▏", "▏”一");
        check(sentence_left, "一\n二▏", "一\n▏二");
        check(sentence_left, "One. Two▏", "One. ▏Two");
        check(sentence_left, "约3.14▏", "▏约3.14");
        check(sentence_right, "▏一是！”二是", "一是！”▏二是");
        check(sentence_right, "一是！”▏二是", "一是！”二是▏");
        check(sentence_right, "一▏\n\n二。三", "一\n\n二。▏三");
        check(sentence_right, "▏One. Two", "One.▏ Two");
    }

    #[test]
    fn paragraphs_end_at_newlines() {
        check(paragraph_left, "一\n二▏", "一\n▏二");
        check(paragraph_left, "一\n▏二", "▏一\n二");
        check(paragraph_right, "▏一\n二", "一▏\n二");
        check(paragraph_right, "一▏\n二", "一\n二▏");
    }

    #[test]
    fn no_unit_of_the_seed_is_long() {
        let mut at = SEED.len();
        while at > 0 {
            let to = word_left(SEED, at);
            let unit = SEED.get(to..at).unwrap();
            assert!(unit.chars().count() <= 4, "{unit}");
            at = to;
        }
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

        #[test]
        fn a_unit_never_leaves_its_phrase(text in mixed(), at in any::<prop::sample::Index>()) {
            let offset = floor_boundary(&text, at.index(text.len() + 1));
            for unit in [text.get(word_left(&text, offset)..offset), text.get(offset..word_right(&text, offset))] {
                let unit = unit.unwrap();
                let is_hard = |it: char| "，。、；：！？”“（）《》".contains(it);
                prop_assert!(!unit.contains('\n') || ["\n", "\r\n"].contains(&unit), "{unit:?}");
                // A mark may carry a vowel sign of another script: they are one sign then.
                let signs = graphemes(unit).filter(|(_, it)| !it.contains(is_hard));
                let has_letter = signs.map(|(_, it)| it).any(|it| it.contains(char::is_alphanumeric));
                prop_assert!(!unit.contains(is_hard) || !has_letter, "{unit:?}");
                prop_assert!(unit.chars().filter(|it| matches!(it, '一'..='龥')).count() <= 2, "{unit:?}");
            }
        }

        #[test]
        fn units_are_the_same_in_both_directions(text in "[一-龥的和，]{0,40}") {
            let mut at = 0;
            while at < text.len() {
                let to = word_right(&text, at);
                prop_assert_eq!(word_left(&text, to), at);
                at = to;
            }
        }
    }
}

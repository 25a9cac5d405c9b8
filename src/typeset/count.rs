//! How long a text is, counted as a reader, an examiner and a word processor count. Judges no limit.

use super::width::Ambiguous;
use super::width::text_width;

/// How many 字 a text has, counted three ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Characters that are not blank.
    pub marks: usize,
    /// Letters, digits and Han characters: neither punctuation nor symbols.
    pub without_punctuation: usize,
    /// What Microsoft Word shows as 字数: one for each Chinese character or mark, one for each run of others
    /// between blanks. Close to Word, not promised to be equal.
    pub as_word: usize,
}

/// Counts a text.
pub fn count(text: &str) -> Count {
    let mut count = Count::default();
    let mut in_run = false;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        if char.is_whitespace() {
            in_run = false;
        } else {
            count.marks += 1;
            count.without_punctuation += usize::from(char.is_alphanumeric());
            if is_chinese(before, char, after) {
                count.as_word += 1;
                in_run = false;
            } else if !in_run {
                count.as_word += 1;
                in_run = true;
            }
        }
        before = char;
    }
    count
}

/// Says whether a character counts by itself: a wide one, or a mark that Chinese shares with other scripts,
/// unless it stands inside a word (`don’t`).
fn is_chinese(before: char, char: char, after: char) -> bool {
    let within_word = before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
    match char {
        '‘' | '’' | '·' => !within_word,
        '“' | '”' | '—' | '…' => true,
        '\0'..='\u{10FF}' => false,
        _ => {
            let mut buffer = [0; 4];
            text_width(char.encode_utf8(&mut buffer), Ambiguous::Narrow) == 2
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_three_ways() {
        let check = |text: &str, marks: usize, without_punctuation: usize, as_word: usize| {
            let expected = Count {
                marks,
                without_punctuation,
                as_word,
            };
            assert_eq!(count(text), expected, "{text:?}");
        };
        check("", 0, 0, 0);
        check(" \n\u{3000}", 0, 0, 0);
        check("对照检查。", 5, 4, 5);
        check("“四风”问题", 6, 4, 6);
        check("2035年", 5, 5, 2);
        check("don’t stop, now", 13, 11, 3);
        check("共1,240字", 7, 6, 3);
        check("等等……", 4, 2, 4);
    }

    #[test]
    fn the_seed_has_its_known_length() {
        let count = count(super::super::samples::SEED);
        assert_eq!(count.marks, 6448);
        assert_eq!(
            super::super::samples::SEED
                .chars()
                .filter(|it| matches!(it, '一'..='\u{9FFF}'))
                .count(),
            5724
        );
    }
}

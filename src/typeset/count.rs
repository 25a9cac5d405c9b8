//! How long a text is, counted as a reader, an examiner and a word processor count. Judges no limit.

use super::grapheme::graphemes;
use super::width::Ambiguous;
use super::width::width;

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
    let mut before = None;
    let mut clusters = graphemes(text).map(|(_, it)| it).peekable();
    while let Some(cluster) = clusters.next() {
        let marks = cluster.chars().filter(|it| !it.is_whitespace());
        count.marks += marks.clone().count();
        count.without_punctuation += marks.filter(|it| it.is_alphanumeric()).count();
        let after = clusters.peek().copied();
        if cluster.starts_with(char::is_whitespace) {
            in_run = false;
        } else if is_chinese(before, cluster, after) {
            count.as_word += 1;
            in_run = false;
        } else if !in_run {
            count.as_word += 1;
            in_run = true;
        }
        before = Some(cluster);
    }
    count
}

/// Says whether a cluster counts by itself: a wide one, or a mark that Chinese shares with other scripts, unless it
/// stands inside a word (`don’t`).
fn is_chinese(before: Option<&str>, cluster: &str, after: Option<&str>) -> bool {
    match cluster.chars().next() {
        Some('·' | '\u{2010}'..='\u{2BFF}') => !(is_latin(before) && is_latin(after)),
        Some('\0'..='\u{10FF}') | None => false,
        _ => width(cluster, Ambiguous::Narrow) == 2,
    }
}

/// Says whether a cluster is a letter or a digit of a script written with blanks between words.
fn is_latin(cluster: Option<&str>) -> bool {
    cluster.is_some_and(|it| it.starts_with(|it: char| it < '\u{1100}' && it.is_alphanumeric()))
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
        check("①查摆 Type—A", 9, 8, 4);
        check("(一)学习", 5, 3, 5);
        check("𠮷👨‍👩‍👧", 6, 1, 2);
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

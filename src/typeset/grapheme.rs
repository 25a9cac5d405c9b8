//! Grapheme clusters of UAX #29, by byte offset. Knows nothing of widths and of lines.

use unicode_segmentation::GraphemeCursor;
use unicode_segmentation::UnicodeSegmentation;

/// Iterates over the grapheme clusters of a text, each with the byte offset at which it starts.
///
/// `"\r\n"` is one cluster. Costs one comparison a cluster where Chinese follows Chinese.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    Graphemes { text, at: 0 }
}

/// Returns the next grapheme boundary after `at`, or the end of the text.
///
/// `at` is in bytes; an offset inside a character or a cluster leads to the end of this cluster.
pub fn next_boundary(text: &str, at: usize) -> usize {
    let mut at = floor_char(text, at);
    if text.get(at..).is_some_and(plain_pair) {
        at += first_len(text, at);
        return at;
    }
    GraphemeCursor::new(at, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// Returns the last grapheme boundary before `at`, or 0. `at` is in bytes.
pub fn previous_boundary(text: &str, at: usize) -> usize {
    if at > text.len() {
        return previous_boundary(text, text.len());
    }
    // From inside a character, the boundary may be the start of this very character.
    let ceiling = ceil_char(text, at);
    let mut found = before(text, ceiling);
    while found >= at && found > 0 {
        found = before(text, found);
    }
    found
}

/// Returns the grapheme boundary at or before `at`, which may be any byte offset, even inside a character.
pub fn floor_boundary(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let floor = floor_char(text, at);
    match GraphemeCursor::new(floor, text.len(), true).is_boundary(text, 0) {
        Ok(true) => floor,
        _ => before(text, floor),
    }
}

/// Returns `offset`, or the end of the cluster it lies in; at most the length of the text. Offsets are in bytes.
pub fn ceil_boundary(text: &str, offset: usize) -> usize {
    let before = floor_boundary(text, offset);
    if before == offset.min(text.len()) {
        before
    } else {
        next_boundary(text, before)
    }
}

/// Returns the boundary before the character boundary `at`, or 0.
fn before(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

/// Returns the character boundary at or before `at`.
fn floor_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Returns the character boundary at or after `at`.
fn ceil_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Returns the length in bytes of the character at `at`, 0 at the end.
fn first_len(text: &str, at: usize) -> usize {
    text.get(at..)
        .and_then(|it| it.chars().next())
        .map_or(0, char::len_utf8)
}

/// Says whether a text begins with a character that joins neither the next one nor any before it: both are plain, or it
/// is the last one.
fn plain_pair(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_plain) && chars.next().is_none_or(is_plain)
}

/// Says whether a character never joins with a plain neighbour: its `Grapheme_Cluster_Break` is Other, and it is
/// neither a pictograph nor part of a conjunct.
const fn is_plain(char: char) -> bool {
    matches!(char,
        ' '..='~' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
        | '\u{30A0}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')
}

/// Returns the length in bytes of the first sign, where it is ASCII, an ideograph or a stop of Chinese and so is the next
/// one, or there is none: nearly always. Says nothing of all others, of which [`plain_pair`] knows more.
fn common_sign(bytes: &[u8]) -> Option<usize> {
    let n = common_len(bytes)?;
    match bytes.get(n..)? {
        [] => Some(n),
        next => common_len(next).and(Some(n)),
    }
}

/// Returns the length of a visible sign of ASCII, an ideograph of U+4E00 to U+9FFF or one of the stops and brackets of
/// Chinese at the front.
const fn common_len(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b' '..=b'~', ..] => Some(1),
        [0xE4, 0xB8..=0xBF, ..]
        | [0xE5..=0xE9, ..]
        | [0xE3, 0x80, 0x81..=0xA9, ..]
        | [0xEF, 0xBC, 0x81..=0xBF, ..]
        | [0xEF, 0xBD, 0x80..=0x9E, ..] => Some(3),
        _ => None,
    }
}

/// The clusters of the rest of a text.
struct Graphemes<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Iterator for Graphemes<'text> {
    type Item = (usize, &'text str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..)?;
        let grapheme = if let Some(n) = common_sign(rest.as_bytes()) {
            rest.split_at(n).0
        } else if plain_pair(rest) {
            rest.split_at(first_len(rest, 0)).0
        } else {
            // A boundary stands at the front, and nothing before a boundary joins what follows it.
            rest.graphemes(true).next()?
        };
        let start = self.at;
        self.at += grapheme.len();
        Some((start, grapheme))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn clusters_of_many_scripts_are_whole() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = graphemes(text).map(|(_, it)| it).collect();
            assert_eq!(found, expected);
        };
        check("剖析", &["剖", "析"]);
        check("e\u{301}𠮷한", &["e\u{301}", "𠮷", "한"]);
        check("👨‍👩‍👧a🇨🇳🇫🇷", &["👨‍👩‍👧", "a", "🇨🇳", "🇫🇷"]);
        check("葛\u{E0100}城", &["葛\u{E0100}", "城"]);
        check("a\r\nb", &["a", "\r\n", "b"]);
    }

    /// The cases of UAX #29, all of them.
    #[test]
    fn unicode_agrees() {
        let cases = include_str!("../../tests/fixtures/unicode/GraphemeBreakTest-17.0.0.txt");
        let mut n_cases = 0;
        for case in cases
            .lines()
            .map(str::trim)
            .filter(|it| it.starts_with('÷'))
        {
            let text: String = case
                .split_whitespace()
                .filter_map(|it| u32::from_str_radix(it, 16).ok())
                .filter_map(char::from_u32)
                .collect();
            let drawn: Vec<String> = graphemes(&text)
                .map(|(_, it)| {
                    it.chars()
                        .map(|it| format!("{:04X}", u32::from(it)))
                        .collect::<Vec<_>>()
                })
                .map(|it| it.join(" × "))
                .collect();
            assert_eq!(format!("÷ {} ÷", drawn.join(" ÷ ")), case);
            n_cases += 1;
        }
        assert_eq!(n_cases, 766);
    }

    #[test]
    fn plain_characters_join_nothing() {
        for char in ('\0'..='\u{FFFF}').filter(|it| is_plain(*it)) {
            let text = format!("{char}{char}字{char}");
            assert_eq!(text.graphemes(true).count(), 4, "{char:?}");
        }
    }

    #[test]
    fn offsets_inside_a_cluster_are_snapped() {
        let text = "a👨‍👩‍👧b";
        let (start, end) = (1, text.len() - 1);
        for at in start..end {
            assert_eq!(floor_boundary(text, at), start);
            assert_eq!(next_boundary(text, at), end);
        }
        for at in start + 1..=end {
            assert_eq!(previous_boundary(text, at), start);
            assert_eq!(ceil_boundary(text, at), end);
        }
        assert_eq!(floor_boundary(text, 999), text.len());
        assert_eq!(ceil_boundary(text, 999), text.len());
        assert_eq!(previous_boundary(text, 999), end);
        assert_eq!(next_boundary(text, 999), text.len());
    }

    proptest! {
        #[test]
        fn all_functions_agree_with_the_clusters(text in super::super::samples::mixed()) {
            let mut bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            prop_assert_eq!(&bounds, &graphemes(&text).map(|(at, _)| at).collect::<Vec<_>>());
            bounds.push(text.len());
            for at in 0..=text.len() {
                prop_assert_eq!(Some(floor_boundary(&text, at)), bounds.iter().rfind(|it| **it <= at).copied());
                prop_assert_eq!(Some(ceil_boundary(&text, at)), bounds.iter().find(|it| **it >= at).copied());
                prop_assert_eq!(next_boundary(&text, at), bounds.iter().find(|it| **it > at).copied().unwrap_or(text.len()));
                prop_assert_eq!(previous_boundary(&text, at), bounds.iter().rfind(|it| **it < at).copied().unwrap_or(0));
            }
        }
    }
}

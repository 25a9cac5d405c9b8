//! How many cells a sign takes. Does not ask the terminal: the width of ambiguous signs is told.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::glyph::glyph;
use super::grapheme::graphemes;

/// How wide the East Asian ambiguous signs are: `“ ” ‘ ’ — … · ① ℃ ×` and many more.
///
/// One or two cells, by the terminal and its font. What is typed here must be what the terminal does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One cell, as in most terminals.
    #[default]
    Narrow,
    /// Two cells, as in terminals set up for Chinese.
    Wide,
}

/// Returns the cells taken by one grapheme cluster, as it is painted by [`glyph`](super::glyph()): one
/// or two, and more for some clusters of Indic scripts.
///
/// The empty text takes none; a newline, which is not painted, takes none.
pub fn width(grapheme: &str, ambiguous: Ambiguous) -> usize {
    if let Some(plain) = plain_width(grapheme) {
        return plain;
    }
    if matches!(grapheme.as_bytes(), [] | [b'\n'] | [b'\r', b'\n']) {
        return 0;
    }
    match glyph(grapheme) {
        Cow::Borrowed(it) => measure(it, ambiguous),
        Cow::Owned(it) => measure(&it, ambiguous),
    }
}

/// Returns the cells of the signs that nearly all of any text consists of, which every terminal shows alike and which
/// are painted as they are: ASCII, the unified ideographs of U+4E00 to U+9FFF, the stops and brackets of Chinese.
/// `None` for all others, which are looked up.
pub fn plain_width(grapheme: &str) -> Option<usize> {
    let (n_bytes, cells) = plain_sign(grapheme.as_bytes())?;
    (n_bytes == grapheme.len()).then_some(cells)
}

/// Returns the bytes and the cells of the plain sign at the front, unless what follows it joins it.
const fn plain_sign(bytes: &[u8]) -> Option<(usize, usize)> {
    match bytes {
        [b' '..=b'~', ..] => Some((1, 1)),
        [0xE4, 0xB8..=0xBF, _, ..]
        | [0xE5..=0xE9, _, _, ..]
        | [0xE3, 0x80, 0x81..=0x91, ..]
        | [0xEF, 0xBC, 0x81..=0xBF, ..]
        | [0xEF, 0xBD, 0x80..=0x9E, ..] => Some((3, 2)),
        _ => None,
    }
}

/// Returns the bytes and the cells of the plain signs that a text begins with, as far as they fit in so many cells. The
/// last one before something else, or before the end, is not among them: what stands there, or is put there, may join it.
pub fn plain_beginning(text: &str, most_cells: usize) -> (usize, usize) {
    let (mut before, mut behind) = ((0, 0), (0, 0));
    while let Some((n_bytes, n_cells)) = (text.as_bytes().get(behind.0..)).and_then(plain_sign) {
        before = behind;
        behind = (before.0 + n_bytes, before.1 + n_cells);
        if behind.1 > most_cells {
            break;
        }
    }
    before
}

/// Returns the cells taken by a text set in one row. Newlines take none.
pub fn text_width(text: &str, ambiguous: Ambiguous) -> usize {
    let (n_bytes, cells) = plain_beginning(text, usize::MAX);
    let rest = graphemes(text.split_at(n_bytes).1);
    cells + rest.map(|(_, it)| width(it, ambiguous)).sum::<usize>()
}

/// Returns the longest beginning of whole clusters that fits in `cells`; it ends before the first newline.
pub fn truncate(text: &str, cells: usize, ambiguous: Ambiguous) -> &str {
    let mut taken = 0;
    for (at, grapheme) in graphemes(text) {
        taken += width(grapheme, ambiguous);
        if taken > cells || grapheme.ends_with('\n') {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// Returns the cells of a cluster that may be painted as it is.
pub(super) fn measure(glyph: &str, ambiguous: Ambiguous) -> usize {
    match ambiguous {
        Ambiguous::Narrow => glyph.width(),
        Ambiguous::Wide => glyph.width_cjk(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn plain_signs_are_as_wide_as_the_tables_say_and_painted_as_they_are() {
        let mut n_plain = 0;
        for char in '\0'..=char::MAX {
            let mut buffer = [0; 4];
            let sign = &*char.encode_utf8(&mut buffer);
            let Some(width) = plain_width(sign) else {
                continue;
            };
            n_plain += 1;
            for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
                assert_eq!(measure(sign, ambiguous), width, "{sign:?}");
            }
            assert_eq!(glyph(sign), sign);
            assert!(!char.is_control(), "{sign:?}");
        }
        // ASCII, U+4E00 to U+9FFF, U+3001 to U+3011, U+FF01 to U+FF5E.
        assert_eq!(n_plain, 95 + 0x5200 + 17 + 94);
    }

    #[test]
    fn signs_take_the_cells_of_their_kind() {
        let check = |grapheme: &str, narrow: usize, wide: usize| {
            assert_eq!(
                width(grapheme, Ambiguous::Narrow),
                narrow,
                "{grapheme:?} narrow"
            );
            assert_eq!(width(grapheme, Ambiguous::Wide), wide, "{grapheme:?} wide");
        };
        check("字", 2, 2);
        check("，", 2, 2);
        check("Ａ", 2, 2);
        check("a", 1, 1);
        for it in ["“", "”", "‘", "’", "—", "…", "·", "①", "℃", "×"] {
            check(it, 1, 2);
        }
        for it in [
            "𠮷",
            "𪚥",
            "𫝆",
            "𬎆",
            "\u{2EBF0}",
            "𰀀",
            "\u{31350}",
            "葛\u{E0100}",
        ] {
            check(it, 2, 2);
        }
        check("e\u{301}", 1, 1);
        check("👨‍👩‍👧", 2, 2);
        check("🇨🇳", 2, 2);
        check("\t", 2, 2);
        check("\u{7}", 1, 1);
        check("\u{FEFF}", 1, 1);
        check("\u{301}", 1, 1);
        check("\n", 0, 0);
    }

    #[test]
    fn a_text_is_cut_between_signs_and_before_a_newline() {
        let check = |text: &str, cells: usize, expected: &str| {
            assert_eq!(truncate(text, cells, Ambiguous::Narrow), expected);
        };
        check("对照检查", 5, "对照");
        check("对照检查", 0, "");
        check("对照\n检查", 9, "对照");
        check("a👨‍👩‍👧b", 2, "a");
        check("对照", 4, "对照");
    }

    proptest! {
        #[test]
        fn a_cut_is_the_longest_that_fits(text in super::super::samples::mixed(), cells in 0_usize..30) {
            let cut = truncate(&text, cells, Ambiguous::Wide);
            prop_assert!(text.starts_with(cut));
            prop_assert!(text_width(cut, Ambiguous::Wide) <= cells);
            prop_assert!(!cut.contains('\n'));
            let (_, rest) = text.split_at(cut.len());
            if let Some((_, next)) = graphemes(rest).next().filter(|(_, it)| !it.ends_with('\n')) {
                prop_assert!(text_width(cut, Ambiguous::Wide) + width(next, Ambiguous::Wide) > cells);
            }
        }

        #[test]
        fn every_sign_but_a_newline_takes_a_cell(text in super::super::samples::mixed()) {
            for (_, grapheme) in graphemes(&text).filter(|(_, it)| !it.ends_with('\n')) {
                for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
                    prop_assert!(width(grapheme, ambiguous) > 0, "{grapheme:?}");
                }
            }
        }
    }
}

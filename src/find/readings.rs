//! How Chinese characters are read: every reading of each, as its pinyin is typed, without tones and with `v` for
//! `ü`, in alphabetical order. Knows nothing of words: a reading counts wherever its character stands.
//!
//! The tables are made by `build.rs`; nothing is loaded or computed before the first question.

include!(concat!(env!("OUT_DIR"), "/readings.rs"));

/// Iterates over the syllables there are.
pub(super) fn syllables() -> impl Iterator<Item = &'static str> {
    SYLLABLES.split(' ')
}

/// Returns the readings of a character, as their places among the syllables; none for what is not a Chinese
/// character.
pub(super) fn readings(char: char) -> impl Iterator<Item = usize> {
    let set = set_of(char).filter(|it| *it != 0);
    let readings = set
        .and_then(|it| SETS.get(usize::from(it)..))
        .unwrap_or_default();
    let n_readings = readings.iter().position(|it| it & LAST != 0);
    let n_readings = n_readings.map_or(0, |it| it + 1);
    let readings = readings.iter().take(n_readings);
    readings.map(|it| usize::from(it & !LAST))
}

/// Returns where the readings of a character begin in `SETS`; 0 if it has none.
fn set_of(char: char) -> Option<u16> {
    let code = usize::try_from(u32::from(char)).ok()?;
    let page = *PAGES.get(code / BLOCK)?;
    BLOCKS.get(usize::from(page))?.get(code % BLOCK).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_is_known() {
        let all: Vec<&str> = syllables().collect();
        let check = |char: char, expected: &[&str]| {
            let found: Vec<&str> = readings(char).map(|it| all[it]).collect();
            assert_eq!(found, expected, "{char}");
        };
        check('学', &["xue"]);
        check('行', &["hang", "heng", "xing"]);
        check('重', &["chong", "tong", "zhong"]);
        check('装', &["zhuang"]);
        check('律', &["lv"]);
        check('略', &["lue", "lve"]);
        check('女', &["nv", "ru"]);
        check('嗯', &["n", "ng"]);
        check('〇', &["ling", "xing", "yuan"]);
        check('𠮟', &["chi"]);
        check('𠮷', &[]);
        for char in ['a', '，', '１', 'の', '한', '👨', '\0', '\u{10FFFF}'] {
            check(char, &[]);
        }
    }

    #[test]
    fn readings_are_letters_and_stand_once() {
        let is_typed = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase());
        assert!(syllables().all(is_typed));
        let n_syllables = syllables().count();
        let mut n_characters = 0;
        for char in '\0'..=char::MAX {
            let all: Vec<usize> = readings(char).collect();
            for (idx, it) in all.iter().enumerate() {
                assert!(*it < n_syllables && !all[..idx].contains(it), "{char}");
            }
            n_characters += usize::from(!all.is_empty());
        }
        assert!(n_characters > 41_000, "{n_characters}");
    }
}

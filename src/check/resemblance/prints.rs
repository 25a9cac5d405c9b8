//! The prints of a text: a sample of its runs of characters, chosen so that any long common run is noticed.

use std::iter::Peekable;
use std::ops::Range;

use crate::check::Words;
use crate::check::sentence::sentences;
use crate::check::signs::{is_common_han, is_letter};

/// How many characters a print is of.
const RUN: usize = 6;

/// Of how many neighbours one is kept. A common run of `RUN + WINDOW - 1` characters always leaves a print.
const WINDOW: usize = 4;

/// A run of characters that was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    /// What tells it from others.
    pub hash: u64,
    /// Where the run begins, in bytes.
    pub at: usize,
}

/// A sentence that is long enough to resemble another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What tells its prints from others, in order and each once.
    pub hashes: Vec<u64>,
}

/// Sentences with fewer prints are too short to resemble anything.
const LEAST_PRINTS: usize = 3;

/// Returns the prints of a text, in order. Only letters, digits and Han characters count, in small letters: marks
/// and blanks may differ. No run reaches into a set phrase.
pub fn prints(words: &Words, text: &str) -> Vec<Print> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let mut out = Vec::new();
    let mut set = words.set_phrases(text).peekable();
    prints_of(&signs, &mut set, &mut Room::default(), &mut out);
    out
}

/// Returns the sentences of a text that can resemble others at all: not those of a few characters, nor those of set
/// phrases alone.
pub fn printed_sentences(words: &Words, text: &str) -> Vec<Printed> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let sentences = sentences(&signs, text.len()).into_iter();
    printed(
        &signs,
        sentences.map(|it| it.range),
        words.set_phrases(text),
    )
}

/// As above, of a text whose characters, sentences and set phrases are known.
pub(in crate::check) fn printed(
    signs: &[(usize, char)],
    sentences: impl Iterator<Item = Range<usize>>,
    set_phrases: impl Iterator<Item = Range<usize>>,
) -> Vec<Printed> {
    let mut set = set_phrases.peekable();
    let (mut prints, mut room) = (Vec::new(), Room::default());
    let mut out = Vec::new();
    let mut from = 0;
    for range in sentences {
        let rest = signs.get(from..).unwrap_or_default();
        let n = rest.partition_point(|it| it.0 < range.end);
        prints.clear();
        prints_of(
            rest.get(..n).unwrap_or_default(),
            &mut set,
            &mut room,
            &mut prints,
        );
        from += n;
        if prints.len() < LEAST_PRINTS {
            continue;
        }
        let mut hashes: Vec<u64> = prints.iter().map(|it| it.hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        if hashes.len() >= LEAST_PRINTS {
            out.push(Printed { range, hashes });
        }
    }
    out
}

/// Room to work in.
#[derive(Default)]
struct Room {
    /// Characters without a set phrase among them.
    part: Vec<(usize, char)>,
    /// What tells its runs from others.
    hashes: Vec<u64>,
}

/// Adds the prints of some characters; `set` are the set phrases from there on.
fn prints_of(
    signs: &[(usize, char)],
    set: &mut Peekable<impl Iterator<Item = Range<usize>>>,
    room: &mut Room,
    out: &mut Vec<Print>,
) {
    let Room { part, hashes } = room;
    part.clear();
    let none = usize::MAX..usize::MAX;
    let mut phrase = set.peek().cloned().unwrap_or(none.clone());
    for &(at, sign) in signs {
        while phrase.end <= at {
            set.next();
            phrase = set.peek().cloned().unwrap_or(none.clone());
        }
        if phrase.start <= at {
            if !part.is_empty() {
                winnow(part, hashes, out);
                part.clear();
            }
        } else if is_common_han(sign) {
            part.push((at, sign));
        } else if is_letter(sign) {
            part.push((at, sign.to_ascii_lowercase()));
        }
    }
    winnow(part, hashes, out);
}

/// Keeps of each window of runs the one with the least hash, the last of equals.
fn winnow(part: &[(usize, char)], hashes: &mut Vec<u64>, out: &mut Vec<Print>) {
    hash_runs(part, hashes);
    // A part shorter than a window leaves one print all the same.
    let mut window = hashes.get(..WINDOW).unwrap_or(hashes);
    let mut next = 0;
    while let Some((least, hash)) = least(window) {
        let kept = next + least;
        let at = part.get(kept).map_or(0, |it| it.0);
        out.push(Print { hash, at });
        let behind = hashes.get(kept + 1..).unwrap_or_default();
        // It stays the least until one as low comes into the window, or until it is no more in the window itself.
        let as_low = behind.iter().take(WINDOW).position(|it| *it <= hash);
        (next, window) = match as_low {
            Some(it) => (kept + 1 + it, behind.get(it..=it).unwrap_or_default()),
            None => (kept + 1, behind.get(..WINDOW).unwrap_or_default()),
        };
    }
}

/// Returns the least of some hashes, the last of equals, with its place.
fn least(hashes: &[u64]) -> Option<(usize, u64)> {
    let (first, rest) = hashes.split_first()?;
    let mut least = (0, *first);
    for (at, hash) in (1..).zip(rest) {
        if *hash <= least.1 {
            least = (at, *hash);
        }
    }
    Some(least)
}

/// Returns what tells each run of some characters from others, in `hashes`.
fn hash_runs(part: &[(usize, char)], hashes: &mut Vec<u64>) {
    hashes.clear();
    let begun = part.iter().take(RUN - 1);
    let mut rolled = begun.fold(0, |sum, it| roll(sum, it.1));
    hashes.extend(part.windows(RUN).map(|run| {
        let (first, newest) = (run[0].1, run[RUN - 1].1);
        let sum = roll(rolled, newest);
        rolled = sum.wrapping_sub(u64::from(u32::from(first)).wrapping_mul(FIRST));
        mixed(sum)
    }));
}

/// What a run is multiplied by for each character further on.
const STEP: u64 = 0x0100_0000_01b3;

/// What the first character of a run was multiplied by.
const FIRST: u64 = {
    let (mut factor, mut n) = (1_u64, 1);
    while n < RUN {
        factor = factor.wrapping_mul(STEP);
        n += 1;
    }
    factor
};

/// Adds a character to the sum over a run.
fn roll(sum: u64, sign: char) -> u64 {
    (sum.wrapping_mul(STEP)).wrapping_add(u64::from(u32::from(sign)))
}

/// Mixes a sum so that its high bits are as good as its low ones.
fn mixed(sum: u64) -> u64 {
    let mut hash = sum ^ (sum >> 32);
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^= hash >> 29;
    hash = hash.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What [`winnow`] keeps, written down as it is told.
    fn kept(part: &[(usize, char)]) -> Vec<Print> {
        let run = |signs: &[(usize, char)]| Print {
            hash: mixed(signs.iter().fold(0, |sum, it| roll(sum, it.1))),
            at: signs[0].0,
        };
        let runs: Vec<Print> = part.windows(RUN).map(run).collect();
        let windows = runs.windows(WINDOW.min(runs.len()).max(1));
        let least = |of: &[Print]| *of.iter().rev().min_by_key(|it| it.hash).unwrap();
        let mut kept: Vec<Print> = windows.map(least).collect();
        kept.dedup();
        kept
    }

    fn hashes(text: &str) -> Vec<u64> {
        prints(Words::built_in(), text)
            .iter()
            .map(|it| it.hash)
            .collect()
    }

    proptest! {
        #[test]
        fn a_long_common_run_is_always_noticed(
            common in "[一-十天地人学习工作]{9,20}",
            before in "[风花雪月]{0,9}",
            after in "[山水]{0,9}",
        ) {
            let (one, two) = (format!("{before}{common}"), format!("{common}{after}"));
            let two = hashes(&two);
            prop_assert!(hashes(&one).iter().any(|it| two.contains(it)), "{one}");
        }

        #[test]
        fn the_least_of_each_window_is_kept(text in "[一-三a]{0,80}|[一-十]{0,80}") {
            let part: Vec<(usize, char)> = text.char_indices().collect();
            let mut out = Vec::new();
            winnow(&part, &mut Vec::new(), &mut out);
            prop_assert_eq!(out, kept(&part));
        }

        #[test]
        fn prints_stand_where_they_say(text in "[一-十，。 a学]{0,60}") {
            for it in prints(Words::built_in(), &text) {
                prop_assert!(text.is_char_boundary(it.at));
            }
        }
    }

    #[test]
    fn marks_and_blanks_do_not_matter() {
        assert_eq!(
            hashes("我把学习当成任务，读过就算"),
            hashes("我把学习 当成任务读过。就算")
        );
    }

    #[test]
    fn set_phrases_leave_no_print() {
        assert!(hashes("习近平新时代中国特色社会主义思想").is_empty());
    }
}

//! The prints of a text: a sample of its runs of characters, chosen so that any long common run is noticed.

use std::collections::VecDeque;

use crate::check::{WordList, Words};

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

/// Returns the prints of a text, in order. Only letters, digits and Han characters count, in small letters: marks
/// and blanks may differ. No run reaches into a set phrase.
pub fn prints(words: &Words, text: &str) -> Vec<Print> {
    let mut set = words
        .find(WordList::SetPhrases, text)
        .map(|it| it.range)
        .peekable();
    let mut out = Vec::new();
    let mut part: Vec<(usize, char)> = Vec::new();
    for (at, sign) in text.char_indices() {
        while set.next_if(|it| it.end <= at).is_some() {}
        if set.peek().is_some_and(|it| it.contains(&at)) {
            winnow(&part, &mut out);
            part.clear();
        } else if sign.is_alphanumeric() {
            part.push((at, sign.to_ascii_lowercase()));
        }
    }
    winnow(&part, &mut out);
    out
}

/// Keeps of each window of runs the one with the least hash, the last of equals.
fn winnow(part: &[(usize, char)], out: &mut Vec<Print>) {
    let mut window: VecDeque<Print> = VecDeque::with_capacity(WINDOW);
    let mut last = None;
    for run in part.windows(RUN) {
        let Some((at, _)) = run.first().copied() else {
            continue;
        };
        let hash = hash(run.iter().map(|it| it.1));
        // Of those that are not less than the newest none can be the least again.
        while window.back().is_some_and(|it| it.hash >= hash) {
            window.pop_back();
        }
        window.push_back(Print { hash, at });
        let from = part
            .partition_point(|it| it.0 < at)
            .checked_sub(WINDOW - 1)
            .and_then(|it| part.get(it))
            .map(|it| it.0);
        while window
            .front()
            .is_some_and(|it| from.is_some_and(|from| it.at < from))
        {
            window.pop_front();
        }
        let lowest = window.front().copied();
        if from.is_some() && lowest != last {
            out.extend(lowest);
            last = lowest;
        }
    }
    // A part shorter than a window leaves one print all the same.
    if last.is_none() {
        out.extend(window.front());
    }
}

/// FNV-1a over the characters, mixed so that its high bits are as good as its low ones.
fn hash(signs: impl Iterator<Item = char>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for sign in signs {
        hash = (hash ^ u64::from(u32::from(sign))).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

//! Which sentences of a text resemble which of others.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::Words;
use crate::check::sentence::sentences;

use super::prints::prints;

/// Sentences with fewer prints are too short to resemble anything.
const LEAST_PRINTS: usize = 3;

/// From this share on a sentence resembles another, in percent of its own prints.
const LEAST_SHARE: usize = 60;

/// Texts to compare others with.
#[derive(Debug, Default)]
pub struct Index {
    /// Every sentence that is long enough: which text it stands in, and where.
    sentences: Vec<(usize, Range<usize>)>,
    /// The sentences that hold a print.
    holders: HashMap<u64, Vec<u32>>,
    n_texts: usize,
}

/// A sentence of an indexed text that another resembles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// Which text of the index, in the order they were added.
    pub text: usize,
    /// Where in it, in bytes.
    pub range: Range<usize>,
}

/// A sentence that resembles one of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Where the sentence stands, in bytes.
    pub range: Range<usize>,
    /// The sentence it resembles most.
    pub twin: Twin,
    /// How many of its prints stand there too, in percent.
    pub percent: usize,
}

impl Index {
    /// Adds a text and returns its number.
    pub fn add(&mut self, words: &Words, text: &str) -> usize {
        let number = self.n_texts;
        self.n_texts += 1;
        for (range, hashes) in printed_sentences(words, text) {
            let Ok(idx) = u32::try_from(self.sentences.len()) else {
                return number;
            };
            self.sentences.push((number, range));
            for hash in hashes {
                let holders = self.holders.entry(hash).or_default();
                if holders.last() != Some(&idx) {
                    holders.push(idx);
                }
            }
        }
        number
    }

    /// Returns the sentences of a text that resemble one of the index, in order. `is_other` says which indexed
    /// sentences count: a text is not held against itself.
    pub fn likenesses(
        &self,
        words: &Words,
        text: &str,
        is_other: impl Fn(&Twin) -> bool,
    ) -> Vec<Likeness> {
        let mut out = Vec::new();
        for (range, hashes) in printed_sentences(words, text) {
            let mut shared: HashMap<u32, usize> = HashMap::new();
            for hash in &hashes {
                for idx in self.holders.get(hash).into_iter().flatten() {
                    *shared.entry(*idx).or_default() += 1;
                }
            }
            let twins = shared.into_iter().filter_map(|(idx, n_shared)| {
                let (text, range) = self.sentences.get(idx as usize)?.clone();
                let twin = Twin { text, range };
                is_other(&twin).then_some((n_shared, std::cmp::Reverse(idx), twin))
            });
            let best = twins.max_by_key(|it| (it.0, it.1));
            if let Some((n_shared, _, twin)) = best {
                let percent = n_shared * 100 / hashes.len();
                if percent >= LEAST_SHARE {
                    out.push(Likeness {
                        range,
                        twin,
                        percent,
                    });
                }
            }
        }
        out
    }
}

/// Returns the sentences of a text that can resemble others at all, in bytes: not those of a few characters, nor those
/// of set phrases alone.
pub fn comparable(words: &Words, text: &str) -> Vec<Range<usize>> {
    let sentences = printed_sentences(words, text).into_iter();
    sentences.map(|it| it.0).collect()
}

/// Returns the sentences that are long enough, each with its prints without repetition.
fn printed_sentences(words: &Words, text: &str) -> Vec<(Range<usize>, Vec<u64>)> {
    let with_prints = sentences(text).into_iter().map(|range| {
        let sentence = text.get(range.clone()).unwrap_or_default();
        let mut hashes: Vec<u64> = prints(words, sentence).iter().map(|it| it.hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        (range, hashes)
    });
    with_prints
        .filter(|it| it.1.len() >= LEAST_PRINTS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAST_YEAR: &str =
        "我把学习当成任务，读过就算学过，笔记停在去年八月。下乡调研也少，一年只去过两个村。";

    fn check(text: &str, expected: &[(&str, &str)]) {
        let words = Words::built_in();
        let mut index = Index::default();
        let number = index.add(words, LAST_YEAR);
        let found = index.likenesses(words, text, |it| it.text == number);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|it| {
                (
                    text.get(it.range.clone()).unwrap(),
                    LAST_YEAR.get(it.twin.range.clone()).unwrap(),
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sentence_taken_over_is_found() {
        check(
            "今年我换了办法。我把学习当成任务，读过就算学过，笔记停在今年三月。",
            &[(
                "我把学习当成任务，读过就算学过，笔记停在今年三月。",
                "我把学习当成任务，读过就算学过，笔记停在去年八月。",
            )],
        );
    }

    #[test]
    fn other_words_are_not() {
        check(
            "今年我每周去一个村，和二十八户困难群众谈了话，记了两本笔记。",
            &[],
        );
        check("学习贯彻习近平新时代中国特色社会主义思想。", &[]);
        check("", &[]);
    }
}

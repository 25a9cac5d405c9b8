//! Which sentences of a text resemble which of others.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::prints::Printed;

/// Of more sentences with the same print only the first are known: a text of one passage over and over stays cheap.
const COMMON: u32 = 32;

/// From this share on a sentence resembles another, in percent of its own prints.
const LEAST_SHARE: usize = 60;

/// Texts to compare others with.
#[derive(Debug, Default)]
pub struct Index {
    /// Every sentence that is long enough: which text it stands in, and where.
    sentences: Vec<(usize, Range<usize>)>,
    /// The sentences that hold a print.
    holders: HashMap<u64, Holders, Mixed>,
    /// All holders of all prints; those of one print are linked.
    links: Vec<Holder>,
    n_texts: usize,
}

/// The holders of a print: where in the links they begin and end.
#[derive(Clone, Copy, Debug)]
struct Holders {
    first: u32,
    last: u32,
    n: u32,
}

/// A sentence that holds a print.
#[derive(Clone, Copy, Debug)]
struct Holder {
    sentence: u32,
    /// The next link of the print.
    next: u32,
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
    /// Returns an empty index with room for so many prints.
    pub fn for_prints(n: usize) -> Self {
        Self {
            holders: HashMap::with_capacity_and_hasher(n, Mixed::default()),
            links: Vec::with_capacity(n),
            ..Self::default()
        }
    }

    /// Adds a text, by its sentences, and returns its number, from 0.
    pub fn add(&mut self, text: &[Printed]) -> usize {
        let number = self.n_texts;
        self.n_texts += 1;
        for it in text {
            let Ok(idx) = u32::try_from(self.sentences.len()) else {
                return number;
            };
            self.sentences.push((number, it.range.clone()));
            for hash in &it.hashes {
                self.hold(*hash, idx);
            }
        }
        number
    }

    fn hold(&mut self, hash: u64, sentence: u32) {
        let Ok(link) = u32::try_from(self.links.len()) else {
            return;
        };
        match self.holders.entry(hash) {
            Entry::Vacant(entry) => {
                entry.insert(Holders {
                    first: link,
                    last: link,
                    n: 1,
                });
            }
            Entry::Occupied(mut entry) => {
                let held = entry.get_mut();
                if held.n >= COMMON {
                    return;
                }
                if let Some(it) = self.links.get_mut(held.last as usize) {
                    it.next = link;
                }
                (held.last, held.n) = (link, held.n + 1);
            }
        }
        self.links.push(Holder {
            sentence,
            next: NONE,
        });
    }

    /// Returns the sentences that hold a print, in the order they were added.
    fn sentences(&self, holders: Holders) -> impl Iterator<Item = u32> + '_ {
        let mut next = self.links.get(holders.first as usize);
        std::iter::from_fn(move || {
            let it = next?;
            next = self.links.get(it.next as usize);
            Some(it.sentence)
        })
    }

    /// Returns the sentences of a text that resemble one of the index, in order.
    pub fn likenesses(&self, text: &[Printed]) -> Vec<Likeness> {
        self.likenesses_with(&mut Shared::default(), text)
    }

    /// As above, of one text after another: `shared` is room to count in.
    pub fn likenesses_with(&self, shared: &mut Shared, text: &[Printed]) -> Vec<Likeness> {
        let mut out = Vec::new();
        let mut held: Vec<Holders> = Vec::new();
        for it in text {
            let n_least = (it.hashes.len() * LEAST_SHARE).div_ceil(100);
            held.clear();
            for hash in &it.hashes {
                if let Some(it) = self.holders.get(hash) {
                    held.push(*it);
                }
            }
            // Nearly every sentence is the writer's own: that is seen before anything is counted.
            if held.len() < n_least {
                continue;
            }
            let Some((idx, n_shared)) = self.best(&held, n_least, shared) else {
                continue;
            };
            if let Some((text, twin)) = self.sentences.get(idx as usize).cloned() {
                out.push(Likeness {
                    range: it.range.clone(),
                    twin: Twin { text, range: twin },
                    percent: n_shared * 100 / it.hashes.len(),
                });
            }
        }
        out
    }

    /// Returns the sentence that holds most of some prints, the first of equals, and how many; `None` if no sentence
    /// holds `n_least`.
    fn best(&self, held: &[Holders], n_least: usize, shared: &mut Shared) -> Option<(u32, usize)> {
        shared.begin(self.sentences.len());
        for (n_left, holders) in (1..=held.len()).rev().zip(held) {
            // Of clauses that many sentences share, no sentence holds enough: that is seen halfway.
            if shared.best.1 as usize + n_left < n_least {
                return None;
            }
            for sentence in self.sentences(*holders) {
                shared.count(sentence);
            }
        }
        let (sentence, n_shared) = (shared.best.0, shared.best.1 as usize);
        (n_shared >= n_least).then_some((sentence, n_shared))
    }
}

/// How many prints a sentence shares with each of the index: a counter for each, since the same few hundred are met
/// again and again.
#[derive(Debug, Default)]
pub struct Shared {
    /// For which sentence, by its number here, each was counted last, and how many.
    counts: Vec<(u32, u32)>,
    /// The number of the sentence at hand.
    number: u32,
    /// The sentence that shares most, the first of equals, and how much.
    best: (u32, u32),
}

impl Shared {
    /// Begins to count for another sentence.
    fn begin(&mut self, n_sentences: usize) {
        self.counts.resize(n_sentences, (0, 0));
        self.number += 1;
        self.best = (u32::MAX, 0);
    }

    fn count(&mut self, sentence: u32) {
        let Some(it) = self.counts.get_mut(sentence as usize) else {
            return;
        };
        let n = if it.0 == self.number { it.1 + 1 } else { 1 };
        *it = (self.number, n);
        if n > self.best.1 || (n == self.best.1 && sentence < self.best.0) {
            self.best = (sentence, n);
        }
    }
}

/// No link.
const NONE: u32 = u32::MAX;

/// A hasher for what is mixed well already, or is a small number.
#[derive(Clone, Copy, Debug, Default)]
struct Mix(u64);

type Mixed = BuildHasherDefault<Mix>;

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for it in bytes {
            self.write_u64(u64::from(*it));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Words;
    use crate::check::resemblance::printed_sentences;

    const LAST_YEAR: &str =
        "我把学习当成任务，读过就算学过，笔记停在去年八月。下乡调研也少，一年只去过两个村。";

    fn check(text: &str, expected: &[(&str, &str)]) {
        let words = Words::built_in();
        let mut index = Index::default();
        let number = index.add(&printed_sentences(words, LAST_YEAR));
        assert_eq!(number, 0);
        let found = index.likenesses(&printed_sentences(words, text));
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

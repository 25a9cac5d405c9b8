//! Which of many texts are worth comparing sentence by sentence. A sample of each text's prints is all that is kept.

use crate::check::Words;

use super::prints::prints;

/// A print in more texts than this is a common phrase of the batch, however many texts there are.
const COMMON: usize = 50;

/// In a small batch it is one in more than a quarter of the texts, but in more than this many.
const RARE: usize = 8;

/// A pair is likely if at least this share of the smaller sample is in both, in percent.
const LIKELY: u32 = 5;

/// Of each text at least this many likely pairs are kept, the likeliest.
const NEAREST: usize = 5;

/// Samples are thinned out beyond this many texts, so that all of them together stay small.
const UNTHINNED: usize = 1000;

/// Never is less than one print of this many kept: a sample must still tell.
const THINNEST: usize = 16;

/// The sampled prints of many texts.
#[derive(Debug)]
pub struct Batch {
    /// One print of how many is kept.
    thinness: u64,
    /// Every print that was kept, with the text that holds it.
    held: Vec<(u32, u32)>,
}

/// Two texts of a batch that may resemble each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likely {
    /// How much of the smaller sample is in both, in percent.
    pub percent: u32,
    /// The first text, by its number.
    pub one: u32,
    /// The second, of a higher number.
    pub other: u32,
}

impl Batch {
    /// Begins a batch for about so many texts.
    pub fn for_texts(n_texts: usize) -> Self {
        let thinness = (n_texts / UNTHINNED).next_power_of_two().min(THINNEST);
        Self {
            thinness: thinness as u64,
            held: Vec::new(),
        }
    }

    /// Returns an empty batch that samples alike, for another thread to fill.
    #[must_use]
    pub fn alike(&self) -> Self {
        Self {
            thinness: self.thinness,
            held: Vec::new(),
        }
    }

    /// Adds a text: its paragraphs, under a number that no other has.
    pub fn add<'t>(
        &mut self,
        words: &Words,
        number: u32,
        paragraphs: impl Iterator<Item = &'t str>,
    ) {
        let start = self.held.len();
        for text in paragraphs {
            let hashes = prints(words, text).into_iter().map(|it| it.hash);
            let sampled = hashes.filter(|it| it % self.thinness == 0);
            // The low bits chose it, the high ones tell it from others.
            let kept = sampled.filter_map(|it| u32::try_from(it >> 32).ok());
            self.held.extend(kept.map(|it| (it, number)));
        }
        let mut own = self.held.split_off(start);
        own.sort_unstable();
        own.dedup();
        self.held.append(&mut own);
    }

    /// Takes over the texts of another batch.
    pub fn append(&mut self, mut other: Self) {
        self.held.append(&mut other.held);
    }

    /// Gives every text another number: `numbers` holds the new ones by the old.
    pub fn renumber(&mut self, numbers: &[u32]) {
        for (_, number) in &mut self.held {
            if let Some(it) = numbers.get(*number as usize) {
                *number = *it;
            }
        }
    }

    /// Returns the pairs worth comparing, the likeliest first: of each text the nearest, never more than a few a text.
    ///
    /// A print in many texts counts only between a text and the next that holds it: phrases that all reports share
    /// join no two of them often, while of many copies of one text each is still found with the next.
    pub fn likely(mut self) -> Vec<Likely> {
        self.held.sort_unstable();
        let n_texts = self.held.iter().map(|it| it.1 as usize + 1).max();
        let places = Places::of(&self.held, n_texts.unwrap_or_default());
        let mut n_shared = vec![0_u32; places.starts.len()];
        let mut out = Vec::new();
        for one in 0..n_texts.unwrap_or_default() {
            let mut met: Vec<usize> = Vec::new();
            for &place in places.of_text(one) {
                let reach = usize::from(places.reach.get(place as usize).copied().unwrap_or(0));
                let behind = self.held.iter().skip(place as usize + 1).take(reach);
                for other in behind.map(|it| it.1 as usize) {
                    if n_shared[other] == 0 {
                        met.push(other);
                    }
                    n_shared[other] += 1;
                }
            }
            let mut near: Vec<Likely> = Vec::new();
            for other in met {
                let shared = std::mem::take(&mut n_shared[other]);
                let least = places.n_of(one).min(places.n_of(other)).max(1);
                let percent = shared * 100 / u32::try_from(least).unwrap_or(u32::MAX);
                if let (Ok(one), Ok(other)) = (u32::try_from(one), u32::try_from(other))
                    && percent >= LIKELY
                {
                    near.push(Likely {
                        percent,
                        one,
                        other,
                    });
                }
            }
            near.sort_unstable_by(likeliest_first);
            near.truncate(COMMON);
            out.append(&mut near);
        }
        nearest(out, n_texts.unwrap_or_default())
    }
}

/// Where the prints of each text stand in the sorted list.
struct Places {
    /// Where in `prints` those of a text begin; one more than there are texts.
    starts: Vec<usize>,
    /// The prints of each text, by their places in the list.
    prints: Vec<u32>,
    /// How many holders behind each place share its print and count.
    reach: Vec<u8>,
}

impl Places {
    fn of(held: &[(u32, u32)], n_texts: usize) -> Self {
        let mut starts = vec![0; n_texts + 1];
        for (_, text) in held {
            starts[*text as usize + 1] += 1;
        }
        for text in 0..n_texts {
            starts[text + 1] += starts[text];
        }
        let common = (n_texts / 4).clamp(RARE, COMMON);
        let mut next = starts.clone();
        let mut prints = vec![0; held.len()];
        let mut reach = Vec::with_capacity(held.len());
        for holders in held.chunk_by(|left, right| left.0 == right.0) {
            for (idx, (_, text)) in holders.iter().enumerate() {
                let n_behind = holders.len() - 1 - idx;
                let most = if holders.len() > common { 1 } else { common };
                let slot = &mut next[*text as usize];
                prints[*slot] = u32::try_from(reach.len()).unwrap_or(u32::MAX);
                *slot += 1;
                reach.push(u8::try_from(n_behind.min(most)).unwrap_or(u8::MAX));
            }
        }
        Self {
            starts,
            prints,
            reach,
        }
    }

    fn of_text(&self, text: usize) -> &[u32] {
        let range = self.starts[text]..self.starts[text + 1];
        self.prints.get(range).unwrap_or_default()
    }

    fn n_of(&self, text: usize) -> usize {
        self.of_text(text).len()
    }
}

fn likeliest_first(left: &Likely, right: &Likely) -> std::cmp::Ordering {
    let by_place = (left.one, left.other).cmp(&(right.one, right.other));
    right.percent.cmp(&left.percent).then(by_place)
}

/// Keeps a pair as long as one of its texts has fewer than [`NEAREST`].
fn nearest(mut pairs: Vec<Likely>, n_texts: usize) -> Vec<Likely> {
    pairs.sort_unstable_by(likeliest_first);
    let mut n_kept = vec![0_usize; n_texts];
    pairs.retain(|it| {
        let (one, other) = (it.one as usize, it.other as usize);
        let is_kept = n_kept[one] < NEAREST || n_kept[other] < NEAREST;
        if is_kept {
            n_kept[one] += 1;
            n_kept[other] += 1;
        }
        is_kept
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a text of its own: sentences that no other number gives.
    fn text(number: u32) -> String {
        let signs: Vec<char> = ('\u{4E00}'..'\u{5E00}').collect();
        let mut state = u64::from(number) + 1;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            signs[usize::try_from(state >> 40).unwrap() % signs.len()]
        };
        (0..600).map(|_| next()).collect()
    }

    fn likely(texts: &[String]) -> Vec<(u32, u32)> {
        let mut batch = Batch::for_texts(texts.len());
        for (number, it) in texts.iter().enumerate() {
            let number = u32::try_from(number).unwrap();
            batch.add(Words::built_in(), number, std::iter::once(it.as_str()));
        }
        let mut pairs: Vec<(u32, u32)> =
            batch.likely().iter().map(|it| (it.one, it.other)).collect();
        pairs.sort_unstable();
        pairs
    }

    fn half(text: &str) -> String {
        text.chars().take(300).collect()
    }

    #[test]
    fn texts_with_a_passage_in_common_are_likely_and_others_are_not() {
        let mut texts: Vec<String> = (0..40).map(text).collect();
        texts[31] = half(&texts[31]) + &half(&texts[7]);
        assert_eq!(likely(&texts), [(7, 31)]);
        assert_eq!(likely(&[]), []);
        assert_eq!(likely(&[String::new(), String::new()]), []);
    }

    #[test]
    fn a_passage_in_all_of_them_joins_no_two() {
        let common: String = text(9999).chars().take(20).collect();
        let texts: Vec<String> = (0..120).map(|it| text(it) + &common).collect();
        assert_eq!(likely(&texts), []);
    }

    #[test]
    fn of_many_copies_each_is_found_with_the_next() {
        let texts: Vec<String> = (0..200).map(|_| text(1)).collect();
        let expected: Vec<(u32, u32)> = (0..199).map(|it| (it, it + 1)).collect();
        assert_eq!(likely(&texts), expected);
    }

    #[test]
    fn of_a_few_copies_each_has_its_nearest() {
        let texts: Vec<String> = (0..60).map(|it| text(it / 10)).collect();
        let pairs = likely(&texts);
        for number in 0..60 {
            let own = pairs.iter().filter(|it| it.0 == number || it.1 == number);
            assert!(own.count() >= NEAREST, "{number}");
        }
        assert!(pairs.iter().all(|it| it.0 / 10 == it.1 / 10));
        assert!(pairs.len() <= 60 * NEAREST);
    }

    #[test]
    fn threads_may_share_the_work() {
        let texts: Vec<String> = (0..4).map(|it| text(it / 2)).collect();
        let mut whole = Batch::for_texts(4);
        for number in [3, 0, 2, 1] {
            let mut part = whole.alike();
            let text = texts[number as usize].as_str();
            part.add(Words::built_in(), number, std::iter::once(text));
            whole.append(part);
        }
        let pairs: Vec<(u32, u32)> = whole.likely().iter().map(|it| (it.one, it.other)).collect();
        assert_eq!(pairs, [(0, 1), (2, 3)]);
    }

    #[test]
    fn samples_of_many_texts_still_tell() {
        let mut batch = Batch::for_texts(10_000);
        let copied = half(&text(1)) + &half(&text(2));
        for (number, it) in [text(1), text(3), copied].iter().enumerate() {
            let number = u32::try_from(number).unwrap();
            batch.add(Words::built_in(), number, std::iter::once(it.as_str()));
        }
        let pairs: Vec<(u32, u32)> = batch.likely().iter().map(|it| (it.one, it.other)).collect();
        assert_eq!(pairs, [(0, 2)]);
    }
}

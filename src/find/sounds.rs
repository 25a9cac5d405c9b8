//! Finding by pinyin: each character of the text is read whole or by its first letter, in any of its readings.
//! A Latin letter of the text reads as itself; marks, digits and blanks are not passed over.
//!
//! For each place in the text, from the last to the first, one set says which endings of the query can be read from
//! there on. It follows from the set of the next place, so that the time is linear in the text, however often the
//! readings of a query and a text fall in with each other.

use std::ops::Range;

use super::found::MatchKind;
use super::readings::{readings, syllables};
use super::signs::{Sign, Signs};

/// The letters of a query that may be pinyin.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    /// How many they are.
    length: usize,
    /// What each syllable is typed as: whole, and by its first letter.
    syllables: Vec<[Sound; 2]>,
    /// What each letter from `a` on is typed as.
    alphabet: Vec<Sound>,
}

/// Places in the letters, as bits. The place behind the last letter is one of them.
type Places = u128;

/// Letters typed for one character.
#[derive(Clone, Copy, Debug)]
struct Sound {
    length: usize,
    /// Where they stand in the query.
    places: Places,
}

impl Letters {
    /// Returns the letters of folded words; `None` for a single letter, for what has other characters in it, and
    /// for more letters than a set has room for.
    pub(super) fn of(words: &[char]) -> Option<Self> {
        let is_letters = words.iter().all(char::is_ascii_lowercase);
        if !is_letters || !(2..128).contains(&words.len()) {
            return None;
        }
        let query: String = words.iter().collect();
        let sound = |typed: &str| Sound {
            length: typed.len(),
            places: (query.char_indices())
                .filter(|(at, _)| query.get(*at..).is_some_and(|it| it.starts_with(typed)))
                .fold(0, |places, (at, _)| places | 1 << at),
        };
        let first = |syllable: &str| syllable.chars().take(1).collect::<String>();
        Some(Self {
            length: words.len(),
            syllables: syllables()
                .map(|it| [sound(it), sound(&first(it))])
                .collect(),
            alphabet: ('a'..='z').map(|it| sound(&it.to_string())).collect(),
        })
    }

    /// Returns what of a run reads like the letters, from the left, none overlapping the one before it and none
    /// touching what is `taken`. Where several readings begin at one place, the first characters are read whole
    /// rather than by their first letters.
    pub(super) fn read(
        &self,
        signs: &Signs<'_>,
        taken: &[Range<usize>],
    ) -> Vec<(Range<usize>, MatchKind)> {
        let readable = self.readable(signs, taken);
        let mut found = Vec::new();
        let mut free_from = 0;
        for (start, places) in readable.iter().enumerate() {
            if start >= free_from && places & 1 != 0 {
                let (end, kind) = self.follow(signs, &readable, start);
                found.push((start..end, kind));
                free_from = end;
            }
        }
        found
    }

    /// Returns, for each sign, the places from which the rest of the letters can be read there.
    fn readable(&self, signs: &Signs<'_>, taken: &[Range<usize>]) -> Vec<Places> {
        let all = signs.all();
        let is_read: Places = 1 << self.length;
        let mut readable = vec![is_read; all.len() + 1];
        let mut taken = taken.iter().rev().peekable();
        let (mut next, mut places) = (all.len(), is_read);
        for at in (0..all.len()).rev().filter(|it| signs.is_boundary(*it)) {
            while taken.peek().is_some_and(|it| it.start > at) {
                taken.next();
            }
            let is_taken = taken.peek().is_some_and(|it| it.contains(&at));
            let cluster = all.get(at..next).filter(|_| !is_taken);
            let sounds = self.sounds(cluster.unwrap_or_default());
            places = sounds.fold(is_read, |before, it| {
                before | (places >> it.length & it.places)
            });
            if let Some(it) = readable.get_mut(at) {
                *it = places;
            }
            next = at;
        }
        readable
    }

    /// Reads the letters from a sign on from which they can be read. Returns where they end.
    fn follow(&self, signs: &Signs<'_>, readable: &[Places], start: usize) -> (usize, MatchKind) {
        let (mut at, mut place, mut kind) = (start, 0, MatchKind::Initials);
        while place < self.length {
            let next = signs.next_boundary(at);
            let after = readable.get(next).copied().unwrap_or_default();
            let length = self
                .sounds(signs.all().get(at..next).unwrap_or_default())
                .filter(|it| (after >> it.length & it.places) >> place & 1 != 0)
                .map(|it| it.length)
                .max()
                .expect("what can be read begins with a sound");
            if length > 1 {
                kind = MatchKind::Pinyin;
            }
            (at, place) = (next, place + length);
        }
        (at, kind)
    }

    /// Returns what can be typed for a cluster: its readings and their first letters, or the letter that it is.
    fn sounds(&self, cluster: &[Sign]) -> impl Iterator<Item = Sound> {
        let (letter, char) = match cluster {
            [sign] if sign.char.is_ascii() => (Some(sign.char), None),
            // The shape of a character may be chosen by a selector; it is read the same.
            [base, rest @ ..] if rest.iter().all(|it| is_selector(it.char)) => {
                (None, Some(base.char))
            }
            _ => (None, None),
        };
        let number = letter.and_then(|it| u32::from(it).checked_sub(u32::from('a')));
        let letter = number
            .and_then(|it| usize::try_from(it).ok())
            .and_then(|it| self.alphabet.get(it));
        let syllables = char
            .into_iter()
            .flat_map(readings)
            .filter_map(|it| self.syllables.get(it))
            .flatten();
        letter.into_iter().chain(syllables).copied()
    }
}

const fn is_selector(char: char) -> bool {
    matches!(char, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

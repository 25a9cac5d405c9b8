//! The word lists that rules go by. They are text files, one entry a line, and a writer can change each: see `own`.
//!
//! `#` begins a comment. In a list of replacements an entry is `as it stands => as it should be`.

pub mod messages;

mod own;

pub use own::{WordFault, Wrong};

use super::phrases::{Group, PHRASES};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use std::ops::Range;
use std::sync::LazyLock;

/// A list that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordList {
    /// Phrases that say nothing about the writer, because everybody writes them.
    StockPhrases,
    /// Words of resolve that promise nothing anybody could verify.
    Slogans,
    /// Circumstances: what causes are looked for in, instead of in oneself.
    Circumstances,
    /// What causes within oneself are called.
    OwnCauses,
    /// Groups that stand where the writer should.
    Groups,
    /// Set terms in wrong words, with the right ones.
    Terms,
    /// 的 where 得 or 地 belongs, with the right words.
    DeConfusions,
    /// Verbs that may be said twice (研究研究).
    Reduplications,
    /// Set phrases of the genre: sharing them is no resemblance.
    SetPhrases,
}

/// Every list with its name in the data folder and what comes with the program.
pub(super) const LISTS: &[(WordList, &str, &str)] = &[
    (
        WordList::StockPhrases,
        "stock-phrases",
        include_str!("stock-phrases.txt"),
    ),
    (WordList::Slogans, "slogans", include_str!("slogans.txt")),
    (
        WordList::Circumstances,
        "circumstances",
        include_str!("circumstances.txt"),
    ),
    (
        WordList::OwnCauses,
        "own-causes",
        include_str!("own-causes.txt"),
    ),
    (WordList::Groups, "groups", include_str!("groups.txt")),
    (WordList::Terms, "terms", include_str!("terms.txt")),
    (
        WordList::DeConfusions,
        "de-confusions",
        include_str!("de-confusions.txt"),
    ),
    (
        WordList::Reduplications,
        "reduplications",
        include_str!("reduplications.txt"),
    ),
    (
        WordList::SetPhrases,
        "set-phrases",
        include_str!("set-phrases.txt"),
    ),
];

/// All word lists, and the phrases of the rules, ready to be looked for.
#[derive(Debug)]
pub struct Words {
    /// In the order of [`LISTS`].
    lists: Vec<Vec<Entry>>,
    /// All phrases there are.
    all: AhoCorasick,
    /// What each phrase of `all` is: its group, and its place in its list.
    groups: Vec<(Group, u32)>,
    /// The set phrases alone, the longest at each place.
    set_phrases: AhoCorasick,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    words: String,
    /// What should stand there; empty where nothing is to be replaced.
    instead: String,
}

/// Phrases that were found in a text, whatever they overlap.
#[derive(Clone, Debug, Default)]
pub(super) struct Hits {
    /// By group; in each by where they begin, the longest first.
    all: Vec<Hit>,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    group: Group,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Its end, turned round: the longest comes first.
    end: std::cmp::Reverse<usize>,
    /// Its place in its list.
    pub(super) entry: u32,
}

impl Hit {
    /// Returns where it stands, in bytes.
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end.0
    }
}

impl Hits {
    /// Returns all phrases of a group.
    pub(super) fn all(&self, group: Group) -> &[Hit] {
        let from = self.all.partition_point(|it| it.group < group);
        let rest = self.all.get(from..).unwrap_or_default();
        let n = rest.partition_point(|it| it.group == group);
        rest.get(..n).unwrap_or_default()
    }

    /// Returns the phrases of a group, the longest at each place, without overlap.
    pub(super) fn of(&self, group: Group) -> impl Iterator<Item = &Hit> {
        let mut end = 0;
        self.all(group).iter().filter(move |it| {
            let is_free = it.start >= end;
            if is_free {
                end = it.end.0;
            }
            is_free
        })
    }

    /// Tells whether a phrase of a group stands there.
    pub(super) fn has(&self, group: Group) -> bool {
        !self.all(group).is_empty()
    }
}

impl WordList {
    /// Returns the name of the file in which a writer adds to it, without extension.
    pub fn name(self) -> &'static str {
        LISTS.iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }

    /// Tells whether its entries say what should stand instead.
    pub fn replaces(self) -> bool {
        match self {
            Self::Terms | Self::DeConfusions => true,
            Self::StockPhrases
            | Self::Slogans
            | Self::Circumstances
            | Self::OwnCauses
            | Self::Groups
            | Self::Reduplications
            | Self::SetPhrases => false,
        }
    }

    /// Returns the list of that name.
    pub fn named(name: &str) -> Option<Self> {
        LISTS.iter().find(|it| it.1 == name).map(|it| it.0)
    }

    /// Returns every list.
    pub fn all() -> impl Iterator<Item = Self> {
        LISTS.iter().map(|it| it.0)
    }
}

impl Words {
    /// Returns the lists as they come with the program.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Words> = LazyLock::new(|| Words::with(&[]).0);
        &BUILT_IN
    }

    /// Returns the lists with what the writer changed in them: texts in the form of `own`, each with the list it
    /// belongs to. A line with something wrong in it changes nothing and is told.
    pub fn with(changes: &[(WordList, &str)]) -> (Self, Vec<WordFault>) {
        let mut faults = Vec::new();
        let lists = LISTS.iter().map(|(list, _, text)| {
            let mut all: Vec<Entry> = entries(text).collect();
            for (_, text) in changes.iter().filter(|it| it.0 == *list) {
                own::change(*list, &mut all, text, &mut faults);
            }
            all
        });
        let lists = lists.collect();
        (Self::of(lists), faults)
    }

    fn of(lists: Vec<Vec<Entry>>) -> Self {
        let mut groups: Vec<(Group, u32)> = Vec::new();
        let mut phrases: Vec<&str> = Vec::new();
        let of_lists = LISTS.iter().zip(&lists).map(|((list, ..), entries)| {
            let words: Vec<&str> = entries.iter().map(|it| it.words.as_str()).collect();
            (Group::List(*list), words)
        });
        let of_rules = PHRASES
            .iter()
            .map(|(group, words)| (*group, words.to_vec()));
        for (group, words) in of_lists.chain(of_rules) {
            groups.extend((0..).zip(&words).map(|(idx, _)| (group, idx)));
            phrases.extend(words);
        }
        let all = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .build(&phrases)
            .expect("lists that fit a file fit an automaton");
        let set_phrases = (LISTS.iter().zip(&lists))
            .filter(|it| it.0.0 == WordList::SetPhrases)
            .flat_map(|it| it.1)
            .map(|it| it.words.as_str());
        let set_phrases = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(set_phrases)
            .expect("lists that fit a file fit an automaton");
        Self {
            lists,
            all,
            groups,
            set_phrases,
        }
    }

    /// Returns what stands in a list, in order, in the form of its file.
    pub fn lines(&self, list: WordList) -> impl Iterator<Item = String> {
        self.entries(list).iter().map(|it| {
            if it.instead.is_empty() {
                it.words.clone()
            } else {
                format!("{} => {}", it.words, it.instead)
            }
        })
    }

    fn entries(&self, list: WordList) -> &[Entry] {
        let at = LISTS.iter().position(|it| it.0 == list);
        at.and_then(|it| self.lists.get(it))
            .map_or(&[], Vec::as_slice)
    }

    /// Returns all phrases that stand in a text, in one pass.
    pub(super) fn hits(&self, text: &str) -> Hits {
        let found = self.all.find_overlapping_iter(text).filter_map(|it| {
            let (group, entry) = *self.groups.get(it.pattern().as_usize())?;
            Some(Hit {
                group,
                start: it.start(),
                end: std::cmp::Reverse(it.end()),
                entry,
            })
        });
        let mut all: Vec<Hit> = found.collect();
        all.sort_unstable();
        Hits { all }
    }

    /// Returns what should stand instead of an entry of a list.
    pub(super) fn instead(&self, list: WordList, hit: &Hit) -> &str {
        let entry = self.entries(list).get(hit.entry as usize);
        entry.map_or("", |it| it.instead.as_str())
    }

    /// Returns where set phrases stand, the longest at each place, without overlap.
    pub(super) fn set_phrases<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        self.set_phrases.find_iter(text).map(|it| it.range())
    }

    /// Tells whether an entry of a list stands in a text.
    #[cfg(test)]
    pub(super) fn has(&self, list: WordList, text: &str) -> bool {
        self.hits(text).has(Group::List(list))
    }
}

fn entries(text: &str) -> impl Iterator<Item = Entry> {
    text.lines().filter_map(|line| {
        let line = line.split('#').next()?.trim();
        let (words, instead) = line.split_once("=>").unwrap_or((line, ""));
        (!words.trim().is_empty()).then(|| Entry {
            words: words.trim().to_owned(),
            instead: instead.trim().to_owned(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_its_place() {
        for (idx, list) in WordList::all().enumerate() {
            assert_eq!(LISTS[idx].0, list);
            assert!(
                entries(LISTS[idx].2).next().is_some(),
                "{} is empty",
                list.name()
            );
        }
    }

    #[test]
    fn replacements_stand_in_lists_of_replacements_only() {
        for (list, name, text) in LISTS {
            let replaces = list.replaces();
            for entry in entries(text) {
                assert_eq!(
                    replaces,
                    !entry.instead.is_empty(),
                    "{name}: {}",
                    entry.words
                );
                assert_ne!(entry.words, entry.instead, "{name}");
            }
        }
    }

    #[test]
    fn a_writer_adds_words() {
        let (words, faults) = Words::with(&[(WordList::Groups, "# ours\n全体村干部\n")]);
        assert_eq!(faults, []);
        assert!(words.has(WordList::Groups, "全体村干部都没有学"));
        assert!(!Words::built_in().has(WordList::Groups, "全体村干部都没有学"));
    }
}

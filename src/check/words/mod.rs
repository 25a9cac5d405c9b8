//! The word lists that rules go by. They are text files, one entry a line, and a writer can change each: see [`own`].
//!
//! `#` begins a comment. In a list of replacements an entry is `as it stands => as it should be`.

pub mod messages;

mod own;

pub use own::{WordFault, Wrong};

use aho_corasick::{AhoCorasick, MatchKind};

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

/// All word lists, ready to be looked for.
#[derive(Debug)]
pub struct Words {
    /// In the order of [`LISTS`].
    lists: Vec<Matcher>,
}

/// One list.
#[derive(Debug)]
struct Matcher {
    entries: Vec<Entry>,
    finder: AhoCorasick,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    words: String,
    /// What should stand there; empty where nothing is to be replaced.
    instead: String,
}

/// Words of a list that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit<'words> {
    /// Where, in bytes.
    pub(super) range: Range<usize>,
    /// What should stand there; empty where nothing is to be replaced.
    pub(super) instead: &'words str,
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

    /// Returns the lists with what the writer changed in them: texts in the form of [`own`], each with the list it
    /// belongs to. A line with something wrong in it changes nothing and is told.
    pub fn with(changes: &[(WordList, &str)]) -> (Self, Vec<WordFault>) {
        let mut faults = Vec::new();
        let lists = LISTS.iter().map(|(list, _, text)| {
            let mut all: Vec<Entry> = entries(text).collect();
            for (_, text) in changes.iter().filter(|it| it.0 == *list) {
                own::change(*list, &mut all, text, &mut faults);
            }
            Matcher::of(all)
        });
        let lists = lists.collect();
        (Self { lists }, faults)
    }

    /// Returns what stands in a list, in order, in the form of its file.
    pub fn lines(&self, list: WordList) -> impl Iterator<Item = String> {
        let at = LISTS.iter().position(|it| it.0 == list);
        let matcher = at.and_then(|it| self.lists.get(it));
        let entries = matcher.into_iter().flat_map(|it| &it.entries);
        entries.map(|it| {
            if it.instead.is_empty() {
                it.words.clone()
            } else {
                format!("{} => {}", it.words, it.instead)
            }
        })
    }

    /// Returns where entries of a list stand, the longest at each place, without overlap.
    pub(super) fn find<'a>(
        &'a self,
        list: WordList,
        text: &'a str,
    ) -> impl Iterator<Item = Hit<'a>> {
        let at = LISTS.iter().position(|it| it.0 == list);
        let matcher = at.and_then(|it| self.lists.get(it));
        matcher.into_iter().flat_map(|it| it.find(text))
    }

    /// Tells whether an entry of a list stands in a text.
    pub(super) fn has(&self, list: WordList, text: &str) -> bool {
        self.find(list, text).next().is_some()
    }
}

impl Matcher {
    fn of(entries: Vec<Entry>) -> Self {
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(entries.iter().map(|it| it.words.as_str()))
            .expect("lists that fit a file fit an automaton");
        Self { entries, finder }
    }

    fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit<'a>> {
        self.finder.find_iter(text).filter_map(|it| {
            let entry = self.entries.get(it.pattern().as_usize())?;
            Some(Hit {
                range: it.range(),
                instead: &entry.instead,
            })
        })
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

//! What must hold whatever is written and looked for.
//!
//! Each property was seen to fail when the code was broken on purpose; what was broken stands beside it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Words, after, draft};
use crate::draft::{ChangeCause, Draft, Field, Run};
use crate::find::fold::fold;
use crate::find::readings::{readings, syllables};
use crate::find::{Match, MatchKind, find, preview, replacement};
use crate::typeset::{self, Ambiguous};

/// What can be read, with several readings, in both cases and widths.
const LEGIBLE: &[&str] = &[
    "理",
    "论",
    "学",
    "习",
    "行",
    "重",
    "安",
    "南",
    "西",
    "啊",
    "𠮟",
    "葛\u{E0100}",
    "a",
    "A",
    "Ａ",
    "n",
    "x",
    "l",
];

/// Hard signs: of several bytes, of several characters, and such as join what stands beside them.
const HARD: &[&str] = &[
    "学",
    "A",
    "Ａ",
    "𠮷",
    "葛",
    "葛\u{E0100}",
    "é",
    "e\u{301}",
    "e",
    "\u{301}",
    "（",
    "(",
    "１",
    "1",
    "，",
    " ",
    "\u{3000}",
    "\n",
    "\r\n",
    "\r",
    "👨‍👩‍👧",
    "👨",
    "\u{200D}",
    "🇨",
    "🇳",
    "한",
    "\u{1112}",
    "\u{600}",
    "क्ष",
    "\u{FE0F}",
    "ı",
    "İ",
];

static SYLLABLES: LazyLock<Vec<&str>> = LazyLock::new(|| syllables().collect());

/// Few signs, so that they meet often.
fn alphabets() -> impl Strategy<Value = Vec<&'static str>> {
    prop_oneof![vec(select(LEGIBLE), 1..4), vec(select(HARD), 1..4)]
}

fn words(alphabet: &[&'static str], most: usize) -> impl Strategy<Value = String> + use<> {
    vec(select(alphabet.to_vec()), 0..=most).prop_map(|it| it.concat())
}

fn drafts(alphabet: &[&'static str]) -> impl Strategy<Value = Draft> + use<> {
    let text = |most: usize| words(alphabet, most);
    let body = || vec(words(alphabet, 5), 0..5);
    (text(5), text(9), text(5), body(), body(), text(5), text(5)).prop_map(
        |(title, opening, headline, body, measure, due, set_aside)| {
            draft(Words {
                title,
                opening,
                headline,
                body,
                measure,
                due,
                set_aside,
            })
        },
    )
}

/// What is typed for signs that can be read, whole or in part.
fn sounds(alphabet: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    let mut sounds: Vec<String> = alphabet.iter().flat_map(|it| typed(it)).collect();
    sounds.push("A".to_owned());
    vec(select(sounds), 1..6).prop_map(|it| it.concat())
}

/// Drafts with queries, and words to put in their place.
fn cases() -> impl Strategy<Value = (Draft, String, String)> {
    alphabets().prop_flat_map(|it| {
        let query = prop_oneof![words(&it, 3), sounds(&it), sounds(&it)];
        let with = prop_oneof![words(&it, 3), words(HARD, 2)];
        (drafts(&it), query, with)
    })
}

fn folded(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

/// A cluster of a run, and where it stands.
struct Cluster<'a> {
    field: Field,
    at: usize,
    text: &'a str,
}

fn clusters<'a>(run: &Run<'a>) -> Vec<Cluster<'a>> {
    let of = |(field, text): &(Field, &'a str)| {
        let field = *field;
        typeset::graphemes(text).map(move |(at, text)| Cluster { field, at, text })
    };
    run.iter().flat_map(of).collect()
}

/// What can be typed for a cluster, the longest first.
fn typed(cluster: &str) -> Vec<String> {
    let base = cluster.trim_end_matches(['\u{E0100}', '\u{FE0F}']);
    let mut chars = base.chars();
    let (Some(char), None) = (chars.next(), chars.next()) else {
        return Vec::new();
    };
    let mut typed: Vec<String> = readings(char).map(|it| SYLLABLES[it].to_owned()).collect();
    typed.extend(typed.clone().iter().map(|it| it.chars().take(1).collect()));
    if base == cluster && fold(char).is_ascii_lowercase() {
        typed.push(fold(char).to_string());
    }
    typed.sort_by_key(|it: &String| std::cmp::Reverse(it.len()));
    typed
}

/// Reads letters from the beginning of some clusters that are free. Returns how many were read, and how.
fn read(letters: &str, clusters: &[Cluster<'_>], is_taken: &[bool]) -> Option<(usize, MatchKind)> {
    if letters.is_empty() {
        return Some((0, MatchKind::Initials));
    }
    let (first, rest) = clusters.split_first()?;
    let (_, rest_taken) = is_taken.split_first().filter(|it| !it.0)?;
    typed(first.text).iter().find_map(|sound| {
        let (n, kind) = read(letters.strip_prefix(sound.as_str())?, rest, rest_taken)?;
        Some((
            n + 1,
            if sound.len() > 1 {
                MatchKind::Pinyin
            } else {
                kind
            },
        ))
    })
}

/// Finds the words as they are at the beginning of some clusters that are free.
fn equal(
    words: &[char],
    clusters: &[Cluster<'_>],
    is_taken: &[bool],
) -> Option<(usize, MatchKind)> {
    let is_whole = |n: &usize| {
        let text: String = clusters.iter().take(*n).map(|it| it.text).collect();
        folded(&text) == words && !is_taken.iter().take(*n).any(|it| *it)
    };
    (1..=clusters.len())
        .find(is_whole)
        .map(|n| (n, MatchKind::Literal))
}

/// Finds the slow and plain way: tries every place of a run, first for the words as they are.
fn naive_in(run: &Run<'_>, words: &[char]) -> Vec<(Field, usize, String, MatchKind)> {
    let letters: String = words.iter().collect();
    let is_pinyin = words.len() > 1 && words.iter().all(char::is_ascii_lowercase);
    let clusters = clusters(run);
    let mut is_taken = vec![false; clusters.len()];
    let mut found: Vec<(Range<usize>, MatchKind)> = Vec::new();
    for is_literal in [true, false] {
        let mut at = 0;
        while at < clusters.len() {
            let hit = if is_literal {
                equal(words, &clusters[at..], &is_taken[at..])
            } else {
                read(&letters, &clusters[at..], &is_taken[at..]).filter(|_| is_pinyin)
            };
            if let Some((n, kind)) = hit {
                is_taken[at..at + n].fill(true);
                found.push((at..at + n, kind));
            }
            at += hit.map_or(1, |it| it.0);
        }
    }
    found.sort_by_key(|it| it.0.start);
    let place = |(range, kind): (Range<usize>, MatchKind)| {
        let first = &clusters[range.start];
        let text: String = clusters[range].iter().map(|it| it.text).collect();
        (first.field, first.at, text, kind)
    };
    found.into_iter().map(place).collect()
}

fn naive(draft: &Draft, query: &str) -> Vec<(Field, usize, String, MatchKind)> {
    let words = folded(query);
    let runs = draft.runs();
    let runs = runs.iter().filter(|_| !words.is_empty());
    runs.flat_map(|it| naive_in(it, &words)).collect()
}

fn only_literal(found: Vec<Match>) -> Vec<Match> {
    let is_literal = |it: &Match| it.kind() == MatchKind::Literal;
    found.into_iter().filter(is_literal).collect()
}

fn picked(found: Vec<Match>, picks: &[bool]) -> Vec<Match> {
    let picks = picks.iter().chain(std::iter::repeat(&true));
    found
        .into_iter()
        .zip(picks)
        .filter(|it| *it.1)
        .map(|it| it.0)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    /// Broken: the way back in the words searched for, the ends of clusters, the signs taken by words as they are,
    /// whole readings before first letters.
    #[test]
    fn the_plain_way_finds_the_same((draft, query, _) in cases()) {
        let found: Vec<_> = find(&draft, &query)
            .into_iter()
            .map(|it| (it.start().0, it.start().1, it.text().to_owned(), it.kind()))
            .collect();
        prop_assert_eq!(found, naive(&draft, &query));
    }

    /// Broken: the end of a piece that is not the last of its text.
    #[test]
    fn a_match_is_what_was_looked_for((draft, query, _) in cases()) {
        for found in find(&draft, &query) {
            let joined: String = found
                .pieces()
                .iter()
                .filter_map(|it| draft.text(it.field)?.get(it.range.clone()))
                .collect();
            prop_assert_eq!(&joined, found.text());
            prop_assert!(found.stands_in(&draft));
            if found.kind() == MatchKind::Literal {
                prop_assert_eq!(folded(found.text()), folded(&query));
            }
        }
    }

    /// Broken: the ends of clusters, matches that overlap.
    #[test]
    fn no_cluster_is_split_and_nothing_found_twice((draft, query, _) in cases()) {
        let fields = draft.fields();
        let mut last = (0, 0);
        for piece in find(&draft, &query).iter().flat_map(Match::pieces) {
            let text = draft.text(piece.field).unwrap();
            for at in [piece.range.start, piece.range.end] {
                prop_assert_eq!(typeset::floor_boundary(text, at), at);
            }
            let place = fields.iter().position(|it| *it == piece.field).unwrap();
            prop_assert!(piece.range.start < piece.range.end);
            prop_assert!(last <= (place, piece.range.start));
            last = (place, piece.range.end);
        }
    }

    /// Broken: edits from the first to the last, words in every piece, the order of the chosen, texts of one line.
    #[test]
    fn only_what_was_chosen_changes((draft, query, with) in cases(), picks in vec(any::<bool>(), 0..9)) {
        let chosen = picked(find(&draft, &query), &picks);
        let mut expected: BTreeMap<Field, String> = draft
            .fields()
            .into_iter()
            .map(|it| (it, draft.text(it).unwrap().to_owned()))
            .collect();
        for (at, piece) in chosen.iter().rev().flat_map(|it| it.pieces().iter().enumerate().rev()) {
            let line = with.replace("\r\n", " ").replace(['\n', '\r'], " ");
            let words = match (at, piece.field.is_single_line()) {
                (0, true) => line.as_str(),
                (0, false) => with.as_str(),
                _ => "",
            };
            expected.get_mut(&piece.field).unwrap().replace_range(piece.range.clone(), words);
        }
        let change = replacement(&draft, &chosen, &with);
        let backwards: Vec<Match> = chosen.iter().rev().cloned().collect();
        prop_assert_eq!(&change, &replacement(&draft, &backwards, &with));
        let replaced = change.as_ref().map_or(draft.clone(), |it| after(&draft, it));
        prop_assert_eq!(change.is_none(), replaced.same_content(&draft));
        prop_assert_eq!(replaced.fields(), draft.fields());
        for (field, text) in expected {
            prop_assert_eq!(replaced.text(field), Some(text.as_str()));
        }
        if let Some(change) = change {
            prop_assert!(after(&replaced, &change.invert(ChangeCause::Undo)).same_content(&draft));
        }
    }

    /// Only for words that share no sign with the query, and that join nothing: others may make it anew. Broken: all
    /// but the first match of a text.
    #[test]
    fn nothing_is_left_where_all_was_replaced((draft, query, _) in cases()) {
        let all = only_literal(find(&draft, &query));
        if let Some(change) = replacement(&draft, &all, "甲乙") {
            prop_assert_eq!(only_literal(find(&after(&draft, &change), &query)), []);
        }
    }

    /// Broken: offsets after a replacement before them, the order of the texts before a match, the cells.
    #[test]
    fn a_preview_is_what_comes(
        (draft, query, with) in cases(), picks in vec(any::<bool>(), 0..9), cells in 0..12_usize,
    ) {
        // A line end is a blank in a row, but two texts may have one between them, and new words make one of two.
        let bare = |text: &str| text.replace(['\n', '\r', ' '], "");
        let joined = |draft: &Draft, field: Field| {
            let runs = draft.runs();
            let run = runs.iter().find(|it| it.iter().any(|it| it.0 == field)).unwrap();
            run.iter().map(|it| bare(it.1)).collect::<String>()
        };
        let chosen = picked(find(&draft, &query), &picks);
        let shown = preview(&draft, &chosen, &with, cells, Ambiguous::Narrow).unwrap();
        let replaced = replacement(&draft, &chosen, &with).map_or(draft.clone(), |it| after(&draft, &it));
        prop_assert_eq!(shown.len(), chosen.len());
        for (shown, found) in shown.iter().zip(&chosen) {
            let excerpt = found.excerpt(&draft, cells, Ambiguous::Narrow);
            prop_assert_eq!(Some(&shown.was), excerpt.as_ref());
            prop_assert_eq!(bare(&shown.was.hit), bare(found.text()));
            prop_assert_eq!(bare(&shown.now.hit), bare(&with));
            for (draft, excerpt) in [(&draft, &shown.was), (&replaced, &shown.now)] {
                let row = [excerpt.before.as_str(), &excerpt.hit, &excerpt.after].concat();
                prop_assert!(joined(draft, found.start().0).contains(&bare(&row)));
                prop_assert!(!row.contains(['\n', '\r']));
                for part in [&excerpt.before, &excerpt.after] {
                    let clusters = typeset::graphemes(part).map(|it| typeset::width(it.1, Ambiguous::Narrow));
                    prop_assert!(clusters.sum::<usize>() <= cells);
                }
            }
        }
    }
}

//! [`find`]: all texts of a draft are gone through, in the order of the report.

use super::fold::fold;
use super::found::{Match, MatchKind};
use super::literal::literal;
use super::signs::Signs;
use super::sounds::Letters;
use crate::draft::{Draft, Run};

/// Returns where the words of `query` stand in a draft, in the order of the report, no two overlapping.
///
/// Latin letters are found in either case, full-width forms by their half-width twins and the other way round; all
/// else, blanks too, must be as it is. A match begins and ends between grapheme clusters. It may run from one passage
/// into the next of the same body, but not from a headline into its body.
///
/// Two letters or more, and nothing but letters, are also found by pinyin: each Chinese character read whole or by
/// its first letter, in any of its readings. Where words as they are and words by pinyin overlap, the former count.
pub fn find(draft: &Draft, query: &str) -> Vec<Match> {
    let words: Vec<char> = query.chars().map(fold).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let letters = Letters::of(&words);
    let find_in = |run: &Run<'_>| find_in(run, &words, letters.as_ref());
    draft.runs().iter().flat_map(find_in).collect()
}

fn find_in(run: &Run<'_>, words: &[char], letters: Option<&Letters>) -> Vec<Match> {
    let signs = Signs::of(run);
    let taken = literal(words, &signs);
    let mut found = letters.map_or_else(Vec::new, |it| it.read(&signs, &taken));
    found.extend(taken.into_iter().map(|it| (it, MatchKind::Literal)));
    found.sort_by_key(|(range, _)| range.start);
    found
        .into_iter()
        .map(|(range, kind)| Match::new(signs.pieces(range), kind))
        .collect()
}

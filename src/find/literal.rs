//! Finding words as they are: Knuth, Morris and Pratt, in time linear in the text whatever is looked for.

use std::ops::Range;

use super::signs::Signs;

/// Returns where folded words stand in a run, from the left, none overlapping the one before it. Matches begin and
/// end between clusters.
pub(super) fn literal(words: &[char], signs: &Signs<'_>) -> Vec<Range<usize>> {
    let borders = borders(words);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut n_same = 0;
    for (at, sign) in signs.all().iter().enumerate() {
        n_same = advance(words, &borders, n_same, sign.char);
        if n_same < words.len() {
            continue;
        }
        let range = at + 1 - n_same..at + 1;
        let is_free = found.last().is_none_or(|it| it.end <= range.start);
        if is_free && signs.is_boundary(range.start) && signs.is_boundary(range.end) {
            found.push(range);
        }
    }
    found
}

/// Returns, for each beginning of the words, the length of the longest shorter beginning that it ends with.
fn borders(words: &[char]) -> Vec<usize> {
    let mut borders = vec![0; words.len().min(1)];
    let mut n_same = 0;
    for char in words.iter().skip(1) {
        n_same = advance(words, &borders, n_same, *char);
        borders.push(n_same);
    }
    borders
}

/// Returns how many characters of the words are read after `char`, when `n_same` were read before it.
fn advance(words: &[char], borders: &[usize], mut n_same: usize, char: char) -> usize {
    loop {
        if words.get(n_same) == Some(&char) {
            return n_same + 1;
        }
        let Some(shorter) = n_same.checked_sub(1).and_then(|it| borders.get(it)) else {
            return 0;
        };
        n_same = *shorter;
    }
}

//! A comparison as a text to read: by words first, so that it can be read aloud, printed and piped; where weight
//! repeats them is told beside the text.

use std::ops::Range;

use super::compare::{Comparison, Difference, Of};
use super::messages as say;
use crate::locale::Lang;
use crate::typeset;

/// A text to read, with its weights.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The words.
    pub text: String,
    /// Ranges of it in bytes, in order, that stand out.
    pub weights: Vec<(Range<usize>, Weight)>,
}

/// How words stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// A heading.
    Heading,
    /// Only the old text has them.
    Gone,
    /// Only the new text has them.
    Come,
}

/// What two states are to each other, which decides by which words they are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// The new one came out of the old one by writing.
    Versions,
    /// The old one was saved, the new one recovered.
    Recovery,
}

/// Unchanged words longer than this many characters are cut in the middle.
const LONG: usize = 48;
/// So many are left beside what changed.
const BESIDE: usize = 18;

/// Returns a comparison as a text.
pub fn paper(lang: Lang, comparison: &Comparison, sides: Sides) -> Paper {
    let mut paper = Paper::default();
    let (come, gone) = comparison.characters();
    if comparison.is_empty() {
        paper.plain(&say::no_difference(lang));
    } else if comparison.texts.is_empty() {
        paper.plain(&say::only_choices_differ(lang));
    } else {
        let n = comparison.texts.len();
        paper.plain(&match sides {
            Sides::Versions => say::account(lang, n, come, gone),
            Sides::Recovery => say::account_of_recovery(lang, n, come, gone),
        });
        if comparison.has_other {
            paper.plain(&say::choices_differ_too(lang));
        }
    }
    for text in &comparison.texts {
        paper.plain("\n\n");
        paper.difference(lang, text, sides);
    }
    paper
}

impl Paper {
    fn plain(&mut self, words: &str) {
        self.text.push_str(words);
    }

    fn weighty(&mut self, words: &str, weight: Weight) {
        let start = self.text.len();
        self.text.push_str(words);
        self.weights.push((start..self.text.len(), weight));
    }

    fn difference(&mut self, lang: Lang, of: &Difference, sides: Sides) {
        let count = |kind: Of| {
            let pieces = of.pieces.iter().filter(|it| it.of == kind);
            pieces.map(|it| typeset::count(&it.text).marks).sum()
        };
        let (come, gone) = (count(Of::New), count(Of::Old));
        self.weighty(&of.name, Weight::Heading);
        self.plain(&say::tally(lang, come, gone));
        self.plain("\n");
        let last = of.pieces.len().saturating_sub(1);
        for (idx, piece) in of.pieces.iter().enumerate() {
            let words = piece.text.as_str();
            match (piece.of, sides) {
                (Of::Both, _) => self.plain(&shortened(words, idx == 0, idx == last)),
                (Of::Old, Sides::Versions) => self.weighty(&say::gone(lang, words), Weight::Gone),
                (Of::New, Sides::Versions) => self.weighty(&say::come(lang, words), Weight::Come),
                (Of::Old, Sides::Recovery) => self.weighty(&say::saved(lang, words), Weight::Gone),
                (Of::New, Sides::Recovery) => self.weighty(&say::found(lang, words), Weight::Come),
            }
        }
    }
}

/// Returns unchanged words, cut where they are far from what changed: before them at the start of a text, behind
/// them at its end, in the middle elsewhere.
fn shortened(words: &str, is_first: bool, is_last: bool) -> String {
    let graphemes: Vec<&str> = typeset::graphemes(words).map(|(_, it)| it).collect();
    if graphemes.len() <= LONG {
        return words.to_owned();
    }
    let head = if is_first { 0 } else { BESIDE };
    let tail = if is_last { 0 } else { BESIDE };
    let beginning = graphemes.iter().take(head).copied();
    let end = graphemes.iter().skip(graphemes.len() - tail).copied();
    beginning.chain([" ... "]).chain(end).collect()
}

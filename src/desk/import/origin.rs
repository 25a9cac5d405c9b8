//! [`Origin`]: where the words of an imported report stood in its file, and how the file numbered them.

use crate::check::{Ordinal, Paragraph};
use crate::draft::Field;
use crate::import::Line;

/// How many signs of a paragraph must be found in a row for its place to be known.
const ENOUGH: usize = 24;

/// The most signs that an ordinal has.
const LONGEST_ORDINAL: usize = 6;

/// The lines of every paragraph of a report.
#[derive(Debug, Default)]
pub struct Origin {
    /// Of each paragraph in order, where its signs begin in the file; `None` if they were not found.
    starts: Vec<Option<usize>>,
    /// The line of every sign of the file that is not white space.
    lines: Vec<usize>,
    /// How the file numbered the paragraphs, in the order of the file.
    pub ordinals: Vec<Ordinal>,
}

impl Origin {
    /// Finds the paragraphs of a report in the lines it was made of. Both are in much the same order.
    pub fn of(lines: &[Line], paragraphs: &[Paragraph<'_>]) -> Self {
        let mut signs: Vec<char> = Vec::new();
        let mut numbers = Vec::new();
        for line in lines {
            for sign in line.text.chars().filter(|it| !it.is_whitespace()) {
                signs.push(sign);
                numbers.push(line.number);
            }
        }
        let mut out = Self {
            lines: numbers,
            ..Self::default()
        };
        let mut from = 0;
        let mut ordinals = Vec::new();
        for paragraph in paragraphs {
            let words: Vec<char> = paragraph
                .text
                .chars()
                .filter(|it| !it.is_whitespace())
                .collect();
            let probe = words.get(..ENOUGH).unwrap_or(&words);
            let at = find(&signs, probe, from).or_else(|| find(&signs, probe, 0));
            out.starts.push(at);
            let Some(at) = at else { continue };
            if at >= from {
                // What stands before it on its own line: the rest was the end of another.
                let line = out.lines.get(at);
                let n_own = (out.lines.get(from..at).unwrap_or_default().iter().rev())
                    .take_while(|it| Some(*it) == line)
                    .count();
                let gap = signs.get(at - n_own..at).unwrap_or_default();
                ordinals.extend(ordinal(gap, paragraph.field()));
            }
            from = at + words.len();
        }
        out.ordinals = ordinals;
        out
    }

    /// Returns the line of the file in which the words of a paragraph stand, `n_before` signs behind its beginning;
    /// `None` if they were not found there.
    pub fn line(&self, paragraph: usize, n_before: usize) -> Option<usize> {
        let start = (*self.starts.get(paragraph)?)?;
        let at = (start + n_before).min(self.lines.len().checked_sub(1)?);
        self.lines.get(at).copied()
    }
}

/// Returns the ordinal that ends a gap between two paragraphs: the longest end of it that reads as one, else the gap
/// itself if it is as short as one.
fn ordinal(gap: &[char], field: Field) -> Option<Ordinal> {
    let longest = gap.len().min(LONGEST_ORDINAL);
    let ends = (1..=longest)
        .rev()
        .filter_map(|it| gap.get(gap.len() - it..));
    let mut ordinals = ends.map(|it| Ordinal {
        field,
        words: it.iter().collect(),
    });
    let read = ordinals.find(Ordinal::is_read);
    read.or_else(|| {
        let is_short = !gap.is_empty() && gap.len() <= LONGEST_ORDINAL;
        is_short.then(|| Ordinal {
            field,
            words: gap.iter().collect(),
        })
    })
}

/// Returns where signs stand in a row, from a place on.
fn find(signs: &[char], probe: &[char], from: usize) -> Option<usize> {
    if probe.is_empty() {
        return None;
    }
    let rest = signs.get(from..)?;
    rest.windows(probe.len())
        .position(|it| it == probe)
        .map(|it| it + from)
}

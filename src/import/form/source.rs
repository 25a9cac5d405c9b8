//! The text as the form reads it: one string of paragraphs, hard wraps joined, what belongs to the page apart. Every
//! character of the lines is in it, so that every part of a report is a range of it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::chrome;
use super::fold::folded;
use crate::import::{Aside, Line};
use crate::paste;

/// A text, and where its parts stand.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The paragraphs, then what stands apart, each ended by a newline.
    pub(super) whole: String,
    /// The same for matching, byte for byte as long, see [`folded`].
    pub(super) folded: String,
    /// The paragraphs, none empty.
    pub(super) paragraphs: Vec<Paragraph>,
    /// What has no place, whatever the rest says.
    pub(super) apart: Vec<(Range<usize>, Aside)>,
    /// Where each line begins, and its number.
    lines: Vec<(usize, usize)>,
    /// What the reader of the container made itself.
    made: Vec<Range<usize>>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Where it stands, without blanks at its ends.
    pub(super) range: Range<usize>,
    /// The level of heading its markup gives it.
    pub(super) heading: Option<u8>,
    /// The bytes at its start that its markup sets in bold.
    pub(super) strong: usize,
}

impl Source {
    /// Puts the lines together.
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut source = Self::default();
        let is_table = tables(lines);
        let shadows: Vec<String> = lines.iter().map(|it| folded(&it.text)).collect();
        let judged: Vec<Option<Aside>> = (lines.iter().zip(&shadows).zip(&is_table))
            .map(
                |((line, shadow), is_table)| match (is_table, line.heading) {
                    _ if line.aside => Some(Aside::Beside),
                    (true, _) => Some(Aside::Table),
                    (false, Some(_)) => None,
                    (false, None) => chrome::judged(shadow),
                },
            )
            .collect();
        let plain: Vec<&Line> = (lines.iter().zip(&judged))
            .filter(|(_, why)| why.is_none())
            .map(|(line, _)| line)
            .collect();
        source.add_paragraphs(&plain);
        source.add_apart(lines, &judged);
        source.folded = folded(&source.whole);
        source
    }

    fn add_paragraphs(&mut self, lines: &[&Line]) {
        let texts: Vec<&str> = lines.iter().map(|it| it.text.trim_end()).collect();
        let joints = paste::joints(&texts);
        let mut start = None;
        for (idx, line) in lines.iter().enumerate() {
            if line.text.trim().is_empty() {
                continue;
            }
            let from = self.add_line(line);
            let (start_here, strong) = *start.get_or_insert((from, strong_in(line)));
            let joint = lines.get(idx + 1).and_then(|next| {
                let could_be = line.heading.is_none() && next.heading.is_none() && next.made == 0;
                let given = joints.get(idx).copied().flatten();
                given
                    .or_else(|| goes_on(line, next))
                    .filter(|_| could_be && !next.text.trim().is_empty())
            });
            if let Some(glue) = joint {
                self.whole.push_str(glue);
                continue;
            }
            self.paragraphs.push(Paragraph {
                range: start_here..self.whole.len(),
                heading: line.heading,
                strong,
            });
            self.whole.push('\n');
            start = None;
        }
    }

    /// Adds the words of a line, and returns where they begin.
    fn add_line(&mut self, line: &Line) -> usize {
        let from = self.whole.len();
        self.lines.push((from, line.number));
        let text = line.text.trim();
        self.whole.push_str(text);
        let blanks = line.text.len() - line.text.trim_start().len();
        let made = line.made.saturating_sub(blanks).min(text.len());
        if made > 0 {
            self.made.push(from..from + made);
        }
        from
    }

    fn add_apart(&mut self, lines: &[Line], judged: &[Option<Aside>]) {
        let mut table = None;
        for (line, why) in lines.iter().zip(judged) {
            let Some(why) = why.filter(|_| !line.text.trim().is_empty()) else {
                continue;
            };
            let from = self.add_line(line);
            let to = self.whole.len();
            self.whole.push('\n');
            let this = line.cell.map(|it| it.table).filter(|_| why == Aside::Table);
            match self.apart.last_mut() {
                Some((range, _)) if this.is_some() && this == table => range.end = to,
                _ => self.apart.push((from..to, why)),
            }
            table = this;
        }
    }

    /// Returns the number of the line a place stands in.
    pub(super) fn line_at(&self, at: usize) -> usize {
        let idx = self.lines.partition_point(|(from, _)| *from <= at);
        let found = idx.checked_sub(1).and_then(|it| self.lines.get(it));
        found.map_or(0, |it| it.1)
    }

    /// Returns the characters of a range that are the text's own and no white space.
    pub(super) fn characters(&self, range: &Range<usize>) -> usize {
        let count = |range: Range<usize>| {
            let text = self.whole.get(range).unwrap_or_default();
            text.chars().filter(|it| !it.is_whitespace()).count()
        };
        let first = self.made.partition_point(|it| it.end <= range.start);
        let made = (self.made.iter().skip(first))
            .take_while(|it| it.start < range.end)
            .map(|it| count(it.start.max(range.start)..it.end.min(range.end)));
        count(range.clone()) - made.sum::<usize>()
    }

    /// Returns a range of the folded text.
    pub(super) fn fold(&self, range: &Range<usize>) -> &str {
        self.folded.get(range.clone()).unwrap_or_default()
    }

    /// Returns a range without the blanks at its ends.
    pub(super) fn trimmed(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.whole.get(range.clone()).unwrap_or_default();
        let start = range.end - text.trim_start().len();
        start..start + text.trim().len()
    }
}

/// Returns the bytes in bold at the start of a line without the blanks before it.
fn strong_in(line: &Line) -> usize {
    let blanks = line.text.len() - line.text.trim_start().len();
    let strong = line
        .strong
        .saturating_sub(blanks)
        .min(line.text.trim().len());
    let is_boundary = line.text.trim().is_char_boundary(strong);
    if is_boundary { strong } else { 0 }
}

/// Returns the joint of two lines where the first stops behind a comma: the sentence goes on.
fn goes_on(line: &Line, next: &Line) -> Option<&'static str> {
    let is_open = line.text.trim_end().ends_with(['，', '、']);
    (is_open && next.number == line.number + 1 && !paste::begins_anew(&next.text)).then_some("")
}

/// Tells which lines stand in a table that has columns. One of a single column is a frame around words.
fn tables(lines: &[Line]) -> Vec<bool> {
    let with_columns: BTreeSet<usize> = (lines.iter().filter_map(|it| it.cell))
        .filter(|it| it.column > 0)
        .map(|it| it.table)
        .collect();
    lines
        .iter()
        .map(|it| (it.cell).is_some_and(|it| with_columns.contains(&it.table)))
        .collect()
}

//! Rows, and pages full of them.

use std::ops::Range;

use super::super::title::title_lines;
use super::{Grid, Kind, Paragraph, Row};
use crate::locale::Lang;
use crate::typeset::{Ambiguous, Layout, text_width};

/// A row, and whether the next one must stand on the same page.
struct Set {
    row: Row,
    keeps: bool,
}

/// A row without words.
const BLANK: Set = Set {
    row: Row {
        paragraph: None,
        words: 0..0,
        indent: 0,
    },
    keeps: false,
};

/// Sets paragraphs in rows and fills pages with them.
pub(super) fn fill(paragraphs: &[Paragraph], language: Lang, grid: &Grid) -> Vec<Vec<Row>> {
    let mut rows: Vec<Set> = Vec::new();
    let is_head = |it: &Paragraph| matches!(it.kind, Kind::Title | Kind::Byline);
    let is_signed = |it: Option<&Paragraph>| matches!(it.map(|it| it.kind), Some(Kind::Signed(_)));
    let n_head = paragraphs.iter().take_while(|it| is_head(it)).count();
    for (n, paragraph) in paragraphs.iter().enumerate() {
        // Blank rows part the head from the text (GB/T 9704-2012, 7.3.1), and one the text from who signs.
        if n == n_head && n > 0 {
            rows.extend((0..grid.below_head).map(|_| BLANK));
        }
        let before = n.checked_sub(1).and_then(|it| paragraphs.get(it));
        if is_signed(Some(paragraph)) && !is_signed(before) && n > n_head {
            rows.push(BLANK);
        }
        set(n, paragraph, language, grid, &mut rows);
    }
    pages(rows, grid.rows.max(1))
}

/// Sets one paragraph.
fn set(n: usize, paragraph: &Paragraph, language: Lang, grid: &Grid, rows: &mut Vec<Set>) {
    let text = paragraph.text.as_str();
    let lines = match paragraph.kind {
        Kind::Title => match grid.title.filter(|_| language == Lang::Zh) {
            Some(most) => title(text, most),
            None => lines(text, grid.columns, 0),
        },
        Kind::Byline | Kind::Signed(_) => lines(text, grid.columns, 0),
        Kind::Heading(_) | Kind::Body => lines(text, grid.columns, grid.indent),
    };
    let keeps = grid.keeps_headings && matches!(paragraph.kind, Kind::Heading(_));
    for (line, words) in lines.into_iter().enumerate() {
        let width = text_width(text.get(words.clone()).unwrap_or_default(), Ambiguous::Wide);
        let room = (grid.columns).saturating_sub(u16::try_from(width).unwrap_or(u16::MAX));
        let indent = match paragraph.kind {
            // In letters of the common size, over the middle of what the larger ones take.
            Kind::Title | Kind::Byline => room / 2,
            Kind::Signed(from_right) => room.saturating_sub(from_right),
            Kind::Heading(_) | Kind::Body if line == 0 => grid.indent,
            Kind::Heading(_) | Kind::Body => 0,
        };
        let row = Row {
            paragraph: Some(n),
            words,
            indent,
        };
        rows.push(Set { row, keeps });
    }
}

/// Returns the lines of a title, broken by sense. Blanks at a break belong to the line before it.
fn title(text: &str, most: usize) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in title_lines(text, most) {
        let rest = text.get(at..).unwrap_or_default();
        let start = at + rest.find(line.as_str()).unwrap_or_default();
        starts.push(if starts.is_empty() { 0 } else { start });
        at = start + line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    (starts.iter().copied().zip(ends))
        .map(|(start, end)| start..end)
        .filter(|it| !it.is_empty())
        .collect()
}

/// Returns the lines of a paragraph in a field of some half characters, the first one indented.
pub fn lines(text: &str, columns: u16, indent: u16) -> Vec<Range<usize>> {
    // Blanks that nothing breaks at: a first word longer than the row stands in it, not below.
    let prefix = "\u{A0}".repeat(indent.min(columns.saturating_sub(2)).into());
    let indented = [prefix.as_str(), text].concat();
    let layout = Layout::new(&indented, columns, Ambiguous::Wide);
    let lines = (0..layout.n_rows()).filter(|it| !layout.is_spare(*it));
    lines
        .map(|it| {
            let row = layout.row(it);
            row.start.saturating_sub(prefix.len())..row.end.saturating_sub(prefix.len())
        })
        .filter(|it| !it.is_empty())
        .collect()
}

/// Fills pages of `n_rows` rows.
fn pages(rows: Vec<Set>, n_rows: usize) -> Vec<Vec<Row>> {
    let mut pages = Vec::new();
    let mut rest = rows;
    while rest.len() > n_rows {
        let mut end = n_rows;
        while end > 0 && rest.get(end - 1).is_some_and(|it| it.keeps) {
            end -= 1;
        }
        // Nothing but headings: they cannot all be kept.
        let end = if end == 0 { n_rows } else { end };
        let behind = rest.split_off(end);
        pages.push(rest);
        rest = behind;
    }
    if !rest.is_empty() {
        pages.push(rest);
    }
    let rows = |page: Vec<Set>| page.into_iter().map(|it| it.row).collect();
    pages.into_iter().map(rows).collect()
}

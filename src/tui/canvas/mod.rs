//! The screen as rows, and what is put into each of them. Of a key nearly all rows stay as they are, and of the others
//! a few columns are new: only those are laid into cells and compared with what the terminal shows.
//!
//! Invariant: the cells of a row follow from its strokes alone, laid in their order into blank cells. So equal strokes
//! are equal cells: where strokes gave way to others, only the columns of both can hold other cells than before, and
//! what is left out changes nothing. Draws on no terminal; see [`Screen`](super::screen::Screen).

mod brush;
#[cfg(test)]
mod tests;

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::typeset::Ambiguous;

use brush::Brush;

/// What a frame is drawn on.
#[derive(Debug)]
pub struct Canvas {
    area: Rect,
    rows: Vec<Row>,
    /// The cell of the cursor, where it is shown.
    cursor: Option<Position>,
    /// Cells on their way from strokes to the terminal: what it shows, and what is to stand there.
    spare: [Buffer; 2],
}

/// One row: its strokes, those of the last frame giving way to those of this one, and its cells.
#[derive(Debug)]
struct Row {
    strokes: Vec<Stroke>,
    /// The words of all strokes, one behind the other.
    words: String,
    /// How many strokes were made in this frame, and how many bytes of words they took.
    made: (usize, usize),
    /// The columns in which other strokes were made than in the last frame.
    changed: Range<u16>,
    /// What the terminal shows.
    shown: Buffer,
}

/// One thing that was put into a row, from column `x` to `right`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stroke {
    x: u16,
    right: u16,
    ink: Ink,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Ink {
    /// So many bytes of words, as far as they fit: up to column `end`.
    Text {
        style: Style,
        ambiguous: Ambiguous,
        n_bytes: usize,
        end: u16,
    },
    Blank,
    Band(Style),
    Redraw,
}

impl Stroke {
    /// Returns the columns it may be seen in.
    fn columns(&self) -> Range<u16> {
        match self.ink {
            Ink::Text { end, .. } => self.x..end,
            Ink::Blank | Ink::Band(_) | Ink::Redraw => self.x..self.right,
        }
    }

    const fn n_bytes(&self) -> usize {
        match self.ink {
            Ink::Text { n_bytes, .. } => n_bytes,
            Ink::Blank | Ink::Band(_) | Ink::Redraw => 0,
        }
    }
}

impl Row {
    fn blank(area: Rect, y: u16) -> Self {
        Self {
            strokes: Vec::new(),
            words: String::new(),
            made: (0, 0),
            changed: NO_COLUMNS,
            shown: blank_cells(area, y),
        }
    }

    /// Puts text, and returns the column behind it.
    fn text(
        &mut self,
        text: &str,
        (x, right): (u16, u16),
        (style, ambiguous): (Style, Ambiguous),
    ) -> u16 {
        let old = self.next();
        // How many bytes stay as they stood here.
        let mut n_same = None;
        if let Some(old) = old
            && (old.x, old.right) == (x, right)
            && let Ink::Text { end, .. } = old.ink
            && old.ink == ink(style, ambiguous, old.n_bytes(), end)
        {
            let words = self.words_of(&old);
            if words == text {
                self.made = (self.made.0 + 1, self.made.1 + text.len());
                return end;
            }
            n_same = Some(same_beginning(words, text));
        }
        let (differs, end) = brush::measure(text, n_same.unwrap_or(0), (x, right), ambiguous);
        let ink = ink(style, ambiguous, text.len(), end);
        let from = n_same.map_or(0, |_| differs);
        self.replace(old, Stroke { x, right, ink }, text, from);
        end
    }

    /// Puts something without words.
    fn stroke(&mut self, stroke: Stroke) {
        if stroke.ink == Ink::Redraw {
            self.change(stroke.columns());
        }
        match self.next() {
            Some(old) if old == stroke => self.made.0 += 1,
            old => self.replace(old, stroke, "", 0),
        }
    }

    /// Returns the stroke of the last frame that the next one stays or gives way to.
    fn next(&self) -> Option<Stroke> {
        self.strokes.get(self.made.0).copied()
    }

    /// Returns the words of that stroke.
    fn words_of(&self, next: &Stroke) -> &str {
        let from = self.made.1;
        let words = self.words.get(from..from + next.n_bytes());
        words.expect("the words of strokes end on the boundary of a character")
    }

    /// Makes a stroke in the place of an old one. Before column `from` both look alike.
    fn replace(&mut self, old: Option<Stroke>, new: Stroke, words: &str, from: u16) {
        let (n_strokes, n_bytes) = self.made;
        for Range { start, end } in [Some(new), old].iter().flatten().map(Stroke::columns) {
            self.change(start.max(from)..end);
        }
        let n_old = old.map_or(0, |it| it.n_bytes());
        self.words.replace_range(n_bytes..n_bytes + n_old, words);
        match self.strokes.get_mut(n_strokes) {
            Some(it) => *it = new,
            None => self.strokes.push(new),
        }
        self.made = (n_strokes + 1, n_bytes + words.len());
    }

    /// Takes note that other cells may stand in these columns.
    fn change(&mut self, columns: Range<u16>) {
        if columns.is_empty() {
            return;
        }
        if self.changed.is_empty() {
            self.changed = columns;
        } else {
            self.changed.start = self.changed.start.min(columns.start);
            self.changed.end = self.changed.end.max(columns.end);
        }
    }

    /// Ends a frame: gives up the strokes that were not made again.
    fn end(&mut self) {
        let (n_strokes, n_bytes) = self.made;
        while self.strokes.len() > n_strokes
            && let Some(stroke) = self.strokes.pop()
        {
            self.change(stroke.columns());
        }
        self.words.truncate(n_bytes);
    }

    /// Lays what the strokes put into some columns into their cells.
    fn lay(&self, brush: &mut Brush<'_>) {
        let mut words = self.words.as_str();
        for stroke in &self.strokes {
            let (text, rest) = words.split_at(stroke.n_bytes());
            words = rest;
            let columns = stroke.columns();
            match stroke.ink {
                Ink::Text {
                    style, ambiguous, ..
                } if brush.reaches(&columns) => {
                    brush.text(text, (stroke.x, stroke.right), style, ambiguous);
                }
                Ink::Text { .. } => {}
                Ink::Blank => brush.blank(&columns),
                Ink::Band(style) => brush.band(&columns, style),
                Ink::Redraw => brush.redraw(&columns),
            }
        }
    }
}

const NO_COLUMNS: Range<u16> = 0..0;

const fn ink(style: Style, ambiguous: Ambiguous, n_bytes: usize, end: u16) -> Ink {
    Ink::Text {
        style,
        ambiguous,
        n_bytes,
        end,
    }
}

/// Returns how many bytes two texts begin with alike, in whole characters.
fn same_beginning(one: &str, other: &str) -> usize {
    let pairs = one.bytes().zip(other.bytes());
    let mut n_same = pairs.take_while(|(a, b)| a == b).count();
    while !one.is_char_boundary(n_same) || !other.is_char_boundary(n_same) {
        n_same -= 1;
    }
    n_same
}

fn blank_cells(area: Rect, y: u16) -> Buffer {
    Buffer::empty(Rect {
        y,
        height: 1,
        ..area
    })
}

impl Canvas {
    /// Returns a blank canvas of so many columns and rows.
    pub fn new((width, height): (u16, u16)) -> Self {
        let area = Rect::new(0, 0, width, height);
        Self {
            area,
            rows: (0..height).map(|y| Row::blank(area, y)).collect(),
            cursor: None,
            spare: [blank_cells(area, 0), blank_cells(area, 0)],
        }
    }

    /// Returns the whole of it.
    pub const fn area(&self) -> Rect {
        self.area
    }

    /// Shows the cursor in a cell.
    pub fn set_cursor(&mut self, at: impl Into<Position>) {
        self.cursor = Some(at.into());
    }

    /// Returns the cell of the cursor, where it is shown.
    pub const fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Begins a frame: nothing is put into it yet.
    pub(super) fn begin(&mut self) {
        self.cursor = None;
        for row in &mut self.rows {
            row.made = (0, 0);
            row.changed = NO_COLUMNS;
        }
    }

    /// Ends a frame: tells every cell that the terminal does not show, row by row, and takes it as shown.
    pub(super) fn end(&mut self, mut tell: impl FnMut(Position, &Cell)) {
        let [before, after] = &mut self.spare;
        for (row, y) in self.rows.iter_mut().zip(0..) {
            row.end();
            if row.changed.is_empty() {
                continue;
            }
            // With its neighbours: half of a wide sign may lie there.
            let (x, right) = (row.changed.start.saturating_sub(1), row.changed.end + 1);
            let columns = x..right.min(self.area.width);
            for cells in [&mut *before, &mut *after] {
                cells.area = Rect::new(x, y, columns.end.saturating_sub(x), 1);
                cells.content.clear();
                cells.content.resize(columns.len(), Cell::EMPTY);
            }
            row.lay(&mut Brush {
                x,
                cells: &mut after.content,
            });
            let columns = usize::from(columns.start)..usize::from(columns.end);
            let Some(shown) = row.shown.content.get_mut(columns) else {
                continue;
            };
            before.content.swap_with_slice(shown);
            for (x, y, cell) in before.diff_iter(after) {
                tell(Position { x, y }, cell);
            }
            after.content.swap_with_slice(shown);
        }
    }

    /// Returns the cells as the strokes of this frame lay them, whatever was shown before.
    pub fn cells(&self) -> Buffer {
        let mut all = Buffer::empty(self.area);
        let width = usize::from(self.area.width).max(1);
        for (row, cells) in self.rows.iter().zip(all.content.chunks_mut(width)) {
            row.lay(&mut Brush { x: 0, cells });
        }
        all
    }

    /// Returns the cells that the terminal shows, as far as it was told.
    pub fn shown(&self) -> Buffer {
        let mut all = Buffer::empty(self.area);
        for row in &self.rows {
            all.merge(&row.shown);
        }
        all
    }

    /// Puts text into row `y`, from column `x` on, as far as it fits before `right`. Returns the column behind it.
    pub(super) fn text(
        &mut self,
        text: &str,
        y: u16,
        (x, right): (u16, u16),
        style: Style,
        ambiguous: Ambiguous,
    ) -> u16 {
        match self.rows.get_mut(usize::from(y)) {
            Some(row) if !text.is_empty() => row.text(text, (x, right), (style, ambiguous)),
            Some(_) => x,
            None => brush::measure(text, 0, (x, right), ambiguous).1,
        }
    }

    /// Makes all cells of an area blank.
    pub(super) fn blank(&mut self, area: Rect) {
        self.stroke(area, Ink::Blank);
    }

    /// Gives the cells of an area a style, blank ones included.
    pub(super) fn band(&mut self, area: Rect, style: Style) {
        self.stroke(area, Ink::Band(style));
    }

    /// Makes the terminal draw the cells of an area even if they did not change.
    pub(super) fn redraw(&mut self, area: Rect) {
        self.stroke(area, Ink::Redraw);
    }

    fn stroke(&mut self, area: Rect, ink: Ink) {
        let area = area.intersection(self.area);
        for y in area.y..area.bottom() {
            if let Some(row) = self.rows.get_mut(usize::from(y)) {
                row.stroke(Stroke {
                    x: area.x,
                    right: area.right(),
                    ink,
                });
            }
        }
    }
}

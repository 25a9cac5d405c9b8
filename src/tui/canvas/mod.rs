//! The screen as rows, and what is put into each of them. Of a key nearly all rows stay as they are: a row is laid into
//! cells and compared with what the terminal shows only where other strokes were made in it than in the frame before.
//!
//! Invariant: the cells of a row follow from its strokes alone, laid in their order into blank cells. So equal strokes
//! are equal cells, and what is left out changes nothing. Draws on no terminal; see [`Screen`](super::screen::Screen).

mod brush;

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
    /// A row on its way from strokes to the terminal.
    spare: Buffer,
}

/// One row: its strokes, those of the last frame giving way to those of this one, and its cells.
#[derive(Debug)]
struct Row {
    strokes: Vec<Stroke>,
    /// The words of all strokes, one behind the other.
    words: String,
    /// How many strokes were made in this frame, and how many bytes of words they took.
    made: (usize, usize),
    /// Whether one of them was not made in the last frame.
    is_new: bool,
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

impl Row {
    fn blank(area: Rect, y: u16) -> Self {
        Self {
            strokes: Vec::new(),
            words: String::new(),
            made: (0, 0),
            is_new: true,
            shown: blank_cells(area, y),
        }
    }

    /// Puts text, and returns the column behind it.
    fn text(&mut self, text: &str, (x, right): (u16, u16), look: (Style, Ambiguous)) -> u16 {
        let (n_strokes, n_bytes) = self.made;
        if !self.is_new
            && let Some(stroke) = self.strokes.get(n_strokes)
            && (stroke.x, stroke.right) == (x, right)
            && let Ink::Text {
                style,
                ambiguous,
                n_bytes: n,
                end,
            } = stroke.ink
            && (style, ambiguous) == look
            && n == text.len()
            && self.words.get(n_bytes..n_bytes + n) == Some(text)
        {
            self.made = (n_strokes + 1, n_bytes + n);
            return end;
        }
        let (style, ambiguous) = look;
        let end = brush::end(text, x, right, ambiguous);
        let ink = Ink::Text {
            style,
            ambiguous,
            n_bytes: text.len(),
            end,
        };
        self.begin_anew();
        self.words.push_str(text);
        self.push(Stroke { x, right, ink });
        end
    }

    /// Puts something without words.
    fn stroke(&mut self, stroke: Stroke) {
        if !self.is_new && self.strokes.get(self.made.0) == Some(&stroke) {
            self.made.0 += 1;
            return;
        }
        self.begin_anew();
        self.push(stroke);
    }

    /// From here on this frame's strokes are not those of the last one.
    fn begin_anew(&mut self) {
        let (n_strokes, n_bytes) = self.made;
        self.strokes.truncate(n_strokes);
        self.words.truncate(n_bytes);
        self.is_new = true;
    }

    fn push(&mut self, stroke: Stroke) {
        self.strokes.push(stroke);
        self.made = (self.strokes.len(), self.words.len());
    }

    /// Tells whether all strokes of this frame are those of the last one, and none asks to be drawn again.
    fn stays(&self) -> bool {
        let redraws = || self.strokes.iter().any(|it| it.ink == Ink::Redraw);
        !self.is_new && self.made.0 == self.strokes.len() && !redraws()
    }

    /// Lays the strokes into cells.
    fn lay(&self, cells: &mut [Cell]) {
        let mut brush = Brush { cells };
        let mut words = self.words.as_str();
        for Stroke { x, right, ink } in self.strokes.iter().copied() {
            match ink {
                Ink::Text {
                    style,
                    ambiguous,
                    n_bytes,
                    ..
                } => {
                    let (text, rest) = words.split_at(n_bytes);
                    brush.text(text, x, right, style, ambiguous);
                    words = rest;
                }
                Ink::Blank => brush.blank(x, right),
                Ink::Band(style) => brush.band(x, right, style),
                Ink::Redraw => brush.redraw(x, right),
            }
        }
    }
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
            spare: blank_cells(area, 0),
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
        }
    }

    /// Ends a frame: tells every cell that the terminal does not show, row by row, and takes it as shown.
    pub(super) fn end(&mut self, mut tell: impl FnMut(Position, &Cell)) {
        for (row, y) in self.rows.iter_mut().zip(0..) {
            if row.stays() {
                continue;
            }
            row.strokes.truncate(row.made.0);
            row.words.truncate(row.made.1);
            row.is_new = false;
            self.spare.area.y = y;
            self.spare.reset();
            row.lay(&mut self.spare.content);
            for (x, y, cell) in row.shown.diff_iter(&self.spare) {
                tell(Position { x, y }, cell);
            }
            std::mem::swap(&mut row.shown, &mut self.spare);
        }
    }

    /// Returns the cells as the strokes of this frame lay them, whatever was shown before.
    pub fn cells(&self) -> Buffer {
        let mut all = Buffer::empty(self.area);
        let width = usize::from(self.area.width).max(1);
        for (row, cells) in self.rows.iter().zip(all.content.chunks_mut(width)) {
            row.lay(cells);
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
            None => brush::end(text, x, right, ambiguous),
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

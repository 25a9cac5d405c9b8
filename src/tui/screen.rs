//! From frame to frame: what is drawn on a canvas goes to the terminal as far as it is not there yet.

use std::io::{self, Write};

use super::canvas::Canvas;
use super::painter::Painter;

/// A terminal of a size that is told, and what it shows.
#[derive(Debug)]
pub struct Screen<W: Write> {
    painter: Painter<W>,
    canvas: Canvas,
}

impl<W: Write> Screen<W> {
    /// Draws on `terminal`, which is blank and in its plain style.
    pub fn new(terminal: W, size: (u16, u16)) -> Self {
        Self {
            painter: Painter::new(terminal),
            canvas: Canvas::new(size),
        }
    }

    /// Draws a frame of so many columns and rows.
    ///
    /// # Errors
    /// The terminal refuses.
    pub fn draw(&mut self, size: (u16, u16), draw: impl FnOnce(&mut Canvas)) -> io::Result<()> {
        let area = self.canvas.area();
        if (area.width, area.height) != size {
            self.canvas = Canvas::new(size);
            self.painter.clear();
        }
        self.canvas.begin();
        draw(&mut self.canvas);
        let painter = &mut self.painter;
        self.canvas.end(|at, cell| painter.cell(at, cell));
        painter.end(self.canvas.cursor());
        painter.flush()
    }

    /// Makes the next frame draw every cell anew, whatever the terminal shows.
    pub fn forget(&mut self) {
        let area = self.canvas.area();
        self.canvas = Canvas::new((area.width, area.height));
        self.painter.clear();
    }

    /// Returns what was drawn.
    pub const fn canvas(&self) -> &Canvas {
        &self.canvas
    }
}

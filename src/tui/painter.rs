//! From changed cells to bytes for the terminal: few of them, in one write a frame, so that no frame tears.
//!
//! The library's own painter moves the cursor before every wide sign, because the next cell is not the next column,
//! ends each frame with four resets, and writes the cursor apart. This one knows where the cursor is behind signs
//! that every terminal gives the same width, and only there leaves a move out: what one terminal gives one cell and
//! another two, as `“` or an emoji, is followed by an absolute move, so that a wrong guess stays in its place. Each
//! row begins with such a move, and every frame with the terminal in its plain style. A frame ends by showing the
//! cursor and placing it absolutely, or by hiding it, whatever came before: what an input method or a message of the
//! system did to it is mended by the next key. Asks the terminal nothing.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// Draws frames on a terminal behind `W`.
#[derive(Debug)]
pub struct Painter<W: Write> {
    terminal: W,
    /// What the frame will be, in one piece.
    frame: String,
    /// Where the cursor is for sure, within this frame.
    cursor: Option<Position>,
    look: Look,
}

/// How signs are drawn, as a terminal keeps it between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    const fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }
}

impl<W: Write> Painter<W> {
    /// Draws on `terminal`, which is in its plain style.
    pub const fn new(terminal: W) -> Self {
        Self {
            terminal,
            frame: String::new(),
            cursor: None,
            look: Look::PLAIN,
        }
    }

    fn go(&mut self, to: Position) {
        // Rows and columns are counted from 1 there.
        let (row, column) = (u32::from(to.y) + 1, u32::from(to.x) + 1);
        self.frame.push_str("\x1b[");
        push_numbers(&mut self.frame, &[row, column]);
        self.frame.push('H');
        self.cursor = Some(to);
    }

    fn wear(&mut self, look: Look) {
        if self.look == look {
            return;
        }
        if look == Look::PLAIN {
            self.frame.push_str("\x1b[m");
        } else {
            let reset = if self.look == Look::PLAIN { "" } else { "0;" };
            self.frame.push_str("\x1b[");
            self.frame.push_str(reset);
            push_parameters(&mut self.frame, look);
            self.frame.push('m');
        }
        self.look = look;
    }

    /// Draws a cell.
    pub(super) fn cell(&mut self, at: Position, cell: &Cell) {
        if self.cursor != Some(at) {
            self.go(at);
        }
        self.wear(Look::of(cell));
        let sign = cell.symbol();
        self.frame.push_str(sign);
        self.cursor = certain_width(sign).map(|it| Position {
            x: at.x.saturating_add(it),
            y: at.y,
        });
    }

    /// Ends a frame: shows the cursor in a cell, or hides it. Whoever writes to the terminal next finds it plain.
    pub(super) fn end(&mut self, cursor: Option<Position>) {
        self.wear(Look::PLAIN);
        match cursor {
            Some(at) => {
                self.frame.push_str("\x1b[?25h");
                self.go(at);
            }
            None => self.frame.push_str("\x1b[?25l"),
        }
    }

    /// Makes the terminal blank, whatever it shows.
    pub(super) fn clear(&mut self) {
        self.frame.push_str("\x1b[m");
        self.look = Look::PLAIN;
        self.frame.push_str("\x1b[2J");
    }

    /// Hands the frame to the terminal.
    ///
    /// # Errors
    /// The terminal refuses. What could not be written is not written twice: the next frame begins with moves of its
    /// own.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        let written = self.terminal.write_all(self.frame.as_bytes());
        self.frame.clear();
        self.cursor = None;
        written.and_then(|()| self.terminal.flush())
    }
}

/// Returns the cells of a sign that all terminals agree about; nothing of all others.
fn certain_width(sign: &str) -> Option<u16> {
    let mut chars = sign.chars();
    let (Some(char), None) = (chars.next(), chars.next()) else {
        return None;
    };
    match char {
        ' '..='~' => Some(1),
        // Full-width signs and ideographs: East Asian Width is W or F, and none of them is a pictograph.
        '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{FF01}'..='\u{FF5E}' => Some(2),
        _ => None,
    }
}

/// Appends the parameters of a look that is not plain, with `;` between them.
fn push_parameters(out: &mut String, look: Look) {
    const MODIFIERS: [(Modifier, u32); 9] = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::SLOW_BLINK, 5),
        (Modifier::RAPID_BLINK, 6),
        (Modifier::REVERSED, 7),
        (Modifier::HIDDEN, 8),
        (Modifier::CROSSED_OUT, 9),
    ];
    let mut between = "";
    for (_, code) in (MODIFIERS.iter()).filter(|(it, _)| look.modifier.contains(*it)) {
        out.push_str(between);
        push_numbers(out, &[*code]);
        between = ";";
    }
    for (colour, base) in [(look.fg, 30), (look.bg, 40)] {
        if colour != Color::Reset {
            out.push_str(between);
            push_colour(out, colour, base);
            between = ";";
        }
    }
}

/// Appends a colour as the parameters that follow `base`, 30 for letters and 40 for what is behind them.
fn push_colour(out: &mut String, colour: Color, base: u32) {
    let bright = base + 60;
    let code = match colour {
        Color::Reset => base + 9,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => bright,
        Color::LightRed => bright + 1,
        Color::LightGreen => bright + 2,
        Color::LightYellow => bright + 3,
        Color::LightBlue => bright + 4,
        Color::LightMagenta => bright + 5,
        Color::LightCyan => bright + 6,
        Color::White => bright + 7,
        Color::Indexed(n) => return push_numbers(out, &[base + 8, 5, n.into()]),
        Color::Rgb(r, g, b) => {
            return push_numbers(out, &[base + 8, 2, r.into(), g.into(), b.into()]);
        }
    };
    push_numbers(out, &[code]);
}

/// Appends numbers, with `;` between them.
fn push_numbers(out: &mut String, numbers: &[u32]) {
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            out.push(';');
        }
        push_number(out, *number);
    }
}

fn push_number(out: &mut String, number: u32) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.extend(char::from_digit(number % 10, 10));
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use ratatui::style::Style;

    use super::super::screen::Screen;
    use super::*;
    use crate::typeset::Ambiguous;

    #[derive(Clone, Default)]
    struct Line(Rc<RefCell<Vec<u8>>>);

    impl Write for Line {
        fn write(&mut self, some: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().extend_from_slice(some);
            Ok(some.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    type Piece = (u16, &'static str, Style);

    /// Draws one frame of one row after another, and returns the bytes of the last one.
    fn bytes(frames: &[(&[Piece], u16)]) -> String {
        let (line, size) = (Line::default(), (20, 1));
        let mut screen = Screen::new(line.clone(), size);
        for (pieces, caret) in frames {
            line.0.borrow_mut().clear();
            let draw = screen.draw(size, |canvas| {
                for (x, text, style) in *pieces {
                    canvas.text(text, 0, (*x, 20), *style, Ambiguous::Narrow);
                }
                canvas.set_cursor((*caret, 0));
            });
            draw.unwrap();
        }
        String::from_utf8(line.0.take()).unwrap()
    }

    #[test]
    fn a_sign_typed_at_the_end_is_a_move_and_the_sign() {
        let plain = Style::new();
        let after = bytes(&[(&[(0, "学习", plain)], 4), (&[(0, "学习不", plain)], 6)]);
        assert_eq!(after, "\x1b[1;5H不\x1b[?25h\x1b[1;7H");
        let nothing_new = bytes(&[(&[(0, "学", plain)], 2), (&[(0, "学", plain)], 0)]);
        assert_eq!(nothing_new, "\x1b[?25h\x1b[1;1H");
    }

    #[test]
    fn a_sign_of_doubtful_width_is_followed_by_a_move() {
        let plain = Style::new();
        let first = bytes(&[(&[(0, "学a“b”习", plain)], 8)]);
        assert_eq!(
            first,
            "\x1b[1;1H学a“\x1b[1;5Hb”\x1b[1;7H习\x1b[?25h\x1b[1;9H"
        );
    }

    #[test]
    fn a_look_is_taken_off_at_once() {
        let (plain, bold) = (Style::new(), Style::new().add_modifier(Modifier::BOLD));
        let red = bold.fg(Color::Red).bg(Color::Indexed(7));
        let first = bytes(&[(
            &[
                (0, "a", bold),
                (1, "b", red),
                (2, "c", plain),
                (3, "d", bold),
            ],
            0,
        )]);
        assert_eq!(
            first,
            "\x1b[1;1H\x1b[1ma\x1b[0;1;31;48;5;7mb\x1b[mc\x1b[1md\x1b[m\x1b[?25h\x1b[1;1H"
        );
    }

    /// What is taken to be certain is what two libraries that terminals use say, wide or narrow.
    #[test]
    fn certain_widths_are_those_of_unicode() {
        use unicode_width::UnicodeWidthChar;
        let mut n_certain = 0;
        for char in '\0'..=char::MAX {
            if let Some(width) = certain_width(&char.to_string()) {
                n_certain += 1;
                assert_eq!(char.width(), Some(usize::from(width)), "{char:?}");
                assert_eq!(char.width_cjk(), Some(usize::from(width)), "{char:?}");
            }
        }
        assert!(n_certain > 27_000);
        assert_eq!(certain_width("é"), None);
        assert_eq!(certain_width("e\u{301}"), None);
        assert_eq!(certain_width(""), None);
    }
}

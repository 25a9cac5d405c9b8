//! The least that a ratatui program can be: one frame, then each key typed is echoed.
//! With a file as argument the whole of it is read first (so the read is in the start time)
//! and its end is shown.
use std::io;

use crossterm::{
    event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEventKind},
    execute,
    terminal::{
        disable_raw_mode, enable_raw_mode, EnterAlternateScreen, LeaveAlternateScreen,
    },
};
use ratatui::{
    backend::CrosstermBackend,
    layout::{Constraint, Layout, Position},
    text::Line,
    widgets::{Block, Paragraph},
    Frame, Terminal,
};

fn draw(frame: &mut Frame, text: &str) {
    let [body, bar] =
        Layout::vertical([Constraint::Min(3), Constraint::Length(1)]).areas(frame.area());
    let block = Block::bordered().title("minimal");
    let inner = block.inner(body);
    frame.render_widget(block, body);
    // Only the last lines, cut at the width: no wrapping engine, as cheap as it gets.
    let mut lines: Vec<Line> = Vec::new();
    for para in text.rsplit('\n').take(inner.height as usize) {
        lines.push(Line::raw(para));
    }
    lines.reverse();
    let (y, x) = (
        lines.len().saturating_sub(1) as u16,
        lines.last().map_or(0, Line::width).min(inner.width as usize - 1) as u16,
    );
    frame.render_widget(Paragraph::new(lines), inner);
    frame.render_widget(Line::raw("MINIMAL READY  Esc quits"), bar);
    frame.set_cursor_position(Position::new(inner.x + x, inner.y + y));
}

fn main() -> io::Result<()> {
    let mut text = String::new();
    if let Some(path) = std::env::args().nth(1) {
        let whole = std::fs::read_to_string(path)?;
        let tail = whole.lines().rev().take(20).collect::<Vec<_>>();
        text = tail.into_iter().rev().collect::<Vec<_>>().join("\n");
        text.push('\n');
    }
    enable_raw_mode()?;
    let mut out = io::stdout();
    execute!(out, EnterAlternateScreen, EnableBracketedPaste)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(out))?;
    let mut column = 0;
    loop {
        terminal.draw(|frame| draw(frame, &text))?;
        match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => match key.code {
                KeyCode::Esc => break,
                KeyCode::Enter => {
                    text.push('\n');
                    column = 0;
                }
                KeyCode::Char(c) => {
                    if column >= 90 {
                        text.push('\n');
                        column = 0;
                    }
                    text.push(c);
                    column += 2;
                }
                _ => {}
            },
            Event::Paste(paste) => text.push_str(&paste.replace('\r', "\n")),
            _ => {}
        }
    }
    execute!(terminal.backend_mut(), DisableBracketedPaste, LeaveAlternateScreen)?;
    disable_raw_mode()
}

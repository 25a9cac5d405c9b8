//! The terminal's modes, taken and given back. Every way out of the program passes through [`restore`].

use std::io::{self, Stdout, Write, stdout};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::{Frame, Terminal};

use crate::locale::Lang;

use super::painter::Painter;
use crate::sitting::crash;

/// The screen that is drawn on.
pub type Screen = Terminal<Painter<Stdout>>;

static IS_TAKEN: AtomicBool = AtomicBool::new(false);

static HAS_MOUSE: AtomicBool = AtomicBool::new(false);

/// Reports of buttons and of motion while one is down, in the form that any column fits (xterm 1000, 1002, 1006).
/// Not motion alone: the program would wake for nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Switches the mouse on or off. While it is on, the terminal's own selection needs Shift.
///
/// # Errors
/// The terminal cannot be written to.
pub fn set_mouse(is_on: bool) -> io::Result<()> {
    HAS_MOUSE.store(is_on, Ordering::SeqCst);
    let mut terminal = stdout();
    terminal.write_all(if is_on { MOUSE_ON } else { MOUSE_OFF })?;
    terminal.flush()
}

/// Takes the terminal: raw mode, the alternate screen, bracketed paste. Asks it nothing.
///
/// # Errors
/// The terminal refuses.
pub fn take() -> io::Result<()> {
    IS_TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    crossterm::execute!(
        stdout(),
        EnterAlternateScreen,
        EnableBracketedPaste,
        DisableLineWrap
    )?;
    if HAS_MOUSE.load(Ordering::SeqCst) {
        set_mouse(true)
    } else {
        Ok(())
    }
}

/// Gives the terminal back, in reverse order. May be called twice, and from any thread.
pub fn restore() {
    // Waits for the end of a frame that another thread draws: half of it would be drawn on the normal screen.
    let _whole = stdout().lock();
    if !IS_TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // The terminal may be gone; there is nobody to tell then.
    if HAS_MOUSE.load(Ordering::SeqCst) {
        let _given = stdout().write_all(MOUSE_OFF);
    }
    let _given = crossterm::execute!(
        stdout(),
        EnableLineWrap,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _given = disable_raw_mode();
    let _flushed = stdout().flush();
}

/// Returns the screen to draw on.
///
/// # Errors
/// The terminal has no size.
pub fn screen() -> io::Result<Screen> {
    Terminal::new(Painter::new(stdout()))
}

/// Returns the columns and rows of the terminal. Asked at every frame: one call of the kernel, no file opened.
///
/// # Errors
/// Neither the standard output nor the process has a terminal with a size.
pub fn size() -> io::Result<(u16, u16)> {
    #[cfg(unix)]
    if let Ok(it) = rustix::termios::tcgetwinsize(stdout())
        && it.ws_col > 0
        && it.ws_row > 0
    {
        return Ok((it.ws_col, it.ws_row));
    }
    crossterm::terminal::size()
}

/// Draws a frame, unless the terminal was given back.
///
/// # Errors
/// The terminal refuses.
pub fn draw(screen: &mut Screen, frame: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
    // The thread's own lock may be taken again by the same thread, so a failure in here can restore.
    let _whole = stdout().lock();
    if IS_TAKEN.load(Ordering::SeqCst) {
        screen.draw(frame)?;
    }
    Ok(())
}

/// Makes the next frame draw every cell anew. Asks the terminal nothing: the library's own `clear` asks for the
/// cursor's place, and fails where no answer comes.
///
/// # Errors
/// The terminal refuses.
pub fn forget(screen: &mut Screen) -> io::Result<()> {
    let size = screen.size()?;
    screen.resize(size.into())
}

/// Gives the terminal back when it goes out of scope.
#[derive(Debug)]
pub struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// After a panic: the terminal first, then a note without a word of the draft, then a sentence that names it.
pub fn restore_on_panic(lang: Lang, note: PathBuf) {
    std::panic::set_hook(Box::new(move |info| {
        restore();
        for line in crash::note(lang, &note, info) {
            let _told = writeln!(io::stderr(), "{line}");
        }
    }));
}

//! The terminal's mode while lines are read: the kernel gathers no lines, of which it cuts those of more than 4,095
//! bytes, and writes nothing back by itself. Its signals stay.

use std::io::{self, Write, stdout};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use encoding_rs::Encoding;

use crate::locale::Lang;
use crate::sitting::crash;

use super::messages as say;
use super::output::Output;

/// A terminal whose mode was changed, to be given back by whoever ends the program.
#[derive(Debug)]
pub struct Terminal {
    /// The mode it was found in; `None` where there is no terminal.
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
    /// Whether the line editor switches on that pastes are told apart.
    has_paste: AtomicBool,
}

impl Terminal {
    /// Looks at the terminal of the standard input, if it is one, and changes nothing yet.
    pub fn look() -> Self {
        Self {
            #[cfg(unix)]
            before: rustix::termios::tcgetattr(io::stdin()).ok(),
            has_paste: AtomicBool::new(false),
        }
    }

    /// Tells whether it writes back what is typed.
    pub fn echoes(&self) -> bool {
        #[cfg(unix)]
        let echoes = (self.before.as_ref())
            .is_some_and(|it| it.local_modes.contains(rustix::termios::LocalModes::ECHO));
        #[cfg(not(unix))]
        let echoes = false;
        echoes
    }

    /// Says that the line editor is at work here.
    pub fn is_edited(&self) {
        self.has_paste.store(true, Ordering::SeqCst);
    }

    /// Takes the terminal.
    pub fn take(&self) {
        #[cfg(unix)]
        if let Some(before) = &self.before {
            use rustix::termios::{LocalModes, OptionalActions, tcsetattr};
            let mut mode = before.clone();
            mode.local_modes
                .remove(LocalModes::ICANON | LocalModes::ECHO);
            // A terminal that refuses gives lines all the same, only shorter ones.
            let _taken = tcsetattr(io::stdin(), OptionalActions::Now, &mode);
        }
    }

    /// Gives the terminal back. May be called twice, and from any thread.
    pub fn give_back(&self) {
        #[cfg(unix)]
        if let Some(before) = &self.before {
            use rustix::termios::{OptionalActions, tcsetattr};
            // It may be gone.
            let _given = tcsetattr(io::stdin(), OptionalActions::Now, before);
        }
    }

    /// Gives it back out of the middle of a line that is edited.
    pub fn interrupt(&self) {
        self.give_back();
        if self.has_paste.load(Ordering::SeqCst) {
            let _given = stdout().write_all(b"\x1b[?2004l");
        }
    }
}

/// Gives the terminal back when it goes out of scope, by a failure too.
#[derive(Debug)]
pub struct Guard(pub Arc<Terminal>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.give_back();
    }
}

/// After a panic: the terminal first, then a note without a word of the draft, then a line that names it.
pub fn give_back_on_panic(
    terminal: &Arc<Terminal>,
    lang: Lang,
    encoding: &'static Encoding,
    note: PathBuf,
) {
    let terminal = Arc::clone(terminal);
    std::panic::set_hook(Box::new(move |info| {
        terminal.interrupt();
        let mut output = Output::new(io::stderr(), encoding);
        for (n, line) in crash::note(lang, &note, info).iter().enumerate() {
            let line = if n == 0 {
                say::error(lang, line)
            } else {
                line.clone()
            };
            let _told = output.line(&line);
        }
    }));
}

//! One-shot questions on a terminal, in its encoding. Whether there is anybody to be asked is known by who asks.

#[cfg(unix)]
use std::io::{self, Write};
#[cfg(unix)]
use std::os::fd::{AsRawFd, RawFd};

use dialoguer::console::Term;
use dialoguer::{Confirm, Select};

#[cfg(unix)]
use super::encoding;
use super::failure::Failure;
use super::talk::printable;

/// Asks for a yes or a no; Enter alone is `default`. `None` where the question was left.
pub(super) fn yes_or_no(question: &str, default: bool) -> Result<Option<bool>, Failure> {
    Confirm::new()
        .with_prompt(printable(question))
        .default(default)
        .interact_on_opt(&stderr())
        .map_err(|dialoguer::Error::IO(it)| Failure::Screen(it))
}

/// Asks for one of several lines, the first unless another is chosen, and returns its place, from 0. `None` where the
/// question was left.
pub(super) fn one_of(question: &str, lines: &[String]) -> Result<Option<usize>, Failure> {
    Select::new()
        .with_prompt(printable(question))
        .items(lines.iter().map(|it| printable(it)))
        .default(0)
        .interact_on_opt(&stderr())
        .map_err(|dialoguer::Error::IO(it)| Failure::Screen(it))
}

/// Returns the standard error as a terminal that is written in its own encoding. Elsewhere than on Unix the system
/// takes UTF-8 from us and encodes it.
#[cfg(unix)]
pub(super) fn stderr() -> Term {
    if encoding::is_utf8(&io::stderr()) {
        Term::stderr()
    } else {
        Term::read_write_pair(io::stdin(), Encoded(io::stderr()))
    }
}

/// Returns the standard error as a terminal. The system takes UTF-8 from us and encodes it.
#[cfg(not(unix))]
pub(super) fn stderr() -> Term {
    Term::stderr()
}

/// A terminal that is handed UTF-8 and written in its own encoding: whole words at a time, as they are said.
#[cfg(unix)]
#[derive(Debug)]
struct Encoded(io::Stderr);

#[cfg(unix)]
impl Write for Encoded {
    fn write(&mut self, words: &[u8]) -> io::Result<usize> {
        let bytes = encoding::write(&self.0, words);
        self.0.write_all(&bytes)?;
        Ok(words.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(unix)]
impl AsRawFd for Encoded {
    fn as_raw_fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }
}

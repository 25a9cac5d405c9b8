//! What came of copying. Says what is known and nothing more; the words for it are in `messages`.

use std::io::ErrorKind;

use crate::clipboard::plan::{Step, Via, Wrapping};
use crate::clipboard::program::Program;

/// What came of copying a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The text was empty, and every clipboard is as it was.
    Nothing,
    /// A helper program of this computer's desktop reported success. The only outcome that is confirmed.
    Copied {
        /// The program.
        by: Program,
        /// Whether tmux's buffer has the text too.
        in_tmux: bool,
    },
    /// The text is in tmux's buffer for certain.
    InTmux {
        /// What is known about the clipboard outside tmux.
        outer: Outer,
    },
    /// OSC 52 was written to the terminal. No terminal answers it.
    Sent {
        /// How it was written.
        by: Wrapping,
    },
    /// The terminal was the only way, and the text is longer than it is trusted to take. Nothing was sent.
    TooLarge {
        /// The size of the text, in bytes of UTF-8.
        bytes: usize,
        /// The most that is sent at once, in bytes of UTF-8.
        limit: usize,
        /// In how many parts it can be copied: the number that `copy_in_parts` gives.
        parts: usize,
    },
    /// No step worked.
    Failed {
        /// The steps and why each failed, in the order they were tried. May be empty.
        tried: Vec<(Step, Why)>,
    },
}

impl Outcome {
    /// Returns the way by which the text left, if it did.
    pub fn via(&self) -> Option<Via> {
        match self {
            Self::Copied { .. } => Some(Via::Native),
            Self::InTmux { .. } => Some(Via::Tmux),
            Self::Sent { .. } => Some(Via::Osc52),
            Self::Nothing | Self::TooLarge { .. } | Self::Failed { .. } => None,
        }
    }
}

/// What is known about the clipboard outside tmux.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outer {
    /// tmux sent it to a terminal that it believes to take it. No terminal answers.
    PassedOn,
    /// tmux sent it to another tmux around it, which drops it unless its `set-clipboard` is `on`.
    PassedToTmux,
    /// It was not sent: the text is in tmux only.
    Kept(Kept),
}

/// Why a text stayed inside tmux.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// `set-clipboard` is `off`.
    SwitchedOff,
    /// tmux does not know this terminal to have a clipboard, or is older than 3.2 and cannot tell.
    NoClipboard,
    /// The text is longer than the terminal is trusted to take.
    TooLarge {
        /// The size of the text, in bytes of UTF-8.
        bytes: usize,
        /// The most that is sent at once, in bytes of UTF-8.
        limit: usize,
        /// In how many parts it can be copied.
        parts: usize,
    },
    /// tmux took the text but would not say what is outside.
    Unknown,
}

/// Why a step failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The program is not installed.
    Missing,
    /// The program could not be started.
    NotStarted(ErrorKind),
    /// The program ended with this exit code, or was killed by a signal.
    Exit(Option<i32>),
    /// The program took longer than our patience, and was killed.
    TimedOut,
    /// The program said it was done, but had not read all of the text.
    Unread,
    /// The program would have filled the clipboard of a computer the writer does not sit at.
    OtherMachine,
    /// The text is longer than the terminal is trusted to take.
    TooLarge,
    /// There is no terminal.
    NoTerminal,
    /// The terminal could not be written to.
    Terminal(ErrorKind),
}

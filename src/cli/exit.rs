//! The exit codes, all of them.

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It was done.
    Done,
    /// It was done, and something was found to be wrong with what was looked at.
    Findings,
    /// The words were wrong, or there is no terminal for what needs one.
    Usage,
    /// There is no such draft, template, section or file.
    NotFound,
    /// Refused because of the data: damaged, of a newer format, locked, already there.
    Refused,
    /// The system would not read or write, or no clipboard took the text.
    Io,
    /// What the full screen ended with, 128 and a signal among others.
    Screen(u8),
}

impl Exit {
    /// Returns the number for the system.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::NotFound => 3,
            Self::Refused => 4,
            Self::Io => 5,
            Self::Screen(code) => code,
        }
    }
}

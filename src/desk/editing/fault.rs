//! What can be wrong with an edited file, and where. A file with a fault changes nothing.

use super::messages as say;
use crate::locale::Lang;

/// Why an edited file was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::En).0)]
pub enum EditFault {
    /// Nothing is left in it.
    Empty,
    /// Its bytes are not UTF-8 from this line on.
    NotUtf8 {
        /// The line, from 1.
        line: usize,
    },
    /// Words stand where no text is: above the first address, below a heading, below the end.
    Homeless {
        /// The line, from 1.
        line: usize,
    },
    /// A line of the file's own was changed.
    Changed {
        /// The line, from 1.
        line: usize,
        /// How it must read, as far as that can be told.
        wanted: Option<String>,
    },
    /// An address that no text of the draft has.
    Unknown {
        /// The line, from 1.
        line: usize,
    },
    /// An address stands twice.
    Doubled {
        /// The line, from 1.
        line: usize,
        /// The line of the first.
        first: usize,
    },
    /// A line of the file's own is missing.
    Missing {
        /// How it reads.
        wanted: String,
    },
    /// The text is no longer in the draft.
    Gone,
}

impl EditFault {
    /// Returns what is wrong and what to do about it. Neither ends in a line break.
    pub fn say(&self, lang: Lang) -> (String, String) {
        let put_back = |wanted: &str| say::put_back(lang, wanted);
        match self {
            Self::Empty => (say::empty(lang), say::empty_hint(lang)),
            Self::NotUtf8 { line } => (say::not_utf8(lang, *line), say::not_utf8_hint(lang)),
            Self::Homeless { line } => (say::homeless(lang, *line), say::homeless_hint(lang)),
            Self::Changed { line, wanted } => (
                say::changed(lang, *line),
                wanted
                    .as_deref()
                    .map_or_else(|| say::changed_hint(lang), put_back),
            ),
            Self::Unknown { line } => (say::unknown(lang, *line), say::unknown_hint(lang)),
            Self::Doubled { line, first } => {
                (say::doubled(lang, *line, *first), say::doubled_hint(lang))
            }
            Self::Missing { wanted } => (say::missing(lang), put_back(wanted)),
            Self::Gone => (say::gone(lang), say::gone_hint(lang)),
        }
    }
}

/// Reads the bytes an editor left.
///
/// # Errors
/// [`EditFault::NotUtf8`]: in another encoding, or not text at all.
pub fn decode(bytes: &[u8]) -> Result<&str, EditFault> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (sound, _) = bytes.split_at(error.valid_up_to());
        let line = 1 + sound.split(|it| *it == b'\n').skip(1).count();
        EditFault::NotUtf8 { line }
    })
}

/// Returns a file's text with newlines for line ends, without a byte order mark.
pub(super) fn plain(edited: &str) -> String {
    let edited = edited.strip_prefix('\u{FEFF}').unwrap_or(edited);
    edited.replace("\r\n", "\n").replace('\r', "\n")
}

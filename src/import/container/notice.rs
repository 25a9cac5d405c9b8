//! What the reader of a container should tell the writer though the file was taken.

use super::messages as say;
use crate::import::Notice;
use crate::locale::Lang;

/// Something noticed about the file itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noticed {
    /// The encoding is a guess.
    EncodingGuessed {
        /// The one that was taken.
        encoding: &'static str,
    },
    /// The text was once read in a wrong encoding and saved like that.
    Mojibake,
    /// Characters were lost: U+FFFD stands for them.
    BrokenCharacters {
        /// How many.
        count: usize,
    },
    /// Invisible control characters were left out.
    ControlsDropped {
        /// How many in the whole file.
        count: usize,
    },
}

impl From<Noticed> for Notice {
    fn from(noticed: Noticed) -> Self {
        Self::Container(noticed)
    }
}

impl Noticed {
    /// Says what was noticed, without the place.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::EncodingGuessed { encoding } => say::encoding_guessed(lang, encoding),
            Self::Mojibake => say::mojibake(lang),
            Self::BrokenCharacters { count } => say::broken_characters(lang, *count),
            Self::ControlsDropped { count } => say::controls_dropped(lang, *count),
        }
    }
}

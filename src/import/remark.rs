//! What the reader of a file should tell the writer though the file was taken.

use crate::import::container::Noticed;
use crate::import::messages::{controls_dropped, section_added};
use crate::locale::Lang;

/// Something noticed in a file that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// What was noticed.
    pub notice: Notice,
}

/// What can be noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Invisible control characters were left out of a text: they could disturb a terminal.
    ControlsDropped {
        /// Where, such as `causes[2].headline`.
        path: String,
        /// How many.
        count: usize,
    },
    /// The template has no such section, the file does: it was added.
    SectionAdded {
        /// The title it got.
        title: String,
    },
    /// Something about the file itself: its encoding, its markup, what stands beside the text.
    Container(Noticed),
}

impl Notice {
    /// Says what was noticed, without the place.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::ControlsDropped { path, count } => controls_dropped(lang, path, *count),
            Self::SectionAdded { title } => section_added(lang, title),
            Self::Container(noticed) => noticed.say(lang),
        }
    }
}

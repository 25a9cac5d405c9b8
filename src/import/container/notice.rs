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
    /// Words whose deletion was recorded and not yet accepted: they were left out.
    Deleted {
        /// The words.
        words: String,
    },
    /// Words whose move was recorded: they are read where they went.
    MovedAway {
        /// The words.
        words: String,
    },
    /// Words that are not shown were left out.
    Hidden {
        /// The words.
        words: String,
    },
    /// What tells how words are spoken was left out.
    Ruby {
        /// It.
        words: String,
    },
    /// Words in the code of a field were left out.
    FieldCode {
        /// The words.
        words: String,
    },
    /// A footnote or endnote stands beside the text.
    Footnote {
        /// Its words.
        words: String,
    },
    /// A comment of a reader was left out.
    Comment {
        /// Who wrote it; may be empty.
        author: String,
        /// Its words.
        words: String,
    },
    /// A header or footer was left out.
    Margin {
        /// Its words.
        words: String,
    },
    /// A comment in HTML was left out.
    HtmlComment {
        /// Its words.
        words: String,
    },
    /// Where a link leads was left out.
    LinkGoal {
        /// The address.
        url: String,
    },
    /// A picture was left out; the words that stand for it were read.
    PictureAt {
        /// The address.
        url: String,
    },
    /// Footnotes or the head of a Markdown file stand beside the text.
    MarkdownAside,
    /// A table of contents stands beside the text.
    Contents,
    /// Words of a text box were read in their place.
    TextBox,
    /// A picture was left out.
    Picture,
    /// Only the letters of a formula were read.
    Formula,
    /// Another document in this one was left out.
    Embedded,
    /// A sign of a symbol font could not be read.
    Symbol {
        /// The font.
        font: String,
        /// The sign, in hexadecimal.
        code: String,
    },
    /// A format of ordinals is not known; they were written 1, 2, 3.
    UnknownNumbers {
        /// Its name in the file.
        format: String,
    },
    /// A part of the file is damaged and was done without.
    DamagedPart {
        /// Its name.
        part: String,
        /// The reason, in the words of who found it.
        why: String,
    },
    /// The text breaks off where the file is damaged.
    BrokenOff {
        /// The reason, in the words of who found it.
        why: String,
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
            Self::Deleted { words } => say::deleted(lang, words),
            Self::MovedAway { words } => say::moved_away(lang, words),
            Self::Hidden { words } => say::hidden(lang, words),
            Self::Ruby { words } => say::ruby(lang, words),
            Self::FieldCode { words } => say::field_code(lang, words),
            Self::Footnote { words } => say::footnote(lang, words),
            Self::Comment { author, words } if author.is_empty() => say::comment(lang, words),
            Self::Comment { author, words } => say::comment_by(lang, author, words),
            Self::Margin { words } => say::margin(lang, words),
            Self::HtmlComment { words } => say::html_comment(lang, words),
            Self::LinkGoal { url } => say::link_goal(lang, url),
            Self::PictureAt { url } => say::picture_at(lang, url),
            Self::MarkdownAside => say::markdown_aside(lang),
            Self::Contents => say::contents(lang),
            Self::TextBox => say::text_box(lang),
            Self::Picture => say::picture_left_out(lang),
            Self::Formula => say::formula(lang),
            Self::Embedded => say::embedded(lang),
            Self::Symbol { font, code } => say::symbol(lang, font, code),
            Self::UnknownNumbers { format } => say::unknown_numbers(lang, format),
            Self::DamagedPart { part, why } => say::damaged_part_left_out(lang, part, why),
            Self::BrokenOff { why } => say::broken_off(lang, why),
        }
    }
}

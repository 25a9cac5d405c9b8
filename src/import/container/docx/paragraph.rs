//! One paragraph while it is read: its words, what is kept apart from them, and what decides its ordinal.

use super::numbering::ListAt;
use crate::import::container::Noticed;

/// A paragraph that is being read.
#[derive(Default)]
pub(super) struct Paragraph {
    /// Its number in the document, from 1.
    pub(super) number: usize,
    /// The id of its style; empty without one.
    pub(super) style: String,
    /// The list it names itself.
    pub(super) list: ListAt,
    /// The level of heading it names itself; 0 is none.
    pub(super) outline: Option<u8>,
    /// The words, with a newline at every break.
    pub(super) text: String,
    /// Whether its end was deleted: the next paragraph goes on in its place.
    pub(super) is_end_deleted: bool,
    /// Whether the run at hand is hidden.
    pub(super) is_run_hidden: bool,
    /// Whether the run at hand is bold.
    pub(super) is_run_strong: bool,
    /// The bytes at the start of `text` that are bold.
    pub(super) strong: usize,
    apart: [String; 5],
}

/// Why words are kept apart from the text.
#[derive(Clone, Copy)]
pub(super) enum Apart {
    /// Deleted, and the deletion not yet accepted.
    Deleted,
    /// Moved elsewhere, where they are read.
    Moved,
    /// Not shown.
    Hidden,
    /// Above or beside the text, to tell how it is spoken.
    Ruby,
    /// The code of a field.
    Code,
}

const ALL: [Apart; 5] = [
    Apart::Deleted,
    Apart::Moved,
    Apart::Hidden,
    Apart::Ruby,
    Apart::Code,
];

impl Paragraph {
    /// Begins the paragraph of this number.
    pub(super) fn new(number: usize) -> Self {
        Self {
            number,
            ..Self::default()
        }
    }

    /// Adds words of the run at hand.
    pub(super) fn write(&mut self, words: &str) {
        if self.is_run_strong && self.strong == self.text.len() {
            self.strong += words.len();
        }
        self.text.push_str(words);
    }

    /// Parts a line of the paragraph into the headline in bold that text runs in behind, and that text. A line in bold
    /// as a whole has no such headline.
    pub(super) fn led<'t>(&self, line: &'t str) -> (&'t str, &'t str) {
        match line.split_at_checked(self.strong) {
            Some((lead, rest)) if !rest.trim().is_empty() => (lead, rest),
            _ => ("", line),
        }
    }

    /// Returns where words of a kind are kept.
    pub(super) fn apart(&mut self, why: Apart) -> &mut String {
        let [deleted, moved, hidden, ruby, code] = &mut self.apart;
        match why {
            Apart::Deleted => deleted,
            Apart::Moved => moved,
            Apart::Hidden => hidden,
            Apart::Ruby => ruby,
            Apart::Code => code,
        }
    }

    /// Takes out what is to be told of the words kept apart.
    pub(super) fn told(&mut self) -> Vec<Noticed> {
        let mut all = Vec::new();
        for why in ALL {
            let words = std::mem::take(self.apart(why));
            let words = words.replace(char::is_control, " ").trim().to_owned();
            if words.is_empty() {
                continue;
            }
            all.push(match why {
                Apart::Deleted => Noticed::Deleted { words },
                Apart::Moved => Noticed::MovedAway { words },
                Apart::Hidden => Noticed::Hidden { words },
                Apart::Ruby => Noticed::Ruby { words },
                Apart::Code => Noticed::FieldCode { words },
            });
        }
        all
    }
}

/// Returns the sign that a character of a symbol font shows, where there is one in Unicode.
pub(super) fn symbol(font: &str, code: u32) -> Option<char> {
    // Word writes the codes of symbol fonts into a private range.
    let byte = if (0xF000..0xF100).contains(&code) {
        code - 0xF000
    } else {
        code
    };
    let is_wingdings = font.eq_ignore_ascii_case("Wingdings");
    let is_symbol = font.eq_ignore_ascii_case("Symbol");
    let sign = match byte {
        0x6C | 0x9F if is_wingdings => '●',
        0x6E | 0xA7 if is_wingdings => '■',
        0x6F | 0xA8 if is_wingdings => '□',
        0x75 if is_wingdings => '◆',
        0xA1 if is_wingdings => '○',
        0xAB if is_wingdings => '★',
        0xD8 if is_wingdings => '➢',
        0xE0 if is_wingdings => '→',
        0xFB if is_wingdings => '✗',
        0xFC if is_wingdings => '✓',
        0xFD if is_wingdings => '☒',
        0xFE if is_wingdings => '☑',
        0x81..=0x8A if is_wingdings => char::from_u32(0x2460 + byte - 0x81)?,
        0xB7 if is_symbol => '•',
        0xA3 if is_symbol => '≤',
        0xB3 if is_symbol => '≥',
        0xB4 if is_symbol => '×',
        0xB0 if is_symbol => '°',
        0xB1 if is_symbol => '±',
        0xAE if is_symbol => '→',
        // In the private range or in these fonts, it is no character.
        _ if is_wingdings || is_symbol || code != byte => return None,
        _ => return char::from_u32(code).filter(|it| !it.is_control()),
    };
    Some(sign)
}

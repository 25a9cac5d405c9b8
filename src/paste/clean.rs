//! The cleaning, step by step, and the account of it. What each step recognises stands in its own file.

use super::{gaps, pinyin, signs, wraps};

/// How many lines the text can take that the paste goes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One: a line end becomes a blank.
    One,
    /// As many as there are.
    Many,
}

/// A kind of tidying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// CR, CRLF, vertical tab, form feed and Unicode's separators became newlines. Nobody sees a difference.
    LineEnds,
    /// Control characters and invisible signs went.
    Controls,
    /// A line end became a blank, because there is room for one line only.
    Flattened,
    /// A tab became two blanks.
    Tabs,
    /// No-break and other odd spaces became blanks.
    Spaces,
    /// Blanks before a line end went.
    TrailingBlanks,
    /// Lines that a fixed width had cut were joined.
    Wraps,
    /// Pinyin in brackets went.
    Pinyin,
    /// Blanks between Han characters went.
    Gaps,
}

/// A paste as it is put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The text, tidied.
    pub text: String,
    /// The text untidied: as it was pasted, but for what no text of a draft holds, control characters and, where
    /// there is room for one line only, line ends.
    pub as_pasted: String,
    /// What was done and in how many places, in the order it was done; a kind that was not needed is not listed.
    pub fixes: Vec<(Fix, usize)>,
}

impl Cleaned {
    /// Returns the number of places tidied, as the writer is told. Line ends of another system do not count: a
    /// text from Windows has one in every line, and they would drown what is worth a look.
    pub fn n_places(&self) -> usize {
        self.told().map(|(_, n)| n).sum()
    }

    /// Returns what was done and in how many places, without what is not worth telling: line ends of another system.
    pub fn told(&self) -> impl Iterator<Item = (Fix, usize)> {
        (self.fixes.iter().copied()).filter(|(fix, _)| *fix != Fix::LineEnds)
    }
}

/// Cleans a paste. Never fails, and takes time in proportion to the length.
///
/// Invariant: what is missing from the text is white space, control characters, invisible signs, or pinyin in
/// brackets behind a Han character; what is added is blanks and newlines in the place of white space.
pub fn clean(raw: &str, lines: Lines) -> Cleaned {
    let mut fixes = Vec::new();
    let mut note = |fix: Fix, n: usize| {
        if n > 0 {
            fixes.push((fix, n));
        }
    };
    let plain = signs::plain(raw);
    let spaced = signs::spaced(&plain.text);
    note(Fix::LineEnds, plain.n_line_ends);
    note(Fix::Controls, plain.n_controls + spaced.n_soft_hyphens);
    note(Fix::Tabs, spaced.n_tabs);
    note(Fix::Spaces, spaced.n_spaces);
    note(Fix::TrailingBlanks, spaced.n_trailing);

    let (text, n_wraps) = wraps::joined(&spaced.text);
    note(Fix::Wraps, n_wraps + spaced.n_hyphenated);
    let (text, n_pinyin) = pinyin::stripped(&text);
    note(Fix::Pinyin, n_pinyin);
    let (text, n_gaps) = gaps::closed(&text);
    note(Fix::Gaps, n_gaps);

    let as_pasted = signs::without_soft_hyphens(&plain.text);
    match lines {
        Lines::Many => Cleaned {
            text,
            as_pasted,
            fixes,
        },
        Lines::One => {
            let (text, n_flattened) = signs::flattened(&text);
            note(Fix::Flattened, n_flattened);
            Cleaned {
                text,
                as_pasted: signs::flattened(&as_pasted).0,
                fixes,
            }
        }
    }
}

//! What is said under the open text: what was found in it before the caret came back. Gone with the first change, and
//! not said anew before the text was left.

use crate::check::{At, Finding};
use crate::desk::words::Lists;
use crate::draft::{Field, Spot};
use crate::locale::Lang;
use crate::sitting::model::Work;

use super::messages as say;

/// Lines that are said at most.
const LINES: usize = 2;

/// What is said under the open text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quiet {
    spot: Option<Spot>,
    lines: Vec<String>,
    is_hidden: bool,
}

impl Quiet {
    /// Returns what is said; nothing once the text was changed.
    pub fn lines(&self) -> &[String] {
        if self.is_hidden { &[] } else { &self.lines }
    }

    /// Returns the rows kept for it: also when it is hidden, so that nothing moves while the writer types.
    pub fn rows(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or_default()
    }
}

impl Work {
    /// Says nothing about the text the caret is in until it was left.
    pub fn hush(&mut self) {
        let spot = self.spot();
        let quiet = &mut self.checked.quiet;
        // The first sign of a new text brings the caret from where the text was to be made to where it is.
        quiet.spot = spot;
        quiet.is_hidden = true;
    }

    /// Says what was found in the text the caret came to.
    pub fn remark(&mut self, lang: Lang, lists: Lists) {
        let spot = self.spot();
        if self.checked.quiet.spot == spot {
            return;
        }
        let lines = match spot {
            Some(Spot::Text(field)) if !self.text().trim().is_empty() => {
                self.look(lang, lists);
                lines(lang, &self.checked.told, field)
            }
            _ => Vec::new(),
        };
        self.checked.quiet = Quiet {
            spot,
            lines,
            is_hidden: false,
        };
    }
}

fn lines(lang: Lang, told: &[Finding], field: Field) -> Vec<String> {
    let is_here = |it: &&Finding| match it.at {
        At::Report => false,
        At::Item(id) => field == Field::Headline(id),
        At::Text(there, _) => there == field,
    };
    let mut here: Vec<&str> = (told.iter().filter(is_here))
        .map(|it| it.message.as_str())
        .collect();
    here.dedup();
    let n_more = here.len().saturating_sub(LINES);
    let mut lines: Vec<String> = (here.iter().take(LINES))
        .map(|it| say::quiet(lang, it))
        .collect();
    if let (Some(last), true) = (lines.last_mut(), n_more > 0) {
        *last = say::quiet_and_more(lang, here.get(LINES - 1).unwrap_or(&""), n_more);
    }
    lines
}

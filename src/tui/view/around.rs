//! A sentence around a number that rises with every letter: the words are made once, only the number is new.

use crate::typeset::{self, Ambiguous};

/// The words before a number and those behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Around {
    pub(super) before: String,
    pub(super) behind: String,
    /// Cells of both.
    width: usize,
}

impl Around {
    /// Makes the words of a sentence that `say` words for a number.
    pub(super) fn new(ambiguous: Ambiguous, say: impl FnOnce(&str) -> String) -> Self {
        /// Stands for the number. No sentence has it.
        const NUMBER: &str = "\0";
        let sentence = say(NUMBER);
        let (before, behind) = sentence.split_once(NUMBER).unwrap_or((&sentence, ""));
        let cells = |it: &str| typeset::text_width(it, ambiguous);
        Self {
            width: cells(before) + cells(behind),
            before: before.to_owned(),
            behind: behind.to_owned(),
        }
    }

    /// Returns the cells of the sentence with a number, which is made of digits and commas.
    pub(super) fn width(&self, number: &str) -> u16 {
        u16::try_from(self.width + number.len()).unwrap_or(u16::MAX)
    }
}

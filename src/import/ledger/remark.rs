//! What the reader of a ledger should tell though the ledger was taken.

use super::messages as say;
use super::settle::FieldOfMeasure;
use crate::locale::Lang;

/// Something noticed in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRemark {
    /// The row in the file, from 1.
    pub line: usize,
    /// What was noticed.
    pub notice: LedgerNotice,
}

/// What can be noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerNotice {
    /// The draft has no such measure.
    NoMeasure {
        /// Its words in the row.
        words: String,
    },
    /// Several measures of the draft have these words, and no key tells which is meant.
    SeveralMeasures,
    /// The key is that of another measure than the words: a table sorted without its last column. The words count.
    KeyElsewhere,
    /// The words of the measure are others than in the draft; they are not read.
    WordsDiffer,
    /// What stands there is no status.
    NoStatus {
        /// What stands there.
        words: String,
    },
    /// The rows of one measure say different things; the draft is left as it is.
    Disagree {
        /// What they disagree on.
        field: FieldOfMeasure,
    },
    /// The cell is empty; the draft keeps its words.
    Emptied {
        /// Which cell.
        field: FieldOfMeasure,
    },
    /// Invisible control characters were left out.
    ControlsDropped {
        /// How many.
        count: usize,
    },
}

impl LedgerNotice {
    /// Says what was noticed, without the place.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoMeasure { words } => say::no_measure(lang, words),
            Self::SeveralMeasures => say::several_measures(lang),
            Self::KeyElsewhere => say::key_elsewhere(lang),
            Self::WordsDiffer => say::words_differ(lang),
            Self::NoStatus { words } => say::no_status(lang, words),
            Self::Disagree { field } => say::disagree(lang, &field.name(lang)),
            Self::Emptied { field } => say::emptied(lang, &field.name(lang)),
            Self::ControlsDropped { count } => say::controls_dropped(lang, *count),
        }
    }
}

//! [`Finding`]: what a rule has to say, where, and how it could be mended.

use std::ops::Range;

use crate::draft::{Draft, Edit, Field, ItemId};

use super::{Ordinal, Severity};

/// Something a reviewer would point at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub at: At,
    /// What is wrong and what to do, one sentence.
    pub message: String,
    /// The edits that mend it. After them the rule no longer finds it.
    pub fix: Option<Vec<Edit>>,
    /// The ordinal of a file it is about, instead of words of the report.
    pub ordinal: Option<String>,
    /// The words it resembles, if that is what was found.
    pub twin: Option<Resembled>,
    /// What is to be written, if it is words that are not there.
    pub missing: Option<Missing>,
}

/// What is to be written where a finding is about words that are not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// An example of the problem.
    Example,
    /// A cause of the problem.
    Cause,
    /// A measure against the cause.
    Measure,
}

/// Words that those of a finding resemble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resembled {
    /// The report they stand in; `None` if it is this one.
    pub name: Option<String>,
    /// The words.
    pub words: String,
    /// How much stands in both, in percent.
    pub percent: usize,
}

/// A finding as a rule makes it; the review adds the name and the severity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where.
    pub at: At,
    /// What is wrong and what to do, one sentence.
    pub message: String,
    /// The edits that mend it.
    pub fix: Option<Vec<Edit>>,
    /// The ordinal of a file it is about, instead of words of the report.
    pub ordinal: Option<String>,
    /// The words it resembles, if that is what was found.
    pub twin: Option<Resembled>,
    /// What is to be written, if it is words that are not there.
    pub missing: Option<Missing>,
}

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// The report as a whole.
    Report,
    /// A section, a dimension, a problem, a cause, a measure or a promise of last year.
    Item(ItemId),
    /// Words: the text, and where in it, in bytes on character boundaries.
    Text(Field, Range<usize>),
}

impl At {
    /// Returns the item it belongs to; `None` for the report and its title.
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Self::Report => None,
            Self::Item(id) => Some(*id),
            Self::Text(field, _) => field.item(),
        }
    }

    /// Returns the byte of its text where it begins.
    pub fn start(&self) -> usize {
        match self {
            Self::Report | Self::Item(_) => 0,
            Self::Text(_, range) => range.start,
        }
    }
}

impl Found {
    /// Returns a finding without a way to mend it.
    pub fn new(at: At, message: String) -> Self {
        Self {
            at,
            message,
            fix: None,
            ordinal: None,
            twin: None,
            missing: None,
        }
    }

    /// Returns a finding about words that are not there.
    pub fn lacks(missing: Missing, at: At, message: String) -> Self {
        Self {
            missing: Some(missing),
            ..Self::new(at, message)
        }
    }

    /// Returns a finding about the ordinal a file gave.
    pub fn given(ordinal: &Ordinal, message: String) -> Self {
        Self {
            ordinal: Some(ordinal.words.clone()),
            ..Self::new(At::Text(ordinal.field, 0..0), message)
        }
    }
}

impl Finding {
    /// Tells whether the writer does not want to be told it again.
    pub fn is_silenced(&self, draft: &Draft) -> bool {
        draft.silence(self.rule, self.at.item()).is_some()
    }

    /// Returns the words a finding points at; empty where it points at no words.
    pub fn excerpt<'a>(&'a self, draft: &'a Draft) -> &'a str {
        if let Some(ordinal) = &self.ordinal {
            return ordinal;
        }
        match &self.at {
            At::Report | At::Item(_) => "",
            At::Text(field, range) => (draft.text(*field))
                .and_then(|it| it.get(range.clone()))
                .unwrap_or_default(),
        }
    }
}

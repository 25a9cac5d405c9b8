//! What comes out of reading a form: the report, the account of its characters, and the remarks.

use crate::draft::Outline;
use crate::import::Remark;
use crate::template::Template;

/// A text, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The report.
    pub outline: Outline,
    /// Where its characters went.
    pub account: Account,
    /// What was taken away because a print makes it anew: ordinals, labels, headings that repeat one.
    pub marks: Vec<String>,
    /// What the writer should know, in the order of the lines.
    pub remarks: Vec<Remark>,
}

/// Counts of the characters that are not white space.
///
/// Invariant: `placed + unplaced == source`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Those of the text.
    pub source: usize,
    /// Those in the report: the words, and the ordinals and labels that a print makes anew.
    pub placed: usize,
    /// Those set aside.
    pub unplaced: usize,
}

/// Which template the report follows.
#[derive(Clone, Debug)]
pub enum TemplateChoice<'a> {
    /// This one.
    Given(&'a Template),
    /// The one of these whose dimensions and title fit best; the first if none does.
    Best(Vec<&'a Template>),
}

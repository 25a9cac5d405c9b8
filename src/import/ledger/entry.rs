//! The rows of a ledger, as far as they are read.

use super::heads::{Use, uses};
use super::sheet::{Cell, Line};

/// The most rows above the heads: a title, a unit, a date.
const MOST_ABOVE: usize = 30;

/// A row of a ledger. A column that the file does not have is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The number of the row in the file, from 1.
    pub line: usize,
    /// The key of the measure; empty where there is none.
    pub key: String,
    /// The words of the measure; empty where there are none.
    pub measure: String,
    /// Who answers for it.
    pub owner: Option<Cell>,
    /// By when.
    pub due: Option<Cell>,
    /// How far it has come.
    pub status: Option<Cell>,
    /// What shows that it was done.
    pub evidence: Option<Cell>,
}

/// Returns the rows below the heads, without blank ones; `None` if there are no heads.
pub(super) fn entries(lines: &[Line]) -> Option<Vec<Entry>> {
    let above = lines.iter().take(MOST_ABOVE);
    let (at, uses) = (above.enumerate()).find_map(|(at, it)| Some((at, uses(it)?)))?;
    let column = |wanted: Use| uses.iter().find(|it| it.0 == wanted).map(|it| it.1);
    let below = lines.get(at + 1..).unwrap_or_default().iter();
    let entries = below.map(|line| {
        let words = |it: Use| column(it).map(|at| line.words(at)).unwrap_or_default();
        let empty = || Cell::Words(String::new());
        let cell = |it: Use| column(it).map(|at| line.cell(at).cloned().unwrap_or_else(empty));
        Entry {
            line: line.number,
            key: words(Use::Key),
            measure: words(Use::Measure),
            owner: cell(Use::Owner),
            due: cell(Use::Due),
            status: cell(Use::Status),
            evidence: cell(Use::Evidence),
        }
    });
    // The heads stand again where pages were copied together; a row without a measure has nothing to read.
    let is_row = |it: &Entry| !it.key.is_empty() || !it.measure.is_empty();
    let is_head = |it: &Entry| {
        lines
            .iter()
            .any(|line| line.number == it.line && super::heads::uses(line).is_some())
    };
    Some(entries.filter(|it| is_row(it) && !is_head(it)).collect())
}

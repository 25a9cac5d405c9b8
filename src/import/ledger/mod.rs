//! THE LEDGER READ BACK: what somebody changed in a ledger (整改台账) that was written of a draft.
//!
//! [`read()`] gives the rows of a workbook or a CSV file, [`settle()`] holds them against the draft and gives one
//! change. Read are statuses, owners, due dates and evidence. Nothing is taken out of the draft: an emptied cell and a
//! row that is gone leave it as it is. What was not understood is told, row by row.

mod csv;
mod day;
mod entry;
mod heads;
mod remark;
mod settle;
mod sheet;
mod xlsx;

pub mod messages;

pub use entry::Entry;
pub use remark::{LedgerNotice, LedgerRemark};
pub use settle::{Changed, FieldOfMeasure, Said, Settled, settle};
pub use sheet::Cell;

use self::sheet::Line;
use super::container::{self, Unreadable};

/// Why a file gave no rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLedger {
    /// It cannot be read.
    Unreadable(Unreadable),
    /// It has no row with the heads of a ledger.
    NoHeads,
}

/// Reads the rows of a ledger from a workbook of Excel or a CSV file, by what is in it and not by its name.
///
/// # Errors
/// The file is of another kind, damaged or too large, or has no heads of a ledger.
pub fn read(bytes: &[u8]) -> Result<Vec<Entry>, NoLedger> {
    let is_packed = container::is_packed(bytes).map_err(NoLedger::Unreadable)?;
    let sheets: Vec<Vec<Line>> = if is_packed {
        xlsx::read(bytes).map_err(NoLedger::Unreadable)?
    } else {
        vec![csv::read(&container::text_of(bytes))]
    };
    let found = sheets.iter().find_map(|it| entry::entries(it));
    found.ok_or(NoLedger::NoHeads)
}

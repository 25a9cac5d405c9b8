//! THE LEDGER (整改台账): the problems and measures of a draft as a table, one row for each problem and each measure
//! that answers it.
//!
//! Rows are computed once, from the links between problems, causes and measures; every format writes the same rows.
//! What the writer changes there is read back by `import::ledger`, which finds a measure by the key of its row.

mod column;
mod csv;
mod docx;
mod format;
mod markdown;
mod rows;
mod xlsx;

pub mod messages;

pub use column::Column;
pub use format::{LEDGERS, LedgerFormat, ledger_named};
pub use rows::{Ledger, Row, ledger};

//! The formats a ledger can be written in. Dispatch, help and completion read this table.

use super::Ledger;
use super::{csv, docx, markdown, xlsx};

/// A format of the ledger.
#[derive(Clone, Copy, Debug)]
pub struct LedgerFormat {
    /// The name on the command line.
    pub name: &'static str,
    /// The extension of its files, without the dot.
    pub extension: &'static str,
    /// Writes a ledger.
    pub write: fn(&Ledger) -> Vec<u8>,
}

/// Every format. A new one is one file and one line here.
pub const LEDGERS: &[LedgerFormat] = &[
    LedgerFormat {
        name: "ledger-md",
        extension: "md",
        write: markdown::write,
    },
    LedgerFormat {
        name: "ledger-csv",
        extension: "csv",
        write: csv::write,
    },
    LedgerFormat {
        name: "ledger-xlsx",
        extension: "xlsx",
        write: xlsx::write,
    },
    LedgerFormat {
        name: "ledger-docx",
        extension: "docx",
        write: docx::write,
    },
];

/// Returns the format of that name.
pub fn ledger_named(name: &str) -> Option<&'static LedgerFormat> {
    LEDGERS.iter().find(|it| it.name == name)
}

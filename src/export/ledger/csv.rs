//! The ledger as CSV (RFC 4180): UTF-8 with a byte order mark, because spreadsheets take a file without one for the
//! local encoding; CR LF behind a row, every cell in quotes, a line break within a cell as LF.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with
//! apostrophes before such a sign: taking one apostrophe away gives every cell back (`import::ledger` does).

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::messages;
use super::{Column, Ledger};
use crate::draft::begins_formula;

const MARK: &str = "\u{FEFF}";

/// Writes the ledger as CSV.
pub(super) fn write(ledger: &Ledger) -> Vec<u8> {
    let lang = ledger.language;
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Always)
        .from_writer(Vec::new());
    let heads = Column::ALL.iter().map(|it| it.head(lang));
    let heads: Vec<String> = heads.chain([messages::key(lang)]).collect();
    let mut write = |cells: &[String]| {
        let written = writer.write_record(cells);
        written.expect("a vector takes all, and every row has the same cells");
    };
    write(&heads);
    for row in &ledger.rows {
        let cells = Column::ALL.iter().map(|it| guarded(&it.words(lang, row)));
        write(&cells.chain([row.key.clone()]).collect::<Vec<_>>());
    }
    let rows = writer.into_inner().expect("a vector takes all");
    [MARK.as_bytes(), &rows].concat()
}

/// Returns the cell as a spreadsheet takes it for words.
fn guarded(cell: &str) -> String {
    if begins_formula(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

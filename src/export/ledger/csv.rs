//! The ledger as CSV (RFC 4180): UTF-8 with a byte order mark, because spreadsheets take a file without one for the
//! local encoding; CR LF behind a row, every cell in quotes, a line break within a cell as LF.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with
//! apostrophes before such a sign: taking one apostrophe away gives every cell back (`import::ledger` does).

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::messages;
use super::{Column, Ledger};

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
    if is_formula(cell.trim_start_matches('\'')) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Tells whether a spreadsheet may take the cell for a formula. Full-width signs count: the East Asian versions of
/// Excel read them as well (OWASP, CSV Injection).
pub(super) fn is_formula(cell: &str) -> bool {
    let first = cell.trim_start().chars().next();
    first.is_some_and(|it| matches!(it, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
}

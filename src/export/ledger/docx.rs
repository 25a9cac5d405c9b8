//! The ledger as a Word document on paper turned on its side, in the official layout.

use super::{Column, Ledger};
use crate::export::docx::{self, Sheet, write_sheet};
use crate::export::layout::{Align, official};

/// Writes the ledger as a Word document.
pub(super) fn write(ledger: &Ledger) -> Vec<u8> {
    let lang = ledger.language;
    let columns = Column::ALL.map(|it| docx::Column {
        head: it.head(lang),
        share: u32::from(it.width()),
        align: if it.is_centred() {
            Align::Center
        } else {
            Align::Left
        },
    });
    let rows = ledger.rows.iter();
    let sheet = Sheet {
        title: ledger.title.clone(),
        lines: Vec::new(),
        columns: columns.into(),
        rows: rows
            .map(|row| Column::ALL.iter().map(|it| it.words(lang, row)).collect())
            .collect(),
    };
    write_sheet(&sheet, "", official(), lang)
}

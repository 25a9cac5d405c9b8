//! Workbooks of Excel, cell by cell: what a file says about its size is not believed, and a sheet is never laid out as a
//! grid, in which one cell far away would cost more room than there is.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use jiff::civil::Date;
use zip::ZipArchive;

use super::sheet::{Cell, Line};
use crate::import::container::{Foreign, MAX_LINES, Unreadable};

/// The most that a workbook unpacks to, in MiB. A ledger of ten thousand rows is a tenth of that.
const LIMIT: u64 = 64;
/// The most entries an archive may have.
const MOST_PARTS: usize = 1000;
/// The most sheets that are looked at.
const MOST_SHEETS: usize = 64;
/// No ledger has more columns.
const MOST_COLUMNS: u32 = 256;

/// Reads the sheets of a workbook, the visible and the hidden ones.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Vec<Line>>, Unreadable> {
    measure(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|it| unreadable(&it))?;
    let names = book.sheet_names();
    let mut sheets = Vec::new();
    for name in names.iter().take(MOST_SHEETS) {
        match sheet(&mut book, name) {
            Ok(it) => sheets.push(it),
            // A sheet of another kind, such as a chart, has no cells.
            Err(XlsxError::WorksheetNotFound(_)) => {}
            Err(it) => return Err(unreadable(&it)),
        }
    }
    Ok(sheets)
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Line>, XlsxError> {
    let mut cells = book.worksheet_cells_reader(name)?;
    let mut lines: Vec<Line> = Vec::new();
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        if column >= MOST_COLUMNS {
            continue;
        }
        let number = row as usize + 1;
        if lines.last().is_none_or(|it| it.number != number) {
            if lines.len() == MAX_LINES {
                break;
            }
            let cells = Vec::new();
            lines.push(Line { number, cells });
        }
        let Some(line) = lines.last_mut() else {
            continue;
        };
        let at = column as usize;
        if line.cells.len() <= at {
            line.cells.resize(at + 1, Cell::Words(String::new()));
        }
        if let Some(place) = line.cells.get_mut(at) {
            *place = value(cell.get_value());
        }
    }
    Ok(lines)
}

fn value(value: &DataRef<'_>) -> Cell {
    let words = match value {
        DataRef::String(it) | DataRef::DurationIso(it) => it.clone(),
        DataRef::SharedString(it) => (*it).to_owned(),
        DataRef::Int(it) => it.to_string(),
        DataRef::Float(it) => it.to_string(),
        DataRef::Bool(it) => it.to_string(),
        DataRef::DateTime(it) => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            match day_of(year, month, day) {
                Some(day) if it.is_datetime() => return Cell::Day(day),
                _ => it.as_f64().to_string(),
            }
        }
        DataRef::DateTimeIso(it) => match it.get(..10).and_then(|it| it.parse().ok()) {
            Some(day) => return Cell::Day(day),
            None => it.clone(),
        },
        DataRef::Error(_) | DataRef::Empty => String::new(),
    };
    Cell::Words(words)
}

fn day_of(year: u16, month: u8, day: u8) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Unpacks everything once, to nowhere, so that a small file that unpacks to a large one is refused before anybody
/// keeps it in memory.
fn measure(bytes: &[u8]) -> Result<(), Unreadable> {
    let damaged = |it: &dyn std::fmt::Display| Unreadable::Damaged {
        part: String::new(),
        why: it.to_string(),
    };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|it| damaged(&it))?;
    if zip.len() > MOST_PARTS {
        return Err(Unreadable::TooManyParts);
    }
    if zip.index_for_name("xl/workbook.xml").is_none() {
        let foreign = if zip.index_for_name("word/document.xml").is_some() {
            Foreign::Binary
        } else if zip.index_for_name("content.xml").is_some() {
            Foreign::OpenDocument
        } else {
            Foreign::Archive
        };
        return Err(Unreadable::Foreign(foreign));
    }
    let mut left = LIMIT << 20;
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(|it| damaged(&it))?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let n = read.map_err(|it| damaged(&it))?;
        left = left
            .checked_sub(n)
            .ok_or(Unreadable::TooLarge { limit: LIMIT })?;
    }
    Ok(())
}

fn unreadable(error: &XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Locked,
        other => Unreadable::Damaged {
            part: String::new(),
            why: other.to_string(),
        },
    }
}

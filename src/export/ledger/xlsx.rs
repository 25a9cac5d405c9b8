//! The ledger as a workbook of Excel (Office Open XML, ISO/IEC 29500): one sheet whose first row are the heads.
//!
//! The key stands in a hidden column behind the others and within the filtered range: a spreadsheet sorts the columns
//! of that range and no others. Everything is text but the number and a date that the writer gave as a date. The file
//! tells no time of its making, and the same ledger gives the same bytes.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::messages;
use super::{Column, Ledger, Row};
use crate::draft::{DateForm, Status, begins_formula, date_in};
use crate::export::messages::status;
use crate::locale::Lang;
use crate::typeset::{Ambiguous, text_width};

/// The most that Excel takes in a cell, in UTF-16 code units.
const LONGEST_CELL: usize = 32_767;
/// The most rows that Excel takes, heads included.
const MOST_ROWS: usize = 1_048_576;
/// The size of the words, and the height of a line of them, in points.
const SIZE: f64 = 10.0;
const LINE: f64 = 13.5;
/// The highest that Excel makes a row, in points.
const HIGHEST_ROW: f64 = 409.0;
/// A4, in Excel's own numbers of papers.
const A4: u8 = 9;

/// Writes the ledger as a workbook.
pub(super) fn write(ledger: &Ledger) -> Vec<u8> {
    workbook(ledger).expect("names, places and lengths are within what a workbook takes")
}

fn workbook(ledger: &Ledger) -> Result<Vec<u8>, XlsxError> {
    let lang = ledger.language;
    let mut workbook = Workbook::new();
    // A day must stand there: the first that the format knows.
    let long_ago = ExcelDateTime::from_ymd(1900, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(ledger.title.as_str())
        .set_creation_datetime(&long_ago);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(messages::name(lang))?;
    let looks = Looks::new(lang);
    let rows = ledger.rows.get(..MOST_ROWS - 1).unwrap_or(&ledger.rows);
    heads(sheet, lang, &looks)?;
    for (at, row) in (1..).zip(rows) {
        self::row(sheet, at, row, lang, &looks)?;
    }
    let last_row = u32::try_from(rows.len()).unwrap_or_default();
    sheet.autofilter(0, 0, last_row, KEY)?;
    sheet.set_freeze_panes(1, 0)?;
    if last_row > 0 {
        let column = place(Column::Status);
        sheet.add_data_validation(1, column, last_row, column, &statuses(lang)?)?;
    }
    sheet.set_paper_size(A4).set_landscape();
    sheet.set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    workbook.save_to_buffer()
}

/// The place of the key.
#[expect(clippy::cast_possible_truncation, reason = "there are ten columns")]
const KEY: u16 = Column::ALL.len() as u16;

fn place(column: Column) -> u16 {
    let at = Column::ALL.iter().position(|it| *it == column);
    at.and_then(|it| u16::try_from(it).ok()).unwrap_or_default()
}

/// How cells look.
struct Looks {
    head: Format,
    words: Format,
    centred: Format,
}

impl Looks {
    fn new(lang: Lang) -> Self {
        let font = match lang {
            Lang::Zh => "宋体",
            Lang::En => "Calibri",
        };
        let cell = Format::new()
            .set_font_name(font)
            .set_font_size(SIZE)
            .set_border(FormatBorder::Thin)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        Self {
            head: cell.clone().set_bold().set_align(FormatAlign::Center),
            centred: cell.clone().set_align(FormatAlign::Center),
            words: cell,
        }
    }
}

fn heads(sheet: &mut Worksheet, lang: Lang, looks: &Looks) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(Column::ALL) {
        sheet.write_string_with_format(0, at, column.head(lang), &looks.head)?;
        sheet.set_column_width(at, column.width())?;
    }
    sheet.write_string_with_format(0, KEY, messages::key(lang), &looks.head)?;
    sheet.set_column_hidden(KEY)?;
    Ok(())
}

fn row(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row,
    lang: Lang,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (place, column) in (0..).zip(Column::ALL) {
        let words = column.words(lang, row);
        let look = if column.is_centred() {
            &looks.centred
        } else {
            &looks.words
        };
        match column {
            Column::Number => {
                let number = u32::try_from(row.number).unwrap_or(u32::MAX);
                sheet.write_number_with_format(at, place, number, look)?;
            }
            Column::Due if date_in(&words).is_some() => date(sheet, at, place, &words, look)?,
            _ if words.is_empty() => {
                sheet.write_blank(at, place, look)?;
            }
            // Behind a hidden apostrophe it stays text when somebody writes on in the cell.
            _ if begins_formula(&words) => {
                let look = look.clone().set_quote_prefix();
                sheet.write_string_with_format(at, place, shortened(&words), &look)?;
            }
            _ => {
                sheet.write_string_with_format(at, place, shortened(&words), look)?;
            }
        }
    }
    sheet.write_string(at, KEY, &row.key)?;
    sheet.set_row_height(at, height(row, lang))?;
    Ok(())
}

/// Returns the height of a row in points: not every spreadsheet measures the lines of a cell when it opens a file.
fn height(row: &Row, lang: Lang) -> f64 {
    let ambiguous = match lang {
        Lang::Zh => Ambiguous::Wide,
        Lang::En => Ambiguous::Narrow,
    };
    let lines = |column: Column| -> usize {
        // What a line holds, a little less than there is: words are not broken everywhere.
        let room = usize::from(column.width()) - 2;
        let words = column.words(lang, row);
        let lines = words.split('\n');
        lines
            .map(|it| text_width(it, ambiguous).div_ceil(room).max(1))
            .sum()
    };
    let most = Column::ALL.into_iter().map(lines).max().unwrap_or(1);
    let most = u16::try_from(most).unwrap_or(u16::MAX);
    (f64::from(most) * LINE + 4.0).min(HIGHEST_ROW)
}

/// Writes a day as a day, looking as the writer wrote it.
fn date(
    sheet: &mut Worksheet,
    at: u32,
    place: u16,
    words: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    let Some((day, form)) = date_in(words) else {
        return Ok(());
    };
    let pattern = match form {
        DateForm::Signs { sign, padded } => {
            // A bare dot or slash would be the local sign.
            let sign = if sign == '-' {
                "-".to_owned()
            } else {
                format!("\"{sign}\"")
            };
            let (month, day) = if padded { ("mm", "dd") } else { ("m", "d") };
            format!("yyyy{sign}{month}{sign}{day}")
        }
        DateForm::Han => "yyyy\"年\"m\"月\"d\"日\"".to_owned(),
        DateForm::DayFirst => "d mmmm yyyy".to_owned(),
        DateForm::MonthFirst => "mmmm d, yyyy".to_owned(),
    };
    let (year, month, number) = (day.year(), day.month(), day.day());
    let value = ExcelDateTime::from_ymd(
        year.unsigned_abs(),
        month.unsigned_abs(),
        number.unsigned_abs(),
    )?;
    let look = look.clone().set_num_format(pattern);
    sheet.write_datetime_with_format(at, place, &value, &look)?;
    Ok(())
}

fn statuses(lang: Lang) -> Result<DataValidation, XlsxError> {
    let all = [
        Status::Open,
        Status::Underway,
        Status::Ongoing,
        Status::Done,
        Status::Closed,
        Status::Unfinished,
    ];
    DataValidation::new()
        .allow_list_strings(&all.map(|it| status(lang, it)))?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_message(messages::choose_status(lang))
}

/// Returns as much of the words as Excel takes, with a sign at the end where that is not all.
fn shortened(words: &str) -> String {
    let mut length = 0;
    let mut cut = None;
    for (at, sign) in words.char_indices() {
        length += sign.len_utf16();
        if length < LONGEST_CELL {
            cut = Some(at + sign.len_utf8());
        }
    }
    match cut {
        Some(end) if length > LONGEST_CELL => {
            let (kept, _) = words.split_at(end);
            format!("{kept}…")
        }
        _ => words.to_owned(),
    }
}

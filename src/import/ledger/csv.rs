//! CSV as spreadsheets save it: with commas, semicolons or tabs, by which of them the first rows have the same number.

use csv::ReaderBuilder;

use super::sheet::{Cell, Line, without_guard};
use crate::import::container::MAX_LINES;

/// How many rows are looked at to know the separator.
const SAMPLE: usize = 20;
/// No ledger has more columns.
const MOST_COLUMNS: usize = 256;

/// Reads the rows of a file; one that is no CSV is one cell a row.
pub(super) fn read(text: &str) -> Vec<Line> {
    let separators = *b",;\t";
    let fit = |it: &u8| {
        let rows = rows(text, *it, SAMPLE);
        let widths = || rows.iter().map(|it| it.cells.len());
        let (least, most) = (widths().min().unwrap_or(0), widths().max().unwrap_or(0));
        (least == most && most > 1, most)
    };
    let best = separators.iter().rev().max_by_key(|it| fit(it));
    rows(text, best.copied().unwrap_or(b','), MAX_LINES)
}

fn rows(text: &str, separator: u8, most: usize) -> Vec<Line> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    // Nothing can fail: the text is in memory and UTF-8, and rows may be of any length.
    let records = reader.records().map_while(Result::ok).take(most);
    (1..)
        .zip(records)
        .map(|(number, record)| {
            let cells = record.iter().take(MOST_COLUMNS);
            Line {
                number,
                cells: cells
                    .map(|it| Cell::Words(without_guard(it).to_owned()))
                    .collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, cells: &[&[&str]]) {
        let lines = read(text);
        let found: Vec<Vec<String>> = (lines.iter())
            .map(|it| it.cells.iter().map(Cell::words).collect())
            .collect();
        assert_eq!(found, cells);
    }

    #[test]
    fn every_separator_is_known() {
        check("a,b\n1,\"2\r\n3\"\n", &[&["a", "b"], &["1", "2\r\n3"]]);
        check("a;b\r\n1,5;2\r\n", &[&["a", "b"], &["1,5", "2"]]);
        check(
            "a\tb\n1\t\"say \"\"x\"\"\"\n",
            &[&["a", "b"], &["1", "say \"x\""]],
        );
        check("甲\n", &[&["甲"]]);
        check("", &[]);
        check("a,\"b\n", &[&["a", "b\n"]]);
    }

    #[test]
    fn an_apostrophe_before_a_formula_is_no_part_of_it() {
        check(
            "'=1,''+1,'甲,'－5,' =1,=1\n",
            &[&["=1", "'+1", "'甲", "－5", " =1", "=1"]],
        );
    }
}

//! Small settings drawn as text, and properties over hard texts.

use proptest::prelude::*;

use super::super::grapheme::next_boundary;
use super::super::samples::SEED;
use super::super::samples::mixed;
use super::*;

/// Compares the rows of a text, separated by bars, a newline shown as `⏎`.
fn check(text: &str, columns: u16, expected: &str) {
    let layout = Layout::new(text, columns, Ambiguous::Narrow);
    assert_eq!(drawn(text, &layout), expected);
}

fn part(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap()
}

fn drawn(text: &str, layout: &Layout) -> String {
    let mut drawn = String::new();
    for (index, row) in layout.rows().enumerate() {
        if index > 0 {
            drawn.push('|');
        }
        drawn.push_str(part(text, row.start, row.end));
        if text.get(row.end..).unwrap().starts_with('\n')
            && index + 1 < layout.n_rows()
            && layout.row(index + 1).start > row.end
        {
            drawn.push('⏎');
        }
    }
    drawn
}

#[test]
fn rows_follow_the_rules() {
    check("", 10, "");
    check("对照检查材料", 8, "对照检查|材料");
    check("对照检查。材料", 8, "对照检|查。材料|");
    check("对照检查", 8, "对照检查|");
    check("对照检查\n", 8, "对照检查|⏎|");
    check("对照（检查）", 6, "对照|（检|查）");
    check("a bc def", 4, "a |bc |def");
}

proptest! {
    #[test]
    fn rows_make_up_the_text(text in mixed(), columns in 0_u16..40) {
        let layout = Layout::new(&text, columns, Ambiguous::Narrow);
        let mut at = 0;
        for (index, row) in layout.rows().enumerate() {
            prop_assert!(["", "\n", "\r\n"].contains(&part(&text, at, row.start)));
            prop_assert!(index == 0 || row.start > layout.row(index - 1).start || row.start == row.end);
            prop_assert_eq!(row.cells, text_width(part(&text, row.start, row.end), Ambiguous::Narrow));
            prop_assert!(row.cells <= layout.columns() || layout.columns() < 2);
            at = row.end;
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn a_caret_stands_in_the_field_and_is_found_again(text in mixed(), columns in 2_u16..40) {
        let layout = Layout::new(&text, columns, Ambiguous::Wide);
        let mut offset = 0;
        let mut last = None;
        loop {
            let cell = layout.caret(&text, offset);
            prop_assert!(cell.column < layout.columns());
            prop_assert!(last < Some(cell));
            prop_assert_eq!(layout.offset_at(&text, cell.row, cell.column), offset);
            last = Some(cell);
            if offset == text.len() {
                break;
            }
            offset = next_boundary(&text, offset);
        }
    }

    #[test]
    fn every_cell_leads_into_its_row(text in mixed(), columns in 1_u16..40) {
        let layout = Layout::new(&text, columns, Ambiguous::Narrow);
        for row in 0..layout.n_rows() {
            for column in 0..=layout.columns() {
                let offset = layout.offset_at(&text, row, column);
                let cell = layout.caret(&text, offset);
                prop_assert_eq!(cell.row, row);
                prop_assert!(cell.column <= column);
            }
        }
    }
}

#[test]
fn the_seed_has_no_bad_row() {
    for columns in [40, 56, 72] {
        let layout = Layout::new(SEED, columns, Ambiguous::Narrow);
        for row in layout.rows() {
            let row = part(SEED, row.start, row.end);
            assert!(
                !row.starts_with(['、', '，', '。', '；', '：', '”', '》', ')']),
                "{row}"
            );
            assert!(!row.ends_with(['“', '《', '(']), "{row}");
        }
    }
}

//! Properties of all layouts, over texts that are hard to set.

use proptest::prelude::*;

use super::super::grapheme::next_boundary;
use super::super::samples::NOT_AT_END;
use super::super::samples::NOT_AT_START;
use super::super::samples::adversarial;
use super::super::samples::mixed;
use super::super::samples::plain;
use super::super::width::text_width;
use super::*;

fn ambiguous() -> impl Strategy<Value = Ambiguous> {
    prop_oneof![Just(Ambiguous::Narrow), Just(Ambiguous::Wide)]
}

/// Runs of ideographs, with something hard between them.
fn han() -> impl Strategy<Value = String> {
    let run = "[一-鿿]{0,12}";
    prop::collection::vec((run, mixed()), 0..6).prop_map(|it| {
        it.iter()
            .flat_map(|(run, other)| [run.as_str(), other])
            .collect()
    })
}

/// Returns the part of a text that a row shows.
fn part(text: &str, row: Row) -> &str {
    text.get(row.start..row.end).unwrap()
}

/// Says whether a row could end in a place by the marks beside it alone.
fn may_end(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let held = ['—', '…']
        .iter()
        .any(|it| before.ends_with(*it) && after.starts_with(*it));
    let only_directly = before.ends_with(' ') && after.starts_with(['々', 'ゃ']);
    (only_directly || !after.starts_with(NOT_AT_START))
        && !before.trim_end_matches(' ').ends_with(NOT_AT_END)
        && !held
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn rows_make_up_the_text(text in mixed(), columns in 0_u16..40, ambiguous in ambiguous()) {
        let layout = Layout::new(&text, columns, ambiguous);
        let mut at = 0;
        for row in layout.rows() {
            prop_assert!(["", "\n", "\r\n"].contains(&text.get(at..row.start).unwrap()));
            prop_assert_eq!(row.cells, text_width(part(&text, row), ambiguous));
            let is_single = next_boundary(&text, row.start) == row.end;
            prop_assert!(row.cells <= layout.columns() || is_single);
            prop_assert_eq!(row.end, floor_boundary(&text, row.end));
            at = row.end;
        }
        prop_assert_eq!(at, text.len());
        prop_assert!(layout.rows().zip(layout.rows().skip(1)).all(|(a, b)| a.start < b.start));
    }

    /// Common ideographs are passed over quickly; rare ones are not, and have the same size and class.
    #[test]
    fn common_ideographs_are_set_as_rare_ones(text in han(), columns in 0_u16..30, ambiguous in ambiguous()) {
        let rare: String = text.chars().map(|it| if ('\u{4E00}'..='\u{9FFF}').contains(&it) { '㐀' } else { it }).collect();
        prop_assert_eq!(Layout::new(&text, columns, ambiguous).rows, Layout::new(&rare, columns, ambiguous).rows);
    }

    #[test]
    fn no_row_starts_or_ends_with_a_forbidden_sign(text in adversarial(), columns in 4_u16..24, ambiguous in ambiguous()) {
        let layout = Layout::new(&text, columns, ambiguous);
        for (row, next) in layout.rows().zip(layout.rows().skip(1)) {
            if row.end != next.start || next.start == next.end || may_end(&text, row.end) {
                continue;
            }
            // It gave way: then there was no place in the row where it could have ended.
            let (_, rest) = text.split_at(row.start);
            let fits = super::super::truncate(rest, layout.columns(), ambiguous).len();
            for (at, _) in graphemes(rest).skip(1).take_while(|(at, _)| *at <= fits) {
                prop_assert!(!may_end(&text, row.start + at), "{} | {}", part(&text, row), part(&text, next));
            }
        }
    }

    #[test]
    fn pairs_are_never_split(text in adversarial(), columns in 4_u16..24, ambiguous in ambiguous()) {
        for row in Layout::new(&text, columns, ambiguous).rows() {
            let (before, after) = text.split_at(row.start);
            for sign in ['—', '…'] {
                let run = before.chars().rev().take_while(|it| *it == sign).count()
                    + after.chars().take_while(|it| *it == sign).count();
                let cells = run * if ambiguous == Ambiguous::Wide { 2 } else { 1 };
                let split = before.ends_with(sign) && after.starts_with(sign);
                prop_assert!(!split || cells > usize::from(columns));
            }
        }
    }

    #[test]
    fn words_that_fit_are_not_split(words in prop::collection::vec("[a-zA-Z]{1,9}|[0-9]{1,3}(,[0-9]{3}){0,1}|[一-龥]{1,3}", 1..30), columns in 9_u16..24) {
        let text = words.join("和");
        for row in Layout::new(&text, columns, Ambiguous::Narrow).rows() {
            let (before, after) = text.split_at(row.start);
            let within = |it: char| it.is_ascii_alphanumeric() || it == ',';
            prop_assert!(!(before.ends_with(within) && after.starts_with(within)));
        }
    }

    #[test]
    fn no_character_is_left_alone_in_plain_text(text in plain(), columns in 8_u16..24) {
        let layout = Layout::new(&text, columns, Ambiguous::Narrow);
        for (index, row) in layout.rows().enumerate().skip(1) {
            let ends = text.get(row.end..).is_some_and(|it| it.is_empty() || it.starts_with('\n'));
            if ends && row.start < row.end && layout.row(index - 1).end == row.start {
                prop_assert!(part(&text, row).chars().filter(|it| it.is_alphanumeric()).count() > 1);
            }
        }
    }

    #[test]
    fn rows_are_as_full_as_the_rules_allow(text in plain(), columns in 8_u16..24) {
        // No run of text without a place to break is longer than four cells, and one sign more may go down.
        let layout = Layout::new(&text, columns, Ambiguous::Narrow);
        for (row, next) in layout.rows().zip(layout.rows().skip(1)) {
            prop_assert!(row.end < next.start || row.cells + 8 > layout.columns());
        }
    }

    #[test]
    fn a_caret_stands_in_the_field_and_is_found_again(text in mixed(), columns in 2_u16..40, ambiguous in ambiguous()) {
        let layout = Layout::new(&text, columns, ambiguous);
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

    #[test]
    fn a_typed_sign_appears_at_the_caret(text in plain(), columns in 8_u16..24, at in any::<prop::sample::Index>()) {
        let layout = Layout::new(&text, columns, Ambiguous::Narrow);
        let offset = floor_boundary(&text, at.index(text.len() + 1));
        let caret = layout.caret(&text, offset);
        let mut typed = text.clone();
        typed.insert(offset, '字');
        let after = Layout::new(&typed, columns, Ambiguous::Narrow);
        let sign = after.caret(&typed, offset);
        // It has no room, or a sign goes down or up with it: then it is one row or one small unit aside.
        let moved = sign.row.abs_diff(caret.row) == 1 || sign.row == caret.row && sign.column.abs_diff(caret.column) <= 4;
        prop_assert!(sign == caret || moved, "{caret:?} {sign:?}");
    }

    #[test]
    fn an_update_gives_what_a_new_layout_gives(
        text in mixed(),
        columns in 1_u16..30,
        ambiguous in ambiguous(),
        script in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), mixed()), 1..12),
    ) {
        let mut text = text;
        let mut layout = Layout::new(&text, columns, ambiguous);
        for (at, length, inserted) in script {
            let floor = |it: usize| (0..=it).rfind(|it| text.is_char_boundary(*it)).unwrap();
            let start = floor(at.index(text.len() + 1));
            let end = floor(start + length.index((text.len() - start).min(40) + 1));
            // As often short as long, so that what is behind the change is often the same.
            let inserted = if inserted.len() % 2 == 0 { inserted.chars().take(2).collect() } else { inserted };
            text.replace_range(start..end.max(start), &inserted);
            layout.update(&text, start, end.max(start) - start, inserted.len());
            let new = Layout::new(&text, columns, ambiguous);
            prop_assert_eq!(layout.rows().collect::<Vec<_>>(), new.rows().collect::<Vec<_>>());
            prop_assert!(layout.rows.windows(2).all(|it| it[0].seen <= it[1].seen));
        }
    }

    /// The rows around a place are those of the whole text, numbered in their order, and as many as were wanted: at
    /// first, after steps to and fro, and after changes.
    #[test]
    fn rows_around_a_place_are_those_of_the_whole(
        paragraphs in prop::collection::vec(mixed(), 1..20),
        columns in 1_u16..30,
        ambiguous in ambiguous(),
        margin in 0_usize..8,
        at in any::<prop::sample::Index>(),
        script in prop::collection::vec((any::<bool>(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), mixed()), 1..16),
    ) {
        let mut text = paragraphs.join("\n");
        let mut caret = floor_boundary(&text, at.index(text.len() + 1));
        let mut layout = Layout::around(&text, columns, ambiguous, caret, margin);
        check_around(&layout, &text, caret, margin)?;
        for (is_change, to, length, inserted) in script {
            // Within the rows that are set, as a caret is.
            let from = layout.rows[0].start;
            let to = from + to.index(layout.rows.last().unwrap().end - from + 1);
            caret = floor_boundary(&text, to);
            if is_change {
                let floor = |it: usize| (0..=it).rfind(|it| text.is_char_boundary(*it)).unwrap();
                let end = floor(caret + length.index((text.len() - caret).min(40) + 1)).max(caret);
                if !layout.holds(caret, end - caret) {
                    continue;
                }
                text.replace_range(caret..end, &inserted);
                layout.update(&text, caret, end - caret, inserted.len());
                caret = floor_boundary(&text, caret + inserted.len());
            }
            if layout.holds(caret, 0) {
                layout.reach(&text, caret, margin);
            } else {
                layout = Layout::around(&text, columns, ambiguous, caret, margin);
            }
            check_around(&layout, &text, caret, margin)?;
        }
    }

    /// Wherever rows are set, one further down has the higher number.
    #[test]
    fn numbers_grow_down_the_text(paragraphs in prop::collection::vec(mixed(), 1..20), columns in 1_u16..30, places in any::<[prop::sample::Index; 2]>()) {
        let text = paragraphs.join("\n");
        let mut places = places.map(|it| floor_boundary(&text, it.index(text.len() + 1)));
        places.sort_unstable();
        let [above, below] = places.map(|it| Layout::around(&text, columns, Ambiguous::Narrow, it, 0));
        if !above.holds(places[1], 0) && !below.holds(places[0], 0) {
            prop_assert!(above.caret(&text, places[0]).row < below.caret(&text, places[1]).row);
        }
    }
}

fn check_around(
    layout: &Layout,
    text: &str,
    caret: usize,
    margin: usize,
) -> Result<(), TestCaseError> {
    let whole = Layout::new(
        text,
        u16::try_from(layout.columns).unwrap(),
        layout.ambiguous,
    );
    let numbers = layout.numbers();
    let first = whole.row_of(layout.row(numbers.start).start);
    for number in numbers.clone() {
        let (one, other) = (number, first + number - numbers.start);
        prop_assert_eq!(layout.row(one), whole.row(other));
        prop_assert_eq!(layout.is_spare(one), whole.is_spare(other));
    }
    let (cell, in_whole) = (layout.caret(text, caret), whole.caret(text, caret));
    prop_assert_eq!(cell.column, in_whole.column);
    prop_assert_eq!(cell.row - numbers.start + first, in_whole.row);
    prop_assert!(first == 0 || cell.row - numbers.start >= margin);
    prop_assert!(first + layout.n_rows() == whole.n_rows() || numbers.end - 1 - cell.row >= margin);
    for column in [0, cell.column, usize::MAX] {
        let to = whole.offset_at(text, in_whole.row, column);
        prop_assert_eq!(layout.offset_at(text, cell.row, column), to);
    }
    prop_assert!(layout.rows.windows(2).all(|it| it[0].seen <= it[1].seen));
    Ok(())
}

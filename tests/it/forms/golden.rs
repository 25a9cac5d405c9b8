//! Texts composed for this test, each of another form, and the structure read from each.

use super::shape::shape;
use super::{check_nothing_lost, lines, read};

#[track_caller]
fn check(name: &str, text: &str) {
    let lines = lines(text);
    let imported = read(&lines);
    check_nothing_lost(&lines, &imported).unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../fixtures/import");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, shape(&imported)));
}

/// One test a text: `name`, from `tests/fixtures/import/name.txt` to `name.snap` beside it.
macro_rules! golden {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            let text = include_str!(concat!("../../fixtures/import/", stringify!($name), ".txt"));
            check(stringify!($name), text);
        }
    )*};
}

golden! {
    ascii_junk
    aspects_at_top
    bare_headings
    case_and_statement
    causes_without_heading
    chain_by_dimension
    circled
    colon_headings
    dated_examples
    english
    essay
    first_second
    follow_up_list
    gaps_in_numbers
    glued_headings
    hard_wraps
    indented
    lead_ins
    measures_twice
    merged_causes
    must_lists
    no_newlines
    one_paragraph
    opening_last_year
    other_order
    page_chrome
    part_headings
    plain
    quoted_items
    run_in_sections
    teacher_mixed_numbers
    three_levels
    traditional
    two_line_title
}

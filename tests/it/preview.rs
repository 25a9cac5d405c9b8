//! The report on its pages: the page count of the seed, and the way from the print to the draft and back.

use pouxi::desk::preview::{Preview, list_text};
use pouxi::draft::{Draft, Field, Part};
use pouxi::export::lists::Kind;
use proptest::prelude::*;

use crate::outlines::{outline, session_of};
use crate::reports::{seed, small, small_english};

/// Returns the words as the writer may have typed them: quotes are printed curly.
fn straight(words: &str) -> String {
    words.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

/// Checks that places of the print lead to the letters of the draft they show, and back to the same row.
fn check_places(draft: &Draft) -> Result<(), TestCaseError> {
    let preview = Preview::of(draft);
    for n in 0..preview.n_rows() {
        let (_, row) = preview.row(n).expect("it is one of them");
        let Some((field, at)) = preview.place(n) else {
            continue;
        };
        let text = draft.text(field).expect("it is a text of the draft");
        let letter = text.get(at..).and_then(|it| it.chars().next());
        let letter = letter.expect("a place is a letter").to_string();
        let letter = straight(&letter);
        let back = preview.row_of(field, at).expect("it is printed");
        let (_, shown) = preview.row(back).expect("it is one of them");
        prop_assert!(straight(preview.pages.words(shown)).contains(&letter));
        if straight(preview.pages.words(row)).contains(&letter) && back != n {
            // Printed there too, but as part of another text.
            prop_assert!(preview.place(back).is_some());
        }
    }
    Ok(())
}

/// 6,448 characters are 10.5 pages of 616; indents, the ends of 30 paragraphs, marks that are pushed out and headings
/// that are kept add one.
#[test]
fn the_seed_takes_twelve_pages() {
    let session = session_of(seed());
    let preview = Preview::of(session.draft());
    let full: Vec<usize> = preview.pages.pages.iter().map(Vec::len).collect();
    assert_eq!(
        full,
        [22, 22, 22, 22, 22, 22, 22, 20, 22, 22, 22, 8],
        "{full:?}"
    );
    let parts: Vec<&str> = preview.parts.iter().map(|it| it.1.as_str()).collect();
    assert_eq!(parts.len(), 5, "{parts:?}");
}

#[test]
fn every_row_leads_to_its_text() {
    for outline in [seed(), small(), small_english()] {
        let session = session_of(outline);
        let draft = session.draft();
        let preview = Preview::of(draft);
        for n in 0..preview.n_rows() {
            let (_, row) = preview.row(n).expect("it is one of them");
            let words = preview.pages.words(row);
            if row.words.start == 0 || words.is_empty() {
                continue;
            }
            // A row that goes on inside of a paragraph begins with a letter of the draft, or a label.
            let (field, at) = preview
                .place(n)
                .expect("everything printed comes from somewhere");
            let text = draft.text(field).expect("it is a text of the draft");
            let first: String = text.get(at..).unwrap_or_default().chars().take(3).collect();
            assert!(words.contains(first.trim()), "{words} / {first}");
            assert_eq!(preview.row_of(field, at), Some(n), "{words}");
        }
        check_places(draft).expect("it leads back");
    }
}

#[test]
fn a_caret_is_found_in_the_print() {
    let session = session_of(seed());
    let draft = session.draft();
    let preview = Preview::of(draft);
    for field in draft.fields() {
        let text = draft.text(field).expect("it is a text of the draft");
        if text.trim().is_empty() {
            continue;
        }
        let letters = || text.chars().filter(|it| !it.is_whitespace());
        for (at, letter) in [(0, letters().next()), (text.len(), letters().next_back())] {
            let row = preview
                .row_of(field, at)
                .expect("all of the seed is printed");
            let words = preview.pages.words(preview.row(row).expect("it is one").1);
            assert!(
                words.contains(letter.expect("it is written")),
                "{field:?} {words}"
            );
        }
    }
}

#[test]
fn what_is_not_printed_has_no_row() {
    let mut session = session_of(small());
    let problem = session.draft().dimensions[0].problems[0].clone();
    let passage = problem
        .body
        .iter()
        .find(|it| it.kind == pouxi::draft::PassageKind::Example);
    let passage = passage.expect("it has an example").id;
    let is_shown = |draft: &Draft| {
        Preview::of(draft)
            .row_of(Field::Passage(passage), 0)
            .is_some()
    };
    assert!(is_shown(session.draft()));
    let out = pouxi::draft::Attr::NotWritten(Part::Examples(problem.id), Some(String::new()));
    let change = session.draft().choice(out).expect("it changes something");
    let _committed = session.commit(change).expect("it was made for this draft");
    assert!(!is_shown(session.draft()));
}

#[test]
fn a_list_stands_by_itself() {
    let session = session_of(seed());
    let text = list_text(session.draft(), Kind::Measures);
    assert_eq!(text.lines().count(), 3);
    assert!(text.starts_with("1. 持之以恒加强理论学习"), "{text}");
    let problems = list_text(session.draft(), Kind::Problems);
    assert_eq!(problems.lines().count(), 9, "{problems}");
    assert_eq!(list_text(&Draft::default(), Kind::Causes), "");
}

proptest! {
    #[test]
    fn places_of_any_report_lead_back(outline in outline()) {
        check_places(session_of(outline).draft())?;
    }
}

//! An answer file that holds anything: faults with their places, or a report that goes out and comes in again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pouxi::draft::{ChangeCause, Draft, Session};
use pouxi::import::answers::{read, to_answers};
use pouxi::locale::Lang;
use pouxi::{template, wizard};
use pouxi_fuzz::use_draft;

fuzz_target!(|bytes: &[u8]| {
    let answers = match read(bytes) {
        Ok(answers) => answers,
        Err(errors) => {
            assert!(!errors.is_empty(), "a refusal says why");
            let n_lines = bytes.split(|it| *it == b'\n').count();
            for error in errors {
                assert!((1..=n_lines).contains(&error.line) && error.column >= 1);
                assert!(!error.say(Lang::Zh).is_empty() && !error.say(Lang::En).is_empty());
            }
            return;
        }
    };
    let template = answers.template.unwrap_or(template::built_in()[0]);
    let empty = || wizard::outline_of(template, 2025, Vec::new());
    let (outline, _remarks) = answers.fill(empty());
    let mut session = Session::new(Draft::default());
    let change = outline.clone().into_change(session.draft(), ChangeCause::Import);
    let _committed = session.commit(change).expect("an outline fits the empty draft");
    use_draft(session.draft());
    let written = to_answers(&outline);
    let (again, remarks) = read(written.as_bytes()).expect("our own file is read").fill(empty());
    assert_eq!(again, outline, "{written}");
    assert!(remarks.is_empty(), "{remarks:?}");
});

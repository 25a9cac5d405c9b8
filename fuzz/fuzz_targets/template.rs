//! A template file that holds anything: faults with their places, or a template that is written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pouxi::draft::{ChangeCause, Draft, Session};
use pouxi::locale::Lang;
use pouxi::template::{check, to_toml};
use pouxi::wizard;
use pouxi_fuzz::is_plain;

fuzz_target!(|text: &str| {
    let template = match check(text) {
        Ok(template) => template,
        Err(errors) => {
            assert!(!errors.is_empty(), "a refusal says why");
            let n_lines = text.split('\n').count();
            for error in errors {
                assert!((1..=n_lines).contains(&error.line) && error.column >= 1);
                assert!(!error.say(Lang::Zh).is_empty() && !error.say(Lang::En).is_empty());
            }
            return;
        }
    };
    let written = to_toml(&template);
    assert_eq!(check(&written).as_ref(), Ok(&template), "{written}");
    assert!(is_plain(&written) && is_plain(&template.name) && is_plain(&template.title));
    let mut session = Session::new(Draft::default());
    let outline = wizard::outline_of(&template, 2025, vec!["甲".to_owned()]);
    let change = outline.into_change(session.draft(), ChangeCause::Template);
    let _committed = session.commit(change).expect("an outline fits the empty draft");
    for page in wizard::pages(session.draft()) {
        let _questions = wizard::questions(&template, session.draft(), page, None);
    }
    let _account = wizard::account(&template, session.draft());
});

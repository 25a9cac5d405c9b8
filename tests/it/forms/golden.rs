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
    plain
}

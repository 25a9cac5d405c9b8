//! Keys given to commands from the settings list: pressed, chosen, taken, forbidden, put back; and what shows them.

use pouxi::locale::Lang;
use pouxi::settings::{Key, Keys, NotGiven};
use pouxi::sitting::help;
use pouxi::sitting::lists::items;
use pouxi::sitting::messages as say;
use pouxi::sitting::model::{List, Screen};

use super::{place, report};
use crate::stage::Stage;

const ZH: Lang = Lang::Zh;

/// The way to the keys of undo.
const UNDO: &str = "<esc><pick:设置><pick:按键：><pick:撤销>";

fn after(keys: &str) -> Stage {
    let mut stage = Stage::writing(report());
    stage.press(keys);
    stage
}

/// Checks where the keys lead and what is said and kept then.
#[track_caller]
fn check(keys: &str, at: &str, notice: &str, asked: &[&str]) -> Stage {
    let stage = after(&format!("{UNDO}{keys}"));
    assert_eq!(place(&stage.model), at, "after {keys}");
    assert_eq!(stage.model.notice.as_deref(), Some(notice), "after {keys}");
    assert_eq!(stage.asked, asked, "after {keys}");
    stage
}

#[test]
fn a_key_is_given_by_pressing_it_or_by_choosing_it() {
    let done = say::key_given(ZH, "撤销", "Ctrl+P");
    let kept = ["keep keys [(2, Ctrl('p'))]"];
    let pressed = check("<c-p>", "Keys > 3", &done, &kept);
    let chosen = check("<pick:Ctrl+P>", "Keys > 3", &done, &kept);
    assert_eq!(pressed.model.keys, chosen.model.keys);
    // Function keys, also those that do something else on lists.
    let done = say::key_given(ZH, "撤销", "F5");
    check("<f5>", "Keys > 3", &done, &["keep keys [(2, F(5))]"]);
    // What it has already is not written anew.
    check(
        "<c-z>",
        "Keys > 3",
        &say::key_given(ZH, "撤销", "Ctrl+Z"),
        &[],
    );
}

#[test]
fn a_key_that_was_given_works_at_once_and_is_shown_everywhere() {
    // The old key does nothing any more, the new one takes back.
    let mut stage = after(&format!("字{UNDO}<c-p><esc*2>"));
    let text = |it: &Stage| it.work().text().to_owned();
    assert!(text(&stage).ends_with('字'));
    stage.press("<c-z>");
    assert!(text(&stage).ends_with('字'));
    stage.press("<c-p>");
    assert!(!text(&stage).ends_with('字'));
    // Sentences, help and guide.
    stage.press("<c-end><c-u>");
    stage.press("<paste:甲乙丙>");
    let screen = stage.screen();
    assert!(
        screen.contains("Ctrl+P 可以") && !screen.contains("Ctrl+Z"),
        "{screen}"
    );
    stage.press("<f1>");
    let words = help::words(&stage.model).text;
    assert!(
        words.contains("Ctrl+P") && !words.contains("Ctrl+Z"),
        "{words}"
    );
    assert!(help::guide(&stage.model, 1).text.contains("Ctrl+P"));
}

#[test]
fn two_commands_change_their_keys_with_each_other() {
    let find = "<pick:查找>";
    let mut stage = after(&format!("{UNDO}<c-p>{find}<c-z>"));
    assert_eq!(
        stage.model.notice,
        Some(say::key_given(ZH, "查找和替换", "Ctrl+Z"))
    );
    stage.press("<pick:撤销><c-f><esc*2>");
    stage.press("<c-z>");
    assert!(
        matches!(stage.model.screen, Screen::Ask(_)),
        "that is how words are found now"
    );
    stage.press("<esc*2><paste:甲乙丙>");
    let screen = stage.screen();
    assert!(screen.contains("Ctrl+F 可以"), "{screen}");
    // What stands there does not change by itself.
    stage.press("<pause>");
    assert_eq!(stage.screen(), screen);
}

#[test]
fn a_key_of_another_command_is_refused_and_named() {
    let taken = |key: &str, what: &str| say::key_taken(ZH, key, what);
    check("<c-f>", "KeyOf > 1", &taken("Ctrl+F", "查找和替换"), &[]);
    check("<f2>", "KeyOf > 1", &taken("F2", "菜单"), &[]);
    let at = |stage: &Stage| place(&stage.model);
    let chosen = check(
        "<pick:Ctrl+F>",
        &at(&after(&format!("{UNDO}<pick:Ctrl+F>"))),
        &taken("Ctrl+F", "查找和替换"),
        &[],
    );
    assert_eq!(chosen.model.keys, Keys::default());
}

#[test]
fn a_key_that_cannot_be_given_says_why() {
    let not = |key: &str, why: NotGiven| say::key_not_given(ZH, key, &why.why(ZH));
    for (keys, key, why) in [
        ("<c-q>", "Ctrl+Q", NotGiven::Elsewhere),
        ("<c-t>", "Ctrl+T", NotGiven::Elsewhere),
        ("<c-h>", "Ctrl+H", NotGiven::AnotherKey),
        ("<c-d>", "Ctrl+D", NotGiven::Fixed),
    ] {
        check(keys, "KeyOf > 1", &not(key, why), &[]);
    }
    // What is always enough does there what it always does, and leaving is never asked for in vain.
    assert_eq!(
        place(&after(&format!("{UNDO}<down><tab>")).model),
        "KeyOf > 3"
    );
    assert_eq!(place(&after(&format!("{UNDO}<esc>")).model), "Keys > 3");
    assert_eq!(after(&format!("{UNDO}<c-c><c-c>")).ended, Some(0));
    // Letters choose nothing.
    assert_eq!(after(&format!("{UNDO}x")).asked, Vec::<String>::new());
}

#[test]
fn usual_keys_come_back_one_by_one_and_together() {
    let usual = "keep keys [(2, Ctrl('z'))]";
    let given = "keep keys [(2, Ctrl('p'))]";
    let done = say::key_given(ZH, "撤销", "Ctrl+Z");
    let stage = check(
        "<c-p><pick:撤销><pick:用回通常的>",
        "Keys > 3",
        &done,
        &[given, usual],
    );
    assert_eq!(stage.model.keys.changed().count(), 0);
    // Not while another command has it.
    let find = "keep keys [(4, Ctrl('z'))]";
    check(
        "<c-p><pick:查找><c-z><pick:撤销><pick:用回通常的>",
        "KeyOf > 1",
        &say::key_taken(ZH, "Ctrl+Z", "查找和替换"),
        &[given, find],
    );
    let all = "keep keys [(2, Ctrl('z')), (4, Ctrl('f'))]";
    let stage = check(
        "<c-p><pick:查找><c-z><pick:全部>",
        "Keys > 1",
        &say::keys_are_usual(ZH),
        &[given, find, all],
    );
    assert_eq!(stage.model.keys, Keys::default());
    let lines = items(&stage.model, &List::Keys);
    assert!(
        lines
            .iter()
            .all(|it| it.detail.is_empty() && !it.label.contains("全部"))
    );
}

/// Every key that can be given stands in the list of every command, so that none must be pressed.
#[test]
fn the_list_has_every_key() {
    let mut stage = after(UNDO);
    for command in 0..pouxi::settings::REBINDABLE.len() {
        stage.model.screen = Screen::List(List::KeyOf(command), 0);
        let lines = items(&stage.model, &List::KeyOf(command));
        let own = stage.model.keys.key(command);
        for key in Key::all().filter(|it| Some(*it) != own) {
            let n = lines
                .iter()
                .filter(|it| it.label.contains(key.name()))
                .count();
            assert_eq!(n, 1, "{} for command {command}", key.name());
        }
    }
}

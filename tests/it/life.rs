//! The life of the program from outside: killed, stopped, closed, opened twice, in every size. Whatever happens,
//! the words are there, the terminal is given back, and nothing was asked of it.

use std::path::Path;
use std::thread;
use std::time::Duration;

use pouxi::desk;
use pouxi::draft::{Outline, OutlineSection, Role};
use pouxi::store::{Home, Recovered, recover};
use rustix::process::Signal;
use unicode_width::UnicodeWidthChar;

use crate::window::{
    BACK_TAB, BACKSPACE, DOWN, ENTER, ESCAPE, Focus, HELP, INTERRUPT, LEFT, PAGE_DOWN, REPAINT,
    TAB, Window, create, ends_a_frame, stored,
};

const SENTENCE: &str = "上半年我把主要精力放在项目收尾上，学习计划落实得不好。";

#[test]
fn what_was_on_the_screen_survives_a_kill() {
    for n_seen in [1, 40, 130, 260] {
        let home = tempfile::tempdir().unwrap();
        let mut window = Window::begin(home.path(), 80, 24);
        let typed = SENTENCE.repeat(10);
        for letter in typed.chars() {
            window.send(letter.encode_utf8(&mut [0; 4]));
        }
        window.wait_count_of_at_least(n_seen);
        window.terminal.kill();
        window.wait_exit();
        let seen = window.open_text();
        assert!(seen.chars().count() >= n_seen);

        let opening = opening(&stored(home.path()));
        assert!(opening.starts_with(&seen), "{seen}\n{opening}");
        assert!(typed.starts_with(&opening));
        let window = Window::resume(home.path(), 80, 24);
        let found = desk::characters(&stored(home.path()).draft);
        let saved = desk::characters(stored(home.path()).saved());
        let sentence = format!(
            "上次没有正常退出。已找回{found}字（比存盘多{}字）。",
            found - saved
        );
        assert!(window.terminal.contains(&sentence), "{sentence}");
    }
}

#[test]
fn what_was_recovered_can_be_used() {
    let home = tempfile::tempdir().unwrap();
    let mut window = killed_while_writing(home.path());
    window.choose("看看差别");
    assert!(
        window
            .terminal
            .contains("上半年[找回：我把主要精力放在项目收尾上，")
    );
    window.press(ESCAPE);
    window.choose("用找回的");
    assert_eq!(window.focus(), Focus::Question("开头".into()));
    assert_eq!(window.open_text(), SENTENCE);
    window.press("好");
    assert!(window.leave().success());
    let stored = stored(home.path());
    assert!(!stored.has_unsaved_changes());
    assert_eq!(opening(&stored), format!("{SENTENCE}好"));
}

#[test]
fn what_was_saved_can_be_used_and_what_was_recovered_is_kept() {
    let home = tempfile::tempdir().unwrap();
    let mut window = killed_while_writing(home.path());
    window.choose("用上次存盘的");
    assert_eq!(window.open_text(), "上半年");
    assert!(window.terminal.contains("找回的另存为《"));
    assert!(window.leave().success());

    let home = Home::new(home.path().to_owned());
    let mut openings = Vec::new();
    for it in home.drafts().unwrap() {
        let stored = recover(&home.folder(&it.id)).unwrap();
        assert!(!stored.has_unsaved_changes());
        openings.push((stored.draft.title.ends_with("（找回）"), opening(&stored)));
    }
    openings.sort();
    assert_eq!(
        openings,
        [(false, "上半年".to_owned()), (true, SENTENCE.to_owned())]
    );
}

/// A report saved as 上半年 and killed with the whole sentence on the screen, opened again: the recovery screen.
fn killed_while_writing(home: &Path) -> Window {
    let mut window = Window::begin(home, 80, 24);
    let (saved, more) = SENTENCE.split_at("上半年".len());
    window.press(saved);
    assert!(window.leave().success());
    let mut window = Window::resume(home, 80, 24);
    assert_eq!(window.open_text(), saved);
    for letter in more.chars() {
        window.press(letter.encode_utf8(&mut [0; 4]));
    }
    window.terminal.kill();
    window.wait_exit();
    Window::resume(home, 80, 24)
}

#[test]
fn a_second_window_can_look_or_take_over() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Window::begin(home.path(), 80, 24);
    first.press("甲");
    let mut second = Window::resume(home.path(), 80, 24);
    assert!(second.terminal.contains("这份草稿正在另一个窗口里打开"));
    second.choose("只看");
    assert_eq!(second.open_text(), "甲");
    second.press("乙");
    second.wait_text("这里只能看，不能改。");
    assert_eq!(second.open_text(), "甲");
    assert!(second.leave().success());
    // The first window has noticed nothing.
    first.press("丙");
    assert_eq!(first.open_text(), "甲丙");

    let mut second = Window::resume(home.path(), 80, 24);
    second.choose("在这里接着写");
    assert_eq!(second.open_text(), "甲丙");
    second.press("丁");
    first.press("戊");
    first.wait_text("另一个窗口接着写了，这里变成只看。");
    assert!(first.terminal.row(0).ends_with("只看"));
    assert_eq!(first.open_text(), "甲丙");
    first.press("己");
    first.wait_text("这里只能看，不能改。");
    second.press("庚");
    assert_eq!(second.open_text(), "甲丙丁庚");
    // Leaving the window that lost the draft disturbs nothing.
    assert!(first.leave().success());
    second.press("辛");
    assert!(second.leave().success());
    let stored = stored(home.path());
    assert_eq!(opening(&stored), "甲丙丁庚辛");
    assert!(!stored.has_unsaved_changes());
}

#[test]
fn signals_save_and_give_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let home = tempfile::tempdir().unwrap();
        let mut window = Window::begin(home.path(), 80, 24);
        for letter in ["甲", "乙", LEFT] {
            window.press(letter);
        }
        window.terminal.signal(signal);
        assert_eq!(window.wait_exit().exit_code(), code);
        check_given_back(&window);
        check_saved(home.path(), "甲乙");
    }
}

#[test]
fn a_closed_window_saves() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::begin(home.path(), 80, 24);
    for letter in ["甲", "乙", LEFT] {
        window.press(letter);
    }
    window.terminal.close();
    assert_eq!(window.wait_exit().exit_code(), 129);
    check_saved(home.path(), "甲乙");
}

#[test]
fn two_interrupts_leave_and_one_does_not() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::begin(home.path(), 80, 24);
    window.press("甲");
    window.press(INTERRUPT);
    window.wait_text("已保存。再按一次 Ctrl+C 退出。");
    window.press("乙");
    window.press(LEFT);
    window.press(INTERRUPT);
    window.send(INTERRUPT);
    assert_eq!(window.wait_exit().exit_code(), 0);
    check_given_back(&window);
    let stored = stored(home.path());
    let characters = desk::characters(&stored.draft);
    let line = format!(
        "已保存：{}，{characters}字。继续写：pouxi",
        stored.draft.title
    );
    assert_eq!(window.terminal.text(), line);
    check_saved(home.path(), "甲乙");
}

/// The caret stood before the last of the two characters.
#[track_caller]
fn check_saved(home: &Path, text: &str) {
    assert!(!stored(home).has_unsaved_changes());
    assert_eq!(opening(&stored(home)), text);
    let window = Window::resume(home, 80, 24);
    assert_eq!(window.focus(), Focus::Question("开头".into()));
    assert_eq!(window.open_text(), text);
    assert_eq!(window.terminal.cursor(), (6, 5));
}

/// The modes are taken back in the reverse of the order they were set in, and the cursor is shown.
#[track_caller]
fn check_given_back(window: &Window) {
    assert!(!window.terminal.alternate_screen());
    assert!(window.terminal.cursor_visible());
    let bytes = window.terminal.bytes();
    let last = |wanted: &[u8]| bytes.windows(wanted.len()).rposition(|it| it == wanted);
    let wrap = last(b"\x1b[?7h");
    let paste = last(b"\x1b[?2004l");
    let screen = last(b"\x1b[?1049l");
    let cursor = last(b"\x1b[?25h");
    assert!(wrap.is_some() && wrap < paste && paste < screen && screen < cursor);
    for mode in ["\x1b[?7l", "\x1b[?2004h", "\x1b[?1049h"] {
        assert!(last(mode.as_bytes()) < wrap, "{mode:?} is set at the end");
    }
}

#[test]
fn a_stop_gives_the_terminal_back_and_going_on_takes_it_again() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::begin(home.path(), 80, 24);
    window.press(SENTENCE);
    let before = (window.terminal.text(), window.terminal.cursor());
    // A stop that the program foresees it comes back from by itself, and by the signal that it goes on.
    for (stop, n_taken) in [(Signal::TSTP, 2), (Signal::STOP, 1)] {
        window.terminal.signal(stop);
        window.terminal.wait_stopped();
        if stop == Signal::TSTP {
            window.terminal.wait_for_answer(
                |_, answer| answer.ends_with(b"\x1b[?25h"),
                "the terminal to be given back",
            );
            check_given_back(&window);
        }
        window.terminal.signal(Signal::CONT);
        let takes = b"\x1b[?1049h";
        window.terminal.wait_for_answer(
            |_, answer| {
                let entered = answer.windows(takes.len()).filter(|it| it == takes);
                entered.count() == n_taken && ends_a_frame(answer)
            },
            "the terminal to be taken again",
        );
        assert_eq!(
            (window.terminal.text(), window.terminal.cursor()),
            before,
            "{stop:?}"
        );
        assert!(window.terminal.cursor_visible());
    }
    window.press("好");
    assert_eq!(window.open_text(), format!("{SENTENCE}好"));
}

/// An Enter on an empty text moves on, one on a button presses it. Held down, it comes to rest.
#[test]
fn a_held_enter_does_not_run_through_the_report() {
    let home = tempfile::tempdir().unwrap();
    let roles = [Role::Opening, Role::Case, Role::Text, Role::Closing];
    let section = |role| OutlineSection {
        role,
        title: String::new(),
        text: String::new(),
        not_written: None,
    };
    let outline = Outline {
        template: "self-review-zh".to_owned(),
        title: "报告".to_owned(),
        sections: roles.into_iter().map(section).collect(),
        ..Outline::default()
    };
    create(home.path(), outline.clone());
    let mut window = Window::resume(home.path(), 80, 24);
    assert_eq!(window.focus(), Focus::Question("开头".into()));
    // Longer than what tells a deliberate Enter from a repeated one.
    let pause = Duration::from_millis(160);
    thread::sleep(pause);
    window.send(&ENTER.repeat(200));
    window.press(REPAINT);
    window.wait("the row of buttons", vt100::Screen::hide_cursor);
    assert_eq!(window.focus(), Focus::Button("下一部分".into()));
    // Over a slow line the repetition has pauses: it presses the button, and rests in the text that this leads to.
    for _ in 0..8 {
        thread::sleep(pause);
        window.press(ENTER);
    }
    assert_eq!(window.focus(), Focus::Question("典型案例".into()));
    assert!(window.leave().success());
    assert_eq!(Outline::of(&stored(home.path()).draft), outline);
}

#[test]
fn answers_of_the_terminal_are_not_typed() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::begin(home.path(), 80, 24);
    window.press("甲");
    window.send("\x1b[?61;4;6;52c\x1b[24;80R\x1b]11;rgb:0000/0000/0000\x07\x1bP1$r0m\x1b\\");
    window.press("乙");
    assert_eq!(window.open_text(), "甲乙");
}

#[test]
fn the_header_counts_what_is_handed_in_also_after_a_pause() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::begin(home.path(), 80, 24);
    window.press(TAB);
    window.push("下一部分");
    window.push("下一个方面");
    window.press("一件事没有办完");
    window.push("再写问题");
    // The ordinals that two problems have go with the last word of the second.
    window.press_all(&["二", BACKSPACE]);
    wait_for_a_pause(home.path());
    window.press(TAB);
    let characters = desk::characters(&stored(home.path()).draft);
    assert_eq!(window.total(), characters);
}

/// Every control sequence of a whole session is one of those that every terminal knows and that ask nothing.
#[test]
fn nothing_is_asked_of_the_terminal_and_no_mode_is_set_but_four() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::begin(home.path(), 80, 24);
    walk(&mut window, |window, _| window.press(REPAINT));
    window.resize(40, 10);
    window.resize(120, 40);
    window.terminal.signal(Signal::TSTP);
    window.terminal.wait_stopped();
    window.terminal.signal(Signal::CONT);
    window.wait("everything drawn anew", vt100::Screen::alternate_screen);
    window.send(INTERRUPT);
    window.wait_text("再按一次 Ctrl+C 退出");
    window.send(INTERRUPT);
    assert!(window.wait_exit().success());
    let bytes = window.terminal.bytes();
    let text = String::from_utf8(bytes).expect("the program writes UTF-8");
    for sequence in text.split('\x1b').skip(1) {
        let n = sequence
            .find(|it: char| it.is_ascii_alphabetic())
            .unwrap_or(0);
        let (parameters, last) = sequence.split_at(n);
        let known = match (parameters, last.chars().next()) {
            ("[2", Some('J')) | ("[?25" | "[?7" | "[?1049" | "[?2004", Some('h' | 'l')) => true,
            // Where the cursor goes, and how letters look.
            (parameters, Some('H' | 'm')) => {
                let numbers = parameters.strip_prefix('[');
                numbers.is_some_and(|it| it.chars().all(|it| it.is_ascii_digit() || it == ';'))
            }
            _ => false,
        };
        let shown: String = sequence.chars().take(20).collect();
        assert!(known, "ESC {shown:?}");
    }
    let is_control = |it: &char| it.is_control() && !matches!(it, '\x1b' | '\r' | '\n');
    assert_eq!(text.chars().find(is_control), None);
}

/// What the program says itself has the same width in every terminal.
#[test]
fn no_sign_of_the_screens_is_of_ambiguous_width() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::begin(home.path(), 80, 24);
    let mine = "“”——……";
    walk(&mut window, |window, place| {
        let text = window.terminal.text();
        for it in text.chars().filter(|it| *it != '\n' && !mine.contains(*it)) {
            assert_eq!(it.width(), it.width_cjk(), "{it:?} on {place}");
        }
    });
}

/// In any size the program stays alive, and where there is room for a text, its cursor is seen in it.
#[test]
fn no_size_is_too_small() {
    let home = tempfile::tempdir().unwrap();
    let mut window = Window::begin(home.path(), 80, 24);
    walk(&mut window, |window, place| {
        // A notice goes with the next key, and a change of size is followed by one.
        window.press(REPAINT);
        let (before, cursor) = (window.terminal.text(), window.terminal.cursor());
        let shows_cursor = window.terminal.cursor_visible();
        for (columns, rows) in [
            (1, 1),
            (2, 1),
            (1, 2),
            (7, 3),
            (19, 4),
            (20, 5),
            (59, 15),
            (300, 100),
        ] {
            window.resize(columns, rows);
            assert_eq!(window.terminal.cursor_visible(), shows_cursor, "{place}");
        }
        window.resize(80, 24);
        assert_eq!(window.terminal.text(), before, "{place}");
        assert_eq!(window.terminal.cursor(), cursor, "{place}");
    });
}

/// Waits until the program has noticed a pause: it then writes down where the caret is.
#[track_caller]
fn wait_for_a_pause(home: &Path) {
    for _ in 0..10_000 {
        let stored = stored(home);
        if stored.tail.last().is_some_and(|it| it.place.is_some()) {
            return;
        }
        thread::sleep(Duration::from_millis(2));
    }
    panic!("no pause was noticed");
}

/// The places that a walk through all screens stops at.
fn walk(window: &mut Window, mut look: impl FnMut(&mut Window, &str)) {
    let to_first_screen = |window: &mut Window| {
        window.menu(&["设置", "放下这份"]);
    };
    look(window, "the opening");
    window.press("甲乙丙“丁”——戊……");
    look(window, "a text");
    window.press(INTERRUPT);
    look(window, "a notice");
    for part in ["（一）", "结尾"] {
        window.menu(&["目录", part]);
        look(window, part);
    }
    window.press(BACK_TAB);
    look(window, "the question before");
    window.menu(&["目录", "（一）"]);
    window.press("一件事没有办完");
    window.go_to("原因");
    window.press("没有早作打算");
    window.go_to("措施");
    window.press("月初列出清单");
    window.push("再加原因");
    look(window, "a choice");
    window.press(DOWN);
    look(window, "another line of it");
    for path in [
        &[][..],
        &["目录"],
        &["目录", "挪动"],
        &["目录", "挪动", "（一）"],
        &["成文"],
        &["成文", "看一遍全文"],
        &["成文", "复制一部分"],
        &["查找"],
        &["检查"],
        &["目录", "问题、原因"],
        &["撤销", "选择"],
        &["这一项"],
        &["这一项", "不写"],
        &["设置"],
        &["设置", "按键说明"],
    ] {
        window.menu(path);
        look(window, &format!("the menu, {path:?}"));
        // As often as there are levels.
        for _ in 0..5 {
            if window.focus() == Focus::Elsewhere {
                window.press(ESCAPE);
            }
        }
    }
    window.press(HELP);
    look(window, "the keys");
    window.press(PAGE_DOWN);
    look(window, "more keys");
    window.press(HELP);
    to_first_screen(window);
    look(window, "the first screen");
    window.choose("新写一份");
    look(window, "what it follows");
    window.choose("不，从头写");
    look(window, "the kinds");
    window.choose("个人述职");
    look(window, "the year");
    window.press(ENTER);
    look(window, "the name");
    window.press_all(&[ENTER, "甲"]);
    to_first_screen(window);
    window.choose("打开别的草稿");
    look(window, "the drafts");
    window.press(ENTER);
    look(window, "a draft");
    window.choose("删掉");
    look(window, "the question before deleting");
}

fn opening(stored: &Recovered) -> String {
    let sections = &stored.draft.sections;
    let opening = sections.iter().find(|it| it.role == Role::Opening);
    opening.map_or(String::new(), |it| it.text.clone())
}

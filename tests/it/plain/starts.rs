//! Which face a run begins with: words of the command line, the environment, the settings, the terminal and its window.

use std::path::Path;

use portable_pty::CommandBuilder;
use pouxi::settings::{Setting, keep, load};

use super::Lines;
use crate::harness::Bench;
use crate::stage::Stage;
use crate::terminal::Terminal;
use crate::update::report;
use crate::window::create;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Full,
    Lines,
}

/// Starts with these words and variables in a terminal of this size.
fn start(home: &Path, words: &[&str], variables: &[(&str, &str)], size: (u16, u16)) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
    command.args(["--lang", "zh", "--home"]);
    command.arg(home);
    command.args(words);
    for (name, value) in variables {
        command.env(name, value);
    }
    Terminal::start(command, size.0, size.1)
}

#[track_caller]
fn check(home: &Path, words: &[&str], variables: &[(&str, &str)], face: Face) {
    let mut terminal = start(home, words, variables, (80, 24));
    match face {
        Face::Full => terminal.wait_for(vt100::Screen::alternate_screen, "the full screen"),
        Face::Lines => {
            // The number is in every encoding the same.
            terminal.wait_text("[1]");
            assert!(!terminal.alternate_screen(), "{words:?} {variables:?}");
        }
    }
    terminal.kill();
    terminal.wait_exit();
}

#[test]
fn the_nearest_word_decides() {
    use Face::{Full, Lines};
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    check(home, &[], &[], Full);
    check(home, &["--plain"], &[], Lines);
    check(home, &[], &[("POUXI_PLAIN", "1")], Lines);
    check(home, &[], &[("ACCESSIBLE", "1")], Lines);
    check(
        home,
        &[],
        &[("ACCESSIBLE", "1"), ("POUXI_PLAIN", "0")],
        Full,
    );
    check(home, &[], &[("TERM", "dumb"), ("POUXI_PLAIN", "0")], Lines);
    check(
        home,
        &[],
        &[("LC_ALL", "zh_CN.GBK"), ("POUXI_PLAIN", "0")],
        Lines,
    );
    keep(home, Setting::Lines(true)).unwrap();
    check(home, &[], &[], Lines);
    check(home, &[], &[("POUXI_PLAIN", "0")], Full);
    check(home, &["--plain"], &[("POUXI_PLAIN", "0")], Lines);
    check(home, &[], &[("ACCESSIBLE", "0")], Lines);
}

#[test]
fn no_script_depends_on_the_setting() {
    let bench = Bench::new();
    keep(&bench.home(), Setting::Lines(true)).unwrap();
    bench.run(["resume", "last"]).failed(2);
    bench.run_with(["--plain"], "：退出\n".as_bytes()).done();
}

#[test]
fn the_setting_is_made_in_both_faces() {
    for (keys, lines) in [
        (
            "<esc><pick:设置><pick:每次都用逐行>",
            vec!["：设置", ">每次都用逐行"],
        ),
        (
            "<esc><pick:设置><pick:每次都用逐行><pick:每次都用逐行>",
            vec!["：设置", ">每次都用逐行", ">每次都用逐行"],
        ),
    ] {
        let mut full = Stage::writing(report());
        full.press(keys);
        let mut by_lines = Lines::writing(report());
        by_lines.script(&lines);
        assert!(full.asked.iter().any(|it| it == "keep Lines(true)"));
        assert_eq!(full.asked, by_lines.stage.asked);
        assert_eq!(full.model.lines, by_lines.stage.model.lines);
    }
    // Also before there is a report.
    let mut lines = Lines::new(Vec::new());
    lines.script(&["：设置", ">每次都用逐行"]);
    assert_eq!(lines.stage.asked, ["keep Lines(true)"]);
}

#[test]
fn what_is_set_by_lines_holds_at_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    create(home.path(), report());
    let mut terminal = start(home.path(), &["--plain", "resume", "last"], &[], (80, 24));
    terminal.wait_text("选几？[4]");
    terminal.send("：设置\r");
    terminal.wait_text("每次都用逐行方式（朗读）：不是");
    let row = terminal
        .text()
        .lines()
        .find(|it| it.contains("每次都用逐行方式"))
        .unwrap()
        .to_owned();
    let number = row.split(' ').next().unwrap();
    terminal.send(&format!("{number}\r"));
    terminal.wait_text("每次都用逐行方式（朗读）：是");
    terminal.send("：退出\r");
    assert!(terminal.wait_exit().success());
    assert!(load(home.path()).settings.lines);
    check(home.path(), &[], &[], Face::Lines);
}

#[test]
fn a_window_too_small_is_asked_about() {
    let home = tempfile::tempdir().unwrap();
    create(home.path(), report());
    for size in [(18, 10), (60, 4)] {
        for (answer, face) in [
            ("\r", Face::Lines),
            ("１\r", Face::Lines),
            ("2\r", Face::Full),
        ] {
            let mut terminal = start(home.path(), &["resume", "last"], &[], size);
            // The first line may have left a window of so few rows.
            terminal.wait_for_answer(
                |_, bytes| {
                    let text = String::from_utf8_lossy(bytes);
                    text.contains(&format!("窗口只有{}列{}行", size.0, size.1))
                        && text.contains("[1] ")
                },
                "the question",
            );
            assert!(!terminal.alternate_screen());
            terminal.send(answer);
            match face {
                Face::Full => {
                    terminal.wait_for(vt100::Screen::alternate_screen, "the full screen");
                }
                Face::Lines => terminal.wait_for_answer(
                    |_, bytes| String::from_utf8_lossy(bytes).contains("[4] "),
                    "the open text",
                ),
            }
            terminal.kill();
            terminal.wait_exit();
        }
    }
}

#[test]
fn whoever_is_asked_can_leave() {
    let home = tempfile::tempdir().unwrap();
    create(home.path(), report());
    for (answer, code) in [("：退出\r", 0), ("\u{4}", 0), ("\u{3}", 130)] {
        let mut terminal = start(home.path(), &["resume", "last"], &[], (18, 4));
        terminal.wait_for_answer(
            |_, bytes| String::from_utf8_lossy(bytes).contains("[1] "),
            "the question",
        );
        terminal.send(answer);
        assert_eq!(terminal.wait_exit().exit_code(), code, "{answer:?}");
    }
    // Whoever asked for lines is not asked again.
    let mut terminal = start(home.path(), &["--plain", "resume", "last"], &[], (18, 4));
    terminal.wait_for_answer(
        |_, bytes| String::from_utf8_lossy(bytes).contains("[4] "),
        "the open text",
    );
    assert!(!String::from_utf8_lossy(&terminal.bytes()).contains("窗口只有"));
    terminal.kill();
    terminal.wait_exit();
}

//! The bytes themselves: what a screen reader, a dumb terminal and a pipe are given.

use portable_pty::CommandBuilder;

use crate::harness::Bench;
use crate::terminal::Terminal;
use crate::update::report;
use crate::window::create;

/// Goes through most of what there is to hear.
const TOUR: &str = "：帮助\n：目录\n4\n：读\n：例子\n：位置\n：检查\n1\n2\n\n：查找 甲\n：菜单\n：设置\n：成文\n1\n\n\
                    ：版本\n：这一项\n：撤销\n：退出\n";

#[test]
fn a_pipe_gets_lines_and_nothing_else() {
    for lang in ["zh", "en"] {
        let bench = Bench::new();
        let id = create(&bench.home(), report());
        let out = bench
            .run_with(["--plain", "--lang", lang, "resume", &id], TOUR.as_bytes())
            .done();
        check_bytes(out.as_bytes());
        check_lines(&out);
    }
}

#[test]
fn a_dumb_terminal_gets_no_sequences() {
    let mut terminal = open("dumb");
    for line in TOUR.lines() {
        terminal.send(line);
        terminal.send("\r");
    }
    assert!(terminal.wait_exit().success());
    check_bytes(&terminal.bytes());
}

#[test]
fn a_terminal_gets_what_the_line_editor_needs() {
    let mut terminal = open("xterm-256color");
    for line in TOUR.lines() {
        terminal.send(line);
        terminal.send("\r");
    }
    assert!(terminal.wait_exit().success());
    let bytes = terminal.bytes();
    let text = String::from_utf8_lossy(&bytes);
    // Erasing the rest of the line, moving within it, telling pastes apart: no other screen, no colours, no places,
    // and no questions to the terminal.
    for sequence in text.split('\u{1b}').skip(1) {
        let sequence = sequence
            .strip_prefix('[')
            .expect("a sequence of a known kind");
        let known = sequence.starts_with("?2004h")
            || sequence.starts_with("?2004l")
            || sequence
                .trim_start_matches(|it: char| it.is_ascii_digit() || it == ';')
                .starts_with(['K', 'J', 'A', 'B', 'C', 'D']);
        let beginning: String = sequence.chars().take(10).collect();
        assert!(known, "{beginning:?}");
    }
    check_signs(&text);
}

fn open(term: &str) -> Terminal {
    let home = tempfile::tempdir().unwrap();
    let id = create(home.path(), report());
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
    command.args(["--plain", "--lang", "zh", "--home"]);
    command.arg(home.keep());
    command.args(["resume", &id]);
    command.env("TERM", term);
    let terminal = Terminal::start(command, 80, 24);
    terminal.wait_text("选几？");
    terminal
}

/// No control characters but ends of lines and what a terminal takes a sign back with; so no sequences either.
fn check_bytes(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("what is written is text");
    let is_plain = |it: char| !it.is_control() || matches!(it, '\n' | '\r');
    let odd: Vec<char> = text.chars().filter(|it| !is_plain(*it)).collect();
    assert!(odd.is_empty(), "{odd:?}");
    check_signs(text);
}

/// Nothing is drawn: no boxes, no bars, no dots that turn.
fn check_signs(text: &str) {
    let drawn = |it: &char| matches!(it, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}');
    assert_eq!(text.chars().find(drawn), None);
}

/// Every line can be heard by itself: none is empty, none is said twice in a row.
fn check_lines(out: &str) {
    let lines: Vec<&str> = out.lines().collect();
    for pair in lines.windows(2) {
        assert!(
            !pair[0].trim().is_empty(),
            "an empty line before {:?}",
            pair[1]
        );
        assert_ne!(pair[0], pair[1]);
    }
    // What is hinted at is hinted at once.
    for hint in ["随时可以输入", "at any time"] {
        assert!(out.matches(hint).count() <= 1, "{hint}");
    }
}

//! The bytes themselves: what a screen reader, a dumb terminal and a pipe are given.

use portable_pty::CommandBuilder;

use crate::harness::Bench;
use crate::terminal::Terminal;
use crate::update::report;
use crate::window::create;

/// Goes through most of what there is to hear.
pub(super) const TOUR: &str = "：帮助\n：目录\n4\n：读\n：例子\n：位置\n：检查\n1\n2\n\n：查找 甲\n：菜单\n：设置\n：成文\n1\n\n\
                    ：版本\n：这一项\n：选\n没有的\n1\n1\n：选 1\n4\n新的甲。\n：选 甲\n2\n：放回\n0\n：选 全部\n3\n\n：选 1\n9\n7\n\
                    ：读全文\n99\n3\n1\n：回去\n\n：回去\n：设置\n：撤销\n：退出\n";

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
        // What was wrong is told by a word at the start: a passage, two numbers, and a way back that is none.
        let word = if lang == "zh" { "错误：" } else { "Error: " };
        let n_wrong = out.lines().filter(|it| it.contains(word)).count();
        assert!(n_wrong >= 4, "{out}");
        for line in out.lines().filter(|it| it.contains(word)) {
            // On a pipe the question stands before it in its line.
            let at = line.find(word).expect("it was looked for");
            let before = &line.get(..at).expect("a boundary").trim_end();
            assert!(before.is_empty() || before.ends_with(['>', ']']), "{line}");
        }
    }
}

#[test]
fn a_copy_writes_nothing_into_a_pipe() {
    let bench = Bench::new();
    let id = create(&bench.home(), report());
    let script =
        format!("printf '：复制\\n：退出\\n' | TERM=xterm-256color \"$POUXI\" --plain resume {id}");
    let out = bench.shell(&script).done();
    assert!(out.contains("无法复制"), "{out}");
    check_bytes(out.as_bytes());
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
        // A copy that was asked for goes through the terminal (OSC 52), where there is no other way.
        if sequence.starts_with("]52;c;") || sequence.starts_with('\\') {
            continue;
        }
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
    for hint in [
        "随时可以输入",
        "at any time",
        "输入句子的号码",
        "Give the number of a sentence",
        "就放在那一句后面",
        "puts it behind that sentence",
        "到要放的那一项去",
        "Go to the text where it belongs",
        "输入[：回去]",
        "':return' goes back",
    ] {
        assert!(out.matches(hint).count() <= 1, "{hint}");
    }
}

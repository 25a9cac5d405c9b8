//! How a run ends, and what is kept of it: ends of input, signals in the middle of a line, lines that the kernel would
//! cut, and the change to the full screen and back.

#![expect(
    clippy::disallowed_methods,
    reason = "the note of a failure is looked at"
)]

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::harness::Bench;
use crate::terminal::Terminal;
use crate::update::report;
use crate::window::{create, stored};

struct Run {
    home: tempfile::TempDir,
    terminal: Terminal,
}

/// Opens the report in the line mode, at its opening, in a terminal of this name.
fn open(term: &str) -> Run {
    open_with(term, None)
}

/// The same, to fail after so many lines.
fn open_with(term: &str, fails: Option<&str>) -> Run {
    let home = tempfile::tempdir().unwrap();
    let id = create(home.path(), report());
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
    command.args(["--plain", "--lang", "zh", "--home"]);
    command.arg(home.path());
    command.args(["resume", &id]);
    command.env("TERM", term);
    if let Some(fails) = fails {
        command.env("POUXI_FAILS", fails);
    }
    let terminal = Terminal::start(command, 80, 24);
    terminal.wait_text("选几？[4]");
    Run { home, terminal }
}

impl Run {
    fn opening(&self) -> String {
        stored(self.home.path()).draft.sections[0].text.clone()
    }

    /// Chooses to write on.
    fn write(&mut self) {
        self.terminal.send("1\r");
        self.terminal.wait_text("\n>");
    }

    fn code(&self) -> u32 {
        self.terminal.wait_exit().exit_code()
    }
}

#[test]
fn a_line_being_typed_survives_a_signal() {
    for term in ["xterm-256color", "dumb"] {
        for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129)] {
            let mut run = open(term);
            run.write();
            run.terminal.send("确认过的。\r");
            run.terminal.send("写了一半");
            run.terminal.wait_text("写了一半");
            run.terminal.signal(signal);
            assert_eq!(run.code(), code, "{term}");
            assert_eq!(
                run.opening(),
                "开\n确认过的。\n写了一半",
                "{term} {signal:?}"
            );
            assert!(run.terminal.contains("正在写的这一行"));
        }
    }
}

#[test]
fn the_end_of_the_input_saves_and_leaves() {
    for term in ["xterm-256color", "dumb"] {
        for (key, code) in [("\u{4}", 0), ("\u{3}", 130)] {
            let mut run = open(term);
            run.write();
            run.terminal.send("一段。\r");
            run.terminal.wait_text("一段。\n>");
            run.terminal.send(key);
            assert_eq!(run.code(), code, "{term}");
            assert_eq!(run.opening(), "开\n一段。");
            assert!(!stored(run.home.path()).has_unsaved_changes());
        }
    }
}

#[test]
fn a_closed_terminal_loses_nothing() {
    let mut run = open("xterm-256color");
    run.write();
    run.terminal.send("一段。\r");
    run.terminal.wait_text("一段。\n>");
    run.terminal.close();
    run.terminal.wait_exit();
    assert_eq!(run.opening(), "开\n一段。");
}

#[test]
fn a_long_line_is_not_cut() {
    // 19,200 bytes: the kernel's own lines end at 4,095.
    let line: String = (0..6_400_u32)
        .filter_map(|it| char::from_u32(0x4e00 + it * 3))
        .collect();
    for term in ["xterm-256color", "dumb"] {
        let mut run = open(term);
        run.write();
        run.terminal.send(&line);
        run.terminal.send("\r.\r");
        run.terminal.wait_text("6,401字");
        run.terminal.send("：退出\r");
        assert_eq!(run.code(), 0);
        assert_eq!(run.opening(), format!("开\n{line}"), "{term}");
    }
    let bench = Bench::new();
    let id = create(&bench.home(), report());
    let script = format!("1\n{line}\n.\n：退出\n");
    let out = bench
        .run_with(["--plain", "resume", &id], script.as_bytes())
        .done();
    assert!(out.contains("6,401字"));
}

#[test]
fn a_failure_leaves_a_note_and_every_confirmed_line() {
    for term in ["xterm-256color", "dumb"] {
        let mut run = open_with(term, Some("lines 3"));
        run.write();
        run.terminal.send("确认过的一段。\r");
        run.terminal.wait_text("确认过的一段。\n>");
        run.terminal.send("又一段。\r");
        run.terminal.wait_text("又一段。\n>");
        run.terminal.send("这一行出错。\r");
        assert_eq!(run.code(), 101, "{term}");
        assert_eq!(run.opening(), "开\n确认过的一段。\n又一段。");
        let note = run.home.path().join("crash-note.txt");
        let text = std::fs::read_to_string(&note).unwrap();
        assert!(text.contains("fuse.rs"), "{text}");
        assert!(!text.contains("一段") && !text.contains("出错"), "{text}");
        let bytes = run.terminal.bytes();
        let told = String::from_utf8_lossy(&bytes);
        let line = told.lines().find(|it| it.starts_with("错误：程序出错了"));
        let line = line.unwrap_or_else(|| panic!("{told}"));
        assert!(line.contains(&note.display().to_string()), "{line}");
        assert!(!told.contains("panicked"), "{told}");
        // Nothing of the full screen is written to a terminal that never showed it.
        assert!(!told.contains("\u{1b}[?1049l") && !told.contains("\u{1b}[?25h"));
        let (before, now) = run.terminal.line_settings();
        assert_eq!(before, now, "{term}");
    }
}

#[test]
fn a_sign_is_taken_back_whole() {
    let mut run = open("dumb");
    run.write();
    run.terminal.send("甲乙\u{7f}丙e\u{301}\u{7f}\u{1b}[D丁\r");
    run.terminal.wait_text("丁\n>");
    run.terminal.send("\u{4}");
    assert_eq!(run.code(), 0);
    assert_eq!(run.opening(), "开\n甲丙丁");
}

#[test]
fn there_and_back_between_the_faces() {
    let mut run = open("xterm-256color");
    run.write();
    run.terminal.send("先逐行写。\r");
    run.terminal.wait_text("\n>");
    run.terminal.send("：全屏\r");
    run.terminal
        .wait_for(vt100::Screen::alternate_screen, "the full screen");
    run.terminal.wait_text("先逐行写。");
    run.terminal.send("再全屏写。");
    run.terminal.wait_text("再全屏写。");
    run.terminal.send("\u{1b}");
    run.terminal.wait_text("继续写");
    run.terminal.send("8");
    run.terminal.wait_text("换成逐行方式");
    run.terminal.send("9");
    run.terminal.wait_text("现在是逐行方式");
    run.terminal.wait_text("选几？[4]");
    run.write();
    run.terminal.send("又逐行写。\r");
    run.terminal.wait_text("又逐行写。\n>");
    run.terminal.signal(Signal::TERM);
    assert_eq!(run.code(), 143);
    assert_eq!(run.opening(), "开\n先逐行写。再全屏写。\n又逐行写。");
}

#[test]
fn a_pipe_that_ends_in_the_middle_saves() {
    let bench = Bench::new();
    let id = create(&bench.home(), report());
    let out = bench.run_with(["--plain", "resume", &id], "1\n一段。\n没有换行".as_bytes());
    assert!(out.done().contains("输入结束"));
    let text = stored(&bench.home()).draft.sections[0].text.clone();
    assert_eq!(text, "开\n一段。\n没有换行");
}

#[test]
fn two_windows_do_not_write_at_once() {
    let bench = Bench::new();
    let id = create(&bench.home(), report());
    let first = open_on(&bench, &id);
    first.wait_text("选几？[4]");
    let out = bench
        .run_with(
            ["--plain", "resume", &id],
            "2\n1\n接过来写的。\n。\n：退出\n".as_bytes(),
        )
        .done();
    assert!(
        out.contains("正在另一个窗口里打开") && out.contains("已保存"),
        "{out}"
    );
    let text = stored(&bench.home()).draft.sections[0].text.clone();
    assert_eq!(text, "开\n接过来写的。");
}

fn open_on(bench: &Bench, id: &str) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
    command.args(["--plain", "--lang", "zh", "--home"]);
    command.arg(bench.home());
    command.args(["resume", id]);
    command.env("TERM", "dumb");
    Terminal::start(command, 80, 24)
}

//! `doctor --terminal`: what is shown, what is asked, what is kept and what comes of it; and nothing without a terminal.

#![expect(
    clippy::disallowed_methods,
    reason = "this test reads the files that were kept"
)]

use std::fs;

use portable_pty::CommandBuilder;
use serde_json::{Value, json};

use crate::harness::{Bench, POUXI};
use crate::terminal::Terminal;

/// The questions in their order, by a piece of each.
const QUESTIONS: [(&str, &str); 7] = [
    ("看得清吗", "Can you read the words"),
    ("都显示出来了吗", "all shown"),
    ("竖线对着", "does the bar stand"),
    ("停在字母C上吗", "on the letter C"),
    ("哪一行每个词", "In which line"),
    ("贴出来了吗", "Did it come"),
    ("粘贴到这里", "Now paste"),
];

/// What a terminal between the marks of a paste sends.
const MARKED: &str = "\u{1b}[200~你好，世界 ABC\u{1b}[201~";

/// Answers the questions one after the other. Returns what was said.
fn look(bench: &Bench, lang: &str, term: &str, answers: &[(usize, &str)]) -> String {
    let mut command = CommandBuilder::new(POUXI);
    command.args(["doctor", "--terminal", "--lang", lang]);
    command.env("POUXI_HOME", bench.home());
    command.env("TERM", term);
    for name in ["TERM_PROGRAM", "TMUX", "STY", "SSH_TTY", "DISPLAY"] {
        command.env_remove(name);
    }
    let mut terminal = Terminal::start(command, 100, 60);
    for (question, answer) in answers {
        let (zh, en) = QUESTIONS[*question];
        terminal.wait_text(if lang == "zh" { zh } else { en });
        terminal.send(&format!("{answer}\r"));
    }
    assert_eq!(terminal.wait_exit().exit_code(), 0);
    let asked = terminal.bytes();
    let asked = String::from_utf8_lossy(&asked);
    // A device attributes query, a cursor report, a colour query: none of them.
    for query in ["\u{1b}[c", "\u{1b}[6n", "\u{1b}]11;?"] {
        assert!(!asked.contains(query), "{query:?}");
    }
    if term == "dumb" {
        // What a terminal that moves nothing echoes of the marks is not ours.
        for moves in ["\u{1b}[36m", "\u{1b}[8C", "\u{1b}[?2004h"] {
            assert!(!asked.contains(moves), "{moves:?}");
        }
    } else {
        assert!(asked.contains("\u{1b}[36m"), "colours are shown");
        assert!(asked.contains("\r\u{1b}[8C"), "the cursor is put on a sign");
        let last = asked.rfind("\u{1b}[?2004l");
        assert!(asked.rfind("\u{1b}[?2004h") < last, "marks are given back");
    }
    terminal.text()
}

fn all<'a>(answers: &[&'a str; 7]) -> Vec<(usize, &'a str)> {
    answers.iter().copied().enumerate().collect()
}

fn settings(bench: &Bench) -> String {
    fs::read_to_string(bench.home().join("settings.toml")).unwrap_or_default()
}

/// The terminals that `doctor --json` knows, without the times.
fn seen(bench: &Bench) -> Value {
    let said = bench.run(["doctor", "--json"]).done();
    let mut report: Value = serde_json::from_str(&said).expect("it is JSON");
    for it in report["terminals"].as_array_mut().expect("a list") {
        let it = it.as_object_mut().expect("a table");
        let time = it.remove("seen").expect("a time");
        assert!(time.as_str().expect("a text").ends_with('Z'), "{time}");
    }
    report["terminals"].take()
}

#[test]
fn what_is_seen_is_kept_and_told_again() {
    let bench = Bench::new();
    let said = look(
        &bench,
        "zh",
        "xterm-256color",
        &all(&["1", "1", "2", "1", "3", "1", MARKED]),
    );
    let kept = settings(&bench);
    assert!(kept.contains("ambiguous_width = 2"), "{kept}");
    assert!(kept.contains("colours = false"), "{kept}");
    assert!(said.contains("字宽：已存进设置"), "{said}");
    assert!(said.contains("答案记在"), "{said}");
    let good = json!([{
        "name": "xterm-256color", "here": false, "encoding": "right", "fonts": "all", "width": 2,
        "cursor": "right", "colours": "hard",
        "clipboard": [{"via": "osc52", "copied": "arrived"}], "paste": "marked",
    }]);
    assert_eq!(seen(&bench), good);

    // Looked at again: what is answered counts now, what is passed over stays.
    let said = look(
        &bench,
        "en",
        "xterm-256color",
        &all(&["2", "2", "１", "2", "1", "2", "你好，世界 ABC"]),
    );
    let kept = settings(&bench);
    assert!(kept.contains("ambiguous_width = 1"), "{kept}");
    assert!(kept.contains("colours = true"), "{kept}");
    assert!(kept.contains("theme = \"dark\""), "{kept}");
    for advice in ["Encoding:", "Fonts:", "Cursor:", "Clipboard:", "Paste:"] {
        assert!(said.contains(advice), "{advice} {said}");
    }
    let bad = json!([{
        "name": "xterm-256color", "here": false, "encoding": "garbled", "fonts": "rare_missing", "width": 1,
        "cursor": "elsewhere", "colours": "clear",
        "clipboard": [{"via": "osc52", "copied": "lost"}], "paste": "unmarked",
    }]);
    assert_eq!(seen(&bench), bad);
    let _said = look(
        &bench,
        "en",
        "xterm-256color",
        &all(&["", "1", "", "", "", "", "2"]),
    );
    let mut again = bad;
    again[0]["fonts"] = json!("all");
    again[0]["paste"] = json!("nothing");
    assert_eq!(seen(&bench), again);

    // Another terminal has answers of its own, and the doctor tells of both in words.
    let _said = look(&bench, "zh", "foot", &all(&["1", "", "", "", "", "", ""]));
    let said = bench.run(["doctor", "--lang", "en"]).done();
    for line in [
        "terminal  foot (seen ",
        "): encoding right\n",
        "terminal  xterm-256color (seen ",
        "): words garbled, rare characters shown, quotation marks 1 wide, cursor elsewhere, \
         colours clear, copies do not arrive (osc52), nothing can be pasted\n",
    ] {
        assert!(said.contains(line), "{line} {said}");
    }
}

#[test]
fn a_copy_that_did_not_arrive_is_said_the_next_time() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\", \"opening\": \"开头\"}");
    let copy = |term: &str| {
        let mut command = CommandBuilder::new(POUXI);
        command.args(["copy", &id, "--lang", "zh"]);
        command.env("POUXI_HOME", bench.home());
        command.env("TERM", term);
        for name in ["TERM_PROGRAM", "TMUX", "STY", "SSH_TTY", "DISPLAY"] {
            command.env_remove(name);
        }
        let terminal = Terminal::start(command, 200, 20);
        assert_eq!(terminal.wait_exit().exit_code(), 0);
        terminal.text()
    };
    let doubt = "看终端的那次，这样复制没有贴出来";
    let answer = |it| all(&["", "", "", "", "", it, ""]);
    assert!(!copy("xterm").contains(doubt));
    let _said = look(&bench, "zh", "xterm", &answer("2"));
    let said = copy("xterm");
    assert!(
        said.contains(doubt) && said.contains("已发送到终端"),
        "{said}"
    );
    assert!(!copy("foot").contains(doubt), "another terminal");
    let _said = look(&bench, "zh", "xterm", &answer("1"));
    assert!(!copy("xterm").contains(doubt), "it came the second time");
}

#[test]
fn what_is_not_answered_is_not_kept() {
    let bench = Bench::new();
    let said = look(&bench, "zh", "xterm", &all(&[""; 7]));
    assert_eq!(settings(&bench), "");
    assert!(!bench.home().join("terminals.json").exists());
    assert!(!said.contains("答案记在"), "{said}");
}

#[test]
fn a_simple_terminal_is_shown_what_it_can_show() {
    let bench = Bench::new();
    // No cursor, no colours, and nothing is copied, so that only four questions are left.
    let answers = [(0, "1"), (1, "2"), (2, "1"), (6, "你好")];
    let said = look(&bench, "en", "dumb", &answers);
    assert!(said.contains("TERM=dumb"), "{said}");
    let expected = json!([{
        "name": "dumb", "here": false, "encoding": "right", "fonts": "rare_missing", "width": 1,
        "cursor": null, "colours": null, "clipboard": [], "paste": "unmarked",
    }]);
    assert_eq!(seen(&bench), expected);
}

#[test]
fn without_a_terminal_nobody_is_asked() {
    let bench = Bench::new();
    for plain in [&[][..], &["--plain"]] {
        let words = ["doctor", "--terminal", "--lang", "en"];
        let said = bench.run(words.iter().chain(plain)).failed(2);
        assert!(
            said.contains("there is no terminal here to look at"),
            "{said}"
        );
        assert!(said.contains("doctor --json"), "{said}");
    }
    assert!(!bench.home().join("terminals.json").exists());
}

#[test]
fn a_file_of_answers_that_cannot_be_read_stops_nothing() {
    let bench = Bench::new();
    let _id = bench.draft("{\"title\": \"甲\"}");
    let path = bench.home().join("terminals.json");
    for (text, said) in [
        ("坏", "cannot be understood"),
        ("{\"format\": 9}", "a newer program wrote it (format 9)"),
    ] {
        fs::write(&path, text).expect("the folder is ours");
        let out = bench.run(["doctor", "--lang", "en"]).done();
        assert!(out.contains(said) && out.starts_with("note "), "{out}");
        let report: Value =
            serde_json::from_str(&bench.run(["doctor", "--json"]).done()).expect("it is JSON");
        assert_eq!(report["findings"][0]["kind"], "terminals");
        assert_eq!(report["findings"][0]["fault"], false);
    }
    let said = look(&bench, "en", "xterm", &all(&["1", "", "", "", "", "", ""]));
    assert!(said.contains("could not be kept"), "{said}");
    assert_eq!(
        fs::read_to_string(&path).expect("it is there"),
        "{\"format\": 9}"
    );
}

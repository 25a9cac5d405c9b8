//! `doctor --terminal`: what is shown, what is asked, what is kept; and nothing without a terminal.

#![expect(
    clippy::disallowed_methods,
    reason = "this test reads the settings that were kept"
)]

use std::fs;

use portable_pty::CommandBuilder;

use crate::harness::{Bench, POUXI};
use crate::terminal::Terminal;

/// Answers the questions one after the other, and returns what was said and the settings that are kept.
fn answered(lang: &str, answers: [&str; 6]) -> (String, String) {
    let bench = Bench::new();
    let mut command = CommandBuilder::new(POUXI);
    command.args(["doctor", "--terminal", "--lang", lang]);
    command.env("POUXI_HOME", bench.home());
    let mut terminal = Terminal::start(command, 100, 50);
    let questions = match lang {
        "zh" => [
            "看得清吗",
            "都显示出来了吗",
            "竖线对着",
            "哪一行每个词",
            "贴出来了吗",
            "贴进来了吗",
        ],
        _ => [
            "Can you read the words",
            "all shown",
            "does the bar stand",
            "In which line",
            "Did it come",
            "Now paste",
        ],
    };
    for (question, answer) in questions.into_iter().zip(answers) {
        terminal.wait_text(question);
        terminal.send(&format!("{answer}\r"));
    }
    assert_eq!(terminal.wait_exit().exit_code(), 0);
    let asked = terminal.bytes();
    assert!(
        ["\u{1b}[36m", "\u{1b}[35m"]
            .iter()
            .all(|it| String::from_utf8_lossy(&asked).contains(it)),
        "colours are shown"
    );
    // A device attributes query, a cursor report, a colour query: none of them.
    for query in ["\u{1b}[c", "\u{1b}[6n", "\u{1b}]11;?"] {
        assert!(
            !String::from_utf8_lossy(&asked).contains(query),
            "{query:?}"
        );
    }
    let settings = fs::read_to_string(bench.home().join("settings.toml")).unwrap_or_default();
    (terminal.text(), settings)
}

#[test]
fn what_is_seen_is_kept() {
    let (said, settings) = answered("zh", ["1", "1", "2", "2", "1", "1"]);
    assert!(settings.contains("ambiguous_width = 2"), "{settings}");
    assert!(settings.contains("theme = \"light\""), "{settings}");
    assert!(settings.contains("colours = true"), "{settings}");
    assert!(said.contains("字宽：已存进设置"), "{said}");
    let (said, settings) = answered("en", ["2", "2", "１", "1", "2", "2"]);
    assert!(settings.contains("ambiguous_width = 1"), "{settings}");
    assert!(settings.contains("colours = true"), "{settings}");
    assert!(settings.contains("theme = \"dark\""), "{settings}");
    let (_, settings) = answered("en", ["1", "1", "", "3", "", ""]);
    assert!(settings.contains("theme = \"contrast\""), "{settings}");
    for advice in ["Encoding:", "Fonts:", "Clipboard:", "Paste:"] {
        assert!(said.contains(advice), "{said}");
    }
}

#[test]
fn what_is_not_answered_is_not_kept() {
    let (_, settings) = answered("zh", [""; 6]);
    assert_eq!(settings, "");
}

#[test]
fn without_a_terminal_nobody_is_asked() {
    let bench = Bench::new();
    let said = bench
        .run(["doctor", "--terminal", "--lang", "en"])
        .failed(2);
    assert!(said.contains("terminal"), "{said}");
}

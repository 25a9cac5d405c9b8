//! The words themselves: help, wrong words, questions, in both languages.

use std::ffi::OsString;

use clap::Command;
use portable_pty::CommandBuilder;
use pouxi::cli::command;
use pouxi::cli::help::{Both, COMMANDS};
use pouxi::locale::Lang;
use pouxi::typeset::{Ambiguous, text_width};

use crate::harness::{Bench, POUXI};
use crate::terminal::Terminal;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// Returns every command with its name, the program itself first.
fn all(command: &Command, name: &str) -> Vec<(String, Command)> {
    let mut found = vec![(name.to_owned(), command.clone())];
    for it in command.get_subcommands() {
        let name = format!("{name} {}", it.get_name());
        found.extend(all(it, name.trim()));
    }
    found
}

fn has_han(text: &str) -> bool {
    text.chars()
        .any(|it| ('\u{4e00}'..='\u{9fff}').contains(&it))
}

/// Checks a text of the help table.
fn check_text(text: Both) {
    assert!(has_han(text.zh), "{}", text.zh);
    for it in [text.zh, text.en] {
        let widths = [Ambiguous::Narrow, Ambiguous::Wide].map(|width| text_width(it, width));
        assert_eq!(widths[0], widths[1], "a sign of doubtful width: {it}");
    }
    assert!(
        !has_han(text.en.replace("(一)", "").replace("（一）", "").as_str()),
        "{}",
        text.en
    );
    assert!(
        !text.en.contains("  ") && !text.en.ends_with(' '),
        "{}",
        text.en
    );
}

#[test]
fn every_command_and_argument_has_its_help_and_nothing_else_has() {
    let known: Vec<&str> = COMMANDS.iter().map(|it| it.name).collect();
    let commands = all(&command(Lang::En), "");
    let names: Vec<&str> = commands.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, known, "in the order of the commands");
    for (help, (name, command)) in COMMANDS.iter().zip(&commands) {
        let arguments: Vec<&str> = command
            .get_arguments()
            .map(|it| it.get_id().as_str())
            .collect();
        let helped: Vec<&str> = help.arguments.iter().map(|(it, _)| *it).collect();
        assert_eq!(arguments, helped, "{name}");
        check_text(help.about);
        for text in help
            .arguments
            .iter()
            .chain(help.examples)
            .map(|(_, it)| *it)
        {
            check_text(text);
        }
        assert_eq!(
            help.details.zh.is_empty(),
            help.details.en.is_empty(),
            "{name}"
        );
        assert!(!help.examples.is_empty(), "{name}");
        assert!(
            !help.about.en.ends_with('.') && !help.about.zh.ends_with('。'),
            "{name}"
        );
    }
}

#[test]
fn every_example_can_be_typed() {
    for help in COMMANDS {
        for (line, _) in help.examples {
            let words: Vec<&str> = line.split(' ').collect();
            let parsed = command(Lang::En).try_get_matches_from(words);
            assert!(parsed.is_ok(), "{line}");
            assert!(
                line.starts_with(format!("pouxi {}", help.name).trim_end()),
                "{line}"
            );
        }
    }
}

#[test]
fn every_page_is_in_one_language_and_fits() {
    let bench = Bench::new();
    for lang in BOTH {
        let tag = if lang == Lang::Zh { "zh" } else { "en" };
        for help in COMMANDS {
            let words = help
                .name
                .split_whitespace()
                .chain(["--lang", tag, "--help"]);
            let page = bench.run(words).done();
            let foreign = match lang {
                Lang::Zh => [
                    "Usage",
                    "Options",
                    "Arguments",
                    "Commands",
                    "Print",
                    "[default",
                    "[possible",
                ],
                Lang::En => ["用法", "选项", "参数", "命令", "例子", "草稿", "文件"],
            };
            for word in foreign {
                assert!(!page.contains(word), "{page}");
            }
            for line in page.lines() {
                assert!(text_width(line, Ambiguous::Narrow) <= 80, "{line}");
                assert_eq!(line.trim_end(), line);
            }
            for (example, _) in help.examples {
                assert!(page.contains(example), "{page}");
            }
        }
    }
}

#[test]
fn help_comes_however_it_is_asked_for() {
    let bench = Bench::new();
    let page = bench.run(["new", "--help"]).done();
    for words in [
        &["new", "-h"][..],
        &["help", "new"],
        &["new", "--answers", "x", "--help"],
    ] {
        assert_eq!(bench.run(words).done(), page, "{words:?}");
    }
    assert_eq!(bench.run(["--help"]).done(), bench.run(["help"]).done());
    let version = format!("pouxi {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(bench.run(["--version"]).done(), version);
    let show = bench.run(["show", "--help", "--lang", "en"]).done();
    assert_eq!(
        show,
        "Show how far a draft has come and what is missing\n\
         \n\
         With --json it writes the whole draft, as docs/draft.schema.json describes it.\n\
         \n\
         Usage:\n\
         \u{20} pouxi show [options] <DRAFT>\n\
         \n\
         Arguments:\n\
         \u{20} <DRAFT>                 The draft: its id, the beginning of its id, its\n\
         \u{20}                         title, or last for the one used last\n\
         \n\
         Options:\n\
         \u{20} --json                  Write JSON in the shape documented in docs/cli.md\n\
         \n\
         Every command takes --home, --lang, --color, --plain, --encoding, --verbose and\n\
         --help, and --no-input: see pouxi --help.\n\
         \n\
         Examples:\n\
         \u{20} pouxi show last         The one used last\n\
         \u{20} pouxi show last --json  The whole draft\n"
    );
}

#[test]
fn wrong_words_are_told_in_both_languages() {
    let bench = Bench::new();
    for (words, zh, en) in [
        (
            &["exprot"][..],
            "错误：没有 exprot 这个命令\n提示：大概是 export。用法见 pouxi --help。\n",
            "error: there is no command exprot\nhint: It is probably meant to be export. See pouxi --help.\n",
        ),
        (
            &["new", "--titel", "x"],
            "错误：不认识 --titel\n提示：大概是 --title。用法见 pouxi new --help。\n",
            "error: --titel is not understood here\nhint: It is probably meant to be --title. See pouxi new --help.\n",
        ),
        (
            &["show"],
            "错误：还缺：<草稿>\n提示：用法见 pouxi show --help。\n",
            "error: missing: <DRAFT>\nhint: See pouxi show --help.\n",
        ),
        (
            &["rename"],
            "错误：还缺：<草稿>、<题目>\n提示：用法见 pouxi rename --help。\n",
            "error: missing: <DRAFT>, <TITLE>\nhint: See pouxi rename --help.\n",
        ),
        (
            &["show", "a", "b"],
            "错误：不认识 b\n提示：用法见 pouxi show --help。\n",
            "error: b is not understood here\nhint: See pouxi show --help.\n",
        ),
        (
            &["export", "x", "--format", "mdd"],
            "错误：--format <格式> 不能写成 mdd\n提示：大概是 md。能写的有：md、txt、txt-crlf、docx、html、json、ledger-md、ledger-csv、ledger-xlsx、ledger-docx。用法见 pouxi export --help。\n",
            "error: --format <FORMAT> cannot be mdd\n\
             hint: It is probably meant to be md. Use one of: md, txt, txt-crlf, docx, html, json, ledger-md, ledger-csv, ledger-xlsx, ledger-docx. See pouxi export --help.\n",
        ),
        (
            &["copy", "x", "--section", "two"],
            "错误：--section <N> 不能写成 two\n提示：用法见 pouxi copy --help。\n",
            "error: --section <N> cannot be two\nhint: See pouxi copy --help.\n",
        ),
        (
            &["new", "--title"],
            "错误：--title <题目> 后面要写内容\n提示：用法见 pouxi new --help。\n",
            "error: --title <TITLE> needs a value\nhint: See pouxi new --help.\n",
        ),
        (
            &["new", "--json"],
            "错误：还缺：--no-ui\n提示：用法见 pouxi new --help。\n",
            "error: missing: --no-ui\nhint: See pouxi new --help.\n",
        ),
        (
            &["list", "--json", "--json"],
            "错误：--json 只能写一次\n提示：用法见 pouxi list --help。\n",
            "error: --json can be given only once\nhint: See pouxi list --help.\n",
        ),
        (
            &["template"],
            "错误：还要写命令：list、show、check、new、add、from-notice\n提示：用法见 pouxi template --help。\n",
            "error: a command is missing: list, show, check, new, add, from-notice\nhint: See pouxi template --help.\n",
        ),
        (
            &["help", "nothing"],
            "错误：没有 nothing 这个命令\n提示：用法见 pouxi --help。\n",
            "error: there is no command nothing\nhint: See pouxi --help.\n",
        ),
    ] {
        for (lang, expected) in [("zh", zh), ("en", en)] {
            let words = words.iter().copied().chain([]);
            let all: Vec<&str> = ["--lang", lang].into_iter().chain(words).collect();
            assert_eq!(bench.run(&all).failed(2), expected, "{all:?}");
        }
    }
    let said = bench.run(["--lang", "fr", "list"]).failed(2);
    assert_eq!(
        said,
        "错误：--lang <语言> 不能写成 fr\n提示：能写的有：zh、en。用法见 pouxi list --help。\n"
    );
}

#[test]
fn words_that_are_no_utf8_are_wrong_words() {
    use std::os::unix::ffi::OsStringExt;
    let bench = Bench::new();
    let words = [OsString::from("show"), OsString::from_vec(vec![0xff])];
    assert_eq!(
        bench.run(words).failed(2),
        "错误：命令里有不是UTF-8编码的字\n提示：用法见 pouxi show --help。\n"
    );
}

#[test]
fn the_language_is_found() {
    for (variables, words, zh) in [
        (&[("LANG", "zh_CN.UTF-8")][..], &[][..], true),
        (&[("LANG", "en_US.UTF-8")], &[], false),
        (&[("LANG", "")], &[], false),
        (&[("LANG", "zh_CN"), ("LC_MESSAGES", "en_US")], &[], false),
        (
            &[("LANG", "en_US"), ("LC_ALL", ""), ("LC_MESSAGES", "zh_TW")],
            &[],
            true,
        ),
        (&[("LC_ALL", "C"), ("LC_MESSAGES", "zh_CN")], &[], false),
        (&[("LC_ALL", "zh_CN")], &["--lang", "en"], false),
        (&[("LC_ALL", "C")], &["--lang=zh"], true),
    ] {
        let mut bench = Bench::new();
        for (name, value) in variables {
            bench = bench.with(name, value);
        }
        let said = bench
            .run(words.iter().copied().chain(["show", "x"]))
            .failed(3);
        assert_eq!(has_han(&said), zh, "{variables:?} {words:?}");
        let page = bench.run(words.iter().copied().chain(["--help"])).done();
        assert_eq!(has_han(&page), zh, "{variables:?} {words:?}");
    }
}

#[test]
fn colours_are_for_terminals_and_who_wants_them() {
    let bench = Bench::new();
    let bold = "\u{1b}[1m错误：\u{1b}[0m";
    assert!(!bench.run(["show", "x"]).failed(3).contains('\u{1b}'));
    assert!(
        bench
            .run(["show", "x", "--color", "always"])
            .failed(3)
            .starts_with(bold)
    );
    let terminal = |words: &[&str], variables: &[(&str, &str)]| {
        let mut command = CommandBuilder::new(POUXI);
        command.args(words);
        command.env("POUXI_HOME", bench.home());
        for (name, value) in variables {
            command.env(name, value);
        }
        let terminal = Terminal::start(command, 80, 24);
        assert_eq!(terminal.wait_exit().exit_code(), 3);
        String::from_utf8(terminal.bytes()).expect("UTF-8")
    };
    assert!(terminal(&["show", "x", "--lang", "zh"], &[]).starts_with(bold));
    let forced = Bench::new()
        .with("CLICOLOR_FORCE", "1")
        .with("TERM", "xterm");
    assert!(forced.run(["show", "x"]).failed(3).starts_with(bold));
    let refused = Bench::new()
        .with("CLICOLOR_FORCE", "0")
        .with("TERM", "xterm");
    assert!(!refused.run(["show", "x"]).failed(3).contains('\u{1b}'));
    let both = Bench::new()
        .with("CLICOLOR_FORCE", "1")
        .with("TERM", "xterm")
        .with("NO_COLOR", "1");
    assert!(!both.run(["show", "x"]).failed(3).contains('\u{1b}'));
    for variables in [&[("NO_COLOR", "1")][..], &[("TERM", "dumb")]] {
        assert!(
            !terminal(&["show", "x"], variables).contains('\u{1b}'),
            "{variables:?}"
        );
    }
    assert!(!terminal(&["show", "x", "--color", "never"], &[]).contains('\u{1b}'));
}

#[test]
fn a_deletion_is_asked_for_once_at_a_terminal() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    let ask = |words: &[&str], key: &str| {
        let mut command = CommandBuilder::new(POUXI);
        command.args(words);
        command.env("POUXI_HOME", bench.home());
        command.env("LANG", "zh_CN.UTF-8");
        let mut terminal = Terminal::start(command, 80, 24);
        if !key.is_empty() {
            terminal.wait_text("移到回收站吗？");
            terminal.send(key);
        }
        let code = terminal.wait_exit().exit_code();
        (code, terminal.text())
    };
    let exists = || bench.run(["show", &id]).code == Some(0);
    for key in ["n", "\r", "q", "\u{1b}"] {
        let (code, text) = ask(&["delete", "甲"], key);
        assert_eq!((code, exists()), (0, true), "{key:?}");
        assert!(text.ends_with("没有删除。"), "{text}");
    }
    let (code, text) = ask(&["delete", "甲", "--no-input"], "");
    assert_eq!((code, exists()), (2, true), "{text}");
    let (code, text) = ask(&["delete", "甲"], "y");
    assert_eq!((code, exists()), (0, false));
    assert!(text.contains("已移到回收站：甲。"), "{text}");
}

#[test]
fn at_a_terminal_the_screen_opens() {
    let bench = Bench::new();
    let file = bench
        .write("a.json", "{\"title\": \"读进来的\"}")
        .display()
        .to_string();
    for words in [&[][..], &["new"], &["new", "--answers", &file], &["resume"]] {
        let mut command = CommandBuilder::new(POUXI);
        command.args(words);
        command.env("POUXI_HOME", bench.home());
        command.env("LANG", "zh_CN.UTF-8");
        let mut terminal = Terminal::start(command, 80, 24);
        let opens_draft = words.iter().any(|it| ["--answers", "resume"].contains(it));
        let what = if opens_draft { "读进来的" } else { "" };
        terminal.wait_for(
            |screen| screen.alternate_screen() && screen.contents().contains(what),
            "the screen",
        );
        terminal.kill();
        let _killed = terminal.wait_exit();
    }
    let list = bench.run(["list", "--json"]).json();
    let titles: Vec<&str> = list
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it["title"].as_str())
        .collect();
    assert!(titles.contains(&"读进来的"), "{titles:?}");
}

#[test]
fn nothing_may_be_asked_with_no_input() {
    let bench = Bench::new();
    for words in [&["new"][..], &[], &["resume"]] {
        let said = bench.run(words.iter().chain(&["--no-input"])).failed(2);
        assert!(
            said.starts_with("错误：写了 --no-input 就什么都不问") && said.contains("--answers"),
            "{said}"
        );
    }
}

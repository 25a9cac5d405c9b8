//! Streams that are not UTF-8.

use encoding_rs::{GB18030, GBK};
use portable_pty::CommandBuilder;

use crate::harness::Bench;
use crate::terminal::Terminal;
use crate::update::report;
use crate::window::{create, stored};

fn gb(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

#[test]
fn lines_come_and_go_in_gb18030() {
    let bench = Bench::new();
    let id = create(&bench.home(), report());
    let script = gb("1\n学习不够，𠮷。\n。\n：读全文\n：退出\n");
    let words = ["--plain", "--encoding", "gb18030", "resume", &id];
    let out = bench.run_bytes(words, &script);
    let text = GB18030
        .decode_without_bom_handling_and_without_replacement(&out)
        .unwrap();
    assert!(
        text.contains("学习不够，𠮷。") && text.contains("已保存"),
        "{text}"
    );
    let opening = stored(&bench.home()).draft.sections[0].text.clone();
    assert_eq!(opening, "开\n学习不够，𠮷。");
}

#[test]
fn every_place_of_a_tour_is_heard_in_gb18030() {
    let tour = super::stream::TOUR;
    let heard = |encoding: &str, script: &[u8]| {
        let bench = Bench::new();
        let id = create(&bench.home(), report());
        let words = ["--plain", "--encoding", encoding, "resume", &id];
        let home = bench.home().display().to_string();
        (bench.run_bytes(words, script), home, id)
    };
    let (bytes, home, id) = heard("gb18030", &gb(tour));
    let text = GB18030
        .decode_without_bom_handling_and_without_replacement(&bytes)
        .unwrap();
    let (plain, other_home, other_id) = heard("utf-8", tour.as_bytes());
    let plain = String::from_utf8(plain).unwrap();
    // The same words; only the folder and the id are others.
    let bare = |text: &str, home: &str, id: &str| text.replace(home, "").replace(id, "");
    assert_eq!(
        bare(&text, &home, &id),
        bare(&plain, &other_home, &other_id)
    );
    assert!(
        plain.contains("选中了") && plain.contains("接着读"),
        "{plain}"
    );
}

#[test]
fn what_the_encoding_has_not_is_told_and_kept() {
    let bench = Bench::new();
    let mut outline = report();
    outline.sections[0].text = "𠮷".to_owned();
    let id = create(&bench.home(), outline);
    let words = ["--plain", "--encoding", "gbk", "resume", &id];
    let out = bench.run_bytes(words, b"1\nabc\n.\n");
    let text = GBK.decode_without_bom_handling(&out).0;
    assert!(
        text.contains("&#134071;") && text.contains("编码里没有"),
        "{text}"
    );
    let opening = stored(&bench.home()).draft.sections[0].text.clone();
    assert_eq!(opening, "𠮷\nabc");
}

#[test]
fn commands_read_and_write_it_too() {
    let bench = Bench::new();
    let id = create(&bench.home(), report());
    let utf8 = bench
        .run(["export", &id, "--format", "txt", "-o", "-"])
        .done();
    let words = [
        "--encoding",
        "gb18030",
        "export",
        &id,
        "--format",
        "txt",
        "-o",
        "-",
    ];
    assert_eq!(bench.run_bytes(words, b""), gb(&utf8));
    // Without the option GB18030 is guessed; with it a text is not read as what it could be as well.
    let text = gb(
        "2023年度材料\n\n一、存在的主要问题\n（一）带头增强党性方面。\n一是学习不够。我学得少。\n",
    );
    let words = ["--encoding", "gb18030", "import", "-", "--dry-run"];
    let out = bench.run_bytes(words, &text);
    assert!(GB18030.decode(&out).0.contains("带头增强党性"));
    bench.run(["--encoding", "utf-16", "list"]).failed(2);
    bench.run(["--encoding", "xyz", "list"]).failed(2);
}

#[test]
fn a_terminal_of_another_encoding_is_told_so_in_ascii() {
    for (locale, line) in [
        ("zh_CN.GBK", "Terminal is not UTF-8 but GBK"),
        ("C", "Terminal may not be UTF-8"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
        command.args(["--plain", "--lang", "zh", "--home"]);
        command.arg(home.path());
        command.env("LC_ALL", locale);
        let mut terminal = Terminal::start(command, 80, 24);
        terminal.wait_text(line);
        terminal.wait_for_answer(
            |_, bytes| bytes.windows(4).any(|it| it == b"[1] "),
            "the first question",
        );
        let bytes = terminal.bytes();
        let expected = if locale == "C" {
            "剖析".into()
        } else {
            gb("剖析")
        };
        assert!(
            bytes.windows(expected.len()).any(|it| it == expected),
            "{locale}"
        );
        terminal.send("\u{4}");
        assert!(terminal.wait_exit().success());
    }
}

#[test]
fn a_question_of_the_command_line_is_asked_in_the_terminals_encoding() {
    let bench = Bench::new();
    let id = create(&bench.home(), report());
    let two = "篇一：个人对照检查材料\n一、存在的主要问题\n学习不够。\n篇二：个人发言提纲\n一、存在的主要问题\n学得不深。\n";
    let file = bench.write("two.txt", two);
    let file = file.to_str().unwrap();
    // The words of the question, what is answered, and what is said then.
    for (words, question, answer, end) in [
        (
            vec!["delete", id.as_str()],
            "移到回收站吗？",
            "n",
            "没有删除。",
        ),
        (
            vec!["import", file, "--dry-run"],
            "要哪一篇？",
            "\r",
            "个人对照检查材料",
        ),
    ] {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
        command.args(["--lang", "zh", "--home"]);
        command.arg(bench.home());
        command.args(&words);
        command.env("LC_ALL", "zh_CN.GBK");
        let mut terminal = Terminal::start(command, 80, 24);
        let asked = gb(question);
        let holds = |bytes: &[u8], piece: &[u8]| bytes.windows(piece.len()).any(|it| it == piece);
        terminal.wait_for_answer(|_, bytes| holds(bytes, &asked), question);
        terminal.send(answer);
        assert!(terminal.wait_exit().success(), "{words:?}");
        let bytes = terminal.bytes();
        assert!(holds(&bytes, &gb(end)), "{words:?}");
        assert!(!holds(&bytes, question.as_bytes()), "{words:?}");
        let text = GBK.decode(&bytes);
        assert!(!text.2, "{words:?}: not all of it is GBK: {}", text.0);
    }
}

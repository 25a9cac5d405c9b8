//! `pouxi import`: what is made, what is told, what is refused.

use serde_json::{Value, json};

use crate::harness::Bench;

const REPORT: &str = "个人对照检查材料\n\n一、存在的问题\n（一）学习方面\n一是学习不深入。比如，2021年只学了两次。\n";

/// Returns the part of an account that says where the characters went.
fn characters(account: &Value) -> [u64; 3] {
    ["source", "placed", "unplaced"].map(|it| account["characters"][it].as_u64().expect("a number"))
}

#[test]
fn a_dry_run_makes_nothing_and_says_everything() {
    let bench = Bench::new();
    let path = bench.write("a.txt", REPORT);
    let account = bench.run(["import", "a.txt", "--dry-run", "--json"]).json();
    assert_eq!(account["draft"], Value::Null);
    let [source, placed, unplaced] = characters(&account);
    let n = REPORT.chars().filter(|it| !it.is_whitespace()).count();
    assert_eq!((source, placed + unplaced), (n as u64, source));
    assert!(!bench.home().join("drafts").exists());
    assert_eq!(bench.read("a.txt"), REPORT, "{}", path.display());
    let shown = bench.run(["import", "a.txt", "--dry-run"]);
    assert_eq!(shown.code, Some(0));
    assert!(
        shown.out.starts_with("题目") && shown.out.contains("字数"),
        "{}",
        shown.out
    );
}

#[test]
fn a_dimension_without_a_title_is_called_so() {
    let bench = Bench::new();
    bench.write("a.txt", include_str!("../../fixtures/import/essay.txt"));
    let shown = bench.run(["import", "a.txt", "--dry-run"]).out;
    assert!(shown.contains("（没有标题）：3个问题"), "{shown}");
}

#[test]
fn a_draft_is_made_of_the_words() {
    let bench = Bench::new();
    bench.write("a.txt", REPORT);
    let made = bench.run(["import", "a.txt", "--lang", "en"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let id = made.out.trim_end();
    assert!(
        made.err.contains(&format!("Go on with pouxi resume {id}.")),
        "{}",
        made.err
    );
    let draft = bench.run(["show", id, "--json"]).json().to_string();
    for words in ["学习方面", "学习不深入", "2021年只学了两次"] {
        assert!(draft.contains(words), "{words}: {draft}");
    }
}

#[test]
fn standard_input_and_every_encoding_are_read_alike() {
    let bench = Bench::new();
    let words = ["import", "-", "--dry-run", "--json"];
    let plain = bench.run_with(words, REPORT.as_bytes()).json();
    let with_remarks = |bytes: &[u8]| {
        let account = bench.run_with(words, bytes).json();
        (account["characters"].clone(), account["dimensions"].clone())
    };
    let wanted = (plain["characters"].clone(), plain["dimensions"].clone());
    let windows = format!("\u{FEFF}{}", REPORT.replace('\n', "\r\n"));
    assert_eq!(with_remarks(windows.as_bytes()), wanted);
    let (gb, _, _) = encoding_rs::GB18030.encode(REPORT);
    assert_eq!(with_remarks(&gb), wanted);
    let utf16: Vec<u8> = windows.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(with_remarks(&utf16), wanted);
}

#[test]
fn the_template_is_named_or_found() {
    let bench = Bench::new();
    let template = |words: &[&str]| {
        let all = ["import", "-", "--dry-run", "--json"].iter().chain(words);
        bench.run_with(all, REPORT.as_bytes()).json()["template"].clone()
    };
    assert_eq!(template(&["--template", "zzsh-2024"]), json!("zzsh-2024"));
    assert_eq!(template(&["--template", "auto"]), template(&[]));
    let failed = bench.run_with(
        ["import", "-", "--template", "mzsh-2052"],
        REPORT.as_bytes(),
    );
    assert!(failed.failed(3).contains("mzsh-2025"));
}

#[test]
fn what_cannot_be_read_is_refused_with_what_to_do() {
    let bench = Bench::new().with("LANG", "C");
    for (bytes, words) in [
        (&b"%PDF-1.7"[..], "copy the words"),
        (b"{\\rtf1", "save it as .docx"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "save it as .docx"),
        (b"PK\x03\x04", "damaged"),
        (b" \n", "not a word"),
    ] {
        bench.write("a.bin", bytes);
        for flags in [&[][..], &["--json"], &["--dry-run"]] {
            let words_of_run = ["import", "a.bin"].iter().chain(flags);
            let said = bench.run(words_of_run).failed(4);
            assert!(said.contains(words) && said.contains("hint: "), "{said}");
        }
    }
    assert!(!bench.home().join("drafts").exists());
    let missing = bench.run(["import", "nothing.docx"]).failed(3);
    assert!(missing.contains("nothing.docx"), "{missing}");
    let folder = bench.run(["import", "."]).failed(5);
    assert!(folder.contains('.'), "{folder}");
}

#[test]
fn a_text_that_is_not_there_is_refused_with_the_list() {
    let bench = Bench::new();
    let said = bench.run_with(["import", "-", "--text", "7"], REPORT.as_bytes());
    let said = said.failed(3);
    assert!(
        said.contains("没有第7篇") && said.contains("1  个人对照检查材料"),
        "{said}"
    );
    for number in ["0", "-1", "x"] {
        let failed = bench.run_with(["import", "-", "--text", number], REPORT.as_bytes());
        assert!(matches!(failed.code, Some(2 | 3)), "{failed:?}");
    }
}

#[test]
fn hostile_words_reach_no_terminal() {
    let bench = Bench::new();
    let text = "标题\u{1b}]0;x\u{7}\n\u{9b}31m内容\u{202E}反\n";
    for words in [&["import", "-"][..], &["import", "-", "--dry-run"]] {
        let run = bench.run_with(words, text.as_bytes());
        let is_hostile = |it: char| it != '\n' && (it.is_control() || it == '\u{202E}');
        assert!(
            !run.out.contains(is_hostile) && !run.err.contains(is_hostile),
            "{run:?}"
        );
    }
}

/// Returns a draft as `show --json` gives it, without what every draft has of its own.
fn shown(bench: &Bench, id: &str) -> Value {
    let mut draft = bench.run(["show", id, "--json"]).json();
    let fields = draft.as_object_mut().expect("an object");
    // When it was written, and the checksum over that.
    for name in ["updated", "sum"] {
        assert!(fields.remove(name).is_some(), "{name}");
    }
    assert!(fields.contains_key("draft"));
    draft
}

#[test]
fn an_answer_file_is_read_as_a_new_report_reads_it() {
    let bench = Bench::new();
    // By what is in it, not by its name.
    bench.write("a.txt", super::SEED);
    let made = bench.run(["import", "a.txt", "--json"]).json();
    let imported = made["draft"].as_str().expect("an id");
    let answered = bench.draft(super::SEED);
    assert_ne!(imported, answered);
    assert_eq!(shown(&bench, imported), shown(&bench, &answered));
    let [source, placed, unplaced] = characters(&made);
    assert!(source > 5000 && placed + unplaced == source, "{made}");
    assert_eq!(made["causes"], 3, "{made}");
    // A mark in front, standard input, and a template that wins over that of the file.
    let marked = format!("\u{FEFF}\n {}", super::SEED);
    let words = [
        "import",
        "-",
        "--dry-run",
        "--json",
        "--template",
        "zzsh-2024",
    ];
    let account = bench.run_with(words, marked.as_bytes()).json();
    assert_eq!(account["template"], "zzsh-2024");
    assert_eq!(account["draft"], Value::Null);
    // There is one text in it.
    let said = bench.run(["import", "a.txt", "--text", "2"]).failed(3);
    assert!(said.contains("没有第2篇"), "{said}");
}

#[test]
fn an_answer_file_that_is_wrong_is_told_of_as_a_new_report_tells() {
    let bench = Bench::new();
    for wrong in [
        "{}x",
        "{ \"title\": 1 }",
        "{\"titel\": \"\"}",
        "{\"title\": ",
    ] {
        bench.write("a.json", wrong);
        let said = bench.run(["import", "a.json"]).failed(4);
        let by_new = bench
            .run(["new", "--no-ui", "--answers", "a.json"])
            .failed(4);
        assert_eq!(said, by_new, "{wrong}");
        assert!(said.contains("a.json") && said.contains("第1行"), "{said}");
    }
    assert!(!bench.home().join("drafts").exists());
    // Braces alone make no answer file of a text.
    bench.write("b.txt", format!("{{题目}}\n{REPORT}"));
    let account = bench.run(["import", "b.txt", "--dry-run", "--json"]).json();
    let [source, ..] = characters(&account);
    assert!(source > 30, "{account}");
}

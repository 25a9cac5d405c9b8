//! `docs/cli.md` against the program: the shapes, the commands, the exit codes.

use pouxi::cli::{Exit, command};
use pouxi::locale::Lang;
use serde_json::Value;

use super::EXAMPLE;
use crate::harness::{Bench, Output};
use crate::schema::Schema;

const PAGE: &str = include_str!("../../../docs/cli.md");
const NOTICES: &[&str] = &[
    include_str!("../../fixtures/notices/01-leads-in-one-sentence.txt"),
    include_str!("../../fixtures/notices/02-numbered-is.txt"),
    include_str!("../../fixtures/notices/10-no-dimensions.txt"),
];
const DRAFT: &str = include_str!("../../../docs/draft.schema.json");

/// Returns the shape the page gives under this name.
fn documented(name: &str) -> Value {
    let (_, rest) = PAGE
        .split_once(&format!("```json {name}\n"))
        .unwrap_or_else(|| panic!("{name} is not documented"));
    let (shape, _) = rest.split_once("```").expect("the shape ends");
    serde_json::from_str(shape).expect("the shape is JSON")
}

/// Compares a value with a documented one: the same keys in the same order of nesting, values of the same kind.
/// A documented list shows one item; a value that may be null is not compared further.
fn check(path: &str, actual: &Value, shown: &Value) {
    match (actual, shown) {
        (Value::Object(actual), Value::Object(shown)) => {
            let keys = |it: &serde_json::Map<String, Value>| it.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(actual), keys(shown), "{path}");
            for (key, value) in actual {
                check(&format!("{path}.{key}"), value, &shown[key]);
            }
        }
        (Value::Array(actual), Value::Array(shown)) => {
            for (value, shown) in actual.iter().zip(shown.iter().cycle()) {
                check(path, value, shown);
            }
        }
        (Value::Null, _) | (_, Value::Null) => {
            let may_be_null = [
                ".year",
                ".note",
                ".template",
                ".place",
                ".min",
                ".max",
                "notice.path",
                ".time",
                ".draft",
                ".alike",
                ".date",
                ".days",
                ".like",
                ".line",
                ".name",
            ];
            assert!(may_be_null.iter().any(|it| path.ends_with(it)), "{path}");
        }
        (actual, shown) => {
            assert_eq!(
                std::mem::discriminant(actual),
                std::mem::discriminant(shown),
                "{path}"
            );
        }
    }
}

fn json(output: Output) -> Value {
    let Output { out, .. } = output;
    serde_json::from_str(&out).unwrap_or_else(|it| panic!("{it}: {out}"))
}

#[test]
fn every_shape_is_as_documented() {
    let bench = Bench::new();
    bench.write("a.json", "{\"title\": \"甲\", \"opening\": \"\\u0007\"}");
    let made = json(bench.run(["new", "--no-ui", "--json", "--answers", "a.json"]));
    check("new", &made, &documented("new"));
    assert_eq!(
        made["remarks"].as_array().map(Vec::len),
        Some(1),
        "what is compared is there"
    );
    let report = "报告\n一、问题\n（一）学习方面\n一是不深。\u{7}\n二、原因\n一是懒。\n";
    for words in [
        &["import", "-", "--json"][..],
        &["import", "-", "--json", "--dry-run"],
    ] {
        let account = json(bench.run_with(words, report.as_bytes()));
        check("import", &account, &documented("import"));
        assert_ne!(account["remarks"], serde_json::json!([]));
    }
    let _said = bench.run(["delete", "报告", "--yes"]);
    ledger_shapes(&bench);
    let _emptied = bench.run(["trash", "empty", "--yes"]);
    let id = bench.draft(EXAMPLE);
    check(
        "duplicate",
        &json(bench.run(["duplicate", &id, "--json"])),
        &documented("new"),
    );
    check(
        "list",
        &json(bench.run(["list", "--json"])),
        &documented("list"),
    );
    let _said = bench.run(["delete", "last", "--yes"]).done();
    let trash = json(bench.run(["trash", "--json"]));
    assert_eq!(trash.as_array().map(Vec::len), Some(1));
    check("trash", &trash, &documented("list"));
    let shown = json(bench.run(["show", &id, "--json"]));
    check("show", &shown, &documented("show"));
    check(
        "path",
        &json(bench.run(["path", "--json"])),
        &documented("path"),
    );
    settings_shape(&bench);

    check(
        "rules",
        &json(bench.run(["rules", "--json"])),
        &documented("rules"),
    );
    for (name, end) in [("a.txt", ""), ("b.md", "\n我另有一事。"), ("c.csv", "")] {
        bench.write(name, format!("{}{end}", super::SEED_TEXT));
    }
    let reviewed = json(bench.run(["review", ".", "--drafts", "--json"]));
    for it in ["documents", "pairs", "skipped"] {
        assert_ne!(reviewed[it], serde_json::json!([]), "{it}");
    }
    check("review", &reviewed, &documented("review"));
    let _out = bench.run(["export", &id, "-o", "-"]).done();
    let versions = json(bench.run(["history", &id, "--json"]));
    check("history", &versions, &documented("history"));
    let _said = bench.run(["rename", &id, "另一个题目"]).done();
    let differences = json(bench.run(["history", "compare", &id, "1", "--json"]));
    assert_ne!(differences["texts"], serde_json::json!([]));
    check("compare", &differences, &documented("history compare"));

    bench.write(&format!("../home/drafts/{id}/.new-abc"), "半");
    let look = r#"{"terminal": "xterm", "seen": "2026-11-25T08:30:00Z", "encoding": "right", "fonts": "all", "width": 1,
        "cursor": "right", "colours": "clear", "clipboard": [{"via": "osc52", "copied": "lost"}], "paste": "marked"}"#;
    let looks = format!("{{\"format\": 1, \"terminals\": [{look}]}}");
    bench.write("../home/terminals.json", looks);
    let report = json(bench.run(["doctor", "--repair", "--json"]));
    assert_ne!(report["terminals"], serde_json::json!([]));
    assert_ne!(report["copies"], serde_json::json!([]));
    assert_ne!(report["findings"], serde_json::json!([]));
    check("doctor", &report, &documented("doctor"));

    let list = json(bench.run(["template", "list", "--json"]));
    check("list", &list, &documented("template list"));
    for it in list.as_array().expect("a list") {
        let id = it["id"].as_str().expect("an id");
        let shown = json(bench.run(["template", "show", id, "--json"]));
        check("show", &shown, &documented("template show"));
    }
    let bad = json(bench.run_with(["template", "check", "-", "--json"], b"x = 1"));
    assert_ne!(bad["faults"], serde_json::json!([]));
    check("check", &bad, &documented("template check"));
    let good = bench.run(["template", "show", "mzsh-2025"]).done();
    let good = json(bench.run_with(["template", "check", "-", "--json"], good.as_bytes()));
    check("check", &good, &documented("template check"));
    for (n, notice) in NOTICES.iter().enumerate() {
        bench.write("notice.txt", notice);
        let words = ["template", "from-notice", "notice.txt", "--json"];
        let keep = if n == 0 { &["--keep"][..] } else { &[] };
        let read = json(bench.run(words.iter().chain(keep)));
        check("notice", &read, &documented("template from-notice"));
        assert_eq!(read["path"].is_null(), n > 0);
    }
    let kept = json(bench.run(["template", "new", "mine", "--json"]));
    check("keep", &kept, &documented("template keep"));
}

fn settings_shape(bench: &Bench) {
    bench.write("../home/settings.toml", "mouze = true\n");
    let settings = json(bench.run(["settings", "--json"]));
    assert_ne!(settings["faults"], serde_json::json!([]));
    check("settings", &settings, &documented("settings"));
    bench.write("../home/settings.toml", "");
}

fn ledger_shapes(bench: &Bench) {
    let answers = r#"{"measures": [{"headline": "学习", "due": "2026年6月", "owner": "我"}, {"headline": "调研"}]}"#;
    let id = bench.draft(answers);
    bench.write(
        "l.csv",
        "措施,状态,责任人\n学习,已完成,他\n别的,已完成,他\n",
    );
    let read = json(bench.run(["import", "l.csv", "--ledger", &id, "--json", "--dry-run"]));
    assert_eq!(read["changes"].as_array().map(Vec::len), Some(2));
    check("import ledger", &read, &documented("import ledger"));
    let due = json(bench.run(["due", "--json"]));
    assert_eq!(due.as_array().map(Vec::len), Some(2));
    check("due", &due, &documented("due"));
    let _said = bench.run(["delete", &id, "--yes"]);
}

#[test]
fn what_a_check_says_is_as_documented() {
    let bench = Bench::new();
    for (name, end) in [("a.txt", ""), ("b.md", "\n我另有一事。")] {
        bench.write(name, format!("{}{end}", super::SEED_TEXT));
    }
    bench.write(
        "rubric.toml",
        include_str!("../../../docs/rubrics/example.toml"),
    );
    let scored = json(bench.run(["check", "a.txt", "--json", "--rubric", "rubric.toml"]));
    assert_ne!(scored["score"]["hard"], serde_json::json!([]));
    check("score", &scored["score"], &documented("check score"));
    let words = ["check", "a.txt", "--json", "--against", "b.md"];
    let (found, shown) = (json(bench.run(words)), documented("check"));
    assert!(
        found["findings"]
            .as_array()
            .is_some_and(|it| it.iter().any(|it| !it["like"].is_null()))
    );
    for key in ["findings", "counts", "characters", "silenced"] {
        check(key, &found[key], &shown[key]);
    }
}

#[test]
fn the_documented_draft_and_what_show_writes_fit_the_schema() {
    let bench = Bench::new();
    let id = bench.draft(EXAMPLE);
    let shown = json(bench.run(["show", &id, "--json"]));
    for document in [shown, documented("show")] {
        assert_eq!(Schema::new(DRAFT).faults(&document), Vec::<String>::new());
    }
}

#[test]
fn every_command_and_every_exit_code_is_on_the_page() {
    for it in command(Lang::En).get_subcommands() {
        let name = it.get_name();
        assert!(
            PAGE.contains(&format!("`{name}")) || PAGE.contains(&format!("`pouxi {name}")),
            "{name}"
        );
    }
    let exits = [
        Exit::Done,
        Exit::Findings,
        Exit::Usage,
        Exit::NotFound,
        Exit::Refused,
        Exit::Io,
    ];
    for (code, exit) in exits.into_iter().enumerate() {
        assert_eq!(usize::from(exit.code()), code);
        assert!(PAGE.contains(&format!("\n| {code} | ")), "{code}");
    }
}

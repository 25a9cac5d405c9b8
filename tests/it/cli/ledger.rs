//! `export --format ledger-…`, `import --ledger` and `due` as a script runs them.

use super::open;
use crate::harness::Bench;

const ANSWERS: &str = r#"{
  "template": "mzsh-2025", "title": "检查材料",
  "dimensions": [{ "title": "学习方面", "problems": [{ "headline": "学习不深", "body": [{ "detail": "重业务。" }], "causes": ["a"] }] }],
  "causes": [{ "key": "a", "headline": "要求不严", "measures": ["m", "n"] }],
  "measures": [
    { "key": "m", "headline": "每周学习", "owner": "本人", "due": "2026-06-30", "status": "open" },
    { "key": "n", "headline": "每月调研", "owner": "本人", "due": "长期坚持", "status": "ongoing" },
    { "key": "o", "headline": "写完心得", "owner": "", "due": "2026年1月底前", "status": "done" }
  ]
}"#;

#[test]
fn a_ledger_goes_out_and_comes_back_with_what_was_changed() {
    let bench = Bench::new();
    let id = bench.draft(ANSWERS);
    let out = bench.run(["export", "last", "--format", "ledger-csv"]);
    assert_eq!(out.out, "检查材料-整改台账.csv\n");
    assert!(
        out.err.starts_with("有1条措施没有对应的问题"),
        "{}",
        out.err
    );
    let name = "检查材料-整改台账.csv";
    let untouched = bench.run(["import", name, "--ledger", "last"]).done();
    assert_eq!(untouched, "读了3行，3行是这份草稿的措施，没有改动。\n");
    let text = bench.read(name).replacen("未启动", "进行中", 1);
    bench.write(name, text.replace("2026-06-30", "2026/7/31"));
    let dry = bench
        .run(["import", name, "--ledger", &id, "--dry-run"])
        .done();
    assert!(
        dry.ends_with("读了3行，3行是这份草稿的措施；会改2处，现在没有改。\n"),
        "{dry}"
    );
    let json = bench
        .run(["import", name, "--ledger", &id, "--json"])
        .json();
    assert_eq!(json["saved"], true);
    assert_eq!(json["changes"][0]["field"], "status");
    assert_eq!(json["changes"][0]["was"], "open");
    assert_eq!(json["changes"][0]["now"], "underway");
    assert_eq!(json["changes"][1]["now"], "2026/7/31");
    let again = bench.run(["import", name, "--ledger", &id]).done();
    assert_eq!(again, "读了3行，3行是这份草稿的措施，没有改动。\n");
    let shown = bench.run(["show", &id, "--json"]).json();
    assert_eq!(shown["draft"]["measures"][0]["status"], "underway");
    assert_eq!(shown["draft"]["measures"][0]["due"], "2026/7/31");
    let history = bench.run(["history", &id, "--json"]).json();
    let moments = history.to_string();
    assert!(moments.contains("before_import"), "{moments}");
}

#[test]
fn a_workbook_goes_out_and_comes_back() {
    let bench = Bench::new();
    let id = bench.draft(ANSWERS);
    let _out = bench.run(["export", &id, "--format", "ledger-xlsx", "-o", "a.xlsx"]);
    let said = bench.run(["import", "a.xlsx", "--ledger", &id]).done();
    assert_eq!(said, "读了3行，3行是这份草稿的措施，没有改动。\n");
    for (format, name) in [
        ("ledger-md", "a.md"),
        ("ledger-docx", "a.docx"),
        ("html", "a.html"),
    ] {
        let _out = bench.run(["export", &id, "--format", format, "-o", name]);
        assert!(bench.work().join(name).exists(), "{format}");
    }
}

#[test]
fn strangers_are_told_and_what_is_no_ledger_is_refused() {
    let bench = Bench::new();
    let id = bench.draft(ANSWERS);
    bench.write("a.csv", "整改措施,状态\n每周学习,已完成\n别的措施,已完成\n");
    let out = bench.run(["import", "a.csv", "--ledger", &id]);
    assert_eq!(out.code, Some(0));
    assert_eq!(
        out.err,
        "a.csv 第3行：草稿里没有这条措施，没有读：别的措施\n"
    );
    assert_eq!(
        out.out,
        "每周学习：状态由[未启动]改成[已完成]\n读了2行，1行是这份草稿的措施；改了1处，可以撤销。\n"
    );
    bench.write("b.csv", "甲,乙\n");
    let said = bench.run(["import", "b.csv", "--ledger", &id]).failed(4);
    assert!(said.starts_with("错误：b.csv 不是台账"), "{said}");
    bench.write("c.pdf", "%PDF-1.4");
    let _said = bench.run(["import", "c.pdf", "--ledger", &id]).failed(4);
    let _said = bench.run(["import", "none.csv", "--ledger", &id]).failed(3);
    let _said = bench.run(["import", "a.csv", "--ledger", "none"]).failed(3);
    let _said = bench
        .run([
            "import",
            "a.csv",
            "--ledger",
            &id,
            "--template",
            "mzsh-2025",
        ])
        .failed(2);
}

#[test]
fn a_draft_that_another_window_writes_is_not_changed() {
    let bench = Bench::new();
    let id = bench.draft(ANSWERS);
    bench.write("a.csv", "整改措施,状态\n每周学习,已完成\n");
    let opened = open(&bench, &id);
    let _said = bench.run(["import", "a.csv", "--ledger", &id]).failed(4);
    let dry = bench
        .run(["import", "a.csv", "--ledger", &id, "--dry-run", "--json"])
        .json();
    assert_eq!(
        (&dry["saved"], dry["changes"].as_array().map(Vec::len)),
        (&false.into(), Some(1))
    );
    let due = bench.run(["due", "--json"]).json();
    assert_eq!(
        due.as_array().map(Vec::len),
        Some(2),
        "what is read takes no lock"
    );
    drop(opened);
}

#[test]
fn what_is_due_stands_by_day_over_all_drafts() {
    let bench = Bench::new().with("POUXI_TODAY", "2026-07-12");
    let _id = bench.draft(ANSWERS);
    let other = ANSWERS
        .replace("检查材料", "另一份")
        .replace("2026-06-30", "2026年8月1日")
        .replace("每周学习", "每日学习");
    let _id = bench.draft(&other);
    assert_eq!(
        bench.run(["due"]).done(),
        "2026-06-30  过期12天  未启动    本人  每周学习  检查材料\n\
         2026-08-01  还有20天  未启动    本人  每日学习  另一份\n\
         长期坚持              长期坚持  本人  每月调研  另一份\n\
         长期坚持              长期坚持  本人  每月调研  检查材料\n"
    );
    let measures = |words: &[&str]| -> Vec<String> {
        let all = bench.run([&["due", "--json"], words].concat()).json();
        let all = all.as_array().unwrap().iter();
        all.map(|it| format!("{} {}", it["date"], it["overdue"]))
            .collect()
    };
    assert_eq!(measures(&["--within", "19"]), ["\"2026-06-30\" true"]);
    assert_eq!(measures(&["--within", "20"]).len(), 2);
    assert_eq!(measures(&["--before", "2026-08-01"]).len(), 1);
    assert_eq!(measures(&["--before", "2026年8月2日"]).len(), 2);
    assert_eq!(measures(&["--all"]).len(), 6);
    assert_eq!(
        measures(&["--all"])[..2],
        ["\"2026-06-30\" true", "\"2026-01-31\" false"]
    );
    let said = bench.run(["due", "--before", "soon"]).failed(2);
    assert!(said.contains("soon"), "{said}");
    let none = Bench::new();
    let out = none.run(["due"]);
    assert_eq!((out.code, out.out.as_str()), (Some(0), ""));
    assert!(out.err.starts_with("没有"), "{}", out.err);
}

#[test]
fn files_appear_whole_or_not_at_all_and_overwrite_nothing() {
    let bench = Bench::new();
    let id = bench.draft(ANSWERS);
    bench.write("检查材料-整改台账.xlsx", "别人的");
    let said = bench.run(["export", &id, "--format", "ledger-xlsx"]);
    assert_eq!(said.code, Some(4));
    assert_eq!(bench.read("检查材料-整改台账.xlsx"), "别人的");
    bench.write("file", "");
    let said = bench.run(["export", &id, "-o", "file/a.md"]).failed(5);
    assert!(said.contains("--output") || said.contains("-o"), "{said}");
    let listed = bench.shell("ls -A").done();
    let names: Vec<&str> = listed.lines().collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

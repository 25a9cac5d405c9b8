//! Commands that only tell: paths, templates, details.

use super::keys;
use crate::harness::Bench;

#[test]
fn paths_are_told() {
    let bench = Bench::new();
    let home = bench.home().display().to_string();
    assert_eq!(bench.run(["path"]).done(), format!("{home}\n"));
    let paths = bench.run(["path", "--json"]).json();
    assert_eq!(
        keys(&paths),
        ["drafts", "exports", "home", "settings", "trash"]
    );
    assert_eq!(paths["trash"], format!("{home}/trash"));
    assert_eq!(bench.run(["path", "--home", "別"]).done(), "別\n");
    let nowhere = bench
        .with("POUXI_HOME", "")
        .with("HOME", "")
        .with("XDG_DATA_HOME", "");
    let path = nowhere.run(["path"]);
    assert!(
        path.code == Some(5) || path.out.ends_with("/pouxi\n"),
        "{path:?}"
    );
}

#[test]
fn templates_are_listed_shown_and_checked() {
    let bench = Bench::new();
    let list = bench.run(["template", "list", "--json"]).json();
    assert_eq!(
        keys(&list[0]),
        [
            "confirmed",
            "dimensions",
            "id",
            "language",
            "name",
            "occasion",
            "own",
            "statements",
            "year"
        ]
    );
    assert_eq!(
        (&list[0]["id"], &list[0]["dimensions"]),
        (&"mzsh-2025".into(), &5.into())
    );
    let text = bench.run(["template", "list"]).done();
    assert!(
        text.lines().any(|it| {
            it.starts_with("mzsh-2025 ") && it.contains(" 2025年度民主生活会个人对照检查材料 ")
        }),
        "{text}"
    );
    let file = bench.run(["template", "show", "zzsh-2024"]).done();
    assert!(file.starts_with("id = \"zzsh-2024\"\n"), "{file}");
    bench.write("a.toml", &file);
    assert_eq!(
        bench.run(["template", "check", "a.toml"]).done(),
        "没有问题：a.toml\n"
    );
    let good = bench.run(["template", "check", "a.toml", "--json"]).json();
    assert_eq!(
        good,
        serde_json::json!({"template": "zzsh-2024", "faults": []})
    );
    let bad = bench.run_with(
        ["template", "check", "-"],
        b"id = \"x\"\nlangage = \"en\"\n",
    );
    assert_eq!((bad.code, bad.err.as_str()), (Some(1), ""));
    assert!(
        bad.out
            .contains("第2行第1列，langage：没有这个名字，大概是 language"),
        "{}",
        bad.out
    );
    let bad = bench.run_with(
        ["template", "check", "-", "--json"],
        b"id = \"x\"\nlangage = \"en\"\n",
    );
    let bad: serde_json::Value = serde_json::from_str(&bad.out).expect("JSON");
    let fault = (bad["faults"].as_array().into_iter().flatten()).find(|it| it["key"] == "langage");
    assert_eq!(
        keys(fault.expect("it is told")),
        ["column", "key", "line", "message"]
    );
    let said = bench.run(["template", "show", "mzsh-2052"]).failed(3);
    assert_eq!(
        said,
        "错误：没有叫 mzsh-2052 的模板\n提示：大概是 mzsh-2025；用 pouxi template list 看有哪些。\n"
    );
    let said = bench
        .run(["new", "--no-ui", "--template", "?", "--lang", "en"])
        .failed(3);
    assert_eq!(
        said,
        "error: there is no template ?\nhint: See pouxi template list.\n"
    );
}

#[test]
fn details_are_told_to_who_asks() {
    let bench = Bench::new();
    let id = bench.draft("{}");
    let shown = bench.run(["show", "last", "--json", "-v"]);
    assert_eq!(
        shown.err,
        format!(
            "数据文件夹：{}\n草稿 {id}：读到第1条记录，其中0条在快照之后\n",
            bench.home().display()
        )
    );
    let said = bench
        .run(["export", "last", "-v", "-o", "no/where"])
        .failed(5);
    assert!(said.contains("os error 2"), "{said}");
}

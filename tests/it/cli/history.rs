//! Versions by the command line: listed, compared, restored, forgotten; and the trash emptied.

#![expect(
    clippy::disallowed_methods,
    reason = "one test looks at every byte of the data folder"
)]

use super::{open, retitle_and_die};
use crate::harness::Bench;

/// A draft that was renamed twice, exported in between. Returns its id.
fn renamed_twice(bench: &Bench) -> String {
    let id = bench.draft("{\"title\": \"学习不够\", \"opening\": \"开头。\"}");
    let _said = bench.run(["rename", &id, "理论学习不够"]).done();
    let _out = bench.run(["export", &id, "-o", "-"]).done();
    let _said = bench.run(["rename", &id, "理论学习还不够"]).done();
    id
}

#[test]
fn versions_are_listed_the_last_first() {
    let bench = Bench::new();
    let id = renamed_twice(&bench);
    let list = bench.run(["history", &id, "--json"]).json();
    let list = list.as_array().expect("a list");
    let what: Vec<_> = (list.iter())
        .map(|it| {
            (
                &it["rev"],
                it["moments"].to_string(),
                it["exported"].to_string(),
            )
        })
        .collect();
    let expected = [
        (&4.into(), "[\"now\"]".to_owned(), "[]".to_owned()),
        (
            &2.into(),
            "[\"exported\"]".to_owned(),
            "[\"md\"]".to_owned(),
        ),
        (&1.into(), "[\"made\"]".to_owned(), "[]".to_owned()),
    ];
    assert_eq!(what, expected);
    let said = bench.run(["history", "last"]).done();
    assert!(said.starts_with("版本  时间"), "{said}");
    assert!(
        said.contains("导出过（md）") && said.contains("刚建好时"),
        "{said}"
    );
    let said = bench.run(["history", "没有的"]).failed(3);
    assert!(said.starts_with("错误：没有找到草稿"), "{said}");
}

#[test]
fn what_differs_is_told_by_words() {
    let bench = Bench::new();
    let id = renamed_twice(&bench);
    assert_eq!(
        bench.run(["history", "compare", &id, "2"]).done(),
        "1处文字不同：加了1字，删了0字。[加：]里是后来加的，[删：]里是后来删的。\n\n\
         题目和署名 题目（+1字 -0字）\n理论学习[加：还]不够\n"
    );
    let back = bench.run(["history", "compare", &id, "4", "1"]).done();
    assert!(back.ends_with("[删：理论]学习[删：还]不够\n"), "{back}");
    assert_eq!(
        bench.run(["history", "compare", &id, "4"]).done(),
        "没有差别。\n"
    );
    let json = bench
        .run(["history", "compare", &id, "1", "2", "--json"])
        .json();
    assert_eq!(
        json["texts"][0]["pieces"],
        serde_json::json!([{"is": "new", "text": "理论"}, {"is": "same", "text": "学习不够"}])
    );
    let said = bench.run(["history", "compare", &id, "77"]).failed(3);
    assert_eq!(
        said,
        "错误：没有版本77\n提示：用 pouxi history 草稿 看有哪些版本。\n"
    );
}

#[test]
fn a_restored_version_is_the_draft_and_the_one_before_is_a_version() {
    let bench = Bench::new();
    let id = renamed_twice(&bench);
    let title = |name: &str| bench.run(["show", name, "--json"]).json()["draft"]["title"].take();
    let opened = open(&bench, &id);
    let said = bench.run(["history", "restore", &id, "1"]).failed(4);
    assert!(said.contains("正在另一个窗口里打开"), "{said}");
    drop(opened);
    assert_eq!(
        bench.run(["history", "restore", &id, "1"]).done(),
        format!("已恢复成版本1：学习不够（{id}）。打开后可以撤销。\n")
    );
    assert_eq!(title(&id), "学习不够");
    let list = bench.run(["history", &id, "--json"]).json();
    assert_eq!(list[1]["rev"], 4);
    assert_eq!(list[1]["moments"], serde_json::json!(["before_restoring"]));
    let _said = bench.run(["history", "restore", &id, "4"]).done();
    assert_eq!(title(&id), "理论学习还不够");
    let said = bench.run(["history", "restore", &id, "4"]).done();
    assert_eq!(said, "版本4和现在一样，没有改动。\n");
    let _none = bench.run(["history", "restore", &id, "99"]).failed(3);
    let _no_number = bench.run(["history", "restore", &id, "x"]).failed(2);
}

#[test]
fn what_is_forgotten_is_nowhere() {
    let bench = Bench::new();
    let id = renamed_twice(&bench);
    retitle_and_die(&bench, &id, "最后的题目");
    let _copied = bench.run(["copy", &id]).failed(5);
    let has = |words: &str| {
        let files = bench.everything().into_iter().filter(|it| it.is_file());
        let mut bytes = files.map(|it| std::fs::read(it).expect("the file is ours"));
        bytes.any(|it| it.windows(words.len()).any(|it| it == words.as_bytes()))
    };
    assert!(has("理论学习") && has("最后的题目"));
    let said = bench.run(["history", "forget", &id]).failed(2);
    assert_eq!(
        said,
        format!(
            "错误：清除草稿 {id} 的历史要先问一声，可是这里没法问\n提示：确定要删就加上 --yes。\n"
        )
    );
    let opened = open(&bench, &id);
    let _busy = bench.run(["history", "forget", &id, "--yes"]).failed(4);
    drop(opened);
    assert!(has("理论学习"));
    let said = bench.run(["history", "forget", &id, "--yes"]).done();
    assert!(said.starts_with("已彻底清除：最后的题目（"), "{said}");
    assert!(!has("理论学习") && !has("学习不够"));
    assert!(has("最后的题目") && has("开头。"));
    let list = bench.run(["history", &id, "--json"]).json();
    let moments = serde_json::json!(["earliest", "now"]);
    assert_eq!((&list[0]["moments"], list[1].is_null()), (&moments, true));
}

#[test]
fn an_export_is_noted_only_where_nobody_writes() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    let opened = open(&bench, &id);
    let _out = bench.run(["export", &id, "-o", "-"]).done();
    drop(opened);
    let list = bench.run(["history", &id, "--json"]).json();
    assert_eq!(list[0]["moments"], serde_json::json!(["made", "now"]));
    let _out = bench
        .run(["export", &id, "--format", "json", "-o", "-"])
        .done();
    let list = bench.run(["history", &id, "--json"]).json();
    assert_eq!(list[0]["exported"], serde_json::json!(["json"]));
    let shown = bench.run(["show", &id, "--json"]).json();
    assert_eq!(shown["draft"]["title"], "甲");
}

#[test]
fn the_trash_is_emptied_after_a_yes() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\", \"opening\": \"开头\"}");
    let empty = bench.run(["trash", "empty"]);
    assert_eq!(
        (empty.code, empty.err.as_str()),
        (Some(0), "回收站是空的。\n")
    );
    let _said = bench.run(["delete", &id, "--yes"]).done();
    let said = bench.run(["trash", "empty"]).failed(2);
    assert!(said.starts_with("错误：清空回收站要先问一声"), "{said}");
    assert_eq!(
        bench.run(["trash", "empty", "--yes"]).done(),
        "已永久删除1份。\n"
    );
    assert!(!bench.everything().iter().any(|it| it.ends_with(&id)));
    let _gone = bench.run(["restore", &id]).failed(3);
}

//! Lists, names, titles, the trash, and who may write.

use std::os::unix::fs::PermissionsExt;

use super::{EXAMPLE, open, titles};
use crate::harness::Bench;

#[test]
fn the_last_used_comes_first() {
    let bench = Bench::new();
    for (title, days) in [("甲", 3), ("乙", 2), ("丙", 1)] {
        let id = bench.draft(&format!("{{\"title\": \"{title}\"}}"));
        bench.age(&id, days);
    }
    assert_eq!(titles(bench.run(["list", "--json"])), ["丙", "乙", "甲"]);
    let _said = bench.run(["rename", "甲", "甲二"]).done();
    assert_eq!(titles(bench.run(["list", "--json"])), ["甲二", "丙", "乙"]);
    let list = bench.run(["list"]).done();
    let lines: Vec<&str> = list.lines().collect();
    assert!(
        lines[0].starts_with("编号      已答  字数  上次写"),
        "{list}"
    );
    assert!(lines[1].ends_with("  甲二"), "{list}");
    let empty = Bench::new().run(["list"]);
    assert_eq!((empty.code, empty.out.as_str()), (Some(0), ""));
    assert_eq!(empty.err, "还没有草稿，用 pouxi new 新写一份。\n");
}

#[test]
fn drafts_are_called_by_id_prefix_title_and_last() {
    let bench = Bench::new();
    let first = bench.draft("{\"title\": \"同名\"}");
    let second = bench.draft("{\"title\": \"同名\"}");
    bench.age(&first, 1);
    bench.age(&second, 1);
    let _third = bench.draft("{\"title\": \"别名\"}");
    let title = |name: &str| bench.run(["show", name, "--json"]).json()["draft"]["title"].take();
    assert_eq!(title(&first), "同名");
    assert_eq!(title(first.split_at(7).0), "同名");
    assert_eq!(
        (title("别名"), title("last")),
        ("别名".into(), "别名".into())
    );
    let said = bench.run(["show", "同名"]).failed(3);
    assert!(said.starts_with("错误：有几份草稿都叫[同名]："), "{said}");
    assert!(said.contains(&first) && said.contains(&second), "{said}");
    let said = bench.run(["show", "没有的"]).failed(3);
    assert_eq!(
        said,
        "错误：没有找到草稿[没有的]\n提示：用 pouxi list 看有哪些草稿，用 pouxi trash 看已删除的。\n"
    );
    let said = Bench::new().run(["show", "last"]).failed(3);
    assert!(said.starts_with("错误：没有找到草稿[last]"), "{said}");
}

#[test]
fn what_is_archived_is_kept_and_not_listed() {
    let bench = Bench::new();
    for (title, days) in [("甲", 3), ("乙", 2), ("丙", 1)] {
        let id = bench.draft(&format!("{{\"title\": \"{title}\"}}"));
        bench.age(&id, days);
    }
    let before = bench.run(["show", "丙", "--json"]).json();
    let said = bench.run(["archive", "丙"]).done();
    assert!(said.starts_with("已归档：丙（"), "{said}");
    // A second time changes nothing.
    assert_eq!(bench.run(["archive", "丙"]).done(), said);
    assert_eq!(titles(bench.run(["list", "--json"])), ["乙", "甲"]);
    assert_eq!(titles(bench.run(["list", "--archived", "--json"])), ["丙"]);
    let archived = bench.run(["list", "--archived", "--json"]).json();
    assert_eq!(archived[0]["archived"], true);
    // It can be used by its name, but is not the last one.
    assert_eq!(bench.run(["show", "丙", "--json"]).json(), before);
    let last = bench.run(["show", "last", "--json"]).json();
    assert_eq!(last["draft"]["title"], "乙");
    // In the trash it is what it is anywhere, and it comes back to where it was.
    let _said = bench.run(["delete", "丙", "--yes"]).done();
    assert_eq!(titles(bench.run(["trash", "--json"])), ["丙"]);
    let _said = bench.run(["restore", "丙"]).done();
    assert_eq!(titles(bench.run(["list", "--archived", "--json"])), ["丙"]);
    let said = bench.run(["archive", "丙", "--undo"]).done();
    assert!(said.starts_with("已放回列表：丙（"), "{said}");
    let said = bench.run(["archive", "丙", "--undo"]).done();
    assert!(said.starts_with("没有归档过：丙（"), "{said}");
    assert_eq!(titles(bench.run(["list", "--json"])), ["丙", "乙", "甲"]);
    let none = bench.run(["list", "--archived"]);
    assert_eq!((none.code, none.out.as_str()), (Some(0), ""));
    assert_eq!(none.err, "没有归档的草稿。\n");
}

#[test]
fn what_is_written_again_leaves_the_archive() {
    let bench = Bench::new();
    let _id = bench.draft("{\"title\": \"甲\"}");
    let archived = || titles(bench.run(["list", "--archived", "--json"]));
    let _said = bench.run(["archive", "甲"]).done();
    // To look at it, or to print it, is not to write.
    let _shown = bench.run(["show", "甲"]).done();
    let printed = bench.run(["export", "甲", "-o", "-"]);
    assert_eq!(printed.code, Some(0));
    assert_eq!(archived(), ["甲"]);
    let _face = bench
        .run_with(["--plain", "resume", "甲"], "：退出\n".as_bytes())
        .done();
    assert_eq!(archived(), Vec::<String>::new());
    assert_eq!(titles(bench.run(["list", "--json"])), ["甲"]);
}

#[test]
fn deleted_is_in_the_trash_until_restored() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\", \"opening\": \"开头\"}");
    let before = bench.run(["show", &id, "--json"]).json();
    let said = bench.run(["delete", &id]).failed(2);
    assert_eq!(
        said,
        format!("错误：删除草稿 {id} 要先问一声，可是这里没法问\n提示：确定要删就加上 --yes。\n")
    );
    assert_eq!(titles(bench.run(["list", "--json"])), ["甲"]);
    assert_eq!(
        bench.run(["delete", "甲", "--yes"]).done(),
        format!("已移到回收站：甲。用 pouxi restore {id} 可以取回。\n")
    );
    assert_eq!(titles(bench.run(["list", "--json"])), Vec::<String>::new());
    let _gone = bench.run(["show", &id]).failed(3);
    for words in [&["trash", "--json"][..], &["trash", "list", "--json"]] {
        assert_eq!(titles(bench.run(words)), ["甲"]);
    }
    assert!(bench.run(["trash"]).done().contains("  甲\n"));
    assert_eq!(
        bench.run(["restore", "甲"]).done(),
        format!("已取回：甲（{id}）\n")
    );
    assert_eq!(bench.run(["show", &id, "--json"]).json(), before);
    let empty = bench.run(["trash"]);
    assert_eq!(
        (empty.code, empty.err.as_str()),
        (Some(0), "回收站是空的。\n")
    );
    let said = bench.run(["restore", &id]).failed(3);
    assert!(said.starts_with("错误：没有找到草稿"), "{said}");
}

#[test]
fn a_draft_open_elsewhere_is_read_and_not_written() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    let opened = open(&bench, &id);
    for words in [&["delete", &id, "--yes"][..], &["rename", &id, "乙"]] {
        let said = bench.run(words).failed(4);
        assert!(
            said.contains("别处 pts/9 4711") && said.contains("2026-11-23T08:00:00Z"),
            "{said}"
        );
        assert!(said.contains("提示：先在那个窗口退出"), "{said}");
    }
    let _shown = bench.run(["show", &id]).done();
    let _exported = bench.run(["export", &id]).done();
    let _copy = bench.run(["duplicate", &id]).done();
    assert_eq!(titles(bench.run(["list", "--json"])), ["甲", "甲"]);
    drop(opened);
    let _said = bench.run(["rename", &id, "乙"]).done();
}

#[test]
fn a_title_is_changed_and_is_one_line() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    assert_eq!(
        bench.run(["rename", "last", "乙"]).done(),
        format!("题目已改为：乙（{id}）\n")
    );
    assert_eq!(
        bench.run(["rename", "last", "乙"]).done(),
        format!("题目已改为：乙（{id}）\n")
    );
    let shown = bench.run(["show", &id, "--json"]).json();
    assert_eq!(
        (&shown["draft"]["title"], &shown["seq"]),
        (&"乙".into(), &2.into()),
        "one change"
    );
    for words in [
        &["rename", "last", "甲\n乙"][..],
        &["new", "--no-ui", "--title", "甲\u{1b}"],
    ] {
        let said = bench.run(words).failed(2);
        assert!(
            said.starts_with("错误：题目只能写一行，不能有控制字符\n"),
            "{said}"
        );
    }
}

#[test]
fn a_duplicate_holds_the_same_and_goes_its_own_way() {
    let bench = Bench::new();
    let id = bench.draft(EXAMPLE);
    let made = bench.run(["duplicate", &id, "--json"]).json();
    let copy = made["draft"].as_str().expect("an id");
    let of = |id: &str| bench.run(["show", id, "--json"]).json()["draft"].take();
    assert_eq!(of(&id), of(copy));
    let _said = bench.run(["rename", copy, "第二稿"]).done();
    assert_eq!(of(&id)["title"], "2025年度民主生活会个人对照检查材料");
}

#[test]
fn files_and_folders_are_for_their_owner_alone() {
    let bench = Bench::new();
    let _id = bench.shell("umask 0; \"$POUXI\" new --no-ui").done();
    let copy = bench.shell("umask 0; \"$POUXI\" rename last 甲; \"$POUXI\" copy last");
    assert_eq!(copy.code, Some(5), "there is no clipboard: {copy:?}");
    let _dropped = bench.shell("umask 0; \"$POUXI\" delete last --yes").done();
    let all = bench.everything();
    assert!(all.iter().any(|it| it.ends_with("draft.json")), "{all:?}");
    assert!(
        all.iter()
            .any(|it| it.extension().is_some_and(|it| it == "md")),
        "{all:?}"
    );
    for path in all {
        let mode = path.metadata().expect("it is there").permissions().mode() & 0o777;
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{}", path.display());
    }
}

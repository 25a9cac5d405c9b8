//! Drafts whose window died, whose files are damaged, whose texts are hostile.

use super::retitle_and_die;
use crate::harness::Bench;

#[test]
fn what_the_journal_has_is_told_after_a_kill() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"旧题目\"}");
    let before = bench.run(["list", "--json"]).json()[0].take();
    retitle_and_die(&bench, &id, "新的题目");
    let after = bench.run(["list", "--json"]).json()[0].take();
    assert_eq!(after["title"], "新的题目");
    let characters = |item: &serde_json::Value| item["characters"].as_u64().expect("a number");
    assert_eq!(characters(&after), characters(&before) + 1);
    assert_eq!(
        after["updated"], "1970-01-01T00:00:00Z",
        "the change's own time"
    );
    let shown = bench.run(["show", "新的题目", "--json"]).json();
    assert_eq!(shown["summary"]["title"], "新的题目");
    assert_eq!(shown["draft"]["title"], "新的题目");
    assert_eq!(shown["updated"], after["updated"]);
    assert_eq!(shown["seq"], 2);
    let text = bench
        .run(["export", &id, "--format", "txt", "-o", "-"])
        .done();
    assert!(text.starts_with("新的题目\n"), "{text}");
    let gone = bench.run(["show", "旧题目"]).failed(3);
    assert!(gone.starts_with("错误：没有找到草稿[旧题目]"), "{gone}");
    // What only reads leaves the files as they are.
    assert_eq!(bench.run(["list", "--json"]).json()[0], after);
}

#[test]
fn a_torn_journal_is_read_as_far_as_it_goes_and_told_of() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    retitle_and_die(&bench, &id, "乙");
    let journal = bench
        .home()
        .join(format!("drafts/{id}/journal-000000000000.jsonl"));
    let tear = format!("printf 'abc' >> '{}'", journal.display());
    let _torn = bench.shell(&tear).done();
    let shown = bench.run(["show", &id, "--json"]);
    assert_eq!(shown.code, Some(0));
    assert!(
        shown.err.starts_with("注意：") && shown.err.contains("journal-000000000000.jsonl"),
        "{}",
        shown.err
    );
    let shown: serde_json::Value = serde_json::from_str(&shown.out).expect("JSON");
    assert_eq!(shown["draft"]["title"], "乙");
}

#[test]
fn a_draft_of_which_nothing_is_left_is_refused_and_left_alone() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    let folder = bench.home().join(format!("drafts/{id}"));
    let spoil = format!(
        "cd '{}' && echo x > draft.json && rm journal-*",
        folder.display()
    );
    let _spoilt = bench.shell(&spoil).done();
    let before = bench.everything();
    let said = bench.run(["export", &id, "-o", "-"]).failed(4);
    assert!(
        said.contains("错误：草稿的文件已损坏，读不出内容：") && said.contains(&id),
        "{said}"
    );
    assert_eq!(bench.everything(), before);
    let newer = format!(
        "cd '{}' && echo '{{\"format\":4}}' > draft.json",
        folder.display()
    );
    let _newer = bench.shell(&newer).done();
    let said = bench.run(["show", &id]).failed(4);
    assert!(
        said.contains("更新版本的程序") && said.contains("提示：请升级 pouxi"),
        "{said}"
    );
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_as_control_bytes() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"甲\"}");
    retitle_and_die(&bench, &id, "甲\u{1b}]0;坏\u{7}\u{9b}31m\u{202e}乙\n丙");
    bench.write(
        "\u{1b}[31m.json",
        "{\"\u{1b}[2J\": 1, \"causes\": [{\"key\": \"\\u001b\"}]}".replace('\u{1b}', "\\u001b"),
    );
    let name = "\u{1b}[31m没有";
    for words in [
        &["list"][..],
        &["show", &id],
        &["show", name],
        &["delete", &id, "--yes"],
        &["trash"],
        &["restore", &id],
        &["new", "--no-ui", "--answers", "\u{1b}[31m.json"],
        &["new", "--no-ui", "--answers", name],
        &["new", "--no-ui", "--template", name],
        &["export", &id, "-o", name],
        &["export", &id],
        &["copy", &id],
        &["copy", &id, "--section", "7"],
        &["template", "check", name],
        &["--home", name, "path"],
        &["--home", name, "show", "last", "-v"],
        &[name],
        &["list", name],
        &["list", "--color", name],
        &["show", name, "--lang", "en", "-v"],
    ] {
        let output = bench.run(words);
        let all = format!("{}{}", output.out, output.err);
        let bad = all
            .chars()
            .find(|it| (it.is_control() && *it != '\n') || *it == '\u{202e}');
        assert_eq!(bad, None, "{words:?}: {all:?}");
    }
}

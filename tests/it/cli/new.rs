//! New drafts: from templates, answer files, earlier drafts.

use jiff::Timestamp;

use super::{EXAMPLE, keys, titles};
use crate::harness::Bench;

#[test]
fn a_new_draft_is_made_listed_and_shown() {
    let bench = Bench::new();
    assert_eq!(bench.run(["list", "--json"]).json(), serde_json::json!([]));
    let made = bench.run(["new", "--no-ui", "--json"]).json();
    assert_eq!(keys(&made), ["draft", "remarks"]);
    assert_eq!(made["remarks"], serde_json::json!([]));
    let id = made["draft"].as_str().expect("an id");

    let list = bench.run(["list", "--json"]).json();
    let item = &list[0];
    assert_eq!(
        keys(item),
        [
            "answered",
            "archived",
            "characters",
            "finished",
            "id",
            "questions",
            "template",
            "title",
            "updated"
        ]
    );
    assert_eq!(
        (&item["id"], &item["template"]),
        (&id.into(), &"mzsh-2025".into())
    );
    assert_eq!(item["title"], "2025年度民主生活会个人对照检查材料");
    assert_eq!(item["finished"], false);
    let updated = item["updated"].as_str().expect("a time");
    assert!(
        updated.ends_with('Z') && updated.parse::<Timestamp>().is_ok(),
        "{updated}"
    );

    let shown = bench.run(["show", id, "--json"]).json();
    assert_eq!(
        keys(&shown),
        [
            "draft", "format", "place", "seq", "sum", "summary", "updated"
        ]
    );
    assert_eq!(
        shown["draft"]["dimensions"].as_array().map(Vec::len),
        Some(6)
    );
    let shown = bench.run(["show", "last"]).done();
    assert!(
        shown.starts_with("2025年度民主生活会个人对照检查材料\n编号　　"),
        "{shown}"
    );
    assert!(
        shown.contains("未写      带头干事创业、担当作为方面\n"),
        "{shown}"
    );
}

#[test]
fn the_template_follows_the_language_and_the_words() {
    let bench = Bench::new();
    let check = |bench: &Bench, words: &[&str], template: &str| -> String {
        let id = bench.run(words).done().trim_end().to_owned();
        let shown = bench.run(["show", &id, "--json"]).json();
        assert_eq!(shown["draft"]["template"], template, "{words:?}");
        id
    };
    let _id = check(&bench, &["new", "--no-ui"], "mzsh-2025");
    let _id = check(
        &bench,
        &["new", "--no-ui", "--lang", "en"],
        "self-review-en",
    );
    let earlier = check(
        &bench,
        &["new", "--no-ui", "--template", "zzsh-2024"],
        "zzsh-2024",
    );
    let _id = check(&bench, &["new", "--no-ui", "--from", &earlier], "zzsh-2025");
    bench.write("a.json", "{\"template\": \"mzsh-2024\"}");
    let _id = check(
        &bench,
        &["new", "--no-ui", "--answers", "a.json"],
        "mzsh-2024",
    );
    let _id = check(
        &bench,
        &[
            "new",
            "--no-ui",
            "--answers",
            "a.json",
            "--template",
            "mzsh-2023",
        ],
        "mzsh-2023",
    );
    let bench = Bench::new().with("LC_ALL", "en_GB.UTF-8");
    let _id = check(&bench, &["new", "--no-ui"], "self-review-en");
    let bench = Bench::new().with("LC_ALL", "").with("LC_MESSAGES", "C");
    let _id = check(&bench, &["new", "--no-ui"], "self-review-en");
}

#[test]
fn a_bad_answer_file_makes_no_draft_and_tells_where() {
    let bench = Bench::new();
    bench.write(
        "a.json",
        "\u{feff}{\n  \"titel\": \"甲\",\n  \"causes\": [{\"key\": 1}]\n}",
    );
    let said = bench
        .run(["new", "--no-ui", "--answers", "a.json"])
        .failed(4);
    assert_eq!(
        said,
        "错误：答案文件 a.json 里有写得不对的地方，没有建草稿：\n\
         \u{20} 第2行第3列，titel：没有这个名字，大概是 title，请改过来\n\
         \u{20} 第3行第22列，causes[1].key：要写的是引号里的文字，现在是数字，请改写\n\
         提示：格式见 docs/answers.schema.json，样例见 docs/answers.example.json。\n"
    );
    let bench = bench.with("LANG", "C");
    let said = bench
        .run(["new", "--no-ui", "--answers", "a.json"])
        .failed(4);
    assert_eq!(
        said,
        "error: something is wrong in the answer file a.json; no draft was made:\n\
         \u{20} line 2, column 3, titel: there is no such key; it is probably meant to be title\n\
         \u{20} line 3, column 22, causes[1].key: this takes a text in quotation marks, not a number; write it anew\n\
         hint: docs/answers.schema.json describes the file, docs/answers.example.json is one to copy.\n"
    );
    assert_eq!(titles(bench.run(["list", "--json"])), Vec::<String>::new());
    let said = bench
        .run(["new", "--no-ui", "--answers", "b.json"])
        .failed(3);
    assert!(
        said.starts_with("error: cannot read b.json: there is no such file or folder\n"),
        "{said}"
    );
    let said = bench.run(["new", "--no-ui", "--answers", "."]).failed(5);
    assert!(said.starts_with("error: cannot read .: "), "{said}");
}

#[test]
fn remarks_are_told_with_their_line() {
    let bench = Bench::new();
    let file =
        "{\n\"template\": \"self-review-en\",\n\"opening\": \"a\\u001bb\",\n\"case\": \"c\"}";
    bench.write("a.json", file);
    let made = bench.run(["new", "--no-ui", "--answers", "a.json", "--json"]);
    assert_eq!(
        made.err,
        "a.json 第3行：opening 里有1个看不见的控制字符，已略去\n\
         a.json 第4行：模板里没有这个部分，已加上：A Case in Point\n"
    );
    let made: serde_json::Value = serde_json::from_str(&made.out).expect("JSON");
    assert_eq!(keys(&made["remarks"][0]), ["line", "message"]);
    assert_eq!(made["remarks"][0]["line"], 3);
}

#[test]
fn an_earlier_draft_hands_on_its_bylines_and_its_promises() {
    let bench = Bench::new();
    let earlier = bench.draft(EXAMPLE);
    let id = bench
        .run([
            "new",
            "--no-ui",
            "--from",
            &earlier,
            "--title",
            "2026年度材料",
        ])
        .done();
    let shown = bench.run(["show", id.trim_end(), "--json"]).json();
    let draft = &shown["draft"];
    assert_eq!(draft["title"], "2026年度材料");
    assert_eq!(
        draft["bylines"][0]["text"],
        "云溪县水务局党组成员、副局长　林知远"
    );
    assert_eq!(
        (&draft["causes"], &draft["measures"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    let promises = draft["follow_ups"].as_array().expect("a list");
    assert_eq!(promises.len(), 3);
    // m1 answers c1, which explains the two problems of the first dimension and one of the second.
    assert_eq!(
        promises[0]["problem"],
        "用上级部署指导水务工作不够及时。\n从政治上看业务问题的敏锐性不强。\n党性锻炼缺少恒心。"
    );
    assert_eq!(promises[0]["measure"], "坚持学用结合，把部署变成办法。");
    assert_eq!(promises[0]["status"], "underway");
    let texts: Vec<&str> = (draft["sections"].as_array().into_iter().flatten())
        .filter_map(|it| it["text"].as_str())
        .collect();
    assert!(texts.iter().all(|it| it.is_empty()), "{texts:?}");
}

#[test]
fn the_screen_needs_a_terminal_and_says_so() {
    let bench = Bench::new();
    for words in [
        &[][..],
        &["new"],
        &["new", "--template", "mzsh-2025"],
        &["resume"],
    ] {
        let said = bench.run(words).failed(2);
        assert_eq!(
            said,
            "错误：这里没有终端，打不开界面；不用界面可以写 pouxi new --answers 答案.json --no-ui，一行一行地写用 --plain\n"
        );
        let said = bench.run(words.iter().chain(&["--lang", "en"])).failed(2);
        assert!(
            said.contains("there is no terminal here") && said.contains("--answers"),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1);
    }
    assert_eq!(bench.everything(), [bench.home()], "nothing was made");
}

/// An old report as it lies in a folder.
const OLD: &str = "某局张三2024年度民主生活会个人对照检查材料\n\n一、存在的主要问题\n（一）带头增强党性方面。\n\
                   一是学习不够。\n二、整改措施\n（一）每周学习两小时。\n（二）每月下乡三天。\n";

#[test]
fn an_old_file_is_imported_and_followed() {
    let bench = Bench::new();
    bench.write("去年.txt", OLD);
    let made = bench.run(["new", "--no-ui", "--from", "去年.txt"]);
    let shown = bench.run(["show", made.out.trim_end(), "--json"]).json();
    let earlier = shown["draft"]["earlier"]["draft"]
        .as_str()
        .expect("it follows one");
    assert_eq!(
        made.err,
        format!("旧材料已导入为草稿 {earlier}，新的一份接着它写。\n")
    );
    assert_eq!(shown["format"], 2);
    let old = bench.run(["show", earlier, "--json"]).json();
    let (promises, measures) = (&shown["draft"]["follow_ups"], &old["draft"]["measures"]);
    let (promises, measures) = (promises.as_array().unwrap(), measures.as_array().unwrap());
    assert_eq!(promises.len(), measures.len());
    for (promise, measure) in promises.iter().zip(measures) {
        assert_eq!(promise["origin"], measure["id"]);
    }
    // It is deleted, and the new one is none the worse.
    let _deleted = bench.run(["delete", earlier, "--yes"]).done();
    let after = bench.run(["show", made.out.trim_end(), "--json"]).json();
    assert_eq!(after["draft"], shown["draft"]);
}

#[test]
fn what_is_neither_a_draft_nor_a_file_is_not_found() {
    let bench = Bench::new();
    let _said = bench
        .run(["new", "--no-ui", "--from", "没有.txt"])
        .failed(3);
    bench.write("图.txt", "\u{0}\u{1}\u{2}");
    let before = bench.everything();
    let _said = bench.run(["new", "--no-ui", "--from", "图.txt"]).failed(4);
    assert_eq!(bench.everything(), before);
}

#[test]
fn the_counts_follow_the_list() {
    let bench = Bench::new();
    let earlier = bench.draft(EXAMPLE);
    let id = bench.run(["new", "--no-ui", "--from", &earlier]).done();
    let text = bench
        .run(["export", id.trim_end(), "--format", "txt", "-o", "-"])
        .done();
    assert!(
        text.contains("上年度问题3类，整改措施3条：进行中1条。"),
        "{text}"
    );
}

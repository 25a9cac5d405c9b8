//! `pouxi review`: a folder of reports as somebody who receives them looks at it.

use std::fmt::Write as _;

use serde_json::Value;

use super::{SEED_TEXT, keys};
use crate::harness::{Bench, Output};

/// A report without an error, about matters of its own.
fn report(place: &str, month: usize) -> String {
    let mut text = format!(
        "个人剖析材料\n我叫张三。\n一、存在的主要问题\n（一）学习方面\n\
         一是学得不细。我{month}月到{place}调研，只翻了两页记录就写了报告。例如，{month}月3日我没有问清{place}的水费是谁交的。\n"
    );
    for idx in 1..=6 {
        let _written = writeln!(
            text,
            "二是第{idx}件事没办好。我在{place}答应过第{idx}户在{month}月底前回话，结果拖了{}天。",
            idx * month
        );
    }
    let _written = writeln!(
        text,
        "二、原因剖析\n一是我懒。我把学习当成任务。\n三、整改措施\n一是我每月8日去一次{place}。年底前写完12篇。"
    );
    text
}

/// A passage that two reports share.
const SHARED: &str = "我对分管的老旧小区改造抓得不紧，三月排出的图纸到六月还压在抽屉里，施工队等了二十一天才进场。\
    居民代表两次到办公室找我，我都让别人挡了回去，直到街道打来电话才去看现场。\
    这件事说明我把群众的急事当成了自己的慢事，嘴上说为民，心里怕麻烦，脚下不肯动。\n";

fn json(output: &Output) -> Value {
    serde_json::from_str(&output.out).unwrap_or_else(|it| panic!("{it}: {}", output.out))
}

/// Returns a bench with a folder `in` of reports and what else people send.
fn received() -> Bench {
    let bench = Bench::new();
    bench.make_folder("in/二科");
    bench.write("in/seed.txt", SEED_TEXT);
    let with_shared = |place, month| {
        report(place, month).replace("二、原因", &format!("三是抓得不紧。{SHARED}二、原因"))
    };
    bench.write("in/李四.txt", with_shared("东河村", 3));
    bench.write("in/二科/王五.md", with_shared("西山镇", 7));
    bench.write("in/赵六.TXT", report("南坪社区", 5));
    bench.write("in/扫描.pdf", "%PDF-1.7\n");
    bench.write("in/notes.csv", "甲,乙\n");
    bench.write("in/空.txt", "\n");
    bench.write("in/~$李四.docx", "lock");
    bench
}

fn names(list: &Value) -> Vec<&str> {
    let items = list.as_array().expect("a list").iter();
    items
        .map(|it| it["name"].as_str().expect("a name"))
        .collect()
}

#[test]
fn what_needs_attention_comes_first_and_likeness_is_found() {
    let bench = received();
    let output = bench.run(["review", "in", "--json"]);
    assert_eq!((output.code, output.err.as_str()), (Some(1), ""));
    let json = json(&output);
    assert_eq!(keys(&json), ["documents", "pairs", "skipped"]);
    let documents = names(&json["documents"]);
    assert_eq!(documents.len(), 4);
    assert_eq!(documents[0], "seed.txt", "the one with most errors");
    assert_eq!(json["documents"][0]["counts"]["error"], 6);
    assert_eq!(json["documents"][0]["characters"], 6448);
    assert_eq!(
        documents[3], "赵六.TXT",
        "it lacks nothing more and is like no other"
    );
    let pairs = json["pairs"].as_array().expect("a list");
    assert_eq!(pairs.len(), 1, "{pairs:?}");
    let (one, other) = (&pairs[0]["one"], &pairs[0]["other"]);
    assert_eq!((one, other), (&"二科/王五.md".into(), &"李四.txt".into()));
    let sentences = pairs[0]["sentences"].as_array().expect("a list");
    assert!(
        sentences
            .iter()
            .any(|it| it["one"].as_str().expect("words").contains("图纸")
                && it["one"] == it["other"]),
        "{sentences:?}"
    );
    let alike: Vec<&Value> = json["documents"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| &it["alike"]["with"])
        .filter(|it| !it.is_null())
        .collect();
    assert_eq!(alike.len(), 2);
    let skipped = names(&json["skipped"]);
    assert_eq!(skipped, ["notes.csv", "扫描.pdf", "空.txt"]);
    let reason = json["skipped"][1]["reason"].as_str().expect("words");
    assert!(reason.contains("PDF"), "{reason}");
}

#[test]
fn a_missing_part_is_named() {
    let bench = Bench::new();
    bench.make_folder("in");
    let whole = report("东河村", 3);
    let (cut, _) = whole.split_once("三、整改").expect("it has measures");
    bench.write("in/a.txt", cut);
    let output = bench.run(["review", "in", "--json", "--fail-on", "never"]);
    assert_eq!(output.code, Some(0));
    let json = json(&output);
    assert_eq!(
        json["documents"][0]["parts"]["missing"],
        serde_json::json!(["measures"])
    );
    let text = bench.run(["review", "in"]).out;
    assert!(text.contains("缺措施"), "{text}");
    let text = bench.run(["--lang", "en", "review", "in"]).out;
    assert!(text.contains("no Measures"), "{text}");
}

#[test]
fn several_reports_in_one_file_are_several_rows() {
    let bench = Bench::new();
    bench.make_folder("in");
    bench.write("in/all.txt", format!("{SEED_TEXT}\n\n{SEED_TEXT}"));
    let json = json(&bench.run(["review", "in", "--json"]));
    assert_eq!(names(&json["documents"]), ["all.txt#1", "all.txt#2"]);
    assert_eq!(json["pairs"][0]["percent"], 100);
}

#[test]
fn the_data_folder_stands_for_the_drafts() {
    let bench = received();
    let id = bench.draft(super::SEED);
    let home = bench.home();
    let all = json(&bench.run(["review", home.to_str().expect("UTF-8"), "--json"]));
    assert_eq!(names(&all["documents"]), [id.as_str()]);
    assert_eq!(all["documents"][0]["draft"], true);
    let both = json(&bench.run(["review", "in", "--drafts", "--json"]));
    let found = names(&both["documents"]);
    assert!(found.len() == 5 && found.contains(&id.as_str()));
    let pairs = both["pairs"].as_array().expect("a list");
    let with_seed = pairs
        .iter()
        .find(|it| it["one"] == "seed.txt" || it["other"] == "seed.txt");
    assert_eq!(with_seed.map(|it| &it["percent"]), Some(&100.into()));
}

#[test]
fn the_page_is_whole_by_itself_and_holds_no_markup_of_others() {
    let bench = received();
    bench.write(
        "in/<script>.txt",
        report("东河村", 9).replace(
            "个人剖析材料",
            "个人<img src=x onerror=alert(1)>&剖析\u{202E}材料",
        ),
    );
    let said = bench.run(["review", "in", "--html", "page.html"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("page.html"), "{}", said.err);
    let page = bench.read("page.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert!(page.contains("&lt;script&gt;.txt") && page.contains("&lt;img src=x"));
    for it in [
        "<script", "<img", "<link", "http:", "https:", "url(", "\u{202E}",
    ] {
        assert!(!page.contains(it), "{it}");
    }
    assert!(page.contains("图纸") && page.contains("扫描.pdf"));
    let said = bench.run(["review", "in", "--html", "page.html"]).failed(4);
    assert!(said.contains("page.html"), "{said}");
    let said = bench.run(["review", "in", "--html", "page.html", "--force"]);
    assert_eq!(said.code, Some(1));
}

#[test]
fn the_exit_code_goes_by_the_limit_and_errors_say_why() {
    let bench = received();
    assert_eq!(
        bench.run(["review", "in", "--fail-on", "never"]).code,
        Some(0)
    );
    bench.make_folder("none");
    let said = bench.run(["review", "none"]).done();
    assert!(said.contains("没有能读的材料"), "{said}");
    let said = bench.run(["review", "nowhere"]).failed(3);
    assert!(said.contains("nowhere"), "{said}");
    let said = bench.run(["review", "in/seed.txt"]).failed(2);
    assert!(said.contains("seed.txt"), "{said}");
    bench.run(["review", "in", "--force"]).failed(2);
}

#[test]
fn the_outcome_does_not_depend_on_the_threads() {
    let bench = received();
    let first = bench.run(["review", "in", "--json"]).out;
    for _ in 0..4 {
        assert_eq!(bench.run(["review", "in", "--json"]).out, first);
    }
}

#[test]
fn nothing_of_a_file_reaches_the_terminal_as_it_is() {
    let bench = Bench::new();
    bench.make_folder("in");
    bench.write("in/a\u{1b}[31m.txt", report("东河村", 3));
    let text = bench.run(["review", "in"]).out;
    assert!(!text.contains('\u{1b}'), "{text:?}");
}

//! The writer's own word lists: in force wherever a report is checked, and refused where something is wrong in them.

#![expect(
    clippy::disallowed_methods,
    reason = "this test looks at the files of the data folder"
)]

use serde_json::Value;

use super::keys;
use crate::harness::Bench;

const REPORT: &str =
    "总结\n一、存在的主要问题\n（一）学习方面\n一是学得不深。我抓手不够有力，调查研究不够。\n";

/// Puts a list into the data folder.
fn list(bench: &Bench, name: &str, bytes: impl AsRef<[u8]>) {
    bench.make_folder("../home/words");
    let _path = bench.write(&format!("../home/words/{name}"), bytes);
}

/// Returns the words a rule found.
fn excerpts(json: &Value, rule: &str) -> Vec<String> {
    let findings = json["findings"].as_array().expect("a list").iter();
    findings
        .filter(|it| it["rule"] == rule)
        .map(|it| it["excerpt"].as_str().expect("words").to_owned())
        .collect()
}

fn check(bench: &Bench, words: &[&str]) -> Value {
    let output = bench.run(words);
    serde_json::from_str(&output.out).unwrap_or_else(|_| panic!("{output:?}"))
}

fn stock_phrases(bench: &Bench) -> Vec<String> {
    excerpts(&check(bench, &["check", "a.txt", "--json"]), "stock-phrase")
}

#[test]
fn words_are_added_and_taken_out_in_check_and_review_alike() {
    let bench = Bench::new();
    bench.write("a.txt", REPORT);
    assert_eq!(stock_phrases(&bench), ["调查研究不够"]);
    list(&bench, "stock-phrases.txt", "# 本单位的\n抓手不够有力\n");
    assert_eq!(stock_phrases(&bench), ["抓手不够有力", "调查研究不够"]);
    let n = |bench: &Bench| {
        let reviewed = check(bench, &["review", ".", "--json"]);
        assert!(keys(&reviewed).contains(&"documents"));
        let rules = reviewed["documents"][0]["rules"]
            .as_array()
            .expect("a list")
            .clone();
        let found = rules
            .iter()
            .find(|it| it["rule"] == "stock-phrase")
            .cloned();
        found.map_or(0, |it| it["findings"].as_u64().expect("a number"))
    };
    assert_eq!(n(&bench), 2);
    list(&bench, "stock-phrases.txt", "-调查研究不够\n");
    assert_eq!(stock_phrases(&bench), Vec::<String>::new());
    assert_eq!(n(&bench), 0);
    // As Windows writes it.
    let (gbk, _, _) = encoding_rs::GB18030.encode("抓手不够有力\r\n");
    list(&bench, "stock-phrases.txt", gbk);
    assert_eq!(stock_phrases(&bench).len(), 2);
}

#[test]
fn replacements_of_the_writers_own_are_offered() {
    let bench = Bench::new();
    let id = bench.draft(r#"{"title": "总结", "opening": "我每月上三会一刻。"}"#);
    list(&bench, "terms.txt", "三会一刻 => 三会一课\n");
    let json = check(&bench, &["check", &id, "--json"]);
    assert_eq!(excerpts(&json, "inconsistent-term"), ["三会一刻"]);
    let json = check(&bench, &["check", &id, "--json", "--fix"]);
    assert_eq!(excerpts(&json, "inconsistent-term"), Vec::<String>::new());
    assert!(
        bench
            .run(["show", &id, "--json"])
            .done()
            .contains("三会一课")
    );
}

#[test]
fn a_list_is_shown_as_it_is_in_force() {
    let bench = Bench::new();
    let before = bench.run(["rules", "--words", "slogans"]).done();
    assert!(before.lines().any(|it| it == "坚定不移"), "{before}");
    list(&bench, "slogans.txt", "-坚定不移\n撸起袖子\n");
    let after = bench.run(["rules", "--words", "slogans"]).done();
    assert!(!after.lines().any(|it| it == "坚定不移"), "{after}");
    assert!(after.lines().any(|it| it == "撸起袖子"), "{after}");
    assert_eq!(after.lines().count(), before.lines().count());
    let terms = bench.run(["rules", "--words", "terms"]).done();
    assert!(terms.contains("四种意识 => 四个意识"), "{terms}");
    let _said = bench.run(["rules", "--words", "slogan"]).failed(2);
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
    let bench = Bench::new();
    bench.write("a.txt", REPORT);
    let check = |name: &str, bytes: &[u8], zh: &str, en: &str| {
        list(&bench, name, bytes);
        for (lang, words) in [("zh", zh), ("en", en)] {
            for command in ["check", "review"] {
                let what = if command == "check" { "a.txt" } else { "." };
                let said = bench.run(["--lang", lang, command, what]).failed(4);
                assert!(said.contains(words), "{said}");
                assert!(said.contains(&format!("words/{name}")), "{said}");
                assert!(said.contains("docs/words.md"), "{said}");
            }
        }
        let doctor = bench.run(["doctor"]);
        assert_eq!(doctor.code, Some(1), "{doctor:?}");
        assert!(doctor.out.contains(zh), "{doctor:?}");
        std::fs::remove_file(bench.home().join("words").join(name)).expect("it is ours");
    };
    check(
        "stock-phrase.txt",
        b"",
        "大概是 stock-phrases.txt",
        "stock-phrases.txt",
    );
    check(
        "zzz.txt",
        b"",
        "能用的名字：stock-phrases, slogans",
        "the names are: stock-phrases",
    );
    check(
        "groups.txt",
        "全体\n全\u{1b}体\n".as_bytes(),
        "groups.txt:2:2: 里面有看不见的控制字符",
        "groups.txt:2:2: there is an invisible control character",
    );
    check(
        "terms.txt",
        "三会一刻\n".as_bytes(),
        "terms.txt:1:1: ",
        "as it should be",
    );
    check(
        "groups.txt",
        "-领导班了\n".as_bytes(),
        "大概是 -领导班子",
        "meant to be -领导班子",
    );
    check(
        "groups.txt",
        &vec![b'a'; 257 << 10],
        "最大 256KB",
        "256 KB at most",
    );
    #[cfg(unix)]
    {
        let link = bench.home().join("words/groups.txt");
        std::os::unix::fs::symlink("/dev/zero", &link).expect("the folder is ours");
        let said = bench.run(["check", "a.txt"]).failed(4);
        assert!(said.contains("groups.txt"), "{said}");
        std::fs::remove_file(&link).expect("it is ours");
    }
    // What is no list is nobody's business.
    for name in ["notes.md", ".groups.txt", "groups.txt~"] {
        list(&bench, name, b"\x1b");
    }
    assert_eq!(stock_phrases(&bench), ["调查研究不够"]);
}

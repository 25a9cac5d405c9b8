//! `pouxi check`, `explain` and `rules`, as a script runs them.

use super::{SEED, keys};
use crate::harness::Bench;

fn rules(json: &serde_json::Value) -> Vec<&str> {
    let findings = json["findings"].as_array().expect("a list").iter();
    findings
        .map(|it| it["rule"].as_str().expect("a name"))
        .collect()
}

/// Returns the JSON of a check that may have found something.
fn check(bench: &Bench, words: &[&str]) -> (Option<i32>, serde_json::Value) {
    let output = bench.run(words);
    let json = serde_json::from_str(&output.out).expect("JSON whatever was found");
    (output.code, json)
}

#[test]
fn the_seed_is_checked() {
    let bench = Bench::new();
    let id = bench.draft(SEED);
    let (code, json) = check(&bench, &["check", &id, "--json"]);
    assert_eq!(code, Some(1));
    assert_eq!(keys(&json), ["characters", "counts", "findings", "shares"]);
    let first = &json["findings"][0];
    assert_eq!(
        keys(first),
        [
            "excerpt", "fixable", "line", "message", "place", "rule", "severity"
        ]
    );
    assert_eq!(
        (&first["rule"], &first["excerpt"]),
        (&"placeholder".into(), &"XX".into())
    );
    assert_eq!(json["counts"]["error"], 6);
    assert_eq!(json["shares"]["dimensions"], 0.601);
    assert_eq!(json["shares"]["causes"], 0.146);
    assert_eq!(json["shares"]["measures"], 0.153);
    let text = bench.run(["check", &id]).out;
    assert!(text.starts_with("必须看\n"), "{text}");
    assert!(
        text.ends_with("电脑只能查格式和前后对应，查不出深不深、真不真。\n"),
        "{text}"
    );
}

#[test]
fn what_can_be_mended_is_mended() {
    let bench = Bench::new();
    let id = bench.draft(SEED);
    let (_, before) = check(&bench, &["check", &id, "--json"]);
    let (code, after) = check(&bench, &["check", &id, "--json", "--fix"]);
    assert_eq!(code, Some(1), "what no program can mend is left");
    let fixable = |json: &serde_json::Value| {
        let findings = json["findings"].as_array().expect("a list").iter();
        findings.filter(|it| it["fixable"] == true).count()
    };
    assert!(fixable(&before) > 10);
    assert_eq!(fixable(&after), 0);
    assert!(!rules(&after).contains(&"doubled-word"));
    let (_, again) = check(&bench, &["check", &id, "--json"]);
    assert_eq!(again, after);
}

#[test]
fn the_exit_code_goes_by_the_limit() {
    let bench = Bench::new();
    let id =
        bench.draft(r#"{"title": "总结", "opening": "我把学习当成任务，读过就算,没有深想。"}"#);
    let code = |limit: &str| check(&bench, &["check", &id, "--json", "--fail-on", limit]).0;
    let (_, json) = check(&bench, &["check", &id, "--json"]);
    assert!(rules(&json).contains(&"half-width-punctuation"));
    assert_eq!(code("never"), Some(0));
    assert_eq!(code("warn"), Some(1));
}

#[test]
fn a_rule_is_explained_in_one_language() {
    let bench = Bench::new();
    let text = bench.run(["explain", "placeholder"]).done();
    assert!(
        text.contains("（必须看）") && !text.contains("Signs that"),
        "{text}"
    );
    let text = bench.run(["--lang", "en", "explain", "placeholder"]).done();
    assert!(
        text.contains("Signs that") && !text.contains("留空待填"),
        "{text}"
    );
    let said = bench.run(["explain", "place-holder"]).failed(3);
    assert!(said.contains("placeholder"), "{said}");
    let list = bench.run(["rules"]).done();
    assert_eq!(list.lines().count(), pouxi::check::RULES.len());
}

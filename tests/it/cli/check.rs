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
    assert_eq!(
        keys(&json),
        ["characters", "counts", "findings", "shares", "silenced"]
    );
    let first = &json["findings"][0];
    assert_eq!(
        keys(first),
        [
            "excerpt", "fixable", "like", "line", "message", "place", "rule", "severity"
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

#[test]
fn what_is_silenced_is_left_out_counted_and_not_mended() {
    let bench = Bench::new();
    let text = "我把学习当成任务,读过就算,没有深想。";
    let id = bench.draft(&format!(r#"{{"title": "总结", "opening": "{text}"}}"#));
    let (_, told) = check(&bench, &["check", &id, "--json"]);
    assert_eq!(told["silenced"], 0);
    silence_opening(&bench, &id, "half-width-punctuation");
    let (_, left) = check(&bench, &["check", &id, "--json"]);
    let n = |json: &serde_json::Value| {
        let found = rules(json).into_iter();
        found.filter(|it| *it == "half-width-punctuation").count()
    };
    assert!(n(&told) > 0);
    assert_eq!((n(&left), &left["silenced"]), (0, &n(&told).into()));
    assert_eq!(rules(&left).len() + n(&told), rules(&told).len());
    let said = bench.run(["check", &id]).out;
    assert!(said.contains("你选了不再提醒"), "{said}");
    let (_, fixed) = check(&bench, &["check", &id, "--json", "--fix"]);
    assert_eq!(fixed["silenced"], left["silenced"]);
    // A copy of the draft keeps them; its answers do not.
    let copy = bench.run(["duplicate", &id]).done();
    let (_, copied) = check(&bench, &["check", copy.trim(), "--json"]);
    assert_eq!(copied["silenced"], left["silenced"]);
    let shown = bench.run(["show", &id, "--json"]).done();
    assert!(shown.contains("\"silences\""), "{shown}");
}

/// Chooses, as the wizard would, not to be told what a rule finds in the opening.
fn silence_opening(bench: &Bench, id: &str, rule: &str) {
    use pouxi::draft::{Attr, Role};
    let owner = pouxi::store::Owner {
        pid: 1,
        host: "here".to_owned(),
        terminal: String::new(),
        since: "2026-01-20T08:00:00Z".to_owned(),
    };
    let home = pouxi::store::Home::new(bench.home());
    let opened = pouxi::store::DraftFolder::open(&home.folder(id), &owner).expect("nobody has it");
    let mut folder = opened.folder;
    let mut session = pouxi::draft::Session::new(opened.recovered.draft);
    let opening = session
        .draft()
        .section_of(Role::Opening)
        .expect("it has one")
        .id;
    let attr = Attr::Silence(rule.to_owned(), Some(opening), Some(String::new()));
    let change = session.draft().choice(attr).expect("it is told so far");
    let committed = session.commit(change).expect("made for it");
    let time = jiff::Timestamp::UNIX_EPOCH;
    folder.append(time, &committed).expect("there is room");
}

const CLEAN: &str = include_str!("../../fixtures/check/clean.txt");

/// Returns the rules that found something in a file, each with its lines.
fn lines_by_rule(json: &serde_json::Value) -> std::collections::BTreeMap<String, Vec<u64>> {
    let mut found = std::collections::BTreeMap::<String, Vec<u64>>::new();
    for it in json["findings"].as_array().expect("a list") {
        let lines = found.entry(it["rule"].as_str().expect("a name").to_owned());
        lines.or_default().extend(it["line"].as_u64());
    }
    found
}

#[test]
fn a_file_is_checked_by_its_lines_and_makes_no_draft() {
    let bench = Bench::new();
    bench.write("seed.txt", super::SEED_TEXT);
    let (code, json) = check(&bench, &["check", "seed.txt", "--json"]);
    assert_eq!(code, Some(1));
    let found = lines_by_rule(&json);
    let expected: [(&str, &[u64]); 14] = [
        ("unfinished-sentence", &[14]),
        ("placeholder", &[12, 18, 20]),
        ("empty-section", &[25]),
        ("doubled-word", &[24]),
        ("problem-without-example", &[14, 15, 19, 21]),
        ("claim-without-list", &[7]),
        ("occasion-mismatch", &[3]),
        ("wrong-year", &[3]),
        (
            "half-width-punctuation",
            &[9, 13, 16, 20, 22, 22, 25, 27, 28, 29, 31, 32, 33],
        ),
        ("measure-without-deadline", &[31, 32, 33]),
        ("measure-without-owner", &[31, 32, 33]),
        ("no-first-person", &[10, 11, 12, 14, 15, 18, 19, 21, 23, 24]),
        ("comma-between-quoted", &[29]),
        ("heading-style", &[9, 13]),
    ];
    for (rule, lines) in expected {
        assert_eq!(found.get(rule).map(Vec::as_slice), Some(lines), "{rule}");
    }
    assert_eq!(json["counts"]["error"], 6);
    assert_eq!(json["characters"], 6448);
    assert_eq!(bench.run(["list", "--json"]).json(), serde_json::json!([]));
    let said = bench.run(["check", "seed.txt", "--fix"]).failed(2);
    assert!(said.contains("pouxi import"), "{said}");
}

#[test]
fn a_report_without_defects_gives_no_finding_at_all() {
    let bench = Bench::new();
    bench.write("clean.txt", CLEAN);
    let (code, json) = check(
        &bench,
        &["check", "clean.txt", "--json", "--fail-on", "info"],
    );
    assert_eq!(json["findings"], serde_json::json!([]));
    assert_eq!(code, Some(0));
}

#[test]
fn texts_the_rules_were_not_written_from_have_what_they_have() {
    let bench = Bench::new();
    let check_file = |name: &str, expected: &[(&str, &[u64])]| {
        let text = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures/import")
            .join(name);
        let (_, json) = check(&bench, &["check", &text.display().to_string(), "--json"]);
        let mut found = lines_by_rule(&json);
        // What nearly every one of them lacks.
        for rule in [
            "no-first-person",
            "measure-without-owner",
            "measure-without-deadline",
            "vague-example",
            "problem-without-example",
        ] {
            found.remove(rule);
        }
        let expected = expected
            .iter()
            .map(|(rule, lines)| ((*rule).to_owned(), lines.to_vec()));
        assert_eq!(found, expected.collect(), "{name}");
    };
    check_file("gaps_in_numbers.txt", &[("numbering", &[7, 8, 10])]);
    check_file("traditional.txt", &[]);
    check_file("must_lists.txt", &[("praise-then-but", &[10])]);
    check_file(
        "colon_headings.txt",
        &[("half-width-punctuation", &[6, 6]), ("placeholder", &[9])],
    );
    check_file(
        "dated_examples.txt",
        &[
            ("missing-dimension", &[]),
            ("placeholder", &[2, 7, 10]),
            ("stock-phrase", &[8]),
        ],
    );
    check_file(
        "merged_causes.txt",
        &[("problem-without-cause", &[9]), ("stock-phrase", &[6])],
    );
}

#[test]
fn words_of_other_reports_are_found_in_drafts_files_and_folders() {
    let bench = Bench::new();
    bench.write("clean.txt", CLEAN);
    let copied = CLEAN.replace("2025年9月的专题学习", "今年9月的专题学习");
    bench.folder("others");
    bench.write("others/copied.txt", &copied);
    bench.write("others/picture.png", [0x89, b'P', b'N', b'G']);
    let count = |json: &serde_json::Value| {
        lines_by_rule(json)
            .get("similar-to-earlier")
            .map_or(0, Vec::len)
    };
    let (_, json) = check(
        &bench,
        &["check", "clean.txt", "--json", "--against", "others"],
    );
    assert!(count(&json) > 10, "{json}");
    let message = json["findings"][0]["message"].as_str().expect("a sentence");
    assert!(message.contains("copied.txt"), "{message}");
    let findings = json["findings"].as_array().expect("a list");
    for it in findings
        .iter()
        .filter(|it| it["rule"] == "similar-to-earlier")
    {
        assert_eq!(it["like"]["name"], "others/copied.txt");
        let (words, percent) = (&it["like"]["words"], &it["like"]["percent"]);
        assert!(copied.contains(words.as_str().expect("words")), "{it}");
        assert!(
            percent.as_u64().is_some_and(|it| (60..=100).contains(&it)),
            "{it}"
        );
        let is_same = it["excerpt"].as_str().map(str::trim) == words.as_str();
        assert!(!is_same || percent == 100, "{it}");
    }
    // The ending tells it, whatever the case of its letters.
    bench.folder("capitals");
    bench.write("capitals/COPIED.TXT", &copied);
    let (_, json) = check(
        &bench,
        &["check", "clean.txt", "--json", "--against", "capitals"],
    );
    assert!(count(&json) > 10, "{json}");
    bench.write("seed.txt", super::SEED_TEXT);
    let (_, json) = check(
        &bench,
        &["check", "clean.txt", "--json", "--against", "seed.txt"],
    );
    assert_eq!(count(&json), 0);
    let id = bench.draft(SEED);
    let (_, json) = check(&bench, &["check", "seed.txt", "--json", "--against", &id]);
    assert!(count(&json) > 10, "{json}");
    let _said = bench
        .run(["check", "clean.txt", "--against", "nobody"])
        .failed(3);
}

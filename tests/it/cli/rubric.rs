//! Points by a rubric, as a script asks for them.

use serde_json::json;

use super::{SEED, SEED_TEXT, keys};
use crate::harness::Bench;

const RUBRIC: &str = include_str!("../../../docs/rubrics/example.toml");
const CLEAN: &str = include_str!("../../fixtures/check/clean.txt");

fn check(bench: &Bench, words: &[&str]) -> serde_json::Value {
    let output = bench.run(words);
    serde_json::from_str(&output.out).unwrap_or_else(|_| panic!("{output:?}"))
}

fn points(score: &serde_json::Value) -> Vec<(f64, f64)> {
    let criteria = score["criteria"].as_array().expect("a list").iter();
    criteria
        .map(|it| {
            let number = |key: &str| it[key].as_f64().expect("a number");
            (number("points"), number("of"))
        })
        .collect()
}

#[test]
fn the_seed_is_given_points_only_where_a_rubric_is_chosen() {
    let bench = Bench::new();
    bench.write("rubric.toml", RUBRIC);
    bench.write("seed.txt", SEED_TEXT);
    let without = check(&bench, &["check", "seed.txt", "--json"]);
    assert!(without.get("score").is_none());
    let with = check(
        &bench,
        &["check", "seed.txt", "--json", "--rubric", "rubric.toml"],
    );
    assert_eq!(with["findings"], without["findings"]);
    let score = &with["score"];
    assert_eq!(
        keys(score),
        [
            "confirmed",
            "criteria",
            "hard",
            "of",
            "person",
            "points",
            "rubric"
        ]
    );
    assert_eq!(score["confirmed"], false);
    // By hand, from the defects of the seed (its lines are those of the check of the seed):
    let expected = [
        // One empty section (25); all five parts hold words.
        (8.0, 10.0),
        // No first person in 10 of 10 and 6 groups: all 6. Praise first: 3. Without example 4 of 10: 3.2. No
        // stock phrase of the list.
        (7.8, 20.0),
        // Three causes, none of circumstances alone; nothing is linked.
        (8.0, 8.0),
        // No time and nobody in 3 of 3: all 4. Two that only declare resolve: 4.
        (2.0, 10.0),
        // 6,448 字, 74 percent.
        (10.0, 10.0),
        // The one statement item is empty.
        (0.0, 3.0),
        // It claims 16 and lists none.
        (3.0, 6.0),
        // Unfinished, doubled, year, occasion: 4; and 3 for marks.
        (0.0, 5.0),
    ];
    let found = points(score);
    assert_eq!(found, expected, "{score:#}");
    let sum: f64 = expected.iter().map(|it| it.0).sum();
    assert!((score["points"].as_f64().expect("a number") - sum).abs() < 0.01);
    assert_eq!(
        (&score["of"], &score["person"]),
        (&json!(72.0), &json!(28.0))
    );
    assert_eq!(
        score["hard"],
        json!([
            { "rule": "placeholder", "findings": 3 },
            { "rule": "unfinished-sentence", "findings": 1 },
            { "rule": "empty-section", "findings": 1 }
        ])
    );
    let causes = &score["criteria"][2];
    assert_eq!(causes["unasked"], json!(["problem-without-cause"]));
}

#[test]
fn a_report_without_defects_keeps_every_point_a_program_can_give() {
    let bench = Bench::new();
    // The clean report is short and explains no matters of its writer: that much the example takes off.
    bench.write("rubric.toml", RUBRIC);
    bench.write("clean.txt", CLEAN);
    let score = check(
        &bench,
        &["check", "clean.txt", "--json", "--rubric", "rubric.toml"],
    )["score"]
        .take();
    let found = points(&score);
    for (n, (points, of)) in found.iter().enumerate() {
        let lost = match n {
            4 => 5.0,
            5 => 3.0,
            _ => 0.0,
        };
        assert!((points + lost - of).abs() < 0.01, "{n}: {score:#}");
    }
    assert_eq!(score["hard"], json!([]));
}

#[test]
fn points_are_said_in_words_with_what_took_them() {
    let bench = Bench::new();
    bench.write("rubric.toml", RUBRIC);
    let id = bench.draft(SEED);
    let zh = bench.run(["check", &id, "--rubric", "rubric.toml"]).out;
    for words in [
        "评分：组织生活会对照检查材料评分（七要素六方面）（未经核实，只作参考）",
        "  结构完整性：8 / 10\n    missing-dimension、empty-section 1处，扣2分",
        "另有10分由人评",
        "；由人评的：28分",
        "  硬伤：placeholder 3处",
    ] {
        assert!(zh.contains(words), "{words}\n{zh}");
    }
    assert!(zh.ends_with("查不出深不深、真不真。\n"), "{zh}");
    let en = bench
        .run(["--lang", "en", "check", &id, "--rubric", "rubric.toml"])
        .out;
    assert!(en.contains("for a person to give: 28"), "{en}");
    assert!(
        en.contains("Unfit as it stands: placeholder: 3 found"),
        "{en}"
    );
    assert!(!bench.run(["check", &id]).out.contains("评分"));
}

#[test]
fn a_folder_is_scored_too() {
    let bench = Bench::new();
    bench.write("rubric.toml", RUBRIC);
    bench.folder("in");
    bench.write("in/seed.txt", SEED_TEXT);
    bench.write("in/clean.txt", CLEAN);
    let without = check(&bench, &["review", "in", "--json"]);
    assert!(without["documents"][0].get("score").is_none());
    let words = [
        "review",
        "in",
        "--json",
        "--rubric",
        "rubric.toml",
        "--html",
        "page.html",
    ];
    let with = check(&bench, &words);
    let alone = check(
        &bench,
        &["check", "in/seed.txt", "--json", "--rubric", "rubric.toml"],
    );
    let documents = with["documents"].as_array().expect("a list");
    let seed = documents
        .iter()
        .find(|it| it["name"] == "seed.txt")
        .expect("it is there");
    assert_eq!(
        seed["score"], alone["score"],
        "a folder is looked at as a file is"
    );
    assert_eq!(seed["counts"], alone["counts"]);
    let brief = format!("{}/72 !", alone["score"]["points"]);
    assert!(bench.read("page.html").contains(&brief), "{brief}");
    let text = bench.run(["review", "in", "--rubric", "rubric.toml"]).out;
    assert!(text.contains("得分") && text.contains(&brief), "{text}");
    assert!(!bench.run(["review", "in"]).out.contains("得分"));
}

#[test]
fn a_bad_rubric_is_refused_before_anything_is_looked_at() {
    let bench = Bench::new();
    bench.write("bad.toml", RUBRIC.replace("weight = 30", "wieght = 30"));
    bench.write("seed.txt", SEED_TEXT);
    let said = bench
        .run(["check", "seed.txt", "--rubric", "bad.toml"])
        .failed(4);
    assert!(said.contains("bad.toml"), "{said}");
    assert!(
        said.contains("第25行第1列") && said.contains("weight"),
        "{said}"
    );
    let said = bench
        .run(["--lang", "en", "review", ".", "--rubric", "bad.toml"])
        .failed(4);
    assert!(
        said.contains("line 25, column 1") && said.contains("docs/rubrics.md"),
        "{said}"
    );
    let _said = bench
        .run(["check", "seed.txt", "--rubric", "none.toml"])
        .failed(3);
}

//! Every rule on reports it was not written from: those of the import's tests. A hit stands in such a report as it is, or
//! where one of its sentences was spoiled; what comes near stands there and is left alone.

#![expect(clippy::disallowed_methods, reason = "this test reads the fixtures")]

use std::collections::BTreeMap;
use std::path::Path;

use crate::harness::Bench;

/// A rule, a report with something to find for it, and words of a report that come near.
struct Case {
    rule: &'static str,
    file: &'static str,
    /// What is spoiled in the report, if it must be: words, and what stands there instead.
    spoiled: Option<(&'static str, &'static str)>,
    /// The lines where the rule finds something then.
    lines: &'static [u64],
    /// A report, and words on a line where the rule finds nothing in it as it is.
    near: (&'static str, &'static str),
}

const fn as_it_is(
    rule: &'static str,
    file: &'static str,
    lines: &'static [u64],
    near: (&'static str, &'static str),
) -> Case {
    Case {
        rule,
        file,
        spoiled: None,
        lines,
        near,
    }
}

const fn spoiled(
    rule: &'static str,
    file: &'static str,
    spoiled: (&'static str, &'static str),
    lines: &'static [u64],
    near: (&'static str, &'static str),
) -> Case {
    Case {
        rule,
        file,
        spoiled: Some(spoiled),
        lines,
        near,
    }
}

const CASES: &[Case] = &[
    spoiled(
        "cause-without-measure",
        "chain_by_dimension.txt",
        ("3.整改措施\n一是每周精读一部法规的一章。\n", ""),
        &[9],
        // The measure is that of the problem.
        ("chain_by_dimension.txt", "认为执法靠经验"),
    ),
    as_it_is(
        "claim-without-list",
        "plain.txt",
        &[7],
        ("plain.txt", "征求到意见建议6条"),
    ),
    spoiled(
        "comma-between-quoted",
        "plain.txt",
        ("“调研不够深入”", "“调研不够深入”、“走访太少”"),
        &[7],
        ("three_levels.txt", "等一等、看一看"),
    ),
    spoiled(
        "de-confusion",
        "plain.txt",
        ("抓得不实", "抓的不实"),
        &[20],
        ("must_lists.txt", "学习的目的不纯"),
    ),
    spoiled(
        "doubled-word",
        "plain.txt",
        ("没有主动去协调", "没有主动主动去协调"),
        &[18],
        ("three_levels.txt", "等一等、看一看"),
    ),
    spoiled(
        "empty-section",
        "plain.txt",
        (
            "一是“一岗双责”抓得不实。分管的3个科室，全年只开展廉政谈话1次，谈的都是老话。\n",
            "",
        ),
        &[19],
        ("plain.txt", "二、存在的主要问题"),
    ),
    spoiled(
        "external-cause-only",
        "plain.txt",
        (
            "宗旨意识有所淡化。在机关时间长了，和群众的距离远了，习惯从报表里看情况。",
            "水务局工作任务重。全局人手少，经费不足。",
        ),
        &[23],
        ("glued_headings.txt", "人手不足时没有抓重点"),
    ),
    spoiled(
        "foreign-unit",
        "plain.txt",
        ("城区老旧管网改造涉及", "我县老旧管网改造涉及"),
        &[18],
        ("plain.txt", "我到场签到后提前离开"),
    ),
    spoiled(
        "group-subject",
        "plain.txt",
        ("我先想到的是政策依据", "部分党员干部先想到的是政策依据"),
        &[11],
        ("plain.txt", "与班子成员和分管科室负责人谈心谈话"),
    ),
    as_it_is(
        "half-width-punctuation",
        "colon_headings.txt",
        &[6, 6],
        ("three_levels.txt", "（1）学习时间没有保证"),
    ),
    spoiled(
        "heading-style",
        "plain.txt",
        (
            "（四）带头干事创业、担当作为方面",
            "（四）在带头干事创业、担当作为上",
        ),
        &[17, 17],
        ("plain.txt", "带头固本培元、增强党性方面"),
    ),
    spoiled(
        "inconsistent-term",
        "plain.txt",
        ("一岗双责", "一岗两责"),
        &[20],
        ("plain.txt", "“一岗双责”"),
    ),
    spoiled(
        "long-sentence",
        "plain.txt",
        ("意见建议6条。对照", "意见建议6条，对照"),
        &[5],
        ("plain.txt", "意见建议6条。对照"),
    ),
    as_it_is(
        "measure-without-deadline",
        "first_second.txt",
        &[13, 14],
        ("plain.txt", "完成时限：2026年12月底前"),
    ),
    as_it_is(
        "measure-without-owner",
        "plain.txt",
        &[27],
        ("plain.txt", "责任人：周明德"),
    ),
    as_it_is(
        "no-first-person",
        "plain.txt",
        &[16, 20],
        ("plain.txt", "我等了一个半月"),
    ),
    as_it_is(
        "numbering",
        "gaps_in_numbers.txt",
        &[7, 8, 10],
        ("plain.txt", "（三）把难事扛起来"),
    ),
    spoiled(
        "occasion-mismatch",
        "plain.txt",
        ("2025年度民主生活会个人", "2025年度组织生活会个人"),
        &[1],
        ("plain.txt", "组织生活要求不严"),
    ),
    as_it_is(
        "placeholder",
        "dated_examples.txt",
        &[2, 7, 10],
        ("english.txt", "-"),
    ),
    as_it_is(
        "praise-then-but",
        "must_lists.txt",
        &[10],
        ("dated_examples.txt", "我在学习上是认真的，但"),
    ),
    as_it_is(
        "problem-without-cause",
        "merged_causes.txt",
        &[9],
        ("plain.txt", "理论学习不系统"),
    ),
    as_it_is(
        "problem-without-example",
        "plain.txt",
        &[11, 16, 18, 20],
        ("plain.txt", "例如，9月份"),
    ),
    spoiled(
        "repeated-passage",
        "plain.txt",
        (
            "分管的3个科室，全年只开展廉政谈话1次，谈的都是老话。",
            "今年有两次支部学习以开会冲突为由请了假，事后没有补课。",
        ),
        &[20],
        ("plain.txt", "谈的都是老话"),
    ),
    spoiled(
        "slogan-measure",
        "plain.txt",
        (
            "每月到一个村住一晚，把听到的问题列成单子，10个工作日内回复。",
            "始终坚持以人民为中心，不断增强服务意识。",
        ),
        &[27],
        ("plain.txt", "每月到一个村住一晚"),
    ),
    as_it_is(
        "stock-phrase",
        "indented.txt",
        &[10],
        ("plain.txt", "“调研不够深入”一项仍在推进"),
    ),
    spoiled(
        "unfinished-sentence",
        "plain.txt",
        ("没有主动去协调。", "没有主动去协调，"),
        &[18],
        ("causes_without_heading.txt", "产生上述问题的原因"),
    ),
    as_it_is(
        "vague-example",
        "aspects_at_top.txt",
        &[5],
        ("plain.txt", "例如，9月份"),
    ),
    spoiled(
        "wrong-year",
        "plain.txt",
        ("2025年度民主生活会个人", "2023年度民主生活会个人"),
        &[1, 5],
        ("plain.txt", "2025年度民主生活会个人"),
    ),
];

/// These need a template, links or another report: `rules.rs` has them, on the same reports.
const ELSEWHERE: &[&str] = &[
    "length",
    "measure-without-cause",
    "missing-dimension",
    "person-name",
    "section-share",
    "similar-to-earlier",
];

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    std::fs::read_to_string(folder.join(name)).unwrap_or_else(|it| panic!("{name}: {it}"))
}

/// Returns the lines on which each rule finds something.
fn found(bench: &Bench, text: &str) -> BTreeMap<String, Vec<u64>> {
    bench.write("report.txt", text);
    let output = bench.run(["check", "report.txt", "--json", "--fail-on", "never"]);
    let json = output.json();
    let mut found = BTreeMap::<String, Vec<u64>>::new();
    for it in json["findings"].as_array().expect("a list") {
        let lines = found.entry(it["rule"].as_str().expect("a name").to_owned());
        lines.or_default().extend(it["line"].as_u64());
    }
    found
}

#[test]
fn every_rule_has_a_hit_and_a_near_miss_in_reports_it_was_not_written_from() {
    let bench = Bench::new();
    let mut as_they_are: BTreeMap<&str, BTreeMap<String, Vec<u64>>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in CASES {
        let text = fixture(case.file);
        let spoiled = case.spoiled.map_or(text.clone(), |(from, to)| {
            assert!(text.contains(from), "{}: {from}", case.rule);
            text.replacen(from, to, 1)
        });
        let hits = found(&bench, &spoiled)
            .remove(case.rule)
            .unwrap_or_default();
        if hits != case.lines {
            wrong.push(format!("{}: {hits:?}, not {:?}", case.rule, case.lines));
        }
        let (file, words) = case.near;
        let text = fixture(file);
        let line = text.lines().position(|it| it.contains(words));
        let line = line.unwrap_or_else(|| panic!("{}: {words} is not in {file}", case.rule)) + 1;
        let found = as_they_are
            .entry(file)
            .or_insert_with(|| found(&bench, &text));
        let near = found.get(case.rule).cloned().unwrap_or_default();
        if near.contains(&(line as u64)) {
            wrong.push(format!("{}: finds something in {words}", case.rule));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    let mut names: Vec<&str> = CASES
        .iter()
        .map(|it| it.rule)
        .chain(ELSEWHERE.iter().copied())
        .collect();
    names.sort_unstable();
    let rules: Vec<&str> = pouxi::check::RULES.iter().map(|it| it.name).collect();
    assert_eq!(names, rules, "every rule stands here once");
}

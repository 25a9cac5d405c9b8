//! Reports with known content: a small one with a bit of everything, in both languages, and the seed.

use pouxi::draft::{
    DimensionKind, Outline, OutlineCause, OutlineDimension, OutlineFollowUp, OutlineMeasure,
    OutlineProblem, OutlineSection, PassageKind, Role, Status,
};
use serde_json::Value;

pub(crate) fn section(role: Role, title: &str, text: &str) -> OutlineSection {
    OutlineSection {
        role,
        title: title.to_owned(),
        text: text.to_owned(),
        not_written: None,
    }
}

pub(crate) fn dimension(title: &str, problems: Vec<OutlineProblem>) -> OutlineDimension {
    OutlineDimension {
        kind: DimensionKind::Review,
        title: title.to_owned(),
        lead_in: String::new(),
        statement: String::new(),
        problems,
        not_written: None,
    }
}

fn passages(texts: &[&str]) -> Vec<(PassageKind, String)> {
    let kinds = [PassageKind::Detail, PassageKind::Example];
    (kinds.into_iter().cycle().zip(texts))
        .map(|(kind, text)| (kind, (*text).to_owned()))
        .collect()
}

pub(crate) fn problem(headline: &str, texts: &[&str]) -> OutlineProblem {
    OutlineProblem {
        headline: headline.to_owned(),
        body: passages(texts),
        ..OutlineProblem::default()
    }
}

pub(crate) fn cause(headline: &str, texts: &[&str]) -> OutlineCause {
    OutlineCause {
        headline: headline.to_owned(),
        body: passages(texts),
        measures: Vec::new(),
    }
}

pub(crate) fn measure(headline: &str, texts: &[&str], owner: &str, due: &str) -> OutlineMeasure {
    OutlineMeasure {
        headline: headline.to_owned(),
        body: passages(texts),
        owner: owner.to_owned(),
        due: due.to_owned(),
        ..OutlineMeasure::default()
    }
}

/// A report with a bit of everything.
pub(crate) fn small() -> Outline {
    Outline {
        title: "2025年度个人剖析材料".to_owned(),
        bylines: vec!["某某局 张三".to_owned(), "（2026年1月15日）".to_owned()],
        sections: vec![
            section(Role::Opening, "前言", "根据要求，现将有关情况汇报如下。"),
            section(Role::FollowUp, "上年度整改情况", "共2项。"),
            section(Role::Case, "典型案例剖析", ""),
            section(Role::Dimensions, "存在的主要问题", "对照检查如下："),
            section(Role::Causes, "原因分析", ""),
            section(Role::Measures, "整改措施", ""),
            section(Role::Closing, "结束语", "请批评指正。\n\n谢谢。"),
        ],
        follow_ups: vec![
            OutlineFollowUp {
                problem: "学习不系统。".to_owned(),
                measure: "制定计划。\n每月自查。".to_owned(),
                status: Status::Done,
                evidence: "学习笔记".to_owned(),
                ..OutlineFollowUp::default()
            },
            OutlineFollowUp {
                problem: "调研不够。".to_owned(),
                status: Status::Ongoing,
                ..OutlineFollowUp::default()
            },
            OutlineFollowUp::default(),
        ],
        dimensions: vec![
            OutlineDimension {
                lead_in: "总体较好，但仍有差距：".to_owned(),
                ..dimension(
                    "在理论学习方面。",
                    vec![
                        problem(
                            "学习不全面。",
                            &["用什么学什么，", "如，只看*要点*", "学得浅。\n没有笔记。"],
                        ),
                        problem("", &["此外，学用脱节。"]),
                        problem("学习不深入", &["浅尝辄止。"]),
                    ],
                )
            },
            dimension(
                "在担当作为方面。",
                vec![problem("办法不多。", &["“稳”字当头。"])],
            ),
            OutlineDimension {
                kind: DimensionKind::Statement,
                ..dimension("个人有关事项报告", Vec::new())
            },
        ],
        causes: vec![
            cause("理论学习有所松懈。", &["重业务轻学习。"]),
            cause("宗旨意识淡化", &["接触群众少。"]),
        ],
        measures: vec![
            measure(
                "加强理论学习。",
                &["每周集中学习。"],
                "张三",
                "2026年6月底前",
            ),
            measure("深入基层", &[], "", "长期"),
        ],
        ..Outline::default()
    }
}

/// The same in English, shorter.
pub(crate) fn small_english() -> Outline {
    Outline {
        title: "Self-review 2025".to_owned(),
        bylines: vec!["A. Writer".to_owned()],
        sections: vec![
            section(Role::Opening, "", "As asked."),
            section(Role::FollowUp, "Last year", ""),
            section(Role::Dimensions, "Problems", ""),
            section(Role::Causes, "Causes", ""),
            section(Role::Measures, "Measures", ""),
        ],
        follow_ups: vec![OutlineFollowUp {
            problem: "Too few notes.".to_owned(),
            status: Status::Closed,
            ..OutlineFollowUp::default()
        }],
        dimensions: vec![dimension(
            "Learning",
            vec![
                problem(
                    "Reading is shallow",
                    &["Only headlines,", "for example in May", "Later too."],
                ),
                problem("Nothing is tried out.", &["Plans stay plans."]),
            ],
        )],
        causes: vec![cause("Comfort", &["Habits are kept."])],
        measures: vec![
            measure("Read weekly.", &["One paper."], "A. Writer", "2026-06-30"),
            measure("Ask", &[], "B. Reader", ""),
        ],
        ..Outline::default()
    }
}

/// Reads the seed's answer file as far as the seed needs.
pub(crate) fn seed() -> Outline {
    let answers: Value = serde_json::from_str(include_str!("../fixtures/seed.answers.json"))
        .expect("the fixture is JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let body = |value: &Value| -> Vec<(PassageKind, String)> {
        (all(&value["body"]).iter())
            .map(|it| match &it["example"] {
                Value::String(example) => (PassageKind::Example, example.clone()),
                _ => (PassageKind::Detail, text(&it["detail"])),
            })
            .collect()
    };
    let titled = |role: Role, name: &str, words: &Value| OutlineSection {
        title: text(&answers["headings"][name]),
        ..section(role, "", &text(words))
    };
    Outline {
        title: text(&answers["title"]),
        sections: vec![
            titled(Role::Opening, "opening", &answers["opening"]),
            titled(Role::FollowUp, "follow_up", &answers["follow_up"]["text"]),
            titled(Role::Dimensions, "dimensions", &Value::Null),
            titled(Role::Causes, "causes", &Value::Null),
            titled(Role::Measures, "measures", &Value::Null),
        ],
        dimensions: (all(&answers["dimensions"]).iter())
            .map(|it| OutlineDimension {
                kind: match it["statement"] {
                    Value::Null => DimensionKind::Review,
                    _ => DimensionKind::Statement,
                },
                title: text(&it["title"]),
                lead_in: text(&it["lead_in"]),
                statement: text(&it["statement"]),
                problems: (all(&it["problems"]).iter())
                    .map(|it| OutlineProblem {
                        body: body(it),
                        ..problem(&text(&it["headline"]), &[])
                    })
                    .collect(),
                not_written: None,
            })
            .collect(),
        causes: (all(&answers["causes"]).iter())
            .map(|it| OutlineCause {
                body: body(it),
                ..cause(&text(&it["headline"]), &[])
            })
            .collect(),
        measures: (all(&answers["measures"]).iter())
            .map(|it| OutlineMeasure {
                body: body(it),
                ..measure(&text(&it["headline"]), &[], "", "")
            })
            .collect(),
        ..Outline::default()
    }
}

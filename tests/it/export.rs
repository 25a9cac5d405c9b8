//! What is printed of a draft: the seed word for word, the order, the numbers, and what is left out.

use pouxi::draft::{
    Attr, ChangeCause, DimensionKind, Draft, Outline, OutlineCause, OutlineDimension,
    OutlineFollowUp, OutlineMeasure, OutlineProblem, OutlineSection, Part, PassageKind, Role,
    Session, Status,
};
use pouxi::export::{
    Content, Document, FORMATS, Options, Parentheses, document, format_named, sections,
};
use pouxi::locale::Lang;
use serde_json::Value;

const ZH: Options = Options {
    language: Lang::Zh,
    parentheses: Parentheses::Full,
};
const EN: Options = Options {
    language: Lang::En,
    parentheses: Parentheses::Full,
};

/// Returns a session on a draft with that content.
pub(crate) fn session_of(outline: Outline) -> Session {
    let mut session = Session::default();
    let change = outline.into_change(session.draft(), ChangeCause::Import);
    let _committed = session.commit(change).expect("made for this draft");
    session
}

fn print(name: &str, document: &Document) -> String {
    let format = format_named(name).expect("it is in the table");
    String::from_utf8((format.write)(document)).expect("every format so far is UTF-8")
}

fn section(role: Role, title: &str, text: &str) -> OutlineSection {
    OutlineSection {
        role,
        title: title.to_owned(),
        text: text.to_owned(),
        not_written: None,
    }
}

fn dimension(title: &str, problems: Vec<OutlineProblem>) -> OutlineDimension {
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

fn problem(headline: &str, texts: &[&str]) -> OutlineProblem {
    OutlineProblem {
        headline: headline.to_owned(),
        body: passages(texts),
        ..OutlineProblem::default()
    }
}

fn cause(headline: &str, texts: &[&str]) -> OutlineCause {
    OutlineCause {
        headline: headline.to_owned(),
        body: passages(texts),
        measures: Vec::new(),
    }
}

fn measure(headline: &str, texts: &[&str], owner: &str, due: &str) -> OutlineMeasure {
    OutlineMeasure {
        headline: headline.to_owned(),
        body: passages(texts),
        owner: owner.to_owned(),
        due: due.to_owned(),
        ..OutlineMeasure::default()
    }
}

/// A report with a bit of everything.
fn small() -> Outline {
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

/// Compares what is printed with the files that show a reader what it looks like.
#[track_caller]
fn check_golden(document: &Document, markdown: &str, text: &str) {
    assert_eq!(print("md", document), markdown);
    assert_eq!(print("txt", document), text);
}

#[test]
fn a_small_report_looks_as_it_should() {
    check_golden(
        &document(session_of(small()).draft(), &ZH),
        include_str!("../fixtures/export/small.md"),
        include_str!("../fixtures/export/small.txt"),
    );
}

#[test]
fn english_is_numbered_and_spaced_as_english() {
    let outline = Outline {
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
    };
    check_golden(
        &document(session_of(outline).draft(), &EN),
        include_str!("../fixtures/export/small-en.md"),
        include_str!("../fixtures/export/small-en.txt"),
    );
}

/// Reads the seed's answer file as far as the seed needs.
fn seed() -> Outline {
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

#[test]
fn the_seed_comes_out_word_for_word() {
    let options = Options {
        parentheses: Parentheses::Half,
        ..ZH
    };
    let document = document(session_of(seed()).draft(), &options);
    let text = print("txt", &document);
    let printed: Vec<&str> = (text.lines().map(str::trim))
        .filter(|it| !it.is_empty())
        .collect();
    let wanted: Vec<&str> = (include_str!("../fixtures/seed.txt").lines().map(str::trim))
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(printed, wanted);
}

/// Prints a draft after parts of it were left out, one line a block.
fn outline_of(draft: &Draft) -> Vec<String> {
    let first_words = |words: &str| words.chars().take(9).collect::<String>();
    (document(draft, &ZH).blocks.iter())
        .map(|it| match &it.content {
            Content::Heading { ordinal, words, .. } => ordinal.clone() + &first_words(words),
            Content::Paragraph { lead, words, .. } => first_words(&format!("{lead}{words}")),
            Content::Entry { number, .. } => format!("{number}."),
        })
        .collect()
}

#[test]
fn what_is_not_written_is_left_out_and_the_numbers_close_up() {
    let mut session = session_of(small());
    let draft = session.draft().clone();
    let dimension = &draft.dimensions[0];
    let last = draft.sections.last().unwrap();
    let reason = Some("与本人无关".to_owned());
    for part in [
        Part::Item(draft.sections[1].id),
        Part::Item(last.id),
        Part::Item(dimension.problems[0].id),
        Part::Item(draft.dimensions[1].id),
        Part::Item(draft.causes[0].id),
        Part::Item(draft.measures[0].id),
        Part::Item(draft.measures[1].id),
    ] {
        let change = session
            .draft()
            .choice(Attr::NotWritten(part, reason.clone()));
        let _committed = session.commit(change.unwrap()).unwrap();
    }
    assert_eq!(
        outline_of(session.draft()),
        [
            "根据要求，现将有关",
            "一、存在的主要问题",
            "对照检查如下：",
            "（一）在理论学习方面。",
            "总体较好，但仍有差",
            "此外，学用脱节。",
            "学习不深入。浅尝辄",
            "（二）个人有关事项报告",
            "二、原因分析",
            "（一）宗旨意识淡化",
            "接触群众少。",
        ]
    );
}

#[test]
fn examples_decided_against_are_not_printed() {
    let mut session = session_of(small());
    let problem = session.draft().dimensions[0].problems[0].id;
    let choice = Attr::NotWritten(Part::Examples(problem), Some(String::new()));
    let change = session.draft().choice(choice).unwrap();
    let _committed = session.commit(change).unwrap();
    let text = print("txt", &document(session.draft(), &ZH));
    assert!(text.contains("一是学习不全面。用什么学什么，学得浅。\n"));
}

#[test]
fn what_is_empty_is_left_out() {
    let blank = || " \u{3000}\n\t".to_owned();
    let outline = Outline {
        title: blank(),
        bylines: vec![blank()],
        sections: vec![
            section(Role::Opening, "前言", &blank()),
            section(Role::FollowUp, "上年", &blank()),
            section(Role::Dimensions, "问题", ""),
            section(Role::Causes, "原因", ""),
            section(Role::Text, "", "没有标题的一节"),
            section(Role::Measures, "措施", ""),
        ],
        follow_ups: vec![OutlineFollowUp::default()],
        dimensions: vec![dimension(&blank(), vec![problem(&blank(), &[&blank()])])],
        causes: vec![cause("", &["没有标题的原因"]), cause("", &[""])],
        measures: vec![measure("", &[], "", "")],
        set_aside: vec![("第3行".to_owned(), "暂不使用".to_owned())],
        ..Outline::default()
    };
    let session = session_of(outline);
    assert_eq!(
        outline_of(session.draft()),
        ["一、原因", "没有标题的原因", "没有标题的一节"]
    );
    assert_eq!(
        print("txt", &document(session.draft(), &ZH)),
        "　　一、原因\n　　没有标题的原因\n　　没有标题的一节\n"
    );
    for format in FORMATS {
        assert!((format.write)(&document(&Draft::default(), &ZH)).is_empty());
    }
}

#[test]
fn a_section_can_be_printed_alone() {
    let session = session_of(small());
    let whole = document(session.draft(), &ZH);
    let parts = sections(&whole);
    let listed: Vec<(Option<usize>, &str)> = (parts.iter())
        .map(|it| (it.number, it.heading.as_str()))
        .collect();
    assert_eq!(
        listed,
        [
            (None, ""),
            (Some(1), "一、上年度整改情况"),
            (Some(2), "二、存在的主要问题"),
            (Some(3), "三、原因分析"),
            (Some(4), "四、整改措施"),
            (None, ""),
        ]
    );
    assert_eq!(
        print("txt", &whole.part(&parts[3])),
        "　　三、原因分析\n　　（一）理论学习有所松懈。重业务轻学习。\n　　（二）宗旨意识淡化。接触群众少。\n"
    );
    let blocks: Vec<_> = (parts.iter())
        .flat_map(|it| whole.part(it).blocks)
        .collect();
    assert_eq!(blocks, whole.blocks);
    for block in &whole.blocks {
        assert!(session.draft().section(block.section).is_some());
        assert!(session.draft().holds(block.item));
    }
}

#[test]
fn formats_have_names_of_their_own() {
    for (at, format) in FORMATS.iter().enumerate() {
        assert!(FORMATS.iter().take(at).all(|it| it.name != format.name));
        assert!(!format.extension.starts_with('.'));
    }
    assert!(format_named("exe").is_none());
}

//! What is exported comes back: the same print, and the same structure.
//!
//! What cannot be seen in print is exempt, and the reports made here do without it: which problem has which cause and
//! measure, what is not written, the status and the evidence of a measure, whether a headline ends in a full stop that
//! the print would add (problems always, causes and measures in plain text), where one passage ends and the next
//! begins, problems without a headline behind others, causes and measures without a headline, a section text that no
//! colon ends before a list, a headline that ends in a closing quote (no renderer would see it in bold), titles of the opening and the closing, and in plain text a headline that stands alone.

use pouxi::draft::{
    DimensionKind, Outline, OutlineCause, OutlineDimension, OutlineFollowUp, OutlineMeasure,
    OutlineProblem, PassageKind, Role, Status,
};
use pouxi::export::{Options, Parentheses, document, format_named};
use pouxi::import::{Line, container};
use pouxi::locale::Lang;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::shape::shape;
use super::{check_nothing_lost, markdown, read};
use crate::outlines::session_of;
use crate::reports::{section, seed};

fn options(parentheses: Parentheses) -> Options {
    Options {
        language: Lang::Zh,
        parentheses,
    }
}

/// Exports a report and reads the file as lines.
fn printed(outline: &Outline, format: &str, parentheses: Parentheses) -> (String, Vec<Line>) {
    let session = session_of(outline.clone());
    let document = document(session.draft(), &options(parentheses));
    let bytes = (format_named(format).unwrap().write)(&document);
    if format == "docx" {
        let manuscript = container::read(&bytes, "report.docx").unwrap();
        assert_eq!(manuscript.remarks, []);
        // The bytes say nothing to a reader of a failed test; the lines say it all.
        let text: Vec<String> = (manuscript.lines.iter())
            .map(|it| format!("{:?} {} {}", it.heading, it.strong, it.text))
            .collect();
        return (text.join("\n"), manuscript.lines);
    }
    let text = String::from_utf8(bytes).unwrap();
    let lines = if format == "md" {
        markdown::lines(&text)
    } else {
        super::lines(&text)
    };
    (text, lines)
}

/// Asserts that an exported report comes back as the same: it prints the same and has the same structure.
fn check(outline: &Outline, format: &str, parentheses: Parentheses) -> Result<(), String> {
    let (text, lines) = printed(outline, format, parentheses);
    let imported = read(&lines);
    check_nothing_lost(&lines, &imported)?;
    let again = printed(&imported.outline, format, parentheses).0;
    if text != again {
        return Err(format!("{text}\n---\n{again}\n---\n{}", shape(&imported)));
    }
    let (wanted, found) = (structure(outline), structure(&imported.outline));
    if wanted != found {
        return Err(format!("{wanted:#?}\n---\n{found:#?}\n---\n{text}"));
    }
    Ok(())
}

/// Returns what of a report can be seen in print, part by part.
fn structure(outline: &Outline) -> Vec<String> {
    let headline = |it: &str| it.trim_end_matches('。').to_owned();
    let words =
        |body: &[(PassageKind, String)]| body.iter().map(|it| it.1.as_str()).collect::<String>();
    let n_examples = |body: &[(PassageKind, String)]| {
        body.iter()
            .filter(|it| it.0 == PassageKind::Example)
            .count()
    };
    let mut all = vec![outline.title.clone()];
    all.extend(outline.bylines.iter().cloned());
    all.extend(
        outline
            .sections
            .iter()
            .map(|it| format!("{:?} {} {}", it.role, it.title, it.text)),
    );
    all.extend(outline.follow_ups.iter().map(|it| format!("{it:?}")));
    for it in &outline.dimensions {
        all.push(format!(
            "{:?} {} {} {}",
            it.kind, it.title, it.lead_in, it.statement
        ));
        for OutlineProblem {
            headline: it, body, ..
        } in &it.problems
        {
            all.push(format!(
                "problem {} {} {}",
                headline(it),
                words(body),
                n_examples(body)
            ));
        }
    }
    for it in &outline.causes {
        all.push(format!(
            "cause {} {}",
            headline(&it.headline),
            words(&it.body)
        ));
    }
    for it in &outline.measures {
        all.push(format!(
            "measure {} {} {} {}",
            headline(&it.headline),
            words(&it.body),
            it.owner,
            it.due
        ));
    }
    all.extend(outline.set_aside.iter().map(|it| it.1.clone()));
    all
}

fn pick(words: &[&str]) -> impl Strategy<Value = String> + use<> {
    select(words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
}

fn headline() -> impl Strategy<Value = String> {
    pick(&[
        "学习不够深入。",
        "走访群众偏少",
        "讲“一言堂”的多",
        "担当的劲头不足！",
        "到**镇调研不够。",
        "对XX项目跟进慢",
        "落实[三项]制度不严。",
        "安全检查走过场。",
        "‘稳’字当头",
        "3项任务没有完成。",
    ])
}

fn body() -> impl Strategy<Value = Vec<(PassageKind, String)>> {
    let detail = pick(&[
        "平时忙于事务，静下心来想得少。",
        "总觉得差不多就行。",
        "*重点*工作抓得不紧。",
        "说起来头头是道，做起来打了折扣。",
        "思想上有松懈。\n行动上有拖延。",
        "没有做到1.5倍的进度。",
    ]);
    let example = pick(&[
        "例如，3月的检查走了过场。",
        "比如，对群众的来信压了两周。",
        "如，会上没有发言；",
        "再如，台账漏记了4笔。",
    ]);
    (detail, vec(example, 0..3), any::<bool>()).prop_map(|(detail, examples, is_told)| {
        let mut body: Vec<_> = is_told
            .then(|| (PassageKind::Detail, detail.clone()))
            .into_iter()
            .collect();
        let n_examples = examples.len();
        body.extend(examples.into_iter().map(|it| (PassageKind::Example, it)));
        // An example that a semicolon ends wants another behind it.
        if body.last().is_some_and(|it| it.1.ends_with('；')) {
            body.push((PassageKind::Example, "又如，答应的事没有办。".to_owned()));
        }
        if n_examples > 0 || !is_told {
            body.push((PassageKind::Detail, "这些都没有引起重视。".to_owned()));
        }
        body
    })
}

fn dimension() -> impl Strategy<Value = OutlineDimension> {
    let title = pick(&[
        "在理论学习方面。",
        "带头担当作为方面",
        "在廉洁自律方面存在的问题",
        "作风建设方面。",
    ]);
    let lead_in = pick(&[
        "",
        "总体较好，但仍有差距：",
        "主要有以下不足：\n有的还很突出：",
    ]);
    let headed = vec((headline(), body()), 1..4).prop_map(|all| {
        let all = all.into_iter();
        all.map(|(headline, body)| OutlineProblem {
            headline,
            body,
            ..OutlineProblem::default()
        })
        .collect()
    });
    let unheaded = Just(vec![OutlineProblem {
        body: vec![(PassageKind::Detail, "平时学得少，用得更少。".to_owned())],
        ..OutlineProblem::default()
    }]);
    let review = (
        title,
        prop_oneof![
            3 => (lead_in, headed),
            1 => (Just(String::new()), unheaded),
            1 => (Just(String::new()), Just(Vec::new())),
        ],
    )
        .prop_map(|(title, (lead_in, problems))| OutlineDimension {
            kind: DimensionKind::Review,
            title,
            lead_in,
            statement: String::new(),
            problems,
            not_written: None,
        });
    let statement =
        pick(&["", "无。", "本人无需要说明的事项。\n特此说明。"]).prop_map(|statement| {
            OutlineDimension {
                kind: DimensionKind::Statement,
                title: "个人有关事项报告".to_owned(),
                lead_in: String::new(),
                statement,
                problems: Vec::new(),
                not_written: None,
            }
        });
    prop_oneof![5 => review, 1 => statement]
}

fn follow_up() -> impl Strategy<Value = OutlineFollowUp> {
    let status = select(vec![
        Status::Open,
        Status::Underway,
        Status::Ongoing,
        Status::Done,
        Status::Closed,
        Status::Unfinished,
    ]);
    let text = |words: &[&str]| pick(words);
    (
        text(&["学习不系统。", "调研不够"]),
        text(&["", "每月自查。", "制定计划。\n专人负责。"]),
        text(&["", "学习笔记12篇", "见台账。"]),
        status,
    )
        .prop_map(|(problem, measure, evidence, status)| OutlineFollowUp {
            problem,
            measure,
            status,
            evidence,
            origin: None,
        })
}

fn report() -> impl Strategy<Value = Outline> {
    let usual = [
        section(
            Role::Opening,
            "",
            "根据通知要求，我认真作了准备。现将情况汇报如下。",
        ),
        section(
            Role::FollowUp,
            "上年度整改情况",
            "上年度查摆问题3个，逐项说明如下。",
        ),
        section(Role::Dimensions, "存在的主要问题", "对照要求，检查如下："),
        section(
            Role::Case,
            "典型案例剖析",
            "通报的案例令人警醒。\n对照起来，我也有放松的时候。",
        ),
        section(Role::Causes, "产生问题的原因分析", ""),
        section(Role::Text, "对支部工作的建议", "多开小会，多听意见。"),
        section(
            Role::Measures,
            "努力方向和改进措施",
            "今后着力做好以下工作：",
        ),
        section(
            Role::Closing,
            "",
            "以上报告，请批评指正。\n张三\n2026年1月15日",
        ),
    ];
    let measure = (
        headline(),
        body(),
        pick(&["", "张三", "张三（局长）"]),
        pick(&["", "2026年6月底前", "长期"]),
    );
    let measure = measure.prop_map(|(headline, body, owner, due)| OutlineMeasure {
        headline,
        body,
        owner,
        due,
        ..OutlineMeasure::default()
    });
    let cause = (headline(), body()).prop_map(|(headline, body)| OutlineCause {
        headline,
        body,
        measures: Vec::new(),
    });
    (
        subsequence(usual.to_vec(), 4..=usual.len()),
        subsequence(
            vec!["县水务局 周明德".to_owned(), "（2026年1月8日）".to_owned()],
            0..=2,
        ),
        vec(dimension(), 1..5),
        vec(follow_up(), 0..4),
        vec(cause, 1..4),
        vec(measure, 1..4),
    )
        .prop_map(
            |(sections, bylines, dimensions, follow_ups, causes, measures)| {
                let has = |role: Role| sections.iter().any(|it| it.role == role);
                Outline {
                    template: String::new(),
                    title: "2025年度民主生活会个人对照检查材料".to_owned(),
                    dimensions: if has(Role::Dimensions) {
                        dimensions
                    } else {
                        Vec::new()
                    },
                    follow_ups: if has(Role::FollowUp) {
                        follow_ups
                    } else {
                        Vec::new()
                    },
                    causes: if has(Role::Causes) {
                        causes
                    } else {
                        Vec::new()
                    },
                    measures: if has(Role::Measures) {
                        measures
                    } else {
                        Vec::new()
                    },
                    bylines,
                    sections,
                    ..Outline::default()
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn exported_word_documents_come_back(outline in report(), is_half in any::<bool>()) {
        let parentheses = if is_half { Parentheses::Half } else { Parentheses::Full };
        check(&outline, "docx", parentheses).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn exported_markdown_comes_back(outline in report(), is_half in any::<bool>()) {
        let parentheses = if is_half { Parentheses::Half } else { Parentheses::Full };
        check(&outline, "md", parentheses).map_err(TestCaseError::fail)?;
    }
}

#[test]
fn the_exported_seed_comes_back() {
    for parentheses in [Parentheses::Half, Parentheses::Full] {
        let (_, lines) = printed(&seed(), "md", parentheses);
        let imported = read(&lines);
        let mut wanted = seed();
        "mzsh-2020".clone_into(&mut wanted.template);
        assert_eq!(imported.outline, wanted);
        assert_eq!(imported.account.unplaced, 0);
        for format in ["txt", "docx"] {
            let (_, lines) = printed(&seed(), format, parentheses);
            assert_eq!(read(&lines).outline, wanted, "{format}");
        }
    }
}

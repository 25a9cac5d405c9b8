//! Nothing is ever lost, whatever the text: arbitrary lines, and real reports with their lines cut, joined, swapped
//! and sprinkled with signs.

use pouxi::import::{Cell, Line};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{check_nothing_lost, lines, read};

/// What a form could take for a part of a report.
fn sign() -> impl Strategy<Value = String> {
    let signs = vec![
        "一、",
        "二、",
        "三、",
        "（一）",
        "(二)",
        "（三）",
        "1.",
        "2、",
        "3．",
        "(1)",
        "（2）",
        "①",
        "②",
        "一是",
        "二是",
        "三是",
        "第一，",
        "第二，",
        "首先，",
        "其次，",
        "最后",
        "一方面",
        "另一方面，",
        "一要",
        "• ",
        "- ",
        "1.1 ",
        "第一部分 ",
        "存在的主要问题",
        "原因分析",
        "整改措施",
        "存在问题及原因",
        "上年度整改情况",
        "典型案例剖析",
        "个人有关事项报告",
        "在理论学习方面",
        "带头担当方面。",
        "学习不够",
        "如，",
        "例如，",
        "；再如，",
        "2025年3月，",
        "问题：",
        "整改措施：",
        "整改情况：",
        "已完成",
        "佐证：",
        "（责任人：张三；完成时限：月底）",
        "（责任人：",
        "原因是",
        "产生上述问题的原因：",
        "剖析材料",
        "2025年度",
        "根据",
        "以上是",
        "请批评指正",
        "2026年1月15日",
        "浏览量：1",
        "8 J4 ]$ j(",
        "— 1 —",
        "但仍存在",
        "：",
        "。",
        "，",
        "；",
        "“",
        "”",
        "）",
        "（",
        ".",
        " ",
        "\u{3000}",
        "\t",
        "a",
        "Zeit",
        "XX镇",
        "**",
        "--",
        "學習",
        "問題",
        "😀",
        "e\u{301}",
        "\u{200b}",
        "篇一",
        "篇二：",
    ];
    select(signs).prop_map(str::to_owned)
}

fn line() -> impl Strategy<Value = Line> {
    let text = vec(prop_oneof![8 => sign(), 1 => "\\PC{0,4}"], 0..9).prop_map(|it| it.concat());
    let heading = prop_oneof![8 => Just(None), 1 => (1..5_u8).prop_map(Some)];
    let cell =
        prop_oneof![9 => Just(None), 1 => (0..2_usize, 0..2_usize, 0..2_usize).prop_map(Some)];
    (text, heading, cell, 0..40_usize).prop_map(|(text, heading, cell, strong)| Line {
        number: 0,
        strong: if strong < 12 { strong } else { 0 },
        aside: strong == 39,
        text,
        heading,
        made: 0,
        cell: cell.map(|(table, row, column)| Cell { table, row, column }),
    })
}

/// A change of a text that a copy could have suffered.
#[derive(Clone, Debug)]
enum Harm {
    Join(Index),
    Cut(Index, Index),
    Swap(Index, Index),
    Drop(Index),
    Repeat(Index),
    Sprinkle(Index, Index, String),
}

fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Harm::Join),
        (at(), at()).prop_map(|(line, at)| Harm::Cut(line, at)),
        (at(), at()).prop_map(|(a, b)| Harm::Swap(a, b)),
        at().prop_map(Harm::Drop),
        at().prop_map(Harm::Repeat),
        (at(), at(), sign()).prop_map(|(line, at, sign)| Harm::Sprinkle(line, at, sign)),
    ]
}

fn place(line: &str, at: Index) -> usize {
    let places: Vec<usize> = line
        .char_indices()
        .map(|it| it.0)
        .chain([line.len()])
        .collect();
    *at.get(&places)
}

fn harmed(text: &str, harms: &[Harm]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for harm in harms {
        if lines.is_empty() {
            break;
        }
        let n_lines = lines.len();
        match harm {
            Harm::Join(at) => {
                let at = at.index(n_lines);
                if at + 1 < n_lines {
                    let next = lines.remove(at + 1);
                    lines[at].push_str(&next);
                }
            }
            Harm::Cut(line, at) => {
                let line = line.index(n_lines);
                let rest = place(&lines[line], *at);
                let rest = lines[line].split_off(rest);
                lines.insert(line + 1, rest);
            }
            Harm::Swap(a, b) => lines.swap(a.index(n_lines), b.index(n_lines)),
            Harm::Drop(at) => drop(lines.remove(at.index(n_lines))),
            Harm::Repeat(at) => {
                let at = at.index(n_lines);
                lines.insert(at, lines[at].clone());
            }
            Harm::Sprinkle(line, at, sign) => {
                let line = line.index(n_lines);
                let at = place(&lines[line], *at);
                lines[line].insert_str(at, sign);
            }
        }
    }
    lines.join("\n")
}

const REPORTS: [&str; 6] = [
    include_str!("../../fixtures/seed.txt"),
    include_str!("../../fixtures/import/chain_by_dimension.txt"),
    include_str!("../../fixtures/import/follow_up_list.txt"),
    include_str!("../../fixtures/import/merged_causes.txt"),
    include_str!("../../fixtures/import/no_newlines.txt"),
    include_str!("../../fixtures/import/page_chrome.txt"),
];

/// How many cases are tried: as many as `PROPTEST_CASES` says, 600 at the least.
fn cases() -> u32 {
    ProptestConfig::default().cases.max(600)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_any_lines_is_lost(mut lines in vec(line(), 0..24)) {
        for (idx, line) in lines.iter_mut().enumerate() {
            line.number = idx + 1;
        }
        let imported = read(&lines);
        check_nothing_lost(&lines, &imported).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn nothing_of_a_harmed_report_is_lost(report in select(REPORTS.to_vec()), harms in vec(harm(), 0..20)) {
        let lines = lines(&harmed(report, &harms));
        let imported = read(&lines);
        check_nothing_lost(&lines, &imported).map_err(TestCaseError::fail)?;
    }
}

/// Headings that stand in each other without end are no endless descent.
#[test]
fn deep_texts_do_not_exhaust_the_stack() {
    for sign in [
        "1.存在问题：",
        "（一）存在的问题",
        "一、问题",
        "一是",
        "“",
        "（",
        "问题：",
        "如，",
        "\n一、措施\n",
        "\n- ",
        "\n一是学习不够。",
    ] {
        let lines = lines(&format!("二、存在的主要问题\n{}", sign.repeat(20_000)));
        let imported = read(&lines);
        check_nothing_lost(&lines, &imported).unwrap();
    }
}

/// A dimension with its problems in two parts leads in to both.
#[test]
fn both_of_two_lead_ins_are_kept() {
    let lines = lines(
        "一、存在的问题\n（一）学习方面\n1.存在问题\n对照要求，有以下不足。\n一是学得少。\n2.存在的主要问题\n另外，还有不足。\n\
         一是想得少。\n3.原因分析\n一是抓得不紧。",
    );
    let imported = read(&lines);
    let dimension = &imported.outline.dimensions[0];
    assert_eq!(
        dimension.lead_in, "对照要求，有以下不足。\n另外，还有不足。",
        "{imported:?}"
    );
    assert_eq!(dimension.problems.len(), 2);
    check_nothing_lost(&lines, &imported).unwrap();
}

/// What the reader of a container made itself is no character of the text.
#[test]
fn made_ordinals_do_not_count() {
    let text = [
        "一、存在的问题",
        "(一)学习方面",
        "学习不够。",
        "二、整改措施",
        "1.多学习。",
    ];
    let made = ["一、".len(), "(一)".len(), 0, "二、".len(), "1.".len()];
    let lines: Vec<Line> = (text.iter().zip(made).enumerate())
        .map(|(idx, (text, made))| Line {
            number: idx + 1,
            text: (*text).to_owned(),
            made,
            ..Line::default()
        })
        .collect();
    let imported = read(&lines);
    assert_eq!(
        imported.account.source,
        "存在的问题学习方面学习不够。整改措施多学习。"
            .chars()
            .count()
    );
    assert_eq!(imported.account.placed, imported.account.source);
    assert_eq!(imported.outline.dimensions[0].title, "学习方面");
    assert_eq!(imported.outline.measures[0].headline, "多学习。");
}

/// Words in the cells of a table are kept together, and told; a table of one column is a frame.
#[test]
fn tables_are_set_aside_and_frames_are_read() {
    let row = |number: usize, column: usize, text: &str| Line {
        number,
        text: text.to_owned(),
        cell: Some(Cell {
            table: 0,
            row: 0,
            column,
        }),
        ..Line::default()
    };
    let table = [
        row(1, 0, "序号"),
        row(1, 1, "问题"),
        row(2, 0, "1"),
        row(2, 1, "学习不够"),
    ];
    let imported = read(&table);
    assert_eq!(
        imported.outline.set_aside,
        [("第1行".to_owned(), "序号\n问题\n1\n学习不够".to_owned())]
    );
    check_nothing_lost(&table, &imported).unwrap();
    let frame = [row(1, 0, "一、存在的问题"), row(2, 0, "一是学习不够。")];
    let imported = read(&frame);
    assert_eq!(
        imported.outline.dimensions[0].problems[0].headline,
        "学习不够。"
    );
}

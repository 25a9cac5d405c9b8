//! Markdown by example, and the report's own Markdown read back.

use super::{is_markdown, read};
use crate::import::container::Noticed;
use crate::import::{Cell, Notice};

/// Checks the lines that have words.
#[track_caller]
fn check(markdown: &str, wanted: &[(usize, &str)]) {
    let manuscript = read(markdown);
    let lines = manuscript.lines.iter().filter(|it| !it.text.is_empty());
    let found: Vec<(usize, &str)> = lines.map(|it| (it.number, it.text.as_str())).collect();
    assert_eq!(found, wanted, "{markdown}");
}

#[track_caller]
fn check_told(markdown: &str, wanted: &[(usize, &str)], told: &[(usize, Noticed)]) {
    check(markdown, wanted);
    let remarks: Vec<(usize, Notice)> = (read(markdown).remarks.into_iter())
        .map(|it| (it.line, it.notice))
        .collect();
    let told: Vec<(usize, Notice)> = told
        .iter()
        .map(|(line, it)| (*line, it.clone().into()))
        .collect();
    assert_eq!(remarks, told, "{markdown}");
}

#[test]
fn headings_and_paragraphs_are_lines() {
    let manuscript = read(
        "# 题目 #\r\n\r\n## 一、问题\r\n**一是不深**。后文\r\n接着\\\r\n再来\r\n\r\n丙\r\n===\r\n",
    );
    let found: Vec<(usize, &str, Option<u8>)> = (manuscript.lines.iter())
        .map(|it| (it.number, it.text.as_str(), it.heading))
        .collect();
    assert_eq!(
        found,
        [
            (1, "题目", Some(1)),
            (2, "", None),
            (3, "一、问题", Some(2)),
            (3, "", None),
            (4, "一是不深。后文", None),
            (5, "接着", None),
            (6, "再来", None),
            (7, "", None),
            (8, "丙", Some(1)),
        ]
    );
}

#[test]
fn escapes_and_references_are_undone() {
    check(
        r"\*\*镇 \`x\` 1\. a&amp;b &#23398; \# c",
        &[(1, "**镇 `x` 1. a&b 学 # c")],
    );
    check(
        "`a*b` *斜* __粗__ <https://a.cn>",
        &[(1, "a*b 斜 粗 https://a.cn")],
    );
    check("**“加粗”**文字", &[(1, "“加粗”文字")]);
}

#[test]
fn lists_have_their_ordinals() {
    let manuscript = read("3. 甲\n\n   续\n4. 乙\n   - 丙\n     1) 丁\n- 戊\n");
    let found: Vec<(&str, usize)> = (manuscript.lines.iter())
        .filter(|it| !it.text.is_empty())
        .map(|it| (it.text.as_str(), it.made))
        .collect();
    assert_eq!(
        found,
        [
            ("3. 甲", 3),
            ("续", 0),
            ("4. 乙", 3),
            ("丙", 0),
            ("1) 丁", 3),
            ("戊", 0)
        ]
    );
}

#[test]
fn tables_are_cells() {
    let manuscript = read("| 问题 | 措施 |\n|---|---|\n| 甲 | **乙** |\n| | 丙 |\n");
    let cells: Vec<(&str, Option<Cell>)> = (manuscript.lines.iter())
        .map(|it| (it.text.as_str(), it.cell))
        .collect();
    let at = |row, column| {
        Some(Cell {
            table: 0,
            row,
            column,
        })
    };
    assert_eq!(
        cells,
        [
            ("问题", at(0, 0)),
            ("措施", at(0, 1)),
            ("甲", at(1, 0)),
            ("乙", at(1, 1)),
            ("丙", at(2, 1))
        ]
    );
}

#[test]
fn what_is_not_shown_is_told_or_kept() {
    let words = |it: &str| it.to_owned();
    check_told(
        "甲<!-- 想想 -->乙\n\n<!-- 另\n一处 -->\n",
        &[(1, "甲乙")],
        &[
            (
                1,
                Noticed::HtmlComment {
                    words: words("想想"),
                },
            ),
            (
                3,
                Noticed::HtmlComment {
                    words: words("另 一处"),
                },
            ),
        ],
    );
    check_told(
        "[甲](http://a.cn) ![图](b.png)",
        &[(1, "甲 图")],
        &[
            (
                1,
                Noticed::LinkGoal {
                    url: words("http://a.cn"),
                },
            ),
            (
                1,
                Noticed::PictureAt {
                    url: words("b.png"),
                },
            ),
        ],
    );
    check(
        "甲\n\n[注]: 说明\n\n[注]: 再说\n\n乙\n\n[末]: 尾\n",
        &[
            (1, "甲"),
            (3, "[注]: 说明"),
            (5, "[注]: 再说"),
            (7, "乙"),
            (9, "[末]: 尾"),
        ],
    );
    check_told(
        "甲[^1]\n\n[^1]: 脚注\n",
        &[(1, "甲"), (3, "脚注")],
        &[(3, Noticed::MarkdownAside)],
    );
    check(
        "<div>甲</div>\n<某镇> <b>乙</b>\n",
        &[(1, "甲"), (2, "<某镇> 乙")],
    );
    check(
        "~~~ 说明\n甲\n~~~\n    乙\n",
        &[(1, "说明"), (2, "甲"), (4, "乙")],
    );
    check("> 甲\n> 乙\n", &[(1, "甲"), (2, "乙")]);
}

#[test]
fn markdown_is_known() {
    for (text, name, is) in [
        ("甲", "a.MD", true),
        ("# 题目\n", "", true),
        ("甲\n## 一、\n", "a.txt", true),
        ("#话题 甲", "", false),
        ("# \n", "", false),
        ("一、甲", "a.txt", false),
    ] {
        assert_eq!(is_markdown(text, name), is, "{text:?} {name}");
    }
}

#[test]
fn cells_beyond_the_columns_are_kept() {
    let manuscript = read("| 甲 |\n|---|\n| 乙 | 丙 | 丁 |\n\n戊\n");
    let lines = manuscript.lines.iter().filter(|it| !it.text.is_empty());
    let found: Vec<(&str, Option<usize>)> = lines
        .map(|it| (it.text.as_str(), it.cell.map(|it| it.column)))
        .collect();
    assert_eq!(
        found,
        [
            ("甲", Some(0)),
            ("乙", Some(0)),
            ("丙", Some(1)),
            ("丁", Some(2)),
            ("戊", None)
        ]
    );
}

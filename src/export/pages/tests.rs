//! Pages of known documents, and what holds for all.

use proptest::prelude::*;

use super::*;
use crate::export::{Block, Byline, Content};
use crate::locale::Lang;
use crate::typeset::{Ambiguous, text_width};

const ITEM: ItemId = ItemId(1);

fn block(content: Content) -> Block {
    Block {
        section: ITEM,
        item: ITEM,
        content,
    }
}

fn heading(ordinal: &str, words: &str) -> Block {
    block(Content::Heading {
        level: 1,
        ordinal: ordinal.to_owned(),
        words: words.to_owned(),
    })
}

fn paragraph(words: &str, run_in: Option<&'static str>) -> Block {
    block(Content::Paragraph {
        lead: String::new(),
        words: words.to_owned(),
        run_in,
    })
}

fn document(title: &str, bylines: &[&str], blocks: Vec<Block>) -> Document {
    let byline = |it: &&str| Byline {
        item: ITEM,
        words: (*it).to_owned(),
    };
    Document {
        language: Lang::Zh,
        title: title.to_owned(),
        bylines: bylines.iter().map(byline).collect(),
        blocks,
    }
}

/// Draws pages: a full-width blank for two half characters of indent, `-` between pages.
fn drawn(document: &Document, grid: &Grid) -> String {
    let pages = Pages::of(document, grid);
    let row = |it: &Row| format!("{}{}", ".".repeat(it.indent.into()), pages.words(it));
    let page = |it: &Vec<Row>| it.iter().map(row).collect::<Vec<_>>().join("\n");
    let all: Vec<String> = pages.pages.iter().map(page).collect();
    all.join("\n-\n")
}

#[test]
fn the_head_is_centred_and_paragraphs_are_indented() {
    let grid = Grid {
        columns: 20,
        title: Some(7),
        ..Grid::official()
    };
    let document = document(
        "民主生活会对照检查材料",
        &["林知远"],
        vec![
            paragraph("会前我参加学习，逐项查摆，报告如下。", None),
            heading("一、", "存在的问题"),
            paragraph("认识不深。", None),
            heading("（一）", "学习松懈"),
            paragraph("只看不学。", Some("。")),
        ],
    );
    let expected = "\
.....民主生活会
....对照检查材料
.......林知远

....会前我参加学习，
逐项查摆，报告如下。
....一、存在的问题
....认识不深。
....（一）学习松懈。
只看不学。";
    assert_eq!(drawn(&document, &grid), expected);
}

#[test]
fn a_heading_is_never_alone_at_the_foot_of_a_page() {
    let blocks = || {
        vec![
            paragraph("甲", None),
            heading("一、", "乙"),
            heading("（一）", "丙"),
            paragraph("丁", None),
        ]
    };
    let grid = Grid {
        rows: 3,
        ..Grid::official()
    };
    let kept = "....甲\n-\n....一、乙\n....（一）丙\n....丁";
    assert_eq!(drawn(&document("", &[], blocks()), &grid), kept);
    let grid = Grid {
        keeps_headings: false,
        ..grid
    };
    let let_go = "....甲\n....一、乙\n....（一）丙\n-\n....丁";
    assert_eq!(drawn(&document("", &[], blocks()), &grid), let_go);
}

#[test]
fn headings_that_fill_a_page_are_parted_all_the_same() {
    let blocks = (0..5).map(|_| heading("一、", "甲")).collect();
    let grid = Grid {
        rows: 2,
        ..Grid::official()
    };
    let pages = Pages::of(&document("", &[], blocks), &grid);
    assert_eq!(
        pages.pages.iter().map(Vec::len).collect::<Vec<_>>(),
        [2, 2, 1]
    );
}

#[test]
fn a_row_of_28_characters_is_full_with_28_characters() {
    let check = |text: &str, expected: &[&str]| {
        let pages = Pages::of(
            &document("", &[], vec![paragraph(text, None)]),
            &Grid::official(),
        );
        let rows: Vec<&str> = pages.rows().map(|(_, it)| pages.words(it)).collect();
        assert_eq!(rows, expected);
    };
    // 26 behind the indent, then 28; Arabic digits take half, quotation marks a whole.
    let ten = "一二三四五六七八九十";
    check(
        &ten.repeat(6),
        &[
            &format!("{ten}{ten}一二三四五六"),
            &format!("七八九十{ten}{ten}一二三四"),
            "五六七八九十",
        ],
    );
    check(
        &format!("“{ten}{ten}12345678”一二"),
        &[&format!("“{ten}{ten}12345678”"), "一二"],
    );
    // A mark that may not begin a row takes its character down with it.
    check(
        &format!("{ten}{ten}一二三四五六，七八"),
        &[&format!("{ten}{ten}一二三四五"), "六，七八"],
    );
}

#[test]
fn nothing_is_on_no_page() {
    assert_eq!(
        Pages::of(&document("", &[], Vec::new()), &Grid::official()).pages,
        Vec::<Vec<Row>>::new()
    );
}

#[test]
fn the_official_grid_is_that_of_the_standard() {
    let grid = Grid::official();
    assert_eq!(
        (grid.rows, grid.columns, grid.title, grid.indent),
        (22, 56, Some(20), 4)
    );
}

#[test]
fn name_and_date_stand_at_the_right() {
    let blocks = vec![
        paragraph("不妥之处，请批评指正。", None),
        paragraph("林知远", None),
        paragraph("2026年1月20日", None),
    ];
    let expected = format!(
        "....不妥之处，请批评指正。\n\n{}林知远\n{}2026年1月20日",
        ".".repeat(56 - 6 - 15),
        ".".repeat(56 - 13 - 4),
    );
    assert_eq!(
        drawn(&document("", &[], blocks), &Grid::official()),
        expected
    );
}

#[test]
fn straight_quotes_are_printed_curly() {
    let blocks = vec![paragraph("整治\"四风\"。", None)];
    assert_eq!(
        drawn(&document("", &[], blocks), &Grid::official()),
        "....整治“四风”。"
    );
}

prop_compose! {
    fn any_document()(
        title in "[学习，2“”（）年度a ]{0,50}",
        bylines in prop::collection::vec("[林知远a ]{1,40}", 0..3),
        blocks in prop::collection::vec(
            ("[学习，。；“”（）——2a %]{1,90}", 0..4u8), 0..20,
        ),
    ) -> Document {
        let blocks = blocks.into_iter().map(|(words, kind)| match kind {
            0 => heading("一、", &words),
            1 => paragraph(&words, Some("。")),
            2 => block(Content::Entry { number: 3, paragraphs: vec![words.clone(), words] }),
            _ => paragraph(&words, None),
        });
        let bylines: Vec<&str> = bylines.iter().map(String::as_str).collect();
        document(&title, &bylines, blocks.collect())
    }
}

proptest! {
    #[test]
    fn rows_are_the_whole_text_and_fit(document in any_document(), rows in 1..24usize) {
        let grid = Grid { rows, ..Grid::official() };
        let pages = Pages::of(&document, &grid);
        let mut joined = vec![String::new(); pages.paragraphs.len()];
        for (_, row) in pages.rows() {
            let width = usize::from(row.indent) + text_width(pages.words(row), Ambiguous::Wide);
            prop_assert!(width <= 56, "{:?}", pages.words(row));
            if let Some(n) = row.paragraph {
                joined[n].push_str(pages.words(row));
            }
        }
        let texts: Vec<String> = pages.paragraphs.iter().map(|it| it.text.clone()).collect();
        prop_assert_eq!(joined, texts);
        for page in &pages.pages {
            prop_assert!((1..=rows).contains(&page.len()));
        }
    }

    #[test]
    fn no_heading_is_parted_from_what_it_stands_over(document in any_document(), rows in 8..24usize) {
        let grid = Grid { rows, ..Grid::official() };
        let pages = Pages::of(&document, &grid);
        for pair in pages.pages.windows(2) {
            let is_heading = |it: &Row| matches!(pages.kind(it), Some(Kind::Heading(_)));
            let all_headings = pair[0].iter().all(is_heading);
            let last = pair[0].last();
            prop_assert!(all_headings || !last.is_some_and(is_heading));
        }
    }

    #[test]
    fn every_piece_of_the_text_has_its_block(document in any_document()) {
        let pages = Pages::of(&document, &Grid::official());
        for paragraph in &pages.paragraphs {
            prop_assert_eq!(paragraph.pieces.first().map(|it| it.0), Some(0));
            for (at, source) in &paragraph.pieces {
                prop_assert!(paragraph.text.is_char_boundary(*at));
                if let Source::Block(n) = source {
                    prop_assert!(*n < document.blocks.len());
                }
            }
        }
    }
}

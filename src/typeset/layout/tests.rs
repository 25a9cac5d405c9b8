//! Small settings drawn as text: the rows separated by bars, a newline as `⏎`.

use super::super::samples::SEED;
use super::*;

/// Draws the rows of a text.
pub(super) fn drawn(text: &str, layout: &Layout) -> String {
    let mut drawn = String::new();
    for (index, row) in layout.rows().enumerate() {
        let before = index.checked_sub(1).map(|it| layout.row(it));
        match before {
            Some(it) if it.end == row.start => drawn.push('|'),
            Some(_) => drawn.push_str("⏎|"),
            None => {}
        }
        drawn.push_str(text.get(row.start..row.end).unwrap());
    }
    drawn
}

/// Sets a text and compares its rows.
fn check(text: &str, columns: u16, expected: &str) {
    let layout = Layout::new(text, columns, Ambiguous::Narrow);
    assert_eq!(drawn(text, &layout), expected);
}

#[test]
fn rows_are_filled_and_paragraphs_kept_apart() {
    check("", 10, "");
    check("对照检查材料", 8, "对照检查|材料");
    check("一\n\n二", 8, "一⏎|⏎|二");
    check("一\r\n二\n", 8, "一⏎|二⏎|");
    check("a\tb", 8, "a\tb");
}

#[test]
fn a_full_last_row_is_followed_by_an_empty_one() {
    check("对照检查", 8, "对照检查|");
    check("对照检查\n", 8, "对照检查|⏎|");
    check("对照检查\n材料", 8, "对照检查|⏎|材料");
    check("abc", 3, "abc|");
}

#[test]
fn marks_do_not_start_a_row() {
    check("对照检查。材料组", 8, "对照检|查。材|料组");
    check("学习不够、深入不足", 8, "学习不|够、深入|不足");
    check("学习“不够”，深入", 10, "学习“不|够”，深入");
    check("问题整改？！要落实", 8, "问题整|改？！要|落实");
    check(
        "时间过半，完成１０％的任务",
        12,
        "时间过半，完|成１０％的|任务",
    );
    check("列夫·托尔斯泰", 4, "列|夫·|托尔|斯泰|");
    check("时时々刻刻", 4, "时|时々|刻刻|");
    check("十四五 ，规划", 6, "十四|五 ，|规划");
}

#[test]
fn marks_do_not_end_a_row() {
    check("查摆问题（三类）", 10, "查摆问题|（三类）");
    check("查摆问题（三类）吧", 10, "查摆问题|（三类）吧|");
    check("学习了《条例》全文", 8, "学习了|《条例》|全文");
    check("坚持“2035”目标不变", 7, "坚持|“2035”|目标|不变");
    check("在Word“四风”里", 6, "在Word|“四|风”里");
    check("共花费￥200元整", 8, "共花费|￥200|元整");
    check("共花费$200元整", 8, "共花费|$200元整|");
}

#[test]
fn dashes_and_ellipses_stay_whole() {
    check("目标——实干", 8, "目标——|实干");
    check("目标实——干部", 8, "目标实——|干部");
    check("如此等等……继续", 10, "如此等等……|继续");
    check("如此等等等……继续", 10, "如此等等|等……继续");
    let wide = |text: &str, columns: u16, expected: &str| {
        let layout = Layout::new(text, columns, Ambiguous::Wide);
        assert_eq!(drawn(text, &layout), expected);
    };
    wide("目标——实干", 8, "目标——|实干");
    wide("目标实——干部", 8, "目标|实——|干部");
    wide("字——字", 4, "字|——|字");
    wide("说“……”了", 4, "说|“|……|”了|");
}

#[test]
fn words_and_numbers_stay_whole_where_they_fit() {
    check("the quick fox", 8, "the |quick |fox");
    check("用Rust写程序", 7, "用Rust|写程序");
    check("我们用Rust写", 7, "我们用|Rust写");
    check("共1,240字，占3.14成", 8, "共1,240|字，占|3.14成");
    check("面向2035年远景", 6, "面向|2035年|远景");
    check("don’t stop", 6, "don’t |stop");
    check("incomprehensible", 6, "incomp|rehens|ible");
    check("的incomprehensible", 6, "的|incomp|rehens|ible");
    check("see a/b/c", 5, "see |a/b/c|");
}

#[test]
fn spaces_have_a_cell_of_their_own() {
    check("abcd ef", 4, "abcd| ef");
    check("ab cd ef", 5, "ab |cd ef|");
    check("字字字字  字", 8, "字字字|字  字");
    check("字          字", 6, "字    |      |字");
}

#[test]
fn clusters_stay_whole() {
    check("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}|e\u{301}");
    check("👨‍👩‍👧👨‍👩‍👧🇨🇳🇫🇷", 4, "👨‍👩‍👧👨‍👩‍👧|🇨🇳🇫🇷|");
    check("𠮷𪚥𫝆𬎆", 4, "𠮷𪚥|𫝆𬎆|");
    check(
        "葛\u{E0100}城葛\u{E0100}城",
        6,
        "葛\u{E0100}城|葛\u{E0100}城",
    );
}

#[test]
fn no_character_is_left_alone() {
    check("对照检查材", 8, "对照检|查材");
    check("对照检查材。", 8, "对照检|查材。");
    check("对照检查材\n料", 8, "对照检|查材⏎|料");
    check("对照检查材料", 8, "对照检查|材料");
    check("对照检查 a", 8, "对照检|查 a");
    // What is moved down would leave less than half of the row.
    check("学 incomprehen字", 14, "学 incomprehen|字");
    // Too narrow for the rules.
    check("对照检", 2, "对|照|检|");
}

#[test]
fn a_narrow_field_gives_way() {
    check("对，照", 2, "对|，|照|");
    check("对照", 1, "对|照|");
    check("对照", 0, "对|照|");
    check("a，b", 1, "a|，|b|");
    // A run of marks longer than the row is split between the marks, pairs last.
    check("字））））））", 6, "字））|）））|）");
    check("“（字，", 6, "“（字|，");
    check("字（（（（（字", 6, "字|（（（|（（字|");
}

#[test]
fn the_caret_stands_where_the_next_sign_appears() {
    let check = |text: &str, columns: u16, cells: &[(usize, usize)]| {
        let layout = Layout::new(text, columns, Ambiguous::Narrow);
        let mut offsets: Vec<usize> = graphemes(text).map(|(at, _)| at).collect();
        offsets.push(text.len());
        let found: Vec<Cell> = offsets.iter().map(|it| layout.caret(text, *it)).collect();
        let expected: Vec<Cell> = cells
            .iter()
            .map(|it| Cell {
                row: it.0,
                column: it.1,
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    };
    check("", 4, &[(0, 0)]);
    check("对照", 4, &[(0, 0), (0, 2), (1, 0)]);
    check("对照检查", 6, &[(0, 0), (0, 2), (1, 0), (1, 2), (1, 4)]);
    check("a\n“b", 6, &[(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)]);
    check("对\n", 2, &[(0, 0), (1, 0), (2, 0)]);
}

#[test]
fn a_click_finds_the_sign_under_it() {
    let text = "对照检查材料\nab";
    let layout = Layout::new(text, 8, Ambiguous::Narrow);
    let at = |row: usize, column: usize| text.get(layout.offset_at(text, row, column)..).unwrap();
    assert_eq!(at(0, 0), "对照检查材料\nab");
    assert_eq!(at(0, 3), "照检查材料\nab");
    assert_eq!(at(0, 99), "查材料\nab");
    assert_eq!(at(1, 99), "\nab");
    assert_eq!(at(2, 1), "b");
    assert_eq!(at(99, 99), "");
}

#[test]
fn the_seed_has_no_bad_row() {
    for columns in [40, 56, 72] {
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            let layout = Layout::new(SEED, columns, ambiguous);
            for row in layout.rows() {
                let row = SEED.get(row.start..row.end).unwrap();
                assert!(
                    !row.starts_with(['、', '，', '。', '；', '：', '”', '》', ')', '-']),
                    "{row}"
                );
                assert!(!row.ends_with(['“', '《', '(']), "{row}");
                assert_ne!(row.chars().count(), 1, "{row}");
            }
        }
    }
}

#[test]
fn a_change_sets_few_rows_again() {
    let mut text = SEED.replace('\n', "").repeat(8);
    let mut layout = Layout::new(&text, 40, Ambiguous::Narrow);
    let mut most = 0;
    for part in 1..20 {
        let at = floor_boundary(&text, text.len() * part / 20);
        text.insert(at, '学');
        most = most.max(layout.set_again(&text, at, 0, '学'.len_utf8()));
    }
    assert!(
        layout.n_rows() > 2000 && most < 400,
        "{most} of {}",
        layout.n_rows()
    );
}

#[test]
fn a_change_reaches_the_rows_that_looked_ahead() {
    let check = |before: &str, removed: usize, inserted: &str, columns: u16, expected: &str| {
        let mut layout = Layout::new(before, columns, Ambiguous::Narrow);
        let (kept, _) = before.split_at(before.len() - removed);
        let after = format!("{kept}{inserted}");
        layout.update(&after, kept.len(), removed, inserted.len());
        assert_eq!(drawn(&after, &layout), expected);
    };
    // A sign that did not fit is narrower with what was typed behind it.
    check("字⌚", 0, "\u{FE0E}", 3, "字⌚\u{FE0E}|");
    check("字⌚字", 3, "\u{FE0E}", 3, "字⌚\u{FE0E}|");
    // What a bracket belongs to shows two signs behind it.
    check("字abcdefg$(.x", 0, "", 10, "字abcdefg$|(.x");
    check("字abcdefg$(.x", 1, "5", 10, "字|abcdefg$(.|5");
    // A character is no longer left alone.
    check("对照检查材", 0, "料", 8, "对照检查|材料");
    check("对照检查材料", 3, "", 8, "对照检|查材");
}

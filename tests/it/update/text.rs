//! Writing, erasing and moving in a text.

use pouxi::sitting::messages as say;

use super::{at_opening, check, check_line, check_notice, check_way};

const ZH: pouxi::locale::Lang = pouxi::locale::Lang::Zh;

#[test]
fn letters_go_in_at_the_caret() {
    check("问题▏", "<bs>题<c-z>", "问题▏");
    check("▏", "问题", "问题▏");
    check("问▏题", "的", "问的▏题");
    check("▏", "<ime:实事求是>。", "实事求是。▏");
    check("▏", "<ime:\u{1b}a\u{7}b\u{7f}>", "ab▏");
    check_line("题▏", "目abＡ", "题目abＡ▏");
}

#[test]
fn a_sign_of_several_characters_is_one_sign() {
    check("一👨‍👩‍👧▏二", "<bs>", "一▏二");
    check("一▏👨‍👩‍👧二", "<del>", "一▏二");
    check("一▏👨‍👩‍👧二", "<right>", "一👨‍👩‍👧▏二");
    check("一👨‍👩‍👧▏二", "<left>", "一▏👨‍👩‍👧二");
    check("𠮷▏", "<bs>", "▏");
    check("▏𠮷", "<right>", "𠮷▏");
    check("cafe\u{301}▏", "<bs>", "caf▏");
    check("▏🇨🇳x", "<del>", "▏x");
    // Typed beside each other they become one: the caret does not stand within it.
    check("e▏x", "\u{301}", "e\u{301}▏x");
    check("👨▏👧", "\u{200d}", "👨\u{200d}👧▏");
    check("👍▏", "<ime:🏽>", "👍🏽▏");
}

#[test]
fn erasing_stops_at_the_ends() {
    check("▏问", "<bs>", "▏问");
    check("问▏", "<del>", "问▏");
    check("一\n▏二", "<bs>", "一▏二");
    check("一▏\n二", "<del>", "一▏二");
    check("▏", "<bs><del><c-w><c-u><c-k><a-bs><c-h>", "▏");
    check("问题▏", "<c-h>", "问▏");
}

#[test]
fn words_are_erased_up_to_a_mark() {
    check("学习，抓得不紧▏", "<c-w>", "学习，抓得▏");
    check("学习，抓得不紧▏", "<c-w*2>", "学习，▏");
    check("学习，抓得不紧▏", "<a-bs*3>", "学习▏");
    check("计划 plan▏", "<c-w>", "计划 ▏");
    check("一\n▏", "<c-w>", "一▏");
    check("▏学习", "<c-w>", "▏学习");
    check("学习理论▏", "<c-left>", "学习▏理论");
    check("▏学习理论", "<c-right>", "学习▏理论");
}

#[test]
fn rows_are_erased_not_paragraphs() {
    // Ten columns: 一二三四五 / 六七八九十 / 完了.
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><c-u>",
        "一二三四五▏八九十完了",
    );
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><c-k>",
        "一二三四五六七▏完了",
    );
    check("一\n二▏三\n四", "<c-u>", "一\n▏三\n四");
    check("一\n二▏三\n四", "<c-k>", "一\n二▏\n四");
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><c-u><c-z>",
        "一二三四五六七▏八九十完了",
    );
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><c-k><c-z>",
        "一二三四五六七八九十▏完了",
    );
}

#[test]
fn home_and_end_keep_to_the_row() {
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><home>",
        "一二三四五▏六七八九十完了",
    );
    // Behind a soft end stands the next row: the last place of the row is before its last sign.
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><end>",
        "一二三四五六七八九▏十完了",
    );
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><end><end><home><home>",
        "一二三四五▏六七八九十完了",
    );
    check("一\n二▏三\n四", "<home>", "一\n▏二三\n四");
    check("一\n▏二三\n四", "<end>", "一\n二三▏\n四");
    check("一\n二▏三\n四", "<c-a>", "一\n▏二三\n四");
    check("一\n▏二三\n四", "<c-e>", "一\n二三▏\n四");
    check("一\n二▏三\n四", "<c-home>", "▏一\n二三\n四");
    check("一\n二▏三\n四", "<c-end>", "一\n二三\n四▏");
    check_line("题▏目", "<end><home>", "▏题目");
}

#[test]
fn up_and_down_aim_at_the_column_they_began_in() {
    check("一二三四\n五\n六七八▏九", "<up>", "一二三四\n五▏\n六七八九");
    check(
        "一二三四\n五\n六七八▏九",
        "<up*2>",
        "一二三▏四\n五\n六七八九",
    );
    check(
        "一二三▏四\n五\n六七八九",
        "<down*2>",
        "一二三四\n五\n六七八▏九",
    );
    check(
        "一二三▏四\n\n六七八九",
        "<down><down>",
        "一二三四\n\n六七八▏九",
    );
    // Another motion, or a letter, forgets the column.
    check(
        "一二三▏四\n五\n六七八九",
        "<down><left><down>",
        "一二三四\n五\n▏六七八九",
    );
    check(
        "一二三▏四\n五\n六七八九",
        "<down>a<down>",
        "一二三四\n五a\n六▏七八九",
    );
    check(
        "一二三▏四\n五\n六七八九",
        "<down><bs><down>",
        "一二三四\n\n▏六七八九",
    );
    // At the first and the last row they stay in it.
    check("一▏二", "<up>", "一▏二");
    check("一▏二", "<down>", "一▏二");
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><up>",
        "一二▏三四五六七八九十完了",
    );
    check(
        "一二三四五六七▏八九十完了",
        "<size:10x10><down>",
        "一二三四五六七八九十完了▏",
    );
    // Half of a wide sign is no place for a caret.
    check("ab▏c\n学习", "<down>", "abc\n学▏习");
    check("abc▏\n学习", "<down>", "abc\n学▏习");
}

#[test]
fn pages_are_as_long_as_the_text_on_the_screen() {
    let lines = "一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n十一\n十二\n十三\n十四\n十五\n十六\n十七\n十八\n十九\n廿";
    let mut stage = at_opening(&format!("{lines}▏"));
    stage.press("<pgup>");
    let row = |it: &crate::stage::Stage| {
        let work = it.work();
        work.writer.sheet.layout().row_of(work.writer.caret)
    };
    assert_eq!(row(&stage), 5);
    stage.press("<pgup>");
    assert_eq!(row(&stage), 0);
    stage.press("<pgdn*3>");
    assert_eq!(row(&stage), 19);
}

#[test]
fn enter_is_a_new_line_and_on_an_empty_last_line_the_next_question() {
    check("一▏", "<enter>", "一\n▏");
    check("一▏二", "<enter>", "一\n▏二");
    check("一▏", "<enter>二", "一\n二▏");
    check_way("<enter><enter>", "开头 [NextPage]");
    // The empty line that said so is not kept.
    check_way("<enter><enter><s-tab>", "开头 开头：开▏");
    // An empty line within a text is a line like others.
    check("一\n▏\n二", "<enter>", "一\n\n▏\n二");
    check("一\n▏\n", "<enter>", "一\n\n▏\n");
    // With something selected Enter is typed over it.
    check("一\n▏", "<s-left><enter>", "一\n▏");
}

#[test]
fn enter_on_an_empty_text_goes_on() {
    check_way("<c-u><enter>", "开头 [NextPage]");
}

#[test]
fn a_held_enter_does_not_run_through_the_report() {
    check_way("<enter><+enter*20>", "开头 开头：开\n▏");
    // The first repetition comes after half a second, the others quickly.
    check_way("<go:乙+ 问题><enter><enter><+enter*20>", "乙+ 表现：▏");
    check_way(
        "<go:开头 [NextPage]><enter><enter><+enter*20>",
        "一、上年 上年问题：旧▏",
    );
    check_way(
        "<go:甲2 原因><down><enter><enter><+enter*20>",
        "甲2 原因：因一▏",
    );
    // It may press the button that it led to, and rests where that leads.
    check_way("<enter><enter><+enter*20>", "开头 [NextPage]");
    check_way("<enter><enter><enter><+enter*20>", "一、上年 上年问题：旧▏");
    // What is meant a second time is done.
    check_way("<enter><enter><enter>", "一、上年 上年问题：旧▏");
    check_way("<go:乙+ 问题><enter><enter><enter>", "乙+ 事例：▏");
    check_way("<go:乙+ 问题><enter><wait><enter>", "乙+ 事例：▏");
    check_way(
        "<go:开头 [NextPage]><enter>字<enter>",
        "一、上年 上年问题：旧字\n▏",
    );
    // A double stroke that came too fast is no trap.
    check_way("<enter><+enter><enter>", "开头 [NextPage]");
    // Nor is a key that was pressed right before.
    check_way(
        "<go:开头 [NextPage]><tab><s-tab><+enter>",
        "一、上年 上年问题：旧▏",
    );
}

/// A paste from a terminal that does not mark it comes as keys, faster than anybody types.
#[test]
fn a_burst_of_keys_is_text() {
    check("▏", "一<!enter><!enter>二", "一\n\n二▏");
    check("▏", "<!enter>一", "\n一▏");
    check_line("题▏", "<!enter>目", "题 目▏");
}

#[test]
fn enter_in_a_text_of_one_line_goes_on() {
    check_way("<go:题目和署名 题目><enter>", "题目和署名 署名：署▏");
    check_way("<go:题目和署名 署名><enter>", "题目和署名 [NextPage]");
    check_way("<go:乙+ 问题><enter>", "乙+ 表现：▏");
    check_line("题▏目", "<c-j>", "题▏目");
}

#[test]
fn ctrl_j_is_a_new_line_whatever_the_line() {
    check("一▏", "<c-j>", "一\n▏");
    check("▏", "<c-j>", "\n▏");
    check("一\n▏", "<c-j><+c-j>", "一\n\n\n▏");
}

#[test]
fn a_paste_goes_in_as_it_is_but_for_what_no_text_holds() {
    check("一▏二", "<paste:甲乙>", "一甲乙▏二");
    check("▏", "<paste:甲\r\n乙\r丙\n丁>", "甲\n乙\n丙\n丁▏");
    check("▏", "<paste:甲\t乙>", "甲  乙▏");
    check("▏", "<paste:\u{1b}[31m红\u{0}\u{7f}\u{9b}>", "[31m红▏");
    check("▏", "<paste:甲\n\n>", "甲\n\n▏");
    check_line("题▏", "<paste:甲\r\n乙\n\n>", "题甲 乙▏");
    check_line("题▏", "<paste:\n\n>", "题▏");
    check("一▏", "<paste:>", "一▏");
}

#[test]
fn a_paste_is_one_step_and_never_moves_on() {
    check("一▏", "二<paste:三。四，五\n\n六>七<c-z*2>", "一二▏");
    check("一▏", "<paste:二\n><paste:三\n\n><c-z>", "一二\n▏");
    check_way("<paste:\n\n\n\n>", "开头 开头：开\n\n\n\n▏");
    check_notice("<paste:甲乙>", Some(&say::pasted(ZH, 2)));
    check_notice(
        "<paste:甲\u{7}>",
        Some(&say::pasted_cleaned(ZH, 1, 1, &say::fix_controls(ZH))),
    );
    // What was tidied is a step of its own: a wrong guess costs one key.
    check("一▏", "<paste:甲\t乙><c-z>", "一甲\t乙▏");
    check("一▏", "<paste:甲\t乙><c-z*2>", "一▏");
    check_notice(
        "<paste:甲\t乙>",
        Some(&say::pasted_tidied(ZH, 2, 1, &say::fix_tabs(ZH))),
    );
    // On a list, a button or a choice there is no text to put it in.
    check_notice("<tab><paste:甲>", Some(&say::no_paste_here(ZH)));
    check_notice("<esc><paste:1>", Some(&say::no_paste_here(ZH)));
    check_way("<esc><paste:1>", "Menu > 1");
}

#[test]
fn a_big_deletion_says_how_to_take_it_back() {
    let said = |n: usize| Some(say::erased(ZH, n));
    let twenty = "一二三四五六七八九十一二三四五六七八九十";
    let check_erased = |before: String, keys: &str, notice: Option<String>| {
        let mut stage = at_opening(&before);
        stage.press(keys);
        assert_eq!(stage.model.notice, notice, "{before:?} after {keys}");
    };
    check_erased(format!("{twenty}一▏"), "<c-u>", said(21));
    check_erased(format!("▏{twenty}一"), "<c-k>", said(21));
    check_erased(format!("{twenty}▏"), "<c-u>", None);
    check_erased(format!("{twenty}一▏"), "<c-u><c-z>", None);
    check_erased(format!("{} b▏", "a".repeat(30)), "<c-u>", said(31));
}

#[test]
fn the_caret_comes_back_to_where_it_was_left() {
    check("一二▏三", "<tab><s-tab>", "一二▏三");
    check("一▏二三", "<esc><esc>", "一▏二三");
    check("一▏二三", "<tab*2><s-tab*2>", "一▏二三");
}

#[test]
fn keys_without_a_meaning_change_nothing() {
    check("一▏二", "<c-q><c-t><c-n><c-b><a-x><c-m>", "一▏二");
    check("一▏二", "<c-s><c-d><c-l>", "一▏二");
}

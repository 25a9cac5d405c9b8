//! Taking back and making again.

use pouxi::sitting::messages as say;

use super::{check, check_draft, check_notice, check_way, place, report};
use crate::stage::Stage;

const ZH: pouxi::locale::Lang = pouxi::locale::Lang::Zh;

#[test]
fn a_phrase_is_taken_back_at_once() {
    check("▏", "学习不够，抓得不紧<c-z>", "学习不够，▏");
    check("▏", "学习不够，抓得不紧<c-z*2>", "▏");
    check("▏", "学习不够，抓得不紧<c-z*2><c-y>", "学习不够，▏");
    check(
        "▏",
        "学习不够，抓得不紧<c-z*3><c-y*3>",
        "学习不够，抓得不紧▏",
    );
    check("▏", "学习<left>不<c-z>", "学▏习");
    check("▏", "学习<pause>不够<c-z>", "学习▏");
    check("▏", "学习<tab><s-tab>不够<c-z>", "学习▏");
    check("▏", "学习<c-_><c-y><c-7>", "▏");
    check("学习▏", "<bs*2><c-z>", "学习▏");
    check(
        "▏",
        "一二三四五六七八九十一二三四五六七八九十甲乙<c-z>",
        "一二三四五六七八九十一二三四五六七八九十▏",
    );
}

#[test]
fn new_words_end_what_could_be_made_again() {
    check("▏", "一，二<c-z>三<c-y>", "一，三▏");
    check_notice("一，二<c-z>三<c-y>", Some(&say::nothing_to_redo(ZH)));
    check_notice("<c-y>", Some(&say::nothing_to_redo(ZH)));
    check_notice("<c-z>", Some(&say::nothing_to_undo(ZH)));
}

#[test]
fn the_screen_goes_where_it_happened() {
    let way = "完<go:一、上年 上年问题>又";
    check_way(&format!("{way}<c-z>"), "一、上年 上年问题：旧▏");
    check_way(&format!("{way}<c-z*2>"), "开头 开头：开▏");
    check_way(&format!("{way}<c-z*2><c-y>"), "开头 开头：开完▏");
    check_way(&format!("{way}<c-z*2><c-y*2>"), "一、上年 上年问题：旧又▏");
    check_way("完<go:甲2 措施><c-z>", "开头 开头：开▏");
    check_way("完<tab><c-z>", "开头 开头：开▏");
    check_way("完<esc><c-z>", "开头 开头：开▏");
    // The caret stands behind what came back.
    check("一▏二三", "<del><c-end><c-z>", "一二▏三");
    check("一▏三", "二<c-end><c-z>", "一▏三");
}

#[test]
fn the_first_sign_of_a_new_item_belongs_to_its_phrase() {
    // 乙 has no problem yet: the first sign makes it.
    check_way("<go:乙+ 问题>", "乙+ 问题：▏");
    check_way("<go:乙+ 问题>学习不够", "乙1 问题：学习不够▏");
    check_way("<go:乙+ 问题>学习不够<c-z>", "乙+ 问题：▏");
    check_way(
        "<go:乙+ 问题>学习不够，抓得不紧<c-z>",
        "乙1 问题：学习不够，▏",
    );
    check_way("<go:乙+ 问题>学习不够<c-z><c-y>", "乙1 问题：学习不够▏");
    check_draft("<go:乙+ 问题>学<c-z>", |it| {
        it.dimensions[1].problems.is_empty()
    });
}

#[test]
fn new_items_come_and_go_with_their_words() {
    let comes_and_goes = |way: &str, empty: &str, typed: &str| {
        check_way(way, empty);
        check_way(&format!("{way}字"), typed);
        check_way(&format!("{way}字<c-z>"), empty);
        check_way(&format!("{way}字<c-z><c-y>"), typed);
        // An item without words stays where it is: only undo takes it out.
        check_way(&format!("{way}字<bs>"), &typed.replace("字", ""));
    };
    comes_and_goes("<go:甲1 原因说明>", "甲1 原因说明：▏", "甲1 原因说明：字▏");
    comes_and_goes("<go:甲1 具体做法>", "甲1 具体做法：▏", "甲1 具体做法：字▏");
    comes_and_goes("<go:甲2 表现>", "甲2 表现：▏", "甲2 表现：字▏");
    comes_and_goes("<go:甲2 事例>", "甲2 事例：▏", "甲2 事例：字▏");
    comes_and_goes("<go:甲2 原因>1", "甲2 原因：▏", "甲2 原因：字▏");
    comes_and_goes("<go:甲2 措施>1", "甲2 措施：▏", "甲2 措施：字▏");
    comes_and_goes(
        "<go:题目和署名><pick:NewByline>",
        "题目和署名 署名：▏",
        "题目和署名 署名：字▏",
    );
    comes_and_goes(
        "<go:一、上年><pick:NewFollowUp>",
        "一、上年 上年问题：▏",
        "一、上年 上年问题：字▏",
    );
    comes_and_goes("<go:甲1><pick:NewExample>", "甲1 事例：▏", "甲1 事例：字▏");
    comes_and_goes("<go:甲1><pick:NewDetail>", "甲1 表现：▏", "甲1 表现：字▏");
    comes_and_goes("<go:甲1><pick:NewProblem>", "甲+ 问题：▏", "甲3 问题：字▏");
    comes_and_goes(
        "<go:三、因><pick:NewCause>",
        "三、因 原因：▏",
        "三、因 原因：字▏",
    );
    comes_and_goes(
        "<go:四、措><pick:NewMeasure>",
        "四、措 措施：▏",
        "四、措 措施：字▏",
    );
    comes_and_goes(
        "<go:三、因 措施><enter>",
        "四、措 措施：▏",
        "四、措 措施：字▏",
    );
    // Of a problem that is made on the way, all of it goes.
    comes_and_goes("<go:乙+ 表现>", "乙+ 表现：▏", "乙1 表现：字▏");
}

/// Puts the report away and opens it again: the session is another one.
const ANOTHER_SESSION: &str = "<esc><pick:设置><pick:放下><pick:继续上次>";

#[test]
fn what_happened_before_this_session_can_be_taken_back_too() {
    let mut stage = Stage::writing(report());
    stage.press("一，二，").press(ANOTHER_SESSION);
    assert_eq!(place(&stage.model), "开头 开头：开一，二，▏");
    stage.asked.clear();
    stage.press("<c-z>");
    assert_eq!(place(&stage.model), "开头 开头：开一，▏");
    stage.press("<c-z>");
    assert_eq!(place(&stage.model), "开头 开头：开▏");
    stage.press("<c-z>");
    assert_eq!(stage.model.notice, Some(say::nothing_to_undo(ZH)));
    stage.press("<c-y*2>");
    assert_eq!(place(&stage.model), "开头 开头：开一，二，▏");
    stage.press("<c-y>");
    assert_eq!(stage.model.notice, Some(say::nothing_to_redo(ZH)));
    assert_eq!(stage.asked, ["remember Undo"]);
}

#[test]
fn what_was_taken_back_before_this_session_can_be_made_again() {
    let mut stage = Stage::writing(report());
    stage
        .press("一，二，<c-z>")
        .press(ANOTHER_SESSION)
        .press("<c-y>");
    assert_eq!(place(&stage.model), "开头 开头：开一，二，▏");
    // But not behind other words, and the history need not be read to know that.
    let mut stage = Stage::writing(report());
    stage.press("一，二，<c-z>").press(ANOTHER_SESSION);
    stage.asked.clear();
    stage.press("三<c-y>");
    assert_eq!(stage.model.notice, Some(say::nothing_to_redo(ZH)));
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
}

/// A report that was just made has nothing to take back: without its sections it would be no report.
#[test]
fn making_a_report_is_no_step() {
    let mut stage = Stage::new(Vec::new());
    stage.press("<enter*4>");
    let before = stage.draft().clone();
    stage.press("<c-z>");
    assert_eq!(stage.model.notice, Some(say::nothing_to_undo(ZH)));
    assert!(stage.draft().same_content(&before));
    stage.press("字<c-z*2>");
    assert!(stage.draft().same_content(&before));
}

#[test]
fn undo_leaves_what_is_being_read_or_chosen() {
    check_way("完<esc><pick:成文><pick:看一遍><c-z>", "开头 开头：开▏");
    check_way("完<esc><pick:目录><c-z>", "开头 开头：开▏");
    check_way("完<f1><c-z>", "开头 开头：开▏");
    check_way("完<esc><pick:撤销><pick:撤销>", "开头 开头：开▏");
    check_way("完<c-z><esc><pick:撤销><pick:重做>", "开头 开头：开完▏");
    check_way(
        "完<c-z><esc><pick:选择><pick:选择><pick:重做>",
        "开头 开头：开完▏",
    );
    // In a question of one line there is nothing to take back, and it is not left.
    check_way(
        "完<esc><pick:这一项><pick:不写这一部分>没有<c-z><c-y>",
        "? 没有▏",
    );
}

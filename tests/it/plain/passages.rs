//! Passages of a text in the line mode: named by numbers and words, copied, cut, moved, replaced, put back; and from
//! the report that is read to the text of a place, and back.

use pouxi::draft::Outline;
use pouxi::locale::Lang;
use pouxi::sitting::model::{List, Reading, Screen};

use super::Lines;
use crate::update::report;

const TEXT: &str = "去年我请假两次。没有补课！\n读书笔记停在8月。今年也请假。";

fn opening(text: &str) -> Lines {
    let mut outline: Outline = report();
    text.clone_into(&mut outline.sections[0].text);
    Lines::writing(outline)
}

/// Gives these lines where the opening is open, and compares what it is then.
#[track_caller]
fn check(before: &str, lines: &[&str], after: &str) -> Lines {
    let mut all = opening(before);
    all.script(lines);
    all.script(&["@开头"]);
    assert_eq!(all.stage.work().text(), after, "{:#?}", all.said);
    all
}

#[test]
fn a_sentence_is_cut_and_put_back_elsewhere() {
    let lines = check(
        TEXT,
        &["：选", "2", "2", "：放回", "0"],
        "没有补课！去年我请假两次。\n读书笔记停在8月。今年也请假。",
    );
    for said in [
        "选哪些？这一项有4句：",
        "2 没有补课！",
        "选中了5字：没有补课！",
        "已从这一项里拿掉，输入[：撤销]可以取回。",
        "放回这5字：没有补课！。放到哪里？这一项有3句：",
    ] {
        assert!(
            lines.said.iter().any(|it| it == said),
            "{said}: {:#?}",
            lines.said
        );
    }
    check(
        TEXT,
        &["：选 2", "2", "：放回", ""],
        "去年我请假两次。\n读书笔记停在8月。今年也请假。没有补课！",
    );
    check(TEXT, &["：选 2", "2", "：撤销"], TEXT);
}

#[test]
fn what_was_cut_in_one_text_is_put_into_another() {
    let mut lines = opening(TEXT);
    lines.script(&["：选 读书...8月", "2", "@结尾", "：放回", ""]);
    let work = lines.stage.work();
    assert!(work.text().ends_with("读书笔记停在8月"), "{}", work.text());
    // And into one that is empty: there is only one place.
    let mut lines = opening("一。");
    lines.script(&["：选 全部", "1", "@乙+", "：放回"]);
    assert_eq!(lines.stage.work().text(), "一。");
}

#[test]
fn a_passage_is_moved_within_its_text_in_one_step() {
    check(
        TEXT,
        &["：选 请假两次", "3", "补课"],
        "去年我。没有补课请假两次！\n读书笔记停在8月。今年也请假。",
    );
    check(TEXT, &["：选 请假两次", "3", "补课", "：撤销"], TEXT);
    check(
        "One. Two. Three.",
        &["：选 2", "3", "0"],
        "Two. One. Three.",
    );
    check("One. Two. Three.", &["：选 2", "3", ""], "One. Three. Two.");
    // Where it is already.
    check(TEXT, &["：选 2", "3", "1"], TEXT);
}

#[test]
fn words_are_replaced_deleted_and_set_aside() {
    check(
        TEXT,
        &["：选 补课!", "4", "补上"],
        "去年我请假两次。没有补上\n读书笔记停在8月。今年也请假。",
    );
    check(TEXT, &["：选 补课!", "4", ""], TEXT);
    check(
        TEXT,
        &["：选 3", "5"],
        "去年我请假两次。没有补课！\n今年也请假。",
    );
    let lines = check(
        TEXT,
        &["：选 4", "6"],
        "去年我请假两次。没有补课！\n读书笔记停在8月。",
    );
    assert_eq!(lines.stage.draft().set_aside.len(), 1);
    check(TEXT, &["：选 4", "7"], TEXT);
    check(TEXT, &["：选 4", ""], TEXT);
    check(TEXT, &["：选", ""], TEXT);
}

#[test]
fn words_in_several_places_are_asked_about() {
    let lines = check(
        TEXT,
        &["：选 请假", "2", "5"],
        "去年我请假两次。没有补课！\n读书笔记停在8月。今年也。",
    );
    for said in [
        "[请假]有2处，是哪一处？",
        "1 去年我[请假]两次。没有补课！ 读",
        "2 笔记停在8月。今年也[请假]。",
    ] {
        assert!(
            lines.said.iter().any(|it| it == said),
            "{said}: {:#?}",
            lines.said
        );
    }
    let mut lines = opening(TEXT);
    lines.line("：选 没有的字");
    assert!(lines.was_told("错误：这里没有[没有的字]，一共4句。"));
    // It is asked again, and another name is as good.
    lines.script(&["9", "1-2", "1"]);
    assert_eq!(
        lines.stage.asked.last().map(String::as_str),
        Some("copy 去年我请假两次。没有补课！")
    );
}

#[test]
fn what_may_only_be_read_is_copied_and_not_changed() {
    let mut lines = opening(TEXT);
    lines.stage.stroke(&crate::stage::Stroke::TakenOver);
    lines.script(&["：选 2", "1"]);
    assert_eq!(
        lines.stage.asked.last().map(String::as_str),
        Some("copy 没有补课！")
    );
    lines.script(&["：选 2", "5", "：选 2", "3", "0", "：放回 0"]);
    assert_eq!(lines.stage.draft().sections[0].text, TEXT);
}

#[test]
fn a_long_text_is_read_by_parts() {
    let sentences: Vec<String> = (1..=40).map(|n| format!("第{n}句话。")).collect();
    let text = sentences.concat();
    let mut lines = opening(&text);
    lines.line("：选");
    assert!(lines.was_told("30 第30句话。") && !lines.was_told("31 "));
    lines.line("：更多");
    assert!(lines.was_told("31 第31句话。") && lines.was_told("40 "));
    lines.script(&["40", "5"]);
    assert!(!lines.stage.draft().sections[0].text.contains("第40句"));
}

#[test]
fn from_the_report_to_a_place_and_back() {
    for lang in [Lang::Zh, Lang::En] {
        let mut lines = Lines::writing(report());
        lines.stage.model.lang = lang;
        lines.line("：读全文");
        assert!(matches!(
            lines.stage.model.screen,
            Screen::Read(Reading::Preview, 0)
        ));
        // The number of the paragraph that says what the first problem is.
        let number = lines.number_of("甲一");
        lines.line(&number.to_string());
        assert!(matches!(
            lines.stage.model.screen,
            Screen::List(List::Printed(_), _)
        ));
        lines.line("");
        assert_eq!(lines.stage.model.screen, Screen::Write);
        assert!(lines.stage.work().text().contains("甲一"));
        assert!(lines.was_told(match lang {
            Lang::Zh => "输入[：回去]",
            Lang::En => "':return' goes back",
        }));
        lines.line("：回去");
        assert!(matches!(lines.stage.model.screen, Screen::Read(Reading::Preview, row) if row > 0));
        // It is read on from there, by the same numbers.
        assert_eq!(lines.number_of("甲一"), number);
        assert!(!lines.was_told("1 题"));
        lines.line("");
        assert_eq!(lines.stage.model.screen, Screen::Write);
        lines.line("：回去");
        assert!(lines.was_told(match lang {
            Lang::Zh => "没有可回去的地方",
            Lang::En => "nothing to return to",
        }));
    }
}

#[test]
fn back_to_the_review_and_to_the_search() {
    let mut lines = Lines::writing(report());
    lines.script(&["：查找 甲", "1", "：回去"]);
    assert!(matches!(
        lines.stage.model.screen,
        Screen::List(List::Found, _)
    ));
    lines.script(&["：检查", "1", "1", "：回去"]);
    assert!(matches!(
        lines.stage.model.screen,
        Screen::List(List::Check, _)
    ));
}

#[test]
fn what_was_typed_in_and_not_used_is_told() {
    let mut lines = Lines::new(Vec::new());
    lines.script(&["1", "：返回"]);
    let mut lines = Lines::new(vec![report()]);
    lines.script(&[">从已有", "。", "一段写进来的话", "：返回"]);
    assert!(
        lines.was_told("刚才写进来的7字没有用上"),
        "{:#?}",
        lines.said
    );
}

//! What comes in: foreign texts, last year's report, and texts set aside that come back.

use pouxi::draft::{Draft, Outline, Role, Status};
use pouxi::locale::Lang;
use pouxi::sitting::arrivals as say;
use pouxi::sitting::model::{List, Reading, Screen};

use super::{check_draft, report};
use crate::reports::measure;
use crate::stage::{Stage, place};

const ZH: Lang = Lang::Zh;

/// Characters that are not white space.
fn n_signs(text: &str) -> usize {
    text.chars().filter(|it| !it.is_whitespace()).count()
}

/// A writer with no drafts, at the question for the file.
fn asked() -> Stage {
    let mut stage = Stage::new(Vec::new());
    stage.press("<pick:从已有>");
    stage.asked.clear();
    stage
}

#[test]
fn a_file_is_looked_at_before_a_draft_is_made() {
    let mut stage = asked();
    stage.press("seed.txt<enter>");
    assert_eq!(stage.asked, ["read seed.txt"]);
    assert_eq!(stage.model.screen, Screen::Read(Reading::Intake, 0));
    stage.press("<enter>");
    assert_eq!(stage.model.screen, Screen::List(List::Intake, 0));
    assert!(stage.model.work.is_none());
    stage.press("<pick:材料种类><pick:2020年度民主生活会>");
    assert_eq!(stage.model.screen, Screen::Read(Reading::Intake, 0));
    let account = stage
        .model
        .intake
        .as_ref()
        .expect("it was read")
        .imported
        .account;
    assert_eq!(account.source, 6_448);
    assert_eq!(account.placed + account.unplaced, account.source);
    stage.press("<esc><pick:就这样>");
    let draft = stage.draft();
    assert_eq!(draft.template, "mzsh-2020");
    let texts: usize = draft
        .runs()
        .iter()
        .flatten()
        .map(|(_, it)| n_signs(it))
        .sum();
    assert!(
        texts <= account.source && texts + 200 > account.source,
        "{texts}"
    );
    let said = stage.model.notice.clone().expect("it is told");
    assert!(said.contains("已建成草稿"), "{said}");
}

#[test]
fn a_pasted_text_is_taken_in_and_a_pasted_path_is_a_path() {
    let mut stage = asked();
    stage.press("<paste:/tmp/去年.docx>");
    assert!(matches!(&stage.model.screen, Screen::Ask(it) if it.text == "/tmp/去年.docx"));
    let mut stage = asked();
    stage.press("<paste:对照检查材料\n一、存在的问题\n学得少。>");
    assert_eq!(stage.model.screen, Screen::Read(Reading::Intake, 0));
    assert_eq!(stage.asked, Vec::<String>::new());
    stage.press("<enter><pick:换一个文件>");
    assert!(matches!(&stage.model.screen, Screen::Ask(it) if it.text.is_empty()));
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_made() {
    let mut stage = asked();
    stage.press("<enter>");
    assert_eq!(stage.model.notice, Some(say::no_path(ZH)));
    stage.press("没有.txt<enter>");
    assert_eq!(
        stage.model.notice,
        Some(say::unread(ZH, "没有.txt", "No such file"))
    );
    assert!(stage.model.work.is_none());
    stage.press("<esc>");
    assert_eq!(stage.model.screen, Screen::List(List::Start, 0));
}

/// A report that follows [`report`].
fn following() -> Stage {
    let mut stage = Stage::new(vec![report()]);
    stage.press("<pick:新写一份>2<pick:个人述职><enter*2>");
    stage
}

#[test]
fn a_new_report_follows_an_earlier_one_or_none() {
    let stage = following();
    let draft = stage.draft();
    let earlier = draft.earlier.as_ref().expect("it follows one");
    assert_eq!(
        (earlier.draft.as_str(), earlier.title.as_str()),
        ("d0", "题")
    );
    let promises: Vec<&str> = draft
        .follow_ups
        .iter()
        .map(|it| it.measure.as_str())
        .collect();
    assert_eq!(promises, ["措一", "措二"]);
    assert_eq!(draft.bylines[0].text, "署");
    let mut stage = Stage::new(vec![report()]);
    stage.press("<pick:新写一份><pick:不，从头写><pick:个人述职><enter*2>");
    assert!(stage.draft().earlier.is_none() && stage.draft().follow_ups.is_empty());
}

#[test]
fn a_kind_without_a_place_for_promises_gets_one_when_it_follows() {
    let mut stage = Stage::new(vec![report()]);
    stage.press("<pick:新写一份>2<pick:事故复盘><enter*2>");
    assert_eq!(stage.draft().sections[0].title, "上次措施落实情况");
    stage.press("<go:一、上次措施落实情况 进展>1");
    assert_eq!(stage.draft().follow_ups[0].status, Status::Done);
    // Nothing is added to a report that follows none, nor by one that promised nothing.
    let mut stage = Stage::new(vec![report()]);
    stage.press("<pick:新写一份><pick:不，从头写><pick:事故复盘><enter*2>");
    let is_asked = |it: &Draft| it.sections.iter().any(|it| it.role == Role::FollowUp);
    assert!(!is_asked(stage.draft()));
    let silent = Outline {
        measures: Vec::new(),
        ..report()
    };
    let mut stage = Stage::new(vec![silent]);
    stage.press("<pick:新写一份>2<pick:事故复盘><enter*2>");
    assert!(stage.draft().earlier.is_some() && !is_asked(stage.draft()));
}

#[test]
fn every_promise_is_answered_by_a_digit() {
    for (digit, status) in [
        ("1", Status::Done),
        ("2", Status::Underway),
        ("3", Status::Ongoing),
        ("4", Status::Unfinished),
        ("5", Status::Closed),
    ] {
        let mut stage = following();
        stage.press(&format!("<go:一、上年度改进事项完成情况 进展>{digit}"));
        assert_eq!(stage.draft().follow_ups[0].status, status);
        // On to its evidence.
        assert!(
            place(&stage.model).contains("佐证"),
            "{}",
            place(&stage.model)
        );
    }
}

#[test]
fn last_years_words_are_read_and_the_caret_is_where_it_was() {
    let mut stage = following();
    stage.press("<go:一、上年度改进事项完成情况 当时措施><home>");
    let before = place(&stage.model);
    stage.press("<esc><pick:这一项><pick:上次的原文>");
    assert_eq!(stage.model.screen, Screen::Read(Reading::Earlier, 0));
    let texts: Vec<String> = stage
        .work()
        .recalled()
        .into_iter()
        .map(|it| it.text)
        .collect();
    assert!(texts[0].starts_with("措一"), "{texts:?}");
    stage.press("<down><esc>");
    assert_eq!(place(&stage.model), before);
}

#[test]
fn the_words_of_a_report_in_the_trash_are_still_at_hand() {
    let mut stage = following();
    let id = stage.work().id.clone();
    stage.press("<esc><pick:设置><pick:放下><pick:打开别的><pick:题><pick:删掉><pick:删掉>");
    stage.press("<esc><pick:继续上次><go:一、上年度改进事项完成情况 当时措施>");
    assert_eq!(stage.work().id, id);
    assert!(!stage.work().recalled().is_empty());
    stage.press("<esc><pick:设置><pick:放下><pick:回收站><pick:题><pick:永久删除><pick:永久删除>");
    stage.press("<esc><pick:继续上次>");
    assert!(stage.work().recalled().is_empty());
    assert!(stage.draft().earlier.is_some());
}

#[test]
fn a_wrong_count_in_the_text_is_shown_and_corrected() {
    let line = |draft: &Draft| pouxi::sitting::lists::counts_line(ZH, draft);
    let mut stage = Stage::writing(report());
    assert_eq!(line(stage.draft()).as_deref(), Some("清单现有1类1条"));
    stage.press("<go:一、上年 上年问题><s-tab>查摆的6大类16条问题均已整改。");
    assert_eq!(
        line(stage.draft()).as_deref(),
        Some("文中写的是6类16条，清单里是1类1条")
    );
    let printed = pouxi::desk::plain_text(stage.draft());
    assert!(printed.contains("6大类16条") && !printed.contains("上年度问题1类"));
    stage.press("<esc><pick:这一项><pick:把文中的数改成>");
    let text = |it: &Draft| it.sections[1].text.clone();
    assert_eq!(text(stage.draft()), "查摆的1大类1条问题均已整改。");
    stage.press("<c-z>");
    assert_eq!(text(stage.draft()), "查摆的6大类16条问题均已整改。");
}

#[test]
fn the_count_is_printed_until_it_is_left_out() {
    let printed = |it: &Draft| {
        pouxi::desk::plain_text(it).contains("上年度问题1类，整改措施1条：已完成1条。")
    };
    check_draft("", printed);
    check_draft(
        "<go:一、上年 上年问题><s-tab><esc><pick:这一项><pick:清单小结><enter>",
        |it| !printed(it),
    );
}

#[test]
fn a_paragraph_is_set_aside_and_put_back() {
    let mut stage = Stage::writing(Outline {
        measures: vec![measure("措", &[], "", "")],
        ..report()
    });
    stage.press("二<c-j>第三段<esc><pick:这一项><pick:先放着>");
    let before = stage.draft().clone();
    assert_eq!(before.sections[0].text, "开二");
    assert_eq!(before.set_aside[0].text, "第三段");
    assert_eq!(before.set_aside[0].origin, "开头 开头");
    for (keys, is_there) in [
        ("<pick:新的措施>", "四、措 措施：第三段▏"),
        ("<pick:接在后面：结尾>", "结尾 结尾：尾\n第三段▏"),
        ("<pick:甲>1", "甲3 问题：第三段▏"),
    ] {
        stage.press("<esc><pick:目录><pick:暂不使用>1<pick:放回>");
        stage.press(keys);
        assert_eq!(place(&stage.model), is_there);
        assert!(stage.draft().set_aside.is_empty());
        stage.press("<c-z>");
        assert!(stage.draft().same_content(&before), "{keys}");
    }
    stage.press("<esc><pick:目录><pick:暂不使用>1<pick:删掉>");
    assert!(stage.draft().set_aside.is_empty());
    stage.press("<c-z><esc><pick:目录><pick:暂不使用>1<pick:复制>");
    assert_eq!(stage.asked.last().map(String::as_str), Some("copy 第三段"));
    assert!(stage.draft().same_content(&before));
}

//! The way through the report: questions, buttons, pages, lists, and back.

use insta::{assert_snapshot, with_settings};
use pouxi::draft::Outline;
use pouxi::locale::Lang;
use pouxi::sitting::lists::{Act, drafts_like, items};
use pouxi::sitting::messages as say;
use pouxi::sitting::model::{List, Screen};
use pouxi::sitting::msg::Msg;
use pouxi::sitting::update::update;
use pouxi::wizard::Page;

use super::{check_draft, check_notice, check_way, place, report};
use crate::stage::Stage;

const ZH: Lang = Lang::Zh;

/// Compares a way with the one that is kept beside this file.
#[track_caller]
fn check_kept(name: &str, way: &str) {
    with_settings!({
        snapshot_path => ".",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { assert_snapshot!(name, way) });
}

#[test]
fn tab_leads_through_everything_to_the_result() {
    let mut stage = Stage::writing(report());
    stage.press("<go:题目和署名>");
    let mut way = place(&stage.model) + "\n";
    while !matches!(stage.model.screen, Screen::List(..)) && way.len() < 10_000 {
        stage.press("<tab>");
        way += &(place(&stage.model) + "\n");
    }
    check_kept("way_on", &way);
}

/// Back leads from question to question past the buttons of the pages before, and through what Tab leaves out
/// because it may stay empty.
#[test]
fn shift_tab_leads_back_from_the_result_to_the_very_first() {
    let mut stage = Stage::writing(report());
    stage.press("<go:Result><esc>");
    let before = stage.draft().clone();
    let mut way = place(&stage.model) + "\n";
    for _ in 0..100 {
        stage.press("<s-tab>");
        way += &(place(&stage.model) + "\n");
        if place(&stage.model).starts_with("题目和署名 题目") {
            break;
        }
    }
    check_kept("way_back", &way);
    check_way("<go:题目和署名><s-tab*3>", "题目和署名 题目：题▏");
    assert!(
        stage.draft().same_content(&before),
        "going back deletes nothing"
    );
}

#[test]
fn walking_past_a_question_makes_nothing() {
    let before = check_draft("", |_| true).draft().clone();
    check_draft("<go:Result>", |it| it.same_content(&before));
    check_draft("<go:甲1><pick:NewExample><tab><s-tab><esc>", |it| {
        it.same_content(&before)
    });
    check_draft("<go:乙+><pick:NewProblem><go:Result>", |it| {
        it.same_content(&before)
    });
}

#[test]
fn buttons_are_chosen_with_every_key() {
    check_way("<tab><enter>", "一、上年 上年问题：旧▏");
    check_way("<tab><down>", "开头 [Menu]");
    check_way("<tab><right><right>", "开头 [Menu]");
    check_way("<tab><right><left>", "开头 [NextPage]");
    check_way("<tab><left>", "开头 开头：开▏");
    check_way("<tab><up>", "开头 开头：开▏");
    check_way("<tab>1", "一、上年 上年问题：旧▏");
    check_way("<tab>２", "Menu > 1");
    check_way("<tab>9", "开头 [NextPage]");
    check_way("<tab><c-j>", "一、上年 上年问题：旧▏");
    check_way("<pick:Menu>", "Menu > 1");
    check_way("<go:甲2><pick:NextPage>", "乙+ 问题：▏");
    check_way("<go:结尾><pick:NextPage>", "Result > 1");
    check_way("<go:甲1><pick:NewProblem>", "甲+ 问题：▏");
    check_way("<go:甲1><pick:NewCause>", "甲1 原因 > 1");
    check_way("<go:甲1><pick:NewMeasure>", "甲1 措施 > 1");
}

#[test]
fn digits_choose_in_lists_and_letters_only_say_how() {
    check_way("<esc>2", "Outline > 2");
    check_way("<esc>３", "Check > 1");
    check_way("<esc>4", "Result > 1");
    check_way("<esc>9", "Menu > 1");
    check_way("<esc>0", "Menu > 1");
    check_way("<esc>a", "Menu > 1");
    check_notice("<esc>a", Some(&say::use_arrows(ZH)));
    check_notice("<esc>学", Some(&say::use_arrows(ZH)));
    check_notice("<tab>a", Some(&say::not_in_a_text(ZH)));
    check_notice("<go:甲2 原因>a", Some(&say::use_arrows(ZH)));
    check_notice("<esc>a<down>", None);
    // What came together and only begins with a digit is no choice.
    let mut stage = Stage::writing(report());
    stage.press("<esc>");
    let asked = update(&mut stage.model, Msg::Typed("2025年".to_owned(), 0));
    assert_eq!(
        (asked.len(), stage.model.notice),
        (0, Some(say::use_arrows(ZH)))
    );
    check_way("<go:甲2 原因>２", "甲2 原因：因一▏");
    check_way("<go:甲2 原因>9", "甲2 原因 > 1");
}

#[test]
fn nought_gives_the_digits_to_the_next_lines() {
    let stage = Stage::writing(report());
    let all = items(&stage.model, &List::Settings);
    assert!(all.len() > 10, "a list with more lines than digits");
    let leads_to_keys = all.iter().position(|it| it.act == Act::Show(List::Keys));
    let line = leads_to_keys.expect("a line that leads to the keys");
    let keys = "0".repeat(line / 9) + &(line % 9 + 1).to_string();
    check_way(&format!("<esc><pick:设置>{keys}"), "Keys > 1");
    check_way("<esc><pick:设置>0", "Settings > 10");
    check_way("<esc><pick:设置>０", "Settings > 10");
    check_way("<esc><pick:设置><down*3>0", "Settings > 10");
    check_way("<esc><pick:设置>00", "Settings > 1");
    // The last nine are not nine: a digit that stands nowhere only says how to choose.
    check_way("<esc><pick:设置>09", "Settings > 10");
    // No more lines than digits.
    check_way("<esc>0", "Menu > 1");
    check_notice("<esc>0", Some(&say::use_arrows(ZH)));
}

#[test]
fn lists_go_round() {
    let stage = Stage::writing(report());
    let last = format!("Menu > {}", items(&stage.model, &List::Menu).len());
    check_way("<esc><up>", &last);
    check_way("<esc><up><down>", "Menu > 1");
    check_way("<esc><tab><right><s-tab><left>", "Menu > 1");
    check_way("<esc><end>", &last);
    check_way("<esc><pgdn><home>", "Menu > 1");
    check_way("<esc><pgdn><pgup>", "Menu > 1");
    check_way("<go:甲2 原因><down*9>", "甲2 原因 > 3");
    check_way("<go:甲2 原因><down*2><up*9>", "甲2 原因 > 1");
}

#[test]
fn esc_and_f2_open_the_menu_and_close_it() {
    for key in ["<esc>", "<f2>"] {
        check_way(key, "Menu > 1");
        check_way(&key.repeat(2), "开头 开头：开▏");
        check_way(&format!("<tab>{key}"), "Menu > 1");
        check_way(&format!("<tab>{key}{key}"), "开头 [NextPage]");
        check_way(&format!("<go:甲2 原因>{key}"), "Menu > 1");
        check_way(&format!("<esc><pick:成文>{key}"), "开头 开头：开▏");
        check_way(&format!("<esc><pick:成文><pick:看一遍>{key}"), "Result > 1");
        check_way(
            &format!("<esc><pick:成文><pick:复制一部分>{key}"),
            "Result > 1",
        );
        check_way(&format!("<esc><pick:目录><pick:挪动>{key}"), "Outline > 1");
        check_way(
            &format!("<esc><pick:目录><pick:挪动><pick:甲>{key}"),
            "Arrange > 1",
        );
        check_way(&format!("<esc><pick:这一项><pick:不写>{key}"), "Here > 1");
        check_way(&format!("<f1>{key}"), "开头 开头：开▏");
    }
}

/// From every list there is a way back by choosing, too: Esc may not arrive.
#[test]
fn every_list_has_a_line_that_leads_back() {
    let lists = [
        List::Kinds,
        List::EarlierKinds,
        List::OtherKinds,
        List::Drafts,
        List::DraftsLike("题".to_owned()),
        List::Archive,
        List::DraftMenu("d0".to_owned()),
        List::ConfirmDelete("d0".to_owned()),
        List::Menu,
        List::Found,
        List::Replace,
        List::Edit,
        List::Here,
        List::Outline,
        List::Arrange,
        List::Part(Page::Front),
        List::Result,
        List::Formats,
        List::CopyPart,
        List::Settings,
    ];
    let mut stage = Stage::writing(report());
    stage.press("<c-f>甲<enter><pick:替换成>丁<enter>");
    for list in lists {
        let lines = items(&stage.model, &list);
        let leads_back = |it: &pouxi::sitting::lists::Item| {
            let words = ["继续写", "回去", "返回"];
            words.iter().any(|word| it.label.contains(word))
        };
        assert!(lines.iter().any(leads_back), "{list:?}: {lines:#?}");
    }
}

#[test]
fn help_comes_and_goes_everywhere() {
    check_way("<f1>", "Help from 0");
    check_way("<f1><f1>", "开头 开头：开▏");
    check_way("<f1><enter>", "开头 开头：开▏");
    check_way("<f1><down><pgdn><pgup><up>", "Help from 0");
    check_way("<f1>a", "Help from 0");
    let mut stage = Stage::new(Vec::new());
    stage.press("<f1><esc>");
    assert_eq!(place(&stage.model), "Start > 1");
}

#[test]
fn the_outline_opens_a_part_at_its_first_unfinished_page() {
    check_way("<esc><pick:目录>", "Outline > 2");
    check_way("<esc><pick:目录><pick:甲>", "甲2 问题：甲二▏");
    check_way("<esc><pick:目录><pick:乙>", "乙+ 问题：▏");
    check_way("<esc><pick:目录><pick:丙>", "（三）丙 说明：无▏");
    check_way("<esc><pick:目录><pick:题目>", "题目和署名 题目：题▏");
    check_way("<go:甲2><esc><pick:目录>", "Outline > 4");
}

#[test]
fn ctrl_c_leaves_when_it_is_pressed_twice() {
    let ended = |keys: &str| Stage::writing(report()).press(keys).ended;
    assert_eq!(ended("<c-c>"), None);
    assert_eq!(ended("<c-c><c-c>"), Some(0));
    assert_eq!(ended("<c-c><left><c-c>"), None);
    assert_eq!(ended("<c-c>字<c-c>"), None);
    assert_eq!(ended("<c-c><paste:字><c-c>"), None);
    assert_eq!(ended("<c-c><size:40x10><c-c>"), Some(0));
    assert_eq!(ended("<esc><c-c><c-c>"), Some(0));
    assert_eq!(Stage::new(Vec::new()).press("<c-c><c-c>").ended, Some(0));
    // It copies what is selected instead.
    assert_eq!(ended("<s-left><c-c><c-c>"), None);
    check_notice("<c-c>", Some(&say::press_again(ZH)));
    check_notice("<c-d>", Some(&say::how_to_leave(ZH)));
    check_notice("<c-s>", Some(&say::always_saved(ZH)));
    check_notice("<f4>", Some(&say::asks_no_further(ZH)));
    check_notice("<f4><f4>", Some(&say::asks_further(ZH)));
    assert_eq!(ended("<esc><pick:退出>"), Some(0));
}

#[test]
fn a_report_is_begun_with_four_times_enter() {
    let mut stage = Stage::new(Vec::new());
    stage.press("<enter*4>");
    assert_eq!(stage.asked, ["create 2025年度民主生活会个人对照检查材料"]);
    assert_eq!(place(&stage.model), "开头 开头：▏");
}

#[test]
fn the_questions_before_a_report_can_be_left_and_come_back_to() {
    let check_start = |keys: &str, after: &str| {
        let mut stage = Stage::new(Vec::new());
        stage.press(keys);
        assert_eq!(place(&stage.model), after, "after {keys}");
    };
    check_start("1", "Kinds > 1");
    check_start("1<esc>", "Start > 1");
    check_start("11", "? 2025▏");
    check_start("11<esc>", "Kinds > 1");
    check_start("11<s-tab>", "Kinds > 1");
    check_start("11<enter>", "? ▏");
    check_start("11<tab>", "? ▏");
    check_start("11<enter><esc>", "? 2025▏");
    check_start("11<c-u>２０３０<enter>", "? ▏");
    check_start("11<c-u>２０３０<enter><esc>", "? 2030▏");
    check_start("11<c-u>30<enter>", "? 30▏");
    check_start("11<c-u>x<enter>", "? x▏");
    check_start("11<home>1<right><del><left*2><end><bs>", "? 122▏");
    check_start("11<c-a>x<c-e>y<c-home>z<c-end>", "? zx2025y▏");
    check_start("11<left><c-k>", "? 202▏");
    check_start("11<enter>张三 科长<c-w>", "? 张三 ▏");
    check_start("11<enter><paste:张三\r\n科长\t>", "? 张三科长▏");
    check_start("11<enter>👨‍👩‍👧<bs>", "? ▏");
    check_start("11<enter>e\u{301}<left>", "? ▏e\u{301}");
    // What becomes one sign with what follows it leaves the caret behind both.
    check_start("11<c-u><ime:\u{301}><home>e", "? e\u{301}▏");
    let mut stage = Stage::new(Vec::new());
    stage.press("11<enter>张三<enter>");
    assert_eq!(stage.draft().bylines[0].text, "张三");
    assert_eq!(stage.draft().template, "mzsh-2025");
    assert!(stage.draft().title.contains("2025"));
}

#[test]
fn drafts_are_opened_deleted_and_put_away() {
    let check_desk = |keys: &str, after: &str, asked: &[&str]| {
        let second = Outline {
            title: "乙题".to_owned(),
            ..report()
        };
        let mut stage = Stage::new(vec![report(), second]);
        stage.press(keys);
        assert_eq!(place(&stage.model), after, "after {keys}");
        assert_eq!(stage.asked, asked, "after {keys}");
    };
    check_desk("1", "开头 开头：开▏", &["open d0 Write"]);
    check_desk(
        "<pick:打开别的><pick:乙题><pick:打开>",
        "开头 开头：开▏",
        &["open d1 Write"],
    );
    check_desk("<pick:打开别的><pick:乙题><esc>", "Drafts > 1", &[]);
    check_desk(
        "<pick:打开别的><pick:乙题><pick:删掉>",
        "ConfirmDelete > 1",
        &[],
    );
    check_desk(
        "<pick:打开别的><pick:乙题><pick:删掉><enter>",
        "Drafts > 1",
        &[],
    );
    check_desk(
        "<pick:打开别的><pick:乙题><pick:删掉><pick:删掉>",
        "Drafts > 1",
        &["delete d1"],
    );
    check_desk(
        "1<esc><pick:设置><pick:放下>",
        "Start > 1",
        &["open d0 Write", "snapshot", "close"],
    );
    check_desk(
        "<pick:打开别的><pick:乙题><pick:归档>",
        "Drafts > 1",
        &["archive d1 true"],
    );
    check_desk(
        "<pick:打开别的><pick:乙题><pick:归档><pick:归档的><pick:乙题><pick:放回>",
        "Archive > 1",
        &["archive d1 true", "archive d1 false"],
    );
    let mut stage = Stage::new(vec![report(), report()]);
    stage.press("<pick:打开别的><enter><pick:删掉><pick:删掉><enter><pick:删掉><pick:删掉>");
    assert_eq!(place(&stage.model), "Start > 1");
    assert!(stage.model.drafts.is_empty());
}

#[test]
fn what_is_found_is_selected_and_can_be_come_back_to() {
    check_way("<c-f>", "? ▏");
    check_way("<c-f>甲<enter>", "Found > 1");
    check_way("<c-f>甲<enter><enter>", "甲1 方面名称：甲▏");
    check_way("<c-f>甲<enter>2", "甲1 问题：甲▏一");
    check_way("<c-f>甲<enter>2丙", "甲1 问题：丙▏一");
    check_way("<c-f>甲<enter>2丙<c-z>", "甲1 问题：甲▏一");
    check_way("<c-f>没有<enter>", "? 没有▏");
    check_notice("<c-f>没有<enter>", Some(&say::not_found(ZH, "没有")));
    check_way("<c-f>甲<enter>2<pick:BackToFound>", "Found > 1");
    check_way("<c-f>甲<enter>2<c-f>", "? 甲▏");
    check_way("<c-f>甲<enter><esc>", "开头 开头：开▏");
    check_way("<c-f><esc>", "Menu > 1");
    // The button that leads back goes when something else is looked for; the focus stays on what it was on.
    check_way("<c-f>甲<enter>2<go:甲1 [Menu]><c-f><enter>", "Found > 1");
    check_way(
        "<c-f>甲<enter>2<go:甲1 [Menu]><c-f><enter><esc>",
        "甲1 [Menu]",
    );
}

#[test]
fn words_are_replaced_one_by_one_or_all() {
    let titles = |keys: &str| {
        let stage = check_draft(keys, |_| true);
        let dimension = &stage.draft().dimensions[0];
        let problems = dimension.problems.iter();
        let all = [dimension.title.as_str()].into_iter();
        all.chain(problems.map(|it| it.headline.as_str()))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let way = "<c-f>甲<enter><pick:替换成>丁<enter>";
    assert_eq!(titles(way), "甲 甲一 甲二");
    check_way(way, "Replace > 1");
    assert_eq!(titles(&format!("{way}<pick:全部替换>")), "丁 丁一 丁二");
    assert_eq!(
        titles(&format!("{way}<pick:全部替换><c-z>")),
        "甲 甲一 甲二"
    );
    assert_eq!(titles(&format!("{way}2")), "丁 甲一 甲二");
    check_way(&format!("{way}2"), "Replace > 1");
    check_way(&format!("{way}<esc>"), "Found > 1");
    assert_eq!(titles(&format!("{way}2<c-z>")), "甲 甲一 甲二");
}

/// A first screen with these drafts, the titles in the order in which they were used.
fn shelf_of(titles: &[&str]) -> Stage {
    let report_of = |it: &&str| Outline {
        title: (*it).to_owned(),
        ..report()
    };
    Stage::new(titles.iter().map(report_of).collect())
}

#[test]
fn a_long_list_of_drafts_is_looked_through_by_words_and_sounds() {
    let titles = [
        "2025年度民主生活会",
        "2024年度民主生活会",
        "2025年度组织生活会",
        "述职报告",
        "Incident review",
        "六",
        "七",
        "八",
        "九",
        "十",
    ];
    for (words, expected) in [
        ("组织", &["2025年度组织生活会"][..]),
        ("2025 生活会", &["2025年度民主生活会", "2025年度组织生活会"]),
        ("mzshh", &["2025年度民主生活会", "2024年度民主生活会"]),
        ("incident", &["Incident review"]),
        ("没有的", &[]),
    ] {
        let mut stage = shelf_of(&titles);
        stage.press(&format!("<pick:打开别的><pick:按题目>{words}<enter>"));
        let found: Vec<String> = drafts_like(&stage.model, words)
            .into_iter()
            .map(|it| it.summary.title.clone())
            .collect();
        assert_eq!(found, expected, "{words}");
        let screen = stage.screen();
        for title in expected {
            assert!(screen.contains(title), "{title}\n{screen}");
        }
        assert!(!screen.contains("八"), "{screen}");
        assert_eq!(screen.contains("没有这样的题目"), expected.is_empty());
        // What is found is a line like those of the whole list.
        stage.press("<enter>");
        let after = if expected.is_empty() {
            "? ▏"
        } else {
            "DraftMenu > 1"
        };
        assert_eq!(place(&stage.model), after, "{words}");
    }
    let mut few = shelf_of(&titles[..9]);
    few.press("<pick:打开别的>");
    assert!(!few.screen().contains("按题目"));
    // In the archive it is found all the same, and said to be there.
    let mut stage = shelf_of(&titles);
    stage.press("<pick:打开别的><pick:述职><pick:归档><pick:按题目>szbg<enter>");
    let screen = stage.screen();
    assert!(
        screen.contains("述职报告") && screen.contains("已归档"),
        "{screen}"
    );
}

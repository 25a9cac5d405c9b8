//! Resemblance in the wizard: to the report this one follows and to any text the writer names; side by side; and after a
//! key only what was changed is looked at again.

use pouxi::draft::{Outline, PassageKind, Role};
use pouxi::sitting::model::{List, Reading, Screen};
use pouxi::sitting::msg::Msg;

use crate::reports::{dimension, problem, section};
use crate::stage::{Stage, place};

const LAST_YEAR: &str = "我把学习当成任务，读过就算学过，笔记停在去年八月。";
const THIS_YEAR: &str = "我把学习当成任务，读过就算学过，笔记停在今年三月。";

fn outline(title: &str, words: &str) -> Outline {
    let own = |words: &str| pouxi::draft::OutlineProblem {
        body: vec![(PassageKind::Detail, words.to_owned())],
        ..problem("我学得不深", &[])
    };
    Outline {
        template: "self-review-zh".to_owned(),
        title: title.to_owned(),
        sections: vec![
            section(Role::Opening, "", "现将情况汇报如下。"),
            section(Role::Dimensions, "存在的问题", ""),
        ],
        dimensions: vec![dimension(
            "学习",
            vec![
                own(words),
                own("我下乡也少，一年只去过两个村，群众的话没有听进去几句。"),
            ],
        )],
        ..Outline::default()
    }
}

/// A report that follows that of last year, with a sentence of it in other words at its end.
fn following() -> Stage {
    let mut stage = Stage::new(vec![outline("去年的材料", LAST_YEAR)]);
    stage.press("<pick:新写一份>2<pick:个人述职><enter*2>");
    assert!(stage.work().earlier.is_some());
    stage.press(&format!("<go:开头>{THIS_YEAR}"));
    stage
}

/// Returns what resembles what: the words here, the name of the other report and its words.
fn twins(stage: &Stage) -> Vec<(String, String, String)> {
    let told = stage.work().checked.told.iter();
    let similar = told.filter(|it| it.rule == "similar-to-earlier");
    similar
        .map(|it| {
            let twin = it.twin.clone().expect("it says what it resembles");
            let name = twin.name.expect("another report");
            (it.excerpt(stage.draft()).to_owned(), name, twin.words)
        })
        .collect()
}

fn expected(name: &str) -> Vec<(String, String, String)> {
    vec![(THIS_YEAR.to_owned(), name.to_owned(), LAST_YEAR.to_owned())]
}

#[test]
fn a_sentence_of_last_years_report_is_found() {
    let mut stage = following();
    stage.press("<esc><pick:检查>");
    assert_eq!(twins(&stage), expected("去年的材料"));
    // Other words, and it is gone.
    let mut stage = following();
    stage
        .press("<c-u>今年我每周去一个村，和二十八户困难群众谈了话，记了两本笔记。<esc><pick:检查>");
    assert_eq!(twins(&stage), []);
}

#[test]
fn a_text_that_is_pasted_or_read_is_held_against_and_makes_no_draft() {
    let mut stage = Stage::writing(outline("今年的材料", THIS_YEAR));
    let before = stage.draft().clone();
    stage.press("<esc><pick:检查>");
    assert_eq!(twins(&stage), []);
    stage.press("<pick:和另一份>");
    stage.happen(Msg::Paste(format!(
        "别人的材料\n一、问题\n一是学得浅。{LAST_YEAR}\n"
    )));
    assert!(
        place(&stage.model).starts_with("Check > "),
        "{}",
        place(&stage.model)
    );
    assert_eq!(twins(&stage), expected("粘贴的文字"));
    let notice = stage.model.notice.clone().unwrap_or_default();
    assert!(notice.contains("1处"), "{notice}");
    assert!(stage.draft().same_content(&before));
    assert!(stage.model.intake.is_none());
    // A second one is added to the first.
    stage.press("<pick:和另一份>");
    stage.happen(Msg::Paste("没有关系的文字。\n另一行。".to_owned()));
    assert_eq!(twins(&stage), expected("粘贴的文字"));
    // Nothing given: it is asked again, and Esc leads back.
    stage.press("<pick:和另一份><enter>");
    assert!(stage.model.notice.is_some());
    stage.press("<esc>");
    assert!(
        place(&stage.model).starts_with("Check > "),
        "{}",
        place(&stage.model)
    );
}

#[test]
fn promises_of_last_year_are_told_in_its_words() {
    let mut last = outline("去年的材料", "我读得不多，也不深。");
    last.sections.push(section(Role::Measures, "措施", ""));
    last.measures
        .push(crate::reports::measure(LAST_YEAR, &[], "", ""));
    let mut stage = Stage::new(vec![last]);
    stage.press("<pick:新写一份>2<pick:个人述职><enter*2>");
    assert_eq!(stage.draft().follow_ups[0].measure, LAST_YEAR);
    stage.press("<esc><pick:检查>");
    assert!(stage.work().checked.has_others());
    assert_eq!(twins(&stage), []);
}

#[test]
fn both_sentences_stand_side_by_side_or_one_above_the_other() {
    let mut stage = following();
    stage.press("<esc><pick:检查><pick:左右对照>");
    assert!(matches!(
        stage.model.screen,
        Screen::Read(Reading::Twins(_), 0)
    ));
    let wide = stage.screen();
    let both = |line: &str| line.contains("这一份") && line.contains("《去年的材料》");
    assert!(wide.lines().any(both), "{wide}");
    let words = |line: &str| line.matches("我把学习当成任务").count() == 2;
    assert!(wide.lines().any(words), "{wide}");
    stage.press("<size:40x20>");
    let narrow = stage.screen();
    assert!(
        !narrow.lines().any(both) && !narrow.lines().any(words),
        "{narrow}"
    );
    let at = |words: &str| {
        narrow
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {narrow}"))
    };
    assert!(at("这一份") < at("《去年的材料》"), "{narrow}");
    assert!(
        narrow.contains("今年三月") && narrow.contains("去年八月"),
        "{narrow}"
    );
    stage.press("<size:80x24><esc>");
    assert!(
        place(&stage.model).starts_with("Check > "),
        "{}",
        place(&stage.model)
    );
    // And from the menu of the finding itself.
    let told = &stage.work().checked.told;
    let n = told
        .iter()
        .position(|it| it.rule == "similar-to-earlier")
        .expect("it is there");
    stage.model.screen = Screen::List(List::Finding(n), 0);
    stage.press("<pick:左右对照>");
    assert_eq!(stage.model.screen, Screen::Read(Reading::Twins(n), 0));
}

#[test]
fn after_a_key_only_the_changed_text_is_looked_at_again() {
    let mut stage = following();
    stage.press("<esc><pick:检查>");
    assert!(stage.work().checked.looked_at() > 3);
    // Nothing was changed: nothing is looked at.
    stage.press("<esc><esc><pick:检查>");
    let seen = stage.work().checked.told.clone();
    // One letter in one text.
    stage.press("<esc>我");
    stage.press("<esc><pick:检查>");
    assert_eq!(stage.work().checked.looked_at(), 1);
    stage.press("<esc><bs><esc><pick:检查>");
    assert_eq!(stage.work().checked.looked_at(), 1);
    assert_eq!(stage.work().checked.told, seen);
    // Another text to be held against, and everything is looked at once more.
    stage.press("<pick:和另一份>");
    stage.happen(Msg::Paste("没有关系的文字。\n另一行。".to_owned()));
    assert!(stage.work().checked.looked_at() > 3);
}

#[test]
fn esc_leaves_the_chain_to_where_it_was_opened_from() {
    let mut stage = Stage::writing(outline("今年的材料", THIS_YEAR));
    stage.press("<esc><pick:目录><pick:问题、原因>");
    assert_eq!(place(&stage.model), "Chain > 1");
    stage.press("<enter><esc>");
    assert_eq!(place(&stage.model), "Chain > 1");
    stage.press("<esc>");
    assert!(
        place(&stage.model).starts_with("Outline > "),
        "{}",
        place(&stage.model)
    );
    stage.press("<esc><esc><pick:检查><pick:问题、原因>");
    assert_eq!(place(&stage.model), "Chain > 1");
    stage.press("<esc>");
    assert!(
        place(&stage.model).starts_with("Check > "),
        "{}",
        place(&stage.model)
    );
}

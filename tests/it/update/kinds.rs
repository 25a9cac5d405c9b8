//! A notice becomes a report, and a report changes its kind, both as a writer does it.

use pouxi::draft::{Outline, Role};
use pouxi::sitting::lists::items;
use pouxi::sitting::model::{List, Screen};
use pouxi::template::find;

use super::report;
use crate::stage::Stage;

const NOTICE: &str = include_str!("../../fixtures/notices/02-numbered-is.txt");

/// Returns the labels of the list on the screen.
fn labels(stage: &Stage) -> Vec<String> {
    let Screen::List(list, _) = &stage.model.screen else {
        panic!("no list: {:?}", stage.model.screen);
    };
    let lines = items(&stage.model, list);
    lines.into_iter().map(|it| it.label).collect()
}

#[test]
fn a_report_is_begun_from_a_notice_that_was_pasted() {
    let mut stage = Stage::new(Vec::new());
    stage.press("<pick:新写><pick:按通知>");
    assert_eq!(labels(&stage), ["从文件读通知", "返回"]);
    stage.press(&format!("<paste:{NOTICE}>"));
    let shown = labels(&stage);
    assert_eq!(shown[0], "就按这个写");
    assert!(
        shown.contains(&"方面  党性修养提高方面".to_owned()),
        "{shown:?}"
    );
    assert!(
        shown.contains(&"没有读懂：各党支部：".to_owned()),
        "{shown:?}"
    );
    assert!(
        stage.world.drafts.is_empty(),
        "nothing is made before it was seen"
    );
    // One of them is not wanted; then it is written to.
    stage.press("<pick:方面  联系服务群众方面><pick:就按这个写>");
    stage.press("清溪中学支部 李明远<enter>");
    let draft = stage.draft();
    assert_eq!(draft.title, "2024年度组织生活会个人对照检查材料");
    let titles: Vec<&str> = draft
        .dimensions
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "学习贯彻党的创新理论方面",
            "党性修养提高方面",
            "发挥先锋模范作用方面"
        ]
    );
    assert_eq!(draft.bylines[0].text, "清溪中学支部 李明远");
    let template = find(&draft.template).expect("it was kept");
    assert_eq!(template.length.and_then(|it| it.min), Some(1500));
}

#[test]
fn a_paste_without_its_brackets_is_read_as_well() {
    let mut stage = Stage::new(Vec::new());
    stage.press("<pick:新写><pick:按通知>");
    let lines: Vec<String> = NOTICE.lines().map(|it| format!("<ime:{it}>")).collect();
    stage.press(&lines.join("<+enter>"));
    assert!(labels(&stage).contains(&"方面  发挥先锋模范作用方面".to_owned()));
    let text = stage.model.read_notice.as_ref().map(|it| it.text.as_str());
    assert_eq!(text, Some(NOTICE.trim_end()));
}

#[test]
fn a_text_without_dimensions_cannot_be_written_to() {
    let mut stage = Stage::new(Vec::new());
    stage.press("<pick:新写><paste:请于1月20日前报送。>");
    let shown = labels(&stage);
    assert!(!shown.contains(&"就按这个写".to_owned()), "{shown:?}");
    stage.press("<esc>");
    assert_eq!(stage.model.screen, Screen::List(List::Kinds, 0));
}

#[test]
fn a_report_changes_its_kind_in_one_step_and_back() {
    let mut stage = Stage::writing(report());
    let before = stage.draft().clone();
    stage.press("<esc><pick:目录><pick:换一种><pick:2023年度主题教育>");
    let shown = labels(&stage);
    assert_eq!(shown[0], "就这样换");
    assert_eq!(
        shown.len(),
        before.sections.len() + before.dimensions.len() + 2
    );
    assert!(
        stage.draft().same_content(&before),
        "shown before it is done"
    );
    stage.press("<pick:就这样换>");
    let template = find("mzsh-2023").expect("built in");
    let draft = stage.draft();
    assert_eq!(draft.template, "mzsh-2023");
    let titles: Vec<&str> = draft
        .dimensions
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    let wanted: Vec<&str> = template
        .dimensions
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(titles, wanted);
    assert!(
        !draft.set_aside.is_empty(),
        "what was written in a dimension that went is kept"
    );
    assert_eq!(
        stage.model.work.as_ref().map(|it| it.template.id.as_str()),
        Some("mzsh-2023")
    );
    stage.press("<c-z>");
    assert!(stage.draft().same_content(&before));
    let asked = stage.model.work.as_ref().map(|it| it.template.id.clone());
    assert_eq!(
        asked,
        find(&before.template).map(|it| it.id.clone()),
        "and it is asked as before"
    );
}

#[test]
fn every_line_of_a_change_can_go_elsewhere() {
    let mut stage = Stage::writing(report());
    stage.press("<esc><pick:目录><pick:换一种><pick:2023年度主题教育>");
    let details = |stage: &Stage| -> Vec<String> {
        let lines = items(&stage.model, &List::Mapping);
        lines.into_iter().map(|it| it.detail).collect()
    };
    let first = details(&stage);
    let last = first.len() - 2;
    stage.press(&format!("<down*{last}><enter>"));
    let second = details(&stage);
    assert_ne!(first[last], second[last]);
    assert_eq!(first[..last], second[..last]);
    // Round and round, and never out of the list.
    let n = find("mzsh-2023").expect("built in").dimensions.len() + 2;
    stage.press(&"<enter>".repeat(3 * n));
    assert!(details(&stage)[last].starts_with("-> "));
    assert!(matches!(stage.model.screen, Screen::List(List::Mapping, at) if at == last));
}

#[test]
fn a_part_in_which_nothing_is_written_just_goes() {
    let template = find("zzsh-2024").expect("built in");
    let mut stage = Stage::writing(pouxi::wizard::outline_of(template, 2024, Vec::new()));
    stage.press("<esc><pick:目录><pick:换一种><pick:2023年度主题教育>");
    let lines = items(&stage.model, &List::Mapping);
    let gone = lines.iter().filter(|it| it.detail == "-> 空的，去掉");
    assert!(gone.count() > 0, "{lines:#?}");
    stage.press("<pick:就这样换>");
    assert!(stage.draft().set_aside.is_empty());
}

#[test]
fn the_outline_tells_of_the_dimensions_of_another_year() {
    let template = find("mzsh-2020").expect("built in");
    let outline = Outline {
        title: "2021年度民主生活会材料".to_owned(),
        ..pouxi::wizard::outline_of(template, 2021, Vec::new())
    };
    let mut stage = Stage::writing(outline);
    stage.press("<esc><pick:目录>");
    let told = "题目写的是2021年，5个方面里有5个是2020年民主生活会的";
    let screen = stage.screen();
    assert!(screen.contains(told), "{screen}");
    assert!(stage.draft().section_of(Role::Dimensions).is_some());
}

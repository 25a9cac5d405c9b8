//! One script through both faces: what is in the drafts at the end is the same.

use pouxi::draft::Outline;

use super::Lines;
use crate::screens::{after_a_crash, historian};
use crate::stage::Stage;
use crate::update::report;

const NOTICE: &str = "关于召开2025年度组织生活会的通知\n党员要从理论学习、党性修养、联系群众等三个方面对照检查。\n\
                      个人材料不少于1500字，剖析原因。";

/// Compares what keys and lines make of the same reports, from the first list on or in the only one. Of the lines,
/// `>words` chooses the numbered line with these words, and `@place` goes there by the outline and `：跳过`.
#[track_caller]
fn check_from(full: Stage, by_lines: Stage, keys: &str, lines: &[&str]) {
    let before: Vec<Outline> = drafts(&full);
    let mut full = full;
    full.press(keys);
    let mut by_lines = Lines::on(by_lines);
    by_lines.script(lines);
    let (full, by_lines_drafts) = (drafts(&full), drafts(&by_lines.stage));
    assert_eq!(full, by_lines_drafts, "{:#?}", by_lines.said);
    assert_ne!(full, before, "nothing was done by {keys}");
}

fn drafts(stage: &Stage) -> Vec<Outline> {
    let world = &stage.world;
    (world.drafts.iter().chain(&world.trash))
        .map(|it| Outline::of(&it.draft()))
        .collect()
}

#[track_caller]
fn check(keys: &str, lines: &[&str]) {
    let stage = || Stage::writing(report());
    check_from(stage(), stage(), keys, lines);
}

#[test]
fn texts() {
    check(
        "<enter>会前学了文件。<enter>第二段。<enter><enter>",
        &["1", "会前学了文件。", "第二段。", "。"],
    );
    check("<enter>：撤销<enter>:x", &["1", "：：撤销", "::x", "．"]);
    // Written anew, and the last paragraph taken out again.
    check("<bs>新的", &["2", "新的", "不要了", "。", "@开头", "3"]);
    // A paragraph in the middle.
    check(
        "<enter>二<enter>四<up><end><bs>三",
        &["1", "二", "四", ".", "@开头", "5", "2", "1", "三"],
    );
    check("<go:题目和署名 题目>二", &["@题目和署名 题目", "1", "题二"]);
    check(
        "<go:乙+>新问题<tab>表现<tab>例<enter>子",
        &["@乙+", "新问题", "表现", "。", "例", "子", "。"],
    );
}

/// A key is typed by its name or chosen by its number; both faces keep the same.
#[test]
fn keys_of_commands() {
    let full = |keys: &str| {
        let mut stage = Stage::writing(report());
        stage.press("<esc><pick:设置><pick:按键：><pick:撤销>");
        stage.press(keys);
        (stage.model.keys, stage.asked)
    };
    let by_lines = |lines: &[&str]| {
        let mut face = Lines::on(Stage::writing(report()));
        face.script(&["：设置", ">按键：", ">撤销"]).script(lines);
        face
    };
    for line in ["Ctrl+R", "ctrl + r", "Ｃｔｒｌ＋Ｒ", ">Ctrl+R"] {
        let face = by_lines(&[line]);
        let stage = &face.stage;
        assert_eq!(
            (stage.model.keys, stage.asked.clone()),
            full("<c-r>"),
            "{line}"
        );
        assert!(face.was_told("[撤销]现在是 Ctrl+R"), "{:#?}", face.said);
        assert!(face.was_told("撤销：Ctrl+R"), "{:#?}", face.said);
    }
    let back = by_lines(&["f5", ">撤销", ">用回通常的 Ctrl+Z"]);
    assert_eq!(back.stage.model.keys, full("<f5><pick:撤销>1").0);
    assert!(back.was_told("撤销：Ctrl+Z"), "{:#?}", back.said);
    for (line, said) in [
        ("Ctrl+F", "Ctrl+F 现在是[查找和替换]的键"),
        ("ctrl+q", "这个键归终端、浏览器或输入法用"),
        ("回车", "这个键不能给命令用"),
        ("Tab", "这个键一直要照原样用"),
    ] {
        let face = by_lines(&[line]);
        assert!(face.was_told(said), "{line}: {:#?}", face.said);
        assert!(face.stage.asked.is_empty(), "{line}");
    }
    // A command is still one.
    assert!(by_lines(&["：退出"]).stage.ended.is_some());
}

#[test]
fn undo_and_redo() {
    check("<c-j>二", &["1", "一。", "：撤销", "1", "二", "。"]);
    check("<c-j>一。", &["1", "一。", "：撤销", "：重做"]);
}

#[test]
fn parts_of_the_report() {
    check(
        "<esc><pick:目录><pick:加一个方面>丁<enter>引",
        &["：目录", ">加一个方面", "丁", "引", "。"],
    );
    check(
        "<esc><pick:目录><pick:加一个说明>戊",
        &["：目录", ">加一个说明", "戊"],
    );
    check(
        "<esc><pick:目录><pick:挪动><pick:甲><pick:往后>",
        &["：目录", ">挪动", ">甲", ">往后"],
    );
    check(
        "<esc><pick:目录><pick:挪动><pick:乙><pick:改方面>二",
        &["：目录", ">挪动", ">乙", ">改方面", "1", "乙二"],
    );
    check(
        "<esc><pick:目录><pick:挪动><pick:甲><pick:删掉>",
        &["：目录", ">挪动", ">甲", ">删掉"],
    );
    check(
        "<esc><pick:目录><pick:挪动><pick:乙><pick:不写这个方面>空<enter>",
        &["@乙+", "：不写", "空"],
    );
    check(
        "<go:甲1><esc><pick:这一项><pick:不写事例><enter>",
        &["@甲1 事例", "：不写", ""],
    );
    check(
        "<esc><pick:目录><pick:换一种><pick:民主评议><pick:就这样>",
        &["：目录", ">换一种", ">民主评议", ">就这样"],
    );
}

#[test]
fn items_of_a_part() {
    for (place, act) in [
        ("甲1 问题", "这个问题往后"),
        ("甲2 问题", "这个问题往前"),
        ("甲1 事例", "这一段往前"),
        ("三、因 原因", "这条原因往后"),
        ("甲1 事例", "表现，不是"),
        ("甲1 事例", "删掉"),
        ("甲1 原因", "脱开"),
        ("一、上年 当时", "删掉"),
        ("题目和署名 署名", "删掉"),
    ] {
        check(
            &format!("<go:{place}><esc><pick:这一项><pick:{act}>"),
            &[&format!("@{place}"), "：这一项", &format!(">{act}")],
        );
    }
}

#[test]
fn causes_measures_and_their_links() {
    check(
        "<go:甲1><pick:NewCause>2",
        &["@甲1 [", ">再加原因", ">因二"],
    );
    check(
        "<go:甲1><pick:NewMeasure>1新措",
        &["@甲1 [", ">再加措施", "1", "新措"],
    );
    check(
        "<go:甲1><pick:NewExample>又一例",
        &["@甲1 [", ">再写事例", "又一例", "。"],
    );
    check(
        "<go:甲2><pick:NewProblem>甲三",
        &["@甲2 [", ">再写问题", "甲三"],
    );
    check("<go:四、措 责任人>和人", &["@四、措 责任人", "1", "人和人"]);
    check("<go:四、措 时限>底", &["@四、措 时限", "1", "月底"]);
    check("<go:四、措 进展>4", &["@四、措 进展", "4"]);
    check("<go:一、上年 进展>2", &["@一、上年 进展", "2"]);
    check(
        "<esc><pick:目录><pick:问题、原因><down><enter><pick:措2>",
        &["：目录", ">问题、原因", "2", ">措2"],
    );
}

#[test]
fn finding_replacing_and_the_reviewer() {
    check(
        "<esc><pick:查找>甲<enter><pick:替换成>子丑<enter><pick:全部替换>",
        &["：查找 甲", ">替换成", "子丑", ">全部替换"],
    );
    check(
        "<esc><pick:查找>甲<enter><pick:替换成>子丑<enter>2",
        &["：查找", "甲", ">替换成", "子丑", "2"],
    );
    check(
        "<go:乙+>问，<c-z>问,题<esc><pick:检查><pick:都改掉>",
        &["@乙+", "问,题", "：检查", ">都改掉"],
    );
    check(
        "<esc><pick:检查><right><pick:不用提醒>会上口头说<enter>",
        &["：检查", "1", ">不用提醒", "会上口头说"],
    );
}

#[test]
fn texts_set_aside() {
    check(
        "<c-j>二<esc><pick:这一项><pick:先放着>",
        &["1", "二", "。", "@开头", "：这一项", ">先放着"],
    );
    check(
        "<c-j>二<esc><pick:这一项><pick:先放着><esc><pick:目录><pick:暂不使用>1<pick:放回><pick:新的措施>",
        &[
            "1",
            "二",
            "。",
            "@开头",
            "5",
            "2",
            "3",
            "：目录",
            ">暂不使用",
            "1",
            ">放回",
            ">新的措施",
        ],
    );
}

#[test]
fn versions() {
    check_from(
        historian(),
        historian(),
        "<esc><pick:撤销><pick:以前的版本><pick:导出过><pick:恢复>",
        &["：版本", ">导出过", ">恢复"],
    );
}

#[test]
fn reports_begun_deleted_and_taken_back() {
    let stage = || Stage::new(vec![report()]);
    check_from(
        stage(),
        stage(),
        "<pick:新写一份><pick:不，从头写><pick:个人述职><enter>张三<enter>我的开头",
        &[
            ">新写一份",
            ">不，从头写",
            ">个人述职",
            "",
            "张三",
            "我的开头",
            "。",
        ],
    );
    check_from(
        stage(),
        stage(),
        "<pick:从已有>seed.txt<enter><enter><pick:就这样>",
        &[">从已有", "seed.txt", "", ">就这样"],
    );
    let two = || {
        Stage::new(vec![
            report(),
            Outline {
                title: "二".into(),
                ..report()
            },
        ])
    };
    check_from(
        two(),
        two(),
        "<pick:打开别的><pick:二><pick:删掉><pick:删掉><pick:返回><pick:回收站><pick:二><pick:永久删除><pick:永久删除>",
        &[
            ">打开别的",
            ">二",
            ">删掉",
            ">删掉",
            ">返回",
            ">回收站",
            ">二",
            ">永久删除",
            ">永久删除",
        ],
    );
}

#[test]
fn a_notice_and_last_years_report() {
    let stage = || Stage::new(vec![report()]);
    check_from(
        stage(),
        stage(),
        "<pick:新写一份><pick:题><pick:个人述职><enter>张三<enter>今年的开头",
        &[
            ">新写一份",
            ">题",
            ">个人述职",
            "",
            "张三",
            "今年的开头",
            "。",
        ],
    );
    let keys = format!(
        "<pick:新写一份><pick:不，从头写><pick:按通知><paste:{NOTICE}><pick:就按这个写>李明远<enter>正文"
    );
    check_from(
        stage(),
        stage(),
        &keys,
        &[
            ">新写一份",
            ">不，从头写",
            ">按通知",
            NOTICE,
            ">就按这个写",
            "李明远",
            "正文",
            "。",
        ],
    );
}

#[test]
fn saved_elsewhere_recovered_and_forgotten() {
    let failing = || {
        let mut stage = Stage::writing(report());
        stage.press("<disk-full>字");
        stage
    };
    check_from(
        failing(),
        failing(),
        "<esc><pick:换个地方><c-u>/there<enter><enter>二",
        &["：菜单", ">换个地方", "/there", "1", "二", "。"],
    );
    // What was recovered, and what was saved before it; the other is kept aside.
    check_from(
        after_a_crash(),
        after_a_crash(),
        "<enter>1<enter>二",
        &["1", "1", "1", "二", "。"],
    );
    check_from(after_a_crash(), after_a_crash(), "<enter>3", &["1", "3"]);
    check_from(
        historian(),
        historian(),
        "<esc><pick:撤销><pick:彻底>2<c-end><enter>二",
        &["：菜单", ">撤销", ">彻底", "2", "1", "二", "。"],
    );
}

#[test]
fn a_window_too_small_shows_the_way_to_the_lines() {
    let mut stage = Stage::writing(report());
    stage.press("<size:18x4>");
    assert!(stage.screen().contains("Esc 8 9 逐行方式"));
    // The hint says what is so.
    stage.press("<esc>89");
    assert_eq!(stage.asked.last().map(String::as_str), Some("other face"));
}

//! What one face can do, the other can: every list is walked to in both, and every line of it chosen in both; then the
//! screen, the drafts and what was asked of the world are the same. What a line does in another form in the line mode,
//! or what concerns the looks of the full screen alone, stands in a table. A list, an act, a button, a question or
//! something to read that is new does not compile here until it is named, and fails until a way leads to it.

use std::collections::BTreeSet;

use pouxi::draft::Outline;
use pouxi::plain::commands::COMMANDS;
use pouxi::plain::spoken;
use pouxi::sitting::keymap::{BINDINGS, Command};
use pouxi::sitting::lists::{Act, items};
use pouxi::sitting::model::{About, Focus, List, Reading, Screen};
use pouxi::sitting::msg::Msg;
use pouxi::sitting::standing::Button;

use super::Lines;
use crate::screens::{after_a_crash, alike, following, historian, keeper, second_window};
use crate::stage::{Stage, place};
use crate::update::report;

/// Names every variant of an enum: one that is new does not compile until it is named.
macro_rules! variants {
    ($name:ident, $all:ident, $type:ident: $($variant:ident)*) => {
        const $all: &[&str] = &[$(stringify!($variant)),*];

        fn $name(it: &$type) -> &'static str {
            match it {
                $($type::$variant { .. } => stringify!($variant)),*
            }
        }
    };
}

variants! { list_name, LISTS, List:
    Start Kinds Notice Rekinds Mapping EarlierKinds OtherKinds Drafts DraftsLike Archive DraftMenu ConfirmDelete Trash TrashMenu
    ConfirmDestroy Past Versions Version ConfirmForget Menu Edit Found Replace Here Outline Arrange Part Result Formats
    CopyPart Printed PrintedParts Exists Check Finding Silenced HandOut Chain Links From IntakeTexts Intake IntakeKinds
    Tray TrayItem Place PlaceIn Settings Keys KeyOf Recovery Unsaved Busy
}

variants! { act_name, ACTS, Act:
    Show Read AskYear AskNoticeFile DropRead KeepNotice Propose Turn Rekind Open Archive AskDraft Delete Restore Destroy Versions
    RestoreVersion Forget Write Go GoTo Step ToggleExample LeaveOut Set Shift DivideProblem Merge Remove Unlink AddDimension Export Copy
    CopyList Help Guide ReadPrinted PrintedHere ChangePrinted OtherLanguage ToggleMouse ToggleColours ToggleProbes
    ToggleLines NextCounting OtherWidth Edit AskFind AskWith GoToMatch Replace Selecting SelectAll CopySelection
    CutSelection PutBack Kill Check GoToFinding Mend MendKind MendAll Fold AskAgainst AskSilence Unsilence Anyway Join
    AskImport IntakeText IntakeKind MakeOfIntake Follow PutInto CopyTextOf SetAside CorrectCounts OtherFace Repaint
    Suspend AskElsewhere GiveUp UseFound UseSaved PutAway NextTheme GiveKey UsualKeys MakeSettings Leave
}

variants! { button_name, BUTTONS, Button:
    NextPage NewProblem NewDetail NewExample NewCause NewMeasure NewFollowUp NewByline BackToProof BackToCheck
    BackToFound Menu
}

variants! { about_name, ABOUTS, About:
    Year Name NoticeFile Reason Silence Import Against Draft Find With Elsewhere
}

variants! { reading_name, READINGS, Reading:
    Preview Differences Since ChangedIn Version Rule Twins Help Guide Earlier SetAside Intake
}

variants! { command_name, KEYS, Command:
    Next Previous Enter NewLine Menu Help Undo Redo Move Select Copy Cut PutBack EraseLeft EraseRight EraseWord
    EraseToRowStart EraseToRowEnd Edit Find Repaint SaySaved Probes Interrupt SayHowToLeave
}

/// What the line mode does in another form, and what it leaves to the full screen.
enum Otherwise {
    /// By these lines, which do what the keys do on the same report.
    Lines(&'static str, &'static [&'static str]),
    /// Not at all: it concerns the looks of the full screen alone.
    Looks(&'static str),
}

use Otherwise::{Lines as ByLines, Looks};

/// Acts that are no line of a list in the line mode.
const OTHERWISE: &[(&str, Otherwise)] = &[
    (
        "Show",
        ByLines(
            "<esc><pick:撤销><pick:选择、><pick:全选><c-x>",
            &["：选 全部", "2"],
        ),
    ),
    (
        "Selecting",
        ByLines(
            "<esc><pick:撤销><pick:选择、><pick:开始选><left><c-x>",
            &["：选 1", "2"],
        ),
    ),
    (
        "SelectAll",
        ByLines(
            "<esc><pick:撤销><pick:选择、><pick:全选><c-x>",
            &["：选 全部", "2"],
        ),
    ),
    (
        "CopySelection",
        ByLines(
            "<s-left><esc><pick:撤销><pick:选择、><pick:复制选中>",
            &["：选 开", "1"],
        ),
    ),
    (
        "CutSelection",
        ByLines(
            "<s-left><esc><pick:撤销><pick:选择、><pick:剪切选中>",
            &["：选 开", "2"],
        ),
    ),
    (
        "PutBack",
        ByLines(
            "<s-left><c-x><esc><pick:撤销><pick:选择、><pick:放回>",
            &["：选 开", "2", "：放回"],
        ),
    ),
    (
        "Kill",
        ByLines(
            "<esc><pick:撤销><pick:选择、><pick:删到句首>",
            &["：选 1", "5"],
        ),
    ),
    (
        "ToggleExample",
        ByLines("<esc><pick:这一项><pick:看例子>", &["：例子"]),
    ),
    (
        "OtherFace",
        ByLines("<esc><pick:设置><pick:换成逐行>", &["：全屏"]),
    ),
    ("Help", Looks("the keys; here ：帮助 reads the commands")),
    (
        "Guide",
        Looks("the keys of the full screen, for newcomers; here two lines stand for it"),
    ),
    ("ToggleMouse", Looks("the mouse")),
    ("ToggleColours", Looks("colours")),
    ("NextTheme", Looks("colours")),
    ("OtherWidth", Looks("the cells of a sign")),
    ("Repaint", Looks("what is drawn")),
    ("Suspend", Looks("the shell stops the program by itself")),
];

/// A way to a list, in both faces.
struct Way {
    list: &'static str,
    stage: fn() -> Stage,
    keys: &'static str,
    lines: &'static [&'static str],
}

const fn way(
    list: &'static str,
    stage: fn() -> Stage,
    keys: &'static str,
    lines: &'static [&'static str],
) -> Way {
    Way {
        list,
        stage,
        keys,
        lines,
    }
}

const NOTICE: &str = "关于召开2025年度组织生活会的通知\n党员要从理论学习、党性修养、联系群众等三个方面对照检查。\n个人材料不少于1500字，剖析原因。";

#[rustfmt::skip]
const WAYS: &[Way] = &[
    way("Start", shelf, "", &[]),
    way("From", shelf, "<pick:新写一份>", &[">新写一份"]),
    way("Kinds", shelf, "<pick:新写一份><pick:不，从头>", &[">新写一份", ">不，从头"]),
    way("Notice", shelf, "<pick:新写一份><pick:不，从头><pick:按通知>", &[">新写一份", ">不，从头", ">按通知"]),
    way("Notice", noticed, "", &[]),
    way("EarlierKinds", shelf, "<pick:新写一份><pick:不，从头><pick:往年>", &[">新写一份", ">不，从头", ">往年"]),
    way("OtherKinds", shelf, "<pick:新写一份><pick:不，从头><pick:英文>", &[">新写一份", ">不，从头", ">英文"]),
    way("Drafts", shelf, "<pick:打开别的>", &[">打开别的"]),
    way("DraftsLike", full_shelf, "<pick:打开别的><pick:按题目>二<enter>", &[">打开别的", ">按题目", "二"]),
    way("Archive", full_shelf, "<pick:打开别的><pick:归档的>", &[">打开别的", ">归档的"]),
    way("DraftMenu", full_shelf, "<pick:打开别的><pick:归档的><enter>", &[">打开别的", ">归档的", "1"]),
    way("DraftMenu", shelf, "<pick:打开别的><pick:二>", &[">打开别的", ">二"]),
    way("ConfirmDelete", shelf, "<pick:打开别的><pick:二><pick:删掉>", &[">打开别的", ">二", ">删掉"]),
    way("Trash", shelf, "<pick:回收站>", &[">回收站"]),
    way("TrashMenu", shelf, "<pick:回收站><pick:三>", &[">回收站", ">三"]),
    way("ConfirmDestroy", shelf, "<pick:回收站><pick:三><pick:永久>", &[">回收站", ">三", ">永久"]),
    way("Busy", second_window, "<enter>", &["1"]),
    way("Recovery", after_a_crash, "<enter>", &["1"]),
    way("IntakeTexts", shelf, "<pick:从已有>several.txt<enter>", &[">从已有", "several.txt"]),
    way("Intake", shelf, "<pick:从已有>several.txt<enter><enter><enter>", &[">从已有", "several.txt", "1", ""]),
    way("IntakeKinds", shelf, "<pick:从已有>seed.txt<enter><enter><pick:材料种类>", &[">从已有", "seed.txt", "", ">材料种类"]),
    way("Menu", writing, "<esc>", &["：菜单"]),
    way("Menu", failing, "<esc>", &["：菜单"]),
    way("Unsaved", failing, "<esc><pick:退出>", &["：退出"]),
    way("Past", writing, "<esc><pick:撤销>", &["：菜单", ">撤销"]),
    way("ConfirmForget", historian, "<esc><pick:撤销><pick:彻底>", &["：菜单", ">撤销", ">彻底"]),
    way("Versions", historian, "<esc><pick:撤销><pick:以前的版本>", &["：版本"]),
    way("Version", historian, "<esc><pick:撤销><pick:以前的版本><pick:导出过>", &["：版本", ">导出过"]),
    way("Version", historian, "<esc><pick:撤销><pick:以前的版本><enter>", &["：版本", "1"]),
    way("Found", writing, "<esc><pick:查找>甲<enter>", &["：查找 甲"]),
    way("Replace", writing, "<esc><pick:查找>甲<enter><pick:替换成>子<enter>", &["：查找 甲", ">替换成", "子"]),
    way("Here", writing, "<esc><pick:这一项>", &["：这一项"]),
    way("Here", writing, "<go:题目和署名 署名><esc><pick:这一项>", &["@题目和署名 署名", "：这一项"]),
    way("Here", writing, "<go:一、上年 当时><esc><pick:这一项>", &["@一、上年 当时", "：这一项"]),
    way("Here", writing, "<go:甲1 问题><esc><pick:这一项>", &["@甲1 问题", "：这一项"]),
    way("Here", writing, "<go:甲1 事例><esc><pick:这一项>", &["@甲1 事例", "：这一项"]),
    way("Here", writing, "<go:甲1 原因><esc><pick:这一项>", &["@甲1 原因", "：这一项"]),
    way("Here", writing, "<go:三、因 原因><esc><pick:这一项>", &["@三、因 原因", "：这一项"]),
    way("Here", writing, "<go:四、措 措施><esc><pick:这一项>", &["@四、措 措施", "：这一项"]),
    way("Here", miscounted, "<go:一、上年><esc><pick:这一项>", &["@一、上年", "：这一项"]),
    way("Here", following, "<esc><pick:这一项>", &["：这一项"]),
    way("Here", kept, "<go:暂不><esc><pick:这一项>", &["@暂不", "：这一项"]),
    way("Outline", writing, "<esc><pick:目录>", &["：目录"]),
    way("Outline", kept, "<esc><pick:目录>", &["：目录"]),
    way("Arrange", writing, "<esc><pick:目录><pick:挪动>", &["：目录", ">挪动"]),
    way("Part", writing, "<esc><pick:目录><pick:挪动><pick:乙>", &["：目录", ">挪动", ">乙"]),
    way("Part", writing, "<esc><pick:目录><pick:挪动><pick:上年>", &["：目录", ">挪动", ">上年"]),
    way("Rekinds", writing, "<esc><pick:目录><pick:换一种>", &["：目录", ">换一种"]),
    way("Mapping", writing, "<esc><pick:目录><pick:换一种><pick:民主评议>", &["：目录", ">换一种", ">民主评议"]),
    way("Chain", writing, "<esc><pick:目录><pick:问题、原因>", &["：目录", ">问题、原因"]),
    way("Links", writing, "<esc><pick:目录><pick:问题、原因><enter>", &["：目录", ">问题、原因", "1"]),
    way("Result", writing, "<esc><pick:成文>", &["：成文"]),
    way("Result", told, "<esc><pick:成文>", &["：成文"]),
    way("HandOut", writing, "<esc><pick:成文><pick:Word>", &["：成文", ">Word"]),
    way("Exists", told, "<esc><pick:成文><pick:Markdown><pick:Markdown>", &["：成文", ">Markdown 文件", ">Markdown 文件"]),
    way("Formats", told, "<esc><pick:成文><pick:整改台账>", &["：成文", ">整改台账"]),
    way("CopyPart", told, "<esc><pick:成文><pick:复制一部分>", &["：成文", ">复制一部分"]),
    way("Printed", told, "<esc><pick:成文><pick:看一遍><enter>", &["：成文", ">看一遍", "1"]),
    way("PrintedParts", told, "<esc><pick:成文><pick:看一遍><enter><pick:去别的>", &["：成文", ">看一遍", "1", ">去别的"]),
    way("Check", writing, "<esc><pick:检查>", &["：检查"]),
    way("Check", alike, "<esc><pick:检查>", &["：检查"]),
    way("Check", many, "<esc><pick:检查>", &["：检查"]),
    way("Finding", writing, "<esc><pick:检查><right>", &["：检查", "1"]),
    way("Check", mendable, "<esc><pick:检查>", &["：检查"]),
    way("Finding", mendable, "<esc><pick:检查><pick:半角><esc><pick:检查><right>", &["：检查", ">应为 ，"]),
    way("Finding", alike, "<esc><pick:检查><pick:左右对照><esc><right>", &["：检查", ">左右对照", "", "1"]),
    way("Silenced", silent, "<esc><pick:检查><pick:不再提醒>", &["：检查", ">不再提醒"]),
    way("Tray", kept, "<esc><pick:目录><pick:暂不使用>", &["：目录", ">暂不使用"]),
    way("TrayItem", kept, "<esc><pick:目录><pick:暂不使用><enter>", &["：目录", ">暂不使用", "1"]),
    way("Place", kept, "<esc><pick:目录><pick:暂不使用><enter><pick:放回>", &["：目录", ">暂不使用", "1", ">放回"]),
    way("PlaceIn", keeper, "<esc><pick:目录><pick:暂不使用><enter><pick:放回><pick:带头固本>", &["：目录", ">暂不使用", "1", ">放回", ">带头固本"]),
    way("Settings", writing, "<esc><pick:设置>", &["：设置"]),
    way("Keys", writing, "<esc><pick:设置><pick:按键：>", &["：设置", ">按键："]),
    way("Keys", rebound, "<esc><pick:设置><pick:按键：>", &["：设置", ">按键："]),
    way("KeyOf", rebound, "<esc><pick:设置><pick:按键：><pick:撤销>", &["：设置", ">按键：", ">撤销"]),
];

fn writing() -> Stage {
    Stage::writing(report())
}

/// Three reports, one of them deleted.
fn shelf() -> Stage {
    let titled = |title: &str| Outline {
        title: title.to_owned(),
        ..report()
    };
    let mut stage = Stage::new(vec![report(), titled("二"), titled("三")]);
    stage.press("<pick:打开别的><pick:三><pick:删掉><pick:删掉><esc>");
    stage.asked.clear();
    stage
}

/// More drafts than digits, one of them in the archive.
fn full_shelf() -> Stage {
    let titles = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let report_of = |it: &str| Outline {
        title: it.to_owned(),
        ..report()
    };
    let mut stage = Stage::new(titles.map(report_of).into());
    stage.press("<pick:打开别的><pick:三><pick:归档><esc>");
    stage.asked.clear();
    stage
}

/// A notice was put in.
fn noticed() -> Stage {
    let mut stage = shelf();
    stage.press("<pick:新写一份><pick:不，从头><pick:按通知>");
    stage.happen(Msg::Paste(NOTICE.to_owned()));
    stage.asked.clear();
    stage
}

/// The disk is full, and something was written.
fn failing() -> Stage {
    let mut stage = writing();
    stage.press("<disk-full>字");
    stage.asked.clear();
    stage
}

/// What must be looked at was told already.
fn told() -> Stage {
    let mut stage = writing();
    stage.model.work.as_mut().unwrap().checked.has_asked = true;
    stage
}

/// Something lies aside.
fn kept() -> Stage {
    let mut stage = writing();
    stage.press("<c-j>二<esc><pick:这一项><pick:先放着>");
    stage.asked.clear();
    stage
}

/// The account of last year says other numbers than its list.
fn miscounted() -> Stage {
    let mut outline = report();
    "上年查摆6类16条问题，已整改。".clone_into(&mut outline.sections[1].text);
    Stage::writing(outline)
}

/// Two findings of one rule can be mended.
fn mendable() -> Stage {
    let mut outline = report();
    for (n, it) in outline.dimensions[0].problems.iter_mut().enumerate() {
        let mark = [",", ";"][n];
        it.headline = format!("甲{n}，学{mark}习不够。");
    }
    Stage::writing(outline)
}

/// A rule has so many findings that one line stands for them.
fn many() -> Stage {
    let mut outline = report();
    let one = outline.dimensions[0].problems[1].clone();
    outline.dimensions[0].problems = vec![one; 12];
    Stage::writing(outline)
}

/// A command has another key than usual.
fn rebound() -> Stage {
    let mut stage = writing();
    stage.press("<esc><pick:设置><pick:按键：><pick:撤销><f5><esc><esc><esc><esc>");
    stage.asked.clear();
    stage
}

/// Something is not told any more.
fn silent() -> Stage {
    let mut stage = writing();
    stage.press("<esc><pick:检查><right><pick:不用提醒>会上说<enter><esc>");
    stage.asked.clear();
    stage
}

fn drafts(stage: &Stage) -> Vec<Outline> {
    let world = &stage.world;
    (world.drafts.iter().chain(&world.trash))
        .map(|it| Outline::of(&it.draft()))
        .collect()
}

fn shown(stage: &Stage) -> Option<(List, usize)> {
    match &stage.model.screen {
        Screen::List(list, cursor) => Some((list.clone(), *cursor)),
        Screen::Write | Screen::Ask(_) | Screen::Read(..) => None,
    }
}

impl Way {
    fn full(&self) -> Stage {
        let mut stage = (self.stage)();
        stage.press(self.keys);
        stage
    }

    fn lines(&self) -> Lines {
        let mut lines = Lines::on((self.stage)());
        lines.script(self.lines);
        lines
    }
}

/// Compares both faces after the same thing was done in both. Returns what differs.
fn differs(full: &Stage, lines: &Lines, what: &str) -> Option<String> {
    // The line a list opens with is the full screen's: by lines one is chosen by its number.
    let bare = |stage: &Stage| {
        let place = place(&stage.model).replace('▏', "");
        match &stage.model.screen {
            _ if stage.ended.is_some() => String::new(),
            Screen::List(..) => place.split(" > ").next().unwrap_or_default().to_owned(),
            Screen::Write | Screen::Ask(_) | Screen::Read(..) => place,
        }
    };
    // Between lines there is a pause, in which what failed is tried again.
    let asked = |stage: &Stage| {
        let asked = stage.asked.iter().filter(|it| it.as_str() != "retry");
        format!("{:?}", asked.collect::<Vec<_>>())
    };
    let both = [
        (
            format!("{:?}", full.ended),
            format!("{:?}", lines.stage.ended),
        ),
        (bare(full), bare(&lines.stage)),
        (asked(full), asked(&lines.stage)),
        (
            format!("{:?}", drafts(full)),
            format!("{:?}", drafts(&lines.stage)),
        ),
    ];
    let differing = both.iter().find(|it| it.0 != it.1);
    differing
        .map(|(full, by_lines)| format!("{what}\n  by keys:  {full}\n  by lines: {by_lines}\n"))
}

#[track_caller]
fn compare(full: &Stage, lines: &Lines, what: &str) {
    if let Some(difference) = differs(full, lines, what) {
        panic!("{difference}{:#?}", lines.said);
    }
}

#[test]
fn every_line_of_every_list_does_the_same_in_both_faces() {
    let (mut lists, mut acts) = (BTreeSet::new(), BTreeSet::new());
    let (mut abouts, mut readings) = (BTreeSet::new(), BTreeSet::new());
    let mut differences: Vec<String> = Vec::new();
    for way in WAYS {
        let (full, lines) = (way.full(), way.lines());
        let Some((list, cursor)) = shown(&full).filter(|it| list_name(&it.0) == way.list) else {
            let place = place(&full.model);
            differences.push(format!("{}: {} leads to {place}\n", way.list, way.keys));
            continue;
        };
        let what = format!("{}, by {:?}", way.list, way.lines);
        if let Some(difference) = differs(&full, &lines, &what) {
            differences.push(difference);
            continue;
        }
        lists.insert(way.list);
        let heard = spoken::lines(&lines.stage.model, &list, true);
        // Writing with an editor needs one: the test has none, so the face offers none.
        let chosen = spoken::lines(&lines.stage.model, &list, false);
        for (at, item) in items(&full.model, &list).into_iter().enumerate() {
            let act = act_name(&item.act);
            acts.insert(act);
            if !heard.iter().any(|it| it.0 == at) {
                let is_known = OTHERWISE.iter().any(|it| it.0 == act);
                assert!(is_known, "the line mode lacks {act} of {list:?}");
                continue;
            }
            let Some(n) = chosen.iter().position(|it| it.0 == at) else {
                assert_eq!(act, "Edit");
                continue;
            };
            let mut full = way.full();
            let up = "<up>".repeat(cursor.saturating_sub(at));
            let down = "<down>".repeat(at.saturating_sub(cursor));
            // A finding is gone to by Enter; what can be done with it is behind Right. Lines have one way to both.
            let key = if act == "GoToFinding" && list == List::Check {
                "<right>"
            } else {
                "<enter>"
            };
            full.press(&format!("{up}{down}{key}"));
            let mut lines = way.lines();
            lines.line(&(n + 1).to_string());
            let what = format!("{} of {}", item.label, way.list);
            differences.extend(differs(&full, &lines, &what));
            match &lines.stage.model.screen {
                Screen::Ask(ask) => {
                    abouts.insert(about_name(&ask.about));
                }
                Screen::Read(reading, _) => {
                    readings.insert(reading_name(reading));
                }
                Screen::Write | Screen::List(..) => {}
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.concat());
    let missing = |all: &[&'static str], seen: &BTreeSet<&str>, but: &[&str]| -> Vec<&str> {
        let is_missing = |it: &&&'static str| !seen.contains(**it) && !but.contains(*it);
        all.iter().filter(is_missing).copied().collect()
    };
    let none: Vec<&str> = Vec::new();
    // The list of the selection has no use without a caret: its acts are done otherwise.
    assert_eq!(
        missing(LISTS, &lists, &["Edit"]),
        none,
        "no way to these lists"
    );
    let of_edit = [
        "Selecting",
        "SelectAll",
        "CopySelection",
        "CutSelection",
        "PutBack",
        "Kill",
    ];
    // Mended one by one on the check screen, and gone to, as the menu of a finding does.
    assert_eq!(missing(ACTS, &acts, &of_edit), none, "no way to these acts");
    // Asked behind another answer, or by a command.
    assert_eq!(
        missing(ABOUTS, &abouts, &["Name"]),
        none,
        "no way to these questions"
    );
    assert_eq!(
        missing(READINGS, &readings, &["Help", "Guide"]),
        none,
        "no way to read these"
    );
}

#[test]
fn what_has_another_form_does_the_same() {
    for (act, otherwise) in OTHERWISE {
        assert!(ACTS.contains(act), "{act}");
        match otherwise {
            ByLines(keys, script) => check_form(act, keys, script),
            Looks(why) => assert!(!why.is_empty()),
        }
    }
}

#[track_caller]
fn check_form(what: &str, keys: &str, script: &[&str]) {
    let mut full = writing();
    full.press(keys);
    let mut lines = Lines::writing(report());
    lines.script(script);
    assert_eq!(
        drafts(&full),
        drafts(&lines.stage),
        "{what}: {:#?}",
        lines.said
    );
    let asked = |stage: &Stage| -> Vec<String> {
        // Copies are compared; that a list was left is not.
        let asked = stage.asked.iter();
        asked
            .filter(|it| it.as_str() != "snapshot")
            .cloned()
            .collect()
    };
    assert_eq!(
        asked(&full),
        asked(&lines.stage),
        "{what}: {:#?}",
        lines.said
    );
}

/// What a key does, and the lines that do it. Keys that only move draw nothing new into the draft.
const BY_KEYS: &[(&str, Otherwise)] = &[
    ("Next", ByLines("<tab>", &["：跳过"])),
    ("Previous", ByLines("<s-tab>", &["：上一步"])),
    ("Enter", ByLines("<enter>二", &["1", "二", "。"])),
    ("NewLine", ByLines("<c-j>二", &["1", "二", "。"])),
    ("Menu", ByLines("<esc>", &["：菜单"])),
    ("Help", ByLines("<f1>", &["：帮助"])),
    (
        "Undo",
        ByLines("<c-j>二<c-z><c-z>", &["1", "二", "。", "：撤销"]),
    ),
    (
        "Redo",
        ByLines(
            "<c-j>二<c-z><c-z><c-y><c-y>",
            &["1", "二", "。", "：撤销", "：重做"],
        ),
    ),
    ("Move", ByLines("<left>新", &["：选 开", "4", "新开"])),
    ("Select", ByLines("<s-left>新", &["：选 开", "4", "新"])),
    ("Copy", ByLines("<s-left><c-c>", &["：选 开", "1"])),
    ("Cut", ByLines("<s-left><c-x>", &["：选 开", "2"])),
    (
        "PutBack",
        ByLines("<s-left><c-c><right><c-v>", &["：选 开", "1", "：放回", ""]),
    ),
    ("EraseLeft", ByLines("<bs>", &["：选 开", "5"])),
    ("EraseRight", ByLines("<home><del>", &["：选 开", "5"])),
    ("EraseWord", ByLines("<c-w>", &["：选 开", "5"])),
    ("EraseToRowStart", ByLines("<c-u>", &["：选 全部", "5"])),
    ("EraseToRowEnd", ByLines("<home><c-k>", &["：选 全部", "5"])),
    (
        "Edit",
        Looks("the writer's own editor: the line of ：这一项, where there is one"),
    ),
    (
        "Find",
        ByLines(
            "<c-f>甲<enter><pick:替换成>子<enter><pick:全部替换>",
            &["：查找 甲", ">替换成", "子", ">全部替换"],
        ),
    ),
    ("Repaint", Looks("what is drawn")),
    ("SaySaved", Looks("said behind every text")),
    ("Probes", Looks("a line of ：设置, among the acts")),
    ("Interrupt", Looks("ends the run, by a test of ends")),
    (
        "SayHowToLeave",
        Looks("the end of the input leaves, by a test of ends"),
    ),
];

#[test]
fn every_key_has_its_lines() {
    let known: Vec<&str> = BY_KEYS.iter().map(|it| it.0).collect();
    assert_eq!(known, KEYS);
    let bound: BTreeSet<&str> = BINDINGS
        .iter()
        .map(|it| command_name(&it.command))
        .collect();
    let unbound: Vec<&str> = KEYS
        .iter()
        .filter(|it| !bound.contains(*it))
        .copied()
        .collect();
    // Ctrl+C copies where something is selected: one key, two commands.
    assert_eq!(unbound, ["Copy"]);
    for (key, otherwise) in BY_KEYS {
        match otherwise {
            ByLines(keys, script) => check_form(key, keys, script),
            Looks(why) => assert!(!why.is_empty()),
        }
    }
}

/// What a command of the line mode leads to, and the keys that lead there.
const BY_COMMANDS: &[(&str, &str)] = &[
    ("帮助", ""),
    ("上一步", "<s-tab>"),
    ("跳过", "<tab>"),
    ("读", ""),
    ("读全文", "<esc><pick:成文><pick:看一遍>"),
    ("例子", ""),
    ("重复", ""),
    ("位置", ""),
    ("撤销", "<c-z>"),
    ("重做", "<c-y>"),
    ("目录", "<esc><pick:目录>"),
    ("不写", "<esc><pick:这一项><pick:不写>"),
    ("这一项", "<esc><pick:这一项>"),
    ("检查", "<esc><pick:检查>"),
    ("查找", "<c-f>"),
    ("回去", ""),
    ("成文", "<esc><pick:成文>"),
    ("选", ""),
    ("放回", ""),
    ("复制", "<s-home><c-c><end>"),
    ("版本", "<esc><pick:撤销><pick:以前的版本>"),
    ("菜单", "<esc>"),
    ("设置", "<esc><pick:设置>"),
    ("更多", ""),
    ("全屏", "<esc><pick:设置><pick:换成逐行><esc>"),
    ("退出", "<esc><pick:退出>"),
];

#[test]
fn every_command_leads_where_keys_lead() {
    let words: Vec<&str> = COMMANDS.iter().map(|it| it.zh[0]).collect();
    assert_eq!(words, BY_COMMANDS.iter().map(|it| it.0).collect::<Vec<_>>());
    for (word, keys) in BY_COMMANDS {
        let mut full = writing();
        full.press(keys);
        let mut lines = Lines::writing(report());
        lines.line(&format!("：{word}"));
        if *word == "全屏" {
            assert_eq!(full.asked, lines.stage.asked);
            continue;
        }
        compare(&full, &lines, word);
    }
}

#[test]
fn every_button_does_the_same_in_both_faces() {
    let mut seen = BTreeSet::new();
    let pages = [
        way("题目", writing, "<go:题目和署名 [>", &["@题目和署名 ["]),
        way("上年", writing, "<go:一、上年 [>", &["@一、上年 ["]),
        way("问题", writing, "<go:甲1 [>", &["@甲1 ["]),
        way("原因", writing, "<go:三、因 [>", &["@三、因 ["]),
        way("措施", writing, "<go:四、措 [>", &["@四、措 ["]),
        way("结尾", away, "<go:结尾 [>", &["@结尾 ["]),
    ];
    for page in &pages {
        for (n, button) in page.full().work().buttons().iter().enumerate() {
            seen.insert(button_name(button));
            let (mut full, mut lines) = (page.full(), page.lines());
            assert!(matches!(full.work().writer.focus, Focus::Button(0)));
            full.press(&format!("{}<enter>", "<right>".repeat(n)));
            lines.line(&(n + 1).to_string());
            compare(&full, &lines, &format!("{button:?} of {}", page.list));
        }
    }
    let unseen: Vec<&&str> = BUTTONS.iter().filter(|it| !seen.contains(**it)).collect();
    assert_eq!(unseen, Vec::<&&str>::new());
}

/// The writer came from the proof, from the review and from what was found.
fn away() -> Stage {
    let mut stage = writing();
    stage.press("<esc><pick:查找>甲<enter><enter><esc><pick:检查><enter><esc><pick:成文><pick:看一遍><enter><enter>");
    stage.asked.clear();
    stage
}

#[test]
fn the_full_screen_is_a_line_away_from_every_place() {
    for way in WAYS {
        let mut lines = way.lines();
        let has_draft = lines.stage.model.work.is_some();
        let was_unsaved = way.list == "Unsaved" || way.list == "Menu";
        lines.line("：全屏");
        let asked = lines.stage.asked.last().map(String::as_str);
        let is_kept_back = was_unsaved && asked != Some("other face");
        if is_kept_back {
            // What is not saved is not left unasked.
            assert!(matches!(
                lines.stage.model.screen,
                Screen::List(List::Unsaved, _)
            ));
            continue;
        }
        assert_eq!(asked, Some("other face"), "from {}", way.list);
        assert_eq!(lines.stage.model.work.is_some(), has_draft);
    }
}

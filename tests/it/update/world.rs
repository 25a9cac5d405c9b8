//! What the world answers: saving and its failures, other windows, recovery; and settings.

use pouxi::locale::Lang;
use pouxi::sitting::messages as say;
use pouxi::sitting::model::Saving;
use pouxi::sitting::msg::Msg;
use pouxi::store::Owner;
use pouxi::typeset::Ambiguous;

use super::{check_notice, check_way, place, report};
use crate::stage::Stage;

const ZH: Lang = Lang::Zh;

#[track_caller]
fn saving(keys: &str) -> Saving {
    Stage::writing(report()).press(keys).work().saving
}

#[test]
fn what_is_written_down_is_brought_to_the_disk() {
    assert_eq!(saving(""), Saving::Synced);
    assert_eq!(saving("字"), Saving::Unsynced);
    assert_eq!(saving("字<pause>"), Saving::Synced);
    assert_eq!(saving("字<tab>"), Saving::Synced);
    assert_eq!(saving("字<esc>"), Saving::Synced);
    assert_eq!(saving("字<left>"), Saving::Unsynced);
    let effects = |keys: &str, last: Msg| {
        let mut stage = Stage::writing(report());
        stage.press(keys);
        let effects = pouxi::sitting::update::update(&mut stage.model, last);
        effects
            .iter()
            .map(|it| format!("{it:?}"))
            .collect::<Vec<_>>()
    };
    assert!(effects("", Msg::Idle).is_empty());
    let [note, sync] = &effects("字", Msg::Idle)[..] else {
        panic!("the place and the disk");
    };
    assert!(note.starts_with("Note") && sync == "Sync", "{note} {sync}");
}

#[test]
fn a_failing_disk_is_told_and_nothing_is_given_up() {
    assert_eq!(saving("<disk-full>字"), Saving::Failing);
    assert_eq!(saving("<disk-full>字<pause>"), Saving::Failing);
    assert_eq!(saving("<disk-full>字<tab>"), Saving::Failing);
    check_notice("<disk-full>字", Some(&say::not_saved(ZH, "磁盘满了")));
    check_way("<disk-full>字又", "开头 开头：开字又▏");
    check_way("<disk-full>字<c-z>", "开头 开头：开▏");
    assert_eq!(saving("<disk-full>字<disk-free>又"), Saving::Unsynced);
    check_notice("<disk-full>字<disk-free>又", Some(&say::saved_again(ZH)));
    assert_eq!(saving("<disk-full>字<disk-free>又<pause>"), Saving::Synced);
}

/// While saving fails, a pause tries again. Leaving asks first, and after a signal the words go wherever there is room.
#[test]
fn what_is_not_saved_is_not_given_up_unasked() {
    let check_failing = |keys: &str, after: &str, asked: &[&str], ended: Option<u8>| {
        let mut stage = Stage::writing(report());
        stage.press("<disk-full>字").press(keys);
        assert_eq!(stage.asked, asked, "after {keys}");
        assert_eq!(stage.ended, ended, "after {keys}");
        assert_eq!(place(&stage.model), after, "after {keys}");
        stage
    };
    let here = "开头 开头：开字▏";
    check_failing("<pause><pause>", here, &["retry", "retry"], None);
    let stage = check_failing("<pause><disk-free><pause>", here, &["retry", "retry"], None);
    assert_eq!(stage.work().saving, Saving::Unsynced);
    check_failing("<c-c><c-c>", "Unsaved > 1", &["snapshot"], None);
    check_failing("<esc><pick:退出>", "Unsaved > 1", &["snapshot"], None);
    check_failing("<esc><pick:设置><pick:放下>", "Unsaved > 1", &[], None);
    check_failing("<c-c><c-c><esc>", here, &["snapshot"], None);
    check_failing("<c-c><c-c>3", here, &["snapshot"], None);
    let twice = ["snapshot", "snapshot"];
    check_failing("<c-c><c-c>2", "Unsaved > 1", &twice, None);
    let left = ["snapshot", "snapshot", "quit 0"];
    check_failing("<c-c><c-c><disk-free>2", "Unsaved > 1", &left, Some(0));
    let given_up = ["snapshot", "quit 5"];
    check_failing("<c-c><c-c>4", "Unsaved > 1", &given_up, Some(5));

    // Elsewhere, from the menu or from there.
    let moved = ["elsewhere /media/u"];
    let stage = check_failing(
        "<esc><pick:换个地方><c-u>/media/u<enter>",
        here,
        &moved,
        None,
    );
    assert_eq!(stage.work().saving, Saving::Synced);
    let notice = say::moved_to(ZH, "/media/u");
    assert_eq!(stage.model.notice, Some(notice));
    let both = ["snapshot", "elsewhere /media/u"];
    check_failing("<c-c><c-c>1<c-u>/media/u<enter>", here, &both, None);
    let stage = check_failing("<esc><pick:换个地方><c-u> <enter>", "?  ▏", &[], None);
    assert_eq!(stage.model.notice, Some(say::no_folder(ZH)));

    let mut stage = Stage::writing(report());
    stage.press("<disk-full>字");
    stage.happen(Msg::Terminate(143));
    assert_eq!(stage.asked, ["snapshot", "rescue", "quit 143"]);
    assert_eq!(stage.work().saving, Saving::Synced);
    let words = stage.draft().clone();
    assert!(stage.kept().draft().same_content(&words));

    // Another window has it: what waited becomes a draft of its own.
    let stage = check_failing("<taken-over>", here, &["keep aside 题（找回）"], None);
    assert_eq!(stage.work().saving, Saving::ReadOnly);
    let kept = say::taken_over_kept(ZH, "题（找回）");
    assert_eq!(stage.model.notice, Some(kept));
}

#[test]
fn a_disk_that_refuses_later_is_doubted() {
    let mut stage = Stage::writing(report());
    stage.press("字<pause>");
    let error = std::io::Error::from(std::io::ErrorKind::StorageFull);
    stage.happen(Msg::DiskRefused(error));
    assert_eq!(stage.asked, ["doubt"]);
    assert_eq!(stage.work().saving, Saving::Failing);
    assert_eq!(stage.model.notice, Some(say::not_saved(ZH, "磁盘满了")));
}

#[test]
fn what_may_only_be_read_does_not_change() {
    let refused = say::is_read_only(ZH);
    for keys in [
        "字",
        "<bs>",
        "<paste:字>",
        "<c-u>",
        "<c-z>",
        "<c-y>",
        "<enter>",
        "<c-j>",
    ] {
        let keys = format!("字<taken-over>{keys}");
        check_way(&keys, "开头 开头：开字▏");
        check_notice(&keys, Some(&refused));
    }
    for keys in [
        "<go:甲2 原因>2",
        "<go:一、上年 进展>2",
        "<go:甲1 问题><esc><pick:这一项><pick:往后>",
        "<go:甲1 问题><esc><pick:这一项><pick:删掉>",
        "<esc><pick:这一项><pick:不写>因<enter>",
        "<esc><pick:目录><pick:加一个方面>",
        "<esc><pick:撤销><pick:撤销>",
        "<esc><pick:撤销><pick:彻底清除>2",
    ] {
        let mut stage = Stage::writing(report());
        stage.press("<taken-over>");
        let before = stage.draft().clone();
        stage.press(keys);
        assert!(stage.draft().same_content(&before), "{keys}");
        assert_eq!(
            stage.model.notice.as_deref(),
            Some(refused.as_str()),
            "{keys}"
        );
    }
    // Reading goes on.
    check_way("<taken-over><tab><s-tab><left>", "开头 开头：▏开");
    check_notice("字<taken-over>", Some(&say::was_taken_over(ZH)));
    // Nothing is written down on leaving either.
    let mut stage = Stage::writing(report());
    stage.press("<taken-over><c-c><c-c>");
    assert_eq!(stage.asked, ["quit 0"]);
}

fn in_another_window() -> Stage {
    let mut stage = Stage::new(vec![report()]);
    stage.world.drafts[0].owner = Some(Owner::default());
    stage
}

#[test]
fn a_draft_in_another_window_is_read_or_taken_over() {
    let check_busy = |keys: &str, after: &str, asked: &[&str]| {
        let mut stage = in_another_window();
        stage.press(keys);
        assert_eq!(place(&stage.model), after, "after {keys}");
        assert_eq!(stage.asked, asked, "after {keys}");
    };
    check_busy("1", "Busy > 1", &["open d0 Write"]);
    check_busy("11", "开头 开头：开▏", &["open d0 Write", "open d0 Read"]);
    check_busy(
        "12字",
        "开头 开头：开字▏",
        &["open d0 Write", "open d0 TakeOver"],
    );
    check_busy("13", "Start > 1", &["open d0 Write", "close"]);
    check_busy("1<esc>", "Start > 1", &["open d0 Write", "close"]);
    let mut stage = in_another_window();
    stage.press("11字");
    assert_eq!(stage.work().saving, Saving::ReadOnly);
    assert_eq!(stage.model.notice, Some(say::is_read_only(ZH)));
}

/// The last session ended badly: the words 「一，二，」 stand in the journal, the snapshot has the first phrase.
fn after_a_crash() -> Stage {
    let mut stage = Stage::writing(report());
    stage.press("一，二，<esc><pick:设置><pick:放下>");
    stage.world.drafts[0].saved = Some(2);
    stage.press("<pick:继续上次>");
    stage.asked.clear();
    stage
}

#[test]
fn what_was_recovered_is_used_compared_or_kept_aside() {
    let check_recovery = |keys: &str, after: &str, asked: &[&str]| {
        let mut stage = after_a_crash();
        stage.press(keys);
        assert_eq!(place(&stage.model), after, "after {keys}");
        assert_eq!(stage.asked, asked, "after {keys}");
    };
    check_recovery("", "Recovery > 1", &[]);
    check_recovery("1", "开头 开头：开一，二，▏", &["snapshot"]);
    check_recovery("<esc>", "开头 开头：开一，二，▏", &["snapshot"]);
    check_recovery("2", "Differences from 0", &[]);
    check_recovery("2<enter>", "Recovery > 1", &[]);
    check_recovery("<f1><esc>", "Recovery > 1", &[]);
    let kept = ["keep aside 题（找回）", "snapshot"];
    check_recovery("3", "开头 开头：开一，▏", &kept);
    check_recovery("3<c-z>", "开头 开头：开一，二，▏", &kept);
    // What is taken back on the way changes what there is to choose from: it is not asked any more.
    check_recovery("<c-z>", "开头 开头：开一，▏", &["remember Undo"]);
    check_recovery("<c-z><f1><esc>", "开头 开头：开一，▏", &["remember Undo"]);
    check_recovery(
        "<f1><c-z><f1><esc>",
        "开头 开头：开一，▏",
        &["remember Undo"],
    );
}

#[test]
fn the_language_is_switched_at_once() {
    let mut stage = Stage::writing(report());
    stage.press("<esc><pick:设置><pick:Language>");
    assert_eq!(stage.model.lang, Lang::En);
    stage.press("<pick:Language>");
    assert_eq!(stage.model.lang, Lang::Zh);
    let mut stage = Stage::new(Vec::new());
    stage.press("<pick:语言>");
    assert_eq!(stage.model.lang, Lang::En);
}

/// With two cells for a quotation mark fewer signs fit in a row: the rows are set anew at once.
#[test]
fn the_width_of_signs_is_switched_at_once() {
    let mut stage = super::at_opening("“一二三”▏");
    stage.press("<size:10x10>");
    let n_rows = |it: &Stage| it.work().writer.sheet.layout().n_rows();
    assert_eq!(n_rows(&stage), 1);
    stage.press("<esc><pick:设置><pick:引号>");
    assert_eq!(stage.model.ambiguous, Ambiguous::Wide);
    assert_eq!(n_rows(&stage), 2);
    assert_eq!(stage.asked, ["repaint", "keep Width(Wide)"]);
    stage.press("<pick:引号>");
    assert_eq!(stage.model.ambiguous, Ambiguous::Narrow);
    assert_eq!(n_rows(&stage), 1);
}

#[test]
fn every_setting_that_is_changed_is_kept() {
    let mut stage = Stage::writing(report());
    stage.press("<esc><pick:设置><pick:字数><pick:字数><pick:字数><pick:鼠标><pick:Language>");
    let kept: Vec<&String> = stage
        .asked
        .iter()
        .filter(|it| it.starts_with("keep"))
        .collect();
    assert_eq!(
        kept,
        [
            "keep Counting(WithoutPunctuation)",
            "keep Counting(AsWord)",
            "keep Counting(Marks)",
            "keep Mouse(true)",
            "keep Language(Some(En))",
        ]
    );
}

#[test]
fn a_file_that_exists_is_not_overwritten_unasked() {
    let check_file = |keys: &str, after: &str, asked: &[&str]| {
        let mut stage = Stage::writing(report());
        // Told already what must be looked at: see the tests of the check screen.
        stage.model.work.as_mut().unwrap().checked.has_asked = true;
        stage.press("<esc><pick:成文>").press(keys);
        assert_eq!(place(&stage.model), after, "after {keys}");
        assert_eq!(stage.asked, asked, "after {keys}");
    };
    let usual = "export md Usual";
    check_file("<pick:Markdown>", "Result > 3", &[usual]);
    check_file(
        "<pick:Markdown><pick:Markdown>",
        "Exists > 1",
        &[usual, usual],
    );
    let over = "export md Over(\"/home/lin/报告.md\")";
    let beside = "export md Beside(\"/home/lin/报告.md\")";
    check_file(
        "<pick:Markdown><pick:Markdown>1",
        "Result > 1",
        &[usual, usual, beside],
    );
    check_file(
        "<pick:Markdown><pick:Markdown>2",
        "Result > 1",
        &[usual, usual, over],
    );
    check_file(
        "<pick:Markdown><pick:Markdown>3",
        "Result > 1",
        &[usual, usual],
    );
    check_file("<pick:复制全文（M>", "Result > 6", &["copy md None"]);
    check_file("<pick:复制一部分>2", "CopyPart > 1", &["copy txt Some(1)"]);
}

#[test]
fn the_end_comes_by_signals_too() {
    let mut stage = Stage::writing(report());
    stage.press("字");
    stage.happen(Msg::Terminate(143));
    assert_eq!(stage.ended, Some(143));
    assert_eq!(stage.asked, ["snapshot", "quit 143"]);
    let mut stage = Stage::new(Vec::new());
    stage.happen(Msg::Terminate(129));
    assert_eq!(stage.ended, Some(129));
    let mut stage = Stage::writing(report());
    stage.happen(Msg::Stop);
    stage.happen(Msg::Continued);
    assert_eq!(stage.asked, ["suspend", "take terminal"]);
}

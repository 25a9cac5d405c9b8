//! Every screen as its writer sees it: who sits down at which draft, the keys pressed, and the picture in
//! `screens/`. Look at a picture before you accept it.

#![expect(
    clippy::disallowed_methods,
    reason = "one test looks for pictures that nothing draws"
)]

use insta::{assert_snapshot, with_settings};
use pouxi::draft::Outline;
use pouxi::import::answers;
use pouxi::store::Owner;
use pouxi::template;
use pouxi::wizard::outline_of;

use crate::stage::{Stage, text_of, with_wide_signs};

/// Declares a test a line: its name is the picture's, then who sits down, and the keys.
macro_rules! pictures {
    ($($name:ident: $stage:expr, $keys:literal;)*) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name), $stage, $keys);
            }
        )*

        /// Who sits down for each picture, and the keys pressed.
        pub(crate) const SCENES: &[(&str, fn() -> Stage, &str)] =
            &[$((stringify!($name), || $stage, $keys)),*];

        /// The names of all pictures.
        const PICTURES: &[&str] = &[$(stringify!($name)),*];
    };
}

/// Checks the picture after these keys.
#[track_caller]
fn check(name: &str, mut stage: Stage, keys: &str) {
    stage.press(keys);
    let mut picture = stage.screen();
    if !stage.asked.is_empty() {
        let asked = format!("asked of the world: {}\n", stage.asked.join(", "));
        picture = [picture, asked].join("\n");
    }
    with_settings!({
        snapshot_path => "screens",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        description => keys,
    }, { assert_snapshot!(name, picture) });
}

/// Two sentences of the draft resemble those of a report that was pasted.
pub(crate) fn alike() -> Stage {
    let mut stage = Stage::writing(example());
    stage.press("<go:开头><c-end>我把学习当成任务，读过就算学过，笔记停在今年三月，过后没有再翻开过一次。下乡也少，一年只去过两个村，没有住过一晚。");
    stage.press("<esc><pick:检查><pick:和另一份>");
    let other = "去年的材料\n我把学习当成任务，读过就算学过，笔记停在去年八月，过后没有再翻开过一次。\n下乡也很少，一年里只去过两个村，没有住过一晚。\n";
    stage.happen(pouxi::sitting::msg::Msg::Paste(other.to_owned()));
    stage.press("<esc>");
    stage
}

/// Nobody wrote anything yet.
pub(crate) fn nobody() -> Stage {
    Stage::new(Vec::new())
}

/// Three drafts are there, the first left in the middle.
pub(crate) fn somebody() -> Stage {
    let mut stage = Stage::new(vec![example(), fresh("zzsh-2025"), untitled()]);
    stage.press("1<go:带头固本>字<c-z><esc><pick:设置><pick:放下>");
    stage.asked.clear();
    stage
}

/// The report of `docs/answers.example.json` is open.
pub(crate) fn writer() -> Stage {
    Stage::writing(example())
}

/// The seed, a real report with its defects, is open.
pub(crate) fn seed() -> Stage {
    let answers = answers::read(include_bytes!("../fixtures/seed.answers.json"));
    Stage::writing(
        answers
            .expect("the seed is right")
            .fill(fresh("mzsh-2020"))
            .0,
    )
}

/// A report is open that was begun from the example.
pub(crate) fn following() -> Stage {
    let mut stage = Stage::new(vec![example()]);
    stage.press("<pick:新写一份>2<enter*3>");
    stage.asked.clear();
    stage
}

/// The example is open, with two texts set aside.
pub(crate) fn keeper() -> Stage {
    let kept = [
        ("第12行", "一是调研不深入。如，去年三次下乡都是当天来回。"),
        ("第40行", "浏览量：3216"),
    ];
    let set_aside = kept.map(|(origin, text)| (origin.to_owned(), text.to_owned()));
    Stage::writing(Outline {
        set_aside: set_aside.into(),
        ..example()
    })
}

/// A report just begun is open.
fn beginner() -> Stage {
    Stage::writing(fresh("mzsh-2025"))
}

/// An English report just begun is open, in the English interface.
pub(crate) fn english() -> Stage {
    Stage::writing(fresh("self-review-en")).in_english()
}

fn fresh(id: &str) -> Outline {
    let template = template::find(id).expect("it is built in");
    outline_of(template, 2025, vec!["林知远".to_owned()])
}

fn example() -> Outline {
    let answers = answers::read(include_bytes!("../../docs/answers.example.json"));
    answers
        .expect("the example is right")
        .fill(fresh("mzsh-2025"))
        .0
}

/// A report in which nothing is to be found.
fn whole() -> Outline {
    Outline {
        title: "小结".to_owned(),
        ..Outline::default()
    }
}

fn untitled() -> Outline {
    Outline {
        title: String::new(),
        ..fresh("self-review-zh")
    }
}

/// Another window has the only draft.
pub(crate) fn second_window() -> Stage {
    let mut stage = Stage::new(vec![example()]);
    let since = "2026-01-20T09:12:00Z".to_owned();
    let owner = Owner {
        pid: 4711,
        host: "yunxi".to_owned(),
        terminal: "pts/3".to_owned(),
        since,
    };
    stage.world.drafts[0].owner = Some(owner);
    stage
}

/// The last session ended in a crash: two phrases are in the journal that the snapshot lacks.
pub(crate) fn after_a_crash() -> Stage {
    let mut stage = writer();
    stage.press("我还要补充一句，这是第二句。<esc><pick:设置><pick:放下>");
    stage.world.drafts[0].saved = Some(0);
    stage.asked.clear();
    stage
}

/// Something was written, handed out, then erased in one piece; then the writer went on.
pub(crate) fn historian() -> Stage {
    let mut stage = writer();
    stage.press("<c-end>会前又听取了班子成员的意见。<esc><pick:成文><pick:纯文本><esc><c-home>");
    stage.press("今年<go:带头强化><esc><pick:这一项><pick:删掉这个问题><go:开头>");
    stage.asked.clear();
    stage
}

pictures! {
    start_first_time: nobody(), "";
    start_with_drafts: somebody(), "";
    start_with_one_draft: Stage::new(vec![example()]), "";
    start_letters_hint: nobody(), "n";
    start_in_english: somebody().in_english(), "";
    kinds: nobody(), "<enter>";
    kinds_in_english: nobody().in_english(), "<enter>";
    notice_to_put_in: nobody(), "<enter><pick:按通知>";
    notice_read: nobody(), "<enter><pick:按通知><paste:关于召开2025年度组织生活会的通知\n党员要从理论学习、党性修养、联系群众等三个方面对照检查。\n个人材料不少于1500字，剖析原因。\n会后报送总结。>";
    notice_read_in_english: nobody().in_english(), "<enter><pick:Paste><paste:关于召开2025年度组织生活会的通知\n党员要从理论学习、党性修养、联系群众等三个方面对照检查。\n个人材料不少于1500字，剖析原因。\n会后报送总结。>";
    small_notice_read: nobody(), "<size:40x10><enter><pick:按通知><paste:关于召开2025年度组织生活会的通知\n党员要从理论学习、党性修养、联系群众等三个方面对照检查。\n个人材料不少于1500字，剖析原因。\n会后报送总结。>";
    other_kind: writer(), "<esc><pick:目录><pick:换一种><pick:2023年度主题教育>";
    small_other_kind: writer(), "<size:40x10><esc><pick:目录><pick:换一种><pick:2023年度主题教育>";
    other_kind_in_english: writer().in_english(), "<esc><pick:Outline><pick:Make it another><pick:Post-incident>";
    year: nobody(), "<enter><enter>";
    year_wrong: nobody(), "<enter><enter><bs>x<enter>";
    name: nobody(), "<enter><enter><enter>";
    name_typed: nobody(), "<enter><enter><enter>清溪县水利局办公室主任 李明远";
    begun: nobody(), "<enter><enter><enter>李明远<enter>";
    drafts: somebody(), "4";
    draft_menu: somebody(), "42";
    confirm_delete: somebody(), "422";
    deleted: somebody(), "4222";

    opening: beginner(), "";
    opening_typed: beginner(), "按照县委通知要求，会前我参加集中学习4次，与班子成员、干部群众谈心谈话12人次，收到意见建议9条。<enter>现将";
    front: beginner(), "<s-tab>";
    follow_up: writer(), "<go:一、上年>";
    follow_up_status: writer(), "<go:一、上年度民主生活会查摆问题整改情况 进展>";
    problem_new: beginner(), "<go:带头强化>";
    problem: writer(), "<go:带头强化>";
    problem_example: writer(), "<go:带头强化><tab*2>";
    problem_cause: writer(), "<go:带头强化><tab*4>";
    problem_measure_choice: writer(), "<go:带头强化><tab*6>";
    problem_cause_choice: writer(), "<go:带头强化><pick:NewCause>";
    problem_measure: writer(), "<go:带头敬畏><tab*7>";
    problem_buttons: writer(), "<go:带头强化><tab*7>";
    problem_buttons_last: writer(), "<go:带头强化><tab*13>";
    problem_second: writer(), "<go:带头强化><pick:NextPage>";
    problem_left_out: writer(), "<go:带头坚决>";
    statement: writer(), "<go:（五）>";
    case: writer(), "<go:三、>";
    causes: writer(), "<go:四、>";
    causes_remedy: writer(), "<go:四、><tab*2>";
    measures: writer(), "<go:五、>";
    measures_status: writer(), "<go:五、><tab*4>";
    long_text: beginner(), "<paste:第一段。第一段。第一段。第一段。第一段。第一段。第一段。第一段。第一段。第一段。\n\n第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。第三段。\n第四段\n第五段\n第六段\n第七段\n第八段>";
    long_text_top: beginner(), "<paste:一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n十一\n十二\n十三\n十四\n十五><c-home>";
    example_unfolded: beginner(), "<esc><pick:这一项><pick:看例子>";
    probe: writer(), "<go:带头强化><tab*2><c-home><c-down><c-k>我没有去。";
    probe_answered: writer(), "<go:带头强化><tab*2>我没有去，结果误了事。";
    probe_off: writer(), "<go:带头强化><tab*2>我没有去。<f4><left>";
    small_probe: writer(), "<size:40x10><go:带头强化><tab*2>我没有去。";
    english_probe: english(), "<go:Results><tab*2>The list was sent late. Nobody asked.";
    big_deletion: writer(), "<c-end><left><c-u><up><c-k>";
    pasted: beginner(), "<paste:甲\r\n乙\t丙\u{7}丁>";
    read_only: writer(), "<taken-over>";
    failing_save: writer(), "<disk-full>又写了一句。";
    failing_save_goes_on: writer(), "<disk-full>又写了一句。<left>";
    saved_again: writer(), "<disk-full>又写了。<disk-free>一";
    ctrl_c: writer(), "<c-c>";
    ctrl_d: writer(), "<c-d>";
    ctrl_s: writer(), "<c-s>";

    menu: writer(), "<esc>";
    outline: writer(), "<esc><pick:目录>";
    outline_of_a_beginner: beginner(), "<esc><pick:目录>";
    arrange: writer(), "<esc><pick:目录><pick:挪动>";
    part_menu: writer(), "<esc><pick:目录><pick:挪动><pick:固本培元>";
    part_menu_section: writer(), "<esc><pick:目录><pick:挪动><pick:上年度>";
    add_dimension: beginner(), "<esc><pick:目录><pick:加一个方面>";
    edit: beginner(), "<esc><pick:选择><pick:选择>";
    selected: writer(), "<s-up><s-left*3>";
    selecting: writer(), "<esc><pick:选择><pick:选择><pick:从这里>";
    find: writer(), "<c-f>";
    found: writer(), "<c-f>群众<enter>";
    found_by_pinyin: writer(), "<c-f>qzgn<enter>";
    not_found: writer(), "<c-f>没有的话<enter>";
    at_a_match: writer(), "<c-f>群众<enter>2";
    replacing: writer(), "<c-f>群众<enter><pick:替换成>百姓<enter>";
    replaced: writer(), "<c-f>群众<enter><pick:替换成>百姓<enter><pick:全部替换>";
    here_opening: beginner(), "<esc><pick:这一项>";
    here_problem: writer(), "<go:带头强化><esc><pick:这一项>";
    here_example: writer(), "<go:带头强化><tab*2><esc><pick:这一项>";
    here_measure: writer(), "<go:带头敬畏><tab*7><esc><pick:这一项>";
    reason: writer(), "<go:带头强化><esc><pick:这一项><pick:不写原因>";
    result: writer(), "<esc><pick:成文>";
    result_of_a_beginner: beginner(), "<esc><pick:成文>";
    saved: writer(), "<esc><pick:成文><pick:Markdown 文件>";
    exists: writer(), "<esc><pick:成文><pick:Markdown 文件><pick:Markdown 文件>";
    copied: writer(), "<esc><pick:成文><pick:复制全文>";
    copy_part: writer(), "<esc><pick:成文><pick:复制一部分>";
    settings: writer(), "<esc><pick:设置>";
    past: writer(), "<esc><pick:撤销>";
    versions: historian(), "<esc><pick:撤销><pick:以前的版本>";
    version: historian(), "<esc><pick:撤销><pick:以前的版本><pick:删掉>";
    version_since: historian(), "<esc><pick:撤销><pick:以前的版本><pick:导出过><pick:看看后来>";
    version_changed: historian(), "<esc><pick:撤销><pick:以前的版本><pick:删掉><pick:看看这一版>";
    version_restored: historian(), "<esc><pick:撤销><pick:以前的版本><pick:导出过><pick:恢复>";
    forget: historian(), "<esc><pick:撤销><pick:彻底清除>";
    forgotten: historian(), "<esc><pick:撤销><pick:彻底清除>2<c-z>";
    start_with_trash: somebody(), "422<down><enter><esc*2>";
    trash: somebody(), "4222<esc><pick:回收站>";
    trash_destroy: somebody(), "4222<esc><pick:回收站>12";
    trash_restored: somebody(), "4222<esc><pick:回收站>11";
    trash_destroyed: somebody(), "4222<esc><pick:回收站>122";
    english_versions: historian().in_english(), "<esc>53";
    english_since: historian().in_english(), "<esc>53<up*2><enter>1";
    small_versions: historian(), "<size:40x10><esc><pick:撤销><pick:以前的版本>";
    small_since: historian(), "<size:40x10><esc><pick:撤销><pick:以前的版本><pick:导出过><pick:看看后来>";
    small_differences: after_a_crash(), "<size:40x10>12";
    tiny_since: historian(), "<size:20x5><esc><pick:撤销><pick:以前的版本><pick:导出过><pick:看看后来>";
    english_differences: after_a_crash().in_english(), "12";

    checked: seed(), "<esc><pick:检查>";
    check_further: seed(), "<esc><pick:检查><down*7>";
    check_last: seed(), "<esc><pick:检查><up>";
    check_without_defects: Stage::writing(whole()), "<esc><pick:检查>";
    check_finding: seed(), "<esc><pick:检查><down*4><right>";
    check_gone_there: seed(), "<esc><pick:检查><enter>";
    check_mended: seed(), "<esc><pick:检查><down*4><right><pick:直接改>";
    check_why: seed(), "<esc><pick:检查><right><pick:为什么>";
    check_silence: seed(), "<esc><pick:检查><right><pick:不用提醒>会后再填";
    check_silenced: seed(), "<esc><pick:检查><right><pick:不用提醒>会后再填<enter><up*4><enter>";
    check_twins: alike(), "<esc><pick:检查><pick:左右对照>";
    small_check_twins: alike(), "<size:40x20><esc><pick:检查><pick:左右对照>";
    english_check_twins: alike().in_english(), "<esc>3<pick:Sentences that>";
    check_before_export: seed(), "<esc><pick:成文><pick:纯文本>";
    check_on_result: seed(), "<esc><pick:成文>";
    quiet: seed(), "<go:在学懂><tab><s-tab>";
    quiet_hidden: seed(), "<go:在学懂><tab><s-tab>又";
    english_check: seed().in_english(), "<esc>3";
    english_quiet: seed().in_english(), "<go:在学懂><tab><s-tab>";
    wide_check: seed(), "<size:120x40><esc><pick:检查>";
    wide_quiet: seed(), "<size:120x40><go:在学懂><tab><s-tab>";
    small_check: seed(), "<size:40x10><esc><pick:检查>";
    small_check_finding: seed(), "<size:40x10><esc><pick:检查><down*4><right>";
    small_english_check: seed().in_english(), "<size:40x10><esc>3";
    small_english_chain: seed().in_english(), "<size:40x10><esc><pick:Outline><pick:Problems><down*4>";
    small_check_gone_there: seed(), "<size:40x10><esc><pick:检查><enter>";
    tiny_check_finding: seed(), "<size:20x5><esc><pick:检查><down*4><right><down>";
    small_quiet: seed(), "<size:40x10><go:在学懂><tab><s-tab>";
    tiny_check: seed(), "<size:20x5><esc><pick:检查>";
    linked: writer(), "<esc><pick:目录><pick:问题、原因>";
    chain_of_the_seed: seed(), "<esc><pick:目录><pick:问题、原因>";
    chain_links: writer(), "<esc><pick:目录><pick:问题、原因><enter>";
    chain_cut: writer(), "<esc><pick:目录><pick:问题、原因><enter><enter><esc>";
    english_chain: english(), "<go:Results>Slow answers<esc><pick:Outline><pick:Problems>";
    wide_chain: writer(), "<size:120x40><esc><pick:目录><pick:问题、原因>";
    small_chain: writer(), "<size:40x10><esc><pick:目录><pick:问题、原因><down>";
    small_chain_links: writer(), "<size:40x10><esc><pick:目录><pick:问题、原因><enter>";
    tiny_chain: writer(), "<size:20x5><esc><pick:目录><pick:问题、原因>";
    import_ask: nobody(), "<pick:从已有>";
    english_import_ask: nobody().in_english(), "<pick:Import>";
    small_import_ask: nobody(), "<size:40x10><pick:从已有>";
    tiny_import_ask: nobody(), "<size:20x5><pick:从已有>去年.txt";
    import_missing: nobody(), "<pick:从已有>没有.txt<enter>";
    import_understood: nobody(), "<pick:从已有>seed.txt<enter>";
    import_menu: nobody(), "<pick:从已有>seed.txt<enter><enter>";
    import_kinds: nobody(), "<pick:从已有>seed.txt<enter><enter><pick:材料种类>";
    import_texts: nobody(), "<pick:从已有>several.txt<enter>";
    imported: nobody(), "<pick:从已有>seed.txt<enter><enter><pick:就这样>";
    english_import: nobody().in_english(), "<pick:Import>seed.txt<enter>";
    small_import: nobody(), "<size:40x10><pick:从已有>seed.txt<enter>";
    tiny_import: nobody(), "<size:20x5><pick:从已有>seed.txt<enter>";
    wide_import: nobody(), "<size:120x40><pick:从已有>seed.txt<enter>";
    follow_which: somebody(), "<pick:新写一份>";
    english_follow_which: somebody().in_english(), "<pick:Start a new>";
    followed: following(), "<go:一、上年>";
    followed_status: following(), "<go:一、上年><tab*3>4";
    followed_earlier: following(), "<go:带头固本><esc><pick:这一项><pick:上次的原文>";
    followed_nothing: following(), "<go:开头><esc><pick:这一项><pick:上次的原文>";
    wide_followed: following(), "<size:120x40><go:带头固本>";
    wide_followed_promise: following(), "<size:120x40><go:一、上年><tab>";
    wide_followed_english: following().in_english(), "<size:120x40><go:带头固本>";
    small_followed: following(), "<size:40x10><go:一、上年>";
    miscounted: following(), "<go:一、上年>查摆的6大类16条问题均已整改。";
    tray: keeper(), "<esc><pick:目录><pick:暂不使用>";
    tray_item: keeper(), "<esc><pick:目录><pick:暂不使用>1";
    tray_read: keeper(), "<esc><pick:目录><pick:暂不使用>11";
    tray_places: keeper(), "<esc><pick:目录><pick:暂不使用>12";
    tray_places_in: keeper(), "<esc><pick:目录><pick:暂不使用>1<pick:放回><pick:带头固本>";
    tray_put_back: keeper(), "<esc><pick:目录><pick:暂不使用>1<pick:放回><pick:带头固本>1";
    tray_set_aside: writer(), "<esc><pick:这一项><pick:先放着>";
    english_tray: keeper().in_english(), "<esc><pick:Outline><pick:Kept>";
    small_tray: keeper(), "<size:40x10><esc><pick:目录><pick:暂不使用>";

    preview: writer(), "<esc><pick:成文><pick:看一遍>";
    guide: nobody(), "<pick:怎么用>";
    guide_menu: nobody(), "<pick:怎么用><enter>";
    guide_end: nobody(), "<pick:怎么用><enter*2>";
    guide_left: nobody(), "<pick:怎么用><enter*3>";
    english_guide: nobody().in_english(), "<pick:How to use>";
    small_guide: nobody(), "<size:40x10><pick:怎么用>";
    tiny_guide: nobody(), "<size:20x5><pick:怎么用>";
    help_on_result: writer(), "<esc><pick:成文><f1>";
    help_on_preview: writer(), "<esc><pick:成文><pick:看一遍><f1>";
    help_on_check: seed(), "<esc><pick:检查><f1>";
    help_and_back: writer(), "<esc><pick:成文><f1><esc>";
    english_help_on_start: nobody().in_english(), "<f1>";
    small_help: writer(), "<size:40x10><f1>";
    preview_scrolled: writer(), "<esc><pick:成文><pick:看一遍><pgdn>";
    preview_part: writer(), "<esc><pick:成文><pick:看一遍><tab*3><down*3>";
    preview_menu: writer(), "<esc><pick:成文><pick:看一遍><tab*3><down*3><enter>";
    preview_parts: writer(), "<esc><pick:成文><pick:看一遍><tab*3><enter><pick:去别的>";
    preview_change: writer(), "<esc><pick:成文><pick:看一遍><tab*3><down*6><enter*2>";
    preview_back: writer(), "<esc><pick:成文><pick:看一遍><tab*3><down*6><enter*2>字<pick:BackToProof>";
    preview_here: writer(), "<go:带头固本><esc><pick:这一项><pick:印出来>";
    preview_of_the_seed: seed(), "<esc><pick:成文><pick:看一遍><end>";
    english_preview: english(), "Late.<esc><pick:Finish><pick:Read it>";
    english_preview_menu: english(), "Late.<esc><pick:Finish><pick:Read it><enter>";
    copied_list: writer(), "<esc><pick:成文><pick:复制一部分><pick:清单：整改>";
    help: writer(), "<f1>";
    help_scrolled: writer(), "<f1><end>";
    recovery: after_a_crash(), "1";
    differences: after_a_crash(), "12";
    recovered_aside: after_a_crash(), "13";
    busy: second_window(), "1";
    only_reading: second_window(), "11";

    english_opening: english(), "";
    english_problem: english(), "<go:Results><tab*2>I promised the new price list for Friday and sent it on 2 April; two clients had ordered at the old prices by then.";
    english_buttons: english(), "<go:Results><tab*6>";
    english_menu: english(), "<esc>";
    english_outline: english(), "<esc><pick:Outline>";
    english_here: english(), "<go:Results><esc><pick:This one>";
    english_result: english(), "<esc><pick:Finish>";
    english_settings: english(), "<esc><pick:Settings>";
    english_help: english(), "<f1>";
    english_interface_on_a_chinese_report: writer().in_english(), "<go:带头强化><tab*2>";

    wide_opening: writer(), "<size:120x40>";
    wide_problem: writer(), "<size:120x40><go:带头强化><tab*2>";
    wide_outline: writer(), "<size:120x40><esc><pick:目录>";
    wide_menu: writer(), "<size:120x40><esc>";
    wide_preview: writer(), "<size:120x40><esc><pick:成文><pick:看一遍>";
    wide_preview_of_wide_signs: with_wide_signs(seed()), "<size:120x40><esc><pick:成文><pick:看一遍><pgdn*3>";
    wide_start: somebody(), "<size:120x40>";
    wide_english: english(), "<size:120x40><go:Results>";

    small_start: somebody(), "<size:40x10>";
    small_kinds: nobody(), "<size:40x10><enter>";
    small_year: nobody(), "<size:40x10><enter><enter>";
    small_opening: writer(), "<size:40x10>";
    small_problem: writer(), "<size:40x10><go:带头强化><tab*2>";
    small_choice: writer(), "<size:40x10><go:带头强化><tab*6>";
    small_buttons: writer(), "<size:40x10><go:带头强化><tab*9>";
    small_menu: writer(), "<size:40x10><esc>";
    small_outline: writer(), "<size:40x10><esc><pick:目录>";
    small_preview: writer(), "<size:40x10><esc><pick:成文><pick:看一遍><down>";
    small_preview_scrolled: writer(), "<size:40x10><esc><pick:成文><pick:看一遍><pgdn><down*3>";
    small_preview_menu: writer(), "<size:40x10><esc><pick:成文><pick:看一遍><pgdn><enter>";
    tiny_preview: writer(), "<size:20x5><esc><pick:成文><pick:看一遍><pgdn><down>";
    keys_to_change: writer(), "<esc><pick:设置><pick:按键：>";
    keys_in_english: english(), "<esc><pick:Settings><pick:Keys: give>";
    key_of_undo: writer(), "<esc><pick:设置><pick:按键：><pick:撤销>";
    key_of_undo_in_english: english(), "<esc><pick:Settings><pick:Keys: give><pick:undo>";
    key_pressed: writer(), "<esc><pick:设置><pick:按键：><pick:撤销><c-p>";
    key_pressed_hint: writer(), "<esc><pick:设置><pick:按键：><pick:撤销><c-p><esc*2><paste:甲乙丙>";
    key_taken: writer(), "<esc><pick:设置><pick:按键：><pick:撤销><c-f>";
    key_not_given: writer(), "<esc><pick:设置><pick:按键：><pick:撤销><c-q>";
    key_put_back: writer(), "<esc><pick:设置><pick:按键：><pick:撤销><c-p><pick:撤销>1";
    small_keys: writer(), "<size:40x10><esc><pick:设置><pick:按键：><pick:撤销><c-f>";
    small_keys_in_english: english(), "<size:40x10><esc><pick:Settings><pick:Keys: give><pick:undo><c-q>";
    small_settings: writer(), "<size:40x10><esc><pick:设置><pick:配色>";
    themes: writer(), "<esc><pick:设置><pick:配色><pick:配色><pick:配色>";
    small_notice: writer(), "<size:40x10><disk-full>写";
    small_english: english(), "<size:40x10><go:Results>";
    small_recovery: after_a_crash(), "<size:40x10>1";
    small_without_guide: writer(), "<size:40x8><go:带头强化><tab*2><c-s>";

    tiny_opening: writer(), "<size:20x5>";
    tiny_menu: writer(), "<size:20x5><esc>";
    tiny_start: somebody(), "<size:20x5>";
    tinier_opening: writer(), "<size:19x4>";
    tinier_buttons: writer(), "<size:19x4><go:带头强化><tab*9>";
    tinier_choice: writer(), "<size:19x4><go:带头强化><tab*6>";
    tinier_menu: writer(), "<size:19x4><esc>";
    tinier_year: nobody(), "<size:19x4><enter><enter>";
    ten_by_three: writer(), "<size:10x3>";
    ten_by_three_menu: writer(), "<size:10x3><esc>";
    ten_by_three_notice: writer(), "<size:10x3><c-s>";
    one_cell: writer(), "<size:1x1>";
    one_cell_menu: writer(), "<size:1x1><esc>";
    two_wide: writer(), "<size:2x2>";
    flat: writer(), "<size:80x4>";
    narrow: writer(), "<size:12x24>";

    wide_signs: with_wide_signs(beginner()), "“引号”和——破折号……都占两格。";
    rare_signs: beginner(), "𠮷👨‍👩‍👧é字<paste:\u{202e}反\u{1b}[31m><ime:\t>";
}

/// Weight and colours, spelled out: what is reversed, bold or coloured on three screens.
#[test]
fn styles_repeat_what_words_say() {
    let styles = |mut stage: Stage, keys: &str| {
        stage.press(keys);
        let (cells, _) = stage.draw();
        let mut said = vec![text_of(&cells, None)];
        for y in 0..cells.area.height {
            let mut runs: Vec<(String, u16, u16)> = Vec::new();
            for x in 0..cells.area.width {
                let cell = cells.cell((x, y)).expect("within the area");
                let style = format!("{:?} {:?}", cell.fg, cell.modifier);
                match runs.last_mut() {
                    Some((last, _, end)) if *last == style => *end = x,
                    _ => runs.push((style, x, x)),
                }
            }
            let styled = runs.into_iter().filter(|it| it.0 != "Reset NONE");
            said.extend(
                styled.map(|(style, from, to)| format!("{y:>2}: {from:>2}-{to:>2} {style}")),
            );
        }
        said.join("\n") + "\n"
    };
    let all = [
        styles(writer(), "<size:60x16><go:带头强化><tab*2><c-s>"),
        styles(writer(), "<size:60x16><go:带头强化><tab*7>"),
        styles(writer(), "<size:60x16><esc>"),
    ];
    with_settings!({
        snapshot_path => "screens",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { assert_snapshot!("styles", all.join("\n")) });
}

#[test]
fn no_picture_is_left_of_a_test_that_is_gone() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/screens");
    for entry in std::fs::read_dir(folder).expect("the pictures can be read") {
        let path = entry.expect("the pictures can be read").path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let is_new = path.extension().is_some_and(|it| it == "new");
        let is_known = PICTURES.contains(&&*name) || name == "styles" || is_new;
        assert!(is_known, "nothing draws {}", path.display());
    }
}

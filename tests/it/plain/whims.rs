//! Any lines at all: nothing panics, and what was confirmed is written down before the next line is asked for.

use pouxi::locale::Lang;
use pouxi::sitting::model::{Model, Saving};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::Lines;
use crate::stage::{Stage, Stroke};
use crate::update::report;

fn line() -> impl Strategy<Value = String> {
    let words = select(vec![
        "",
        " ",
        "。",
        ".",
        "．",
        "：",
        ":",
        "：：",
        "：：文字",
        "一段话，写了什么。",
        "Ａ",
        "\t",
        "\u{1b}[2J",
        "：帮助",
        "：上一步",
        "：跳过",
        "：读",
        "：读全文",
        "：例子",
        "：重复",
        "：位置",
        "：撤销",
        "：重做",
        "：目录",
        "：不写",
        "：这一项",
        "：检查",
        "：查找",
        "：查找 甲",
        "：成文",
        "：选",
        "：选 开",
        "：选 1-2",
        "：选 全部",
        "：选 一...。",
        "：放回",
        "：放回 0",
        "：回去",
        "：复制",
        "：版本",
        "：菜单",
        "：设置",
        "：更多",
        ":full",
        ":help",
        ":3",
        "：99",
        "：没有的命令",
        "两\n段",
        "\n\n",
        "甲,乙\n\n丙。\n",
        "一、二",
        "０",
        "99999999999999999999",
        "1。",
        "e\u{301}",
        "🇨🇳👨‍👩‍👧",
        "\u{202e}反",
    ]);
    prop_oneof![
        4 => words.prop_map(str::to_owned),
        4 => (0..25_u32).prop_map(|it| it.to_string()),
        1 => any::<String>(),
    ]
}

fn stage() -> impl Strategy<Value = &'static str> {
    select(vec![
        "start",
        "report",
        "report",
        "report",
        "read only",
        "full disk",
    ])
}

fn set(beginning: &str) -> Lines {
    let mut stage = match beginning {
        "start" => Stage::new(vec![report(), report()]),
        _ => Stage::writing(report()),
    };
    match beginning {
        "read only" => stage.stroke(&Stroke::TakenOver),
        "full disk" => stage.stroke(&Stroke::DiskFull),
        _ => {}
    }
    Lines::on(stage)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_do_no_harm(
        beginning in stage(),
        english in any::<bool>(),
        script in vec(line(), 1..60),
    ) {
        let mut lines = set(beginning);
        if english {
            lines.stage.model.lang = Lang::En;
        }
        for it in &script {
            // Sound and written down: the stage compares the draft with its journal.
            lines.line(it);
            if lines.stage.ended.is_some() {
                break;
            }
            prop_assert!(!is_unsynced(&lines.stage.model), "after {it:?}");
            prop_assert!(lines.stage.model.notice.is_none());
            let prompt = lines.prompt();
            prop_assert!(!prompt.words.is_empty());
        }
    }

    /// A paragraph that was confirmed is in the draft, whatever came before it.
    #[test]
    fn a_confirmed_paragraph_is_there(script in vec(line(), 0..20)) {
        let mut lines = Lines::writing(report());
        for it in &script {
            lines.line(it);
        }
        if lines.stage.ended.is_none() && lines.stage.model.work.is_some() {
            let read_only = lines.stage.work().saving == Saving::ReadOnly;
            prop_assume!(!read_only);
            // Out of whatever is open, to a text that always exists.
            lines.line("：目录");
            // Another template may have none.
            prop_assume!(lines.was_told("结尾"));
            lines.choose("结尾");
            let n = if lines.stage.work().text().is_empty() { "" } else { "1" };
            if !n.is_empty() {
                lines.line(n);
            }
            lines.line("确认过的一段。");
            let text = lines.stage.work().text().to_owned();
            prop_assert!(text.ends_with("确认过的一段。"), "{text:?}");
        }
    }
}

fn is_unsynced(model: &Model) -> bool {
    model
        .work
        .as_ref()
        .is_some_and(|it| it.saving == Saving::Unsynced)
}

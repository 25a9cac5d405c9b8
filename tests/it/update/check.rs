//! The reviewer in the wizard: there and back, mending, silencing, the chain. Every change is one step of undo, and
//! nothing is said while the writer types.

use pouxi::check::At;
use pouxi::draft::{
    Draft, Link, Outline, OutlineDimension, OutlineProblem, PassageKind, Role, Spot,
};
use pouxi::locale::Lang::Zh as ZH;
use pouxi::sitting::messages as say;

use pouxi::sitting::model::{List, Screen};
use pouxi::sitting::reviewer::lists::{Line, told_lines};

use super::{check_draft, report};
use crate::reports::{cause, dimension, measure, problem, section};
use crate::stage::{Stage, place};

/// A small report with what can be mended, what cannot, and what is linked.
fn faulty() -> Outline {
    let first = OutlineProblem {
        causes: vec![0],
        ..problem("我学习不够", &["落实落实不到位,没有跟上。"])
    };
    let second = OutlineProblem {
        body: vec![
            (PassageKind::Detail, "我请假XX次,没有补学。".to_owned()),
            (PassageKind::Example, "3月我两次缺席支部学习。".to_owned()),
        ],
        ..problem("我调研少", &[])
    };
    Outline {
        template: "self-review-zh".to_owned(),
        title: "2025年度自我剖析".to_owned(),
        sections: vec![
            section(Role::Opening, "", "现将情况汇报如下。"),
            section(Role::Dimensions, "存在的问题", ""),
            section(Role::Causes, "原因", ""),
            section(Role::Measures, "措施", ""),
        ],
        dimensions: vec![OutlineDimension {
            ..dimension("学习", vec![first, second])
        }],
        causes: vec![cause("我怕麻烦", &["总想着以后再说。"])],
        measures: vec![measure("我每周读一次", &[], "我", "2026年6月底前")],
        ..Outline::default()
    }
}

fn faulty_stage() -> Stage {
    Stage::writing(faulty())
}

/// Opens the check screen on the finding of a rule; `<find:…>` of these tests.
#[track_caller]
fn at_finding(stage: &mut Stage, rule: &str) -> usize {
    stage.press("<esc><pick:检查>");
    let told = &stage.work().checked.told;
    let n = told.iter().position(|it| it.rule == rule);
    let n = n.unwrap_or_else(|| panic!("no {rule} in {told:#?}"));
    let n = pouxi::sitting::reviewer::lists::line_of(stage.work(), n);
    let here = match &stage.model.screen {
        pouxi::sitting::model::Screen::List(_, line) => *line,
        other => panic!("{other:?}"),
    };
    for _ in 0..n.saturating_sub(here) {
        stage.press("<down>");
    }
    for _ in 0..here.saturating_sub(n) {
        stage.press("<up>");
    }
    n
}

fn rules(stage: &Stage) -> Vec<&'static str> {
    stage.work().checked.told.iter().map(|it| it.rule).collect()
}

fn quiet(stage: &Stage) -> Vec<String> {
    stage.work().checked.quiet.lines().to_vec()
}

#[test]
fn enter_goes_to_the_words_and_finishing_the_field_comes_back() {
    let mut stage = faulty_stage();
    let n = at_finding(&mut stage, "placeholder");
    stage.press("<enter>");
    assert_eq!(place(&stage.model), "学习2 表现：我请假▏XX次,没有补学。");
    assert_eq!(
        stage.work().selection(),
        Some(9..11),
        "the words are selected"
    );
    // The words selected are replaced by what is typed, and Tab leads back to the list.
    stage.press("三<tab>");
    assert!(
        place(&stage.model).starts_with("Check > "),
        "{}",
        place(&stage.model)
    );
    assert!(!rules(&stage).contains(&"placeholder"));
    let line = stage.work().checked.line;
    assert_eq!(line, n);
    // Esc leads to where the writer was, and from there Tab goes on as ever.
    stage.press("<esc>");
    assert_eq!(place(&stage.model), "学习2 表现：我请假三▏次,没有补学。");
    stage.press("<tab>");
    assert_eq!(place(&stage.model), "学习2 事例：3月我两次缺席支部学习。▏");
}

#[test]
fn the_ring_has_a_button_back_while_the_writer_is_away() {
    let mut stage = faulty_stage();
    at_finding(&mut stage, "placeholder");
    stage.press("<enter><s-tab>");
    assert_eq!(place(&stage.model), "学习2 问题：我调研少▏");
    stage.press("<pick:BackToCheck>");
    assert!(place(&stage.model).starts_with("Check > "));
    stage.press("<esc>");
    let buttons = stage.work().buttons();
    assert!(
        !format!("{buttons:?}").contains("BackToCheck"),
        "{buttons:?}"
    );
}

#[test]
fn where_something_is_missing_the_writer_is_led_to_where_it_is_written() {
    let mut stage = faulty_stage();
    at_finding(&mut stage, "problem-without-example");
    stage.press("<enter>");
    assert_eq!(place(&stage.model), "学习1 事例：▏");
    at_finding(&mut stage, "problem-without-cause");
    stage.press("<enter>");
    assert_eq!(place(&stage.model), "学习2 原因：▏");
}

#[test]
fn a_long_excerpt_is_not_selected() {
    let mut outline = faulty();
    outline.dimensions[0].problems[0].body[0].1 = "这句话写得很长很长很长很长很长没有".to_owned();
    let mut stage = Stage::writing(outline);
    at_finding(&mut stage, "unfinished-sentence");
    stage.press("<enter>");
    assert_eq!(stage.work().selection(), None);
}

#[test]
fn mending_is_one_step_and_the_finding_is_gone() {
    let mut stage = faulty_stage();
    let before = stage.draft().clone();
    at_finding(&mut stage, "doubled-word");
    stage.press("<right><pick:直接改>");
    assert!(!rules(&stage).contains(&"doubled-word"));
    let text = stage.draft().problems().next().unwrap().body[0]
        .text
        .clone();
    assert_eq!(text, "落实不到位,没有跟上。");
    stage.press("<c-z>");
    assert!(stage.draft().same_content(&before));
    stage.press("<esc><pick:检查>");
    assert!(rules(&stage).contains(&"doubled-word"));
}

#[test]
fn all_of_a_kind_and_all_there_are_are_mended_at_once() {
    let mut stage = faulty_stage();
    let before = stage.draft().clone();
    at_finding(&mut stage, "half-width-punctuation");
    stage.press("<right><pick:这一类>");
    assert!(!rules(&stage).contains(&"half-width-punctuation"));
    assert!(rules(&stage).contains(&"doubled-word"));
    stage.press("<c-z>");
    assert!(stage.draft().same_content(&before));
    stage.press("<esc><pick:检查><pick:都改掉>");
    let told = &stage.work().checked.told;
    assert!(told.iter().all(|it| it.fix.is_none()), "{told:#?}");
    stage.press("<c-z>");
    assert!(stage.draft().same_content(&before));
}

#[test]
fn a_finding_is_silenced_with_a_reason_and_told_again() {
    let mut stage = faulty_stage();
    let before = stage.draft().clone();
    let n_before = {
        at_finding(&mut stage, "problem-without-example");
        rules(&stage).len()
    };
    stage.press("<right><pick:不用提醒>会上口头说<enter>");
    assert!(place(&stage.model).starts_with("Check > "));
    assert_eq!(rules(&stage).len(), n_before - 1);
    let silences = &stage.draft().silences;
    assert_eq!(silences.len(), 1);
    assert_eq!(
        (silences[0].rule.as_str(), silences[0].reason.as_str()),
        ("problem-without-example", "会上口头说")
    );
    stage.press("<pick:不再提醒><enter>");
    assert!(stage.draft().silences.is_empty());
    assert_eq!(rules(&stage).len(), n_before);
    // Both were changes of the draft.
    stage.press("<c-z>");
    assert_eq!(stage.draft().silences.len(), 1);
    stage.press("<c-z>");
    assert!(stage.draft().same_content(&before));
}

#[test]
fn a_reason_may_be_empty_and_the_question_can_be_left() {
    let mut stage = faulty_stage();
    at_finding(&mut stage, "problem-without-example");
    stage.press("<right><pick:不用提醒><esc>");
    assert!(place(&stage.model).starts_with("Check > "));
    assert!(stage.draft().silences.is_empty());
    stage.press("<right><pick:不用提醒><enter>");
    assert_eq!(stage.draft().silences[0].reason, "");
}

#[test]
fn a_draft_that_is_only_read_is_checked_and_not_changed() {
    let mut stage = faulty_stage();
    stage.press("<taken-over>");
    let before = stage.draft().clone();
    at_finding(&mut stage, "doubled-word");
    stage.press("<right><pick:直接改>");
    assert_eq!(stage.model.notice, Some(say::is_read_only(ZH)));
    stage.press("<esc*2>");
    at_finding(&mut stage, "doubled-word");
    stage.press("<right><pick:不用提醒>");
    assert_eq!(stage.model.notice, Some(say::is_read_only(ZH)));
    assert!(stage.draft().same_content(&before));
}

#[test]
fn nothing_is_said_while_the_writer_types_and_what_was_found_is_said_on_coming_back() {
    let mut stage = faulty_stage();
    stage.press("<go:学习1><tab>");
    assert_eq!(
        place(&stage.model),
        "学习1 表现：落实落实不到位,没有跟上。▏"
    );
    let said = quiet(&stage);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("落实"), "{said:?}");
    stage.press("我");
    assert_eq!(quiet(&stage), Vec::<String>::new());
    assert_eq!(
        stage.work().checked.quiet.rows(),
        2,
        "nothing moves meanwhile"
    );
    stage.press("<bs>");
    assert_eq!(
        quiet(&stage),
        Vec::<String>::new(),
        "not before it was left"
    );
    stage.press("<tab><s-tab>");
    assert_eq!(quiet(&stage), said);
    // A new text is not looked at while it is written.
    stage.press("<tab>3月,落实落实");
    assert_eq!(quiet(&stage), Vec::<String>::new());
    stage.press("<tab><s-tab>");
    assert!(!quiet(&stage).is_empty());
}

#[test]
fn what_was_said_is_not_said_when_a_report_is_opened() {
    let mut outline = faulty();
    outline.sections[0].text = "落实落实不到位,没有跟上。".to_owned();
    let stage = Stage::writing(outline);
    assert_eq!(place(&stage.model), "开头 开头：落实落实不到位,没有跟上。▏");
    assert_eq!(quiet(&stage), Vec::<String>::new());
}

#[test]
fn what_must_be_looked_at_is_asked_about_once_before_the_report_leaves() {
    let mut stage = faulty_stage();
    stage.press("<esc><pick:成文><pick:Markdown>");
    assert_eq!(place(&stage.model), "HandOut > 1");
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    stage.press("1");
    assert!(place(&stage.model).starts_with("Check > "));
    stage.press("<esc><esc><pick:成文><pick:Markdown>");
    assert_eq!(stage.asked, ["export md Usual"]);

    let mut stage = faulty_stage();
    stage.press("<esc><pick:成文><pick:Markdown>2");
    assert_eq!(stage.asked, ["export md Usual"]);
    assert_eq!(place(&stage.model), "Result > 1");

    // Where nothing must be looked at, nothing is asked.
    let mut outline = faulty();
    outline.dimensions[0].problems[1].body[0].1 = "我请假三次，没有补学。".to_owned();
    outline.dimensions[0].problems[0].body[0].1 = "落实不到位，没有跟上。".to_owned();
    let mut stage = Stage::writing(outline);
    stage.press("<esc><pick:成文><pick:Markdown>");
    assert_eq!(stage.asked, ["export md Usual"]);
}

#[test]
fn links_are_made_and_cut_in_the_chain() {
    let links = |draft: &Draft| draft.links.iter().copied().collect::<Vec<_>>();
    let mut stage = faulty_stage();
    let before = stage.draft().clone();
    let (problem, cause, measure) = (
        before.problems().nth(1).unwrap().id,
        before.causes[0].id,
        before.measures[0].id,
    );
    // The second problem lacks cause and measure: the cause is linked, and with it comes its measure.
    stage.press("<esc><pick:目录><pick:问题、原因><down><enter><enter>");
    assert_eq!(place(&stage.model), "Links > 1");
    let made = Link::ProblemCause { problem, cause };
    assert!(links(stage.draft()).contains(&made));
    stage.press("<esc>");
    assert_eq!(place(&stage.model), "Chain > 2");
    stage.press("<down><enter><pick:措1>");
    assert!(links(stage.draft()).contains(&Link::CauseMeasure { cause, measure }));
    let gaps: Vec<String> = pouxi::sitting::reviewer::chain::rows(ZH, stage.draft())
        .into_iter()
        .map(|it| format!("{} {}", it.name, it.gap))
        .collect();
    assert_eq!(gaps, ["题1 齐", "题2 齐", "因1 齐", "措1 齐"]);
    stage.press("<pick:措1>");
    assert!(!links(stage.draft()).contains(&Link::CauseMeasure { cause, measure }));
    stage.press("<c-z*3>");
    assert!(stage.draft().same_content(&before));
}

#[test]
fn the_chain_goes_by_what_is_left_out() {
    check_draft("<esc><pick:目录><pick:问题、原因><esc*2>", |_| true);
    let mut stage = Stage::writing(report());
    stage.press("<go:甲2><esc><pick:这一项><pick:不写原因><enter>");
    let rows = pouxi::sitting::reviewer::chain::rows(ZH, stage.draft());
    assert_eq!(
        (rows[1].name.as_str(), rows[1].gap.as_str()),
        ("题2", "缺措施")
    );
}

/// Every finding of a real report leads to its words, and from there back.
#[test]
fn every_finding_of_the_seed_is_a_key_away() {
    let seed = include_bytes!("../../fixtures/seed.answers.json");
    let answers = pouxi::import::answers::read(seed).unwrap();
    let template = pouxi::template::find("mzsh-2020").unwrap();
    let empty = pouxi::wizard::outline_of(template, 2021, Vec::new());
    let mut stage = Stage::writing(answers.fill(empty).0);
    stage.press("<esc><pick:检查>");
    let told = stage.work().checked.told.clone();
    assert!(told.len() > 50, "{}", told.len());
    // What stands behind one line is opened first.
    let folded = |stage: &Stage| {
        told_lines(stage.work())
            .iter()
            .position(|it| matches!(it, Line::Many { is_open: false, .. }))
    };
    let n_folded = told_lines(stage.work()).len();
    assert!(n_folded < 40, "{n_folded}");
    while let Some(line) = folded(&stage) {
        stage.model.screen = Screen::List(List::Check, line);
        stage.press("<enter>");
        assert_eq!(place(&stage.model), format!("Check > {}", line + 1));
    }
    let lines = told_lines(stage.work());
    let one_by_one = lines.iter().filter(|it| matches!(it, Line::One(_)));
    assert_eq!(one_by_one.count(), told.len());
    for (at, line) in lines.iter().enumerate() {
        let Line::One(n) = *line else { continue };
        let finding = &told[n];
        stage.model.screen = Screen::List(List::Check, at);
        stage.press("<enter>");
        let At::Text(field, range) = &finding.at else {
            panic!("the seed has no finding about all of it: {finding:?}");
        };
        // Where words are missing, the text to be written.
        if finding.missing.is_some() {
            assert_eq!(stage.work().text(), "", "{finding:?}");
        } else {
            assert_eq!(stage.work().spot(), Some(Spot::Text(*field)), "{finding:?}");
            assert_eq!(stage.work().writer.caret, range.start, "{finding:?}");
        }
        stage.press("<tab>");
        assert_eq!(
            place(&stage.model),
            format!("Check > {}", at + 1),
            "{finding:?}"
        );
    }
    // A key closes them again; Right does what Enter does.
    let open = lines.iter().position(|it| matches!(it, Line::Many { .. }));
    stage.model.screen = Screen::List(List::Check, open.unwrap());
    stage.press("<right>");
    assert!(told_lines(stage.work()).len() < lines.len());
}

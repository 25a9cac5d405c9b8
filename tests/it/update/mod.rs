//! What keys do: before, keys, after, with the caret drawn in the text as `▏`. Nothing here looks at the screen.

mod carry;
mod check;
mod kinds;
mod own_keys;
mod parts;
mod scripts;
mod text;
mod twins;
mod undo;
mod way;
mod world;

use pouxi::draft::{
    DimensionKind, Draft, Field, Outline, OutlineCause, OutlineDimension, OutlineFollowUp,
    OutlineMeasure, OutlineProblem, Role, Spot, Status,
};

use crate::reports::{cause, dimension, measure, problem, section};
use crate::stage::{Stage, draft_of, drawn, place, standing_at};

/// Checks what keys make of a text of many lines: the opening of a report.
#[track_caller]
fn check(before: &str, keys: &str, after: &str) {
    let mut stage = at_opening(before);
    stage.press(keys);
    assert_eq!(text_with_caret(&stage), after, "{before:?} after {keys}");
}

/// Checks what keys make of a text of one line: the title of a report.
#[track_caller]
fn check_line(before: &str, keys: &str, after: &str) {
    let (title, caret) = with_caret_taken_out(before);
    let outline = Outline { title, ..report() };
    let mut stage = standing_at(outline, Spot::Text(Field::Title), caret);
    stage.press(keys);
    assert_eq!(text_with_caret(&stage), after, "{before:?} after {keys}");
}

/// Checks where keys lead from the first text of [`report`], the opening; see [`place`].
#[track_caller]
fn check_way(keys: &str, after: &str) {
    let mut stage = Stage::writing(report());
    stage.press(keys);
    assert_eq!(place(&stage.model), after, "after {keys}");
}

/// Checks the notice after keys, from the opening on.
#[track_caller]
fn check_notice(keys: &str, notice: Option<&str>) {
    let mut stage = Stage::writing(report());
    stage.press(keys);
    assert_eq!(stage.model.notice.as_deref(), notice, "after {keys}");
}

/// Checks what keys make of the report, from its opening on. Returns what can be asked further.
#[track_caller]
fn check_draft(keys: &str, is_so: impl FnOnce(&Draft) -> bool) -> Stage {
    let mut stage = Stage::writing(report());
    stage.press(keys);
    let place = place(&stage.model);
    let draft = stage.draft();
    assert!(is_so(draft), "after {keys}: {place}\n{draft:#?}");
    stage
}

/// The report with this opening, the caret where it is drawn.
fn at_opening(opening: &str) -> Stage {
    let (text, caret) = with_caret_taken_out(opening);
    let mut outline = report();
    outline.sections[0].text = text;
    let opening = draft_of(outline.clone()).sections[0].id;
    standing_at(outline, Spot::Text(Field::SectionText(opening)), caret)
}

fn with_caret_taken_out(text: &str) -> (String, usize) {
    let caret = text.find('▏').expect("the caret is drawn");
    (text.replace('▏', ""), caret)
}

fn text_with_caret(stage: &Stage) -> String {
    drawn(stage.work().text(), stage.work().writer.caret)
}

/// A small report with a bit of everything. Its pages: 题目和署名, 开头, 一、上年, 甲1, 甲2, 乙+, （三）丙, 三、因, 四、措, 结尾.
pub(crate) fn report() -> Outline {
    let statement = OutlineDimension {
        kind: DimensionKind::Statement,
        statement: "无".to_owned(),
        ..dimension("丙", Vec::new())
    };
    let whole = OutlineProblem {
        causes: vec![0],
        measures: vec![0],
        ..problem("甲一", &["表", "例"])
    };
    Outline {
        template: "self-review-zh".to_owned(),
        title: "题".to_owned(),
        bylines: vec!["署".to_owned()],
        sections: vec![
            section(Role::Opening, "", "开"),
            section(Role::FollowUp, "上年", ""),
            section(Role::Dimensions, "问题", ""),
            section(Role::Causes, "因", ""),
            section(Role::Measures, "措", ""),
            section(Role::Closing, "", "尾"),
        ],
        dimensions: vec![
            dimension("甲", vec![whole, problem("甲二", &[])]),
            dimension("乙", Vec::new()),
            statement,
        ],
        follow_ups: vec![OutlineFollowUp {
            problem: "旧".to_owned(),
            measure: "办".to_owned(),
            status: Status::Done,
            evidence: String::new(),
            ..OutlineFollowUp::default()
        }],
        causes: vec![
            OutlineCause {
                measures: vec![0],
                ..cause("因一", &[])
            },
            cause("因二", &[]),
        ],
        measures: vec![
            measure("措一", &[], "人", "月"),
            OutlineMeasure {
                status: Status::Underway,
                ..measure("措二", &[], "", "")
            },
        ],
        ..Outline::default()
    }
}

//! The rows: which problem stands with which measure, and what is left out.

use pouxi::draft::{
    Attr, Change, ChangeCause, Edit, Link, Outline, OutlineCause, OutlineMeasure, OutlineProblem,
    Part, PassageKind, Session, Status,
};
use pouxi::export::ledger::{Row, ledger};
use pouxi::locale::Lang;
use proptest::prelude::*;

use crate::outlines::{outline, session_of};
use crate::reports::{dimension, seed};

fn cause(headline: &str, measures: &[usize]) -> OutlineCause {
    OutlineCause {
        headline: headline.to_owned(),
        measures: measures.to_vec(),
        ..OutlineCause::default()
    }
}

fn measure(headline: &str) -> OutlineMeasure {
    OutlineMeasure {
        headline: headline.to_owned(),
        owner: "本人".to_owned(),
        due: "2026年6月底前".to_owned(),
        status: Status::Underway,
        ..OutlineMeasure::default()
    }
}

fn problem(headline: &str, causes: &[usize], measures: &[usize]) -> OutlineProblem {
    OutlineProblem {
        headline: headline.to_owned(),
        body: vec![
            (PassageKind::Detail, "重业务。".to_owned()),
            (PassageKind::Example, "一次没有学完。".to_owned()),
        ],
        causes: causes.to_vec(),
        measures: measures.to_vec(),
        ..OutlineProblem::default()
    }
}

/// Two problems, three causes, four measures: one through a cause, one for the problem itself, one shared, one loose.
pub(super) fn chain() -> Outline {
    Outline {
        template: "mzsh-2025".to_owned(),
        title: "检查材料".to_owned(),
        dimensions: vec![dimension(
            "学习方面",
            vec![
                problem("学习不深", &[0, 1], &[2]),
                problem("调研不够", &[1], &[]),
                problem("作风不实", &[], &[]),
            ],
        )],
        causes: vec![
            cause("要求不严", &[0]),
            cause("宗旨淡化", &[1]),
            cause("没有连上", &[]),
        ],
        measures: vec![
            measure("每周学习"),
            measure("每月调研"),
            measure("写心得"),
            measure("没有问题的措施"),
        ],
        ..Outline::default()
    }
}

fn rows(session: &Session) -> Vec<Row> {
    ledger(session.draft(), "k3m9x2ab", Lang::Zh).rows
}

fn shown(session: &Session) -> Vec<String> {
    let line = |it: &Row| {
        let cells = [&it.problem, &it.cause, &it.measure].map(|it| it.replace('\n', "+"));
        format!("{} {}", it.number, cells.join("|"))
    };
    rows(session).iter().map(line).collect()
}

#[test]
fn a_row_for_each_problem_and_each_measure_that_answers_it() {
    let session = session_of(chain());
    assert_eq!(
        shown(&session),
        [
            "1 学习不深|要求不严|每周学习",
            "2 学习不深|宗旨淡化|每月调研",
            "3 学习不深|要求不严+宗旨淡化|写心得",
            "4 调研不够|宗旨淡化|每月调研",
            "5 作风不实||",
            "6 ||没有问题的措施",
        ]
    );
    let rows = rows(&session);
    assert_eq!(rows[0].dimension, "学习方面");
    assert_eq!(rows[0].details, "重业务。一次没有学完。");
    assert_eq!(rows[0].status, Some(Status::Underway));
    assert_eq!(rows[0].due, "2026年6月底前");
    assert_eq!((rows[4].status, rows[4].key.as_str()), (None, ""));
    let id = session.draft().measures[1].id.0;
    assert_eq!(rows[1].key, format!("k3m9x2ab-{id}"));
    assert_eq!(rows[1].key, rows[3].key, "one measure, two problems");
}

#[test]
fn a_link_made_in_the_draft_is_in_the_ledger() {
    let mut session = session_of(chain());
    let draft = session.draft();
    let (problem, measure) = (draft.dimensions[0].problems[2].id, draft.measures[3].id);
    let change = Change {
        cause: ChangeCause::Structure,
        edits: vec![Edit::Link(Link::ProblemMeasure { problem, measure })],
    };
    let _committed = session.commit(change).expect("both ends exist");
    assert_eq!(shown(&session)[4..], ["5 作风不实||没有问题的措施"]);
}

#[test]
fn what_is_not_to_be_written_is_left_out() {
    let mut session = session_of(chain());
    let draft = session.draft();
    let parts = [
        Part::Examples(draft.dimensions[0].problems[0].id),
        Part::Item(draft.dimensions[0].problems[1].id),
    ];
    for part in parts {
        let now = Attr::NotWritten(part, Some(String::new()));
        let edits = Edit::set(session.draft(), now).into_iter().collect();
        let cause = ChangeCause::Structure;
        let _committed = session.commit(Change { cause, edits }).expect("it exists");
    }
    let shown = shown(&session);
    assert_eq!(shown.len(), 5);
    assert!(shown.iter().all(|it| !it.contains("调研不够")));
    assert_eq!(rows(&session)[0].details, "重业务。");
}

#[test]
fn the_seed_has_all_its_problems_and_measures() {
    let outline = seed();
    let n_problems: usize = outline.dimensions.iter().map(|it| it.problems.len()).sum();
    let n_measures = outline.measures.len();
    let rows = rows(&session_of(outline));
    let problems: std::collections::BTreeSet<_> = rows.iter().map(|it| &it.details).collect();
    let keys: std::collections::BTreeSet<_> = rows.iter().map(|it| &it.key).collect();
    assert!(problems.len() >= n_problems && n_problems > 5, "{rows:#?}");
    assert_eq!(keys.iter().filter(|it| !it.is_empty()).count(), n_measures);
}

proptest! {
    #[test]
    fn every_measure_has_its_rows_and_every_cell_is_clean(outline in outline()) {
        let session = session_of(outline);
        let rows = rows(&session);
        let draft = session.draft();
        for (at, row) in rows.iter().enumerate() {
            prop_assert_eq!(row.number, at + 1);
            for cell in [&row.dimension, &row.problem, &row.details, &row.cause, &row.measure, &row.owner, &row.due, &row.evidence] {
                prop_assert!(!cell.chars().any(|it| it != '\n' && it.is_control()));
                prop_assert_eq!(cell.trim(), cell.as_str());
            }
        }
        for it in &draft.measures {
            let is_out = draft.reason_not_written(Part::Item(it.id)).is_some();
            let has_words = !it.headline.trim().is_empty();
            let key = format!("k3m9x2ab-{}", it.id.0);
            let n = rows.iter().filter(|it| it.key == key).count();
            prop_assert!(!is_out || n == 0);
            prop_assert!(is_out || !has_words || n > 0, "{:?}", it);
        }
    }
}

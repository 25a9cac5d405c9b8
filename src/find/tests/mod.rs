//! Drafts for the tests of this layer. What must hold is said by its modules.

mod properties;
mod tables;

use crate::draft::{
    Change, ChangeCause, DimensionKind, Draft, Outline, OutlineDimension, OutlineMeasure,
    OutlineProblem, OutlineSection, PassageKind, Role,
};

/// What the tests write into a draft.
#[derive(Clone, Debug, Default)]
struct Words {
    title: String,
    opening: String,
    headline: String,
    /// The passages of one problem.
    body: Vec<String>,
    /// The passages of one measure.
    measure: Vec<String>,
    due: String,
    set_aside: String,
}

/// Returns a draft of these words.
fn draft(words: Words) -> Draft {
    let body = |passages: Vec<String>| {
        let detail = |it| (PassageKind::Detail, it);
        passages.into_iter().map(detail).collect()
    };
    let opening = OutlineSection {
        role: Role::Opening,
        title: String::new(),
        text: words.opening,
        not_written: None,
    };
    let problem = OutlineProblem {
        headline: words.headline,
        body: body(words.body),
        ..OutlineProblem::default()
    };
    let dimension = OutlineDimension {
        kind: DimensionKind::Review,
        title: "方面".to_owned(),
        lead_in: String::new(),
        statement: String::new(),
        problems: vec![problem],
        not_written: None,
    };
    let outline = Outline {
        title: words.title,
        sections: vec![opening],
        dimensions: vec![dimension],
        measures: vec![OutlineMeasure {
            body: body(words.measure),
            due: words.due,
            ..OutlineMeasure::default()
        }],
        set_aside: vec![(String::new(), words.set_aside)],
        ..Outline::default()
    };
    let change = outline.into_change(&Draft::default(), ChangeCause::Import);
    after(&Draft::default(), &change)
}

/// Returns a draft with these passages and nothing else.
fn body(passages: &[&str]) -> Draft {
    draft(Words {
        body: passages.iter().map(|it| (*it).to_owned()).collect(),
        ..Words::default()
    })
}

/// Returns a draft after a change.
fn after(draft: &Draft, change: &Change) -> Draft {
    let mut draft = draft.clone();
    draft.apply(change).unwrap();
    draft
}

/// Returns the passages of the problem.
fn passages(draft: &Draft) -> Vec<&str> {
    let problem = draft.problems().next().unwrap();
    problem.body.iter().map(|it| it.text.as_str()).collect()
}

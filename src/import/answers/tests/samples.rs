//! Any outline that a report can have: what an answer file must carry.

use proptest::prelude::*;

use crate::draft::{
    Branch, DimensionKind, Outline, OutlineCause, OutlineDimension, OutlineFollowUp,
    OutlineMeasure, OutlineProblem, OutlineSection, PassageKind, Role, Status,
};
use crate::import::answers::keys;
use crate::template::{self, Template};

/// Texts with all that JSON and files make difficult, but for control characters.
fn words() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => prop::sample::select(vec!['题', '，', '“', '”', '"', '\\', '/', '\n', '\t', ' ', '　', '{', '😀', '\u{feff}']),
        1 => any::<char>().prop_filter("no control characters", |it| !it.is_control()),
    ];
    prop::collection::vec(sign, 0..12).prop_map(|it| it.into_iter().collect())
}

fn line() -> impl Strategy<Value = String> {
    words().prop_map(|it| it.replace('\n', ""))
}

fn reason() -> impl Strategy<Value = Option<String>> {
    prop::option::weighted(0.2, words())
}

fn body() -> impl Strategy<Value = Vec<(PassageKind, String)>> {
    let kind = prop::sample::select(vec![PassageKind::Detail, PassageKind::Example]);
    prop::collection::vec((kind, words()), 0..4)
}

fn status() -> impl Strategy<Value = Status> {
    prop::sample::select(keys::STATUSES).prop_map(|(_, it)| it)
}

/// Some of the first `count` places, each at most once.
fn places(count: usize) -> impl Strategy<Value = Vec<usize>> {
    prop::sample::subsequence((0..count).collect::<Vec<_>>(), 0..=count).prop_shuffle()
}

fn cause(n_measures: usize) -> impl Strategy<Value = OutlineCause> {
    (line(), body(), places(n_measures)).prop_map(|(headline, body, measures)| OutlineCause {
        headline,
        body,
        measures,
    })
}

fn measure() -> impl Strategy<Value = OutlineMeasure> {
    (line(), body(), line(), line(), status(), words()).prop_map(
        |(headline, body, owner, due, status, evidence)| OutlineMeasure {
            headline,
            body,
            owner,
            due,
            status,
            evidence,
        },
    )
}

fn problem(n_causes: usize, n_measures: usize) -> impl Strategy<Value = OutlineProblem> {
    let reasons = (reason(), reason(), reason(), reason());
    (
        line(),
        body(),
        places(n_causes),
        places(n_measures),
        reasons,
    )
        .prop_map(
            |(
                headline,
                body,
                causes,
                measures,
                (not_written, no_examples, no_causes, no_measures),
            )| OutlineProblem {
                headline,
                body,
                causes,
                measures,
                not_written,
                no_examples,
                no_causes,
                no_measures,
            },
        )
}

fn dimension(n_causes: usize, n_measures: usize) -> impl Strategy<Value = OutlineDimension> {
    let problems = prop::collection::vec(problem(n_causes, n_measures), 0..3);
    (any::<bool>(), line(), words(), problems, reason()).prop_map(
        |(statement, title, text, problems, not_written)| {
            if statement {
                let kind = DimensionKind::Statement;
                let (lead_in, problems) = (String::new(), Vec::new());
                OutlineDimension {
                    kind,
                    title,
                    lead_in,
                    statement: text,
                    problems,
                    not_written,
                }
            } else {
                let kind = DimensionKind::Review;
                OutlineDimension {
                    kind,
                    title,
                    lead_in: text,
                    statement: String::new(),
                    problems,
                    not_written,
                }
            }
        },
    )
}

/// Tells whether a section has a text of its own as most reports have it.
fn has_own_text(role: Role) -> bool {
    matches!(
        role,
        Role::Opening | Role::FollowUp | Role::Case | Role::Closing
    )
}

/// The sections of a template with some words put in, now and then where most reports have none; or any others.
fn sections(template: &'static Template) -> impl Strategy<Value = Vec<OutlineSection>> {
    let change = (
        prop::option::weighted(0.1, line()),
        (
            prop::option::of(words()),
            prop::option::weighted(0.05, words()),
        ),
        prop::option::weighted(0.02, words()),
    );
    let own = prop::collection::vec(change, template.sections.len()).prop_map(move |it| {
        let sections = template.sections.iter().zip(it);
        sections
            .map(|(spec, (title, (own, rare), not_written))| OutlineSection {
                role: spec.role,
                title: title.unwrap_or_else(|| spec.title.clone()),
                text: if has_own_text(spec.role) { own } else { rare }.unwrap_or_default(),
                not_written,
            })
            .collect()
    });
    let roles: Vec<Role> = keys::ROLES
        .iter()
        .map(|(_, it)| *it)
        .chain([Role::Text, Role::Text])
        .collect();
    let any = prop::sample::subsequence(roles, 0..=10)
        .prop_shuffle()
        .prop_flat_map(|roles| {
            let n_roles = roles.len();
            let rest = prop::collection::vec((line(), words(), reason()), n_roles);
            (Just(roles), rest).prop_map(|(roles, rest)| {
                let sections = roles.into_iter().zip(rest);
                sections
                    .map(|(role, (title, text, not_written))| OutlineSection {
                        role,
                        title,
                        text,
                        not_written,
                    })
                    .collect()
            })
        });
    prop_oneof![own, any]
}

pub(super) fn outline() -> impl Strategy<Value = Outline> {
    let template = prop::sample::select(template::built_in());
    let size = (0_usize..4, 0_usize..4);
    (template, size).prop_flat_map(|(template, (n_causes, n_measures))| {
        let follow_up = (words(), words(), status(), words()).prop_map(
            |(problem, measure, status, evidence)| OutlineFollowUp {
                problem,
                measure,
                status,
                evidence,
                origin: None,
            },
        );
        (
            (line(), prop::collection::vec(line(), 0..3)),
            sections(template::find(&template.id).expect("built in")),
            prop::collection::vec(dimension(n_causes, n_measures), 0..4),
            prop::collection::vec(follow_up, 0..3),
            prop::collection::vec(cause(n_measures), n_causes),
            prop::collection::vec(measure(), n_measures),
            prop::collection::vec((words(), words()), 0..2),
            prop::collection::btree_map("[a-z“题-]{0,4}", any::<bool>(), 0..3),
        )
            .prop_map(
                move |(
                    (title, bylines),
                    sections,
                    dimensions,
                    follow_ups,
                    causes,
                    measures,
                    set_aside,
                    branches,
                )| Outline {
                    branches: (branches.into_iter())
                        .map(|(key, open)| Branch { key, open })
                        .collect(),
                    template: template.id.clone(),
                    title,
                    bylines,
                    sections,
                    dimensions,
                    follow_ups,
                    causes,
                    measures,
                    set_aside,
                    earlier: None,
                    no_count: None,
                    silences: Vec::new(),
                },
            )
    })
}

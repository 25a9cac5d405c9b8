//! The names an answer file is made of. A test compares them with the published schema.

use crate::draft::{Role, Status};

pub(super) const FILE: &[&str] = &[
    "template",
    "title",
    "bylines",
    "headings",
    "branches",
    "sections",
    "opening",
    "follow_up",
    "dimensions",
    "case",
    "causes",
    "measures",
    "closing",
    "set_aside",
];
pub(super) const HEADINGS: &[&str] = &["follow_up", "dimensions", "case", "causes", "measures"];
pub(super) const SECTION: &[&str] = &["role", "title", "text", "not_written"];
pub(super) const FOLLOW_UP: &[&str] = &["text", "items", "no_count"];
pub(super) const FOLLOW_UP_ITEM: &[&str] = &["problem", "measure", "status", "evidence"];
pub(super) const DIMENSION: &[&str] = &["title", "lead_in", "problems", "statement", "not_written"];
pub(super) const PROBLEM: &[&str] = &[
    "headline",
    "body",
    "detail",
    "examples",
    "causes",
    "measures",
    "not_written",
    "no_examples",
    "no_causes",
    "no_measures",
];
pub(super) const CAUSE: &[&str] = &["key", "headline", "body", "detail", "examples", "measures"];
pub(super) const MEASURE: &[&str] = &[
    "key", "headline", "body", "detail", "examples", "owner", "due", "status", "evidence",
];
pub(super) const PASSAGE: &[&str] = &["detail", "example"];
pub(super) const SET_ASIDE: &[&str] = &["origin", "text"];

/// The words for how far something has come.
pub(super) const STATUSES: &[(&str, Status)] = &[
    ("open", Status::Open),
    ("underway", Status::Underway),
    ("ongoing", Status::Ongoing),
    ("done", Status::Done),
    ("closed", Status::Closed),
    ("unfinished", Status::Unfinished),
];

/// The words for what a section is for.
pub(super) const ROLES: &[(&str, Role)] = &[
    ("opening", Role::Opening),
    ("follow_up", Role::FollowUp),
    ("dimensions", Role::Dimensions),
    ("case", Role::Case),
    ("causes", Role::Causes),
    ("measures", Role::Measures),
    ("closing", Role::Closing),
    ("text", Role::Text),
];

/// Returns the word for a value.
pub(super) fn word<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words
        .iter()
        .find(|(_, it)| it == value)
        .map(|(word, _)| *word)
        .expect("every status and every role has a word, by a test")
}

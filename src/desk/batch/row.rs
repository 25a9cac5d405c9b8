//! [`Row`]: a report in the table of a batch, and which comes first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::check::rubric::Score;
use crate::check::{Finding, Whole, paragraphs};
use crate::desk::import::Origin;
use crate::desk::reviewing::{self, Checked, Counts, Standards};
use crate::desk::{characters, template_of};
use crate::draft::{Draft, Part, Role};

/// What is said of one report.
#[derive(Clone, Debug)]
pub struct Row {
    /// What tells it from the others: the name of its file, with `#2` for the second text in it; the id of a draft.
    pub name: String,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Its title; may be empty.
    pub title: String,
    /// The id of the template it was read by.
    pub template: String,
    /// Its 字.
    pub characters: usize,
    /// The parts that hold words, in the order of the template.
    pub present: Vec<Role>,
    /// The parts that the template wants and that hold no word, in the order of the template.
    pub missing: Vec<Role>,
    /// Its findings by severity, without those silenced.
    pub counts: Counts,
    /// Its findings by rule, by name.
    pub rules: Vec<(&'static str, usize)>,
    /// The report it resembles most.
    pub nearest: Option<Nearest>,
    /// Its points, if a rubric was chosen.
    pub score: Option<Score>,
}

/// The report another resembles most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Which, by its place in the table.
    pub row: usize,
    /// How much, in percent.
    pub percent: usize,
}

impl Row {
    /// Reviews a report as [`check`](reviewing::check) does.
    pub(super) fn of(
        standards: &Standards<'_>,
        name: String,
        draft: &Draft,
        origin: Option<&Origin>,
    ) -> Self {
        let Checked { told, score, .. } = reviewing::check(standards, draft, origin, None);
        let (findings, is_draft) = (told, origin.is_none());
        let (present, missing) = parts(draft);
        Self {
            name,
            is_draft,
            title: draft.title.clone(),
            template: draft.template.clone(),
            characters: characters(draft),
            present,
            missing,
            counts: Counts::of(&findings),
            rules: by_rule(&findings),
            nearest: None,
            score,
        }
    }

    /// Returns what the table is sorted by: what needs attention comes first.
    pub(super) fn order(&self) -> impl Ord + use<> {
        let alike = self.nearest.map_or(0, |it| it.percent);
        (
            Reverse(self.counts.error + self.missing.len()),
            Reverse(alike),
            Reverse(self.counts.warn),
            self.name.clone(),
        )
    }
}

fn by_rule(findings: &[Finding]) -> Vec<(&'static str, usize)> {
    let mut sums: BTreeMap<&'static str, usize> = BTreeMap::new();
    for it in findings {
        *sums.entry(it.rule).or_default() += 1;
    }
    sums.into_iter().collect()
}

/// Returns the parts of the template that hold words, and those that it wants and that do not. A part that the writer
/// decided not to write is neither.
fn parts(draft: &Draft) -> (Vec<Role>, Vec<Role>) {
    use crate::check::Kind;
    let with_words: Vec<Role> = paragraphs(draft)
        .iter()
        .filter(|it| !matches!(it.kind, Kind::SectionTitle(_) | Kind::DimensionTitle))
        .filter(|it| it.text.chars().any(char::is_alphanumeric))
        .filter_map(|it| Whole::role_of(it.kind))
        .collect();
    let (mut present, mut missing) = (Vec::new(), Vec::new());
    for spec in &template_of(draft).sections {
        let is_left_out = (draft.section_of(spec.role))
            .is_some_and(|it| draft.reason_not_written(Part::Item(it.id)).is_some());
        if present.contains(&spec.role) || missing.contains(&spec.role) {
            continue;
        }
        if with_words.contains(&spec.role) {
            present.push(spec.role);
        } else if spec.required && !is_left_out {
            missing.push(spec.role);
        }
    }
    (present, missing)
}

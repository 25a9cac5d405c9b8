//! [`Facts`]: what a rubric goes by, counted once. Judges nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{At, Finding, Kind, Paragraph, RULES, Rulebook, Whole, paragraphs};
use crate::draft::{DimensionKind, Draft, Link, Problem, Role};

use super::Counted;

/// What is known of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The rule of each finding that is told, and the section it is in.
    pub findings: Vec<(&'static str, Option<Role>)>,
    /// Rules that could find nothing here, whatever the report says: they are off, they are for another language, or
    /// what they go by (links, earlier reports) is not there.
    pub unasked: BTreeSet<&'static str>,
    /// Sections that hold words of their own, headings aside.
    pub with_words: BTreeSet<Role>,
    /// Characters without blanks, by section.
    pub characters: BTreeMap<Role, usize>,
    /// How many there are of each.
    pub counts: BTreeMap<Counted, usize>,
}

impl Facts {
    /// Gathers what is known of a report and of what is told of it.
    pub fn of(book: &Rulebook<'_>, draft: &Draft, told: &[Finding]) -> Self {
        let paragraphs = paragraphs(draft);
        let whole = Whole::of(book, draft, &paragraphs, &[], Vec::new());
        let mut facts = Self {
            findings: (told.iter())
                .map(|it| (it.rule, role_of(&paragraphs, &it.at)))
                .collect(),
            unasked: unasked(book, draft),
            ..Self::default()
        };
        for it in &paragraphs {
            let Some(role) = Whole::role_of(it.kind) else {
                continue;
            };
            *facts.characters.entry(role).or_default() += it.characters();
            if !matches!(it.kind, Kind::SectionTitle(_) | Kind::DimensionTitle) {
                facts.with_words.insert(role);
            }
        }
        let dimensions = || {
            let is_left_out = |it| crate::check::paragraph::is_left_out(draft, it);
            draft
                .dimensions
                .iter()
                .filter(move |it| !is_left_out(it.id))
        };
        let examples = whole.problems().flat_map(Problem::examples);
        facts.counts = BTreeMap::from([
            (Counted::Characters, whole.characters(|_| true)),
            (
                Counted::Dimensions,
                dimensions()
                    .filter(|it| it.kind == DimensionKind::Review)
                    .count(),
            ),
            (
                Counted::Statements,
                paragraphs
                    .iter()
                    .filter(|it| it.kind == Kind::Statement && it.is_last)
                    .count(),
            ),
            (
                Counted::Problems,
                whole
                    .problems()
                    .filter(|it| whole.first_of(it.id).is_some())
                    .count(),
            ),
            (
                Counted::Examples,
                examples.filter(|it| !it.is_blank()).count(),
            ),
            (Counted::Causes, whole.causes().count()),
            (Counted::Measures, whole.measures().count()),
        ]);
        facts
    }

    /// Returns how many there are of something.
    pub fn count(&self, of: Counted) -> usize {
        self.counts.get(&of).copied().unwrap_or_default()
    }
}

fn role_of(paragraphs: &[Paragraph<'_>], at: &At) -> Option<Role> {
    let here = paragraphs.iter().find(|it| match at {
        At::Report => false,
        At::Item(id) => it.item == Some(*id),
        At::Text(field, range) => it.offset(*field, range.start).is_some(),
    });
    here.and_then(|it| Whole::role_of(it.kind))
}

/// Returns the rules that can find nothing here.
fn unasked(book: &Rulebook<'_>, draft: &Draft) -> BTreeSet<&'static str> {
    let links_causes = (draft.links.iter()).any(|it| matches!(it, Link::ProblemCause { .. }));
    let links_measures = (draft.links.iter())
        .any(|it| matches!(it, Link::CauseMeasure { .. } | Link::ProblemMeasure { .. }));
    let lacks_ground = |name: &str| match name {
        "problem-without-cause" => !links_causes,
        "cause-without-measure" | "measure-without-cause" => !links_measures,
        "similar-to-earlier" => book.others.is_none_or(crate::check::Others::is_empty),
        "missing-dimension" => book.template.year.is_none(),
        "length" => book.template.length.is_none(),
        _ => false,
    };
    let mute = RULES
        .iter()
        .filter(|it| book.severity(it).is_none() || lacks_ground(it.name));
    mute.map(|it| it.name).collect()
}

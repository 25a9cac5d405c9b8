//! [`Whole`]: a report with everything the rules over it need, gathered once.

use std::collections::HashMap;

use crate::draft::{Cause, Draft, ItemId, Link, Measure, Part, Problem, Role};

use super::seen::Sign;
use super::sentence::first_end;
use super::{At, Kind, Marks, Of, Ordinal, Paragraph, Rulebook};

/// The report as the rules over all of it see it.
#[derive(Debug)]
pub struct Whole<'a> {
    /// What the rules go by.
    pub book: &'a Rulebook<'a>,
    /// The report.
    pub draft: &'a Draft,
    /// Its paragraphs in the order of the report, without those left out.
    pub paragraphs: &'a [Paragraph<'a>],
    /// How the file it came from numbered it, in order; nothing for a draft.
    pub ordinals: &'a [Ordinal],
    /// What is remembered of each paragraph; nothing where nobody asks.
    marks: Vec<&'a Marks>,
    /// The first paragraph of each item.
    firsts: HashMap<ItemId, usize>,
}

impl<'a> Whole<'a> {
    /// Returns a report as the rules over it see it, with what is remembered of each paragraph.
    pub(super) fn of(
        book: &'a Rulebook<'a>,
        draft: &'a Draft,
        paragraphs: &'a [Paragraph<'a>],
        ordinals: &'a [Ordinal],
        marks: Vec<&'a Marks>,
    ) -> Self {
        let mut firsts = HashMap::with_capacity(paragraphs.len());
        for (idx, it) in paragraphs.iter().enumerate() {
            if let Some(id) = it.item {
                firsts.entry(id).or_insert(idx);
            }
        }
        Self {
            book,
            draft,
            paragraphs,
            ordinals,
            marks,
            firsts,
        }
    }

    /// Returns every paragraph with what is remembered of it.
    pub(super) fn marked(&self) -> impl Iterator<Item = (&'a Paragraph<'a>, &'a Marks)> + '_ {
        self.paragraphs.iter().zip(self.marks.iter().copied())
    }

    /// Tells whether the headline or the body of an item shows something.
    pub(super) fn shows(&self, id: ItemId, sign: Sign) -> bool {
        let Some(first) = self.first_of(id) else {
            return false;
        };
        let paragraphs = self.paragraphs.get(first..).unwrap_or_default();
        let marks = self.marks.get(first..).unwrap_or_default();
        let own = (paragraphs.iter().zip(marks)).take_while(|it| it.0.item == Some(id));
        own.filter(|it| matches!(it.0.kind, Kind::Headline(_) | Kind::Body(_)))
            .any(|it| it.1.shows(sign))
    }

    /// Returns the first paragraph of an item, by its place.
    pub(super) fn first_of(&self, id: ItemId) -> Option<usize> {
        self.firsts.get(&id).copied()
    }

    /// Returns the problems that are to be written, in order.
    pub fn problems(&self) -> impl Iterator<Item = &'a Problem> {
        self.draft
            .dimensions
            .iter()
            .filter(|it| !super::paragraph::is_left_out(self.draft, it.id))
            .flat_map(|it| &it.problems)
            .filter(|it| !super::paragraph::is_left_out(self.draft, it.id))
    }

    /// Returns the measures that hold words, in order.
    pub fn measures(&self) -> impl Iterator<Item = &'a Measure> {
        let is_here = self.is_printed(Role::Measures);
        let measures = self.draft.measures.iter().filter(move |_| is_here);
        measures.filter(|it| self.first_of(it.id).is_some())
    }

    /// Returns the causes that hold words, in order.
    pub fn causes(&self) -> impl Iterator<Item = &'a Cause> {
        let is_here = self.is_printed(Role::Causes);
        let causes = self.draft.causes.iter().filter(move |_| is_here);
        causes.filter(|it| self.first_of(it.id).is_some())
    }

    /// Tells whether any problem is linked to a cause: without such a link nobody has begun to link them.
    pub fn links_causes(&self) -> bool {
        let mut links = self.draft.links.iter();
        links.any(|it| matches!(it, Link::ProblemCause { .. }))
    }

    /// Tells whether any measure is linked.
    pub fn links_measures(&self) -> bool {
        let mut links = self.draft.links.iter();
        links.any(|it| matches!(it, Link::CauseMeasure { .. } | Link::ProblemMeasure { .. }))
    }

    /// Tells whether the writer decided not to write a part.
    pub fn is_left_out(&self, part: Part) -> bool {
        self.draft.reason_not_written(part).is_some()
    }

    /// Tells whether the section of a role is printed, or the report has none.
    fn is_printed(&self, role: Role) -> bool {
        let section = self.draft.section_of(role);
        section.is_none_or(|it| !self.is_left_out(Part::Item(it.id)))
    }

    /// Returns where the words of an item begin: its headline, else its first sentence. `None` if it has none.
    pub fn start_of(&self, id: ItemId) -> Option<At> {
        let first = self.paragraphs.get(self.first_of(id)?)?;
        Some(first.at(0..first_end(&first.text)))
    }

    /// Returns the 字 of the paragraphs that `which` takes: characters without blanks.
    pub fn characters(&self, which: impl Fn(Kind) -> bool) -> usize {
        self.paragraphs
            .iter()
            .filter(|it| which(it.kind))
            .map(Paragraph::characters)
            .sum()
    }

    /// Returns the section a paragraph is printed in.
    pub fn role_of(kind: Kind) -> Option<Role> {
        match kind {
            Kind::Title | Kind::Byline => None,
            Kind::SectionTitle(role) | Kind::SectionText(role) => Some(role),
            Kind::DimensionTitle | Kind::LeadIn | Kind::Statement => Some(Role::Dimensions),
            Kind::Headline(of) | Kind::Body(of) => Some(match of {
                Of::Problem => Role::Dimensions,
                Of::Cause => Role::Causes,
                Of::Measure => Role::Measures,
            }),
            Kind::Owner | Kind::Due | Kind::MeasureEvidence => Some(Role::Measures),
            Kind::FollowUpProblem | Kind::FollowUpMeasure | Kind::FollowUpEvidence => {
                Some(Role::FollowUp)
            }
        }
    }
}

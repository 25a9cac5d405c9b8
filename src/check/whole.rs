//! [`Whole`]: a report with everything the rules over it need, gathered once.

use crate::draft::{Cause, Draft, ItemId, Link, Measure, Part, Problem, Role};

use super::sentence::sentences;
use super::{At, Kind, Of, Ordinal, Paragraph, Rulebook};

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
}

impl<'a> Whole<'a> {
    /// Returns a report as the rules over it see it.
    pub fn of(
        book: &'a Rulebook<'a>,
        draft: &'a Draft,
        paragraphs: &'a [Paragraph<'a>],
        ordinals: &'a [Ordinal],
    ) -> Self {
        Self {
            book,
            draft,
            paragraphs,
            ordinals,
        }
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
        measures.filter(|it| self.start_of(it.id).is_some())
    }

    /// Returns the causes that hold words, in order.
    pub fn causes(&self) -> impl Iterator<Item = &'a Cause> {
        let is_here = self.is_printed(Role::Causes);
        let causes = self.draft.causes.iter().filter(move |_| is_here);
        causes.filter(|it| self.start_of(it.id).is_some())
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
        let first = self.paragraphs.iter().find(|it| it.item == Some(id))?;
        let end = sentences(&first.text).first().map_or(0, |it| it.end);
        Some(first.at(0..end))
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

//! The address of every editable text. Only [`Draft::text`] and its mutable twin match on it.

use serde::{Deserialize, Serialize};

use super::{Cause, Dimension, Draft, ItemId, Measure, Passage, Problem};

/// Address of an editable text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Title of the report.
    Title,
    /// A line under the title.
    Byline(ItemId),
    /// Title of a section.
    SectionTitle(ItemId),
    /// Own text of a section.
    SectionText(ItemId),
    /// Title of a dimension.
    DimensionTitle(ItemId),
    /// Paragraph before the first problem of a dimension.
    LeadIn(ItemId),
    /// Statement of a dimension that asks for one.
    Statement(ItemId),
    /// Headline of a problem, a cause or a measure.
    Headline(ItemId),
    /// A passage of a body.
    Passage(ItemId),
    /// Who answers for a measure.
    Owner(ItemId),
    /// By when a measure is due.
    Due(ItemId),
    /// What shows that a measure or a promise of last year was kept.
    Evidence(ItemId),
    /// Last year's problem of a follow-up item.
    FollowUpProblem(ItemId),
    /// Last year's measure of a follow-up item.
    FollowUpMeasure(ItemId),
    /// A text set aside.
    SetAside(ItemId),
}

impl Field {
    /// Returns the item the text belongs to; the title belongs to none.
    pub fn item(self) -> Option<ItemId> {
        match self {
            Self::Title => None,
            Self::Byline(id)
            | Self::SectionTitle(id)
            | Self::SectionText(id)
            | Self::DimensionTitle(id)
            | Self::LeadIn(id)
            | Self::Statement(id)
            | Self::Headline(id)
            | Self::Passage(id)
            | Self::Owner(id)
            | Self::Due(id)
            | Self::Evidence(id)
            | Self::FollowUpProblem(id)
            | Self::FollowUpMeasure(id)
            | Self::SetAside(id) => Some(id),
        }
    }

    /// Tells whether the text is one line by nature: Enter in it goes on instead of making a new line.
    pub fn is_single_line(self) -> bool {
        match self {
            Self::Title
            | Self::Byline(_)
            | Self::SectionTitle(_)
            | Self::DimensionTitle(_)
            | Self::Headline(_)
            | Self::Owner(_)
            | Self::Due(_) => true,
            Self::SectionText(_)
            | Self::LeadIn(_)
            | Self::Statement(_)
            | Self::Passage(_)
            | Self::Evidence(_)
            | Self::FollowUpProblem(_)
            | Self::FollowUpMeasure(_)
            | Self::SetAside(_) => false,
        }
    }
}

impl Draft {
    /// Returns the text at `field`; `None` if its item does not exist.
    pub fn text(&self, field: Field) -> Option<&str> {
        let text = match field {
            Field::Title => &self.title,
            Field::Byline(id) => &self.bylines.iter().find(|it| it.id == id)?.text,
            Field::SectionTitle(id) => &self.section(id)?.title,
            Field::SectionText(id) => &self.section(id)?.text,
            Field::DimensionTitle(id) => &self.dimension(id)?.title,
            Field::LeadIn(id) => &self.dimension(id)?.lead_in,
            Field::Statement(id) => &self.dimension(id)?.statement,
            Field::Headline(id) => (self.problem(id).map(|it| &it.headline))
                .or_else(|| self.cause(id).map(|it| &it.headline))
                .or_else(|| self.measure(id).map(|it| &it.headline))?,
            Field::Passage(id) => &self.passage(id)?.1.text,
            Field::Owner(id) => &self.measure(id)?.owner,
            Field::Due(id) => &self.measure(id)?.due,
            Field::Evidence(id) => (self.measure(id).map(|it| &it.evidence)).or_else(|| {
                self.follow_ups
                    .iter()
                    .find(|it| it.id == id)
                    .map(|it| &it.evidence)
            })?,
            Field::FollowUpProblem(id) => &self.follow_ups.iter().find(|it| it.id == id)?.problem,
            Field::FollowUpMeasure(id) => &self.follow_ups.iter().find(|it| it.id == id)?.measure,
            Field::SetAside(id) => &self.set_aside.iter().find(|it| it.id == id)?.text,
        };
        Some(text)
    }

    /// Returns the text at `field` for an edit to change.
    pub(super) fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        let text = match field {
            Field::Title => &mut self.title,
            Field::Byline(id) => &mut self.bylines.iter_mut().find(|it| it.id == id)?.text,
            Field::SectionTitle(id) => &mut self.sections.iter_mut().find(|it| it.id == id)?.title,
            Field::SectionText(id) => &mut self.sections.iter_mut().find(|it| it.id == id)?.text,
            Field::DimensionTitle(id) => &mut self.dimension_mut(id)?.title,
            Field::LeadIn(id) => &mut self.dimension_mut(id)?.lead_in,
            Field::Statement(id) => &mut self.dimension_mut(id)?.statement,
            Field::Headline(id) => self.headline_mut(id)?,
            Field::Passage(id) => &mut self.passage_mut(id)?.text,
            Field::Owner(id) => &mut self.measure_mut(id)?.owner,
            Field::Due(id) => &mut self.measure_mut(id)?.due,
            Field::Evidence(id) => match self.measures.iter().position(|it| it.id == id) {
                Some(at) => &mut self.measures.get_mut(at)?.evidence,
                None => &mut self.follow_ups.iter_mut().find(|it| it.id == id)?.evidence,
            },
            Field::FollowUpProblem(id) => {
                &mut self.follow_ups.iter_mut().find(|it| it.id == id)?.problem
            }
            Field::FollowUpMeasure(id) => {
                &mut self.follow_ups.iter_mut().find(|it| it.id == id)?.measure
            }
            Field::SetAside(id) => &mut self.set_aside.iter_mut().find(|it| it.id == id)?.text,
        };
        Some(text)
    }

    pub(super) fn dimension_mut(&mut self, id: ItemId) -> Option<&mut Dimension> {
        self.dimensions.iter_mut().find(|it| it.id == id)
    }

    fn problem_mut(&mut self, id: ItemId) -> Option<&mut Problem> {
        self.dimensions
            .iter_mut()
            .flat_map(|it| &mut it.problems)
            .find(|it| it.id == id)
    }

    fn cause_mut(&mut self, id: ItemId) -> Option<&mut Cause> {
        self.causes.iter_mut().find(|it| it.id == id)
    }

    pub(super) fn measure_mut(&mut self, id: ItemId) -> Option<&mut Measure> {
        self.measures.iter_mut().find(|it| it.id == id)
    }

    fn headline_mut(&mut self, id: ItemId) -> Option<&mut String> {
        if self.problem(id).is_some() {
            self.problem_mut(id).map(|it| &mut it.headline)
        } else if self.cause(id).is_some() {
            self.cause_mut(id).map(|it| &mut it.headline)
        } else {
            self.measure_mut(id).map(|it| &mut it.headline)
        }
    }

    pub(super) fn body_mut(&mut self, owner: ItemId) -> Option<&mut Vec<Passage>> {
        if self.problem(owner).is_some() {
            self.problem_mut(owner).map(|it| &mut it.body)
        } else if self.cause(owner).is_some() {
            self.cause_mut(owner).map(|it| &mut it.body)
        } else {
            self.measure_mut(owner).map(|it| &mut it.body)
        }
    }

    pub(super) fn passage_mut(&mut self, id: ItemId) -> Option<&mut Passage> {
        let owner = self.passage(id)?.0;
        self.body_mut(owner)?.iter_mut().find(|it| it.id == id)
    }
}

//! Pages: what is asked together. A problem is a page, a section without problems is a page.

use crate::draft::{DimensionKind, Draft, Field, ItemId, Part, ProblemAt, Role, Spot};
use crate::template::Template;

use super::{Choice, Stop, questions};

/// What is asked together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// The title and the lines under it.
    Front,
    /// A section with all that belongs to it, except the one of the dimensions.
    Section(ItemId),
    /// A dimension that asks for a statement.
    Statement(ItemId),
    /// A problem with its examples, causes and measures.
    Problem(ProblemAt),
    /// The texts set aside.
    SetAside,
}

impl Page {
    /// Returns the dimension the page belongs to.
    pub fn dimension(self, draft: &Draft) -> Option<ItemId> {
        match self {
            Self::Statement(id) | Self::Problem(ProblemAt::NewIn(id)) => Some(id),
            Self::Problem(ProblemAt::Known(problem)) => {
                draft.dimension_with(problem).map(|it| it.id)
            }
            Self::Front | Self::Section(_) | Self::SetAside => None,
        }
    }

    /// Returns the part the writer may decide not to write here.
    pub fn part(self, draft: &Draft) -> Option<Part> {
        match self {
            Self::Section(id) => Some(Part::Item(id)),
            Self::Statement(_) | Self::Problem(_) => self.dimension(draft).map(Part::Item),
            Self::Front | Self::SetAside => None,
        }
    }

    /// Tells whether the page can still be shown.
    pub fn exists(self, draft: &Draft) -> bool {
        match self {
            Self::Front => true,
            Self::Section(id) => draft.section(id).is_some(),
            Self::Statement(id) | Self::Problem(ProblemAt::NewIn(id)) => {
                draft.dimension(id).is_some()
            }
            Self::Problem(ProblemAt::Known(id)) => draft.problem(id).is_some(),
            Self::SetAside => !draft.set_aside.is_empty(),
        }
    }
}

/// Returns every page in the order of the report. A dimension without problems has the page of a new one.
pub fn pages(draft: &Draft) -> Vec<Page> {
    let mut pages = vec![Page::Front];
    for section in &draft.sections {
        if section.role == Role::Dimensions {
            push_dimensions(draft, &mut pages);
        } else {
            pages.push(Page::Section(section.id));
        }
    }
    if draft.section_of(Role::Dimensions).is_none() {
        push_dimensions(draft, &mut pages);
    }
    if !draft.set_aside.is_empty() {
        pages.push(Page::SetAside);
    }
    pages
}

/// Tells whether whoever walks on passes over a page: an answer closed its part, and it does not ask for the answer.
pub fn is_passed_over(template: &Template, draft: &Draft, page: Page) -> bool {
    let Some(part) = page.part(draft).map(Part::item) else {
        return false;
    };
    template.is_closed(draft, part)
        && !(questions(template, draft, page, None).iter())
            .any(|it| it.stop == Stop::Choose(Choice::Branch(part)))
}

fn push_dimensions(draft: &Draft, pages: &mut Vec<Page>) {
    for dimension in &draft.dimensions {
        match dimension.kind {
            DimensionKind::Statement => pages.push(Page::Statement(dimension.id)),
            DimensionKind::Review if dimension.problems.is_empty() => {
                pages.push(Page::Problem(ProblemAt::NewIn(dimension.id)));
            }
            DimensionKind::Review => {
                pages.extend(
                    dimension
                        .problems
                        .iter()
                        .map(|it| Page::Problem(ProblemAt::Known(it.id))),
                );
            }
        }
    }
}

/// Returns the page on which a spot is asked for: of a cause or a measure, the page of its section.
/// `None` if the spot's surroundings are gone.
pub fn page_of(draft: &Draft, spot: Spot) -> Option<Page> {
    match spot {
        Spot::NewByline => Some(Page::Front),
        Spot::NewFollowUp(_) => section_page(draft, Role::FollowUp),
        Spot::NewHeadline(dimension) => Some(Page::Problem(ProblemAt::NewIn(dimension))),
        Spot::NewPassage(at, _) | Spot::NewCause(Some(at)) | Spot::NewMeasure(Some(at)) => {
            Some(Page::Problem(at))
        }
        Spot::NewDetail(owner) => page_of_owner(draft, owner),
        Spot::NewCause(None) => section_page(draft, Role::Causes),
        Spot::NewMeasure(None) | Spot::NewRemedy(_) => section_page(draft, Role::Measures),
        Spot::Text(field) => page_of_field(draft, field),
    }
}

fn page_of_field(draft: &Draft, field: Field) -> Option<Page> {
    match field {
        Field::Title | Field::Byline(_) => Some(Page::Front),
        Field::SectionTitle(id) | Field::SectionText(id) => match draft.section(id)?.role {
            Role::Dimensions => first_dimension_page(draft),
            _ => Some(Page::Section(id)),
        },
        Field::DimensionTitle(id) | Field::LeadIn(id) | Field::Statement(id) => {
            dimension_page(draft, id)
        }
        Field::Headline(id) => page_of_owner(draft, id),
        Field::Passage(id) => page_of_owner(draft, draft.passage(id)?.0),
        Field::Owner(_) | Field::Due(_) => section_page(draft, Role::Measures),
        Field::Evidence(id) if draft.measure(id).is_some() => section_page(draft, Role::Measures),
        Field::Evidence(_) | Field::FollowUpProblem(_) | Field::FollowUpMeasure(_) => {
            section_page(draft, Role::FollowUp)
        }
        Field::SetAside(_) => Some(Page::SetAside),
    }
}

fn page_of_owner(draft: &Draft, owner: ItemId) -> Option<Page> {
    if draft.problem(owner).is_some() {
        Some(Page::Problem(ProblemAt::Known(owner)))
    } else if draft.cause(owner).is_some() {
        section_page(draft, Role::Causes)
    } else {
        section_page(draft, Role::Measures)
    }
}

fn section_page(draft: &Draft, role: Role) -> Option<Page> {
    draft.section_of(role).map(|it| Page::Section(it.id))
}

fn first_dimension_page(draft: &Draft) -> Option<Page> {
    dimension_page(draft, draft.dimensions.first()?.id)
}

/// Returns the first page of a dimension.
fn dimension_page(draft: &Draft, id: ItemId) -> Option<Page> {
    let dimension = draft.dimension(id)?;
    Some(match dimension.kind {
        DimensionKind::Statement => Page::Statement(id),
        DimensionKind::Review => {
            let at = dimension
                .problems
                .first()
                .map_or(ProblemAt::NewIn(id), |it| ProblemAt::Known(it.id));
            Page::Problem(at)
        }
    })
}

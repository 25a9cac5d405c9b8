//! Another template for a report that is being written: what goes where, shown before it is done, then one change.
//!
//! Nothing is erased: a part either becomes one of the new template, stays as it is, or its words go to the texts set
//! aside. Causes, measures and last year's promises stand in lists of their own and are not touched.

mod change;
#[cfg(test)]
mod tests;

use crate::draft::{DimensionKind, Draft, ItemId, Role};
use crate::template::Template;
use crate::template::fits::{ALIKE, resemblance};

pub use change::change_kind;

/// What becomes of a part of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// It becomes this part of the new template, by its place there.
    Part(usize),
    /// It stays as it is, behind the parts of the template.
    Stay,
    /// Its words go to the texts set aside.
    Aside,
}

/// A part of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Old {
    /// A section.
    Section(ItemId),
    /// A dimension.
    Dimension(ItemId),
}

/// What becomes of every section and dimension, sections first, in the order of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The parts with what becomes of each.
    pub lines: Vec<(Old, Target)>,
}

impl Mapping {
    /// Returns the mapping to propose: sections by their role, texts and dimensions by the resemblance of titles.
    pub fn propose(draft: &Draft, template: &Template) -> Self {
        let mut taken = Vec::new();
        let sections = draft.sections.iter().map(|it| Old::Section(it.id));
        let dimensions = draft.dimensions.iter().map(|it| Old::Dimension(it.id));
        let lines = sections.chain(dimensions).map(|old| {
            let target = proposal(draft, template, old, &taken);
            if let Target::Part(n) = target {
                taken.push((is_section(old), n));
            }
            (old, target)
        });
        Self {
            lines: lines.collect(),
        }
    }

    /// Gives the line at this place the next of the targets it can have.
    pub fn turn(&mut self, draft: &Draft, template: &Template, at: usize) {
        let Some((old, target)) = self.lines.get_mut(at) else {
            return;
        };
        let targets = targets(draft, template, *old);
        let now = targets.iter().position(|it| it == target);
        let next = now.map_or(0, |it| it + 1);
        if let Some(it) = targets.get(next).or(targets.first()) {
            *target = *it;
        }
    }

    /// Tells whether it was made for this draft.
    pub fn fits(&self, draft: &Draft) -> bool {
        let sections = draft.sections.iter().map(|it| Old::Section(it.id));
        let dimensions = draft.dimensions.iter().map(|it| Old::Dimension(it.id));
        self.lines
            .iter()
            .map(|(it, _)| *it)
            .eq(sections.chain(dimensions))
    }
}

fn is_section(old: Old) -> bool {
    matches!(old, Old::Section(_))
}

/// Returns what can become of a part, in the order in which it is offered.
pub fn targets(draft: &Draft, template: &Template, old: Old) -> Vec<Target> {
    let mut targets: Vec<Target> = match old {
        Old::Section(id) => {
            let role = draft.section(id).map(|it| it.role);
            let same = template.sections.iter().enumerate();
            let same = same.filter(|(_, it)| Some(it.role) == role);
            same.map(|(n, _)| Target::Part(n)).collect()
        }
        Old::Dimension(id) => {
            let kind = draft.dimension(id).map(|it| it.kind);
            let same = template.dimensions.iter().enumerate();
            let same = same.filter(|(_, it)| Some(kind_of(it.statement)) == kind);
            same.map(|(n, _)| Target::Part(n)).collect()
        }
    };
    let may_stay = match old {
        Old::Dimension(_) => true,
        // Two sections of one role have no place in a report, and opening and closing have only their own.
        Old::Section(id) => draft.section(id).is_some_and(|it| match it.role {
            Role::Text => true,
            Role::Opening | Role::Closing => false,
            Role::FollowUp | Role::Dimensions | Role::Case | Role::Causes | Role::Measures => {
                template.section(it.role).is_none()
            }
        }),
    };
    if may_stay {
        targets.push(Target::Stay);
    }
    // What lists hold would be in no place if their section went.
    if !holds_list(draft, old) {
        targets.push(Target::Aside);
    }
    targets
}

pub(super) fn kind_of(statement: bool) -> DimensionKind {
    if statement {
        DimensionKind::Statement
    } else {
        DimensionKind::Review
    }
}

/// Tells whether a section is the place of a list that is not empty.
fn holds_list(draft: &Draft, old: Old) -> bool {
    let Old::Section(id) = old else { return false };
    draft.section(id).is_some_and(|it| match it.role {
        Role::FollowUp => !draft.follow_ups.is_empty(),
        Role::Dimensions => !draft.dimensions.is_empty(),
        Role::Causes => !draft.causes.is_empty(),
        Role::Measures => !draft.measures.is_empty(),
        Role::Opening | Role::Case | Role::Closing | Role::Text => false,
    })
}

fn proposal(draft: &Draft, template: &Template, old: Old, taken: &[(bool, usize)]) -> Target {
    let targets = targets(draft, template, old);
    let free = |it: &Target| match it {
        Target::Part(n) => !taken.contains(&(is_section(old), *n)),
        Target::Stay | Target::Aside => false,
    };
    let title = match old {
        Old::Section(id) => draft.section(id).map(|it| (it.role, it.title.as_str())),
        Old::Dimension(id) => draft
            .dimension(id)
            .map(|it| (Role::Dimensions, it.title.as_str())),
    };
    let Some((role, title)) = title else {
        return Target::Aside;
    };
    let by_role = is_section(old) && role != Role::Text;
    let found = if by_role {
        targets.iter().find(|it| free(it)).copied()
    } else {
        nearest(template, old, title, targets.iter().filter(|it| free(it)))
    };
    // What is written has no place: it is kept where it can be seen. A whole dimension is put aside, a list stays.
    found.unwrap_or(match old {
        Old::Section(_) if targets.contains(&Target::Aside) => Target::Aside,
        Old::Section(_) if targets.contains(&Target::Stay) => Target::Stay,
        Old::Section(_) => targets.first().copied().unwrap_or(Target::Stay),
        Old::Dimension(_) => Target::Aside,
    })
}

/// The target whose title resembles this one most, if it is alike enough.
fn nearest<'t>(
    template: &Template,
    old: Old,
    title: &str,
    targets: impl Iterator<Item = &'t Target>,
) -> Option<Target> {
    let title_of = |n: usize| match old {
        Old::Section(_) => template.sections.get(n).map(|it| it.title.as_str()),
        Old::Dimension(_) => template.dimensions.get(n).map(|it| it.title.as_str()),
    };
    targets
        .filter_map(|it| match it {
            Target::Part(n) => Some((resemblance(title, title_of(*n)?), *it)),
            Target::Stay | Target::Aside => None,
        })
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, it)| it)
}

//! Questions whose "no" closes parts: what an answer does to a report. One mechanism stands behind it, that of leaving a
//! part out: a closed part is one the writer decided not to write, with the reason the template gives. What is written
//! in it stays where it is, and nobody who prints, counts or checks has to know the question.

use crate::draft::{Attr, Change, ChangeCause, Draft, Edit, ItemId, Outline, Part, Role};
use crate::template::model::{BranchSpec, Template};

impl Template {
    /// Returns the question of this key.
    pub fn branch(&self, key: &str) -> Option<&BranchSpec> {
        self.branches.iter().find(|it| it.key == key)
    }

    /// Returns the question that a section or a dimension hangs on. One whose title was changed hangs on nothing any
    /// more, as it has no questions of its own any more.
    pub fn branch_of(&self, draft: &Draft, part: ItemId) -> Option<&BranchSpec> {
        if self.branches.is_empty() {
            return None;
        }
        let of_section = || {
            let section = draft.section(part)?;
            self.section_titled(section.role, &section.title)?
                .when
                .as_ref()
        };
        let of_dimension = || {
            let dimension = draft.dimension(part)?;
            let mut specs = self.dimensions.iter();
            specs.find(|it| it.title == dimension.title)?.when.as_ref()
        };
        self.branch(of_section().or_else(of_dimension)?)
    }

    /// Returns the sections and dimensions that hang on a question, in the order in which they are asked for.
    pub fn parts_of(&self, draft: &Draft, key: &str) -> Vec<ItemId> {
        let mut parts: Vec<ItemId> = Vec::new();
        let dimensions = || draft.dimensions.iter().map(|it| it.id);
        for section in &draft.sections {
            parts.push(section.id);
            let is_theirs = section.role == Role::Dimensions;
            if is_theirs && !parts.iter().any(|it| draft.dimension(*it).is_some()) {
                parts.extend(dimensions());
            }
        }
        if draft.section_of(Role::Dimensions).is_none() {
            parts.extend(dimensions());
        }
        parts.retain(|it| self.branch_of(draft, *it).is_some_and(|it| it.key == key));
        parts
    }

    /// Returns the question that is asked with a part: with the first of those that hang on it.
    pub fn branch_asked_with(&self, draft: &Draft, part: ItemId) -> Option<&BranchSpec> {
        let branch = self.branch_of(draft, part)?;
        let first = self.parts_of(draft, &branch.key).first().copied();
        (first == Some(part)).then_some(branch)
    }

    /// Tells whether the answer to a question closed a part: it says no, and the part is left out.
    pub fn is_closed(&self, draft: &Draft, part: ItemId) -> bool {
        let branch = self.branch_of(draft, part);
        branch.is_some_and(|it| draft.branch(&it.key) == Some(false))
            && draft.reason_not_written(Part::Item(part)).is_some()
    }

    /// Returns the change that answers a question: "no" leaves out what hangs on it and is not left out already,
    /// anything else takes up again what was left out for the reason of this question. `None` if nothing changes.
    pub fn answering(&self, draft: &Draft, key: &str, answer: Option<bool>) -> Option<Change> {
        let mut edits = Vec::new();
        edits.extend(Edit::set(draft, Attr::Branch(key.to_owned(), answer)));
        if let Some(branch) = self.branch(key) {
            for part in self.parts_of(draft, key).into_iter().map(Part::Item) {
                let now = match (answer, draft.reason_not_written(part)) {
                    (Some(false), None) => Some(branch.reason.clone()),
                    (Some(true) | None, Some(reason)) if reason == branch.reason => None,
                    (Some(_) | None, _) => continue,
                };
                edits.extend(Edit::set(draft, Attr::NotWritten(part, now)));
            }
        }
        (!edits.is_empty()).then_some(Change {
            cause: ChangeCause::Structure,
            edits,
        })
    }

    /// Returns the change that takes up a part again. Where a question closed it, that question is answered by yes, so
    /// that the answer and the report never say different things.
    pub fn taking_up(&self, draft: &Draft, part: Part) -> Option<Change> {
        let id = part.item();
        let mut edits = Vec::new();
        if part == Part::Item(id)
            && self.is_closed(draft, id)
            && let Some(branch) = self.branch_of(draft, id)
        {
            edits.extend(self.answering(draft, &branch.key, Some(true))?.edits);
        }
        let decision =
            |it: &Edit| matches!(it, Edit::Set { now: Attr::NotWritten(it, _), .. } if *it == part);
        if !edits.iter().any(decision) {
            edits.extend(Edit::set(draft, Attr::NotWritten(part, None)));
        }
        (!edits.is_empty()).then_some(Change {
            cause: ChangeCause::Structure,
            edits,
        })
    }

    /// Leaves out the parts of a report to come that its answers close.
    pub fn close(&self, outline: &mut Outline) {
        let answers = outline.branches.clone();
        let reason = |when: Option<&String>| {
            let key = when?;
            let is_closed = answers.iter().any(|it| it.key == *key && !it.open);
            let branch = self.branch(key).filter(|_| is_closed)?;
            Some(branch.reason.clone())
        };
        for section in &mut outline.sections {
            let spec = self.section_titled(section.role, &section.title);
            if section.not_written.is_none() {
                section.not_written = reason(spec.and_then(|it| it.when.as_ref()));
            }
        }
        for dimension in &mut outline.dimensions {
            let spec = self
                .dimensions
                .iter()
                .find(|it| it.title == dimension.title);
            if dimension.not_written.is_none() {
                dimension.not_written = reason(spec.and_then(|it| it.when.as_ref()));
            }
        }
    }

    /// Returns the edits that leave out the parts which the answers of a draft close and which are not left out yet.
    pub fn closing(&self, draft: &Draft) -> Vec<Edit> {
        let answers = draft.branches.iter().filter(|it| !it.open);
        answers
            .filter_map(|it| self.answering(draft, &it.key, Some(false)))
            .flat_map(|it| it.edits)
            .collect()
    }
}

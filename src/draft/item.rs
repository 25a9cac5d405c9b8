//! What lists hold: items, and the places where they stand.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Byline, Cause, Dimension, Draft, FollowUp, ItemId, Measure, Passage, Problem, Rejected,
    Section, SetAside,
};

/// A list of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// The lines under the title.
    Bylines,
    /// The sections.
    Sections,
    /// The dimensions.
    Dimensions,
    /// The promises of last year.
    FollowUps,
    /// The causes.
    Causes,
    /// The measures.
    Measures,
    /// The texts set aside.
    SetAside,
    /// The problems of a dimension.
    Problems(ItemId),
    /// The passages of a problem, a cause or a measure.
    Body(ItemId),
}

/// A position in a list, valid in the draft the edit applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The list.
    pub list: List,
    /// The position, from 0.
    pub index: usize,
}

/// An item, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// A line under the title.
    Byline(Byline),
    /// A section.
    Section(Section),
    /// A dimension with its problems.
    Dimension(Dimension),
    /// A promise of last year.
    FollowUp(FollowUp),
    /// A cause.
    Cause(Cause),
    /// A measure.
    Measure(Measure),
    /// A text set aside.
    SetAside(SetAside),
    /// A problem.
    Problem(Problem),
    /// A passage.
    Passage(Passage),
}

impl Item {
    /// Returns the id of the item itself.
    pub fn id(&self) -> ItemId {
        match self {
            Self::Byline(it) => it.id,
            Self::Section(it) => it.id,
            Self::Dimension(it) => it.id,
            Self::FollowUp(it) => it.id,
            Self::Cause(it) => it.id,
            Self::Measure(it) => it.id,
            Self::SetAside(it) => it.id,
            Self::Problem(it) => it.id,
            Self::Passage(it) => it.id,
        }
    }

    /// Returns the ids of the item and of all that stands in it.
    pub fn ids(&self) -> Vec<ItemId> {
        let mut ids = vec![self.id()];
        match self {
            Self::Dimension(it) => it
                .problems
                .iter()
                .for_each(|it| push_with_body(&mut ids, it.id, &it.body)),
            Self::Problem(Problem { body, .. })
            | Self::Cause(Cause { body, .. })
            | Self::Measure(Measure { body, .. }) => ids.extend(body.iter().map(|it| it.id)),
            Self::Byline(_)
            | Self::Section(_)
            | Self::FollowUp(_)
            | Self::SetAside(_)
            | Self::Passage(_) => {}
        }
        ids
    }

    /// Returns the texts of the item and of all that stands in it.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        match self {
            Self::Byline(it) => texts.push(&it.text),
            Self::Section(it) => texts.extend([it.title.as_str(), &it.text]),
            Self::Dimension(it) => {
                texts.extend([it.title.as_str(), &it.lead_in, &it.statement]);
                for it in &it.problems {
                    texts.push(&it.headline);
                    texts.extend(it.body.iter().map(|it| it.text.as_str()));
                }
            }
            Self::FollowUp(it) => texts.extend([it.problem.as_str(), &it.measure, &it.evidence]),
            Self::Cause(Cause { headline, body, .. })
            | Self::Problem(Problem { headline, body, .. }) => {
                texts.push(headline);
                texts.extend(body.iter().map(|it| it.text.as_str()));
            }
            Self::Measure(it) => {
                texts.extend([it.headline.as_str(), &it.owner, &it.due, &it.evidence]);
                texts.extend(it.body.iter().map(|it| it.text.as_str()));
            }
            Self::SetAside(it) => texts.push(&it.text),
            Self::Passage(it) => texts.push(&it.text),
        }
        texts
    }
}

fn push_with_body(ids: &mut Vec<ItemId>, id: ItemId, body: &[Passage]) {
    ids.push(id);
    ids.extend(body.iter().map(|it| it.id));
}

impl Draft {
    /// Tells whether an item of that id exists.
    pub fn holds(&self, id: ItemId) -> bool {
        self.slot_of(id).is_some()
    }

    /// Returns where the item stands.
    pub fn slot_of(&self, id: ItemId) -> Option<Slot> {
        let found = |list: List, index: Option<usize>| index.map(|index| Slot { list, index });
        found(
            List::Bylines,
            self.bylines.iter().position(|it| it.id == id),
        )
        .or_else(|| {
            found(
                List::Sections,
                self.sections.iter().position(|it| it.id == id),
            )
        })
        .or_else(|| {
            found(
                List::Dimensions,
                self.dimensions.iter().position(|it| it.id == id),
            )
        })
        .or_else(|| {
            found(
                List::FollowUps,
                self.follow_ups.iter().position(|it| it.id == id),
            )
        })
        .or_else(|| found(List::Causes, self.causes.iter().position(|it| it.id == id)))
        .or_else(|| {
            found(
                List::Measures,
                self.measures.iter().position(|it| it.id == id),
            )
        })
        .or_else(|| {
            found(
                List::SetAside,
                self.set_aside.iter().position(|it| it.id == id),
            )
        })
        .or_else(|| {
            self.dimensions.iter().find_map(|it| {
                found(
                    List::Problems(it.id),
                    it.problems.iter().position(|it| it.id == id),
                )
            })
        })
        .or_else(|| {
            let owner = self.passage(id)?.0;
            found(
                List::Body(owner),
                self.body(owner)?.iter().position(|it| it.id == id),
            )
        })
    }

    /// Returns a copy of the item with that id.
    pub fn item(&self, id: ItemId) -> Option<Item> {
        let Slot { list, index } = self.slot_of(id)?;
        Some(match list {
            List::Bylines => Item::Byline(self.bylines.get(index)?.clone()),
            List::Sections => Item::Section(self.sections.get(index)?.clone()),
            List::Dimensions => Item::Dimension(self.dimensions.get(index)?.clone()),
            List::FollowUps => Item::FollowUp(self.follow_ups.get(index)?.clone()),
            List::Causes => Item::Cause(self.causes.get(index)?.clone()),
            List::Measures => Item::Measure(self.measures.get(index)?.clone()),
            List::SetAside => Item::SetAside(self.set_aside.get(index)?.clone()),
            List::Problems(dimension) => {
                Item::Problem(self.dimension(dimension)?.problems.get(index)?.clone())
            }
            List::Body(owner) => Item::Passage(self.body(owner)?.get(index)?.clone()),
        })
    }

    /// Returns how many items the list holds; `None` if the list does not exist.
    pub fn len_of(&self, list: List) -> Option<usize> {
        Some(match list {
            List::Bylines => self.bylines.len(),
            List::Sections => self.sections.len(),
            List::Dimensions => self.dimensions.len(),
            List::FollowUps => self.follow_ups.len(),
            List::Causes => self.causes.len(),
            List::Measures => self.measures.len(),
            List::SetAside => self.set_aside.len(),
            List::Problems(dimension) => self.dimension(dimension)?.problems.len(),
            List::Body(owner) => self.body(owner)?.len(),
        })
    }

    /// Puts an item into its place, or changes nothing.
    pub(super) fn insert(&mut self, slot: Slot, item: Item) -> Result<(), Rejected> {
        let ids = item.ids();
        let different: BTreeSet<ItemId> = ids.iter().copied().collect();
        if different.len() < ids.len() {
            return Err(Rejected::Duplicate);
        }
        // An id at or above the counter has never been seen: the search is for undo only.
        if ids.iter().any(|it| it.0 < self.next_id && self.holds(*it)) {
            return Err(Rejected::Duplicate);
        }
        self.put_back(slot, item)?;
        let above = ids
            .iter()
            .map(|it| it.0.saturating_add(1))
            .max()
            .unwrap_or_default();
        self.next_id = self.next_id.max(above);
        Ok(())
    }

    /// As `insert`, for an item that was in the draft a moment ago.
    pub(super) fn put_back(&mut self, slot: Slot, item: Item) -> Result<(), Rejected> {
        let at = slot.index;
        match (slot.list, item) {
            (List::Bylines, Item::Byline(it)) => put(&mut self.bylines, at, it),
            (List::Sections, Item::Section(it)) => put(&mut self.sections, at, it),
            (List::Dimensions, Item::Dimension(it)) => put(&mut self.dimensions, at, it),
            (List::FollowUps, Item::FollowUp(it)) => put(&mut self.follow_ups, at, it),
            (List::Causes, Item::Cause(it)) => put(&mut self.causes, at, it),
            (List::Measures, Item::Measure(it)) => put(&mut self.measures, at, it),
            (List::SetAside, Item::SetAside(it)) => put(&mut self.set_aside, at, it),
            (List::Problems(parent), Item::Problem(it)) => put(
                &mut self
                    .dimension_mut(parent)
                    .ok_or(Rejected::Missing)?
                    .problems,
                at,
                it,
            ),
            (List::Body(owner), Item::Passage(it)) => {
                put(self.body_mut(owner).ok_or(Rejected::Missing)?, at, it)
            }
            (_, _) => Err(Rejected::WrongKind),
        }
    }

    /// Takes the item at `slot` out.
    pub(super) fn take_out(&mut self, slot: Slot) -> Result<Item, Rejected> {
        let at = slot.index;
        match slot.list {
            List::Bylines => take(&mut self.bylines, at).map(Item::Byline),
            List::Sections => take(&mut self.sections, at).map(Item::Section),
            List::Dimensions => take(&mut self.dimensions, at).map(Item::Dimension),
            List::FollowUps => take(&mut self.follow_ups, at).map(Item::FollowUp),
            List::Causes => take(&mut self.causes, at).map(Item::Cause),
            List::Measures => take(&mut self.measures, at).map(Item::Measure),
            List::SetAside => take(&mut self.set_aside, at).map(Item::SetAside),
            List::Problems(parent) => take(
                &mut self
                    .dimension_mut(parent)
                    .ok_or(Rejected::Missing)?
                    .problems,
                at,
            )
            .map(Item::Problem),
            List::Body(owner) => {
                take(self.body_mut(owner).ok_or(Rejected::Missing)?, at).map(Item::Passage)
            }
        }
    }
}

fn put<T>(list: &mut Vec<T>, index: usize, item: T) -> Result<(), Rejected> {
    if index > list.len() {
        return Err(Rejected::Missing);
    }
    list.insert(index, item);
    Ok(())
}

fn take<T>(list: &mut Vec<T>, index: usize) -> Result<T, Rejected> {
    if index >= list.len() {
        return Err(Rejected::Missing);
    }
    Ok(list.remove(index))
}

//! Dividing a problem at one of its passages, and joining what stands side by side. No character is lost or made.

use super::{
    Change, ChangeCause, Draft, Edit, Field, Item, ItemId, Link, List, Passage, PassageKind,
    Problem, Slot, is_blank,
};

impl Draft {
    /// Returns the change that makes a passage and those behind it a problem of their own, behind theirs; `None` where
    /// the passage is not a problem's, or nothing would be left of that one. Causes and measures stay with it.
    pub fn dividing_problem(&self, passage: ItemId) -> Option<Change> {
        let (owner, _) = self.passage(passage)?;
        let problem = self.problem(owner)?;
        let from = self.slot_of(passage)?;
        let (kept, parted) = problem.body.split_at_checked(from.index)?;
        if is_blank(&problem.headline) && kept.iter().all(Passage::is_blank) {
            return None;
        }
        let id = self.fresh_id();
        let mut edits = vec![Edit::Insert {
            slot: behind_of(self.slot_of(owner)?),
            item: Item::Problem(Problem::empty(id)),
        }];
        edits.extend(parted.iter().enumerate().map(|(index, it)| Edit::Move {
            item: it.id,
            from,
            to: Slot {
                list: List::Body(id),
                index,
            },
        }));
        Some(structure(edits))
    }

    /// Returns the change that joins a passage with the one before it, or a problem with the one before it in its
    /// dimension; `None` where there is none before it. A joined headline becomes a passage, and what was linked to
    /// either problem is linked to both as one.
    pub fn joining(&self, id: ItemId) -> Option<Change> {
        let slot = self.slot_of(id)?;
        let index = slot.index.checked_sub(1)?;
        match slot.list {
            List::Body(owner) => {
                let first = self.body(owner)?.get(index)?;
                let more = Edit::Splice {
                    field: Field::Passage(first.id),
                    at: first.text.len(),
                    removed: String::new(),
                    inserted: self.passage(id)?.1.text.clone(),
                };
                let mut edits = vec![more];
                edits.extend(self.removal(id)?.edits);
                Some(structure(edits))
            }
            List::Problems(dimension) => {
                let first = self.dimension(dimension)?.problems.get(index)?;
                self.joining_problems(first, self.problem(id)?)
            }
            List::Bylines
            | List::Sections
            | List::Dimensions
            | List::FollowUps
            | List::Causes
            | List::Measures
            | List::SetAside => None,
        }
    }

    fn joining_problems(&self, first: &Problem, second: &Problem) -> Option<Change> {
        let mut edits = Vec::new();
        let mut index = first.body.len();
        let mut place = || {
            index += 1;
            Slot {
                list: List::Body(first.id),
                index: index - 1,
            }
        };
        if let Some(emptied) = Edit::set_text(self, Field::Headline(second.id), "") {
            edits.push(emptied);
            edits.push(Edit::Insert {
                slot: place(),
                item: Item::Passage(Passage {
                    id: self.fresh_id(),
                    kind: PassageKind::Detail,
                    text: second.headline.clone(),
                }),
            });
        }
        edits.extend(second.body.iter().map(|it| Edit::Move {
            item: it.id,
            from: Slot {
                list: List::Body(second.id),
                index: 0,
            },
            to: place(),
        }));
        let problem = first.id;
        let shared = self.links.iter().filter_map(|it| match *it {
            Link::ProblemCause { problem: it, cause } if it == second.id => {
                Some(Link::ProblemCause { problem, cause })
            }
            Link::ProblemMeasure {
                problem: it,
                measure,
            } if it == second.id => Some(Link::ProblemMeasure { problem, measure }),
            Link::ProblemCause { .. } | Link::ProblemMeasure { .. } | Link::CauseMeasure { .. } => {
                None
            }
        });
        edits.extend(shared.filter(|it| !self.links.contains(it)).map(Edit::Link));
        let mut rest = self.clone();
        rest.apply(&structure(edits.clone())).ok()?;
        edits.extend(rest.removal(second.id)?.edits);
        Some(structure(edits))
    }
}

fn behind_of(slot: Slot) -> Slot {
    Slot {
        index: slot.index + 1,
        ..slot
    }
}

fn structure(edits: Vec<Edit>) -> Change {
    Change {
        cause: ChangeCause::Structure,
        edits,
    }
}

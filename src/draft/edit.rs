//! [`Edit`], the only way to change a [`Draft`]. Does not know why a change is made: see [`Change`](super::Change).

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Attr, Draft, Field, Item, ItemId, Link, Slot};

/// One change, by shape rather than by field. Carries what it removes, so that it inverts without a draft and
/// is rejected by a draft it was not made for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "op")]
pub enum Edit {
    /// Replaces text.
    Splice {
        /// The text changed.
        field: Field,
        /// Where, in bytes on a character boundary.
        at: usize,
        /// What stood there.
        removed: String,
        /// What stands there now.
        inserted: String,
    },
    /// Replaces a choice. Both point at the same place.
    Set {
        /// What was chosen.
        was: Attr,
        /// What is chosen now.
        now: Attr,
    },
    /// Puts an item into a list.
    Insert {
        /// Where.
        slot: Slot,
        /// The item, whole.
        item: Item,
    },
    /// Takes an item out of a list. The item has no links and no decisions about it left.
    Remove {
        /// Where.
        slot: Slot,
        /// The item, whole.
        item: Item,
    },
    /// Moves an item, also into another list of its kind.
    Move {
        /// Which.
        item: ItemId,
        /// Where it stands.
        from: Slot,
        /// Where it goes, counted after it was taken out.
        to: Slot,
    },
    /// Joins two items.
    Link(Link),
    /// Parts two items.
    Unlink(Link),
}

/// Why a draft did not take an edit. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// A field, an item or a list does not exist.
    #[error("no such field, item or list")]
    Missing,
    /// The draft is not the one the edit was made for.
    #[error("the draft does not hold what this edit expects to find")]
    Mismatch,
    /// An id or a link would stand twice.
    #[error("this id or link is already used")]
    Duplicate,
    /// A problem among the measures, say.
    #[error("the item is of the wrong kind for its place")]
    WrongKind,
    /// The item to remove still has links or decisions.
    #[error("the item still has links")]
    Linked,
}

impl Draft {
    /// Applies `edit`, or changes nothing.
    ///
    /// # Errors
    /// Says why the draft is not the one the edit was made for.
    pub(super) fn apply_edit(&mut self, edit: &Edit) -> Result<(), Rejected> {
        match edit {
            Edit::Splice {
                field,
                at,
                removed,
                inserted,
            } => {
                let text = self.text_mut(*field).ok_or(Rejected::Missing)?;
                let end = at.checked_add(removed.len()).ok_or(Rejected::Mismatch)?;
                if text.get(*at..end) != Some(removed) {
                    return Err(Rejected::Mismatch);
                }
                text.replace_range(*at..end, inserted);
                Ok(())
            }
            Edit::Set { was, now } => {
                // The draft's value where `now` points: equal to `was` only if both point at the same place.
                if self.attr(now).ok_or(Rejected::Missing)? != *was {
                    return Err(Rejected::Mismatch);
                }
                self.set_attr(now).ok_or(Rejected::Missing)
            }
            Edit::Insert { slot, item } => self.insert(*slot, item.clone()),
            Edit::Remove { slot, item } => {
                let found = self.take_out(*slot)?;
                let verdict = if found != *item {
                    Err(Rejected::Mismatch)
                } else if item.ids().into_iter().any(|it| self.is_referred_to(it)) {
                    Err(Rejected::Linked)
                } else {
                    return Ok(());
                };
                self.put_back(*slot, found)
                    .expect("it was just taken from here");
                verdict
            }
            Edit::Move { item, from, to } => {
                let found = self.take_out(*from)?;
                let verdict = if found.id() == *item {
                    self.put_back(*to, found.clone())
                } else {
                    Err(Rejected::Mismatch)
                };
                if verdict.is_err() {
                    self.put_back(*from, found)
                        .expect("it was just taken from here");
                }
                verdict
            }
            Edit::Link(link) => {
                if !link.fits(self) {
                    return Err(Rejected::Missing);
                }
                if self.links.insert(*link) {
                    Ok(())
                } else {
                    Err(Rejected::Duplicate)
                }
            }
            Edit::Unlink(link) => {
                if self.links.remove(link) {
                    Ok(())
                } else {
                    Err(Rejected::Mismatch)
                }
            }
        }
    }

    fn is_referred_to(&self, id: ItemId) -> bool {
        self.links.iter().any(|it| it.touches(id))
            || self.not_written.iter().any(|it| it.part.item() == id)
            || self.silences.iter().any(|it| it.item == Some(id))
    }
}

impl Edit {
    /// Returns the edit that takes this one back.
    #[must_use]
    pub fn invert(self) -> Self {
        match self {
            Self::Splice {
                field,
                at,
                removed,
                inserted,
            } => Self::Splice {
                field,
                at,
                removed: inserted,
                inserted: removed,
            },
            Self::Set { was, now } => Self::Set { was: now, now: was },
            Self::Insert { slot, item } => Self::Remove { slot, item },
            Self::Remove { slot, item } => Self::Insert { slot, item },
            Self::Move { item, from, to } => Self::Move {
                item,
                from: to,
                to: from,
            },
            Self::Link(link) => Self::Unlink(link),
            Self::Unlink(link) => Self::Link(link),
        }
    }

    /// Returns the smallest splice that makes `field` read `new`; `None` if it does already or does not exist.
    pub fn set_text(draft: &Draft, field: Field, new: &str) -> Option<Self> {
        let old = draft.text(field)?;
        if old == new {
            return None;
        }
        let same = |(a, b): &(char, char)| a == b;
        let head: usize = old
            .chars()
            .zip(new.chars())
            .take_while(same)
            .map(|(it, _)| it.len_utf8())
            .sum();
        let (old, new) = (old.split_at(head).1, new.split_at(head).1);
        let tail: usize = old
            .chars()
            .rev()
            .zip(new.chars().rev())
            .take_while(same)
            .map(|(it, _)| it.len_utf8())
            .sum();
        let removed = old.split_at(old.len() - tail).0.to_owned();
        let inserted = new.split_at(new.len() - tail).0.to_owned();
        Some(Self::Splice {
            field,
            at: head,
            removed,
            inserted,
        })
    }

    /// Returns the edit that puts `inserted` in the place of a range of `field`; `None` if that changes nothing, or
    /// if there is no such field or range.
    pub fn replace(
        draft: &Draft,
        field: Field,
        range: Range<usize>,
        inserted: &str,
    ) -> Option<Self> {
        let at = range.start;
        let removed = draft.text(field)?.get(range)?;
        (removed != inserted).then(|| Self::Splice {
            field,
            at,
            removed: removed.to_owned(),
            inserted: inserted.to_owned(),
        })
    }

    /// Returns the edit that chooses `now`; `None` if that is chosen already or points nowhere.
    pub fn set(draft: &Draft, now: Attr) -> Option<Self> {
        let was = draft.attr(&now)?;
        (was != now).then_some(Self::Set { was, now })
    }

    /// Folds `next` into `self` when together they read as one stroke of typing: typing on, erasing on in either
    /// direction, erasing a part of what was just typed, or typing where something was just erased. Tells whether
    /// it did.
    pub(super) fn absorb(&mut self, next: &Self) -> bool {
        let Self::Splice {
            field,
            at,
            removed,
            inserted,
        } = self
        else {
            return false;
        };
        let Self::Splice {
            field: next_field,
            at: next_at,
            removed: next_removed,
            inserted: next_inserted,
        } = next
        else {
            return false;
        };
        if field != next_field {
            return false;
        }
        if next_removed.is_empty() && !inserted.is_empty() && *next_at == *at + inserted.len() {
            inserted.push_str(next_inserted);
            true
        } else if next_inserted.is_empty()
            && inserted.is_empty()
            && next_at + next_removed.len() == *at
        {
            removed.insert_str(0, next_removed);
            *at = *next_at;
            true
        } else if next_inserted.is_empty() && inserted.is_empty() && next_at == at {
            removed.push_str(next_removed);
            true
        } else if next_removed.is_empty() && inserted.is_empty() && next_at == at {
            inserted.push_str(next_inserted);
            true
        } else if next_inserted.is_empty()
            && next_removed.len() < inserted.len()
            && next_at + next_removed.len() == *at + inserted.len()
        {
            inserted.truncate(inserted.len() - next_removed.len());
            true
        } else {
            false
        }
    }
}

//! Changes made of several edits: what a button does. Front ends ask for them by name and build none by hand.

use super::{
    Attr, Change, ChangeCause, Dimension, DimensionKind, Draft, Edit, Field, Item, ItemId, Link,
    List, Passage, PassageKind, Problem, Slot, is_blank,
};

impl Draft {
    /// Returns the change that takes an item out for good, with the links and decisions that concern it;
    /// `None` if there is no such item.
    pub fn removal(&self, id: ItemId) -> Option<Change> {
        let slot = self.slot_of(id)?;
        let item = self.item(id)?;
        let ids = item.ids();
        let mut edits: Vec<Edit> = (self.links.iter())
            .filter(|link| ids.iter().any(|it| link.touches(*it)))
            .map(|it| Edit::Unlink(*it))
            .collect();
        edits.extend(
            (self.not_written.iter())
                .filter(|it| ids.contains(&it.part.item()))
                .map(|it| Edit::Set {
                    was: Attr::NotWritten(it.part, Some(it.reason.clone())),
                    now: Attr::NotWritten(it.part, None),
                }),
        );
        edits.extend(
            (self.silences.iter())
                .filter(|it| it.item.is_some_and(|it| ids.contains(&it)))
                .map(|it| Edit::Set {
                    was: Attr::Silence(it.rule.clone(), it.item, Some(it.reason.clone())),
                    now: Attr::Silence(it.rule.clone(), it.item, None),
                }),
        );
        edits.push(Edit::Remove { slot, item });
        Some(Change {
            cause: ChangeCause::Structure,
            edits,
        })
    }

    /// Returns the change that moves an item by one place within its list; `None` at the end of the list.
    pub fn shift(&self, id: ItemId, later: bool) -> Option<Change> {
        let from = self.slot_of(id)?;
        let index = if later {
            from.index + 1
        } else {
            from.index.checked_sub(1)?
        };
        if index >= self.len_of(from.list)? {
            return None;
        }
        let edit = Edit::Move {
            item: id,
            from,
            to: Slot {
                list: from.list,
                index,
            },
        };
        Some(Change {
            cause: ChangeCause::Structure,
            edits: vec![edit],
        })
    }

    /// Returns the change that makes one choice; `None` if it is made already or points nowhere.
    pub fn choice(&self, now: Attr) -> Option<Change> {
        Some(Change {
            cause: ChangeCause::Structure,
            edits: vec![Edit::set(self, now)?],
        })
    }

    /// Returns the change that joins two items; `None` if they are joined already.
    pub fn linking(&self, link: Link) -> Option<Change> {
        let is_new = !self.links.contains(&link) && link.fits(self);
        is_new.then(|| Change {
            cause: ChangeCause::Structure,
            edits: vec![Edit::Link(link)],
        })
    }

    /// Returns the change that parts two items; `None` if they are not joined.
    pub fn unlinking(&self, link: Link) -> Option<Change> {
        let is_there = self.links.contains(&link);
        is_there.then(|| Change {
            cause: ChangeCause::Structure,
            edits: vec![Edit::Unlink(link)],
        })
    }

    /// Returns the change that adds an empty dimension behind the others, and the dimension's title to write.
    pub fn new_dimension(&self, kind: DimensionKind) -> (Change, Field) {
        let id = self.fresh_id();
        let (title, lead_in, statement) = (String::new(), String::new(), String::new());
        let item = Item::Dimension(Dimension {
            id,
            kind,
            title,
            lead_in,
            statement,
            problems: Vec::new(),
        });
        let slot = Slot {
            list: List::Dimensions,
            index: self.dimensions.len(),
        };
        (
            Change {
                cause: ChangeCause::Structure,
                edits: vec![Edit::Insert { slot, item }],
            },
            Field::DimensionTitle(id),
        )
    }
}

impl Problem {
    /// Returns a problem without words.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            headline: String::new(),
            body: Vec::new(),
        }
    }

    /// Tells whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        is_blank(&self.headline) && self.body.iter().all(Passage::is_blank)
    }

    /// Returns its examples.
    pub fn examples(&self) -> impl Iterator<Item = &Passage> {
        self.body
            .iter()
            .filter(|it| it.kind == PassageKind::Example)
    }
}

impl Passage {
    /// Tells whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        is_blank(&self.text)
    }
}

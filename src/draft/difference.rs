//! From one state of a draft to another as one [`Change`]. Items keep their ids, so that what is in both stays the
//! same item. Does not say how texts differ to a reader: that is the desk's.

use std::collections::BTreeSet;

use super::{Attr, Change, ChangeCause, Draft, Edit, Item, ItemId, List, Slot};

impl Draft {
    /// Returns the id of every item, list by list: bylines, sections, dimensions, promises, causes, measures, texts
    /// set aside, problems, passages.
    pub fn item_ids(&self) -> Vec<ItemId> {
        lists(self)
            .into_iter()
            .flat_map(|it| ids(self, it))
            .collect()
    }
}

impl Change {
    /// Returns the change that makes `from` hold what `to` holds: `None` if it does already, or if the two are not
    /// states of one draft, so that an id is another kind of item there.
    pub fn between(from: &Draft, to: &Draft, cause: ChangeCause) -> Option<Self> {
        let mut way = Way {
            now: from.clone(),
            edits: Vec::new(),
        };
        way.part(to)?;
        // First what holds nothing of `to`: then what stands behind it is in its place already.
        way.remove(to)?;
        way.arrange(to)?;
        way.remove(to)?;
        way.fill(to)?;
        let Way { now, edits } = way;
        (now.same_content(to) && !edits.is_empty()).then_some(Self { cause, edits })
    }
}

/// The edits found so far, and where they lead.
struct Way {
    now: Draft,
    edits: Vec<Edit>,
}

impl Way {
    fn make(&mut self, edit: Edit) -> Option<()> {
        self.now.apply_edit(&edit).ok()?;
        self.edits.push(edit);
        Some(())
    }

    fn set(&mut self, now: Attr) -> Option<()> {
        match Edit::set(&self.now, now) {
            Some(edit) => self.make(edit),
            None => Some(()),
        }
    }

    /// Takes away the links, decisions and silences that `to` lacks: what they are about may go.
    fn part(&mut self, to: &Draft) -> Option<()> {
        let links: Vec<_> = self.now.links.difference(&to.links).copied().collect();
        for link in links {
            self.make(Edit::Unlink(link))?;
        }
        let parts: Vec<_> = self.now.not_written.iter().map(|it| it.part).collect();
        for part in parts {
            if to.reason_not_written(part).is_none() {
                self.set(Attr::NotWritten(part, None))?;
            }
        }
        for it in self.now.silences.clone() {
            if to.silence(&it.rule, it.item).is_none() {
                self.set(Attr::Silence(it.rule, it.item, None))?;
            }
        }
        Some(())
    }

    /// Brings the items of `to` into their places, parents first. What else there is stands behind them.
    fn arrange(&mut self, to: &Draft) -> Option<()> {
        for list in lists(to) {
            for (index, id) in ids(to, list).into_iter().enumerate() {
                let slot = Slot { list, index };
                match self.now.slot_of(id) {
                    Some(there) if there == slot => {}
                    Some(from) => self.make(Edit::Move {
                        item: id,
                        from,
                        to: slot,
                    })?,
                    None => {
                        let item = emptied(to.item(id)?);
                        self.make(Edit::Insert { slot, item })?;
                    }
                }
            }
        }
        Some(())
    }

    /// Takes out the items that `to` lacks, but those in which something of `to` still stands.
    fn remove(&mut self, to: &Draft) -> Option<()> {
        let wanted: BTreeSet<ItemId> = lists(to).into_iter().flat_map(|it| ids(to, it)).collect();
        for list in lists(&self.now) {
            for id in ids(&self.now, list) {
                if wanted.contains(&id) {
                    continue;
                }
                let (slot, item) = (self.now.slot_of(id)?, self.now.item(id)?);
                if item.ids().iter().any(|it| wanted.contains(it)) {
                    continue;
                }
                self.make(Edit::Remove { slot, item })?;
            }
        }
        Some(())
    }

    /// Makes texts, choices and links those of `to`.
    fn fill(&mut self, to: &Draft) -> Option<()> {
        self.set(Attr::Template(to.template.clone()))?;
        self.set(Attr::Earlier(to.earlier.clone()))?;
        for (field, text) in to.runs().into_iter().flatten() {
            if let Some(edit) = Edit::set_text(&self.now, field, text) {
                self.make(edit)?;
            }
        }
        let measures = to.measures.iter().map(|it| (it.id, it.status));
        let promises = to.follow_ups.iter().map(|it| (it.id, it.status));
        for (id, status) in measures.chain(promises) {
            self.set(Attr::Status(id, status))?;
        }
        for list in lists(to) {
            let List::Body(owner) = list else { continue };
            for passage in to.body(owner)? {
                self.set(Attr::PassageKind(passage.id, passage.kind))?;
            }
        }
        for decision in &to.not_written {
            let reason = Some(decision.reason.clone());
            self.set(Attr::NotWritten(decision.part, reason))?;
        }
        for it in to.silences.clone() {
            self.set(Attr::Silence(it.rule, it.item, Some(it.reason)))?;
        }
        for it in self.now.branches.clone() {
            if to.branch(&it.key).is_none() {
                self.set(Attr::Branch(it.key, None))?;
            }
        }
        for it in to.branches.clone() {
            self.set(Attr::Branch(it.key, Some(it.open)))?;
        }
        for link in to.links.difference(&self.now.links.clone()) {
            self.make(Edit::Link(*link))?;
        }
        Some(())
    }
}

/// Every list of a draft, those that stand in an item behind the list of that item.
fn lists(draft: &Draft) -> Vec<List> {
    let mut lists = vec![
        List::Bylines,
        List::Sections,
        List::Dimensions,
        List::FollowUps,
        List::Causes,
        List::Measures,
        List::SetAside,
    ];
    lists.extend(draft.dimensions.iter().map(|it| List::Problems(it.id)));
    let problems = draft.problems().map(|it| it.id);
    let causes = draft.causes.iter().map(|it| it.id);
    let measures = draft.measures.iter().map(|it| it.id);
    lists.extend(problems.chain(causes).chain(measures).map(List::Body));
    lists
}

/// The items of a list in order; none where there is no such list.
fn ids(draft: &Draft, list: List) -> Vec<ItemId> {
    match list {
        List::Bylines => draft.bylines.iter().map(|it| it.id).collect(),
        List::Sections => draft.sections.iter().map(|it| it.id).collect(),
        List::Dimensions => draft.dimensions.iter().map(|it| it.id).collect(),
        List::FollowUps => draft.follow_ups.iter().map(|it| it.id).collect(),
        List::Causes => draft.causes.iter().map(|it| it.id).collect(),
        List::Measures => draft.measures.iter().map(|it| it.id).collect(),
        List::SetAside => draft.set_aside.iter().map(|it| it.id).collect(),
        List::Problems(dimension) => (draft.dimension(dimension).into_iter())
            .flat_map(|it| it.problems.iter().map(|it| it.id))
            .collect(),
        List::Body(owner) => (draft.body(owner).into_iter().flatten())
            .map(|it| it.id)
            .collect(),
    }
}

/// The item without the items in it: they may be elsewhere still.
fn emptied(item: Item) -> Item {
    match item {
        Item::Dimension(mut it) => {
            it.problems.clear();
            Item::Dimension(it)
        }
        Item::Problem(mut it) => {
            it.body.clear();
            Item::Problem(it)
        }
        Item::Cause(mut it) => {
            it.body.clear();
            Item::Cause(it)
        }
        Item::Measure(mut it) => {
            it.body.clear();
            Item::Measure(it)
        }
        whole @ (Item::Byline(_)
        | Item::Section(_)
        | Item::FollowUp(_)
        | Item::SetAside(_)
        | Item::Passage(_)) => whole,
    }
}

//! Edits that a draft must not take: for every check of every edit one that only that check stops.

use pouxi::draft::{
    Attr, Byline, Draft, Edit, Field, Item, ItemId, Link, List, PassageKind, Rejected, Slot, Status,
};

use crate::inventory::{fields, ids, item, lists, possible_links};

/// Returns edits that `draft` must reject, with the reason it must give.
pub(crate) fn wrong_edits(draft: &Draft) -> Vec<(Edit, Rejected)> {
    let mut wrong = splices(draft);
    wrong.extend(choices(draft));
    wrong.extend(insertions(draft));
    wrong.extend(removals(draft));
    wrong.extend(moves(draft));
    wrong.extend(links(draft));
    wrong
}

/// Returns an id that no item has.
fn nobody(draft: &Draft) -> ItemId {
    ItemId(draft.fresh_id().0 + 7)
}

fn splices(draft: &Draft) -> Vec<(Edit, Rejected)> {
    let splice = |field: Field, at: usize, removed: &str| Edit::Splice {
        field,
        at,
        removed: removed.to_owned(),
        inserted: "错".to_owned(),
    };
    let mut wrong = vec![
        (
            splice(Field::Passage(nobody(draft)), 0, ""),
            Rejected::Missing,
        ),
        (splice(Field::Title, usize::MAX, "x"), Rejected::Mismatch),
    ];
    for field in fields(draft) {
        let text = draft.text(field).unwrap();
        wrong.push((splice(field, text.len() + 1, ""), Rejected::Mismatch));
        wrong.push((splice(field, 0, &format!("{text}x")), Rejected::Mismatch));
        if let Some(first) = text.chars().next() {
            let other = if first == 'x' { "y" } else { "x" };
            let same_length = other.repeat(first.len_utf8());
            wrong.push((splice(field, 0, &same_length), Rejected::Mismatch));
            if first.len_utf8() > 1 {
                wrong.push((splice(field, 1, ""), Rejected::Mismatch));
            }
        }
    }
    wrong
}

fn choices(draft: &Draft) -> Vec<(Edit, Rejected)> {
    let set = |was: Attr, now: Attr| Edit::Set { was, now };
    let id = nobody(draft);
    let stale = Attr::Template(format!("{}x", draft.template));
    let mut wrong = vec![
        (set(stale.clone(), stale), Rejected::Mismatch),
        (
            set(
                Attr::Status(id, Status::Open),
                Attr::Status(id, Status::Done),
            ),
            Rejected::Missing,
        ),
    ];
    for measure in &draft.measures {
        // Both ends of the edit must point at the same place.
        let crossed = set(
            Attr::Template(draft.template.clone()),
            Attr::Status(measure.id, Status::Closed),
        );
        wrong.push((crossed, Rejected::Mismatch));
        let passage = Attr::PassageKind(measure.id, PassageKind::Detail);
        wrong.push((set(passage.clone(), passage), Rejected::Missing));
    }
    wrong
}

fn insertions(draft: &Draft) -> Vec<(Edit, Rejected)> {
    let insert = |list: List, index: usize, item: Item| Edit::Insert {
        slot: Slot { list, index },
        item,
    };
    let id = draft.fresh_id();
    let nowhere = List::Body(nobody(draft));
    let mut wrong = vec![(
        insert(nowhere, 0, item(id, nowhere, 0, "")),
        Rejected::Missing,
    )];
    for list in lists(draft) {
        let len = draft.len_of(list).unwrap();
        let fresh = item(id, list, 1, "多");
        wrong.push((insert(list, len + 1, fresh.clone()), Rejected::Missing));
        let stranger = match list {
            List::Bylines => item(id, List::Causes, 2, ""),
            _ => item(id, List::Bylines, 0, ""),
        };
        wrong.push((insert(list, len, stranger), Rejected::WrongKind));
    }
    for id in ids(draft) {
        // The same item again, and its id worn by another.
        let slot = draft.slot_of(id).unwrap();
        let again = draft.item(id).unwrap();
        wrong.push((insert(slot.list, slot.index, again), Rejected::Duplicate));
        let text = String::new();
        let byline = Item::Byline(Byline { id, text });
        wrong.push((insert(List::Bylines, 0, byline), Rejected::Duplicate));
    }
    if let Item::Problem(mut problem) = item(id, List::Problems(id), 2, "") {
        problem.body.iter_mut().for_each(|it| it.id = id);
        let twice = draft.dimensions.first().map(|it| List::Problems(it.id));
        wrong.extend(twice.map(|it| (insert(it, 0, Item::Problem(problem)), Rejected::Duplicate)));
    }
    wrong
}

fn removals(draft: &Draft) -> Vec<(Edit, Rejected)> {
    let mut wrong = Vec::new();
    for id in ids(draft) {
        let slot = draft.slot_of(id).unwrap();
        let there = draft.item(id).unwrap();
        let beyond = Slot {
            index: draft.len_of(slot.list).unwrap(),
            ..slot
        };
        let remove = |slot: Slot, item: Item| Edit::Remove { slot, item };
        wrong.push((remove(beyond, there.clone()), Rejected::Missing));
        let removal = draft.removal(id).unwrap();
        if removal.edits.len() > 1 {
            wrong.push((remove(slot, there), Rejected::Linked));
        }
        let other = item(id, slot.list, 0, "不是它");
        wrong.push((remove(slot, other), Rejected::Mismatch));
    }
    wrong
}

fn moves(draft: &Draft) -> Vec<(Edit, Rejected)> {
    let mut wrong = Vec::new();
    for id in ids(draft) {
        let from = draft.slot_of(id).unwrap();
        let shift = |item: ItemId, to: Slot| Edit::Move { item, from, to };
        wrong.push((shift(nobody(draft), from), Rejected::Mismatch));
        let index = draft.len_of(from.list).unwrap();
        wrong.push((shift(id, Slot { index, ..from }), Rejected::Missing));
        let list = match from.list {
            List::Causes => List::Measures,
            _ => List::Causes,
        };
        wrong.push((shift(id, Slot { list, index: 0 }), Rejected::WrongKind));
    }
    wrong
}

fn links(draft: &Draft) -> Vec<(Edit, Rejected)> {
    let mut wrong = Vec::new();
    for link in possible_links(draft).concat() {
        if draft.links.contains(&link) {
            wrong.push((Edit::Link(link), Rejected::Duplicate));
        } else {
            wrong.push((Edit::Unlink(link), Rejected::Mismatch));
        }
        if let Link::ProblemCause { problem, cause } = link {
            let turned = Link::ProblemCause {
                problem: cause,
                cause: problem,
            };
            wrong.push((Edit::Link(turned), Rejected::Missing));
        }
    }
    wrong
}

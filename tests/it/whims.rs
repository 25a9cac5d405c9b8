//! An imaginary writer: random moves that become changes of the draft at hand. Knows only the public face of
//! `draft`; what must hold is said by the tests.

use pouxi::draft::{
    Attr, Change, ChangeCause, Committed, Draft, Earlier, Edit, Field, ItemId, Link, PassageKind,
    Session, Slot, Status,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::inventory::{fields, ids, item, lists, parts, possible_links};

/// What the writer does next.
#[derive(Clone, Debug)]
pub(crate) enum Whim {
    /// One thing.
    One(Act),
    /// Several things that are one change: what an import or a button does.
    Batch(Vec<Act>),
    Seal,
    Undo,
    Redo,
}

/// A change of the draft, the choices not yet resolved against it.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// Types where the last text was changed.
    TypeOn(String),
    /// Types in another text, at the offset where the last one was changed.
    TypeBeside(Index, String),
    /// Erases that many characters before (or else behind) the place of the last change of text.
    EraseOn(usize, bool),
    Type(Index, Index, String),
    Paste(Index, Index, String),
    Rewrite(Index, String),
    Insert(Index, Index, usize, String),
    Move(Index, Index, Index),
    Remove(Index),
    Link(Index, Index),
    Unlink(Index),
    Decide(Index, Option<String>),
    Status(Index, Status),
    Kind(Index, PassageKind),
    Template(String),
    Silence(String, Option<Index>, Option<String>),
    Earlier(Option<String>),
    Branch(String, Option<bool>),
}

/// Words with everything that makes offsets interesting: several bytes, several characters to a grapheme,
/// characters that share their first byte, ends of phrases.
pub(crate) fn words(most: usize) -> impl Strategy<Value = String> {
    let tokens = vec![
        "问题",
        "学",
        "𠮷",
        "👨‍👩‍👧",
        "e\u{301}",
        "é",
        "è",
        "a",
        "ab",
        " ",
        "，",
        "。",
        "、",
        "\n",
    ];
    vec(select(tokens), 0..=most).prop_map(|it| it.concat())
}

/// A sequence of moves: single ones, bouts of typing, and going back and forth.
pub(crate) fn whims(most: usize) -> impl Strategy<Value = Vec<Whim>> {
    let back_and_on = || {
        (0..4_usize, 0..4_usize)
            .prop_map(|(back, on)| [vec![Whim::Undo; back], vec![Whim::Redo; on]].concat())
    };
    let bout = prop_oneof![
        14 => act().prop_map(|it| vec![Whim::One(it)]),
        3 => vec(act(), 2..6).prop_map(|it| vec![Whim::Batch(it)]),
        3 => (strokes(), back_and_on(), strokes()).prop_map(|(a, b, c)| [a, b, c].concat()),
        1 => Just(vec![Whim::Seal]),
        2 => back_and_on(),
    ];
    vec(bout, 0..most).prop_map(|it| it.concat())
}

fn strokes() -> impl Strategy<Value = Vec<Whim>> {
    let stroke = prop_oneof![
        6 => words(2).prop_map(Act::TypeOn),
        1 => (any::<Index>(), words(2)).prop_map(|(field, it)| Act::TypeBeside(field, it)),
        2 => (1..3_usize, any::<bool>()).prop_map(|(n, back)| Act::EraseOn(n, back)),
    ];
    vec(stroke.prop_map(Whim::One), 0..7)
}

fn act() -> impl Strategy<Value = Act> {
    let ix = any::<Index>;
    let statuses = vec![
        Status::Open,
        Status::Underway,
        Status::Ongoing,
        Status::Done,
        Status::Closed,
        Status::Unfinished,
    ];
    let kinds = vec![PassageKind::Detail, PassageKind::Example];
    prop_oneof![
        3 => (ix(), ix(), words(3)).prop_map(|(field, at, it)| Act::Type(field, at, it)),
        1 => (ix(), ix(), words(5)).prop_map(|(field, at, it)| Act::Paste(field, at, it)),
        3 => (ix(), words(5)).prop_map(|(field, it)| Act::Rewrite(field, it)),
        14 => (ix(), ix(), 0..3_usize, words(3))
            .prop_map(|(list, at, n, it)| Act::Insert(list, at, n, it)),
        4 => (ix(), ix(), ix()).prop_map(|(item, list, at)| Act::Move(item, list, at)),
        3 => ix().prop_map(Act::Remove),
        12 => (ix(), ix()).prop_map(|(kind, it)| Act::Link(kind, it)),
        1 => ix().prop_map(Act::Unlink),
        3 => (ix(), prop::option::weighted(0.7, words(2))).prop_map(|(part, it)| Act::Decide(part, it)),
        1 => (ix(), select(statuses)).prop_map(|(item, it)| Act::Status(item, it)),
        1 => (ix(), select(kinds)).prop_map(|(item, it)| Act::Kind(item, it)),
        1 => words(1).prop_map(Act::Template),
        2 => (select(vec!["placeholder", "length"]), prop::option::weighted(0.8, ix()), prop::option::weighted(0.7, words(1)))
            .prop_map(|(rule, item, it)| Act::Silence(rule.to_owned(), item, it)),
        1 => prop::option::weighted(0.7, words(1)).prop_map(Act::Earlier),
        2 => (select(vec!["a", "b"]), prop::option::weighted(0.8, any::<bool>()))
            .prop_map(|(key, it)| Act::Branch(key.to_owned(), it)),
    ]
}

/// A writer at work: the session, what was committed, and every state seen.
#[derive(Clone)]
pub(crate) struct Writer {
    pub(crate) session: Session,
    pub(crate) log: Vec<Committed>,
    /// The draft before the first change, and after each.
    pub(crate) states: Vec<Draft>,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self {
            session: Session::default(),
            log: Vec::new(),
            states: vec![Draft::default()],
        }
    }

    /// Follows all whims.
    pub(crate) fn after(whims: &[Whim]) -> Self {
        let mut writer = Self::new();
        for whim in whims {
            writer.follow(whim);
        }
        writer
    }

    /// Does what the whim asks for, if the draft has anything to do it with. Tells whether a change was made.
    pub(crate) fn follow(&mut self, whim: &Whim) -> bool {
        let committed = match whim {
            Whim::Seal => {
                self.session.seal();
                None
            }
            Whim::Undo => self.session.undo(),
            Whim::Redo => self.session.redo(),
            Whim::One(_) | Whim::Batch(_) => {
                let place = (self.log.iter().rev()).find_map(|it| it.change().place());
                change(self.session.draft(), place, whim)
                    .map(|it| self.session.commit(it).expect("made for this draft"))
            }
        };
        let Some(committed) = committed else {
            return false;
        };
        self.log.push(committed);
        self.states.push(self.session.draft().clone());
        true
    }
}

/// Returns the change a whim asks for; `None` if the draft has nothing to do it with.
pub(crate) fn change(draft: &Draft, place: Option<(Field, usize)>, whim: &Whim) -> Option<Change> {
    let (cause, edits) = match whim {
        Whim::One(act) => edits(draft, place, act)?,
        Whim::Batch(acts) => {
            let mut scratch = draft.clone();
            let mut all = Vec::new();
            for act in acts {
                if let Some((cause, edits)) = edits(&scratch, place, act) {
                    let change = Change { cause, edits };
                    scratch.apply(&change).expect("made for this draft");
                    all.extend(change.edits);
                }
            }
            (ChangeCause::Import, all)
        }
        Whim::Seal | Whim::Undo | Whim::Redo => return None,
    };
    (!edits.is_empty()).then_some(Change { cause, edits })
}

fn edits(
    draft: &Draft,
    place: Option<(Field, usize)>,
    act: &Act,
) -> Option<(ChangeCause, Vec<Edit>)> {
    let edit = match act {
        Act::TypeOn(it) => {
            let (field, at) = place.unwrap_or((Field::Title, 0));
            draft.text(field)?.get(at..)?;
            return Some((ChangeCause::Typing, vec![splice(field, at, "", it)?]));
        }
        Act::TypeBeside(field, it) => {
            let field = *pick(&fields(draft), *field)?;
            let at = place?.1;
            draft.text(field)?.get(at..)?;
            return Some((ChangeCause::Typing, vec![splice(field, at, "", it)?]));
        }
        Act::EraseOn(n_chars, back) => {
            let (field, at) = place?;
            let (before, behind) = draft.text(field)?.split_at_checked(at)?;
            let edit = if *back {
                let kept = before.char_indices().rev().nth(n_chars - 1)?.0;
                let (kept, removed) = before.split_at(kept);
                splice(field, kept.len(), removed, "")?
            } else {
                let removed: String = behind.chars().take(*n_chars).collect();
                splice(field, at, &removed, "")?
            };
            return Some((ChangeCause::Typing, vec![edit]));
        }
        Act::Type(field, at, it) | Act::Paste(field, at, it) => {
            let field = *pick(&fields(draft), *field)?;
            let at = boundary(draft.text(field)?, *at);
            let cause = match act {
                Act::Type(..) => ChangeCause::Typing,
                _ => ChangeCause::Paste,
            };
            return Some((cause, vec![splice(field, at, "", it)?]));
        }
        Act::Rewrite(field, it) => Edit::set_text(draft, *pick(&fields(draft), *field)?, it)?,
        Act::Insert(list, at, n, it) => {
            let list = *pick(&lists(draft), *list)?;
            let index = at.index(draft.len_of(list)? + 1);
            let item = item(draft.fresh_id(), list, *n, it);
            Edit::Insert {
                slot: Slot { list, index },
                item,
            }
        }
        Act::Move(item, list, at) => {
            let item = *pick(&ids(draft), *item)?;
            let from = draft.slot_of(item)?;
            let kind = std::mem::discriminant(&from.list);
            let mut targets = lists(draft);
            targets.retain(|it| std::mem::discriminant(it) == kind);
            let list = *pick(&targets, *list)?;
            let room = draft.len_of(list)? + usize::from(list != from.list);
            let to = Slot {
                list,
                index: at.index(room),
            };
            Edit::Move { item, from, to }
        }
        Act::Remove(item) => {
            let removal = draft.removal(*pick(&ids(draft), *item)?)?;
            return Some((removal.cause, removal.edits));
        }
        Act::Link(kind, link) => {
            let mut kinds = possible_links(draft).to_vec();
            kinds.retain(|it| !it.is_empty());
            let links: &[Link] = pick(&kinds, *kind)?;
            let link = *pick(links, *link)?;
            return draft.linking(link).map(|it| (it.cause, it.edits));
        }
        Act::Unlink(link) => {
            let links: Vec<Link> = draft.links.iter().copied().collect();
            Edit::Unlink(*pick(&links, *link)?)
        }
        Act::Decide(part, reason) => {
            let part = *pick(&parts(draft), *part)?;
            Edit::set(draft, Attr::NotWritten(part, reason.clone()))?
        }
        Act::Status(item, status) => {
            let measures = draft.measures.iter().map(|it| it.id);
            let follow_ups = draft.follow_ups.iter().map(|it| it.id);
            let all: Vec<ItemId> = measures.chain(follow_ups).collect();
            Edit::set(draft, Attr::Status(*pick(&all, *item)?, *status))?
        }
        Act::Kind(passage, kind) => {
            let mut all = ids(draft);
            all.retain(|it| draft.passage(*it).is_some());
            Edit::set(draft, Attr::PassageKind(*pick(&all, *passage)?, *kind))?
        }
        Act::Silence(rule, item, reason) => {
            let item = item.and_then(|it| pick(&ids(draft), it).copied());
            Edit::set(draft, Attr::Silence(rule.clone(), item, reason.clone()))?
        }
        Act::Template(id) => Edit::set(draft, Attr::Template(id.clone()))?,
        Act::Earlier(words) => Edit::set(draft, earlier(words.as_deref()))?,
        Act::Branch(key, answer) => Edit::set(draft, Attr::Branch(key.clone(), *answer))?,
    };
    Some((ChangeCause::Structure, vec![edit]))
}

fn pick<T>(all: &[T], index: Index) -> Option<&T> {
    (!all.is_empty()).then(|| index.get(all))
}

fn boundary(text: &str, index: Index) -> usize {
    let starts = text.char_indices().map(|(at, _)| at);
    let marks: Vec<usize> = starts.chain([text.len()]).collect();
    *index.get(&marks)
}

fn earlier(words: Option<&str>) -> Attr {
    Attr::Earlier(words.map(|it| Earlier {
        draft: it.to_owned(),
        title: it.to_owned(),
    }))
}

fn splice(field: Field, at: usize, removed: &str, inserted: &str) -> Option<Edit> {
    let is_empty = removed.is_empty() && inserted.is_empty();
    (!is_empty).then(|| Edit::Splice {
        field,
        at,
        removed: removed.to_owned(),
        inserted: inserted.to_owned(),
    })
}

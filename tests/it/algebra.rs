//! What must hold of changes whatever the writer does, shown on random writers (see `whims`).
//!
//! Each property was seen to fail when the code was broken on purpose: the order of `Change::invert`, each check
//! of an edit's base, the rollback of a change, the joining of strokes, the order of decisions.

use std::collections::{BTreeMap, BTreeSet};

use pouxi::draft::{
    Change, ChangeCause, Draft, Edit, Field, History, ItemId, Link, Outline, Session,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::inventory::{fields, ids};
use crate::whims::{Whim, Writer, change, whims, words};
use crate::wrong::wrong_edits;

/// Tells whether nothing at all differs, the ids used up on the way included.
pub(crate) fn is_same(one: &Draft, other: &Draft) -> bool {
    one.same_content(other) && one.fresh_id() == other.fresh_id()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn every_change_can_be_taken_back(whims in whims(60)) {
        let mut writer = Writer::after(&whims);
        for (committed, states) in writer.log.iter().zip(writer.states.windows(2)) {
            let mut back = states[1].clone();
            let inverse = committed.change().clone().invert(ChangeCause::Undo);
            prop_assert_eq!(back.apply(&inverse), Ok(()));
            prop_assert!(back.same_content(&states[0]));
            prop_assert_eq!(inverse.invert(committed.change().cause), committed.change().clone());
        }
        let here = writer.session.draft().clone();
        let mut n_undone = 0;
        while writer.follow(&Whim::Undo) {
            n_undone += 1;
        }
        prop_assert!(!writer.session.can_undo());
        prop_assert!(writer.session.draft().same_content(&Draft::default()));
        for _ in 0..n_undone {
            prop_assert!(writer.follow(&Whim::Redo));
        }
        while writer.follow(&Whim::Redo) {}
        prop_assert!(!writer.session.can_redo());
        // What had been undone before comes behind `here`; going back as far leads there again.
        let n_more = writer.log.len() - Writer::after(&whims).log.len() - 2 * n_undone;
        for _ in 0..n_more {
            prop_assert!(writer.follow(&Whim::Undo));
        }
        prop_assert!(writer.session.draft().same_content(&here));
    }

    #[test]
    fn replay_of_the_changes_gives_the_draft(whims in whims(60)) {
        let writer = Writer::after(&whims);
        let mut replayed = Draft::default();
        for (committed, state) in writer.log.iter().zip(writer.states.iter().skip(1)) {
            let line = serde_json::to_string(committed.change()).unwrap();
            let read: Change = serde_json::from_str(&line).unwrap();
            prop_assert_eq!(&read, committed.change());
            prop_assert_eq!(replayed.apply(&read), Ok(()));
            prop_assert!(is_same(&replayed, state));
        }
        let snapshot = serde_json::to_string(&replayed).unwrap();
        let read: Draft = serde_json::from_str(&snapshot).unwrap();
        prop_assert!(is_same(&read, &replayed));
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), snapshot);
    }

    #[test]
    fn a_history_rebuilt_undoes_as_the_live_one(whims in whims(60), more in whims(20), middle in any::<Index>()) {
        // Reopened in the middle of the work, the writer goes on as if nothing had been.
        let whole = Writer::after(&whims);
        let n_before = middle.index(whole.log.len() + 1);
        let mut live = Writer::new();
        let mut rest = whims.iter();
        while live.log.len() < n_before {
            live.follow(rest.next().expect("the same whims give the same changes"));
        }
        let mut reopened = live.clone();
        reopened.session = reopen(&live);
        // Where the writer stopped, a phrase ended.
        live.session.seal();
        for whim in rest.chain(&more) {
            prop_assert_eq!(live.follow(whim), reopened.follow(whim));
            prop_assert_eq!(live.log.last(), reopened.log.last());
        }
        let mut again = live.clone();
        again.session = reopen(&live);
        for whim in [Whim::Redo, Whim::Undo, Whim::Redo] {
            for _ in 0..live.log.len() {
                prop_assert_eq!(live.follow(&whim), reopened.follow(&whim));
                again.follow(&whim);
                prop_assert_eq!(live.log.last(), reopened.log.last());
                prop_assert_eq!(live.log.last(), again.log.last());
                prop_assert_eq!(live.session.can_undo(), again.session.can_undo());
                prop_assert_eq!(live.session.can_redo(), again.session.can_redo());
            }
        }
        prop_assert!(live.session.draft().same_content(reopened.session.draft()));
    }

    #[test]
    fn only_typing_joins_the_typing_just_before(whims in whims(60)) {
        let mut writer = Writer::new();
        let mut is_sealed = true;
        for whim in &whims {
            let before = writer.log.last().cloned();
            if !writer.follow(whim) {
                is_sealed |= matches!(whim, Whim::Seal);
                continue;
            }
            let now = writer.log.last().unwrap();
            if now.joined() {
                let before = before.unwrap();
                prop_assert!(!is_sealed);
                prop_assert_eq!(before.change().cause, ChangeCause::Typing);
                prop_assert_eq!(now.change().cause, ChangeCause::Typing);
                let fields = (before.change().place(), now.change().place());
                prop_assert_eq!(fields.0.unwrap().0, fields.1.unwrap().0);
                if let [Edit::Splice { inserted, .. }] = before.change().edits.as_slice() {
                    prop_assert!(!inserted.ends_with(['，', '。', '、', '\n']));
                }
            }
            is_sealed = false;
        }
    }

    #[test]
    fn what_is_referred_to_exists_and_ids_are_new(whims in whims(60)) {
        let writer = Writer::after(&whims);
        let mut seen: BTreeSet<ItemId> = BTreeSet::new();
        for (committed, states) in writer.log.iter().zip(writer.states.windows(2)) {
            prop_assert!(refers_to_what_exists(&states[1]));
            let all = ids(&states[1]);
            let unique: BTreeSet<ItemId> = all.iter().copied().collect();
            prop_assert_eq!(unique.len(), all.len());
            let before: BTreeSet<ItemId> = ids(&states[0]).into_iter().collect();
            let is_history = matches!(committed.change().cause, ChangeCause::Undo | ChangeCause::Redo);
            let n_reused = unique.difference(&before).filter(|it| seen.contains(it)).count();
            prop_assert!(is_history || n_reused == 0);
            seen.extend(unique);
            prop_assert!(seen.iter().all(|it| *it < states[1].fresh_id()));
            prop_assert!(states[0].fresh_id() <= states[1].fresh_id());
        }
    }

    #[test]
    fn an_outline_carries_the_whole_report(whims in whims(60)) {
        let writer = Writer::after(&whims);
        let outline = Outline::of(writer.session.draft());
        let mut copy = Session::default();
        let change = outline.clone().into_change(copy.draft(), ChangeCause::Import);
        prop_assert!(copy.commit(change).is_ok());
        prop_assert_eq!(Outline::of(copy.draft()), outline);
        prop_assert_eq!(content(copy.draft()), content(writer.session.draft()));
        prop_assert!(refers_to_what_exists(copy.draft()));
        while copy.undo().is_some() {}
        prop_assert!(copy.draft().same_content(&Draft::default()));
    }

    #[test]
    fn every_text_stands_once_in_the_order_of_the_report(whims in whims(40)) {
        let draft = Writer::after(&whims).session.draft().clone();
        let mut known = fields(&draft);
        let mut ordered = draft.fields();
        known.sort();
        ordered.sort();
        prop_assert_eq!(ordered, known);
        for (field, text) in draft.runs().into_iter().flatten() {
            prop_assert_eq!(Some(text), draft.text(field));
        }
    }

    #[test]
    fn text_is_set_by_the_smallest_splice(old in words(8), new in words(8)) {
        let mut draft = Draft::default();
        draft.title.clone_from(&old);
        let Some(edit) = Edit::set_text(&draft, Field::Title, &new) else {
            prop_assert_eq!(old, new);
            return Ok(());
        };
        if let Edit::Splice { removed, inserted, .. } = &edit {
            prop_assert!(removed.is_empty() || inserted.is_empty() || (
                removed.chars().next() != inserted.chars().next()
                    && removed.chars().last() != inserted.chars().last()
            ));
        }
        let change = Change { cause: ChangeCause::Structure, edits: vec![edit] };
        prop_assert_eq!(draft.apply(&change), Ok(()));
        prop_assert_eq!(draft.title, new);
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_change_whose_last_edit_is_wrong_leaves_no_trace(whims in whims(40), last in whims(6)) {
        let mut writer = Writer::after(&whims);
        let before = writer.session.draft().clone();
        let mut sound = Change { cause: ChangeCause::Import, edits: Vec::new() };
        let mut scratch = before.clone();
        for whim in &last {
            if let Some(it) = change(&scratch, None, whim) {
                scratch.apply(&it).unwrap();
                sound.edits.extend(it.edits);
            }
        }
        for (edit, reason) in wrong_edits(&scratch) {
            let mut edits = sound.edits.clone();
            edits.push(edit);
            let mut draft = before.clone();
            let rejected = draft.apply(&Change { cause: ChangeCause::Import, edits: edits.clone() });
            prop_assert_eq!(rejected, Err(reason), "{:?}", edits.last());
            prop_assert!(is_same(&draft, &before), "{:?}", edits.last());
        }
        // Nor does the history remember it.
        let mut spared = writer.clone();
        let (edit, reason) = wrong_edits(&before).swap_remove(0);
        let rejected = writer.session.commit(Change { cause: ChangeCause::Typing, edits: vec![edit] });
        prop_assert_eq!(rejected, Err(reason));
        prop_assert!(is_same(writer.session.draft(), &before));
        while spared.follow(&Whim::Undo) {
            prop_assert!(writer.follow(&Whim::Undo));
        }
        prop_assert!(!writer.session.can_undo());
    }

    #[test]
    fn a_change_made_for_another_draft_is_taken_whole_or_not_at_all(one in whims(50), other in whims(50)) {
        let (one, mut other) = (Writer::after(&one), Writer::after(&other));
        for committed in &one.log {
            let before = other.session.draft().clone();
            let change = committed.change();
            let inverse = change.clone().invert(ChangeCause::Structure);
            let foreign = Change { cause: ChangeCause::Import, edits: change.edits.clone() };
            if other.session.commit(foreign).is_err() {
                prop_assert!(is_same(other.session.draft(), &before));
                continue;
            }
            prop_assert!(refers_to_what_exists(other.session.draft()));
            let mut back = other.session.draft().clone();
            prop_assert_eq!(back.apply(&inverse), Ok(()));
            prop_assert!(back.same_content(&before));
        }
    }
}

/// Ends the session and begins another with the history read back from its log.
fn reopen(writer: &Writer) -> Session {
    let mut session = Session::new(writer.session.draft().clone());
    session.remember(History::rebuild(
        (writer.log.iter()).map(|it| (it.change().clone(), it.joined())),
    ));
    session
}

/// Returns all a draft holds as JSON, with the items' places for their ids.
fn content(draft: &Draft) -> Value {
    let places: BTreeMap<u64, usize> = (ids(draft).iter())
        .enumerate()
        .map(|(place, id)| (u64::from(id.0), place))
        .collect();
    let mut content = serde_json::to_value(draft).unwrap();
    content.as_object_mut().unwrap().remove("next_id");
    name_by_place(&mut content, &places);
    for list in ["links", "not_written", "silences"] {
        // A draft that silences nothing has no such list.
        let Some(list) = content[list].as_array_mut() else {
            continue;
        };
        list.sort_by_key(Value::to_string);
    }
    content
}

/// All numbers in a draft are ids.
fn name_by_place(value: &mut Value, places: &BTreeMap<u64, usize>) {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => {}
        Value::Number(id) => *value = places[&id.as_u64().unwrap()].into(),
        Value::Array(all) => all.iter_mut().for_each(|it| name_by_place(it, places)),
        Value::Object(all) => all.values_mut().for_each(|it| name_by_place(it, places)),
    }
}

/// Tells whether both ends of every link and the item of every decision and silence exist, each once and in order.
fn refers_to_what_exists(draft: &Draft) -> bool {
    let links = draft.links.iter().all(|it| match *it {
        Link::ProblemCause { problem, cause } => {
            draft.problem(problem).is_some() && draft.cause(cause).is_some()
        }
        Link::CauseMeasure { cause, measure } => {
            draft.cause(cause).is_some() && draft.measure(measure).is_some()
        }
        Link::ProblemMeasure { problem, measure } => {
            draft.problem(problem).is_some() && draft.measure(measure).is_some()
        }
    });
    let decisions = &draft.not_written;
    let silences = &draft.silences;
    links
        && silences
            .iter()
            .all(|it| it.item.is_none_or(|it| draft.holds(it)))
        && silences.is_sorted_by(|a, b| (a.item, &a.rule) < (b.item, &b.rule))
        && decisions.iter().all(|it| draft.holds(it.part.item()))
        && decisions.is_sorted_by(|a, b| a.part < b.part)
}

proptest! {
    #![proptest_config(config(64))]

    /// Dividing and joining problems and passages keeps every sign, whatever the draft; and can be taken back.
    #[test]
    fn dividing_and_joining_keep_every_sign(whims in whims(40), at in any::<Index>(), divides in any::<bool>()) {
        let mut session = Writer::after(&whims).session;
        let before = session.draft().clone();
        let signs = |draft: &Draft| {
            let texts = fields(draft).into_iter().filter_map(|it| draft.text(it).map(str::to_owned));
            let mut signs: Vec<char> = texts.collect::<String>().chars().collect();
            signs.sort_unstable();
            signs
        };
        let all = ids(&before);
        if all.is_empty() {
            return Ok(());
        }
        let id = *at.get(&all);
        let change = if divides { before.dividing_problem(id) } else { before.joining(id) };
        if let Some(change) = change {
            prop_assert!(session.commit(change).is_ok());
            prop_assert_eq!(signs(session.draft()), signs(&before));
            prop_assert!(session.draft().is_sound());
            prop_assert!(session.undo().is_some());
            prop_assert!(session.draft().same_content(&before));
        }
    }
}

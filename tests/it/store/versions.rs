//! What a draft was: every state its records lead to, told backwards, is the state that was there.
//!
//! Noticed: an inversion in the wrong order; a walk that stops a record early; a version numbered by the record
//! behind it; a mark that an older reader takes for damage.

use jiff::tz::TimeZone;
use pouxi::desk::{self, Moment, Version};
use pouxi::draft::{Change, ChangeCause, Draft, Edit, Field, Session};
use pouxi::store::{Mark, Past};
use proptest::prelude::*;

use super::sitting::{Sitting, Step, steps};
use super::{home, journals, moment, open, summary, typed, write};
use crate::whims::Whim;

fn versions(past: &Past) -> Vec<Version> {
    desk::versions::versions(past, &TimeZone::UTC)
}

/// Returns what makes each version one, the last first.
fn moments(path: &std::path::Path) -> Vec<(u64, Vec<Moment>)> {
    let past = Past::read(path).unwrap();
    (versions(&past).into_iter())
        .map(|it| (it.rev, it.moments))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn every_record_is_told_as_it_was_and_can_be_restored(steps in steps(12)) {
        let mut sitting = Sitting::new();
        for step in &steps {
            sitting.take(step);
        }
        sitting.take(&Step::Snapshot);
        let now = sitting.draft().clone();
        sitting.leave();
        let past = Past::read(&sitting.path).unwrap();
        prop_assert!(past.draft().same_content(&now));
        prop_assert_eq!(past.earliest(), 0);
        // Forwards, from nothing.
        let mut states = vec![Draft::default()];
        for record in past.records() {
            let mut draft = states.last().unwrap().clone();
            if let Some(change) = &record.change {
                draft.apply(change).unwrap();
            }
            states.push(draft);
        }
        for (seq, then) in (0_u64..).zip(&states) {
            let told = past.at(seq).unwrap();
            prop_assert!(told.same_content(then), "record {seq}");
            let change = Change::between(&now, then, ChangeCause::Structure);
            prop_assert_eq!(change.is_none(), now.same_content(then));
            let mut session = Session::new(now.clone());
            if let Some(change) = change {
                let _made = session.commit(change).unwrap();
                prop_assert!(session.draft().same_content(then), "record {seq}");
                let _undone = session.undo().unwrap();
                prop_assert!(session.draft().same_content(&now));
            }
        }
        prop_assert!(past.at(past.seq() + 1).is_none());
        for version in versions(&past) {
            prop_assert!(past.at(version.rev).is_some());
            let change = &past.records().get(usize::try_from(version.rev).unwrap().wrapping_sub(1));
            prop_assert!(version.rev == 0 || change.unwrap().change.is_some());
        }
    }
}

#[test]
fn days_pauses_exports_and_big_deletions_are_moments() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    let hour = 60 * 60;
    let many = "字".repeat(120);
    let mut at = |session: &mut Session, second: u64, words: &str| {
        let committed = typed(session, words);
        folder.append(moment(second), &committed).unwrap();
    };
    at(&mut session, 0, "甲"); // 1, at eight
    at(&mut session, hour - 1, "乙"); // 2
    at(&mut session, 2 * hour, "丙"); // 3
    at(&mut session, 17 * hour, &many); // 4, the next day at one
    folder
        .mark(moment(17 * hour + 1), Mark::Exported("md".into()))
        .unwrap(); // 5
    folder
        .mark(moment(17 * hour + 2), Mark::Exported("md".into()))
        .unwrap(); // 6
    let removed = session.draft().title.clone();
    let edit = Edit::set_text(session.draft(), Field::Title, "").unwrap();
    let change = Change {
        cause: ChangeCause::Typing,
        edits: vec![edit],
    };
    let committed = session.commit(change).unwrap();
    folder.append(moment(17 * hour + 3), &committed).unwrap(); // 7
    drop(folder);
    let erased = removed.chars().count();
    assert_eq!(
        moments(&path),
        [
            (7, vec![Moment::Now]),
            (
                4,
                vec![Moment::Exported("md".into()), Moment::BeforeErasing(erased)]
            ),
            (3, vec![Moment::Day]),
            (2, vec![Moment::Sitting]),
        ]
    );
    let past = Past::read(&path).unwrap();
    assert_eq!(past.at(4).unwrap().title, removed);
    assert_eq!(past.at(3).unwrap().title, "甲乙丙");
}

#[test]
fn undo_goes_back_over_a_restore_and_a_restart() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    for words in ["甲，", "乙，", "丙，"] {
        write(&mut folder, &mut session, words).unwrap();
    }
    let past = Past::read(&path).unwrap();
    let change = desk::restoring(&past, session.draft(), 1).unwrap();
    folder.mark(moment(1), Mark::Restoring(1)).unwrap();
    let committed = session.commit(change).unwrap();
    folder.append(moment(1), &committed).unwrap();
    assert_eq!(session.draft().title, "甲，");
    drop(folder);
    assert_eq!(
        moments(&path).get(1),
        Some(&(3, vec![Moment::BeforeRestoring(1)]))
    );
    let (mut folder, mut session) = open(&path);
    let mut titles = Vec::new();
    while let Some(committed) = session.undo() {
        folder.append(moment(2), &committed).unwrap();
        titles.push(session.draft().title.clone());
    }
    assert_eq!(titles, ["甲，乙，丙，", "甲，乙，", "甲，", ""]);
}

#[test]
fn a_sitting_that_undoes_and_redoes_has_a_past_too() {
    let mut sitting = Sitting::new();
    for whim in [Whim::Undo, Whim::Redo] {
        sitting.follow(&whim);
    }
    sitting.leave();
    let past = Past::read(&sitting.path).unwrap();
    assert_eq!(versions(&past).len(), 1);
}

/// A hundred thousand strokes are told in one walk: nothing is quadratic. The figure is in docs/reliability.md.
#[test]
fn a_long_past_is_told_in_one_walk() {
    let mut session = Session::default();
    let mut records = Vec::new();
    for n in 1..=20_000_u64 {
        let words = if n % 40 == 0 { "，" } else { "字" };
        let committed = if n % 3 == 0 {
            session.undo().unwrap()
        } else {
            typed(&mut session, words)
        };
        records.push(pouxi::store::Record {
            seq: n,
            time: i64::try_from(n).unwrap() * 20_000,
            change: Some(committed.change().clone()),
            joined: committed.joined(),
            place: None,
            mark: None,
        });
    }
    let past = Past::of(session.draft().clone(), records);
    let list = versions(&past);
    assert_eq!(list.first().map(|it| it.rev), Some(20_000));
    assert!(list.len() >= 4, "days: {list:?}");
}

#[test]
fn a_gap_in_the_records_is_where_the_past_begins() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, "甲，").unwrap();
    let now = session.draft().clone();
    folder
        .snapshot(&now, None, summary(&now), moment(1))
        .unwrap();
    drop(folder);
    std::fs::remove_file(&journals(&path)[0]).unwrap();
    let past = Past::read(&path).unwrap();
    assert_eq!((past.seq(), past.earliest()), (1, 1));
    assert!(past.at(0).is_none());
    let all = moments(&path);
    assert_eq!(all, [(1, vec![Moment::Earliest, Moment::Now])]);
}

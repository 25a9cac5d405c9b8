//! What a crash leaves: any beginning of what was being written.
//!
//! Noticed: a replay that ignores where the next file begins; appending behind half a line; a snapshot believed
//! without its journal; an empty journal file taken for a whole one.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at, and damage, files behind the store's back"
)]

use std::fs;
use std::path::Path;

use pouxi::draft::{Field, Place, Spot};
use pouxi::store::{DraftFolder, recover};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::sitting::{Sitting, Step, steps};
use super::{copy, files, home, journals, me, moment, names, open, summary, title, typed, write};
use crate::algebra::is_same;

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_beginning_of_the_journal_gives_a_state_that_was_seen(
        steps in steps(10),
        cuts in vec(any::<Index>(), 16),
    ) {
        let sitting = Sitting::after(&steps);
        let snapshot = sitting.path.join("draft.json");
        let journal = journals(&sitting.path).pop().unwrap();
        let bytes = fs::read(&journal).unwrap();
        let aside = sitting.path.join("aside");
        for saved in [sitting.saved, 0] {
            if saved == 0 && snapshot.exists() {
                fs::rename(&snapshot, &aside).unwrap();
            }
            for cut in cuts.iter().map(|it| it.index(bytes.len() + 1)) {
                let beginning = bytes.split_at(cut).0;
                fs::write(&journal, beginning).unwrap();
                let seq = sitting.check();
                prop_assert_eq!(seq, last_whole(&journal, beginning).max(saved));
            }
        }
    }

    #[test]
    fn after_a_crash_the_writer_goes_on(steps in steps(8), cuts in vec(any::<Index>(), 3)) {
        let sitting = Sitting::after(&steps);
        for (n, cut) in cuts.iter().enumerate() {
            let path = copy(&sitting.path, &sitting.path.with_file_name(format!("copy-{n}")));
            let journal = journals(&path).pop().unwrap();
            let bytes = fs::read(&journal).unwrap();
            let beginning = bytes.split_at(cut.index(bytes.len() + 1)).0;
            fs::write(&journal, beginning).unwrap();
            let (mut folder, mut session) = open(&path);
            let seq = sitting.check_seen(&recover(&path).unwrap());
            write(&mut folder, &mut session, "后").unwrap();
            drop(folder);
            let recovered = recover(&path).unwrap();
            prop_assert_eq!(recovered.seq, seq + 1);
            prop_assert!(is_same(&recovered.draft, session.draft()));
            // What was there stays there; behind half a line nothing is added.
            let is_whole = beginning.ends_with(b"\n");
            let is_kept = files(&path).iter().filter(|it| it.is_file()).any(|it| {
                let now = fs::read(it).unwrap();
                if is_whole { now.starts_with(beginning) } else { now == beginning }
            });
            prop_assert!(is_kept);
        }
    }

    #[test]
    fn all_of_the_journal_gives_what_is_in_memory(steps in steps(14)) {
        let sitting = Sitting::after(&steps);
        sitting.check_whole(&recover(&sitting.path).unwrap());
        if sitting.saved > 0 {
            fs::remove_file(sitting.path.join("draft.json")).unwrap();
        }
        let recovered = recover(&sitting.path).unwrap();
        sitting.check_whole(&recovered);
        prop_assert_eq!(recovered.tail.len() as u64, sitting.seq);
    }
}

/// Returns the number of the last record in these bytes, the beginning of a journal file.
fn last_whole(journal: &Path, bytes: &[u8]) -> u64 {
    let name = journal.file_stem().unwrap().to_str().unwrap();
    let base = name.strip_prefix("journal-").unwrap().parse().unwrap();
    let whole = bytes.split_inclusive(|it| *it == b'\n');
    let whole = whole.filter(|it| it.ends_with(b"\n")).skip(1);
    let number = |line: &[u8]| {
        let json: serde_json::Value = serde_json::from_slice(line.split_at(9).1).unwrap();
        json["n"].as_u64().unwrap()
    };
    whole.last().map_or(base, number)
}

#[test]
fn a_file_that_was_only_just_begun_swallows_nothing() {
    let (_guard, home) = home();
    for beginning in ["", "0", "37c4e", "37c4e1b6 {\"form"] {
        let path = home.folder(&home.create().unwrap());
        let first = journals(&path).pop().unwrap();
        fs::write(&first, beginning).unwrap();
        let (mut folder, mut session) = open(&path);
        write(&mut folder, &mut session, "甲").unwrap();
        drop(folder);
        assert_eq!(title(&path), "甲", "{beginning:?}");

        // The same behind an older file.
        fs::write(path.join("journal-000000000001.jsonl"), beginning).unwrap();
        assert_eq!(title(&path), "甲", "{beginning:?}");
        let (mut folder, mut session) = open(&path);
        write(&mut folder, &mut session, "乙").unwrap();
        drop(folder);
        assert_eq!(title(&path), "甲乙", "{beginning:?}");
        assert_eq!(recover(&path).unwrap().damaged_journals, []);
    }
}

#[test]
fn a_long_journal_file_is_closed_at_the_next_snapshot() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    let page = "长".repeat(100_000);
    for n in 1..=4 {
        write(&mut folder, &mut session, &page).unwrap();
        if n % 2 == 0 {
            folder
                .snapshot(session.draft(), None, summary(session.draft()), moment(0))
                .unwrap();
        }
    }
    write(&mut folder, &mut session, "末").unwrap();
    drop(folder);
    let bases = names(&path, "journal-");
    assert_eq!(
        bases,
        ["journal-000000000000.jsonl", "journal-000000000004.jsonl"]
    );
    let recovered = recover(&path).unwrap();
    assert_eq!((recovered.seq, recovered.tail.len()), (5, 1));
    assert!(is_same(&recovered.draft, session.draft()));

    // From the first line on, and back again by undo, over both files.
    fs::remove_file(path.join("draft.json")).unwrap();
    let recovered = recover(&path).unwrap();
    assert_eq!((recovered.seq, recovered.tail.len()), (5, 5));
    assert!(is_same(&recovered.draft, session.draft()));
    let (_folder, mut session) = open(&path);
    while session.undo().is_some() {}
    assert_eq!(session.draft().title, "");
}

#[test]
fn no_new_file_is_no_reason_to_stop() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, &"长".repeat(400_000)).unwrap();
    // In the way of the next journal file.
    let in_the_way = path.join("journal-000000000001.jsonl");
    fs::create_dir(&in_the_way).unwrap();
    folder
        .snapshot(session.draft(), None, summary(session.draft()), moment(0))
        .unwrap();
    fs::remove_dir(&in_the_way).unwrap();
    write(&mut folder, &mut session, "末").unwrap();
    drop(folder);
    assert!(is_same(&recover(&path).unwrap().draft, session.draft()));
    assert_eq!(names(&path, "journal-").len(), 1);
}

#[test]
fn the_writer_comes_back_to_the_caret() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, "对照检查材料").unwrap();
    let at = |caret| Place {
        spot: Spot::Text(Field::Title),
        caret,
        within: None,
    };
    // Behind what was typed last, though nothing was noted.
    assert_eq!(recover(&path).unwrap().place, Some(at(18)));
    folder.note(moment(1), at(6)).unwrap();
    assert_eq!(recover(&path).unwrap().place, Some(at(6)));
    let draft = session.draft().clone();
    folder
        .snapshot(&draft, Some(at(9)), summary(&draft), moment(2))
        .unwrap();
    assert_eq!(recover(&path).unwrap().place, Some(at(9)));
    session.seal();
    write(&mut folder, &mut session, "。").unwrap();
    assert_eq!(recover(&path).unwrap().place, Some(at(21)));
    // Where the text is gone, the caret is not there either.
    let undone = session.undo().unwrap();
    folder.append(moment(3), &undone).unwrap();
    folder.note(moment(4), at(21)).unwrap();
    assert_eq!(session.draft().title, "对照检查材料");
    assert_eq!(recover(&path).unwrap().place, Some(at(18)));
}

#[test]
fn what_a_crash_left_unfinished_is_swept_away() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    fs::write(path.join(".new-a1b2c3"), "half a snapshot").unwrap();
    let (_folder, _) = open(&path);
    assert_eq!(names(&path, ".new-"), Vec::<String>::new());
}

#[test]
fn a_snapshot_ahead_of_its_journal_is_gone_on_from() {
    let mut sitting = Sitting::new();
    let write = |words: &str| {
        use crate::whims::{Act, Whim};
        Step::Write(vec![Whim::One(Act::TypeOn(words.to_owned())), Whim::Seal])
    };
    for step in [write("甲"), write("乙"), write("丙"), Step::Snapshot] {
        sitting.take(&step);
    }
    sitting.leave();
    // The disk kept the snapshot and lost the end of the journal.
    let journal = journals(&sitting.path).pop().unwrap();
    let bytes = fs::read(&journal).unwrap();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|it| *it == b'\n').collect();
    fs::write(&journal, lines[..2].concat()).unwrap();
    assert_eq!(sitting.check(), 3);
    let opened = DraftFolder::open(&sitting.path, &me()).unwrap();
    let mut folder = opened.folder;
    // The history that is left does not lead here.
    assert!(!folder.history().unwrap().can_undo());
    folder
        .append(moment(0), &typed(&mut sitting.writer.session, "丁"))
        .unwrap();
    let mut session = sitting.writer.session.clone();
    session.remember(folder.history().unwrap());
    assert!(session.undo().is_some());
    assert!(!session.can_undo());
    drop(folder);
    assert_eq!(title(&sitting.path), "甲乙丙丁");
}

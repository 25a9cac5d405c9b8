//! What a bad disk, a careless hand or a lost file leaves: anything. The draft is then some state that was seen,
//! what was damaged is kept and named, and what is written from then on is safe.
//!
//! Noticed: a snapshot without a checksum; a damaged snapshot overwritten; journal files of an abandoned future
//! left where they are; a history that does not lead to the draft; a replay that ends at damage it could do without.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at, and damage, files behind the store's back"
)]

use std::fs;
use std::path::{Path, PathBuf};

use pouxi::draft::Session;
use pouxi::store::{DraftFolder, Home, Opened, Stop, StoreError, recover};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::sitting::{Sitting, steps, steps_without_late_lines};
use super::{copy, files, home, journals, me, moment, names, open, summary, title, write};
use crate::algebra::is_same;

/// Where the number of the format stands in a snapshot: changed, it is that of another format.
const FORMAT_DIGIT: usize = 10;

/// What may happen to one file.
#[derive(Clone, Debug)]
enum Mishap {
    /// Bits of one byte turn.
    Flip(Index, u8),
    /// The end is lost.
    Cut(Index),
    /// A stretch is zeros.
    Zeros(Index, usize),
    /// A stretch is lost.
    Hole(Index, usize),
    /// A stretch is there twice.
    Double(Index, usize),
    Lost,
}

fn mishap() -> impl Strategy<Value = Mishap> {
    let at = any::<Index>;
    prop_oneof![
        3 => (at(), 1..=255_u8).prop_map(|(at, bits)| Mishap::Flip(at, bits)),
        1 => at().prop_map(Mishap::Cut),
        1 => (at(), 1..40_usize).prop_map(|(at, n)| Mishap::Zeros(at, n)),
        1 => (at(), 1..40_usize).prop_map(|(at, n)| Mishap::Hole(at, n)),
        1 => (at(), 1..40_usize).prop_map(|(at, n)| Mishap::Double(at, n)),
        1 => Just(Mishap::Lost),
    ]
}

impl Mishap {
    fn befall(&self, file: &Path) {
        let mut bytes = fs::read(file).unwrap();
        let at = |it: &Index| it.index(bytes.len().max(1));
        match self {
            Self::Lost => return fs::remove_file(file).unwrap(),
            Self::Cut(to) => bytes.truncate(at(to)),
            Self::Flip(place, bits) => {
                let place = at(place);
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= bits;
                }
            }
            Self::Zeros(place, n) => {
                let place = at(place);
                bytes.iter_mut().skip(place).take(*n).for_each(|it| *it = 0);
            }
            Self::Double(place, n) => {
                let place = at(place).min(bytes.len());
                let end = bytes.len().min(place + n);
                let twice = bytes.get(place..end).unwrap_or_default().to_vec();
                bytes.splice(end..end, twice);
            }
            Self::Hole(place, n) => {
                let place = at(place);
                let end = bytes.len().min(place + n);
                bytes.drain(place.min(end)..end);
            }
        }
        fs::write(file, bytes).unwrap();
    }
}

/// Returns the snapshot, if there is one, and the journal files.
fn content(path: &Path) -> Vec<PathBuf> {
    let mut all = journals(path);
    all.extend(Some(path.join("draft.json")).filter(|it| it.exists()));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn one_wrong_byte_gives_a_state_that_was_seen(
        steps in steps(10),
        flips in vec((any::<Index>(), any::<Index>(), 1..=255_u8), 24),
    ) {
        let sitting = Sitting::after(&steps);
        for (file, at, bits) in flips {
            let all = content(&sitting.path);
            let file = file.get(&all);
            let sound = fs::read(file).unwrap();
            let mut bytes = sound.clone();
            let at = at.index(bytes.len());
            bytes[at] ^= bits;
            fs::write(file, &bytes).unwrap();
            if file.ends_with("draft.json") {
                match recover(&sitting.path) {
                    Ok(recovered) => {
                        // The journals know it all.
                        prop_assert_eq!(sitting.check_seen(&recovered), sitting.seq);
                        prop_assert!(recovered.newer.is_some() || recovered.damaged_snapshot.is_some());
                        prop_assert!(at == FORMAT_DIGIT || recovered.newer.is_none());
                    }
                    Err(error) => {
                        let is_newer = matches!(error, StoreError::Newer { .. });
                        prop_assert!(at == FORMAT_DIGIT && is_newer);
                    }
                }
            } else {
                let seq = sitting.check();
                // Nothing is lost but what cannot be told without the damaged lines.
                let before = bytes.split_at(at).0;
                let damaged = sound.split_inclusive(|it| *it == b'\n');
                let line_idx = before.split(|it| *it == b'\n').skip(1).count();
                let number = damaged.skip(1).map(number).nth(line_idx.saturating_sub(1));
                let is_header = line_idx == 0 && sound[at] != b'\n';
                let first_lost = number.filter(|_| !is_header).unwrap_or(u64::MAX);
                let last_sound = first_lost.saturating_sub(1).min(sitting.seq);
                prop_assert!(seq >= last_sound.max(sitting.saved), "{seq} {last_sound} {}", sitting.saved);
            }
            fs::write(file, &sound).unwrap();
        }
    }

    #[test]
    fn whatever_happens_what_is_written_next_is_safe(
        // A late line in one file and the loss of the next: the one is taken for the other. That is a limit.
        steps in steps_without_late_lines(10),
        mishaps in vec((any::<Index>(), mishap()), 1..4),
        with_snapshot in any::<bool>(),
    ) {
        let sitting = Sitting::after(&steps);
        for (file, mishap) in &mishaps {
            let all = content(&sitting.path);
            if !all.is_empty() {
                let file: &PathBuf = file.get(&all);
                mishap.befall(file);
            }
        }
        let opened = match DraftFolder::open(&sitting.path, &me()) {
            Err(StoreError::Newer { .. }) => return Ok(()),
            opened => opened.unwrap(),
        };
        let Opened { mut folder, recovered } = opened;
        sitting.check_seen(&recovered);
        for it in recovered.damaged_snapshot.iter().chain(recovered.damaged_journals.iter().map(|it| &it.0)) {
            prop_assert!(it.exists(), "{}", it.display());
        }
        let mut session = Session::new(recovered.draft);
        session.remember(folder.history().unwrap());
        undo_over_seen_states(&sitting, &session);
        for n in 0..12 {
            write(&mut folder, &mut session, "新").unwrap();
            if with_snapshot && n == 5 {
                folder.snapshot(session.draft(), None, summary(session.draft()), moment(0)).unwrap();
            }
        }
        drop(folder);
        let recovered = recover(&sitting.path).unwrap();
        prop_assert!(is_same(&recovered.draft, session.draft()));
        let (mut folder, mut session) = open(&sitting.path);
        write(&mut folder, &mut session, "又").unwrap();
        drop(folder);
        let recovered = recover(&sitting.path).unwrap();
        prop_assert!(is_same(&recovered.draft, session.draft()));
        prop_assert!(recovered.draft.title.contains("新新新新新新新新新新新新又"));
    }
}

fn number(line: &[u8]) -> u64 {
    let json: serde_json::Value = serde_json::from_slice(line.split_at(9).1).unwrap();
    json["n"].as_u64().unwrap()
}

/// Checks that undo leads over states that were seen only.
fn undo_over_seen_states(sitting: &Sitting, session: &Session) {
    let mut session = session.clone();
    while session.undo().is_some() {
        assert!(sitting.showed(session.draft()), "{:?}", session.draft());
    }
}

/// Every byte of every file, flipped, cut off, zeroed and doubled: the draft opens as far as it goes, what is written
/// next is safe, nothing that was damaged is thrown away, and what is missing is told.
#[test]
fn any_byte_of_any_file_may_be_damaged() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    let mut seen = vec![session.draft().clone()];
    for (n, word) in ["一", "二", "三", "四", "五"].into_iter().enumerate() {
        session.seal();
        write(&mut folder, &mut session, word).unwrap();
        seen.push(session.draft().clone());
        if n == 2 {
            folder
                .snapshot(session.draft(), None, summary(session.draft()), moment(0))
                .unwrap();
        }
    }
    drop(folder);
    let mut n_damaged = 0;
    for file in content(&path) {
        let sound = fs::read(&file).unwrap();
        let name = file.file_name().unwrap();
        for at in 0..sound.len() {
            let (before, behind) = sound.split_at(at);
            let with = |middle: &[u8]| [before, middle, &behind[1..]].concat();
            let flipped = with(&[behind[0] ^ 0x11]);
            let doubled = with(&[behind[0], behind[0]]);
            for damaged in [flipped, before.to_vec(), with(&[0]), doubled] {
                n_damaged += 1;
                let copied = copy(&path, &path.with_file_name(format!("copy-{n_damaged}")));
                fs::write(copied.join(name), &damaged).unwrap();
                let context =
                    || format!("{name:?} at {at}: {:?}", String::from_utf8_lossy(&damaged));
                let Opened { folder, recovered } = match DraftFolder::open(&copied, &me()) {
                    Err(StoreError::Newer { .. }) if at == FORMAT_DIGIT => continue,
                    opened => opened.unwrap_or_else(|it| panic!("{}: {it}", context())),
                };
                let seq = usize::try_from(recovered.seq).unwrap();
                assert!(is_same(&recovered.draft, &seen[seq]), "{}", context());
                let is_whole = seq == seen.len() - 1;
                let is_journal = name != "draft.json";
                assert!(is_whole || is_journal, "{}", context());
                let is_torn = |it: &(PathBuf, Stop)| matches!(it.1, Stop::Torn { .. });
                let is_torn = recovered.damaged_journals.iter().any(is_torn);
                // Where a record is lost that is known of, that is told. A last line cut short is what a crash leaves.
                let is_cut = !damaged.ends_with(b"\n") || is_torn || damaged.len() == before.len();
                if !is_whole && !is_cut {
                    let n_lost = u64::try_from(seen.len() - 1 - seq).unwrap();
                    let told = 1..=n_lost;
                    assert!(told.contains(&recovered.n_missing), "{}", context());
                }
                assert!(!is_whole || recovered.n_missing == 0, "{}", context());
                drop(folder);
                let is_kept = files(&copied)
                    .iter()
                    .any(|it| fs::read(it).unwrap() == damaged);
                assert!(is_kept, "{}", context());
                fs::remove_dir_all(&copied).unwrap();
            }
        }
    }
    assert!(n_damaged > 4000, "{n_damaged}");
}

#[test]
fn a_damaged_snapshot_is_kept_and_named() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let snapshot = path.join("draft.json");
    for n in 1..=2 {
        let (mut folder, mut session) = open(&path);
        write(&mut folder, &mut session, "写").unwrap();
        folder
            .snapshot(session.draft(), None, summary(session.draft()), moment(n))
            .unwrap();
        drop(folder);
        // A word changed is JSON as before.
        let text = fs::read_to_string(&snapshot).unwrap();
        let damaged = text.replace("\"title\":\"写", "\"title\":\"改");
        assert_ne!(damaged, text);
        fs::write(&snapshot, &damaged).unwrap();
        let recovered = recover(&path).unwrap();
        assert_eq!(recovered.damaged_snapshot.as_ref(), Some(&snapshot));
        assert!(snapshot.exists(), "reading changes nothing");
        let opened = DraftFolder::open(&path, &me()).unwrap();
        let aside = path.join(format!("draft.json.damaged-{n}"));
        assert_eq!(opened.recovered.damaged_snapshot.as_ref(), Some(&aside));
        assert_eq!(fs::read_to_string(&aside).unwrap(), damaged);
        assert!(!snapshot.exists());
        let title = "写".repeat(usize::try_from(n).unwrap());
        assert_eq!(opened.recovered.draft.title, title);
    }
}

/// Writes 一二三四五六 into the title, and begins a journal file for each two.
fn in_three_files(home: &Home) -> PathBuf {
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    for (n, word) in ["一", "二", "三", "四", "五", "六"].iter().enumerate() {
        if n == 2 || n == 4 {
            folder = DraftFolder::take_over(&path, &me()).unwrap().folder;
        }
        session.seal();
        write(&mut folder, &mut session, word).unwrap();
    }
    assert_eq!(journals(&path).len(), 3);
    path
}

#[test]
fn a_gap_is_told_and_what_lies_behind_it_is_put_aside() {
    let (_guard, home) = home();
    let path = &in_three_files(&home);
    let all = journals(path);
    let last = fs::read(&all[2]).unwrap();
    fs::remove_file(&all[1]).unwrap();
    let recovered = recover(path).unwrap();
    assert_eq!(recovered.draft.title, "一二");
    assert_eq!(
        recovered.damaged_journals,
        [(all[2].clone(), Stop::Gap { offset: 0 })]
    );

    let Opened { folder, recovered } = DraftFolder::open(path, &me()).unwrap();
    drop(folder);
    let aside = all[2].with_extension("jsonl.damaged-1");
    assert_eq!(
        recovered.damaged_journals,
        [(aside.clone(), Stop::Gap { offset: 0 })]
    );
    assert_eq!(fs::read(&aside).unwrap(), last);
    // What is written now runs past the number where the lost file began.
    for word in ["甲", "乙", "丙", "丁"] {
        let (mut folder, mut session) = open(path);
        write(&mut folder, &mut session, word).unwrap();
    }
    assert_eq!(title(path), "一二甲乙丙丁");
    let (_folder, mut session) = open(path);
    while session.undo().is_some() {}
    assert_eq!(session.draft().title, "");
}

#[test]
fn without_its_first_file_a_draft_is_what_is_left_and_says_so() {
    let (_guard, home) = home();
    let path = &in_three_files(&home);
    let all = journals(path);
    fs::remove_file(&all[0]).unwrap();
    let recovered = recover(path).unwrap();
    assert_eq!((recovered.seq, recovered.draft.title.as_str()), (0, ""));
    let told: Vec<&PathBuf> = recovered.damaged_journals.iter().map(|it| &it.0).collect();
    assert_eq!(told, [&all[1], &all[2]]);
    // The words are still in the files that were put aside.
    let (folder, _) = open(path);
    drop(folder);
    assert_eq!(names(path, "journal-").len(), 3);
}

#[test]
fn history_begins_behind_a_gap() {
    let (_guard, home) = home();
    let path = &in_three_files(&home);
    let (mut folder, session) = open(path);
    let draft = session.draft();
    folder
        .snapshot(draft, None, summary(draft), moment(0))
        .unwrap();
    drop(folder);
    // The second file loses its second line; the snapshot has it.
    let second = journals(path).swap_remove(1);
    let bytes = fs::read(&second).unwrap();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|it| *it == b'\n').collect();
    fs::write(&second, lines[..2].concat()).unwrap();
    let (_folder, mut session) = open(path);
    assert_eq!(session.draft().title, "一二三四五六");
    while session.undo().is_some() {}
    assert_eq!(session.draft().title, "一二三四");
    while session.redo().is_some() {}
    assert_eq!(session.draft().title, "一二三四五六");
}

#[test]
fn damage_in_what_the_snapshot_holds_costs_nothing() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    for word in ["一", "二", "三"] {
        write(&mut folder, &mut session, word).unwrap();
    }
    folder
        .snapshot(session.draft(), None, summary(session.draft()), moment(0))
        .unwrap();
    write(&mut folder, &mut session, "四").unwrap();
    drop(folder);
    let journal = journals(&path).pop().unwrap();
    let text = fs::read_to_string(&journal).unwrap();
    let damaged = text.replacen("二", "两", 1);
    fs::write(&journal, &damaged).unwrap();
    let Opened {
        mut folder,
        recovered,
    } = DraftFolder::open(&path, &me()).unwrap();
    assert_eq!(recovered.draft.title, "一二三四");
    assert!(matches!(
        recovered.damaged_journals.as_slice(),
        [(_, Stop::Damaged { .. })]
    ));
    // Nothing is appended behind it all the same.
    let mut session = Session::new(recovered.draft);
    write(&mut folder, &mut session, "五").unwrap();
    drop(folder);
    assert_eq!(fs::read_to_string(&journal).unwrap(), damaged);
    assert_eq!(title(&path), "一二三四五");
    // Told once: what is damaged there is needed no more.
    assert_eq!(recover(&path).unwrap().damaged_journals, []);
}

#[test]
fn a_copy_of_the_folder_is_the_draft() {
    let (guard, home) = home();
    let elsewhere = copy(&in_three_files(&home), &guard.path().join("elsewhere"));
    assert_eq!(title(&elsewhere), "一二三四五六");
    assert_eq!(files(&elsewhere).len(), 3);
}

//! Another program puts its hands on the files of an open draft, as one that synchronises folders does, or takes them
//! away. What is typed is kept, what the other program wrote is kept too, and each is told from the other.
//!
//! Noticed: lines written into a file that has lost its name; a snapshot of another program overwritten.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests are the other program"
)]

use std::fs;
use std::path::{Path, PathBuf};

use pouxi::draft::{Draft, Session};
use pouxi::store::{DraftFolder, StoreError, recover};

use super::{home, journals, moment, names, open, summary, title, write};
use crate::algebra::is_same;

/// Replaces a file the way such programs do: another one takes its name.
fn replace(file: &Path, bytes: &[u8]) {
    let other = file.with_extension("coming");
    fs::write(&other, bytes).unwrap();
    fs::rename(&other, file).unwrap();
}

fn retry(folder: &mut DraftFolder, draft: &Draft) -> Result<(), StoreError> {
    folder.retry(draft, None, summary(draft), moment(9))
}

/// A draft with 一 in the snapshot and 二 behind it, open.
fn begun(path: &Path) -> (DraftFolder, Session) {
    let (mut folder, mut session) = open(path);
    write(&mut folder, &mut session, "一").unwrap();
    let draft = session.draft().clone();
    folder
        .snapshot(&draft, None, summary(&draft), moment(1))
        .unwrap();
    session.seal();
    write(&mut folder, &mut session, "二").unwrap();
    (folder, session)
}

/// What the other program may do to the journal file.
fn meddle(journal: &Path, way: usize) -> Option<Vec<u8>> {
    let bytes = fs::read(journal).unwrap();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|it| *it == b'\n').collect();
    let older = lines[..lines.len() - 1].concat();
    let other = match way {
        // An older state comes back.
        0 => older,
        1 => Vec::new(),
        2 => b"<<<<<<< conflict\n".to_vec(),
        // The very same bytes: still a file that our lines do not reach.
        3 => bytes,
        // Cut and written to in place.
        4 => {
            fs::write(journal, &older).unwrap();
            return Some(older);
        }
        5 => {
            let longer = [bytes.as_slice(), b"more\n"].concat();
            fs::write(journal, &longer).unwrap();
            return Some(longer);
        }
        _ => {
            fs::remove_file(journal).unwrap();
            return None;
        }
    };
    replace(journal, &other);
    Some(other)
}

#[test]
fn a_journal_that_another_program_replaced_is_begun_anew_and_theirs_is_kept() {
    for way in 0..=6 {
        let (_guard, home) = home();
        let path = home.folder(&home.create().unwrap());
        let (mut folder, mut session) = begun(&path);
        let journal = journals(&path).pop().unwrap();
        let theirs = meddle(&journal, way);
        session.seal();
        let refused = write(&mut folder, &mut session, "三");
        let is_told = |it: &Result<(), StoreError>| match it {
            Err(StoreError::Replaced { path }) => *path == journal,
            _ => false,
        };
        assert!(is_told(&refused), "way {way}: {refused:?}");
        assert!(!folder.is_whole());
        retry(&mut folder, session.draft()).unwrap();
        assert!(folder.is_whole());
        // From now on as ever, and a kill now would lose nothing.
        assert!(is_same(&recover(&path).unwrap().draft, session.draft()));
        session.seal();
        write(&mut folder, &mut session, "四").unwrap();
        assert_eq!(title(&path), "一二三四", "way {way}");
        let aside = folder.take_set_aside();
        let kept: Vec<Vec<u8>> = (aside.iter().chain([&journal]))
            .filter_map(|it| fs::read(it).ok())
            .collect();
        assert!(theirs.is_none_or(|it| kept.contains(&it)), "way {way}");
        drop(folder);
        let (mut folder, mut session) = open(&path);
        write(&mut folder, &mut session, "五").unwrap();
        assert_eq!(title(&path), "一二三四五", "way {way}");
    }
}

#[test]
fn a_snapshot_that_another_program_replaced_is_kept() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = begun(&path);
    let snapshot = path.join("draft.json");
    for (n, theirs) in ["{\"theirs\":1}", "", "another"].into_iter().enumerate() {
        replace(&snapshot, theirs.as_bytes());
        session.seal();
        write(&mut folder, &mut session, "三").unwrap();
        let draft = session.draft().clone();
        folder
            .snapshot(&draft, None, summary(&draft), moment(2))
            .unwrap();
        let aside = path.join(format!("draft.json.other-{}", n + 1));
        assert_eq!(folder.take_set_aside(), std::slice::from_ref(&aside));
        assert_eq!(fs::read_to_string(&aside).unwrap(), theirs);
        // Our own is ours: nothing is put aside for it.
        folder
            .snapshot(&draft, None, summary(&draft), moment(3))
            .unwrap();
        assert_eq!(folder.take_set_aside(), Vec::<PathBuf>::new());
    }
    drop(folder);
    assert_eq!(title(&path), "一二三三三");
    assert_eq!(recover(&path).unwrap().damaged_snapshot, None);
}

/// The lock alone is cleared away: it is taken again, unless somebody wrote the draft since.
#[test]
fn a_lock_that_was_cleared_away_is_taken_again_where_nobody_wrote() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = begun(&path);
    fs::remove_file(path.join("lock")).unwrap();
    session.seal();
    let refused = write(&mut folder, &mut session, "三");
    assert!(
        matches!(refused, Err(StoreError::Gone { .. })),
        "{refused:?}"
    );
    retry(&mut folder, session.draft()).unwrap();
    assert!(folder.is_mine());
    assert_eq!(title(&path), "一二三");
    assert_eq!(names(&path, "journal-").len(), 1);

    // Another window came, wrote and left while the lock was away.
    fs::remove_file(path.join("lock")).unwrap();
    let (mut other, mut theirs) = open(&path);
    write(&mut other, &mut theirs, "他").unwrap();
    drop(other);
    for _ in 0..3 {
        let refused = write(&mut folder, &mut session, "迟");
        assert!(
            matches!(refused, Err(StoreError::Gone { .. })),
            "{refused:?}"
        );
        let refused = retry(&mut folder, session.draft());
        let is_told = matches!(
            refused,
            Err(StoreError::TakenOver | StoreError::Gone { .. })
        );
        assert!(is_told, "{refused:?}");
        fs::remove_file(path.join("lock")).unwrap_or_default();
    }
    drop(folder);
    assert_eq!(title(&path), "一二三他");
}

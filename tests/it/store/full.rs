//! A disk that takes no more. A limit on the size of files stands for it: the system refuses in the middle of a
//! line, as a full disk does. The limit is the process's own, so another process plays the writer.
//!
//! Noticed: a line that is not taken back; a retry behind half a line; waiting lines that undo does not know.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at, and damage, files behind the store's back"
)]

use std::fs;
use std::path::Path;

use pouxi::store::{Doing, Home, StoreError, recover};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::children::{Other, say};
use super::{files, home, journals, moment, open, summary, title, write};

#[test]
fn what_a_full_disk_does_not_take_is_written_when_there_is_room() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let mut other = Other::start_without_size_signal("full", &path);
    assert_eq!(other.hear(), "done");
    other.finish();
    assert_eq!(title(&path), "一二三四");
    assert_eq!(recover(&path).unwrap().seq, 6);
}

#[test]
fn a_draft_that_cannot_be_made_leaves_nothing() {
    let (_guard, home) = home();
    let mut other = Other::start_without_size_signal("full from the start", home.root());
    assert_eq!(other.hear(), "done");
    other.finish();
}

/// Lets files grow to that many bytes.
fn allow(n_bytes: Option<u64>) {
    let maximum = getrlimit(Resource::Fsize).maximum;
    let limit = Rlimit {
        current: n_bytes,
        maximum,
    };
    setrlimit(Resource::Fsize, limit).unwrap();
}

pub(super) fn play(path: &Path) {
    let (mut folder, mut session) = open(path);
    // The journal is to be longer than the snapshot: what has room there has none here.
    write(&mut folder, &mut session, &"长".repeat(2000)).unwrap();
    folder.append(moment(0), &session.undo().unwrap()).unwrap();
    write(&mut folder, &mut session, "一").unwrap();
    folder
        .snapshot(session.draft(), None, summary(session.draft()), moment(0))
        .unwrap();
    let journal = journals(path).pop().unwrap();
    let (bytes, snapshot) = (
        fs::read(&journal).unwrap(),
        fs::read(path.join("draft.json")).unwrap(),
    );
    let names = files(path);

    let is_refused_line = |it: &Result<(), StoreError>| match it {
        Err(StoreError::Io {
            doing: Doing::Append,
            path,
            ..
        }) => *path == journal,
        _ => false,
    };

    // Room for a part of a line.
    allow(Some(bytes.len() as u64 + 20));
    for word in ["二", "三"] {
        session.seal();
        let refused = write(&mut folder, &mut session, word);
        assert!(is_refused_line(&refused), "{refused:?}");
        assert_eq!(fs::read(&journal).unwrap(), bytes);
    }
    // The words are in memory, the snapshot is not taken, undo knows them.
    assert_eq!(session.draft().title, "一二三");
    let draft = session.draft().clone();
    assert!(snapshot.len() + 100 < bytes.len());
    for refused in [
        folder.snapshot(&draft, None, summary(&draft), moment(0)),
        folder.sync(),
    ] {
        assert!(is_refused_line(&refused), "{refused:?}");
    }
    assert_eq!(fs::read(path.join("draft.json")).unwrap(), snapshot);
    assert_eq!(fs::read(&journal).unwrap(), bytes);
    assert_eq!(files(path), names);
    let mut remembering = session.clone();
    remembering.remember(folder.history().unwrap());
    for left in ["一二", "一", ""] {
        assert!(remembering.undo().is_some());
        assert_eq!(remembering.draft().title, left);
    }

    allow(None);
    session.seal();
    write(&mut folder, &mut session, "四").unwrap();
    let now = fs::read_to_string(&journal).unwrap();
    assert!(now.as_bytes().starts_with(&bytes));
    let numbers: Vec<&str> = (now.lines().skip(1))
        .filter_map(|it| it.split(['{', ',']).nth(1))
        .collect();
    assert_eq!(
        numbers,
        ["1", "2", "3", "4", "5", "6"].map(|it| format!("\"n\":{it}"))
    );
    say("done");
}

pub(super) fn play_from_the_start(root: &Path) {
    let home = Home::new(root.to_owned());
    allow(Some(10));
    assert!(home.create().is_err());
    assert_eq!(
        files(&root.join("drafts")),
        Vec::<std::path::PathBuf>::new()
    );
    allow(None);
    let path = home.folder(&home.create().unwrap());
    allow(Some(10));
    assert!(pouxi::store::DraftFolder::open(&path, &super::me()).is_err());
    allow(None);
    drop(open(&path));
    say("done");
}

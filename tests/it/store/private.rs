//! What is written is for its owner alone, and is not led elsewhere.
//!
//! Noticed: files made with the mode of the umask; links that are followed.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at, and damage, files behind the store's back"
)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use pouxi::desk;
use pouxi::store::{DraftFolder, Home, StoreError, recover};

use super::children::Other;
use super::{files, home, journals, me, moment, names, open, summary, write};

/// Checks the modes of a folder and of all under it. Returns how many there are.
fn check_modes(path: &Path) -> usize {
    let metadata = fs::symlink_metadata(path).unwrap();
    let mode = metadata.permissions().mode() & 0o7777;
    let expected = if metadata.is_dir() { 0o700 } else { 0o600 };
    assert_eq!(mode, expected, "{mode:o} {}", path.display());
    let below = if metadata.is_dir() {
        files(path)
    } else {
        Vec::new()
    };
    1 + below.iter().map(|it| check_modes(it)).sum::<usize>()
}

#[test]
fn everything_in_the_data_folder_is_for_its_owner_alone() {
    let (_guard, home) = home();
    let mut other = Other::start("without umask", home.root());
    assert_eq!(other.hear(), "filled");
    // Both journals, a new one, both snapshots, the lock and its guard; the trash and the folders.
    assert!(check_modes(home.root()) >= 12);
    other.finish();
}

#[test]
fn links_are_refused_not_followed() {
    let (guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, "写").unwrap();
    folder
        .snapshot(session.draft(), None, summary(session.draft()), moment(0))
        .unwrap();
    drop(folder);
    let snapshot = path.join("draft.json");
    let journal = journals(&path).pop().unwrap();
    let elsewhere = guard.path().join("elsewhere");
    for file in [&snapshot, &journal] {
        fs::rename(file, &elsewhere).unwrap();
        let bytes = fs::read(&elsewhere).unwrap();
        symlink(&elsewhere, file).unwrap();
        for refused in [
            recover(&path).map(drop),
            DraftFolder::open(&path, &me()).map(drop),
            DraftFolder::take_over(&path, &me()).map(drop),
        ] {
            assert!(matches!(refused, Err(StoreError::Io { path, .. }) if path == *file));
        }
        // Nor does a list look where it leads.
        let entries = desk::drafts(&home).unwrap();
        assert_eq!(entries.len(), 1);
        assert!(entries[0].is_behind);
        assert_eq!(fs::read(&elsewhere).unwrap(), bytes);
        assert!(fs::symlink_metadata(file).unwrap().is_symlink());
        fs::rename(&elsewhere, file).unwrap();
    }
    // A link that comes while the draft is open is replaced, not written through.
    let (mut folder, session) = open(&path);
    fs::write(&elsewhere, "elsewhere").unwrap();
    fs::remove_file(&snapshot).unwrap();
    symlink(&elsewhere, &snapshot).unwrap();
    folder
        .snapshot(session.draft(), None, summary(session.draft()), moment(0))
        .unwrap();
    assert_eq!(fs::read(&elsewhere).unwrap(), b"elsewhere");
    assert!(!fs::symlink_metadata(&snapshot).unwrap().is_symlink());
    drop(folder);
    for name in ["lock", "lock.guard"] {
        let file = path.join(name);
        let _none = fs::remove_file(&file);
        symlink(&elsewhere, &file).unwrap();
        let refused = DraftFolder::open(&path, &me());
        assert!(matches!(refused, Err(StoreError::Io { .. })), "{name}");
        assert_eq!(fs::read(&elsewhere).unwrap(), b"elsewhere");
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn a_folder_that_is_a_link_is_no_draft() {
    let (guard, home) = home();
    home.create().unwrap();
    symlink(guard.path(), home.folder("elsewhere")).unwrap();
    assert_eq!(home.drafts().unwrap().len(), 1);
}

#[test]
fn a_pipe_in_place_of_a_file_is_not_waited_for() {
    let (_guard, home) = home();
    let (id, other) = (home.create().unwrap(), home.create().unwrap());
    let path = home.folder(&id);
    let pipe = |name: &str| {
        rustix::fs::mknodat(
            rustix::fs::CWD,
            path.join(name),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
            0,
        )
        .unwrap();
    };
    pipe("draft.json");
    assert_eq!(home.drafts().unwrap().len(), 2);
    assert!(recover(&path).unwrap().damaged_snapshot.is_some());
    pipe("lock");
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, "写").unwrap();
    assert_eq!(names(&path, "draft.json"), ["draft.json.damaged-1"]);
    drop(open(&home.folder(&other)));
}

#[test]
fn a_data_folder_is_made_when_it_is_needed_and_private_with_its_parents() {
    let guard = tempfile::tempdir().unwrap();
    let root = guard.path().join("a").join("b");
    let home = Home::new(root.clone());
    assert_eq!(home.drafts().unwrap().len(), 0);
    assert!(!root.exists());
    home.create().unwrap();
    check_modes(&guard.path().join("a"));
    assert_eq!(names(guard.path(), ""), ["a"]);
}

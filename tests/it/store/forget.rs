//! What was deleted is nowhere in the data folder once it is forgotten, and nothing else is lost, wherever a crash
//! comes in between.
//!
//! Noticed: a journal that is left; a kept file that is left; a new journal that is begun after the old one went.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at files behind the store's back"
)]

use std::fs;
use std::path::Path;

use pouxi::desk;
use pouxi::draft::{Change, ChangeCause, Edit, Field, Session};
use pouxi::store::{DraftFolder, Past, StoreError, recover};

use super::{copy, files, home, journals, me, moment, open, title, write};

const SECRET: &str = "不想让人看见的话";

/// Tells whether the bytes of these words are in any file under a folder.
fn is_anywhere(folder: &Path, words: &str) -> bool {
    let has = |it: &Path| {
        let bytes = fs::read(it).unwrap();
        bytes.windows(words.len()).any(|it| it == words.as_bytes())
    };
    (files(folder).iter()).any(|it| {
        if it.is_dir() {
            is_anywhere(it, words)
        } else {
            has(it)
        }
    })
}

/// Writes a secret and takes it out again; leaves it in every kind of file that may hold it.
fn secretive(root: &Path, id: &str, path: &Path) -> (DraftFolder, Session) {
    let (mut folder, mut session) = open(path);
    write(&mut folder, &mut session, "题目，").unwrap();
    write(&mut folder, &mut session, SECRET).unwrap();
    // A file left to another window, a damaged snapshot, an older journal.
    let mut folder = DraftFolder::take_over(path, &me()).unwrap().folder;
    fs::write(path.join("draft.json.damaged-1"), SECRET).unwrap();
    fs::write(path.join("journal-000000000000.jsonl.left-1"), SECRET).unwrap();
    fs::write(path.join("journal-000000000000.jsonl.damaged-12"), SECRET).unwrap();
    fs::write(path.join(".new-abc"), SECRET).unwrap();
    for (name, file) in [
        ("exports", format!("题目.{id}.md")),
        ("exports", format!("题目.{id}-2.txt")),
        ("editing", format!("{id}.md")),
        ("editing", format!("{id}-2.md")),
    ] {
        fs::create_dir_all(root.join(name)).unwrap();
        fs::write(root.join(name).join(file), SECRET).unwrap();
    }
    let edit = Edit::set_text(session.draft(), Field::Title, "题目，别的话").unwrap();
    let change = Change {
        cause: ChangeCause::Typing,
        edits: vec![edit],
    };
    let committed = session.commit(change).unwrap();
    folder.append(moment(3), &committed).unwrap();
    (folder, session)
}

#[test]
fn what_was_deleted_is_nowhere_and_the_draft_is_as_it_was() {
    let (_guard, home) = home();
    let id = home.create().unwrap();
    let path = home.folder(&id);
    let (mut folder, mut session) = secretive(home.root(), &id, &path);
    let other = home.root().join("exports/别的.zzzzzzzz.md");
    fs::write(&other, "别的草稿的").unwrap();
    assert!(is_anywhere(home.root(), SECRET));
    let forgotten = desk::forget(&mut folder, &home, session.draft(), None, moment(4)).unwrap();
    assert_eq!((forgotten.removed, forgotten.left), (10, Vec::new()));
    assert!(!is_anywhere(home.root(), SECRET));
    assert!(is_anywhere(home.root(), "别的话") && other.exists());
    // Writing goes on, and undo ends here.
    write(&mut folder, &mut session, "，后来").unwrap();
    drop(folder);
    assert_eq!(title(&path), "题目，别的话，后来");
    let (_folder, mut session) = open(&path);
    assert!(session.undo().is_some() && session.undo().is_none());
    assert_eq!(session.draft().title, "题目，别的话");
    assert_eq!(Past::read(&path).unwrap().earliest(), 3);
}

#[test]
fn done_twice_it_has_nothing_more_to_do_and_strange_files_are_told() {
    let (_guard, home) = home();
    let id = home.create().unwrap();
    let path = home.folder(&id);
    let (mut folder, session) = secretive(home.root(), &id, &path);
    let strange = path.join("draft (conflicted copy).json");
    fs::write(&strange, SECRET).unwrap();
    for removed in [10, 0] {
        let it = desk::forget(&mut folder, &home, session.draft(), None, moment(4)).unwrap();
        assert_eq!((it.removed, it.left), (removed, vec![strange.clone()]));
    }
    assert!(strange.exists());
}

#[test]
fn a_crash_in_between_loses_nothing() {
    let (guard, home) = home();
    let id = home.create().unwrap();
    let path = home.folder(&id);
    let (mut folder, session) = secretive(home.root(), &id, &path);
    let before = copy(&path, &guard.path().join("before"));
    desk::forget(&mut folder, &home, session.draft(), None, moment(4)).unwrap();
    let after = copy(&path, &guard.path().join("after"));
    let new_journal = journals(&after).pop().unwrap();
    // The files as each step leaves them: snapshot, new journal, then one old file less after the other.
    let stage = copy(&before, &guard.path().join("stage"));
    let check = |what: &str| {
        let recovered = recover(&stage).unwrap();
        assert_eq!(recovered.draft.title, "题目，别的话", "{what}");
        assert!(
            recovered.damaged_journals.is_empty(),
            "{what}: {recovered:?}"
        );
        let opened = copy(&stage, &guard.path().join("opened"));
        let (folder, session) = open(&opened);
        assert_eq!(session.draft().title, "题目，别的话", "{what}");
        drop(folder);
        fs::remove_dir_all(opened).unwrap();
    };
    check("nothing done");
    fs::copy(after.join("draft.json"), stage.join("draft.json")).unwrap();
    check("the snapshot");
    fs::copy(&new_journal, stage.join(new_journal.file_name().unwrap())).unwrap();
    check("the journal");
    for file in journals(&stage) {
        if file.file_name() != new_journal.file_name() {
            fs::remove_file(&file).unwrap();
            check("a file less");
        }
    }
}

#[test]
fn a_window_that_lost_the_draft_forgets_nothing() {
    let (_guard, home) = home();
    let id = home.create().unwrap();
    let path = home.folder(&id);
    let (mut folder, session) = secretive(home.root(), &id, &path);
    let _other = DraftFolder::take_over(&path, &me()).unwrap();
    let refused = desk::forget(&mut folder, &home, session.draft(), None, moment(4));
    assert!(matches!(refused, Err(StoreError::TakenOver)));
    assert!(is_anywhere(&path, SECRET));
}

#[test]
fn emptying_the_trash_takes_everything_of_a_draft() {
    let (_guard, home) = home();
    let id = home.create().unwrap();
    let path = home.folder(&id);
    drop(secretive(home.root(), &id, &path));
    home.delete(&id, &me()).unwrap();
    let (folder, _) = open(&home.root().join("trash").join(&id));
    let refused = home.destroy(&id, &me());
    assert!(matches!(refused, Err(StoreError::Busy { .. })));
    drop(folder);
    home.destroy(&id, &me()).unwrap();
    assert!(!is_anywhere(home.root(), SECRET) && home.trash().unwrap().is_empty());
}

//! All drafts of a data folder: found, listed, deleted, restored.
//!
//! Noticed: an order by name; a prefix that counts though an id is meant; a list that believes the snapshot.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at, and damage, files behind the store's back"
)]

use std::fs::{self, File};
use std::io::ErrorKind;
use std::time::{Duration, SystemTime};

use pouxi::desk;
use pouxi::store::{Home, StoreError, pick};

use super::{home, journals, me, moment, open, summary, title, write};

/// Makes a draft under an id of our choice, written with its title, last used that many hours after 1970.
fn make(home: &Home, id: &str, title: &str, hour: u64) {
    let made = home.create().unwrap();
    fs::rename(home.folder(&made), home.folder(id)).unwrap();
    let path = home.folder(id);
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, title).unwrap();
    let draft = session.draft();
    folder
        .snapshot(draft, None, summary(draft), moment(hour))
        .unwrap();
    drop(folder);
    use_at(home, id, hour);
}

fn use_at(home: &Home, id: &str, hour: u64) {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(3600 * hour);
    let path = home.folder(id);
    for file in journals(&path).into_iter().chain([path.join("draft.json")]) {
        if file.exists() {
            let file = File::options().append(true).open(file).unwrap();
            file.set_modified(time).unwrap();
        }
    }
}

fn ids(home: &Home) -> Vec<String> {
    let entries = home.drafts().unwrap().into_iter();
    entries.map(|it| it.id).collect()
}

#[test]
fn a_draft_is_found_by_all_its_names() {
    let (_guard, home) = home();
    assert!(matches!(
        home.find("last"),
        Err(StoreError::NotFound { .. })
    ));
    make(&home, "aa1", "材料", 1);
    make(&home, "aa2", "材料", 4);
    make(&home, "aa", "总结", 3);
    make(&home, "bb7", "aa1", 2);
    for (name, id) in [
        ("last", "aa2"),
        ("aa1", "aa1"),
        ("aa", "aa"),
        ("b", "bb7"),
        ("bb7", "bb7"),
        ("总结", "aa"),
    ] {
        assert_eq!(home.find(name).unwrap(), id, "{name}");
    }
    for name in ["材料", "a"] {
        let Err(StoreError::Ambiguous { ids, name: told }) = home.find(name) else {
            panic!("{name} is several drafts");
        };
        assert_eq!(told, name);
        assert_eq!(
            ids,
            if name == "a" {
                vec!["aa2", "aa", "aa1"]
            } else {
                vec!["aa2", "aa1"]
            }
        );
    }
    for name in ["", "zz", "总", "材料 ", "7", "../drafts/aa"] {
        let found = home.find(name);
        assert!(matches!(found, Err(StoreError::NotFound { .. })), "{name}");
    }
}

#[test]
fn the_last_used_stands_first() {
    let (_guard, home) = home();
    for (n, id) in ["one", "two", "three"].iter().enumerate() {
        make(&home, id, id, n as u64);
    }
    assert_eq!(ids(&home), ["three", "two", "one"]);
    let (mut folder, mut session) = open(&home.folder("one"));
    write(&mut folder, &mut session, "写").unwrap();
    assert_eq!(ids(&home), ["one", "three", "two"]);
    drop(folder);
    use_at(&home, "two", 9_000_000);
    assert_eq!(ids(&home), ["two", "one", "three"]);
    assert_eq!(home.last().unwrap().as_deref(), Some("two"));
    // Whatever else is there, a folder without a draft in it was never used.
    fs::create_dir(home.folder("none")).unwrap();
    assert_eq!(home.last().unwrap().as_deref(), Some("two"));
}

#[test]
fn a_glance_shows_the_last_opened_and_counts_the_others() {
    let (_guard, home) = home();
    assert_eq!(home.last().unwrap(), None);
    let (drafts, trash) = desk::glance(&home).unwrap();
    assert!(drafts.is_empty() && trash.is_empty());
    for id in ["one", "two", "three"] {
        make(&home, id, id, 1);
    }
    home.delete("three", &me()).unwrap();
    for (id, title, is_left) in [("two", "two", true), ("one", "one写", false)] {
        // The clock of a file system stands still for moments.
        std::thread::sleep(Duration::from_millis(20));
        let (mut folder, mut session) = open(&home.folder(id));
        if !is_left {
            write(&mut folder, &mut session, "写").unwrap();
        }
        // In a window that is still open, the words stand in the journal alone.
        let (drafts, trash) = desk::glance(&home).unwrap();
        assert_eq!((drafts.len(), trash.len()), (2, 1));
        let full = desk::drafts(&home).unwrap();
        assert_eq!(drafts[0], full[0]);
        if !is_left {
            // Opening alone uses no draft: then the order is that of the files.
            assert_eq!(
                (drafts[0].id.as_str(), drafts[0].summary.title.as_str()),
                (id, title)
            );
        }
        assert!(drafts[1].summary.title.is_empty());
    }
}

#[test]
fn what_is_deleted_comes_back_as_it_was() {
    let (_guard, home) = home();
    make(&home, "one", "甲", 1);
    make(&home, "two", "乙", 2);
    home.delete("one", &me()).unwrap();
    assert_eq!(ids(&home), ["two"]);
    let trash = desk::trash(&home).unwrap();
    assert_eq!(trash.len(), 1);
    assert_eq!(trash[0].summary.title, "甲");
    assert_eq!(pick("甲", &trash).unwrap(), "one");
    assert_eq!(home.find_in_trash("o").unwrap(), "one");
    assert!(matches!(home.find("one"), Err(StoreError::NotFound { .. })));

    // Its name is taken meanwhile.
    make(&home, "one", "丙", 3);
    let Err(StoreError::Io { source, .. }) = home.restore("one") else {
        panic!("one draft is put over another");
    };
    assert_eq!(source.kind(), ErrorKind::AlreadyExists);
    assert_eq!(title(&home.folder("one")), "丙");
    assert!(home.delete("one", &me()).is_err());
    fs::rename(home.folder("one"), home.folder("three")).unwrap();
    home.restore("one").unwrap();
    assert_eq!(title(&home.folder("one")), "甲");
    assert_eq!(home.trash().unwrap().len(), 0);
    assert!(home.delete("none", &me()).is_err());
    assert!(home.restore("none").is_err());
}

#[test]
fn broken_folders_do_not_break_the_list() {
    let (_guard, home) = home();
    make(&home, "sound", "好", 1);
    let drafts = home.root().join("drafts");
    fs::write(drafts.join("a file"), "x").unwrap();
    for id in ["empty", "garbage", "strange", "odd"] {
        fs::create_dir(drafts.join(id)).unwrap();
    }
    fs::write(drafts.join("garbage/draft.json"), [0xff, b'\n', 0]).unwrap();
    fs::write(drafts.join("garbage/journal-000000000000.jsonl"), [0xff, 0]).unwrap();
    fs::create_dir(drafts.join("strange/draft.json")).unwrap();
    fs::create_dir(drafts.join("strange/journal-000000000000.jsonl")).unwrap();
    fs::write(drafts.join("odd/journal-5.jsonl"), "").unwrap();
    fs::write(drafts.join("odd/journal-+00000000005.jsonl"), "").unwrap();
    let entries = desk::drafts(&home).unwrap();
    assert_eq!(entries.len(), 5);
    let sound = entries.iter().find(|it| it.id == "sound").unwrap();
    assert_eq!(sound.summary.title, "好");
    assert_eq!(home.find("好").unwrap(), "sound");
    home.delete("strange", &me()).unwrap();
    assert_eq!(desk::drafts(&home).unwrap().len(), 4);
    // An empty folder can be written.
    let (mut folder, mut session) = open(&home.folder("empty"));
    write(&mut folder, &mut session, "写").unwrap();
    drop(folder);
    assert_eq!(title(&home.folder("empty")), "写");
}

#[test]
fn the_list_tells_the_truth_when_the_journal_is_ahead() {
    let (_guard, home) = home();
    make(&home, "one", "旧", 1);
    let entry = |home: &Home| desk::drafts(home).unwrap().remove(0);
    let before = entry(&home);
    assert!(!before.is_behind);
    assert_eq!(before.updated, "2026-11-23T08:00:01Z");

    let path = home.folder("one");
    let (mut folder, mut session) = open(&path);
    let committed = super::typed(&mut session, "新");
    let time = moment(90) + jiff::SignedDuration::from_millis(789);
    folder.append(time, &committed).unwrap();
    let now = entry(&home);
    assert!(now.is_behind);
    assert_eq!(now.summary.title, "旧新");
    assert_eq!(now.summary.characters, 2);
    // RFC 3339 in UTC to the second, as the snapshot has it.
    assert_eq!(now.updated, "2026-11-23T08:01:30Z");
    assert_eq!(pick("旧新", &[now]).unwrap(), "one");

    // A page in one line is more than a list cares to look at.
    write(&mut folder, &mut session, &"长".repeat(400_000)).unwrap();
    let now = entry(&home);
    assert!(now.is_behind);
    assert_eq!(now.summary.characters, 400_002);

    drop(folder);
    for damage in ["{", "half a line without its end"] {
        let journal = journals(&path).pop().unwrap();
        let mut bytes = fs::read(&journal).unwrap();
        bytes.extend_from_slice(damage.as_bytes());
        fs::write(&journal, bytes).unwrap();
        assert_eq!(entry(&home).summary.characters, 400_002);
    }
}

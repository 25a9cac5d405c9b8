//! Two windows at one draft: one writes.
//!
//! Noticed: an append without asking whose the lock is; a lock that is not given back; a window that goes on in the
//! file of the one it took the draft from; opening and taking over that do not wait for each other.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at, and damage, files behind the store's back"
)]

use std::fs;
use std::path::Path;
use std::sync::Barrier;
use std::thread;

use pouxi::draft::Session;
use pouxi::store::{DraftFolder, Home, Lock, Opened, Owner, StoreError, recover};

use super::children::Other;
use super::{home, me, moment, names, open, summary, title, write};

fn is_busy(path: &Path) -> bool {
    match DraftFolder::open(path, &me()) {
        Ok(_) => false,
        Err(StoreError::Busy { .. }) => true,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_second_window_is_told_whose_the_draft_is() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (folder, _) = open(&path);
    let other = Owner {
        pid: 7,
        ..Owner::default()
    };
    let Err(StoreError::Busy { owner }) = DraftFolder::open(&path, &other) else {
        panic!("two windows write one draft");
    };
    assert_eq!(owner, me());
    assert!(folder.is_mine());
    drop(folder);
    assert!(!is_busy(&path));
    assert_eq!(names(&path, "lock"), ["lock.guard"]);
}

/// A draft just read is opened without being read again, as long as nobody wrote in between.
#[test]
fn a_draft_is_opened_as_it_was_read_or_not_at_all() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, "一").unwrap();
    drop(folder);
    let read = recover(&path).unwrap();
    let mut as_read = DraftFolder::open_as_read(&path, &me(), &read)
        .unwrap()
        .expect("nobody wrote since");
    assert!(is_busy(&path));
    write(&mut as_read, &mut session, "二").unwrap();
    drop(as_read);
    assert_eq!(title(&path), "一二");
    let opened = DraftFolder::open_as_read(&path, &me(), &read).unwrap();
    assert!(opened.is_none(), "another window wrote since");
    assert!(!is_busy(&path));

    // A window that closed its file and began another one.
    let read = recover(&path).unwrap();
    let mut taken = DraftFolder::take_over(&path, &me()).unwrap().folder;
    write(&mut taken, &mut session, "三").unwrap();
    drop(taken);
    let opened = DraftFolder::open_as_read(&path, &me(), &read).unwrap();
    assert!(opened.is_none(), "the draft goes on in another file");
    assert_eq!(title(&path), "一二三");
}

#[test]
fn the_lock_of_a_killed_window_is_no_lock() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let mut other = Other::start("holder", &path);
    assert_eq!(other.hear(), "held");
    let Err(StoreError::Busy { owner }) = DraftFolder::open(&path, &me()) else {
        panic!("two windows write one draft");
    };
    assert_eq!(owner.pid, other.pid());
    other.kill();
    assert_eq!(names(&path, "lock"), ["lock", "lock.guard"]);
    let (folder, _) = open(&path);
    assert!(folder.is_mine());
    assert!(is_busy(&path));
}

#[test]
fn of_many_windows_one_gets_the_draft() {
    const N_WINDOWS: usize = 20;
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    for _ in 0..5 {
        let (start, end) = (Barrier::new(N_WINDOWS), Barrier::new(N_WINDOWS));
        let attempt = || {
            start.wait();
            let lock = Lock::acquire(&path, &me());
            end.wait();
            match lock {
                Ok(lock) => usize::from(lock.is_mine()),
                Err(StoreError::Busy { .. }) => 0,
                Err(error) => panic!("{error}"),
            }
        };
        let n_winners: usize = thread::scope(|scope| {
            let windows: Vec<_> = (0..N_WINDOWS).map(|_| scope.spawn(attempt)).collect();
            windows.into_iter().map(|it| it.join().unwrap()).sum()
        });
        assert_eq!(n_winners, 1);
    }
    let mut others: Vec<Other> = (0..6).map(|_| Other::start("holder", &path)).collect();
    let heard: Vec<String> = others.iter_mut().map(Other::hear).collect();
    let winner = heard.iter().position(|it| it == "held").unwrap();
    let busy = format!("busy {}", others[winner].pid());
    for (idx, line) in heard.iter().enumerate() {
        assert!(idx == winner || *line == busy, "{heard:?}");
    }
    others.into_iter().for_each(Other::finish);
    assert!(!is_busy(&path));
}

/// Twenty processes, let go at the same moment: one opens the draft, and then one takes it over last and writes. The
/// lock that is there before is nobody's: of a process killed, or whose number another process has by now.
#[test]
fn of_twenty_processes_one_gets_the_draft() {
    const N_PROCESSES: usize = 20;
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, "先").unwrap();
    drop(folder);
    let reused = Owner {
        pid: std::process::id(),
        ..me()
    };
    fs::write(path.join("lock"), serde_json::to_vec(&reused).unwrap()).unwrap();
    let gates = ["opening", "taking over", "writing"].map(|it| {
        let gate = fs::File::create(path.with_extension(it)).unwrap();
        gate.lock().unwrap();
        gate
    });
    let mut others: Vec<Other> = (0..N_PROCESSES)
        .map(|_| Other::start("racer", &path))
        .collect();
    let mut hear = || -> Vec<String> { others.iter_mut().map(Other::hear).collect() };
    assert_eq!(hear(), ["ready"; N_PROCESSES]);
    let [opening, taking_over, writing] = gates;
    drop(opening);
    let heard = hear();
    drop(taking_over);
    assert_eq!(hear(), ["took over"; N_PROCESSES]);
    drop(writing);
    let mut n_written = hear();
    let winner = heard.iter().position(|it| it == "held").unwrap();
    let busy = format!("busy {}", others[winner].pid());
    for (idx, line) in heard.iter().enumerate() {
        assert!(idx == winner || *line == busy, "{heard:?}");
    }
    n_written.sort();
    assert_eq!(n_written.pop().as_deref(), Some("3"));
    assert_eq!(n_written, ["0"; N_PROCESSES - 1]);
    others.into_iter().for_each(Other::finish);
    assert_eq!(title(&path), "先后后后");
    assert_eq!(recover(&path).unwrap().damaged_journals, []);
    assert!(!is_busy(&path));
}

/// Whoever left it, and whatever is in it: what nobody holds is no hindrance, except that the lock of another machine
/// is asked about, because its kernel cannot be.
#[test]
fn a_stale_lock_is_no_lock_but_that_of_another_machine_is_asked_about() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let lock = path.join("lock");
    let of = |owner: &Owner| serde_json::to_vec(owner).unwrap();
    let alive = Owner {
        pid: std::process::id(),
        ..me()
    };
    let whole = of(&alive);
    let mut stale = vec![
        of(&alive),
        of(&Owner { pid: 1, ..me() }),
        Vec::new(),
        vec![0; 4096],
    ];
    // Cut, flipped, zeroed and doubled at every byte.
    for at in 0..whole.len() {
        let (before, behind) = whole.split_at(at);
        let with = |middle: &[u8]| [before, middle, &behind[1..]].concat();
        stale.push(before.to_vec());
        stale.push(with(&[behind[0] ^ 1]));
        stale.push(with(&[0]));
        stale.push(with(&[behind[0], behind[0]]));
    }
    let n_stale = stale.len();
    let mut n_asked = 0;
    for bytes in stale {
        fs::write(&lock, &bytes).unwrap();
        // A flipped letter of its name makes a machine another one.
        if is_busy(&path) {
            n_asked += 1;
            drop(DraftFolder::take_over(&path, &me()).unwrap());
        }
        assert!(!is_busy(&path), "{bytes:?}");
    }
    assert!(n_asked <= 3 * me().host.len(), "{n_asked} of {n_stale}");

    let elsewhere = Owner {
        host: "elsewhere".into(),
        ..me()
    };
    fs::write(&lock, of(&elsewhere)).unwrap();
    let Err(StoreError::Busy { owner }) = DraftFolder::open(&path, &me()) else {
        panic!("the lock of another machine is taken unasked");
    };
    assert_eq!(owner, elsewhere);
    drop(DraftFolder::take_over(&path, &me()).unwrap());
    assert!(!is_busy(&path));
}

#[test]
fn who_lost_the_draft_hears_it_with_the_next_word() {
    let (_guard, home) = home();
    for n_before in [0, 3] {
        let path = home.folder(&home.create().unwrap());
        let (mut first, mut session) = open(&path);
        for _ in 0..n_before {
            write(&mut first, &mut session, "先").unwrap();
        }
        let opened = DraftFolder::take_over(&path, &me()).unwrap();
        let Opened {
            mut folder,
            recovered,
        } = opened;
        assert_eq!(recovered.seq, n_before);
        let files = names(&path, "");
        let refused = [
            write(&mut first, &mut session, "迟"),
            first.note(
                moment(0),
                pouxi::draft::Place {
                    spot: pouxi::draft::Spot::NewByline,
                    caret: 0,
                    within: None,
                },
            ),
            first.snapshot(session.draft(), None, summary(session.draft()), moment(0)),
            first.sync(),
            first.history().map(drop),
        ];
        for it in refused {
            assert!(matches!(it, Err(StoreError::TakenOver)), "{it:?}");
        }
        assert_eq!(names(&path, ""), files);
        let mut session = Session::new(recovered.draft);
        write(&mut folder, &mut session, "后").unwrap();
        let before = "先".repeat(usize::try_from(n_before).unwrap());
        assert_eq!(title(&path), format!("{before}后"));
        drop(first);
        assert!(folder.is_mine());
        drop(folder);
        assert_eq!(recover(&path).unwrap().damaged_journals, []);
        assert_eq!(title(&path), format!("{before}后"));
    }
}

#[test]
fn taking_over_while_others_do_loses_nothing() {
    const N_WINDOWS: usize = 6;
    let (_guard, home) = home();
    for _ in 0..8 {
        let path = home.folder(&home.create().unwrap());
        let (mut folder, mut session) = open(&path);
        write(&mut folder, &mut session, "先").unwrap();
        let (start, end) = (Barrier::new(N_WINDOWS), Barrier::new(N_WINDOWS));
        let take_over = || {
            start.wait();
            let opened = DraftFolder::take_over(&path, &me());
            end.wait();
            let Opened {
                mut folder,
                recovered,
            } = opened.unwrap();
            let mut session = Session::new(recovered.draft);
            let n_written = (0..3)
                .filter(|_| write(&mut folder, &mut session, "后").is_ok())
                .count();
            assert_eq!(n_written, if folder.is_mine() { 3 } else { 0 });
            n_written
        };
        let n_written: usize = thread::scope(|scope| {
            let windows: Vec<_> = (0..N_WINDOWS).map(|_| scope.spawn(take_over)).collect();
            windows.into_iter().map(|it| it.join().unwrap()).sum()
        });
        assert_eq!(n_written, 3);
        assert_eq!(title(&path), "先后后后");
        drop(folder);
        let (mut folder, mut session) = open(&path);
        write(&mut folder, &mut session, "末").unwrap();
        drop(folder);
        assert_eq!(title(&path), "先后后后末");
    }
}

#[test]
fn a_killed_writer_loses_nothing_it_was_told_is_written() {
    let (_guard, home) = home();
    for n_heard in [1, 60, 130] {
        let path = home.folder(&home.create().unwrap());
        let mut other = Other::start("writer", &path);
        let mut last = String::new();
        for _ in 0..n_heard {
            last = other.hear();
        }
        other.kill();
        let recovered = recover(&path).unwrap();
        assert!(recovered.seq >= last.parse().unwrap());
        let n_signs = recovered.draft.title.chars().count();
        assert_eq!(u64::try_from(n_signs).unwrap(), recovered.seq);
        assert_eq!(recovered.damaged_snapshot, None);
        let (mut folder, mut session) = open(&path);
        assert_eq!(names(&path, ".new-"), Vec::<String>::new());
        write(&mut folder, &mut session, "后").unwrap();
        drop(folder);
        assert_eq!(title(&path), session.draft().title);
    }
}

#[test]
fn a_draft_that_a_window_writes_is_not_deleted() {
    let (_guard, home) = home();
    let id = home.create().unwrap();
    let (mut folder, mut session) = open(&home.folder(&id));
    write(&mut folder, &mut session, "写").unwrap();
    let refused = home.delete(&id, &me());
    assert!(matches!(refused, Err(StoreError::Busy { owner }) if owner == me()));
    write(&mut folder, &mut session, "完").unwrap();
    drop(folder);
    home.delete(&id, &me()).unwrap();
    assert_eq!(title(&in_trash(&home, &id)), "写完");
}

#[test]
fn a_draft_moved_away_under_a_window_is_told_to_it_and_nothing_is_made_in_its_place() {
    let (_guard, home) = home();
    let id = home.create().unwrap();
    let (mut folder, mut session) = open(&home.folder(&id));
    write(&mut folder, &mut session, "写").unwrap();
    fs::create_dir_all(home.root().join("trash")).unwrap();
    fs::rename(home.folder(&id), in_trash(&home, &id)).unwrap();
    let refused = write(&mut folder, &mut session, "迟");
    assert!(matches!(refused, Err(StoreError::Gone { .. })));
    let draft = session.draft().clone();
    for refused in [
        folder.snapshot(&draft, None, summary(&draft), moment(0)),
        folder.retry(&draft, None, summary(&draft), moment(0)),
        folder.sync(),
    ] {
        assert!(matches!(refused, Err(StoreError::Gone { .. })));
    }
    assert!(!folder.is_whole() && !folder.is_lost());
    assert!(!home.folder(&id).exists());
    assert_eq!(title(&in_trash(&home, &id)), "写");
    // Where it comes back, what waited is written.
    fs::rename(in_trash(&home, &id), home.folder(&id)).unwrap();
    (folder.retry(&draft, None, summary(&draft), moment(0))).unwrap();
    drop(folder);
    assert_eq!(title(&home.folder(&id)), "写迟");
    home.delete(&id, &me()).unwrap();
    fs::remove_dir_all(in_trash(&home, &id)).unwrap();
}

fn in_trash(home: &Home, id: &str) -> std::path::PathBuf {
    home.root().join("trash").join(id)
}

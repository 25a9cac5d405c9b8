//! What must hold of drafts on disk: against the public face of `store`, in folders of their own.
//!
//! Each of these was seen to fail when the code was broken on purpose: see the end of every file's page.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at, and damage, files behind the store's back"
)]

mod children;
mod crash;
mod damage;
mod forget;
mod formats;
mod full;
mod library;
mod power;
mod private;
mod sitting;
mod trouble;
mod undo;
mod versions;
mod windows;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use pouxi::draft::{Change, ChangeCause, Committed, Draft, Edit, Field, Session};
use pouxi::store::{DraftFolder, Home, Opened, Owner, Record, StoreError, Summary, recover};
use tempfile::TempDir;

/// Returns a data folder that goes away with its guard. In memory where there is such a place: nothing here pulls
/// the plug, and waiting for a disk is most of the time that syncing takes.
fn home() -> (TempDir, Home) {
    let in_memory = Path::new("/dev/shm");
    let folder = if in_memory.is_dir() {
        tempfile::tempdir_in(in_memory)
    } else {
        tempfile::tempdir()
    };
    let folder = folder.unwrap();
    let home = Home::new(folder.path().join("home"));
    (folder, home)
}

fn me() -> Owner {
    Owner {
        pid: std::process::id(),
        host: "here".into(),
        terminal: "pts/3".into(),
        since: "2026-11-23T08:00:00Z".into(),
    }
}

/// Returns a moment: the `n`th second of the day these tests play on.
fn moment(n: u64) -> Timestamp {
    let first: Timestamp = "2026-11-23T08:00:00Z".parse().unwrap();
    first + jiff::SignedDuration::from_secs(i64::try_from(n).unwrap())
}

fn summary(draft: &Draft) -> Summary {
    Summary {
        title: draft.title.clone(),
        ..Summary::default()
    }
}

fn open(path: &Path) -> (DraftFolder, Session) {
    let Opened { folder, recovered } = DraftFolder::open(path, &me()).unwrap();
    let mut session = Session::new(recovered.draft);
    session.remember(folder.history().unwrap());
    (folder, session)
}

/// Types at the end of the title.
fn typed(session: &mut Session, words: &str) -> Committed {
    let edit = Edit::Splice {
        field: Field::Title,
        at: session.draft().title.len(),
        removed: String::new(),
        inserted: words.to_owned(),
    };
    let change = Change {
        cause: ChangeCause::Typing,
        edits: vec![edit],
    };
    session.commit(change).unwrap()
}

/// Types at the end of the title, and writes it down.
fn write(folder: &mut DraftFolder, session: &mut Session, words: &str) -> Result<(), StoreError> {
    let committed = typed(session, words);
    folder.append(moment(0), &committed)
}

/// Returns the title that the files give.
fn title(path: &Path) -> String {
    recover(path).unwrap().draft.title
}

/// Returns the bytes of a journal line, as another window would write it.
fn journal_line(record: &Record) -> Vec<u8> {
    let json = serde_json::to_string(record).unwrap();
    format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes())).into_bytes()
}

/// Returns the journal files of a draft, in order.
fn journals(path: &Path) -> Vec<PathBuf> {
    let mut all = files(path);
    all.retain(|it| {
        let name = it.file_name().unwrap().to_str().unwrap();
        name.starts_with("journal-") && it.extension().is_some_and(|it| it == "jsonl")
    });
    all
}

/// Returns the files of a folder, in order.
fn files(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).unwrap();
    let mut all: Vec<PathBuf> = entries.map(|it| it.unwrap().path()).collect();
    all.sort();
    all
}

/// Returns the names in a folder that begin so, in order.
fn names(path: &Path, beginning: &str) -> Vec<String> {
    let names = (files(path).into_iter()).map(|it| it.file_name().unwrap().to_owned());
    let mut names: Vec<String> = names.map(|it| it.into_string().unwrap()).collect();
    names.retain(|it| it.starts_with(beginning));
    names
}

/// Copies a draft's folder, without locks. Returns the copy.
fn copy(path: &Path, to: &Path) -> PathBuf {
    fs::create_dir_all(to).unwrap();
    for file in files(path) {
        let name = file.file_name().unwrap();
        if !name.to_str().unwrap().starts_with("lock") {
            fs::copy(&file, to.join(name)).unwrap();
        }
    }
    to.to_owned()
}

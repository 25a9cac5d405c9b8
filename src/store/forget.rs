//! Making what was deleted unreadable: the draft stays as it is, and every file that tells what it was goes.
//!
//! Limits: a file system or a disk may keep blocks that no file has any more, and a synced or backed up folder may
//! keep copies; neither is in our hands.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::draft::{Draft, Place};

use super::lock::Guard;
use super::recovery::{journals, snapshot_of};
use super::{Doing, DraftFolder, Home, Journal, StoreError, Summary, atomic};

/// What was done about the past of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Files that are gone.
    pub removed: usize,
    /// Files in the draft's folder that this program did not write, and left alone.
    pub left: Vec<PathBuf>,
}

impl DraftFolder {
    /// Writes the snapshot, begins a journal behind it and removes every older file of the draft: its past can be
    /// neither read nor undone any more. A crash in between loses nothing of the draft; done again, it goes on.
    ///
    /// # Errors
    /// The draft is as it was; a part of its past may be gone.
    pub fn forget(
        &mut self,
        home: &Home,
        draft: &Draft,
        place: Option<Place>,
        summary: Summary,
        time: Timestamp,
    ) -> Result<Forgotten, StoreError> {
        let guard = Guard::of(&self.path)?;
        self.lock.check()?;
        self.journal.sync()?;
        let seq = self.journal.seq();
        self.replace_snapshot(&snapshot_of(draft, seq, place, summary, time))?;
        if self.journal.path() != self.path.join(Journal::file_name(seq)) {
            self.journal = Journal::create(&self.path, seq)?;
        }
        let mut forgotten = Forgotten::default();
        // The oldest first: what is left by a crash still leads to the draft.
        for (_, file) in journals(&self.path)? {
            if file != self.journal.path() {
                remove(&file, &mut forgotten)?;
            }
        }
        for file in files(&self.path)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            if is_kept_aside(&name) || name.starts_with(atomic::UNFINISHED) {
                remove(&file, &mut forgotten)?;
            } else if file != self.journal.path() && !is_current(&name) {
                forgotten.left.push(file.clone());
            }
        }
        atomic::sync_folder(&self.path).map_err(StoreError::io(Doing::Sync, &self.path))?;
        drop(guard);
        let id = self.path.file_name().unwrap_or_default().to_string_lossy();
        for folder in ["exports", "editing", "repaired"] {
            remove_of(&id, &home.root().join(folder), &mut forgotten)?;
        }
        Ok(forgotten)
    }
}

impl Home {
    /// Removes a deleted draft for good, with what else the data folder has of it.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where a window still writes it; else the system's reason. What could not be removed is
    /// still in the trash.
    pub fn destroy(&self, id: &str, me: &super::Owner) -> Result<(), StoreError> {
        let folder = self.root().join("trash").join(id);
        drop(super::Lock::acquire(&folder, me)?);
        // A link in the folder is removed, not followed.
        fs::remove_dir_all(&folder).map_err(StoreError::io(Doing::Remove, &folder))?;
        let _was_archived = self.unarchive(id)?;
        let mut forgotten = Forgotten::default();
        for folder in ["exports", "editing", "repaired"] {
            remove_of(id, &self.root().join(folder), &mut forgotten)?;
        }
        let trash = self.root().join("trash");
        atomic::sync_folder(&trash).map_err(StoreError::io(Doing::Sync, &trash))
    }
}

/// Tells whether a file was kept beside the others because it could not be used: `NAME.damaged-1`, `NAME.left-1`,
/// `NAME.other-1`.
pub(super) fn is_kept_aside(name: &str) -> bool {
    let is_ours = name.starts_with("journal-") || name.starts_with("draft.json.");
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let numbered = |why: &str| (name.rsplit_once(why)).is_some_and(|(_, number)| is_number(number));
    is_ours && (numbered(".damaged-") || numbered(".left-") || numbered(".other-"))
}

/// Tells whether a draft's folder has a file of this name as long as it is used.
pub(super) fn is_current(name: &str) -> bool {
    matches!(name, "draft.json" | "lock" | "lock.guard")
}

/// Removes what a folder beside the drafts has of one draft: `TITLE.ID.md`, `TITLE.ID-2.md`, `ID.md`, `ID-1`.
fn remove_of(id: &str, folder: &Path, forgotten: &mut Forgotten) -> Result<(), StoreError> {
    for path in files(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_of = name.split('.').any(|part| {
            (part.strip_prefix(id)).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
        if !is_of {
            continue;
        }
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|it| it.is_dir());
        if is_folder {
            fs::remove_dir_all(&path).map_err(StoreError::io(Doing::Remove, &path))?;
            forgotten.removed += 1;
        } else {
            remove(&path, forgotten)?;
        }
    }
    Ok(())
}

fn remove(file: &Path, forgotten: &mut Forgotten) -> Result<(), StoreError> {
    match fs::remove_file(file) {
        Ok(()) => forgotten.removed += 1,
        Err(it) if it.kind() == io::ErrorKind::NotFound => {}
        Err(it) => return Err(StoreError::io(Doing::Remove, file)(it)),
    }
    Ok(())
}

/// Returns what stands in a folder, in order of names; nothing where there is no folder.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let list = || -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            found.push(entry?.path());
        }
        found.sort();
        Ok(found)
    };
    match list() {
        Err(it) if it.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        other => other.map_err(StoreError::io(Doing::Read, folder)),
    }
}

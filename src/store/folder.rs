//! A draft's folder, open for writing.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::draft::{Committed, Draft, History, Place};

use super::lock::Guard;
use super::recovery::{journals, snapshot_of, whole_history};
use super::{Doing, Journal, Lock, Mark, Owner, Recovered, StoreError, Summary, atomic, recover};

/// A journal file longer than this is closed at the next snapshot and stays as history.
const LONG_JOURNAL: u64 = 1 << 20;

/// A draft that this process may write.
#[derive(Debug)]
pub struct DraftFolder {
    pub(super) path: PathBuf,
    pub(super) lock: Lock,
    pub(super) journal: Journal,
}

/// A draft just opened, and what its files gave.
#[derive(Debug)]
pub struct Opened {
    /// The folder, ours to write.
    pub folder: DraftFolder,
    /// The draft and how it was found.
    pub recovered: Recovered,
}

impl DraftFolder {
    /// Opens a draft's folder for writing.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where another window writes it, [`StoreError::Newer`] where a newer program did;
    /// else the system's reason.
    pub fn open(path: &Path, me: &Owner) -> Result<Opened, StoreError> {
        let guard = Guard::of(path)?;
        let lock = Lock::acquire_under(&guard, path, me)?;
        Self::open_under(guard, lock, path, |it| go_on(path, it))
    }

    /// Opens a draft's folder for writing though another window does. That window turns read-only.
    ///
    /// # Errors
    /// As for [`DraftFolder::open`], but never [`StoreError::Busy`].
    pub fn take_over(path: &Path, me: &Owner) -> Result<Opened, StoreError> {
        let guard = Guard::of(path)?;
        // Nobody loses a draft to a window that cannot write it.
        refuse_newer(&recover(path)?)?;
        let lock = Lock::take_over(&guard, path, me)?;
        // The other window may be in the middle of a line: leave it that file.
        Self::open_under(guard, lock, path, |it| begin(path, it, "left"))
    }

    fn open_under(
        guard: Guard,
        lock: Lock,
        path: &Path,
        journal: impl FnOnce(&mut Recovered) -> Result<Journal, StoreError>,
    ) -> Result<Opened, StoreError> {
        let read = || -> Result<(Recovered, Journal), StoreError> {
            let mut recovered = recover_for_writing(path)?;
            let journal = journal(&mut recovered)?;
            Ok((recovered, journal))
        };
        let read = read();
        // The lock, if it must be given back, is given back without the guard.
        drop(guard);
        let (recovered, journal) = read?;
        Ok(Opened {
            folder: Self {
                path: path.to_owned(),
                lock,
                journal,
            },
            recovered,
        })
    }

    /// Writes down a change. Call it before the frame that shows the change is drawn.
    ///
    /// # Errors
    /// The change waits in memory and is tried again with the next; or the draft was taken over.
    pub fn append(&mut self, time: Timestamp, committed: &Committed) -> Result<(), StoreError> {
        self.journal
            .append(&self.lock, time.as_millisecond(), committed)
    }

    /// Writes down where the caret stands.
    ///
    /// # Errors
    /// As for [`DraftFolder::append`].
    pub fn note(&mut self, time: Timestamp, place: Place) -> Result<(), StoreError> {
        self.journal.note(&self.lock, time.as_millisecond(), place)
    }

    /// Writes down what moment it is, for the list of versions.
    ///
    /// # Errors
    /// As for [`DraftFolder::append`].
    pub fn mark(&mut self, time: Timestamp, mark: Mark) -> Result<(), StoreError> {
        self.journal.mark(&self.lock, time.as_millisecond(), mark)
    }

    /// Brings all that was written down to the disk. Waits for it.
    ///
    /// # Errors
    /// As for [`DraftFolder::append`].
    pub fn sync(&mut self) -> Result<(), StoreError> {
        if !self.lock.is_mine() {
            return Err(StoreError::TakenOver);
        }
        self.journal.sync()
    }

    /// Takes a snapshot, so that the next start need not replay the journal.
    ///
    /// # Errors
    /// The old snapshot and the journal are untouched: nothing is lost.
    pub fn snapshot(
        &mut self,
        draft: &Draft,
        place: Option<Place>,
        summary: Summary,
        time: Timestamp,
    ) -> Result<(), StoreError> {
        let guard = Guard::of(&self.path);
        if !self.lock.is_mine() {
            return Err(StoreError::TakenOver);
        }
        let _guard = guard?;
        self.journal.sync()?;
        let seq = self.journal.seq();
        let snapshot = snapshot_of(draft, seq, place, summary, time);
        atomic::replace(&self.path.join("draft.json"), &snapshot.to_bytes())?;
        // Where no new file can be made, the old one goes on, and the next snapshot tries again.
        if self.journal.length() > LONG_JOURNAL
            && let Ok(journal) = Journal::create(&self.path, seq)
        {
            self.journal = journal;
        }
        Ok(())
    }

    /// Returns the history of every change that is still on record and led to the draft as it is, for undo beyond
    /// this session. Changes that wait to be written are part of it.
    ///
    /// # Errors
    /// A journal file cannot be read, or another window took the draft over.
    pub fn history(&self) -> Result<History, StoreError> {
        if !self.lock.is_mine() {
            return Err(StoreError::TakenOver);
        }
        let mut records = whole_history(&self.path)?;
        records.extend(self.journal.waiting());
        if records
            .last()
            .is_some_and(|it| it.seq != self.journal.seq())
        {
            // The snapshot knows of changes that no journal has.
            records.clear();
        }
        Ok(History::rebuild(
            records
                .into_iter()
                .filter_map(|it| Some((it.change?, it.joined))),
        ))
    }

    /// Tells whether the draft is still ours to write.
    pub fn is_mine(&self) -> bool {
        self.lock.is_mine()
    }

    /// Returns the journal, for a handle to sync it from another thread.
    pub fn journal(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// Returns the folder's path.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Reads a draft that nobody else writes, and puts aside what cannot be used.
fn recover_for_writing(path: &Path) -> Result<Recovered, StoreError> {
    let mut recovered = recover(path)?;
    refuse_newer(&recovered)?;
    if let Some(damaged) = &mut recovered.damaged_snapshot {
        *damaged =
            atomic::keep_aside(damaged, "damaged").map_err(StoreError::io(Doing::Move, damaged))?;
    }
    // What a crash left in the way is no reason not to write.
    let _swept = atomic::sweep(path);
    Ok(recovered)
}

fn refuse_newer(recovered: &Recovered) -> Result<(), StoreError> {
    match recovered.newer.clone() {
        Some((path, format)) => Err(StoreError::Newer { path, format }),
        None => Ok(()),
    }
}

/// Goes on with the last journal file.
///
/// Invariant: nothing is appended behind a damaged line.
fn go_on(path: &Path, recovered: &mut Recovered) -> Result<Journal, StoreError> {
    match recovered.end.clone() {
        Some(end) => Journal::go_on(end, recovered.seq),
        None => begin(path, recovered, "damaged"),
    }
}

/// Begins a journal file behind what was recovered. Files that begin there or later hold nothing of it, and would be
/// taken for its continuation one day: they are kept under other names.
fn begin(path: &Path, recovered: &mut Recovered, why: &str) -> Result<Journal, StoreError> {
    for (base, file) in journals(path)? {
        if base >= recovered.seq {
            let aside =
                atomic::keep_aside(&file, why).map_err(StoreError::io(Doing::Move, &file))?;
            for (damaged, _) in &mut recovered.damaged_journals {
                if *damaged == file {
                    damaged.clone_from(&aside);
                }
            }
        }
    }
    Journal::create(path, recovered.seq)
}

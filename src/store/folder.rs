//! A draft's folder, open for writing.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::draft::{Committed, Draft, History, Place};

use super::recovery::{snapshot_of, whole_history};
use super::{Journal, Lock, Owner, Recovered, StoreError, Summary, atomic, recover};

/// A journal file longer than this is closed at the next snapshot and stays as history.
const LONG_JOURNAL: u64 = 1 << 20;

/// A draft that this process may write.
#[derive(Debug)]
pub struct DraftFolder {
    path: PathBuf,
    lock: Lock,
    journal: Journal,
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
        Self::open_with(path, Lock::acquire(path, me)?)
    }

    /// Opens a draft's folder for writing though another window does. That window turns read-only.
    ///
    /// # Errors
    /// As for [`DraftFolder::open`], but never [`StoreError::Busy`].
    pub fn take_over(path: &Path, me: &Owner) -> Result<Opened, StoreError> {
        let lock = Lock::take_over(path, me)?;
        let mut opened = Self::open_with(path, lock)?;
        // The other window may be in the middle of a line: leave it that file.
        if !opened.folder.begins_journal() {
            opened.folder.journal = Journal::create(path, opened.recovered.seq)?;
        }
        Ok(opened)
    }

    fn open_with(path: &Path, lock: Lock) -> Result<Opened, StoreError> {
        let mut recovered = recover(path)?;
        if let Some(damaged) = &recovered.damaged_snapshot {
            let aside = atomic::keep_aside(damaged, "damaged")
                .map_err(StoreError::io(super::Doing::Move, damaged))?;
            recovered.damaged_snapshot = Some(aside);
        }
        let journal = match recovered.end.clone() {
            Some((file, length)) => Journal::go_on(file, recovered.seq, length)?,
            // Invariant: nothing is appended behind a damaged line.
            None => Journal::begin(path, recovered.seq)?,
        };
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
        self.journal.sync()?;
        if !self.lock.is_mine() {
            return Err(StoreError::TakenOver);
        }
        let seq = self.journal.seq();
        let snapshot = snapshot_of(draft, seq, place, summary, time);
        atomic::replace(&self.path.join("draft.json"), &snapshot.to_bytes())?;
        if self.journal.length() > LONG_JOURNAL {
            self.journal = Journal::create(&self.path, seq)?;
        }
        Ok(())
    }

    /// Returns the history of every change that is still on record but the one that made the report, for undo
    /// beyond this session.
    ///
    /// # Errors
    /// A journal file cannot be read.
    pub fn history(&self) -> Result<History, StoreError> {
        let records = whole_history(&self.path)?;
        Ok(History::since_made(
            records
                .into_iter()
                .filter_map(|it| Some((it.change?, it.joined))),
        ))
    }

    /// Tells whether the draft is still ours to write.
    pub fn is_mine(&self) -> bool {
        self.lock.is_mine()
    }

    /// Returns the journal, to sync it.
    pub fn journal(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// Returns the folder's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn begins_journal(&self) -> bool {
        self.journal
            .path()
            .file_name()
            .is_some_and(|it| *it == *Journal::file_name(self.journal.seq()))
    }
}

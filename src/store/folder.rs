//! A draft's folder, open for writing.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::draft::{Committed, Draft, History, Place};

use super::atomic::Stamp;
use super::lock::{Guard, Standing};
use super::recovery::{journals, snapshot_of, whole_history};
use super::{
    Doing, Journal, Lock, Mark, Owner, Recovered, Snapshot, StoreError, Summary, atomic, recover,
};

/// A journal file longer than this is closed at the next snapshot and stays as history.
const LONG_JOURNAL: u64 = 1 << 20;

/// A draft that this process may write.
#[derive(Debug)]
pub struct DraftFolder {
    pub(super) path: PathBuf,
    pub(super) lock: Lock,
    pub(super) journal: Journal,
    /// The snapshot as we know it; `None` if there was none.
    snapshot: Option<Stamp>,
    /// Files of other programs that stood in the place of ours and were given other names.
    set_aside: Vec<PathBuf>,
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

    /// Opens a draft's folder for writing that was just read, without reading it again; `None` where it is no more as
    /// it was read.
    ///
    /// # Errors
    /// As for [`DraftFolder::open`].
    pub fn open_as_read(
        path: &Path,
        me: &Owner,
        read: &Recovered,
    ) -> Result<Option<Self>, StoreError> {
        if read.end.is_none() {
            let Opened { folder, recovered } = Self::open(path, me)?;
            return Ok((recovered.seq == read.seq).then_some(folder));
        }
        let guard = Guard::of(path)?;
        let lock = Lock::acquire_under(&guard, path, me)?;
        // Nothing is ever taken out of a journal file: as long as it was, at the end of the row, it is what it was.
        let last = journals(path)?.pop().map(|(_, file)| file);
        let end = (read.end.clone())
            .filter(|end| last.as_ref() == Some(&end.path) && end.is_still_the_end());
        let journal = end.map(|it| Journal::go_on(it, read.seq)).transpose();
        let snapshot = Stamp::of(&path.join("draft.json"));
        // The lock, if it must be given back, is given back without the guard.
        drop(guard);
        Ok(journal?.map(|journal| Self {
            path: path.to_owned(),
            lock,
            journal,
            snapshot,
            set_aside: Vec::new(),
        }))
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
        let read = || -> Result<(Recovered, Journal, Option<Stamp>), StoreError> {
            let snapshot = Stamp::of(&path.join("draft.json"));
            let mut recovered = recover_for_writing(path)?;
            let snapshot = snapshot.filter(|_| recovered.damaged_snapshot.is_none());
            let journal = journal(&mut recovered)?;
            Ok((recovered, journal, snapshot))
        };
        let read = read();
        // The lock, if it must be given back, is given back without the guard.
        drop(guard);
        let (recovered, journal, snapshot) = read?;
        Ok(Opened {
            folder: Self {
                path: path.to_owned(),
                lock,
                journal,
                snapshot,
                set_aside: Vec::new(),
            },
            recovered,
        })
    }

    /// Writes down a change. Call it before the frame that shows the change is drawn.
    ///
    /// # Errors
    /// The change waits in memory and is tried again with the next; or the draft was taken over.
    pub fn append(&mut self, time: Timestamp, committed: &Committed) -> Result<(), StoreError> {
        let standing = self.lock.standing();
        let time = time.as_millisecond();
        self.journal.append(&self.lock, standing, time, committed)
    }

    /// Writes down a change as [`DraftFolder::append`] does, without another look at the lock: for who has just seen
    /// that the draft is ours. As with a look of its own, a window may take the draft over between look and line; what
    /// it had not read by then is left out by replay.
    ///
    /// # Errors
    /// As for [`DraftFolder::append`].
    pub fn append_just_seen(
        &mut self,
        time: Timestamp,
        committed: &Committed,
    ) -> Result<(), StoreError> {
        let time = time.as_millisecond();
        (self.journal).append(&self.lock, Standing::Mine, time, committed)
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
        self.lock.check()?;
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
        self.lock.check()?;
        let _guard = guard?;
        self.journal.sync()?;
        let seq = self.journal.seq();
        self.replace_snapshot(&snapshot_of(draft, seq, place, summary, time))?;
        // Where no new file can be made, the old one goes on, and the next snapshot tries again.
        if self.journal.length() > LONG_JOURNAL
            && let Ok(journal) = Journal::create(&self.path, seq)
        {
            self.journal = journal;
        }
        Ok(())
    }

    /// Replaces the snapshot. Where another program replaced it before, that file is kept under another name.
    pub(super) fn replace_snapshot(&mut self, snapshot: &Snapshot) -> Result<(), StoreError> {
        let path = self.path.join("draft.json");
        let there = Stamp::of(&path);
        if there.is_some() && there != self.snapshot {
            self.keep_aside(&path)?;
        }
        atomic::replace(&path, &snapshot.to_bytes())?;
        self.snapshot = Stamp::of(&path);
        Ok(())
    }

    /// Gives a file of another program another name.
    fn keep_aside(&mut self, path: &Path) -> Result<(), StoreError> {
        let aside = atomic::keep_aside(path, "other").map_err(StoreError::io(Doing::Move, path))?;
        self.set_aside.push(aside);
        Ok(())
    }

    /// Tries again to bring to the disk what failed: hands over what waits, takes the lock again where it was taken
    /// away and nobody wrote since, and writes everything anew where the journal cannot be trusted.
    ///
    /// # Errors
    /// It still waits; or another window wrote the draft and it will never be written here.
    pub fn retry(
        &mut self,
        draft: &Draft,
        place: Option<Place>,
        summary: Summary,
        time: Timestamp,
    ) -> Result<(), StoreError> {
        if let Standing::Gone = self.lock.standing() {
            self.regain()?;
        }
        self.lock.check()?;
        if !self.journal.is_doubtful() {
            match self.journal.sync() {
                Err(StoreError::Replaced { .. }) => {}
                other => return other,
            }
        }
        let _guard = Guard::of(&self.path)?;
        let seq = self.journal.seq();
        self.make_way()?;
        self.replace_snapshot(&snapshot_of(draft, seq, place, summary, time))?;
        if self.journal.base() == seq && self.journal.is_in_place() {
            self.journal.trust();
        } else {
            self.journal = Journal::create(&self.path, seq)?;
        }
        Ok(())
    }

    /// Takes the lock again after it was taken away with its folder, or alone.
    fn regain(&mut self) -> Result<(), StoreError> {
        let gone = |it| match it {
            StoreError::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
                StoreError::Gone {
                    path: self.path.clone(),
                }
            }
            other => other,
        };
        let guard = Guard::of(&self.path).map_err(gone)?;
        let lock = match Lock::acquire_under(&guard, &self.path, self.lock.owner()) {
            Err(StoreError::Busy { .. }) => return Err(StoreError::TakenOver),
            other => other.map_err(gone)?,
        };
        drop(guard);
        self.lock = lock;
        Ok(())
    }

    /// Gives other names to journal files that another program put in the place of ours or behind it. Fails where a
    /// window wrote there what we do not have: that is never covered.
    fn make_way(&mut self) -> Result<(), StoreError> {
        if recover(&self.path)?.seq > self.journal.handed_over() {
            return Err(StoreError::TakenOver);
        }
        for (base, file) in journals(&self.path)? {
            let is_ours = file == self.journal.path() && self.journal.is_in_place();
            if base >= self.journal.base() && !is_ours {
                self.keep_aside(&file)?;
            }
        }
        Ok(())
    }

    /// Returns the files of other programs that were given other names since this was asked last.
    pub fn take_set_aside(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.set_aside)
    }

    /// Tells whether every change was handed over and is found again, whatever the snapshot says.
    pub fn is_whole(&self) -> bool {
        self.journal.is_whole()
    }

    /// Returns the history of every change that is still on record and led to the draft as it is, for undo beyond
    /// this session. Changes that wait to be written are part of it.
    ///
    /// # Errors
    /// A journal file cannot be read, or another window took the draft over.
    pub fn history(&self) -> Result<History, StoreError> {
        self.lock.check()?;
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

    /// Tells whose the draft is, as far as the files tell.
    pub fn standing(&self) -> Standing {
        self.lock.standing()
    }

    /// Tells whether another window took the draft over.
    pub fn is_lost(&self) -> bool {
        matches!(self.lock.standing(), Standing::Lost)
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
    // Invariant: what a journal file continues is on the disk before it. Else a power cut leaves a gap, and all of the
    // new file is lost with the end of the old one, however often it was synced.
    if let Some((_, before)) =
        (journals(path)?.iter().rev()).find(|(base, _)| *base < recovered.seq)
    {
        atomic::sync_file(before).map_err(StoreError::io(Doing::Sync, before))?;
    }
    Journal::create(path, recovered.seq)
}

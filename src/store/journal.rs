//! The journal being written. Hands each change to the kernel at once; brings it to the disk when told to.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::draft::{Committed, Place};

use super::format::{FIRST, format_of_change};
use super::lock::Guard;
use super::record::{Header, Mark, Record, line, records};
use super::recovery::End;
use super::{Doing, Lock, StoreError, atomic};

/// The end of the last journal file of a draft.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    /// The format of its lines. Invariant: it holds every change in the file.
    format: u32,
    /// Number of the last record handed over.
    seq: u64,
    /// Bytes in the file that are whole lines.
    length: u64,
    /// Lines the system did not take yet, in order. Invariant: nothing is written before they are.
    waiting: Vec<u8>,
}

impl Journal {
    /// Returns the name of the journal file that begins behind record `base`.
    pub(super) fn file_name(base: u64) -> String {
        format!("journal-{base:012}.jsonl")
    }

    /// Returns the number a journal file begins behind, from its name.
    pub(super) fn base_of(file_name: &str) -> Option<u64> {
        let digits = file_name.strip_prefix("journal-")?.strip_suffix(".jsonl")?;
        let base = digits.parse().ok()?;
        (Self::file_name(base) == file_name).then_some(base)
    }

    /// Begins a new journal file behind record `base`. It appears with its first line or not at all: an older
    /// journal file is read only up to where the next begins.
    pub(super) fn create(folder: &Path, base: u64) -> Result<Self, StoreError> {
        Self::create_in(folder, base, FIRST)
    }

    fn create_in(folder: &Path, base: u64, format: u32) -> Result<Self, StoreError> {
        let path = folder.join(Self::file_name(base));
        let header = line(&Header { format, base });
        let file = atomic::create_for_appending(&path, &header)
            .map_err(StoreError::io(Doing::Append, &path))?;
        Ok(Self {
            path,
            file,
            format,
            seq: base,
            length: header.len() as u64,
            waiting: Vec::new(),
        })
    }

    /// Goes on behind record `seq`, which ends the file.
    pub(super) fn go_on(end: End, seq: u64) -> Result<Self, StoreError> {
        let End {
            path,
            length,
            format,
        } = end;
        let file = (atomic::private_options().append(true).open(&path))
            .map_err(StoreError::io(Doing::Append, &path))?;
        Ok(Self {
            path,
            file,
            format,
            seq,
            length,
            waiting: Vec::new(),
        })
    }

    /// Hands a change to the kernel: survives our crash, not yet a power cut. A change the system does not take
    /// is kept and tried again with the next one.
    ///
    /// # Errors
    /// The change waits in memory; or another window took the draft over and it will never be written here.
    pub(super) fn append(
        &mut self,
        lock: &Lock,
        time: i64,
        committed: &Committed,
    ) -> Result<(), StoreError> {
        let needed = format_of_change(committed.change());
        if needed > self.format {
            // Where that fails, the change stands where a program that knows only the old format finds it damaged.
            // The next snapshot tells it all the same that there is something newer.
            let _begun = self.begin_in(lock, needed);
        }
        self.seq += 1;
        self.hand_over(lock, &Record::of_change(self.seq, time, committed))
    }

    /// Begins a file of a newer format behind what was handed over; one without records gives way to it.
    fn begin_in(&mut self, lock: &Lock, format: u32) -> Result<(), StoreError> {
        let Some(folder) = self.path.parent().map(Path::to_owned) else {
            return Ok(());
        };
        let _guard = Guard::of(&folder)?;
        if !lock.is_mine() {
            return Err(StoreError::TakenOver);
        }
        self.flush()?;
        if self.path != folder.join(Self::file_name(self.seq)) {
            *self = Self::create_in(&folder, self.seq, format)?;
            return Ok(());
        }
        let header = line(&Header {
            format,
            base: self.seq,
        });
        atomic::replace(&self.path, &header)?;
        let end = End {
            path: self.path.clone(),
            length: header.len() as u64,
            format,
        };
        *self = Self::go_on(end, self.seq)?;
        Ok(())
    }

    /// Notes where the caret stands.
    ///
    /// # Errors
    /// As for [`Journal::append`].
    pub(super) fn note(&mut self, lock: &Lock, time: i64, place: Place) -> Result<(), StoreError> {
        self.seq += 1;
        self.hand_over(lock, &Record::of_place(self.seq, time, place))
    }

    /// Notes what moment it is.
    ///
    /// # Errors
    /// As for [`Journal::append`].
    pub(super) fn mark(&mut self, lock: &Lock, time: i64, mark: Mark) -> Result<(), StoreError> {
        self.seq += 1;
        self.hand_over(lock, &Record::of_mark(self.seq, time, mark))
    }

    fn hand_over(&mut self, lock: &Lock, record: &Record) -> Result<(), StoreError> {
        self.waiting.extend_from_slice(&line(record));
        if !lock.is_mine() {
            return Err(StoreError::TakenOver);
        }
        self.flush()
    }

    /// Tries again to hand over what waits.
    ///
    /// # Errors
    /// It still waits.
    pub(super) fn flush(&mut self) -> Result<(), StoreError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let written = self
            .cut_to_whole_lines()
            .and_then(|()| self.file.write_all(&self.waiting));
        if let Err(source) = written {
            // Where this fails too, the next try begins with it.
            let _cut = self.cut_to_whole_lines();
            return Err(StoreError::Io {
                doing: Doing::Append,
                path: self.path.clone(),
                source,
            });
        }
        self.length += self.waiting.len() as u64;
        self.waiting.clear();
        Ok(())
    }

    /// A failed try may have written a part: cut it off, so that nothing stands behind half a line.
    fn cut_to_whole_lines(&mut self) -> io::Result<()> {
        if self.file.metadata()?.len() > self.length {
            self.file.set_len(self.length)?;
        }
        Ok(())
    }

    /// Returns the records that the system did not take yet.
    pub(super) fn waiting(&self) -> Vec<Record> {
        records(&self.waiting)
    }

    /// Returns a second handle on the file, to sync it from another thread.
    ///
    /// # Errors
    /// The system has no handle left.
    pub fn handle(&self) -> Result<File, StoreError> {
        self.file
            .try_clone()
            .map_err(StoreError::io(Doing::Sync, &self.path))
    }

    /// Brings what was handed over to the disk. Waits for it.
    ///
    /// # Errors
    /// Names the file and the system's reason.
    pub(super) fn sync(&mut self) -> Result<(), StoreError> {
        self.flush()?;
        self.file
            .sync_data()
            .map_err(StoreError::io(Doing::Sync, &self.path))
    }

    /// Returns the number of the last record handed over.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// Returns the size of the file in bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Returns the file's path.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

//! The journal being written. Hands each change to the kernel at once; brings it to the disk when told to.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::draft::{Committed, Place};

use super::atomic::Identity;
use super::format::{FIRST, format_of_change};
use super::lock::{Guard, Standing};
use super::record::{Header, Mark, Record, line, records};
use super::recovery::End;
use super::witness::{Deed, tell};
use super::{Doing, Lock, StoreError, atomic};

/// The end of the last journal file of a draft.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    /// Which file it is. Asked once: the answer stays true while the file is open.
    identity: Identity,
    /// Number of the last record before the file.
    base: u64,
    /// The format of its lines. Invariant: it holds every change in the file.
    format: u32,
    /// Number of the last record handed over.
    seq: u64,
    /// Number of the last record that the system took.
    handed_over: u64,
    /// Bytes in the file that are whole lines.
    length: u64,
    /// Lines the system did not take yet, in order. Invariant: nothing is written before they are.
    waiting: Vec<u8>,
    /// Whether a try may have left a part of a line in the file.
    is_torn: bool,
    /// Whether the system may have lost what it took: another program's file stands in the place of ours, or the
    /// disk refused it. Only a new file and a snapshot make that good.
    is_doubtful: bool,
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
        let (file, identity) = atomic::create_for_appending(&path, &header)
            .and_then(identified)
            .map_err(StoreError::io(Doing::Append, &path))?;
        Ok(Self {
            identity,
            path,
            file,
            base,
            format,
            seq: base,
            handed_over: base,
            length: header.len() as u64,
            waiting: Vec::new(),
            is_torn: false,
            is_doubtful: false,
        })
    }

    /// Goes on behind record `seq`, which ends the file.
    pub(super) fn go_on(end: End, seq: u64) -> Result<Self, StoreError> {
        let End {
            path,
            length,
            format,
        } = end;
        let (file, identity) = (atomic::private_options().append(true).open(&path))
            .and_then(identified)
            .map_err(StoreError::io(Doing::Append, &path))?;
        let name = path.file_name().and_then(|it| it.to_str());
        Ok(Self {
            identity,
            base: name.and_then(Self::base_of).unwrap_or_default(),
            path,
            file,
            format,
            seq,
            handed_over: seq,
            length,
            waiting: Vec::new(),
            is_torn: false,
            is_doubtful: false,
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
        standing: Standing,
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
        let record = Record::of_change(self.seq, time, committed);
        self.hand_over(lock, standing, &record)
    }

    /// Begins a file of a newer format behind what was handed over; one without records gives way to it.
    fn begin_in(&mut self, lock: &Lock, format: u32) -> Result<(), StoreError> {
        let Some(folder) = self.path.parent().map(Path::to_owned) else {
            return Ok(());
        };
        let _guard = Guard::of(&folder)?;
        lock.check()?;
        // What a journal file continues is on the disk before it: see `folder::begin`.
        self.sync()?;
        if self.is_doubtful {
            return Err(StoreError::Replaced {
                path: self.path.clone(),
            });
        }
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
        let record = Record::of_place(self.seq, time, place);
        self.hand_over(lock, lock.standing(), &record)
    }

    /// Notes what moment it is.
    ///
    /// # Errors
    /// As for [`Journal::append`].
    pub(super) fn mark(&mut self, lock: &Lock, time: i64, mark: Mark) -> Result<(), StoreError> {
        self.seq += 1;
        let record = Record::of_mark(self.seq, time, mark);
        self.hand_over(lock, lock.standing(), &record)
    }

    fn hand_over(
        &mut self,
        lock: &Lock,
        standing: Standing,
        record: &Record,
    ) -> Result<(), StoreError> {
        self.waiting.extend_from_slice(&line(record));
        if let Standing::Hidden(_) = standing {
            // Another window begins a file of its own, so a line here does no harm, and may be all that is kept.
            self.flush()?;
            return lock.check();
        }
        lock.judge(standing)?;
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
        self.check_place()?;
        let written = self
            .cut_to_whole_lines()
            .and_then(|()| self.file.write_all(&self.waiting));
        if let Err(source) = written {
            // Where this fails too, the next try begins with it.
            self.is_torn = true;
            let _cut = self.cut_to_whole_lines();
            return Err(StoreError::Io {
                doing: Doing::Append,
                path: self.path.clone(),
                source,
            });
        }
        tell(|| Deed::Wrote {
            path: self.path.clone(),
            at: self.length,
            bytes: self.waiting.clone(),
        });
        self.length += self.waiting.len() as u64;
        self.waiting.clear();
        self.handed_over = self.seq;
        Ok(())
    }

    /// Tells whether the file under our name is ours; where the system does not tell, it is taken for ours.
    pub(super) fn is_in_place(&self) -> bool {
        match fs::symlink_metadata(&self.path) {
            Ok(it) => Identity::of(&it) == self.identity,
            Err(it) => it.kind() != io::ErrorKind::NotFound,
        }
    }

    /// Fails where the file under our name is not ours, or not as we left it: what is written there is read by
    /// nobody, or spoils what somebody else wrote.
    fn check_place(&mut self) -> Result<(), StoreError> {
        // One question to the kernel, for every key: what is under our name, and how long it is.
        let (is_in_place, length) = match fs::symlink_metadata(&self.path) {
            Ok(it) if Identity::of(&it) == self.identity => (true, Ok(it.len())),
            Err(it) if it.kind() != io::ErrorKind::NotFound => {
                // What the system hides under the name, it may tell of the open file.
                (true, self.file.metadata().map(|it| it.len()))
            }
            Ok(_) | Err(_) => (false, Ok(0)),
        };
        let length = length.map_err(StoreError::io(Doing::Append, &self.path))?;
        let is_as_left = length == self.length || (self.is_torn && length > self.length);
        if is_in_place && is_as_left {
            return Ok(());
        }
        self.is_doubtful = true;
        Err(StoreError::Replaced {
            path: self.path.clone(),
        })
    }

    /// A failed try may have written a part: cut it off, so that nothing stands behind half a line.
    fn cut_to_whole_lines(&mut self) -> io::Result<()> {
        if self.is_torn {
            self.file.set_len(self.length)?;
            tell(|| Deed::Cut {
                path: self.path.clone(),
                length: self.length,
            });
            self.is_torn = false;
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
        let synced = self.file.sync_data();
        // A second try would succeed: the system has given up what it could not write.
        self.is_doubtful |= synced.is_err();
        if synced.is_ok() {
            tell(|| Deed::Synced(self.path.clone()));
        }
        synced.map_err(StoreError::io(Doing::Sync, &self.path))
    }

    /// Takes note that the disk refused what was handed over, as another thread found.
    pub fn doubt(&mut self) {
        self.is_doubtful = true;
    }

    /// Takes note that all there is of it is in the snapshot.
    pub(super) fn trust(&mut self) {
        self.is_doubtful = false;
    }

    /// Tells whether the system may have lost what it took.
    pub(super) fn is_doubtful(&self) -> bool {
        self.is_doubtful
    }

    /// Tells whether everything was handed over to a file that can be found again.
    pub(super) fn is_whole(&self) -> bool {
        self.waiting.is_empty() && !self.is_doubtful
    }

    /// Returns the number of the last record that the system took.
    pub(super) fn handed_over(&self) -> u64 {
        self.handed_over
    }

    /// Returns the number of the last record before the file.
    pub(super) fn base(&self) -> u64 {
        self.base
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

/// Returns a file and which it is.
fn identified(file: File) -> io::Result<(File, Identity)> {
    let identity = Identity::of(&file.metadata()?);
    Ok((file, identity))
}

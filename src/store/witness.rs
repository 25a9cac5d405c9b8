//! A record of what is done to the disk, for the tests that pull the plug. Nobody listens in use, and a release cannot.
//!
//! Locks are left out: after a power cut nobody holds one.

use std::path::PathBuf;

/// Something done to the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// These bytes were handed over for this place of a file, which is made by it if need be.
    Wrote {
        /// The file.
        path: PathBuf,
        /// Offset in bytes.
        at: u64,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// A file was cut to so many bytes.
    Cut {
        /// The file.
        path: PathBuf,
        /// Its length in bytes.
        length: u64,
    },
    /// The content of a file was brought to the disk.
    Synced(PathBuf),
    /// The names in a folder were brought to the disk.
    FolderSynced(PathBuf),
    /// A file was given another name, in place of what had it.
    Renamed {
        /// Its name before.
        from: PathBuf,
        /// Its name from then on.
        to: PathBuf,
    },
    /// A file was removed.
    Removed(PathBuf),
}

#[cfg(debug_assertions)]
thread_local! {
    static DEEDS: std::cell::RefCell<Option<Vec<Deed>>> = const { std::cell::RefCell::new(None) };
}

/// Tells of a deed that was done.
#[cfg(debug_assertions)]
pub(super) fn tell(deed: impl FnOnce() -> Deed) {
    DEEDS.with_borrow_mut(|it| it.as_mut().map(|it| it.push(deed())));
}

/// A release has no record.
#[cfg(not(debug_assertions))]
pub(super) fn tell(_: impl FnOnce() -> Deed) {}

/// Begins a record of what this thread does to the disk.
#[cfg(debug_assertions)]
pub fn begin() {
    DEEDS.set(Some(Vec::new()));
}

/// Returns how many deeds are on record.
#[cfg(debug_assertions)]
pub fn n_deeds() -> usize {
    DEEDS.with_borrow(|it| it.as_ref().map_or(0, Vec::len))
}

/// Ends the record and returns it.
#[cfg(debug_assertions)]
pub fn end() -> Vec<Deed> {
    DEEDS.take().unwrap_or_default()
}

//! From files to a draft: the snapshot, then every journal line behind it. Never fails on content.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::draft::{Draft, Place, Spot};

use super::record::{Record, Stop, replay};
use super::snapshot::{FORMAT, Snapshot, Unusable};
use super::{Doing, Journal, StoreError, atomic};

/// What the files of a draft gave.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The draft, as the writer last saw it.
    pub draft: Draft,
    /// The draft as the snapshot has it.
    pub saved: Draft,
    /// Where the caret stood.
    pub place: Option<Place>,
    /// Number of the last record in `draft`.
    pub seq: u64,
    /// Records behind the snapshot.
    pub tail: Vec<Record>,
    /// When the snapshot was taken, RFC 3339; empty without one.
    pub updated: String,
    /// The last journal file and the length of its good part in bytes; `None` if nothing may be appended to it.
    pub(super) end: Option<(PathBuf, u64)>,
    /// A snapshot that could not be read.
    pub damaged_snapshot: Option<PathBuf>,
    /// Journal files that could not be read to their end, and where they stopped.
    pub damaged_journals: Vec<(PathBuf, Stop)>,
}

impl Recovered {
    /// Tells whether changes were found behind the snapshot: the last exit was not a clean one.
    pub fn has_unsaved_changes(&self) -> bool {
        self.tail.iter().any(|it| it.change.is_some())
    }
}

/// Reads a draft's folder. Changes nothing in it.
///
/// # Errors
/// The folder cannot be read, or a newer program wrote it.
pub fn recover(folder: &Path) -> Result<Recovered, StoreError> {
    let path = folder.join("draft.json");
    let (snapshot, damaged_snapshot) = match atomic::read(&path) {
        Ok(bytes) => match Snapshot::parse(&bytes) {
            Ok(snapshot) => (Some(snapshot), None),
            Err(Unusable::Damaged) => (None, Some(path)),
            Err(Unusable::Newer(format)) => return Err(StoreError::Newer { path, format }),
        },
        Err(it) if it.kind() == io::ErrorKind::NotFound => (None, None),
        Err(it) => return Err(StoreError::io(Doing::Read, &path)(it)),
    };
    let (saved, mut seq, place, updated) = match snapshot {
        Some(it) => (it.draft, it.seq, it.place, it.updated),
        None => (Draft::default(), 0, None, String::new()),
    };
    let mut draft = saved.clone();
    let (mut tail, mut end, mut damaged_journals) = (Vec::new(), None, Vec::new());
    for (path, last) in needed(journals(folder)?, seq) {
        let bytes = atomic::read(&path).map_err(StoreError::io(Doing::Read, &path))?;
        let outcome = replay(&mut draft, &mut seq, last, &bytes);
        tail.extend(outcome.records);
        if outcome.stop == Stop::End {
            end = Some((path, bytes.len() as u64));
        } else {
            end = None;
            damaged_journals.push((path, outcome.stop));
        }
    }
    let place = last_place(&draft, &tail, place);
    Ok(Recovered {
        draft,
        saved,
        place,
        seq,
        tail,
        updated,
        end,
        damaged_snapshot,
        damaged_journals,
    })
}

/// Where the caret stood last: where it was noted, or behind a change, whose note comes only with the next pause.
fn last_place(draft: &Draft, tail: &[Record], before: Option<Place>) -> Option<Place> {
    let behind = |it: &Record, before: Option<Place>| {
        let (field, caret) = it.change.as_ref()?.place()?;
        draft.text(field)?;
        Some(Place {
            spot: Spot::Text(field),
            caret,
            within: before.and_then(|it| it.within),
        })
    };
    tail.iter().fold(before, |before, it| {
        it.place.or_else(|| behind(it, before)).or(before)
    })
}

/// Reads every record of a draft that still exists, from the first: for undo beyond the last snapshot.
///
/// # Errors
/// A file cannot be read.
pub(super) fn whole_history(folder: &Path) -> Result<Vec<Record>, StoreError> {
    let (mut draft, mut seq, mut records) = (Draft::default(), 0, Vec::new());
    for (path, last) in needed(journals(folder)?, 0) {
        let bytes = atomic::read(&path).map_err(StoreError::io(Doing::Read, &path))?;
        records.extend(replay(&mut draft, &mut seq, last, &bytes).records);
    }
    Ok(records)
}

/// Returns the journal files and the record each begins behind, in order.
pub(super) fn journals(folder: &Path) -> Result<Vec<(u64, PathBuf)>, StoreError> {
    let wrap = StoreError::io(Doing::Read, folder);
    let list = || -> io::Result<Vec<(u64, PathBuf)>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if let Some(base) = entry.file_name().to_str().and_then(Journal::base_of) {
                found.push((base, entry.path()));
            }
        }
        found.sort();
        Ok(found)
    };
    list().map_err(wrap)
}

/// Returns the files that hold records behind `seq`, each with the last record it may give: where the next begins.
fn needed(journals: Vec<(u64, PathBuf)>, seq: u64) -> Vec<(PathBuf, u64)> {
    let first = journals
        .iter()
        .rposition(|(base, _)| *base <= seq)
        .unwrap_or_default();
    let ends: Vec<u64> = journals
        .iter()
        .skip(1)
        .map(|(base, _)| *base)
        .chain([u64::MAX])
        .collect();
    journals
        .into_iter()
        .zip(ends)
        .skip(first)
        .map(|((_, path), last)| (path, last))
        .collect()
}

/// Returns the snapshot to write for a draft at this moment.
pub(super) fn snapshot_of(
    draft: &Draft,
    seq: u64,
    place: Option<Place>,
    summary: super::Summary,
    time: jiff::Timestamp,
) -> Snapshot {
    let updated = jiff::fmt::temporal::DateTimePrinter::new()
        .precision(Some(0))
        .timestamp_to_string(&time);
    Snapshot {
        format: FORMAT,
        seq,
        updated,
        summary,
        place,
        draft: draft.clone(),
    }
}

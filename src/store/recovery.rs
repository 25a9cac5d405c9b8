//! From files to a draft: the snapshot, then every journal line behind it. Never fails on content.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::draft::{Change, Draft, Place, Spot};

use super::format::{FIRST, format_of};
use super::record::{Line, Record, Stop, lines, replay};
use super::snapshot::{Reading, Snapshot, rfc3339};
use super::{Doing, Journal, StoreError, atomic};

/// The end of a draft's last journal file.
#[derive(Clone, Debug)]
pub(super) struct End {
    /// The file.
    pub(super) path: PathBuf,
    /// The length of its good part in bytes.
    pub(super) length: u64,
    /// The format of its lines.
    pub(super) format: u32,
}

impl End {
    /// Tells whether the file still ends there.
    pub(super) fn is_still_the_end(&self) -> bool {
        fs::symlink_metadata(&self.path).is_ok_and(|it| it.is_file() && it.len() == self.length)
    }
}

/// What the files of a draft gave.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The draft, as the writer last saw it.
    pub draft: Draft,
    /// The draft as the snapshot has it, where that is another: a long draft is not kept twice for nothing.
    pub(super) saved: Option<Draft>,
    /// Where the caret stood.
    pub place: Option<Place>,
    /// Number of the last record in `draft`.
    pub seq: u64,
    /// Records behind the snapshot.
    pub tail: Vec<Record>,
    /// When the snapshot was taken, RFC 3339; empty without one.
    pub updated: String,
    /// The end of the last journal file; `None` if nothing may be appended to it.
    pub(super) end: Option<End>,
    /// A file that a newer program wrote, and the number of its format: the draft may be read, never written.
    pub newer: Option<(PathBuf, u32)>,
    /// A snapshot that could not be read.
    pub damaged_snapshot: Option<PathBuf>,
    /// Journal files that could not be read to their end, and where they stopped. Where a last line is cut short
    /// ([`Stop::Torn`]), nothing need be lost that was shown: a crash leaves that.
    pub damaged_journals: Vec<(PathBuf, Stop)>,
    /// Changes that are known to be missing: damaged themselves, or behind such damage.
    pub n_missing: u64,
}

impl Recovered {
    /// Returns the draft as the snapshot has it.
    pub fn saved(&self) -> &Draft {
        self.saved.as_ref().unwrap_or(&self.draft)
    }

    /// Tells whether changes were found behind the snapshot: the last exit was not a clean one.
    pub fn has_unsaved_changes(&self) -> bool {
        self.tail.iter().any(|it| it.change.is_some())
    }
}

/// Reads a draft's folder. Changes nothing in it.
///
/// # Errors
/// The folder cannot be read, or a newer program wrote it in a way that we cannot read.
pub fn recover(folder: &Path) -> Result<Recovered, StoreError> {
    refuse_links_to(folder)?;
    let mut recovered = from_snapshot(folder)?;
    let (mut highest, mut n_damaged) = (0, 0);
    for (path, last) in needed(journals(folder)?, recovered.seq) {
        let bytes = atomic::read(&path).map_err(StoreError::io(Doing::Read, &path))?;
        let Recovered {
            draft, saved, seq, ..
        } = &mut recovered;
        let outcome = replay(draft, saved, seq, last, &bytes);
        recovered.tail.extend(outcome.records);
        if !matches!(outcome.stop, Stop::End | Stop::Newer { .. }) {
            let (last, n) = left_out(&bytes, recovered.seq, last);
            highest = last.max(highest);
            n_damaged += n;
        }
        recovered.end = None;
        match outcome.stop {
            Stop::End => {
                recovered.end = Some(End {
                    path,
                    length: bytes.len() as u64,
                    format: outcome.format.unwrap_or(FIRST),
                });
            }
            Stop::Newer { format } => recovered.newer = Some((path, format)),
            stop @ (Stop::Torn { .. } | Stop::Damaged { .. } | Stop::Gap { .. }) => {
                recovered.damaged_journals.push((path, stop));
            }
        }
    }
    // The numbers of the records tell how many are missing; at the very end only the damaged lines themselves do.
    recovered.n_missing = highest.saturating_sub(recovered.seq).max(n_damaged);
    recovered.place = caret(&recovered);
    Ok(recovered)
}

/// Returns the number of the last record up to `last` in a journal file that could not be read to its end, and how
/// many damaged lines stand behind the last record that was used.
fn left_out(bytes: &[u8], seq: u64, last: u64) -> (u64, u64) {
    let (mut highest, mut n_damaged) = (0, 0);
    for (offset, line) in lines(bytes) {
        match line {
            Line::Record(record) if record.seq > last => break,
            Line::Record(record) => {
                highest = record.seq;
                if record.seq <= seq {
                    n_damaged = 0;
                }
            }
            // An empty line never held anything.
            Line::Damaged => n_damaged += u64::from(bytes.get(offset) != Some(&b'\n')),
            Line::Header(_) | Line::Newer(_) | Line::Torn => {}
        }
    }
    (highest, n_damaged)
}

/// Refuses a draft's folder that is a link, or lies in one.
pub(super) fn refuse_links_to(folder: &Path) -> Result<(), StoreError> {
    atomic::refuse_link(folder)?;
    folder.parent().map_or(Ok(()), atomic::refuse_link)
}

fn from_snapshot(folder: &Path) -> Result<Recovered, StoreError> {
    let path = folder.join("draft.json");
    let (mut newer, mut damaged_snapshot) = (None, None);
    let snapshot = match atomic::read(&path) {
        Ok(bytes) => match Snapshot::parse(&bytes) {
            Reading::Sound(snapshot) => Some(snapshot),
            Reading::Newer(format, Some(snapshot)) => {
                newer = Some((path, format));
                Some(snapshot)
            }
            Reading::Newer(format, None) => return Err(StoreError::Newer { path, format }),
            Reading::Damaged => {
                damaged_snapshot = Some(path);
                None
            }
        },
        Err(it) if it.kind() == io::ErrorKind::NotFound => None,
        Err(it) => return Err(StoreError::io(Doing::Read, &path)(it)),
    };
    let (draft, seq, place, updated) = match snapshot {
        Some(it) => (it.draft, it.seq, it.place, it.updated),
        None => (Draft::default(), 0, None, String::new()),
    };
    Ok(Recovered {
        saved: None,
        draft,
        place,
        seq,
        tail: Vec::new(),
        updated,
        end: None,
        newer,
        damaged_snapshot,
        damaged_journals: Vec::new(),
        n_missing: 0,
    })
}

/// Where the caret belongs: where it was noted, or behind a change, whose note comes only with the next pause. Never
/// where the draft has no such text any more.
fn caret(recovered: &Recovered) -> Option<Place> {
    let mut places: Vec<Place> = recovered.place.into_iter().collect();
    for record in &recovered.tail {
        let changed = record.change.as_ref().and_then(Change::place);
        let behind_change = changed.map(|(field, caret)| {
            let within = places.last().and_then(|it| it.within);
            Place {
                spot: Spot::Text(field),
                caret,
                within,
            }
        });
        places.extend(record.place.or(behind_change));
    }
    let exists = |it: &Place| {
        (recovered.draft.text_at(it.spot)).is_some_and(|text| text.is_char_boundary(it.caret))
    };
    places.into_iter().rev().find(exists)
}

/// Reads the records of a draft that lead to its last one without a gap, from the first if it still exists: for
/// undo beyond the last snapshot.
///
/// # Errors
/// A file cannot be read.
pub(super) fn whole_history(folder: &Path) -> Result<Vec<Record>, StoreError> {
    let (mut records, mut next_seq) = (Vec::new(), 1);
    for (path, last) in needed(journals(folder)?, 0) {
        let bytes = atomic::read(&path).map_err(StoreError::io(Doing::Read, &path))?;
        for (_, line) in lines(&bytes) {
            let Line::Record(record) = line else { continue };
            if !(next_seq..=last).contains(&record.seq) {
                continue;
            }
            if record.seq > next_seq {
                // What came before the gap does not lead to what came behind it.
                records.clear();
            }
            next_seq = record.seq + 1;
            records.push(record);
        }
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
    Snapshot {
        format: format_of(draft),
        seq,
        updated: rfc3339(time),
        summary,
        place,
        draft: draft.clone(),
    }
}

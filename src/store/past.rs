//! What a draft was: every state that its records still lead to. Computed from the journal, backwards from the draft
//! as it is, because every edit carries what it removed; no state is stored twice. Changes nothing on the disk.

use std::path::Path;

use jiff::Timestamp;

use crate::draft::{ChangeCause, Draft};

use super::recovery::whole_history;
use super::{Record, Recovered, StoreError, recover};

/// A draft and the records that led to it, as far back as they are whole.
#[derive(Clone, Debug)]
pub struct Past {
    draft: Draft,
    seq: u64,
    records: Vec<Record>,
    /// When the snapshot was taken, in milliseconds since 1970 (UTC).
    saved: Option<i64>,
}

impl Past {
    /// Reads the past of a draft. Takes no lock: what another window writes meanwhile is not in it.
    ///
    /// # Errors
    /// A file cannot be read, or a newer program wrote the draft in a way that we cannot read.
    pub fn read(folder: &Path) -> Result<Self, StoreError> {
        Self::behind(folder, recover(folder)?)
    }

    /// Reads the past of a draft that was just read.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn behind(folder: &Path, recovered: Recovered) -> Result<Self, StoreError> {
        let mut records = whole_history(folder)?;
        records.retain(|it| it.seq <= recovered.seq);
        if records.last().is_some_and(|it| it.seq != recovered.seq) {
            // The snapshot knows of changes that no journal has: what is there does not lead to the draft.
            records.clear();
        }
        let saved = recovered.updated.parse::<Timestamp>().ok();
        Ok(Self {
            draft: recovered.draft,
            seq: recovered.seq,
            records,
            saved: saved.map(Timestamp::as_millisecond),
        })
    }

    /// Takes the records that led to a draft, the oldest first and without a gap between them.
    pub fn of(draft: Draft, records: Vec<Record>) -> Self {
        let seq = records.last().map_or(0, |it| it.seq);
        Self {
            draft,
            seq,
            records,
            saved: None,
        }
    }

    /// Returns the draft as it is.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Returns the number of the last record in the draft as it is.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// Returns the records, the oldest first. They follow each other without a gap, and the last one led to the draft
    /// as it is.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Returns when the earliest state was last known to be the draft, in milliseconds since 1970 (UTC), where that is
    /// told by a snapshot and no record.
    pub fn saved(&self) -> Option<i64> {
        self.saved.filter(|_| self.records.is_empty())
    }

    /// Returns the number of the record before the first that is known: the earliest state that can be told.
    pub fn earliest(&self) -> u64 {
        self.records.first().map_or(self.seq, |it| it.seq - 1)
    }

    /// Shows the states of the draft, the last first, each with the number of the record behind which it held. Ends
    /// where a record does not fit what came after it, or where `visit` says so.
    pub fn walk_back(&self, mut visit: impl FnMut(u64, &Draft) -> bool) {
        let mut draft = self.draft.clone();
        if !visit(self.seq, &draft) {
            return;
        }
        for record in self.records.iter().rev() {
            if let Some(change) = record.change.clone()
                && draft.apply(&change.invert(ChangeCause::Undo)).is_err()
            {
                return;
            }
            if !visit(record.seq - 1, &draft) {
                return;
            }
        }
    }

    /// Returns the draft as it was behind the record of this number; `None` if that cannot be told.
    pub fn at(&self, seq: u64) -> Option<Draft> {
        let mut found = None;
        self.walk_back(|at, draft| {
            if at == seq {
                found = Some(draft.clone());
            }
            at > seq
        });
        found
    }
}

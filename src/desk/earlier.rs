//! The report of the year before, where it is to be found: among the drafts, or in the trash.

use crate::draft::{Draft, Earlier};
use crate::store::{Home, recover};

/// The earlier report as it was found.
#[derive(Debug)]
pub enum Found {
    /// Among the drafts.
    Kept(Box<Draft>),
    /// In the trash.
    Deleted(Box<Draft>),
    /// Nowhere, or not to be read.
    Gone,
}

impl Found {
    /// Returns its words, wherever they are.
    pub fn draft(&self) -> Option<&Draft> {
        match self {
            Self::Kept(draft) | Self::Deleted(draft) => Some(draft),
            Self::Gone => None,
        }
    }
}

/// Finds the report that another one follows. Takes no lock and changes nothing.
pub fn find(home: &Home, earlier: &Earlier) -> Found {
    // An id out of a file is no path.
    let is_id = !earlier.draft.is_empty() && earlier.draft.chars().all(char::is_alphanumeric);
    if !is_id {
        return Found::Gone;
    }
    let read = |folder: &std::path::Path| {
        let recovered = recover(folder).ok()?;
        // What has no files is an empty draft to the store.
        let is_there = recovered.seq > 0;
        is_there.then(|| Box::new(recovered.draft))
    };
    let trash = home.root().join("trash").join(&earlier.draft);
    match (read(&home.folder(&earlier.draft)), read(&trash)) {
        (Some(draft), _) => Found::Kept(draft),
        (None, Some(draft)) => Found::Deleted(draft),
        (None, None) => Found::Gone,
    }
}

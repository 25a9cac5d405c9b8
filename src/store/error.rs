//! What can go wrong with files: what, where, why. What to do next stands in `messages.rs`.

use std::io;
use std::path::{Path, PathBuf};

use super::Owner;

/// What the store was doing when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Making a folder.
    CreateFolder,
    /// Reading a file or a folder.
    Read,
    /// Appending to the journal.
    Append,
    /// Replacing a file whole.
    Replace,
    /// Bringing a file safely to the disk.
    Sync,
    /// Moving a folder.
    Move,
    /// Removing a file or a folder.
    Remove,
    /// Making a file or a folder private.
    Protect,
    /// Locking a draft.
    Lock,
}

/// Why the store could not do what was asked. Nothing was half done.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system refused.
    #[error("{doing:?} {}: {source}", path.display())]
    Io {
        /// What was being done.
        doing: Doing,
        /// To what.
        path: PathBuf,
        /// Why it was refused.
        source: io::Error,
    },
    /// No draft answers to that name.
    #[error("no draft {name:?}")]
    NotFound {
        /// What was asked for.
        name: String,
    },
    /// Several drafts answer to that name.
    #[error("several drafts are called {name:?}")]
    Ambiguous {
        /// What was asked for.
        name: String,
        /// Their ids.
        ids: Vec<String>,
    },
    /// A newer program wrote the draft: it may be read, never written.
    #[error("{} has format {format}", path.display())]
    Newer {
        /// The snapshot.
        path: PathBuf,
        /// Its format number.
        format: u32,
    },
    /// Another window is writing the draft.
    #[error("the draft is open elsewhere")]
    Busy {
        /// Who.
        owner: Owner,
    },
    /// Another window took the draft over.
    #[error("another window took the draft over")]
    TakenOver,
    /// The draft's folder, or its lock, is not where it was: removed, renamed, unmounted. What is written waits in
    /// memory.
    #[error("{} is gone", path.display())]
    Gone {
        /// What is missing.
        path: PathBuf,
    },
    /// Another program put a file of its own in the place of ours. What is written waits in memory.
    #[error("{} was replaced by another program", path.display())]
    Replaced {
        /// The file.
        path: PathBuf,
    },
}

impl StoreError {
    /// Wraps a refusal of the system.
    pub(super) fn io(doing: Doing, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io {
            doing,
            path,
            source,
        }
    }
}

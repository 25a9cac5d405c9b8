//! Where drafts live on disk: one folder a draft, with a snapshot, a journal and a lock.
//!
//! ```text
//! HOME/drafts/ID/draft.json               the last snapshot, checksummed; its first line is enough for a list
//! HOME/drafts/ID/journal-000000000000.jsonl   one checksummed, numbered line a change, never rewritten
//! HOME/drafts/ID/lock  lock.guard         who is writing
//! HOME/drafts/ID/NAME.damaged-1           a file that could not be used, kept as it was
//! HOME/drafts/ID/NAME.left-1              a journal file left to a window that lost the draft
//! HOME/drafts/ID/NAME.other-1             a file that another program had put in the place of ours
//! HOME/trash/ID/                          the same, deleted
//! HOME/exports/TITLE.ID.md                what was copied, kept before it went to the clipboard
//! HOME/editing/ID.md                      a file left from the writer's own editor
//! HOME/repaired/ID-1/                     the files of a draft as they were before a repair
//! ```
//!
//! A new journal file is begun, and the old ones stay as history, when the last one ends in damage, grew long,
//! belongs to another window that lost the draft, or is of a format that cannot hold the next change. A file is read up to the record where the next begins. This
//! layer knows nothing of screens and takes the time as an argument.

pub mod atomic;
mod checkup;
pub mod documents;
mod error;
mod folder;
mod forget;
mod format;
mod journal;
mod library;
mod lock;
pub mod messages;
mod past;
mod record;
mod recovery;
mod snapshot;
pub mod witness;

pub use checkup::{Checkup, Finding, Trouble, examine, keep_copy, make_private};
pub use error::{Doing, StoreError};
pub use folder::{DraftFolder, Opened};
pub use forget::Forgotten;
pub use format::{FORMAT, format_of};
pub use journal::Journal;
pub use library::{Entry, Home, pick};
pub use lock::{Lock, Owner, Standing};
pub use past::Past;
pub use record::{Mark, Record, Stop};
pub use recovery::{Recovered, recover};
pub use snapshot::{Snapshot, Summary, escaped_json, rfc3339};

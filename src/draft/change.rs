//! [`Change`]: what one action of the writer did. The unit of undo, of the journal, and of all-or-nothing.

use serde::{Deserialize, Serialize};

use super::{Draft, Edit, Field, Rejected};

/// Edits with the reason they were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Why.
    pub cause: ChangeCause,
    /// What, in order.
    pub edits: Vec<Edit>,
}

/// Why a change was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeCause {
    /// A key or an input-method commit; strokes join into phrases for undo.
    Typing,
    /// A paste: one step of undo, whatever its length.
    Paste,
    /// Words found were replaced: one step of undo, however many.
    Replace,
    /// Items added, moved, removed, linked, chosen.
    Structure,
    /// A template was applied.
    Template,
    /// A text, a document or an answer file came in.
    Import,
    /// A change was taken back.
    Undo,
    /// A change taken back was made again.
    Redo,
}

impl Change {
    /// Returns the change that takes this one back.
    #[must_use]
    pub fn invert(self, cause: ChangeCause) -> Self {
        Self {
            cause,
            edits: self.edits.into_iter().rev().map(Edit::invert).collect(),
        }
    }

    /// Returns where the last text was changed: the field and the offset behind it, in bytes. This is where the
    /// caret belongs after the change.
    pub fn place(&self) -> Option<(Field, usize)> {
        self.edits.iter().rev().find_map(|it| match it {
            Edit::Splice {
                field,
                at,
                inserted,
                ..
            } => Some((*field, at + inserted.len())),
            Edit::Set { .. }
            | Edit::Insert { .. }
            | Edit::Remove { .. }
            | Edit::Move { .. }
            | Edit::Link(_)
            | Edit::Unlink(_) => None,
        })
    }
}

impl Draft {
    /// Applies all edits of `change`, or changes nothing.
    ///
    /// # Errors
    /// The reason of the first edit that does not fit.
    pub fn apply(&mut self, change: &Change) -> Result<(), Rejected> {
        let next_id = self.next_id;
        for (n_done, edit) in change.edits.iter().enumerate() {
            if let Err(rejected) = self.apply_edit(edit) {
                for done in change.edits.iter().take(n_done).rev() {
                    self.apply_edit(&done.clone().invert())
                        .expect("the inverse of what was just applied fits");
                }
                // What was never inserted has used no ids up.
                self.next_id = next_id;
                return Err(rejected);
            }
        }
        Ok(())
    }
}

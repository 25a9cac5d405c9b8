//! A draft being worked on. The only owner of a `&mut Draft` outside its own tests.

use super::{Change, Draft, History, Rejected};

/// A draft and the history of its changes.
#[derive(Clone, Debug, Default)]
pub struct Session {
    draft: Draft,
    history: History,
}

/// A change the draft has taken. Only a [`Session`] makes one and the journal takes nothing else, so that what
/// is remembered is what happened.
#[must_use = "append it to the journal"]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    change: Change,
    joined: bool,
}

impl Committed {
    /// Returns what was changed.
    pub fn change(&self) -> &Change {
        &self.change
    }

    /// Tells whether the change joined the step of undo before it.
    pub fn joined(&self) -> bool {
        self.joined
    }
}

impl Session {
    /// Begins work on a draft, with nothing to undo.
    pub fn new(draft: Draft) -> Self {
        Self {
            draft,
            history: History::default(),
        }
    }

    /// Returns the draft.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Gives the session the history of the draft's earlier changes.
    pub fn remember(&mut self, history: History) {
        self.history = history;
    }

    /// Makes the change whole, or not at all.
    ///
    /// # Errors
    /// The reason why the draft is not the one the change was made for.
    pub fn commit(&mut self, change: Change) -> Result<Committed, Rejected> {
        self.draft.apply(&change)?;
        let joined = self.history.record(change.clone());
        Ok(Committed { change, joined })
    }

    /// Takes the last step back; `None` if there is none, or if it does not fit the draft (a history that was
    /// cut or damaged): then nothing is changed and the history before it is given up.
    pub fn undo(&mut self) -> Option<Committed> {
        let change = self.history.undo()?;
        self.replayed(change)
    }

    /// Makes the last step taken back again; `None` as for [`Session::undo`].
    pub fn redo(&mut self) -> Option<Committed> {
        let change = self.history.redo()?;
        self.replayed(change)
    }

    /// Ends the phrase being typed.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    /// Tells whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Tells whether there is a step to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    fn replayed(&mut self, change: Change) -> Option<Committed> {
        if self.draft.apply(&change).is_err() {
            self.history = History::default();
            return None;
        }
        Some(Committed {
            change,
            joined: false,
        })
    }
}

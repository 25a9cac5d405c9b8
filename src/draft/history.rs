//! Undo and redo as a pure stack machine. Does not touch a draft: it hands out changes for the session to apply.

use super::{Change, ChangeCause, Edit};

/// Signs that end a phrase: what is typed behind them is another step of undo.
const PHRASE_ENDS: &[char] = &[
    '，', '。', '；', '：', '！', '？', '、', '\n', ',', '.', ';', ':', '!', '?',
];
/// A phrase without such a sign ends after this many characters.
const PHRASE_LENGTH: usize = 20;

/// The steps that can be taken back and made again.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
    /// Whether the last step may take in more typing.
    open: bool,
}

impl History {
    /// Builds the history of changes that happened in this order; with each stands whether it joined the step
    /// before it. Changes before the first one may have been forgotten.
    pub fn rebuild(changes: impl IntoIterator<Item = (Change, bool)>) -> Self {
        let mut history = Self::default();
        for (change, joined) in changes {
            match change.cause {
                // The step itself may be forgotten, in part or whole: what it did is told by the change.
                ChangeCause::Undo => {
                    let cause = (history.done.pop()).map_or(ChangeCause::Structure, |it| it.cause);
                    history.undone.push(change.invert(cause));
                }
                ChangeCause::Redo => {
                    let cause =
                        (history.undone.pop()).map_or(ChangeCause::Structure, |it| it.cause);
                    history.done.push(Change { cause, ..change });
                }
                ChangeCause::Typing
                | ChangeCause::Paste
                | ChangeCause::Replace
                | ChangeCause::Structure
                | ChangeCause::Template
                | ChangeCause::Import => {
                    history.open = joined;
                    history.record(change);
                }
            }
        }
        history.open = false;
        history
    }

    /// Remembers a change that was made. Tells whether it joined the step before it.
    pub fn record(&mut self, change: Change) -> bool {
        self.undone.clear();
        let joined = self.open && change.cause == ChangeCause::Typing && self.join(&change);
        let ends = change.cause != ChangeCause::Typing || ends_phrase(&change);
        if !joined {
            self.done.push(change);
        }
        self.open = !ends && self.done.last().is_some_and(|it| typed(it) < PHRASE_LENGTH);
        joined
    }

    fn join(&mut self, change: &Change) -> bool {
        let Some(last) = self.done.last_mut() else {
            return false;
        };
        let ([.., kept], [next]) = (last.edits.as_mut_slice(), change.edits.as_slice()) else {
            return false;
        };
        last.cause == ChangeCause::Typing && kept.absorb(next)
    }

    /// Ends the phrase being typed: after a pause, a caret jump, a change of field.
    pub fn seal(&mut self) {
        self.open = false;
    }

    /// Takes the last step back: returns the change to apply.
    pub fn undo(&mut self) -> Option<Change> {
        let change = self.done.pop()?;
        self.open = false;
        let back = change.clone().invert(ChangeCause::Undo);
        self.undone.push(change);
        Some(back)
    }

    /// Makes the last step taken back again: returns the change to apply.
    pub fn redo(&mut self) -> Option<Change> {
        let change = self.undone.pop()?;
        self.open = false;
        self.done.push(change.clone());
        Some(Change {
            cause: ChangeCause::Redo,
            ..change
        })
    }

    /// Tells whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Tells whether there is a step to make again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

fn ends_phrase(change: &Change) -> bool {
    match change.edits.last() {
        Some(Edit::Splice { inserted, .. }) => inserted.ends_with(PHRASE_ENDS),
        _ => true,
    }
}

/// Characters inserted and removed by the last edit.
fn typed(change: &Change) -> usize {
    match change.edits.last() {
        Some(Edit::Splice {
            removed, inserted, ..
        }) => removed.chars().count() + inserted.chars().count(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Field, Session};

    /// Types the letters of `typed` one by one, then undoes once.
    fn left_after_one_undo(typed: &str) -> String {
        let mut session = Session::new(Draft::default());
        for letter in typed.chars() {
            let at = session.draft().title.len();
            let edit = Edit::Splice {
                field: Field::Title,
                at,
                removed: String::new(),
                inserted: letter.into(),
            };
            let _committed = session
                .commit(Change {
                    cause: ChangeCause::Typing,
                    edits: vec![edit],
                })
                .expect("made for it");
        }
        let _undone = session.undo();
        session.draft().title.clone()
    }

    #[test]
    fn undo_takes_back_a_phrase() {
        assert_eq!(
            left_after_one_undo("理论学习不够，抓得不紧"),
            "理论学习不够，"
        );
        assert_eq!(left_after_one_undo("理论学习不够，"), "");
        assert_eq!(
            left_after_one_undo("一二三四五六七八九十一二三四五六七八九十甲乙"),
            "一二三四五六七八九十一二三四五六七八九十"
        );
    }
}

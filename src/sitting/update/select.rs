//! Selecting, cutting, copying and putting back. What is erased in one piece can be put back (kill and yank).

use std::ops::Range;

use crate::draft::{Change, ChangeCause, Edit, Spot};
use crate::sitting::effect::Effect;
use crate::sitting::messages as say;
use crate::sitting::model::{Model, Screen, Work};
use crate::typeset;

use super::text;

impl Work {
    /// Returns the selected part of the open text, in bytes; `None` if nothing is selected.
    pub fn selection(&self) -> Option<Range<usize>> {
        self.spot()?;
        let anchor =
            typeset::floor_boundary(self.text(), self.writer.anchor?.min(self.text().len()));
        let caret = self.writer.caret;
        (anchor != caret).then_some(anchor.min(caret)..anchor.max(caret))
    }

    /// Returns the selected words.
    pub fn selected_text(&self) -> Option<&str> {
        self.selection().and_then(|it| self.text().get(it))
    }
}

/// Begins a selection at the caret that the next motions extend, for terminals that keep Shift+arrows to
/// themselves; ends it if there is one.
pub(super) fn begin_or_end(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Write;
    let lang = model.lang;
    if let Some(work) = &mut model.work {
        if work.writer.selects {
            work.writer.drop_selection();
        } else if work.spot().is_some() {
            work.writer.anchor = Some(work.writer.caret);
            work.writer.selects = true;
            model.notice = Some(say::selecting(lang));
        }
    }
    Vec::new()
}

/// Selects the whole open text.
pub(super) fn all(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Write;
    if let Some(work) = &mut model.work
        && work.spot().is_some()
    {
        work.writer.anchor = Some(0);
        work.writer.caret = work.text().len();
        work.writer.selects = true;
    }
    Vec::new()
}

/// Copies the selection: to be put back inside the program, and to the clipboard.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Write;
    let lang = model.lang;
    let Some(selected) = model
        .work
        .as_ref()
        .and_then(|it| it.selected_text())
        .map(str::to_owned)
    else {
        model.notice = Some(say::nothing_selected(lang));
        return Vec::new();
    };
    model.kept.clone_from(&selected);
    vec![Effect::CopyText(selected)]
}

/// Copies the selection and takes it out.
pub(super) fn cut(model: &mut Model) -> Vec<Effect> {
    let mut effects = copy(model);
    if !effects.is_empty() {
        effects.extend(erase_selection(model).unwrap_or_default());
    }
    effects
}

/// Puts back what was cut, copied or erased in one piece last.
pub(super) fn put_back(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Write;
    if model.kept.is_empty() {
        model.notice = Some(say::nothing_to_put_back(model.lang));
        return Vec::new();
    }
    let kept = model.kept.clone();
    text::insert(model, ChangeCause::Paste, &kept)
}

/// Selects a passage of the open text, by whole signs; an empty one is a place for the caret.
pub(super) fn mark(model: &mut Model, passage: &Range<usize>) -> Vec<Effect> {
    if model.screen != Screen::Write {
        return Vec::new();
    }
    if let Some(work) = &mut model.work
        && work.spot().is_some()
    {
        let text = work.text();
        let start = typeset::floor_boundary(text, passage.start.min(text.len()));
        let end = typeset::ceil_boundary(text, passage.end.min(text.len()));
        work.session.seal();
        work.writer.drop_selection();
        work.writer.caret = end;
        if start < end {
            work.writer.anchor = Some(start);
        }
    }
    Vec::new()
}

/// Moves the selected words to another place of the open text, as one step of undo.
pub(super) fn carry(model: &mut Model, to: usize) -> Vec<Effect> {
    let lang = model.lang;
    let Some(work) = model.work_to_change() else {
        return Vec::new();
    };
    let (Some(Spot::Text(field)), Some(passage)) = (work.spot(), work.selection()) else {
        return Vec::new();
    };
    let text = work.text();
    let to = typeset::floor_boundary(text, to.min(text.len()));
    if (passage.start..=passage.end).contains(&to) {
        return Vec::new();
    }
    let carried = text.get(passage.clone()).unwrap_or_default().to_owned();
    let at = if to > passage.end {
        to - carried.len()
    } else {
        to
    };
    let inserted = fitted(text.get(..to).unwrap_or_default(), &carried);
    work.session.seal();
    let edits = vec![
        Edit::Splice {
            field,
            at: passage.start,
            removed: carried,
            inserted: String::new(),
        },
        Edit::Splice {
            field,
            at,
            removed: String::new(),
            inserted,
        },
    ];
    let effects = text::commit(
        model,
        Change {
            cause: ChangeCause::Replace,
            edits,
        },
    );
    if let (Some(work), false) = (&mut model.work, effects.is_empty()) {
        work.session.seal();
        model.notice = Some(say::carried(lang));
    }
    effects
}

/// Words as they fit behind others: the blank that parted them from what stood before them parts them at the start of
/// a paragraph from what comes behind them.
fn fitted(before: &str, words: &str) -> String {
    let bare = words.trim_start_matches([' ', '\t', '\u{3000}']);
    let (blank, _) = words.split_at(words.len() - bare.len());
    if before.is_empty() || before.ends_with('\n') {
        format!("{bare}{blank}")
    } else {
        words.to_owned()
    }
}

/// Erases the selection; `None` if nothing is selected.
pub(super) fn erase_selection(model: &mut Model) -> Option<Vec<Effect>> {
    let range = model.work.as_ref()?.selection()?;
    Some(text::erase(model, range.start, range.end))
}

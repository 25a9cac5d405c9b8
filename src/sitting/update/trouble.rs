//! When words cannot be saved: what the writer can do about it. The words are never given up unasked.

use std::path::PathBuf;

use crate::sitting::effect::Effect;
use crate::sitting::messages as say;
use crate::sitting::model::{About, Ask, List, Model, Saving, Screen};

/// The exit code where the writer left though not everything was saved.
pub(super) const UNSAVED: u8 = 5;

/// Tells whether words wait in memory only.
pub(super) fn is_unsaved(model: &Model) -> bool {
    (model.work.as_ref()).is_some_and(|it| it.saving == Saving::Failing)
}

/// What could be saved was saved: ends, or asks what is to become of the rest. After a signal or a failure nobody can
/// be asked.
pub(super) fn put_away(model: &mut Model, code: u8) -> Vec<Effect> {
    if !is_unsaved(model) {
        return vec![Effect::Quit(code)];
    }
    if code != 0 {
        return vec![Effect::Rescue, Effect::Quit(code)];
    }
    stay(model)
}

/// Asks what is to become of what is not saved.
pub(super) fn stay(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::List(List::Unsaved, 0);
    Vec::new()
}

/// Asks for another data folder to go on in.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    let text = model.elsewhere.display().to_string();
    model.screen = Screen::Ask(Ask {
        about: About::Elsewhere,
        caret: text.len(),
        text,
    });
    Vec::new()
}

/// A folder was given.
pub(super) fn answered(model: &mut Model, folder: &str) -> Vec<Effect> {
    let folder = folder.trim();
    if folder.is_empty() {
        model.notice = Some(say::no_folder(model.lang));
        return Vec::new();
    }
    vec![Effect::Elsewhere(PathBuf::from(folder))]
}

/// The draft is saved in another data folder, and goes on there.
pub(super) fn moved(model: &mut Model, id: String, folder: PathBuf) {
    if let Some(work) = &mut model.work {
        work.id = id;
        work.saving = Saving::Synced;
    }
    model.screen = Screen::Write;
    model.notice = Some(say::moved_to(model.lang, &folder.display().to_string()));
    model.moved_to = Some(folder);
}

/// Another window has the draft. What was not saved here becomes a draft of its own.
pub(super) fn taken_over(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang;
    let was_unsaved = is_unsaved(model);
    model.notice = Some(say::was_taken_over(lang));
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    work.saving = Saving::ReadOnly;
    if !was_unsaved {
        return Vec::new();
    }
    let title = say::kept_aside_title(lang, &work.draft().title);
    model.notice = Some(say::taken_over_kept(lang, &title));
    vec![Effect::KeepAside(Box::new(work.draft().clone()), title)]
}

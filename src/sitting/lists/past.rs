//! What was: undo, the versions of a draft, and having them forgotten.

use crate::desk::Version;
use crate::desk::versions::messages::moments;
use crate::locale::Lang;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model, Reading, Work};
use crate::sitting::msg::Step;

use super::names::when;
use super::{Act, Item, item};

/// Undo, versions, and what else is done with words written.
pub(super) fn past(lang: Lang) -> Vec<Item> {
    vec![
        item(say::undo(lang), Act::Step(Step::Undo)),
        item(say::redo(lang), Act::Step(Step::Redo)),
        item(say::versions_entry(lang), Act::Versions),
        item(say::edit_entry(lang), Act::Show(List::Edit)),
        item(say::forget_entry(lang), Act::Show(List::ConfirmForget)),
        item(say::back_to_writing(lang), Act::Write),
    ]
}

pub(super) fn confirm_forget(lang: Lang) -> Vec<Item> {
    vec![
        item(say::no_back(lang), Act::Show(List::Past)),
        item(say::forget_yes(lang), Act::Forget),
    ]
}

/// The versions, the last first: when, what makes them ones to come back to, how long.
pub(super) fn versions(model: &Model, work: &Work) -> Vec<Item> {
    let lang = model.lang;
    let all = work.versions.iter().flat_map(|it| &it.list);
    let line = |it: &Version| Item {
        label: version_name(model, it),
        state: String::new(),
        detail: say::characters(lang, &say::grouped(it.characters)),
        act: Act::Show(List::Version(it.rev)),
    };
    (all.map(line))
        .chain([item(say::back_to_writing(lang), Act::Write)])
        .collect()
}

/// What can be done with a version.
pub(super) fn version(lang: Lang, work: &Work, rev: u64) -> Vec<Item> {
    let list = work.versions.as_ref().map(|it| it.list.as_slice());
    let list = list.unwrap_or_default();
    let is_first = list.last().is_some_and(|it| it.rev == rev);
    let is_now = list.first().is_some_and(|it| it.rev == rev);
    let mut items = Vec::new();
    if !is_now {
        items.push(item(say::since(lang), Act::Read(Reading::Since(rev))));
    }
    if !is_first {
        items.push(item(
            say::changed_in(lang),
            Act::Read(Reading::ChangedIn(rev)),
        ));
    }
    items.push(item(
        say::read_version(lang),
        Act::Read(Reading::Version(rev)),
    ));
    if !is_now {
        items.push(item(say::restore_version(lang), Act::RestoreVersion(rev)));
    }
    items.push(item(say::back(lang), Act::Show(List::Versions)));
    items
}

/// Returns the words by which a version is known: when, and what makes it one to come back to.
pub fn version_name(model: &Model, version: &Version) -> String {
    let words = moments(model.lang, &version.moments);
    let time = (version.time).and_then(|it| jiff::Timestamp::from_millisecond(it).ok());
    match time {
        Some(time) => format!("{}  {words}", when(model, &time.to_string())),
        None => words,
    }
}

//! The first list, the drafts on the desk and those in the trash.

use crate::locale::Lang;
use crate::sitting::effect::Access;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model};
use crate::sitting::{arrivals, help};
use crate::store::Entry;

use super::names::{title_of, when};
use super::{Act, Item, item};

pub(super) fn start(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let mut items = Vec::new();
    if let Some(last) = model.drafts.first() {
        let label = say::continue_last(lang, &title_of(lang, last));
        items.push(item(label, Act::Open(last.id.clone(), Access::Write)));
    }
    let begin = if model.drafts.is_empty() {
        Act::Follow(None)
    } else {
        Act::Show(List::From)
    };
    items.push(item(say::new_report(lang), begin));
    items.push(item(arrivals::import_entry(lang), Act::AskImport));
    if model.drafts.len() > 1 {
        items.push(item(
            say::other_drafts(lang, model.drafts.len()),
            Act::Show(List::Drafts),
        ));
    }
    if !model.trash.is_empty() {
        items.push(item(
            say::trash_entry(lang, model.trash.len()),
            Act::Show(List::Trash),
        ));
    }
    items.push(item(help::messages::guide_entry(lang), Act::Guide));
    items.push(item(say::change_language(lang), Act::OtherLanguage));
    items.push(item(say::leave(lang), Act::Leave));
    items
}

/// Returns how far the last draft is and where its writer was; empty where there is none, or none that can be read.
pub fn last_time(model: &Model) -> String {
    let Some(last) = model.drafts.first().filter(|it| !it.updated.is_empty()) else {
        return String::new();
    };
    let characters = say::grouped(last.summary.characters);
    let when = when(model, &last.updated);
    if last.summary.at.is_empty() {
        say::was_left(model.lang, &characters, &when)
    } else {
        say::was_at(model.lang, &last.summary.at, &characters, &when)
    }
}

/// The drafts a new report can follow, the last used first.
pub(super) fn from(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let line = |it: &Entry| Item {
        act: Act::Follow(Some(it.id.clone())),
        ..draft_line(model, it)
    };
    std::iter::once(item(arrivals::from_none(lang), Act::Follow(None)))
        .chain(model.drafts.iter().map(line))
        .chain([item(say::back(lang), Act::Show(List::Start))])
        .collect()
}

/// All drafts, the last used first.
pub(super) fn drafts(model: &Model) -> Vec<Item> {
    (model.drafts.iter().map(|it| draft_line(model, it)))
        .chain([item(say::back(model.lang), Act::Show(List::Start))])
        .collect()
}

fn draft_line(model: &Model, entry: &Entry) -> Item {
    let lang = model.lang;
    let detail = if entry.updated.is_empty() {
        say::unreadable(lang)
    } else {
        let characters = say::characters(lang, &say::grouped(entry.summary.characters));
        format!("{characters}  {}", when(model, &entry.updated))
    };
    Item {
        label: title_of(lang, entry),
        state: String::new(),
        detail,
        act: Act::Show(List::DraftMenu(entry.id.clone())),
    }
}

/// What can be done with a draft.
pub(super) fn draft_menu(lang: Lang, id: &str) -> Vec<Item> {
    vec![
        item(say::open_it(lang), Act::Open(id.to_owned(), Access::Write)),
        item(
            say::delete_draft(lang),
            Act::Show(List::ConfirmDelete(id.to_owned())),
        ),
        item(say::back(lang), Act::Show(List::Drafts)),
    ]
}

pub(super) fn confirm_delete(lang: Lang, id: &str) -> Vec<Item> {
    vec![
        item(say::no_back(lang), Act::Show(List::Drafts)),
        item(say::delete_draft(lang), Act::Delete(id.to_owned())),
    ]
}

/// The deleted drafts, and the way to be rid of them for good.
pub(super) fn trash(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let line = |it: &Entry| Item {
        act: Act::Show(List::TrashMenu(it.id.clone())),
        ..draft_line(model, it)
    };
    let mut items: Vec<Item> = model.trash.iter().map(line).collect();
    if model.trash.len() > 1 {
        items.push(item(
            say::empty_trash(lang, model.trash.len()),
            Act::Show(List::ConfirmDestroy(None)),
        ));
    }
    items.push(item(say::back(lang), Act::Show(List::Start)));
    items
}

/// What can be done with a deleted draft.
pub(super) fn trash_menu(lang: Lang, id: &str) -> Vec<Item> {
    vec![
        item(say::restore(lang), Act::Restore(id.to_owned())),
        item(
            say::destroy(lang),
            Act::Show(List::ConfirmDestroy(Some(id.to_owned()))),
        ),
        item(say::back(lang), Act::Show(List::Trash)),
    ]
}

pub(super) fn confirm_destroy(lang: Lang, id: Option<&String>) -> Vec<Item> {
    vec![
        item(say::no_back(lang), Act::Show(List::Trash)),
        item(say::destroy(lang), Act::Destroy(id.cloned())),
    ]
}

//! The first list, the drafts on the desk and those in the trash.

use crate::draft::Draft;
use crate::find::find;
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
    if let Some(last) = listed(model).next() {
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
    let n_listed = listed(model).count();
    if n_listed > 1 || n_listed < model.drafts.len() {
        items.push(item(
            say::other_drafts(lang, n_listed),
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
    let Some(last) = listed(model).next().filter(|it| !it.updated.is_empty()) else {
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

/// More drafts than digits can be looked for by the words of their titles.
const MANY: usize = 9;

/// The drafts that are not in the archive.
fn listed(model: &Model) -> impl Iterator<Item = &Entry> {
    model.drafts.iter().filter(|it| !it.is_archived)
}

fn archived(model: &Model) -> impl Iterator<Item = &Entry> {
    model.drafts.iter().filter(|it| it.is_archived)
}

/// All drafts but those in the archive, the last used first.
pub(super) fn drafts(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let mut items = Vec::new();
    if model.drafts.len() > MANY {
        items.push(item(say::look_for_draft(lang), Act::AskDraft));
    }
    items.extend(listed(model).map(|it| draft_line(model, it)));
    let n_archived = archived(model).count();
    if n_archived > 0 {
        let label = say::archive_entry(lang, n_archived);
        items.push(item(label, Act::Show(List::Archive)));
    }
    items.push(item(say::back(lang), Act::Show(List::Start)));
    items
}

/// The drafts in the archive, the last used first.
pub(super) fn archive(model: &Model) -> Vec<Item> {
    (archived(model).map(|it| draft_line(model, it)))
        .chain([item(say::back(model.lang), Act::Show(List::Drafts))])
        .collect()
}

/// The drafts with these words in their titles, those in the archive among them.
pub(super) fn found(model: &Model, words: &str) -> Vec<Item> {
    let lang = model.lang;
    let lines = drafts_like(model, words).into_iter();
    lines
        .map(|it| draft_line(model, it))
        .chain([
            item(say::look_for_draft(lang), Act::AskDraft),
            item(say::back(lang), Act::Show(List::Drafts)),
        ])
        .collect()
}

/// Returns the drafts in whose titles each of some words is found, as it stands or by the beginnings of its sounds.
pub fn drafts_like<'m>(model: &'m Model, words: &str) -> Vec<&'m Entry> {
    let has_all = |it: &&Entry| {
        let mut titled = Draft::default();
        titled.title = title_of(model.lang, it);
        (words.split_whitespace()).all(|word| !find(&titled, word).is_empty())
    };
    model.drafts.iter().filter(has_all).collect()
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
        state: if entry.is_archived {
            say::is_archived(lang)
        } else {
            String::new()
        },
        detail,
        act: Act::Show(List::DraftMenu(entry.id.clone())),
    }
}

/// What can be done with a draft.
pub(super) fn draft_menu(model: &Model, id: &str) -> Vec<Item> {
    let lang = model.lang;
    let is_archived = archived(model).any(|it| it.id == id);
    let archive = if is_archived {
        say::take_out(lang)
    } else {
        say::into_archive(lang)
    };
    vec![
        item(say::open_it(lang), Act::Open(id.to_owned(), Access::Write)),
        item(
            say::delete_draft(lang),
            Act::Show(List::ConfirmDelete(id.to_owned())),
        ),
        item(archive, Act::Archive(id.to_owned(), !is_archived)),
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

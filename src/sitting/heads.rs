//! What stands over a list: its title, and the sentence that says what is to be chosen.

use crate::desk::reviewing::place_of;
use crate::draft::Field;
use crate::store::Entry;

use super::arrivals;
use super::lists::settings;
use super::lists::{drafts_like, last_time, part_name, title_of, version_name, when};
use super::messages as say;
use super::model::{List, Model, Work};
use super::preview::messages as proof;
use super::reviewer::chain::rows;
use super::reviewer::messages as reviewer;

/// Returns the title of a list, what it is about, and the sentence under it; empty where there is none.
pub fn head(model: &Model, list: &List) -> (String, String, String) {
    let lang = model.lang;
    let none = String::new;
    let report = || {
        model
            .work
            .as_ref()
            .map_or(String::new(), |it| it.draft().title.clone())
    };
    match list {
        List::Start => (say::welcome(lang), say::stays_here(lang), last_time(model)),
        List::Notice => (say::from_notice(lang), none(), notice(model)),
        List::Rekinds => (say::change_kind(lang), report(), say::which_kind(lang)),
        List::Mapping => (say::change_kind(lang), report(), say::what_becomes(lang)),
        List::Kinds | List::EarlierKinds | List::OtherKinds => {
            (say::new_report(lang), none(), which_kind(model))
        }
        List::Drafts => (say::which_draft(lang), none(), none()),
        List::DraftsLike(_) | List::Archive => of_shelf(model, list),
        List::DraftMenu(id) => (draft_title(model, id), none(), none()),
        List::ConfirmDelete(id) => (
            say::delete_draft(lang),
            none(),
            say::sure_to_delete(lang, &draft_title(model, id)),
        ),
        List::Trash => (say::trash(lang), none(), none()),
        List::TrashMenu(id) => (deleted_title(model, id), none(), none()),
        List::ConfirmDestroy(id) => (
            say::trash(lang),
            none(),
            match id {
                Some(id) => say::sure_to_destroy(lang, &deleted_title(model, id)),
                None => say::sure_to_empty(lang, model.trash.len()),
            },
        ),
        List::Menu => (say::menu(lang), report(), none()),
        List::Past => (say::past_entry(lang), report(), none()),
        List::Versions => (say::versions(lang), report(), say::which_version(lang)),
        List::Version(rev) => (say::versions(lang), report(), version(model, *rev)),
        List::ConfirmForget => (say::forget_entry(lang), report(), say::sure_to_forget(lang)),
        List::Found | List::Replace => (say::find_entry(lang), report(), search(model)),
        List::Edit => (say::edit_entry(lang), report(), none()),
        List::Here => (
            model
                .work
                .as_ref()
                .map_or(String::new(), |it| super::labels::open_label(lang, it)),
            report(),
            none(),
        ),
        List::Outline => (say::outline(lang), report(), other_year(model)),
        List::Arrange => (say::outline(lang), report(), say::arrange(lang)),
        List::Part(page) => {
            let name = model
                .work
                .as_ref()
                .map_or(String::new(), |it| part_name(lang, it.draft(), *page));
            (say::outline(lang), report(), name)
        }
        List::Result => (say::result_entry(lang), report(), account(model)),
        List::Formats => (say::save_other(lang), report(), say::which_format(lang)),
        List::CopyPart => (say::copy_part(lang), report(), say::which_part(lang)),
        List::Printed(_) => (proof::title(lang), report(), proof::estimate(lang)),
        List::PrintedParts(_) => (proof::title(lang), report(), none()),
        List::Exists { path, .. } => (
            say::result_entry(lang),
            report(),
            say::exists(lang, &path.display().to_string()),
        ),
        List::Check => (reviewer::check(lang), report(), none()),
        List::Finding(n) => (reviewer::check(lang), report(), finding(model, *n)),
        List::Silenced => (
            reviewer::silenced(lang),
            report(),
            reviewer::which_silenced(lang),
        ),
        List::HandOut(_) => (say::result_entry(lang), report(), before_it_leaves(model)),
        List::Chain => (reviewer::chain(lang), report(), none()),
        List::Links(id) => (reviewer::chain(lang), report(), links(model, *id)),
        List::From => (say::new_report(lang), none(), arrivals::from_which(lang)),
        List::IntakeTexts | List::Intake => (intake_title(lang), none(), intake(model, list)),
        List::IntakeKinds => (intake_title(lang), none(), say::which_kind(lang)),
        List::Tray => (say::set_aside(lang), report(), none()),
        List::TrayItem(id) | List::Place(id) | List::PlaceIn(id, _) => {
            (say::set_aside(lang), report(), kept_text(model, list, *id))
        }
        List::Settings | List::Keys | List::KeyOf(_) => settings::head(model, list),
        List::Recovery => (report(), none(), recovery(model)),
        List::Unsaved => (report(), none(), say::still_unsaved(lang)),
        List::Busy { id, owner } => (
            draft_title(model, id),
            none(),
            say::busy(lang, &owner.place(), &when(model, &owner.since)),
        ),
    }
}

/// How many texts a file holds, or what is to be done with the one that was read.
fn intake(model: &Model, list: &List) -> String {
    let intake = model.intake.as_ref();
    match list {
        List::IntakeTexts => {
            arrivals::which_text(model.lang, intake.map_or(0, |it| it.titles.len()))
        }
        _ => arrivals::what_now(model.lang, intake.map_or("", |it| &it.name)),
    }
}

/// The beginning of a text set aside, or the question where it goes.
fn kept_text(model: &Model, list: &List, id: crate::draft::ItemId) -> String {
    let field = Field::SetAside(id);
    let text = (model.work.as_ref())
        .and_then(|it| it.draft().text(field))
        .unwrap_or_default();
    match list {
        List::TrayItem(_) => text.chars().take(200).collect(),
        _ => arrivals::where_to(model.lang),
    }
}

fn version(model: &Model, rev: u64) -> String {
    let versions = model.work.as_ref().and_then(|it| it.versions.as_ref());
    let found = versions.and_then(|it| it.list.iter().find(|it| it.rev == rev));
    found.map_or_else(String::new, |it| {
        let characters = say::characters(model.lang, &say::grouped(it.characters));
        format!("{}  {characters}", version_name(model, it))
    })
}

/// Asks for the kind; tells of own templates that could not be read.
fn which_kind(model: &Model) -> String {
    let question = say::which_kind(model.lang);
    match model.unread_kinds {
        0 => question,
        n => format!("{question}{}", say::unread_kinds(model.lang, n)),
    }
}

fn intake_title(lang: crate::locale::Lang) -> String {
    arrivals::import_entry(lang)
}

/// What stands over the drafts that were looked for, or over those in the archive.
fn of_shelf(model: &Model, list: &List) -> (String, String, String) {
    let (lang, none) = (model.lang, String::new());
    let List::DraftsLike(words) = list else {
        return (say::archive(lang), String::new(), none);
    };
    let sentence = if drafts_like(model, words).is_empty() {
        say::none_like(lang)
    } else {
        none
    };
    (say::drafts_like(lang, words), String::new(), sentence)
}

fn draft_title(model: &Model, id: &str) -> String {
    title_among(model, &model.drafts, id)
}

fn deleted_title(model: &Model, id: &str) -> String {
    title_among(model, &model.trash, id)
}

fn title_among(model: &Model, entries: &[Entry], id: &str) -> String {
    entries
        .iter()
        .find(|it| it.id == id)
        .map_or(String::new(), |it| title_of(model.lang, it))
}

/// How to put a notice in; once it is read, what is doubtful about it.
fn notice(model: &Model) -> String {
    let lang = model.lang;
    let Some(it) = &model.read_notice else {
        return say::paste_notice(lang);
    };
    let doubts = crate::template::notice::messages::doubts(lang, &it.reading).join("");
    if it.reading.is_usable() {
        format!("{}{doubts}", say::notice_was_read(lang))
    } else {
        doubts
    }
}

/// Tells quietly that the dimensions are those of another year than the title says.
fn other_year(model: &Model) -> String {
    let work = model.work.as_ref();
    work.and_then(|it| crate::desk::other_year(model.lang, it.draft()))
        .unwrap_or_default()
}

fn search(model: &Model) -> String {
    let search = model.work.as_ref().and_then(|it| it.search.as_ref());
    search.map_or(String::new(), |it| {
        say::found(model.lang, it.matches.len(), &it.query)
    })
}

fn account(model: &Model) -> String {
    let Some(work) = &model.work else {
        return String::new();
    };
    let account = crate::wizard::account(work.template, work.draft());
    let length = model.say_length(work.tally.report());
    let account = if account.is_finished() {
        say::complete(model.lang, &length)
    } else {
        say::incomplete(model.lang, account.questions - account.answered, &length)
    };
    let account = match work.proof.preview.pages.pages.len() {
        0 => account,
        1 => format!("{account}{}", proof::about_one_page(model.lang)),
        n => format!("{account}{}", proof::about_pages(model.lang, n)),
    };
    match work.checked.counts().error {
        0 => account,
        n => format!("{account}\n{}", reviewer::open_findings(model.lang, n)),
    }
}

fn recovery(model: &Model) -> String {
    let lang = model.lang;
    let Some((work, found)) = model
        .work
        .as_ref()
        .and_then(|it| Some((it, it.found.as_ref()?)))
    else {
        return String::new();
    };
    let characters = work.tally.report().marks;
    let more = match characters.cmp(&found.saved_characters) {
        std::cmp::Ordering::Greater => {
            say::more_than_saved(lang, characters - found.saved_characters)
        }
        std::cmp::Ordering::Less => {
            say::fewer_than_saved(lang, found.saved_characters - characters)
        }
        std::cmp::Ordering::Equal => say::as_many_as_saved(lang),
    };
    say::recovery(lang, &say::grouped(characters), &more)
}

/// A finding in words: where, and what.
fn finding(model: &Model, n: usize) -> String {
    let found = (model.work.as_ref())
        .and_then(|it| it.checked.told.get(n).map(|found| (it.draft(), found)));
    found.map_or_else(String::new, |(draft, it)| {
        let place = place_of(model.lang, draft, &it.at);
        format!("{place}\n{}", it.message)
    })
}

fn before_it_leaves(model: &Model) -> String {
    let n = (model.work.as_ref()).map_or(0, |it| it.checked.counts().error);
    reviewer::sure_to_hand_out(model.lang, n)
}

fn links(model: &Model, id: crate::draft::ItemId) -> String {
    let draft = model.work.as_ref().map(Work::draft);
    let rows = draft.map_or_else(Vec::new, |it| rows(model.lang, it));
    let row = rows.iter().find(|it| it.id == id);
    row.map_or_else(String::new, |it| {
        reviewer::which_link(model.lang, &format!("{} {}", it.name, it.headline))
    })
}

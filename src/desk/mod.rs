//! THE DESK: taking a draft out, putting it back, and describing it. What full screen, line mode and commands
//! do alike with the store, done once.

pub mod batch;
mod checkup;
pub mod due;
pub mod earlier;
pub mod editing;
mod hand_out;
pub mod import;
pub mod kinds;
pub mod messages;
pub mod preview;
mod print;
pub mod reviewing;
pub mod scoring;
mod typed_path;
pub mod versions;
pub mod words;

use std::path::Path;

use jiff::Timestamp;

use crate::draft::{ChangeCause, Draft, Outline, Place, Role, Session};
use crate::import::Notice;
use crate::locale::Lang;
use crate::store::{
    DraftFolder, Entry, Home, Opened, Owner, Recovered, StoreError, Summary, recover,
};
use crate::template::{self, Template};
use crate::wizard::{self, Page};

pub use crate::store::rfc3339;
pub use checkup::{Repair, repair};
pub use hand_out::{ANSWERS_FORMAT, extension_of, formats, hand_out, ledger_of, proposed_name};
pub use print::{
    Printed, characters, count, document, n_left_out, ordinal_of_dimension, ordinal_of_section,
    plain_text, print, print_docx, printed_sections,
};
pub use typed_path::typed_path;
pub use versions::{
    Comparison, Difference, Moment, Of, Paper, Piece, Sides, Version, Weight, compare, export_name,
    forget, paper, restoring,
};

/// Returns the template of a draft; a draft whose template is not known here is asked the general questions in
/// Chinese, or in English if its id says so.
pub fn template_of(draft: &Draft) -> &'static Template {
    let general = if draft.template.ends_with("-en") {
        "self-review-en"
    } else {
        "self-review-zh"
    };
    template::find(&draft.template)
        .or_else(|| template::find(general))
        .expect("the general templates are built in")
}

/// Returns the language of a draft's report: that of [`template_of`], without reading every template.
pub fn language_of(draft: &Draft) -> Lang {
    template::language_of(&draft.template).unwrap_or(if draft.template.ends_with("-en") {
        Lang::En
    } else {
        Lang::Zh
    })
}

/// Says that the template of a draft is not known here and the general questions are asked; `None` if it is known.
pub fn template_missing(lang: Lang, draft: &Draft) -> Option<String> {
    let is_missing = template::find(&draft.template).is_none();
    is_missing.then(|| messages::template_missing(lang, &draft.template))
}

/// Says that the dimensions of a draft are those of another year than its title says; `None` if they are not.
pub fn other_year(lang: Lang, draft: &Draft) -> Option<String> {
    let dimensions: Vec<&str> = (draft.dimensions.iter())
        .filter(|it| it.kind.has_problems())
        .map(|it| it.title.as_str())
        .collect();
    let notice = Notice::other_year(&draft.title, &dimensions)?;
    Some(messages::sentence(lang, &notice.say(lang)))
}

/// Returns what a list of drafts shows of this one.
pub fn summary(draft: &Draft, place: Option<Place>) -> Summary {
    let account = wizard::account(template_of(draft), draft);
    Summary {
        title: draft.title.clone(),
        template: draft.template.clone(),
        characters: characters(draft),
        answered: account.answered,
        questions: account.questions,
        at: place
            .and_then(|it| wizard::page_of(draft, it.spot))
            .map(|it| name_of(draft, it))
            .unwrap_or_default(),
    }
}

/// Returns the words by which the writer knows a page: the title of its section or dimension.
pub fn name_of(draft: &Draft, page: Page) -> String {
    let title = match page {
        Page::Front => &draft.title,
        Page::Section(id) => match draft.section(id) {
            Some(it) if !matches!(it.role, Role::Opening | Role::Closing) => &it.title,
            _ => "",
        },
        Page::Statement(_) | Page::Problem(_) => page
            .dimension(draft)
            .and_then(|it| draft.dimension(it))
            .map_or("", |it| it.title.as_str()),
        Page::SetAside => "",
    };
    title.to_owned()
}

/// Makes a draft that holds this outline, and leaves it open for writing. Returns its id as well.
///
/// # Errors
/// The system's reason; nothing half made is left in the list.
pub fn create(
    home: &Home,
    me: &Owner,
    outline: Outline,
    cause: ChangeCause,
    time: Timestamp,
) -> Result<(String, Session, DraftFolder), StoreError> {
    let id = home.create()?;
    let fill = || -> Result<(Session, DraftFolder), StoreError> {
        let Opened {
            mut folder,
            recovered,
        } = DraftFolder::open(&home.folder(&id), me)?;
        let mut session = Session::new(recovered.draft);
        let change = outline.into_change(session.draft(), cause);
        let committed = session
            .commit(change)
            .expect("an outline fits the empty draft it was turned into a change for");
        folder.append(time, &committed)?;
        folder.snapshot(session.draft(), None, summary(session.draft(), None), time)?;
        // Its making is no step to be undone.
        Ok((Session::new(session.draft().clone()), folder))
    };
    match fill() {
        Ok((session, folder)) => Ok((id, session, folder)),
        Err(error) => {
            let _cleared = home.delete(&id, me);
            Err(error)
        }
    }
}

/// Saves a draft as it is, ids and all, in another data folder, and leaves it open for writing there. Returns its id
/// there. What led to it stays behind.
///
/// # Errors
/// The system's reason; nothing half made is left in the list.
pub fn move_to(
    home: &Home,
    me: &Owner,
    draft: &Draft,
    place: Option<Place>,
    time: Timestamp,
) -> Result<(String, DraftFolder), StoreError> {
    let id = home.create()?;
    let fill = || -> Result<DraftFolder, StoreError> {
        let mut folder = DraftFolder::open(&home.folder(&id), me)?.folder;
        folder.snapshot(draft, place, summary(draft, place), time)?;
        Ok(folder)
    };
    match fill() {
        Ok(folder) => Ok((id, folder)),
        Err(error) => {
            let _cleared = home.delete(&id, me);
            Err(error)
        }
    }
}

/// Returns the drafts, the last used first, as they are: where the journal is ahead of the snapshot, the draft
/// itself is read. One that cannot be read is listed as the snapshot has it.
///
/// # Errors
/// The folder of the drafts cannot be read.
pub fn drafts(home: &Home) -> Result<Vec<Entry>, StoreError> {
    let entries = home.drafts()?.into_iter();
    Ok(entries
        .map(|it| as_it_is(&home.folder(&it.id), it))
        .collect())
}

/// Returns what a first screen needs at once, the drafts and the deleted ones, as [`Home::glance`] does; the first draft
/// with what its journal adds to the snapshot.
///
/// # Errors
/// The folder of drafts cannot be read.
pub fn glance(home: &Home) -> Result<(Vec<Entry>, Vec<Entry>), StoreError> {
    let (mut drafts, trash) = home.glance()?;
    if let Some(first) = drafts.first_mut() {
        *first = as_it_is(&home.folder(&first.id), first.clone());
    }
    Ok((drafts, trash))
}

/// Returns the deleted drafts, as [`drafts`] does the others.
///
/// # Errors
/// The folder of the trash cannot be read.
pub fn trash(home: &Home) -> Result<Vec<Entry>, StoreError> {
    let folder = home.root().join("trash");
    let entries = home.trash()?.into_iter();
    Ok(entries
        .map(|it| as_it_is(&folder.join(&it.id), it))
        .collect())
}

fn as_it_is(folder: &Path, entry: Entry) -> Entry {
    if !entry.is_behind {
        return entry;
    }
    match recover(folder) {
        Ok(recovered) => Entry {
            updated: last_change(&recovered),
            summary: summary(&recovered.draft, recovered.place),
            ..entry
        },
        Err(_) => entry,
    }
}

/// Returns when a draft was last changed, RFC 3339 in UTC; empty if it never was.
pub fn last_change(recovered: &Recovered) -> String {
    let last = recovered.tail.iter().rev().find(|it| it.change.is_some());
    last.and_then(|it| Timestamp::from_millisecond(it.time).ok())
        .map_or_else(|| recovered.updated.clone(), rfc3339)
}

//! The lines of every list, and what each does. Pure: drawing, digits and Enter ask the same function.
//!
//! Every file holds the lists about one thing. Those about the findings and the proof stand with what they show:
//! [`reviewer`] and [`preview`].

mod act;
mod counts;
mod drafts;
mod here;
mod intake;
pub(super) mod keys;
mod kinds;
mod menu;
mod names;
mod outline;
mod past;
mod rekind;
mod result;
mod search;
pub(super) mod settings;
mod tray;
mod trouble;

use crate::sitting::model::{List, Model, Work};
use crate::sitting::{preview, reviewer};

pub use act::Act;
pub use counts::counts_line;
pub use drafts::{drafts_like, last_time};
pub use names::{part_name, title_of, when};
pub use outline::{OutlinePart, outline_parts};
pub use past::version_name;

pub(super) use names::place_of;

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub label: String,
    /// How far it has come, in a column of its own.
    pub state: String,
    /// What it says at the right.
    pub detail: String,
    /// What choosing it does.
    pub act: Act,
}

pub(super) fn item(label: String, act: Act) -> Item {
    Item {
        label,
        state: String::new(),
        detail: String::new(),
        act,
    }
}

/// Returns the lines of a list.
pub fn items(model: &Model, list: &List) -> Vec<Item> {
    let lang = model.lang;
    match list {
        List::Start => drafts::start(model),
        List::From => drafts::from(model),
        List::Drafts => drafts::drafts(model),
        List::DraftsLike(words) => drafts::found(model, words),
        List::Archive => drafts::archive(model),
        List::DraftMenu(id) => drafts::draft_menu(model, id),
        List::ConfirmDelete(id) => drafts::confirm_delete(lang, id),
        List::Trash => drafts::trash(model),
        List::TrashMenu(id) => drafts::trash_menu(lang, id),
        List::ConfirmDestroy(id) => drafts::confirm_destroy(lang, id.as_ref()),
        List::Kinds => kinds::kinds(model),
        List::EarlierKinds => kinds::shelf(model, kinds::Shelf::Earlier),
        List::OtherKinds => kinds::shelf(model, kinds::Shelf::Other),
        List::Notice => kinds::read_notice(model),
        List::Rekinds => rekind::rekinds(model),
        List::Mapping => rekind::mapping(model),
        List::Intake | List::IntakeTexts | List::IntakeKinds => intake::intake(model, list),
        List::TrayItem(id) => tray::of_one(lang, *id),
        List::Menu => menu::menu(model),
        List::Past => past::past(lang),
        List::ConfirmForget => past::confirm_forget(lang),
        List::Settings => settings::settings(model),
        List::Keys => keys::keys(model),
        List::KeyOf(command) => keys::key_of(model, *command),
        List::Exists { format, path } => result::exists(lang, format, path),
        List::HandOut(act) => result::hand_out(lang, act),
        List::Recovery => trouble::recovery(lang),
        List::Unsaved => trouble::unsaved(lang),
        List::Busy { id, .. } => trouble::busy(lang, id),
        List::Here
        | List::Edit
        | List::Found
        | List::Replace
        | List::Outline
        | List::Arrange
        | List::Part(_)
        | List::Versions
        | List::Version(_)
        | List::Tray
        | List::Place(_)
        | List::PlaceIn(..)
        | List::Result
        | List::Check
        | List::Finding(_)
        | List::Silenced
        | List::Chain
        | List::Links(_)
        | List::Printed(_)
        | List::PrintedParts(_)
        | List::Formats
        | List::CopyPart => match &model.work {
            Some(work) => of_work(model, work, list),
            None => Vec::new(),
        },
    }
}

fn of_work(model: &Model, work: &Work, list: &List) -> Vec<Item> {
    let lang = model.lang;
    match list {
        List::Here => here::here(lang, work),
        List::Edit => menu::editing(lang, work),
        List::Found => search::found(model, work),
        List::Replace => search::replacing(model, work),
        List::Outline => outline::outline(lang, work),
        List::Check => reviewer::lists::check(lang, work),
        List::Finding(n) => reviewer::lists::finding(lang, work, *n),
        List::Silenced => reviewer::lists::silenced(lang, work),
        List::Chain => reviewer::chain::chain(lang, work),
        List::Links(id) => reviewer::chain::links(lang, work, *id),
        List::Arrange => outline::arrange(lang, work),
        List::Part(page) => outline::part(lang, work, *page),
        List::Tray => tray::tray(lang, work),
        List::Place(id) => tray::places(lang, work, *id),
        List::PlaceIn(id, dimension) => tray::places_in(lang, work.draft(), *id, *dimension),
        List::Versions => past::versions(model, work),
        List::Version(rev) => past::version(lang, work, *rev),
        List::Result => result::result(lang),
        List::Formats => result::formats(lang),
        List::CopyPart => preview::lists::to_copy(lang, work),
        List::Printed(row) => preview::lists::menu(lang, work, *row),
        List::PrintedParts(row) => preview::lists::parts(lang, work, *row),
        _ => Vec::new(),
    }
}

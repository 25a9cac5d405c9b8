//! The lines of every list, and what each does. Pure: drawing, digits and Enter ask the same function.

use std::path::PathBuf;

use crate::desk::Version;
use crate::desk::versions::messages::moments;
use crate::draft::{
    Attr, Destination, DimensionKind, Draft, Field, ItemId, Link, Part, PassageKind, Role, Spot,
    claim,
};
use crate::export::lists::Kind;
use crate::find::{self, MatchKind};
use crate::locale::Lang;
use crate::settings::Key;
use crate::store::Entry;
use crate::template::notice::{self, messages as notice_say};
use crate::template::{Template, built_in};
use crate::typeset::{self, Counting};
use crate::wizard::rekind::{Old, Target as Goes};
use crate::wizard::{Page, PartState, messages as names, page_state, pages};

use super::arrivals;
use super::effect::{Access, Target};
use super::help;
use super::keymap::Motion;
use super::messages as say;
use super::model::{List, Model, Reading, Saving, Work};
use super::msg::Step;
use super::preview;
use super::reviewer;
use super::setting_lists;

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

/// What choosing a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Show another list.
    Show(List),
    /// Show something to read.
    Read(Reading),
    /// Ask for the year of a new report.
    AskYear(String),
    /// Ask for the file of a notice.
    AskNoticeFile,
    /// Take something out of what was read in a notice.
    DropRead(usize),
    /// Keep what was read in a notice, and write to it.
    KeepNotice,
    /// Show what becomes of every part under another template.
    Propose(String),
    /// Give a part the next place under the other template.
    Turn(usize),
    /// Give the draft the other template.
    Rekind,
    /// Open a draft.
    Open(String, Access),
    /// Move a draft to the trash.
    Delete(String),
    /// Take a draft out of the trash.
    Restore(String),
    /// Remove a deleted draft for good; all of them without a name.
    Destroy(Option<String>),
    /// Read the versions of the draft and show them.
    Versions,
    /// Make the draft what it was in the version of this number.
    RestoreVersion(u64),
    /// Make the draft's past unreadable.
    Forget,
    /// Back to the writing screen.
    Write,
    /// To a page of the report.
    Go(Page),
    /// To a text of the report.
    GoTo(Spot),
    /// A step through the history.
    Step(Step),
    /// Fold or unfold the example.
    ToggleExample,
    /// Ask why a part is not written.
    LeaveOut(Part),
    /// Make a choice in the draft.
    Set(Attr),
    /// Move an item by one place; later if told so.
    Shift(ItemId, bool),
    /// Take an item out.
    Remove(ItemId),
    /// Part two items.
    Unlink(Link),
    /// Add a dimension.
    AddDimension(DimensionKind),
    /// Write the report to a file.
    Export(&'static str, Target),
    /// Copy the report or a section of it.
    Copy(&'static str, Option<usize>),
    /// Copy a list of the report by itself.
    CopyList(Kind),
    /// Show help for the place the menu was opened from.
    Help,
    /// Show the guide for newcomers.
    Guide,
    /// Look at this row of the proof.
    ReadPrinted(usize),
    /// Look at the open text in the proof.
    PrintedHere,
    /// Go to the text that a row of the proof shows.
    ChangePrinted(usize),
    /// Use the other language.
    OtherLanguage,
    /// Ask one layer deeper, or no longer.
    ToggleProbes,
    /// Switch the mouse on or off.
    ToggleMouse,
    /// Use colours, or none.
    ToggleColours,
    /// Use the next theme.
    NextTheme,
    /// Give the command of this number a key.
    GiveKey(usize, Key),
    /// Give every command its usual key again.
    UsualKeys,
    /// Make the settings file, if there is none.
    MakeSettings,
    /// Always start in line mode, or not.
    ToggleLines,
    /// Count 字 in the next of the three ways.
    NextCounting,
    /// Use the other width for ambiguous signs.
    OtherWidth,
    /// Give a text, or the whole draft, to the writer's own editor.
    Edit(Option<Spot>),
    /// Ask what to look for.
    AskFind,
    /// Ask what to put in the place of the matches.
    AskWith,
    /// Go to a match, from 0.
    GoToMatch(usize),
    /// Replace a match, from 0, or all.
    Replace(Option<usize>),
    /// Begin a selection at the caret, or give it up.
    Selecting,
    /// Select the whole open text.
    SelectAll,
    /// Copy the selection.
    CopySelection,
    /// Cut the selection.
    CutSelection,
    /// Put back what was cut, copied or erased.
    PutBack,
    /// Erase from the caret as far as a motion leads.
    Kill(Motion),
    /// Look at the draft and show what was found.
    Check,
    /// Go to a finding, from 0.
    GoToFinding(usize),
    /// Mend a finding, from 0.
    Mend(usize),
    /// Mend all findings of a rule that can be mended.
    MendKind(&'static str),
    /// Mend all findings that can be mended.
    MendAll,
    /// Shows the findings of a rule one by one, or behind one line again.
    Fold(&'static str),
    /// Asks for a text to hold the draft against.
    AskAgainst,
    /// Ask why a rule is not to tell what it finds about an item, or about the report.
    AskSilence(&'static str, Option<ItemId>),
    /// Tell it again.
    Unsilence(String, Option<ItemId>),
    /// Do it although something must be looked at.
    Anyway(Box<Self>),
    /// Link two items of the chain, or cut the link; the list of links of the first stays.
    Join(ItemId, Link),
    /// Ask for a file to import.
    AskImport,
    /// Import this text of the file, from 0.
    IntakeText(usize),
    /// Import it as a report of this kind, or of the one found.
    IntakeKind(Option<String>),
    /// Make a draft of what comes in.
    MakeOfIntake,
    /// Begin a report that follows this one, or none.
    Follow(Option<String>),
    /// Put a text set aside into a place.
    PutInto(ItemId, Destination),
    /// Copy a text as it is.
    CopyTextOf(Field),
    /// Set the selection aside, or the paragraph of the caret.
    SetAside,
    /// Make the account of last year say the counts of its list.
    CorrectCounts,
    /// Go on with the other face of the program.
    OtherFace,
    /// Repaint.
    Repaint,
    /// Suspend the program.
    Suspend,
    /// Ask for another data folder to go on in.
    AskElsewhere,
    /// Leave though not everything is saved.
    GiveUp,
    /// Use what was recovered.
    UseFound,
    /// Use what was saved.
    UseSaved,
    /// Put the draft away.
    PutAway,
    /// Leave the program.
    Leave,
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
        List::Start => start(model),
        List::Kinds => kinds(model),
        List::Notice => read_notice(model),
        List::Rekinds => rekinds(model),
        List::Mapping => mapping(model),
        List::EarlierKinds => (kinds_on(model, Shelf::Earlier).into_iter())
            .chain([item(say::back(lang), Act::Show(List::Kinds))])
            .collect(),
        List::OtherKinds => (kinds_on(model, Shelf::Other).into_iter())
            .chain([item(say::back(lang), Act::Show(List::Kinds))])
            .collect(),
        List::Drafts => (model.drafts.iter().map(|it| draft_line(model, it)))
            .chain([item(say::back(lang), Act::Show(List::Start))])
            .collect(),
        List::DraftMenu(id) => vec![
            item(say::open_it(lang), Act::Open(id.clone(), Access::Write)),
            item(
                say::delete_draft(lang),
                Act::Show(List::ConfirmDelete(id.clone())),
            ),
            item(say::back(lang), Act::Show(List::Drafts)),
        ],
        List::ConfirmDelete(id) => vec![
            item(say::no_back(lang), Act::Show(List::Drafts)),
            item(say::delete_draft(lang), Act::Delete(id.clone())),
        ],
        List::Trash => trash(model),
        List::TrashMenu(id) => vec![
            item(say::restore(lang), Act::Restore(id.clone())),
            item(
                say::destroy(lang),
                Act::Show(List::ConfirmDestroy(Some(id.clone()))),
            ),
            item(say::back(lang), Act::Show(List::Trash)),
        ],
        List::ConfirmDestroy(id) => confirm_destroy(lang, id.as_ref()),
        List::From => from(model),
        List::Intake | List::IntakeTexts | List::IntakeKinds => intake(model, list),
        List::TrayItem(id) => super::tray::of_one(lang, *id),
        List::Menu => menu(model),
        List::Past => past(lang),
        List::ConfirmForget => vec![
            item(say::no_back(lang), Act::Show(List::Past)),
            item(say::forget_yes(lang), Act::Forget),
        ],
        List::Settings => settings(model),
        List::Keys => setting_lists::keys(model),
        List::KeyOf(command) => setting_lists::key_of(model, *command),
        List::Exists { format, path } => exists(lang, format, path),
        List::HandOut(act) => vec![
            item(reviewer::messages::look_first(lang), Act::Check),
            item(reviewer::messages::hand_out(lang), Act::Anyway(act.clone())),
        ],
        List::Recovery => vec![
            item(say::use_found(lang), Act::UseFound),
            item(say::show_differences(lang), Act::Read(Reading::Differences)),
            item(say::use_saved(lang), Act::UseSaved),
        ],
        List::Unsaved => vec![
            item(say::save_elsewhere(lang), Act::AskElsewhere),
            item(say::try_again(lang), Act::Leave),
            item(say::back_to_writing(lang), Act::Write),
            item(say::leave_unsaved(lang), Act::GiveUp),
        ],
        List::Busy { id, .. } => vec![
            item(say::only_read(lang), Act::Open(id.clone(), Access::Read)),
            item(
                say::take_over(lang),
                Act::Open(id.clone(), Access::TakeOver),
            ),
            item(say::back(lang), Act::PutAway),
        ],
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

fn confirm_destroy(lang: Lang, id: Option<&String>) -> Vec<Item> {
    vec![
        item(say::no_back(lang), Act::Show(List::Trash)),
        item(say::destroy(lang), Act::Destroy(id.cloned())),
    ]
}

/// Undo, versions, and what else is done with words written.
fn past(lang: Lang) -> Vec<Item> {
    vec![
        item(say::undo(lang), Act::Step(Step::Undo)),
        item(say::redo(lang), Act::Step(Step::Redo)),
        item(say::versions_entry(lang), Act::Versions),
        item(say::edit_entry(lang), Act::Show(List::Edit)),
        item(say::forget_entry(lang), Act::Show(List::ConfirmForget)),
        item(say::back_to_writing(lang), Act::Write),
    ]
}

fn start(model: &Model) -> Vec<Item> {
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

/// The drafts a new report can follow, the last used first.
fn from(model: &Model) -> Vec<Item> {
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

/// The lists about a text that comes in.
fn intake(model: &Model, list: &List) -> Vec<Item> {
    let lang = model.lang;
    let Some(intake) = &model.intake else {
        return vec![item(say::back(lang), Act::Show(List::Start))];
    };
    match list {
        List::IntakeTexts => (intake.titles.iter().enumerate())
            .map(|(n, it)| item(it.clone(), Act::IntakeText(n)))
            .chain([
                item(arrivals::other_file(lang), Act::AskImport),
                item(say::back(lang), Act::Show(List::Start)),
            ])
            .collect(),
        List::IntakeKinds => {
            let found = item(arrivals::find_kind(lang), Act::IntakeKind(None));
            let shelves = [Shelf::First, Shelf::Earlier, Shelf::Other].into_iter();
            let kinds = shelves
                .flat_map(|it| kinds_on(model, it))
                .filter_map(|it| match &it.act {
                    Act::AskYear(id) => Some(Item {
                        act: Act::IntakeKind(Some(id.clone())),
                        ..it
                    }),
                    _ => None,
                });
            std::iter::once(found)
                .chain(kinds)
                .chain([item(say::back(lang), Act::Show(List::Intake))])
                .collect()
        }
        _ => {
            let name = |id: &str| {
                crate::template::find(id).map_or_else(|| id.to_owned(), |it| it.name.clone())
            };
            let kind = match intake.kind {
                Some(kind) => arrivals::kind_given(lang, &kind.name),
                None => arrivals::kind_found(lang, &name(&intake.imported.outline.template)),
            };
            let mut items = vec![
                item(arrivals::make_it(lang), Act::MakeOfIntake),
                item(arrivals::look(lang), Act::Read(Reading::Intake)),
                item(kind, Act::Show(List::IntakeKinds)),
            ];
            if intake.titles.len() > 1 {
                items.push(item(
                    arrivals::other_text(lang),
                    Act::Show(List::IntakeTexts),
                ));
            }
            items.push(item(arrivals::other_file(lang), Act::AskImport));
            items.push(item(say::back(lang), Act::Show(List::Start)));
            items
        }
    }
}

/// The kinds of report: the writer's own, then those of the newest year and those of no year in the language of the
/// interface. Those of earlier years, and those in the other language, have a list each.
fn kinds(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let shelf_of = |it: &Template| shelf_of(model, it);
    let mut items = kinds_on(model, Shelf::First);
    // Behind those that follow a notice, which is what it stands for; never first, where Enter goes by itself.
    let of_year = |it: &Template| is_own(it) || it.year.is_some();
    let n_of_year = (model.kinds().iter())
        .filter(|it| shelf_of(it) == Shelf::First && of_year(it))
        .count();
    let at = if n_of_year > 0 {
        n_of_year
    } else {
        items.len()
    };
    items.insert(at, item(say::from_notice(lang), Act::Show(List::Notice)));
    for (shelf, label, list) in [
        (Shelf::Earlier, say::earlier_kinds(lang), List::EarlierKinds),
        (Shelf::Other, say::other_kinds(lang), List::OtherKinds),
    ] {
        let n_kinds = model
            .kinds()
            .iter()
            .filter(|it| shelf_of(it) == shelf)
            .count();
        if n_kinds > 0 {
            items.push(Item {
                detail: say::n_kinds(lang, n_kinds),
                ..item(label, Act::Show(list))
            });
        }
    }
    items.push(item(say::back(lang), Act::Show(List::Start)));
    items
}

/// What was read in a notice, each with its line; choosing one takes it out. Before anything is read, how to put one in.
fn read_notice(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let mut items = Vec::new();
    let reading = model.read_notice.as_ref().map(|it| &it.reading);
    if let Some(reading) = reading {
        if reading.is_usable() {
            items.push(item(say::write_to_notice(lang), Act::KeepNotice));
        }
        for (at, it) in reading.reads.iter().enumerate() {
            let label = notice_say::label(lang, &it.what);
            let words = notice_say::words(lang, it);
            items.push(Item {
                detail: say::on_line(lang, it.line),
                ..item(format!("{label}  {words}"), Act::DropRead(at))
            });
        }
    }
    items.push(item(say::notice_from_file(lang), Act::AskNoticeFile));
    items.push(item(say::back(lang), Act::Show(List::Kinds)));
    // What was not understood comes last: it is to be read, not chosen.
    for (line, text) in reading
        .into_iter()
        .flat_map(notice::Reading::not_understood)
    {
        items.push(Item {
            detail: say::on_line(lang, *line),
            ..item(say::nothing_read(lang, text), Act::Show(List::Notice))
        });
    }
    items
}

/// Every kind the draft on the desk could have instead.
fn rekinds(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let now = model
        .work
        .as_ref()
        .map_or("", |it| it.draft().template.as_str());
    let mut kinds = model.kinds();
    kinds.retain(|it| it.id != now);
    kinds.sort_by_key(|it| (!is_own(it), it.lang() != lang, std::cmp::Reverse(it.year)));
    let line = |it: &'static Template| item(it.name.clone(), Act::Propose(it.id.clone()));
    (kinds.into_iter().map(line))
        .chain([item(say::back(lang), Act::Show(List::Outline))])
        .collect()
}

/// What becomes of every part under another template; choosing one gives it the next place.
fn mapping(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let Some(rekind) = &model.rekind else {
        return vec![item(say::back(lang), Act::Show(List::Outline))];
    };
    let line = |at: usize| {
        let (old, target) = (old_name(model, at), target_name(model, at));
        // A narrow list has no room at the right, and where a part goes is what this one is about.
        if model.size.0 < 60 {
            let both = format!("{} -> {target}", short(&old));
            return item(both, Act::Turn(at));
        }
        Item {
            detail: format!("-> {target}"),
            ..item(old, Act::Turn(at))
        }
    };
    std::iter::once(item(say::change_kind_now(lang), Act::Rekind))
        .chain((0..rekind.mapping.lines.len()).map(line))
        .chain([item(say::back(lang), Act::Show(List::Rekinds))])
        .collect()
}

/// What becomes of a part, in words.
fn target_name(model: &Model, at: usize) -> String {
    let lang = model.lang;
    let Some((old, target)) = (model.rekind.as_ref()).and_then(|it| it.mapping.lines.get(at))
    else {
        return String::new();
    };
    let rekind = model.rekind.as_ref();
    match (target, old) {
        (Goes::Stay, _) => say::part_stays(lang),
        (Goes::Aside, _) if is_empty(model, *old) => say::part_goes(lang),
        (Goes::Aside, _) => say::set_aside(lang),
        (Goes::Part(n), Old::Section(_)) => {
            let spec = rekind.and_then(|it| it.template.sections.get(*n));
            spec.map_or(String::new(), |it| {
                if it.title.is_empty() {
                    names::section_label(lang, it.role).to_owned()
                } else {
                    it.title.clone()
                }
            })
        }
        (Goes::Part(n), Old::Dimension(_)) => {
            let spec = rekind.and_then(|it| it.template.dimensions.get(*n));
            spec.map_or(String::new(), |it| it.title.clone())
        }
    }
}

/// Returns the name of a part of the draft on the screen of a change of template.
fn old_name(model: &Model, at: usize) -> String {
    let lang = model.lang;
    let line = (model.rekind.as_ref()).and_then(|it| it.mapping.lines.get(at));
    let (Some((old, _)), Some(work)) = (line, &model.work) else {
        return String::new();
    };
    let name = match old {
        Old::Section(id) => work.draft().section(*id).map(|it| {
            if it.title.is_empty() {
                names::section_label(lang, it.role).to_owned()
            } else {
                it.title.clone()
            }
        }),
        Old::Dimension(id) => work.draft().dimension(*id).map(|it| {
            let ordinal = crate::desk::ordinal_of_dimension(work.draft(), *id);
            format!("{ordinal}{}", it.title)
        }),
    };
    name.unwrap_or_default()
}

/// Tells whether nothing was written in a part: then there is nothing to set aside.
fn is_empty(model: &Model, old: Old) -> bool {
    let Some(work) = &model.work else { return true };
    let draft = work.draft();
    match old {
        Old::Section(id) => draft.section(id).is_none_or(|it| it.text.trim().is_empty()),
        Old::Dimension(id) => draft.dimension(id).is_none_or(|it| {
            it.lead_in.trim().is_empty()
                && it.statement.trim().is_empty()
                && it.problems.iter().all(crate::draft::Problem::is_blank)
        }),
    }
}

/// Which of the three lists a kind stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shelf {
    First,
    Earlier,
    Other,
}

fn is_own(kind: &Template) -> bool {
    built_in().iter().all(|it| !std::ptr::eq(*it, kind))
}

fn shelf_of(model: &Model, kind: &Template) -> Shelf {
    let newest = built_in().iter().filter_map(|it| it.year).max();
    if is_own(kind) {
        Shelf::First
    } else if kind.lang() != model.lang {
        Shelf::Other
    } else if kind.year.is_some() && kind.year != newest {
        Shelf::Earlier
    } else {
        Shelf::First
    }
}

/// The kinds of one list: the writer's own first, then the newest.
fn kinds_on(model: &Model, shelf: Shelf) -> Vec<Item> {
    let lang = model.lang;
    let mut kinds = model.kinds();
    kinds.retain(|it| shelf_of(model, it) == shelf);
    kinds.sort_by_key(|it| (!is_own(it), std::cmp::Reverse(it.year)));
    let line = |it: &'static Template| Item {
        label: it.name.clone(),
        state: String::new(),
        detail: match (is_own(it), it.confirmed) {
            (true, _) => say::own_kind(lang),
            (false, true) => String::new(),
            (false, false) => say::unconfirmed(lang),
        },
        act: Act::AskYear(it.id.clone()),
    };
    kinds.into_iter().map(line).collect()
}

/// The deleted drafts, and the way to be rid of them for good.
fn trash(model: &Model) -> Vec<Item> {
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

/// The versions, the last first: when, what makes them ones to come back to, how long.
fn versions(model: &Model, work: &Work) -> Vec<Item> {
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

/// Returns the words by which a version is known: when, and what makes it one to come back to.
pub fn version_name(model: &Model, version: &Version) -> String {
    let words = moments(model.lang, &version.moments);
    let time = (version.time).and_then(|it| jiff::Timestamp::from_millisecond(it).ok());
    match time {
        Some(time) => format!("{}  {words}", when(model, &time.to_string())),
        None => words,
    }
}

/// What can be done with a version.
fn version(lang: Lang, work: &Work, rev: u64) -> Vec<Item> {
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

/// Returns the title of a draft in a list.
pub fn title_of(lang: Lang, entry: &Entry) -> String {
    if entry.summary.title.trim().is_empty() {
        say::untitled(lang)
    } else {
        entry.summary.title.clone()
    }
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

/// Returns a time on the writer's clock; the store gives it in UTC. What is no time stays as it is.
pub fn when(model: &Model, time: &str) -> String {
    let Ok(time) = time.parse::<jiff::Timestamp>() else {
        return time.to_owned();
    };
    let local = time.to_zoned_datetime(model.zone.clone());
    match model.lang {
        Lang::Zh => local.strftime("%-m月%-d日%H:%M").to_string(),
        Lang::En => local.strftime("%b %-d %H:%M").to_string(),
    }
}

fn menu(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let mut items = vec![
        item(say::go_on(lang), Act::Write),
        item(say::outline_entry(lang), Act::Show(List::Outline)),
        item(reviewer::messages::check_entry(lang), Act::Check),
        item(say::result_entry(lang), Act::Show(List::Result)),
        item(say::past_entry(lang), Act::Show(List::Past)),
        item(say::find_entry(lang), Act::AskFind),
        item(say::here_entry(lang), Act::Show(List::Here)),
        item(say::settings_entry(lang), Act::Show(List::Settings)),
        item(say::leave_saved(lang), Act::Leave),
    ];
    let saving = model.work.as_ref().map(|it| it.saving);
    if saving == Some(Saving::Failing)
        && let Some(last) = items.last_mut()
    {
        last.label = say::leave(lang);
    }
    // At the end, because it comes and goes by itself: no digit may mean another line by then.
    if matches!(saving, Some(Saving::Failing | Saving::ReadOnly)) {
        items.push(item(say::save_elsewhere(lang), Act::AskElsewhere));
    }
    items
}

/// Cells of the words around a match, on either side.
const AROUND: usize = 16;

/// Every match with the words around it, and what can be done with all.
fn found(model: &Model, work: &Work) -> Vec<Item> {
    let lang = model.lang;
    let Some(search) = &work.search else {
        return Vec::new();
    };
    let mut items: Vec<Item> = Vec::new();
    for (n, found) in search.matches.iter().enumerate() {
        let Some(it) = found.excerpt(work.draft(), AROUND, model.ambiguous) else {
            continue;
        };
        let label = format!("{}[{}]{}", it.before, it.hit, it.after);
        items.push(Item {
            label,
            state: String::new(),
            detail: place_of(lang, work, found.start().0),
            act: Act::GoToMatch(n),
        });
    }
    items.push(item(say::replace_entry(lang), Act::AskWith));
    items.push(item(say::find_other(lang), Act::AskFind));
    items.push(item(say::back_to_writing(lang), Act::Write));
    items
}

/// Every match as it would read, and all at once.
fn replacing(model: &Model, work: &Work) -> Vec<Item> {
    let lang = model.lang;
    let Some((search, with)) = work
        .search
        .as_ref()
        .and_then(|it| Some((it, it.with.as_ref()?)))
    else {
        return Vec::new();
    };
    let n_literal = search
        .matches
        .iter()
        .filter(|it| it.kind() == MatchKind::Literal)
        .count();
    let mut items = Vec::new();
    if n_literal > 0 {
        items.push(item(say::replace_all(lang, n_literal), Act::Replace(None)));
    }
    for (n, found) in search.matches.iter().enumerate() {
        let one = std::slice::from_ref(found);
        let Some(mut previews) = find::preview(work.draft(), one, with, AROUND, model.ambiguous)
        else {
            continue;
        };
        let Some(it) = previews.pop() else { continue };
        let label = format!("{}[{}]{}", it.now.before, it.now.hit, it.now.after);
        items.push(Item {
            label,
            state: String::new(),
            detail: say::instead_of(lang, &it.was.hit),
            act: Act::Replace(Some(n)),
        });
    }
    items.push(item(say::back(lang), Act::Show(List::Found)));
    items
}

/// The name of the part a text stands in.
pub(super) fn place_of(lang: Lang, work: &Work, field: Field) -> String {
    crate::wizard::page_of(work.draft(), Spot::Text(field))
        .map(|it| short(&part_name(lang, work.draft(), it)))
        .unwrap_or_default()
}

fn editing(lang: Lang, work: &Work) -> Vec<Item> {
    let select = if work.writer.anchor.is_some() {
        say::end_selection(lang)
    } else {
        say::begin_selection(lang)
    };
    vec![
        item(select, Act::Selecting),
        item(say::select_all(lang), Act::SelectAll),
        item(say::copy_selection(lang), Act::CopySelection),
        item(say::cut_selection(lang), Act::CutSelection),
        item(say::put_back(lang), Act::PutBack),
        item(say::delete_sentence(lang), Act::Kill(Motion::SentenceLeft)),
        item(
            say::delete_paragraph(lang),
            Act::Kill(Motion::ParagraphLeft),
        ),
        item(say::redo(lang), Act::Step(Step::Redo)),
        item(say::back_to_writing(lang), Act::Write),
    ]
}

fn settings(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let width = match model.ambiguous {
        typeset::Ambiguous::Narrow => say::signs_narrow(lang),
        typeset::Ambiguous::Wide => say::signs_wide(lang),
    };
    let mouse = if model.mouse {
        say::mouse_is_on(lang)
    } else {
        say::mouse_is_off(lang)
    };
    let counting = match model.counting {
        Counting::Marks => say::counts_marks(lang),
        Counting::WithoutPunctuation => say::counts_without_punctuation(lang),
        Counting::AsWord => say::counts_as_word(lang),
    };
    vec![
        item(say::other_language(lang), Act::OtherLanguage),
        item(width, Act::OtherWidth),
        item(counting, Act::NextCounting),
        item(mouse, Act::ToggleMouse),
        item(setting_lists::colours(model), Act::ToggleColours),
        item(say::repaint(lang), Act::Repaint),
        item(say::keys(lang), Act::Help),
        item(help::messages::guide_entry(lang), Act::Guide),
        item(say::by_lines(lang), Act::OtherFace),
        // Behind the lines that have digits: those stay what they are.
        item(setting_lists::theme(model), Act::NextTheme),
        item(say::own_keys(lang), Act::Show(List::Keys)),
        item(say::make_settings(lang), Act::MakeSettings),
        item(
            [say::probes_are_off, say::probes_are_on][usize::from(model.probes)](lang),
            Act::ToggleProbes,
        ),
        item(
            if model.lines {
                say::always_by_lines(lang)
            } else {
                say::not_always_by_lines(lang)
            },
            Act::ToggleLines,
        ),
        item(say::suspend(lang), Act::Suspend),
        item(say::put_away(lang), Act::PutAway),
        item(say::back_to_writing(lang), Act::Write),
    ]
}

fn exists(lang: Lang, format: &'static str, path: &std::path::Path) -> Vec<Item> {
    let path: PathBuf = path.to_owned();
    vec![
        item(
            say::save_beside(lang),
            Act::Export(format, Target::Beside(path.clone())),
        ),
        item(
            say::save_over(lang),
            Act::Export(format, Target::Over(path)),
        ),
        item(say::no_back(lang), Act::Show(List::Result)),
    ]
}

fn of_work(model: &Model, work: &Work, list: &List) -> Vec<Item> {
    let lang = model.lang;
    match list {
        List::Here => here(lang, work),
        List::Edit => editing(lang, work),
        List::Found => found(model, work),
        List::Replace => replacing(model, work),
        List::Outline => outline(lang, work),
        List::Check => reviewer::lists::check(lang, work),
        List::Finding(n) => reviewer::lists::finding(lang, work, *n),
        List::Silenced => reviewer::lists::silenced(lang, work),
        List::Chain => reviewer::chain::chain(lang, work),
        List::Links(id) => reviewer::chain::links(lang, work, *id),
        List::Arrange => arrange(lang, work),
        List::Part(page) => part(lang, work, *page),
        List::Tray => super::tray::tray(lang, work),
        List::Place(id) => super::tray::places(lang, work, *id),
        List::PlaceIn(id, dimension) => super::tray::places_in(lang, work.draft(), *id, *dimension),
        List::Versions => versions(model, work),
        List::Version(rev) => version(lang, work, *rev),
        List::Result => vec![
            item(say::preview(lang), Act::Read(Reading::Preview)),
            item(say::save_docx(lang), Act::Export("docx", Target::Usual)),
            item(say::save_markdown(lang), Act::Export("md", Target::Usual)),
            item(say::save_text(lang), Act::Export("txt", Target::Usual)),
            item(say::save_other(lang), Act::Show(List::Formats)),
            item(say::copy_all(lang), Act::Copy("md", None)),
            item(say::copy_all_text(lang), Act::Copy("txt", None)),
            item(say::copy_part(lang), Act::Show(List::CopyPart)),
            item(say::outline_entry(lang), Act::Show(List::Outline)),
            item(say::edit_all(lang), Act::Edit(None)),
            item(say::back_to_writing(lang), Act::Write),
        ],
        List::Formats => formats(lang),
        List::CopyPart => preview::lists::to_copy(lang, work),
        List::Printed(row) => preview::lists::menu(lang, work, *row),
        List::PrintedParts(row) => preview::lists::parts(lang, work, *row),
        _ => Vec::new(),
    }
}

/// The formats beside those of the result itself.
fn formats(lang: Lang) -> Vec<Item> {
    let save = |label, format| item(label, Act::Export(format, Target::Usual));
    vec![
        save(say::save_ledger_xlsx(lang), "ledger-xlsx"),
        save(say::save_ledger_docx(lang), "ledger-docx"),
        save(say::save_ledger_csv(lang), "ledger-csv"),
        save(say::save_ledger_md(lang), "ledger-md"),
        save(say::save_html(lang), "html"),
        save(say::save_answers(lang), "json"),
        item(say::back(lang), Act::Show(List::Result)),
    ]
}

/// What can be done with the open question, as far as it applies.
fn here(lang: Lang, work: &Work) -> Vec<Item> {
    let draft = work.draft();
    let mut items = Vec::new();
    let has_example = work
        .open_question()
        .is_some_and(|it| !it.prompt.example.is_empty());
    if has_example {
        let label = if work.writer.shows_example {
            say::hide_example(lang)
        } else {
            say::show_example(lang)
        };
        items.push(item(label, Act::ToggleExample));
    }
    if work.earlier.is_some() {
        items.push(item(
            arrivals::see_earlier(lang),
            Act::Read(Reading::Earlier),
        ));
    }
    if let Some(Spot::Text(field)) = work.spot() {
        push_item_acts(lang, work, field, &mut items);
    }
    if let Some(problem) = work.problem() {
        push_decision(
            lang,
            draft,
            Part::Examples(problem),
            &say::the_examples(lang),
            &mut items,
        );
        push_decision(
            lang,
            draft,
            Part::Causes(problem),
            &say::the_causes(lang),
            &mut items,
        );
        push_decision(
            lang,
            draft,
            Part::Measures(problem),
            &say::the_measures(lang),
            &mut items,
        );
    }
    push_counts(lang, work, &mut items);
    if let Some(page) = work.writer.page.part(draft) {
        push_decision(lang, draft, page, &say::this_part(lang), &mut items);
    }
    if let Some(Spot::Text(_)) = work.spot() {
        items.push(item(
            preview::messages::show_in_print(lang),
            Act::PrintedHere,
        ));
    }
    push_set_aside(lang, work, &mut items);
    if let Some(spot) = work.spot() {
        items.push(item(say::edit_here(lang), Act::Edit(Some(spot))));
    }
    items.push(item(help::messages::help_entry(lang), Act::Help));
    items.push(item(say::back_to_writing(lang), Act::Write));
    items
}

/// What can be done about the count of last year's promises.
fn push_counts(lang: Lang, work: &Work, items: &mut Vec<Item>) {
    let draft = work.draft();
    let Page::Section(id) = work.writer.page else {
        return;
    };
    let section = draft.section_of(Role::FollowUp);
    let Some(section) = section.filter(|it| it.id == id && !draft.follow_ups.is_empty()) else {
        return;
    };
    let counts = draft.counts();
    match claim(&section.text) {
        Some(said) if !counts.agree_with(&said) => items.push(item(
            arrivals::correct_counts(lang, &numbers(lang, counts.kinds, Some(counts.items))),
            Act::CorrectCounts,
        )),
        Some(_) => {}
        None => push_decision(lang, draft, Part::Count(id), &say::the_count(lang), items),
    }
}

/// Returns counts in words: `6类16条`.
fn numbers(lang: Lang, kinds: Option<usize>, items: Option<usize>) -> String {
    match (kinds, items) {
        (Some(kinds), Some(items)) => arrivals::kinds_and_items(lang, kinds, items),
        (None, Some(items)) => arrivals::items_only(lang, items),
        (Some(kinds), None) => arrivals::kinds_only(lang, kinds),
        (None, None) => String::new(),
    }
}

/// Returns what the list of last year's promises counts, and what the account claims where it claims something else.
pub fn counts_line(lang: Lang, draft: &Draft) -> Option<String> {
    let section = draft.section_of(Role::FollowUp)?;
    let counts = draft.counts();
    let is = numbers(lang, counts.kinds, Some(counts.items));
    match claim(&section.text) {
        Some(said) if counts.items > 0 && !counts.agree_with(&said) => {
            let number = |it: Option<(usize, std::ops::Range<usize>)>| it.map(|it| it.0);
            let said = numbers(lang, number(said.kinds), number(said.items));
            Some(arrivals::miscounted(lang, &said, &is))
        }
        _ if counts.items == 0 => None,
        _ => Some(arrivals::counted(lang, &is)),
    }
}

/// Setting a paragraph aside, and what lies aside already.
fn push_set_aside(lang: Lang, work: &Work, items: &mut Vec<Item>) {
    let is_kept = matches!(work.spot(), Some(Spot::Text(Field::SetAside(_))));
    if let Some(Spot::Text(Field::SetAside(id))) = work.spot() {
        items.push(item(arrivals::put_into(lang), Act::Show(List::Place(id))));
        items.push(item(
            arrivals::copy_it(lang),
            Act::CopyTextOf(Field::SetAside(id)),
        ));
    }
    let has_words = !work.text().trim().is_empty();
    if matches!(work.spot(), Some(Spot::Text(_))) && has_words && !is_kept {
        let label = if work.selection().is_some() {
            arrivals::set_selection_aside(lang)
        } else {
            arrivals::set_paragraph_aside(lang)
        };
        items.push(item(label, Act::SetAside));
    }
    let n_kept = work.draft().set_aside.len();
    if n_kept > 0 {
        items.push(item(
            arrivals::tray_entry(lang, n_kept),
            Act::Show(List::Tray),
        ));
    }
}

/// Moving, deleting and parting for the item of a text.
fn push_item_acts(lang: Lang, work: &Work, field: Field, items: &mut Vec<Item>) {
    let draft = work.draft();
    let Some(id) = field.item() else { return };
    let name = match field {
        Field::Passage(_) => say::this_passage(lang),
        Field::Headline(_) if draft.cause(id).is_some() => say::this_cause(lang),
        Field::Headline(_) if draft.problem(id).is_some() => say::this_problem(lang),
        Field::Headline(_) | Field::Owner(_) | Field::Due(_) => say::this_measure(lang),
        Field::Evidence(_) if draft.measure(id).is_some() => say::this_measure(lang),
        Field::Evidence(_) | Field::FollowUpProblem(_) | Field::FollowUpMeasure(_) => {
            say::this_follow_up(lang)
        }
        Field::Byline(_) => say::this_byline(lang),
        Field::SetAside(_) => say::this_text(lang),
        Field::SectionText(_) => {
            items.push(item(
                say::rename_section(lang),
                Act::GoTo(Spot::Text(Field::SectionTitle(id))),
            ));
            return;
        }
        Field::LeadIn(_) | Field::Statement(_) => {
            items.push(item(
                say::rename_dimension(lang),
                Act::GoTo(Spot::Text(Field::DimensionTitle(id))),
            ));
            return;
        }
        Field::Title | Field::SectionTitle(_) | Field::DimensionTitle(_) => return,
    };
    let owner = draft.passage(id).map_or(id, |(owner, _)| owner);
    if matches!(field, Field::Passage(_) | Field::Headline(_)) && draft.problem(owner).is_none() {
        items.push(item(
            say::further_detail(lang),
            Act::GoTo(Spot::NewDetail(owner)),
        ));
    }
    if let Some((_, passage)) = draft.passage(id) {
        let (label, kind) = match passage.kind {
            PassageKind::Example => (say::is_detail(lang), PassageKind::Detail),
            PassageKind::Detail => (say::is_example(lang), PassageKind::Example),
        };
        items.push(item(label, Act::Set(Attr::PassageKind(id, kind))));
    }
    if draft.shift(id, false).is_some() {
        items.push(item(say::move_earlier(lang, &name), Act::Shift(id, false)));
    }
    if draft.shift(id, true).is_some() {
        items.push(item(say::move_later(lang, &name), Act::Shift(id, true)));
    }
    if let Some(problem) = work.problem() {
        let cause = Link::ProblemCause { problem, cause: id };
        let measure = Link::ProblemMeasure {
            problem,
            measure: id,
        };
        if let Some(link) = [cause, measure]
            .into_iter()
            .find(|it| draft.links.contains(it))
        {
            items.push(item(say::unlink(lang), Act::Unlink(link)));
        }
    }
    items.push(item(say::remove(lang, &name), Act::Remove(id)));
}

fn push_decision(lang: Lang, draft: &Draft, part: Part, name: &str, items: &mut Vec<Item>) {
    items.push(if draft.reason_not_written(part).is_some() {
        item(
            say::take_up(lang, name),
            Act::Set(Attr::NotWritten(part, None)),
        )
    } else {
        item(say::leave_out(lang, name), Act::LeaveOut(part))
    });
}

/// All parts with how far each has come, then what can be added.
fn outline(lang: Lang, work: &Work) -> Vec<Item> {
    let mut items: Vec<Item> = outline_parts(lang, work)
        .into_iter()
        .map(|it| {
            outline_line(lang, work, it, |page| match page {
                Page::SetAside => Act::Show(List::Tray),
                page => Act::Go(page),
            })
        })
        .collect();
    items.push(item(say::arrange(lang), Act::Show(List::Arrange)));
    items.push(item(say::change_kind(lang), Act::Show(List::Rekinds)));
    items.push(item(
        reviewer::messages::chain(lang),
        Act::Show(List::Chain),
    ));
    items.push(item(
        say::add_dimension(lang),
        Act::AddDimension(DimensionKind::Review),
    ));
    items.push(item(
        say::add_statement(lang),
        Act::AddDimension(DimensionKind::Statement),
    ));
    items.push(item(say::back_to_writing(lang), Act::Write));
    items
}

/// The same parts, each with what can be done with it.
fn arrange(lang: Lang, work: &Work) -> Vec<Item> {
    let to_part = |page| Act::Show(List::Part(page));
    (outline_parts(lang, work).into_iter())
        .map(|it| outline_line(lang, work, it, to_part))
        .chain([item(say::back(lang), Act::Show(List::Outline))])
        .collect()
}

fn outline_line(lang: Lang, work: &Work, part: OutlinePart, act: impl FnOnce(Page) -> Act) -> Item {
    Item {
        label: part.label,
        state: part.state,
        detail: part_detail(lang, work.draft(), part.first),
        act: act(part.page),
    }
}

/// A part of the report in the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlinePart {
    /// Its page: the first unfinished one of a dimension.
    pub page: Page,
    /// Its name, with the ordinal it will be printed with.
    pub label: String,
    /// How far it has come, in words.
    pub state: String,
    /// How far it has come, for colour.
    pub is_missing: bool,
    /// The page it begins with.
    pub first: Page,
}

/// Returns the parts of the report as the outline shows them: one line a section or dimension.
pub fn outline_parts(lang: Lang, work: &Work) -> Vec<OutlinePart> {
    let draft = work.draft();
    let all = pages(draft);
    let mut parts: Vec<OutlinePart> = Vec::new();
    let mut at = 0;
    while let Some(page) = all.get(at) {
        let dimension = page.dimension(draft);
        let n_pages = match dimension {
            Some(_) => all
                .iter()
                .skip(at)
                .take_while(|it| it.dimension(draft) == dimension)
                .count(),
            None => 1,
        };
        let own: Vec<Page> = all.iter().skip(at).take(n_pages).copied().collect();
        parts.push(outline_part(lang, work, &own));
        at += n_pages.max(1);
    }
    parts
}

fn outline_part(lang: Lang, work: &Work, own: &[Page]) -> OutlinePart {
    let draft = work.draft();
    let states: Vec<PartState> = own
        .iter()
        .map(|it| page_state(work.template, draft, *it))
        .collect();
    let state = if states.iter().all(|it| *it == PartState::LeftOut) {
        PartState::LeftOut
    } else if states.iter().all(|it| *it == PartState::Written) {
        PartState::Written
    } else if states.iter().all(|it| *it == PartState::Unwritten) {
        PartState::Unwritten
    } else {
        PartState::Begun
    };
    let unfinished = own
        .iter()
        .zip(&states)
        .find(|(_, it)| !matches!(it, PartState::Written | PartState::LeftOut));
    let first = own.first().copied().unwrap_or(Page::Front);
    OutlinePart {
        page: unfinished.map_or(first, |(page, _)| *page),
        label: part_name(lang, draft, first),
        state: names::state(lang, state).to_owned(),
        is_missing: matches!(state, PartState::Begun | PartState::Unwritten),
        first,
    }
}

/// Returns the name of a page's part, with the ordinal it is printed with.
pub fn part_name(lang: Lang, draft: &Draft, page: Page) -> String {
    match page {
        Page::Front => say::front(lang),
        Page::SetAside => say::set_aside(lang),
        Page::Section(id) => match draft.section(id) {
            Some(it) if matches!(it.role, Role::Opening | Role::Closing) || it.title.is_empty() => {
                names::section_label(lang, it.role).to_owned()
            }
            Some(it) => format!("{}{}", crate::desk::ordinal_of_section(draft, id), it.title),
            None => String::new(),
        },
        Page::Statement(_) | Page::Problem(_) => {
            match page.dimension(draft).and_then(|it| draft.dimension(it)) {
                Some(it) => {
                    let title = if it.title.is_empty() {
                        say::untitled(lang)
                    } else {
                        it.title.clone()
                    };
                    format!("{}{title}", crate::desk::ordinal_of_dimension(draft, it.id))
                }
                None => String::new(),
            }
        }
    }
}

fn part_detail(lang: Lang, draft: &Draft, page: Page) -> String {
    if let Some(reason) = page.part(draft).and_then(|it| draft.reason_not_written(it)) {
        return if reason.trim().is_empty() {
            say::kept(lang)
        } else {
            say::reason(lang, reason)
        };
    }
    let count = |text: &str| say::characters(lang, &say::grouped(typeset::count(text).marks));
    match page {
        Page::Front => count(&draft.title),
        Page::SetAside => say::n_items(lang, draft.set_aside.len()),
        Page::Statement(id) => draft
            .dimension(id)
            .map_or(String::new(), |it| count(&it.statement)),
        Page::Section(id) => match draft.section(id).map(|it| (it.role, &it.text)) {
            Some((Role::FollowUp, text)) => {
                let differs = claim(text)
                    .filter(|it| !draft.follow_ups.is_empty() && !draft.counts().agree_with(it));
                match differs.and_then(|_| counts_line(lang, draft)) {
                    Some(difference) => difference,
                    None => format!(
                        "{}  {}",
                        count(text),
                        say::n_items(lang, draft.follow_ups.len())
                    ),
                }
            }
            Some((Role::Causes, _)) => say::n_items(lang, draft.causes.len()),
            Some((Role::Measures, _)) => say::n_items(lang, draft.measures.len()),
            Some((_, text)) => count(text),
            None => String::new(),
        },
        Page::Problem(_) => {
            let Some(dimension) = page.dimension(draft).and_then(|it| draft.dimension(it)) else {
                return String::new();
            };
            let examples = dimension
                .problems
                .iter()
                .flat_map(crate::draft::Problem::examples)
                .filter(|it| !it.is_blank())
                .count();
            let causes: usize = dimension
                .problems
                .iter()
                .map(|it| draft.causes_of(it.id).count())
                .sum();
            let measures: usize = (dimension.problems.iter())
                .map(|it| draft.measures_for(it.id).count())
                .sum();
            if dimension.problems.is_empty() {
                return String::new();
            }
            say::tally(lang, dimension.problems.len(), examples, causes, measures)
        }
    }
}

/// What can be done with one part of the outline.
fn part(lang: Lang, work: &Work, page: Page) -> Vec<Item> {
    let draft = work.draft();
    let mut items = vec![item(say::go_there(lang), Act::Go(page))];
    let name = match page {
        Page::Statement(_) | Page::Problem(_) => say::this_dimension(lang),
        Page::Front | Page::Section(_) | Page::SetAside => say::this_part(lang),
    };
    if let Some(part) = page.part(draft) {
        let id = part.item();
        if draft.dimension(id).is_some() {
            items.push(item(
                say::rename_dimension(lang),
                Act::GoTo(Spot::Text(Field::DimensionTitle(id))),
            ));
        } else if draft
            .section(id)
            .is_some_and(|it| !matches!(it.role, Role::Opening | Role::Closing))
        {
            items.push(item(
                say::rename_section(lang),
                Act::GoTo(Spot::Text(Field::SectionTitle(id))),
            ));
        }
        if draft.shift(id, false).is_some() {
            items.push(item(say::move_earlier(lang, &name), Act::Shift(id, false)));
        }
        if draft.shift(id, true).is_some() {
            items.push(item(say::move_later(lang, &name), Act::Shift(id, true)));
        }
        push_decision(lang, draft, part, &name, &mut items);
        if draft.dimension(id).is_some() {
            items.push(item(say::remove(lang, &name), Act::Remove(id)));
        }
    }
    items.push(item(say::back(lang), Act::Show(List::Arrange)));
    items
}

/// The first twelve characters of a name, for a line that holds others too.
fn short(name: &str) -> String {
    name.chars().take(12).collect()
}

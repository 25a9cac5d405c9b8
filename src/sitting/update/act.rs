//! What choosing a line does, and going back.

use crate::draft::{self, Attr, Edit, Field, ItemId, Spot};
use crate::settings::Setting;
use crate::sitting::effect::{Effect, Target};
use crate::sitting::lists::{Act, items};
use crate::sitting::messages as say;
use crate::sitting::model::{About, Ask, List, Model, Reading, Screen, Work};
use crate::sitting::msg::Step;
use crate::sitting::reviewer::lists::line_of;
use crate::typeset::{Ambiguous, Counting};

use super::{
    check, guide, intake, keys, kinds, leave, past, preview, put_away, search, select, text, tray,
    trouble,
};

/// Makes a passage and those behind it a problem of their own, and asks for its headline.
fn divide_problem(model: &mut Model, passage: ItemId) -> Vec<Effect> {
    let effects = change(model, |work| work.draft().dividing_problem(passage));
    if !effects.is_empty()
        && let Some(work) = &mut model.work
        && let Some((problem, _)) = work.draft().passage(passage)
    {
        work.go_to(Spot::Text(Field::Headline(problem)));
    }
    effects
}

/// Joins a passage or a problem with the one before it, and goes to that one.
fn merge(model: &mut Model, id: ItemId) -> Vec<Effect> {
    let first = model.work.as_ref().and_then(|work| {
        let slot = work.draft().slot_of(id)?;
        let index = slot.index.checked_sub(1)?;
        match slot.list {
            draft::List::Body(owner) => {
                let first = work.draft().body(owner)?.get(index)?;
                Some(Field::Passage(first.id))
            }
            draft::List::Problems(dimension) => {
                let first = work.draft().dimension(dimension)?.problems.get(index)?;
                Some(Field::Headline(first.id))
            }
            _ => None,
        }
    });
    let effects = change(model, |work| work.draft().joining(id));
    if !effects.is_empty()
        && let Some(work) = &mut model.work
        && let Some(first) = first
    {
        work.go_to(Spot::Text(first));
    }
    effects
}

/// Chooses a line of a list.
pub(super) fn pick(model: &mut Model, list: &List, n: usize) -> Vec<Effect> {
    let Some(item) = items(model, list).into_iter().nth(n) else {
        return Vec::new();
    };
    act(model, item.act)
}

#[expect(clippy::too_many_lines, reason = "one line for each act, nothing else")]
pub(super) fn act(model: &mut Model, it: Act) -> Vec<Effect> {
    if matches!(it, Act::Export(..) | Act::Copy(..) | Act::CopyList(_))
        && check::asks_first(model, &it)
    {
        return Vec::new();
    }
    match it {
        Act::Show(List::Chain) => check::show_chain(model),
        Act::Show(list) => {
            let cursor = first_line(model, &list);
            model.screen = Screen::List(list, cursor);
            Vec::new()
        }
        Act::Read(Reading::Preview) => preview::open(model, 0),
        Act::Read(reading) => past::read(model, reading),
        Act::Guide => guide::show(model),
        Act::Help => {
            model.help_of = match &model.work {
                Some(_) => Screen::Write,
                None => Screen::List(List::Start, 0),
            };
            model.screen = Screen::Read(Reading::Help, 0);
            Vec::new()
        }
        Act::ReadPrinted(row) => preview::read(model, row),
        Act::PrintedHere => preview::here(model),
        Act::ChangePrinted(row) => preview::change(model, row),
        Act::Versions => vec![Effect::Versions],
        Act::RestoreVersion(rev) => past::restore(model, rev),
        Act::Forget => past::forget(model),
        Act::AskYear(template) => {
            let year = crate::template::find(&template)
                .and_then(|it| it.year)
                .map_or(model.year.to_string(), |it| it.to_string());
            model.screen = Screen::Ask(Ask {
                about: About::Year(template),
                caret: year.len(),
                text: year,
            });
            Vec::new()
        }
        Act::Open(id, access) => vec![Effect::Open(id, access)],
        Act::Delete(id) => {
            let others = model.drafts.iter().any(|it| it.id != id);
            let list = if others { List::Drafts } else { List::Start };
            model.screen = Screen::List(list, 0);
            vec![Effect::Delete(id), Effect::List]
        }
        Act::Archive(id, into) => {
            let list = if into { List::Drafts } else { List::Archive };
            model.screen = Screen::List(list, 0);
            vec![Effect::Archive(id, into), Effect::List]
        }
        Act::AskDraft => {
            model.screen = Screen::Ask(Ask {
                about: About::Draft,
                text: String::new(),
                caret: 0,
            });
            Vec::new()
        }
        Act::Restore(id) => {
            model.screen = Screen::List(List::Start, 0);
            vec![Effect::Restore(id), Effect::List]
        }
        Act::Destroy(id) => {
            model.screen = Screen::List(List::Start, 0);
            let all = || model.trash.iter().map(|it| it.id.clone()).collect();
            let ids = id.map_or_else(all, |it| vec![it]);
            vec![Effect::Destroy(ids), Effect::List]
        }
        Act::AskNoticeFile => {
            model.screen = Screen::Ask(Ask {
                about: About::NoticeFile,
                text: String::new(),
                caret: 0,
            });
            Vec::new()
        }
        Act::DropRead(at) => {
            kinds::drop_read(model, at);
            Vec::new()
        }
        Act::KeepNotice => kinds::keep_notice(model),
        Act::Propose(id) => {
            kinds::propose(model, &id);
            Vec::new()
        }
        Act::Turn(at) => {
            kinds::turn(model, at);
            Vec::new()
        }
        Act::Rekind => kinds::rekind(model),
        Act::Write => {
            model.screen = Screen::Write;
            Vec::new()
        }
        Act::Go(page) => {
            model.screen = Screen::Write;
            if let Some(work) = &mut model.work {
                work.arrive(page);
            }
            text::left_field(model)
        }
        Act::GoTo(spot) => {
            model.screen = Screen::Write;
            if let Some(work) = &mut model.work {
                work.go_to(spot);
            }
            text::left_field(model)
        }
        Act::Step(direction) => {
            model.screen = Screen::Write;
            step(model, direction)
        }
        Act::ToggleExample => {
            model.screen = Screen::Write;
            if let Some(work) = &mut model.work {
                work.writer.shows_example = !work.writer.shows_example;
            }
            Vec::new()
        }
        Act::LeaveOut(part) => {
            model.screen = Screen::Ask(Ask {
                about: About::Reason(part),
                text: String::new(),
                caret: 0,
            });
            Vec::new()
        }
        Act::Set(Attr::NotWritten(part, None)) => {
            change(model, |work| work.template.taking_up(work.draft(), part))
        }
        Act::Set(attr) => change(model, |work| work.draft().choice(attr)),
        Act::Shift(id, later) => change(model, |work| work.draft().shift(id, later)),
        Act::DivideProblem(id) => divide_problem(model, id),
        Act::Merge(id) => merge(model, id),
        Act::Remove(id) => {
            let effects = change(model, |work| work.draft().removal(id));
            if !effects.is_empty() {
                model.notice = Some(say::removed(model.lang));
            }
            effects
        }
        Act::Unlink(link) => change(model, |work| work.draft().unlinking(link)),
        Act::AddDimension(kind) => change(model, |work| Some(work.draft().new_dimension(kind).0)),
        Act::Export(format, target) => {
            // What to do about a file that exists was just answered.
            if target != Target::Usual {
                model.screen = Screen::List(List::Result, 0);
            }
            vec![Effect::Export(format, target)]
        }
        Act::Copy(format, section) => vec![Effect::Copy(format, section)],
        Act::CopyList(kind) => preview::copy_list(model, kind),
        Act::OtherLanguage => {
            model.lang = match model.lang {
                crate::locale::Lang::Zh => crate::locale::Lang::En,
                crate::locale::Lang::En => crate::locale::Lang::Zh,
            };
            vec![Effect::Keep(Setting::Language(Some(model.lang)))]
        }
        Act::OtherWidth => {
            model.ambiguous = match model.ambiguous {
                Ambiguous::Narrow => Ambiguous::Wide,
                Ambiguous::Wide => Ambiguous::Narrow,
            };
            vec![
                Effect::Repaint,
                Effect::Keep(Setting::Width(model.ambiguous)),
            ]
        }
        Act::ToggleMouse => {
            model.mouse = !model.mouse;
            vec![
                Effect::Mouse(model.mouse),
                Effect::Keep(Setting::Mouse(model.mouse)),
            ]
        }
        Act::ToggleProbes => toggle_probes(model),
        Act::ToggleColours => {
            model.colours = !model.colours;
            vec![
                Effect::Repaint,
                Effect::Keep(Setting::Colours(model.colours)),
            ]
        }
        Act::NextTheme => {
            model.theme = model.theme.next();
            vec![Effect::Repaint, Effect::Keep(Setting::Theme(model.theme))]
        }
        Act::GiveKey(command, key) => keys::give(model, command, key),
        Act::UsualKeys => keys::all_usual(model),
        Act::MakeSettings => vec![Effect::MakeSettings],
        Act::ToggleLines => {
            model.lines = !model.lines;
            vec![Effect::Keep(Setting::Lines(model.lines))]
        }
        Act::NextCounting => {
            let ways = Counting::ALL;
            let now = ways
                .iter()
                .position(|it| *it == model.counting)
                .unwrap_or_default();
            model.counting = ways.get(now + 1).copied().unwrap_or_default();
            vec![Effect::Keep(Setting::Counting(model.counting))]
        }
        Act::Edit(spot) => {
            model.screen = Screen::Write;
            edit(model, spot)
        }
        Act::AskFind => search::ask(model),
        Act::AskWith => search::ask_with(model),
        Act::GoToMatch(n) => search::go(model, n),
        Act::Replace(n) => search::replace(model, n),
        Act::Selecting => select::begin_or_end(model),
        Act::SelectAll => select::all(model),
        Act::CopySelection => select::copy(model),
        Act::CutSelection => select::cut(model),
        Act::PutBack => select::put_back(model),
        Act::Kill(motion) => {
            model.screen = Screen::Write;
            text::kill(model, motion)
        }
        Act::Check => check::show(model),
        Act::GoToFinding(n) => check::go(model, n),
        Act::Mend(n) => check::mend(model, n),
        Act::MendKind(rule) => check::mend_all(model, Some(rule)),
        Act::MendAll => check::mend_all(model, None),
        Act::Fold(rule) => check::fold(model, rule),
        Act::AskAgainst => check::ask_against(model),
        Act::AskSilence(rule, item) => check::ask_silence(model, rule, item),
        Act::Unsilence(rule, item) => check::unsilence(model, rule, item),
        Act::Join(id, link) => check::join(model, id, link),
        Act::Anyway(it) => {
            model.screen = Screen::List(List::Result, 0);
            act(model, *it)
        }
        Act::AskImport => intake::ask(model),
        Act::IntakeText(n) => intake::choose_text(model, n),
        Act::IntakeKind(id) => intake::choose_kind(model, id.as_deref()),
        Act::MakeOfIntake => intake::make(model),
        Act::Follow(id) => {
            model.follows = id;
            model.screen = Screen::List(List::Kinds, 0);
            Vec::new()
        }
        Act::PutInto(id, to) => tray::put_back(model, id, to),
        Act::CopyTextOf(field) => tray::copy(model, field),
        Act::SetAside => tray::set_aside(model),
        Act::CorrectCounts => tray::correct_counts(model),
        Act::Repaint => vec![Effect::Repaint],
        Act::Suspend => vec![Effect::Sync, Effect::Suspend],
        Act::AskElsewhere => trouble::ask(model),
        Act::GiveUp => vec![Effect::Quit(trouble::UNSAVED)],
        Act::UseFound => {
            model.screen = Screen::Write;
            if let Some(work) = &mut model.work {
                work.found = None;
            }
            vec![Effect::Snapshot]
        }
        Act::UseSaved => use_saved(model),
        Act::PutAway | Act::OtherFace if trouble::is_unsaved(model) => trouble::stay(model),
        Act::PutAway => {
            let mut effects = put_away(model);
            model.work = None;
            model.screen = Screen::List(List::Start, 0);
            effects.extend([Effect::Close, Effect::List]);
            effects
        }
        Act::OtherFace => {
            let mut effects = put_away(model);
            effects.push(Effect::OtherFace);
            effects
        }
        Act::Leave => leave(model, 0),
    }
}

/// The line a list opens with: the newest kind in the writer's language, the part the writer is at.
fn first_line(model: &Model, list: &List) -> usize {
    let page = match (list, &model.work) {
        (List::Outline | List::Arrange, Some(work)) => work.writer.page,
        _ => return 0,
    };
    let Some(work) = &model.work else { return 0 };
    let same = |it: crate::wizard::Page| {
        it == page
            || (it.dimension(work.draft()).is_some()
                && it.dimension(work.draft()) == page.dimension(work.draft()))
    };
    crate::sitting::lists::outline_parts(model.lang, work)
        .iter()
        .position(|it| same(it.page))
        .unwrap_or_default()
}

/// Makes a change asked for on a list, and goes where it happened.
pub(super) fn change(
    model: &mut Model,
    make: impl FnOnce(&Work) -> Option<crate::draft::Change>,
) -> Vec<Effect> {
    let from_outline = matches!(model.screen, Screen::List(List::Part(_), _));
    let change = model.work.as_ref().and_then(make);
    let adds = change
        .as_ref()
        .is_some_and(|it| matches!(it.edits.as_slice(), [Edit::Insert { .. }]));
    let effects = change.map_or_else(Vec::new, |it| text::commit(model, it));
    model.screen = if from_outline && !adds {
        Screen::List(List::Arrange, first_line(model, &List::Arrange))
    } else {
        Screen::Write
    };
    effects
}

/// Takes a step through the history; reads the whole history first where this session's own is not enough.
pub(super) fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    let lang = model.lang;
    let Some(work) = model.work_to_change() else {
        return Vec::new();
    };
    let committed = match step {
        Step::Undo => work.session.undo(),
        Step::Redo => work.session.redo(),
    };
    match committed {
        Some(committed) => {
            model.screen = Screen::Write;
            text::done(model, committed)
        }
        // What was changed in this session cannot be made again in another way: the history would not know more.
        None if !work.knows_history && (step == Step::Undo || !work.session.can_undo()) => {
            vec![Effect::Remember(step)]
        }
        None => {
            model.notice = Some(match step {
                Step::Undo => say::nothing_to_undo(lang),
                Step::Redo => say::nothing_to_redo(lang),
            });
            Vec::new()
        }
    }
}

/// Goes back to the snapshot, as one change that can be undone; what was recovered becomes a draft of its own.
fn use_saved(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang;
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let Some(found) = work.found.take() else {
        return Vec::new();
    };
    let title = say::kept_aside_title(lang, &work.draft().title);
    let mut effects = vec![Effect::KeepAside(
        Box::new(work.draft().clone()),
        title.clone(),
    )];
    model.screen = Screen::Write;
    effects.extend(text::commit(model, found.back));
    effects.push(Effect::Snapshot);
    model.notice = Some(say::kept_aside(lang, &title));
    effects
}

/// Gives a text, or the whole draft, to the writer's own editor.
pub(super) fn edit(model: &mut Model, spot: Option<Spot>) -> Vec<Effect> {
    match model.work_to_change() {
        Some(_) => vec![Effect::Edit(spot)],
        None => Vec::new(),
    }
}

/// One level back.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    let (list, cursor) = match &model.screen {
        Screen::List(list, _) => match list {
            // The first screen has nothing behind it.
            List::Start => return Vec::new(),
            List::Kinds if !model.drafts.is_empty() => (List::From, 0),
            List::Kinds
            | List::Drafts
            | List::Trash
            | List::From
            | List::Intake
            | List::IntakeTexts => (List::Start, 0),
            List::IntakeKinds => (List::Intake, 0),
            List::TrayItem(_) => (List::Tray, 0),
            List::Place(id) => (List::TrayItem(*id), 0),
            List::PlaceIn(id, _) => (List::Place(*id), 0),
            List::EarlierKinds | List::OtherKinds | List::Notice => (List::Kinds, 0),
            List::Mapping => (List::Rekinds, 0),
            List::DraftMenu(_) | List::ConfirmDelete(_) | List::DraftsLike(_) | List::Archive => {
                (List::Drafts, 0)
            }
            List::TrashMenu(_) | List::ConfirmDestroy(_) => (List::Trash, 0),
            List::Menu
            | List::Found
            | List::Check
            | List::Here
            | List::Outline
            | List::Result
            | List::Unsaved
            | List::Past
            | List::Tray
            | List::Settings => {
                model.screen = Screen::Write;
                return Vec::new();
            }
            List::Versions | List::ConfirmForget | List::Edit => (List::Past, 0),
            List::Keys => (List::Settings, keys::entry(model)),
            List::KeyOf(command) => (List::Keys, *command),
            List::Finding(n) => {
                let line = model.work.as_ref().map_or(0, |it| line_of(it, *n));
                (List::Check, line)
            }
            List::Silenced => return check::show(model),
            List::Chain => return check::leave_chain(model),
            List::Links(id) => (List::Chain, check::line_of(model, *id)),
            List::Version(rev) => (List::Versions, past::line_of(model, *rev)),
            List::Arrange | List::Rekinds => (List::Outline, 0),
            List::Part(_) => (List::Arrange, 0),
            List::Replace => (List::Found, 0),
            List::HandOut(_) | List::Formats | List::CopyPart | List::Exists { .. } => {
                (List::Result, 0)
            }
            List::Printed(row) | List::PrintedParts(row) => {
                let row = *row;
                return preview::read(model, row);
            }
            List::Recovery => return act(model, Act::UseFound),
            List::Busy { .. } => return act(model, Act::PutAway),
        },
        Screen::Ask(ask) => match &ask.about {
            About::Year(_) => (List::Kinds, 0),
            About::NoticeFile => (List::Notice, 0),
            About::Name(template, year) => {
                let text = year.to_string();
                model.screen = Screen::Ask(Ask {
                    about: About::Year(template.clone()),
                    caret: text.len(),
                    text,
                });
                return Vec::new();
            }
            About::Reason(_) => (List::Here, 0),
            About::Silence(..) | About::Against => return check::show(model),
            About::Import => (List::Start, 0),
            About::Draft => (List::Drafts, 0),
            About::Find | About::Elsewhere => (List::Menu, 0),
            About::With => (List::Found, 0),
        },
        Screen::Write => (List::Menu, 0),
        Screen::Read(Reading::Preview, _) => (List::Result, 0),
        Screen::Read(Reading::Differences, _) => (List::Recovery, 0),
        Screen::Read(Reading::Since(rev) | Reading::ChangedIn(rev) | Reading::Version(rev), _) => {
            (List::Version(*rev), 0)
        }
        Screen::Read(Reading::Rule(_) | Reading::Twins(_), _) => return check::show(model),
        Screen::Read(Reading::Intake, _) => (List::Intake, 0),
        Screen::Read(Reading::SetAside(id), _) => (List::TrayItem(*id), 0),
        Screen::Read(Reading::Help, _) => {
            model.screen = super::key::back_from_help(model);
            return Vec::new();
        }
        Screen::Read(Reading::Guide(_), _) => return guide::leave(model),
        Screen::Read(Reading::Earlier, _) => {
            model.screen = Screen::Write;
            return Vec::new();
        }
    };
    model.screen = Screen::List(list, cursor);
    Vec::new()
}

/// What opening a draft begins with where another window has it.
pub(super) fn busy_screen(id: String, owner: crate::store::Owner) -> Screen {
    Screen::List(List::Busy { id, owner }, 0)
}

/// Asks one layer deeper while texts are written, or no longer.
pub(super) fn toggle_probes(model: &mut Model) -> Vec<Effect> {
    model.probes = !model.probes;
    vec![Effect::Keep(Setting::Probes(model.probes))]
}

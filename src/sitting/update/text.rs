//! Writing: every change of a text passes through `splice`, every change of the draft through `done`.

use std::ops::Range;

use crate::draft::{Change, ChangeCause, Committed, Edit, Spot};
use crate::paste::{Lines, clean};
use crate::sitting::effect::Effect;
use crate::sitting::keymap::{Command, Motion};
use crate::sitting::messages as say;
use crate::sitting::model::{LastEnter, List, Model, Saving, Screen, Work, Writer};
use crate::sitting::plan::plan;
use crate::sitting::sheet::Sheet;
use crate::sitting::standing::Button;
use crate::typeset;
use crate::wizard::{Page, Stop};

use super::key::Pace;
use super::reach::{Reach, reach};
use super::{act, check, choose, preview, search, select};

/// A deletion of more characters than this says how to undo it.
const BIG_DELETION: usize = 20;

/// Letters on the writing screen: into the text, or as a digit that chooses.
pub(super) fn type_or_choose(model: &mut Model, letters: &str) -> Vec<Effect> {
    let Some(work) = &model.work else {
        return Vec::new();
    };
    if work.spot().is_some() {
        let letters = typed_letters(letters);
        return insert(model, ChangeCause::Typing, &letters);
    }
    choose::type_on_choice(model, letters)
}

/// A paste: one step of undo, whatever its length; it never moves on. What was tidied in it is a second step, so that
/// undoing once brings back what was pasted, as it came: a guess that was wrong costs the writer one key.
pub(super) fn paste(model: &mut Model, raw: &str) -> Vec<Effect> {
    let lang = model.lang;
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let Some(spot) = work.spot() else {
        model.notice = Some(say::no_paste_here(lang));
        return Vec::new();
    };
    let lines = if spot.is_single_line() {
        Lines::One
    } else {
        Lines::Many
    };
    let cleaned = clean(raw, lines);
    if cleaned.as_pasted.is_empty() {
        return Vec::new();
    }
    let start = work.selection().map_or(work.writer.caret, |it| it.start);
    let mut effects = insert(model, ChangeCause::Paste, &cleaned.as_pasted);
    if effects.is_empty() {
        return effects;
    }
    let is_tidied = cleaned.text != cleaned.as_pasted;
    if is_tidied {
        let end = start + cleaned.as_pasted.len();
        effects.extend(splice(model, ChangeCause::Paste, start, end, &cleaned.text));
    }
    let n_characters = typeset::count(&cleaned.text).marks;
    let n_places = cleaned.n_places();
    let what: Vec<String> = cleaned.told().map(|(fix, _)| say::fix(lang, fix)).collect();
    let what = what.join(&say::comma(lang));
    model.notice = Some(match (is_tidied, n_places) {
        (true, _) => say::pasted_tidied(lang, n_characters, n_places, &what),
        (false, 0) => say::pasted(lang, n_characters),
        (false, _) => say::pasted_cleaned(lang, n_characters, n_places, &what),
    });
    effects
}

fn typed_letters(letters: &str) -> String {
    letters.chars().filter(|it| !it.is_control()).collect()
}

/// A command in a text.
pub(super) fn command(model: &mut Model, command: Command, pace: Pace) -> Vec<Effect> {
    match command {
        Command::Move(motion) => go(model, motion, false),
        Command::Select(motion) => go(model, motion, true),
        Command::Enter => enter(model, pace),
        Command::NewLine => new_line(model),
        Command::Edit => {
            let spot = model.work.as_ref().and_then(Work::spot);
            act::edit(model, spot)
        }
        Command::Copy => select::copy(model),
        Command::Cut => select::cut(model),
        Command::PutBack => select::put_back(model),
        Command::EraseLeft | Command::EraseRight if has_selection(model) => {
            select::erase_selection(model).unwrap_or_default()
        }
        Command::EraseLeft => erase_towards(model, Motion::Left),
        Command::EraseRight => erase_towards(model, Motion::Right),
        Command::EraseWord => kill(model, Motion::WordLeft),
        Command::EraseToRowStart => kill(model, Motion::RowStart),
        Command::EraseToRowEnd => kill(model, Motion::RowEnd),
        _ => Vec::new(),
    }
}

fn has_selection(model: &Model) -> bool {
    model
        .work
        .as_ref()
        .is_some_and(|it| it.selection().is_some())
}

/// Moves the caret; with `selects`, what lies between joins the selection.
fn go(model: &mut Model, motion: Motion, selects: bool) -> Vec<Effect> {
    let page = body_rows(model);
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let Reach { caret, goal } = reach(work, motion, page);
    if selects && work.writer.anchor.is_none() {
        work.writer.anchor = Some(work.writer.caret);
    } else if !selects && !work.writer.selects {
        work.writer.drop_selection();
    }
    work.writer.caret = caret;
    work.writer.goal = goal;
    work.session.seal();
    Vec::new()
}

fn body_rows(model: &Model) -> usize {
    usize::from(plan(model.size).body.height)
        .saturating_sub(4)
        .max(1)
}

fn erase_towards(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let page = body_rows(model);
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let (from, to) = (work.writer.caret, reach(work, motion, page).caret);
    erase(model, from.min(to), from.max(to))
}

/// Erases in one piece and keeps it, to be put back.
pub(super) fn kill(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let page = body_rows(model);
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let from = work.writer.caret;
    let to = match motion {
        // Behind the last sign of a row that goes on no caret stands; it is erased all the same.
        Motion::RowEnd => {
            let layout = work.writer.sheet.layout();
            layout.row(layout.row_of(from)).end
        }
        _ => reach(work, motion, page).caret,
    };
    let Some(killed) = work
        .text()
        .get(from.min(to)..from.max(to))
        .map(str::to_owned)
    else {
        return Vec::new();
    };
    let effects = erase(model, from.min(to), from.max(to));
    if !effects.is_empty() {
        model.kept = killed;
    }
    effects
}

/// Puts text at the caret, in place of the selection.
pub(super) fn insert(model: &mut Model, cause: ChangeCause, text: &str) -> Vec<Effect> {
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let Range { start, end } = work
        .selection()
        .unwrap_or(work.writer.caret..work.writer.caret);
    splice(model, cause, start, end, text)
}

/// Enter: a new line; in a one-line text, or on an empty last line, on to the next question.
fn enter(model: &mut Model, pace: Pace) -> Vec<Effect> {
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let Some(spot) = work.spot() else {
        return Vec::new();
    };
    if matches!(pace, Pace::Repeated | Pace::Slow) {
        // The key that led here is still held: it breaks no line here either.
        model.last_enter = LastEnter::Swallowed;
        return Vec::new();
    }
    let text = work.text();
    let is_at_end = work.writer.caret == text.len();
    let on_empty_last_line =
        is_at_end && (text.is_empty() || text.ends_with('\n')) && work.selection().is_none();
    let moves = spot.is_single_line() || on_empty_last_line;
    if !moves {
        return new_line(model);
    }
    match pace {
        Pace::Deliberate => {}
        // What a paste without brackets breaks into lines stays text: a blank where there is only one line.
        Pace::Burst => {
            let broken = if spot.is_single_line() { " " } else { "\n" };
            return insert(model, ChangeCause::Typing, broken);
        }
        // A held key neither moves on nor adds empty lines.
        Pace::Soon | Pace::Repeated | Pace::Slow => return Vec::new(),
    }
    // The empty line that said so is not kept.
    let mut effects = Vec::new();
    if on_empty_last_line && text.ends_with('\n') {
        let end = text.len();
        effects = splice(model, ChangeCause::Typing, end - 1, end, "");
    }
    effects.extend(move_on(model));
    model.last_enter = LastEnter::Moved;
    effects
}

fn new_line(model: &mut Model) -> Vec<Effect> {
    let is_single = model
        .work
        .as_ref()
        .and_then(Work::spot)
        .is_some_and(Spot::is_single_line);
    if is_single {
        Vec::new()
    } else {
        insert(model, ChangeCause::Typing, "\n")
    }
}

pub(super) fn erase(model: &mut Model, start: usize, end: usize) -> Vec<Effect> {
    if start >= end {
        return Vec::new();
    }
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let n_erased = work
        .text()
        .get(start..end)
        .map_or(0, |it| typeset::count(it).marks);
    let effects = splice(model, ChangeCause::Typing, start, end, "");
    if n_erased > BIG_DELETION && !effects.is_empty() {
        model.notice = Some(say::erased(model.lang, n_erased));
    }
    effects
}

/// Replaces a part of the open text, in bytes. Makes the text's item first if it does not exist yet.
pub(super) fn splice(
    model: &mut Model,
    cause: ChangeCause,
    start: usize,
    end: usize,
    inserted: &str,
) -> Vec<Effect> {
    let Some(work) = model.work_to_change() else {
        return Vec::new();
    };
    let Some(spot) = work.spot() else {
        return Vec::new();
    };
    let Some(removed) = work.text().get(start..end).map(str::to_owned) else {
        return Vec::new();
    };
    if removed.is_empty() && inserted.is_empty() {
        return Vec::new();
    }
    let (mut edits, field) = work.draft().realise(spot);
    edits.push(Edit::Splice {
        field,
        at: start,
        removed,
        inserted: inserted.to_owned(),
    });
    commit(model, Change { cause, edits })
}

/// Makes a change that was made from the open draft, and stands where it happened.
pub(super) fn commit(model: &mut Model, change: Change) -> Vec<Effect> {
    let Some(work) = model.work_to_change() else {
        return Vec::new();
    };
    let committed = work
        .session
        .commit(change)
        .expect("a change made from this draft applies to it");
    done(model, committed)
}

/// Every change of the draft passes here: caret, counts and rows follow it, and the journal.
pub(super) fn done(model: &mut Model, committed: Committed) -> Vec<Effect> {
    let columns = plan(model.size).columns;
    let ambiguous = model.ambiguous;
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let before = work.spot();
    work.tally
        .follow(work.session.draft(), &committed.change().edits);
    let led_back = check::leads_back(work);
    work.follow(committed.change());
    work.checked.grow_stale();
    work.proof.grow_stale();
    work.hush();
    // What is written where nothing was is the text the writer was led to.
    if led_back && !matches!(before, Some(Spot::Text(_))) {
        work.checked.away_at = work.spot();
    }
    if let [
        Edit::Splice {
            field,
            at,
            removed,
            inserted,
        },
    ] = committed.change().edits.as_slice()
    {
        let spot = Spot::Text(*field);
        let stayed = before == Some(spot) && work.spot() == before;
        if stayed && work.writer.sheet.shows(before, columns, ambiguous) {
            let text = work.session.draft().text(*field).unwrap_or_default();
            work.writer
                .sheet
                .splice(spot, text, *at, removed.len(), inserted.len());
        } else {
            work.writer.sheet = Sheet::empty();
        }
    } else {
        work.writer.sheet = Sheet::empty();
    }
    work.writer.goal = None;
    work.writer.drop_selection();
    // The way back to the snapshot began at the draft as it was found.
    work.found = None;
    if work.saving == Saving::Synced {
        work.saving = Saving::Unsynced;
    }
    vec![Effect::Append(committed)]
}

/// Sets the rows of the open text, where they are not set yet: as many above the caret and below it as the screen has.
pub(super) fn set_sheet(model: &mut Model) {
    let columns = plan(model.size).columns;
    let ambiguous = model.ambiguous;
    let margin = usize::from(model.size.1);
    let Some(work) = &mut model.work else { return };
    let spot = work.spot();
    let text = spot
        .and_then(|it| work.session.draft().text_at(it))
        .unwrap_or_default();
    let Writer { sheet, caret, .. } = &mut work.writer;
    if sheet.shows(spot, columns, ambiguous) {
        sheet.reach(text, *caret, margin);
    } else {
        sheet.set(spot, text, columns, ambiguous, (*caret, margin));
    }
}

/// On to the next question, button or page; behind the last page, to the result.
pub(super) fn move_on(model: &mut Model) -> Vec<Effect> {
    if model.work.as_ref().is_some_and(check::leads_back) {
        return check::show(model);
    }
    if let Some(work) = &mut model.work
        && !work.go_next()
    {
        model.screen = Screen::List(List::Result, 0);
    }
    left_field(model)
}

/// What leaving a field does: note where the caret is, and bring everything to the disk.
pub(super) fn left_field(model: &mut Model) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    work.session.seal();
    if work.saving != Saving::Unsynced {
        return Vec::new();
    }
    work.saving = Saving::Synced;
    work.tally.refresh(work.session.draft());
    let mut effects: Vec<Effect> = work.place().map(Effect::Note).into_iter().collect();
    effects.push(Effect::Sync);
    effects
}

/// What a button does.
pub(super) fn press(model: &mut Model, button: Button) -> Vec<Effect> {
    use crate::draft::{FollowUpPart, PassageKind, ProblemAt};
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let at = match work.writer.page {
        Page::Problem(at) => Some(at),
        _ => None,
    };
    let dimension = work.writer.page.dimension(work.draft());
    let stop = match (button, at) {
        (Button::NextPage, _) => {
            if !work.go_to_next_page() {
                model.screen = Screen::List(List::Result, 0);
            }
            return left_field(model);
        }
        (Button::BackToFound, _) => return search::back(model),
        (Button::BackToCheck, _) => return check::show(model),
        (Button::BackToProof, _) => return preview::here(model),
        (Button::Menu, _) => {
            model.screen = Screen::List(List::Menu, 0);
            return Vec::new();
        }
        (Button::NewProblem, _) => {
            let Some(dimension) = dimension else {
                return Vec::new();
            };
            work.arrive(Page::Problem(ProblemAt::NewIn(dimension)));
            work.stand(crate::sitting::model::Focus::Stop(Stop::Text(
                Spot::NewHeadline(dimension),
            )));
            return left_field(model);
        }
        (Button::NewDetail, Some(at)) => Stop::Text(Spot::NewPassage(at, PassageKind::Detail)),
        (Button::NewExample, Some(at)) => Stop::Text(Spot::NewPassage(at, PassageKind::Example)),
        (Button::NewCause, Some(at)) => {
            choose::choice_or_new(work, crate::wizard::Choice::Cause(at))
        }
        (Button::NewMeasure, Some(at)) => {
            choose::choice_or_new(work, crate::wizard::Choice::Measure(at))
        }
        (Button::NewCause, None) => Stop::Text(Spot::NewCause(None)),
        (Button::NewMeasure, None) => Stop::Text(Spot::NewMeasure(None)),
        (Button::NewFollowUp, _) => Stop::Text(Spot::NewFollowUp(FollowUpPart::Problem)),
        (Button::NewByline, _) => Stop::Text(Spot::NewByline),
        (Button::NewDetail | Button::NewExample, None) => return Vec::new(),
    };
    work.stand(crate::sitting::model::Focus::Stop(stop));
    Vec::new()
}

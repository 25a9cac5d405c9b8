//! The one place where state changes. No I/O and no clock: what is needed arrives in the message, what must be
//! done leaves as an effect.

mod act;
mod answer;
mod asked;
mod check;
mod choose;
mod guide;
mod intake;
mod key;
mod keys;
mod kinds;
mod lines;
mod mouse;
mod past;
mod preview;
mod reach;
mod search;
mod select;
mod text;
mod tray;
mod trouble;

use super::effect::Effect;
use super::messages as say;
use super::model::{About, LastEnter, List, Model, Saving, Screen};
use super::msg::Msg;
use crate::typeset;

/// Changes the model after something happened, and returns what the world must do.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = match msg {
        Msg::Key(event, time) => key::key(model, event, time),
        Msg::Typed(text, time) => {
            begin_input(model, time);
            model.last_enter = LastEnter::No;
            typed(model, &text)
        }
        Msg::Paste(text) => {
            model.notice = None;
            model.is_leaving = false;
            model.last_enter = LastEnter::No;
            match &model.screen {
                Screen::Write => text::paste(model, &text),
                Screen::Ask(ask)
                    if matches!(ask.about, About::Import | About::Against)
                        && intake::is_text(&text) =>
                {
                    intake::paste(model, &text)
                }
                Screen::Ask(_) => typed(model, &text.replace(['\r', '\n'], "")),
                Screen::List(List::Notice | List::Kinds, _) => {
                    kinds::read_notice(model, &text);
                    Vec::new()
                }
                Screen::List(..) | Screen::Read(..) => {
                    model.notice = Some(say::no_paste_here(model.lang));
                    Vec::new()
                }
            }
        }
        Msg::Chosen(n) => lines::choose(model, n),
        Msg::Answered(answer) => lines::answer(model, &answer),
        Msg::Back => lines::back(model),
        Msg::Next => lines::next(model),
        Msg::Wanted(it) => act::act(model, *it),
        Msg::Written(writing) => lines::write(model, &writing),
        Msg::Stood(n) => lines::stand(model, n),
        Msg::Marked(passage) => select::mark(model, &passage),
        Msg::Carried(to) => select::carry(model, to),
        Msg::Returned => lines::return_to(model),
        // A report that comes after the mouse was switched off is nobody's.
        Msg::Pointed(..) if !model.mouse => Vec::new(),
        Msg::Pointed(at, gesture) => {
            model.notice = None;
            mouse::mouse(model, at, gesture)
        }
        // The loop knows what is drawn there and asks again.
        Msg::Mouse(..) => Vec::new(),
        Msg::Resize(columns, rows) => {
            model.size = (columns, rows);
            Vec::new()
        }
        Msg::Stop => vec![Effect::Sync, Effect::Suspend],
        Msg::Continued => vec![Effect::TakeTerminal],
        Msg::Idle => idle(model),
        Msg::Terminate(code) => leave(model, code),
        other => {
            let effects = answer::answer(model, other);
            // A line that was chosen may be gone.
            if let Screen::List(list, cursor) = &model.screen {
                let n_items = super::lists::items(model, list).len();
                let cursor = (*cursor).min(n_items.saturating_sub(1));
                model.screen = Screen::List(list.clone(), cursor);
            }
            effects
        }
    };
    kinds::follow_template(model);
    text::set_sheet(model);
    check::follow(model);
    preview::follow(model);
    // What the writer sees must be what the draft holds, and a full screen must stand somewhere.
    if model.screen == Screen::Write && model.work.is_none() {
        model.screen = Screen::List(super::model::List::Start, 0);
        effects.push(Effect::List);
    }
    effects
}

/// Sets everything anew for the size the model has.
pub fn resize(model: &mut Model) {
    text::set_sheet(model);
}

/// What every key does first.
fn begin_input(model: &mut Model, time: u64) {
    model.notice = None;
    model.is_leaving = false;
    model.last_key = time;
}

fn typed(model: &mut Model, letters: &str) -> Vec<Effect> {
    match &mut model.screen {
        Screen::Write => text::type_or_choose(model, letters),
        Screen::Ask(ask) => {
            let letters: String = letters.chars().filter(|it| !it.is_control()).collect();
            ask.text.insert_str(ask.caret, &letters);
            ask.caret = typeset::ceil_boundary(&ask.text, ask.caret + letters.len());
            Vec::new()
        }
        // A paste that came without its brackets, line by line.
        Screen::List(List::Notice, _) if letters.chars().nth(1).is_some() => {
            kinds::read_more(model, letters);
            Vec::new()
        }
        Screen::List(..) => choose::type_on_list(model, letters),
        Screen::Read(..) => {
            model.notice = Some(say::read_hint(model.lang));
            Vec::new()
        }
    }
}

fn idle(model: &mut Model) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    match work.saving {
        Saving::Unsynced => {}
        Saving::Failing => return vec![Effect::Retry],
        Saving::Synced | Saving::ReadOnly => return Vec::new(),
    }
    work.saving = Saving::Synced;
    work.session.seal();
    // As on leaving a field, which will find nothing left to bring to the disk. Shown with the next key.
    work.tally.refresh(work.session.draft());
    let mut effects: Vec<Effect> = work.place().map(Effect::Note).into_iter().collect();
    effects.push(Effect::Sync);
    effects
}

/// Puts everything on the disk and ends.
fn leave(model: &mut Model, code: u8) -> Vec<Effect> {
    let mut effects = put_away(model);
    effects.push(Effect::Leave(code));
    effects
}

/// What brings the open draft to the disk for good.
fn put_away(model: &Model) -> Vec<Effect> {
    let Some(work) = &model.work else {
        return Vec::new();
    };
    if work.saving == Saving::ReadOnly {
        return Vec::new();
    }
    let mut effects: Vec<Effect> = work.place().map(Effect::Note).into_iter().collect();
    effects.push(Effect::Snapshot);
    effects
}

//! The mouse, where the writer switched it on: caret, selection, wheel, buttons. Nothing needs it.

use crate::sitting::effect::Effect;
use crate::sitting::keymap::{Command, Motion};
use crate::sitting::model::{Focus, Model, Reading, Screen};
use crate::sitting::msg::{Gesture, Pointed};
use crate::wizard::Stop;

use super::{act, choose, key, preview, text};

/// Rows that one turn of the wheel moves.
const TURN: usize = 3;

/// Does what the mouse did. What it points at was drawn a moment ago: it may be gone, or behind something else.
pub(super) fn mouse(model: &mut Model, at: Pointed, gesture: Gesture) -> Vec<Effect> {
    let is_shown = match at {
        Pointed::Text { .. } | Pointed::Stop(_) | Pointed::Choice(_) | Pointed::Button(_) => {
            model.screen == Screen::Write
        }
        Pointed::Line(_) | Pointed::Nothing => true,
    };
    if !is_shown {
        return Vec::new();
    }
    match (gesture, at) {
        (Gesture::WheelUp, _) => turn(model, Motion::Up),
        (Gesture::WheelDown, _) => turn(model, Motion::Down),
        (Gesture::Press | Gesture::Drag, Pointed::Text { row, column }) => {
            point(model, row, column, gesture)
        }
        (Gesture::Press, Pointed::Stop(stop)) => {
            if let Some(work) = &mut model.work
                && work.questions().iter().any(|it| it.stop == stop)
            {
                work.stand(Focus::Stop(stop));
            }
            text::left_field(model)
        }
        (Gesture::Press, Pointed::Choice(n)) => match model.work.as_ref().map(|it| it.writer.focus)
        {
            Some(Focus::Stop(Stop::Choose(choice))) => choose::choose(model, choice, n),
            _ => Vec::new(),
        },
        (Gesture::Press, Pointed::Button(n)) => choose::press(model, n),
        (Gesture::Press, Pointed::Line(n)) => match model.screen.clone() {
            Screen::List(list, _) => act::pick(model, &list, n),
            Screen::Read(Reading::Preview, row) if row == n => {
                preview::command(model, n, Command::Enter)
            }
            Screen::Read(Reading::Preview, _) => preview::read(model, n),
            Screen::Write | Screen::Ask(_) | Screen::Read(..) => Vec::new(),
        },
        (Gesture::Press, Pointed::Nothing) | (Gesture::Drag, _) => Vec::new(),
    }
}

/// Puts the caret where the mouse points; dragging selects from where the button went down.
fn point(model: &mut Model, row: usize, column: usize, gesture: Gesture) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    if work.spot().is_none() {
        return Vec::new();
    }
    let to = work
        .writer
        .sheet
        .layout()
        .offset_at(work.text(), row, column);
    match gesture {
        Gesture::Drag => work.writer.anchor = work.writer.anchor.or(Some(work.writer.caret)),
        Gesture::Press | Gesture::WheelUp | Gesture::WheelDown => {
            work.writer.drop_selection();
            work.session.seal();
        }
    }
    work.writer.caret = to;
    work.writer.goal = None;
    Vec::new()
}

fn turn(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let n_rows = match model.screen {
        Screen::List(..) => 1,
        Screen::Write | Screen::Ask(_) | Screen::Read(..) => TURN,
    };
    (0..n_rows)
        .flat_map(|_| key::command_on_screen(model, Command::Move(motion), key::Pace::Deliberate))
        .collect()
}

//! Keys: by scope to a command, by screen to what it does there.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::sitting::effect::Effect;
use crate::sitting::keymap::{Command, Motion, Scope, command, to_give};
use crate::sitting::messages as say;
use crate::sitting::model::{Ask, Focus, LastEnter, List, Model, Reading, Screen};
use crate::sitting::msg::Step;
use crate::typeset;
use crate::wizard::Stop;

use super::{
    act, asked, begin_input, check, choose, guide, keys, leave, lines, preview, search, select,
    text, typed,
};

/// How a key came after the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// Within a burst of keys: an Enter is part of a paste that came without its brackets, so it is text.
    Burst,
    /// Without a pause: a held key perhaps, which must not run through the form.
    Soon,
    /// Without a pause, behind an Enter that moved or was taken for its repetition.
    Repeated,
    /// Behind an Enter that moved, so soon that it may be a held key's first repetition, or a later one over a
    /// slow line.
    Slow,
    /// After a pause.
    Deliberate,
}

impl Pace {
    /// Tells the pace from the pause since the key before, in milliseconds, and what that did if it was an Enter.
    fn of(pause: u64, last: LastEnter) -> Self {
        match (pause, last) {
            (0..150, LastEnter::Moved | LastEnter::Swallowed) => Self::Repeated,
            (150..800, LastEnter::Moved) | (150..400, LastEnter::Swallowed) => Self::Slow,
            (0..30, _) => Self::Burst,
            (30..150, _) => Self::Soon,
            _ => Self::Deliberate,
        }
    }
}

/// Does what a key does.
pub(super) fn key(model: &mut Model, event: KeyEvent, time: u64) -> Vec<Effect> {
    let pause = time.saturating_sub(model.last_key);
    let was_leaving = model.is_leaving;
    begin_input(model, time);
    if let Screen::List(List::KeyOf(command), _) = model.screen
        && let Some(name) = to_give(event)
    {
        model.last_enter = LastEnter::No;
        return keys::named(model, command, &name);
    }
    let scope = scope_of(model);
    let Some(command) = command(&model.bindings, scope, event) else {
        model.last_enter = LastEnter::No;
        return match event.code {
            // Shift and no other modifier: a letter like any other.
            KeyCode::Char(letter) if event.modifiers.difference(KeyModifiers::SHIFT).is_empty() => {
                typed(model, letter.encode_utf8(&mut [0; 4]))
            }
            _ => Vec::new(),
        };
    };
    let pace = Pace::of(pause, model.last_enter);
    model.last_enter = match command {
        Command::Enter => LastEnter::Stayed,
        _ => LastEnter::No,
    };
    match command {
        Command::Interrupt if has_selection(model) => select::copy(model),
        Command::Interrupt if was_leaving => leave(model, 0),
        Command::Interrupt => {
            model.is_leaving = true;
            model.notice = Some(say::press_again(model.lang));
            Vec::new()
        }
        Command::SayHowToLeave => {
            model.notice = Some(say::how_to_leave(model.lang));
            Vec::new()
        }
        Command::SaySaved => {
            model.notice = Some(say::always_saved(model.lang));
            if model.work.is_some() {
                vec![Effect::Sync]
            } else {
                Vec::new()
            }
        }
        Command::Probes => {
            let effects = act::toggle_probes(model);
            let told = [say::asks_no_further, say::asks_further][usize::from(model.probes)];
            model.notice = Some(told(model.lang));
            effects
        }
        Command::Find if model.work.is_some() => search::ask(model),
        Command::Repaint => vec![Effect::Repaint],
        Command::Help => {
            model.screen = match &model.screen {
                Screen::Read(Reading::Help, _) => back_from_help(model),
                // The guide is help itself.
                Screen::Read(Reading::Guide(_), _) => model.screen.clone(),
                here => {
                    model.help_of = here.clone();
                    Screen::Read(Reading::Help, 0)
                }
            };
            Vec::new()
        }
        // A question of one line has no history, and the draft is not in sight.
        Command::Undo | Command::Redo if matches!(model.screen, Screen::Ask(_)) => Vec::new(),
        Command::Undo => act::step(model, Step::Undo),
        Command::Redo => act::step(model, Step::Redo),
        _ => command_on_screen(model, command, pace),
    }
}

/// Does what a command does on the screen that is shown.
pub(super) fn command_on_screen(model: &mut Model, command: Command, pace: Pace) -> Vec<Effect> {
    match &model.screen {
        Screen::Write => on_writing_screen(model, command, pace),
        // The line ends of a paste that came without its brackets choose nothing.
        Screen::List(List::Notice, _)
            if command == Command::Enter && matches!(pace, Pace::Burst | Pace::Soon) =>
        {
            Vec::new()
        }
        Screen::List(list, cursor) => {
            let (list, cursor) = (list.clone(), *cursor);
            on_list(model, &list, cursor, command)
        }
        Screen::Ask(ask) => {
            let ask = ask.clone();
            on_question(model, ask, command)
        }
        Screen::Read(Reading::Preview, row) => {
            let row = *row;
            preview::command(model, row, command)
        }
        Screen::Read(reading, top) => {
            let (reading, top) = (*reading, *top);
            on_reading(model, reading, top, command)
        }
    }
}

fn has_selection(model: &Model) -> bool {
    model.screen == Screen::Write
        && model
            .work
            .as_ref()
            .is_some_and(|it| it.selection().is_some())
}

fn scope_of(model: &Model) -> Scope {
    match &model.screen {
        Screen::Write if model.work.as_ref().is_some_and(|it| it.spot().is_some()) => Scope::Text,
        Screen::Ask(_) => Scope::Text,
        Screen::Write | Screen::List(..) | Screen::Read(..) => Scope::List,
    }
}

fn on_writing_screen(model: &mut Model, command: Command, pace: Pace) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    match (command, work.writer.focus) {
        (Command::Next, _) => text::move_on(model),
        (Command::Previous, _) => {
            work.go_previous();
            text::left_field(model)
        }
        (Command::Menu, _) => {
            model.screen = Screen::List(List::Menu, 0);
            text::left_field(model)
        }
        (_, Focus::Stop(Stop::Text(_))) => text::command(model, command, pace),
        // An Enter that led here does not go on by repeating, and no further than where this one leads.
        (Command::Enter, Focus::Button(_) | Focus::Stop(Stop::Choose(_)))
            if pace == Pace::Repeated =>
        {
            model.last_enter = LastEnter::Swallowed;
            Vec::new()
        }
        (Command::Enter, Focus::Button(n)) => {
            model.last_enter = LastEnter::Moved;
            choose::press(model, n)
        }
        (Command::Move(Motion::Left | Motion::Up), Focus::Button(_)) => {
            work.go_previous();
            Vec::new()
        }
        (Command::Move(Motion::Right | Motion::Down), Focus::Button(n)) => {
            if n + 1 < work.buttons().len() {
                work.stand(Focus::Button(n + 1));
            }
            Vec::new()
        }
        (Command::Move(Motion::Up), Focus::Stop(Stop::Choose(_))) => {
            work.writer.pick = work.writer.pick.saturating_sub(1);
            Vec::new()
        }
        (Command::Move(Motion::Down), Focus::Stop(Stop::Choose(choice))) => {
            let last = choose::n_choices(work, choice).saturating_sub(1);
            work.writer.pick = (work.writer.pick + 1).min(last);
            Vec::new()
        }
        (Command::Enter, Focus::Stop(Stop::Choose(choice))) => {
            let pick = work.writer.pick;
            model.last_enter = LastEnter::Moved;
            choose::choose(model, choice, pick)
        }
        (_, Focus::Button(_) | Focus::Stop(Stop::Choose(_))) => Vec::new(),
    }
}

fn on_list(model: &mut Model, list: &List, cursor: usize, command: Command) -> Vec<Effect> {
    let n_items = crate::sitting::lists::items(model, list).len();
    // A screen of lines, less the band, the hints and a line to hold on to.
    let page = usize::from(model.size.1).saturating_sub(6).max(1);
    if let (List::Check, Command::Move(Motion::Right)) = (list, command) {
        return check::menu(model, cursor);
    }
    let to = match command {
        Command::Enter => return act::pick(model, list, cursor),
        Command::Menu => return act::back(model),
        Command::Previous | Command::Move(Motion::Up | Motion::Left) if cursor == 0 => {
            n_items.saturating_sub(1)
        }
        Command::Previous | Command::Move(Motion::Up | Motion::Left) => cursor - 1,
        Command::Next | Command::Move(Motion::Down | Motion::Right) if cursor + 1 >= n_items => 0,
        Command::Next | Command::Move(Motion::Down | Motion::Right) => cursor + 1,
        Command::Move(Motion::PageUp) => cursor.saturating_sub(page),
        Command::Move(Motion::PageDown) => (cursor + page).min(n_items.saturating_sub(1)),
        Command::Move(Motion::RowStart) => 0,
        Command::Move(Motion::RowEnd) => n_items.saturating_sub(1),
        _ => cursor,
    };
    model.screen = Screen::List(list.clone(), to);
    Vec::new()
}

fn on_question(model: &mut Model, mut ask: Ask, command: Command) -> Vec<Effect> {
    match command {
        Command::Enter | Command::Next => return asked::answered(model, &ask),
        Command::Menu | Command::Previous => return act::back(model),
        Command::Move(Motion::Left) => ask.caret = typeset::previous_boundary(&ask.text, ask.caret),
        Command::Move(Motion::Right) => ask.caret = typeset::next_boundary(&ask.text, ask.caret),
        Command::Move(Motion::RowStart | Motion::TextStart) => ask.caret = 0,
        Command::Move(Motion::RowEnd | Motion::TextEnd) => ask.caret = ask.text.len(),
        Command::EraseLeft => erase(&mut ask, typeset::previous_boundary),
        Command::EraseWord => erase(&mut ask, typeset::motion::word_left),
        Command::EraseToRowStart => erase(&mut ask, |_, _| 0),
        Command::EraseRight => {
            let end = typeset::next_boundary(&ask.text, ask.caret);
            ask.text.replace_range(ask.caret..end, "");
            ask.caret = typeset::ceil_boundary(&ask.text, ask.caret);
        }
        Command::EraseToRowEnd => ask.text.truncate(ask.caret),
        _ => {}
    }
    model.screen = Screen::Ask(ask);
    Vec::new()
}

fn erase(ask: &mut Ask, from: impl Fn(&str, usize) -> usize) {
    let start = from(&ask.text, ask.caret);
    ask.text.replace_range(start..ask.caret, "");
    ask.caret = typeset::ceil_boundary(&ask.text, start);
}

fn on_reading(model: &mut Model, reading: Reading, top: usize, command: Command) -> Vec<Effect> {
    let page = usize::from(model.size.1).saturating_sub(4).max(1);
    let last = crate::sitting::readings::reading_rows(model, reading).saturating_sub(page);
    let to = match command {
        Command::Enter | Command::Menu | Command::Next | Command::Previous => {
            return match reading {
                Reading::Guide(n) => guide::turn(model, n, command),
                other => lines::close(model, other),
            };
        }
        Command::Move(Motion::Up | Motion::Left) => top.saturating_sub(1),
        Command::Move(Motion::Down | Motion::Right) => top + 1,
        Command::Move(Motion::PageUp) => top.saturating_sub(page),
        Command::Move(Motion::PageDown) => top + page,
        Command::Move(Motion::RowStart) => 0,
        Command::Move(Motion::RowEnd) => last,
        _ => top,
    };
    model.screen = Screen::Read(reading, to.min(last));
    Vec::new()
}

/// Where help was asked for. What is gone since cannot be shown again.
pub(super) fn back_from_help(model: &Model) -> Screen {
    match (&model.help_of, &model.work) {
        (Screen::Write, None) => Screen::List(List::Start, 0),
        (here, _) => here.clone(),
    }
}

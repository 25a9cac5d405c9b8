//! What a face without keys sends: what was chosen, answered and written, line by line.
//!
//! Every line is a step of undo of its own, and is made into the same changes that typing makes.

use crate::draft::ChangeCause;
use crate::sitting::effect::Effect;
use crate::sitting::messages as say;
use crate::sitting::model::{About, Ask, Focus, List, Model, Reading, Screen, Work};
use crate::sitting::msg::Writing;
use crate::sitting::standing::Button;
use crate::wizard::Stop;

use super::{act, asked, check, choose, guide, intake, keys, text};

/// The line `n` of what is shown was chosen: of a list, of a choice, or a button.
pub(super) fn choose(model: &mut Model, n: usize) -> Vec<Effect> {
    let focus = model.work.as_ref().map(|it| it.writer.focus);
    match (model.screen.clone(), focus) {
        // A finding has no keys here: what can be done with it is chosen.
        (Screen::List(List::Check, _), _) => check::menu(model, n),
        (Screen::List(list, _), _) => act::pick(model, &list, n),
        (Screen::Write, Some(Focus::Stop(Stop::Choose(choice)))) => {
            choose::choose(model, choice, n)
        }
        (Screen::Write, Some(Focus::Button(_))) => choose::press(model, n),
        (Screen::Write | Screen::Ask(_) | Screen::Read(..), _) => Vec::new(),
    }
}

/// The question of one line was answered.
pub(super) fn answer(model: &mut Model, answer: &str) -> Vec<Effect> {
    let ask = match &model.screen {
        Screen::Ask(ask) => ask,
        Screen::List(List::KeyOf(command), _) => {
            let command = *command;
            return keys::named(model, command, answer);
        }
        Screen::Write | Screen::List(..) | Screen::Read(..) => return Vec::new(),
    };
    if matches!(ask.about, About::Import | About::Against) && intake::is_text(answer) {
        return intake::paste(model, answer);
    }
    let about = ask.about.clone();
    let answer: String = answer.chars().filter(|it| !it.is_control()).collect();
    asked::answered(
        model,
        &Ask {
            about,
            caret: answer.len(),
            text: answer,
        },
    )
}

/// One level back; on the writing page, to the question before.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    match (&model.screen, &mut model.work) {
        (Screen::Read(reading, _), _) => close(model, *reading),
        (Screen::Write, Some(work)) => {
            if !matches!(work.writer.focus, Focus::Stop(_)) {
                work.writer.focus = Focus::Button(0);
            }
            work.go_previous();
            text::left_field(model)
        }
        (Screen::Write, None) | (Screen::List(..) | Screen::Ask(_), _) => act::back(model),
    }
}

/// Puts away what was read.
pub(super) fn close(model: &mut Model, reading: Reading) -> Vec<Effect> {
    model.screen = match reading {
        Reading::Guide(_) => return guide::leave(model),
        Reading::Twins(_) => return check::show(model),
        Reading::Help => super::key::back_from_help(model),
        Reading::Earlier => Screen::Write,
        Reading::Intake => Screen::List(List::Intake, 0),
        Reading::SetAside(id) => Screen::List(List::TrayItem(id), 0),
        Reading::Preview => Screen::List(List::Result, 0),
        Reading::Rule(_) => check::finding_screen(model),
        Reading::Differences => Screen::List(List::Recovery, 0),
        Reading::Since(rev) | Reading::ChangedIn(rev) | Reading::Version(rev) => {
            Screen::List(List::Version(rev), 0)
        }
    };
    Vec::new()
}

/// On to the next question; from the buttons, to the next page.
pub(super) fn next(model: &mut Model) -> Vec<Effect> {
    if model.screen != Screen::Write {
        return Vec::new();
    }
    let on_buttons =
        (model.work.as_ref()).is_some_and(|it| matches!(it.writer.focus, Focus::Button(_)));
    if on_buttons {
        text::press(model, Button::NextPage)
    } else {
        text::move_on(model)
    }
}

/// Writes into the open text.
pub(super) fn write(model: &mut Model, writing: &Writing) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    if model.screen != Screen::Write || work.spot().is_none() {
        model.notice = Some(say::no_paste_here(model.lang));
        return Vec::new();
    }
    work.session.seal();
    let effects = match writing {
        Writing::Paragraph(line) => {
            let end = work.text().len();
            let line = format!("{}{}", line_end(work), plain(line));
            text::splice(model, ChangeCause::Typing, end, end, &line)
        }
        Writing::Pasted(words) => {
            let end = work.text().len();
            let before = line_end(work);
            work.writer.caret = end;
            work.writer.drop_selection();
            let mut effects = text::splice(model, ChangeCause::Paste, end, end, before);
            effects.extend(text::paste(model, words));
            effects
        }
        Writing::Instead(line) => {
            let end = work.text().len();
            text::splice(model, ChangeCause::Typing, 0, end, &plain(line))
        }
        Writing::Of(n, line) => {
            let text = work.text();
            let Some((mut start, mut end)) = paragraph(text, *n) else {
                return Vec::new();
            };
            let line = plain(line);
            if line.is_empty() {
                // With one of the line ends beside it.
                if end < text.len() {
                    end += 1;
                } else {
                    start = start.saturating_sub(usize::from(start > 0));
                }
            }
            text::splice(model, ChangeCause::Typing, start, end, &line)
        }
        Writing::Here(words) => {
            let effects = text::insert(model, ChangeCause::Typing, &plain(words));
            if let Some(work) = &mut model.work {
                work.session.seal();
            }
            return effects;
        }
    };
    if let Some(work) = &mut model.work {
        work.session.seal();
        let end = work.text().len();
        work.writer.caret = end;
    }
    effects
}

/// Back to where the writer came from: what the buttons that lead back do, wherever the focus is.
pub(super) fn return_to(model: &mut Model) -> Vec<Effect> {
    let buttons = model.work.as_ref().map_or_else(Vec::new, Work::buttons);
    let leads_back = |it: &Button| {
        matches!(
            it,
            Button::BackToProof | Button::BackToCheck | Button::BackToFound
        )
    };
    if let Some(button) = buttons.into_iter().find(leads_back) {
        return text::press(model, button);
    }
    model.notice = Some(say::nowhere_to_return(model.lang));
    Vec::new()
}

/// Puts the caret at the end of a paragraph of the open text, from 0.
pub(super) fn stand(model: &mut Model, n: usize) -> Vec<Effect> {
    if let Some(work) = &mut model.work
        && let Some((_, end)) = paragraph(work.text(), n)
    {
        work.writer.drop_selection();
        work.writer.caret = end;
    }
    Vec::new()
}

/// What parts a further paragraph from what is there.
fn line_end(work: &Work) -> &'static str {
    let text = work.text();
    if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    }
}

/// The start and the end of a paragraph, in bytes; every line is one.
fn paragraph(text: &str, n: usize) -> Option<(usize, usize)> {
    let before: usize = text.split('\n').take(n).map(|it| it.len() + 1).sum();
    let line = text.split('\n').nth(n)?;
    Some((before, before + line.len()))
}

fn plain(line: &str) -> String {
    line.chars().filter(|it| !it.is_control()).collect()
}

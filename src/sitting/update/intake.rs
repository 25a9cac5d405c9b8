//! Texts that come in from elsewhere: from the question for the file to the draft that is made of it.

use crate::desk::import::Source;
use crate::draft::{ChangeCause, Outline};

use crate::sitting::arrivals as say;
use crate::sitting::effect::Effect;
use crate::sitting::intake::Intake;
use crate::sitting::messages::grouped;
use crate::sitting::model::{About, Ask, List, Model, Reading, Screen};

use super::check;

/// A paste with this many characters is a text and no path.
const NO_PATH: usize = 1_000;

/// Asks for the file.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    model.intake = None;
    model.screen = Screen::Ask(Ask {
        about: About::Import,
        text: String::new(),
        caret: 0,
    });
    Vec::new()
}

/// Tells whether what was pasted where a path is asked for is a text.
pub(super) fn is_text(pasted: &str) -> bool {
    let has_lines = pasted.trim().contains(['\n', '\r']);
    has_lines || pasted.chars().count() > NO_PATH
}

/// Takes a pasted text in.
pub(super) fn paste(model: &mut Model, pasted: &str) -> Vec<Effect> {
    let name = say::pasted_text(model.lang);
    match Source::read(pasted.as_bytes(), "") {
        Ok(source) => took(model, name, source),
        Err(unreadable) => {
            let (what, hint) = unreadable.say(model.lang);
            model.notice = Some(say::and_then(model.lang, &what, &hint));
        }
    }
    Vec::new()
}

/// A path was given.
pub(super) fn path(model: &mut Model, typed: &str) -> Vec<Effect> {
    if typed.trim().is_empty() {
        model.notice = Some(say::no_path(model.lang));
        return Vec::new();
    }
    vec![Effect::ReadForeign(typed.to_owned())]
}

/// A file was read: shows what was understood, or asks which of its texts is wanted.
pub(super) fn took(model: &mut Model, name: String, source: Source) {
    if let Screen::Ask(ask) = &model.screen
        && ask.about == About::Against
    {
        check::hold_against(model, &name, source.words());
        return;
    }
    let intake = Intake::new(name, source, &model.kinds(), model.lang);
    let holds_several = intake.titles.len() > 1;
    model.intake = Some(intake);
    model.screen = if holds_several {
        Screen::List(List::IntakeTexts, 0)
    } else {
        Screen::Read(Reading::Intake, 0)
    };
}

/// One of the texts was chosen.
pub(super) fn choose_text(model: &mut Model, n: usize) -> Vec<Effect> {
    change(model, |it| it.chosen = n)
}

/// The kind was chosen, or is to be found.
pub(super) fn choose_kind(model: &mut Model, id: Option<&str>) -> Vec<Effect> {
    let kind = id.and_then(crate::template::find);
    change(model, |it| it.kind = kind)
}

fn change(model: &mut Model, change: impl FnOnce(&mut Intake)) -> Vec<Effect> {
    let (kinds, lang) = (model.kinds(), model.lang);
    if let Some(intake) = &mut model.intake {
        change(intake);
        intake.understand(&kinds, lang);
        model.screen = Screen::Read(Reading::Intake, 0);
    }
    Vec::new()
}

/// Makes the draft.
pub(super) fn make(model: &mut Model) -> Vec<Effect> {
    let Some(intake) = &model.intake else {
        return Vec::new();
    };
    let outline: Outline = intake.imported.outline.clone();
    let account = intake.imported.account;
    let placed = grouped(account.placed);
    model.notice = Some(match account.unplaced {
        0 => say::imported_whole(model.lang, &placed),
        n => say::imported(model.lang, &placed, &grouped(n)),
    });
    vec![Effect::Create(Box::new(outline), ChangeCause::Import)]
}

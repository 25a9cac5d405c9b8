//! The guide for newcomers: three screens, skipped with one key, shown by itself once.

use crate::settings::Setting;
use crate::sitting::effect::Effect;
use crate::sitting::help::N_GUIDE;
use crate::sitting::keymap::Command;
use crate::sitting::model::{Model, Reading, Screen};

/// Shows the guide. It leads back to what is shown now.
pub(super) fn show(model: &mut Model) -> Vec<Effect> {
    model.help_of = model.screen.clone();
    model.screen = Screen::Read(Reading::Guide(0), 0);
    Vec::new()
}

/// Goes on, back, or away.
pub(super) fn turn(model: &mut Model, n: usize, command: Command) -> Vec<Effect> {
    let to = match command {
        Command::Previous => Some(n.saturating_sub(1)),
        Command::Menu => None,
        _ => Some(n + 1),
    };
    match to.filter(|it| *it < N_GUIDE) {
        Some(to) => {
            model.screen = Screen::Read(Reading::Guide(to), 0);
            Vec::new()
        }
        None => leave(model),
    }
}

/// Leaves the guide; it does not come by itself again.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    model.screen = super::key::back_from_help(model);
    if std::mem::take(&mut model.shows_guide) {
        vec![Effect::Keep(Setting::Guide(false))]
    } else {
        Vec::new()
    }
}

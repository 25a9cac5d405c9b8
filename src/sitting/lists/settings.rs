//! The list of settings, and what it says of colours and themes.

use crate::settings::{Ground, Key, ThemeName};
use crate::sitting::help;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model};
use crate::typeset::{self, Counting};

use super::keys::in_words;
use super::{Act, Item, item};

pub(super) fn settings(model: &Model) -> Vec<Item> {
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
        item(say::change_language(lang), Act::OtherLanguage),
        item(width, Act::OtherWidth),
        item(counting, Act::NextCounting),
        item(mouse, Act::ToggleMouse),
        item(colours(model), Act::ToggleColours),
        item(say::repaint(lang), Act::Repaint),
        item(say::keys(lang), Act::Help),
        item(help::messages::guide_entry(lang), Act::Guide),
        item(say::by_lines(lang), Act::OtherFace),
        // Behind the lines that have digits: those stay what they are.
        item(theme(model), Act::NextTheme),
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

/// What stands over these lists, as [`head`](crate::sitting::heads::head) gives it.
pub(in crate::sitting) fn head(model: &Model, list: &List) -> (String, String, String) {
    let lang = model.lang;
    let (title, sentence) = match list {
        List::Keys => (say::own_keys(lang), say::which_command(lang)),
        List::KeyOf(command) => {
            let now = model.keys.key(*command).map_or("", Key::name);
            let what = in_words(lang, *command);
            (say::key_for(lang, &what), say::which_key(lang, now))
        }
        _ => (say::settings_entry(lang), String::new()),
    };
    (title, String::new(), sentence)
}

/// Whether colours are used, and who says so.
fn colours(model: &Model) -> String {
    let lang = model.lang;
    match (model.colours_told, model.colours) {
        (Some(false), _) => say::colours_are_told_off(lang),
        (Some(true), _) => say::colours_are_told_on(lang),
        (None, true) => say::colours_are_on(lang),
        (None, false) => say::colours_are_off(lang),
    }
}

/// Which theme there is, and which comes next.
fn theme(model: &Model) -> String {
    let lang = model.lang;
    let name = |it| match it {
        ThemeName::Auto => say::theme_auto(lang),
        ThemeName::Light => say::theme_light(lang),
        ThemeName::Dark => say::theme_dark(lang),
        ThemeName::Contrast => say::theme_contrast(lang),
    };
    let now = match (model.theme, model.ground) {
        (ThemeName::Contrast, _) => name(ThemeName::Contrast),
        (it, _) if !model.has_colours() => say::theme_waits(lang, &name(it)),
        (ThemeName::Auto, None) => say::theme_not_known(lang),
        (ThemeName::Auto, Some(Ground::Light)) => say::theme_found(lang, &say::theme_light(lang)),
        (ThemeName::Auto, Some(Ground::Dark)) => say::theme_found(lang, &say::theme_dark(lang)),
        (it @ (ThemeName::Light | ThemeName::Dark), _) => name(it),
    };
    say::theme(lang, &now, &name(model.theme.next()))
}

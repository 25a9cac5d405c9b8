//! What the settings list says of colours and themes, and the lists of keys. Pure, as all lists are.

use crate::locale::Lang;
use crate::settings::{Ground, Key, REBINDABLE, Rebindable, ThemeName};

use super::keymap::{self, Command};
use super::lists::{Act, Item, item};
use super::messages as say;
use super::model::{List, Model};

/// What stands over these lists, as [`head`](super::heads::head) gives it.
pub(super) fn head(model: &Model, list: &List) -> (String, String, String) {
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
pub(super) fn colours(model: &Model) -> String {
    let lang = model.lang;
    match (model.colours_told, model.colours) {
        (Some(false), _) => say::colours_are_told_off(lang),
        (Some(true), _) => say::colours_are_told_on(lang),
        (None, true) => say::colours_are_on(lang),
        (None, false) => say::colours_are_off(lang),
    }
}

/// Which theme there is, and which comes next.
pub(super) fn theme(model: &Model) -> String {
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

/// Every command whose key can be changed, and what it is.
pub(super) fn keys(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let changed: Vec<usize> = model.keys.changed().collect();
    let line = |(command, it): (usize, &Rebindable)| {
        let key = model.keys.key(command).unwrap_or(it.usual).name();
        let mut line = item(
            say::command_and_key(lang, &in_words(lang, command), key),
            Act::Show(List::KeyOf(command)),
        );
        if changed.contains(&command) {
            line.detail = say::usually(lang, it.usual.name());
        }
        line
    };
    let mut items: Vec<Item> = REBINDABLE.iter().enumerate().map(line).collect();
    if !changed.is_empty() {
        items.push(item(say::usual_keys(lang), Act::UsualKeys));
    }
    items.push(item(say::back(lang), Act::Show(List::Settings)));
    items
}

/// The keys that a command can be given: its usual one, those that are free, and those of other commands.
///
/// They can all be chosen, though on the full screen it is enough to press one: an input method, a terminal or a browser
/// that keeps a key with Ctrl to itself keeps it from this screen too, and then there is still a way to give the command
/// a key that does arrive. Who presses it knows that.
pub(super) fn key_of(model: &Model, command: usize) -> Vec<Item> {
    let lang = model.lang;
    let own = model.keys.key(command);
    let usual = REBINDABLE.get(command).map(|it| it.usual);
    let mut items = Vec::new();
    if let Some(usual) = usual.filter(|it| Some(*it) != own) {
        items.push(item(
            say::usual_key(lang, usual.name()),
            Act::GiveKey(command, usual),
        ));
    }
    let has = |key: &Key| {
        let others = 0..REBINDABLE.len();
        others
            .into_iter()
            .find(|it| model.keys.key(*it) == Some(*key))
    };
    let others = || Key::all().filter(|it| Some(*it) != own && Some(*it) != usual);
    for key in others().filter(|it| has(it).is_none()) {
        items.push(item(key.name().to_owned(), Act::GiveKey(command, key)));
    }
    for key in others() {
        if let Some(by) = has(&key) {
            let label = say::key_of_another(lang, key.name(), &in_words(lang, by));
            items.push(item(label, Act::GiveKey(command, key)));
        }
    }
    items.push(item(say::back(lang), Act::Show(List::Keys)));
    items
}

/// Returns what a command whose key can be changed is called.
pub(super) fn in_words(lang: Lang, command: usize) -> String {
    let name = REBINDABLE.get(command).map_or("", |it| it.name);
    match keymap::usual(name) {
        Some(it) if it.command == Command::Menu => say::menu(lang),
        Some(it) => it.words(lang).to_owned(),
        None => name.to_owned(),
    }
}

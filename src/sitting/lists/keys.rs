//! The commands whose key can be changed, and the keys there are.

use crate::locale::Lang;
use crate::settings::{Key, REBINDABLE, Rebindable};
use crate::sitting::keymap::{self, Command};
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model};

use super::{Act, Item, item};

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
pub(in crate::sitting) fn in_words(lang: Lang, command: usize) -> String {
    let name = REBINDABLE.get(command).map_or("", |it| it.name);
    match keymap::usual(name) {
        Some(it) if it.command == Command::Menu => say::menu(lang),
        Some(it) => it.words(lang).to_owned(),
        None => name.to_owned(),
    }
}

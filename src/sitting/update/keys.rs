//! Other keys for commands, from the settings list. What can be given, and to which command, is said by the settings.

use crate::settings::{Key, Keys, REBINDABLE};
use crate::sitting::effect::Effect;
use crate::sitting::lists::keys::in_words;
use crate::sitting::lists::{Act, items};
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model, Screen};

/// Gives a command the key of this name: it was pressed, or typed.
pub(super) fn named(model: &mut Model, command: usize, name: &str) -> Vec<Effect> {
    match Key::read(name) {
        Ok(key) => give(model, command, key),
        Err(why) => {
            let why = why.why(model.lang);
            model.notice = Some(say::key_not_given(model.lang, name.trim(), &why));
            Vec::new()
        }
    }
}

/// Gives a command a key, unless another one has it.
pub(super) fn give(model: &mut Model, command: usize, key: Key) -> Vec<Effect> {
    let lang = model.lang;
    let was = model.keys.key(command);
    match model.keys.with(command, key) {
        Ok(keys) => {
            model.take_keys(keys);
            model.screen = Screen::List(List::Keys, command);
            let what = in_words(lang, command);
            model.notice = Some(say::key_given(lang, &what, key.name()));
            if was == Some(key) {
                Vec::new()
            } else {
                vec![Effect::KeepKeys(vec![(command, key)])]
            }
        }
        Err(by) => {
            let what = in_words(lang, by);
            model.notice = Some(say::key_taken(lang, key.name(), &what));
            Vec::new()
        }
    }
}

/// Gives every command its usual key again.
pub(super) fn all_usual(model: &mut Model) -> Vec<Effect> {
    let usual = |it: usize| Some((it, REBINDABLE.get(it)?.usual));
    let changed = model.keys.changed().filter_map(usual).collect();
    model.take_keys(Keys::default());
    model.screen = Screen::List(List::Keys, 0);
    model.notice = Some(say::keys_are_usual(model.lang));
    vec![Effect::KeepKeys(changed)]
}

/// The line of the settings list that leads to the keys.
pub(super) fn entry(model: &Model) -> usize {
    let lines = items(model, &List::Settings);
    let leads_here = lines.iter().position(|it| it.act == Act::Show(List::Keys));
    leads_here.unwrap_or_default()
}

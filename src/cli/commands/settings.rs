//! `pouxi settings`: what is set, what is wrong in the file, and a fresh one on request.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::args::Settings as Words;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::settings::{
    self, CHOICES, KEYS, Loaded, Made, REBINDABLE, Settings, SettingsError, Trouble, Written,
};

/// The shape of `--json`.
#[derive(Serialize)]
struct Account {
    path: String,
    exists: bool,
    settings: BTreeMap<&'static str, serde_json::Value>,
    keys: BTreeMap<&'static str, &'static str>,
    faults: Vec<Fault>,
}

/// A thing that is wrong in the file.
#[derive(Serialize)]
struct Fault {
    line: usize,
    column: usize,
    message: String,
}

/// Says what counts, and what is wrong; makes the file first where that is wanted.
pub(in crate::cli) fn run(cx: &Cx, words: &Words) -> Result<Exit, Failure> {
    let root = cx.home.root();
    let mut made = None;
    if words.init {
        made = Some(settings::make(root)?);
    }
    let path = root.join(settings::FILE);
    let Loaded { settings, trouble } = settings::load(root);
    let (errors, whole) = match trouble {
        None => (Vec::new(), None),
        Some(Trouble::Errors(_, errors)) => (errors, None),
        Some(other) => (Vec::new(), Some(other)),
    };
    let shown = path.display().to_string();
    if words.json {
        give_json(&Account {
            path: shown.clone(),
            exists: path.is_file(),
            settings: values(settings).map(|it| (it.0, json(it.1))).collect(),
            keys: keys(settings).collect(),
            faults: errors.iter().map(|it| fault(cx, it)).collect(),
        })?;
    } else if let Some(made) = &made {
        give_lines([shown.as_str()])?;
        remark(&made.say(cx.lang));
    } else {
        let values = values(settings).map(|(name, value)| format!("{name} = {value}"));
        let head = format!("# {shown}");
        let keys = keys(settings).map(|(name, key)| format!("{name} = \"{key}\""));
        let lines: Vec<String> = (std::iter::once(head).chain(values))
            .chain([String::new(), "[keys]".to_owned()])
            .chain(keys)
            .collect();
        give_lines(lines.iter().map(String::as_str))?;
    }
    let is_new = matches!(made, Some(Made::New(_)));
    debug_assert!(!is_new || errors.is_empty(), "a fresh file is right");
    let mut said: Vec<String> = errors.iter().map(|it| it.say(cx.lang)).collect();
    match whole {
        // A file of a newer program is as it should be.
        Some(newer @ Trouble::Newer(..)) => remark(&newer.say(cx.lang)),
        Some(other) => said.push(other.say(cx.lang)),
        None => {}
    }
    if said.is_empty() {
        Ok(Exit::Done)
    } else {
        Err(Failure::SettingsFaults { path, lines: said })
    }
}

/// Every setting and what it is, in the order of the file.
fn values(settings: Settings) -> impl Iterator<Item = (&'static str, Written)> {
    KEYS.iter().filter_map(move |key| {
        let now = |it: &&settings::Choice| it.key == *key && settings.has(it.setting);
        CHOICES.iter().find(now).map(|it| (*key, it.written))
    })
}

/// Every command whose key can be changed, and the key.
fn keys(settings: Settings) -> impl Iterator<Item = (&'static str, &'static str)> {
    let key = move |(n, it): (usize, &'static settings::Rebindable)| {
        Some((it.name, settings.keys.key(n)?.name()))
    };
    REBINDABLE.iter().enumerate().filter_map(key)
}

fn json(value: Written) -> serde_json::Value {
    match value {
        Written::Word(it) => it.into(),
        Written::Number(it) => it.into(),
        Written::Flag(it) => it.into(),
    }
}

fn fault(cx: &Cx, error: &SettingsError) -> Fault {
    Fault {
        line: error.line,
        column: error.column,
        message: error.say(cx.lang),
    }
}

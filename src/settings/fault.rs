//! What is wrong in a settings file, and where. Does not know which file: that is its reader's to say.

use super::keys::{Key, NotGiven};
use super::messages as say;
use crate::locale::Lang;
use crate::template::Syntax;
use crate::typeset::{Ambiguous, truncate};

/// The cells a name from the file may take in a sentence.
const ROOM_FOR_A_NAME: usize = 32;

/// One thing wrong in a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The name it is about, as the file has it; empty where there is none.
    pub key: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong in a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is not TOML.
    Syntax(Syntax),
    /// No setting is called that.
    UnknownKey {
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// The setting cannot be that.
    UnknownValue {
        /// What was probably meant.
        nearest: Option<&'static str>,
        /// What it can be, as it is written.
        known: String,
    },
    /// No command is called that.
    UnknownCommand {
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// The key cannot be given to a command.
    NoKey(NotGiven),
    /// Another command has the key.
    TakenKey {
        /// That command.
        by: &'static str,
    },
    /// The text is not UTF-8.
    NotUtf8,
}

impl SettingsError {
    /// Says where it is, what is wrong and what to do, on one line.
    pub fn say(&self, lang: Lang) -> String {
        let what = self.fault.say(lang);
        if self.key.is_empty() {
            return say::at(lang, self.line, self.column, &what);
        }
        let key = shortened(&self.key);
        say::at_key(lang, self.line, self.column, &key, &what)
    }
}

impl Fault {
    fn say(&self, lang: Lang) -> String {
        match self {
            // The TOML reader's own words are English, and no help.
            Self::Syntax(Syntax::Other(_)) => say::not_toml(lang),
            Self::Syntax(syntax) => syntax.say(lang),
            Self::UnknownKey {
                nearest: Some(nearest),
            } => say::unknown_key_near(lang, nearest),
            Self::UnknownKey { nearest: None } => {
                say::unknown_key(lang, &super::KEYS.join(say::between(lang).as_str()))
            }
            Self::UnknownValue {
                nearest: Some(nearest),
                ..
            } => say::unknown_value_near(lang, nearest),
            Self::UnknownValue {
                nearest: None,
                known,
            } => say::unknown_value(lang, known),
            Self::UnknownCommand {
                nearest: Some(nearest),
            } => say::unknown_command_near(lang, nearest),
            Self::UnknownCommand { nearest: None } => {
                let names: Vec<&str> = super::REBINDABLE.iter().map(|it| it.name).collect();
                say::unknown_command(lang, &names.join(say::between(lang).as_str()))
            }
            Self::NoKey(why) => why.say(lang),
            Self::TakenKey { by } => say::taken_key(lang, by),
            Self::NotUtf8 => say::not_utf8(lang),
        }
    }
}

impl NotGiven {
    /// Says why a key cannot be given.
    pub fn why(self, lang: Lang) -> String {
        match self {
            Self::AnotherKey => say::key_is_another(lang),
            Self::Fixed => say::key_is_fixed(lang),
            Self::Elsewhere => say::key_is_elsewhere(lang),
            Self::Enough => say::key_is_enough(lang),
            Self::Unknown => say::key_is_unknown(lang),
        }
    }

    /// Says why a key cannot be given, and which can.
    fn say(self, lang: Lang) -> String {
        let of_ctrl = |it| match it {
            Key::Ctrl(letter) => Some(letter.to_ascii_uppercase().to_string()),
            Key::F(_) => None,
        };
        let letters: Vec<String> = Key::all().filter_map(of_ctrl).collect();
        say::key_use(lang, &self.why(lang), &letters.join(" "))
    }
}

fn shortened(name: &str) -> String {
    let short = truncate(name, ROOM_FOR_A_NAME, Ambiguous::Narrow);
    if short.len() < name.len() {
        format!("{short}...")
    } else {
        name.to_owned()
    }
}

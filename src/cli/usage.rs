//! Wrong words on the command line, said in the writer's language. What is wrong is `clap`'s to find out.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::Failure;
use super::messages as say;
use crate::locale::Lang;

/// Returns what is wrong with the words, and what to do. `command` is the one they name, in one word or more.
pub(super) fn failure(
    lang: Lang,
    error: &clap::Error,
    name: &str,
    command: &clap::Command,
) -> Failure {
    let one = |kind| text_of(lang, error, kind).filter(|it| !it.is_empty());
    let argument = one(ContextKind::InvalidArg).unwrap_or_default();
    let value = one(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = one(ContextKind::InvalidSubcommand).unwrap_or_default();
            say::unknown_command(lang, &word)
        }
        ErrorKind::UnknownArgument => say::unknown_argument(lang, &argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match value {
            Some(value) => say::bad_value(lang, &value, &argument),
            None => say::no_value(lang, &argument),
        },
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            say::no_value(lang, &argument)
        }
        ErrorKind::MissingRequiredArgument => say::missing(lang, &argument),
        ErrorKind::ArgumentConflict => match one(ContextKind::PriorArg) {
            Some(other) if other != argument => say::conflict(lang, &argument, &other),
            _ => say::too_many(lang, &argument),
        },
        ErrorKind::TooManyValues => say::unknown_argument(lang, &value.unwrap_or(argument)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let known = command.get_subcommands().map(clap::Command::get_name);
            say::no_command(lang, &known.collect::<Vec<_>>().join(comma(lang)))
        }
        ErrorKind::InvalidUtf8 => say::not_utf8(lang),
        _ => say::other_words(lang),
    };
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let mut hint = Vec::new();
    if let Some(word) = suggested.into_iter().find_map(one) {
        hint.push(say::probably(lang, &word));
    }
    if let Some(known) = one(ContextKind::ValidValue) {
        hint.push(say::one_of(lang, &known));
    }
    hint.push(say::see_help(lang, name));
    let hint = match lang {
        Lang::Zh => hint.concat(),
        Lang::En => hint.join(" "),
    };
    Failure::Usage { what, hint }
}

/// Returns what `clap` has to say about one thing, several with commas between.
fn text_of(lang: Lang, error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(it) => Some(it.clone()),
        ContextValue::Strings(all) => Some(all.join(comma(lang))),
        ContextValue::Number(it) => Some(it.to_string()),
        ContextValue::Bool(it) => Some(it.to_string()),
        ContextValue::StyledStr(it) => Some(it.to_string()),
        _ => None,
    }
}

/// What stands between the words of a list.
fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

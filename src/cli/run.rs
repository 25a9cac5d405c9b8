//! One run: from words to an exit code.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use super::args::{self, Command, HistoryCommand, LangChoice, TemplateCommand, Words};
use super::commands::{
    archive, check, completions, copy, delete, doctor, due, duplicate, export, from_notice,
    history, import, list, man, new, path, rename, restore, resume, review, rules, settings, show,
    start, template, template_keep, trash,
};
use super::cx::Cx;
use super::encoding;
use super::environment;
use super::exit::Exit;
use super::failure::Failure;
use super::{page, talk, usage};
use crate::locale::Lang;

/// Returns everything that can be asked of the program, with its help in one language.
pub fn command(lang: Lang) -> clap::Command {
    page::localise(Words::command(), lang, &|_| true)
}

/// Returns the same with a page for the commands that the words name, in whatever order.
fn command_of(words: &[OsString], lang: Lang) -> clap::Command {
    let named = |part: &str| words.iter().any(|it| it == part);
    page::localise(Words::command(), lang, &|name| {
        name.split_whitespace().all(named)
    })
}

/// Does what the words of the command line ask for, the program's own name among them. Returns how it ended.
pub fn run(words: impl IntoIterator<Item = OsString>) -> Exit {
    let words: Vec<OsString> = words.into_iter().collect();
    if let Some(it) = value_of(&words, "--encoding").and_then(|it| encoding::parse(it).ok()) {
        encoding::set(it);
    } else if let Some(it) = environment::other_charset().filter(|it| it != "ASCII")
        && let Ok(it) = encoding::parse(&it)
    {
        encoding::set_terminals(it);
    }
    let loaded = environment::data_folder(value_of(&words, "--home").map(PathBuf::from))
        .map(|home| crate::settings::load(&home))
        .unwrap_or_default();
    let lang = lang_of(&words)
        .or_else(environment::own_lang)
        .or(loaded.settings.language)
        .unwrap_or_else(environment::lang);
    // Only where words are wrong, or ask for help, are all commands described.
    let parsed = args::in_short(&words)
        .try_get_matches_from(&words)
        .or_else(|it| match it.kind() {
            ErrorKind::DisplayVersion => Err(it),
            _ => command_of(&words, lang).try_get_matches_from(&words),
        })
        .and_then(|it| Words::from_arg_matches(&it));
    let Words { global, command } = match parsed {
        Ok(it) => it,
        Err(it) => return wrong_words(lang, &words, &it),
    };
    let cx = match Cx::new(lang, global, loaded) {
        Ok(cx) => cx,
        Err(failure) => {
            talk::complain(lang, &failure, false);
            return failure.exit();
        }
    };
    match dispatch(&cx, command) {
        Ok(exit) => exit,
        Err(failure) => {
            let exit = failure.exit();
            if exit != Exit::Done {
                cx.complain(&failure);
            }
            exit
        }
    }
}

fn dispatch(cx: &Cx, command: Option<Command>) -> Result<Exit, Failure> {
    let has_screen = match &command {
        None | Some(Command::Resume(_)) => true,
        Some(Command::New(it)) => !it.no_ui,
        Some(_) => false,
    };
    // That command says everything that is wrong, by itself.
    if !has_screen && !matches!(command, Some(Command::Settings(_))) {
        cx.warn_of_settings();
    }
    match command {
        None => start::run(cx),
        Some(Command::New(it)) => new::run(cx, it),
        Some(Command::Resume(it)) => resume::run(cx, &it),
        Some(Command::List(it)) => list::run(cx, &it),
        Some(Command::Show(it)) => show::run(cx, &it),
        Some(Command::Check(it)) => check::run(cx, &it),
        Some(Command::Review(it)) => review::run(cx, &it),
        Some(Command::Explain(it)) => rules::explain(cx, &it),
        Some(Command::Rules(it)) => rules::list(cx, &it),
        Some(Command::Export(it)) => export::run(cx, &it),
        Some(Command::Copy(it)) => copy::run(cx, &it),
        Some(Command::Import(it)) => import::run(cx, &it),
        Some(Command::Rename(it)) => rename::run(cx, &it),
        Some(Command::Duplicate(it)) => duplicate::run(cx, &it),
        Some(Command::Due(it)) => due::run(cx, &it),
        Some(Command::Archive(it)) => archive::run(cx, &it),
        Some(Command::Delete(it)) => delete::run(cx, &it),
        Some(Command::Trash(it)) => trash::run(cx, &it),
        Some(Command::Restore(it)) => restore::run(cx, &it),
        Some(Command::History(it)) => match &it.command {
            None => history::list(cx, &it),
            Some(HistoryCommand::Compare(it)) => history::compare(cx, it),
            Some(HistoryCommand::Restore(it)) => history::restore(cx, it),
            Some(HistoryCommand::Forget(it)) => history::forget(cx, it),
        },
        Some(Command::Template(it)) => match it.command {
            TemplateCommand::List(it) => template::list(cx, &it),
            TemplateCommand::Show(it) => template::show(cx, &it),
            TemplateCommand::Check(it) => template::check(cx, &it),
            TemplateCommand::New(it) => template_keep::new(cx, &it),
            TemplateCommand::Add(it) => template_keep::add(cx, &it),
            TemplateCommand::FromNotice(it) => from_notice::run(cx, &it),
        },
        Some(Command::Doctor(it)) => doctor::run(cx, &it),
        Some(Command::Settings(it)) => settings::run(cx, &it),
        Some(Command::Path(it)) => path::run(cx, &it),
        Some(Command::Completions(it)) => completions::run(cx, &it),
        Some(Command::Man(it)) => man::run(cx, &it),
    }
}

/// Returns the language that the words ask for, before they are read as a whole: help and errors need it.
fn lang_of(words: &[OsString]) -> Option<Lang> {
    match value_of(words, "--lang")? {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// Returns what an option is given, before the words are read as a whole.
fn value_of<'w>(words: &'w [OsString], option: &str) -> Option<&'w str> {
    let words = words.iter().map(|it| it.to_str().unwrap_or_default());
    let mut words = words.take_while(|it| *it != "--");
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => return words.next(),
            Some(rest) if rest.starts_with('=') => return rest.strip_prefix('='),
            Some(_) | None => {}
        }
    }
    None
}

impl From<LangChoice> for Lang {
    fn from(choice: LangChoice) -> Self {
        match choice {
            LangChoice::Zh => Self::Zh,
            LangChoice::En => Self::En,
        }
    }
}

/// Answers words that are no command: help that was asked for, or what is wrong with them.
fn wrong_words(lang: Lang, words: &[OsString], error: &clap::Error) -> Exit {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let text = error.render().to_string();
        let text = encoding::write(&io::stdout(), text.as_bytes());
        return match io::stdout().write_all(&text) {
            Ok(()) => Exit::Done,
            Err(it) => Failure::Output(it).exit(),
        };
    }
    let (name, command) = command_in(words);
    let failure = usage::failure(lang, error, &name, &command);
    let colours = io::stderr().is_terminal() && !environment::wants_no_colour();
    talk::complain(lang, &failure, colours);
    failure.exit()
}

/// Returns the command that the words name, as far as they name one.
fn command_in(words: &[OsString]) -> (String, clap::Command) {
    let mut found = Words::command();
    let mut path = "pouxi".to_owned();
    for word in words.iter().skip(1).filter_map(|it| it.to_str()) {
        let Some(next) = found.find_subcommand(word).cloned() else {
            continue;
        };
        path = format!("{path} {word}");
        found = next;
    }
    (path, found)
}

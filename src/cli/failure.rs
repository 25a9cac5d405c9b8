//! Why a command could not do what it was asked: what, where, why, what to do next, and the exit code.

use std::io;
use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::messages as say;
use crate::check::RULES;
use crate::export::layout::LAYOUTS;
use crate::import::answers::AnswerError;
use crate::import::container::Unreadable;
use crate::locale::Lang;
use crate::store::{StoreError, messages as store_say};
use crate::template::TemplateError;
use crate::template::nearest::nearest;

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// The words on the command line are wrong; already said, with what to do.
    Usage { what: String, hint: String },
    /// Files would not.
    Store(StoreError),
    /// A file to hand on cannot be written; a folder that can be written to.
    NotSaved {
        error: StoreError,
        instead: Option<PathBuf>,
    },
    /// A file to write is there already.
    Exists(PathBuf),
    /// A draft's files hold nothing that can be read.
    Damaged { path: PathBuf },
    /// There is no data folder.
    NoHome,
    /// The full screen was asked for without a terminal.
    NoTerminal,
    /// A terminal is to be looked at, and there is none.
    NoTerminalToSee,
    /// The full screen was asked for, and asking nothing as well.
    NoInput,
    /// The terminal would not.
    Screen(io::Error),
    /// What cannot be taken back must be confirmed and nobody can be asked; what it is, in words.
    NeedsYes { what: String },
    /// The draft has no version of that number.
    NoVersion { rev: u64 },
    /// No template is called that; the nearest name there is, if one is near.
    NoTemplate { id: String, nearest: Option<String> },
    /// A template file has something wrong in it.
    TemplateFaults {
        name: String,
        errors: Vec<TemplateError>,
    },
    /// No layout is called that, and no file either.
    NoLayout { id: String },
    /// A layout file has something wrong in it.
    LayoutFaults {
        name: String,
        errors: Vec<TemplateError>,
    },
    /// A rubric has something wrong in it.
    RubricFaults {
        name: String,
        errors: Vec<TemplateError>,
    },
    /// The writer's own word lists have something wrong in them; already said, a line each.
    WordFaults(Vec<String>),
    /// The settings file has something wrong in it: what, a line each.
    SettingsFaults { path: PathBuf, lines: Vec<String> },
    /// A notice names no dimensions, so that no template can be kept of it.
    NoDimensions { name: String },
    /// A template of the writer's own would have the id of a built-in one.
    TemplateIdBuiltIn { id: String },
    /// No rule is called that.
    NoRule { name: String },
    /// The report has no section of that number.
    NoSection {
        number: usize,
        sections: Vec<String>,
    },
    /// A file to read would not be read.
    Unreadable { path: PathBuf, source: io::Error },
    /// An answer file has something wrong in it.
    Answers {
        name: String,
        errors: Vec<AnswerError>,
    },
    /// A file to import cannot be read.
    Unimportable { name: String, why: Unreadable },
    /// What is named is neither a draft nor a file.
    NoDraftNoFile { name: String },
    /// A file that should be a text is none.
    NoWords { name: String },
    /// A file to read as a ledger has no heads of one.
    NoLedger { name: String },
    /// A file holds several texts, and nobody said which.
    SeveralTexts { name: String, titles: Vec<String> },
    /// A file holds no text of that number.
    NoText {
        name: String,
        number: usize,
        titles: Vec<String>,
    },
    /// No clipboard took the text; already said, with what is left.
    NotCopied(String),
    /// The report is empty.
    NothingToCopy(String),
    /// Standard output would not take the result.
    Output(io::Error),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Failure {
    /// Returns how the run ends. A closed pipe is no failure: whoever reads has enough.
    pub(super) fn exit(&self) -> Exit {
        match self {
            Self::Usage { .. }
            | Self::NoTerminal
            | Self::NoTerminalToSee
            | Self::NoInput
            | Self::NeedsYes { .. } => Exit::Usage,
            Self::Store(error) => match error {
                StoreError::Io { .. } | StoreError::Gone { .. } | StoreError::Replaced { .. } => {
                    Exit::Io
                }
                StoreError::NotFound { .. } | StoreError::Ambiguous { .. } => Exit::NotFound,
                StoreError::Newer { .. } | StoreError::Busy { .. } | StoreError::TakenOver => {
                    Exit::Refused
                }
            },
            Self::NoDraftNoFile { .. }
            | Self::NoTemplate { .. }
            | Self::NoLayout { .. }
            | Self::NoRule { .. }
            | Self::NoSection { .. }
            | Self::NoVersion { .. }
            | Self::SeveralTexts { .. }
            | Self::NoText { .. } => Exit::NotFound,
            Self::Unreadable { source, .. } if source.kind() == io::ErrorKind::NotFound => {
                Exit::NotFound
            }
            Self::Exists(_)
            | Self::Damaged { .. }
            | Self::Answers { .. }
            | Self::Unimportable { .. }
            | Self::NoWords { .. }
            | Self::NoLedger { .. }
            | Self::TemplateFaults { .. }
            | Self::LayoutFaults { .. }
            | Self::RubricFaults { .. }
            | Self::WordFaults(_)
            | Self::SettingsFaults { .. }
            | Self::TemplateIdBuiltIn { .. }
            | Self::NoDimensions { .. }
            | Self::NothingToCopy(_) => Exit::Refused,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
            Self::NoHome
            | Self::NotSaved { .. }
            | Self::Screen(_)
            | Self::Unreadable { .. }
            | Self::NotCopied(_)
            | Self::Output(_) => Exit::Io,
        }
    }

    /// Says what happened and what to do next. The first may have several lines, the second may be empty.
    pub(super) fn say(&self, lang: Lang) -> (String, String) {
        match self {
            Self::Usage { what, hint } => (what.clone(), hint.clone()),
            Self::Store(error) => store_say::describe(lang, error),
            Self::NotSaved { error, instead } => not_saved(lang, error, instead.as_deref()),
            Self::Exists(path) => {
                let path = path.display().to_string();
                (say::exists(lang, &path), store_say::exists_hint(lang))
            }
            Self::Damaged { path } => {
                let path = path.display().to_string();
                (say::damaged(lang, &path), say::damaged_hint(lang))
            }
            Self::NoHome => (say::no_home(lang), say::no_home_hint(lang)),
            Self::NoTerminal => (say::no_terminal(lang), String::new()),
            Self::NoTerminalToSee => say_no_terminal_to_see(lang),
            Self::NoInput => (say::no_input(lang), String::new()),
            Self::Screen(error) => (
                say::screen(lang, &error.to_string()),
                say::screen_hint(lang),
            ),
            Self::NeedsYes { what } => (what.clone(), say::needs_yes_hint(lang)),
            Self::NoVersion { rev } => (say::no_version(lang, *rev), say::no_version_hint(lang)),
            Self::NoTemplate { id, nearest } => {
                let hint = match nearest {
                    Some(nearest) => say::no_template_near(lang, nearest),
                    None => say::no_template_hint(lang),
                };
                (say::no_template(lang, id), hint)
            }
            Self::NoLayout { id } => no_layout(lang, id),
            Self::LayoutFaults { name, errors } => {
                let what = faults(lang, say::bad_layout(lang, name), errors);
                (what, say::bad_layout_hint(lang))
            }
            Self::NoRule { name } => {
                let hint = match nearest(name, RULES.iter().map(|it| it.name)) {
                    Some(nearest) => say::no_rule_near(lang, nearest),
                    None => say::no_rule_hint(lang),
                };
                (say::no_rule(lang, name), hint)
            }
            Self::TemplateFaults { name, errors } => {
                let what = faults(lang, say::bad_template(lang, name), errors);
                (what, say::bad_template_hint(lang))
            }
            Self::RubricFaults { name, errors } => {
                let what = faults(lang, say::bad_rubric(lang, name), errors);
                (what, say::bad_rubric_hint(lang))
            }
            Self::WordFaults(lines) => {
                let what = say::bad_words(lang);
                (below(what, lines), say::bad_words_hint(lang))
            }
            Self::SettingsFaults { path, lines } => settings_faults(lang, path, lines),
            Self::NoDimensions { name } => (
                say::no_dimensions(lang, name),
                say::no_dimensions_hint(lang),
            ),
            Self::TemplateIdBuiltIn { id } => {
                (say::id_built_in(lang, id), say::id_built_in_hint(lang, id))
            }
            Self::NoSection { number, sections } => {
                let what = below(say::no_section(lang, *number), sections);
                (what, say::no_section_hint(lang))
            }
            Self::Unreadable { path, source } => {
                let path = path.display().to_string();
                let (why, hint) = store_say::reason(lang, source);
                (
                    store_say::io(lang, &store_say::read(lang), &path, &why),
                    hint,
                )
            }
            Self::Answers { name, errors } => {
                let what = std::iter::once(say::answers(lang, name));
                let lines: Vec<String> = what.chain(errors.iter().map(|it| it.say(lang))).collect();
                (lines.join("\n"), say::answers_hint(lang))
            }
            Self::Unimportable { name, why } => {
                let (what, hint) = why.say(lang);
                (say::unimportable(lang, name, &what), hint)
            }
            Self::NoDraftNoFile { name } => no_draft_no_file(lang, name),
            Self::NoWords { name } => (say::no_words(lang, name), store_say::too_long_hint(lang)),
            Self::NoLedger { name } => (say::no_ledger(lang, name), say::no_ledger_hint(lang)),
            Self::SeveralTexts { name, titles } => (
                listed(lang, say::several_texts(lang, name, titles.len()), titles),
                say::several_texts_hint(lang),
            ),
            Self::NoText {
                name,
                number,
                titles,
            } => (
                listed(lang, say::no_text(lang, name, *number), titles),
                say::several_texts_hint(lang),
            ),
            Self::NotCopied(what) | Self::NothingToCopy(what) => (what.clone(), String::new()),
            Self::Output(error) => (say::output(lang, &error.to_string()), String::new()),
        }
    }

    /// Returns the system's own words, for who wants to know.
    pub(super) fn detail(&self) -> Option<String> {
        match self {
            Self::Store(error @ StoreError::Io { .. }) | Self::NotSaved { error, .. } => {
                Some(error.to_string())
            }
            Self::Screen(error) | Self::Output(error) | Self::Unreadable { source: error, .. } => {
                Some(error.to_string())
            }
            Self::Usage { .. }
            | Self::Store(_)
            | Self::Exists(_)
            | Self::Damaged { .. }
            | Self::NoHome
            | Self::NoTerminal
            | Self::NoTerminalToSee
            | Self::NoInput
            | Self::NeedsYes { .. }
            | Self::NoTemplate { .. }
            | Self::NoLayout { .. }
            | Self::NoRule { .. }
            | Self::TemplateFaults { .. }
            | Self::LayoutFaults { .. }
            | Self::RubricFaults { .. }
            | Self::WordFaults(_)
            | Self::SettingsFaults { .. }
            | Self::TemplateIdBuiltIn { .. }
            | Self::NoDimensions { .. }
            | Self::NoSection { .. }
            | Self::NoVersion { .. }
            | Self::Answers { .. }
            | Self::Unimportable { .. }
            | Self::NoDraftNoFile { .. }
            | Self::NoWords { .. }
            | Self::NoLedger { .. }
            | Self::SeveralTexts { .. }
            | Self::NoText { .. }
            | Self::NotCopied(_)
            | Self::NothingToCopy(_) => None,
        }
    }
}

/// Says that there is no terminal to look at, and what to do.
fn say_no_terminal_to_see(lang: Lang) -> (String, String) {
    let hint = say::no_terminal_to_see_hint(lang);
    (say::no_terminal_to_see(lang), hint)
}

/// Says that neither a draft nor a file is called that; a folder is no file, and there is a command for it.
fn no_draft_no_file(lang: Lang, name: &str) -> (String, String) {
    if Path::new(name).is_dir() {
        let hint = say::folder_for_one_hint(lang, name);
        return (say::folder_for_one(lang, name), hint);
    }
    let hint = store_say::not_found_hint(lang);
    (say::no_draft_no_file(lang, name), hint)
}

/// Says that no layout is called that, and which one was probably meant.
fn no_layout(lang: Lang, id: &str) -> (String, String) {
    let ids = || LAYOUTS.iter().map(|it| it.0);
    let hint = match nearest(id, ids()) {
        Some(nearest) => say::no_layout_near(lang, nearest),
        None => say::no_layout_hint(lang, &ids().collect::<Vec<_>>().join(", ")),
    };
    (say::no_layout(lang, id), hint)
}

/// Returns what is wrong with a file, and below it every fault on a line of its own.
fn faults(lang: Lang, what: String, errors: &[TemplateError]) -> String {
    let lines = errors.iter().map(|it| it.say(lang));
    let lines: Vec<String> = std::iter::once(what).chain(lines).collect();
    lines.join("\n")
}

/// Says why a file was not saved, and where it could be.
fn not_saved(lang: Lang, error: &StoreError, instead: Option<&Path>) -> (String, String) {
    let (what, hint) = store_say::describe(lang, error);
    let instead = instead.map(|it| it.display().to_string());
    (
        what,
        instead.map_or(hint, |it| say::save_elsewhere(lang, &it)),
    )
}

/// Returns a sentence and the titles of texts by their numbers.
fn listed(lang: Lang, what: String, titles: &[String]) -> String {
    let numbered = titles.iter().enumerate();
    let titles = numbered.map(|(idx, it)| say::text_at(lang, idx + 1, it));
    let lines: Vec<String> = std::iter::once(what).chain(titles).collect();
    lines.join("\n")
}

/// Says what is wrong in the settings file.
fn settings_faults(lang: Lang, path: &Path, lines: &[String]) -> (String, String) {
    let what = say::bad_settings(lang, &path.display().to_string());
    (below(what, lines), say::bad_settings_hint(lang))
}

/// A sentence, and a line each below it.
fn below(what: String, lines: &[String]) -> String {
    let lines: Vec<String> = std::iter::once(what).chain(lines.iter().cloned()).collect();
    lines.join("\n")
}

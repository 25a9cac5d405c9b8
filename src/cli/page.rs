//! The page of help of a command, laid out in one language for 80 columns, and put in the place of clap's own.

use clap::{Arg, Command};

use super::help::{self, CommandHelp};
use super::messages as say;
use crate::locale::Lang;
use crate::typeset::{Ambiguous, Layout, text_width};

/// How wide a page is.
const COLUMNS: u16 = 80;
/// Where what is said of an argument begins, unless the argument is longer.
const MARGIN: usize = 26;

/// Gives every argument its words, and the commands that are `wanted` by their names their pages. The program itself
/// has an empty name.
pub(super) fn localise(command: Command, lang: Lang, wanted: &dyn Fn(&str) -> bool) -> Command {
    localise_as(command, "", lang, wanted)
}

fn localise_as(
    mut command: Command,
    name: &str,
    lang: Lang,
    wanted: &dyn Fn(&str) -> bool,
) -> Command {
    let help = help::of(name).expect("every command has its help, by a test");
    let arguments: Vec<Arg> = command.get_arguments().cloned().collect();
    for it in arguments {
        let id = it.get_id().to_string();
        let words = words_of(help, &id).expect("every argument has its help, by a test");
        let kind = it.get_value_names().and_then(|it| it.first());
        let kind = kind.and_then(|it| help::value(lang, it));
        command = command.mut_arg(id, |it| {
            let it = it.help(words.to(lang));
            match kind {
                Some(kind) => it.value_name(kind),
                None => it,
            }
        });
    }
    let names: Vec<String> = (command.get_subcommands())
        .map(|it| it.get_name().to_owned())
        .collect();
    for it in names {
        let path = format!("{name} {it}");
        command = command.mut_subcommand(it, |it| localise_as(it, path.trim(), lang, wanted));
    }
    if wanted(name) {
        let page = page(&command, help, lang);
        command = command.override_help(page);
    }
    command.about(help.about.to(lang))
}

/// Returns what is said of an argument: by its command, or by the program for what every command takes.
fn words_of(help: &CommandHelp, id: &str) -> Option<help::Both> {
    let general = help::of("")?;
    let mut all = help.arguments.iter().chain(general.arguments);
    all.find(|(it, _)| *it == id).map(|(_, words)| *words)
}

/// ```text
/// 新写一份
///
/// 用法：
///   pouxi new [选项]
///
/// 选项：
///   --template <编号>       用哪个模板，编号见 pouxi template list
///
/// 例子：
///   pouxi new --from last
///                           对照去年的一份写今年的
/// ```
fn page(command: &Command, help: &CommandHelp, lang: Lang) -> String {
    let mut page = Page::default();
    page.words(0, help.about.to(lang));
    for it in help.details.to(lang).lines() {
        page.blank();
        page.words(0, it);
    }
    page.heading(&say::usage(lang));
    page.words(2, &usage_of(command, help, lang));
    if command.has_subcommands() {
        page.heading(&say::commands(lang));
        for it in command.get_subcommands() {
            let about = it.get_about().map(ToString::to_string);
            page.entry(it.get_name(), &about.unwrap_or_default());
        }
    }
    page.arguments(&say::arguments(lang), command.get_positionals());
    page.arguments(&say::options(lang), options(command));
    if !help.name.is_empty() {
        page.blank();
        page.words(0, &say::general_options(lang));
    }
    page.heading(&say::examples(lang));
    for (line, words) in help.examples {
        page.entry(line, words.to(lang));
    }
    page.text
}

/// Returns what begins with a hyphen.
pub(super) fn options(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|it| !it.is_positional())
}

/// Returns the usage of a command: `pouxi new [options]`.
pub(super) fn usage_of(command: &Command, help: &CommandHelp, lang: Lang) -> String {
    let mut usage = format!("pouxi {}", help.name).trim().to_owned();
    if options(command).next().is_some() {
        usage = format!("{usage} [{}]", say::options_word(lang));
    }
    for it in command.get_positionals() {
        usage = format!("{usage} {}", shape_of(it));
    }
    if command.has_subcommands() {
        let kind = help::value(lang, "COMMAND").unwrap_or("COMMAND");
        let is_needed = command.is_subcommand_required_set();
        usage = if is_needed {
            format!("{usage} <{kind}>")
        } else {
            format!("{usage} [{kind}]")
        };
    }
    usage
}

/// Returns how an argument is written: `<FILE>`, `[FILE]`, `-o, --output <FILE>`.
pub(super) fn shape_of(argument: &Arg) -> String {
    let takes_values = argument.get_action().takes_values();
    let kinds = argument.get_value_names().unwrap_or_default();
    let kind = kinds.first().map_or("", |it| it.as_str());
    if argument.is_positional() {
        return if argument.is_required_set() {
            format!("<{kind}>")
        } else {
            format!("[{kind}]")
        };
    }
    let names = [
        argument.get_short().map(|it| format!("-{it}")),
        argument.get_long().map(|it| format!("--{it}")),
    ];
    let names: Vec<String> = names.into_iter().flatten().collect();
    let names = names.join(", ");
    if takes_values {
        format!("{names} <{kind}>")
    } else {
        names
    }
}

/// A page being written.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn heading(&mut self, words: &str) {
        self.blank();
        self.words(0, words);
    }

    fn arguments<'a>(&mut self, heading: &str, arguments: impl Iterator<Item = &'a Arg>) {
        let shown: Vec<&Arg> = arguments.filter(|it| !it.is_hide_set()).collect();
        if shown.is_empty() {
            return;
        }
        self.heading(heading);
        for it in shown {
            let words = it.get_help().map(ToString::to_string);
            self.entry(&shape_of(it), &words.unwrap_or_default());
        }
    }

    /// Writes a name and what is said of it: on one line if the name is short.
    fn entry(&mut self, name: &str, words: &str) {
        let width = text_width(name, Ambiguous::Narrow);
        if width + 4 > MARGIN {
            self.words(2, name);
            self.words(MARGIN, words);
            return;
        }
        let start = self.text.len();
        self.words(MARGIN, words);
        let blanks = " ".repeat(MARGIN - 2 - width);
        self.text
            .replace_range(start..start + MARGIN, &format!("  {name}{blanks}"));
    }

    /// Writes words from a column on, as many rows as they need.
    fn words(&mut self, column: usize, words: &str) {
        let columns = COLUMNS - u16::try_from(column).unwrap_or_default();
        let layout = Layout::new(words, columns, Ambiguous::Narrow);
        for row in layout.rows() {
            let row = words.get(row.start..row.end).unwrap_or_default().trim();
            if !row.is_empty() {
                self.text.push_str(&" ".repeat(column));
                self.text.push_str(row);
                self.text.push('\n');
            }
        }
    }
}

//! The manual page of a command, from the same table as `--help`. Made with `roff` and not with `clap_mangen`, whose
//! headings and usage lines are English.

use clap::{Arg, Command};
use roff::{Inline, Roff, bold, roman};

use super::help;
use super::messages as say;
use super::page::{options, shape_of, usage_of};
use crate::locale::Lang;

/// Returns the name of the file of a command's page: `pouxi-template-list.1`.
pub(super) fn file_name(name: &str) -> String {
    format!("{}.1", title(name))
}

/// Returns the page of a command in roff. The command must have its words in this language.
pub(super) fn page(command: &Command, name: &str, lang: Lang) -> String {
    let help = help::of(name).expect("every command has its help, by a test");
    let mut page = Roff::new();
    let source = format!("pouxi {}", env!("CARGO_PKG_VERSION"));
    page.control("TH", [title(name).as_str(), "1", "", source.as_str(), ""]);
    heading(&mut page, &say::man_name(lang));
    page.text([roman(format!("{} - {}", title(name), help.about.to(lang)))]);
    heading(&mut page, &say::man_usage(lang));
    page.text([bold(usage_of(command, help, lang))]);
    let details = help.details.to(lang);
    if !details.is_empty() {
        heading(&mut page, &say::man_description(lang));
        for it in details.lines() {
            page.control("PP", []);
            page.text([roman(it)]);
        }
    }
    if command.has_subcommands() {
        heading(&mut page, &say::man_commands(lang));
        for it in command.get_subcommands() {
            let whole = format!("{name} {}", it.get_name());
            let about = it.get_about().map(ToString::to_string);
            let about = format!("{} ({}(1))", about.unwrap_or_default(), title(whole.trim()));
            entry(&mut page, it.get_name(), &about);
        }
    }
    arguments(
        &mut page,
        &say::man_arguments(lang),
        command.get_positionals(),
    );
    arguments(&mut page, &say::man_options(lang), options(command));
    if !name.is_empty() {
        page.control("PP", []);
        page.text([roman(say::general_options(lang))]);
    }
    heading(&mut page, &say::man_examples(lang));
    for (line, words) in help.examples {
        entry(&mut page, line, words.to(lang));
    }
    page.render()
}

/// Returns the name of a page: `pouxi-template-list`.
fn title(name: &str) -> String {
    format!("pouxi {name}").trim().replace(' ', "-")
}

fn heading(page: &mut Roff, words: &str) {
    page.control("SH", [words]);
}

fn arguments<'a>(page: &mut Roff, words: &str, arguments: impl Iterator<Item = &'a Arg>) {
    let shown: Vec<&Arg> = arguments.filter(|it| !it.is_hide_set()).collect();
    if shown.is_empty() {
        return;
    }
    heading(page, words);
    for it in shown {
        let words = it.get_help().map(ToString::to_string);
        entry(page, &shape_of(it), &words.unwrap_or_default());
    }
}

/// A name, and below it what is said of it.
fn entry(page: &mut Roff, name: &str, words: &str) {
    page.control("TP", []);
    let name: Vec<Inline> = vec![bold(name)];
    page.text(name);
    page.text([roman(words)]);
}

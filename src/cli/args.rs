//! The words of the command line as data. Their help stands in [`help`](super::help), in both languages.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::check::WordList;
use crate::clipboard::Via;
use crate::desk;
use crate::export::FORMATS;
use crate::export::lists::Kind;

/// The word for the template that fits a text best.
pub(super) const AUTO: &str = "auto";

#[derive(Debug, Parser)]
#[command(
    name = "pouxi",
    version,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(super) struct Words {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) home: Option<PathBuf>,
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub(super) lang: Option<LangChoice>,
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value_t = ColourChoice::Auto
    )]
    pub(super) color: ColourChoice,
    #[arg(long, global = true)]
    pub(super) plain: bool,
    #[arg(long, global = true, value_name = "NAME", value_parser = super::encoding::parse)]
    pub(super) encoding: Option<&'static encoding_rs::Encoding>,
    #[arg(long, global = true)]
    pub(super) no_input: bool,
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangChoice {
    Zh,
    En,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ColourChoice {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(New),
    Resume(Resume),
    List(List),
    Show(Show),
    Check(Check),
    Review(Review),
    Explain(Explain),
    Rules(Rules),
    Export(Export),
    Copy(Copy),
    Import(Import),
    Rename(Rename),
    Due(Due),
    Duplicate(Duplicate),
    Archive(Archive),
    Delete(Delete),
    Trash(Trash),
    Restore(Restore),
    History(History),
    Template(Template),
    Doctor(Doctor),
    Settings(Settings),
    Path(Path),
    Completions(Completions),
    Man(Man),
}

/// Gives a command its arguments.
type Augment = fn(clap::Command) -> clap::Command;

/// The arguments of each command, by its name.
const ARGUMENTS: [(&str, Augment); 25] = [
    ("new", New::augment_args),
    ("resume", Resume::augment_args),
    ("list", List::augment_args),
    ("show", Show::augment_args),
    ("check", Check::augment_args),
    ("review", Review::augment_args),
    ("explain", Explain::augment_args),
    ("rules", Rules::augment_args),
    ("export", Export::augment_args),
    ("copy", Copy::augment_args),
    ("import", Import::augment_args),
    ("rename", Rename::augment_args),
    ("due", Due::augment_args),
    ("duplicate", Duplicate::augment_args),
    ("archive", Archive::augment_args),
    ("delete", Delete::augment_args),
    ("trash", Trash::augment_args),
    ("restore", Restore::augment_args),
    ("history", History::augment_args),
    ("template", Template::augment_args),
    ("doctor", Doctor::augment_args),
    ("settings", Settings::augment_args),
    ("path", Path::augment_args),
    ("completions", Completions::augment_args),
    ("man", Man::augment_args),
];

/// Returns what `Words::command()` describes, with no other commands than those that stand among the words. What these
/// make of right words is the same; of wrong words it knows only that they are wrong.
///
/// Every start comes through here, and to describe all commands is most of what a start would do.
pub(super) fn in_short(words: &[OsString]) -> clap::Command {
    let program = clap::Command::new("pouxi")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true);
    let named = |name: &str| words.iter().skip(1).any(|it| it == name);
    let named = ARGUMENTS.iter().filter(|(name, _)| named(name));
    let commands = named.map(|(name, augment)| augment(clap::Command::new(*name)));
    Global::augment_args(program).subcommands(commands)
}

#[derive(Debug, Args)]
pub(super) struct New {
    #[arg(long, value_name = "ID")]
    pub(super) template: Option<String>,
    #[arg(long, value_name = "TITLE")]
    pub(super) title: Option<String>,
    #[arg(long, value_name = "DRAFT|FILE")]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) answers: Option<PathBuf>,
    #[arg(long)]
    pub(super) no_ui: bool,
    #[arg(long, requires = "no_ui")]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Resume {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long)]
    pub(super) archived: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long)]
    pub(super) fix: bool,
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(super) fail_on: FailOn,
    #[arg(long, value_name = "N")]
    pub(super) text: Option<usize>,
    #[arg(long, value_name = "OTHER")]
    pub(super) against: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) rubric: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Review {
    #[arg(value_name = "FOLDER")]
    pub(super) folder: PathBuf,
    #[arg(long)]
    pub(super) drafts: bool,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long, value_name = "FILE")]
    pub(super) html: Option<PathBuf>,
    #[arg(long, requires = "html")]
    pub(super) force: bool,
    #[arg(long, value_name = "FILE")]
    pub(super) rubric: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(super) fail_on: FailOn,
}

/// From which severity on findings make the run end with 1.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warn,
    Info,
    Never,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    #[arg(value_name = "RULE")]
    pub(super) rule: String,
}

#[derive(Debug, Args)]
pub(super) struct Rules {
    #[arg(long, value_name = "LIST", value_parser = PossibleValuesParser::new(word_lists()))]
    pub(super) words: Option<String>,
    #[arg(long, conflicts_with = "words")]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(long, value_name = "FORMAT", default_value = "md", value_parser = PossibleValuesParser::new(desk::formats()))]
    pub(super) format: String,
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) half_width_parentheses: bool,
    #[arg(long, value_name = "FILE|ID")]
    pub(super) layout: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Copy {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(long, value_name = "FORMAT", default_value = "md", value_parser = PossibleValuesParser::new(copied_formats()))]
    pub(super) format: String,
    #[arg(long, value_name = "N")]
    pub(super) section: Option<usize>,
    #[arg(long, value_name = "LIST", conflicts_with_all = ["section", "format", "half_width_parentheses"], value_parser = PossibleValuesParser::new(lists()))]
    pub(super) list: Option<String>,
    #[arg(long, value_name = "WAY", default_value = "auto", value_parser = PossibleValuesParser::new(ways()))]
    pub(super) via: String,
    #[arg(long)]
    pub(super) half_width_parentheses: bool,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "ID", default_value = AUTO)]
    pub(super) template: String,
    #[arg(long, value_name = "N")]
    pub(super) text: Option<usize>,
    #[arg(long, value_name = "DRAFT", conflicts_with_all = ["template", "text"])]
    pub(super) ledger: Option<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Due {
    #[arg(long, value_name = "DAYS")]
    pub(super) within: Option<u16>,
    #[arg(long, value_name = "DATE", conflicts_with = "within")]
    pub(super) before: Option<String>,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Rename {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(value_name = "TITLE")]
    pub(super) title: String,
}

#[derive(Debug, Args)]
pub(super) struct Duplicate {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Archive {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(long)]
    pub(super) undo: bool,
}

#[derive(Debug, Args)]
pub(super) struct Delete {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(short, long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct Trash {
    #[command(subcommand)]
    pub(super) command: Option<TrashCommand>,
    #[arg(long, global = true)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum TrashCommand {
    List,
    Empty(TrashEmpty),
}

#[derive(Debug, Args)]
pub(super) struct TrashEmpty {
    #[arg(short, long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct History {
    #[command(subcommand)]
    pub(super) command: Option<HistoryCommand>,
    #[arg(value_name = "DRAFT", required = true)]
    pub(super) draft: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum HistoryCommand {
    Compare(HistoryCompare),
    Restore(HistoryRestore),
    Forget(HistoryForget),
}

#[derive(Debug, Args)]
pub(super) struct HistoryCompare {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(value_name = "REV")]
    pub(super) rev: u64,
    #[arg(value_name = "OTHER")]
    pub(super) other: Option<u64>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct HistoryRestore {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(value_name = "REV")]
    pub(super) rev: u64,
}

#[derive(Debug, Args)]
pub(super) struct HistoryForget {
    #[arg(value_name = "DRAFT")]
    pub(super) draft: String,
    #[arg(short, long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
#[command(subcommand_required = true)]
pub(super) struct Template {
    #[command(subcommand)]
    pub(super) command: TemplateCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum TemplateCommand {
    List(TemplateList),
    Show(TemplateShow),
    Check(TemplateCheck),
    New(TemplateNew),
    Add(TemplateAdd),
    FromNotice(TemplateFromNotice),
}

#[derive(Debug, Args)]
pub(super) struct TemplateList {
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct TemplateShow {
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct TemplateCheck {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct TemplateNew {
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[arg(long, value_name = "ID")]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct TemplateFromNotice {
    #[arg(value_name = "FILE", default_value = "-")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) keep: bool,
    #[arg(long, value_name = "ID")]
    pub(super) id: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct TemplateAdd {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Doctor {
    #[arg(long)]
    pub(super) repair: bool,
    #[arg(long, conflicts_with_all = ["repair", "json"])]
    pub(super) terminal: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Settings {
    #[arg(long)]
    pub(super) init: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Path {
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: Shell,
}

/// A shell that completes commands.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Nushell,
}

#[derive(Debug, Args)]
pub(super) struct Man {
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

fn copied_formats() -> Vec<&'static str> {
    let texts = FORMATS.iter().filter(|it| it.is_text);
    texts.map(|it| it.name).collect()
}

fn lists() -> Vec<&'static str> {
    Kind::ALL.map(Kind::name).to_vec()
}

fn word_lists() -> Vec<&'static str> {
    WordList::all().map(WordList::name).collect()
}

fn ways() -> Vec<&'static str> {
    Via::ALL.iter().map(|(name, _)| *name).collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// Everything that is said of commands, but for the place in a list.
    fn shapes<'c>(commands: impl Iterator<Item = &'c clap::Command>) -> Vec<String> {
        let commands = commands.map(|it| it.clone().display_order(0));
        commands.map(|it| format!("{it:?}")).collect()
    }

    #[test]
    fn what_is_described_in_short_is_described_alike() {
        let whole = Words::command();
        let names: Vec<&str> = (whole.get_subcommands())
            .map(clap::Command::get_name)
            .collect();
        assert_eq!(names, ARGUMENTS.map(|(name, _)| name));
        for name in names {
            let short = in_short(&["pouxi".into(), name.into()]);
            let described = shapes(short.get_subcommands());
            let same = described == shapes(whole.find_subcommand(name).into_iter());
            assert!(same, "{name}: {described:?}");
            let general =
                |it: &clap::Command| format!("{:?}", it.get_arguments().collect::<Vec<_>>());
            assert!(general(&short) == general(&whole));
            assert_eq!(short.get_version(), whole.get_version());
        }
        assert!(!in_short(&["list".into()]).has_subcommands());
    }
}

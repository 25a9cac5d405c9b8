//! Help for the place the writer is in: what it is for, what is asked and found there, and the keys that work there,
//! from the tables of questions, findings and keys. And the guide of three screens that a newcomer is shown once.

pub mod messages;

use crate::check::RULES;
use crate::desk::{Paper, Weight};
use crate::locale::Lang;
use crate::typeset::{Ambiguous, text_width};

use super::digits::AT_ONCE;
use super::heads::head;
use super::keymap::{Binding, Command, Motion, Scope, renamed, shown, table};
use super::labels::{choices, open_label};
use super::lists::items;
use super::model::{Focus, List, Model, Reading, Screen, Work};
use crate::wizard::Stop;
use messages as say;

/// How many screens the guide has.
pub const N_GUIDE: usize = 3;

/// Returns the title of the help: where the writer is.
pub fn title(model: &Model) -> String {
    let lang = model.lang;
    let place = match &model.help_of {
        Screen::Write => model.work.as_ref().map(|it| open_label(lang, it)),
        Screen::List(List::Start, _) => None,
        Screen::List(list, _) => Some(head(model, list).0),
        Screen::Read(Reading::Preview, _) => Some(super::preview::messages::title(lang)),
        Screen::Ask(_) | Screen::Read(..) => None,
    };
    match place.filter(|it| !it.is_empty()) {
        Some(place) => say::help_on(lang, &place),
        None => say::help(lang),
    }
}

/// Returns the help for where the writer is.
pub fn words(model: &Model) -> Paper {
    let lang = model.lang;
    let mut paper = Paper::default();
    paragraph(&mut paper, &about(model));
    if let (Screen::Write, Some(work)) = (&model.help_of, &model.work) {
        question(lang, work, &mut paper);
    }
    if let Screen::List(List::Check, _) = &model.help_of {
        heading(&mut paper, &say::rules(lang));
        let summaries: Vec<&str> = RULES.iter().map(|it| it.summary(lang)).collect();
        paragraph(&mut paper, &summaries.join("\n"));
    }
    heading(&mut paper, &say::keys_here(lang));
    for (key, does) in keys(model) {
        let room = 14_usize.saturating_sub(text_width(&key, Ambiguous::Narrow));
        paper.text.extend([
            key.as_str(),
            " ".repeat(room.max(1)).as_str(),
            does.as_str(),
            "\n",
        ]);
    }
    if scope(model) == Scope::Text {
        paper.text.push('\n');
        let pastes = renamed(&model.keys, &super::messages::help_on_pastes(lang));
        paragraph(&mut paper, &pastes);
    } else {
        paper.text.push('\n');
    }
    paragraph(&mut paper, &say::guide_again(lang));
    paper.text.truncate(paper.text.trim_end().len());
    paper
}

/// What is asked here, how to answer it well, and what was found in the answer.
fn question(lang: Lang, work: &Work, paper: &mut Paper) {
    let Some(it) = work.open_question() else {
        return;
    };
    for words in [&it.prompt.ask, &it.prompt.guide] {
        if !words.is_empty() {
            paragraph(paper, words);
        }
    }
    if !it.prompt.example.is_empty() {
        heading(paper, &say::example(lang));
        paragraph(paper, &it.prompt.example);
    }
    let found = work.checked.quiet.lines();
    if !found.is_empty() {
        heading(paper, &say::found_here(lang));
        paragraph(paper, &found.join("\n"));
    }
}

/// Where keys mean what they mean here.
fn scope(model: &Model) -> Scope {
    match &model.help_of {
        Screen::Ask(_) => Scope::Text,
        Screen::Write => match model.work.as_ref().map(|it| it.writer.focus) {
            Some(Focus::Stop(crate::wizard::Stop::Text(_))) => Scope::Text,
            Some(Focus::Stop(crate::wizard::Stop::Choose(_)) | Focus::Button(_)) | None => {
                Scope::List
            }
        },
        Screen::List(..) | Screen::Read(..) => Scope::List,
    }
}

/// The keys that do something here, each once, and what they do.
fn keys(model: &Model) -> Vec<(String, String)> {
    let lang = model.lang;
    let scope = scope(model);
    let line = |key: &str, it: &Binding| {
        let own = match &model.help_of {
            Screen::Read(Reading::Preview, _) => in_proof(lang, it.command),
            Screen::List(list, _) => in_list(lang, list, it.command),
            Screen::Write | Screen::Ask(_) | Screen::Read(..) => None,
        };
        let does = own.unwrap_or_else(|| it.words(lang).to_owned());
        (key.to_owned(), does)
    };
    let works = |it: &super::keymap::KeyLine<'_>| {
        let binding = match scope {
            Scope::Text => it.in_text,
            Scope::List | Scope::Anywhere => it.on_lists,
        };
        binding.map(|binding| line(it.key, binding))
    };
    let mut digits = Vec::new();
    if scope == Scope::List && !matches!(model.help_of, Screen::Read(..)) {
        digits.push((say::digits(lang), say::digits_choose(lang)));
        if n_lines(model) > AT_ONCE {
            digits.push((say::nought(lang), say::nought_leads_on(lang)));
        }
    }
    let mut lines: Vec<(String, String)> =
        table(&model.bindings).iter().filter_map(works).collect();
    let behind = 3.min(lines.len());
    lines.splice(behind..behind, digits);
    lines
}

/// How many lines there were to choose from where help was asked for.
fn n_lines(model: &Model) -> usize {
    match (&model.help_of, &model.work) {
        (Screen::List(list, _), _) => items(model, list).len(),
        (Screen::Write, Some(work)) => match work.writer.focus {
            Focus::Stop(Stop::Choose(choice)) => choices(model.lang, work.draft(), choice).len(),
            Focus::Stop(Stop::Text(_)) | Focus::Button(_) => 0,
        },
        (Screen::Write | Screen::Ask(_) | Screen::Read(..), _) => 0,
    }
}

/// What a key does on a list, where its common words speak of a text.
fn in_list(lang: Lang, list: &List, command: Command) -> Option<String> {
    Some(match command {
        Command::Move(Motion::Right) if *list == List::Check => say::menu_of_finding(lang),
        Command::Move(Motion::Up | Motion::Left) => say::line_before(lang),
        Command::Move(Motion::Down | Motion::Right) => say::line_behind(lang),
        Command::Move(Motion::RowStart | Motion::PageUp) => say::first_line(lang),
        Command::Move(Motion::RowEnd | Motion::PageDown) => say::last_line(lang),
        _ => return None,
    })
}

/// What a key does in the proof, where it does something of its own.
fn in_proof(lang: Lang, command: Command) -> Option<String> {
    Some(match command {
        Command::Next => say::next_part(lang),
        Command::Previous => say::previous_part(lang),
        Command::Enter => say::change_or_copy(lang),
        Command::Move(Motion::Left | Motion::PageUp) => say::page_before(lang),
        Command::Move(Motion::Right | Motion::PageDown) => say::page_behind(lang),
        Command::Move(Motion::RowStart) => say::first_row(lang),
        Command::Move(Motion::RowEnd) => say::last_row(lang),
        _ => return None,
    })
}

/// What the place is for.
fn about(model: &Model) -> String {
    let lang = model.lang;
    match &model.help_of {
        Screen::Write => match model.work.as_ref().map(|it| it.writer.focus) {
            Some(Focus::Button(_)) => say::on_button(lang),
            Some(Focus::Stop(crate::wizard::Stop::Choose(_))) => say::on_choice(lang),
            Some(Focus::Stop(crate::wizard::Stop::Text(_))) | None => say::on_text(lang),
        },
        Screen::Ask(_) => say::on_ask(lang),
        Screen::Read(Reading::Preview, _) => say::on_proof(lang),
        Screen::Read(..) => say::on_reading(lang),
        Screen::List(list, _) => about_list(lang, list),
    }
}

fn about_list(lang: Lang, list: &List) -> String {
    match list {
        List::Start => say::on_start(lang),
        List::Kinds | List::EarlierKinds | List::OtherKinds | List::From => say::on_kinds(lang),
        List::Notice => say::on_notice(lang),
        List::Rekinds | List::Mapping => say::on_mapping(lang),
        List::Drafts | List::DraftMenu(_) | List::ConfirmDelete(_) => say::on_drafts(lang),
        List::Trash | List::TrashMenu(_) | List::ConfirmDestroy(_) => say::on_trash(lang),
        List::Menu | List::Here => say::on_menu(lang),
        List::Past | List::Versions | List::Version(_) | List::ConfirmForget => say::on_past(lang),
        List::Edit => say::on_edit(lang),
        List::Found | List::Replace => say::on_found(lang),
        List::Outline | List::Arrange | List::Part(_) => say::on_outline(lang),
        List::Result | List::Formats | List::CopyPart | List::Exists { .. } | List::HandOut(_) => {
            say::on_result(lang)
        }
        List::Printed(_) | List::PrintedParts(_) => say::on_proof(lang),
        List::Check | List::Finding(_) | List::Silenced => say::on_check(lang),
        List::Chain | List::Links(_) => say::on_chain(lang),
        List::Intake | List::IntakeTexts | List::IntakeKinds => say::on_intake(lang),
        List::Tray | List::TrayItem(_) | List::Place(_) | List::PlaceIn(..) => say::on_tray(lang),
        List::Settings => say::on_settings(lang),
        List::Keys | List::KeyOf(_) => say::on_keys(lang),
        List::Recovery => say::on_recovery(lang),
        List::Unsaved => say::on_unsaved(lang),
        List::Busy { .. } => say::on_busy(lang),
    }
}

/// Returns a screen of the guide, from 0, with the keys as they are.
pub fn guide(model: &Model, n: usize) -> Paper {
    let lang = model.lang;
    let key = |command| shown(&model.bindings, Scope::Text, command).map_or("", |it| it.key);
    let mut paper = Paper::default();
    match n {
        0 => {
            heading(&mut paper, &say::guide_write(lang));
            paragraph(&mut paper, &say::guide_just_type(lang));
            let (next, previous) = (key(Command::Next), key(Command::Previous));
            paragraph(&mut paper, &say::guide_next(lang, next, previous));
            paragraph(&mut paper, &say::guide_enter(lang, key(Command::Enter)));
            paragraph(&mut paper, &say::guide_empty(lang));
        }
        1 => {
            heading(&mut paper, &say::guide_menu(lang));
            paragraph(
                &mut paper,
                &say::guide_what_is_there(lang, key(Command::Menu)),
            );
            paragraph(&mut paper, &say::guide_four_keys(lang));
            paragraph(&mut paper, &say::guide_help(lang, key(Command::Help)));
            paragraph(&mut paper, &say::guide_undo(lang, key(Command::Undo)));
        }
        _ => {
            heading(&mut paper, &say::guide_finish(lang));
            paragraph(&mut paper, &say::guide_result(lang));
            paragraph(&mut paper, &say::guide_checks(lang));
            paragraph(&mut paper, &say::guide_private(lang));
        }
    }
    paper.text.truncate(paper.text.trim_end().len());
    paper
}

fn heading(paper: &mut Paper, words: &str) {
    let start = paper.text.len();
    paper.text.push_str(words);
    paper
        .weights
        .push((start..paper.text.len(), Weight::Heading));
    paper.text.push('\n');
}

fn paragraph(paper: &mut Paper, words: &str) {
    paper.text.extend([words, "\n\n"]);
}

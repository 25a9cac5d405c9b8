//! `pouxi copy DRAFT`: the report, a part or a list of it to the clipboard, saved as a file before.

use std::io::{self, IsTerminal, Write};

use super::export;
use crate::cli::args::Copy;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::talk::give_lines;
use crate::clipboard::{self, Outcome, Surroundings, Terminal, Via, messages::sentence_here};
use crate::desk;
use crate::desk::preview::list_text;
use crate::draft::Draft;
use crate::export::lists::Kind;
use crate::export::{Parentheses, format_named, sections};
use crate::sitting::here::here;
use crate::store::atomic;
use crate::typeset;

/// What is copied.
struct Chosen {
    text: String,
    characters: usize,
    extension: &'static str,
    /// What the name of its file says of it.
    part: String,
    /// The format it is an export of; a list is none.
    format: Option<&'static str>,
}

/// Copies the report, one section or one list of it, and says what came of it.
pub(in crate::cli) fn run(cx: &Cx, words: &Copy) -> Result<Exit, Failure> {
    let found = cx.read(&words.draft)?;
    let draft = &found.recovered.draft;
    let chosen = match words.list.as_deref() {
        Some(name) => of_list(draft, name),
        None => of_report(draft, words)?,
    };
    let folder = cx.home.make("exports")?;
    let (part, extension) = (&chosen.part, chosen.extension);
    let name = desk::export_name(&draft.title, "pouxi", &found.id, part, extension);
    let path = folder.join(name);
    atomic::replace(&path, chosen.text.as_bytes())?;
    let via: Via = words
        .via
        .parse()
        .expect("the words were read by this table");
    let surroundings = here(cx.home.root(), &environment::surroundings());
    let outcome = hand_over(&chosen.text, via, surroundings.clone());
    let said = sentence_here(cx.lang, &outcome, chosen.characters, &path, &surroundings);
    match outcome {
        Outcome::Copied { .. } | Outcome::InTmux { .. } | Outcome::Sent { .. } => {
            if let Some(format) = chosen.format {
                cx.note_export(&found, format);
            }
            give_lines([said.as_str()])?;
            Ok(Exit::Done)
        }
        Outcome::Nothing => Err(Failure::NothingToCopy(said)),
        Outcome::TooLarge { .. } | Outcome::Failed { .. } => Err(Failure::NotCopied(said)),
    }
}

fn of_report(draft: &Draft, words: &Copy) -> Result<Chosen, Failure> {
    let format = format_named(&words.format).expect("the words were read by this table");
    let parentheses = export::parentheses(words.half_width_parentheses);
    let section = words.section.map(|it| place_of(draft, it)).transpose()?;
    let printed = desk::print(draft, format.name, section, parentheses)
        .expect("format and section are there");
    Ok(Chosen {
        text: String::from_utf8(printed.bytes).expect("our formats are UTF-8"),
        characters: printed.characters,
        extension: format.extension,
        part: words.section.map_or(String::new(), |it| format!("-{it}")),
        format: Some(format.name),
    })
}

fn of_list(draft: &Draft, name: &str) -> Chosen {
    let kind = Kind::named(name).expect("the words were read by this table");
    let text = list_text(draft, kind);
    Chosen {
        characters: typeset::count(&text).marks,
        text,
        extension: "txt",
        part: format!("-{name}"),
        format: None,
    }
}

/// Returns the place of a section among the printed ones, by its number as printed.
fn place_of(draft: &Draft, number: usize) -> Result<usize, Failure> {
    let parts = sections(&desk::document(draft, Parentheses::Full));
    let place = parts.iter().position(|it| it.number == Some(number));
    place.ok_or_else(|| Failure::NoSection {
        number,
        sections: (parts.iter())
            .filter(|it| it.number.is_some())
            .map(|it| it.heading.clone())
            .collect(),
    })
}

/// Hands a text to the clipboard; to the terminal's through whichever stream leads to one.
fn hand_over(text: &str, via: Via, mut surroundings: Surroundings) -> Outcome {
    let mut terminal: Box<dyn Write> = if io::stdout().is_terminal() {
        Box::new(io::stdout())
    } else if io::stderr().is_terminal() {
        Box::new(io::stderr())
    } else {
        surroundings.terminal = Terminal::Absent;
        Box::new(io::sink())
    };
    clipboard::copy(text, via, &surroundings, None, &mut terminal)
}

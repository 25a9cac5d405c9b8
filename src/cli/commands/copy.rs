//! `pouxi copy DRAFT`: the report to the clipboard, saved as a file before.

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
use crate::draft::Draft;
use crate::export::{Parentheses, format_named, sections};
use crate::sitting::here::here;
use crate::store::atomic;

/// Copies the report or one section of it, and says what came of it.
pub(in crate::cli) fn run(cx: &Cx, words: &Copy) -> Result<Exit, Failure> {
    let found = cx.read(&words.draft)?;
    let draft = &found.recovered.draft;
    let format = format_named(&words.format).expect("the words were read by this table");
    let parentheses = export::parentheses(words.half_width_parentheses);
    let section = words.section.map(|it| place_of(draft, it)).transpose()?;
    let part = words.section.map_or(String::new(), |it| format!("-{it}"));
    let printed = desk::print(draft, format.name, section, parentheses)
        .expect("format and section are there");
    let text = String::from_utf8(printed.bytes).expect("our formats are UTF-8");
    let folder = cx.home.make("exports")?;
    let (title, extension) = (&draft.title, format.extension);
    let name = desk::export_name(title, "pouxi", &found.id, &part, extension);
    let path = folder.join(name);
    atomic::replace(&path, text.as_bytes())?;
    let via: Via = words
        .via
        .parse()
        .expect("the words were read by this table");
    let surroundings = here(cx.home.root(), &environment::surroundings());
    let outcome = hand_over(&text, via, surroundings.clone());
    let said = sentence_here(cx.lang, &outcome, printed.characters, &path, &surroundings);
    match outcome {
        Outcome::Copied { .. } | Outcome::InTmux { .. } | Outcome::Sent { .. } => {
            cx.note_export(&found, format.name);
            give_lines([said.as_str()])?;
            Ok(Exit::Done)
        }
        Outcome::Nothing => Err(Failure::NothingToCopy(said)),
        Outcome::TooLarge { .. } | Outcome::Failed { .. } => Err(Failure::NotCopied(said)),
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

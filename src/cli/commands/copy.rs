//! `pouxi copy DRAFT`: the report to the clipboard, saved as a file before.

use std::io::{self, IsTerminal, Write};

use super::export;
use crate::cli::args::Copy;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::talk::give_lines;
use crate::clipboard::{self, Outcome, Terminal, Via, messages::sentence};
use crate::export::{Document, file_name, format_named, sections};
use crate::store::atomic;
use crate::typeset;

/// Copies the report or one section of it, and says what came of it.
pub(in crate::cli) fn run(cx: &Cx, words: &Copy) -> Result<Exit, Failure> {
    let found = cx.read(&words.draft)?;
    let draft = &found.recovered.draft;
    let mut document = export::document(draft, words.half_width_parentheses);
    let mut mark = found.id.clone();
    if let Some(number) = words.section {
        document = section(&document, number)?;
        mark = format!("{mark}-{number}");
    }
    let format = format_named(&words.format).expect("the words were read by this table");
    let text = String::from_utf8((format.write)(&document)).expect("our formats are UTF-8");
    let folder = cx.home.root().join("exports");
    atomic::create_folder(&folder)?;
    let extension = format!("{mark}.{}", format.extension);
    let path = folder.join(file_name(&draft.title, "pouxi", &extension));
    atomic::replace(&path, text.as_bytes())?;
    let via: Via = words
        .via
        .parse()
        .expect("the words were read by this table");
    let outcome = hand_over(&text, via);
    let said = sentence(cx.lang, &outcome, typeset::count(&text).marks, &path);
    match outcome {
        Outcome::Copied { .. } | Outcome::InTmux { .. } | Outcome::Sent { .. } => {
            give_lines([said.as_str()])?;
            Ok(Exit::Done)
        }
        Outcome::Nothing => Err(Failure::NothingToCopy(said)),
        Outcome::TooLarge { .. } | Outcome::Failed { .. } => Err(Failure::NotCopied(said)),
    }
}

/// Returns one section alone, by its number as printed.
fn section(document: &Document, number: usize) -> Result<Document, Failure> {
    let parts = sections(document);
    let part = parts.iter().find(|it| it.number == Some(number));
    let part = part.ok_or_else(|| Failure::NoSection {
        number,
        sections: (parts.iter())
            .filter(|it| it.number.is_some())
            .map(|it| it.heading.clone())
            .collect(),
    })?;
    Ok(document.part(part))
}

/// Hands a text to the clipboard; to the terminal's through whichever stream leads to one.
fn hand_over(text: &str, via: Via) -> Outcome {
    let mut surroundings = environment::surroundings();
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

//! Speaking: results to standard output, everything else to standard error. Decides nothing.

use std::io::{self, IsTerminal, Write};

use super::encoding;
use super::failure::Failure;
use super::messages as say;
use crate::locale::Lang;
use crate::store::escaped_json;
pub(super) use crate::typeset::printable;

/// Hands a result to standard output, whole. A file or another program gets it to the byte; a terminal gets it without
/// anything that would change the terminal.
pub(super) fn give(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    if out.is_terminal() {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.split_inclusive('\n').map(|line| {
            let end = if line.ends_with('\n') { "\n" } else { "" };
            printable(line.strip_suffix('\n').unwrap_or(line)) + end
        });
        let shown: String = lines.collect();
        let shown = encoding::write(&out, shown.as_bytes());
        return (out.write_all(&shown))
            .and_then(|()| out.flush())
            .map_err(Failure::Output);
    }
    let bytes = encoding::write(&out, bytes);
    out.write_all(&bytes)
        .and_then(|()| out.flush())
        .map_err(Failure::Output)
}

/// Hands lines for a person to standard output: each without control characters.
pub(super) fn give_lines<'l>(lines: impl IntoIterator<Item = &'l str>) -> Result<(), Failure> {
    let mut text = String::new();
    for line in lines {
        text.push_str(&printable(line));
        text.push('\n');
    }
    give(text.as_bytes())
}

/// Hands a value to standard output as JSON, indented.
pub(super) fn give_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let mut json =
        serde_json::to_string_pretty(value).expect("our shapes have plain keys and serialise");
    json.push('\n');
    give(escaped_json(json).as_bytes())
}

/// Says a line on standard error. Who is not listened to may speak all the same.
pub(super) fn remark(line: &str) {
    let line = printable(line) + "\n";
    let line = encoding::write(&io::stderr(), line.as_bytes());
    let _heard = io::stderr().write_all(&line);
}

/// Says what went wrong and what to do.
pub(super) fn complain(lang: Lang, failure: &Failure, colours: bool) {
    let (error, hint) = (say::error(lang), say::hint(lang));
    // Bold alone: a red that can be read on white cannot be read on black.
    let (error, hint) = if colours {
        (
            format!("\u{1b}[1m{error}\u{1b}[0m"),
            format!("\u{1b}[1m{hint}\u{1b}[0m"),
        )
    } else {
        (error, hint)
    };
    let mut text = String::new();
    let (what, next) = failure.say(lang);
    for (idx, line) in what.lines().enumerate() {
        let label = if idx == 0 { error.as_str() } else { "  " };
        text.push_str(label);
        text.push_str(&printable(line));
        text.push('\n');
    }
    for line in next.lines() {
        text.push_str(&hint);
        text.push_str(&printable(line));
        text.push('\n');
    }
    let text = encoding::write(&io::stderr(), text.as_bytes());
    let _heard = io::stderr().write_all(&text);
}

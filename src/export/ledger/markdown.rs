//! The ledger as a table of GitHub Flavored Markdown: a line a row, a line break in a cell as `<br>`.

use super::{Column, Ledger};
use crate::export::escape;

/// Writes the ledger as Markdown.
pub(super) fn write(ledger: &Ledger) -> Vec<u8> {
    let lang = ledger.language;
    let mut text = String::from("# ");
    escape::heading(&mut text, &ledger.title);
    text.push_str("\n\n");
    let line = |cells: &mut dyn Iterator<Item = String>| -> String {
        let cells: Vec<String> = cells.collect();
        format!("| {} |\n", cells.join(" | "))
    };
    text.push_str(&line(&mut Column::ALL.iter().map(|it| it.head(lang))));
    text.push_str(&line(&mut Column::ALL.iter().map(|it| {
        let dashes = if it.is_centred() { ":-:" } else { "---" };
        dashes.to_owned()
    })));
    for row in &ledger.rows {
        text.push_str(&line(
            &mut Column::ALL.iter().map(|it| cell(&it.words(lang, row))),
        ));
    }
    text.into_bytes()
}

fn cell(words: &str) -> String {
    let lines = words.split('\n').map(|line| {
        let mut out = String::new();
        escape::heading(&mut out, line);
        out.replace('|', "\\|")
    });
    lines.collect::<Vec<_>>().join("<br>")
}

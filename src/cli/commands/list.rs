//! `pouxi list`: the drafts, the last used first.

use serde::Serialize;

use crate::cli::args::List;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::locale::Lang;
use crate::store::Entry;
use crate::typeset::{Ambiguous, text_width};

/// A draft in the shape of `--json`.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    title: &'a str,
    template: &'a str,
    updated: &'a str,
    characters: usize,
    answered: usize,
    questions: usize,
    finished: bool,
    archived: bool,
}

/// Lists the drafts.
pub(in crate::cli) fn run(cx: &Cx, words: &List) -> Result<Exit, Failure> {
    let mut entries = cx.drafts()?;
    entries.retain(|it| it.is_archived == words.archived);
    let none = if words.archived {
        say::none_archived
    } else {
        say::no_drafts
    };
    give(cx, &entries, words.json, none)
}

/// Lists drafts; says so where there are none.
pub(super) fn give(
    cx: &Cx,
    entries: &[Entry],
    as_json: bool,
    none: fn(Lang) -> String,
) -> Result<Exit, Failure> {
    if as_json {
        let items: Vec<Item<'_>> = entries.iter().map(item).collect();
        give_json(&items)?;
    } else if entries.is_empty() {
        remark(&none(cx.lang));
    } else {
        let lines = table(cx.lang, entries);
        give_lines(lines.iter().map(String::as_str))?;
    }
    Ok(Exit::Done)
}

fn item(entry: &Entry) -> Item<'_> {
    let summary = &entry.summary;
    Item {
        id: &entry.id,
        title: &summary.title,
        template: &summary.template,
        updated: &entry.updated,
        characters: summary.characters,
        answered: summary.answered,
        questions: summary.questions,
        finished: is_readable(entry) && summary.answered == summary.questions,
        archived: entry.is_archived,
    }
}

/// A draft that could be read has a template, whatever else it lacks.
fn is_readable(entry: &Entry) -> bool {
    !entry.summary.template.is_empty() || !entry.is_behind
}

fn table(lang: Lang, entries: &[Entry]) -> Vec<String> {
    let head = [
        say::head_id(lang),
        say::head_answered(lang),
        say::head_characters(lang),
        say::head_updated(lang),
        say::head_title(lang),
    ];
    let row = |entry: &Entry| {
        let summary = &entry.summary;
        let title = match summary.title.as_str() {
            _ if !is_readable(entry) => say::unreadable_entry(lang),
            "" => say::untitled(lang),
            title => title.to_owned(),
        };
        [
            entry.id.clone(),
            format!("{}/{}", summary.answered, summary.questions),
            summary.characters.to_string(),
            environment::local_time(&entry.updated),
            title,
        ]
    };
    let rows: Vec<[String; 5]> = std::iter::once(head)
        .chain(entries.iter().map(row))
        .collect();
    columns(&rows)
}

/// Sets rows in columns two cells apart; the last column is as long as it is.
pub(super) fn columns<R: AsRef<[String]>>(rows: &[R]) -> Vec<String> {
    let cells = |text: &str| text_width(text, Ambiguous::Narrow);
    let width = |column: usize| {
        let all = rows.iter().filter_map(|it| it.as_ref().get(column));
        all.map(|it| cells(it)).max().unwrap_or_default()
    };
    let n_columns = rows.iter().map(|it| it.as_ref().len()).max();
    let widths: Vec<usize> = (0..n_columns.unwrap_or_default()).map(width).collect();
    let line = |row: &R| {
        let mut line = String::new();
        for (text, width) in row.as_ref().iter().zip(&widths) {
            line.push_str(text);
            line.push_str(&" ".repeat(width + 2 - cells(text)));
        }
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

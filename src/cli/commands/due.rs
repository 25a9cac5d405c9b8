//! `pouxi due`: the measures of all drafts by their last day.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::Serialize;

use crate::cli::args::Due as Words;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::desk::due::{Due, all_due};
use crate::draft::{Status, date_in};
use crate::export::messages::status;
use crate::locale::Lang;
use crate::typeset::{Ambiguous, text_width};

/// The most of a measure or a title that a line shows, in characters.
const SHOWN: usize = 24;

/// A measure in the shape of `--json`.
#[derive(Serialize)]
struct Item<'a> {
    draft: &'a str,
    title: &'a str,
    measure: &'a str,
    problems: &'a [String],
    owner: &'a str,
    due: &'a str,
    date: Option<String>,
    days: Option<i64>,
    overdue: bool,
    status: Status,
}

/// Lists what is due.
pub(in crate::cli) fn run(cx: &Cx, words: &Words) -> Result<Exit, Failure> {
    let today = environment::today();
    let end = end(cx.lang, words, today)?;
    let all = all_due(&cx.home, today)?;
    for id in &all.unread {
        remark(&say::due_unread(cx.lang, id));
    }
    let is_wanted = |it: &&Due| {
        (words.all || !it.is_settled())
            && end.is_none_or(|end| it.date.is_some_and(|date| date <= end))
    };
    let measures: Vec<&Due> = all.measures.iter().filter(is_wanted).collect();
    if words.json {
        let items: Vec<Item<'_>> = measures.iter().map(|it| item(it, today)).collect();
        give_json(&items)?;
    } else if measures.is_empty() {
        remark(&say::nothing_due(cx.lang));
    } else {
        let lines = table(cx.lang, &measures, today);
        give_lines(lines.iter().map(String::as_str))?;
    }
    Ok(Exit::Done)
}

/// Returns the last day that is wanted; `None` for all.
fn end(lang: Lang, words: &Words, today: Date) -> Result<Option<Date>, Failure> {
    if let Some(days) = words.within {
        let span: Span = i64::from(days).days();
        return Ok(Some(today.saturating_add(span)));
    }
    let Some(before) = &words.before else {
        return Ok(None);
    };
    let before = date_in(before)
        .map(|it| it.0)
        .and_then(|it| it.yesterday().ok());
    before.map(Some).ok_or_else(|| Failure::Usage {
        what: say::no_date(lang, words.before.as_deref().unwrap_or_default()),
        hint: say::no_date_hint(lang),
    })
}

fn item(it: &Due, today: Date) -> Item<'_> {
    Item {
        draft: &it.draft,
        title: &it.title,
        measure: &it.measure,
        problems: &it.problems,
        owner: &it.owner,
        due: &it.due,
        date: it.date.map(|it| it.to_string()),
        days: it.days_left(today),
        overdue: it.is_overdue(today),
        status: it.status,
    }
}

/// Lays the measures out in columns:
///
/// ```text
/// 2026-06-30  过期12天  进行中  本人  每周学习  2025年度对照检查材料
/// ```
fn table(lang: Lang, measures: &[&Due], today: Date) -> Vec<String> {
    let rows: Vec<[String; 6]> = (measures.iter())
        .map(|it| {
            [
                it.date
                    .map_or_else(|| shortened(&it.due), |it| it.to_string()),
                left(lang, it, today),
                status(lang, it.status),
                it.owner.clone(),
                shortened(&it.measure),
                shortened(&it.title),
            ]
        })
        .collect();
    let width = |it: &str| text_width(it, Ambiguous::Narrow);
    let widest = |at: usize| {
        rows.iter()
            .filter_map(|it| it.get(at))
            .map(|it| width(it))
            .max()
    };
    let widths: Vec<usize> = (0..6).map(|it| widest(it).unwrap_or_default()).collect();
    let line = |row: &[String; 6]| {
        let cells = row.iter().zip(&widths).filter(|(_, widest)| **widest > 0);
        let cells =
            cells.map(|(cell, widest)| format!("{cell}{}", " ".repeat(widest - width(cell))));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn left(lang: Lang, it: &Due, today: Date) -> String {
    match it.days_left(today) {
        Some(_) if it.is_settled() => String::new(),
        Some(days) if it.is_overdue(today) => say::days_over(lang, -days),
        Some(0) => say::due_today(lang),
        Some(days) if days > 0 => say::days_left(lang, days),
        // What never ends may stand behind its day.
        Some(_) | None => String::new(),
    }
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", words.split_at(at).0),
        None => words.to_owned(),
    }
}

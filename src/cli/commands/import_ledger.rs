//! `pouxi import FILE --ledger DRAFT`: what was changed in a ledger comes into its draft.

use serde::Serialize;

use super::new;
use crate::cli::args::Import;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::draft::Draft;
use crate::export::messages::status;
use crate::import::container::Unreadable;
use crate::import::ledger::{
    Changed, Entry, FieldOfMeasure, NoLedger, Said, Settled, read, settle,
};
use crate::locale::Lang;

/// The most that is read of a file, in bytes.
const LIMIT: u64 = 32 << 20;
/// The most that a line shows of words, in characters.
const SHOWN: usize = 24;

/// What came of it, in the shape of `--json`.
#[derive(Serialize)]
struct Account<'a> {
    draft: &'a str,
    saved: bool,
    rows: usize,
    matched: usize,
    changes: Vec<Item>,
    remarks: Vec<Remarked>,
}

#[derive(Serialize)]
struct Item {
    line: usize,
    measure: String,
    field: FieldOfMeasure,
    was: serde_json::Value,
    now: serde_json::Value,
}

#[derive(Serialize)]
struct Remarked {
    line: usize,
    message: String,
}

/// Reads a ledger into a draft; with `--dry-run` nothing is changed.
pub(super) fn run(cx: &Cx, words: &Import, draft: &str) -> Result<Exit, Failure> {
    let (name, entries) = entries(cx, words)?;
    let id = cx.find(draft)?;
    let (draft, settled) = if words.dry_run {
        let draft = cx.read(&id)?.recovered.draft;
        let settled = settle(&draft, &id, &entries);
        (draft, settled)
    } else {
        let mut settled = Settled::default();
        let draft = cx.change(&id, |draft| {
            settled = settle(draft, &id, &entries);
            settled.change(draft)
        })?;
        (draft, settled)
    };
    let saved = !words.dry_run && !settled.changed.is_empty();
    if words.json {
        give_json(&account(cx.lang, &id, saved, &draft, &settled))?;
        return Ok(Exit::Done);
    }
    for it in &settled.remarks {
        remark(&say::at_row(
            cx.lang,
            &name,
            it.line,
            &it.notice.say(cx.lang),
        ));
    }
    let mut lines: Vec<String> = (settled.changed.iter())
        .map(|it| line(cx.lang, &draft, it))
        .collect();
    let (rows, matched, n) = (settled.rows, settled.matched, settled.changed.len());
    lines.push(if n == 0 {
        say::ledger_same(cx.lang, rows, matched)
    } else if words.dry_run {
        say::ledger_would(cx.lang, rows, matched, n)
    } else {
        say::ledger_read(cx.lang, rows, matched, n)
    });
    give_lines(lines.iter().map(String::as_str))?;
    Ok(Exit::Done)
}

fn entries(cx: &Cx, words: &Import) -> Result<(String, Vec<Entry>), Failure> {
    let (name, bytes) = new::read_up_to(cx, &words.file, LIMIT)?;
    if bytes.len() as u64 > LIMIT {
        let why = Unreadable::TooLarge { limit: LIMIT >> 20 };
        return Err(Failure::Unimportable { name, why });
    }
    match read(&bytes) {
        Ok(it) => Ok((name, it)),
        Err(NoLedger::Unreadable(why)) => Err(Failure::Unimportable { name, why }),
        Err(NoLedger::NoHeads) => Err(Failure::NoLedger { name }),
    }
}

fn measure(draft: &Draft, changed: &Changed) -> String {
    let measure = draft.measure(changed.measure);
    measure.map_or(String::new(), |it| {
        let first = it.body.first().map_or("", |it| it.text.as_str());
        let words = if it.headline.is_empty() {
            first
        } else {
            &it.headline
        };
        words.to_owned()
    })
}

fn account<'a>(
    lang: Lang,
    draft: &'a str,
    saved: bool,
    content: &Draft,
    settled: &Settled,
) -> Account<'a> {
    let json = |it: &Said| match it {
        Said::Words(it) => serde_json::Value::from(it.as_str()),
        Said::Status(it) => serde_json::to_value(it).expect("a status is a word"),
    };
    let changes = settled.changed.iter().map(|it| Item {
        line: it.line,
        measure: measure(content, it),
        field: it.field,
        was: json(&it.was),
        now: json(&it.now),
    });
    let remarks = settled.remarks.iter().map(|it| Remarked {
        line: it.line,
        message: it.notice.say(lang),
    });
    Account {
        draft,
        saved,
        rows: settled.rows,
        matched: settled.matched,
        changes: changes.collect(),
        remarks: remarks.collect(),
    }
}

fn line(lang: Lang, draft: &Draft, changed: &Changed) -> String {
    let words = |it: &Said| match it {
        Said::Words(it) => shortened(it),
        Said::Status(it) => status(lang, *it),
    };
    say::ledger_changed(
        lang,
        &shortened(&measure(draft, changed)),
        &changed.field.name(lang),
        &words(&changed.was),
        &words(&changed.now),
    )
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", words.split_at(at).0),
        None => words.to_owned(),
    }
}

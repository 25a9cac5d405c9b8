//! `pouxi import FILE`: a foreign text as a new draft, or only an account of what it was read as.

use std::io::{self, IsTerminal};
use std::path::Path;

use serde::Serialize;

use super::{import_ledger, new};
use crate::cli::args::{AUTO, Import};
use crate::cli::ask;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::desk;
use crate::desk::import::{LIMIT, Source, account, n_examples};
use crate::draft::{ChangeCause, DimensionKind, Draft, Role};
use crate::import::container::Unreadable;
use crate::import::form::Imported;
use crate::locale::Lang;
use crate::typeset::{Ambiguous, text_width};

/// The most remarks a person is shown; `--json` has all.
const SHOWN: usize = 20;

/// What came of it, in the shape of `--json`.
#[derive(Serialize)]
struct Account<'a> {
    draft: Option<&'a str>,
    title: &'a str,
    template: &'a str,
    characters: Characters,
    sections: Vec<Section<'a>>,
    dimensions: Vec<Dimension<'a>>,
    causes: usize,
    measures: usize,
    remarks: Vec<Remarked>,
}

#[derive(Serialize)]
struct Characters {
    source: usize,
    placed: usize,
    unplaced: usize,
}

#[derive(Serialize)]
struct Section<'a> {
    role: Role,
    title: &'a str,
}

#[derive(Serialize)]
struct Dimension<'a> {
    title: &'a str,
    statement: bool,
    problems: usize,
    examples: usize,
}

#[derive(Serialize)]
struct Remarked {
    line: usize,
    message: String,
}

/// Reads a text and makes a draft of it; with `--dry-run` nothing is made.
pub(in crate::cli) fn run(cx: &Cx, words: &Import) -> Result<Exit, Failure> {
    if let Some(draft) = &words.ledger {
        return import_ledger::run(cx, words, draft);
    }
    let template = Some(words.template.as_str()).filter(|it| *it != AUTO);
    let template = template.map(|it| new::template_named(cx, it)).transpose()?;
    let (name, source) = read(cx, &words.file)?;
    let may_ask = !words.json && words.file != Path::new("-");
    let text = which_text(cx, words.text, may_ask, &name, &source.titles())?;
    let imported = source.understand(text, template, &cx.kinds, cx.lang);
    let id = if words.dry_run {
        None
    } else {
        let (owner, time) = (environment::owner(), environment::now());
        let outline = imported.outline.clone();
        let (id, _, folder) = desk::create(&cx.home, &owner, outline, ChangeCause::Import, time)?;
        drop(folder);
        Some(id)
    };
    if words.json {
        give_json(&shape(cx.lang, id.as_deref(), &imported))?;
        return Ok(Exit::Done);
    }
    let lines = aligned(&account(cx.lang, &imported));
    match id {
        // What was read is the result itself.
        None => give_lines(lines.iter().map(String::as_str))?,
        Some(id) => {
            for line in &lines {
                remark(line);
            }
            remark(&say::go_on(cx.lang, &id));
            give_lines([id.as_str()])?;
        }
    }
    say_remarks(cx.lang, &name, &imported);
    Ok(Exit::Done)
}

/// Reads a foreign file. Returns what to call it as well.
pub(super) fn read(cx: &Cx, file: &Path) -> Result<(String, Source), Failure> {
    let (name, bytes) = new::read_up_to(cx, file, LIMIT)?;
    let unimportable = |why| Failure::Unimportable {
        name: name.clone(),
        why,
    };
    if bytes.len() as u64 > LIMIT {
        let limit = LIMIT >> 20;
        return Err(unimportable(Unreadable::TooLarge { limit }));
    }
    let hint = if file == Path::new("-") {
        ""
    } else {
        name.as_str()
    };
    let source = Source::read(&bytes, hint).map_err(unimportable)?;
    Ok((name, source))
}

/// Makes a draft of a file that holds one text. Returns its id and what it holds.
pub(super) fn whole_file(cx: &Cx, file: &Path) -> Result<(String, Draft), Failure> {
    let (name, source) = read(cx, file)?;
    let titles = source.titles();
    if titles.len() > 1 {
        return Err(Failure::SeveralTexts { name, titles });
    }
    let imported = source.understand(0, None, &cx.kinds, cx.lang);
    let (owner, time) = (environment::owner(), environment::now());
    let outline = imported.outline;
    let (id, session, _) = desk::create(&cx.home, &owner, outline, ChangeCause::Import, time)?;
    Ok((id, session.draft().clone()))
}

/// Returns the place of the text that is meant, from 0: the one named, the only one, or the one the writer chooses.
pub(super) fn which_text(
    cx: &Cx,
    number: Option<usize>,
    may_ask: bool,
    name: &str,
    titles: &[String],
) -> Result<usize, Failure> {
    let name = name.to_owned();
    match (number, titles.len()) {
        (Some(number), n) if (1..=n).contains(&number) => Ok(number - 1),
        (Some(number), _) => Err(Failure::NoText {
            name,
            number,
            titles: titles.to_vec(),
        }),
        (None, 1) => Ok(0),
        (None, _) => {
            if cx.may_ask && may_ask && io::stdin().is_terminal() && io::stderr().is_terminal() {
                let question = say::ask_text(cx.lang, titles.len());
                if let Some(it) = ask::one_of(&question, titles)? {
                    return Ok(it);
                }
            }
            Err(Failure::SeveralTexts {
                name,
                titles: titles.to_vec(),
            })
        }
    }
}

fn shape<'a>(lang: Lang, draft: Option<&'a str>, imported: &'a Imported) -> Account<'a> {
    let outline = &imported.outline;
    let sections = outline.sections.iter().map(|it| Section {
        role: it.role,
        title: &it.title,
    });
    let dimensions = outline.dimensions.iter().map(|it| Dimension {
        title: &it.title,
        statement: it.kind == DimensionKind::Statement,
        problems: it.problems.len(),
        examples: n_examples(it),
    });
    let remarks = imported.remarks.iter().map(|it| Remarked {
        line: it.line,
        message: it.notice.say(lang),
    });
    Account {
        draft,
        title: &outline.title,
        template: &outline.template,
        characters: Characters {
            source: imported.account.source,
            placed: imported.account.placed,
            unplaced: imported.account.unplaced,
        },
        sections: sections.collect(),
        dimensions: dimensions.collect(),
        causes: outline.causes.len(),
        measures: outline.measures.len(),
        remarks: remarks.collect(),
    }
}

/// Lays labels and words out as two columns.
fn aligned(lines: &[(String, String)]) -> Vec<String> {
    let width = |it: &str| text_width(it, Ambiguous::Narrow);
    let widest = lines
        .iter()
        .map(|(label, _)| width(label))
        .max()
        .unwrap_or_default();
    let line = |(label, words): &(String, String)| {
        let gap = " ".repeat(widest + 2 - width(label));
        format!("{label}{gap}{words}").trim_end().to_owned()
    };
    lines.iter().map(line).collect()
}

fn say_remarks(lang: Lang, name: &str, imported: &Imported) {
    for it in imported.remarks.iter().take(SHOWN) {
        remark(&say::at_line(lang, name, it.line, &it.notice.say(lang)));
    }
    let n_more = imported.remarks.len().saturating_sub(SHOWN);
    if n_more > 0 {
        remark(&say::more_remarks(lang, n_more));
    }
}

//! `pouxi template from-notice`: shows what was read in a notice, then keeps it if told to.

use std::io::{self, IsTerminal};
use std::path::Path;

use serde::Serialize;

use super::template::{Whole, whole};
use super::{new, template_keep};
use crate::cli::args::TemplateFromNotice;
use crate::cli::ask;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::desk::kinds;
use crate::locale::Lang;
use crate::template::notice::{self, Reading, What, messages as notice_say};
use crate::template::{Template, to_toml};
use crate::typeset::{Ambiguous, text_width};

/// What was read, in the shape of `--json`.
#[derive(Serialize)]
struct Told<'a> {
    template: Option<Whole<'a>>,
    length: Length,
    read: Vec<Item>,
    not_understood: Vec<Line<'a>>,
    doubts: Vec<String>,
    path: Option<String>,
}

#[derive(Serialize)]
struct Length {
    min: Option<u32>,
    max: Option<u32>,
}

#[derive(Serialize)]
struct Item {
    line: usize,
    kind: &'static str,
    words: String,
}

#[derive(Serialize)]
struct Line<'a> {
    line: usize,
    text: &'a str,
}

/// Reads a notice, shows what was read, and keeps it after asking.
pub(in crate::cli) fn run(cx: &Cx, words: &TemplateFromNotice) -> Result<Exit, Failure> {
    if words.file == Path::new("-") && io::stdin().is_terminal() {
        remark(&say::paste_notice(cx.lang));
    }
    let (name, bytes) = new::read_file(cx, &words.file)?;
    let text = match kinds::notice_of(&bytes, &name) {
        Ok(it) => it,
        Err(why) => return Err(Failure::Unimportable { name, why }),
    };
    let reading = notice::read(&text);
    let wish = words.id.clone();
    let id = wish.unwrap_or_else(|| kinds::free_id(&cx.kinds, &reading.id_to_propose()));
    let mut template = reading.to_template(&id);
    if let Some(name) = &words.name {
        template.name.clone_from(name);
    }
    if !words.json {
        give_lines(told(cx.lang, &reading).iter().map(String::as_str))?;
    }
    let is_usable = reading.is_usable();
    if words.keep && !is_usable {
        return Err(Failure::NoDimensions { name });
    }
    let path = if words.keep || is_usable && !words.json && confirmed(cx, &id, words)? {
        Some(template_keep::take_in(
            cx,
            &name,
            &to_toml(&template),
            false,
        )?)
    } else {
        None
    };
    let path = path.map(|it| it.display().to_string());
    if words.json {
        give_json(&json(cx.lang, &reading, &template, path))?;
    } else if let Some(path) = path {
        give_lines([
            say::template_kept(cx.lang, &id, &path).as_str(),
            say::how_to_write(cx.lang, &id).as_str(),
        ])?;
    }
    Ok(if is_usable {
        Exit::Done
    } else {
        Exit::Findings
    })
}

/// Asks on a terminal; says how to keep it where nobody can be asked.
fn confirmed(cx: &Cx, id: &str, words: &TemplateFromNotice) -> Result<bool, Failure> {
    // A notice pasted into the terminal has used standard input up.
    let from_stdin = words.file == Path::new("-");
    let may_ask = cx.may_ask && !from_stdin && io::stdin().is_terminal();
    if !may_ask || !io::stderr().is_terminal() {
        remark(&say::how_to_keep(cx.lang));
        return Ok(false);
    }
    let answer = ask::yes_or_no(&say::ask_keep(cx.lang, id), true)?;
    if answer != Some(true) {
        remark(&say::not_kept(cx.lang));
    }
    Ok(answer.unwrap_or(false))
}

/// Returns the reading line by line: what was read, in which lines nothing was, what is doubtful.
fn told(lang: Lang, reading: &Reading) -> Vec<String> {
    let padded = |text: &str, width: usize| {
        let blanks = width.saturating_sub(text_width(text, Ambiguous::Narrow));
        format!("{text}{}", " ".repeat(blanks))
    };
    let mut lines = Vec::new();
    for it in &reading.reads {
        let line = padded(&say::read_in_notice(lang, it.line), 10);
        let label = padded(&notice_say::label(lang, &it.what), 11);
        lines.push(format!("{line}{label}{}", notice_say::words(lang, it)));
        if let What::Dimension { guide, .. } = &it.what
            && !guide.is_empty()
        {
            lines.push(format!("{}{guide}", " ".repeat(21)));
        }
    }
    let rest: Vec<String> = reading
        .not_understood()
        .map(|(n, text)| {
            let line = padded(&say::read_in_notice(lang, *n), 10);
            let most = 60;
            let cut: String = text.chars().take(most).collect();
            let more = if text.chars().count() > most {
                "……"
            } else {
                ""
            };
            format!("{line}{cut}{more}")
        })
        .collect();
    if !rest.is_empty() {
        lines.extend([String::new(), say::nothing_read(lang)]);
        lines.extend(rest);
    }
    let doubts = notice_say::doubts(lang, reading);
    if !doubts.is_empty() {
        lines.extend([String::new(), say::to_compare(lang)]);
        lines.extend(doubts);
    }
    lines
}

fn json<'a>(
    lang: Lang,
    reading: &'a Reading,
    template: &'a Template,
    path: Option<String>,
) -> Told<'a> {
    let length = reading.length();
    Told {
        template: reading.is_usable().then(|| whole(template)),
        length: Length {
            min: length.and_then(|it| it.min),
            max: length.and_then(|it| it.max),
        },
        read: (reading.reads.iter())
            .map(|it| Item {
                line: it.line,
                kind: kind(&it.what),
                words: notice_say::words(lang, it),
            })
            .collect(),
        not_understood: (reading.not_understood())
            .map(|(line, text)| Line { line: *line, text })
            .collect(),
        doubts: notice_say::doubts(lang, reading),
        path,
    }
}

fn kind(what: &What) -> &'static str {
    match what {
        What::Year(_) => "year",
        What::Occasion(_) => "occasion",
        What::Report(_) => "report",
        What::Length(_) | What::About(_) => "length",
        What::Dimension { .. } => "dimension",
        What::Part(..) => "part",
    }
}

//! `pouxi template list`, `show` and `check`: what is there. What is kept is `template_keep`'s.

use serde::Serialize;

use super::list::columns;
use super::new;
use crate::cli::args::{TemplateCheck, TemplateList, TemplateShow};
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give, give_json, give_lines, remark};
use crate::desk::kinds;
use crate::draft::Role;
use crate::template::{self, Template, TemplateError};

/// A template in a list, in the shape of `--json`.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    name: &'a str,
    language: &'a str,
    year: Option<u16>,
    occasion: &'a str,
    confirmed: bool,
    dimensions: usize,
    statements: usize,
    own: bool,
}

/// Lists the templates, the writer's own first. A file that is none is told of and stops nothing.
pub(in crate::cli) fn list(cx: &Cx, words: &TemplateList) -> Result<Exit, Failure> {
    for unread in &cx.kinds.unread {
        for line in kinds::say_unread(cx.lang, unread) {
            remark(&line);
        }
    }
    let n_own = cx.kinds.own.len();
    let templates: Vec<(&Template, bool)> = cx
        .kinds
        .all()
        .enumerate()
        .map(|(n, it)| (it, n < n_own))
        .collect();
    if words.json {
        let items: Vec<Item<'_>> = templates.iter().map(|(it, own)| item(it, *own)).collect();
        give_json(&items)?;
        return Ok(Exit::Done);
    }
    let mut rows = vec![[
        say::head_id(cx.lang),
        say::head_name(cx.lang),
        String::new(),
    ]];
    rows.extend(templates.iter().map(|(it, own)| {
        let note = match (own, it.confirmed) {
            (true, _) => say::own_template(cx.lang),
            (false, true) => String::new(),
            (false, false) => say::unconfirmed(cx.lang),
        };
        [it.id.clone(), it.name.clone(), note]
    }));
    give_lines(columns(&rows).iter().map(String::as_str))?;
    Ok(Exit::Done)
}

fn item(it: &Template, own: bool) -> Item<'_> {
    let statements = it.dimensions.iter().filter(|it| it.statement).count();
    Item {
        id: &it.id,
        name: &it.name,
        language: &it.language,
        year: it.year,
        occasion: &it.occasion,
        confirmed: it.confirmed,
        dimensions: it.dimensions.len() - statements,
        statements,
        own,
    }
}

/// A template in the shape of `--json`.
#[derive(Serialize)]
pub(super) struct Whole<'a> {
    id: &'a str,
    version: u32,
    language: &'a str,
    name: &'a str,
    title: &'a str,
    year: Option<u16>,
    occasion: &'a str,
    source: &'a str,
    confirmed: bool,
    note: Option<&'a str>,
    sections: Vec<Section<'a>>,
    dimensions: Vec<Dimension<'a>>,
}

#[derive(Serialize)]
struct Section<'a> {
    role: Role,
    title: &'a str,
    required: bool,
}

#[derive(Serialize)]
struct Dimension<'a> {
    title: &'a str,
    short_title: &'a str,
    statement: bool,
}

/// Writes the file of a template.
pub(in crate::cli) fn show(cx: &Cx, words: &TemplateShow) -> Result<Exit, Failure> {
    let template = new::template_named(cx, &words.id)?;
    if words.json {
        give_json(&whole(template))?;
    } else {
        let text = template::source_text(&template.id).unwrap_or_default();
        give(text.as_bytes())?;
    }
    Ok(Exit::Done)
}

pub(super) fn whole(it: &Template) -> Whole<'_> {
    Whole {
        id: &it.id,
        version: it.version,
        language: &it.language,
        name: &it.name,
        title: &it.title,
        year: it.year,
        occasion: &it.occasion,
        source: &it.source,
        confirmed: it.confirmed,
        note: it.note.as_deref(),
        sections: (it.sections.iter())
            .map(|it| Section {
                role: it.role,
                title: &it.title,
                required: it.required,
            })
            .collect(),
        dimensions: (it.dimensions.iter())
            .map(|it| Dimension {
                title: &it.title,
                short_title: &it.short_title,
                statement: it.statement,
            })
            .collect(),
    }
}

/// What a check found, in the shape of `--json`.
#[derive(Serialize)]
struct Checked<'a> {
    template: Option<&'a str>,
    faults: Vec<Fault<'a>>,
}

#[derive(Serialize)]
struct Fault<'a> {
    line: usize,
    column: usize,
    key: &'a str,
    message: String,
}

/// Checks a template file, and tells everything wrong with it.
pub(in crate::cli) fn check(cx: &Cx, words: &TemplateCheck) -> Result<Exit, Failure> {
    let (name, text) = new::read_text(cx, &words.file)?;
    let checked = template::check(&text);
    let (id, errors): (Option<&str>, &[TemplateError]) = match &checked {
        Ok(template) => (Some(&template.id), &[]),
        Err(errors) => (None, errors),
    };
    if words.json {
        let faults = errors.iter().map(|it| Fault {
            line: it.line,
            column: it.column,
            key: &it.key,
            message: it.fault.say(cx.lang),
        });
        give_json(&Checked {
            template: id,
            faults: faults.collect(),
        })?;
    } else if errors.is_empty() {
        give_lines([say::template_is_good(cx.lang, &name).as_str()])?;
    } else {
        let lines: Vec<String> = errors.iter().map(|it| it.say(cx.lang)).collect();
        give_lines(lines.iter().map(String::as_str))?;
    }
    Ok(if errors.is_empty() {
        Exit::Done
    } else {
        Exit::Findings
    })
}

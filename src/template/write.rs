//! A template as the text of a file. The built-in ones are shown as they were written: `packs::source_text`.

use std::fmt::Write;

use crate::template::model::Template;
use crate::template::parse::base_prompt;
use crate::template::parse::first_prompt;
use crate::template::parse::questions_of;
use crate::template::questions::{Probe, Prompt};
use crate::template::roles::role_name;

/// Returns the file of this template: reading it gives the same template again.
///
/// Questions are written where they differ from the set of the template's language.
pub fn to_toml(template: &Template) -> String {
    let mut out = String::new();
    text(&mut out, "id", &template.id);
    bare(&mut out, "version", template.version);
    text(&mut out, "language", &template.language);
    text(&mut out, "name", &template.name);
    text(&mut out, "title", &template.title);
    if let Some(year) = template.year {
        bare(&mut out, "year", year);
    }
    text(&mut out, "occasion", &template.occasion);
    if !template.audience.is_empty() {
        text(&mut out, "audience", &template.audience);
    }
    text(&mut out, "source", &template.source);
    bare(&mut out, "confirmed", template.confirmed);
    if let Some(note) = &template.note {
        text(&mut out, "note", note);
    }
    if let Some(length) = template.length {
        heading(&mut out, "[length]");
        if let Some(min) = length.min {
            bare(&mut out, "min", min);
        }
        if let Some(max) = length.max {
            bare(&mut out, "max", max);
        }
    }
    for (n, (name, level)) in template.checks.iter().enumerate() {
        if n == 0 {
            heading(&mut out, "[checks]");
        }
        text(&mut out, name, level.name());
    }
    for branch in &template.branches {
        heading(&mut out, "[[branches]]");
        text(&mut out, "key", &branch.key);
        text(&mut out, "ask", &branch.prompt.ask);
        if !branch.prompt.guide.is_empty() {
            text(&mut out, "guide", &branch.prompt.guide);
        }
        text(&mut out, "reason", &branch.reason);
    }
    for section in &template.sections {
        heading(&mut out, "[[sections]]");
        text(&mut out, "role", role_name(section.role));
        if !section.title.is_empty() {
            text(&mut out, "title", &section.title);
        }
        bare(&mut out, "required", section.required);
        if let Some(key) = &section.when {
            text(&mut out, "when", key);
        }
        prompt(
            &mut out,
            &section.prompt,
            base_prompt(&template.questions, section.role),
        );
    }
    for dimension in &template.dimensions {
        heading(&mut out, "[[dimensions]]");
        text(&mut out, "title", &dimension.title);
        text(&mut out, "short_title", &dimension.short_title);
        if dimension.statement {
            bare(&mut out, "statement", true);
        }
        if let Some(key) = &dimension.when {
            text(&mut out, "when", key);
        }
        prompt(
            &mut out,
            &dimension.prompt,
            first_prompt(&template.questions, dimension.statement),
        );
    }
    let set = questions_of(&template.language);
    for ((name, asked), (_, base)) in template.questions.iter().zip(set.iter()) {
        if asked != base {
            heading(&mut out, &format!("[questions.{name}]"));
            prompt(&mut out, asked, base);
        }
    }
    out
}

fn heading(out: &mut String, heading: &str) {
    writeln!(out, "\n{heading}").expect("a string takes what is written to it");
}

fn text(out: &mut String, key: &str, value: &str) {
    bare(out, key, toml::Value::from(value));
}

fn bare(out: &mut String, key: &str, value: impl std::fmt::Display) {
    writeln!(out, "{key} = {value}").expect("a string takes what is written to it");
}

/// Writes what differs from the prompt it is read on top of.
fn prompt(out: &mut String, prompt: &Prompt, base: &Prompt) {
    for (key, value, base) in [
        ("ask", &prompt.ask, &base.ask),
        ("guide", &prompt.guide, &base.guide),
        ("example", &prompt.example, &base.example),
    ] {
        if value != base {
            text(out, key, value);
        }
    }
    // A question that is put differently is read without the probes of the old one.
    let read: &[Probe] = if prompt.ask == base.ask {
        &base.probes
    } else {
        &[]
    };
    if *prompt.probes != *read {
        bare(out, "probes", probes(&prompt.probes));
    }
}

/// Returns probes as the value of their key: a list of tables on one line.
fn probes(probes: &[Probe]) -> toml::Value {
    let table = |it: &Probe| {
        let unless = it.unless.iter().cloned().map(toml::Value::from).collect();
        toml::Table::from_iter([
            ("ask".to_owned(), toml::Value::from(it.ask.as_str())),
            ("unless".to_owned(), toml::Value::Array(unless)),
        ])
    };
    toml::Value::Array(probes.iter().map(|it| table(it).into()).collect())
}

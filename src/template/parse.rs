//! A template from the text of a file, or everything wrong with it. Reads no file itself and never panics.

use std::sync::Arc;

use toml::de::DeTable;

use crate::draft::Role;
use crate::locale::Lang;
use crate::template::checks::CHECKS;
use crate::template::checks::Checks;
use crate::template::checks::Level;
use crate::template::error::Fault;
use crate::template::error::TemplateError;
use crate::template::messages as say;
use crate::template::model::BranchSpec;
use crate::template::model::DimensionSpec;
use crate::template::model::Length;
use crate::template::model::SectionSpec;
use crate::template::model::Template;
use crate::template::nearest::nearest;
use crate::template::packs::QUESTION_SETS;
use crate::template::questions::Questions;
use crate::template::questions::{Probe, Prompt};
use crate::template::reader::Reader;
use crate::template::reader::Table;
use crate::template::roles::ROLES;

pub(super) const TEMPLATE_KEYS: &[&str] = &[
    "id",
    "version",
    "language",
    "name",
    "title",
    "year",
    "occasion",
    "audience",
    "source",
    "confirmed",
    "note",
    "length",
    "checks",
    "sections",
    "dimensions",
    "branches",
    "questions",
];
pub(super) const LENGTH_KEYS: &[&str] = &["min", "max"];
pub(super) const SECTION_KEYS: &[&str] = &[
    "role", "title", "required", "when", "ask", "guide", "example", "probes",
];
pub(super) const DIMENSION_KEYS: &[&str] = &[
    "title",
    "short_title",
    "statement",
    "when",
    "ask",
    "guide",
    "example",
    "probes",
];
pub(super) const BRANCH_KEYS: &[&str] = &["key", "ask", "guide", "reason"];
pub(super) const PROMPT_KEYS: &[&str] = &["ask", "guide", "example", "probes"];
pub(super) const PROBE_KEYS: &[&str] = &["ask", "unless"];

/// Reads a template, or returns the first thing wrong with it.
pub fn parse(text: &str) -> Result<Template, TemplateError> {
    check(text).map_err(|mut it| it.swap_remove(0))
}

/// Reads a template, or returns everything wrong with it in the order of the text, at least one thing.
///
/// Where the text is not even TOML, nothing but that is said.
pub fn check(text: &str) -> Result<Template, Vec<TemplateError>> {
    read(text, template)
}

/// Reads a question set: the same tables as the `questions` table of a template, at the top of a file.
pub(super) fn parse_questions(text: &str) -> Result<Questions, Vec<TemplateError>> {
    read(text, |reader, table| {
        reader.allow(table, Questions::NAMES);
        questions(reader, table, &Questions::blank())
    })
}

/// Returns the questions a template of this language starts from.
pub(super) fn questions_of(language: &str) -> &'static Questions {
    QUESTION_SETS
        .iter()
        .find(|it| it.language == language)
        .unwrap_or(&QUESTION_SETS[0])
        .questions()
}

/// Returns what is asked right under the heading of a section, unless the section says otherwise.
pub(super) fn base_prompt(questions: &Questions, role: Role) -> &Prompt {
    match role {
        Role::Opening => &questions.opening,
        Role::FollowUp => &questions.follow_up,
        Role::Dimensions | Role::Causes | Role::Measures => &questions.lead_in,
        Role::Case => &questions.case,
        Role::Closing => &questions.closing,
        Role::Text => &questions.text,
    }
}

/// Returns what is asked first in a dimension, unless the dimension says otherwise.
pub(super) fn first_prompt(questions: &Questions, statement: bool) -> &Prompt {
    if statement {
        &questions.statement
    } else {
        &questions.headline
    }
}

/// Reads a document of any kind, or returns everything wrong with it in the order of the text.
///
/// Where the text is not even TOML, nothing but that is said.
pub(crate) fn read<T>(
    text: &str,
    walk: impl FnOnce(&mut Reader<'_>, &Table<'_>) -> T,
) -> Result<T, Vec<TemplateError>> {
    let mut reader = Reader::new(text);
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        reader.syntax(error);
    }
    if !errors.is_empty() {
        return Err(reader.into_errors());
    }
    let read = walk(&mut reader, &Table::document(document.get_ref()));
    if reader.n_faults() == 0 {
        Ok(read)
    } else {
        Err(reader.into_errors())
    }
}

fn template(reader: &mut Reader<'_>, table: &Table<'_>) -> Template {
    reader.allow(table, TEMPLATE_KEYS);
    let id = id(reader, table);
    let language = language(reader, table);
    let name = needed_line(reader, table, "name");
    let title = title(reader, table);
    let questions = match table.entry("questions").and_then(|it| reader.table(&it)) {
        Some(asked) => overridden(reader, &asked, &language),
        None => questions_of(&language).clone(),
    };
    let branches = branches(reader, table, &language);
    let n_faults = reader.n_faults();
    let sections = sections(reader, table, &questions, &branches);
    let every_section_read = reader.n_faults() == n_faults;
    let dimensions = dimensions(reader, table, &questions, &branches);
    if let Some(entry) = table.entry("dimensions")
        && every_section_read
        && !dimensions.is_empty()
        && sections.iter().all(|it| it.role != Role::Dimensions)
    {
        reader.fault(entry.at, entry.path, Fault::NoDimensionsSection);
    }
    Template {
        id,
        version: table
            .entry("version")
            .and_then(|it| reader.number(&it, 1..=u32::MAX))
            .unwrap_or(1),
        name,
        title,
        year: table
            .entry("year")
            .and_then(|it| reader.number(&it, 1..=9999))
            .and_then(|it| u16::try_from(it).ok()),
        occasion: table
            .entry("occasion")
            .and_then(|it| reader.line_or_nothing(&it))
            .unwrap_or_default(),
        audience: table
            .entry("audience")
            .and_then(|it| reader.line_or_nothing(&it))
            .unwrap_or_default(),
        source: table
            .entry("source")
            .and_then(|it| reader.paragraphs(&it))
            .unwrap_or_default(),
        confirmed: table
            .entry("confirmed")
            .and_then(|it| reader.choice(&it))
            .unwrap_or(true),
        note: table
            .entry("note")
            .and_then(|it| reader.paragraphs(&it))
            .filter(|it| !it.trim().is_empty()),
        length: length(reader, table),
        checks: checks(reader, table),
        language,
        sections,
        dimensions,
        branches,
        questions,
    }
}

fn needed_line(reader: &mut Reader<'_>, table: &Table<'_>, key: &str) -> String {
    reader
        .need(table, key)
        .and_then(|it| reader.line(&it))
        .unwrap_or_default()
}

fn id(reader: &mut Reader<'_>, table: &Table<'_>) -> String {
    let Some(entry) = reader.need(table, "id") else {
        return String::new();
    };
    let id = reader.line(&entry).unwrap_or_default();
    if !id.chars().all(is_id_sign) {
        reader.fault(entry.at, entry.path, Fault::BadId);
    }
    id
}

fn is_id_sign(sign: char) -> bool {
    sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-'
}

fn language(reader: &mut Reader<'_>, table: &Table<'_>) -> String {
    let Some(entry) = reader.need(table, "language") else {
        return String::new();
    };
    let language = reader.line(&entry).unwrap_or_default();
    if !language.is_empty() && QUESTION_SETS.iter().all(|it| it.language != language) {
        reader.fault(entry.at, entry.path, Fault::UnknownLanguage);
    }
    language
}

fn title(reader: &mut Reader<'_>, table: &Table<'_>) -> String {
    let Some(entry) = reader.need(table, "title") else {
        return String::new();
    };
    let title = reader.line(&entry).unwrap_or_default();
    if title.replace("{year}", "").contains(['{', '}']) {
        reader.fault(entry.at, entry.path, Fault::UnknownBlank);
    }
    title
}

fn length(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<Length> {
    let entry = table.entry("length")?;
    let table = reader.table(&entry)?;
    let n_faults = reader.n_faults();
    reader.allow(&table, LENGTH_KEYS);
    let mut bound = |key: &str| {
        let entry = table.entry(key)?;
        reader.number(&entry, 0..=u32::MAX)
    };
    let length = Length {
        min: bound("min"),
        max: bound("max"),
    };
    match (length.min, length.max) {
        (Some(min), Some(max)) if max < min => {
            reader.fault(entry.at, entry.path, Fault::LengthReversed);
        }
        (None, None) if reader.n_faults() == n_faults => {
            reader.fault(entry.at, entry.path, Fault::LengthOpen);
        }
        (Some(_) | None, _) => {}
    }
    Some(length)
}

/// Reads the `checks` table: names of checks with what is wanted of each.
fn checks(reader: &mut Reader<'_>, table: &Table<'_>) -> Checks {
    let mut checks = Checks::default();
    let Some(table) = table.entry("checks").and_then(|it| reader.table(&it)) else {
        return checks;
    };
    reader.allow(&table, CHECKS);
    for name in CHECKS {
        let Some(entry) = table.entry(name) else {
            continue;
        };
        let Some(written) = reader.line(&entry) else {
            continue;
        };
        if let Some((_, level)) = Level::ALL.iter().find(|(it, _)| *it == written) {
            checks.set(name, *level);
        } else {
            let nearest = nearest(&written, Level::ALL.iter().map(|(it, _)| *it));
            reader.fault(entry.at, entry.path, Fault::UnknownLevel { nearest });
        }
    }
    checks
}

/// Reads the questions that open and close parts.
fn branches(reader: &mut Reader<'_>, table: &Table<'_>, language: &str) -> Vec<BranchSpec> {
    let Some(entry) = table.entry("branches") else {
        return Vec::new();
    };
    let mut seen: Vec<(String, usize)> = Vec::new();
    let mut branches = Vec::new();
    for table in reader.tables(&entry) {
        reader.allow(&table, BRANCH_KEYS);
        let key = needed_line(reader, &table, "key");
        if let Some(entry) = table.entry("key") {
            if !key.chars().all(is_id_sign) {
                reader.fault(entry.at, entry.path, Fault::BadId);
            } else if let Some((_, first)) = seen.iter().find(|(it, _)| *it == key) {
                let first = reader.line_of(*first);
                reader.fault(entry.at, entry.path, Fault::BranchTwice { first });
            }
            seen.push((key.clone(), entry.at));
        }
        let ask = needed_line(reader, &table, "ask");
        let guide = (table.entry("guide")).and_then(|it| reader.line_or_nothing(&it));
        let reason = (table.entry("reason")).and_then(|it| reader.line(&it));
        branches.push(BranchSpec {
            key,
            prompt: Prompt {
                ask,
                guide: guide.unwrap_or_default(),
                ..Prompt::blank()
            },
            reason: reason.unwrap_or_else(|| say::does_not_apply(Lang::from_tag(language))),
        });
    }
    branches
}

/// Reads which question a part hangs on.
fn when(reader: &mut Reader<'_>, table: &Table<'_>, branches: &[BranchSpec]) -> Option<String> {
    let entry = table.entry("when")?;
    let key = reader.line(&entry)?;
    if branches.iter().all(|it| it.key != key) {
        let known: Vec<&str> = branches.iter().map(|it| it.key.as_str()).collect();
        let known = known.join(", ");
        reader.fault(entry.at, entry.path, Fault::UnknownBranch { known });
    }
    Some(key)
}

fn sections(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    questions: &Questions,
    branches: &[BranchSpec],
) -> Vec<SectionSpec> {
    let Some(entry) = reader.need(table, "sections") else {
        return Vec::new();
    };
    let tables = reader.tables(&entry);
    if tables.is_empty() {
        reader.fault(entry.at, entry.path, Fault::Empty);
    }
    let mut seen: Vec<(Role, usize)> = Vec::new();
    let mut sections = Vec::new();
    for (idx, table) in tables.iter().enumerate() {
        reader.allow(table, SECTION_KEYS);
        let Some((role, at)) = role(reader, table) else {
            continue;
        };
        let fault = match role {
            Role::Opening if idx > 0 => Some(Fault::OpeningNotFirst),
            Role::Closing if idx + 1 < tables.len() => Some(Fault::ClosingNotLast),
            _ => None,
        };
        let twice = seen
            .iter()
            .find(|(it, _)| *it == role && role != Role::Text);
        let twice = twice.map(|(_, first)| Fault::RoleTwice {
            role,
            first: reader.line_of(*first),
        });
        if let Some(fault) = twice.or(fault) {
            reader.fault(at, table.path_of("role"), fault);
        }
        seen.push((role, at));
        sections.push(SectionSpec {
            role,
            title: section_title(reader, table, role),
            required: table
                .entry("required")
                .and_then(|it| reader.choice(&it))
                .unwrap_or(true),
            when: when(reader, table, branches),
            prompt: prompt(reader, table, base_prompt(questions, role)),
        });
    }
    sections
}

fn role(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<(Role, usize)> {
    let entry = reader.need(table, "role")?;
    let written = reader.line(&entry)?;
    let role = ROLES
        .iter()
        .find(|(name, _)| *name == written)
        .map(|(_, role)| (*role, entry.at));
    if role.is_none() {
        let nearest = nearest(&written, ROLES.iter().map(|(name, _)| *name));
        reader.fault(entry.at, entry.path, Fault::UnknownRole { nearest });
    }
    role
}

fn section_title(reader: &mut Reader<'_>, table: &Table<'_>, role: Role) -> String {
    if !matches!(role, Role::Opening | Role::Closing) {
        return needed_line(reader, table, "title");
    }
    if let Some(entry) = table.entry("title") {
        reader.fault(entry.at, entry.path, Fault::TitleNotWanted { role });
    }
    String::new()
}

fn dimensions(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    questions: &Questions,
    branches: &[BranchSpec],
) -> Vec<DimensionSpec> {
    let Some(entry) = table.entry("dimensions") else {
        return Vec::new();
    };
    let mut seen: Vec<(String, usize)> = Vec::new();
    let mut dimensions = Vec::new();
    for table in reader.tables(&entry) {
        reader.allow(&table, DIMENSION_KEYS);
        let title = needed_line(reader, &table, "title");
        if let Some(entry) = table.entry("title") {
            if let Some((_, first)) = seen
                .iter()
                .find(|(it, _)| *it == title && !title.is_empty())
            {
                let first = reader.line_of(*first);
                reader.fault(entry.at, entry.path, Fault::DimensionTwice { first });
            }
            seen.push((title.clone(), entry.at));
        }
        let statement = table
            .entry("statement")
            .and_then(|it| reader.choice(&it))
            .unwrap_or(false);
        dimensions.push(DimensionSpec {
            short_title: table
                .entry("short_title")
                .and_then(|it| reader.line(&it))
                .unwrap_or_else(|| title.clone()),
            statement,
            when: when(reader, &table, branches),
            prompt: prompt(reader, &table, first_prompt(questions, statement)),
            title,
        });
    }
    dimensions
}

/// Reads the `questions` table of a template: a set, and what the template asks otherwise.
fn overridden(reader: &mut Reader<'_>, table: &Table<'_>, language: &str) -> Questions {
    reader.allow(table, Questions::KEYS);
    let mut base = questions_of(language);
    if let Some(entry) = table.entry("set")
        && let Some(name) = reader.line(&entry)
    {
        if let Some(set) = QUESTION_SETS.iter().find(|it| it.name == name) {
            base = set.questions();
        } else {
            let nearest = nearest(&name, QUESTION_SETS.iter().map(|it| it.name));
            reader.fault(entry.at, entry.path, Fault::UnknownSet { nearest });
        }
    }
    questions(reader, table, base)
}

/// Reads the questions of a table on top of those it starts from.
fn questions(reader: &mut Reader<'_>, table: &Table<'_>, base: &Questions) -> Questions {
    base.map(|name, base| {
        let Some(table) = table.entry(name).and_then(|it| reader.table(&it)) else {
            return base.clone();
        };
        reader.allow(&table, PROMPT_KEYS);
        prompt(reader, &table, base)
    })
}

/// Reads what a prompt has where the table gives it. Probes take the place of those there were; a question that is put
/// differently has those of the old one no longer.
fn prompt(reader: &mut Reader<'_>, table: &Table<'_>, base: &Prompt) -> Prompt {
    Prompt {
        ask: table
            .entry("ask")
            .and_then(|it| reader.line(&it))
            .unwrap_or_else(|| base.ask.clone()),
        guide: table
            .entry("guide")
            .and_then(|it| reader.line_or_nothing(&it))
            .unwrap_or_else(|| base.guide.clone()),
        example: table
            .entry("example")
            .and_then(|it| reader.paragraphs(&it))
            .unwrap_or_else(|| base.example.clone()),
        probes: match table.entry("probes") {
            Some(it) => {
                let tables = reader.tables(&it);
                (tables.iter().filter_map(|it| probe(reader, it))).collect()
            }
            None if table.entry("ask").is_some() => Arc::from([]),
            None => base.probes.clone(),
        },
    }
}

/// Reads a probe.
fn probe(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<Probe> {
    reader.allow(table, PROBE_KEYS);
    let ask = reader.need(table, "ask").and_then(|it| reader.line(&it));
    let unless = (table.entry("unless")).map_or_else(Vec::new, |it| reader.lines(&it));
    Some(Probe {
        ask: ask?,
        unless: unless.into_iter().map(|(word, _)| word).collect(),
    })
}

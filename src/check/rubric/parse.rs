//! A rubric from the text of a file, or everything wrong with it. Reads no file itself.

use crate::draft::Role;
use crate::locale::Lang;
use crate::template::TemplateError;
use crate::template::error::Fault;
use crate::template::nearest::nearest;
use crate::template::parse::read;
use crate::template::reader::{Entry, Reader, Table};
use crate::template::roles::ROLES;

use super::messages as say;
use super::{Bounds, Counted, Criterion, Deduction, Measure, Rubric, Takes};
use crate::check::RULES;

/// The keys of a rubric.
pub const RUBRIC_KEYS: &[&str] = &["name", "source", "confirmed", "note", "hard", "criteria"];

/// The keys of a criterion.
pub const CRITERION_KEYS: &[&str] = &["name", "look", "weight", "person", "deductions"];

/// The keys of a deduction.
pub const DEDUCTION_KEYS: &[&str] = &[
    "rules", "within", "missing", "share", "count", "each", "at_most", "per", "least", "most",
    "off",
];

/// Of these a deduction has one.
const MEASURES: &[&str] = &["rules", "missing", "share", "count"];

/// The most points anything has: all of them together still fit.
const MOST: u32 = 10_000;

/// Reads a rubric.
///
/// # Errors
/// Everything wrong with it, in the order of the text.
pub fn parse(text: &str) -> Result<Rubric, Vec<TemplateError>> {
    read(text, rubric)
}

/// A fault that only a rubric can have.
fn fault(say: impl Fn(Lang) -> String) -> Fault {
    Fault::Other {
        zh: say(Lang::Zh),
        en: say(Lang::En),
    }
}

fn rubric(reader: &mut Reader<'_>, table: &Table<'_>) -> Rubric {
    reader.allow(table, RUBRIC_KEYS);
    let name = needed_line(reader, table, "name");
    let source = paragraphs(reader, table, "source");
    let note = paragraphs(reader, table, "note");
    let confirmed = (table.entry("confirmed")).and_then(|it| reader.choice(&it));
    let hard = (table.entry("hard")).map(|it| rules(reader, &it));
    Rubric {
        name,
        source,
        note,
        // What nobody has compared with the office's own is not confirmed.
        confirmed: confirmed.unwrap_or(false),
        hard: hard.unwrap_or_default(),
        criteria: criteria(reader, table),
    }
}

fn needed_line(reader: &mut Reader<'_>, table: &Table<'_>, key: &str) -> String {
    let entry = reader.need(table, key);
    entry.and_then(|it| reader.line(&it)).unwrap_or_default()
}

fn paragraphs(reader: &mut Reader<'_>, table: &Table<'_>, key: &str) -> String {
    let entry = table.entry(key);
    entry
        .and_then(|it| reader.paragraphs(&it))
        .unwrap_or_default()
}

fn criteria(reader: &mut Reader<'_>, table: &Table<'_>) -> Vec<Criterion> {
    let Some(entry) = reader.need(table, "criteria") else {
        return Vec::new();
    };
    let tables = reader.tables(&entry);
    if tables.is_empty() {
        reader.fault(entry.at, entry.path, Fault::Empty);
    }
    let mut seen: Vec<(String, usize)> = Vec::new();
    let mut criteria = Vec::new();
    for table in &tables {
        let criterion = criterion(reader, table);
        if let Some(entry) = table.entry("name") {
            let twice = seen.iter().find(|it| it.0 == criterion.name);
            if let Some((_, first)) = twice {
                let first = *first;
                let fault = fault(|lang| say::criterion_twice(lang, first));
                reader.fault(entry.at, entry.path, fault);
            } else if !criterion.name.is_empty() {
                seen.push((criterion.name.clone(), reader.line_of(entry.at)));
            }
        }
        criteria.push(criterion);
    }
    criteria
}

fn criterion(reader: &mut Reader<'_>, table: &Table<'_>) -> Criterion {
    reader.allow(table, CRITERION_KEYS);
    let name = needed_line(reader, table, "name");
    let look = (table.entry("look")).and_then(|it| reader.line_or_nothing(&it));
    let weight = (reader.need(table, "weight")).and_then(|it| reader.number(&it, 1..=MOST));
    let person = match table.entry("person") {
        Some(entry) => {
            let person = reader.number(&entry, 0..=MOST);
            if let (Some(person), Some(weight)) = (person, weight)
                && person > weight
            {
                let fault = fault(|lang| say::person_above_weight(lang, weight));
                reader.fault(entry.at, entry.path, fault);
            }
            person
        }
        None => Some(0),
    };
    let entry = table.entry("deductions");
    let deductions: Vec<Deduction> = match &entry {
        Some(entry) => {
            let tables = reader.tables(entry);
            tables
                .iter()
                .filter_map(|it| deduction(reader, it))
                .collect()
        }
        None => Vec::new(),
    };
    if let (Some(weight), Some(person)) = (weight, person) {
        match &entry {
            None if person < weight => {
                let fault = fault(|lang| say::nothing_taken(lang, weight));
                reader.fault(table.at(), table.path(), fault);
            }
            Some(entry) if person == weight => {
                reader.fault(entry.at, entry.path.as_str(), fault(say::all_by_person));
            }
            Some(_) | None => {}
        }
    }
    Criterion {
        name,
        look: look.unwrap_or_default(),
        weight: weight.unwrap_or_default(),
        person: person.unwrap_or_default(),
        deductions,
    }
}

fn deduction(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<Deduction> {
    reader.allow(table, DEDUCTION_KEYS);
    let given: Vec<&'static str> = (MEASURES.iter().copied())
        .filter(|it| table.entry(it).is_some())
        .collect();
    let [measure] = given.as_slice() else {
        let fault = fault(|lang| say::one_measure(lang, &MEASURES.join(", ")));
        reader.fault(table.at(), table.path(), fault);
        return None;
    };
    let counts_up = matches!(*measure, "rules" | "missing");
    let wanted: &[&str] = match *measure {
        "rules" => &["within", "each", "at_most", "per"],
        "missing" => &["each", "at_most"],
        _ => &["least", "most", "off"],
    };
    for key in DEDUCTION_KEYS
        .iter()
        .filter(|it| !MEASURES.contains(it) && !wanted.contains(it))
    {
        if let Some(entry) = table.entry(key) {
            let fault = fault(|lang| say::not_with(lang, measure));
            reader.fault(entry.at, entry.path, fault);
        }
    }
    let entry = table.entry(measure)?;
    let measure = match *measure {
        "rules" => Measure::Findings {
            rules: needed(reader, &entry, rules),
            within: (table.entry("within"))
                .map(|it| needed(reader, &it, roles))
                .unwrap_or_default(),
        },
        "missing" => Measure::Missing(needed(reader, &entry, roles)),
        "share" => Measure::Share(needed(reader, &entry, roles), bounds(reader, table, 100)?),
        _ => Measure::Count(counted(reader, &entry)?, bounds(reader, table, u32::MAX)?),
    };
    let takes = if counts_up {
        takes(reader, table)?
    } else {
        let Some(entry) = table.entry("off") else {
            reader.fault(table.at(), table.path(), fault(say::takes_off));
            return None;
        };
        Takes::Off(reader.number(&entry, 1..=MOST)?)
    };
    Some(Deduction { measure, takes })
}

/// Reads a list that must not be empty.
fn needed<T>(
    reader: &mut Reader<'_>,
    entry: &Entry<'_>,
    read: impl Fn(&mut Reader<'_>, &Entry<'_>) -> Vec<T>,
) -> Vec<T> {
    let n_faults = reader.n_faults();
    let list = read(reader, entry);
    if list.is_empty() && reader.n_faults() == n_faults {
        reader.fault(entry.at, entry.path.as_str(), Fault::Empty);
    }
    list
}

fn takes(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<Takes> {
    let mut points = |key: &str| {
        let entry = table.entry(key)?;
        reader.number(&entry, 1..=MOST)
    };
    let (each, at_most) = (points("each"), points("at_most"));
    let per = table.entry("per");
    match (table.entry("each").is_some(), per) {
        (true, None) => Some(Takes::Each {
            each: each?,
            at_most,
        }),
        (false, Some(per)) if table.entry("at_most").is_some() => Some(Takes::Part {
            per: counted(reader, &per)?,
            at_most: at_most?,
        }),
        (_, _) => {
            reader.fault(table.at(), table.path(), fault(say::takes_each));
            None
        }
    }
}

fn bounds(reader: &mut Reader<'_>, table: &Table<'_>, largest: u32) -> Option<Bounds> {
    let n_faults = reader.n_faults();
    let mut bound = |key: &str| {
        let entry = table.entry(key)?;
        reader.number(&entry, 0..=largest)
    };
    let bounds = Bounds {
        least: bound("least"),
        most: bound("most"),
    };
    if reader.n_faults() > n_faults {
        return None;
    }
    let wrong = match (bounds.least, bounds.most) {
        (None, None) => Some(fault(say::no_bounds)),
        (Some(least), Some(most)) if most < least => Some(fault(say::bounds_reversed)),
        (Some(_) | None, _) => None,
    };
    if let Some(wrong) = wrong {
        reader.fault(table.at(), table.path(), wrong);
        return None;
    }
    Some(bounds)
}

fn rules(reader: &mut Reader<'_>, entry: &Entry<'_>) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    for (name, at) in reader.lines(entry) {
        match RULES.iter().find(|it| it.name == name) {
            Some(rule) if out.contains(&rule.name) => {}
            Some(rule) => out.push(rule.name),
            None => {
                let near = nearest(&name, RULES.iter().map(|it| it.name));
                let fault = fault(|lang| match near {
                    Some(near) => say::unknown_rule_near(lang, near),
                    None => say::unknown_rule(lang),
                });
                reader.fault(at, entry.path.as_str(), fault);
            }
        }
    }
    out
}

fn roles(reader: &mut Reader<'_>, entry: &Entry<'_>) -> Vec<Role> {
    let mut out = Vec::new();
    for (name, at) in reader.lines(entry) {
        match ROLES.iter().find(|it| it.0 == name) {
            Some((_, role)) if out.contains(role) => {}
            Some((_, role)) => out.push(*role),
            None => {
                let nearest = nearest(&name, ROLES.iter().map(|it| it.0));
                reader.fault(at, entry.path.as_str(), Fault::UnknownRole { nearest });
            }
        }
    }
    out
}

fn counted(reader: &mut Reader<'_>, entry: &Entry<'_>) -> Option<Counted> {
    let name = reader.line(entry)?;
    let found = Counted::ALL.iter().find(|it| it.0 == name);
    if found.is_none() {
        let names = || Counted::ALL.iter().map(|it| it.0);
        let near = nearest(&name, names());
        let fault = fault(|lang| match near {
            Some(near) => say::unknown_count_near(lang, near),
            None => say::unknown_count(lang, &names().collect::<Vec<_>>().join(", ")),
        });
        reader.fault(entry.at, entry.path.as_str(), fault);
    }
    found.map(|it| it.1)
}

//! From the bytes of an answer file to what it says, or everything wrong with it. Never panics.

use crate::draft::{Branch, OutlineFollowUp, OutlineSection, Role};
use crate::import::answers::error::{AnswerError, Fault};
use crate::import::answers::fill::{Answers, Written};
use crate::import::answers::items::{Links, all_causes, all_measures, dimension};
use crate::import::answers::json;
use crate::import::answers::keys;
use crate::import::answers::walk::{Found, Lines, Object, Walk};
use crate::template::{self, Template};

/// Tells whether some bytes are meant as an answer file: they begin as an object of JSON does, which no report does.
pub fn is_meant(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let inner = bytes.trim_ascii_start().strip_prefix(b"{");
    inner.is_some_and(|it| matches!(it.trim_ascii_start().first(), Some(b'"' | b'}')))
}

/// Reads an answer file, or returns everything wrong with it in the order of the text, at least one thing. Where
/// it is not even JSON, nothing but that is said. A byte order mark in front is passed over.
///
/// # Errors
/// What does not fit, with its place and what to do.
pub fn read(bytes: &[u8]) -> Result<Answers, Vec<AnswerError>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let failed = |text: &str, at, fault| {
        let (line, column) = Lines::new(text).place(at);
        let path = String::new();
        vec![AnswerError {
            line,
            column,
            path,
            fault,
        }]
    };
    let text = std::str::from_utf8(bytes).map_err(|it| {
        let good = bytes.get(..it.valid_up_to()).unwrap_or_default();
        let good = String::from_utf8_lossy(good);
        failed(&good, good.len(), Fault::NotUtf8)
    })?;
    let file = json::parse(text).map_err(|it| failed(text, it.at, Fault::Syntax(it.syntax)))?;
    let mut walk = Walk::new(text);
    let answers = read_file(&mut walk, &Found::file(&file));
    let remarks = walk.finish()?;
    Ok(Answers {
        remarks,
        ..answers.unwrap_or_default()
    })
}

fn read_file(walk: &mut Walk<'_>, found: &Found<'_>) -> Option<Answers> {
    let file = walk.object(found, keys::FILE)?;
    let (measures, measure_keys) = all_measures(walk, &file);
    let (causes, cause_keys) = all_causes(walk, &file, &measure_keys);
    let links = Links {
        causes: &cause_keys,
        measures: &measure_keys,
    };
    let mut answers = Answers {
        template: file.get("template").and_then(|it| template(walk, &it)),
        title: file.get("title").and_then(|it| walk.line(&it)),
        bylines: file.get("bylines").map(|it| walk.lines(&it)),
        sections: file.get("sections").map(|it| sections(walk, &it)),
        dimensions: file.get("dimensions").map(|it| {
            let items = walk.list(&it);
            items
                .iter()
                .filter_map(|it| dimension(walk, it, links))
                .collect()
        }),
        branches: branches(walk, &file),
        causes,
        measures,
        set_aside: set_aside(walk, &file),
        ..Answers::default()
    };
    for (key, role) in [
        ("opening", Role::Opening),
        ("case", Role::Case),
        ("closing", Role::Closing),
    ] {
        section_text(walk, &file, key, role, &mut answers);
    }
    follow_up(walk, &file, &mut answers);
    headings(walk, &file, &mut answers);
    for (key, role) in [
        ("dimensions", Role::Dimensions),
        ("causes", Role::Causes),
        ("measures", Role::Measures),
    ] {
        note_list(walk, &file, key, role, &mut answers);
    }
    Some(answers)
}

fn template(walk: &mut Walk<'_>, found: &Found<'_>) -> Option<&'static Template> {
    let id = walk.line(found)?;
    let template = template::find(&id);
    if template.is_none() {
        let known: Vec<&'static str> = template::TEMPLATES.iter().map(|it| it.id).collect();
        walk.unknown_word(found, &id, known);
    }
    template
}

/// Reads the own text of a section of the template.
fn section_text(
    walk: &mut Walk<'_>,
    object: &Object<'_>,
    key: &str,
    role: Role,
    answers: &mut Answers,
) {
    let Some(found) = object.get(key) else {
        return;
    };
    if answers.sections.is_some() {
        walk.fault(found.at, &found.path, Fault::BesideSections);
    } else if let Some(text) = walk.text(&found) {
        let line = walk.line_of(found.at);
        answers.texts.push((role, Written { text, line }));
    }
}

fn follow_up(walk: &mut Walk<'_>, file: &Object<'_>, answers: &mut Answers) {
    let Some(found) = file.get("follow_up") else {
        return;
    };
    let Some(follow_up) = walk.object(&found, keys::FOLLOW_UP) else {
        return;
    };
    section_text(walk, &follow_up, "text", Role::FollowUp, answers);
    answers.no_count = walk.reason(&follow_up, "no_count");
    answers.follow_ups = follow_up.get("items").map(|it| {
        let items = walk.list(&it);
        items
            .iter()
            .filter_map(|it| follow_up_item(walk, it))
            .collect()
    });
    note_list(walk, &follow_up, "items", Role::FollowUp, answers);
}

fn follow_up_item(walk: &mut Walk<'_>, found: &Found<'_>) -> Option<OutlineFollowUp> {
    let item = walk.object(found, keys::FOLLOW_UP_ITEM)?;
    Some(OutlineFollowUp {
        problem: walk.text_of(&item, "problem"),
        measure: walk.text_of(&item, "measure"),
        status: walk.status(&item),
        evidence: walk.text_of(&item, "evidence"),
        origin: None,
    })
}

fn headings(walk: &mut Walk<'_>, file: &Object<'_>, answers: &mut Answers) {
    let Some(found) = file.get("headings") else {
        return;
    };
    if answers.sections.is_some() {
        walk.fault(found.at, &found.path, Fault::BesideSections);
        return;
    }
    let Some(headings) = walk.object(&found, keys::HEADINGS) else {
        return;
    };
    for (key, role) in keys::ROLES {
        if let Some(found) = headings.get(key)
            && let Some(text) = walk.line(&found)
        {
            let line = walk.line_of(found.at);
            answers.headings.push((*role, Written { text, line }));
        }
    }
}

/// Notes where a list that holds something begins.
fn note_list(
    walk: &mut Walk<'_>,
    object: &Object<'_>,
    key: &str,
    role: Role,
    answers: &mut Answers,
) {
    let is_empty = match role {
        Role::FollowUp => answers.follow_ups.as_ref().is_none_or(Vec::is_empty),
        Role::Dimensions => answers.dimensions.as_ref().is_none_or(Vec::is_empty),
        Role::Causes => answers.causes.is_empty(),
        Role::Measures => answers.measures.is_empty(),
        Role::Opening | Role::Case | Role::Closing | Role::Text => true,
    };
    if let Some(found) = object.get(key).filter(|_| !is_empty) {
        answers.lists.push((role, walk.line_of(found.at)));
    }
}

fn sections(walk: &mut Walk<'_>, found: &Found<'_>) -> Vec<OutlineSection> {
    let mut sections: Vec<OutlineSection> = Vec::new();
    for found in walk.list(found) {
        let Some(object) = walk.object(&found, keys::SECTION) else {
            continue;
        };
        let Some(role) = object.get("role") else {
            walk.fault(found.at, &found.path, Fault::NoRole);
            continue;
        };
        let Some(role) = walk.word(&role, keys::ROLES) else {
            continue;
        };
        if role != Role::Text && sections.iter().any(|it| it.role == role) {
            walk.fault(found.at, &found.path, Fault::SectionTwice);
        }
        sections.push(OutlineSection {
            role,
            title: walk.one_line(&object, "title"),
            text: walk.text_of(&object, "text"),
            not_written: walk.reason(&object, "not_written"),
        });
    }
    sections
}

/// Reads what was answered to the questions that open and close parts. A key that the template does not ask is kept.
fn branches(walk: &mut Walk<'_>, file: &Object<'_>) -> Vec<Branch> {
    let Some(found) = file.get("branches") else {
        return Vec::new();
    };
    let mut branches: Vec<Branch> = (walk.named(&found).into_iter())
        .filter_map(|(key, found)| {
            let open = walk.choice(&found)?;
            Some(Branch { key, open })
        })
        .collect();
    branches.sort_by(|a, b| a.key.cmp(&b.key));
    branches
}

fn set_aside(walk: &mut Walk<'_>, file: &Object<'_>) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let items = walk.items(file, "set_aside");
    for found in &items {
        if let Some(object) = walk.object(found, keys::SET_ASIDE) {
            texts.push((
                walk.text_of(&object, "origin"),
                walk.text_of(&object, "text"),
            ));
        }
    }
    texts
}

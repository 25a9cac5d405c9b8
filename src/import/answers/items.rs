//! The items of an answer file: dimensions, problems, causes, measures, and the keys that link them.

use crate::draft::{
    DimensionKind, OutlineCause, OutlineDimension, OutlineMeasure, OutlineProblem, PassageKind,
};
use crate::import::answers::error::Fault;
use crate::import::answers::keys;
use crate::import::answers::walk::{Found, Object, Walk};
use crate::template::nearest::nearest;

/// The keys of causes or measures, the place of each item in its list, and the place of the key in the text.
pub(super) type Keys = Vec<(String, usize, usize)>;

/// What the keys in links refer to.
#[derive(Clone, Copy)]
pub(super) struct Links<'a> {
    pub(super) causes: &'a Keys,
    pub(super) measures: &'a Keys,
}

/// Reads a dimension or a statement item.
pub(super) fn dimension(
    walk: &mut Walk<'_>,
    found: &Found<'_>,
    keys: Links<'_>,
) -> Option<OutlineDimension> {
    let object = walk.object(found, keys::DIMENSION)?;
    let statement = object.get("statement");
    let kind = if statement.is_some() {
        DimensionKind::Statement
    } else {
        DimensionKind::Review
    };
    for key in ["lead_in", "problems"] {
        if let (Some(_), Some(found)) = (&statement, object.get(key)) {
            walk.fault(found.at, &found.path, Fault::BesideStatement);
        }
    }
    let problems = walk.items(&object, "problems");
    Some(OutlineDimension {
        kind,
        title: walk.one_line(&object, "title"),
        lead_in: walk.text_of(&object, "lead_in"),
        statement: walk.text_of(&object, "statement"),
        problems: problems
            .iter()
            .filter_map(|it| problem(walk, it, keys))
            .collect(),
        not_written: walk.reason(&object, "not_written"),
    })
}

fn problem(walk: &mut Walk<'_>, found: &Found<'_>, keys: Links<'_>) -> Option<OutlineProblem> {
    let object = walk.object(found, keys::PROBLEM)?;
    Some(OutlineProblem {
        headline: walk.one_line(&object, "headline"),
        body: body(walk, &object),
        causes: links(walk, &object, "causes", keys.causes),
        measures: links(walk, &object, "measures", keys.measures),
        not_written: walk.reason(&object, "not_written"),
        no_examples: walk.reason(&object, "no_examples"),
        no_causes: walk.reason(&object, "no_causes"),
        no_measures: walk.reason(&object, "no_measures"),
    })
}

/// Reads the causes and their keys.
pub(super) fn all_causes(
    walk: &mut Walk<'_>,
    file: &Object<'_>,
    measures: &Keys,
) -> (Vec<OutlineCause>, Keys) {
    let (mut causes, mut keys) = (Vec::new(), Keys::new());
    let items = walk.items(file, "causes");
    for found in &items {
        let Some(object) = walk.object(found, keys::CAUSE) else {
            continue;
        };
        key(walk, &object, causes.len(), &mut keys);
        causes.push(OutlineCause {
            headline: walk.one_line(&object, "headline"),
            body: body(walk, &object),
            measures: links(walk, &object, "measures", measures),
        });
    }
    (causes, keys)
}

/// Reads the measures and their keys.
pub(super) fn all_measures(walk: &mut Walk<'_>, file: &Object<'_>) -> (Vec<OutlineMeasure>, Keys) {
    let (mut measures, mut keys) = (Vec::new(), Keys::new());
    let items = walk.items(file, "measures");
    for found in &items {
        let Some(object) = walk.object(found, keys::MEASURE) else {
            continue;
        };
        key(walk, &object, measures.len(), &mut keys);
        measures.push(OutlineMeasure {
            headline: walk.one_line(&object, "headline"),
            body: body(walk, &object),
            owner: walk.one_line(&object, "owner"),
            due: walk.one_line(&object, "due"),
            status: walk.status(&object),
            evidence: walk.text_of(&object, "evidence"),
        });
    }
    (measures, keys)
}

/// Reads the key by which the file refers to an item.
fn key(walk: &mut Walk<'_>, object: &Object<'_>, item_idx: usize, keys: &mut Keys) {
    let Some(found) = object.get("key") else {
        return;
    };
    let Some(key) = walk.line(&found) else {
        return;
    };
    if key.is_empty() {
        walk.fault(found.at, &found.path, Fault::EmptyKey);
    } else if let Some((_, _, first)) = keys.iter().find(|(it, ..)| *it == key) {
        let first = walk.line_of(*first);
        walk.fault(found.at, &found.path, Fault::KeyTaken { first });
    } else {
        keys.push((key, item_idx, found.at));
    }
}

/// Reads the keys of linked items. Returns their places in their list.
fn links(walk: &mut Walk<'_>, object: &Object<'_>, key: &'static str, keys: &Keys) -> Vec<usize> {
    let mut links = Vec::new();
    let items = walk.items(object, key);
    for found in items {
        let Some(name) = walk.line(&found) else {
            continue;
        };
        match keys.iter().find(|(it, ..)| *it == name) {
            Some((_, item_idx, _)) if links.contains(item_idx) => {
                walk.fault(found.at, &found.path, Fault::LinkTwice);
            }
            Some((_, item_idx, _)) => links.push(*item_idx),
            None => {
                let nearest = nearest(&name, keys.iter().map(|(it, ..)| it.as_str()));
                let fault = Fault::UnknownLink {
                    nearest: nearest.map(str::to_owned),
                    among: key,
                };
                walk.fault(found.at, &found.path, fault);
            }
        }
    }
    links
}

fn body(walk: &mut Walk<'_>, object: &Object<'_>) -> Vec<(PassageKind, String)> {
    let Some(body) = object.get("body") else {
        return short_body(walk, object);
    };
    for key in ["detail", "examples"] {
        if let Some(found) = object.get(key) {
            walk.fault(found.at, &found.path, Fault::BesideBody);
        }
    }
    let passages = walk.list(&body);
    passages.iter().filter_map(|it| passage(walk, it)).collect()
}

fn passage(walk: &mut Walk<'_>, found: &Found<'_>) -> Option<(PassageKind, String)> {
    let object = walk.object(found, keys::PASSAGE)?;
    let (kind, text) = match (object.get("detail"), object.get("example")) {
        (Some(it), None) => (PassageKind::Detail, it),
        (None, Some(it)) => (PassageKind::Example, it),
        (Some(_), Some(_)) | (None, None) => {
            walk.fault(found.at, &found.path, Fault::NotOnePassage);
            return None;
        }
    };
    Some((kind, walk.text(&text)?))
}

/// Reads `detail` and `examples`, the short form of `body`.
fn short_body(walk: &mut Walk<'_>, object: &Object<'_>) -> Vec<(PassageKind, String)> {
    let detail = object.get("detail").and_then(|it| walk.text(&it));
    let mut body: Vec<(PassageKind, String)> = detail
        .map(|it| (PassageKind::Detail, it))
        .into_iter()
        .collect();
    let examples = walk.items(object, "examples");
    for found in examples {
        body.extend(walk.text(&found).map(|it| (PassageKind::Example, it)));
    }
    body
}

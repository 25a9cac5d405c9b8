//! A draft under another template: which there are, and what becomes of every part.

use crate::draft::{Problem, is_blank};
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model};
use crate::template::Template;
use crate::wizard::messages as names;
use crate::wizard::rekind::{Old, Target as Goes};

use super::kinds::is_own;
use super::names::short;
use super::{Act, Item, item};

/// Every kind the draft on the desk could have instead.
pub(super) fn rekinds(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let now = model
        .work
        .as_ref()
        .map_or("", |it| it.draft().template.as_str());
    let mut kinds = model.kinds();
    kinds.retain(|it| it.id != now);
    kinds.sort_by_key(|it| (!is_own(it), it.lang() != lang, std::cmp::Reverse(it.year)));
    let line = |it: &'static Template| item(it.name.clone(), Act::Propose(it.id.clone()));
    (kinds.into_iter().map(line))
        .chain([item(say::back(lang), Act::Show(List::Outline))])
        .collect()
}

/// What becomes of every part under another template; choosing one gives it the next place.
pub(super) fn mapping(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let Some(rekind) = &model.rekind else {
        return vec![item(say::back(lang), Act::Show(List::Outline))];
    };
    let line = |at: usize| {
        let (old, target) = (old_name(model, at), target_name(model, at));
        // A narrow list has no room at the right, and where a part goes is what this one is about.
        if model.size.0 < 60 {
            let both = format!("{} -> {target}", short(&old));
            return item(both, Act::Turn(at));
        }
        Item {
            detail: format!("-> {target}"),
            ..item(old, Act::Turn(at))
        }
    };
    std::iter::once(item(say::change_kind_now(lang), Act::Rekind))
        .chain((0..rekind.mapping.lines.len()).map(line))
        .chain([item(say::back(lang), Act::Show(List::Rekinds))])
        .collect()
}

/// What becomes of a part, in words.
fn target_name(model: &Model, at: usize) -> String {
    let lang = model.lang;
    let Some((old, target)) = (model.rekind.as_ref()).and_then(|it| it.mapping.lines.get(at))
    else {
        return String::new();
    };
    let rekind = model.rekind.as_ref();
    match (target, old) {
        (Goes::Stay, _) => say::part_stays(lang),
        (Goes::Aside, _) if is_empty(model, *old) => say::part_goes(lang),
        (Goes::Aside, _) => say::set_aside(lang),
        (Goes::Part(n), Old::Section(_)) => {
            let spec = rekind.and_then(|it| it.template.sections.get(*n));
            spec.map_or(String::new(), |it| {
                if it.title.is_empty() {
                    names::section_label(lang, it.role).to_owned()
                } else {
                    it.title.clone()
                }
            })
        }
        (Goes::Part(n), Old::Dimension(_)) => {
            let spec = rekind.and_then(|it| it.template.dimensions.get(*n));
            spec.map_or(String::new(), |it| it.title.clone())
        }
    }
}

/// Returns the name of a part of the draft on the screen of a change of template.
fn old_name(model: &Model, at: usize) -> String {
    let lang = model.lang;
    let line = (model.rekind.as_ref()).and_then(|it| it.mapping.lines.get(at));
    let (Some((old, _)), Some(work)) = (line, &model.work) else {
        return String::new();
    };
    let name = match old {
        Old::Section(id) => work.draft().section(*id).map(|it| {
            if it.title.is_empty() {
                names::section_label(lang, it.role).to_owned()
            } else {
                it.title.clone()
            }
        }),
        Old::Dimension(id) => work.draft().dimension(*id).map(|it| {
            let ordinal = crate::desk::ordinal_of_dimension(work.draft(), *id);
            format!("{ordinal}{}", it.title)
        }),
    };
    name.unwrap_or_default()
}

/// Tells whether nothing was written in a part: then there is nothing to set aside.
fn is_empty(model: &Model, old: Old) -> bool {
    let Some(work) = &model.work else { return true };
    let draft = work.draft();
    match old {
        Old::Section(id) => draft.section(id).is_none_or(|it| is_blank(&it.text)),
        Old::Dimension(id) => draft.dimension(id).is_none_or(|it| {
            is_blank(&it.lead_in)
                && is_blank(&it.statement)
                && it.problems.iter().all(Problem::is_blank)
        }),
    }
}

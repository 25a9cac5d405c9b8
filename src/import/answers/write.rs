//! From an outline to its answer file, in the order a person would write it. Loses no word: what the file has no
//! place for is set aside.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::draft::{Outline, OutlineSection, Role};
use crate::import::answers::items_out::{
    Cause, Dimension, FollowUpItem, Measure, cause, dimension, follow_up_item, measure, stray_texts,
};
use crate::import::answers::keys;
use crate::template::{self, Template};

/// Returns the answer file of an outline: reading it gives the outline again.
///
/// Limits: text of a dimension that its kind has no use for (a lead-in or problems of a statement item) comes back
/// set aside; links to causes or measures that do not exist are left out; the other line ends and control
/// characters that reading does not keep do not come back.
pub fn to_answers(outline: &Outline) -> String {
    let simple = has_sections_of_its_template(outline);
    let text_of = |role| {
        let section = outline.sections.iter().find(|it| it.role == role);
        section
            .map(|it| it.text.as_str())
            .filter(|it| simple && !it.is_empty())
    };
    let mut set_aside: Vec<SetAside> = outline
        .set_aside
        .iter()
        .map(|(origin, text)| SetAside { origin, text })
        .collect();
    for it in &outline.dimensions {
        let stray = stray_texts(it);
        set_aside.extend(stray.into_iter().map(|text| SetAside {
            origin: &it.title,
            text,
        }));
    }
    let follow_up = FollowUp {
        text: text_of(Role::FollowUp),
        items: outline.follow_ups.iter().map(follow_up_item).collect(),
        no_count: outline.no_count.as_deref(),
    };
    let file = File {
        template: &outline.template,
        title: &outline.title,
        bylines: &outline.bylines,
        headings: headings(outline, simple),
        branches: (outline.branches.iter())
            .map(|it| (it.key.as_str(), it.open))
            .collect(),
        sections: (!simple).then(|| outline.sections.iter().map(section).collect()),
        opening: text_of(Role::Opening),
        follow_up: follow_up.says_something().then_some(follow_up),
        dimensions: outline
            .dimensions
            .iter()
            .map(|it| dimension(it, outline))
            .collect(),
        case: text_of(Role::Case),
        causes: outline
            .causes
            .iter()
            .enumerate()
            .map(|(at, it)| cause(at, it, outline))
            .collect(),
        measures: outline
            .measures
            .iter()
            .enumerate()
            .map(|(at, it)| measure(at, it))
            .collect(),
        closing: text_of(Role::Closing),
        set_aside,
    };
    let mut json =
        serde_json::to_string_pretty(&file).expect("plain data with plain keys serialises");
    json.push('\n');
    json
}

/// Tells whether reading the simple form would give these sections: those of the template, with other headings
/// and texts at most where the file has a name for them.
fn has_sections_of_its_template(outline: &Outline) -> bool {
    let Some(template) = template::find(&outline.template) else {
        return false;
    };
    let same_roles = template.sections.len() == outline.sections.len()
        && template
            .sections
            .iter()
            .zip(&outline.sections)
            .all(|(a, b)| {
                a.role == b.role
                    && b.not_written.is_none()
                    && (a.title == b.title || has_heading(b.role))
                    && (b.text.is_empty() || has_text(b.role))
            });
    let used = [
        (Role::FollowUp, !outline.follow_ups.is_empty()),
        (Role::Dimensions, !outline.dimensions.is_empty()),
        (Role::Causes, !outline.causes.is_empty()),
        (Role::Measures, !outline.measures.is_empty()),
    ];
    let has = |role| outline.sections.iter().any(|it| it.role == role);
    same_roles
        && used
            .into_iter()
            .all(|(role, is_used)| has(role) || !is_used)
}

/// Tells whether the simple form has a name for the section's heading.
fn has_heading(role: Role) -> bool {
    match role {
        Role::FollowUp | Role::Dimensions | Role::Case | Role::Causes | Role::Measures => true,
        Role::Opening | Role::Closing | Role::Text => false,
    }
}

/// Tells whether the simple form has a name for the section's own text.
fn has_text(role: Role) -> bool {
    match role {
        Role::Opening | Role::FollowUp | Role::Case | Role::Closing => true,
        Role::Dimensions | Role::Causes | Role::Measures | Role::Text => false,
    }
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    template: &'a str,
    title: &'a str,
    bylines: &'a [String],
    #[serde(skip_serializing_if = "Headings::is_empty")]
    headings: Headings<'a>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    branches: BTreeMap<&'a str, bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<Vec<Section<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    follow_up: Option<FollowUp<'a>>,
    dimensions: Vec<Dimension<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    causes: Vec<Cause<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<Measure<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closing: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    set_aside: Vec<SetAside<'a>>,
}

#[derive(Default, Serialize)]
struct Headings<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    follow_up: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimensions: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    causes: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measures: Option<&'a str>,
}

impl Headings<'_> {
    fn is_empty(&self) -> bool {
        [
            self.follow_up,
            self.dimensions,
            self.case,
            self.causes,
            self.measures,
        ]
        .iter()
        .all(Option::is_none)
    }
}

fn headings(outline: &Outline, simple: bool) -> Headings<'_> {
    let template = template::find(&outline.template).filter(|_| simple);
    let own = |role| -> Option<&str> {
        let section = outline.sections.iter().find(|it| it.role == role)?;
        let usual = template.and_then(|it: &Template| it.section(role))?;
        (section.title != usual.title).then_some(section.title.as_str())
    };
    Headings {
        follow_up: own(Role::FollowUp),
        dimensions: own(Role::Dimensions),
        case: own(Role::Case),
        causes: own(Role::Causes),
        measures: own(Role::Measures),
    }
}

#[derive(Serialize)]
struct Section<'a> {
    role: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_written: Option<&'a str>,
}

fn section(it: &OutlineSection) -> Section<'_> {
    Section {
        role: keys::word(keys::ROLES, &it.role),
        title: &it.title,
        text: &it.text,
        not_written: it.not_written.as_deref(),
    }
}

#[derive(Serialize)]
struct FollowUp<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<FollowUpItem<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    no_count: Option<&'a str>,
}

impl FollowUp<'_> {
    fn says_something(&self) -> bool {
        self.text.is_some() || !self.items.is_empty() || self.no_count.is_some()
    }
}

#[derive(Serialize)]
struct SetAside<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    origin: &'a str,
    text: &'a str,
}

//! The report a template begins with: its sections and dimensions, nothing of the writer's.

use crate::draft::{
    DimensionKind, Draft, Earlier, Measure, Outline, OutlineDimension, OutlineFollowUp,
    OutlineSection, Role,
};
use crate::locale::Lang;
use crate::template::{self, Template};

/// Returns the year a report of this template is about: that of its notice, or the year it is begun in.
pub fn year_of(template: &Template, this_year: i16) -> i16 {
    template
        .year
        .and_then(|it| i16::try_from(it).ok())
        .unwrap_or(this_year)
}

/// Returns what the report of another year asks about the measures of this one: each with the problems it was
/// made for, through the links. A measure without words is passed over.
pub fn promises_of(draft: &Draft) -> Vec<OutlineFollowUp> {
    let promises = draft.measures.iter().map(|it| OutlineFollowUp {
        problem: problems_behind(draft, it).join("\n"),
        measure: in_one_sentence(&it.headline, it.body.first().map(|it| it.text.as_str())),
        status: it.status,
        evidence: it.evidence.clone(),
        origin: Some(it.id),
    });
    promises
        .filter(|it| !it.measure.trim().is_empty())
        .collect()
}

/// Returns the problems a measure was made for, itself or against one of their causes, in the order of the report.
fn problems_behind<'d>(draft: &'d Draft, measure: &Measure) -> Vec<&'d str> {
    let is_for = |problem| {
        draft.measures_of(problem).any(|it| it.id == measure.id)
            || draft.causes_of(problem).any(|cause| {
                draft
                    .measures_against(cause.id)
                    .any(|it| it.id == measure.id)
            })
    };
    let problems = draft.problems().filter(|it| is_for(it.id));
    problems
        .map(|it| it.headline.as_str())
        .filter(|it| !it.trim().is_empty())
        .collect()
}

/// Returns the headline, or what the writer wrote instead of one.
fn in_one_sentence(headline: &str, first_passage: Option<&str>) -> String {
    let is_there = !headline.trim().is_empty();
    let text = if is_there {
        Some(headline)
    } else {
        first_passage
    };
    text.unwrap_or_default().to_owned()
}

/// Returns the report of a template for a year that is begun from an earlier one: its promises to answer for, the
/// lines under its title, and its name, by which its words are looked up.
pub fn carry_over(template: &Template, year: i16, id: &str, earlier: &Draft) -> Outline {
    follow(outline_of(template, year, Vec::new()), id, earlier)
}

/// Lets a report just begun follow an earlier one. The lines under its title are taken over where it has none. A kind
/// without a section for what was promised gets one: the writer has asked to follow, and can still leave it out.
pub fn follow(begun: Outline, id: &str, earlier: &Draft) -> Outline {
    let bylines = if begun.bylines.is_empty() {
        earlier.bylines.iter().map(|it| it.text.clone()).collect()
    } else {
        begun.bylines.clone()
    };
    let follow_ups = promises_of(earlier);
    let mut sections = begun.sections.clone();
    if !follow_ups.is_empty() && sections.iter().all(|it| it.role != Role::FollowUp) {
        let at = sections.iter().position(|it| it.role != Role::Opening);
        sections.insert(at.unwrap_or(sections.len()), answers_to(&begun.template));
    }
    Outline {
        bylines,
        sections,
        follow_ups,
        earlier: Some(Earlier {
            draft: id.to_owned(),
            title: earlier.title.clone(),
        }),
        ..begun
    }
}

/// Returns the section that answers for what was promised, in a report of a kind that has none of its own.
fn answers_to(template: &str) -> OutlineSection {
    let template = template::find(template);
    let meeting = template.filter(|it| it.year.is_some() && !it.occasion.is_empty());
    let title = match (template.map(Template::lang), meeting) {
        (Some(Lang::En), _) => "Progress on Last Time's Measures".to_owned(),
        (_, Some(it)) => format!("上年度{}查摆问题整改情况", it.occasion),
        (_, None) => "上次措施落实情况".to_owned(),
    };
    OutlineSection {
        role: Role::FollowUp,
        title,
        text: String::new(),
        not_written: None,
    }
}

/// Returns the empty report of a template for a year, with the lines under its title.
pub fn outline_of(template: &Template, year: i16, bylines: Vec<String>) -> Outline {
    let sections = template.sections.iter().map(|it| OutlineSection {
        role: it.role,
        title: it.title.clone(),
        text: String::new(),
        not_written: None,
    });
    let dimensions = template.dimensions.iter().map(|it| OutlineDimension {
        kind: if it.statement {
            DimensionKind::Statement
        } else {
            DimensionKind::Review
        },
        title: it.title.clone(),
        lead_in: String::new(),
        statement: String::new(),
        problems: Vec::new(),
        not_written: None,
    });
    Outline {
        template: template.id.clone(),
        title: template.title_for(year),
        bylines,
        sections: sections.collect(),
        dimensions: dimensions.collect(),
        ..Outline::default()
    }
}

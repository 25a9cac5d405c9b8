//! The report a template begins with: its sections and dimensions, nothing of the writer's.

use crate::draft::{DimensionKind, Outline, OutlineDimension, OutlineSection};
use crate::template::Template;

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

//! The headings that templates use: a text that follows one is known by them.

use std::collections::BTreeMap;

use super::fold::bare;
use super::roles::{Roles, roles_of};
use crate::draft::Role;
use crate::template::Template;

/// The longest title of a dimension, in characters.
const LONGEST: usize = 130;

/// The headings of some templates, as they are compared.
#[derive(Debug, Default)]
pub(super) struct Known {
    sections: BTreeMap<String, Role>,
    /// The dimensions, and whether each is a statement.
    dimensions: BTreeMap<String, bool>,
}

impl Known {
    /// Collects the headings.
    pub(super) fn of(templates: &[&Template]) -> Self {
        let mut known = Self::default();
        for template in templates {
            for it in &template.sections {
                known.sections.entry(bare(&it.title)).or_insert(it.role);
            }
            for it in &template.dimensions {
                known.dimensions.insert(bare(&it.title), it.statement);
            }
        }
        known.sections.remove("");
        known
    }

    /// Returns what a folded heading promises.
    pub(super) fn roles(&self, heading: &str) -> Roles {
        if heading.len() > 4 * LONGEST {
            return Roles::default();
        }
        match self.sections.get(&bare(heading)) {
            Some(Role::Text | Role::Opening) | None => roles_of(heading),
            Some(role) => Roles::of(*role),
        }
    }

    /// Tells whether a folded heading looks like a dimension: a template has it, or it names an aspect.
    pub(super) fn is_dimension(&self, heading: &str) -> bool {
        if heading.chars().take(LONGEST + 1).count() > LONGEST {
            return false;
        }
        let words = heading.trim_end_matches(|it: char| !it.is_alphanumeric());
        let names_aspect = words.ends_with("方面")
            || words.ends_with("方面的问题")
            || words.ends_with("方面存在的问题");
        names_aspect
            || words.contains("带头")
            || words.contains("方面")
            || words.starts_with("关于")
            || self.dimensions.contains_key(&bare(heading))
            || self.is_statement(heading)
    }

    /// Tells whether a template has a dimension of this title.
    pub(super) fn has_dimension(&self, heading: &str) -> bool {
        self.dimensions.contains_key(&bare(heading))
    }

    /// Tells whether a folded heading asks for a statement instead of problems.
    pub(super) fn is_statement(&self, heading: &str) -> bool {
        match self.dimensions.get(&bare(heading)) {
            Some(is_statement) => *is_statement,
            None => !heading.contains("方面") && roles_of(heading).statement,
        }
    }
}

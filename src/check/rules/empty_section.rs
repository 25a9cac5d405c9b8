//! Parts of which only the heading is there. Does not ask for parts that the writer decided not to write.

use std::collections::HashSet;

use crate::check::messages::{empty_closing, empty_opening, empty_section};
use crate::check::paragraph::is_left_out;
use crate::check::{At, Found, Kind, Looks, Rule, Severity, Whole};
use crate::draft::{DimensionKind, Field, ItemId, Role, Section};

pub(super) const RULE: Rule = Rule {
    name: "empty-section",
    severity: Severity::Error,
    is_on: true,
    is_chinese: false,
    page: include_str!("empty-section.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let draft = whole.draft;
    let lang = whole.book.lang;
    let heading = |field: Field, title: &str| {
        Found::new(At::Text(field, 0..title.len()), empty_section(lang, title))
    };
    for section in &draft.sections {
        let is_asked = whole
            .book
            .template
            .section(section.role)
            .is_none_or(|it| it.required);
        if is_asked && !is_left_out(draft, section.id) && is_empty(whole, section) {
            // Without a heading what is missing is the text, and there the writer is sent.
            let text = At::Text(Field::SectionText(section.id), 0..0);
            out.push(match (section.title.as_str(), section.role) {
                ("", Role::Closing) => Found::new(text, empty_closing(lang)),
                ("", _) => Found::new(text, empty_opening(lang)),
                (title, _) => heading(Field::SectionTitle(section.id), title),
            });
        }
    }
    let with_words: HashSet<ItemId> = (whole.paragraphs.iter())
        .filter(|it| it.kind != Kind::DimensionTitle)
        .filter_map(|it| it.item)
        .collect();
    for dimension in &draft.dimensions {
        let problems = match dimension.kind {
            DimensionKind::Review => dimension.problems.as_slice(),
            DimensionKind::Statement => &[],
        };
        let mut own = std::iter::once(dimension.id).chain(problems.iter().map(|it| it.id));
        if !is_left_out(draft, dimension.id) && !own.any(|it| with_words.contains(&it)) {
            out.push(heading(
                Field::DimensionTitle(dimension.id),
                &dimension.title,
            ));
        }
    }
}

/// Tells whether nothing is written under a section. One of dimensions is as empty as they are: they tell themselves.
fn is_empty(whole: &Whole<'_>, section: &Section) -> bool {
    if section.role == Role::Dimensions && !whole.draft.dimensions.is_empty() {
        return false;
    }
    let is_head = |id: ItemId| id == section.id;
    let own = whole
        .paragraphs
        .iter()
        .any(|it| it.item.is_some_and(is_head) && it.kind.is_prose());
    let below = whole.paragraphs.iter().any(|it| {
        it.item != Some(section.id)
            && Whole::role_of(it.kind) == Some(section.role)
            && section.role != Role::Text
    });
    !own && !below
}

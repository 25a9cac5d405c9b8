//! The words by which lines name what they lead to: a part, a draft, a moment.

use crate::draft::{Draft, Field, Role, Spot};
use crate::locale::Lang;
use crate::sitting::messages as say;
use crate::sitting::model::{Model, Work};
use crate::store::Entry;
use crate::wizard::{Page, messages as names};

/// Returns the name of a page's part, with the ordinal it is printed with.
pub fn part_name(lang: Lang, draft: &Draft, page: Page) -> String {
    match page {
        Page::Front => say::front(lang),
        Page::SetAside => say::set_aside(lang),
        Page::Section(id) => match draft.section(id) {
            Some(it) if matches!(it.role, Role::Opening | Role::Closing) || it.title.is_empty() => {
                names::section_label(lang, it.role).to_owned()
            }
            Some(it) => format!("{}{}", crate::desk::ordinal_of_section(draft, id), it.title),
            None => String::new(),
        },
        Page::Statement(_) | Page::Problem(_) => {
            match page.dimension(draft).and_then(|it| draft.dimension(it)) {
                Some(it) => {
                    let title = if it.title.is_empty() {
                        say::untitled(lang)
                    } else {
                        it.title.clone()
                    };
                    format!("{}{title}", crate::desk::ordinal_of_dimension(draft, it.id))
                }
                None => String::new(),
            }
        }
    }
}

/// Returns the title of a draft in a list.
pub fn title_of(lang: Lang, entry: &Entry) -> String {
    if entry.summary.title.trim().is_empty() {
        say::untitled(lang)
    } else {
        entry.summary.title.clone()
    }
}

/// Returns a time on the writer's clock; the store gives it in UTC. What is no time stays as it is.
pub fn when(model: &Model, time: &str) -> String {
    let Ok(time) = time.parse::<jiff::Timestamp>() else {
        return time.to_owned();
    };
    let local = time.to_zoned_datetime(model.zone.clone());
    match model.lang {
        Lang::Zh => local.strftime("%-m月%-d日%H:%M").to_string(),
        Lang::En => local.strftime("%b %-d %H:%M").to_string(),
    }
}

/// The name of the part a text stands in.
pub(in crate::sitting) fn place_of(lang: Lang, work: &Work, field: Field) -> String {
    crate::wizard::page_of(work.draft(), Spot::Text(field))
        .map(|it| short(&part_name(lang, work.draft(), it)))
        .unwrap_or_default()
}

/// The first twelve characters of a name, for a line that holds others too.
pub(super) fn short(name: &str) -> String {
    name.chars().take(12).collect()
}

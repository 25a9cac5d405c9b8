//! How a report looks on paper: a TOML file that changes fonts, sizes, margins and line pitch (`docs/layout.md`).
//!
//! The built-in layouts are such files under `files/`. Nothing here opens one: whoever has a file hands its text over.

mod model;
mod parse;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

pub use model::{
    Align, Font, Heading, Layout, Page, PageNumber, Place, Style, Table, Text, Title, Twips,
};

use crate::template::TemplateError;

/// The built-in layouts: their ids and their files. The first is the usual one.
pub const LAYOUTS: &[(&str, &str)] = &[
    ("official", include_str!("files/official.toml")),
    ("ordinary", include_str!("files/ordinary.toml")),
];

/// The ids of [`LAYOUTS`].
const IDS: &[&str] = &["official", "ordinary"];

/// Returns the usual layout: the official one.
pub fn official() -> &'static Layout {
    built_in("official").expect("it is one of the built-in ones")
}

/// Returns the built-in layout of this id.
pub fn built_in(id: &str) -> Option<&'static Layout> {
    static PARSED: OnceLock<Vec<Layout>> = OnceLock::new();
    let all = PARSED.get_or_init(|| {
        LAYOUTS
            .iter()
            .map(|(_, text)| parse::parse(text, &[], |_| None))
            .map(|it| it.expect("every built-in layout is read by a test"))
            .collect()
    });
    let place = LAYOUTS.iter().position(|it| it.0 == id)?;
    all.get(place)
}

/// Reads a layout file. What it does not say is as in the layout it is `like`, the official one if it is like none.
///
/// # Errors
/// Returns everything wrong with the text, in its order, at least one thing.
pub fn parse(text: &str) -> Result<Layout, Vec<TemplateError>> {
    parse::parse(text, IDS, |id| built_in(id).cloned())
}

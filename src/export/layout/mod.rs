//! How a report looks on paper: a TOML file that changes fonts, sizes, margins and line pitch (`docs/layout.md`).
//!
//! The built-in layouts are such files under `files/`. Nothing here opens one: whoever has a file hands its text over.

mod model;
mod official;
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
    static PARSED: [OnceLock<Layout>; LAYOUTS.len()] = [const { OnceLock::new() }; LAYOUTS.len()];
    let mut all = LAYOUTS.iter().zip(&PARSED);
    let (layout, place) = all.find(|it| it.0.0 == id)?;
    // Read when it is asked for, and of the usual one nothing need be read.
    Some(place.get_or_init(|| match layout {
        ("official", _) => official::official(),
        (_, text) => read(text).expect("every built-in layout is read by a test"),
    }))
}

/// Reads a built-in layout.
fn read(text: &str) -> Result<Layout, Vec<TemplateError>> {
    parse::parse(text, &[], |_| None)
}

/// Reads a layout file. What it does not say is as in the layout it is `like`, the official one if it is like none.
///
/// # Errors
/// Returns everything wrong with the text, in its order, at least one thing.
pub fn parse(text: &str) -> Result<Layout, Vec<TemplateError>> {
    parse::parse(text, IDS, |id| built_in(id).cloned())
}

//! The texts of a file that holds several. Does not read any of them.

use std::ops::Range;

use crate::import::Manuscript;

/// A text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextAt {
    /// Its title as it stands there; empty if it has none.
    pub title: String,
    /// Its lines, by their place in [`Manuscript::lines`].
    pub lines: Range<usize>,
}

/// Returns the texts of a file, at least one. Together they hold every line; what stands before the first title
/// belongs to the first.
pub fn texts(manuscript: &Manuscript) -> Vec<TextAt> {
    let first = manuscript
        .lines
        .iter()
        .find(|it| !it.text.trim().is_empty());
    vec![TextAt {
        title: first
            .map(|it| it.text.trim().to_owned())
            .unwrap_or_default(),
        lines: 0..manuscript.lines.len(),
    }]
}

//! Markdown as lines, read as an import reads it.

use pouxi::import::{Line, container};

/// Reads Markdown.
pub(super) fn lines(markdown: &str) -> Vec<Line> {
    let manuscript = container::read(markdown.as_bytes(), "report.md");
    manuscript.expect("no text is refused").lines
}

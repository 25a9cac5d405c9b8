//! Markdown as lines: what a reader of Markdown hands to the form.

use pouxi::import::Line;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Reads CommonMark: one line a block, with its level of heading and its bold beginning.
pub(super) fn lines(markdown: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut list: Option<u64> = None;
    let mut ordinal = None;
    let mut is_strong = false;
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        let number = markdown
            .bytes()
            .take(range.start)
            .filter(|it| *it == b'\n')
            .count()
            + 1;
        let mut begin = |heading: Option<u8>, text: String| {
            lines.push(Line {
                number,
                heading,
                text,
                ..Line::default()
            });
        };
        match event {
            Event::Start(Tag::Heading { level, .. }) => begin(Some(level as u8), String::new()),
            Event::Start(Tag::Paragraph) => begin(None, ordinal.take().unwrap_or_default()),
            Event::Start(Tag::List(first)) => list = first,
            Event::End(TagEnd::List(_)) => list = None,
            Event::Start(Tag::Item) => {
                ordinal = list.map(|it| format!("{it}. "));
                list = list.map(|it| it + 1);
            }
            Event::Start(Tag::Strong) => is_strong = true,
            Event::End(TagEnd::Strong) => is_strong = false,
            Event::Text(words) => {
                // In a tight list an entry has no paragraph of its own.
                if let Some(ordinal) = ordinal.take() {
                    begin(None, ordinal);
                }
                if let Some(last) = lines.last_mut() {
                    if is_strong && last.strong == last.text.len() {
                        last.strong += words.len();
                    }
                    last.text.push_str(&words);
                }
            }
            _ => {}
        }
    }
    lines
}

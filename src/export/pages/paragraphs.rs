//! What is printed as one paragraph: causes and measures run in behind their headings, entries get their numbers.

use super::super::document::{Content, Document};
use super::{Kind, Paragraph, Source};

/// Returns the paragraphs of a document, the title first. None is empty.
pub(super) fn of(document: &Document) -> Vec<Paragraph> {
    let mut all = Vec::new();
    push(&mut all, Kind::Title, Source::Title, &[&document.title]);
    for it in &document.bylines {
        push(
            &mut all,
            Kind::Byline,
            Source::Byline(it.item),
            &[&it.words],
        );
    }
    for (n, block) in document.blocks.iter().enumerate() {
        let source = Source::Block(n);
        match &block.content {
            Content::Heading {
                level,
                ordinal,
                words,
            } => push(&mut all, Kind::Heading(*level), source, &[ordinal, words]),
            Content::Paragraph {
                lead,
                words,
                run_in,
            } => match (run_in, all.last_mut()) {
                (Some(joint), Some(last)) => {
                    last.kind = Kind::Body;
                    last.pieces.push((last.text.len(), source));
                    last.text.extend([joint, lead.as_str(), words]);
                }
                (_, _) => push(&mut all, Kind::Body, source, &[lead, words]),
            },
            Content::Entry { number, paragraphs } => {
                let mut ordinal = format!("{number}. ");
                for it in paragraphs {
                    push(&mut all, Kind::Body, source, &[&ordinal, it]);
                    ordinal.clear();
                }
            }
        }
    }
    all
}

fn push(all: &mut Vec<Paragraph>, kind: Kind, source: Source, parts: &[&str]) {
    let text = parts.concat();
    if !text.is_empty() {
        all.push(Paragraph {
            kind,
            text,
            pieces: vec![(0, source)],
        });
    }
}

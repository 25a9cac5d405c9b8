//! What is printed as one paragraph: causes and measures run in behind their headings, entries get their numbers, and
//! name and date at the end stand at the right, as in the Word file.

use super::super::document::{Block, Content, Document};
use super::super::ending::{Ending, ending};
use super::super::quotes::curly;
use super::{Grid, Kind, Paragraph, Source};
use crate::locale::Lang;
use crate::typeset::{Ambiguous, text_width};

/// Returns the paragraphs of a document, the title first. None is empty.
pub(super) fn of(document: &Document, grid: &Grid) -> Vec<Paragraph> {
    let mut all = All {
        has_curly_quotes: grid.has_curly_quotes && document.language == Lang::Zh,
        paragraphs: Vec::new(),
    };
    all.push(Kind::Title, Source::Title, &[&document.title]);
    for it in &document.bylines {
        all.push(Kind::Byline, Source::Byline(it.item), &[&it.words]);
    }
    let ending = ending(&document.blocks);
    for (n, block) in document.blocks.iter().enumerate() {
        let source = Source::Block(n);
        match &block.content {
            Content::Heading {
                level,
                ordinal,
                words,
            } => all.push(Kind::Heading(*level), source, &[ordinal, words]),
            Content::Paragraph {
                lead,
                words,
                run_in,
            } => {
                if let Some(joint) = run_in.filter(|_| grid.is_run_in)
                    && all.run_in(joint, source, &[lead, words])
                {
                    continue;
                }
                let signed = ending.and_then(|it| signed(&document.blocks, it, n));
                all.push(signed.unwrap_or(Kind::Body), source, &[lead, words]);
            }
            Content::Entry { number, paragraphs } => {
                let mut ordinal = format!("{number}. ");
                for it in paragraphs {
                    all.push(Kind::Body, source, &[&ordinal, it]);
                    ordinal.clear();
                }
            }
        }
    }
    all.paragraphs
}

/// The paragraphs so far.
struct All {
    has_curly_quotes: bool,
    paragraphs: Vec<Paragraph>,
}

impl All {
    fn push(&mut self, kind: Kind, source: Source, parts: &[&str]) {
        let text = self.quoted(parts);
        if !text.is_empty() {
            self.paragraphs.push(Paragraph {
                kind,
                text,
                pieces: vec![(0, source)],
            });
        }
    }

    /// Adds to the paragraph before; tells whether there is one.
    fn run_in(&mut self, joint: &str, source: Source, parts: &[&str]) -> bool {
        let words = self.quoted(parts);
        let Some(last) = self.paragraphs.last_mut() else {
            return false;
        };
        last.kind = Kind::Body;
        last.pieces.push((last.text.len(), source));
        last.text.extend([joint, words.as_str()]);
        true
    }

    /// Returns the parts as one text, with the quotes that are printed.
    fn quoted(&self, parts: &[&str]) -> String {
        let changed = self.has_curly_quotes.then(|| curly(parts)).flatten();
        changed.map_or_else(|| parts.concat(), |it| it.concat())
    }
}

/// Returns how far from the right name and date stand (GB/T 9704-2012, 7.3.5.2): the date begins two characters behind
/// the beginning of the name, or where it is the longer one stands two characters from the right and the name so much
/// farther. `None` for any other block.
fn signed(blocks: &[Block], ending: Ending, n: usize) -> Option<Kind> {
    let width = |n: usize| match blocks.get(n).map(|it| &it.content) {
        Some(Content::Paragraph { words, .. }) => {
            u16::try_from(text_width(words, Ambiguous::Wide)).unwrap_or(u16::MAX)
        }
        Some(Content::Heading { .. } | Content::Entry { .. }) | None => 0,
    };
    let date = width(ending.date);
    let name = ending.name.map_or(date, width);
    let (name_in, date_in) = match ending.name {
        None => (0, 4),
        Some(_) if name >= date.saturating_add(4) => (4, name - date),
        Some(_) => ((8 + date).saturating_sub(name), 4),
    };
    if n == ending.date {
        Some(Kind::Signed(date_in))
    } else if ending.name == Some(n) {
        Some(Kind::Signed(name_in))
    } else {
        None
    }
}

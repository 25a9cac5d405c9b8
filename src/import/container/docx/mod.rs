//! A Word document: its text as lines, with the ordinals that Word and WPS make themselves.
//!
//! [`archive`] unpacks, [`xml`] steps through the parts, [`story`] makes lines of a part by the [`styles`] and the
//! [`numbering`]. What stands beside the text is not lost: footnotes and tables of contents become lines beside it,
//! everything else with words in it is told with its words.

mod archive;
mod numbering;
mod numerals;
mod paragraph;
mod story;
mod styles;
#[cfg(test)]
mod tests;
mod xml;

use std::collections::{HashMap, HashSet};

use archive::{Archive, LIMIT, Relation};
use numbering::Numbering;
use story::NoteKind;
use styles::Styles;

use super::{Noticed, Unreadable};
use crate::import::{Line, Manuscript};

/// Reads a zip archive as a Word document.
///
/// # Errors
/// It is no Word document, or is damaged, locked or too large.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, Unreadable> {
    read_at_most(bytes, LIMIT)
}

/// Reads a document whose parts together unpack to no more than so many MiB.
fn read_at_most(bytes: &[u8], limit: u64) -> Result<Manuscript, Unreadable> {
    let mut document = Document {
        archive: Archive::open(bytes, limit)?,
        relations: Vec::new(),
        manuscript: Manuscript::default(),
    };
    document.relations = document.archive.relations().unwrap_or_default();
    let styles = document.part("styles")?;
    let styles = styles.map_or_else(Styles::default, |it| Styles::read(&it));
    let numbering = document.part("numbering")?;
    let numbering = numbering.map_or_else(Numbering::default, |it| Numbering::read(&it));
    document.read_text(&styles, numbering)?;
    document.read_margins(&styles)?;
    let mut manuscript = document.manuscript;
    manuscript.remarks.sort_by_key(|it| it.line);
    Ok(manuscript)
}

struct Document<'b> {
    archive: Archive<'b>,
    relations: Vec<Relation>,
    manuscript: Manuscript,
}

impl Document<'_> {
    /// Unpacks the part that is there for something. One that is damaged is told and done without.
    fn part(&mut self, kind: &str) -> Result<Option<String>, Unreadable> {
        let named = self.relations.iter().find(|it| it.kind == kind);
        let name = named.map_or_else(|| format!("word/{kind}.xml"), |it| it.target.clone());
        self.named_part(&name)
    }

    fn named_part(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        match self.archive.read(name) {
            Err(Unreadable::Damaged { part, why }) => {
                self.manuscript.note(1, Noticed::DamagedPart { part, why });
                Ok(None)
            }
            other => other,
        }
    }

    fn read_text(&mut self, styles: &Styles, numbering: Numbering) -> Result<(), Unreadable> {
        let name = self.archive.document.clone();
        let damaged = |why: String| Unreadable::Damaged {
            part: name.clone(),
            why,
        };
        let xml = self.archive.read(&name)?;
        let xml = xml.ok_or_else(|| damaged(String::new()))?;
        let text = story::read(&xml, styles, numbering);
        if text.is_too_long {
            return Err(Unreadable::TooLong);
        }
        let last = text.lines.last().map_or(1, |it| it.number);
        if let Some(why) = text.fault {
            if text.lines.iter().all(|it| it.characters() == 0) {
                return Err(damaged(why));
            }
            self.manuscript.note(last, Noticed::BrokenOff { why });
        }
        if let Some((line, count)) = text.dropped {
            self.manuscript
                .note(line, Noticed::ControlsDropped { count });
        }
        for (line, noticed) in text.told {
            self.manuscript.note(line, noticed);
        }
        if let Some(first) = text.lines.iter().find(|it| it.aside) {
            self.manuscript.note(first.number, Noticed::Contents);
        }
        self.manuscript.lines = text.lines;
        for kind in [NoteKind::Footnote, NoteKind::Endnote, NoteKind::Comment] {
            let references = text.references.iter().filter(|it| it.kind == kind);
            let references: Vec<(&str, usize)> =
                references.map(|it| (it.id.as_str(), it.number)).collect();
            self.read_notes(kind, &references, last, styles)?;
        }
        Ok(())
    }

    /// Reads the notes of a kind; `last` is the paragraph of those that nothing refers to.
    fn read_notes(
        &mut self,
        kind: NoteKind,
        references: &[(&str, usize)],
        last: usize,
        styles: &Styles,
    ) -> Result<(), Unreadable> {
        let name = match kind {
            NoteKind::Footnote => "footnotes",
            NoteKind::Endnote => "endnotes",
            NoteKind::Comment => "comments",
        };
        let Some(xml) = self.part(name)? else {
            return Ok(());
        };
        let read = story::read(&xml, styles, Numbering::default());
        if read.is_too_long {
            return Err(Unreadable::TooLong);
        }
        let mut places = HashMap::new();
        for (id, number) in references {
            places.entry(*id).or_insert(*number);
        }
        let mut notes: Vec<(usize, story::Note)> = (read.notes.into_iter())
            .map(|note| (places.get(note.id.as_str()).copied().unwrap_or(last), note))
            .collect();
        notes.sort_by_key(|(number, _)| *number);
        for (number, note) in notes {
            let words = words_of(&note.lines);
            if words.is_empty() {
                continue;
            }
            match kind {
                NoteKind::Footnote | NoteKind::Endnote => {
                    self.manuscript.note(number, Noticed::Footnote { words });
                    let lines = note.lines.into_iter().filter(|it| it.characters() > 0);
                    self.manuscript.lines.extend(lines.map(|it| Line {
                        number,
                        aside: true,
                        ..it
                    }));
                }
                NoteKind::Comment => {
                    let author = note.author.clone();
                    self.manuscript
                        .note(number, Noticed::Comment { author, words });
                }
            }
        }
        // What was deleted in a note is told where the notes are.
        for (_, noticed) in read.told {
            self.manuscript.note(last, noticed);
        }
        if let Some(why) = read.fault {
            let part = name.to_owned();
            self.manuscript
                .note(last, Noticed::DamagedPart { part, why });
        }
        Ok(())
    }

    /// Tells the words of headers and footers, each once.
    fn read_margins(&mut self, styles: &Styles) -> Result<(), Unreadable> {
        let is_margin = |it: &&Relation| it.kind == "header" || it.kind == "footer";
        let margins = self.relations.iter().filter(is_margin);
        let margins: Vec<String> = margins.map(|it| it.target.clone()).collect();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut told: HashSet<String> = HashSet::new();
        for name in &margins {
            // Every section of a document names its margins, mostly the same.
            if !seen.insert(name) {
                continue;
            }
            let Some(xml) = self.named_part(name)? else {
                continue;
            };
            let read = story::read(&xml, styles, Numbering::default());
            let words = words_of(&read.lines);
            // A page number is no word.
            if words.chars().any(char::is_alphabetic) && told.insert(words.clone()) {
                self.manuscript.note(1, Noticed::Margin { words });
            }
        }
        Ok(())
    }
}

fn words_of(lines: &[Line]) -> String {
    let lines = lines.iter().map(|it| it.text.trim());
    let lines: Vec<&str> = lines.filter(|it| !it.is_empty()).collect();
    lines.join(" ")
}

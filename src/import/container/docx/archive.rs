//! The parts of a Word document: a zip archive that nobody vouches for. Takes no part whole before it knows that it
//! is not too large.

use std::io::{Cursor, Read};

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Node, walk};
use crate::import::container::{Foreign, Unreadable};

/// The most that is unpacked of all parts that are read, in MiB; pictures are not. The text of a report is a
/// hundredth of that.
pub(super) const LIMIT: u64 = 128;

/// The most entries an archive may have.
const MAX_ENTRIES: usize = 10_000;

/// A Word document, packed.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The most that is unpacked, in MiB.
    limit: u64,
    /// Bytes that may still be unpacked.
    left: u64,
    /// The name of the part with the text.
    pub(super) document: String,
}

/// A part that another one refers to.
pub(super) struct Relation {
    /// What it is for, the last word of its type: `footnotes`.
    pub(super) kind: String,
    /// The name of the part.
    pub(super) target: String,
}

impl<'b> Archive<'b> {
    /// Looks into an archive. One that is no Word document is refused. `limit` is the most that is unpacked
    /// of its parts together, in MiB.
    pub(super) fn open(bytes: &'b [u8], limit: u64) -> Result<Self, Unreadable> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|it| unreadable("", it))?;
        if zip.len() > MAX_ENTRIES {
            return Err(Unreadable::TooManyParts);
        }
        let mut archive = Self {
            zip,
            limit,
            left: limit << 20,
            document: String::new(),
        };
        archive.document = archive.find_document()?;
        Ok(archive)
    }

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    fn find_document(&mut self) -> Result<String, Unreadable> {
        let relations = self.relations_in("_rels/.rels", "")?;
        let named = relations.into_iter().find(|it| it.kind == "officeDocument");
        let name = named.map(|it| it.target).filter(|it| self.has(it));
        let name = name.unwrap_or_else(|| "word/document.xml".to_owned());
        if self.has(&name) && !is_of_other_program(&name) {
            return Ok(name);
        }
        let kind = if self.has("xl/workbook.xml") {
            Foreign::Sheets
        } else if self.has("ppt/presentation.xml") {
            Foreign::Slides
        } else if self.has("content.xml") && self.has("mimetype") {
            Foreign::OpenDocument
        } else {
            Foreign::Archive
        };
        Err(Unreadable::Foreign(kind))
    }

    /// Returns the parts that the text refers to.
    pub(super) fn relations(&mut self) -> Result<Vec<Relation>, Unreadable> {
        let (folder, name) = self
            .document
            .rsplit_once('/')
            .unwrap_or(("", &self.document));
        let rels = format!("{folder}/_rels/{name}.rels");
        let folder = folder.to_owned();
        self.relations_in(rels.trim_start_matches('/'), &folder)
    }

    fn relations_in(&mut self, rels: &str, folder: &str) -> Result<Vec<Relation>, Unreadable> {
        let Some(xml) = self.read(rels)? else {
            return Ok(Vec::new());
        };
        let mut relations = Vec::new();
        // Broken off, it still says what it said.
        let _end = walk(&xml, |node| {
            if let Node::Open(it) = node
                && it.name == "Relationship"
                && it.attribute("TargetMode").as_deref() != Some("External")
                && let (Some(kind), Some(target)) = (it.attribute("Type"), it.attribute("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let target = resolve(folder, &target);
                relations.push(Relation { kind, target });
            }
        });
        Ok(relations)
    }

    /// Unpacks a part; `None` if there is none of that name. A part in UTF-16 is brought into UTF-8.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let file = match self.zip.by_name(name) {
            Ok(it) => it,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(it) => return Err(unreadable(name, it)),
        };
        let mut bytes = Vec::new();
        let end = file.take(self.left + 1).read_to_end(&mut bytes);
        // What a damaged part gave counts too.
        let Some(left) = self.left.checked_sub(bytes.len() as u64) else {
            return Err(Unreadable::TooLarge { limit: self.limit });
        };
        self.left = left;
        end.map_err(|it| unreadable(name, it.into()))?;
        let text = match bytes.as_slice() {
            [0xFF, 0xFE, ..] | [b'<', 0, ..] => UTF_16LE.decode(&bytes).0.into_owned(),
            [0xFE, 0xFF, ..] | [0, b'<', ..] => UTF_16BE.decode(&bytes).0.into_owned(),
            _ => String::from_utf8(bytes)
                .unwrap_or_else(|it| UTF_8.decode(it.as_bytes()).0.into_owned()),
        };
        Ok(Some(text))
    }
}

fn is_of_other_program(document: &str) -> bool {
    document.starts_with("xl/") || document.starts_with("ppt/") || document.starts_with("visio/")
}

/// Returns the name of a part as seen from a folder of the archive.
fn resolve(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(it) => it.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut path: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            it => path.push(it),
        }
    }
    path.join("/")
}

fn unreadable(part: &str, error: ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Unreadable::Locked
        }
        other => Unreadable::Damaged {
            part: part.to_owned(),
            why: other.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn parts_are_found_from_where_they_are_named() {
        for (folder, target, part) in [
            ("", "word/document.xml", "word/document.xml"),
            ("", "/word/document.xml", "word/document.xml"),
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "../customXml/item1.xml", "customXml/item1.xml"),
            ("word", "../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(resolve(folder, target), part);
        }
    }
}

//! What kind of file some bytes are, by what they begin with. The ending of a name is never believed.

use super::encoding::share;
use super::{Foreign, Unreadable};

/// A kind of file that is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Plain text or Markdown.
    Text,
    /// A zip archive; which document it packs is for the reader of archives.
    Zip,
}

/// The first bytes of files that are no text.
const MAGIC: &[(&[u8], Foreign)] = &[
    (b"%PDF-", Foreign::Pdf),
    (b"{\\rtf", Foreign::RichText),
    (b"\x89PNG\r\n", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"Rar!\x1A", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"\x1F\x8B\x08", Foreign::Archive),
    (b"BZh", Foreign::Archive),
    (b"\xFD7zXZ", Foreign::Archive),
    (b"\x7FELF", Foreign::Binary),
];

/// What the old office programs begin their files with, whichever they are.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// How many bytes are looked at to know a text.
const SAMPLE: usize = 8192;

/// Returns the kind of file.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(OLE) {
        return Err(ole(bytes));
    }
    let foreign = |it| Err(Unreadable::Foreign(it));
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    if let Some((_, it)) = MAGIC.iter().find(|(magic, _)| text.starts_with(magic)) {
        return foreign(*it);
    }
    let head = text.get(..1024).unwrap_or(text).to_ascii_lowercase();
    if head.starts_with(b"<!doctype html") || head.starts_with(b"<html") {
        return foreign(Foreign::WebPage);
    }
    if head.starts_with(b"mime-version:") && holds(&head, b"multipart/related") {
        return foreign(Foreign::WebPage);
    }
    if head.starts_with(b"<?xml") {
        if holds(&head, b"<html") {
            return foreign(Foreign::WebPage);
        }
        if holds(&head, b"worddocument") || holds(&head, b"<pkg:package") {
            return foreign(Foreign::FlatXml);
        }
    }
    if is_binary(bytes) {
        return foreign(Foreign::Binary);
    }
    Ok(Kind::Text)
}

/// Tells the files of the old office programs apart by the names of what they hold, which are in UTF-16.
fn ole(bytes: &[u8]) -> Unreadable {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &name)
    };
    if has("EncryptedPackage") {
        Unreadable::Locked
    } else if has("WordDocument") {
        Unreadable::Foreign(Foreign::OldWord)
    } else if has("Workbook") {
        Unreadable::Foreign(Foreign::Sheets)
    } else if has("PowerPoint Document") {
        Unreadable::Foreign(Foreign::Slides)
    } else {
        Unreadable::Foreign(Foreign::OldWord)
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|it| it == part)
}

/// Tells whether one byte in twenty is one that no text has. Not so in UTF-16, where every other may be 0.
fn is_binary(bytes: &[u8]) -> bool {
    if super::encoding::is_utf16(bytes) {
        return false;
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let is_odd = |it: &&u8| matches!(it, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    let n_odd = sample.iter().filter(is_odd).count();
    n_odd >= 4 && share(n_odd, sample.len()) > 0.05
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], foreign: Foreign) {
        assert_eq!(of(bytes), Err(Unreadable::Foreign(foreign)));
    }

    fn ole_with(name: &str) -> Vec<u8> {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        OLE.iter().copied().chain([0; 504]).chain(name).collect()
    }

    #[test]
    fn other_kinds_are_known() {
        check(b"%PDF-1.7\n", Foreign::Pdf);
        check(b"{\\rtf1\\ansi", Foreign::RichText);
        check(&ole_with("WordDocument"), Foreign::OldWord);
        check(&ole_with("Workbook"), Foreign::Sheets);
        check(&ole_with("PowerPoint Document"), Foreign::Slides);
        check(b"\xEF\xBB\xBF\r\n<!DOCTYPE HTML>", Foreign::WebPage);
        check(b"<?xml version='1.0'?><html xmlns=", Foreign::WebPage);
        check(
            b"<?xml version='1.0'?>\n<?mso-application?><w:wordDocument>",
            Foreign::FlatXml,
        );
        check(b"\xFF\xD8\xFF\xE0", Foreign::Picture);
        check(b"\x1F\x8B\x08", Foreign::Archive);
        check(b"\0\x01\x02\x03abcdefg", Foreign::Binary);
        assert_eq!(of(&ole_with("EncryptedPackage")), Err(Unreadable::Locked));
    }

    #[test]
    fn texts_are_texts() {
        let utf16: Vec<u8> = "Problem 1"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for it in [
            &b""[..],
            b"\0",
            b"a\x07b\x1b[1m",
            "<某镇>".as_bytes(),
            &utf16,
        ] {
            assert_eq!(of(it), Ok(Kind::Text), "{it:?}");
        }
        assert_eq!(of(b"PK\x03\x04"), Ok(Kind::Zip));
    }
}

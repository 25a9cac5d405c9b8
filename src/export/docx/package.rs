//! The parts of a Word document in one zip archive (ISO/IEC 29500-2). The same parts give the same bytes: there is
//! no time in it, and no name of a machine.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A part: its name in the archive, its type, and its text.
pub(super) struct Part {
    pub(super) name: &'static str,
    /// What the list of types says of it.
    pub(super) kind: &'static str,
    pub(super) text: String,
}

/// How hard the archive is packed, from 1 to 9: beyond this it takes twice the time for a twentieth of the bytes.
const EFFORT: i64 = 3;

/// A part shorter than this, in bytes, is laid in as it is: to begin packing takes longer than to pack a short report,
/// and a part of this length would become a kilobyte shorter at most.
const SHORT: usize = 1_500;

/// Packs the parts.
pub(super) fn packed(parts: &[Part]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let types = types(parts);
    let all = std::iter::once(("[Content_Types].xml", types.as_str()))
        .chain(parts.iter().map(|it| (it.name, it.text.as_str())));
    for (name, text) in all {
        let method = if text.len() < SHORT {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let effort = (method == CompressionMethod::Deflated).then_some(EFFORT);
        let options = options.compression_method(method).compression_level(effort);
        zip.start_file(name, options)
            .and_then(|()| Ok(zip.write_all(text.as_bytes())?))
            .expect("memory takes what is written, and no name is used twice");
    }
    let done = zip.finish().expect("memory takes what is written");
    done.into_inner()
}

/// Returns the list of what every part is.
fn types(parts: &[Part]) -> String {
    let mut xml = super::xml::Xml::part();
    xml.markup("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    xml.markup("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    xml.markup("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for part in parts.iter().filter(|it| !it.kind.is_empty()) {
        xml.markup("<Override PartName=\"/").markup(part.name);
        xml.markup("\" ContentType=\"application/vnd.openxmlformats-");
        xml.markup(part.kind).markup("+xml\"/>");
    }
    xml.markup("</Types>");
    xml.into_text()
}

//! The parts of a Word document in one zip archive (ISO/IEC 29500-2; APPNOTE.TXT 6.3). The same parts give the same
//! bytes: there is no time in it, and no name of a machine.
//!
//! The few fields of an archive are written here, so that one packer serves all parts and a part that was packed before
//! is laid in as it is: to begin packing takes longer than to pack a short report.

use flate2::{Compress, Compression, FlushCompress, Status};

/// A part: its name in the archive, its type, and its text.
pub(super) struct Part {
    pub(super) name: &'static str,
    /// What the list of types says of it.
    pub(super) kind: &'static str,
    pub(super) text: String,
    /// The text packed, where that was done before.
    pub(super) ready: Option<&'static [u8]>,
}

/// How hard the archive is packed, from 1 to 9: beyond this it takes twice the time for a twentieth of the bytes.
const EFFORT: u32 = 3;

/// A part shorter than this, in bytes, is laid in as it is: it would become a kilobyte shorter at most.
const SHORT: usize = 1_500;

/// The 1st of January 1980, the first day an archive knows.
const NO_DATE: u16 = 0x21;
/// Made as on Unix, by version 2.0 of the format.
const MADE_BY: u16 = 0x0314;
/// A file that its owner may write and everybody may read.
const MODE: u32 = 0o100_644 << 16;

/// Packs the parts.
pub(super) fn packed(parts: &[Part]) -> Vec<u8> {
    let types = types(parts);
    let n_bytes: usize = parts.iter().map(|it| it.text.len()).sum();
    let mut archive = Archive {
        bytes: Vec::with_capacity(n_bytes / 2 + (8 << 10)),
        ..Archive::default()
    };
    archive.add("[Content_Types].xml", types.as_bytes(), None);
    for it in parts {
        archive.add(it.name, it.text.as_bytes(), it.ready);
    }
    archive.close()
}

/// An archive being written.
#[derive(Default)]
struct Archive {
    bytes: Vec<u8>,
    /// The list of its parts, which stands at its end.
    list: Vec<u8>,
    n_parts: usize,
    /// Begun with the first part that is packed.
    packer: Option<Compress>,
}

impl Archive {
    fn add(&mut self, name: &str, text: &[u8], ready: Option<&[u8]>) {
        let at = small(self.bytes.len());
        let is_packed = text.len() >= SHORT;
        // The head is filled in when the length of what is behind it is known.
        let head = self.bytes.len();
        self.bytes.extend([0; 30]);
        self.bytes.extend(name.as_bytes());
        let begin = self.bytes.len();
        match ready {
            _ if !is_packed => self.bytes.extend(text),
            Some(it) => self.bytes.extend(it),
            None => self.pack(text),
        }
        let mut fields = Vec::with_capacity(26);
        let (version, method): (u16, u16) = if is_packed { (20, 8) } else { (10, 0) };
        for it in [version, 0, method, 0, NO_DATE] {
            fields.extend(it.to_le_bytes());
        }
        let length = self.bytes.len() - begin;
        for it in [crc32fast::hash(text), small(length), small(text.len())] {
            fields.extend(it.to_le_bytes());
        }
        // The lengths of the name and of fields beyond these.
        fields.extend(small(name.len()).to_le_bytes());
        if let Some(it) = self.bytes.get_mut(head..head + 30) {
            it[..4].copy_from_slice(b"PK\x03\x04");
            it[4..].copy_from_slice(&fields);
        }
        self.list.extend(b"PK\x01\x02");
        self.list.extend(MADE_BY.to_le_bytes());
        self.list.extend(fields);
        // The length of a remark, the number of a disk, and what an old system would want to know.
        self.list.extend([0; 6]);
        self.list.extend(MODE.to_le_bytes());
        self.list.extend(at.to_le_bytes());
        self.list.extend(name.as_bytes());
        self.n_parts += 1;
    }

    fn pack(&mut self, text: &[u8]) {
        let packer = match &mut self.packer {
            Some(it) => {
                it.reset();
                it
            }
            none => none.insert(Compress::new(Compression::new(EFFORT), false)),
        };
        let mut rest = text;
        loop {
            // Nearly every text becomes half as long or less; one that does not is given more room.
            self.bytes.reserve(rest.len() / 2 + 64);
            let before = packer.total_in();
            let done = packer.compress_vec(rest, &mut self.bytes, FlushCompress::Finish);
            let n_taken = usize::try_from(packer.total_in() - before).unwrap_or(rest.len());
            rest = rest.get(n_taken..).unwrap_or_default();
            match done.expect("any bytes can be packed") {
                Status::StreamEnd => return,
                Status::Ok | Status::BufError => {}
            }
        }
    }

    fn close(mut self) -> Vec<u8> {
        let at = small(self.bytes.len());
        let length = small(self.list.len());
        self.bytes.append(&mut self.list);
        let n = u16::try_from(self.n_parts).expect("a document has a dozen parts");
        self.bytes.extend(b"PK\x05\x06");
        // The numbers of two disks.
        self.bytes.extend([0; 4]);
        for it in [n, n] {
            self.bytes.extend(it.to_le_bytes());
        }
        for it in [length, at] {
            self.bytes.extend(it.to_le_bytes());
        }
        // The length of a remark.
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

/// Returns a length as an archive of this format holds it.
fn small(length: usize) -> u32 {
    u32::try_from(length).expect("a document is shorter than 4 GiB")
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

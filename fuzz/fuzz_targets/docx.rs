//! Any XML as the text of a Word document, and any bytes as the document itself.
//!
//! What must be there is found by an extraction of its own: the characters between `<w:t>` and `</w:t>` are in a line
//! or in a remark.

#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use pouxi::import::container;
use pouxi::locale::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const NUMBERING: &str = include_str!("../seeds/docx.numbering.xml");

fn packed(body: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in [("word/document.xml", body), ("word/numbering.xml", NUMBERING)] {
        zip.start_file(name, stored).expect("memory takes it");
        zip.write_all(content.as_bytes()).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// Returns the Han characters of plain runs of text, up to the first thing that is not plain.
fn plain(body: &str) -> Option<String> {
    let is_odd = |word: &&str| body.contains(*word);
    if ["<!", "<?", "&", "xmlns", "instr", "Pr", "Alternate", "Fallback", "type="].iter().any(|it| is_odd(&it)) {
        return None;
    }
    let mut found = String::new();
    for part in body.split("<w:t>").skip(1) {
        let (inside, _) = part.split_once("</w:t>")?;
        if inside.contains('<') {
            return None;
        }
        found.extend(inside.chars().filter(|it| ('\u{4E00}'..='\u{9FFF}').contains(it)));
    }
    Some(found)
}

fuzz_target!(|body: &str| {
    let _as_it_is = container::read(body.as_bytes(), "a.docx");
    let whole = format!("<w:document><w:body>{body}</w:body></w:document>");
    let Ok(manuscript) = container::read(&packed(&whole), "a.docx") else { return };
    for line in &manuscript.lines {
        assert!(!line.text.contains(char::is_control), "control characters stay outside");
        assert!(line.text.is_char_boundary(line.made), "what was made ends between characters");
    }
    let told: String = manuscript.remarks.iter().map(|it| it.notice.say(Lang::En)).collect();
    let is_broken = told.contains("damaged from here on");
    if let Some(wanted) = plain(body).filter(|_| !is_broken) {
        let text: String = manuscript.lines.iter().map(|it| it.text.as_str()).collect();
        for it in wanted.chars() {
            assert!(text.contains(it) || told.contains(it), "{it} was lost");
        }
    }
});

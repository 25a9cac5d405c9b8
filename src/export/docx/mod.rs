//! Word documents (ISO/IEC 29500, transitional), in the layout of GB/T 9704-2012 or one of the writer's own.
//!
//! The text is written by hand: the file holds what the standard asks for and nothing else, no font, no picture, no
//! time, no name of a machine, and the same document gives the same bytes. `body` writes paragraphs, `table`
//! tables, `styles` says how both look.

mod body;
mod footers;
mod package;
mod parts;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod xml;

pub use table::{Column, Sheet};

use self::body::Body;
use self::xml::Xml;
use super::document::Content;
use super::document::Document;
use super::ending::{ending, is_date};
use super::layout::{Layout, official};
use crate::locale::Lang;

/// Prints a document in the official layout.
pub(super) fn write_official(document: &Document) -> Vec<u8> {
    write(document, official())
}

/// Prints a document as a Word document.
pub fn write(document: &Document, layout: &Layout) -> Vec<u8> {
    let mut body = Body {
        xml: beginning(),
        layout,
        language: document.language,
    };
    body.document(document);
    body.section(Turn::Upright);
    packed(body, &document.title, &author(document))
}

/// Prints a table on paper turned on its side, as a Word document.
pub fn write_sheet(sheet: &Sheet, author: &str, layout: &Layout, language: Lang) -> Vec<u8> {
    let mut body = Body {
        xml: beginning(),
        layout,
        language,
    };
    let lines: Vec<&str> = sheet.lines.iter().map(String::as_str).collect();
    body.front(&sheet.title, &lines);
    body.table(
        &sheet.columns,
        &sheet.rows,
        Turn::Sideways.text_width(layout),
    );
    // Word wants a paragraph behind a table; it is as small as one can be.
    body.xml.markup("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>");
    body.section(Turn::Sideways);
    packed(body, &sheet.title, author)
}

/// How the paper lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// As the layout has it.
    Upright,
    /// Turned so that its head lies at the edge where odd pages are bound, as GB/T 9704-2012, 7.4, has wide tables.
    Sideways,
}

impl Turn {
    /// Returns width, height, and the margins at the top, right, bottom and left.
    fn page(self, layout: &Layout) -> [u32; 6] {
        let page = layout.page;
        match self {
            Self::Upright => [
                page.width,
                page.height,
                page.top,
                page.right,
                page.bottom,
                page.left,
            ],
            Self::Sideways => [
                page.height,
                page.width,
                page.left,
                page.top,
                page.right,
                page.bottom,
            ],
        }
    }

    fn text_width(self, layout: &Layout) -> u32 {
        let [width, _, _, right, _, left] = self.page(layout);
        width - right - left
    }
}

impl Body<'_> {
    /// Ends the section at hand: its paper, its margins, its page numbers.
    fn section(&mut self, turn: Turn) {
        let [width, height, top, right, bottom, left] = turn.page(self.layout);
        let xml = &mut self.xml;
        xml.markup("<w:sectPr>");
        let mut from_bottom = 720;
        if let Some(number) = &self.layout.page_number {
            for (kind, id) in [("default", parts::ODD_FOOTER), ("even", parts::EVEN_FOOTER)] {
                xml.markup("<w:footerReference w:type=\"").markup(kind);
                xml.markup("\" r:id=\"").markup(id).markup("\"/>");
            }
            // The footer stands on this line, the middle of its characters half of one above it.
            from_bottom = bottom.saturating_sub(number.below + number.size * 5);
        }
        xml.markup("<w:pgSz w:w=\"")
            .number(width)
            .markup("\" w:h=\"")
            .number(height);
        xml.markup(match turn {
            Turn::Upright => "\"/>",
            Turn::Sideways => "\" w:orient=\"landscape\"/>",
        });
        for (name, twips) in [
            ("<w:pgMar w:top", top),
            ("\" w:right", right),
            ("\" w:bottom", bottom),
            ("\" w:left", left),
            ("\" w:header", 720.min(top)),
            ("\" w:footer", from_bottom),
        ] {
            xml.markup(name).markup("=\"").number(twips);
        }
        xml.markup("\" w:gutter=\"0\"/><w:cols w:space=\"425\"/><w:docGrid w:type=\"lines\" w:linePitch=\"");
        xml.number(self.layout.text.pitch).markup("\"/></w:sectPr>");
    }
}

fn beginning() -> Xml {
    let mut xml = Xml::part();
    xml.markup("<w:document ").markup(parts::W);
    xml.markup(
        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>",
    );
    xml
}

fn packed(body: Body<'_>, title: &str, author: &str) -> Vec<u8> {
    let Body {
        mut xml,
        layout,
        language,
    } = body;
    xml.markup("</w:body></w:document>");
    let mut all = vec![
        parts::of_package(),
        package::Part {
            name: "word/document.xml",
            kind: "officedocument.wordprocessingml.document.main",
            text: xml.into_text(),
            ready: None,
        },
        parts::of_text(layout.page_number.is_some()),
        packed_before(styles::styles(layout), layout, STYLES),
        parts::settings(),
        parts::fonts(layout),
        packed_before(parts::theme(layout), layout, THEME),
    ];
    all.extend(layout.page_number.iter().flat_map(footers::footers));
    all.push(parts::properties(title, author, language));
    package::packed(&all)
}

/// Two parts as the official layout has them, packed: they are longer than a short report and always the same. Made by
/// a test of `tests/it/export.rs`, which also sees when they are no longer what they should be.
const STYLES: &[u8] = include_bytes!("ready/styles.xml.deflate");
/// See [`STYLES`].
const THEME: &[u8] = include_bytes!("ready/theme1.xml.deflate");

/// Returns a part with what it was packed to before, if the layout is the one it was packed for.
fn packed_before(part: package::Part, layout: &Layout, ready: &'static [u8]) -> package::Part {
    package::Part {
        ready: (layout == official()).then_some(ready),
        ..part
    }
}

/// Returns who wrote a report: the name in the first line under the title that is no date, or who signs it.
fn author(document: &Document) -> String {
    let mut lines = document.bylines.iter().map(|it| it.words.as_str());
    let words = lines.find(|it| !is_date(it)).or_else(|| {
        let name = ending(&document.blocks)?.name?;
        match &document.blocks.get(name)?.content {
            Content::Paragraph { words, .. } => Some(words.as_str()),
            Content::Heading { .. } | Content::Entry { .. } => None,
        }
    });
    let words = words.unwrap_or_default();
    // Office and name stand with a blank between them.
    let last = words.rsplit([' ', '\u{3000}']).next().unwrap_or_default();
    let is_name = (2..=4).contains(&last.chars().count()) && !last.is_ascii();
    if is_name { last } else { words }.to_owned()
}

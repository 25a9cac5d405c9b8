//! The styles: everything a paragraph looks like is said here once, so that a writer changes it once in Word.
//!
//! The names are those Word knows, so that its navigation and its list of styles find them. The
//! order of elements follow ISO/IEC 29500-1, 17.3 and 17.7.

use super::package::Part;
use super::parts::W;
use super::xml::Xml;
use crate::export::layout::{Align, Layout, Place, Style};

/// The id of the style of body paragraphs.
pub(super) const BODY: &str = "BodyText";
/// The id of the style of the title.
pub(super) const TITLE: &str = "Title";
/// The id of the style of the lines under the title.
pub(super) const BYLINE: &str = "Byline";
/// The id of the style of a section's heading.
pub(super) const SECTION: &str = "Heading1";
/// The id of the style of the heading of a dimension, a cause or a measure.
pub(super) const DIMENSION: &str = "Heading2";
/// The id of the style of who signs, at the end.
pub(super) const SIGNATURE: &str = "Signature";
/// The id of the style of the date, at the end.
pub(super) const DATE: &str = "Date";
/// The id of the style of page numbers.
pub(super) const FOOTER: &str = "Footer";
/// The id of the style of words in a table.
pub(super) const CELL: &str = "TableText";
/// The id of the style of words in the head of a table.
pub(super) const HEAD: &str = "TableHead";
/// The id of the style of characters that begin a problem. The importer knows it.
pub(super) const LEAD: &str = "Lead";

/// Returns the part of the styles.
pub(super) fn styles(layout: &Layout) -> Part {
    let mut xml = Xml::part();
    xml.markup("<w:styles ")
        .markup(W)
        .markup("><w:docDefaults><w:rPrDefault><w:rPr>");
    faces(&mut xml, &layout.text.font.name, &layout.text.latin);
    xml.markup("<w:color w:val=\"000000\"/>");
    size(&mut xml, layout.text.size);
    xml.markup("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>");

    open(&mut xml, "Normal", "Normal", None, None);
    xml.markup("<w:pPr><w:widowControl w:val=\"0\"/>");
    // LibreOffice 7.4 takes this for its opposite. Either way every mark is seen.
    if !layout.text.has_hanging_punctuation {
        xml.markup("<w:overflowPunct w:val=\"0\"/>");
    }
    pitch(&mut xml, layout.text.pitch);
    xml.markup("</w:pPr><w:rPr><w:w w:val=\"")
        .number(layout.text.scale);
    xml.markup("\"/></w:rPr></w:style>");

    open(&mut xml, BODY, "Body Text", Some("Normal"), None);
    xml.markup("<w:pPr>");
    first_line(&mut xml, layout.text.indent, layout.text.size);
    xml.markup("<w:jc w:val=\"both\"/></w:pPr></w:style>");

    let title = &layout.title.style;
    open(&mut xml, TITLE, "Title", Some("Normal"), Some(BODY));
    line_style(&mut xml, layout, title, layout.title_pitch(), Extra::Front);
    open(&mut xml, BYLINE, "Byline", Some("Normal"), Some(BODY));
    line_style(
        &mut xml,
        layout,
        &layout.byline,
        layout.text.pitch,
        Extra::Front,
    );
    for (id, name, heading, level) in [
        (SECTION, "heading 1", &layout.section, 0),
        (DIMENSION, "heading 2", &layout.dimension, 1),
    ] {
        open(&mut xml, id, name, Some("Normal"), Some(BODY));
        let extra = Extra::Heading(level, heading.indent);
        line_style(&mut xml, layout, &heading.style, layout.text.pitch, extra);
    }
    for (id, name) in [(SIGNATURE, "Signature"), (DATE, "Date")] {
        open(&mut xml, id, name, Some("Normal"), None);
        xml.markup("<w:pPr><w:jc w:val=\"right\"/></w:pPr></w:style>");
    }
    footer(&mut xml, layout);
    table(&mut xml, layout);

    xml.markup("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>");
    xml.markup("<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"")
        .markup(LEAD);
    xml.markup("\"><w:name w:val=\"Lead\"/><w:qFormat/><w:rPr>");
    if layout.is_lead_bold {
        xml.markup("<w:b/>");
    }
    xml.markup("</w:rPr></w:style></w:styles>");
    Part {
        name: "word/styles.xml",
        kind: "officedocument.wordprocessingml.styles",
        text: xml.into_text(),
        ready: None,
    }
}

impl Layout {
    /// Returns the pitch of the title: that of the text, so that the lines below stay on the grid, or more where its
    /// characters would not fit.
    fn title_pitch(&self) -> u32 {
        self.text.pitch.max(self.title.style.size * 11)
    }
}

/// What a style of lines has beside its look.
#[derive(Clone, Copy)]
enum Extra {
    /// It stands above the text.
    Front,
    /// It is a heading of this level from 0, indented by so many characters.
    Heading(u32, u32),
}

/// Opens a style of paragraphs.
fn open(xml: &mut Xml, id: &str, name: &str, based_on: Option<&str>, next: Option<&str>) {
    xml.markup("<w:style w:type=\"paragraph\"");
    if based_on.is_none() {
        xml.markup(" w:default=\"1\"");
    }
    if matches!(id, BYLINE | CELL | HEAD) {
        xml.markup(" w:customStyle=\"1\"");
    }
    xml.attribute("w:styleId", id)
        .markup("><w:name")
        .attribute("w:val", name)
        .markup("/>");
    if let Some(it) = based_on {
        xml.markup("<w:basedOn").attribute("w:val", it).markup("/>");
    }
    if let Some(it) = next {
        xml.markup("<w:next").attribute("w:val", it).markup("/>");
    }
    xml.markup("<w:qFormat/>");
}

/// Writes the properties of a style that stands for one line, and closes it.
fn line_style(xml: &mut Xml, layout: &Layout, style: &Style, line_pitch: u32, extra: Extra) {
    xml.markup("<w:pPr>");
    if matches!(extra, Extra::Heading(..)) && layout.text.keeps_headings {
        xml.markup("<w:keepNext/>");
    }
    // Larger characters would be given two lines of the grid by LibreOffice.
    if matches!(extra, Extra::Front) {
        xml.markup("<w:snapToGrid w:val=\"0\"/>");
    }
    if line_pitch != layout.text.pitch {
        pitch(xml, line_pitch);
    }
    if let Extra::Heading(_, indent) = extra {
        first_line(xml, indent, style.size);
    }
    align(xml, style.align);
    if let Extra::Heading(level, _) = extra {
        xml.markup("<w:outlineLvl w:val=\"")
            .number(level)
            .markup("\"/>");
    }
    xml.markup("</w:pPr><w:rPr>");
    faces(xml, &style.font.name, &layout.text.latin);
    if style.is_bold {
        xml.markup("<w:b/>");
    }
    if matches!(extra, Extra::Front) {
        full_width(xml);
    }
    size(xml, style.size);
    xml.markup("</w:rPr></w:style>");
}

fn footer(xml: &mut Xml, layout: &Layout) {
    open(xml, FOOTER, "footer", Some("Normal"), None);
    let Some(number) = &layout.page_number else {
        xml.markup("</w:style>");
        return;
    };
    xml.markup("<w:pPr>");
    pitch(xml, number.size * 10);
    let side = match number.place {
        Place::Center => "center",
        Place::Outside | Place::Right => "right",
    };
    xml.markup("<w:jc w:val=\"")
        .markup(side)
        .markup("\"/></w:pPr><w:rPr>");
    // The standard wants the digits in the Chinese face too.
    faces(xml, &number.font.name, &number.font.name);
    full_width(xml);
    size(xml, number.size);
    xml.markup("</w:rPr></w:style>");
}

fn table(xml: &mut Xml, layout: &Layout) {
    for (id, name) in [(CELL, "Table Text"), (HEAD, "Table Head")] {
        open(xml, id, name, Some("Normal"), None);
        // The grid of the text would part the lines of a table as widely as those of the text.
        xml.markup("<w:pPr><w:snapToGrid w:val=\"0\"/>");
        pitch(xml, layout.table.pitch);
        xml.markup(if id == HEAD {
            "<w:jc w:val=\"center\"/>"
        } else {
            ""
        });
        xml.markup("</w:pPr><w:rPr>");
        faces(xml, &layout.table.font.name, &layout.text.latin);
        xml.markup(if id == HEAD { "<w:b/>" } else { "" });
        full_width(xml);
        size(xml, layout.table.size);
        xml.markup("</w:rPr></w:style>");
    }
    xml.markup("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
    xml.markup("<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.markup("<w:").markup(side);
        xml.markup(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    }
    xml.markup("</w:tblBorders></w:tblPr></w:style>");
}

/// Names the faces of Chinese words and of Latin ones.
fn faces(xml: &mut Xml, chinese: &str, latin: &str) {
    xml.markup("<w:rFonts")
        .attribute("w:ascii", latin)
        .attribute("w:hAnsi", latin);
    xml.attribute("w:eastAsia", chinese)
        .attribute("w:cs", latin)
        .markup("/>");
}

/// Takes back by how much the characters of the text are narrower.
fn full_width(xml: &mut Xml) {
    xml.markup("<w:w w:val=\"100\"/>");
}

fn size(xml: &mut Xml, half_points: u32) {
    xml.markup("<w:sz w:val=\"").number(half_points);
    xml.markup("\"/><w:szCs w:val=\"")
        .number(half_points)
        .markup("\"/>");
}

fn pitch(xml: &mut Xml, twips: u32) {
    xml.markup("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"")
        .number(twips);
    xml.markup("\" w:lineRule=\"exact\"/>");
}

/// Indents the first line by characters: `firstLine` is for programs that do not know `firstLineChars`.
fn first_line(xml: &mut Xml, characters: u32, half_points: u32) {
    if characters > 0 {
        xml.markup("<w:ind w:firstLineChars=\"")
            .number(characters * 100);
        xml.markup("\" w:firstLine=\"")
            .number(characters * half_points * 10)
            .markup("\"/>");
    }
}

fn align(xml: &mut Xml, align: Align) {
    let side = match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    };
    xml.markup("<w:jc w:val=\"").markup(side).markup("\"/>");
}

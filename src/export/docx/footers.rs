//! The page numbers: one footer for odd pages, one for even ones. GB/T 9704-2012, 7.5: `— 1 —`, on odd pages at the
//! right and on even ones at the left, one character in.

use super::package::Part;
use super::parts::W;
use super::xml::Xml;
use crate::export::layout::{PageNumber, Place};

/// Returns the footers of odd and of even pages.
pub(super) fn footers(number: &PageNumber) -> [Part; 2] {
    let odd = footer("word/footer1.xml", number, "right", "rightChars", "right");
    let even = match number.place {
        Place::Outside => footer("word/footer2.xml", number, "left", "leftChars", "left"),
        Place::Center | Place::Right => {
            footer("word/footer2.xml", number, "right", "rightChars", "right")
        }
    };
    [odd, even]
}

fn footer(name: &'static str, number: &PageNumber, side: &str, chars: &str, indent: &str) -> Part {
    let mut xml = Xml::part();
    xml.markup("<w:ftr ")
        .markup(W)
        .markup("><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>");
    if number.place == Place::Outside {
        xml.markup("<w:ind w:")
            .markup(chars)
            .markup("=\"100\" w:")
            .markup(indent);
        xml.markup("=\"")
            .number(number.size * 10)
            .markup("\"/><w:jc w:val=\"");
        xml.markup(side).markup("\"/>");
    }
    xml.markup("</w:pPr>");
    dash(&mut xml, number, "— ");
    xml.markup("<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    dash(&mut xml, number, " —");
    xml.markup("</w:p></w:ftr>");
    Part {
        name,
        kind: "officedocument.wordprocessingml.footer",
        text: xml.into_text(),
        ready: None,
    }
}

fn dash(xml: &mut Xml, number: &PageNumber, dash: &str) {
    if number.has_dashes {
        xml.markup(
            "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">",
        );
        xml.markup(dash).markup("</w:t></w:r>");
    }
}

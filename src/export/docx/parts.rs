//! The parts of a document beside its text, its styles and its margins: relations, settings, fonts, properties, theme.

use super::package::Part;
use super::xml::Xml;
use crate::export::layout::{Font, Layout};
use crate::locale::Lang;

/// The name space of the text, as every part of it names it.
pub(super) const W: &str =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Where the relations of the text are named, and what each is: the ids of the margins are used in the text.
pub(super) const ODD_FOOTER: &str = "rId5";
/// See [`ODD_FOOTER`].
pub(super) const EVEN_FOOTER: &str = "rId6";

/// Returns the relations of the package.
pub(super) fn of_package() -> Part {
    let mut xml = Xml::part();
    xml.markup("<Relationships xmlns=\"")
        .markup(RELATIONS)
        .markup("\">");
    relation(
        &mut xml,
        "rId1",
        &format!("{OFFICE}/officeDocument"),
        "word/document.xml",
    );
    relation(
        &mut xml,
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    );
    xml.markup("</Relationships>");
    part("_rels/.rels", "", xml)
}

/// Returns the relations of the text.
pub(super) fn of_text(has_page_numbers: bool) -> Part {
    let mut xml = Xml::part();
    xml.markup("<Relationships xmlns=\"")
        .markup(RELATIONS)
        .markup("\">");
    let footers: &[(&str, &str, &str)] = if has_page_numbers {
        &[
            (ODD_FOOTER, "footer", "footer1.xml"),
            (EVEN_FOOTER, "footer", "footer2.xml"),
        ]
    } else {
        &[]
    };
    let parts = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "fontTable", "fontTable.xml"),
        ("rId4", "theme", "theme/theme1.xml"),
    ];
    for (id, kind, target) in parts.iter().chain(footers) {
        relation(&mut xml, id, &format!("{OFFICE}/{kind}"), target);
    }
    xml.markup("</Relationships>");
    part("word/_rels/document.xml.rels", "", xml)
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.markup("<Relationship").attribute("Id", id);
    xml.attribute("Type", kind).attribute("Target", target);
    xml.markup("/>");
}

/// Returns the settings: footers differ on odd and even pages, lines are compressed nowhere.
pub(super) fn settings() -> Part {
    let mut xml = Xml::part();
    xml.markup("<w:settings ").markup(W).markup(">");
    xml.markup("<w:zoom w:percent=\"100\"/>");
    xml.markup("<w:defaultTabStop w:val=\"420\"/><w:evenAndOddHeaders/>");
    xml.markup("<w:characterSpacingControl w:val=\"doNotCompress\"/>");
    xml.markup("<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>");
    xml.markup("<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>");
    xml.markup("<w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\" w:t2=\"dark2\" w:accent1=\"accent1\" w:accent2=\"accent2\" w:accent3=\"accent3\" w:accent4=\"accent4\" w:accent5=\"accent5\" w:accent6=\"accent6\" w:hyperlink=\"hyperlink\" w:followedHyperlink=\"followedHyperlink\"/>");
    xml.markup("<w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/></w:settings>");
    part(
        "word/settings.xml",
        "officedocument.wordprocessingml.settings",
        xml,
    )
}

/// Returns the table of fonts: names, and what may stand for them. No font is in the file.
pub(super) fn fonts(layout: &Layout) -> Part {
    let mut all: Vec<&Font> = vec![
        &layout.text.font,
        &layout.title.style.font,
        &layout.byline.font,
        &layout.section.style.font,
        &layout.dimension.style.font,
        &layout.table.font,
    ];
    all.extend(layout.page_number.as_ref().map(|it| &it.font));
    let mut named: Vec<&str> = Vec::new();
    let mut xml = Xml::part();
    xml.markup("<w:fonts ").markup(W).markup(">");
    for font in all {
        if named.contains(&font.name.as_str()) {
            continue;
        }
        named.push(&font.name);
        xml.markup("<w:font")
            .attribute("w:name", &font.name)
            .markup(">");
        if !font.otherwise.is_empty() {
            xml.markup("<w:altName")
                .attribute("w:val", &font.otherwise.join(","));
            xml.markup("/>");
        }
        // 134 is the set of GB2312.
        xml.markup("<w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>");
    }
    if !named.contains(&layout.text.latin.as_str()) {
        xml.markup("<w:font")
            .attribute("w:name", &layout.text.latin);
        xml.markup("><w:charset w:val=\"00\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font>");
    }
    xml.markup("</w:fonts>");
    part(
        "word/fontTable.xml",
        "officedocument.wordprocessingml.fontTable",
        xml,
    )
}

/// Returns the properties of the document: its title and who wrote it, and nothing else: no time and no machine.
pub(super) fn properties(title: &str, author: &str, language: Lang) -> Part {
    let mut xml = Xml::part();
    xml.markup("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
    if !title.is_empty() {
        xml.markup("<dc:title>").words(title).markup("</dc:title>");
    }
    if !author.is_empty() {
        xml.markup("<dc:creator>")
            .words(author)
            .markup("</dc:creator>");
    }
    xml.markup(match language {
        Lang::Zh => "<dc:language>zh-CN</dc:language>",
        Lang::En => "<dc:language>en-US</dc:language>",
    });
    xml.markup("</cp:coreProperties>");
    Part {
        name: "docProps/core.xml",
        kind: "package.core-properties",
        text: xml.into_text(),
        ready: None,
    }
}

/// Returns the theme: black on white, and the fonts of the layout. Word wants one, though no style here looks at it.
pub(super) fn theme(layout: &Layout) -> Part {
    let mut xml = Xml::part();
    xml.markup("<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Report\"><a:themeElements><a:clrScheme name=\"Report\">");
    let colours = [
        ("dk1", "000000"),
        ("lt1", "FFFFFF"),
        ("dk2", "000000"),
        ("lt2", "FFFFFF"),
        ("accent1", "404040"),
        ("accent2", "595959"),
        ("accent3", "737373"),
        ("accent4", "8C8C8C"),
        ("accent5", "A6A6A6"),
        ("accent6", "BFBFBF"),
        ("hlink", "000000"),
        ("folHlink", "000000"),
    ];
    for (name, colour) in colours {
        xml.markup("<a:")
            .markup(name)
            .markup("><a:srgbClr val=\"")
            .markup(colour);
        xml.markup("\"/></a:").markup(name).markup(">");
    }
    xml.markup("</a:clrScheme><a:fontScheme name=\"Report\">");
    for (kind, font) in [
        ("major", &layout.title.style.font),
        ("minor", &layout.text.font),
    ] {
        xml.markup("<a:").markup(kind).markup("Font><a:latin");
        xml.attribute("typeface", &layout.text.latin)
            .markup("/><a:ea");
        xml.attribute("typeface", &font.name)
            .markup("/><a:cs typeface=\"\"/></a:");
        xml.markup(kind).markup("Font>");
    }
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"6350\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    xml.markup("</a:fontScheme><a:fmtScheme name=\"Report\">");
    for (name, one) in [
        ("fillStyleLst", fill),
        ("lnStyleLst", line.as_str()),
        ("effectStyleLst", effect),
        ("bgFillStyleLst", fill),
    ] {
        xml.markup("<a:")
            .markup(name)
            .markup(">")
            .markup(&one.repeat(3));
        xml.markup("</a:").markup(name).markup(">");
    }
    xml.markup("</a:fmtScheme></a:themeElements></a:theme>");
    part("word/theme/theme1.xml", "officedocument.theme", xml)
}

fn part(name: &'static str, kind: &'static str, xml: Xml) -> Part {
    Part {
        name,
        kind,
        text: xml.into_text(),
        ready: None,
    }
}

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Column, Sheet, write, write_sheet};
use crate::draft::ItemId;
use crate::export::document::{Block, Byline, Content, Document};
use crate::export::layout::{self, Align, official};
use crate::locale::Lang;

/// Returns a part of a document by its name.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn text_of(document: &Document) -> String {
    part(&write(document, official()), "word/document.xml")
}

fn report(contents: Vec<Content>) -> Document {
    let blocks = contents.into_iter().map(|content| Block {
        section: ItemId(1),
        item: ItemId(1),
        content,
    });
    Document {
        language: Lang::Zh,
        title: "材料".to_owned(),
        bylines: vec![Byline {
            item: ItemId(2),
            words: "县水务局 周明德".to_owned(),
        }],
        blocks: blocks.collect(),
    }
}

fn paragraph(lead: &str, words: &str, run_in: Option<&'static str>) -> Content {
    Content::Paragraph {
        lead: lead.to_owned(),
        words: words.to_owned(),
        run_in,
    }
}

fn heading(level: u8, ordinal: &str, words: &str) -> Content {
    Content::Heading {
        level,
        ordinal: ordinal.to_owned(),
        words: words.to_owned(),
    }
}

#[test]
fn paragraphs_name_their_style_and_say_nothing_else_of_their_looks() {
    let text = text_of(&report(vec![
        heading(1, "一、", "问题"),
        paragraph("一是学习不够。", "想得少。", None),
    ]));
    let wanted = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>一、问题</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"Lead\"/></w:rPr><w:t>一是学习不够。</w:t></w:r>\
        <w:r><w:t>想得少。</w:t></w:r></w:p>";
    assert!(text.contains(wanted), "{text}");
}

#[test]
fn text_runs_in_behind_a_heading_that_stays_a_heading() {
    let document = report(vec![
        heading(2, "（一）", "学习松懈"),
        paragraph("", "重业务。", Some("。")),
    ]);
    let text = text_of(&document);
    let wanted = "<w:pStyle w:val=\"Heading2\"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t>（一）学习松懈。</w:t></w:r></w:p>";
    assert!(text.contains(wanted), "{text}");
    let mut apart = official().clone();
    apart.text.is_run_in = false;
    let text = part(&write(&document, &apart), "word/document.xml");
    assert!(
        text.contains("<w:t>（一）学习松懈</w:t>") && !text.contains("anish"),
        "{text}"
    );
}

#[test]
fn quotes_are_curly_and_set_in_the_chinese_face() {
    let text = text_of(&report(vec![paragraph("", "整治\"四风\"", None)]));
    let wanted = "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t>整治“四风”</w:t></w:r>";
    assert!(text.contains(wanted), "{text}");
    let mut straight = official().clone();
    straight.text.has_curly_quotes = false;
    let text = part(
        &write(
            &report(vec![paragraph("", "整治\"四风\"", None)]),
            &straight,
        ),
        "word/document.xml",
    );
    assert!(text.contains("<w:t>整治&quot;四风&quot;</w:t>"), "{text}");
}

#[test]
fn name_and_date_stand_as_the_standard_has_them() {
    let text = text_of(&report(vec![
        paragraph("", "请批评指正。", None),
        paragraph("", "周明德", None),
        paragraph("", "2026年1月15日", None),
    ]));
    // The date is 7 halves, 3 characters and 5 quarters between them, longer than the name: it stands two characters in,
    // and the name begins two characters before it.
    for wanted in [
        "<w:pStyle w:val=\"Signature\"/><w:spacing w:before=\"579\"/><w:ind w:rightChars=\"875\" w:right=\"2800\"/>",
        "<w:pStyle w:val=\"Date\"/><w:ind w:rightChars=\"200\" w:right=\"640\"/>",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn properties_name_title_and_writer_and_nothing_of_the_machine() {
    let bytes = write(&report(Vec::new()), official());
    let core = part(&bytes, "docProps/core.xml");
    assert!(
        core.contains("<dc:title>材料</dc:title><dc:creator>周明德</dc:creator>"),
        "{core}"
    );
    assert!(!core.contains("created") && !core.contains("modified"));
    let mut zip = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    for at in 0..zip.len() {
        let entry = zip.by_index(at).unwrap();
        let time = entry.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day()), (1980, 1, 1));
    }
    assert_eq!(bytes, write(&report(Vec::new()), official()));
}

#[test]
fn a_layout_reaches_the_page() {
    let changed = layout::parse(
        "[page]\nleft = 30\n[text]\nsize = '小三'\npitch = 30\nfont = '宋体, SimSun'\n[lead]\nbold = true\n[page_number]\nshown = false\n",
    )
    .unwrap();
    let bytes = write(&report(Vec::new()), &changed);
    let styles = part(&bytes, "word/styles.xml");
    for wanted in [
        "w:eastAsia=\"宋体\"",
        "<w:sz w:val=\"30\"/>",
        "w:line=\"600\" w:lineRule=\"exact\"",
        "w:firstLineChars=\"200\" w:firstLine=\"600\"",
        "<w:name w:val=\"Lead\"/><w:qFormat/><w:rPr><w:b/></w:rPr>",
    ] {
        assert!(styles.contains(wanted), "{wanted}\n{styles}");
    }
    let text = part(&bytes, "word/document.xml");
    assert!(
        text.contains("w:left=\"1701\"") && !text.contains("footerReference"),
        "{text}"
    );
    assert!(
        part(&bytes, "word/fontTable.xml")
            .contains("<w:font w:name=\"宋体\"><w:altName w:val=\"SimSun\"/>")
    );
    let zip = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert!(zip.file_names().all(|it| !it.unwrap().contains("footer")));
}

#[test]
fn a_table_repeats_its_head_on_paper_that_lies_on_its_side() {
    let column = |head: &str, share| Column {
        head: head.to_owned(),
        share,
        align: Align::Left,
    };
    let sheet = Sheet {
        title: "整改台账".to_owned(),
        lines: vec!["周明德".to_owned()],
        columns: vec![column("序号", 1), column("问题", 2)],
        rows: vec![
            vec!["1".to_owned(), "甲\n乙<".to_owned()],
            vec!["2".to_owned()],
        ],
    };
    let bytes = write_sheet(&sheet, "周明德", official(), Lang::Zh);
    let text = part(&bytes, "word/document.xml");
    for wanted in [
        "<w:tblGrid><w:gridCol w:w=\"4252\"/><w:gridCol w:w=\"8504\"/></w:tblGrid>",
        "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
        "<w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr><w:r><w:t>乙&lt;</w:t>",
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
    assert_eq!(text.matches("<w:tc>").count(), 6);
    assert_eq!(text.matches("<w:tblHeader/>").count(), 1);
}

//! What holds for every file, whatever is in it: no panic, no control character, and no word lost.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use proptest::prelude::*;
use proptest::sample::select;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::read;
use crate::import::Manuscript;
use crate::locale::Lang;

/// Pieces of Markdown, of which any number may follow each other.
const MARKDOWN: &[&str] = &[
    "甲",
    "乙丙",
    "\n",
    "\n\n",
    " ",
    "    ",
    "# ",
    "## ",
    "- ",
    "1. ",
    "2) ",
    "> ",
    "**",
    "*",
    "_",
    "`",
    "```",
    "~~~ 丁",
    "[",
    "]",
    "(",
    ")",
    "[注]: 说明",
    "[注]",
    "(u \"题\")",
    "]:",
    "[^1]",
    "![",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<br>",
    "<div>",
    "<某镇>",
    "<",
    ">",
    "|",
    "|---|---|",
    "

| 甲 | 乙 |
|---|---|
",
    "| 丙 |",
    "---",
    "===",
    "\\",
    "&amp;",
    "&#23398;",
    "“",
    "”。",
    "a",
    "http://a.cn",
    "\r\n",
    "\t",
    "\u{200B}",
];

/// Pieces of the text of a Word document.
const XML: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>甲</w:t>",
    "<w:t>乙丙</w:t>",
    "<w:tab/>",
    "<w:br/>",
    "<w:del>",
    "</w:del>",
    "<w:ins>",
    "</w:ins>",
    "<w:moveFrom>",
    "</w:moveFrom>",
    "<w:delText>丁</w:delText>",
    "<w:tbl><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:ruby><w:rt>",
    "</w:rt></w:ruby>",
    "<w:rPr><w:vanish/></w:rPr>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<mc:AlternateContent><mc:Choice>",
    "</mc:Choice></mc:AlternateContent>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "&lt;",
    "&b;",
    "<w:t>戊",
    "</w:t>",
];

fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(select(of), 0..40).prop_map(|it| it.concat())
}

fn han<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for it in texts.flat_map(str::chars) {
        if ('\u{4E00}'..='\u{9FFF}').contains(&it) {
            *counts.entry(it).or_default() += 1;
        }
    }
    counts
}

/// Checks what holds for every manuscript, and that so many Chinese characters are in its lines and remarks.
fn check(manuscript: &Manuscript, wanted: &BTreeMap<char, usize>) -> Result<(), TestCaseError> {
    for it in &manuscript.lines {
        prop_assert!(!it.text.contains(char::is_control), "{:?}", it);
        prop_assert!(
            it.number > 0 && it.text.is_char_boundary(it.made),
            "{:?}",
            it
        );
    }
    let told = manuscript.remarks.iter().map(|it| it.notice.say(Lang::En));
    let told: Vec<String> = told.collect();
    let lines = manuscript.lines.iter();
    let lines = lines.map(|it| it.text.get(it.made..).unwrap_or_default());
    let kept = han(lines.chain(told.iter().map(String::as_str)));
    for (it, n) in wanted {
        prop_assert!(kept.get(it) >= Some(n), "{} was lost: {:?}", it, manuscript);
    }
    Ok(())
}

fn docx(body: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("word/document.xml", stored).unwrap();
    zip.write_all(body.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), start in select(vec![&b""[..], b"\xFF\xFE", b"PK\x03\x04", b"\xD0\xCF\x11\xE0"])) {
        if let Ok(manuscript) = read(&[start, &bytes].concat(), "") {
            check(&manuscript, &BTreeMap::new())?;
        }
    }

    #[test]
    fn a_text_is_kept_whatever_is_in_it(text in "\\PC*(\\r|\\n|\\r\\n|[甲乙丙，。\t\u{0}-\u{1F}]){0,20}\\PC*") {
        if let Ok(manuscript) = read(text.as_bytes(), "a.txt")
            && !text.contains(['\0', '#'])
        {
            check(&manuscript, &han(std::iter::once(text.as_str())))?;
        }
    }

    #[test]
    fn markdown_loses_no_word(text in pieces(MARKDOWN)) {
        let manuscript = read(text.as_bytes(), "a.md").unwrap();
        check(&manuscript, &han(std::iter::once(text.as_str())))?;
    }

    #[test]
    fn word_documents_lose_no_word(body in pieces(XML)) {
        let whole = format!("<w:document><w:body>{body}</w:body></w:document>");
        let Ok(manuscript) = read(&docx(&whole), "a.docx") else {
            return Ok(());
        };
        let read_to = manuscript.remarks.iter().any(|it| it.notice.say(Lang::En).contains("damaged from here on"));
        // Where the XML breaks off or is nested as no text is, only the reading itself is looked at.
        let is_whole = !read_to && !body.contains("戊");
        let wanted = if is_whole { han(std::iter::once(body.as_str())) } else { BTreeMap::new() };
        check(&manuscript, &wanted)?;
    }
}

/// What fuzzing found once: lines out of order, cells without a column.
#[test]
fn what_was_found_by_chance_is_read_in_order() {
    let inputs: [&[u8]; 2] = [
        include_bytes!("../../../fuzz/seeds/text/footnotes_behind_html"),
        include_bytes!("../../../fuzz/seeds/markdown/wide_row"),
    ];
    for (input, name) in inputs.into_iter().zip(["a.txt", "a.md"]) {
        let manuscript = super::read(input, name).unwrap();
        assert!(manuscript.lines.len() > 1);
        assert!(
            manuscript.lines.is_sorted_by_key(|it| it.number),
            "{manuscript:?}"
        );
    }
}

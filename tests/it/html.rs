//! The page for a browser: sound, complete, and nothing in it that acts or leads elsewhere.

use pouxi::export::{Content, Document, Options, Parentheses, document, format_named};
use pouxi::locale::Lang;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::outlines::{outline, session_of};
use crate::reports::{seed, small, small_english};

const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "p",
    "strong",
];
const ATTRIBUTES: &[&str] = &["lang", "charset", "name", "content", "class"];

fn page(document: &Document) -> String {
    let format = format_named("html").expect("it is in the table");
    String::from_utf8((format.write)(document)).expect("it is UTF-8")
}

/// Reads a page, which must be balanced to its end, and returns the words of its body, a line for each block.
fn words(page: &str) -> Result<Vec<String>, String> {
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<String> = Vec::new();
    let mut lines = vec![String::new()];
    loop {
        match reader.read_event().map_err(|it| it.to_string())? {
            Event::Start(it) | Event::Empty(it) if !known(&it) => {
                return Err(format!("{it:?}"));
            }
            Event::Start(it) => open.push(it.name().as_ref().to_owned()),
            Event::End(_) => {
                let closed = open.pop();
                if closed.as_deref() != Some("strong") {
                    lines.push(String::new());
                }
            }
            Event::Text(it) if open.iter().any(|it| it == "body") => {
                let text: &str = &it;
                lines.last_mut().unwrap().push_str(text.trim_matches('\n'));
            }
            Event::GeneralRef(it) => {
                let name: &str = &it;
                let sign = match name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    other => return Err(other.to_owned()),
                };
                if open.iter().any(|it| it == "body") {
                    lines.last_mut().unwrap().push_str(sign);
                }
            }
            Event::Eof if open.is_empty() => break,
            Event::Eof => return Err(format!("{open:?} are open at the end")),
            Event::Comment(it) => return Err(format!("{it:?}")),
            _ => {}
        }
    }
    lines.retain(|it| !it.is_empty());
    Ok(lines)
}

fn known(tag: &quick_xml::events::BytesStart<'_>) -> bool {
    let name = tag.name();
    let mut attributes = tag.attributes();
    ELEMENTS.contains(&name.as_ref())
        && attributes.all(|it| it.is_ok_and(|it| ATTRIBUTES.contains(&it.key.as_ref())))
}

fn expected(document: &Document) -> Vec<String> {
    let mut lines = vec![document.title.clone()];
    lines.extend(document.bylines.iter().map(|it| it.words.clone()));
    for block in &document.blocks {
        match &block.content {
            Content::Heading { ordinal, words, .. } => lines.push(format!("{ordinal}{words}")),
            Content::Paragraph { lead, words, .. } => lines.push(format!("{lead}{words}")),
            Content::Entry { number, paragraphs } => {
                for (at, it) in paragraphs.iter().enumerate() {
                    let number = if at == 0 {
                        format!("{number}. ")
                    } else {
                        String::new()
                    };
                    lines.push(number + it);
                }
            }
        }
    }
    lines.retain(|it| !it.is_empty());
    lines
}

fn options(language: Lang) -> Options {
    Options {
        language,
        parentheses: Parentheses::Full,
    }
}

#[test]
fn a_page_needs_nothing_beside_it() {
    for (outline, language, tag) in [
        (seed(), Lang::Zh, "zh-CN"),
        (small(), Lang::Zh, "zh-CN"),
        (small_english(), Lang::En, "en"),
    ] {
        let document = document(session_of(outline).draft(), &options(language));
        let page = page(&document);
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{tag}\">")));
        for it in ["<script", "href", "src=", "url(", "@import", "http", "//"] {
            assert!(!page.contains(it), "{it}");
        }
        for it in ["size: A4", "<h1>", "<h2>", "counter(page)"] {
            assert!(page.contains(it), "{it}");
        }
        assert_eq!(words(&page).expect("it is sound"), expected(&document));
    }
}

#[test]
fn words_are_never_markup() {
    let mut outline = small();
    let hostile = "<script>alert(1)</script><img src=x onerror='x'>&amp;\"</style></title>";
    hostile.clone_into(&mut outline.title);
    hostile.clone_into(&mut outline.dimensions[0].problems[0].headline);
    let document = document(session_of(outline).draft(), &options(Lang::Zh));
    let page = page(&document);
    assert!(!page.contains("<script") && !page.contains("<img"));
    assert_eq!(words(&page).expect("it is sound"), expected(&document));
}

proptest! {
    #[test]
    fn every_page_is_sound_and_complete(outline in outline(), is_chinese in any::<bool>()) {
        let language = if is_chinese { Lang::Zh } else { Lang::En };
        let document = document(session_of(outline).draft(), &options(language));
        let bare = |lines: Vec<String>| -> Vec<String> {
            // A reader of XML takes a return for a line end; the document holds none, nor these signs in HTML.
            lines.iter().map(|it| it.chars().filter(|it| u32::from(*it) & 0xFFFE != 0xFFFE && !('\u{FDD0}'..='\u{FDEF}').contains(it)).collect()).collect()
        };
        let found = words(&page(&document)).map_err(TestCaseError::fail)?;
        prop_assert_eq!(bare(found), bare(expected(&document)));
    }
}

//! What is printed of a draft: the seed word for word, the order, the numbers, and what is left out.

use std::io::{Cursor, Read};

use pouxi::desk;
use pouxi::draft::{
    Attr, DimensionKind, Draft, Field, Outline, OutlineDimension, OutlineFollowUp, Part, Role,
};
use pouxi::export::layout::{Layout, official};
use pouxi::export::{
    Content, Document, FORMATS, Options, Parentheses, document, docx, format_named, sections,
};
use pouxi::locale::Lang;
use pouxi::typeset::{count, count_apart};
use proptest::prelude::*;
use proptest::sample::select;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::outlines::{outline, session_of};
use crate::reports::{cause, dimension, measure, problem, section, seed, small, small_english};

const ZH: Options = Options {
    language: Lang::Zh,
    parentheses: Parentheses::Full,
};
const EN: Options = Options {
    language: Lang::En,
    parentheses: Parentheses::Full,
};

fn print(name: &str, document: &Document) -> String {
    let format = format_named(name).expect("it is in the table");
    String::from_utf8((format.write)(document)).expect("every format so far is UTF-8")
}

/// Compares what is printed with the files that show a reader what it looks like.
#[track_caller]
fn check_golden(document: &Document, markdown: &str, text: &str) {
    assert_eq!(print("md", document), markdown);
    assert_eq!(print("txt", document), text);
    assert!(!text.contains('\r'), "LF alone ends a line");
    assert_eq!(print("txt-crlf", document), text.replace('\n', "\r\n"));
}

#[test]
fn a_small_report_looks_as_it_should() {
    check_golden(
        &document(session_of(small()).draft(), &ZH),
        include_str!("../fixtures/export/small.md"),
        include_str!("../fixtures/export/small.txt"),
    );
}

#[test]
fn english_is_numbered_and_spaced_as_english() {
    check_golden(
        &document(session_of(small_english()).draft(), &EN),
        include_str!("../fixtures/export/small-en.md"),
        include_str!("../fixtures/export/small-en.txt"),
    );
}

#[test]
fn the_seed_comes_out_word_for_word() {
    let options = Options {
        parentheses: Parentheses::Half,
        ..ZH
    };
    let document = document(session_of(seed()).draft(), &options);
    let text = print("txt", &document);
    let printed: Vec<&str> = (text.lines().map(str::trim))
        .filter(|it| !it.is_empty())
        .collect();
    let wanted: Vec<&str> = (include_str!("../fixtures/seed.txt").lines().map(str::trim))
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(printed, wanted);
}

/// Prints a draft after parts of it were left out, one line a block.
fn outline_of(draft: &Draft) -> Vec<String> {
    let first_words = |words: &str| words.chars().take(9).collect::<String>();
    (document(draft, &ZH).blocks.iter())
        .map(|it| match &it.content {
            Content::Heading { ordinal, words, .. } => ordinal.clone() + &first_words(words),
            Content::Paragraph { lead, words, .. } => first_words(&format!("{lead}{words}")),
            Content::Entry { number, .. } => format!("{number}."),
        })
        .collect()
}

#[test]
fn what_is_not_written_is_left_out_and_the_numbers_close_up() {
    let mut session = session_of(small());
    let draft = session.draft().clone();
    let dimension = &draft.dimensions[0];
    let last = draft.sections.last().unwrap();
    let reason = Some("与本人无关".to_owned());
    for part in [
        Part::Item(draft.sections[1].id),
        Part::Item(last.id),
        Part::Item(dimension.problems[0].id),
        Part::Item(draft.dimensions[1].id),
        Part::Item(draft.causes[0].id),
        Part::Item(draft.measures[0].id),
        Part::Item(draft.measures[1].id),
    ] {
        let change = session
            .draft()
            .choice(Attr::NotWritten(part, reason.clone()));
        let _committed = session.commit(change.unwrap()).unwrap();
    }
    assert_eq!(
        outline_of(session.draft()),
        [
            "根据要求，现将有关",
            "一、存在的主要问题",
            "对照检查如下：",
            "（一）在理论学习方面。",
            "总体较好，但仍有差",
            "此外，学用脱节。",
            "学习不深入。浅尝辄",
            "（二）个人有关事项报告",
            "二、原因分析",
            "（一）宗旨意识淡化",
            "接触群众少。",
        ]
    );
}

#[test]
fn a_promise_not_written_about_is_left_out() {
    let mut session = session_of(small());
    let promise = Part::Item(session.draft().follow_ups[0].id);
    let choice = Attr::NotWritten(promise, Some(String::new()));
    let change = session.draft().choice(choice).unwrap();
    let _committed = session.commit(change).unwrap();
    let text = print("txt", &document(session.draft(), &ZH));
    assert!(text.contains("　　共2项。\n　　1. 问题：调研不够。\n"));
    assert!(!text.contains("学习不系统"));
}

#[test]
fn the_items_of_a_role_are_printed_once() {
    let outline = Outline {
        sections: vec![
            section(Role::Causes, "原因", ""),
            section(Role::Causes, "又是原因", "见上。"),
        ],
        causes: vec![cause("学得少", &[])],
        ..Outline::default()
    };
    assert_eq!(
        outline_of(session_of(outline).draft()),
        ["一、原因", "（一）学得少", "二、又是原因", "见上。"]
    );
}

#[test]
fn examples_decided_against_are_not_printed() {
    let mut session = session_of(small());
    let problem = session.draft().dimensions[0].problems[0].id;
    let choice = Attr::NotWritten(Part::Examples(problem), Some(String::new()));
    let change = session.draft().choice(choice).unwrap();
    let _committed = session.commit(change).unwrap();
    let text = print("txt", &document(session.draft(), &ZH));
    assert!(text.contains("一是学习不全面。用什么学什么，学得浅。\n"));
}

#[test]
fn what_is_empty_is_left_out() {
    let blank = || " \u{3000}\n\t".to_owned();
    let outline = Outline {
        title: blank(),
        bylines: vec![blank()],
        sections: vec![
            section(Role::Opening, "前言", &blank()),
            section(Role::FollowUp, "上年", &blank()),
            section(Role::Dimensions, "问题", ""),
            section(Role::Causes, "原因", ""),
            section(Role::Text, "", "没有标题的一节"),
            section(Role::Measures, "措施", ""),
        ],
        follow_ups: vec![OutlineFollowUp::default()],
        dimensions: vec![dimension(&blank(), vec![problem(&blank(), &[&blank()])])],
        causes: vec![cause("", &["没有标题的原因"]), cause("", &[""])],
        measures: vec![measure("", &[], "", "")],
        set_aside: vec![("第3行".to_owned(), "暂不使用".to_owned())],
        ..Outline::default()
    };
    let session = session_of(outline);
    assert_eq!(
        outline_of(session.draft()),
        ["一、原因", "没有标题的原因", "没有标题的一节"]
    );
    assert_eq!(
        print("txt", &document(session.draft(), &ZH)),
        "　　一、原因\n　　没有标题的原因\n　　没有标题的一节\n"
    );
    for format in FORMATS.iter().filter(|it| it.is_text) {
        assert!((format.write)(&document(&Draft::default(), &ZH)).is_empty());
    }
}

#[test]
fn a_section_can_be_printed_alone() {
    let session = session_of(small());
    let whole = document(session.draft(), &ZH);
    let parts = sections(&whole);
    let listed: Vec<(Option<usize>, &str)> = (parts.iter())
        .map(|it| (it.number, it.heading.as_str()))
        .collect();
    assert_eq!(
        listed,
        [
            (None, ""),
            (Some(1), "一、上年度整改情况"),
            (Some(2), "二、存在的主要问题"),
            (Some(3), "三、原因分析"),
            (Some(4), "四、整改措施"),
            (None, ""),
        ]
    );
    assert_eq!(
        print("txt", &whole.part(&parts[3])),
        "　　三、原因分析\n　　（一）理论学习有所松懈。重业务轻学习。\n　　（二）宗旨意识淡化。接触群众少。\n"
    );
    let blocks: Vec<_> = (parts.iter())
        .flat_map(|it| whole.part(it).blocks)
        .collect();
    assert_eq!(blocks, whole.blocks);
    for block in &whole.blocks {
        assert!(session.draft().section(block.section).is_some());
        assert!(session.draft().holds(block.item));
    }
}

#[test]
fn formats_have_names_of_their_own() {
    for (at, format) in FORMATS.iter().enumerate() {
        assert!(FORMATS.iter().take(at).all(|it| it.name != format.name));
        assert!(!format.extension.starts_with('.'));
    }
    assert!(format_named("exe").is_none());
}

/// Returns what a Word document says, read by nothing but a zip archive and an XML reader that stops at every fault.
fn words_of_docx(bytes: &[u8]) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut words = String::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("UTF-8");
        let is_text = part.name().is_ok_and(|it| it == "word/document.xml");
        let mut reader = quick_xml::Reader::from_str(&xml);
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Text(it) if is_text => words.push_str(&it.xml10_content()),
                Event::GeneralRef(it) if is_text => {
                    words.push_str(resolve_predefined_entity(&it).expect("one that XML knows"));
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }
    words
}

/// Returns the texts of a report in the order they are printed.
fn texts_in_order(outline: &Outline) -> Vec<&str> {
    let mut texts = vec![outline.title.as_str()];
    texts.extend(outline.bylines.iter().map(String::as_str));
    for section in &outline.sections {
        let mut all = vec![section.text.as_str()];
        match section.role {
            Role::FollowUp => all.extend(
                (outline.follow_ups.iter())
                    .flat_map(|it| [it.problem.as_str(), &it.measure, &it.evidence]),
            ),
            Role::Dimensions => outline
                .dimensions
                .iter()
                .for_each(|it| of_dimension(it, &mut all)),
            Role::Causes => {
                for it in &outline.causes {
                    all.push(&it.headline);
                    all.extend(it.body.iter().map(|(_, it)| it.as_str()));
                }
            }
            Role::Measures => {
                for it in &outline.measures {
                    all.push(&it.headline);
                    all.extend(it.body.iter().map(|(_, it)| it.as_str()));
                    all.extend([it.owner.as_str(), &it.due]);
                }
            }
            Role::Opening | Role::Case | Role::Closing | Role::Text => {}
        }
        let is_titled = !matches!(section.role, Role::Opening | Role::Closing);
        if is_titled && all.iter().any(|it| !visible(it).is_empty()) {
            texts.push(&section.title);
        }
        texts.extend(all);
    }
    texts
}

fn of_dimension<'a>(dimension: &'a OutlineDimension, texts: &mut Vec<&'a str>) {
    texts.push(&dimension.title);
    if dimension.kind == DimensionKind::Statement {
        texts.push(&dimension.statement);
        return;
    }
    texts.push(&dimension.lead_in);
    for it in &dimension.problems {
        texts.push(&it.headline);
        texts.extend(it.body.iter().map(|(_, it)| it.as_str()));
    }
}

fn visible(text: &str) -> String {
    let is_hidden = |it: &char| it.is_whitespace() || it.is_control() || *it == '\u{feff}';
    text.chars().filter(|it| !is_hidden(it)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn a_word_document_says_what_the_text_says_and_is_xml(
        outline in outline(),
        noise in "[\"'<&>\\x00-\\x1f\\u{FFFE}\\u{FFFF}\\u{FEFF}\u{1F600}]{0,6}",
        options in select(vec![ZH, EN]),
    ) {
        let mut outline = outline;
        outline.title.push_str(&noise);
        for it in &mut outline.causes {
            it.headline.insert_str(0, &noise);
        }
        let document = document(session_of(outline).draft(), &options);
        let bytes = (format_named("docx").unwrap().write)(&document);
        prop_assert!(bytes == (format_named("docx").unwrap().write)(&document), "not the same twice");
        let straight = |it: &str| visible(it).replace(['“', '”'], "\"").replace(['‘', '’'], "'");
        prop_assert_eq!(straight(&words_of_docx(&bytes)), straight(&print("txt", &document)));
    }

    #[test]
    fn all_that_was_written_is_printed_and_nothing_is_invented(
        outline in outline(),
        options in select(vec![ZH, EN]),
    ) {
        let text = print("txt", &document(session_of(outline.clone()).draft(), &options));
        let printed = visible(&text);
        let mut rest = printed.as_str();
        let mut added = String::new();
        for it in texts_in_order(&outline) {
            let it = visible(it);
            let found = rest.split_once(&it);
            prop_assert!(found.is_some(), "{it} is not in {rest}");
            let (before, behind) = found.unwrap();
            added.push_str(before);
            rest = behind;
        }
        added.push_str(rest);
        let own = match options.language {
            Lang::Zh => "一二三四五六七八九十、（）是。问题：整改措施佐证责任人完成时限；0123456789.上年度类条，",
            Lang::En => "0123456789.()Problem:Measure:Evidence:Owner;due:DProblemsoflastyear:;measures:",
        };
        prop_assert!(added.chars().all(|it| own.contains(it)), "{added} in {text}");
        prop_assert!(!text.contains(|it: char| it.is_control() && it != '\n'));
        prop_assert!(!text.contains("\n\n\n") && !text.ends_with("\n\n"));
    }
}

proptest! {
    /// A report is counted without being printed, and the counts are those of what is printed.
    #[test]
    fn what_is_counted_is_what_is_printed(outline in outline()) {
        let session = session_of(outline);
        let draft = session.draft();
        let apart = |it: Field| count_apart(draft.text(it).unwrap_or_default());
        prop_assert_eq!(desk::count(draft, &apart), count(&desk::plain_text(draft)));
        prop_assert_eq!(desk::characters(draft), count(&desk::plain_text(draft)).marks);
    }
}

/// Returns the parts of a Word document in their order: name, text, and the bytes as they stand in the archive.
fn parts(docx: &[u8]) -> Vec<(String, String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let (mut text, mut packed) = (String::new(), Vec::new());
        let mut part = zip.by_index(at).unwrap();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        drop(part);
        let mut raw = zip.by_index_raw(at).unwrap();
        raw.read_to_end(&mut packed).unwrap();
        parts.push((name, text, packed));
    }
    parts
}

/// Two parts of the official layout are laid into a document as they were packed before. With `INSTA_UPDATE=always`
/// their files are written anew.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "it writes files of the sources, when told to"
)]
fn parts_packed_before_are_those_of_the_official_layout() {
    let document = document(session_of(small()).draft(), &ZH);
    let layout = official();
    // In a layout of another name nothing is known before.
    let other = Layout {
        name: "x".to_owned(),
        ..layout.clone()
    };
    let fresh = parts(&docx::write(&document, &other));
    if std::env::var("INSTA_UPDATE").is_ok_and(|it| it == "always") {
        for (name, _, packed) in &fresh {
            if let "word/styles.xml" | "word/theme/theme1.xml" = name.as_str() {
                let name = name.rsplit('/').next().unwrap();
                let root = env!("CARGO_MANIFEST_DIR");
                let path = format!("{root}/src/export/docx/ready/{name}.deflate");
                std::fs::write(path, packed).unwrap();
            }
        }
    }
    let ready = parts(&docx::write(&document, layout));
    for (ready, fresh) in ready.iter().zip(&fresh) {
        assert_eq!(ready.0, fresh.0);
        assert!(ready.1 == fresh.1, "{}: INSTA_UPDATE=always", ready.0);
    }
    assert_eq!(ready.len(), fresh.len());
}

//! Foreign files that mean harm: what `pouxi import` and its screens say of them is plain, one clear error or every
//! word, and takes no more memory than an honest file.
//!
//! Noticed: control characters left in a remark; a part unpacked again for every margin that names it; lines without
//! end; a paragraph in every paragraph.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{EVIL, check_output, check_stream};
use crate::harness::{Bench, Output};
use crate::window::{DOWN, ENTER, ESCAPE, PAGE_DOWN, Window};

/// The most memory a run may ask for, in KiB. A report takes a fiftieth of it.
const MEMORY: usize = 1_500_000;

fn packed<'a>(parts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<w:document><w:body>{body}</w:body></w:document>")
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// Returns the hostile words as XML lets them be written: what it forbids as a reference, which readers resolve.
fn evil_xml() -> String {
    let write = |it: char| match it {
        '\0' => String::new(),
        it if it.is_control() => format!("&#{};", u32::from(it)),
        it => it.to_string(),
    };
    EVIL.chars().map(write).collect()
}

/// Imports under a limit of memory.
fn bounded(bench: &Bench, name: &str) -> Output {
    bench.shell(&format!(
        "ulimit -v {MEMORY}; exec \"$POUXI\" import {name} --dry-run"
    ))
}

/// A text whose every line is hostile, with words that remarks repeat, and enough others that it is a text.
fn evil_text() -> String {
    format!(
        "{EVIL}关于学习的报告\n\n一、{EVIL}存在的问题\n（一）{EVIL}学习方面\n一是{EVIL}学习不深。比如，{EVIL}。\n三是{EVIL}\n\
         <!-- {EVIL} -->\n[{EVIL}](http://{EVIL})\n![{EVIL}]({EVIL})\n\n二、{EVIL}整改措施\n1.{EVIL}\n9.{EVIL}\n{}",
        "这是一段平常的话。\n".repeat(400)
    )
}

fn evil_document() -> Vec<u8> {
    let evil = evil_xml();
    let attribute = evil.replace('"', "");
    let body = [
        paragraph(&format!("{evil}关于学习的报告")),
        paragraph(&format!("一、{evil}存在的问题")),
        format!("<w:p><w:del><w:r><w:delText>{evil}</w:delText></w:r></w:del></w:p>"),
        format!("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{evil}</w:t></w:r></w:p>"),
        format!("<w:p><w:r><w:sym w:font=\"{attribute}\" w:char=\"{attribute}\"/></w:r></w:p>"),
        format!("<w:p><w:r><w:commentReference w:id=\"{attribute}\"/></w:r></w:p>"),
    ];
    let comment = format!(
        "<w:comments><w:comment w:id=\"{attribute}\" w:author=\"{attribute}\">{}</w:comment></w:comments>",
        paragraph(&evil)
    );
    let header = format!("word/{}.xml", EVIL.replace('\0', ""));
    let relations = format!(
        "<Relationships><Relationship Type=\"a/header\" Target=\"{attribute}.xml\"/></Relationships>"
    );
    packed([
        ("word/document.xml", document(&body.concat()).as_str()),
        ("word/comments.xml", &comment),
        ("word/_rels/document.xml.rels", &relations),
        // Broken on purpose: its name is told.
        (&header, &format!("<w:hdr>{}</w:ftr>", paragraph(&evil))),
        (EVIL, ""),
    ])
}

#[test]
fn what_is_said_of_a_hostile_file_is_plain() {
    let bench = Bench::new();
    let name = |ending: &str| format!("{}.{ending}", EVIL.replace(['\0', '/'], ""));
    for (ending, bytes) in [
        ("txt", evil_text().into_bytes()),
        ("md", evil_text().into_bytes()),
        ("docx", evil_document()),
        ("pdf", b"%PDF-1.7".to_vec()),
        ("zip", packed([(EVIL, "")])),
    ] {
        let name = name(ending);
        bench.write(&name, bytes);
        for lang in ["zh", "en"] {
            for flags in [&["--dry-run"][..], &["--json"], &["--text", "9"], &[]] {
                let words = ["import", &name, "--lang", lang];
                let run = bench.run(words.iter().chain(flags));
                check_output(&run, &format!("{ending} {flags:?}"));
                let is_read = matches!(ending, "txt" | "md" | "docx");
                let wanted = if !is_read {
                    4
                } else if flags.contains(&"9") {
                    3
                } else {
                    0
                };
                assert_eq!(run.code, Some(wanted), "{ending} {flags:?}: {}", run.err);
                if flags.is_empty() && is_read {
                    let draft = bench.run(["show", run.out.trim_end(), "--json"]);
                    check_output(&draft, ending);
                    assert!(draft.out.contains("暗"), "its words are there");
                }
            }
        }
    }
}

#[test]
fn the_import_screens_draw_hostile_files_and_nothing_else() {
    for (ending, bytes) in [
        ("md", evil_text().into_bytes()),
        ("docx", evil_document()),
        ("zip", packed([(EVIL, "")])),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let name = format!("{}.{ending}", EVIL.replace(['\0', '/', '\r'], ""));
        let bench = Bench::new();
        let path = bench.write(&name, bytes);
        // The name has letters that nobody can type into a line: it is reached by a link.
        let link = bench.work().join(format!("链接.{ending}"));
        std::os::unix::fs::symlink(path, &link).unwrap();
        let mut window = Window::open(folder.path(), 80, 24);
        window.choose("从已有文字导入");
        window.paste(link.to_str().unwrap());
        window.press(ENTER);
        if ending == "zip" {
            window.wait_text("压缩包");
        } else {
            window.wait_text("读懂了什么");
            window.press(PAGE_DOWN);
            window.resize(40, 10);
            window.press(ENTER);
            window.press(DOWN);
            window.press(ESCAPE);
        }
        check_stream(&window.terminal.bytes(), ending);
        drop(window);

        // The name itself, and the text itself, pasted where a path is asked for.
        let mut window = Window::open(folder.path(), 80, 24);
        window.choose("从已有文字导入");
        window.paste(&format!("/{EVIL}"));
        window.press(ENTER);
        window.paste(&evil_text());
        window.wait_text("读懂了什么");
        window.press(PAGE_DOWN);
        check_stream(&window.terminal.bytes(), "pasted");
    }
}

#[test]
fn a_bomb_is_one_clear_error_in_bounded_memory() {
    let bench = Bench::new();
    let one = paragraph("字");
    let much = " ".repeat(20 << 20);
    let relations = |kind: &str, targets: &mut dyn Iterator<Item = usize>| {
        let each = |it| format!("<Relationship Type=\"a/{kind}\" Target=\"{it}.xml\"/>");
        format!(
            "<Relationships>{}</Relationships>",
            targets.map(each).collect::<String>()
        )
    };
    let body = document(&one);
    let margins = relations("header", &mut (0..8));
    let names: Vec<String> = (0..8).map(|it| format!("word/{it}.xml")).collect();
    let many: Vec<String> = (0..10_001).map(|it| format!("{it}.xml")).collect();
    let main = ("word/document.xml", body.as_str());
    let bombs: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "one part",
            packed([("word/document.xml", " ".repeat(130 << 20).as_str())]),
            "超过128MB",
        ),
        (
            "many parts",
            packed(
                [main, ("word/_rels/document.xml.rels", &margins)]
                    .into_iter()
                    .chain(names.iter().map(|it| (it.as_str(), much.as_str()))),
            ),
            "超过128MB",
        ),
        (
            "many names",
            packed(
                [main]
                    .into_iter()
                    .chain(many.iter().map(|it| (it.as_str(), ""))),
            ),
            "打包的东西太多",
        ),
        (
            "paragraphs",
            packed([(
                "word/document.xml",
                document(&"<w:p/>".repeat(1_000_000)).as_str(),
            )]),
            "超过200000行",
        ),
        (
            "breaks",
            packed([(
                "word/document.xml",
                document(&format!("<w:p>{}</w:p>", "<w:br/>".repeat(1_000_000))).as_str(),
            )]),
            "超过200000行",
        ),
        (
            "notes",
            packed([
                main,
                (
                    "word/footnotes.xml",
                    format!("<w:footnotes>{}", "<w:footnote><w:p/>".repeat(60_000)).as_str(),
                ),
            ]),
            "",
        ),
        ("line ends", vec![b'\n'; 30 << 20], "超过200000行"),
        ("page breaks", vec![b'\x0C'; 3 << 20], "超过200000行"),
        ("letters", vec![b'a'; 40 << 20], "超过32MB"),
    ];
    for (what, bytes, said) in bombs {
        assert!(bytes.len() < 41 << 20);
        bench.write("bomb", bytes);
        let run = bounded(&bench, "bomb");
        if said.is_empty() {
            assert_eq!(run.code, Some(0), "{what}: {}", run.err);
            continue;
        }
        let err = run.failed(4);
        assert!(err.contains(said), "{what}: {err}");
        assert!(err.lines().count() == 2, "{what}: {err}");
    }
    assert!(!bench.home().join("drafts").exists(), "nothing was made");
}

#[test]
fn depth_and_repetition_cost_no_more_than_their_length() {
    let bench = Bench::new();
    let deep = |open: &str, inside: &str, close: &str, n: usize| {
        document(&[&open.repeat(n), inside, &close.repeat(n)].concat())
    };
    let one = "<w:r><w:t>深</w:t></w:r>";
    let relation = "<Relationship Type=\"a/header\" Target=\"h.xml\"/>";
    let relations = format!("<Relationships>{}</Relationships>", relation.repeat(20_000));
    let fields = "<w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/>";
    let spaces: Vec<String> = (0..120)
        .map(|it| format!(" xmlns:a{it}=\"urn:a{it}\""))
        .collect();
    let spaces = spaces.concat();
    let cases = [
        ("paragraphs", deep("<w:p>", one, "</w:p>", 60_000)),
        (
            "tables",
            deep(
                "<w:tbl><w:tr><w:tc><w:p>",
                one,
                "</w:p></w:tc></w:tr></w:tbl>",
                16_000,
            ),
        ),
        ("anything", deep("<a>", one, "</a>", 65_000)),
        (
            "fields",
            document(&format!(
                "{}{}",
                fields.repeat(60_000),
                paragraph("深").repeat(60_000)
            )),
        ),
        (
            "name spaces",
            format!(
                "<w:document{spaces}><w:body>{}",
                paragraph("深").repeat(20_000)
            ),
        ),
    ];
    for (what, body) in &cases {
        bench.write(
            "deep.docx",
            packed([
                ("word/document.xml", body.as_str()),
                ("word/_rels/document.xml.rels", &relations),
                ("word/h.xml", &format!("<w:hdr>{}", " ".repeat(1 << 20))),
            ]),
        );
        let run = bounded(&bench, "deep.docx");
        assert_eq!(run.code, Some(0), "{what}: {}", run.err);
        check_output(&run, what);
        assert!(run.err.lines().count() < 25, "{what}: {}", run.err);
    }
}

#[test]
fn a_line_of_ten_megabytes_is_imported_whole() {
    let bench = Bench::new();
    let long = "一二三四，".repeat((10 << 20) / 15);
    bench.write("long.txt", &long);
    let run = bench.run(["import", "long.txt"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let id = run.out.trim_end();
    let report = bench.run(["export", id, "--format", "txt", "-o", "-"]);
    assert!(report.done().contains(&long));
}

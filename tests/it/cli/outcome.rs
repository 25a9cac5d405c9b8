//! What comes out: files, standard output, the clipboard.

use std::io::Read;
use std::process::Stdio;

use pulldown_cmark::{Event, Parser};

use super::{EXAMPLE, SEED, SEED_TEXT};
use crate::harness::{Bench, POUXI};

/// What of a text tells words: no white space, parentheses of one width.
fn bare(text: &str) -> String {
    let signs = text.chars().filter(|it| !it.is_whitespace());
    let signs = signs.map(|it| match it {
        '（' => '(',
        '）' => ')',
        other => other,
    });
    signs.collect()
}

/// Returns the words of a Markdown text.
fn words_of(markdown: &str) -> String {
    let texts = Parser::new(markdown).filter_map(|it| match it {
        Event::Text(text) => Some(text.into_string()),
        Event::SoftBreak | Event::HardBreak => Some("\n".to_owned()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn the_seed_comes_out_as_it_went_in() {
    // Where the export would differ because the seed itself breaks form: what, and why. There is nothing.
    const BREACHES: &[(&str, &str, &str)] = &[];
    let bench = Bench::new();
    bench.write("seed.json", SEED);
    let id = bench
        .run(["new", "--answers", "seed.json", "--no-ui"])
        .done();
    let id = id.trim_end();
    let mut expected = bare(SEED_TEXT);
    for (seed, ours, _why) in BREACHES {
        expected = expected.replace(seed, ours);
    }
    let markdown = bench
        .run(["export", id, "--format", "md", "-o", "-"])
        .done();
    assert!(
        markdown.contains("### （一）在学懂弄通做实"),
        "full width by default"
    );
    assert_eq!(bare(&words_of(&markdown)), expected);

    let text = bench.run([
        "export",
        id,
        "--format",
        "txt",
        "--half-width-parentheses",
        "-o",
        "-",
    ]);
    let text: String = text
        .done()
        .chars()
        .filter(|it| !it.is_whitespace())
        .collect();
    let seed: String = SEED_TEXT.chars().filter(|it| !it.is_whitespace()).collect();
    assert_eq!(
        text, seed,
        "with the parentheses of the seed nothing is folded"
    );
}

#[test]
fn an_answer_file_comes_back_from_an_export() {
    let bench = Bench::new();
    bench.write("a.json", EXAMPLE);
    let id = bench.run(["new", "--no-ui", "--answers", "a.json"]).done();
    let answers = bench
        .run(["export", id.trim_end(), "--format", "json", "-o", "-"])
        .done();
    let again = bench.draft(&answers);
    let of = |id: &str| bench.run(["show", id, "--json"]).json()["draft"].take();
    assert_eq!(of(id.trim_end()), of(&again));
}

#[test]
fn an_export_is_a_file_that_overwrites_nothing() {
    let bench = Bench::new();
    let _id =
        bench.draft("{\"title\": \"一/二: 三\", \"opening\": \"开头。\", \"dimensions\": []}");
    assert_eq!(bench.run(["export", "last"]).done(), "一_二_ 三.md\n");
    assert_eq!(bench.read("一_二_ 三.md"), "# 一/二: 三\n\n开头。\n");
    let said = bench.run(["export", "last"]).failed(4);
    assert_eq!(
        said,
        "错误：已经有这个文件，没有覆盖：一_二_ 三.md\n提示：换一个名字，或者加 --force 覆盖。\n"
    );
    bench.write("一_二_ 三.md", "旧");
    let _said = bench.run(["export", "last"]).failed(4);
    assert_eq!(bench.read("一_二_ 三.md"), "旧");
    assert_eq!(
        bench.run(["export", "last", "--force"]).done(),
        "一_二_ 三.md\n"
    );
    assert!(bench.read("一_二_ 三.md").starts_with("# "));
    assert_eq!(
        bench
            .run(["export", "last", "--format", "txt", "-o", "b.txt"])
            .done(),
        "b.txt\n"
    );
    assert_eq!(bench.read("b.txt"), "一/二: 三\n\n　　开头。\n");
    assert_eq!(
        bench
            .run(["export", "last", "--format", "txt", "-o", "."])
            .done(),
        "./一_二_ 三.txt\n"
    );
    let said = bench.run(["export", "last", "-o", "no/where.md"]).failed(5);
    assert!(
        said.starts_with("错误：无法存成 no/where.md：没有这个文件或文件夹\n"),
        "{said}"
    );
    let said = bench.run(["export", "last", "--format", "pdf"]).failed(2);
    assert!(
        said.contains(
            "能写的有：md、txt、txt-crlf、docx、html、json、ledger-md、ledger-csv、ledger-xlsx、ledger-docx。"
        ),
        "{said}"
    );
}

#[test]
fn an_untitled_draft_is_exported_under_its_id() {
    let bench = Bench::new();
    let id = bench.draft("{\"title\": \"\"}");
    assert_eq!(bench.run(["export", "last"]).done(), format!("{id}.md\n"));
    assert!(bench.run(["list"]).done().ends_with("（没有题目）\n"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let bench = Bench::new();
    let opening = "长".repeat(100_000);
    let _id = bench.draft(&format!("{{\"opening\": \"{opening}\"}}"));
    for words in [
        &["export", "last", "-o", "-"][..],
        &["show", "last", "--json"],
    ] {
        let mut command = bench.command(POUXI, words);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut pipe = child.stdout.take().expect("it was asked for");
        pipe.read_exact(&mut [0])
            .expect("there is more than a byte");
        drop(pipe);
        let output = child
            .wait_with_output()
            .expect("the program can be waited for");
        assert_eq!(
            (output.status.code(), output.stderr),
            (Some(0), Vec::new()),
            "{words:?}"
        );
    }
    let piped = bench.shell("\"$POUXI\" export last -o - | head -c1");
    assert_eq!(piped.done(), "#");
}

#[test]
fn a_copy_is_saved_first_and_told_honestly() {
    let bench = Bench::new();
    let id = bench.draft(
        "{\"title\": \"甲\", \"case\": \"案例。\", \"opening\": \"开头。\", \"dimensions\": []}",
    );
    let said = bench.run(["copy", "last"]).failed(5);
    let file = bench.home().join(format!("exports/甲.{id}.md"));
    assert_eq!(
        said,
        format!(
            "错误：无法复制（15字）：这里没有能用的剪贴板。文件在 {}\n",
            file.display()
        )
    );
    let said = bench
        .run([
            "copy",
            "last",
            "--section",
            "1",
            "--format",
            "txt",
            "--via",
            "native",
        ])
        .failed(5);
    assert!(
        said.contains("没有安装 ") && said.contains(&format!("甲.{id}-1.txt")),
        "{said}"
    );
    let said = bench.run(["copy", "last", "--section", "2"]).failed(3);
    assert_eq!(
        said,
        "错误：没有第2部分，有文字的部分是：\n  一、典型案例剖析\n提示：按上面的序号写 --section 1、--section 2 等。\n"
    );
}

#[test]
fn a_list_is_copied_by_itself() {
    let bench = Bench::new();
    let id = bench.draft(
        "{\"title\": \"甲\", \"dimensions\": [{\"title\": \"乙\", \"problems\": [{\"headline\": \"学得少。\", \"measures\": [\"m\"]}, \
         {\"headline\": \"做得慢。\"}]}], \"measures\": [{\"key\": \"m\", \"headline\": \"每周学\", \"owner\": \"林\", \"due\": \"6月底\"}]}",
    );
    for (list, text) in [
        ("problems", "1. 学得少。\n2. 做得慢。\n"),
        ("measures", "1. 每周学（责任人：林；完成时限：6月底）\n"),
    ] {
        let said = bench.run(["copy", "last", "--list", list]).failed(5);
        let file = bench.home().join(format!("exports/甲.{id}-{list}.txt"));
        assert!(said.contains(&file.display().to_string()), "{said}");
        let written = bench.bytes(&file.display().to_string());
        assert_eq!(String::from_utf8(written).unwrap(), text);
    }
    for list in ["causes", "follow-ups"] {
        let said = bench.run(["copy", "last", "--list", list]).failed(4);
        assert!(said.starts_with("错误："), "{said}");
    }
    let said = bench.run(["copy", "last", "--list", "problem"]).failed(2);
    assert!(said.contains("problems"), "{said}");
    for other in [["--section", "1"], ["--format", "txt"]] {
        let words = [&["copy", "last", "--list", "causes"], &other[..]].concat();
        bench.run(words).failed(2);
    }
    // It is no export: the history has none.
    assert!(!bench.run(["history", "last"]).done().contains("导出"));
}

#[test]
fn a_word_document_follows_a_layout() {
    let bench = Bench::new();
    let _id =
        bench.draft("{\"title\": \"材料\", \"opening\": \"开\\uffff头。\", \"dimensions\": []}");
    let official = bench.run(["export", "last", "--format", "docx"]);
    assert_eq!(official.err, "有1个看不见的控制字符没有写进文件\n");
    assert_eq!(official.out, "材料.docx\n");
    bench.write("ours.toml", "[page]\nleft = 30\n");
    for (layout, file) in [("official", "a"), ("ordinary", "b"), ("ours.toml", "c")] {
        let file = format!("{file}.docx");
        let words = [
            "export", "last", "--format", "docx", "--layout", layout, "-o", &file,
        ];
        assert_eq!(bench.run(words).out, format!("{file}\n"));
    }
    let bytes = |file: &str| bench.bytes(file);
    assert_eq!(bytes("材料.docx"), bytes("a.docx"));
    assert!(bytes("a.docx") != bytes("b.docx") && bytes("a.docx") != bytes("c.docx"));

    let wrong = |layout: &str, code: i32| {
        let words = [
            "export", "last", "--format", "docx", "--layout", layout, "-o", "d.docx",
        ];
        bench.run(words).failed(code)
    };
    bench.write("ours.toml", "[page]\nlefft = 30\nright = \"30\"\n");
    assert_eq!(
        wrong("ours.toml", 4),
        "错误：这个版面文件有问题：ours.toml\n\
         \x20 第2行第1列，page.lefft：没有这个名字，大概是 left，请改过来\n\
         \x20 第3行第9列，page.right：要写的是一个数，现在是引号里的文字，请改写\n\
         提示：改好以后再来一次；写法见 docs/layout.md。\n"
    );
    assert_eq!(
        wrong("offical", 3),
        "错误：没有叫 offical 的版面，也没有这个文件\n提示：大概是 official。\n"
    );
    let said = bench
        .run(["export", "last", "--layout", "official"])
        .failed(2);
    assert!(said.starts_with("错误：md 没有版面，"), "{said}");
    let said = bench.run(["copy", "last", "--format", "docx"]).failed(2);
    assert!(said.contains("能写的有：md、txt。"), "{said}");
    assert!(!bench.work().join("d.docx").exists());
}

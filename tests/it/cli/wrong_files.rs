//! Files of the wrong kind, and names of the wrong thing: what is said, what is proposed, and the exit code.

use std::io::Write;

use zip::write::SimpleFileOptions;

use crate::harness::Bench;

#[track_caller]
fn check(words: &[&str], code: i32, said: &str) {
    let bench = Bench::new();
    bench.folder("folder");
    bench.write("bytes.dat", [0x89, 0, 1, 2, 0xff, 0xfe, 0, b'=', b'\n', 0]);
    bench.write("text.txt", "学习不系统。\n");
    bench.draft(include_str!("../../fixtures/seed.answers.json"));
    for (lang, said) in ["zh", "en"].iter().zip(said.split('|')) {
        let told = bench.run([words, &["--lang", lang]].concat()).failed(code);
        assert_eq!(told.trim_end(), said, "{words:?}");
    }
}

#[test]
fn a_name_that_is_neither_a_draft_nor_a_file_is_told_as_both() {
    let told = "错误：没有叫 gone 的草稿，也没有这个文件\n提示：用 pouxi list 看有哪些草稿，用 pouxi trash 看已删除的。\
        |error: there is no draft 'gone', and no such file\nhint: See 'pouxi list', and 'pouxi trash' for deleted ones.";
    check(&["check", "gone"], 3, told);
    check(&["check", "last", "--against", "gone"], 3, told);
    check(&["new", "--no-ui", "--from", "gone"], 3, told);
}

#[test]
fn a_folder_is_sent_to_review_and_a_file_to_check() {
    let told = "错误：folder 是文件夹，这里要一份草稿或一个文件\n提示：一次看整个文件夹：pouxi review folder\
        |error: folder is a folder; a draft or a file is wanted here\nhint: To see all of a folder: pouxi review folder";
    check(&["check", "folder"], 3, told);
    check(&["new", "--no-ui", "--from", "folder"], 3, told);
    let told = "错误：text.txt 是文件，这里要一个文件夹\n提示：看一份材料：pouxi check text.txt\
        |error: text.txt is a file, and review takes a folder\nhint: To check one report: pouxi check text.txt";
    check(&["review", "text.txt"], 2, told);
}

#[test]
#[cfg(unix)]
fn a_folder_is_called_one() {
    let told = "错误：无法读取 folder：这是文件夹，不是文件\n提示：请写出里面某个文件的路径。\
        |error: cannot read folder: it is a folder and no file\nhint: Give the path of a file in it.";
    check(&["import", "folder"], 5, told);
    check(&["template", "check", "folder"], 5, told);
    check(&["check", "last", "--rubric", "folder"], 5, told);
}

#[test]
fn what_is_no_text_is_told_once_and_not_line_by_line() {
    let told = "错误：bytes.dat 里不是文字\n提示：请检查是不是给错了文件。\
        |error: bytes.dat holds no text\nhint: Check that it is the file you meant.";
    check(&["template", "check", "bytes.dat"], 4, told);
    check(&["template", "add", "bytes.dat"], 4, told);
    check(&["check", "last", "--rubric", "bytes.dat"], 4, told);
    check(
        &[
            "export",
            "last",
            "--format",
            "docx",
            "--layout",
            "bytes.dat",
            "-o",
            "-",
        ],
        4,
        told,
    );
}

#[test]
fn an_id_of_the_command_line_has_no_line_of_a_file() {
    let told = "错误：id: 只能用小写字母、数字和连字符，例如 my-office-2026\n提示：用法见 pouxi template new --help。\
        |error: id: use small letters, digits and hyphens only, such as my-office-2026\nhint: See pouxi template new --help.";
    check(&["template", "new", "Our Office"], 2, told);
}

#[test]
fn a_template_in_the_encoding_of_an_office_is_kept_whole() {
    let bench = Bench::new();
    let built_in = bench.run(["template", "show", "mzsh-2025"]).done();
    let own = built_in.replacen("id = \"mzsh-2025\"", "id = \"ours\"", 1);
    let (gbk, _, _) = encoding_rs::GB18030.encode(&own);
    bench.write("ours.toml", &gbk);
    let said = bench.run(["template", "check", "ours.toml"]).done();
    assert_eq!(said, "没有问题：ours.toml\n");
    bench.run(["template", "add", "ours.toml"]).done();
    assert_eq!(bench.run(["template", "show", "ours"]).done(), own);
    // One that was put into the folder by hand is read alike.
    bench.write(
        bench.home().join("templates/ours.toml").to_str().unwrap(),
        &gbk,
    );
    assert_eq!(bench.run(["template", "show", "ours"]).done(), own);
}

#[test]
fn a_notice_is_read_from_a_word_document_as_from_its_text() {
    let bench = Bench::new();
    let notice = include_str!("../../fixtures/notices/03-numbered-brackets.txt");
    bench.write("n.txt", notice);
    bench.write("n.docx", document(notice));
    let dimensions = |file: &str| {
        let words = ["template", "from-notice", file, "--json"];
        bench.run(words).json()["template"]["dimensions"].clone()
    };
    let read = dimensions("n.docx");
    assert_eq!(read, dimensions("n.txt"));
    assert_eq!(read.as_array().map(Vec::len), Some(6));

    bench.write("scan.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
    let told = bench.run(["template", "from-notice", "scan.pdf"]).failed(4);
    assert!(told.starts_with("错误：scan.pdf：这是PDF"), "{told}");
}

#[test]
fn a_title_that_is_taken_away_is_told_so() {
    let bench = Bench::new();
    let id = bench.draft(include_str!("../../fixtures/seed.answers.json"));
    let said = bench.run(["rename", &id, ""]).done();
    assert_eq!(said, format!("题目已经去掉（{id}）\n"));
}

/// The least that is a Word document: a paragraph a line.
fn document(text: &str) -> Vec<u8> {
    let paragraphs: Vec<String> = (text.lines())
        .map(|it| format!("<w:p><w:r><w:t>{it}</w:t></w:r></w:p>"))
        .collect();
    let paragraphs = paragraphs.join("");
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                .to_owned(),
        ),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                 <w:body>{paragraphs}</w:body></w:document>"
            ),
        ),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

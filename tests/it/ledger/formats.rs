//! What the formats make of the rows.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use pouxi::draft::Status;
use pouxi::export::ledger::{Column, Ledger, Row, ledger, ledger_named};
use pouxi::locale::Lang;
use proptest::prelude::*;

use super::rows::chain;
use crate::outlines::session_of;

fn written(ledger: &Ledger, format: &str) -> Vec<u8> {
    (ledger_named(format).expect("it is in the table").write)(ledger)
}

fn of_rows(rows: Vec<Row>) -> Ledger {
    Ledger {
        language: Lang::Zh,
        title: "整改台账".to_owned(),
        rows,
    }
}

fn one(evidence: &str, due: &str) -> Ledger {
    of_rows(vec![Row {
        number: 1,
        key: "k3m9x2ab-12".to_owned(),
        problem: "问题|竖线*星".to_owned(),
        due: due.to_owned(),
        status: Some(Status::Done),
        evidence: evidence.to_owned(),
        ..Row::default()
    }])
}

/// Returns one part of a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
    let mut text = String::new();
    let mut file = zip.by_name(name).expect("the part is there");
    file.read_to_string(&mut text).expect("it is UTF-8");
    text
}

fn cells(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let sheet = book.worksheet_range_at(0).expect("there is a sheet");
    let rows = sheet.expect("it can be read");
    rows.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn a_table_of_markdown() {
    let text = String::from_utf8(written(&one("照片\n=1+1", "2026-06-30"), "ledger-md")).unwrap();
    assert_eq!(
        text,
        "# 整改台账\n\n\
         | 序号 | 方面 | 问题 | 具体表现 | 原因 | 整改措施 | 责任人 | 完成时限 | 状态 | 佐证 |\n\
         | :-: | --- | --- | --- | --- | --- | :-: | :-: | :-: | --- |\n\
         | 1 |  | 问题\\|竖线\\*星 |  |  |  |  | 2026-06-30 | 已完成 | 照片<br>=1+1 |\n"
    );
}

#[test]
fn csv_for_spreadsheets() {
    let text = String::from_utf8(written(
        &one("=HYPERLINK(\"x\")\n第二行", "2026-06-30"),
        "ledger-csv",
    ))
    .unwrap();
    assert_eq!(
        text,
        "\u{feff}\"序号\",\"方面\",\"问题\",\"具体表现\",\"原因\",\"整改措施\",\"责任人\",\"完成时限\",\"状态\",\"佐证\",\"编号（请勿改动）\"\r\n\
         \"1\",\"\",\"问题|竖线*星\",\"\",\"\",\"\",\"\",\"2026-06-30\",\"已完成\",\"'=HYPERLINK(\"\"x\"\")\n第二行\",\"k3m9x2ab-12\"\r\n"
    );
}

#[test]
fn a_workbook_holds_days_as_days_and_words_as_words() {
    let rows = ["2026年6月30日", "2026/6/5", "2026年6月底前", "=1+1"].map(|due| {
        let ledger = one("@sum", due);
        ledger.rows.into_iter().next().unwrap()
    });
    let bytes = written(&of_rows(rows.into()), "ledger-xlsx");
    let cells = cells(&bytes);
    let due = Column::ALL
        .iter()
        .position(|it| *it == Column::Due)
        .unwrap();
    let day = |row: usize| match &cells[row][due] {
        Data::DateTime(it) => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            format!("{year}-{month}-{day}")
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(
        (day(1), day(2)),
        ("2026-6-30".to_owned(), "2026-6-5".to_owned())
    );
    assert_eq!(cells[3][due], Data::String("2026年6月底前".to_owned()));
    assert_eq!(cells[4][due], Data::String("=1+1".to_owned()));
    assert_eq!(cells[1][9], Data::String("@sum".to_owned()));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for wanted in [
        "<autoFilter ref=\"A1:K5\"/>",
        "state=\"frozen\"",
        "sqref=\"I2:I5\"",
        "未启动,进行中,长期坚持,已完成,已销号,未完成",
        "orientation=\"landscape\"",
        "customHeight=\"1\"",
        "hidden=\"1\"",
    ] {
        assert!(sheet.contains(wanted), "{wanted} in {sheet}");
    }
    assert!(!sheet.contains("<f>"), "no formula");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(
        styles.contains("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"),
        "{styles}"
    );
    assert!(styles.contains("quotePrefix=\"1\""), "{styles}");
}

#[test]
fn the_same_ledger_gives_the_same_bytes() {
    let session = session_of(chain());
    let ledger = ledger(session.draft(), "k3m9x2ab", Lang::Zh);
    for format in ["ledger-md", "ledger-csv", "ledger-xlsx", "ledger-docx"] {
        assert_eq!(written(&ledger, format), written(&ledger, format));
    }
    let core = part(&written(&ledger, "ledger-xlsx"), "docProps/core.xml");
    assert!(
        !core.contains("20") || core.contains("1900-01-01"),
        "{core}"
    );
}

#[test]
fn a_word_document_holds_the_table_on_paper_turned_on_its_side() {
    let session = session_of(chain());
    let ledger = ledger(session.draft(), "k3m9x2ab", Lang::Zh);
    let document = part(&written(&ledger, "ledger-docx"), "word/document.xml");
    assert_eq!(document.matches("<w:tr>").count(), ledger.rows.len() + 1);
    for wanted in [
        "<w:tblHeader/>",
        "整改措施",
        "每周学习",
        "w:orient=\"landscape\"",
        "进行中",
    ] {
        assert!(document.contains(wanted), "{wanted}");
    }
    assert!(!document.contains("k3m9x2ab"), "a key is nothing to print");
}

#[test]
fn words_longer_than_a_cell_are_cut_and_the_workbook_is_sound() {
    let long = "长".repeat(40_000);
    let cells = cells(&written(&one(&long, ""), "ledger-xlsx"));
    let Data::String(cell) = &cells[1][9] else {
        panic!("{:?}", cells[1][9]);
    };
    assert_eq!(cell.chars().count(), 32_767);
    assert!(cell.ends_with('…'));
    let emoji = "😀".repeat(20_000);
    let bytes = written(&one(&emoji, ""), "ledger-xlsx");
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("😀…<"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// What is no formula to us is what a reader of another make gets, word for word.
    #[test]
    fn every_word_is_in_the_workbook(words in "(\\PC|\n|_x000[0-9A-F]_|[=+@&<>'\"-]){0,40}") {
        let words = words.trim().replace(['\u{fffe}', '\u{ffff}'], "");
        let cells = cells(&written(&one(&words, ""), "ledger-xlsx"));
        let found = match &cells[1][9] {
            Data::String(it) => it.clone(),
            Data::Empty => String::new(),
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(found, words);
    }
}

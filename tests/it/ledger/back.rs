//! The way back: what was changed in a file comes into the draft, and nothing else.

use calamine::{Data, Reader, Xlsx};
use pouxi::draft::{Draft, Session, Status};
use pouxi::export::ledger::{ledger, ledger_named};
use pouxi::import::ledger::{LedgerNotice, NoLedger, Said, Settled, read, settle};
use pouxi::locale::Lang;
use proptest::prelude::*;

use super::rows::chain;
use crate::outlines::{outline, session_of};

const ID: &str = "k3m9x2ab";

fn file(draft: &Draft, format: &str, language: Lang) -> Vec<u8> {
    let format = ledger_named(format).expect("it is in the table");
    (format.write)(&ledger(draft, ID, language))
}

fn back(draft: &Draft, bytes: &[u8]) -> Settled {
    settle(draft, ID, &read(bytes).expect("it is a ledger"))
}

fn csv(draft: &Draft) -> String {
    String::from_utf8(file(draft, "ledger-csv", Lang::Zh)).expect("it is UTF-8")
}

fn said(settled: &Settled) -> Vec<(usize, String)> {
    let shown = |it: &Said| match it {
        Said::Words(it) => it.clone(),
        Said::Status(it) => format!("{it:?}"),
    };
    let changed = settled.changed.iter();
    changed
        .map(|it| {
            (
                it.line,
                format!("{:?}: {} > {}", it.field, shown(&it.was), shown(&it.now)),
            )
        })
        .collect()
}

fn notices(settled: &Settled) -> Vec<&LedgerNotice> {
    settled.remarks.iter().map(|it| &it.notice).collect()
}

/// Commits what a file changes, and returns the draft.
fn committed(mut session: Session, settled: &Settled) -> Session {
    let change = settled
        .change(session.draft())
        .expect("something is changed");
    let _committed = session.commit(change).expect("made for this draft");
    session
}

#[test]
fn one_cell_changed_changes_just_that() {
    let session = session_of(chain());
    let text = csv(session.draft());
    // The loose measure stands in one row alone: number 6 of the ledger, line 7 of the file.
    let mut lines: Vec<String> = text.split("\r\n").map(str::to_owned).collect();
    lines[6] = lines[6].replace("进行中", "已完成");
    let settled = back(session.draft(), lines.join("\r\n").as_bytes());
    assert_eq!((settled.rows, settled.matched), (5, 5));
    assert_eq!(said(&settled), [(7, "Status: Underway > Done".to_owned())]);
    assert_eq!(notices(&settled), Vec::<&LedgerNotice>::new());
    let before = session.draft().clone();
    let mut session = committed(session, &settled);
    let mut wanted = before.clone();
    wanted.measures[3].status = Status::Done;
    assert!(session.draft().same_content(&wanted));
    let _undone = session.undo().expect("one step");
    assert!(session.draft().same_content(&before));
}

#[test]
fn owners_days_and_evidence_are_read_too() {
    let session = session_of(chain());
    let text = csv(session.draft());
    let mut lines: Vec<String> = text.split("\r\n").map(str::to_owned).collect();
    lines[6] = lines[6]
        .replace("\"本人\"", "\"张三\"")
        .replace("2026年6月底前", "2026年7月31日")
        .replace("\"进行中\",\"\"", "\"销号\",\"照片\n'=签到表\"");
    let settled = back(session.draft(), lines.join("\r\n").as_bytes());
    assert_eq!(
        said(&settled)
            .into_iter()
            .map(|it| it.1)
            .collect::<Vec<_>>(),
        [
            "Status: Underway > Closed",
            "Owner: 本人 > 张三",
            "Due: 2026年6月底前 > 2026年7月31日",
            "Evidence:  > 照片\n'=签到表",
        ]
    );
}

#[test]
fn a_guard_that_a_spreadsheet_kept_is_no_change_and_any_other_apostrophe_is() {
    for (owner, kept, changes) in [
        ("=1", "''=1", &[][..]),
        ("本人", "'本人", &["Owner: 本人 > '本人"]),
    ] {
        let mut outline = chain();
        for it in &mut outline.measures {
            it.owner = owner.to_owned();
        }
        let session = session_of(outline);
        let text = csv(session.draft());
        let was = if owner.starts_with('=') {
            format!("\"'{owner}\"")
        } else {
            format!("\"{owner}\"")
        };
        assert!(text.contains(&was), "{text}");
        let mut lines: Vec<String> = text.split("\r\n").map(str::to_owned).collect();
        lines[6] = lines[6].replace(&was, &format!("\"{kept}\""));
        let settled = back(session.draft(), lines.join("\r\n").as_bytes());
        let found: Vec<String> = said(&settled).into_iter().map(|it| it.1).collect();
        assert_eq!(found, changes);
    }
}

#[test]
fn rows_are_found_by_key_after_sorting_filtering_and_with_a_title_above() {
    let session = session_of(chain());
    let text = csv(session.draft());
    let mut lines: Vec<&str> = text
        .trim_end()
        .trim_start_matches('\u{feff}')
        .split("\r\n")
        .collect();
    lines[1..].reverse();
    let kept = [
        &["某单位整改台账"][..],
        &["2026年"],
        &lines[..1],
        &lines[1..4],
    ]
    .concat();
    let settled = back(session.draft(), kept.join("\n").as_bytes());
    assert_eq!(
        (settled.rows, settled.matched),
        (2, 2),
        "a row without a measure is none"
    );
    assert_eq!(settled.changed, []);
}

#[test]
fn rows_without_a_key_are_found_by_their_words_and_strangers_are_told() {
    let session = session_of(chain());
    let file = "整改措施;状态;责任人\n每周学习。;已完成;本人\n没有的措施;已完成;本人\n写心得;做完啦;本人\n每月调研;;本人\n";
    let settled = back(session.draft(), file.as_bytes());
    assert_eq!(said(&settled), [(2, "Status: Underway > Done".to_owned())]);
    let told = notices(&settled);
    assert!(
        matches!(told[0], LedgerNotice::NoMeasure { words } if words == "没有的措施"),
        "{told:?}"
    );
    assert!(
        matches!(told[1], LedgerNotice::NoStatus { words } if words == "做完啦"),
        "{told:?}"
    );
    assert!(matches!(told[2], LedgerNotice::Emptied { .. }), "{told:?}");
    assert_eq!(
        settled.remarks.iter().map(|it| it.line).collect::<Vec<_>>(),
        [3, 4, 5]
    );
}

#[test]
fn a_table_sorted_without_its_keys_is_read_by_its_words() {
    let session = session_of(chain());
    let ids: Vec<u32> = session.draft().measures.iter().map(|it| it.id.0).collect();
    let file = format!(
        "整改措施,状态,编号\n每周学习,已完成,{ID}-{}\n改过的措施,已完成,{ID}-{}\n",
        ids[3], ids[2]
    );
    let settled = back(session.draft(), file.as_bytes());
    let measures: Vec<u32> = settled.changed.iter().map(|it| it.measure.0).collect();
    assert_eq!(measures, [ids[0], ids[2]]);
    assert_eq!(
        notices(&settled),
        [&LedgerNotice::KeyElsewhere, &LedgerNotice::WordsDiffer]
    );
    let other = file.replace(ID, "another1");
    let settled = back(session.draft(), other.as_bytes());
    assert_eq!(
        settled.matched, 1,
        "keys of another draft are nothing to go by"
    );
}

#[test]
fn rows_of_one_measure_that_disagree_change_nothing() {
    let session = session_of(chain());
    let both = csv(session.draft());
    // 每月调研 answers two problems: lines 3 and 5.
    let change = |line: usize, to: &str, text: &str| {
        let mut lines: Vec<String> = text.split("\r\n").map(str::to_owned).collect();
        lines[line - 1] = lines[line - 1].replace("进行中", to);
        lines.join("\r\n")
    };
    let one = back(session.draft(), change(5, "已完成", &both).as_bytes());
    assert_eq!(
        said(&one),
        [(5, "Status: Underway > Done".to_owned())],
        "one row is enough"
    );
    let same = back(
        session.draft(),
        change(3, "已完成", &change(5, "已完成", &both)).as_bytes(),
    );
    assert_eq!(same.changed.len(), 1);
    let odd = back(
        session.draft(),
        change(3, "未启动", &change(5, "已完成", &both)).as_bytes(),
    );
    assert_eq!(odd.changed, []);
    assert!(matches!(notices(&odd)[..], [LedgerNotice::Disagree { .. }]));
}

#[test]
fn days_come_back_as_the_writer_writes_them() {
    let mut outline = chain();
    for (it, due) in outline
        .measures
        .iter_mut()
        .zip(["2026-06-30", "2026年6月30日", "6月底前", ""])
    {
        due.clone_into(&mut it.due);
    }
    let session = session_of(outline);
    assert_eq!(
        back(
            session.draft(),
            &file(session.draft(), "ledger-xlsx", Lang::Zh)
        )
        .changed,
        []
    );
    // As a spreadsheet of another country saves them.
    for other in ["06/30/2026", "30.6.26"] {
        let text = csv(session.draft()).replace("2026-06-30", other);
        let text = text.replace("2026年6月30日", other);
        assert_eq!(
            back(session.draft(), text.as_bytes()).changed,
            [],
            "{other}"
        );
    }
    // As Excel saves them.
    let text = csv(session.draft())
        .replace("\"2026-06-30\"", "2026/6/30")
        .replace("2026年6月30日", "2026/7/1");
    let settled = back(session.draft(), text.as_bytes());
    let days: Vec<String> = said(&settled).into_iter().map(|it| it.1).collect();
    assert_eq!(days, ["Due: 2026年6月30日 > 2026/7/1"]);
}

#[test]
fn what_an_old_encoding_cannot_hold_is_no_change() {
    let mut outline = chain();
    "照片😀、“签到表”㍿".clone_into(&mut outline.measures[3].evidence);
    let session = session_of(outline);
    let text = csv(session.draft());
    for marks in ["?", "??"] {
        let lossy = text
            .trim_start_matches('\u{feff}')
            .replace('😀', marks)
            .replace('㍿', "?");
        let (bytes, _, _) = encoding_rs::GBK.encode(&lossy);
        assert_eq!(back(session.draft(), &bytes).changed, [], "{marks}");
    }
    let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
    assert_eq!(back(session.draft(), &bytes).changed, []);
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(back(session.draft(), &utf16).changed, []);
}

#[test]
fn files_that_are_no_ledger_are_refused() {
    for bytes in [&b""[..], b"a,b\n1,2\n", "序号,问题\n1,甲\n".as_bytes()] {
        assert_eq!(read(bytes), Err(NoLedger::NoHeads));
    }
    for bytes in [
        &b"%PDF-1.4"[..],
        b"PK\x03\x04",
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    ] {
        assert!(
            matches!(read(bytes), Err(NoLedger::Unreadable(_))),
            "{bytes:?}"
        );
    }
    let session = session_of(chain());
    let word = file(session.draft(), "ledger-docx", Lang::Zh);
    assert!(matches!(read(&word), Err(NoLedger::Unreadable(_))));
    let book = file(session.draft(), "ledger-xlsx", Lang::Zh);
    for at in (0..book.len()).step_by(97) {
        let _read = read(&book[..at]);
        let mut broken = book.clone();
        broken[at] ^= 0x55;
        let _read = read(&broken);
    }
}

/// A cell in the last corner of a sheet, and one that unpacks to far more than it says.
#[test]
fn a_workbook_made_to_fill_the_memory_does_not() {
    use std::io::{Cursor, Write};
    let session = session_of(chain());
    let book = file(session.draft(), "ledger-xlsx", Lang::Zh);
    let rebuilt = |change: &dyn Fn(&str, Vec<u8>) -> Vec<u8>| {
        let mut old = zip::ZipArchive::new(Cursor::new(&book)).unwrap();
        let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..old.len() {
            let mut part = old.by_index(at).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
            new.start_file(&name, zip::write::SimpleFileOptions::default())
                .unwrap();
            new.write_all(&change(&name, bytes)).unwrap();
        }
        new.finish().unwrap().into_inner()
    };
    let far = rebuilt(&|name, bytes| {
        let text = String::from_utf8(bytes).unwrap();
        match name {
            "xl/worksheets/sheet1.xml" => {
                let far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row></sheetData>";
                text.replace("</sheetData>", far).into_bytes()
            }
            _ => text.into_bytes(),
        }
    });
    assert_eq!(back(session.draft(), &far).changed, []);
    let huge = rebuilt(&|name, mut bytes| {
        if name == "xl/styles.xml" {
            bytes.resize(70 << 20, b' ');
        }
        bytes
    });
    assert!(huge.len() < 1 << 20);
    assert!(matches!(read(&huge), Err(NoLedger::Unreadable(_))));
}

/// Reads the first sheet as calamine lays it out, to be sure that the hidden key is where a person may sort.
#[test]
fn the_key_stands_behind_the_columns() {
    let session = session_of(chain());
    let bytes = file(session.draft(), "ledger-xlsx", Lang::Zh);
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let id = session.draft().measures[0].id.0;
    assert_eq!(
        sheet.get((1, 10)),
        Some(&Data::String(format!("{ID}-{id}")))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_was_not_touched_changes_nothing(outline in outline(), is_chinese in any::<bool>()) {
        let session = session_of(outline);
        let language = if is_chinese { Lang::Zh } else { Lang::En };
        for format in ["ledger-csv", "ledger-xlsx"] {
            let settled = back(session.draft(), &file(session.draft(), format, language));
            prop_assert_eq!(&settled.changed, &[], "{}", format);
            prop_assert_eq!(settled.matched, settled.rows);
            prop_assert!(settled.remarks.iter().all(|it| matches!(it.notice, LedgerNotice::Emptied { .. } | LedgerNotice::WordsDiffer)), "{:?}", settled.remarks);
        }
    }

    #[test]
    fn a_status_changed_is_all_that_changes(outline in outline(), at in any::<prop::sample::Index>()) {
        let session = session_of(outline);
        let draft = session.draft();
        let mut table = ledger(draft, ID, Lang::Zh);
        let keys: Vec<String> = table.rows.iter().map(|it| it.key.clone()).filter(|it| !it.is_empty()).collect();
        prop_assume!(!keys.is_empty());
        let key = at.get(&keys);
        let id: u32 = key.rsplit_once('-').unwrap().1.parse().unwrap();
        let was = draft.measures.iter().find(|it| it.id.0 == id).unwrap().status;
        let now = if was == Status::Done { Status::Closed } else { Status::Done };
        table.rows.iter_mut().filter(|it| it.key == *key).for_each(|it| it.status = Some(now));
        for format in ["ledger-csv", "ledger-xlsx"] {
            let bytes = (ledger_named(format).unwrap().write)(&table);
            let settled = back(draft, &bytes);
            prop_assert_eq!(settled.changed.len(), 1, "{:?}", settled);
            let mut wanted = draft.clone();
            wanted.measures.iter_mut().find(|it| it.id.0 == id).unwrap().status = now;
            let session = committed(session.clone(), &settled);
            prop_assert!(session.draft().same_content(&wanted));
        }
    }

    #[test]
    fn no_table_is_too_odd(text in "([^\"]{0,5}|整改措施|状态|责任人|编号|[,;\t\n\"'=]){0,60}") {
        let session = session_of(chain());
        if let Ok(entries) = read(text.as_bytes()) {
            let settled = settle(session.draft(), ID, &entries);
            if let Some(change) = settled.change(session.draft()) {
                let mut session = session;
                prop_assert!(session.commit(change).is_ok());
            }
        }
    }
}

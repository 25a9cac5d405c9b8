//! Files of other versions: older ones are read for ever, newer ones are left alone.
//!
//! `tests/fixtures/store/v1` was written by [`a_report`] in the first version, `v2` by
//! [`a_report_that_follows`], `v2-silences` and `v3` by [`a_changed_report`] with
//! [`silences`] and with an [`answer`]. A new format gets a folder of its
//! own; a folder that is there is never changed.
//!
//! Noticed: a renamed field; another order of keys; a newer journal put aside as damaged.
#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at, and damage, files behind the store's back"
)]

use std::fs;
use std::path::{Path, PathBuf};

use pouxi::desk;
use pouxi::draft::{
    Attr, Change, ChangeCause, DimensionKind, Draft, Earlier, Edit, Field, Item, ItemId, Link,
    List, Outline, OutlineCause, OutlineDimension, OutlineFollowUp, OutlineMeasure, OutlineProblem,
    OutlineSection, Part, PassageKind, Place, ProblemAt, Role, Session, Slot, Spot, Status,
};
use pouxi::store::{DraftFolder, Mark, Opened, Past, Snapshot, StoreError, Summary, recover};

use super::{copy, files, home, journal_line, journals, me, moment, open, title, write};
use crate::algebra::is_same;
use crate::inventory::fields;

/// The format of the first version.
const FIRST: u32 = 1;

fn fixture(version: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("tests/fixtures/store").join(version)
}

fn outline() -> Outline {
    let section = |role: Role, title: &str| OutlineSection {
        role,
        title: title.to_owned(),
        text: String::new(),
        not_written: None,
    };
    let problem = OutlineProblem {
        headline: "理论学习不够深入".into(),
        body: vec![
            (PassageKind::Detail, "学得不系统。".into()),
            (
                PassageKind::Example,
                "今年只写了两篇\"心得\"。\n第二行\t𠮷".into(),
            ),
        ],
        causes: vec![0],
        measures: vec![0],
        no_examples: None,
        ..OutlineProblem::default()
    };
    Outline {
        template: "self-review-zh".into(),
        title: "2025年度对照检查材料".into(),
        bylines: vec!["某局 张三".into(), "2025年12月".into()],
        sections: vec![
            section(Role::Opening, ""),
            section(Role::FollowUp, "上年度整改情况"),
            section(Role::Dimensions, "存在的问题"),
            section(Role::Causes, "原因剖析"),
            section(Role::Measures, "整改措施"),
        ],
        dimensions: vec![OutlineDimension {
            kind: DimensionKind::Review,
            title: "学习".into(),
            lead_in: "对照要求，".into(),
            statement: String::new(),
            problems: vec![problem],
            not_written: None,
        }],
        follow_ups: vec![OutlineFollowUp {
            problem: "去年的问题".into(),
            measure: "去年的措施".into(),
            status: Status::Ongoing,
            evidence: "台账".into(),
            ..OutlineFollowUp::default()
        }],
        causes: vec![OutlineCause {
            headline: "思想上放松".into(),
            measures: vec![0],
            ..OutlineCause::default()
        }],
        measures: vec![OutlineMeasure {
            headline: "每周学习".into(),
            owner: "张三".into(),
            due: "2026年6月".into(),
            ..OutlineMeasure::default()
        }],
        set_aside: vec![("旧模板".into(), "暂不用的话".into())],
        ..Outline::default()
    }
}

/// Writes a draft in which everything occurs that a file may hold: every item, every shape of edit, strokes that
/// join, undo and redo, carets, two journal files and the snapshot between. Returns it as it ends.
fn a_report(path: &Path) -> Draft {
    let commit = |folder: &mut DraftFolder, session: &mut Session, change: Change| {
        let committed = session.commit(change).unwrap();
        folder.append(moment(10), &committed).unwrap();
    };
    let (mut folder, mut session) = open(path);
    let imported = outline().into_change(session.draft(), ChangeCause::Import);
    commit(&mut folder, &mut session, imported);
    let draft = session.draft().clone();
    let (measure, cause) = (draft.measures[0].id, draft.causes[0].id);
    let problem = draft.problems().next().unwrap().clone();
    let review = Part::Item(problem.id);
    let joined = Link::ProblemMeasure {
        problem: problem.id,
        measure,
    };
    for change in [
        draft.choice(Attr::Status(measure, Status::Underway)),
        draft.choice(Attr::NotWritten(review, Some("另有说明".into()))),
        draft.choice(Attr::PassageKind(problem.body[1].id, PassageKind::Detail)),
        draft.choice(Attr::Template("mzsh-2025".into())),
        draft.shift(problem.body[0].id, true),
        draft.unlinking(joined),
        draft.removal(draft.set_aside[0].id),
    ] {
        commit(&mut folder, &mut session, change.unwrap());
    }
    let caret = Place {
        spot: Spot::NewMeasure(Some(ProblemAt::Known(problem.id))),
        caret: 0,
        within: Some(problem.id),
    };
    folder.note(moment(11), caret).unwrap();
    let at_the_snapshot = Summary {
        title: session.draft().title.clone(),
        template: "mzsh-2025".into(),
        characters: 99,
        answered: 7,
        questions: 12,
        at: "学习".into(),
    };
    folder
        .snapshot(session.draft(), Some(caret), at_the_snapshot, moment(12))
        .unwrap();

    folder = DraftFolder::take_over(path, &me()).unwrap().folder;
    for stroke in ["抓", "得", "不紧，"] {
        let field = Field::Headline(cause);
        let at = session.draft().text(field).unwrap().len();
        let edit = Edit::Splice {
            field,
            at,
            removed: String::new(),
            inserted: stroke.to_owned(),
        };
        let cause = ChangeCause::Typing;
        let edits = vec![edit];
        commit(&mut folder, &mut session, Change { cause, edits });
    }
    let relinked = session.draft().linking(joined).unwrap();
    commit(&mut folder, &mut session, relinked);
    for back in [true, true, false] {
        let step = if back { session.undo() } else { session.redo() };
        folder.append(moment(30), &step.unwrap()).unwrap();
    }
    session.draft().clone()
}

#[test]
fn the_first_format_is_read_for_ever() {
    let (guard, _) = home();
    let path = copy(&fixture("v1"), &guard.path().join("v1"));
    let Opened { folder, recovered } = DraftFolder::open(&path, &me()).unwrap();
    assert_eq!((recovered.seq, recovered.tail.len()), (16, 7));
    assert_eq!(recovered.updated, "2026-11-23T08:00:12Z");
    let draft = &recovered.draft;
    assert_eq!(
        (draft.template.as_str(), draft.title.as_str()),
        ("mzsh-2025", "2025年度对照检查材料")
    );
    let fields = fields(draft);
    let texts: Vec<&str> = fields.iter().filter_map(|it| draft.text(*it)).collect();
    assert_eq!(
        texts.join("|").replace('\n', "/"),
        "2025年度对照检查材料|某局 张三|2025年12月|||上年度整改情况||存在的问题||原因剖析||整改措施||\
         学习|对照要求，||台账|去年的问题|去年的措施|理论学习不够深入|思想上放松抓得不紧，|每周学习|张三|\
         2026年6月||今年只写了两篇\"心得\"。/第二行\t𠮷|学得不系统。"
    );
    assert_eq!(draft.causes[0].headline, "思想上放松抓得不紧，");
    assert_eq!(draft.measures[0].status, Status::Underway);
    assert_eq!((draft.links.len(), draft.not_written.len()), (2, 1));
    let headline = Place {
        spot: Spot::Text(Field::Headline(draft.causes[0].id)),
        caret: 30,
        within: draft.problems().next().map(|it| it.id),
    };
    assert_eq!(recovered.place, Some(headline));

    // All of it can be taken back, and made again.
    let mut session = Session::new(recovered.draft.clone());
    session.remember(folder.history().unwrap());
    assert!(session.redo().is_some());
    assert_eq!(session.draft().links.len(), 3);
    assert!(session.redo().is_none());
    while session.undo().is_some() {}
    assert!(session.draft().same_content(&Draft::default()));
    drop(folder);

    // The journals alone tell the same.
    fs::remove_file(path.join("draft.json")).unwrap();
    let replayed = recover(&path).unwrap();
    assert_eq!(replayed.seq, 16);
    assert!(is_same(&replayed.draft, &recovered.draft));
}

#[test]
fn what_is_written_today_is_the_first_format() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let draft = a_report(&path);
    assert!(is_same(&recover(&path).unwrap().draft, &draft));
    let written = copy(&path, &home.root().join("written"));
    let names = |path: &Path| super::names(path, "");
    assert_eq!(names(&written), names(&fixture("v1")));
    for (file, expected) in files(&written).iter().zip(files(&fixture("v1"))) {
        let read = |it: &Path| fs::read_to_string(it).unwrap();
        assert_eq!(read(file), read(&expected), "{}", file.display());
    }
}

/// Writes a draft with both kinds of marks in its journal.
fn a_report_with_marks(path: &Path) {
    let (mut folder, mut session) = open(path);
    write(&mut folder, &mut session, "题目，").unwrap();
    folder.mark(moment(1), Mark::Exported("md".into())).unwrap();
    write(&mut folder, &mut session, "改了。").unwrap();
    folder.mark(moment(2), Mark::Restoring(1)).unwrap();
    let past = Past::read(path).unwrap();
    let change = desk::restoring(&past, session.draft(), 1).unwrap();
    let committed = session.commit(change).unwrap();
    folder.append(moment(2), &committed).unwrap();
}

/// `tests/fixtures/store/v1-marks` was written by [`a_report_with_marks`]: the same format, with marks.
#[test]
fn marks_are_of_the_first_format() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    a_report_with_marks(&path);
    let written = copy(&path, &home.root().join("written"));
    let names = |path: &Path| super::names(path, "");
    assert_eq!(names(&written), names(&fixture("v1-marks")));
    for (file, expected) in files(&written).iter().zip(files(&fixture("v1-marks"))) {
        let read = |it: &Path| fs::read_to_string(it).unwrap();
        assert_eq!(read(file), read(&expected), "{}", file.display());
    }
    let past = Past::read(&fixture("v1-marks")).unwrap();
    let marks: Vec<&Mark> = (past.records().iter())
        .filter_map(|it| it.mark.as_ref())
        .collect();
    assert_eq!(marks, [&Mark::Exported("md".into()), &Mark::Restoring(1)]);
    assert_eq!(past.draft().title, "题目，");
}

/// What the program read of a line before there were marks.
#[derive(serde::Deserialize)]
struct RecordBeforeMarks {
    n: u64,
    #[serde(default)]
    change: Option<Change>,
    #[serde(default)]
    place: Option<Place>,
}

#[test]
fn an_older_reader_passes_over_marks_and_this_one_over_those_to_come() {
    let bytes = fs::read_to_string(journals(&fixture("v1-marks"))[0].clone()).unwrap();
    let mut draft = Draft::default();
    for (seq, line) in (1..).zip(bytes.lines().skip(1)) {
        let json = line.split_once(' ').unwrap().1;
        let record: RecordBeforeMarks = serde_json::from_str(json).unwrap();
        assert_eq!((record.n, record.place), (seq, None));
        if let Some(change) = record.change {
            draft.apply(&change).unwrap();
        }
    }
    assert_eq!(draft.title, "题目，");
    // A mark of a later version, alone and beside a change.
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let mut journal = fs::read(&journals(&path)[0]).unwrap();
    for json in [
        "{\"n\":1,\"t\":0,\"mark\":{\"signed\":{\"by\":\"某\"}}}",
        "{\"n\":2,\"t\":0,\"change\":{\"cause\":\"typing\",\"edits\":[{\"op\":\"splice\",\"field\":\"title\",\
         \"at\":0,\"removed\":\"\",\"inserted\":\"甲\"}]},\"mark\":[7]}",
    ] {
        let sum = crc32fast::hash(json.as_bytes());
        journal.extend_from_slice(format!("{sum:08x} {json}\n").as_bytes());
    }
    fs::write(&journals(&path)[0], journal).unwrap();
    let recovered = recover(&path).unwrap();
    assert_eq!((recovered.seq, recovered.draft.title.as_str()), (2, "甲"));
    assert!(recovered.damaged_journals.is_empty());
    assert!(recovered.tail.iter().all(|it| it.mark.is_none()));
}

#[test]
fn what_a_newer_program_wrote_is_not_written() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    drop(a_report(&path));
    let snapshot = path.join("draft.json");
    let whole = recover(&path).unwrap();
    let last = journals(&path).pop().unwrap();
    let sound = [&snapshot, &last].map(|it| (it.clone(), fs::read_to_string(it).unwrap()));

    let newer = sound[0].1.replace("\"format\":1", "\"format\":4");
    let stranger = "{\"format\":5,\"rest\":[]}\n";
    let journal = |header: &str| {
        let sum = crc32fast::hash(header.as_bytes());
        let lines = sound[1].1.split_once('\n').unwrap().1;
        format!("{sum:08x} {header}\n{lines}")
    };
    for (file, text, format, is_readable) in [
        (&snapshot, newer.clone(), 4, true),
        (&snapshot, stranger.to_owned(), 5, false),
        (&last, journal("{\"format\":4,\"base\":9}"), 4, true),
        (&last, journal("{\"format\":5,\"other\":[]}"), 5, true),
    ] {
        // A newer program may be writing it just now.
        let (window, _) = open(&path);
        fs::write(file, &text).unwrap();
        let before = names_and_bytes(&path);
        let refused = DraftFolder::take_over(&path, &me()).map(drop);
        assert!(window.is_mine());
        drop(window);
        for refused in [refused, DraftFolder::open(&path, &me()).map(drop)] {
            let Err(StoreError::Newer { path, format: told }) = refused else {
                panic!("a newer file is opened for writing");
            };
            assert_eq!((&path, told), (file, format));
        }
        assert_eq!(names_and_bytes(&path), before);
        // What can be read of it may be read.
        match recover(&path) {
            Ok(recovered) => {
                assert!(is_readable);
                assert_eq!(recovered.newer, Some((file.clone(), format)));
                let expected = if *file == last {
                    whole.saved()
                } else {
                    &whole.draft
                };
                assert!(is_same(&recovered.draft, expected));
            }
            Err(error) => {
                assert!(!is_readable);
                assert!(matches!(error, StoreError::Newer { .. }));
            }
        }
        // It stands in the list.
        let entries = desk::drafts(&home).unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].summary.title.is_empty(), !is_readable);
        for (file, text) in &sound {
            fs::write(file, text).unwrap();
        }
    }
    let (mut folder, mut session) = open(&path);
    write(&mut folder, &mut session, "。").unwrap();
    assert_eq!(title(&path), "2025年度对照检查材料。");
}

fn names_and_bytes(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let all = files(path).into_iter();
    all.filter(|it| {
        !it.file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("lock")
    })
    .map(|it| (it.clone(), fs::read(&it).unwrap()))
    .collect()
}

#[test]
fn a_snapshot_is_json_with_what_a_list_needs_in_its_first_line() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let draft = a_report(&path);
    let snapshot = Snapshot {
        format: FIRST,
        seq: 3,
        updated: "2026-11-23T08:00:00Z".into(),
        summary: Summary::default(),
        place: None,
        draft,
    };
    let text = String::from_utf8(snapshot.to_bytes()).unwrap();
    assert_eq!(text.lines().count(), 2);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    for key in [
        "format", "sum", "seq", "updated", "summary", "place", "draft",
    ] {
        assert!(json.get(key).is_some(), "{key}");
    }
    // A journal line can be read with the plainest tools: a checksum, a blank, JSON.
    let record = recover(&path).unwrap().tail.remove(0);
    let line = journal_line(&record);
    let journal = fs::read(journals(&path).pop().unwrap()).unwrap();
    assert!(journal.windows(line.len()).any(|it| it == line));
}

/// What a report holds that follows another, one change each.
fn what_is_new(draft: &Draft) -> Vec<Change> {
    let earlier = Earlier {
        draft: "k3m9x2ab".into(),
        title: "2024年度对照检查材料".into(),
    };
    let section = draft.section_of(Role::FollowUp).unwrap().id;
    let mut promise = draft.follow_ups[0].clone();
    promise.origin = Some(ItemId(7));
    promise.id = draft.fresh_id();
    let slot = Slot {
        list: List::FollowUps,
        index: 1,
    };
    let item = Item::FollowUp(promise);
    vec![
        draft.choice(Attr::Earlier(Some(earlier))).unwrap(),
        draft
            .choice(Attr::Status(draft.follow_ups[0].id, Status::Unfinished))
            .unwrap(),
        draft
            .choice(Attr::NotWritten(Part::Count(section), Some(String::new())))
            .unwrap(),
        Change {
            cause: ChangeCause::Structure,
            edits: vec![Edit::Insert { slot, item }],
        },
    ]
}

/// The first line of every journal file.
fn headers(path: &Path) -> Vec<String> {
    let all = journals(path).into_iter();
    all.map(|it| {
        let text = fs::read_to_string(it).unwrap();
        text.lines().next().unwrap().split_at(9).1.to_owned()
    })
    .collect()
}

#[test]
fn what_only_the_second_format_holds_is_written_in_it_and_nothing_else() {
    for n in 0..4 {
        let (_guard, home) = home();
        let path = home.folder(&home.create().unwrap());
        let (mut folder, mut session) = open(&path);
        let commit = |folder: &mut DraftFolder, session: &mut Session, change: Change| {
            let committed = session.commit(change).unwrap();
            folder.append(moment(10), &committed).unwrap();
            folder
                .snapshot(session.draft(), None, Summary::default(), moment(11))
                .unwrap();
        };
        let first = outline().into_change(session.draft(), ChangeCause::Import);
        commit(&mut folder, &mut session, first);
        let format = |path: &Path| {
            let text = fs::read_to_string(path.join("draft.json")).unwrap();
            text.split_once(",\"sum\"").unwrap().0.to_owned()
        };
        assert_eq!(format(&path), "{\"format\":1");
        let change = what_is_new(session.draft()).swap_remove(n);
        commit(&mut folder, &mut session, change);
        assert_eq!(format(&path), "{\"format\":2", "{n}");
        assert_eq!(
            headers(&path),
            ["{\"format\":1,\"base\":0}", "{\"format\":2,\"base\":1}"]
        );
        write(&mut folder, &mut session, "。").unwrap();
        drop(folder);
        // It goes on in the same file, and all of it can be taken back.
        let (mut folder, mut session) = open(&path);
        write(&mut folder, &mut session, "！").unwrap();
        assert_eq!(headers(&path).len(), 2);
        let expected = session.draft().clone();
        assert!(is_same(&recover(&path).unwrap().draft, &expected));
        fs::remove_file(path.join("draft.json")).unwrap();
        assert!(is_same(&recover(&path).unwrap().draft, &expected));
        while session.undo().is_some() {}
        assert!(session.draft().same_content(&Draft::default()));
    }
}

#[test]
fn a_draft_that_begins_in_the_second_format_has_one_journal() {
    let (_guard, home) = home();
    let mut outline = outline();
    outline.follow_ups[0].origin = Some(ItemId(7));
    let made = desk::create(&home, &me(), outline, ChangeCause::Template, moment(1)).unwrap();
    let path = home.folder(&made.0);
    assert_eq!(headers(&path), ["{\"format\":2,\"base\":0}"]);
    assert_eq!(
        files(&path)
            .iter()
            .filter(|it| it.ends_with("draft.json"))
            .count(),
        1
    );
    drop(made);
    let (_folder, session) = open(&path);
    assert_eq!(session.draft().follow_ups[0].origin, Some(ItemId(7)));
    assert!(session.can_undo());
}

#[test]
fn the_second_format_is_read_for_ever() {
    let (guard, _) = home();
    let path = copy(&fixture("v2"), &guard.path().join("v2"));
    let (_folder, session) = open(&path);
    let draft = session.draft();
    let earlier = draft.earlier.as_ref().unwrap();
    assert_eq!(
        (earlier.draft.as_str(), earlier.title.as_str()),
        ("k3m9x2ab", "2024年度对照检查材料")
    );
    assert_eq!(draft.follow_ups[0].status, Status::Unfinished);
    assert_eq!(draft.follow_ups[1].origin, Some(ItemId(7)));
    let section = draft.section_of(Role::FollowUp).unwrap().id;
    assert_eq!(draft.reason_not_written(Part::Count(section)), Some(""));
}

/// Writes what is new, for the fixture: see the page of this file.
fn a_report_that_follows(path: &Path) {
    let (mut folder, mut session) = open(path);
    let mut changes = vec![outline().into_change(session.draft(), ChangeCause::Import)];
    let mut draft = Session::new(Draft::default());
    let _committed = draft.commit(changes[0].clone()).unwrap();
    changes.extend(what_is_new(draft.draft()));
    for change in changes {
        let committed = session.commit(change).unwrap();
        folder.append(moment(10), &committed).unwrap();
    }
    folder
        .snapshot(session.draft(), None, Summary::default(), moment(12))
        .unwrap();
}

#[test]
fn what_is_written_today_of_what_is_new_is_the_second_format() {
    let (_guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    a_report_that_follows(&path);
    let written = copy(&path, &home.root().join("written"));
    for (file, expected) in files(&written).iter().zip(files(&fixture("v2"))) {
        let read = |it: &Path| fs::read_to_string(it).unwrap();
        assert_eq!(read(file), read(&expected), "{}", file.display());
    }
}

/// The choices not to be told what a rule finds: about an item, and about the report.
fn silences(draft: &Draft) -> [Change; 2] {
    let problem = draft.problems().next().unwrap().id;
    let silence = |rule: &str, item, reason: &str| {
        let attr = Attr::Silence(rule.to_owned(), item, Some(reason.to_owned()));
        draft.choice(attr).unwrap()
    };
    [
        silence("no-first-person", Some(problem), "写的是分管工作"),
        silence("length", None, ""),
    ]
}

/// Writes a report that is imported, changed and brought into a snapshot, for the fixture: see the page of this file.
fn a_changed_report(path: &Path, changes: impl Fn(&Draft) -> Vec<Change>) -> Draft {
    let (mut folder, mut session) = open(path);
    let imported = outline().into_change(session.draft(), ChangeCause::Import);
    let committed = session.commit(imported).unwrap();
    folder.append(moment(10), &committed).unwrap();
    for change in changes(session.draft()) {
        let committed = session.commit(change).unwrap();
        folder.append(moment(10), &committed).unwrap();
    }
    folder
        .snapshot(session.draft(), None, Summary::default(), moment(12))
        .unwrap();
    session.draft().clone()
}

/// What is written by `write` has these formats in turn, is what the fixture holds byte for byte, and the fixture is
/// read for ever: whole, from its journals alone, and back to nothing by undo. `look` looks at what was read.
#[track_caller]
fn check_is_read_for_ever(
    name: &str,
    write: impl Fn(&Path) -> Draft,
    expected: [&str; 2],
    look: impl Fn(&Draft),
) {
    let (guard, home) = home();
    let path = home.folder(&home.create().unwrap());
    let draft = write(&path);
    assert_eq!(headers(&path), expected);
    let written = copy(&path, &home.root().join("written"));
    for (file, expected) in files(&written).iter().zip(files(&fixture(name))) {
        let read = |it: &Path| fs::read_to_string(it).unwrap();
        assert_eq!(read(file), read(&expected), "{}", file.display());
    }
    let kept = copy(&fixture(name), &guard.path().join("kept"));
    for snapshot in [true, false] {
        if !snapshot {
            fs::remove_file(kept.join("draft.json")).unwrap();
        }
        let recovered = recover(&kept).unwrap().draft;
        assert!(is_same(&recovered, &draft));
        look(&recovered);
    }
    let (_folder, mut session) = open(&kept);
    while session.undo().is_some() {}
    assert!(session.draft().same_content(&Draft::default()));
}

#[test]
fn silences_are_the_second_format_and_are_read_for_ever() {
    let formats = ["{\"format\":1,\"base\":0}", "{\"format\":2,\"base\":1}"];
    let write = |path: &Path| a_changed_report(path, |it| silences(it).into());
    check_is_read_for_ever("v2-silences", write, formats, |it| {
        let told: Vec<_> = (it.silences.iter())
            .map(|it| (it.rule.as_str(), it.reason.as_str()))
            .collect();
        assert_eq!(
            told,
            [("length", ""), ("no-first-person", "写的是分管工作")]
        );
    });
}

/// An answer that closes a part, and the part left out with it.
fn answer(draft: &Draft) -> Change {
    let dimension = Part::Item(draft.dimensions[0].id);
    let edits = [
        Attr::Branch("to-explain".to_owned(), Some(false)),
        Attr::NotWritten(dimension, Some("没有需要说明的事项".to_owned())),
    ]
    .map(|it| Edit::set(draft, it).unwrap());
    Change {
        cause: ChangeCause::Structure,
        edits: edits.into(),
    }
}

#[test]
fn answers_are_the_third_format_and_are_read_for_ever() {
    let formats = ["{\"format\":1,\"base\":0}", "{\"format\":3,\"base\":1}"];
    let write = |path: &Path| a_changed_report(path, |it| vec![answer(it)]);
    check_is_read_for_ever("v3", write, formats, |it| {
        assert_eq!(it.branch("to-explain"), Some(false));
    });
}

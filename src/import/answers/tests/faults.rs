//! Answer files with something wrong in them: each fault, its place, its words.

use crate::import::answers::error::{Fault, Kind};
use crate::import::answers::json::Syntax;
use crate::import::answers::{keys, read};
use crate::locale::Lang;
use crate::template;
use crate::typeset::{Ambiguous, text_width};

use super::outline_of;

/// Compares the only fault of a file, whose place is marked in it by `▏`.
#[track_caller]
fn check(marked: &str, path: &str, expected: &Fault) {
    let (before, _) = marked.split_once('▏').expect("the place is marked");
    let place = (
        before.lines().count().max(1),
        before.lines().last().unwrap_or_default().chars().count() + 1,
    );
    let place = if before.ends_with('\n') {
        (place.0 + 1, 1)
    } else {
        place
    };
    let errors =
        read(marked.replace('▏', "").as_bytes()).expect_err("there is something wrong with it");
    assert_eq!(errors.len(), 1, "{errors:?}");
    let error = &errors[0];
    assert_eq!((error.line, error.column), place, "{marked}");
    assert_eq!(
        (error.path.as_str(), &error.fault),
        (path, expected),
        "{marked}"
    );
}

#[test]
fn an_unknown_name_is_refused_with_the_nearest() {
    let near = |nearest, known| Fault::UnknownKey {
        nearest: Some(nearest),
        known,
    };
    check(
        "{\n  ▏\"titel\": \"甲\"}",
        "titel",
        &near("title", keys::FILE),
    );
    check(
        "{\"dimensions\": [{\n▏\"problem\": []}]}",
        "dimensions[1].problem",
        &near("problems", keys::DIMENSION),
    );
    check(
        "{▏\"标题\": \"甲\"}",
        "标题",
        &Fault::UnknownKey {
            nearest: None,
            known: keys::FILE,
        },
    );
    check(
        "{\"measures\": [{▏\"evidense\": \"\"}]}",
        "measures[1].evidense",
        &near("evidence", keys::MEASURE),
    );
    let word = |nearest, known: &[&'static str]| Fault::UnknownWord {
        nearest,
        known: known.to_vec(),
    };
    let statuses = [
        "open",
        "underway",
        "ongoing",
        "done",
        "closed",
        "unfinished",
    ];
    check(
        "{\"measures\": [{▏\"status\": \"Done\"}]}",
        "measures[1].status",
        &word(Some("done"), &statuses),
    );
    check(
        "{\"measures\": [{▏\"status\": \"完成\"}]}",
        "measures[1].status",
        &word(None, &statuses),
    );
    let ids: Vec<&'static str> = template::TEMPLATES.iter().map(|it| it.id).collect();
    check(
        "{▏\"template\": \"mzsh2025\"}",
        "template",
        &word(Some("mzsh-2025"), &ids),
    );
}

#[test]
fn links_lead_somewhere() {
    let check = |links: &str, at: usize, expected: &Fault| {
        let causes = "[{\"key\": \"cause_one\"}, {}]";
        let problem = format!("{{\"causes\": {links}}}");
        let file =
            format!("{{\"causes\": {causes}, \"dimensions\": [{{\"problems\": [{problem}]}}]}}");
        check(
            &file,
            &format!("dimensions[1].problems[1].causes[{at}]"),
            expected,
        );
    };
    let unknown = |nearest: Option<&str>| Fault::UnknownLink {
        nearest: nearest.map(str::to_owned),
        among: "causes",
    };
    check("[▏\"c3\"]", 1, &unknown(None));
    check("[▏\"causeone\"]", 1, &unknown(Some("cause_one")));
    check("[\"cause_one\", ▏\"cause_one\"]", 2, &Fault::LinkTwice);
    // A key is known wherever in the file it stands.
    let outline = outline_of(
        "{\"dimensions\": [{\"problems\": [{\"measures\": [\"m\"]}]}], \"measures\": [{\"key\": \"m\"}]}",
    );
    assert_eq!(outline.dimensions[0].problems[0].measures, [0]);
}

#[test]
fn what_contradicts_itself_is_refused() {
    check(
        "{\"title\": \"甲\",\n▏\"title\": \"乙\"}",
        "title",
        &Fault::DoubledKey { first: 1 },
    );
    check(
        "{\"causes\": [{\"key\": \"c1\"},\n{▏\"key\": \"c1\"}]}",
        "causes[2].key",
        &Fault::KeyTaken { first: 1 },
    );
    check(
        "{\"causes\": [{▏\"key\": \"\"}]}",
        "causes[1].key",
        &Fault::EmptyKey,
    );
    let wrong = |wanted, found| Fault::WrongKind { wanted, found };
    check("▏[]", "", &wrong(Kind::Object, Kind::List));
    check(
        "{\"title\": ▏2025}",
        "title",
        &wrong(Kind::Text, Kind::Number),
    );
    check(
        "{\"opening\": ▏null}",
        "opening",
        &wrong(Kind::Text, Kind::Null),
    );
    check(
        "{\"bylines\": ▏\"甲\"}",
        "bylines",
        &wrong(Kind::List, Kind::Text),
    );
    check(
        "{\"causes\": [▏\"甲\"]}",
        "causes[1]",
        &wrong(Kind::Object, Kind::Text),
    );
    check("{▏\"title\": \"甲\\n乙\"}", "title", &Fault::NotOneLine);
    check(
        "{\"causes\": [{▏\"detail\": \"甲\", \"body\": []}]}",
        "causes[1].detail",
        &Fault::BesideBody,
    );
    check(
        "{\"causes\": [{\"body\": [▏{}]}]}",
        "causes[1].body[1]",
        &Fault::NotOnePassage,
    );
    let statement = "{\"dimensions\": [{\"statement\": \"\", ▏\"lead_in\": \"甲\"}]}";
    check(statement, "dimensions[1].lead_in", &Fault::BesideStatement);
    check(
        "{\"sections\": [], ▏\"opening\": \"甲\"}",
        "opening",
        &Fault::BesideSections,
    );
    check(
        "{\"follow_up\": {▏\"text\": \"甲\"}, \"sections\": []}",
        "follow_up.text",
        &Fault::BesideSections,
    );
    check(
        "{▏\"headings\": {}, \"sections\": []}",
        "headings",
        &Fault::BesideSections,
    );
    check("{\"sections\": [▏{}]}", "sections[1]", &Fault::NoRole);
    let twice = "{\"sections\": [{\"role\": \"case\"}, ▏{\"role\": \"case\"}]}";
    check(twice, "sections[2]", &Fault::SectionTwice);
    check(
        "{\n▏“title”: \"甲\"}",
        "",
        &Fault::Syntax(Syntax::ChineseSign),
    );
}

#[test]
fn all_faults_are_told_in_order_up_to_many() {
    let errors = read(b"{\"b\": 1, \"title\": 2, \"a\": 3}").unwrap_err();
    let columns: Vec<usize> = errors.iter().map(|it| it.column).collect();
    assert_eq!(columns, [2, 19, 22]);
    let bad = "{\"title\": 1},".repeat(1000);
    let errors =
        read(format!("{{\"causes\": [{}]}}", bad.trim_end_matches(',')).as_bytes()).unwrap_err();
    assert_eq!(errors.len(), 21);
    assert_eq!(errors.last().map(|it| &it.fault), Some(&Fault::More));
}

#[test]
fn bytes_that_are_no_utf8_are_told_with_their_place() {
    let errors = read(b"{\n\"title\": \"\xbc\xd7\"}").unwrap_err();
    assert_eq!(
        (errors[0].line, errors[0].column, &errors[0].fault),
        (2, 11, &Fault::NotUtf8)
    );
    assert_eq!(
        errors[0].say(Lang::Zh),
        "第2行第11列：从这里起不是UTF-8编码，请把文件另存为UTF-8再试"
    );
}

#[test]
fn every_fault_is_said_in_both_languages_without_doubtful_widths() {
    let syntax = [
        Syntax::Nothing,
        Syntax::ChineseSign,
        Syntax::NoValue,
        Syntax::NoKey,
        Syntax::NoColon,
        Syntax::NoComma,
        Syntax::CommaTooMany,
        Syntax::OpenText,
        Syntax::OpenBracket,
        Syntax::LineBreak,
        Syntax::ControlSign,
        Syntax::BadEscape,
        Syntax::Trailing,
        Syntax::TooDeep,
    ];
    let kinds = [
        Kind::Text,
        Kind::List,
        Kind::Object,
        Kind::Number,
        Kind::Choice,
        Kind::Null,
    ];
    let among = "causes";
    let mut faults = vec![
        Fault::NotUtf8,
        Fault::UnknownKey {
            nearest: None,
            known: keys::FILE,
        },
        Fault::UnknownKey {
            nearest: Some("title"),
            known: keys::FILE,
        },
        Fault::DoubledKey { first: 1 },
        Fault::NotOneLine,
        Fault::UnknownWord {
            nearest: None,
            known: vec!["open"],
        },
        Fault::UnknownWord {
            nearest: Some("open"),
            known: vec!["open"],
        },
        Fault::UnknownLink {
            nearest: None,
            among,
        },
        Fault::UnknownLink {
            nearest: Some("c1".into()),
            among,
        },
        Fault::LinkTwice,
        Fault::EmptyKey,
        Fault::KeyTaken { first: 1 },
        Fault::SectionTwice,
        Fault::NoRole,
        Fault::BesideSections,
        Fault::BesideBody,
        Fault::BesideStatement,
        Fault::NotOnePassage,
        Fault::More,
    ];
    faults.extend(syntax.map(Fault::Syntax));
    faults.extend(kinds.map(|it| Fault::WrongKind {
        wanted: it,
        found: it,
    }));
    for fault in faults {
        let (zh, en) = (fault.say(Lang::Zh), fault.say(Lang::En));
        assert!(en.is_ascii(), "{en}");
        assert!(
            zh.chars().any(|it| ('\u{4e00}'..='\u{9fff}').contains(&it)),
            "{zh}"
        );
        assert_eq!(
            text_width(&zh, Ambiguous::Narrow),
            text_width(&zh, Ambiguous::Wide),
            "{zh}"
        );
    }
}

//! Answer files read and written back.

mod faults;
mod json;
mod samples;

use proptest::prelude::*;

use super::{Answers, keys, read, to_answers};
use crate::draft::{DimensionKind, Outline, PassageKind, Role, Status};
use crate::locale::Lang;
use crate::template::{self, Template};

const EXAMPLE: &str = include_str!("../../../../docs/answers.example.json");
const SCHEMA: &str = include_str!("../../../../docs/answers.schema.json");
const SEED: &str = include_str!("../../../../tests/fixtures/seed.answers.json");

/// Returns the empty report of a template.
fn empty(template: &Template) -> Outline {
    crate::wizard::outline_of(template, 2025, Vec::new())
}

/// Reads a file into the empty report of its template.
fn outline_of(file: &str) -> Outline {
    let answers = read(file.as_bytes()).unwrap_or_else(|it| panic!("{it:?}"));
    let template = answers.template.unwrap_or(template::built_in()[0]);
    answers.fill(empty(template)).0
}

#[test]
fn the_example_comes_in_whole() {
    let outline = outline_of(EXAMPLE);
    assert_eq!(outline.template, "mzsh-2025");
    let counts: Vec<usize> = outline
        .dimensions
        .iter()
        .map(|it| it.problems.len())
        .collect();
    assert_eq!(counts, [2, 1, 1, 1, 0, 0]);
    let titles: Vec<&str> = outline
        .sections
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(titles.last(), Some(&""));
    assert!(titles.contains(&"努力方向和整改措施"), "{titles:?}");
    assert!(
        titles.contains(&"产生问题的原因分析"),
        "the template's: {titles:?}"
    );
    let problem = &outline.dimensions[2].problems[0];
    assert_eq!((&problem.causes, &problem.measures), (&vec![1], &vec![1]));
    let kinds: Vec<PassageKind> = problem.body.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(
        kinds,
        [
            PassageKind::Detail,
            PassageKind::Example,
            PassageKind::Example
        ]
    );
    assert_eq!(outline.dimensions[5].kind, DimensionKind::Statement);
    assert!(
        outline.dimensions[4]
            .not_written
            .as_ref()
            .is_some_and(|it| it.starts_with("本人2025年"))
    );
    assert_eq!(outline.follow_ups[1].status, Status::Ongoing);
}

#[test]
fn what_is_not_said_is_the_templates() {
    let outline = outline_of("{}");
    assert_eq!(outline, empty(template::find("mzsh-2025").unwrap()));
    let outline = outline_of("\u{feff}{\"bylines\": [\"甲\"], \"title\": \"\"}");
    assert_eq!((outline.title.as_str(), outline.bylines.len()), ("", 1));
    assert_eq!(outline.dimensions.len(), 6);
}

#[test]
fn a_section_the_template_lacks_is_added_and_told_of() {
    let file = "{\"template\": \"self-review-en\",\n\"case\": \"One day in May\"}";
    let answers = read(file.as_bytes()).unwrap();
    let (outline, remarks) = answers.fill(empty(template::find("self-review-en").unwrap()));
    let roles: Vec<Role> = outline.sections.iter().map(|it| it.role).collect();
    let at = roles.iter().position(|it| *it == Role::Case).unwrap();
    assert_eq!(
        (roles[at - 1], roles[at + 1]),
        (Role::Dimensions, Role::Causes)
    );
    assert_eq!(outline.sections[at].text, "One day in May");
    let said: Vec<String> = remarks.iter().map(|it| it.notice.say(Lang::En)).collect();
    assert_eq!(remarks[0].line, 2);
    assert_eq!(
        said,
        ["the template has no such section; it was added: A Case in Point"]
    );
}

#[test]
fn control_characters_are_left_out_and_told_of() {
    let file = "{\n\"opening\": \"甲\\u001b[31m乙\\r\\n丙\\t丁\\u009b\"}";
    let (outline, remarks) = read(file.as_bytes())
        .unwrap()
        .fill(empty(template::built_in()[0]));
    assert_eq!(outline.sections[0].text, "甲[31m乙\n丙\t丁");
    assert_eq!(remarks.len(), 1);
    assert_eq!(remarks[0].line, 2);
    assert_eq!(
        remarks[0].notice.say(Lang::Zh),
        "opening 里有2个看不见的控制字符，已略去"
    );
}

#[test]
fn a_large_file_is_read_quickly() {
    let problem = format!(
        "{{\"headline\": \"问题\", \"detail\": \"{}\", \"causes\": [\"c\"]}},",
        "表现".repeat(40)
    );
    let problems = problem.repeat(4000);
    let file = format!(
        "{{\"causes\": [{{\"key\": \"c\"}}], \"dimensions\": [{{\"problems\": [{}]}}]}}",
        problems.trim_end_matches(',')
    );
    assert!(file.len() > 1_000_000);
    assert_eq!(outline_of(&file).dimensions[0].problems.len(), 4000);
}

/// The names of the properties of an object schema, sorted.
fn properties(schema: &serde_json::Value) -> Vec<String> {
    let properties = schema["properties"].as_object().expect("an object schema");
    properties.keys().cloned().collect()
}

#[test]
fn the_schema_has_the_names_that_are_read() {
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
    let definition = |name: &str| &schema["$defs"][name];
    for (schema, known) in [
        (&schema, keys::FILE),
        (&schema["properties"]["headings"], keys::HEADINGS),
        (&schema["properties"]["follow_up"], keys::FOLLOW_UP),
        (definition("section"), keys::SECTION),
        (definition("follow_up_item"), keys::FOLLOW_UP_ITEM),
        (definition("dimension"), keys::DIMENSION),
        (definition("problem"), keys::PROBLEM),
        (definition("cause"), keys::CAUSE),
        (definition("measure"), keys::MEASURE),
        (definition("passage"), keys::PASSAGE),
        (definition("set_aside_text"), keys::SET_ASIDE),
    ] {
        let mut known: Vec<&str> = known.to_vec();
        known.sort_unstable();
        assert_eq!(properties(schema), known);
    }
    let words = |words: &serde_json::Value| -> Vec<String> {
        words
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_str().unwrap().to_owned())
            .collect()
    };
    let statuses: Vec<&str> = keys::STATUSES.iter().map(|(it, _)| *it).collect();
    assert_eq!(words(&definition("status")["enum"]), statuses);
    let roles: Vec<&str> = keys::ROLES.iter().map(|(it, _)| *it).collect();
    assert_eq!(
        words(&definition("section")["properties"]["role"]["enum"]),
        roles
    );
}

#[test]
fn the_words_of_the_file_are_those_of_the_snapshot() {
    for (word, role) in keys::ROLES {
        assert_eq!(serde_json::to_value(role).unwrap(), *word);
    }
    for (word, status) in keys::STATUSES {
        assert_eq!(serde_json::to_value(status).unwrap(), *word);
    }
}

#[test]
fn a_report_as_most_are_is_written_in_the_simple_form() {
    for file in [EXAMPLE, SEED] {
        let outline = outline_of(file);
        let written = to_answers(&outline);
        assert!(!written.contains("\"sections\""), "{written}");
        assert!(written.contains("\"opening\""), "{written}");
        assert_eq!(outline_of(&written), outline);
    }
}

#[test]
fn words_without_a_place_in_the_file_are_set_aside() {
    let mut outline = outline_of(EXAMPLE);
    outline.dimensions[5].lead_in = "引语".to_owned();
    outline.dimensions[0].statement = "说明".to_owned();
    let back = outline_of(&to_answers(&outline));
    let kept: Vec<&str> = back
        .set_aside
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(kept, ["说明", "引语"]);
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(outline in samples::outline()) {
        let file = to_answers(&outline);
        let answers = read(file.as_bytes());
        prop_assert!(answers.is_ok(), "{answers:?}\n{file}");
        let template = template::find(&outline.template).expect("built in");
        let (back, remarks) = answers.unwrap_or_default().fill(empty(template));
        prop_assert_eq!(back, outline);
        prop_assert!(remarks.is_empty());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _outcome = read(&bytes).map(|it| it.fill(Outline::default()));
    }

    #[test]
    fn no_slip_makes_it_panic(at in 0..EXAMPLE.len(), sign in prop::sample::select(vec!["", "\"", "{", "]", ",", "“", "1"])) {
        let at = (0..=at).rev().find(|it| EXAMPLE.is_char_boundary(*it)).unwrap_or_default();
        let (before, after) = EXAMPLE.split_at(at);
        let mut rest = after.chars();
        rest.next();
        for error in read(format!("{before}{sign}{}", rest.as_str()).as_bytes()).err().unwrap_or_default() {
            prop_assert!(error.line <= EXAMPLE.lines().count() && error.column >= 1);
            prop_assert!(!error.say(Lang::Zh).is_empty());
        }
    }
}

#[test]
fn nothing_said_is_an_answer_too() {
    assert_eq!(read(b"{}"), Ok(Answers::default()));
}

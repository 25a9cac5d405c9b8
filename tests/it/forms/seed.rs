//! The seed, imported: the structure that was counted by hand, and the very draft of the answer file.

use pouxi::draft::{DimensionKind, PassageKind};
use pouxi::import::form::Account;
use serde_json::Value;

use super::{check_nothing_lost, lines, read};
use crate::reports;

const SEED: &str = include_str!("../../fixtures/seed.txt");
const TRUTH: &str = include_str!("../../fixtures/import/seed.truth.json");

#[test]
fn the_seed_has_the_structure_counted_by_hand() {
    let truth: Value = serde_json::from_str(TRUTH).unwrap();
    let lines = lines(SEED);
    let imported = read(&lines);
    let outline = &imported.outline;
    let at = |line: &Value| {
        let number = usize::try_from(line.as_u64().unwrap()).unwrap();
        lines[number - 1].text.as_str()
    };
    let all = |key: &str| truth[key].as_array().unwrap();
    // Whether the line is an ordinal and these words, and nothing else.
    let holds = |line: &Value, words: &str| {
        let rest = at(line)
            .strip_suffix(words)
            .unwrap_or_else(|| panic!("{words}: {}", at(line)));
        assert!(rest.chars().count() <= 3, "{rest} before {words}");
    };
    holds(&truth["title_line"], &outline.title);
    holds(&truth["opening_line"], &outline.sections[0].text);
    for (line, section) in all("h1").iter().zip(&outline.sections[1..]) {
        holds(line, &section.title);
    }
    assert_eq!(outline.sections.len(), all("h1").len() + 1);

    assert_eq!(outline.dimensions.len(), all("dims").len());
    for (truth_of, dimension) in all("dims").iter().zip(&outline.dimensions) {
        holds(&truth_of["line"], &dimension.title);
        let problems = truth_of["problems"].as_array().unwrap();
        assert_eq!(dimension.problems.len(), problems.len());
        let is_empty = truth_of["empty"] == Value::Bool(true);
        assert_eq!(dimension.kind == DimensionKind::Statement, is_empty);
        for (line, problem) in problems.iter().zip(&dimension.problems) {
            let body: String = problem.body.iter().map(|it| it.1.as_str()).collect();
            holds(line, &format!("{}{body}", problem.headline));
            assert_eq!(
                problem.headline.is_empty(),
                all("unenumerated_problem").contains(line)
            );
            let n_examples = problem
                .body
                .iter()
                .filter(|it| it.0 == PassageKind::Example)
                .count();
            assert_eq!(truth["examples"][line.to_string()], n_examples);
        }
    }
    let lead_ins: Vec<&str> = (outline.dimensions.iter())
        .map(|it| it.lead_in.as_str())
        .filter(|it| !it.is_empty())
        .collect();
    let wanted: Vec<&str> = all("leadin").iter().map(at).collect();
    assert_eq!(lead_ins, wanted);

    let words = |headline: &str, body: &[(PassageKind, String)]| {
        headline.to_owned() + &body.iter().map(|it| it.1.as_str()).collect::<String>()
    };
    let causes: Vec<String> = outline
        .causes
        .iter()
        .map(|it| words(&it.headline, &it.body))
        .collect();
    let measures: Vec<String> = outline
        .measures
        .iter()
        .map(|it| words(&it.headline, &it.body))
        .collect();
    for (key, items) in [("causes", &causes), ("measures", &measures)] {
        assert_eq!(all(key).len(), items.len());
        for (line, words) in all(key).iter().zip(items) {
            holds(line, words);
        }
    }
    let chars = usize::try_from(truth["chars_nonws"].as_u64().unwrap()).unwrap();
    let whole = Account {
        source: chars,
        placed: chars,
        unplaced: 0,
    };
    assert_eq!(imported.account, whole);
    check_nothing_lost(&lines, &imported).unwrap();
}

#[test]
fn the_seed_is_the_draft_of_the_answer_file() {
    let imported = read(&lines(SEED));
    let mut wanted = reports::seed();
    "mzsh-2020".clone_into(&mut wanted.template);
    assert_eq!(imported.outline, wanted);
}

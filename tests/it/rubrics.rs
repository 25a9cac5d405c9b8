//! Rubrics: points are within bounds, another finding never gives more, and what is wrong in a file is told by its place.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use pouxi::check::RULES;
use pouxi::check::rubric::{
    Bounds, CRITERION_KEYS, Counted, Criterion, DEDUCTION_KEYS, Deduction, Facts, Measure, Points,
    RUBRIC_KEYS, Rubric, Takes, parse, score,
};
use pouxi::draft::Role;
use pouxi::locale::Lang;

const PAGE: &str = include_str!("../../docs/rubrics.md");
const EXAMPLE: &str = include_str!("../../docs/rubrics/example.toml");

const ROLES: [Role; 5] = [
    Role::Opening,
    Role::FollowUp,
    Role::Dimensions,
    Role::Causes,
    Role::Measures,
];

fn rule() -> impl Strategy<Value = &'static str> {
    (0..RULES.len()).prop_map(|it| RULES[it].name)
}

fn role() -> impl Strategy<Value = Role> {
    (0..ROLES.len()).prop_map(|it| ROLES[it])
}

fn counted() -> impl Strategy<Value = Counted> {
    (0..Counted::ALL.len()).prop_map(|it| Counted::ALL[it].1)
}

fn bounds() -> impl Strategy<Value = Bounds> {
    (
        proptest::option::of(0_u32..120),
        proptest::option::of(0_u32..120),
    )
        .prop_map(|(least, most)| Bounds { least, most })
}

fn deduction() -> impl Strategy<Value = Deduction> {
    let takes = prop_oneof![
        (1_u32..9, proptest::option::of(1_u32..20))
            .prop_map(|(each, at_most)| Takes::Each { each, at_most }),
        (1_u32..20, counted()).prop_map(|(at_most, per)| Takes::Part { at_most, per }),
    ];
    let roles = || proptest::collection::vec(role(), 1..4);
    let findings = (
        proptest::collection::vec(rule(), 1..6),
        proptest::collection::vec(role(), 0..3),
        takes,
    )
        .prop_map(|(rules, within, takes)| Deduction {
            measure: Measure::Findings { rules, within },
            takes,
        });
    prop_oneof![
        4 => findings,
        1 => (roles(), 1_u32..9).prop_map(|(roles, each)| Deduction {
            measure: Measure::Missing(roles),
            takes: Takes::Each { each, at_most: None },
        }),
        1 => (roles(), bounds(), 1_u32..9).prop_map(|(roles, bounds, off)| Deduction {
            measure: Measure::Share(roles, bounds),
            takes: Takes::Off(off),
        }),
        1 => (counted(), bounds(), 1_u32..9).prop_map(|(what, bounds, off)| Deduction {
            measure: Measure::Count(what, bounds),
            takes: Takes::Off(off),
        }),
    ]
}

fn rubric() -> impl Strategy<Value = Rubric> {
    let criterion = (
        1_u32..40,
        0_u32..40,
        proptest::collection::vec(deduction(), 1..5),
    );
    let criteria = proptest::collection::vec(criterion, 1..6);
    (criteria, proptest::collection::vec(rule(), 0..3)).prop_map(|(criteria, hard)| Rubric {
        name: "表".to_owned(),
        source: String::new(),
        confirmed: false,
        note: String::new(),
        hard,
        criteria: criteria
            .into_iter()
            .enumerate()
            .map(|(n, (weight, person, deductions))| Criterion {
                name: n.to_string(),
                look: String::new(),
                weight,
                person: person.min(weight),
                deductions: if person >= weight {
                    Vec::new()
                } else {
                    deductions
                },
            })
            .collect(),
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    let findings = proptest::collection::vec((rule(), proptest::option::of(role())), 0..40);
    let counts = proptest::collection::vec(0_usize..12, Counted::ALL.len());
    let characters = proptest::collection::vec(0_usize..4000, ROLES.len());
    (findings, counts, characters).prop_map(|(findings, counts, characters)| Facts {
        findings,
        unasked: BTreeSet::new(),
        with_words: (ROLES.iter().zip(&characters))
            .filter(|it| *it.1 > 0)
            .map(|it| *it.0)
            .collect(),
        counts: (Counted::ALL.iter().zip(counts))
            .map(|((_, what), n)| {
                let all = characters.iter().sum();
                (*what, if *what == Counted::Characters { all } else { n })
            })
            .collect(),
        characters: ROLES
            .into_iter()
            .zip(characters)
            .collect::<BTreeMap<_, _>>(),
    })
}

proptest! {
    #[test]
    fn points_are_within_bounds(rubric in rubric(), facts in facts()) {
        let score = score(&rubric, &facts);
        prop_assert_eq!(score.criteria.len(), rubric.criteria.len());
        for (criterion, given) in rubric.criteria.iter().zip(&score.criteria) {
            prop_assert!(given.points <= given.of);
            prop_assert_eq!(given.person, Points::whole(criterion.person));
            prop_assert_eq!(given.of, Points::whole(criterion.weight - criterion.person));
            // What a person gives is never given by the program.
            prop_assert!(criterion.person < criterion.weight || given.points == Points::default());
            prop_assert_eq!(given.points == given.of, given.taken.is_empty());
        }
        prop_assert!(score.points() <= score.of());
        let all: u32 = rubric.criteria.iter().map(|it| it.weight).sum();
        prop_assert_eq!([score.of(), score.person()].into_iter().sum::<Points>(), Points::whole(all));
    }

    #[test]
    fn another_finding_never_gives_more(
        rubric in rubric(),
        facts in facts(),
        rule in rule(),
        role in proptest::option::of(role()),
    ) {
        let before = score(&rubric, &facts);
        let mut more = facts;
        more.findings.push((rule, role));
        let after = score(&rubric, &more);
        for (before, after) in before.criteria.iter().zip(&after.criteria) {
            prop_assert!(after.points <= before.points);
        }
        prop_assert!(after.hard.len() >= before.hard.len());
    }
}

#[test]
fn a_part_is_a_part_and_a_share_a_share() {
    let text = r#"
name = "表"
[[criteria]]
name = "事例"
weight = 20
[[criteria.deductions]]
rules = ["problem-without-example"]
at_most = 10
per = "problems"
[[criteria.deductions]]
share = ["causes"]
least = 20
most = 40
off = 3
"#;
    let rubric = parse(text).expect("it is a rubric");
    let check = |n_found: usize, n_problems: usize, causes: usize, expected: &str| {
        let facts = Facts {
            findings: vec![("problem-without-example", Some(Role::Dimensions)); n_found],
            characters: BTreeMap::from([(Role::Causes, causes)]),
            counts: BTreeMap::from([(Counted::Problems, n_problems), (Counted::Characters, 1000)]),
            ..Facts::default()
        };
        let score = score(&rubric, &facts);
        assert_eq!(
            score.points().to_string(),
            expected,
            "{n_found} {n_problems} {causes}"
        );
    };
    check(0, 10, 300, "20");
    check(4, 10, 300, "16");
    // A third is rounded up to a tenth: 3.4 off.
    check(1, 3, 300, "16.6");
    check(9, 3, 300, "10");
    check(0, 10, 199, "17");
    check(0, 10, 200, "20");
    check(0, 10, 409, "20");
    check(0, 10, 410, "17");
    check(10, 10, 0, "7");
}

#[test]
fn the_example_has_the_weights_it_says_and_is_unconfirmed() {
    let rubric = parse(EXAMPLE).expect("the example is a rubric");
    assert!(!rubric.confirmed);
    assert!(!rubric.source.is_empty());
    let weights: Vec<u32> = rubric.criteria.iter().map(|it| it.weight).collect();
    // domain: 结构 10, 查摆 30, 原因 15, 措施 15, 篇幅 10, 报告事项 5, 上年度 10, 文字 5.
    assert_eq!(weights, [10, 30, 15, 15, 10, 5, 10, 5]);
    assert_eq!(weights.iter().sum::<u32>(), 100);
}

#[test]
fn every_name_is_on_the_page_and_its_example_is_read() {
    let (_, rest) = PAGE.split_once("```toml\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("it ends");
    let rubric = parse(example).expect("the example of the page is a rubric");
    assert!(rubric.confirmed);
    assert_eq!(rubric.criteria.len(), 3);
    let counted: Vec<&str> = Counted::ALL.iter().map(|it| it.0).collect();
    for name in [RUBRIC_KEYS, CRITERION_KEYS, DEDUCTION_KEYS, &counted].concat() {
        assert!(
            PAGE.contains(&format!("`{name}`")),
            "{name} is not on the page"
        );
    }
}

/// Checks everything that is wrong with a rubric: line, column, and words of what is said.
#[track_caller]
fn check_faults(text: &str, expected: &[(usize, usize, &str, &str)]) {
    let errors = parse(text).expect_err("there is something wrong in it");
    let said: Vec<(usize, usize, String, String)> = errors
        .iter()
        .map(|it| (it.line, it.column, it.say(Lang::Zh), it.say(Lang::En)))
        .collect();
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        assert_eq!((said.0, said.1), (expected.0, expected.1), "{said:?}");
        assert!(said.2.contains(expected.2), "{said:?}");
        assert!(said.3.contains(expected.3), "{said:?}");
    }
}

/// A rubric of one criterion with this deduction.
fn with(deduction: &str) -> String {
    format!(
        "name = \"表\"\n[[criteria]]\nname = \"一\"\nweight = 5\n[[criteria.deductions]]\n{deduction}\n"
    )
}

#[test]
fn what_is_wrong_is_told_by_its_place() {
    let rules = "rules = [\"placeholder\"]";
    check_faults(
        &with("rules = [\"place-holder\", \"zzzzzzzz\"]\neach = 1"),
        &[
            (6, 10, "大概是 placeholder", "meant to be placeholder"),
            (6, 26, "pouxi rules", "pouxi rules"),
        ],
    );
    check_faults(
        &with("missing = [\"measure\"]\neach = 1"),
        &[(6, 12, "大概是 measures", "meant to be measures")],
    );
    check_faults(
        &with("count = \"problem\"\nleast = 1\noff = 1"),
        &[(6, 9, "大概是 problems", "meant to be problems")],
    );
    check_faults(
        &with(&format!("{rules}\neech = 1")),
        &[
            (5, 1, "要写 each", "give each"),
            (7, 1, "大概是 each", "meant to be each"),
        ],
    );
    check_faults(
        &with(&format!("{rules}\nmissing = [\"case\"]\neach = 1")),
        &[(5, 1, "而且只写", "one only")],
    );
    check_faults(
        &with(&format!("{rules}\neach = 1\nleast = 2")),
        &[(8, 9, "不能和 rules 一起用", "does not go with rules")],
    );
    check_faults(
        &with("share = [\"causes\"]\noff = 1"),
        &[(5, 1, "least", "least")],
    );
    check_faults(
        &with("share = [\"causes\"]\nleast = 101\noff = 1"),
        &[(7, 9, "0到100", "0 to 100")],
    );
    check_faults(
        &with("count = \"problems\"\nleast = 9\nmost = 3\noff = 1"),
        &[(5, 1, "对调", "swap")],
    );
    check_faults(
        &with("rules = []\neach = 1"),
        &[(6, 9, "不能是空的", "must not be empty")],
    );
    check_faults(
        &with("rules = \"placeholder\"\neach = 1"),
        &[(6, 9, "方括号里的一列文字", "list of texts in brackets")],
    );
}

#[test]
fn criteria_are_looked_at_too() {
    check_faults(
        "",
        &[(1, 1, "没有写", "not there"), (1, 1, "没有写", "not there")],
    );
    check_faults(
        "name = \"表\"\n[[criteria]]\nname = \"一\"\nweight = 5\n",
        &[(2, 1, "怎么扣分", "nothing takes points off")],
    );
    check_faults(
        "name = \"表\"\n[[criteria]]\nname = \"一\"\nweight = 5\nperson = 6\n",
        &[(5, 10, "不能超过", "cannot give more")],
    );
    check_faults(
        &format!(
            "{}[[criteria]]\nname = \"一\"\nweight = 0\nperson = 0\n",
            with("missing = [\"case\"]\neach = 1")
        ),
        &[
            (9, 8, "第3行", "line 3"),
            (10, 10, "1到10000", "1 to 10000"),
        ],
    );
    check_faults(
        "name = \"表\"\n[[criteria]]\nname = \"一\"\nweight = 5\nperson = 5\n[[criteria.deductions]]\nmissing = [\"case\"]\neach = 1\n",
        &[(6, 1, "全部由人评", "a person gives all")],
    );
    check_faults("name = “表”\n", &[(1, 8, "英文输入法", "ASCII")]);
}

//! The page on the file format: its examples are read, and nothing is missing from it.

use crate::template::CHECKS;
use crate::template::Level;
use crate::template::Questions;
use crate::template::built_in;
use crate::template::check;
use crate::template::find;
use crate::template::packs::QUESTION_SETS;
use crate::template::parse::BRANCH_KEYS;
use crate::template::parse::DIMENSION_KEYS;
use crate::template::parse::LENGTH_KEYS;
use crate::template::parse::PROBE_KEYS;
use crate::template::parse::PROMPT_KEYS;
use crate::template::parse::SECTION_KEYS;
use crate::template::parse::TEMPLATE_KEYS;
use crate::template::roles::ROLES;

const PAGE: &str = include_str!("../../../docs/templates.md");

#[test]
fn the_example_is_read() {
    let examples: Vec<&str> = PAGE
        .split("```toml\n")
        .skip(1)
        .filter_map(|it| it.split_once("```"))
        .map(|(it, _)| it)
        .collect();
    assert!(!examples.is_empty());
    for example in examples {
        let template = check(example).expect("the example of the page is a template");
        let zh = find("mzsh-2025").expect("the id is built in");
        assert_eq!(template.id, "river-office-2026");
        assert_eq!(
            template.title_for(2026),
            "2026年度组织生活会个人对照检查材料"
        );
        assert_eq!(
            template.questions.headline, zh.questions.headline,
            "what is not overridden is asked as always"
        );
        assert_ne!(template.questions.example.ask, zh.questions.example.ask);
        assert_eq!(template.questions.example.guide, zh.questions.example.guide);
        assert_eq!(
            template.dimensions[1].short_title,
            template.dimensions[1].title
        );
    }
}

#[test]
fn every_name_is_on_the_page() {
    let keys = [
        TEMPLATE_KEYS,
        LENGTH_KEYS,
        BRANCH_KEYS,
        SECTION_KEYS,
        DIMENSION_KEYS,
        PROMPT_KEYS,
        PROBE_KEYS,
        Questions::NAMES,
        CHECKS,
        &["set"],
    ];
    let roles = ROLES.iter().map(|(name, _)| *name);
    let levels = Level::ALL.iter().map(|(name, _)| *name);
    let sets = QUESTION_SETS.iter().flat_map(|it| [it.name, it.language]);
    let ids = built_in().iter().map(|it| it.id.as_str());
    for name in keys
        .into_iter()
        .flatten()
        .copied()
        .chain(roles)
        .chain(levels)
        .chain(sets)
        .chain(ids)
    {
        assert!(
            PAGE.contains(&format!("`{name}`")),
            "{name} is not on the page"
        );
    }
}

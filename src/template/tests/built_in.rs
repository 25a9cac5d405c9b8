//! The built-in templates: that they are right, and that they say what the sources say.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthChar;
use unicode_width::UnicodeWidthStr;

use crate::draft::Role;
use crate::locale::Lang;
use crate::template::Prompt;
use crate::template::TEMPLATES;
use crate::template::Template;
use crate::template::built_in;
use crate::template::check;
use crate::template::find;
use crate::template::packs::QUESTION_SETS;
use crate::template::parse;
use crate::template::parse::parse_questions;
use crate::template::roles::ROLES;
use crate::template::source_text;
use crate::template::to_toml;

/// Every prompt somebody may be shown: the questions of every template, and those of its sections and dimensions.
fn prompts(template: &Template) -> Vec<(String, &Prompt)> {
    let questions = template
        .questions
        .iter()
        .map(|(name, it)| (format!("{}: {name}", template.id), it));
    let sections = template
        .sections
        .iter()
        .map(|it| (format!("{}: {:?}", template.id, it.role), &it.prompt));
    let dimensions = template
        .dimensions
        .iter()
        .map(|it| (format!("{}: {}", template.id, it.title), &it.prompt));
    questions.chain(sections).chain(dimensions).collect()
}

#[test]
fn every_built_in_template_is_read_under_its_own_id() {
    for pack in TEMPLATES {
        match check(pack.text) {
            Ok(template) => {
                assert_eq!(template.id, pack.id);
                assert_eq!(crate::template::language_of(pack.id), Some(template.lang()));
            }
            Err(errors) => panic!("{}: {errors:#?}", pack.id),
        }
    }
    for set in &QUESTION_SETS {
        let text = source_text_of_set(set.name);
        assert_eq!(
            parse_questions(text).expect("a built-in question set is right"),
            *set.questions()
        );
    }
    let ids: BTreeSet<&str> = built_in().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), TEMPLATES.len());
    assert_eq!(find("mzsh-2024").map(|it| it.year), Some(Some(2024)));
    let first = built_in()[0];
    assert!(find(&first.id).is_some_and(|it| std::ptr::eq(it, first)));
    assert_eq!(find("mzsh-1949"), None);
    assert_eq!(source_text("mzsh-1949"), None);
}

fn source_text_of_set(name: &str) -> &'static str {
    match name {
        "zh" => include_str!("../packs/questions-zh.toml"),
        _ => include_str!("../packs/questions-en.toml"),
    }
}

#[test]
fn built_in_dimensions_are_those_of_the_sources() {
    let table = [
        ("mzsh-2018", 3, 1, "思想政治", "说明事项", true),
        ("mzsh-2019", 4, 1, "对照思想", "说明事项", true),
        ("mzsh-2020", 5, 1, "政治方向", "个人事项", false),
        ("mzsh-2021", 2, 1, "两个确立", "说明事项", false),
        ("mzsh-2022", 1, 1, "两个确立", "说明事项", false),
        ("mzsh-2023", 6, 1, "理论学习", "说明事项", true),
        ("mzsh-2024", 4, 1, "政治纪律", "说明事项", true),
        ("mzsh-2025", 5, 1, "政治忠诚", "说明事项", false),
        ("zzsh-2018", 4, 1, "学习贯彻", "说明事项", false),
        ("zzsh-2019", 4, 1, "对照思想", "说明事项", false),
        ("zzsh-committee-2020", 6, 0, "政治引领", "工作作风", false),
        ("zzsh-2021", 4, 1, "号召要求", "说明事项", true),
        ("zzsh-2022", 6, 1, "政治信仰", "说明事项", true),
        ("zzsh-committee-2022", 6, 0, "政治引领", "工作作风", false),
        ("zzsh-2023", 4, 1, "创新理论", "说明事项", false),
        ("zzsh-2024", 6, 1, "政治信仰", "说明事项", false),
        ("zzsh-2025", 6, 1, "创新理论", "说明事项", false),
        ("zzsh-2025-discipline", 6, 1, "政治纪律", "说明事项", false),
        ("appraisal-zh", 2, 1, "党性学习", "自评等次", true),
        ("duty-report-zh", 4, 0, "德", "绩", true),
        ("teacher-review-zh", 4, 0, "师德", "教研成长", true),
        ("incident-review-zh", 1, 2, "做得好", "侥幸", true),
        ("incident-review-en", 1, 2, "Went well", "Got lucky", true),
        ("8d-zh", 1, 1, "问题陈述", "是与不是", true),
        ("8d-en", 1, 1, "Problem", "Is, is not", true),
        ("capa-en", 1, 0, "Problem", "Problem", true),
        ("nonconformity-zh", 2, 0, "严重不符合", "一般不符合", true),
        ("nonconformity-en", 2, 0, "Major", "Minor", true),
        ("self-review-zh", 4, 0, "履行职责", "作风纪律", true),
        ("self-review-en", 4, 0, "Results", "Conduct", true),
    ];
    assert_eq!(table.len(), TEMPLATES.len(), "every template has its line");
    for (id, n_dimensions, n_statements, first, last, confirmed) in table {
        let template = find(id).expect("the id is built in");
        let (statements, dimensions): (Vec<_>, Vec<_>) =
            template.dimensions.iter().partition(|it| it.statement);
        assert_eq!(
            (dimensions.len(), statements.len()),
            (n_dimensions, n_statements),
            "{id}"
        );
        assert_eq!(template.dimensions[0].short_title, first);
        assert_eq!(
            template.dimensions.last().map(|it| it.short_title.as_str()),
            Some(last)
        );
        assert_eq!(template.confirmed, confirmed, "{id}");
        assert!(
            confirmed || template.note.is_some(),
            "{id}: what is unconfirmed must be said"
        );
        assert!(
            !template.source.is_empty() && !template.occasion.is_empty(),
            "{id}"
        );
        assert_eq!(template.length, None, "{id}: no binding length was found");
    }
}

#[test]
fn built_in_sections_stand_in_the_order_of_the_genre() {
    use Role::{Case, Causes, Closing, Dimensions, FollowUp, Measures, Opening, Text};
    for template in built_in() {
        let roles: Vec<Role> = template.sections.iter().map(|it| it.role).collect();
        let expected: &[Role] = match template.id.as_str() {
            "mzsh-2020" => &[Opening, FollowUp, Dimensions, Causes, Measures],
            "mzsh-2023" | "mzsh-2024" | "mzsh-2025" => &[
                Opening, FollowUp, Dimensions, Case, Causes, Measures, Closing,
            ],
            "appraisal-zh" | "duty-report-zh" | "teacher-review-zh" => {
                &[Opening, Text, Dimensions, Causes, Measures, Closing]
            }
            "incident-review-zh" | "incident-review-en" => &[
                Text, Text, Causes, Text, Text, Text, Measures, Dimensions, Text, Text,
            ],
            "8d-zh" | "8d-en" => &[
                Text, Text, Dimensions, Text, Causes, Measures, Text, Text, Text,
            ],
            "capa-en" => &[Text, Text, Dimensions, Text, Causes, Measures, Text, Text],
            "nonconformity-zh" | "nonconformity-en" => {
                &[Text, Dimensions, Text, Causes, Measures, Text]
            }
            _ => &[Opening, FollowUp, Dimensions, Causes, Measures, Closing],
        };
        assert_eq!(roles, expected, "{}", template.id);
    }
}

#[test]
fn every_question_says_something_in_every_template() {
    for template in built_in() {
        for (place, prompt) in prompts(template) {
            for text in [&prompt.ask, &prompt.guide, &prompt.example] {
                assert!(!text.trim().is_empty(), "{place}: {prompt:?}");
            }
        }
    }
}

#[test]
fn questions_fit_the_screen_in_plain_signs() {
    for template in built_in() {
        for (place, prompt) in prompts(template) {
            for (text, most) in match template.lang() {
                Lang::Zh => [(&prompt.ask, 60), (&prompt.guide, 76)],
                Lang::En => [(&prompt.ask, 76), (&prompt.guide, 76)],
            }
            .into_iter()
            .chain(prompt.probes.iter().map(|it| (&it.ask, 62)))
            {
                assert!(
                    text.width() <= most,
                    "{place}: {} columns: {text}",
                    text.width()
                );
                let ambiguous: String = text
                    .chars()
                    .filter(|it| it.width() != it.width_cjk())
                    .collect();
                assert_eq!(ambiguous, "", "{place}: {text}");
            }
            assert_eq!(
                template.lang() == Lang::Zh,
                prompt.ask.contains(['？', '。']),
                "{place}: {}",
                prompt.ask
            );
        }
        for dimension in &template.dimensions {
            assert!(
                dimension.short_title.width() <= 12,
                "{}",
                dimension.short_title
            );
        }
    }
}

#[test]
fn no_template_asks_for_characters_it_does_not_keep() {
    for template in built_in() {
        assert!(
            !template.title_for(2031).contains(['{', '}']),
            "{}",
            template.title
        );
        assert!(
            template.title_for(2031).contains("2031"),
            "{}",
            template.title
        );
        for dimension in &template.dimensions {
            assert!(!dimension.title.ends_with('。'), "{}", dimension.title);
        }
    }
}

#[test]
fn roles_are_named_as_in_stored_drafts() {
    for (name, role) in ROLES {
        assert_eq!(toml::Value::try_from(role), Ok(toml::Value::from(*name)));
    }
    assert_eq!(
        ROLES
            .iter()
            .map(|(_, it)| it)
            .collect::<BTreeSet<_>>()
            .len(),
        8
    );
}

#[test]
fn what_is_written_is_read_again() {
    for template in built_in().iter().copied() {
        let text = to_toml(template);
        assert_eq!(parse(&text).as_ref(), Ok(template), "{text}");
    }
}

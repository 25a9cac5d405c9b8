//! The rules of the reviewer: the good and bad blocks of their pages are the tests, and the seed has just the defects it has.

#![expect(clippy::disallowed_methods, reason = "one test reads the fixtures")]

use std::collections::BTreeSet;

use pouxi::check::{At, Finding, RULES, Rule, Rulebook, Severity, Words, review, rule_named};
use pouxi::draft::{
    ChangeCause, DimensionKind, Draft, Field, Outline, OutlineCause, OutlineDimension,
    OutlineFollowUp, OutlineMeasure, OutlineProblem, OutlineSection, PassageKind, Role, Session,
};
use pouxi::locale::Lang;
use pouxi::template;

const SEED: &str = include_str!("../fixtures/seed.txt");

#[test]
fn every_rule_finds_the_bad_and_leaves_the_good() {
    for rule in RULES {
        let (bad, good) = blocks(rule.page);
        // Their blocks would need a range, a notice, a file or another report: tests of their own.
        let quiet = [
            "length",
            "missing-dimension",
            "numbering",
            "person-name",
            "section-share",
            "similar-to-earlier",
        ];
        assert!(
            quiet.contains(&rule.name) || (!bad.is_empty() && !good.is_empty()),
            "{}: no blocks",
            rule.name
        );
        for (blocks, should_find) in [(bad, true), (good, false)] {
            for block in blocks {
                let draft = draft_of(&outline_of(block));
                let findings = ask(rule, &draft);
                assert_eq!(
                    !findings.is_empty(),
                    should_find,
                    "{}: {block}\n{findings:#?}",
                    rule.name
                );
            }
        }
    }
}

#[test]
fn rules_stand_by_name_and_each_has_a_page_in_both_languages() {
    let names: Vec<&str> = RULES.iter().map(|it| it.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    for rule in RULES {
        let mut lines = rule.page.lines();
        assert_eq!(lines.next(), Some(format!("# {}", rule.name).as_str()));
        let paragraphs: Vec<&str> = rule.page.split("\n\n").collect();
        let is_chinese = |text: &str| {
            text.chars()
                .any(|it| ('\u{4E00}'..='\u{9FFF}').contains(&it))
        };
        assert!(is_chinese(paragraphs[1]), "{}", rule.name);
        assert!(
            paragraphs[2]
                .chars()
                .filter(char::is_ascii_alphabetic)
                .count()
                > 40,
            "{}",
            rule.name
        );
        assert!(
            paragraphs[3].starts_with("来源 / Source: "),
            "{}",
            rule.name
        );
        assert!(rule_named(rule.name).is_some());
    }
}

#[test]
fn the_fix_of_a_finding_makes_it_go_away() {
    let mut n_fixed = 0;
    for rule in RULES {
        for block in blocks(rule.page).0 {
            let draft = draft_of(&outline_of(block));
            for finding in ask(rule, &draft) {
                let Some(edits) = finding.fix else { continue };
                let mut mended = draft.clone();
                let change = pouxi::draft::Change {
                    cause: ChangeCause::Structure,
                    edits,
                };
                mended.apply(&change).unwrap();
                let left = ask(rule, &mended);
                assert!(
                    left.len() < ask(rule, &draft).len(),
                    "{}: {block}",
                    rule.name
                );
                n_fixed += 1;
            }
        }
    }
    assert!(n_fixed >= 6, "{n_fixed}");
}

#[test]
fn the_seed_has_the_defects_it_has() {
    let draft = seed();
    let check = |rule: &str, lines: &[usize]| {
        let rule = rule_named(rule).unwrap();
        let found: Vec<usize> = ask(rule, &draft)
            .iter()
            .map(|it| line_of(&draft, it))
            .collect();
        assert_eq!(found, lines, "{}", rule.name);
    };
    check("unfinished-sentence", &[14]);
    check("placeholder", &[12, 18, 20]);
    check("empty-section", &[25]);
    check("doubled-word", &[24]);
    check("problem-without-example", &[14, 15, 19, 21]);
    check("claim-without-list", &[7]);
    check("occasion-mismatch", &[3]);
    check("wrong-year", &[3]);
    check("missing-dimension", &[]);
    check("no-first-person", &[10, 11, 12, 14, 15, 18, 19, 21, 23, 24]);
    check("vague-example", &[10, 11, 11, 11, 12, 18, 23, 24, 24]);
    check("measure-without-deadline", &[31, 32, 33]);
    check("measure-without-owner", &[31, 32, 33]);
    check("comma-between-quoted", &[29]);
    check("inconsistent-term", &[7, 7, 29]);
    check("praise-then-but", &[11, 17, 21]);
    check("half-width-punctuation", &[22]);
    check("heading-style", &[9, 13]);
    check("external-cause-only", &[]);
    check("foreign-unit", &[]);
    check("repeated-passage", &[]);
    let errors: BTreeSet<(&str, usize)> = all(&draft)
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .map(|it| (it.rule, line_of(&draft, it)))
        .collect();
    let expected = [
        ("doubled-word", 24),
        ("empty-section", 25),
        ("placeholder", 12),
        ("placeholder", 18),
        ("placeholder", 20),
        ("unfinished-sentence", 14),
    ];
    assert_eq!(errors.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn sites_on_the_seed() {
    let draft = seed();
    let check = |rule: &str, expected: &[(usize, &str)]| {
        let rule = rule_named(rule).unwrap();
        let findings = ask(rule, &draft);
        let found: Vec<(usize, &str)> = findings
            .iter()
            .map(|it| (line_of(&draft, it), it.excerpt(&draft)))
            .collect();
        assert_eq!(found, expected, "{}", rule.name);
    };
    check(
        "de-confusion",
        &[
            (10, "浅显的学"),
            (11, "抓的不"),
            (11, "抓的不"),
            (12, "很好的服务"),
            (14, "看的不"),
            (15, "做的还不"),
            (19, "不同程度的影响"),
            (24, "抓的不"),
            (27, "抓的不"),
        ],
    );
    check(
        "group-subject",
        &[
            (11, "班子成员"),
            (11, "领导班子成员"),
            (19, "部分党员干部"),
            (23, "领导班子成员"),
            (23, "部分领导干部"),
            (24, "领导班子"),
        ],
    );
}

/// Returns what a rule finds in a block under a template.
fn ask_under(rule: &str, template: &template::Template, block: &str) -> Vec<String> {
    said(rule, template, &outline_of(block))
}

#[test]
fn the_template_has_the_last_word() {
    let blameless = template::find("incident-review-zh").unwrap();
    let block = "问题：告警没有人看\n表现：值班手机静音，李志强工程师没有收到告警。";
    assert_eq!(
        ask_under("no-first-person", blameless, block),
        Vec::<String>::new()
    );
    let names = ask_under("person-name", blameless, block);
    assert!(
        names.len() == 1 && names[0].contains("李志强工程师"),
        "{names:?}"
    );
    let usual = template::find("self-review-zh").unwrap();
    assert_eq!(ask_under("no-first-person", usual, block).len(), 1);
    assert_eq!(ask_under("person-name", usual, block), Vec::<String>::new());
    let by_role =
        "问题：告警没有人看\n表现：值班手机静音，当班工程师没有收到告警，值班主任也没有。";
    assert_eq!(
        ask_under("person-name", blameless, by_role),
        Vec::<String>::new()
    );
}

#[test]
fn a_part_without_a_heading_is_called_by_its_name_and_shown_where_it_is_written() {
    let template = template::find("self-review-en").unwrap();
    let draft = draft_of(&pouxi::wizard::outline_of(template, 2026, Vec::new()));
    let book = Rulebook {
        template,
        ..book(&draft)
    };
    let found = review(&book, &draft);
    let opening = draft.sections.iter().find(|it| it.role == Role::Opening);
    let opening = Field::SectionText(opening.unwrap().id);
    let at = |it: &Finding| it.rule == "empty-section" && it.at == At::Text(opening, 0..0);
    let found: Vec<&Finding> = found.iter().filter(|it| at(it)).collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("开头"), "{}", found[0].message);
}

#[test]
fn the_length_is_held_against_the_notice() {
    let mut template = template::find("self-review-zh").unwrap().clone();
    let block = "开头：我把学习当成任务。";
    template.length = None;
    assert_eq!(ask_under("length", &template, block), Vec::<String>::new());
    let mut with = |min, max| {
        template.length = Some(template::Length { min, max });
        ask_under("length", &template, block)
    };
    assert_eq!(with(Some(100), Some(200)).len(), 1);
    assert_eq!(with(None, Some(5)).len(), 1);
    assert_eq!(with(Some(5), Some(20)), Vec::<String>::new());
}

#[test]
fn a_share_is_asked_for_where_the_template_wants_it() {
    let mut template = template::find("self-review-zh").unwrap().clone();
    let block = "开头：我按照要求认真学习了文件，征求了意见，谈了心，形成了这份材料。\n问题：学得浅\n表现：我读得少。";
    assert_eq!(
        ask_under("section-share", &template, block),
        Vec::<String>::new()
    );
    template.checks.set("section-share", template::Level::On);
    assert_eq!(ask_under("section-share", &template, block).len(), 1);
    let better = "开头：汇报如下。\n问题：学得浅\n表现：我读得少，想得更少，笔记停在去年八月，书只翻了两章。";
    assert_eq!(
        ask_under("section-share", &template, better),
        Vec::<String>::new()
    );
}

#[test]
fn a_dimension_of_the_notice_is_missed() {
    let template = template::find("mzsh-2025").unwrap();
    let titles: Vec<&str> = template
        .dimensions
        .iter()
        .filter(|it| !it.statement)
        .map(|it| it.title.as_str())
        .collect();
    let all: Vec<String> = titles
        .iter()
        .map(|it| format!("方面：{it}方面\n问题：我学得浅"))
        .collect();
    assert_eq!(
        ask_under("missing-dimension", template, &all.join("\n")),
        Vec::<String>::new()
    );
    let found = ask_under("missing-dimension", template, &all[1..].join("\n"));
    assert!(
        found.len() == 1 && found[0].contains(titles[0]),
        "{found:?}"
    );
}

/// Returns a report of the import's tests.
fn imported(name: &str) -> Outline {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let source = pouxi::desk::import::Source::read(&bytes, name).unwrap();
    let kinds = pouxi::desk::kinds::Kinds::default();
    source.understand(0, None, &kinds, Lang::Zh).outline
}

/// Returns what a rule says of a report under a template.
fn said(rule: &str, template: &template::Template, outline: &Outline) -> Vec<String> {
    let draft = draft_of(outline);
    let book = Rulebook {
        template,
        ..book(&draft)
    };
    let mut found = review(&book, &draft);
    found.retain(|it| it.rule == rule);
    found.into_iter().map(|it| it.message).collect()
}

#[test]
fn rules_that_need_more_than_a_report_find_it_in_reports_they_were_not_written_from() {
    let plain = imported("plain.txt");
    let own = template::find(&plain.template).unwrap();
    let n = |rule: &str, template: &template::Template, outline: &Outline| {
        said(rule, template, outline).len()
    };
    // Its length is 1,4xx 字.
    let mut ranged = own.clone();
    ranged.length = Some(template::Length {
        min: Some(3000),
        max: None,
    });
    assert_eq!(n("length", &ranged, &plain), 1);
    ranged.length = Some(template::Length {
        min: Some(500),
        max: Some(3000),
    });
    assert_eq!(n("length", &ranged, &plain), 0);
    let mut shared = own.clone();
    shared.checks.set("section-share", template::Level::On);
    let praise = Outline {
        sections: vec![OutlineSection {
            text: plain.sections[0].text.repeat(9),
            ..plain.sections[0].clone()
        }]
        .into_iter()
        .chain(plain.sections.iter().skip(1).cloned())
        .collect(),
        ..plain.clone()
    };
    assert_eq!(n("section-share", &shared, &plain), 0);
    assert_eq!(n("section-share", &shared, &praise), 1);
    // A dimension of the notice is missing, and the title of another year is no other dimension.
    let mut fewer = plain.clone();
    let gone = fewer.dimensions.remove(1);
    let missing = said("missing-dimension", own, &fewer);
    assert!(
        missing.len() == 1 && missing[0].contains("固本培元"),
        "{gone:?} {missing:?}"
    );
    assert_eq!(n("missing-dimension", own, &plain), 0);
    // A measure of another report that answers nothing here.
    let mut more = imported("chain_by_dimension.txt");
    let kind = template::find(&more.template).unwrap();
    assert_eq!(n("measure-without-cause", kind, &more), 0);
    more.measures.push(OutlineMeasure {
        headline: "把难事扛起来。".to_owned(),
        ..OutlineMeasure::default()
    });
    assert_eq!(n("measure-without-cause", kind, &more), 1);
    // Names, where nobody is to be blamed.
    let blameless = template::find("incident-review-zh").unwrap();
    let mut named = imported("first_second.txt");
    assert_eq!(
        n("person-name", blameless, &named),
        0,
        "小刘 is no surname with a title"
    );
    for it in &mut named.measures {
        for text in std::iter::once(&mut it.headline).chain(it.body.iter_mut().map(|it| &mut it.1))
        {
            *text = text.replace("小刘", "刘国栋工程师");
        }
    }
    assert_eq!(n("person-name", blameless, &named), 1);
}

#[test]
fn only_changed_paragraphs_are_looked_at_again() {
    let mut draft = seed();
    let book = book(&draft);
    let mut known = pouxi::check::Review::default();
    let first = known.look(&book, &draft);
    assert!(known.looked_at() > 30);
    assert_eq!(known.look(&book, &draft), first);
    assert_eq!(known.looked_at(), 0);
    let problem = draft.problems().next().unwrap().body[0].id;
    let edit = pouxi::draft::Edit::Splice {
        field: pouxi::draft::Field::Passage(problem),
        at: 0,
        removed: String::new(),
        inserted: "我".to_owned(),
    };
    let change = pouxi::draft::Change {
        cause: ChangeCause::Typing,
        edits: vec![edit],
    };
    draft.apply(&change).unwrap();
    let _found = known.look(&book, &draft);
    assert_eq!(known.looked_at(), 1);
}

fn seed() -> Draft {
    draft_of(&Outline {
        template: "mzsh-2020".to_owned(),
        ..crate::reports::seed()
    })
}

fn book(draft: &Draft) -> Rulebook<'static> {
    let template = template::find(&draft.template)
        .or_else(|| template::find("self-review-zh"))
        .unwrap();
    Rulebook {
        lang: Lang::Zh,
        template,
        words: Words::built_in(),
        is_guessed: false,
        others: None,
    }
}

fn all(draft: &Draft) -> Vec<Finding> {
    review(&book(draft), draft)
}

fn ask(rule: &Rule, draft: &Draft) -> Vec<Finding> {
    let mut found = all(draft);
    found.retain(|it| it.rule == rule.name);
    found
}

/// Returns the line of the seed a finding points at.
fn line_of(draft: &Draft, finding: &Finding) -> usize {
    let At::Text(field, range) = &finding.at else {
        panic!("{finding:?} has no words")
    };
    // Long enough to stand once: what is around the finding, within its line.
    let text = draft.text(*field).unwrap();
    let from = text
        .get(..range.start)
        .unwrap()
        .char_indices()
        .rev()
        .nth(14)
        .map_or(0, |it| it.0);
    let to = text
        .get(range.start..)
        .unwrap()
        .char_indices()
        .nth(12)
        .map_or(text.len(), |it| range.start + it.0);
    let words = text.get(from..to).unwrap();
    let lines: Vec<usize> = SEED
        .lines()
        .enumerate()
        .filter(|it| it.1.contains(words))
        .map(|it| it.0 + 1)
        .collect();
    // A title may be part of other words: its own line is all its own but for the ordinal.
    let own = |it: &&usize| SEED.lines().nth(**it - 1).unwrap().ends_with(text);
    let line = if lines.len() == 1 {
        lines.first()
    } else {
        lines.iter().find(own)
    };
    *line.unwrap_or_else(|| panic!("{words}: {lines:?}"))
}

fn draft_of(outline: &Outline) -> Draft {
    let mut session = Session::new(Draft::default());
    let change = outline
        .clone()
        .into_change(session.draft(), ChangeCause::Import);
    let _committed = session.commit(change).unwrap();
    session.draft().clone()
}

/// Returns the bad and the good blocks of a page.
fn blocks(page: &str) -> (Vec<&str>, Vec<&str>) {
    let (bad, good) = page.split_once("## 好 / Good").unwrap_or((page, ""));
    let fenced = |text: &str| -> Vec<(usize, usize)> {
        let fences: Vec<usize> = text.match_indices("~~~").map(|it| it.0).collect();
        fences
            .chunks(2)
            .filter_map(|it| Some((*it.first()?, *it.get(1)?)))
            .collect()
    };
    let inner = |text: &str, (from, to): (usize, usize)| -> (usize, usize) {
        let start = text.get(from..).unwrap().find('\n').unwrap() + from + 1;
        (start, to)
    };
    let take = |text| {
        fenced(text)
            .into_iter()
            .map(|it| inner(text, it))
            .collect::<Vec<_>>()
    };
    let bad_blocks = take(bad)
        .into_iter()
        .map(|(from, to)| bad.get(from..to).unwrap().trim_end())
        .collect();
    let good_blocks = take(good)
        .into_iter()
        .map(|(from, to)| good.get(from..to).unwrap().trim_end())
        .collect();
    (bad_blocks, good_blocks)
}

/// Reads a block of a page: one labelled text a line.
fn outline_of(block: &str) -> Outline {
    let mut outline = Outline {
        template: "self-review-zh".to_owned(),
        ..Outline::default()
    };
    for line in block.lines() {
        let (label, words) = line.split_once('：').unwrap();
        let words = words.to_owned();
        match label {
            "标题" => outline.title = words,
            "署名" => outline.bylines.push(words),
            "开头" => section(&mut outline, Role::Opening).text = words,
            "上年整改" => section(&mut outline, Role::FollowUp).text = words,
            "上年问题" => {
                let _there = section(&mut outline, Role::FollowUp);
                outline.follow_ups.push(OutlineFollowUp {
                    problem: words,
                    ..OutlineFollowUp::default()
                });
            }
            "方面" => dimension(&mut outline, DimensionKind::Review, words),
            "说明方面" => dimension(&mut outline, DimensionKind::Statement, words),
            "引语" => outline.dimensions.last_mut().unwrap().lead_in = words,
            "说明" => outline.dimensions.last_mut().unwrap().statement = words,
            "问题" => {
                if outline.dimensions.is_empty() {
                    dimension(&mut outline, DimensionKind::Review, "学习方面".to_owned());
                }
                let problems = &mut outline.dimensions.last_mut().unwrap().problems;
                problems.push(OutlineProblem {
                    headline: words,
                    ..OutlineProblem::default()
                });
            }
            "表现" => problem(&mut outline)
                .body
                .push((PassageKind::Detail, words)),
            "事例" => problem(&mut outline)
                .body
                .push((PassageKind::Example, words)),
            "原因" => {
                let idx = outline.causes.len();
                let _there = section(&mut outline, Role::Causes);
                outline.causes.push(OutlineCause {
                    headline: words,
                    ..OutlineCause::default()
                });
                problem(&mut outline).causes.push(idx);
            }
            "原因说明" => outline
                .causes
                .last_mut()
                .unwrap()
                .body
                .push((PassageKind::Detail, words)),
            "措施" => {
                let idx = outline.measures.len();
                let _there = section(&mut outline, Role::Measures);
                outline.measures.push(OutlineMeasure {
                    headline: words,
                    ..OutlineMeasure::default()
                });
                if let Some(cause) = outline.causes.last_mut() {
                    cause.measures.push(idx);
                }
            }
            "责任人" => outline.measures.last_mut().unwrap().owner = words,
            "时限" => outline.measures.last_mut().unwrap().due = words,
            other => panic!("no such label: {other}"),
        }
    }
    outline
}

fn section(outline: &mut Outline, role: Role) -> &mut OutlineSection {
    let at = outline
        .sections
        .iter()
        .position(|it| it.role == role)
        .unwrap_or_else(|| {
            let title = format!("{role:?}");
            outline.sections.push(OutlineSection {
                role,
                title,
                text: String::new(),
                not_written: None,
            });
            outline.sections.len() - 1
        });
    &mut outline.sections[at]
}

fn dimension(outline: &mut Outline, kind: DimensionKind, title: String) {
    let _there = section(outline, Role::Dimensions);
    outline.dimensions.push(OutlineDimension {
        kind,
        title,
        lead_in: String::new(),
        statement: String::new(),
        problems: Vec::new(),
        not_written: None,
    });
}

fn problem(outline: &mut Outline) -> &mut OutlineProblem {
    outline
        .dimensions
        .last_mut()
        .unwrap()
        .problems
        .last_mut()
        .unwrap()
}

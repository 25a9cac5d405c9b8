//! Questions whose "no" closes parts: what an answer does in the draft, in both faces and in what is printed, and what
//! it leaves alone.

use pouxi::draft::{Attr, ChangeCause, Draft, Field, ItemId, Outline, Part, Role, Session};
use pouxi::export::{Options, Parentheses, document, format_named};
use pouxi::locale::Lang;
use pouxi::template::questions::Prompt;
use pouxi::template::{BranchSpec, DimensionSpec, SectionSpec, Template, built_in, find, parse};
use pouxi::wizard::{account, outline_of};
use proptest::prelude::*;

use crate::plain::Lines;
use crate::stage::{Stage, place};
use crate::whims::{Writer, whims};

const OPTIONS: Options = Options {
    language: Lang::Zh,
    parentheses: Parentheses::Full,
};

const TWO_PARTS: &str = r#"
id = "two"
language = "zh-CN"
name = "两处"
title = "两处"

[[branches]]
key = "talks"
ask = "有没有被谈话？"
reason = "没有被谈话"

[[sections]]
role = "dimensions"
title = "存在的主要问题"

[[sections]]
role = "text"
title = "谈话情况"
when = "talks"

[[dimensions]]
title = "理论学习方面"

[[dimensions]]
title = "需要说明的事项"
statement = true
when = "talks"
"#;

fn begun(template: &Template) -> Session {
    let mut session = Session::new(Draft::default());
    let change =
        outline_of(template, 2026, Vec::new()).into_change(session.draft(), ChangeCause::Template);
    let _committed = session.commit(change).unwrap();
    session
}

fn answer(session: &mut Session, template: &Template, answer: Option<bool>) {
    let change = template
        .answering(session.draft(), "talks", answer)
        .unwrap();
    let _committed = session.commit(change).unwrap();
}

/// Why each part is left out: the two sections, then the two dimensions.
fn reasons(draft: &Draft) -> Vec<Option<&str>> {
    let sections = draft.sections.iter().map(|it| it.id);
    let parts = sections.chain(draft.dimensions.iter().map(|it| it.id));
    parts
        .map(|it| draft.reason_not_written(Part::Item(it)))
        .collect()
}

#[test]
fn no_leaves_out_all_that_hangs_on_it_and_yes_takes_it_up() {
    let template = parse(TWO_PARTS).unwrap();
    let mut session = begun(&template);
    assert_eq!(reasons(session.draft()), [None; 4]);
    answer(&mut session, &template, Some(false));
    let no = Some("没有被谈话");
    assert_eq!(reasons(session.draft()), [None, no, None, no]);
    assert_eq!(session.draft().branch("talks"), Some(false));
    assert_eq!(
        template.answering(session.draft(), "talks", Some(false)),
        None
    );
    answer(&mut session, &template, Some(true));
    assert_eq!(reasons(session.draft()), [None; 4]);
    // One step of undo each.
    let _undone = session.undo().unwrap();
    assert_eq!(reasons(session.draft()), [None, no, None, no]);
    let _undone = session.undo().unwrap();
    assert_eq!(session.draft().branch("talks"), None);
    assert_eq!(reasons(session.draft()), [None; 4]);
}

#[test]
fn what_the_writer_left_out_stays_left_out() {
    let template = parse(TWO_PARTS).unwrap();
    let mut session = begun(&template);
    let statement = Part::Item(session.draft().dimensions[1].id);
    let own = Attr::NotWritten(statement, Some("另有材料".to_owned()));
    let change = session.draft().choice(own).unwrap();
    let _committed = session.commit(change).unwrap();
    answer(&mut session, &template, Some(false));
    let (no, own) = (Some("没有被谈话"), Some("另有材料"));
    assert_eq!(reasons(session.draft()), [None, no, None, own]);
    answer(&mut session, &template, Some(true));
    assert_eq!(reasons(session.draft()), [None, None, None, own]);
}

#[test]
fn taking_up_what_an_answer_closed_answers_anew() {
    let template = parse(TWO_PARTS).unwrap();
    let mut session = begun(&template);
    answer(&mut session, &template, Some(false));
    let statement = Part::Item(session.draft().dimensions[1].id);
    let change = template.taking_up(session.draft(), statement).unwrap();
    let _committed = session.commit(change).unwrap();
    assert_eq!(session.draft().branch("talks"), Some(true));
    assert_eq!(reasons(session.draft()), [None; 4]);
}

#[test]
fn it_is_asked_with_the_first_part_only() {
    let template = parse(TWO_PARTS).unwrap();
    let session = begun(&template);
    let draft = session.draft();
    // The dimensions stand before the section with the same question.
    let asked = |it| {
        template
            .branch_asked_with(draft, it)
            .map(|it| it.key.as_str())
    };
    assert_eq!(asked(draft.dimensions[0].id), None);
    assert_eq!(asked(draft.dimensions[1].id), Some("talks"));
    assert_eq!(asked(draft.sections[1].id), None);
    assert_eq!(
        template.parts_of(draft, "talks"),
        [draft.dimensions[1].id, draft.sections[1].id]
    );
}

#[test]
fn an_outline_is_closed_by_its_answers() {
    let template = parse(TWO_PARTS).unwrap();
    let mut session = begun(&template);
    answer(&mut session, &template, Some(false));
    let mut outline = outline_of(&template, 2026, Vec::new());
    outline.branches = session.draft().branches.clone();
    template.close(&mut outline);
    assert_eq!(outline, Outline::of(session.draft()));
}

#[test]
fn every_built_in_question_is_asked_somewhere() {
    for template in built_in() {
        let session = begun(template);
        for branch in &template.branches {
            let parts = template.parts_of(session.draft(), &branch.key);
            assert!(!parts.is_empty(), "{} {}", template.id, branch.key);
        }
    }
}

/// A template whose parts are those of a draft, each hanging on one of two questions or on none.
fn template_of(draft: &Draft, hangs: &[Option<bool>]) -> Template {
    let base = find("self-review-zh").expect("built in");
    let key = |n: usize| {
        let which = hangs.get(n % hangs.len().max(1)).copied().flatten()?;
        Some(if which { "a" } else { "b" }.to_owned())
    };
    let prompt = Prompt {
        ask: "有没有？".to_owned(),
        guide: String::new(),
        example: String::new(),
        probes: [].into(),
    };
    let sections = draft
        .sections
        .iter()
        .enumerate()
        .map(|(n, it)| SectionSpec {
            role: it.role,
            title: it.title.clone(),
            required: true,
            when: key(n),
            prompt: prompt.clone(),
        });
    let dimensions = draft.dimensions.iter().enumerate();
    let dimensions = dimensions.map(|(n, it)| DimensionSpec {
        title: it.title.clone(),
        short_title: it.title.clone(),
        statement: !it.kind.has_problems(),
        when: key(n + 1),
        prompt: prompt.clone(),
    });
    let branch = |key: &str| BranchSpec {
        key: key.to_owned(),
        prompt: prompt.clone(),
        reason: format!("没有{key}"),
    };
    Template {
        sections: sections.collect(),
        dimensions: dimensions.collect(),
        branches: vec![branch("a"), branch("b")],
        ..base.clone()
    }
}

fn texts(draft: &Draft) -> Vec<(Field, String)> {
    let text = |it: Field| (it, draft.text(it).unwrap_or_default().to_owned());
    draft.fields().into_iter().map(text).collect()
}

fn parts(draft: &Draft) -> Vec<ItemId> {
    let sections = draft.sections.iter().map(|it| it.id);
    sections
        .chain(draft.dimensions.iter().map(|it| it.id))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever is answered, in whatever order: every character stays where it is, what hangs on a no is left out, what
    /// hangs on anything else is as the writer decided, and all of it can be taken back.
    #[test]
    fn closing_and_opening_loses_no_character(
        whims in whims(40),
        hangs in prop::collection::vec(prop::option::weighted(0.7, any::<bool>()), 1..5),
        answers in prop::collection::vec((any::<bool>(), prop::option::weighted(0.8, any::<bool>())), 1..8),
    ) {
        let mut session = Writer::after(&whims).session;
        let template = template_of(session.draft(), &hangs);
        // A draft may hold any answers and decisions by now: begin with none to the questions of this template.
        for key in ["a", "b"] {
            if let Some(change) = template.answering(session.draft(), key, None) {
                prop_assert!(session.commit(change).is_ok());
            }
        }
        let before = session.draft().clone();
        let decided = |draft: &Draft, part: ItemId| draft.reason_not_written(Part::Item(part)).map(str::to_owned);
        let mut n_changes = 0;
        for (which, answer) in answers {
            let key = if which { "a" } else { "b" };
            if let Some(change) = template.answering(session.draft(), key, answer) {
                prop_assert!(session.commit(change).is_ok());
                n_changes += 1;
            }
            let draft = session.draft();
            prop_assert_eq!(draft.branch(key), answer);
            prop_assert_eq!(texts(draft), texts(&before));
            prop_assert!(draft.is_sound());
            for part in parts(draft) {
                let branch = template.branch_of(draft, part);
                let is_no = branch.is_some_and(|it| draft.branch(&it.key) == Some(false));
                let own = decided(&before, part);
                let expected = own.or_else(|| branch.filter(|_| is_no).map(|it| it.reason.clone()));
                prop_assert_eq!(decided(draft, part), expected);
                // What an answer closed and what only the writer left out are both counted as settled.
                prop_assert!(!is_no || template.is_closed(draft, part));
            }
            let account = account(&template, draft);
            prop_assert!(account.answered <= account.questions);
            // The answers travel in the outline.
            let outline = Outline::of(draft);
            let mut copy = Session::new(Draft::default());
            let change = outline.clone().into_change(copy.draft(), ChangeCause::Import);
            prop_assert!(copy.commit(change).is_ok());
            prop_assert_eq!(Outline::of(copy.draft()), outline);
        }
        for _ in 0..n_changes {
            prop_assert!(session.undo().is_some());
        }
        prop_assert!(session.draft().same_content(&before));
    }
}

/// A report of members of the party, with words where something may be explained.
fn party(statement: &str) -> Outline {
    let template = find("zzsh-2025").expect("built in");
    let mut outline = outline_of(template, 2025, Vec::new());
    let last = outline.dimensions.last_mut().expect("it has dimensions");
    statement.clone_into(&mut last.statement);
    outline
}

fn markdown(draft: &Draft) -> String {
    let format = format_named("md").expect("there is one");
    let document = document(draft, &OPTIONS);
    String::from_utf8((format.write)(&document)).expect("it is text")
}

#[test]
fn the_full_screen_closes_and_opens_and_tells() {
    let mut stage = Stage::writing(party(""));
    stage.press("<esc><pick:目录><pick:需要说明>");
    assert_eq!(place(&stage.model), "（七）需要说明的事项 有无 > 1");
    let n_questions = account(stage.work().template, stage.draft()).questions;
    stage.press("2");
    assert_eq!(
        stage.model.notice.as_deref(),
        Some("已选：没有。这里不用写了；改选 1 就能写。")
    );
    assert_eq!(stage.draft().branch("to-explain"), Some(false));
    let after = account(stage.work().template, stage.draft());
    assert_eq!(after.questions, n_questions);
    assert!(!markdown(stage.draft()).contains("需要说明的事项"));
    // The page is still on the road, and asks for nothing but the answer.
    stage.press("<esc><pick:目录><pick:需要说明>");
    assert_eq!(place(&stage.model), "需要说明的事项 有无 > 2");
    stage.press("1");
    assert_eq!(place(&stage.model), "（七）需要说明的事项 说明：▏");
    stage.press("去年被函询一次。");
    assert!(markdown(stage.draft()).contains("去年被函询一次。"));
    stage.press("<s-tab>2");
    assert_eq!(
        stage.model.notice.as_deref(),
        Some("已选：没有。写过的8字暂不使用，都留着；改选 1 就回来。")
    );
    let printed = markdown(stage.draft());
    assert!(!printed.contains("函询") && !printed.contains("需要说明的事项"));
    stage.press("<esc><pick:目录>");
    let screen = stage.screen();
    assert!(screen.contains("不写  留着8字。理由："), "{screen}");
    // Undo takes the answer and what it did back together.
    stage.press("<esc><c-z>");
    assert!(markdown(stage.draft()).contains("去年被函询一次。"));
    assert_eq!(stage.draft().branch("to-explain"), Some(true));
}

#[test]
fn whoever_writes_there_is_not_asked_first() {
    let mut stage = Stage::writing(party("去年被函询一次。"));
    stage.press("<esc><pick:目录><pick:需要说明>");
    assert_eq!(
        place(&stage.model),
        "（七）需要说明的事项 说明：去年被函询一次。▏"
    );
}

#[test]
fn what_is_kept_is_found_and_shown() {
    let mut stage = Stage::writing(party("去年被函询一次。"));
    stage.press("<esc><pick:目录><pick:需要说明><s-tab>2");
    assert_eq!(stage.draft().branch("to-explain"), Some(false));
    stage.press("<esc><pick:查找>函询<enter>");
    stage.press("<enter>");
    let place = place(&stage.model);
    assert!(
        place.starts_with("（七）需要说明的事项 说明：")
            || place.starts_with("需要说明的事项 说明："),
        "{place}"
    );
}

#[test]
fn pages_that_an_answer_closed_are_passed_over() {
    let template = find("incident-review-zh").expect("built in");
    let mut stage = Stage::writing(outline_of(template, 2026, Vec::new()));
    stage.press("<esc><pick:目录><pick:影响>");
    assert!(
        place(&stage.model).ends_with("有无 > 1"),
        "{}",
        place(&stage.model)
    );
    stage.press("2<enter>");
    let closed = (stage.draft().sections.iter())
        .find(|it| it.title == "影响")
        .map(|it| it.id);
    let closed = closed.expect("it has one");
    assert!(stage.work().template.is_closed(stage.draft(), closed));
    assert_eq!(
        stage.draft().role_of(stage.work().writer.page),
        Some(Role::Causes)
    );
    // Back from there the question is met again, and only the question.
    stage.press("<s-tab><s-tab>");
    assert!(
        place(&stage.model).contains("影响 有无"),
        "{}",
        place(&stage.model)
    );
    assert_eq!(stage.work().questions().len(), 1);
}

#[test]
fn the_line_mode_asks_closes_and_tells() {
    let mut lines = Lines::writing(party("去年被函询一次。"));
    lines.script(&["：目录"]);
    lines.choose("需要说明");
    lines.script(&["：上一步"]);
    assert!(lines.was_told("有无"), "{:#?}", lines.said);
    lines.choose("没有");
    assert!(lines.was_told("写过的8字暂不使用"), "{:#?}", lines.said);
    assert!(lines.was_told("写过的8字留着"), "{:#?}", lines.said);
    assert_eq!(lines.stage.draft().branch("to-explain"), Some(false));
    lines.script(&["：目录"]);
    lines.choose("需要说明");
    lines.script(&["1"]);
    assert!(lines.was_told("留着的8字回来了"), "{:#?}", lines.said);
    assert_eq!(lines.stage.draft().branch("to-explain"), Some(true));
}

#[test]
fn both_languages_have_its_words() {
    let mut stage = Stage::writing(party("Once.")).in_english();
    stage.press("<esc><pick:Outline><pick:需要说明><s-tab>2");
    let notice = stage.model.notice.clone().unwrap_or_default();
    assert_eq!(
        notice,
        "Chosen: No. The 5 characters written are kept; 1 brings them back."
    );
    assert_eq!(stage.model.lang, Lang::En);
}

//! What holds for every change of template: nothing is lost, and one step takes it back.

use proptest::prelude::*;

use super::{Mapping, Old, Target, change_kind, targets};
use crate::draft::{ChangeCause, Draft, Outline, Role, Session};
use crate::import::answers::read;
use crate::template::{Template, built_in, find};
use crate::wizard::outline_of;

/// Returns every written letter of a report, sorted, without the headings that come from templates and blanks.
fn letters(draft: &Draft) -> Vec<char> {
    let mut outline = Outline::of(draft);
    let mut words: Vec<String> = Vec::new();
    for it in &mut outline.sections {
        words.push(std::mem::take(&mut it.text));
    }
    for it in &outline.dimensions {
        words.extend([it.lead_in.clone(), it.statement.clone()]);
        for it in &it.problems {
            words.push(it.headline.clone());
            words.extend(it.body.iter().map(|(_, it)| it.clone()));
        }
    }
    for it in &outline.follow_ups {
        words.extend([it.problem.clone(), it.measure.clone(), it.evidence.clone()]);
    }
    for it in &outline.causes {
        words.push(it.headline.clone());
        words.extend(it.body.iter().map(|(_, it)| it.clone()));
    }
    for it in &outline.measures {
        words.extend([it.headline.clone(), it.owner.clone(), it.due.clone()]);
        words.push(it.evidence.clone());
        words.extend(it.body.iter().map(|(_, it)| it.clone()));
    }
    words.extend(outline.set_aside.iter().map(|(_, it)| it.clone()));
    words.extend(outline.bylines);
    let mut letters: Vec<char> = words.concat().chars().collect();
    letters.retain(|it| !it.is_whitespace());
    letters.sort_unstable();
    letters
}

/// The report of an answer file as a draft.
fn draft_of(answers: &[u8]) -> Session {
    let answers = read(answers).expect("the fixture is right");
    let template = answers.template.expect("the fixture names one");
    let (outline, _) = answers.fill(outline_of(template, 2021, Vec::new()));
    let mut session = Session::new(Draft::default());
    let change = outline.into_change(session.draft(), ChangeCause::Import);
    let _committed = session.commit(change).expect("made for it");
    session
}

fn seed() -> Session {
    draft_of(include_bytes!("../../../tests/fixtures/seed.answers.json"))
}

/// A report with something in every place.
fn full() -> Session {
    draft_of(include_bytes!("../../../tests/fixtures/full.answers.json"))
}

fn change_to(session: &mut Session, template: &Template, mapping: &Mapping) {
    let from = find(&session.draft().template).expect("built in");
    let change = change_kind(session.draft(), from, template, mapping);
    let _committed = session.commit(change).expect("made for it");
}

#[test]
fn the_seed_goes_from_2020_to_2025_and_back() {
    let mut session = seed();
    let before = session.draft().clone();
    let template = find("mzsh-2025").expect("built in");
    let mapping = Mapping::propose(session.draft(), template);
    assert!(mapping.fits(session.draft()));
    change_to(&mut session, template, &mapping);
    let draft = session.draft();
    assert_eq!(draft.template, "mzsh-2025");
    assert_eq!(draft.title, before.title, "a title of one's own is kept");
    assert_eq!(letters(draft), letters(&before));
    let titles: Vec<&str> = draft.sections.iter().map(|it| it.title.as_str()).collect();
    let wanted: Vec<&str> = template
        .sections
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(titles, wanted);
    assert_eq!(draft.dimensions.len(), template.dimensions.len());
    assert_eq!(draft.causes, before.causes);
    assert_eq!(draft.measures, before.measures);
    assert!(session.undo().is_some());
    assert!(session.draft().same_content(&before));
}

#[test]
fn dimensions_go_where_their_titles_are_alike() {
    let from = find("zzsh-2024").expect("built in");
    let outline = outline_of(from, 2024, vec!["甲".to_owned()]);
    let mut session = Session::new(Draft::default());
    let change = outline.into_change(session.draft(), ChangeCause::Template);
    let _committed = session.commit(change).expect("made for it");
    let to = find("mzsh-2023").expect("built in");
    let mapping = Mapping::propose(session.draft(), to);
    let into = |title: &str| {
        let dimension = session
            .draft()
            .dimensions
            .iter()
            .find(|it| it.title == title);
        let id = dimension.expect("it is there").id;
        let line = mapping
            .lines
            .iter()
            .find(|(it, _)| *it == Old::Dimension(id));
        match line.expect("every part has a line").1 {
            Target::Part(n) => to.dimensions[n].title.clone(),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(into("理论学习方面"), "理论学习方面");
    assert_eq!(into("能力本领方面"), "能力本领方面");
    assert_eq!(into("需要说明的事项"), "需要说明的事项");
    assert_eq!(into("政治信仰方面"), "Aside");
    change_to(&mut session, to, &mapping);
    let draft = session.draft();
    assert_eq!(
        draft.title,
        to.title_for(2023),
        "a title of the template follows"
    );
    assert!(
        draft.set_aside.is_empty(),
        "nothing was written that had to be kept"
    );
    assert_eq!(draft.bylines.len(), 1);
}

#[test]
fn a_list_keeps_its_section() {
    let mut session = full();
    // An 8D report has no place for last year's promises.
    let template = find("8d-zh").expect("built in");
    let follow_up = session
        .draft()
        .section_of(Role::FollowUp)
        .expect("there")
        .id;
    let mapping = Mapping::propose(session.draft(), template);
    let n_items = session.draft().follow_ups.len();
    let target = mapping
        .lines
        .iter()
        .find(|(it, _)| *it == Old::Section(follow_up));
    let expected = if n_items > 0 {
        Target::Stay
    } else {
        Target::Aside
    };
    assert_eq!(target.map(|(_, it)| *it), Some(expected));
    let before = letters(session.draft());
    change_to(&mut session, template, &mapping);
    assert_eq!(letters(session.draft()), before);
}

proptest! {
    #[test]
    fn no_mapping_loses_a_word(
        to in prop::sample::select(built_in()),
        is_full in any::<bool>(),
        turns in prop::collection::vec((0..20_usize, 0..8_usize), 0..12),
    ) {
        let mut session = if is_full { full() } else { seed() };
        let before = session.draft().clone();
        let mut mapping = Mapping::propose(session.draft(), to);
        for (line, n) in turns {
            for _ in 0..n {
                mapping.turn(session.draft(), to, line);
            }
        }
        for (old, target) in &mapping.lines {
            prop_assert!(targets(session.draft(), to, *old).contains(target));
        }
        change_to(&mut session, to, &mapping);
        let draft = session.draft();
        prop_assert_eq!(letters(draft), letters(&before));
        prop_assert_eq!(&draft.causes, &before.causes);
        prop_assert_eq!(&draft.follow_ups, &before.follow_ups);
        // Every section of the template is there, in its order, and no role but text twice.
        let mut wanted = to.sections.iter().map(|it| it.role).peekable();
        for it in &draft.sections {
            if wanted.peek() == Some(&it.role) {
                wanted.next();
            }
        }
        prop_assert_eq!(wanted.next(), None);
        prop_assert!(session.undo().is_some());
        prop_assert!(session.draft().same_content(&before));
    }
}

//! The published schemas against what the program writes and reads.

use pouxi::draft::{
    Attr, Draft, Earlier, Field, FollowUpPart, ItemId, Outline, PassageKind, Place, ProblemAt,
    Session, Spot,
};
use pouxi::import::answers::{read, to_answers};
use pouxi::store::{Snapshot, Summary, format_of};
use proptest::prelude::*;
use serde_json::Value;

use crate::schema::Schema;
use crate::whims::{Writer, whims};

const DRAFT: &str = include_str!("../../docs/draft.schema.json");
const ANSWERS: &str = include_str!("../../docs/answers.schema.json");

/// A report with something in every place an outline has.
const FULL: &str = include_str!("../fixtures/full.answers.json");

fn snapshot(draft: &Draft, place: Option<Place>) -> Value {
    let snapshot = Snapshot {
        format: format_of(draft),
        seq: 7,
        updated: "2026-11-23T08:00:00Z".to_owned(),
        summary: Summary::default(),
        place,
        draft: draft.clone(),
    };
    serde_json::from_slice(&snapshot.to_bytes()).expect("a snapshot is JSON")
}

fn draft_of(answers: &str) -> Draft {
    let answers = read(answers.as_bytes()).expect("a good answer file");
    let (mut outline, _) = answers.fill(Outline::default());
    outline.earlier = Some(Earlier {
        draft: "k3m9x2ab".to_owned(),
        title: "去年".to_owned(),
    });
    if let Some(first) = outline.follow_ups.first_mut() {
        first.origin = Some(ItemId(9));
    }
    let mut session = Session::new(Draft::default());
    let change = outline.into_change(session.draft(), pouxi::draft::ChangeCause::Import);
    let _committed = session.commit(change).expect("made for it");
    let problem = session.draft().problems().next().map(|it| it.id);
    for item in [None, problem] {
        let attr = Attr::Silence("length".to_owned(), item, Some("另有要求".to_owned()));
        let change = session.draft().choice(attr).expect("it is told so far");
        let _committed = session.commit(change).expect("made for it");
    }
    let attr = Attr::Branch("to-explain".to_owned(), Some(false));
    let change = session.draft().choice(attr).expect("it is open so far");
    let _committed = session.commit(change).expect("made for it");
    session.draft().clone()
}

/// Every kind of spot there is.
fn spots() -> Vec<Spot> {
    let id = ItemId(3);
    let mut spots: Vec<Spot> = [
        Field::Title,
        Field::Byline(id),
        Field::SectionTitle(id),
        Field::SectionText(id),
        Field::DimensionTitle(id),
        Field::LeadIn(id),
        Field::Statement(id),
        Field::Headline(id),
        Field::Passage(id),
        Field::Owner(id),
        Field::Due(id),
        Field::Evidence(id),
        Field::FollowUpProblem(id),
        Field::FollowUpMeasure(id),
        Field::SetAside(id),
    ]
    .map(Spot::Text)
    .to_vec();
    let at = ProblemAt::Known(id);
    spots.extend([
        Spot::NewByline,
        Spot::NewFollowUp(FollowUpPart::Problem),
        Spot::NewFollowUp(FollowUpPart::Measure),
        Spot::NewFollowUp(FollowUpPart::Evidence),
        Spot::NewHeadline(id),
        Spot::NewPassage(at, PassageKind::Detail),
        Spot::NewPassage(ProblemAt::NewIn(id), PassageKind::Example),
        Spot::NewDetail(id),
        Spot::NewCause(None),
        Spot::NewCause(Some(at)),
        Spot::NewMeasure(None),
        Spot::NewMeasure(Some(at)),
    ]);
    spots
}

#[test]
fn the_draft_schema_has_what_snapshots_have_and_nothing_else() {
    let mut schema = Schema::new(DRAFT);
    let draft = draft_of(FULL);
    assert_eq!(schema.faults(&snapshot(&draft, None)), Vec::<String>::new());
    // The format before answers.
    let mut unanswered = draft.clone();
    unanswered.branches.clear();
    let document = snapshot(&unanswered, None);
    assert_eq!(schema.faults(&document), Vec::<String>::new());
    for (caret, spot) in spots().into_iter().enumerate() {
        let within = (caret > 0).then_some(ItemId(1));
        let place = Place {
            spot,
            caret,
            within,
        };
        let document = snapshot(&Draft::default(), Some(place));
        assert_eq!(schema.faults(&document), Vec::<String>::new(), "{spot:?}");
    }
    assert_eq!(schema.unmet(), Vec::<String>::new());
}

#[test]
fn the_answer_schema_takes_what_is_read_and_what_is_written() {
    let mut schema = Schema::new(ANSWERS);
    for file in [
        include_str!("../../docs/answers.example.json"),
        include_str!("../fixtures/seed.answers.json"),
        FULL,
        "{\"headings\": {\"case\": \"甲\"}}",
        &to_answers(&Outline::of(&draft_of(FULL))),
    ] {
        let document = serde_json::from_str(file).expect("JSON");
        assert_eq!(schema.faults(&document), Vec::<String>::new());
    }
    assert_eq!(schema.unmet(), Vec::<String>::new());
}

proptest! {
    #[test]
    fn any_draft_fits_both_schemas(whims in whims(30)) {
        let writer = Writer::after(&whims);
        let draft = writer.session.draft();
        prop_assert_eq!(Schema::new(DRAFT).faults(&snapshot(draft, None)), Vec::<String>::new());
        let answers = to_answers(&Outline::of(draft));
        let answers = serde_json::from_str(&answers).expect("JSON");
        prop_assert_eq!(Schema::new(ANSWERS).faults(&answers), Vec::<String>::new());
    }
}

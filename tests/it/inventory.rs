//! What a draft holds, listed: for tests that pick from it or look at all of it.

use pouxi::draft::{
    Byline, Cause, Dimension, DimensionKind, Draft, Field, FollowUp, Item, ItemId, Link, List,
    Measure, Part, Passage, PassageKind, Problem, Role, Section, SetAside, Status,
};

fn bodies(draft: &Draft) -> Vec<ItemId> {
    (draft.problems().map(|it| it.id))
        .chain(draft.causes.iter().map(|it| it.id))
        .chain(draft.measures.iter().map(|it| it.id))
        .collect()
}

/// Returns every list of the draft.
pub(crate) fn lists(draft: &Draft) -> Vec<List> {
    let mut lists = vec![
        List::Bylines,
        List::Sections,
        List::Dimensions,
        List::FollowUps,
        List::Causes,
        List::Measures,
        List::SetAside,
    ];
    lists.extend(draft.dimensions.iter().map(|it| List::Problems(it.id)));
    lists.extend(bodies(draft).into_iter().map(List::Body));
    lists
}

/// Returns the id of every item.
pub(crate) fn ids(draft: &Draft) -> Vec<ItemId> {
    let mut ids: Vec<ItemId> = draft.bylines.iter().map(|it| it.id).collect();
    ids.extend(draft.sections.iter().map(|it| it.id));
    ids.extend(draft.dimensions.iter().map(|it| it.id));
    ids.extend(draft.follow_ups.iter().map(|it| it.id));
    ids.extend(draft.set_aside.iter().map(|it| it.id));
    let bodies = bodies(draft);
    ids.extend(&bodies);
    ids.extend((bodies.iter().filter_map(|it| draft.body(*it)).flatten()).map(|it| it.id));
    ids
}

/// Returns the address of every text.
pub(crate) fn fields(draft: &Draft) -> Vec<Field> {
    let mut fields = vec![Field::Title];
    for id in ids(draft) {
        fields.extend(
            [
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
            .into_iter()
            .filter(|it| draft.text(*it).is_some()),
        );
    }
    fields
}

/// Returns every part that can be left out.
pub(crate) fn parts(draft: &Draft) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(draft.sections.iter().map(|it| Part::Item(it.id)));
    parts.extend(draft.dimensions.iter().map(|it| Part::Item(it.id)));
    for it in draft.problems() {
        parts.extend([
            Part::Item(it.id),
            Part::Examples(it.id),
            Part::Causes(it.id),
            Part::Measures(it.id),
        ]);
    }
    parts
}

/// Returns the links that could be made, by kind.
pub(crate) fn possible_links(draft: &Draft) -> [Vec<Link>; 3] {
    let problems: Vec<ItemId> = draft.problems().map(|it| it.id).collect();
    let causes: Vec<ItemId> = draft.causes.iter().map(|it| it.id).collect();
    let measures: Vec<ItemId> = draft.measures.iter().map(|it| it.id).collect();
    [
        pairs(&problems, &causes, |problem, cause| Link::ProblemCause {
            problem,
            cause,
        }),
        pairs(&causes, &measures, |cause, measure| Link::CauseMeasure {
            cause,
            measure,
        }),
        pairs(&problems, &measures, |problem, measure| {
            Link::ProblemMeasure { problem, measure }
        }),
    ]
}

fn pairs(ones: &[ItemId], others: &[ItemId], link: fn(ItemId, ItemId) -> Link) -> Vec<Link> {
    (ones.iter())
        .flat_map(|one| others.iter().map(move |other| link(*one, *other)))
        .collect()
}

/// Makes an item for `list`, with `n` items in each list of its own.
pub(crate) fn item(first: ItemId, list: List, n: usize, words: &str) -> Item {
    let mut next = first.0;
    let mut fresh = || {
        next += 1;
        ItemId(next - 1)
    };
    let text = || words.to_owned();
    let id = fresh();
    let body = |fresh: &mut dyn FnMut() -> ItemId| -> Vec<Passage> {
        let kinds = [PassageKind::Detail, PassageKind::Example];
        (kinds.into_iter().cycle().take(n))
            .map(|kind| Passage {
                id: fresh(),
                kind,
                text: text(),
            })
            .collect()
    };
    match list {
        List::Bylines => Item::Byline(Byline { id, text: text() }),
        List::Sections => Item::Section(Section {
            id,
            role: [Role::Opening, Role::Dimensions, Role::Text][n % 3],
            title: text(),
            text: text(),
        }),
        List::Dimensions => Item::Dimension(Dimension {
            id,
            kind: [DimensionKind::Review, DimensionKind::Statement][n % 2],
            title: text(),
            lead_in: text(),
            statement: text(),
            problems: (0..n)
                .map(|_| Problem {
                    id: fresh(),
                    headline: text(),
                    body: body(&mut fresh),
                })
                .collect(),
        }),
        List::FollowUps => Item::FollowUp(FollowUp {
            id,
            problem: text(),
            measure: text(),
            status: Status::Open,
            evidence: text(),
            origin: None,
        }),
        List::Causes => Item::Cause(Cause {
            id,
            headline: text(),
            body: body(&mut fresh),
        }),
        List::Measures => Item::Measure(Measure {
            id,
            headline: text(),
            body: body(&mut fresh),
            owner: text(),
            due: text(),
            status: Status::Open,
            evidence: text(),
        }),
        List::SetAside => Item::SetAside(SetAside {
            id,
            origin: text(),
            text: text(),
        }),
        List::Problems(_) => Item::Problem(Problem {
            id,
            headline: text(),
            body: body(&mut fresh),
        }),
        List::Body(_) => Item::Passage(Passage {
            id,
            kind: PassageKind::Detail,
            text: text(),
        }),
    }
}

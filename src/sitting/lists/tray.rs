//! The lines of the lists about texts set aside (暂不使用的内容): which there are, what can be done with one, and where
//! it can go.

use crate::draft::{Destination, DimensionKind, Draft, Field, ItemId, PassageKind, Role, Spot};
use crate::locale::Lang;
use crate::sitting::arrivals as say;
use crate::sitting::labels::open_label;
use crate::sitting::messages;
use crate::sitting::model::{List, Reading, Work};
use crate::wizard::{Page, pages};

use super::names::part_name;
use super::{Act, Item, item};

/// Every text set aside.
pub(super) fn tray(lang: Lang, work: &Work) -> Vec<Item> {
    let draft = work.draft();
    let line = |it: &crate::draft::SetAside| Item {
        detail: messages::characters(
            lang,
            &messages::grouped(crate::typeset::count(&it.text).marks),
        ),
        ..item(
            say::came_from(lang, &it.origin, &beginning(&it.text)),
            Act::Show(List::TrayItem(it.id)),
        )
    };
    (draft.set_aside.iter().map(line))
        .chain([item(messages::back_to_writing(lang), Act::Write)])
        .collect()
}

/// What can be done with one.
pub(super) fn of_one(lang: Lang, id: ItemId) -> Vec<Item> {
    vec![
        item(say::read_whole(lang), Act::Read(Reading::SetAside(id))),
        item(say::put_into(lang), Act::Show(List::Place(id))),
        item(
            say::write_on(lang),
            Act::GoTo(Spot::Text(Field::SetAside(id))),
        ),
        item(say::copy_it(lang), Act::CopyTextOf(Field::SetAside(id))),
        item(say::delete_it(lang), Act::Remove(id)),
        item(messages::back(lang), Act::Show(List::Tray)),
    ]
}

/// Where it can go: behind the text the writer stood at, into a part, a dimension, or as an item of its own.
pub(super) fn places(lang: Lang, work: &Work, id: ItemId) -> Vec<Item> {
    let draft = work.draft();
    let put = |label: String, to: Destination| item(label, Act::PutInto(id, to));
    let mut items = Vec::new();
    if let Some(Spot::Text(field)) = work.spot()
        && !field.is_single_line()
        && !matches!(field, Field::SetAside(_))
    {
        let label = open_label(lang, work);
        items.push(put(say::behind(lang, &label), Destination::Behind(field)));
    }
    for page in pages(draft) {
        let Page::Section(section) = page else {
            continue;
        };
        if work.spot() == Some(Spot::Text(Field::SectionText(section))) {
            continue;
        }
        let name = part_name(lang, draft, page);
        let behind = Destination::Behind(Field::SectionText(section));
        match draft.section(section).map(|it| it.role) {
            Some(Role::Causes) => items.push(put(say::new_cause(lang), Destination::Cause)),
            Some(Role::Measures) => items.push(put(say::new_measure(lang), Destination::Measure)),
            _ => items.push(put(say::behind(lang, &name), behind)),
        }
    }
    for dimension in &draft.dimensions {
        let name = dimension_name(lang, draft, dimension.id);
        items.push(match dimension.kind {
            DimensionKind::Statement => put(
                say::behind(lang, &name),
                Destination::Behind(Field::Statement(dimension.id)),
            ),
            DimensionKind::Review => item(
                say::into_dimension(lang, &name),
                Act::Show(List::PlaceIn(id, dimension.id)),
            ),
        });
    }
    items.push(item(messages::back(lang), Act::Show(List::TrayItem(id))));
    items
}

/// Where it can go within a dimension.
pub(super) fn places_in(lang: Lang, draft: &Draft, id: ItemId, dimension: ItemId) -> Vec<Item> {
    let put = |label: String, to: Destination| item(label, Act::PutInto(id, to));
    let name = dimension_name(lang, draft, dimension);
    let mut items = vec![put(
        say::new_problem_in(lang, &name),
        Destination::Problem(dimension),
    )];
    let problems = draft
        .dimension(dimension)
        .map_or(&[][..], |it| &it.problems);
    for problem in problems {
        let name = beginning(&problem.headline);
        let to = |kind| Destination::Passage(problem.id, kind);
        items.push(put(say::example_of(lang, &name), to(PassageKind::Example)));
        items.push(put(say::detail_of(lang, &name), to(PassageKind::Detail)));
    }
    items.push(item(messages::back(lang), Act::Show(List::Place(id))));
    items
}

fn dimension_name(lang: Lang, draft: &Draft, id: ItemId) -> String {
    part_name(lang, draft, Page::Statement(id))
}

/// No row is longer than this; the text may be.
fn beginning(text: &str) -> String {
    let line = text.replace('\n', " ");
    line.trim().chars().take(120).collect()
}

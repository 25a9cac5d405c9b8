//! Two states of a draft, text by text.

use crate::draft::{Draft, Field, Item};

/// Returns the texts that differ, as they are in `old` and in `new`; a text that one of them lacks is empty there.
pub fn differences(old: &Draft, new: &Draft) -> Vec<(String, String)> {
    let mut fields = fields(new);
    for field in self::fields(old) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let text = |draft: &Draft, field: Field| draft.text(field).unwrap_or_default().to_owned();
    fields
        .into_iter()
        .map(|it| (text(old, it), text(new, it)))
        .filter(|(old, new)| old != new)
        .collect()
}

/// Every text of a draft, in the order of the report.
fn fields(draft: &Draft) -> Vec<Field> {
    let mut fields = vec![Field::Title];
    fields.extend(draft.bylines.iter().map(|it| Field::Byline(it.id)));
    for it in &draft.sections {
        fields.extend([Field::SectionTitle(it.id), Field::SectionText(it.id)]);
    }
    for it in &draft.follow_ups {
        fields.extend([
            Field::FollowUpProblem(it.id),
            Field::FollowUpMeasure(it.id),
            Field::Evidence(it.id),
        ]);
    }
    for it in &draft.dimensions {
        fields.extend([
            Field::DimensionTitle(it.id),
            Field::LeadIn(it.id),
            Field::Statement(it.id),
        ]);
        for it in &it.problems {
            push_body(&mut fields, &Item::Problem(it.clone()));
        }
    }
    for it in &draft.causes {
        push_body(&mut fields, &Item::Cause(it.clone()));
    }
    for it in &draft.measures {
        push_body(&mut fields, &Item::Measure(it.clone()));
        fields.extend([
            Field::Owner(it.id),
            Field::Due(it.id),
            Field::Evidence(it.id),
        ]);
    }
    fields.extend(draft.set_aside.iter().map(|it| Field::SetAside(it.id)));
    fields
}

fn push_body(fields: &mut Vec<Field>, item: &Item) {
    fields.push(Field::Headline(item.id()));
    fields.extend(item.ids().into_iter().skip(1).map(Field::Passage));
}

//! Setting texts aside and putting them back, copying one, and correcting a count: each one change.

use std::ops::Range;

use crate::draft::{Change, ChangeCause, Destination, Edit, Field, ItemId, Role, Spot, claim};
use crate::sitting::arrivals as say;
use crate::sitting::effect::Effect;
use crate::sitting::lists::part_name;
use crate::sitting::model::{Model, Screen, Work};
use crate::typeset::motion;

use super::text;

/// Puts a text set aside into a place of the report, and goes there.
pub(super) fn put_back(model: &mut Model, id: ItemId, to: Destination) -> Vec<Effect> {
    let change = model
        .work
        .as_ref()
        .and_then(|it| it.draft().putting_back(id, to));
    commit(model, change, say::put_back_done)
}

/// Sets the selection aside, or the paragraph of the caret.
pub(super) fn set_aside(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang;
    let change = model.work.as_ref().and_then(|work| {
        let Some(Spot::Text(field)) = work.spot() else {
            return None;
        };
        let name = part_name(lang, work.draft(), work.writer.page);
        let label = crate::sitting::labels::open_label(lang, work);
        let origin = format!("{name} {label}");
        work.draft()
            .setting_aside(field, to_set_aside(work), &origin)
    });
    let stood = (model.work.as_ref()).and_then(|it| Some((it.spot()?, it.writer.page)));
    let effects = commit(model, change, say::was_set_aside);
    // The writer stays where the words were.
    if let (Some(work), Some((spot, page)), false) = (&mut model.work, stood, effects.is_empty()) {
        match work.draft().text_at(spot) {
            Some(_) => work.go_to(spot),
            None => work.arrive(page),
        }
    }
    effects
}

/// The selection, or the paragraph of the caret with the line end that parts it from the others.
fn to_set_aside(work: &Work) -> Range<usize> {
    if let Some(selection) = work.selection() {
        return selection;
    }
    let (text, caret) = (work.text(), work.writer.caret);
    let start = text
        .get(..caret)
        .and_then(|it| it.rfind('\n'))
        .map_or(0, |it| it + 1);
    let end = motion::paragraph_right(text, caret).max(start);
    match text.get(end..) {
        Some(rest) if rest.starts_with('\n') => start..end + 1,
        _ => start.saturating_sub(usize::from(start > 0))..end,
    }
}

/// Makes the counts that the account of last year claims those of its list.
pub(super) fn correct_counts(model: &mut Model) -> Vec<Effect> {
    let change = model.work.as_ref().and_then(|work| {
        let draft = work.draft();
        let section = draft.section_of(Role::FollowUp)?;
        let counts = draft.counts();
        let said = claim(&section.text)?;
        let mut numbers = vec![said.items.map(|(_, range)| (range, counts.items))];
        numbers.push(
            said.kinds
                .and_then(|(_, range)| Some((range, counts.kinds?))),
        );
        let mut numbers: Vec<_> = numbers.into_iter().flatten().collect();
        // From the end on, so that what stands before stays where it is.
        numbers.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        let field = Field::SectionText(section.id);
        let edits = numbers
            .into_iter()
            .filter_map(|(range, n)| Edit::replace(draft, field, range, &n.to_string()));
        Some(Change {
            cause: ChangeCause::Replace,
            edits: edits.collect(),
        })
    });
    let Some(change) = change else {
        return Vec::new();
    };
    model.screen = Screen::Write;
    text::commit(model, change)
}

/// Copies a text as it is.
pub(super) fn copy(model: &mut Model, field: Field) -> Vec<Effect> {
    let text = model.work.as_ref().and_then(|it| it.draft().text(field));
    match text.map(str::to_owned) {
        Some(text) => {
            model.kept.clone_from(&text);
            vec![Effect::CopyText(text)]
        }
        None => Vec::new(),
    }
}

fn commit(
    model: &mut Model,
    change: Option<Change>,
    done: fn(crate::locale::Lang) -> String,
) -> Vec<Effect> {
    let Some(change) = change else {
        return Vec::new();
    };
    model.screen = Screen::Write;
    let effects = text::commit(model, change);
    if !effects.is_empty() {
        model.notice = Some(done(model.lang));
    }
    effects
}

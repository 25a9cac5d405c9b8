//! Which format a draft and a change need. A file is written in the lowest one that holds what is in it, so that a
//! program that knows only that one goes on reading and writing it.
//!
//! | | format 1 | format 2 | format 3 |
//! |---|---|---|---|
//! | holds | all but what stands at the right | the earlier report, the origin of a promise, 未完成, a count left out, findings not to be told | also what was answered to the questions that open and close parts |
//! | read by a program that knows 1 | yes | as newer: refused, or shown and never written | the same |
//! | read by this one | yes | yes | yes |
//! | written by this one | where nothing else is needed | where it is enough | else; never turned into a lower one behind the writer's back |

use crate::draft::{Attr, Change, Draft, Edit, FollowUp, Item, Measure, Part, Status};

/// The first format.
pub(super) const FIRST: u32 = 1;

/// The second format.
const SECOND: u32 = 2;

/// The number of the newest format. Files with a higher number may be read, never written.
pub const FORMAT: u32 = 3;

/// Returns the format that holds all of a draft.
pub fn format_of(draft: &Draft) -> u32 {
    if !draft.branches.is_empty() {
        return FORMAT;
    }
    let needs_second = draft.earlier.is_some()
        || !draft.silences.is_empty()
        || draft.follow_ups.iter().any(promise_needs_second)
        || draft.measures.iter().any(measure_needs_second)
        || draft
            .not_written
            .iter()
            .any(|it| part_needs_second(it.part));
    number(needs_second)
}

/// Returns the format whose journals hold a change.
pub(super) fn format_of_change(change: &Change) -> u32 {
    let formats = change.edits.iter().map(|it| match it {
        Edit::Set { was, now } => format_of_attr(was).max(format_of_attr(now)),
        Edit::Insert { item, .. } | Edit::Remove { item, .. } => number(item_needs_second(item)),
        Edit::Splice { .. } | Edit::Move { .. } | Edit::Link(_) | Edit::Unlink(_) => FIRST,
    });
    formats.max().unwrap_or(FIRST)
}

fn number(needs_second: bool) -> u32 {
    if needs_second { SECOND } else { FIRST }
}

fn format_of_attr(attr: &Attr) -> u32 {
    match attr {
        Attr::Branch(..) => FORMAT,
        Attr::Earlier(_) | Attr::Silence(..) => SECOND,
        Attr::Status(_, status) => number(*status == Status::Unfinished),
        Attr::NotWritten(part, _) => number(part_needs_second(*part)),
        Attr::Template(_) | Attr::PassageKind(..) => FIRST,
    }
}

fn item_needs_second(item: &Item) -> bool {
    match item {
        Item::FollowUp(it) => promise_needs_second(it),
        Item::Measure(it) => measure_needs_second(it),
        Item::Byline(_)
        | Item::Section(_)
        | Item::Dimension(_)
        | Item::Cause(_)
        | Item::SetAside(_)
        | Item::Problem(_)
        | Item::Passage(_) => false,
    }
}

fn promise_needs_second(promise: &FollowUp) -> bool {
    promise.origin.is_some() || promise.status == Status::Unfinished
}

fn measure_needs_second(measure: &Measure) -> bool {
    measure.status == Status::Unfinished
}

fn part_needs_second(part: Part) -> bool {
    match part {
        Part::Count(_) => true,
        Part::Item(_) | Part::Examples(_) | Part::Causes(_) | Part::Measures(_) => false,
    }
}

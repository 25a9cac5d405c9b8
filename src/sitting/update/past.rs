//! Versions: reading and comparing them, making one the draft again, and forgetting them all.

use crate::desk::{self, Paper, Sides};
use crate::draft::History;
use crate::sitting::effect::Effect;
use crate::sitting::lists::version_name;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model, Reading, Screen, Versions, Work};
use crate::store::{Mark, Past};

use super::text;

/// Opens something to read. What is compared is compared now, once.
pub(super) fn read(model: &mut Model, reading: Reading) -> Vec<Effect> {
    if let Some(work) = &mut model.work {
        work.compared = compared(model.lang, work, reading);
    }
    model.screen = Screen::Read(reading, 0);
    Vec::new()
}

fn compared(lang: crate::locale::Lang, work: &Work, reading: Reading) -> Paper {
    let between = |old: &crate::draft::Draft, new: &crate::draft::Draft, sides: Sides| {
        desk::paper(lang, &desk::compare(lang, old, new), sides)
    };
    let compared = match reading {
        Reading::Preview
        | Reading::Rule(_)
        | Reading::Twins(_)
        | Reading::Help
        | Reading::Guide(_)
        | Reading::Earlier
        | Reading::SetAside(_)
        | Reading::Intake => None,
        Reading::Differences => {
            let found = work.found.as_ref();
            found.map(|it| between(&it.saved, work.draft(), Sides::Recovery))
        }
        Reading::Since(rev) => {
            let then = state(work, rev);
            then.map(|it| between(&it, work.draft(), Sides::Versions))
        }
        Reading::ChangedIn(rev) => {
            let before = work.versions.as_ref().and_then(|it| {
                let at = it.list.iter().position(|it| it.rev == rev)?;
                it.list.get(at + 1).map(|it| it.rev)
            });
            let before = before.and_then(|it| state(work, it));
            (before.zip(state(work, rev)))
                .map(|(before, then)| between(&before, &then, Sides::Versions))
        }
        Reading::Version(rev) => state(work, rev).map(|it| Paper {
            text: desk::plain_text(&it),
            weights: Vec::new(),
        }),
    };
    compared.unwrap_or_default()
}

fn state(work: &Work, rev: u64) -> Option<crate::draft::Draft> {
    work.versions.as_ref()?.past.at(rev)
}

/// The versions were read: shows them.
pub(super) fn show(model: &mut Model, past: Past) {
    let list = desk::versions::versions(&past, &model.zone);
    if let Some(work) = &mut model.work {
        work.versions = Some(Versions { past, list });
        model.screen = Screen::List(List::Versions, 0);
    }
}

/// Returns the line of a version in the list of them.
pub(super) fn line_of(model: &Model, rev: u64) -> usize {
    let versions = model.work.as_ref().and_then(|it| it.versions.as_ref());
    let line = versions.and_then(|it| it.list.iter().position(|it| it.rev == rev));
    line.unwrap_or_default()
}

/// Makes the draft what it was, as one change that can be undone.
pub(super) fn restore(model: &mut Model, rev: u64) -> Vec<Effect> {
    let lang = model.lang;
    let Some(work) = model.work_to_change() else {
        return Vec::new();
    };
    let versions = work.versions.as_ref();
    let change = versions.and_then(|it| desk::restoring(&it.past, work.session.draft(), rev));
    let version = versions.and_then(|it| it.list.iter().find(|it| it.rev == rev).cloned());
    let Some(change) = change else {
        model.notice = Some(say::version_is_the_same(lang));
        return Vec::new();
    };
    work.session.seal();
    work.versions = None;
    model.screen = Screen::Write;
    let mut effects = vec![Effect::Mark(Mark::Restoring(rev))];
    effects.extend(text::commit(model, change));
    effects.push(Effect::Snapshot);
    let name = version.map_or_else(String::new, |it| version_name(model, &it));
    model.notice = Some(say::version_restored(lang, &name));
    effects
}

/// Asks the world to make the past unreadable.
pub(super) fn forget(model: &mut Model) -> Vec<Effect> {
    match model.work_to_change() {
        Some(_) => vec![Effect::Forget],
        None => Vec::new(),
    }
}

/// The past is unreadable on the disk: nothing in memory brings it back either.
pub(super) fn forgotten(model: &mut Model, sentence: String) {
    if let Some(work) = &mut model.work {
        work.session.remember(History::default());
        work.knows_history = true;
        work.versions = None;
        work.compared = Paper::default();
    }
    model.kept.clear();
    model.screen = Screen::Write;
    model.notice = Some(sentence);
}

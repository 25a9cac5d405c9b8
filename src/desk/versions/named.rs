//! The versions of a draft: the states in its past that a writer may want to see again, and the way back to one.

use std::cmp::Ordering;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::desk::{characters, summary};
use crate::draft::{Change, ChangeCause, Draft, Edit, Place};
use crate::export::file_name;
use crate::store::{DraftFolder, Forgotten, Home, Mark, Past, Record, StoreError};
use crate::typeset;

/// A pause of so many milliseconds ends a sitting: an hour.
const PAUSE: i64 = 60 * 60 * 1000;
/// Erasing so many 字 at once is a moment to come back to.
const MANY: usize = 100;

/// A state of a draft that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number: that of the last record that changed something.
    pub rev: u64,
    /// When that was, in milliseconds since 1970 (UTC); `None` if nothing tells.
    pub time: Option<i64>,
    /// What makes it a moment to come back to, in the order in which it happened.
    pub moments: Vec<Moment>,
    /// 字 of the report.
    pub characters: usize,
}

/// What makes a state a moment to come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// It was made: by a template, an answer file, an import.
    Made,
    /// The earliest state that can be told; what came before was forgotten or lost.
    Earliest,
    /// A pause of an hour or more came behind it.
    Sitting,
    /// A day ended with it.
    Day,
    /// It was handed out in the format of this name.
    Exported(String),
    /// An import came behind it.
    BeforeImport,
    /// The template was changed behind it.
    BeforeTemplate,
    /// Words were replaced in several places behind it.
    BeforeReplacing,
    /// So many 字 were erased at once behind it.
    BeforeErasing(usize),
    /// The version of this number was restored behind it.
    BeforeRestoring(u64),
    /// It is the draft as it is.
    Now,
}

/// Returns the versions of a draft, the last first. Days are those of the writer's zone.
pub fn versions(past: &Past, zone: &TimeZone) -> Vec<Version> {
    let mut found = named(past, zone);
    let mut kept: Vec<Version> = Vec::new();
    past.walk_back(|seq, draft| {
        // Records that change nothing stand behind a state without being another.
        while let Some(version) = found.pop_if(|it| it.rev >= seq) {
            if version.rev == seq {
                let characters = characters(draft);
                kept.push(Version {
                    characters,
                    ..version
                });
            }
        }
        !found.is_empty()
    });
    kept
}

/// Returns the versions in the order in which they happened, without their 字.
fn named(past: &Past, zone: &TimeZone) -> Vec<Version> {
    let mut list = Named(Vec::new());
    let (mut rev, mut time) = (past.earliest(), past.saved());
    if rev > 0 {
        list.add(rev, time, Moment::Earliest);
    }
    for record in past.records() {
        let behind_pause = time.and_then(|it| pause(it, record.time, zone));
        match (&record.mark, &record.change) {
            (Some(Mark::Exported(format)), _) => {
                list.add(rev, time, Moment::Exported(format.clone()));
            }
            (Some(Mark::Restoring(to)), _) => list.add(rev, time, Moment::BeforeRestoring(*to)),
            (None, _) => {}
        }
        let Some(change) = &record.change else {
            continue;
        };
        list.extend(rev, time, behind_pause);
        if rev > 0 {
            list.extend(rev, time, before(change));
        }
        (rev, time) = (record.seq, Some(record.time));
        if is_making(record) {
            list.add(rev, time, Moment::Made);
        }
    }
    list.add(rev, time, Moment::Now);
    list.0
}

struct Named(Vec<Version>);

impl Named {
    fn add(&mut self, rev: u64, time: Option<i64>, moment: Moment) {
        match self.0.last_mut() {
            Some(last) if last.rev == rev => {
                if !last.moments.contains(&moment) {
                    last.moments.push(moment);
                }
            }
            _ => self.0.push(Version {
                rev,
                time,
                moments: vec![moment],
                characters: 0,
            }),
        }
    }

    fn extend(&mut self, rev: u64, time: Option<i64>, moment: Option<Moment>) {
        if let Some(moment) = moment {
            self.add(rev, time, moment);
        }
    }
}

fn is_making(record: &Record) -> bool {
    let cause = record.change.as_ref().map(|it| it.cause);
    record.seq == 1 && matches!(cause, Some(ChangeCause::Template | ChangeCause::Import))
}

/// What a pause between two changes makes of the state between them. A clock that was put back makes no pause.
fn pause(from: i64, to: i64, zone: &TimeZone) -> Option<Moment> {
    let day = |time: i64| {
        let time = Timestamp::from_millisecond(time).ok()?;
        Some(time.to_zoned_datetime(zone.clone()).date())
    };
    if day(to)?.cmp(&day(from)?) == Ordering::Greater {
        Some(Moment::Day)
    } else {
        (to - from >= PAUSE).then_some(Moment::Sitting)
    }
}

/// What a change makes of the state before it.
fn before(change: &Change) -> Option<Moment> {
    match change.cause {
        ChangeCause::Import => Some(Moment::BeforeImport),
        ChangeCause::Template => Some(Moment::BeforeTemplate),
        ChangeCause::Replace if change.edits.len() > 1 => Some(Moment::BeforeReplacing),
        ChangeCause::Undo | ChangeCause::Redo => None,
        ChangeCause::Typing
        | ChangeCause::Paste
        | ChangeCause::Replace
        | ChangeCause::Structure => {
            let n = erased(change);
            (n >= MANY).then_some(Moment::BeforeErasing(n))
        }
    }
}

/// How many 字 a change takes out of the draft.
fn erased(change: &Change) -> usize {
    let marks = |text: &str| typeset::count(text).marks;
    let of = |edit: &Edit| match edit {
        Edit::Splice {
            removed, inserted, ..
        } => marks(removed).saturating_sub(marks(inserted)),
        Edit::Remove { item, .. } => item.texts().into_iter().map(marks).sum(),
        Edit::Set { .. }
        | Edit::Insert { .. }
        | Edit::Move { .. }
        | Edit::Link(_)
        | Edit::Unlink(_) => 0,
    };
    change.edits.iter().map(of).sum()
}

/// Returns the change that makes the draft what it was behind record `rev`: `None` if that cannot be told, or if
/// it holds the same already.
pub fn restoring(past: &Past, now: &Draft, rev: u64) -> Option<Change> {
    Change::between(now, &past.at(rev)?, ChangeCause::Structure)
}

/// Makes the past of a draft unreadable, here and wherever the data folder has something of it.
///
/// # Errors
/// The draft is as it was.
pub fn forget(
    folder: &mut DraftFolder,
    home: &Home,
    draft: &Draft,
    place: Option<Place>,
    time: Timestamp,
) -> Result<Forgotten, StoreError> {
    folder.forget(home, draft, place, summary(draft, place), time)
}

/// Returns the name under which the data folder keeps what was handed out of a draft: the id in it tells later whose
/// it is. `part` tells parts of one draft apart.
pub fn export_name(title: &str, otherwise: &str, id: &str, part: &str, extension: &str) -> String {
    file_name(title, otherwise, &format!("{id}{part}.{extension}"))
}

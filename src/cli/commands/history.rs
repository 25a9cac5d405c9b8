//! `pouxi history`: the versions of a draft, what differs between them, the way back to one, and forgetting them.

use jiff::Timestamp;
use serde::Serialize;

use super::delete::confirmed;
use super::list::columns;
use crate::cli::args::{History, HistoryCompare, HistoryForget, HistoryRestore};
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_json, give_lines, remark};
use crate::desk::versions::messages::moments;
use crate::desk::{self, Comparison, Moment, Of, Sides, Version};
use crate::draft::{Draft, Session};
use crate::store::{DraftFolder, Mark, Opened, Past, rfc3339};

/// A version in the shape of `--json`.
#[derive(Serialize)]
struct Item<'a> {
    rev: u64,
    time: Option<String>,
    characters: usize,
    moments: Vec<&'static str>,
    exported: Vec<&'a str>,
}

/// A text that differs, in the shape of `--json`.
#[derive(Serialize)]
struct Text<'a> {
    name: &'a str,
    pieces: Vec<Piece<'a>>,
}

/// A piece of it: `same`, `gone` or `new`.
#[derive(Serialize)]
struct Piece<'a> {
    is: &'static str,
    text: &'a str,
}

/// All that differs, in the shape of `--json`.
#[derive(Serialize)]
struct Differences<'a> {
    new: usize,
    gone: usize,
    choices: bool,
    texts: Vec<Text<'a>>,
}

/// Lists the versions, the last first.
pub(in crate::cli) fn list(cx: &Cx, words: &History) -> Result<Exit, Failure> {
    let name = words.draft.as_deref().unwrap_or_default();
    let past = read(cx, name)?;
    let versions = desk::versions::versions(&past, &environment::zone());
    if words.json {
        let items: Vec<Item<'_>> = versions.iter().map(item).collect();
        give_json(&items)?;
        return Ok(Exit::Done);
    }
    let head = [
        say::head_rev(cx.lang),
        say::head_time(cx.lang),
        say::head_characters(cx.lang),
        say::head_moments(cx.lang),
    ];
    let row = |it: &Version| {
        [
            it.rev.to_string(),
            time(it).map_or_else(String::new, |it| environment::local_time(&it)),
            it.characters.to_string(),
            moments(cx.lang, &it.moments),
        ]
    };
    let rows: Vec<[String; 4]> = std::iter::once(head)
        .chain(versions.iter().map(row))
        .collect();
    let lines = columns(&rows);
    give_lines(lines.iter().map(String::as_str))?;
    Ok(Exit::Done)
}

/// Says what differs between a version and another, or the draft as it is.
pub(in crate::cli) fn compare(cx: &Cx, words: &HistoryCompare) -> Result<Exit, Failure> {
    let past = read(cx, &words.draft)?;
    let old = state(&past, words.rev)?;
    let new = match words.other {
        Some(rev) => state(&past, rev)?,
        None => past.draft().clone(),
    };
    let comparison = desk::compare(cx.lang, &old, &new);
    if words.json {
        give_json(&differences(&comparison))?;
    } else {
        let paper = desk::paper(cx.lang, &comparison, Sides::Versions);
        give_lines(paper.text.lines())?;
    }
    Ok(Exit::Done)
}

/// Makes a version the draft again: a change like any other, that undo takes back.
pub(in crate::cli) fn restore(cx: &Cx, words: &HistoryRestore) -> Result<Exit, Failure> {
    let id = cx.find(&words.draft)?;
    let Opened {
        mut folder,
        recovered,
    } = DraftFolder::open(&cx.home.folder(&id), &environment::owner())?;
    cx.warn_of_damage(&recovered);
    let past = Past::read(&cx.home.folder(&id))?;
    let version = state(&past, words.rev)?;
    let mut session = Session::new(recovered.draft);
    let title = version.title.clone();
    let Some(change) = desk::restoring(&past, session.draft(), words.rev) else {
        give_lines([say::version_is_the_same(cx.lang, words.rev).as_str()])?;
        return Ok(Exit::Done);
    };
    let time = environment::now();
    folder.mark(time, Mark::Restoring(words.rev))?;
    let committed = session
        .commit(change)
        .expect("a change made from this draft applies to it");
    folder.append(time, &committed)?;
    let place = recovered.place.filter(|it| {
        let text = session.draft().text_at(it.spot);
        text.is_some_and(|text| text.is_char_boundary(it.caret))
    });
    let summary = desk::summary(session.draft(), place);
    folder.snapshot(session.draft(), place, summary, time)?;
    give_lines([say::version_restored(cx.lang, words.rev, &title, &id).as_str()])?;
    Ok(Exit::Done)
}

/// Makes the past of a draft unreadable, after asking once. Refused while another window writes it.
pub(in crate::cli) fn forget(cx: &Cx, words: &HistoryForget) -> Result<Exit, Failure> {
    let id = cx.find(&words.draft)?;
    // Taken before the question: whoever says yes should not hear no afterwards.
    let Opened {
        mut folder,
        recovered,
    } = DraftFolder::open(&cx.home.folder(&id), &environment::owner())?;
    cx.warn_of_damage(&recovered);
    if recovered.damaged_snapshot.is_some() && recovered.seq == 0 {
        let path = cx.home.folder(&id);
        return Err(Failure::Damaged { path });
    }
    let title = match recovered.draft.title.as_str() {
        "" => say::untitled(cx.lang),
        it => it.to_owned(),
    };
    let question = say::ask_forget(cx.lang, &title, &id);
    let needs = say::forget_needs_yes(cx.lang, &id);
    if !words.yes && !confirmed(cx, &question, needs)? {
        remark(&say::not_forgotten(cx.lang));
        return Ok(Exit::Done);
    }
    let (draft, place) = (&recovered.draft, recovered.place);
    let forgotten = desk::forget(&mut folder, &cx.home, draft, place, environment::now())?;
    for path in &forgotten.left {
        remark(&say::forget_left(cx.lang, &path.display().to_string()));
    }
    give_lines([say::forgotten(cx.lang, &title, &id, forgotten.removed).as_str()])?;
    Ok(Exit::Done)
}

/// Reads the past of a draft without locking it.
fn read(cx: &Cx, name: &str) -> Result<Past, Failure> {
    let found = cx.read(name)?;
    let folder = cx.home.folder(&found.id);
    Ok(Past::behind(&folder, found.recovered)?)
}

fn state(past: &Past, rev: u64) -> Result<Draft, Failure> {
    past.at(rev).ok_or(Failure::NoVersion { rev })
}

fn time(version: &Version) -> Option<String> {
    let time = Timestamp::from_millisecond(version.time?).ok()?;
    Some(rfc3339(time))
}

fn item(version: &Version) -> Item<'_> {
    let exported = version.moments.iter().filter_map(|it| match it {
        Moment::Exported(format) => Some(format.as_str()),
        Moment::Made
        | Moment::Earliest
        | Moment::Sitting
        | Moment::Day
        | Moment::BeforeImport
        | Moment::BeforeTemplate
        | Moment::BeforeReplacing
        | Moment::BeforeErasing(_)
        | Moment::BeforeRestoring(_)
        | Moment::Now => None,
    });
    let mut names: Vec<&str> = version.moments.iter().map(name_of).collect();
    names.dedup();
    Item {
        rev: version.rev,
        time: time(version),
        characters: version.characters,
        moments: names,
        exported: exported.collect(),
    }
}

fn name_of(moment: &Moment) -> &'static str {
    match moment {
        Moment::Made => "made",
        Moment::Earliest => "earliest",
        Moment::Sitting => "pause",
        Moment::Day => "day",
        Moment::Exported(_) => "exported",
        Moment::BeforeImport => "before_import",
        Moment::BeforeTemplate => "before_template",
        Moment::BeforeReplacing => "before_replacing",
        Moment::BeforeErasing(_) => "before_erasing",
        Moment::BeforeRestoring(_) => "before_restoring",
        Moment::Now => "now",
    }
}

fn differences(comparison: &Comparison) -> Differences<'_> {
    let (new, gone) = comparison.characters();
    Differences {
        new,
        gone,
        choices: comparison.has_other,
        texts: comparison.texts.iter().map(text).collect(),
    }
}

fn text(difference: &desk::Difference) -> Text<'_> {
    let piece = |it: &'_ desk::Piece| match it.of {
        Of::Both => "same",
        Of::Old => "gone",
        Of::New => "new",
    };
    let pieces = difference.pieces.iter();
    Text {
        name: &difference.name,
        pieces: pieces
            .map(|it| Piece {
                is: piece(it),
                text: &it.text,
            })
            .collect(),
    }
}

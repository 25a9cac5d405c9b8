//! Finding and replacing: over the whole draft, there and back.

use crate::draft::{Change, Spot};
use crate::find::{self, MatchKind};
use crate::sitting::effect::Effect;
use crate::sitting::messages as say;
use crate::sitting::model::{About, Ask, Focus, List, Model, Screen, Search};
use crate::wizard::Stop;

use super::text;

/// Asks what to look for; what was looked for last stands there already.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    let last = model
        .work
        .as_ref()
        .and_then(|it| it.search.as_ref())
        .map(|it| it.query.clone());
    let text = last.unwrap_or_default();
    model.screen = Screen::Ask(Ask {
        about: About::Find,
        caret: text.len(),
        text,
    });
    Vec::new()
}

/// Looks for words, and shows where they stand.
pub(super) fn look_for(model: &mut Model, query: &str) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let matches = find::find(work.draft(), query);
    if matches.is_empty() {
        model.notice = Some(say::not_found(model.lang, query));
        return Vec::new();
    }
    work.keep_search(Search {
        query: query.to_owned(),
        matches,
        with: None,
        is_away: false,
    });
    model.screen = Screen::List(List::Found, 0);
    Vec::new()
}

/// Goes to a match, and selects it.
pub(super) fn go(model: &mut Model, n: usize) -> Vec<Effect> {
    model.screen = Screen::Write;
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let Some(search) = &mut work.search else {
        return Vec::new();
    };
    let Some(piece) = search
        .matches
        .get(n)
        .and_then(|it| it.pieces().first())
        .cloned()
    else {
        return Vec::new();
    };
    search.is_away = true;
    work.go_to(Spot::Text(piece.field));
    if work.writer.focus == Focus::Stop(Stop::Text(Spot::Text(piece.field))) {
        work.writer.anchor = Some(piece.range.start);
        work.writer.caret = piece.range.end;
    }
    text::left_field(model)
}

/// Back to the list of matches, as they are now.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    let Some(search) = model.work.as_ref().and_then(|it| it.search.as_ref()) else {
        return Vec::new();
    };
    let query = search.query.clone();
    look_for(model, &query)
}

/// Asks what to put in the place of the matches.
pub(super) fn ask_with(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Ask(Ask {
        about: About::With,
        text: String::new(),
        caret: 0,
    });
    Vec::new()
}

/// Shows what a replacement would change.
pub(super) fn preview(model: &mut Model, with: &str) -> Vec<Effect> {
    if let Some(search) = model.work.as_mut().and_then(|it| it.search.as_mut()) {
        search.with = Some(with.to_owned());
        model.screen = Screen::List(List::Replace, 0);
    }
    Vec::new()
}

/// Replaces one match, or all whose very words were looked for: what sounds alike must be chosen by itself.
pub(super) fn replace(model: &mut Model, n: Option<usize>) -> Vec<Effect> {
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let Some((search, with)) = work
        .search
        .as_ref()
        .and_then(|it| Some((it, it.with.clone()?)))
    else {
        return Vec::new();
    };
    let chosen: Vec<_> = (search.matches.iter().enumerate())
        .filter(|(at, it)| n.map_or(it.kind() == MatchKind::Literal, |n| n == *at))
        .map(|(_, it)| it.clone())
        .collect();
    let change: Option<Change> = find::replacement(work.draft(), &chosen, &with);
    let n_replaced = chosen.len();
    let effects = change.map_or_else(Vec::new, |it| text::commit(model, it));
    if effects.is_empty() {
        return effects;
    }
    let (lang, query) = match model.work.as_mut().and_then(|it| it.search.as_mut()) {
        Some(search) => (model.lang, search.query.clone()),
        None => return effects,
    };
    if let Some(work) = &mut model.work {
        let matches = find::find(work.draft(), &query);
        let is_done = n.is_none() || matches.is_empty();
        model.screen = if is_done {
            Screen::Write
        } else {
            Screen::List(List::Replace, 0)
        };
        work.keep_search(Search {
            query,
            matches,
            with: Some(with),
            is_away: false,
        });
    }
    model.notice = Some(say::replaced(lang, n_replaced));
    effects
}

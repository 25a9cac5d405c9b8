//! What was found, and what it would read replaced.

use crate::find::{self, MatchKind};
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model, Work};

use super::names::place_of;
use super::{Act, Item, item};

/// Cells of the words around a match, on either side.
const AROUND: usize = 16;

/// Every match with the words around it, and what can be done with all.
pub(super) fn found(model: &Model, work: &Work) -> Vec<Item> {
    let lang = model.lang;
    let Some(search) = &work.search else {
        return Vec::new();
    };
    let mut items: Vec<Item> = Vec::new();
    for (n, found) in search.matches.iter().enumerate() {
        let Some(it) = found.excerpt(work.draft(), AROUND, model.ambiguous) else {
            continue;
        };
        let label = format!("{}[{}]{}", it.before, it.hit, it.after);
        items.push(Item {
            label,
            state: String::new(),
            detail: place_of(lang, work, found.start().0),
            act: Act::GoToMatch(n),
        });
    }
    items.push(item(say::replace_entry(lang), Act::AskWith));
    items.push(item(say::find_other(lang), Act::AskFind));
    items.push(item(say::back_to_writing(lang), Act::Write));
    items
}

/// Every match as it would read, and all at once.
pub(super) fn replacing(model: &Model, work: &Work) -> Vec<Item> {
    let lang = model.lang;
    let Some((search, with)) = work
        .search
        .as_ref()
        .and_then(|it| Some((it, it.with.as_ref()?)))
    else {
        return Vec::new();
    };
    let n_literal = search
        .matches
        .iter()
        .filter(|it| it.kind() == MatchKind::Literal)
        .count();
    let mut items = Vec::new();
    if n_literal > 0 {
        items.push(item(say::replace_all(lang, n_literal), Act::Replace(None)));
    }
    for (n, found) in search.matches.iter().enumerate() {
        let one = std::slice::from_ref(found);
        let Some(mut previews) = find::preview(work.draft(), one, with, AROUND, model.ambiguous)
        else {
            continue;
        };
        let Some(it) = previews.pop() else { continue };
        let label = format!("{}[{}]{}", it.now.before, it.now.hit, it.now.after);
        items.push(Item {
            label,
            state: String::new(),
            detail: say::instead_of(lang, &it.was.hit),
            act: Act::Replace(Some(n)),
        });
    }
    items.push(item(say::back(lang), Act::Show(List::Found)));
    items
}

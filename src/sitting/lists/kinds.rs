//! The kinds of report there are, and what was read in a notice that makes one more.

use crate::sitting::messages as say;
use crate::sitting::model::{List, Model};
use crate::template::notice::{self, messages as notice_say};
use crate::template::{Template, built_in};

use super::{Act, Item, item};

/// The kinds of report: the writer's own, then those of the newest year and those of no year in the language of the
/// interface. Those of earlier years, and those in the other language, have a list each.
pub(super) fn kinds(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let shelf_of = |it: &Template| shelf_of(model, it);
    let mut items = kinds_on(model, Shelf::First);
    // Behind those that follow a notice, which is what it stands for; never first, where Enter goes by itself.
    let of_year = |it: &Template| is_own(it) || it.year.is_some();
    let n_of_year = (model.kinds().iter())
        .filter(|it| shelf_of(it) == Shelf::First && of_year(it))
        .count();
    let at = if n_of_year > 0 {
        n_of_year
    } else {
        items.len()
    };
    items.insert(at, item(say::from_notice(lang), Act::Show(List::Notice)));
    for (shelf, label, list) in [
        (Shelf::Earlier, say::earlier_kinds(lang), List::EarlierKinds),
        (Shelf::Other, say::other_kinds(lang), List::OtherKinds),
    ] {
        let n_kinds = model
            .kinds()
            .iter()
            .filter(|it| shelf_of(it) == shelf)
            .count();
        if n_kinds > 0 {
            items.push(Item {
                detail: say::n_kinds(lang, n_kinds),
                ..item(label, Act::Show(list))
            });
        }
    }
    items.push(item(say::back(lang), Act::Show(List::Start)));
    items
}

/// The kinds of one of the two lists behind the first.
pub(super) fn shelf(model: &Model, shelf: Shelf) -> Vec<Item> {
    (kinds_on(model, shelf).into_iter())
        .chain([item(say::back(model.lang), Act::Show(List::Kinds))])
        .collect()
}

/// Which of the three lists a kind stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    First,
    Earlier,
    Other,
}

fn shelf_of(model: &Model, kind: &Template) -> Shelf {
    let newest = built_in().iter().filter_map(|it| it.year).max();
    if is_own(kind) {
        Shelf::First
    } else if kind.lang() != model.lang {
        Shelf::Other
    } else if kind.year.is_some() && kind.year != newest {
        Shelf::Earlier
    } else {
        Shelf::First
    }
}

pub(super) fn is_own(kind: &Template) -> bool {
    built_in().iter().all(|it| !std::ptr::eq(*it, kind))
}

/// The kinds of one list: the writer's own first, then the newest.
pub(super) fn kinds_on(model: &Model, shelf: Shelf) -> Vec<Item> {
    let lang = model.lang;
    let mut kinds = model.kinds();
    kinds.retain(|it| shelf_of(model, it) == shelf);
    kinds.sort_by_key(|it| (!is_own(it), std::cmp::Reverse(it.year)));
    let line = |it: &'static Template| Item {
        label: it.name.clone(),
        state: String::new(),
        detail: match (is_own(it), it.confirmed) {
            (true, _) => say::own_kind(lang),
            (false, true) => String::new(),
            (false, false) => say::unconfirmed(lang),
        },
        act: Act::AskYear(it.id.clone()),
    };
    kinds.into_iter().map(line).collect()
}

/// What was read in a notice, each with its line; choosing one takes it out. Before anything is read, how to put one in.
pub(super) fn read_notice(model: &Model) -> Vec<Item> {
    let lang = model.lang;
    let mut items = Vec::new();
    let reading = model.read_notice.as_ref().map(|it| &it.reading);
    if let Some(reading) = reading {
        if reading.is_usable() {
            items.push(item(say::write_to_notice(lang), Act::KeepNotice));
        }
        for (at, it) in reading.reads.iter().enumerate() {
            let label = notice_say::label(lang, &it.what);
            let words = notice_say::words(lang, it);
            items.push(Item {
                detail: say::on_line(lang, it.line),
                ..item(format!("{label}  {words}"), Act::DropRead(at))
            });
        }
    }
    items.push(item(say::notice_from_file(lang), Act::AskNoticeFile));
    items.push(item(say::back(lang), Act::Show(List::Kinds)));
    // What was not understood comes last: it is to be read, not chosen.
    for (line, text) in reading
        .into_iter()
        .flat_map(notice::Reading::not_understood)
    {
        items.push(Item {
            detail: say::on_line(lang, *line),
            ..item(say::nothing_read(lang, text), Act::Show(List::Notice))
        });
    }
    items
}

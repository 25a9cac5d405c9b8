//! The check screen: there and back, mending, silencing. Every change is one step of undo; nothing is changed unasked.

use crate::check::{At, Finding, Missing, mend_some};
use crate::desk::reviewing::rulebook;
use crate::draft::{Attr, Change, ChangeCause, ItemId, PassageKind, ProblemAt, Spot};
use crate::sitting::effect::Effect;
use crate::sitting::lists::Act;
use crate::sitting::model::{About, Ask, Focus, List, Model, Screen, Work};
use crate::sitting::reviewer::Quiet;
use crate::sitting::reviewer::chain::rows;
use crate::sitting::reviewer::lists::{Line, line_near, line_of as line_of_finding, told_lines};
use crate::sitting::reviewer::messages as say;
use crate::typeset;
use crate::wizard::Stop;

use super::text;

/// Words of more characters than this are shown, not selected: a key must not replace a whole sentence.
const SELECTED: usize = 12;

/// After every message: says what was found where the caret came to, and looks anew where a screen tells of it.
pub(super) fn follow(model: &mut Model) {
    let (lang, lists) = (model.lang, model.lists);
    let tells = match &model.screen {
        Screen::List(list, _) => matches!(
            list,
            List::Check | List::Finding(_) | List::Silenced | List::Result | List::HandOut(_)
        ),
        Screen::Write | Screen::Ask(_) | Screen::Read(..) => false,
    };
    let writes = model.screen == Screen::Write;
    let Some(work) = &mut model.work else { return };
    if tells {
        work.look(lang, lists);
    } else if writes {
        work.remark(lang, lists);
        // Left in another way than by finishing it: from now on only the button leads back.
        if work.checked.away_at != work.spot() {
            work.checked.away_at = None;
        }
    }
}

/// Shows what was found, at the line chosen last.
pub(super) fn show(model: &mut Model) -> Vec<Effect> {
    let (lang, lists) = (model.lang, model.lists);
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    work.come_back();
    work.look(lang, lists);
    let line = line_near(work, work.checked.line);
    model.screen = Screen::List(List::Check, line);
    text::left_field(model)
}

/// Shows what can be done with the finding of a line; of other lines, does what they do.
pub(super) fn menu(model: &mut Model, line: usize) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let Some(Line::One(n)) = told_lines(work).get(line).copied() else {
        return super::act::pick(model, &List::Check, line);
    };
    (work.checked.line, work.checked.chosen) = (line, n);
    model.screen = Screen::List(List::Finding(n), 0);
    Vec::new()
}

/// Returns the menu of the finding chosen last.
pub(super) fn finding_screen(model: &Model) -> Screen {
    let n = model.work.as_ref().map_or(0, |it| it.checked.chosen);
    Screen::List(List::Finding(n), 0)
}

/// Returns the line of an item in the chain.
pub(super) fn line_of(model: &Model, id: ItemId) -> usize {
    let draft = model.work.as_ref().map(Work::draft);
    let rows = draft.map_or_else(Vec::new, |it| rows(model.lang, it));
    rows.iter().position(|it| it.id == id).unwrap_or_default()
}

/// Shows the findings of a rule one by one, or behind one line again.
pub(super) fn fold(model: &mut Model, rule: &'static str) -> Vec<Effect> {
    if let Some(work) = &mut model.work {
        let opened = &mut work.checked.opened;
        match opened.iter().position(|it| *it == rule) {
            Some(at) => {
                opened.remove(at);
            }
            None => opened.push(rule),
        }
        let is_first = |it: &Line| match it {
            Line::Many { first, .. } => work
                .checked
                .told
                .get(*first)
                .is_some_and(|it| it.rule == rule),
            Line::One(_) => false,
        };
        let line = told_lines(work).iter().position(is_first);
        work.checked.line = line.unwrap_or_default();
        model.screen = Screen::List(List::Check, work.checked.line);
    }
    Vec::new()
}

/// Asks for a text to hold the draft against.
pub(super) fn ask_against(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Ask(Ask {
        about: About::Against,
        text: String::new(),
        caret: 0,
    });
    Vec::new()
}

/// Holds the draft against a text, and shows what was found.
pub(super) fn hold_against(model: &mut Model, name: &str, text: String) {
    let lang = model.lang;
    if let Some(work) = &mut model.work {
        work.checked.hold_against(name.to_owned(), text);
    }
    // Nothing was written on the way here: there is nothing to bring to the disk.
    let _effects = show(model);
    let n = (model.work.as_ref()).map_or(0, |work| {
        let told = work.checked.told.iter().filter_map(|it| it.twin.as_ref());
        told.filter(|it| it.name.as_deref() == Some(name)).count()
    });
    model.notice = Some(say::held_against(lang, name, n));
}

/// Shows the chain, and remembers where it was opened from.
pub(super) fn show_chain(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang;
    if let Some(work) = &mut model.work {
        let from = match &model.screen {
            // From further in: where it was opened from first.
            Screen::List(List::Chain | List::Links(_), _) => work.checked.before_chain.take(),
            Screen::List(list, line) => Some((list.clone(), *line)),
            Screen::Write | Screen::Ask(_) | Screen::Read(..) => None,
        };
        work.checked.before_chain = from;
        let is_from_links = match &model.screen {
            Screen::List(List::Links(id), _) => Some(*id),
            Screen::List(..) | Screen::Write | Screen::Ask(_) | Screen::Read(..) => None,
        };
        let rows = rows(lang, work.draft());
        let line = is_from_links.and_then(|id| rows.iter().position(|it| it.id == id));
        model.screen = Screen::List(List::Chain, line.unwrap_or_default());
    }
    Vec::new()
}

/// Leaves the chain to where it was opened from; to the check screen where that is not known.
pub(super) fn leave_chain(model: &mut Model) -> Vec<Effect> {
    let from = (model.work.as_mut()).and_then(|it| it.checked.before_chain.take());
    match from {
        Some((List::Check, line)) => {
            if let Some(work) = &mut model.work {
                work.checked.line = line;
            }
            let effects = show(model);
            // The line of the chain is no finding.
            if let Screen::List(List::Check, at) = &mut model.screen {
                *at = line;
            }
            effects
        }
        Some((list, line)) => {
            model.screen = Screen::List(list, line);
            Vec::new()
        }
        None => show(model),
    }
}

/// Goes to a finding: the caret at the start of its words, and short words selected.
pub(super) fn go(model: &mut Model, n: usize) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let Some(finding) = work.checked.told.get(n).cloned() else {
        return Vec::new();
    };
    (work.checked.line, work.checked.chosen) = (line_of_finding(work, n), n);
    work.checked.is_away = true;
    work.checked.away_at = None;
    model.screen = Screen::Write;
    match (&finding.at, spot_to_write(work, &finding)) {
        (_, Some(spot)) => work.go_to(spot),
        (At::Report, None) => {
            model.screen = Screen::List(List::Outline, 0);
            return text::left_field(model);
        }
        (At::Item(id), None) => {
            if let Some(page) = crate::desk::reviewing::page_with(work.draft(), *id) {
                work.arrive(page);
            }
        }
        (At::Text(field, range), None) => {
            let spot = Spot::Text(*field);
            work.go_to(spot);
            if work.writer.focus == Focus::Stop(Stop::Text(spot)) {
                work.writer.caret = typeset::floor_boundary(work.text(), range.start);
                let n_characters = finding.excerpt(work.draft()).chars().count();
                if (1..=SELECTED).contains(&n_characters) {
                    work.writer.anchor = Some(typeset::ceil_boundary(work.text(), range.end));
                }
            }
        }
    }
    work.checked.away_at = work.spot();
    let effects = text::left_field(model);
    // What is said under the text must be what led here.
    if let Some(work) = &mut model.work {
        work.checked.quiet = Quiet::default();
        work.remark(model.lang, model.lists);
    }
    effects
}

/// Where something is missing, the text to be written: the words that a rule points at are only where it shows.
fn spot_to_write(work: &Work, finding: &Finding) -> Option<Spot> {
    let draft = work.draft();
    let id = finding.at.item()?;
    let owner = draft.passage(id).map_or(id, |(owner, _)| owner);
    let problem = || draft.problem(owner).map(|_| ProblemAt::Known(owner));
    match finding.missing? {
        Missing::Example => Some(Spot::NewPassage(problem()?, PassageKind::Example)),
        Missing::Cause => Some(Spot::NewCause(Some(problem()?))),
        Missing::Measure => draft.cause(owner).map(|_| Spot::NewRemedy(owner)),
    }
}

/// Tells whether finishing the open text leads back to the check screen.
pub(super) fn leads_back(work: &Work) -> bool {
    let checked = &work.checked;
    checked.is_away && checked.away_at.is_some() && checked.away_at == work.spot()
}

/// Mends one finding.
pub(super) fn mend(model: &mut Model, n: usize) -> Vec<Effect> {
    let fix = (model.work.as_mut()).and_then(|work| {
        work.checked.line = line_of_finding(work, n);
        work.checked.told.get(n)?.fix.clone()
    });
    make(model, fix.map(|edits| (edits, 1)))
}

/// Mends all findings of a rule, or all there are, that can be mended.
pub(super) fn mend_all(model: &mut Model, rule: Option<&str>) -> Vec<Effect> {
    let lang = model.lang;
    let fixes = model.work.as_ref().map(|work| {
        let draft = work.draft();
        mend_some(&rulebook(lang, model.lists.words(), draft), draft, |it| {
            rule.is_none_or(|rule| rule == it.rule)
        })
    });
    make(model, fixes.filter(|it| it.1 > 0))
}

fn make(model: &mut Model, fixes: Option<(Vec<crate::draft::Edit>, usize)>) -> Vec<Effect> {
    let lang = model.lang;
    let Some((edits, n)) = fixes else {
        model.notice = Some(say::not_mended(lang));
        return Vec::new();
    };
    let effects = text::commit(
        model,
        Change {
            cause: ChangeCause::Replace,
            edits,
        },
    );
    if effects.is_empty() {
        return effects;
    }
    back(model, effects, say::mended(lang, n))
}

/// Asks why a finding is not to be told.
pub(super) fn ask_silence(
    model: &mut Model,
    rule: &'static str,
    item: Option<ItemId>,
) -> Vec<Effect> {
    if model.work_to_change().is_none() {
        return Vec::new();
    }
    model.screen = Screen::Ask(Ask {
        about: About::Silence(rule, item),
        text: String::new(),
        caret: 0,
    });
    Vec::new()
}

/// Tells it no more, for the reason given.
pub(super) fn silence(
    model: &mut Model,
    rule: &str,
    item: Option<ItemId>,
    why: &str,
) -> Vec<Effect> {
    let now = Attr::Silence(rule.to_owned(), item, Some(why.trim().to_owned()));
    let sentence = say::is_silenced(model.lang);
    choose(model, now, sentence)
}

/// Tells it again.
pub(super) fn unsilence(model: &mut Model, rule: String, item: Option<ItemId>) -> Vec<Effect> {
    let sentence = say::told_again(model.lang);
    choose(model, Attr::Silence(rule, item, None), sentence)
}

fn choose(model: &mut Model, now: Attr, sentence: String) -> Vec<Effect> {
    let change = (model.work.as_ref()).and_then(|it| it.draft().choice(now));
    let effects = change.map_or_else(Vec::new, |it| text::commit(model, it));
    if effects.is_empty() {
        return effects;
    }
    back(model, effects, sentence)
}

/// Back to the check screen after a change, with a sentence about it.
fn back(model: &mut Model, mut effects: Vec<Effect>, sentence: String) -> Vec<Effect> {
    effects.extend(show(model));
    model.notice = Some(sentence);
    effects
}

/// Asks before the report leaves if something must be looked at, once for each time the draft is open. Tells whether
/// it asked.
pub(super) fn asks_first(model: &mut Model, act: &Act) -> bool {
    let (lang, lists) = (model.lang, model.lists);
    let Some(work) = &mut model.work else {
        return false;
    };
    work.look(lang, lists);
    if work.checked.has_asked || work.checked.counts().error == 0 {
        return false;
    }
    work.checked.has_asked = true;
    model.screen = Screen::List(List::HandOut(Box::new(act.clone())), 0);
    true
}

/// Links two items of the chain, or cuts the link; the list of links stays.
pub(super) fn join(model: &mut Model, id: ItemId, link: crate::draft::Link) -> Vec<Effect> {
    let lang = model.lang;
    let screen = model.screen.clone();
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let draft = work.draft();
    let (change, sentence) = match draft.unlinking(link) {
        Some(change) => (Some(change), say::cut(lang)),
        None => (draft.linking(link), say::linked(lang)),
    };
    let effects = change.map_or_else(Vec::new, |it| text::commit(model, it));
    if !effects.is_empty() {
        model.notice = Some(sentence);
    }
    model.screen = match screen {
        Screen::List(List::Links(it), cursor) if it == id => Screen::List(List::Links(id), cursor),
        Screen::Write | Screen::List(..) | Screen::Ask(_) | Screen::Read(..) => {
            Screen::List(List::Links(id), 0)
        }
    };
    effects
}

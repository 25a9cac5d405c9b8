//! What the world answers.

use crate::draft::{Change, ChangeCause};
use crate::sitting::effect::Effect;
use crate::sitting::messages as say;
use crate::sitting::model::{Found, List, Model, Saving, Screen, Work, Writer};
use crate::sitting::msg::{Msg, OpenedDraft};
use crate::wizard::Page;

use super::{act, asked, trouble};

/// Takes in an answer of the world.
pub(super) fn answer(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Opened(opened) => open(model, *opened),
        Msg::Busy(id, owner) => model.screen = act::busy_screen(id, owner),
        Msg::Remembered(history, step) => {
            if let Some(work) = &mut model.work {
                work.session.remember(history.since_made());
                work.knows_history = true;
            }
            return act::step(model, step);
        }
        Msg::WrittenDown => {
            if let Some(work) = &mut model.work
                && work.saving == Saving::Failing
            {
                work.saving = Saving::Unsynced;
                model.notice = Some(say::saved_again(model.lang));
            }
        }
        Msg::NotWrittenDown(why) => {
            if let Some(work) = &mut model.work {
                work.saving = Saving::Failing;
            }
            model.notice = Some(say::not_saved(model.lang, &why));
        }
        Msg::DiskRefused(error) => {
            let why = crate::store::messages::reason(model.lang, &error).0;
            answer(model, Msg::NotWrittenDown(why));
            return vec![Effect::Doubt];
        }
        Msg::TakenOver => return trouble::taken_over(model),
        Msg::Moved(id, path) => trouble::moved(model, id, path),
        Msg::PutAway(code) => return trouble::put_away(model, code),
        Msg::Edited(change, sentence) => {
            model.screen = Screen::Write;
            let effects = super::text::commit(model, change);
            if !effects.is_empty() {
                model.notice = Some(sentence);
            }
            return effects;
        }
        Msg::Listed(drafts, trash) => {
            model.drafts = drafts;
            model.trash = trash;
        }
        Msg::Versions(past) => super::past::show(model, *past),
        Msg::Forgotten(sentence) => super::past::forgotten(model, sentence),
        Msg::Kept(id) => return asked::kept(model, &id),
        Msg::NoticeText(text) => super::kinds::read_notice(model, &text),
        Msg::Kinds(kinds) => {
            model.unread_kinds = kinds.unread.len();
            model.own_kinds = kinds.own;
        }
        Msg::Foreign(name, source) => super::intake::took(model, name, *source),
        Msg::Said(sentence) => model.notice = Some(sentence),
        Msg::Exists(format, path) => model.screen = Screen::List(List::Exists { format, path }, 0),
        // Handled by `update` itself.
        Msg::Key(..)
        | Msg::Typed(..)
        | Msg::Paste(_)
        | Msg::Chosen(_)
        | Msg::Answered(_)
        | Msg::Back
        | Msg::Next
        | Msg::Wanted(_)
        | Msg::Written(_)
        | Msg::Stood(_)
        | Msg::Marked(_)
        | Msg::Carried(_)
        | Msg::Returned
        | Msg::Mouse(..)
        | Msg::Pointed(..)
        | Msg::Resize(..)
        | Msg::Idle
        | Msg::Stop
        | Msg::Continued
        | Msg::Terminate(_) => {}
    }
    Vec::new()
}

fn open(model: &mut Model, opened: OpenedDraft) {
    let OpenedDraft {
        id,
        session,
        place,
        read_only,
        found,
        remark,
        earlier,
    } = opened;
    let template = crate::desk::template_of(session.draft());
    let tally = crate::sitting::tally::Tally::of(session.draft());
    let found = found.map(|(saved, tail)| Found {
        saved_characters: crate::desk::characters(&saved),
        saved,
        back: back_to_snapshot(tail.into_iter().filter_map(|it| it.change)),
    });
    let is_recovery = found.is_some() && !read_only;
    let mut work = Work {
        id,
        session,
        knows_history: false,
        template,
        writer: Writer::at(Page::Front),
        saving: if read_only {
            Saving::ReadOnly
        } else {
            Saving::Synced
        },
        tally,
        search: None,
        earlier,
        versions: None,
        compared: crate::desk::Paper::default(),
        checked: crate::sitting::reviewer::Checked::default(),
        proof: crate::sitting::preview::Proof::default(),
        found: if read_only { None } else { found },
    };
    work.go_to_place(place);
    // Opening waits for no reviewer, and the writer comes to write.
    work.hush();
    model.work = Some(work);
    model.screen = if is_recovery {
        Screen::List(List::Recovery, 0)
    } else {
        Screen::Write
    };
    let missing = model
        .work
        .as_ref()
        .and_then(|it| crate::desk::template_missing(model.lang, it.draft()));
    // What was said about a draft just made of a foreign text stays in sight.
    let said = model.notice.take();
    model.notice = remark
        .or_else(|| read_only.then(|| say::is_read_only(model.lang)))
        .or(missing)
        .or(said);
}

/// Returns the one change that takes all of these back.
fn back_to_snapshot(changes: impl Iterator<Item = Change>) -> Change {
    let edits = changes.flat_map(|it| it.edits).collect();
    Change {
        cause: ChangeCause::Structure,
        edits,
    }
    .invert(ChangeCause::Structure)
}

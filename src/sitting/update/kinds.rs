//! Kinds of report on the screen: a notice that is put in and read, and another template for the open draft.

use crate::draft::Change;
use crate::sitting::effect::Effect;
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model, ReadNotice, Rekind, Screen};
use crate::template::{self, notice};
use crate::wizard::rekind::{Mapping, change_kind};

use super::text;

/// Reads a notice that was put in, in place of one read before.
pub(super) fn read_notice(model: &mut Model, text: &str) {
    model.read_notice = Some(ReadNotice {
        text: text.to_owned(),
        reading: notice::read(text),
    });
    model.screen = Screen::List(List::Notice, 0);
}

/// Reads a notice that comes line by line.
pub(super) fn read_more(model: &mut Model, line: &str) {
    let before = model.read_notice.take();
    let before = before.map_or(String::new(), |it| it.text + "\n");
    read_notice(model, &(before + line));
}

/// Takes something out of what was read.
pub(super) fn drop_read(model: &mut Model, at: usize) {
    let Some(it) = &mut model.read_notice else {
        return;
    };
    if at < it.reading.reads.len() {
        it.reading.reads.remove(at);
        model.notice = Some(say::taken_out(model.lang));
    }
    let n_lines = crate::sitting::lists::items(model, &List::Notice).len();
    if let Screen::List(List::Notice, cursor) = &mut model.screen {
        *cursor = (*cursor).min(n_lines.saturating_sub(1));
    }
}

/// Keeps what was read as a template.
pub(super) fn keep_notice(model: &mut Model) -> Vec<Effect> {
    let Some(it) = model
        .read_notice
        .as_ref()
        .filter(|it| it.reading.is_usable())
    else {
        return Vec::new();
    };
    let template = it.reading.to_template(&it.reading.id_to_propose());
    vec![Effect::KeepTemplate(Box::new(template))]
}

/// Shows what becomes of every part under another template.
pub(super) fn propose(model: &mut Model, id: &str) {
    let (Some(template), Some(work)) = (template::find(id), &model.work) else {
        return;
    };
    let mapping = Mapping::propose(work.draft(), template);
    model.rekind = Some(Rekind { template, mapping });
    model.screen = Screen::List(List::Mapping, 0);
}

/// Gives a part the next place it can have under the other template.
pub(super) fn turn(model: &mut Model, at: usize) {
    if let (Some(rekind), Some(work)) = (&mut model.rekind, &model.work) {
        rekind.mapping.turn(work.draft(), rekind.template, at);
    }
}

/// Gives the draft the other template, as one change.
pub(super) fn rekind(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang;
    let Some(Rekind { template, mapping }) = model.rekind.take() else {
        return Vec::new();
    };
    let Some(work) = model.work_to_change() else {
        return Vec::new();
    };
    // The draft may have been changed by an undo meanwhile.
    if !mapping.fits(work.draft()) {
        propose(model, &template.id);
        return Vec::new();
    }
    let change: Change = change_kind(work.draft(), work.template, template, &mapping);
    let effects = text::commit(model, change);
    model.screen = Screen::List(List::Outline, 0);
    if !effects.is_empty() {
        model.notice = Some(say::kind_changed(lang, &template.name));
    }
    effects
}

/// What is asked is what the draft's template asks: also after a change of template was taken back.
pub(super) fn follow_template(model: &mut Model) {
    if let Some(work) = &mut model.work
        && work.template.id != work.draft().template
        && let Some(template) = template::find(&work.draft().template)
    {
        work.template = template;
    }
}

//! The proof: turning its pages, from a place of it to the text that stands there, and back.

use crate::desk::preview::{Preview, list_text};
use crate::draft::Spot;
use crate::export::lists::Kind;
use crate::sitting::effect::Effect;
use crate::sitting::keymap::{Command, Motion};
use crate::sitting::model::{Focus, List, Model, Reading, Screen};
use crate::sitting::preview::messages as say;
use crate::typeset;
use crate::wizard::Stop;

use super::text;

/// After every message: sets the report on pages where a screen shows them.
pub(super) fn follow(model: &mut Model) {
    let shows = match &model.screen {
        Screen::List(list, _) => matches!(
            list,
            List::Result | List::Printed(_) | List::PrintedParts(_)
        ),
        Screen::Read(reading, _) => *reading == Reading::Preview,
        Screen::Write | Screen::Ask(_) => false,
    };
    let Some(work) = model.work.as_mut().filter(|_| shows) else {
        return;
    };
    work.set_proof();
    if let Screen::Read(Reading::Preview, row) = &mut model.screen {
        *row = (*row).min(work.proof.preview.n_rows().saturating_sub(1));
    }
}

/// Opens the proof.
pub(super) fn open(model: &mut Model, row: usize) -> Vec<Effect> {
    let lang = model.lang;
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    work.set_proof();
    work.come_back_to_proof();
    if work.proof.preview.n_rows() == 0 {
        model.notice = Some(say::nothing(lang));
        model.screen = Screen::List(List::Result, 0);
        return Vec::new();
    }
    read(model, row)
}

/// Shows a row of the proof.
pub(super) fn read(model: &mut Model, row: usize) -> Vec<Effect> {
    model.screen = Screen::Read(Reading::Preview, row);
    Vec::new()
}

/// Opens the proof where the writer stands.
pub(super) fn here(model: &mut Model) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    work.set_proof();
    let row = work.row_of_proof();
    let mut effects = text::left_field(model);
    effects.extend(open(model, row));
    effects
}

/// Goes to the text that a row shows, the caret at the first letter of the row.
pub(super) fn change(model: &mut Model, row: usize) -> Vec<Effect> {
    let Some(work) = &mut model.work else {
        return Vec::new();
    };
    let Some((field, at)) = work.proof.preview.place(row) else {
        return Vec::new();
    };
    work.proof.row = row;
    work.proof.is_away = true;
    let spot = Spot::Text(field);
    work.go_to(spot);
    if work.writer.focus == Focus::Stop(Stop::Text(spot)) {
        work.writer.caret = typeset::floor_boundary(work.text(), at);
    }
    model.screen = Screen::Write;
    text::left_field(model)
}

/// Copies a list of the report by itself.
pub(super) fn copy_list(model: &Model, kind: Kind) -> Vec<Effect> {
    let Some(work) = &model.work else {
        return Vec::new();
    };
    vec![Effect::CopyText(list_text(work.draft(), kind))]
}

/// Does what a command does in the proof, which shows this row.
pub(super) fn command(model: &mut Model, row: usize, command: Command) -> Vec<Effect> {
    let Some(work) = &model.work else {
        return Vec::new();
    };
    let proof = &work.proof.preview;
    let last = proof.n_rows().saturating_sub(1);
    let to = match command {
        Command::Enter => {
            model.screen = Screen::List(List::Printed(row), 0);
            return Vec::new();
        }
        Command::Menu => {
            model.screen = Screen::List(List::Result, 0);
            return Vec::new();
        }
        Command::Next => part_behind(proof, row).unwrap_or(0),
        Command::Previous => part_before(proof, row),
        Command::Move(Motion::Up) => row.saturating_sub(1),
        Command::Move(Motion::Down) => row + 1,
        Command::Move(Motion::Left | Motion::PageUp) => {
            let page = proof.row(row).map_or(0, |it| it.0);
            proof.first_row(page.saturating_sub(1))
        }
        Command::Move(Motion::Right | Motion::PageDown) => {
            let page = proof.row(row).map_or(0, |it| it.0);
            match proof.first_row(page + 1) {
                it if it > last => row,
                it => it,
            }
        }
        Command::Move(Motion::RowStart) => 0,
        Command::Move(Motion::RowEnd) => last,
        _ => row,
    };
    read(model, to.min(last))
}

/// The first row of the part behind a row.
fn part_behind(proof: &Preview, row: usize) -> Option<usize> {
    (0..proof.parts.len())
        .filter_map(|it| proof.row_of_part(it))
        .find(|it| *it > row)
}

/// The first row of the part of a row, or of the one before it; above the first part, the last one.
fn part_before(proof: &Preview, row: usize) -> usize {
    let starts = (0..proof.parts.len()).filter_map(|it| proof.row_of_part(it));
    let starts: Vec<usize> = std::iter::once(0).chain(starts).collect();
    let before = starts.iter().rev().find(|it| **it < row);
    before.or(starts.last()).copied().unwrap_or_default()
}

//! Draws the model. Reads everything, changes nothing. What drawing must remember lives in [`Scroll`], which may
//! be thrown away at any moment.

mod around;
mod ask;
mod chain;
mod check;
mod list;
mod memory;
mod outline;
mod paint;
mod preview;
mod reading;
mod write;

use ratatui::layout::{Position, Rect};

use crate::draft::Spot;
use crate::wizard::Stop;

use super::canvas::Canvas;
use super::theme::Theme;
use crate::sitting::model::{List, Model, Reading, Screen};
use crate::sitting::msg::Pointed;

/// What drawing remembers from frame to frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The text that was open.
    spot: Option<Spot>,
    /// The first of its rows that was shown.
    top: usize,
    /// What was drawn where, for the mouse.
    targets: Vec<(Rect, Target)>,
    /// What the writing screen says besides the text.
    words: write::Words,
}

/// What a place on the screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The open text, from this row of its layout on.
    Text(usize),
    /// A closed question.
    Stop(Stop),
    /// A line of the open choice, from 0.
    Choice(usize),
    /// A button, from 0.
    Button(usize),
    /// A line of a list, from 0.
    Line(usize),
}

impl Scroll {
    /// Returns what a cell shows: a cell of the open text as the row and column of its layout.
    pub fn pointed_at(&self, x: u16, y: u16) -> Option<Pointed> {
        let (area, target) = self
            .targets
            .iter()
            .find(|(area, _)| area.contains(Position { x, y }))?;
        Some(match *target {
            Target::Text(top) => Pointed::Text {
                row: top + usize::from(y - area.y),
                column: usize::from(x - area.x),
            },
            Target::Stop(stop) => Pointed::Stop(stop),
            Target::Choice(n) => Pointed::Choice(n),
            Target::Button(n) => Pointed::Button(n),
            Target::Line(n) => Pointed::Line(n),
        })
    }

    /// Forgets the words that stay from frame to frame: the next one is worded from nothing, and looks the same.
    pub fn forget_words(&mut self) {
        self.words = write::Words::default();
    }

    fn drawn(&mut self, area: Rect, target: Target) {
        self.targets.push((area, target));
    }
}

/// Draws the model. The cursor is shown where a text has the focus and hidden elsewhere.
pub fn view(model: &Model, scroll: &mut Scroll, theme: Theme, canvas: &mut Canvas) {
    let area = canvas.area();
    if area.width == 0 || area.height == 0 {
        return;
    }
    scroll.targets.clear();
    match (&model.screen, &model.work) {
        (Screen::Write, Some(work)) => write::write(model, work, scroll, theme, canvas),
        (Screen::Write, None) => {}
        (Screen::List(List::Check, cursor), Some(work)) => {
            check::check(model, work, *cursor, scroll, theme, canvas);
        }
        (Screen::List(List::Chain, cursor), Some(work)) => {
            chain::chain(model, work, *cursor, scroll, theme, canvas);
        }
        (Screen::List(list, cursor), _) => list::list(model, list, *cursor, scroll, theme, canvas),
        (Screen::Ask(ask), _) => ask::ask(model, ask, theme, canvas),
        (Screen::Read(Reading::Preview, row), Some(work)) => {
            preview::preview(model, work, *row, scroll, theme, canvas);
        }
        (Screen::Read(reading, top), _) => reading::reading(model, *reading, *top, theme, canvas),
    }
}

//! Draws the model. Reads everything, changes nothing. What drawing must remember lives in [`Scroll`], which may
//! be thrown away at any moment.

mod ask;
mod list;
mod outline;
mod paint;
mod reading;
mod write;

use ratatui::Frame;

use crate::draft::Spot;

use super::model::{Model, Screen};
use super::theme::Theme;

pub use reading::reading_rows;

/// What drawing remembers from frame to frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The text that was open.
    spot: Option<Spot>,
    /// The first of its rows that was shown.
    top: usize,
}

/// Draws the model. The cursor is shown where a text has the focus and hidden elsewhere.
pub fn view(model: &Model, scroll: &mut Scroll, theme: Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width == 0 || area.height == 0 {
        return;
    }
    match (&model.screen, &model.work) {
        (Screen::Write, Some(work)) => write::write(model, work, scroll, theme, frame),
        (Screen::Write, None) => {}
        (Screen::List(list, cursor), _) => list::list(model, list, *cursor, theme, frame),
        (Screen::Ask(ask), _) => ask::ask(model, ask, theme, frame),
        (Screen::Read(reading, top), _) => reading::reading(model, *reading, *top, theme, frame),
    }
}

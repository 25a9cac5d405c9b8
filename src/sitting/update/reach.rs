//! Where a motion leads. Pure: the same answer moves the caret, extends the selection and bounds a deletion.

use crate::sitting::keymap::Motion;
use crate::sitting::model::Work;
use crate::typeset::{self, motion};

/// Where a motion ends: the offset in bytes, and the column that further motion by rows aims at, in cells.
pub(super) struct Reach {
    pub(super) caret: usize,
    pub(super) goal: Option<usize>,
}

/// Returns where a motion from the caret of the open text leads. A page is `page` rows.
pub(super) fn reach(work: &Work, towards: Motion, page: usize) -> Reach {
    let caret = work.writer.caret;
    let text = work.text();
    let layout = work.writer.sheet.layout();
    let index = layout.row_of(caret);
    let page = isize::try_from(page).unwrap_or(1);
    let to = match towards {
        Motion::Up => return by_rows(work, -1),
        Motion::Down => return by_rows(work, 1),
        Motion::PageUp => return by_rows(work, -page),
        Motion::PageDown => return by_rows(work, page),
        Motion::Left => typeset::previous_boundary(text, caret),
        Motion::Right => typeset::next_boundary(text, caret),
        Motion::WordLeft => motion::word_left(text, caret),
        Motion::WordRight => motion::word_right(text, caret),
        Motion::SentenceLeft => motion::sentence_left(text, caret),
        Motion::SentenceRight => motion::sentence_right(text, caret),
        Motion::ParagraphLeft => motion::paragraph_left(text, caret),
        Motion::ParagraphRight => motion::paragraph_right(text, caret),
        Motion::RowStart => layout.row(index).start,
        // The last caret that is still shown in the row: behind a soft end stands the next row.
        Motion::RowEnd => layout.offset_at(text, index, usize::MAX),
        Motion::TextStart => 0,
        Motion::TextEnd => text.len(),
    };
    Reach {
        caret: to,
        goal: None,
    }
}

fn by_rows(work: &Work, by: isize) -> Reach {
    let text = work.text();
    let layout = work.writer.sheet.layout();
    let cell = layout.caret(text, work.writer.caret);
    let goal = work.writer.goal.unwrap_or(cell.column);
    let row = cell.row.saturating_add_signed(by);
    Reach {
        caret: layout.offset_at(text, row, goal),
        goal: Some(goal),
    }
}

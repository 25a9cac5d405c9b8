//! A question answered in one line. The caret is the terminal's cursor.

use ratatui::layout::Rect;

use crate::sitting::asks::asked;
use crate::sitting::messages as say;
use crate::sitting::model::{Ask, Model};
use crate::sitting::plan::{Room, plan};
use crate::tui::canvas::Canvas;
use crate::tui::theme::Theme;
use crate::typeset::{self, Layout};

use super::paint::Pen;

/// ```text
/// 新写一份
///
///  哪一年？直接回车就是下面这一年。
///
///    2026█
/// ```
pub(super) fn ask(model: &Model, ask: &Ask, theme: Theme, canvas: &mut Canvas) {
    let lang = model.lang;
    let plan = plan(model.size);
    let area = canvas.area();
    let mut pen = Pen {
        canvas,
        ambiguous: model.ambiguous,
    };
    let (title, question) = asked(model, &ask.about);
    let gap = u16::from(plan.room == Room::Full);
    let mut y = 0;
    if plan.band.height > 0 {
        pen.band(plan.band, theme.band());
        pen.put(
            1,
            0,
            area.right(),
            &title,
            theme.band().patch(theme.heading()),
        );
        y = 1 + gap;
    }
    let indent = plan.indent;
    if plan.room != Room::Tiny {
        let room = Rect {
            x: indent,
            y,
            width: area.width.saturating_sub(indent + 1),
            // A row of the answer is always left.
            height: 3.min(area.height.saturating_sub(y + plan.hints.height + 1)),
        };
        y += pen.paragraph(room, &question, theme.question()) + gap;
    }
    let columns = area.width.saturating_sub(indent + 1).max(1);
    let layout = Layout::new(&ask.text, columns, model.ambiguous);
    let cell = layout.caret(&ask.text, ask.caret);
    let n_rows = usize::from(area.bottom().saturating_sub(plan.hints.height + y)).max(1);
    let top = (cell.row + 1).saturating_sub(n_rows);
    for (row, y) in layout.rows().skip(top).take(n_rows).zip(y..) {
        let words = ask.text.get(row.start..row.end).unwrap_or_default();
        pen.put(indent, y, area.right(), words, theme.plain());
    }
    super::write::foot(model, &mut pen, &plan, [say::ask_hint(lang)], theme);
    let x = indent + u16::try_from(cell.column).unwrap_or(0);
    let y = y + u16::try_from(cell.row - top).unwrap_or(0);
    debug_assert!(typeset::floor_boundary(&ask.text, ask.caret) == ask.caret);
    canvas.set_cursor((
        x.min(area.right().saturating_sub(1)),
        y.min(area.bottom().saturating_sub(1)),
    ));
}

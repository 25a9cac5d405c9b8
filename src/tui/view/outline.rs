//! The outline at the left of the writing screen, where there is room for it.

use ratatui::layout::Rect;

use crate::tui::lists::outline_parts;
use crate::tui::model::{Model, Work};
use crate::tui::theme::Theme;
use crate::wizard::Page;

use super::paint::Pen;

/// ```text
///   开头                     已写
/// > （一）带头强化政治忠诚… 写了一些
/// ```
pub(super) fn pane(model: &Model, work: &Work, area: Rect, pen: &mut Pen<'_>, theme: Theme) {
    let parts = outline_parts(model.lang, work);
    let dimension = work.writer.page.dimension(work.draft());
    let is_here = |page: Page| {
        page == work.writer.page
            || (dimension.is_some() && page.dimension(work.draft()) == dimension)
    };
    let here = parts
        .iter()
        .position(|it| is_here(it.page))
        .unwrap_or_default();
    let n_rows = usize::from(area.height.saturating_sub(1)).max(1);
    let top = (here + 1).saturating_sub(n_rows);
    for ((at, part), y) in parts
        .iter()
        .enumerate()
        .skip(top)
        .zip(area.y + 1..area.bottom())
    {
        let style = if at == here {
            theme.heading()
        } else {
            theme.plain()
        };
        let mark = if at == here { ">" } else { " " };
        let state_style = if part.is_missing {
            theme.missing()
        } else {
            theme.plain()
        };
        let right = pen.put_right(area.x + 12, y, area.right(), &part.state, state_style);
        pen.put(
            area.x + 1,
            y,
            right.saturating_sub(1),
            &format!("{mark} {}", part.label),
            style,
        );
    }
}

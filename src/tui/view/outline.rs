//! The outline at the left of the writing screen, where there is room for it.

use ratatui::layout::Rect;

use crate::sitting::arrivals;
use crate::sitting::lists::outline_parts;
use crate::sitting::model::{Model, Work};
use crate::tui::theme::Theme;
use crate::typeset::Layout;
use crate::wizard::Page;

use super::paint::Pen;

/// ```text
///   开头                     已写
/// > （一）带头强化政治忠诚… 写了一些
/// ```
pub(super) fn pane(model: &Model, work: &Work, area: Rect, pen: &mut Pen<'_>, theme: Theme) {
    let parts = outline_parts(model.lang, work);
    let mut area = area;
    if work.earlier.is_some() {
        // The outline keeps its rows up to half; below it last year's words have the rest.
        let rows = u16::try_from(parts.len() + 1).unwrap_or(u16::MAX);
        let above = rows.min(area.height / 2);
        let below = Rect {
            y: area.y + above + 1,
            height: area.height.saturating_sub(above + 1),
            ..area
        };
        area.height = above;
        earlier(model, work, below, pen, theme);
    }
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

/// What last year's report said about what is open, as far as there is room.
///
/// ```text
///  上次的原文
///  一是理论学习不全面。
///  …
/// ```
fn earlier(model: &Model, work: &Work, area: Rect, pen: &mut Pen<'_>, theme: Theme) {
    if area.height < 3 {
        return;
    }
    let lang = model.lang;
    let x = area.x + 1;
    pen.put(
        x,
        area.y,
        area.right(),
        &arrivals::pane(lang),
        theme.heading(),
    );
    let paper = crate::sitting::readings::earlier(lang, work);
    let text = paper.text.trim_end();
    let width = area.width.saturating_sub(2).max(1);
    let layout = Layout::new(text, width, model.ambiguous);
    let rows = usize::from(area.height - 1);
    let has_more = layout.n_rows() > rows;
    let shown = rows - usize::from(has_more);
    for (row, y) in layout.rows().take(shown).zip(area.y + 1..area.bottom()) {
        let words = text.get(row.start..row.end).unwrap_or_default();
        pen.put(x, y, area.right(), words, theme.example());
    }
    if has_more {
        let more = arrivals::pane_more(lang);
        pen.put(x, area.bottom() - 1, area.right(), &more, theme.plain());
    }
}

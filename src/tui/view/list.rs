//! A list to choose from, with the sentence above it.

use ratatui::layout::Rect;

use crate::sitting::digits::{AT_ONCE, digit_of};
use crate::sitting::heads::head;
use crate::sitting::lists::{Item, items};
use crate::sitting::messages as say;
use crate::sitting::model::{List, Model};
use crate::sitting::plan::{Plan, Room, plan};
use crate::tui::canvas::Canvas;
use crate::tui::theme::Theme;
use crate::typeset::{self, Ambiguous};

use super::paint::Pen;
use super::{Scroll, Target};

/// ```text
/// 剖析  帮你一步一步写完自我剖析材料            文字只存在这台电脑上
///
///  上次写到[固本培元、增强党性方面]，全文1,240字，1月20日21:05。
///
///  > 1 继续上次：2025年度组织生活会个人对照检查材料
///    2 新写一份
///
///  上下键选择，回车确定，数字也可以。
/// ```
pub(super) fn list(
    model: &Model,
    list: &List,
    cursor: usize,
    scroll: &mut Scroll,
    theme: Theme,
    canvas: &mut Canvas,
) {
    let lang = model.lang;
    let plan = plan(model.size);
    let area = canvas.area();
    let mut pen = Pen {
        canvas,
        ambiguous: model.ambiguous,
    };
    let (title, aside, sentence) = head(model, list);
    let mut y = 0;
    if plan.band.height > 0 {
        pen.band(plan.band, theme.band());
        let right = pen.put_right(
            area.x + 20,
            0,
            area.right().saturating_sub(1),
            &aside,
            theme.band(),
        );
        pen.put(
            1,
            0,
            right.saturating_sub(1),
            &title,
            theme.band().patch(theme.heading()),
        );
        y = if plan.room == Room::Full { 2 } else { 1 };
    }
    let bottom = area
        .bottom()
        .saturating_sub(plan.hints.height + plan.guide.height.min(1));
    if !sentence.is_empty() && y < bottom {
        let room = Rect {
            x: 1,
            y,
            width: area.width.saturating_sub(2),
            height: ((bottom - y) / 2).clamp(1, 4),
        };
        y += pen.paragraph(room, &sentence, theme.heading());
        y += u16::from(plan.room == Room::Full);
    }
    let items = items(model, list);
    let columns = Columns::of(&items, area.width, model.ambiguous);
    let n_rows = usize::from(bottom.saturating_sub(y)).max(1);
    let top = (cursor + 1)
        .saturating_sub(n_rows)
        .min(items.len().saturating_sub(n_rows));
    for ((at, item), y) in items.iter().enumerate().skip(top).take(n_rows).zip(y..) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        scroll.drawn(row, Target::Line(at));
        let digit = digit_of(at, cursor, items.len());
        line(&mut pen, row, (digit, item), columns, at == cursor, theme);
    }
    let whole = if items.len() > AT_ONCE {
        say::list_hint_long(lang)
    } else if *list == List::Start {
        say::list_hint_first(lang)
    } else {
        say::list_hint(lang)
    };
    let hints = [whole, say::list_hint_short(lang)];
    super::write::foot(model, &mut pen, &plan, hints, theme);
}

/// The band at the top: what is shown, and the report. Returns the first row below it.
pub(super) fn band(plan: &Plan, title: &str, report: &str, pen: &mut Pen<'_>, theme: Theme) -> u16 {
    if plan.band.height == 0 {
        return 0;
    }
    let end = plan.band.right().saturating_sub(1);
    pen.band(plan.band, theme.band());
    let right = pen.put_right(plan.band.x + 20, 0, end, report, theme.band());
    let style = theme.band().patch(theme.heading());
    pen.put(1, 0, right.saturating_sub(1), title, style);
    plan.band.height
}

/// Cells of the columns at the right of a list: what has a state has it below those of the others.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    state: u16,
    detail: u16,
}

impl Columns {
    /// A detail takes a third of the row at most, where there are states; half of it, where there are none.
    pub(super) fn of(items: &[Item], row: u16, ambiguous: Ambiguous) -> Self {
        let widest = |of: fn(&Item) -> &str| {
            let widths = items
                .iter()
                .map(|it| typeset::text_width(of(it), ambiguous));
            u16::try_from(widths.max().unwrap_or_default()).unwrap_or(u16::MAX)
        };
        let state = widest(|it| &it.state);
        let most = if state > 0 { row / 3 } else { row / 2 };
        Self {
            state,
            detail: widest(|it| &it.detail).min(most),
        }
    }
}

pub(super) fn line(
    pen: &mut Pen<'_>,
    row: Rect,
    (digit, item): (char, &Item),
    columns: Columns,
    has_focus: bool,
    theme: Theme,
) {
    let style = if has_focus {
        theme.focus()
    } else {
        theme.plain()
    };
    let mark = if has_focus { ">" } else { " " };
    let right = row.right().saturating_sub(1);
    let narrow = row.width < 60;
    let says_more = !item.state.is_empty() || !item.detail.is_empty();
    let mut limit = right;
    if says_more && !narrow {
        let x = right.saturating_sub(columns.detail);
        let width = typeset::text_width(&item.detail, pen.ambiguous);
        if item.state.is_empty() && width <= columns.detail.into() {
            limit = pen.put_right(row.x, row.y, right, &item.detail, theme.plain());
        } else {
            pen.put_shortened(x, row.y, right, &item.detail, theme.plain());
            limit = x.saturating_sub(columns.state + 2);
            pen.put(limit, row.y, x, &item.state, theme.plain());
        }
        limit = limit.saturating_sub(1);
    }
    let label = format!("{mark} {digit} {}", item.label);
    if narrow {
        // Each cell is wanted for words.
        pen.put(row.x, row.y, limit, &label, style);
    } else {
        pen.put_shortened(row.x + 1, row.y, limit, &label, style);
    }
}

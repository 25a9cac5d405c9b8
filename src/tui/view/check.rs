//! The check screen: findings under the headings of their severity, the chosen one in full below, and what no program
//! can judge.

use ratatui::layout::Rect;

use crate::check::Severity;
use crate::desk::reviewing::{place_of, shorten};
use crate::locale::Lang;
use crate::sitting::digits::digit_of;
use crate::sitting::lists::items;
use crate::sitting::model::{List, Model, Work};
use crate::sitting::plan::{Plan, Room, plan};
use crate::sitting::reviewer::lists::{Line, told_lines};
use crate::sitting::reviewer::messages as say;
use crate::tui::canvas::Canvas;
use crate::tui::theme::Theme;

use super::list::{Columns, band, line};
use super::paint::Pen;
use super::{Scroll, Target};

/// A row of the screen.
enum Row {
    Blank,
    Heading(Severity, usize),
    Line(usize),
}

/// ```text
/// 检查                                          2025年度组织生活会对照检查材料
/// 必须看（2处）
///   > 1 [XX]还没有换成真实内容。                    （一）带头强化 / 问题1
///     2 这句话没有写完，补全它或者删掉。            （二）固本培元 / 问题1
///
/// 建议看（1处）
///     3 这个问题没有事例。补一件真事……             （二）固本培元 / 问题2
///
///  （一）带头强化 / 问题1
///  > XX
///  电脑只能查格式和前后对应，查不出深不深、真不真。
///  回车去那里   右键 改、为什么、不提醒   Esc 返回
/// ```
pub(super) fn check(
    model: &Model,
    work: &Work,
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
    let top = band(
        &plan,
        &say::check(lang),
        &work.draft().title,
        &mut pen,
        theme,
    );
    let bottom = area.bottom().saturating_sub(plan.hints.height);
    let bottom = footer(model, work, &plan, cursor, (top, bottom), &mut pen, theme);
    let items = items(model, &List::Check);
    let rows = rows(plan.room, work, items.len());
    let n_rows = usize::from(bottom.saturating_sub(top)).max(1);
    let chosen = rows
        .iter()
        .position(|it| matches!(it, Row::Line(n) if *n == cursor))
        .unwrap_or_default();
    // What was just opened is seen to be there: some of it stays in sight below its line.
    let is_open = matches!(
        told_lines(work).get(cursor),
        Some(Line::Many { is_open: true, .. })
    );
    let n_below = if is_open { n_rows / 2 } else { 0 };
    let first = (chosen + 1 + n_below)
        .saturating_sub(n_rows)
        .min(rows.len().saturating_sub(n_rows));
    let columns = Columns::of(&items, area.width, model.ambiguous);
    for (row, y) in rows.iter().skip(first).take(n_rows).zip(top..) {
        let row_area = Rect {
            y,
            height: 1,
            ..area
        };
        match row {
            Row::Blank => {}
            Row::Heading(severity, n) => {
                let words = say::severity(lang, *severity, *n);
                pen.put(1, y, area.right(), &words, theme.heading());
            }
            Row::Line(at) => {
                let Some(item) = items.get(*at) else { continue };
                scroll.drawn(row_area, Target::Line(*at));
                line(
                    &mut pen,
                    row_area,
                    (digit_of(*at, cursor, items.len()), item),
                    columns,
                    *at == cursor,
                    theme,
                );
            }
        }
    }
    let hints = [say::check_hint(lang), say::check_hint_short(lang)];
    super::write::foot(model, &mut pen, &plan, hints, theme);
}

/// Every finding under its heading, then what can be done with all.
fn rows(room: Room, work: &Work, n_items: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let counts = work.checked.counts();
    let lines = told_lines(work);
    let mut before = None;
    for (at, it) in lines.iter().enumerate() {
        let severity = (work.checked.told.get(it.finding())).map(|it| it.severity);
        if let Some(severity) = severity.filter(|_| severity != before) {
            if before.is_some() && room == Room::Full {
                rows.push(Row::Blank);
            }
            if room != Room::Tiny {
                rows.push(Row::Heading(severity, counts.of_severity(severity)));
            }
        }
        before = severity;
        rows.push(Row::Line(at));
    }
    if before.is_some() && room == Room::Full {
        rows.push(Row::Blank);
    }
    rows.extend((lines.len()..n_items).map(Row::Line));
    rows
}

/// The chosen finding in full, and what no program can judge. Returns the row above which there is room.
fn footer(
    model: &Model,
    work: &Work,
    plan: &Plan,
    cursor: usize,
    (top, bottom): (u16, u16),
    pen: &mut Pen<'_>,
    theme: Theme,
) -> u16 {
    /// Rows of a screen that has room for more than the list.
    const ROOMY: u16 = 9;
    let lang = model.lang;
    let (width, rows) = model.size;
    if rows < ROOMY {
        return bottom;
    }
    let (footer, height) = match plan.room {
        Room::Full => (say::cannot_judge(lang), 3),
        Room::Compact => (say::cannot_judge_short(lang), 2),
        Room::Tiny => return bottom,
    };
    let foot = bottom.saturating_sub(1);
    pen.put(1, foot, width, &footer, theme.example());
    let words = chosen(lang, work, plan.room, cursor);
    let area = Rect {
        x: 1,
        y: foot.saturating_sub(height).max(top),
        width: width.saturating_sub(2),
        height,
    };
    let gap = u16::from(plan.room == Room::Full);
    if area.bottom() > foot {
        return foot;
    }
    pen.paragraph(area, &words, theme.question());
    area.y.saturating_sub(gap).max(top)
}

/// Where the chosen finding is, what it says and about which words; how many there are where none is chosen.
fn chosen(lang: Lang, work: &Work, room: Room, cursor: usize) -> String {
    let line = told_lines(work).get(cursor).copied();
    if let Some(Line::Many { .. }) = line {
        return say::fold_hint(lang);
    }
    let Some(it) = line.and_then(|it| work.checked.told.get(it.finding())) else {
        let counts = work.checked.counts();
        return if work.checked.told.is_empty() {
            say::nothing_found(lang)
        } else {
            say::counted(lang, counts.error, counts.warn, counts.info)
        };
    };
    let place = place_of(lang, work.draft(), &it.at);
    let excerpt = shorten(it.excerpt(work.draft()).trim());
    match (room, excerpt.is_empty()) {
        (Room::Full, false) => format!("{place}\n{}\n> {excerpt}", it.message),
        (Room::Full, true) => format!("{place}\n{}", it.message),
        (Room::Compact | Room::Tiny, _) => format!("{} {place}", it.message),
    }
}

//! The chain of problem, cause and measure: a matrix where there is room for it, else a row each with its gap in words.
//! What the chosen row belongs with stands below in words.

use ratatui::layout::Rect;

use crate::draft::ItemId;
use crate::locale::Lang;
use crate::sitting::digits::digit_of;
use crate::sitting::lists::items;
use crate::sitting::model::{List, Model, Work};
use crate::sitting::plan::{Room, plan};
use crate::sitting::reviewer::chain::{Bond, Of, Row, bond, in_words, rows};
use crate::sitting::reviewer::messages as say;
use crate::tui::canvas::Canvas;
use crate::tui::theme::Theme;
use crate::typeset;

use super::list::{Columns, band, line};
use super::paint::Pen;
use super::{Scroll, Target};

/// Cells of a row's name and headline, where there is a matrix.
const HEADLINE: u16 = 26;
/// Cells of what is missing.
const GAP: u16 = 16;
/// Cells of a column of the matrix; one more where there are ten or more of a kind.
const CELL: u16 = 4;

/// ```text
/// 问题、原因、措施对照                            2025年度组织生活会对照检查材料
///                                                     因1  因2  措1  措2
///   > 1 题1 学习不系统，一忙就往后放        缺措施    连
///     2 题2 深入基层不够                    齐             连   经
///     3 因1 思想上放松                      缺措施
///     4 因2 怕麻烦                          齐                  连
///
///  原因：因1 思想上放松
///  措施：还没有
///  连：已连上。经：经过原因连上。回车去连、去断。
///  上下键选择，回车确定，数字也可以。Esc 返回
/// ```
pub(super) fn chain(
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
    let mut top = band(
        &plan,
        &say::chain(lang),
        &work.draft().title,
        &mut pen,
        theme,
    );
    let rows = rows(lang, work.draft());
    let mut bottom = area.bottom().saturating_sub(plan.hints.height);
    if plan.room != Room::Tiny {
        bottom = words_below(
            model,
            work,
            rows.get(cursor),
            (top, bottom),
            &mut pen,
            theme,
        );
    }
    let has_matrix = model.size.0 >= 80 && plan.room == Room::Full;
    let columns = if has_matrix {
        Column::of(lang, &rows, area.width)
    } else {
        Vec::new()
    };
    if has_matrix {
        for it in &columns {
            pen.put(it.x, top, area.right(), &it.name, theme.heading());
        }
        top += 1;
    }
    let items = items(model, &List::Chain);
    let n_rows = usize::from(bottom.saturating_sub(top)).max(1);
    let first = (cursor + 1)
        .saturating_sub(n_rows)
        .min(items.len().saturating_sub(n_rows));
    let list_columns = Columns::of(&[], area.width, model.ambiguous);
    for ((at, item), y) in items.iter().enumerate().skip(first).take(n_rows).zip(top..) {
        let whole = Rect {
            y,
            height: 1,
            ..area
        };
        scroll.drawn(whole, Target::Line(at));
        let mut item = item.clone();
        let row = rows.get(at);
        if has_matrix && row.is_some() {
            item.label = typeset::truncate(&item.label, usize::from(HEADLINE + 2), model.ambiguous)
                .to_owned();
        } else if let Some(row) = row {
            item.label = format!("{} {} {}", row.name, row.gap, row.headline);
        }
        item.state.clear();
        line(
            &mut pen,
            whole,
            (digit_of(at, cursor, items.len()), &item),
            list_columns,
            at == cursor,
            theme,
        );
        let Some(row) = row.filter(|_| has_matrix) else {
            continue;
        };
        let style = if row.is_missing {
            theme.missing()
        } else {
            theme.plain()
        };
        let x = gap_x();
        pen.put(x, y, x + GAP, &row.gap, style);
        for column in &columns {
            let Some((id, of)) = column.item else {
                continue;
            };
            let sign = match bond(work.draft(), row.id, id) {
                Bond::None => continue,
                Bond::Linked => say::cell_linked(lang),
                Bond::Through => say::cell_through(lang),
            };
            // A cell stands for a pair once: what is a row further down does not look back.
            if is_ahead(row.of, of) {
                pen.put(column.x, y, area.right(), &sign, theme.plain());
            }
        }
    }
    let hints = [
        crate::sitting::messages::list_hint(lang),
        crate::sitting::messages::list_hint_short(lang),
    ];
    super::write::foot(model, &mut pen, &plan, hints, theme);
}

fn gap_x() -> u16 {
    HEADLINE + 7
}

/// A column of the matrix.
struct Column {
    /// What it stands for; `None` for those for which there is no room.
    item: Option<(ItemId, Of)>,
    name: String,
    x: u16,
}

impl Column {
    /// Causes, then measures, as far as there is room. The last column says how many more there would be.
    fn of(lang: Lang, rows: &[Row], width: u16) -> Vec<Self> {
        let wanted: Vec<&Row> = rows.iter().filter(|it| it.of != Of::Problem).collect();
        let of = |of: Of| wanted.iter().filter(|it| it.of == of).count();
        let cell = CELL + u16::from(of(Of::Cause).max(of(Of::Measure)) > 9);
        let first = gap_x() + GAP;
        let n_room = usize::from(width.saturating_sub(first + 1) / cell);
        let n_shown = if wanted.len() > n_room {
            n_room.saturating_sub(1)
        } else {
            wanted.len()
        };
        let mut columns: Vec<Self> = (wanted.iter().take(n_shown))
            .zip((first..width).step_by(cell.into()))
            .map(|(it, x)| Self {
                item: Some((it.id, it.of)),
                name: it.name.clone(),
                x,
            })
            .collect();
        if n_shown < wanted.len() {
            columns.push(Self {
                item: None,
                name: say::more_columns(lang, wanted.len() - n_shown),
                x: first + cell * u16::try_from(n_shown).unwrap_or_default(),
            });
        }
        columns
    }
}

fn is_ahead(row: Of, column: Of) -> bool {
    matches!(
        (row, column),
        (Of::Problem, Of::Cause | Of::Measure) | (Of::Cause, Of::Measure)
    )
}

/// What the chosen row belongs with, and what the signs mean. Returns the row above which there is room.
fn words_below(
    model: &Model,
    work: &Work,
    row: Option<&Row>,
    (top, bottom): (u16, u16),
    pen: &mut Pen<'_>,
    theme: Theme,
) -> u16 {
    let lang = model.lang;
    let is_full = plan(model.size).room == Room::Full;
    let mut lines = match row {
        Some(row) => in_words(lang, work.draft(), row),
        None => Vec::new(),
    };
    if rows(lang, work.draft()).is_empty() {
        lines.push(say::chain_is_empty(lang));
    }
    if is_full {
        lines.resize(2, String::new());
        lines.push(say::legend(lang));
    }
    let height = u16::try_from(lines.len()).unwrap_or_default();
    let Some(y) = bottom.checked_sub(height).filter(|it| *it > top + 1) else {
        return bottom;
    };
    for (words, y) in lines.iter().zip(y..) {
        pen.put(
            1,
            y,
            model.size.0.saturating_sub(1),
            words,
            theme.question(),
        );
    }
    y - u16::from(is_full)
}

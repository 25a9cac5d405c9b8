//! Something to read: the report as it will be handed in, differences, keys.

use std::ops::Range;

use crate::desk::{Paper, Weight};
use crate::sitting::help::N_GUIDE;
use crate::sitting::help::messages as help;
use crate::sitting::messages as say;
use crate::sitting::model::{Model, Reading};
use crate::sitting::plan::plan;
use crate::sitting::readings::{columns, title, words};
use crate::tui::canvas::Canvas;
use crate::tui::theme::Theme;
use crate::typeset::Layout;

use super::paint::Pen;

/// ```text
/// 看一遍全文                          2025年度组织生活会个人对照检查材料
///
///   一、存在的主要问题
///   ...
/// ```
pub(super) fn reading(
    model: &Model,
    reading: Reading,
    top: usize,
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
    let title = title(model, reading);
    if plan.band.height > 0 {
        pen.band(plan.band, theme.band());
        pen.put(
            1,
            0,
            area.right(),
            &title,
            theme.band().patch(theme.heading()),
        );
    }
    let Paper { text, weights } = words(model, reading);
    let layout = Layout::new(&text, columns(model), model.ambiguous);
    let bottom = area
        .bottom()
        .saturating_sub(plan.hints.height + plan.guide.height.min(1));
    for (row, y) in layout.rows().skip(top).zip(plan.band.height..bottom) {
        let mut x = 2.min(area.width / 8);
        for (range, weight) in runs(row.start..row.end, &weights) {
            let style = match weight {
                None => theme.plain(),
                Some(Weight::Heading) => theme.heading(),
                Some(Weight::Come) => theme.come(),
                Some(Weight::Gone) => theme.gone(),
            };
            let words = text.get(range).unwrap_or_default();
            x = pen.put(x, y, area.right(), words, style);
        }
    }
    let hints = match reading {
        Reading::Guide(n) if n + 1 == N_GUIDE => [
            help::guide_hint_last(lang),
            help::guide_hint_last_short(lang),
        ],
        Reading::Guide(_) => [help::guide_hint(lang), help::guide_hint_short(lang)],
        Reading::Preview
        | Reading::Help
        | Reading::Earlier
        | Reading::Intake
        | Reading::SetAside(_)
        | Reading::Twins(_)
        | Reading::Rule(_)
        | Reading::Differences
        | Reading::Since(_)
        | Reading::ChangedIn(_)
        | Reading::Version(_) => [say::read_hint(lang), say::read_hint_short(lang)],
    };
    super::write::foot(model, &mut pen, &plan, hints, theme);
}

/// Parts a row where a weight begins or ends.
fn runs(
    row: Range<usize>,
    weights: &[(Range<usize>, Weight)],
) -> Vec<(Range<usize>, Option<Weight>)> {
    let mut runs = Vec::new();
    let mut at = row.start;
    let first = weights.partition_point(|(it, _)| it.end <= row.start);
    for (range, weight) in weights.iter().skip(first) {
        if range.start >= row.end {
            break;
        }
        let (start, end) = (range.start.max(row.start), range.end.min(row.end));
        runs.extend([(at..start, None), (start..end, Some(*weight))]);
        at = end;
    }
    runs.push((at..row.end, None));
    runs
}

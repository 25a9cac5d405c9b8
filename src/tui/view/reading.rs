//! Something to read: the report as it will be handed in, differences, keys.

use ratatui::Frame;

use crate::locale::Lang;
use crate::tui::keymap::{Binding, table};
use crate::tui::messages as say;
use crate::tui::model::{Model, Reading};
use crate::tui::plan::plan;
use crate::tui::theme::Theme;
use crate::typeset::Layout;

use super::paint::Pen;

/// Returns the number of rows there are to read.
pub fn reading_rows(model: &Model, reading: Reading) -> usize {
    Layout::new(&words(model, reading), columns(model), model.ambiguous).n_rows()
}

fn columns(model: &Model) -> u16 {
    model.size.0.saturating_sub(4).max(1)
}

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
    frame: &mut Frame<'_>,
) {
    let lang = model.lang;
    let plan = plan(model.size);
    let area = frame.area();
    let mut pen = Pen {
        buffer: frame.buffer_mut(),
        ambiguous: model.ambiguous,
    };
    let title = match reading {
        Reading::Preview => say::preview(lang),
        Reading::Differences => say::differences(lang),
        Reading::Help => say::keys(lang),
    };
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
    let text = words(model, reading);
    let layout = Layout::new(&text, columns(model), model.ambiguous);
    let bottom = area
        .bottom()
        .saturating_sub(plan.hints.height + plan.guide.height.min(1));
    for (row, y) in layout.rows().skip(top).zip(plan.band.height..bottom) {
        let words = text.get(row.start..row.end).unwrap_or_default();
        pen.put(2.min(area.width / 8), y, area.right(), words, theme.plain());
    }
    let hints = [say::read_hint(lang), say::read_hint_short(lang)];
    super::write::foot(model, &mut pen, &plan, &hints, theme);
}

fn words(model: &Model, reading: Reading) -> String {
    match (reading, &model.work) {
        (Reading::Help, _) => keys(model.lang),
        (Reading::Preview, Some(work)) => crate::desk::plain_text(work.draft()),
        (Reading::Differences, Some(work)) => match &work.found {
            Some(found) => {
                let lines = crate::desk::differences(&found.saved, work.draft());
                if lines.is_empty() {
                    return say::no_difference(model.lang);
                }
                let words: Vec<String> = lines
                    .into_iter()
                    .map(|(saved, found)| {
                        format!(
                            "{}\n{}\n",
                            say::only_saved(model.lang, &saved),
                            say::only_found(model.lang, &found)
                        )
                    })
                    .collect();
                words.join("\n")
            }
            None => String::new(),
        },
        (Reading::Preview | Reading::Differences, None) => String::new(),
    }
}

/// The keys, one a line; a second line where a key does something else on lists. Then what no key says.
fn keys(lang: Lang) -> String {
    let mut lines = Vec::new();
    for line in table() {
        let words = |it: Option<&Binding>| it.map(|it| it.words(lang));
        let (in_text, on_lists) = (words(line.in_text), words(line.on_lists));
        let first = in_text.or(on_lists).unwrap_or_default();
        lines.push(format!("{:<14}{first}", line.key));
        if let (Some(_), Some(other)) = (in_text, on_lists)
            && other != first
        {
            lines.push(format!("{:<14}{}", "", say::on_lists(lang, other)));
        }
    }
    lines.push(format!("\n{}", say::help_on_pastes(lang)));
    lines.join("\n")
}

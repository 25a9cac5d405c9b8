//! Something to read: the report as it will be handed in, differences, keys.

use std::ops::Range;

use ratatui::Frame;

use crate::desk::earlier::Found;
use crate::desk::reviewing::explanation;
use crate::desk::{Paper, Weight};
use crate::draft::Field;
use crate::locale::Lang;
use crate::tui::arrivals;
use crate::tui::keymap::{Binding, table};
use crate::tui::lists::version_name;
use crate::tui::messages as say;
use crate::tui::model::{Model, Reading, Work};
use crate::tui::plan::plan;
use crate::tui::reviewer::messages as reviewer;
use crate::tui::theme::Theme;
use crate::typeset::Layout;

use super::paint::Pen;

/// Returns the number of rows there are to read.
pub fn reading_rows(model: &Model, reading: Reading) -> usize {
    Layout::new(&words(model, reading).text, columns(model), model.ambiguous).n_rows()
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
    let hints = [say::read_hint(lang), say::read_hint_short(lang)];
    super::write::foot(model, &mut pen, &plan, &hints, theme);
}

fn title(model: &Model, reading: Reading) -> String {
    let lang = model.lang;
    let name = |rev: u64| {
        let versions = model.work.as_ref().and_then(|it| it.versions.as_ref());
        let found = versions.and_then(|it| it.list.iter().find(|it| it.rev == rev));
        found.map_or_else(String::new, |it| version_name(model, it))
    };
    match reading {
        Reading::Preview => say::preview(lang),
        Reading::Differences => say::differences(lang),
        Reading::Since(rev) => say::since_version(lang, &name(rev)),
        Reading::ChangedIn(rev) => say::changed_in_version(lang, &name(rev)),
        Reading::Version(rev) => name(rev),
        Reading::Rule(_) => reviewer::why(lang),
        Reading::Help => say::keys(lang),
        Reading::Earlier => {
            let earlier = (model.work.as_ref()).and_then(|it| it.draft().earlier.as_ref());
            arrivals::earlier_title(lang, earlier.map_or("", |it| it.title.as_str()))
        }
        Reading::SetAside(_) => say::set_aside(lang),
        Reading::Intake => arrivals::understood(lang),
    }
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

fn words(model: &Model, reading: Reading) -> Paper {
    let plain = |text: String| Paper {
        text,
        weights: Vec::new(),
    };
    match (reading, &model.work) {
        (Reading::Help, _) => plain(keys(model.lang)),
        (Reading::Rule(rule), _) => plain(explanation(model.lang, rule)),
        (Reading::Intake, _) => {
            plain((model.intake.as_ref()).map_or_else(String::new, |it| it.account(model.lang)))
        }
        (Reading::Earlier, Some(work)) => earlier(model.lang, work),
        (Reading::SetAside(id), Some(work)) => plain(
            work.draft()
                .text(Field::SetAside(id))
                .unwrap_or_default()
                .to_owned(),
        ),
        (Reading::Preview, Some(work)) => plain(crate::desk::plain_text(work.draft())),
        (
            Reading::Differences | Reading::Since(_) | Reading::ChangedIn(_) | Reading::Version(_),
            Some(work),
        ) => work.compared.clone(),
        (
            Reading::Preview
            | Reading::Earlier
            | Reading::SetAside(_)
            | Reading::Differences
            | Reading::Since(_)
            | Reading::ChangedIn(_)
            | Reading::Version(_),
            None,
        ) => Paper::default(),
    }
}

/// What the earlier report said here, the titles it stood under in bold; and what became of its draft.
pub(super) fn earlier(lang: Lang, work: &Work) -> Paper {
    let mut paper = Paper::default();
    if let (Some(found), Some(earlier)) = (&work.earlier, &work.draft().earlier) {
        let title = if earlier.title.trim().is_empty() {
            &earlier.draft
        } else {
            &earlier.title
        };
        match found {
            Found::Kept(_) => {}
            Found::Deleted(_) => paper.text = arrivals::earlier_deleted(lang, title) + "\n",
            Found::Gone => {
                paper.text = arrivals::earlier_gone(lang, title);
                return paper;
            }
        }
    }
    let recalled = work.recalled();
    if recalled.is_empty() {
        paper.text.push_str(&arrivals::nothing_earlier(lang));
    }
    let mut under = String::new();
    for it in recalled {
        if it.under != under {
            let start = paper.text.len();
            paper.text.push_str(&it.under);
            paper
                .weights
                .push((start..paper.text.len(), Weight::Heading));
            paper.text.push('\n');
            under = it.under;
        }
        paper.text.push_str(it.text.trim_end());
        paper.text.push_str("\n\n");
    }
    paper
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

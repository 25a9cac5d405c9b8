//! Sentences beside those they resemble: this report at the left and the other at the right, or one above the other where
//! there is no room for two.

use crate::check::{Finding, Resembled};
use crate::desk::reviewing::short_place_of;
use crate::desk::{Paper, Weight};
use crate::locale::Lang;
use crate::sitting::model::Work;
use crate::typeset::{Ambiguous, Layout, text_width};

use super::messages as say;

/// From so many cells on there is room for two texts side by side: seventeen characters each.
const TWO: u16 = 76;

/// Cells between the two.
const GAP: usize = 4;

/// Returns the findings that say what they resemble, by their numbers.
pub fn found(work: &Work) -> Vec<usize> {
    let told = work.checked.told.iter().enumerate();
    told.filter(|it| it.1.twin.is_some())
        .map(|it| it.0)
        .collect()
}

/// ```text
/// （一）问题1  80%
/// 这一份                              《2024年度个人剖析材料》
/// 我把学习当成任务，读过就算学过，    我把学习当成任务，读过就算学过，
/// 笔记停在今年三月。                  笔记停在去年八月。
/// ```
/// Returns the pairs to read, the finding `first` before all others.
pub fn paper(lang: Lang, work: &Work, first: usize, columns: u16, ambiguous: Ambiguous) -> Paper {
    let mut numbers = found(work);
    numbers.sort_by_key(|it| (*it != first, *it));
    let mut paper = Paper::default();
    for it in numbers.iter().filter_map(|it| work.checked.told.get(*it)) {
        if let Some(twin) = &it.twin {
            pair(lang, work, it, twin, columns, ambiguous, &mut paper);
        }
    }
    if paper.text.is_empty() {
        paper.text = say::no_twins(lang);
    }
    paper
}

fn pair(
    lang: Lang,
    work: &Work,
    finding: &Finding,
    twin: &Resembled,
    columns: u16,
    ambiguous: Ambiguous,
    paper: &mut Paper,
) {
    let place = short_place_of(lang, work.draft(), &finding.at);
    heading(paper, &say::alike(lang, &place, twin.percent));
    paper.text.push('\n');
    let here = finding.excerpt(work.draft()).trim();
    let (this, other) = (say::this_report(lang), name_of(lang, twin));
    if columns < TWO {
        for (name, words) in [(this, here), (other, twin.words.as_str())] {
            heading(paper, &name);
            paper.text.push('\n');
            for row in rows(words, usize::from(columns).saturating_sub(1), ambiguous) {
                paper.text.push_str(&row);
                paper.text.push('\n');
            }
        }
    } else {
        // A row that is full to its last cell would be followed by an empty one.
        let width = (usize::from(columns) - GAP - 1) / 2;
        let (left, right) = (
            rows(here, width, ambiguous),
            rows(&twin.words, width, ambiguous),
        );
        heading(paper, &beside(&this, &other, width, ambiguous));
        paper.text.push('\n');
        for row in 0..left.len().max(right.len()) {
            let of = |rows: &[String]| rows.get(row).cloned().unwrap_or_default();
            let line = beside(&of(&left), &of(&right), width, ambiguous);
            paper.text.push_str(&line);
            paper.text.push('\n');
        }
    }
    paper.text.push('\n');
}

fn heading(paper: &mut Paper, words: &str) {
    let start = paper.text.len();
    paper.text.push_str(words);
    let range = start..paper.text.len();
    paper.weights.push((range, Weight::Heading));
}

fn name_of(lang: Lang, twin: &Resembled) -> String {
    match &twin.name {
        Some(name) => say::other_report(lang, name),
        None => say::further_up(lang),
    }
}

/// Returns the rows of a text in so many cells.
fn rows(text: &str, width: usize, ambiguous: Ambiguous) -> Vec<String> {
    let width = u16::try_from(width).unwrap_or(u16::MAX);
    let layout = Layout::new(text, width, ambiguous);
    let words = layout.rows().map(|it| text.get(it.start..it.end));
    words
        .map(|it| it.unwrap_or_default().trim_end().to_owned())
        .collect()
}

/// Returns two texts in a row, the second where the right column begins.
fn beside(left: &str, right: &str, width: usize, ambiguous: Ambiguous) -> String {
    let left = crate::typeset::truncate(left, width, ambiguous);
    let n_blanks = width + GAP - text_width(left, ambiguous);
    let row = format!("{left}{}{right}", " ".repeat(n_blanks));
    row.trim_end().to_owned()
}

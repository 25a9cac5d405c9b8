//! The lines of a title: as few as hold it, of about the same length, broken where the sense allows it.
//!
//! GB/T 9704-2012, 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜. There is no dictionary here: a break is good behind
//! what ends a group of words in such titles (`年度`, `会`, `的`) and before what begins one (`个人`, `对照检查`), bad
//! inside of what belongs together, and possible elsewhere where `typeset` would break a row.

use std::ops::Range;

use super::super::marks::{is_closing, is_final, is_opening};
use crate::typeset::{Ambiguous, graphemes, text_width};

/// What ends a group of words.
const ENDS: &[&str] = &[
    "年度", "会", "的", "和", "与", "暨", "、", "，", "：", "》", "”", "）", "局", "委", "组",
    "部", "子",
];

/// What begins one.
const BEGINNINGS: &[&str] = &[
    "个人", "领导", "班子", "对照", "自我", "剖析", "检视", "整改", "情况", "报告", "发言", "关于",
    "专题", "民主", "组织", "《", "“", "（", "党", "述职",
];

/// What belongs to the words behind it.
const LEANING: &[&str] = &["个人", "关于", "对", "本", "全"];

/// What is never broken.
const WHOLE: &[&str] = &[
    "对照检查",
    "自我剖析",
    "民主生活会",
    "组织生活会",
    "领导班子",
    "党组织",
    "党支部",
    "党委",
    "党组",
    "材料",
    "报告",
    "情况",
    "委员会",
    "部门",
];

/// Cost of a break where the sense does not ask for one.
const AGAINST_THE_SENSE: usize = 60;

/// Cost of one inside of a word, or against the rules of line breaking.
const WITHIN: usize = 4000;

/// Returns the lines of a title in rows of `columns` half characters: all of it, in order.
pub fn title_lines(title: &str, columns: u16) -> Vec<Range<usize>> {
    let columns = usize::from(columns.max(2));
    let ends: Vec<usize> = (graphemes(title).map(|(at, it)| at + it.len())).collect();
    let width =
        |range: Range<usize>| text_width(title.get(range).unwrap_or_default(), Ambiguous::Wide);
    let whole = width(0..title.len());
    let n_lines = whole.div_ceil(columns).max(1);
    // One line more where the signs do not go into so few.
    (n_lines..=n_lines + 1)
        .find_map(|n| best(title, &ends, n, columns, whole / n, &width))
        .unwrap_or_else(|| super::fill::lines(title, u16::try_from(columns).unwrap_or(u16::MAX), 0))
}

/// Returns the best way to break a title into `n_lines` lines, if there is one.
fn best(
    title: &str,
    ends: &[usize],
    n_lines: usize,
    columns: usize,
    even: usize,
    width: &impl Fn(Range<usize>) -> usize,
) -> Option<Vec<Range<usize>>> {
    // The cheapest way to each place with the lines so far, and the place before it.
    let mut ways: Vec<Vec<Option<(usize, usize)>>> = vec![vec![None; ends.len() + 1]; n_lines + 1];
    let place = |n: usize| n.checked_sub(1).map_or(0, |it| ends[it]);
    ways[0][0] = Some((0, 0));
    for line in 1..=n_lines {
        for to in 1..=ends.len() {
            let break_cost = if to == ends.len() {
                0
            } else {
                cost(title, place(to))
            };
            for from in (0..to).rev() {
                let cells = width(place(from)..place(to));
                if cells > columns {
                    break;
                }
                let Some((before, _)) = ways[line - 1][from] else {
                    continue;
                };
                let uneven = cells.abs_diff(even);
                let all = before + break_cost + uneven * uneven / 4;
                if ways[line][to].is_none_or(|(it, _)| all < it) {
                    ways[line][to] = Some((all, from));
                }
            }
        }
    }
    let mut lines = Vec::new();
    let mut to = ends.len();
    for line in (1..=n_lines).rev() {
        let (_, from) = ways[line][to]?;
        lines.push(place(from)..place(to));
        to = from;
    }
    lines.reverse();
    Some(lines)
}

/// Returns what a break at a byte costs.
fn cost(title: &str, at: usize) -> usize {
    let (before, behind) = title.split_at_checked(at).unwrap_or_default();
    let (last, next) = (before.chars().next_back(), behind.chars().next());
    let is_letter = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
    let is_against = next.is_some_and(|it| is_closing(it) || is_final(it))
        || last.is_some_and(is_opening)
        || is_letter(last) && (is_letter(next) || behind.starts_with('年'));
    let is_within = WHOLE.iter().any(|word| {
        let inner = word.char_indices().skip(1).map(|(it, _)| word.split_at(it));
        inner
            .into_iter()
            .any(|(left, right)| before.ends_with(left) && behind.starts_with(right))
    });
    if is_against || is_within {
        WITHIN
    } else if LEANING.iter().any(|it| before.ends_with(it)) {
        AGAINST_THE_SENSE
    } else if ENDS.iter().any(|it| before.ends_with(it))
        || BEGINNINGS.iter().any(|it| behind.starts_with(it))
        || last == Some(' ')
    {
        0
    } else {
        AGAINST_THE_SENSE
    }
}

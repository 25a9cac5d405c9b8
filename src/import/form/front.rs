//! What stands before the first section: title, lines under it, opening, and what became of last year where the
//! opening tells it.

use std::ops::Range;

use super::fold::bare;
use super::piece::Piece;
use super::read::{Reading, is_date, span};
use super::roles::ends_like_title;
use super::sentence::{sentences, start_of};
use crate::draft::Role;
use crate::import::{Aside, Notice};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 60;
/// The longest line under a title, in characters.
const LONGEST_BYLINE: usize = 40;
/// The most lines under a title.
const MOST_BYLINES: usize = 4;
/// How many paragraphs from the start a title is looked for.
const FIRST_PARAGRAPHS: usize = 8;
/// The longest words that hand over to the report behind what is told of last year, in characters.
const HAND_OVER: usize = 120;

impl Reading<'_> {
    /// Reads what stands before the first section.
    pub(super) fn front(&mut self, pieces: &[Piece]) {
        let paragraphs: Vec<Range<usize>> = (pieces.chunk_by(|_, next| !next.is_first))
            .filter_map(span)
            .collect();
        let headings: Vec<bool> = (pieces.iter().filter(|it| it.is_first))
            .map(|it| it.heading.is_some())
            .collect();
        let Some((title, behind)) = self.title(&paragraphs, &headings) else {
            self.opening(&paragraphs);
            return;
        };
        let (before, _) = paragraphs.split_at(title.start);
        let n_names = before
            .iter()
            .rev()
            .take_while(|it| is_office(self.fold(it)))
            .count();
        let title = title.start - n_names..title.end;
        for it in before.iter().take(title.start) {
            self.claims.aside(it.clone(), Aside::PageChrome);
        }
        let at = paragraphs.get(title.start).map_or(0, |it| it.start);
        let end = behind.as_ref().map_or_else(
            || paragraphs.get(title.end - 1).map_or(at, |it| it.end),
            |it| it.start,
        );
        self.title_line = self.source.line_at(at);
        self.claims
            .words(self.source, &(at..end), &mut self.outline.title);
        self.outline.title = self.outline.title.replace('\n', "");
        let rest: Vec<Range<usize>> = behind
            .into_iter()
            .chain(paragraphs.into_iter().skip(title.end))
            .collect();
        let rest = self.bylines(rest);
        self.opening(&rest);
    }

    /// Finds the title: which paragraphs it takes, and what of the last of them stands behind it.
    fn title(
        &self,
        paragraphs: &[Range<usize>],
        headings: &[bool],
    ) -> Option<(Range<usize>, Option<Range<usize>>)> {
        if let Some(at) = headings.iter().position(|it| *it) {
            return Some((at..at + 1, None));
        }
        let first = paragraphs.iter().take(FIRST_PARAGRAPHS).enumerate();
        for (idx, range) in first {
            let text = self.fold(range);
            if is_title(text) {
                return Some((idx..idx + 1, None));
            }
            // `2025年度民主生活会` and then `个人对照检查材料`
            let is_half = is_line(text, LONGEST_TITLE)
                && (text.contains("年度") || text.ends_with('会') || text.contains("关于"));
            if let Some(next) = paragraphs.get(idx + 1).filter(|_| is_half) {
                let next = self.fold(next);
                if is_title(next) && !next.contains("年度") {
                    return Some((idx..idx + 2, None));
                }
            }
            if let Some(len) = glued_title(text) {
                let rest = self.source.trimmed(&(range.start + len..range.end));
                return Some((idx..idx + 1, Some(rest)));
            }
            if !is_line(text, LONGEST_TITLE) {
                break;
            }
        }
        let text = self.fold(paragraphs.first()?);
        let is_short =
            is_line(text, LONGEST_BYLINE) && !text.ends_with(['：', ':']) && !is_date(text);
        is_short.then_some((0..1, None))
    }

    /// Takes the lines under the title, and sets a second title aside. Returns the rest.
    fn bylines(&mut self, paragraphs: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let title = bare(&self.outline.title);
        let mut rest = Vec::new();
        let mut is_under_title = true;
        for range in paragraphs {
            let text = self.fold(&range);
            if text.len() < 4 * LONGEST_TITLE && bare(text) == title {
                self.claims.aside(range, Aside::TitleAgain);
                continue;
            }
            is_under_title &= is_line(text, LONGEST_BYLINE)
                && !text.ends_with(['：', ':', '，'])
                && self.outline.bylines.len() < MOST_BYLINES;
            if is_under_title {
                let mut byline = String::new();
                self.claims.words(self.source, &range, &mut byline);
                self.outline.bylines.push(byline);
            } else {
                rest.push(range);
            }
        }
        rest
    }

    fn opening(&mut self, paragraphs: &[Range<usize>]) {
        let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) else {
            return;
        };
        let whole = first.start..last.end;
        // A second title may lie between.
        let is_one_run = self.is_free(paragraphs);
        let last_year = self.last_year(&whole).filter(|_| is_one_run);
        let Some(from) = last_year else {
            let at = self.open(Role::Opening, None);
            for it in paragraphs {
                self.add_words(at, it);
            }
            return;
        };
        if from > whole.start {
            let at = self.open(Role::Opening, None);
            self.add_words(at, &(whole.start..from));
        }
        let at = self.open(Role::FollowUp, None);
        self.add_words(at, &(from..whole.end));
        let line = self.source.line_at(from);
        self.remark(line, Notice::LastYearInOpening);
    }

    /// Tells whether nothing but blanks stands between the paragraphs.
    fn is_free(&self, paragraphs: &[Range<usize>]) -> bool {
        paragraphs.windows(2).all(|pair| match pair {
            [a, b] => self.fold(&(a.end..b.start)).trim().is_empty(),
            _ => true,
        })
    }

    /// Returns where an opening begins to tell what became of last year, if nothing but a few words that hand over
    /// stands behind it.
    fn last_year(&self, range: &Range<usize>) -> Option<usize> {
        let text = self.fold(range);
        let told: Vec<(usize, usize)> = (sentences(text).into_iter())
            .filter(|(start, end)| tells_last_year(text.get(*start..*end).unwrap_or_default()))
            .collect();
        let (first, last) = (told.first()?.0, told.last()?.1);
        let behind = text.get(last..).unwrap_or_default();
        let is_short = behind
            .chars()
            .filter(|it| !it.is_whitespace())
            .take(HAND_OVER + 1)
            .count()
            <= HAND_OVER;
        let first = range.start + first;
        is_short.then(|| self.source.trimmed(&(first..range.end)).start)
    }
}

/// Tells whether a folded sentence says what became of last year's promises.
fn tells_last_year(sentence: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|it| sentence.contains(it));
    let is_past = has(&["上年", "去年", "上一年", "上次", "上一次"]) || names_meeting(sentence);
    is_past
        && has(&["整改", "销号"])
        && has(&["完成", "到位", "落实", "坚持", "整改情况", "进展", "解决"])
}

/// `2024年度民主生活会…个问题`
fn names_meeting(sentence: &str) -> bool {
    sentence.contains("生活会")
        && sentence.contains("年度")
        && (sentence.contains("个问题") || sentence.contains("条"))
}

/// Tells whether a folded paragraph can be a line of its own: short, and no sentence.
fn is_line(text: &str, longest: usize) -> bool {
    text.chars().take(longest + 1).count() <= longest
        && !text.ends_with(['。', '；', '！', '？', ';'])
        && !text.contains('。')
}

fn is_title(text: &str) -> bool {
    if !is_line(text, LONGEST_TITLE) || text.ends_with(['：', ':', '，']) {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    ends_like_title(text)
        || [
            "剖析",
            "对照检查",
            "检视",
            "自查",
            "述职",
            "自评",
            "党性分析",
        ]
        .iter()
        .any(|it| text.contains(it))
        || ["review", "report", "self-assessment"]
            .iter()
            .any(|it| lower.ends_with(it))
}

/// Returns the bytes of a title that the opening runs in behind, with a blank or nothing between them.
fn glued_title(text: &str) -> Option<usize> {
    let beginning = start_of(text, 4 * LONGEST_TITLE);
    for end in ["材料", "报告", "总结", "发言提纲"] {
        for (at, word) in beginning.match_indices(end) {
            let len = at + word.len();
            let rest = text.get(len..).unwrap_or_default();
            let goes_on = rest.starts_with(char::is_whitespace)
                || [
                    "根据",
                    "按照",
                    "为",
                    "同志",
                    "各位",
                    "尊敬",
                    "我",
                    "20",
                    "一、",
                    "（一）",
                    "近",
                    "今年",
                    "本人",
                    "会前",
                    "在",
                ]
                .iter()
                .any(|it| rest.starts_with(it));
            let before = beginning.get(..at).unwrap_or_default();
            let is_line = !before.contains(['。', '，', '；', '：'])
                && before.chars().count() <= LONGEST_TITLE;
            let is_about = [
                "剖析", "检查", "检视", "述职", "自评", "自查", "分析", "总结", "年度",
            ]
            .iter()
            .any(|it| before.contains(it));
            if goes_on && is_line && is_about {
                return Some(len);
            }
        }
    }
    None
}

/// `中共某县审计局党组`: the name of an office above a title belongs to it.
fn is_office(text: &str) -> bool {
    let ends = [
        "党组",
        "党委",
        "支部",
        "委员会",
        "县委",
        "市委",
        "区委",
        "局",
        "办公室",
        "政府",
        "公司",
        "中心",
        "学校",
        "医院",
        "学院",
    ];
    is_line(text, LONGEST_BYLINE)
        && !text.contains(char::is_whitespace)
        && ends.iter().any(|it| text.ends_with(it))
}

//! The problems of a dimension: with an ordinal, or as paragraphs, and what leads in to them.

use std::ops::Range;

use super::items::{Items, cut, told_by};
use super::piece::Piece;
use super::read::{Reading, span};
use super::roles::Roles;
use super::sentence::{Dates, passages, sentences, start_of};
use crate::draft::{OutlineCause, OutlineProblem, PassageKind, Role};

/// Lines this short before a list lead in to it, in characters.
const SHORT: usize = 40;
/// The most paragraphs that are one problem each though one of them counts inside.
const INNER_LISTS: usize = 2;

impl Reading<'_> {
    /// Reads what stands under the title of a dimension.
    pub(super) fn problems(&mut self, dimension: usize, pieces: &[Piece], roles: Roles) {
        let items = items_of(pieces);
        let (before, items) = (items.before, items.items);
        let paragraphs: Vec<&[Piece]> = before.chunk_by(|_, next| !next.is_first).collect();
        let is_lead_in = (paragraphs.last().and_then(|it| span(it))).is_some_and(|it| {
            let text = self.fold(&it);
            text.ends_with(['：', ':']) || !items.is_empty() && self.leads_in(&it)
        });
        if is_lead_in {
            let dimension = self.outline.dimensions.get_mut(dimension);
            if let Some((range, dimension)) = span(before).zip(dimension) {
                self.claims
                    .words(self.source, &range, &mut dimension.lead_in);
            }
        } else {
            self.paragraphs(dimension, &paragraphs, roles);
        }
        let heads: Vec<&Piece> = items.iter().filter_map(|it| it.first()).collect();
        self.remark_gaps(&heads);
        for item in items {
            self.problem(dimension, item, roles);
        }
    }

    /// Reads paragraphs without an ordinal: a problem without headline each. One that begins with an example goes on
    /// with the problem before it.
    fn paragraphs(&mut self, dimension: usize, paragraphs: &[&[Piece]], roles: Roles) {
        let mut from: Option<Range<usize>> = None;
        for range in paragraphs.iter().filter_map(|it| span(it)) {
            let text = start_of(self.fold(&range), 200);
            let is_example = passages(text, Dates::DoNot)
                .first()
                .is_some_and(|it| it.0 == PassageKind::Example);
            from = match from {
                Some(whole) if is_example => Some(whole.start..range.end),
                Some(whole) => {
                    self.unnumbered(dimension, whole, roles);
                    Some(range)
                }
                None => Some(range),
            };
        }
        if let Some(whole) = from {
            self.unnumbered(dimension, whole, roles);
        }
    }

    fn unnumbered(&mut self, dimension: usize, range: Range<usize>, roles: Roles) {
        let (range, causes) = self.causes_in(range, roles);
        let mut problem = OutlineProblem::default();
        if !range.is_empty() {
            problem.body = self.body(range, Dates::Count);
        }
        self.add_problem(dimension, problem, causes);
    }

    fn problem(&mut self, dimension: usize, pieces: &[Piece], roles: Roles) {
        let Some(range) = span(pieces) else { return };
        let (range, causes) = self.causes_in(range, roles);
        let until: Vec<Piece> = (pieces.iter())
            .filter(|it| it.range.start < range.end)
            .map(|it| Piece {
                range: it.range.start..it.range.end.min(range.end),
                ..it.clone()
            })
            .collect();
        let (headline, body) = self.item(&until, Dates::Count);
        let problem = OutlineProblem {
            headline,
            body,
            ..OutlineProblem::default()
        };
        self.add_problem(dimension, problem, causes);
    }

    fn add_problem(
        &mut self,
        dimension: usize,
        problem: OutlineProblem,
        causes: Option<Range<usize>>,
    ) {
        let mut problem = problem;
        if let Some(range) = causes {
            let _section = self.section_of(Role::Causes);
            let body = self.body(range, Dates::DoNot);
            problem.causes.push(self.outline.causes.len());
            self.outline.causes.push(OutlineCause {
                body,
                ..OutlineCause::default()
            });
        }
        let is_empty = problem.headline.is_empty() && problem.body.is_empty();
        match self.outline.dimensions.get_mut(dimension) {
            Some(dimension) if !is_empty || !problem.causes.is_empty() => {
                dimension.problems.push(problem);
            }
            _ => {}
        }
    }

    /// Parts a problem from the causes told behind it, where the section promises both.
    fn causes_in(&self, range: Range<usize>, roles: Roles) -> (Range<usize>, Option<Range<usize>>) {
        if !roles.causes {
            return (range, None);
        }
        let text = self.fold(&range);
        let first = (sentences(text).into_iter()).find(|(start, end)| {
            let sentence = text.get(*start..*end).unwrap_or_default();
            *start > 0 && begins_cause(sentence.trim_start())
        });
        match first {
            Some((start, _)) => (
                range.start..range.start + start,
                Some(range.start + start..range.end),
            ),
            None => (range, None),
        }
    }

    /// Tells whether a paragraph before a list leads in to it.
    pub(super) fn leads_in(&self, range: &Range<usize>) -> bool {
        let text = self.fold(range);
        let words = [
            "但",
            "仍存在",
            "仍有",
            "还存在",
            "还有",
            "存在以下",
            "存在一些",
            "不足",
            "差距",
            "主要表现",
            "主要是",
            "主要有",
            "如下",
            "以下",
            "具体",
        ];
        text.ends_with(['：', ':'])
            || words.iter().any(|it| text.contains(it))
            || text.chars().take(SHORT + 1).count() <= SHORT
    }
}

/// Tells whether a folded sentence begins to say why.
fn begins_cause(sentence: &str) -> bool {
    let begins = [
        "原因",
        "主要原因",
        "究其原因",
        "其原因",
        "根源",
        "思想根源",
        "深层原因",
        "根本原因",
        "究其根源",
        "分析原因",
        "剖析原因",
    ];
    begins.iter().any(|it| sentence.starts_with(it))
        || ["产生", "造成", "出现"]
            .iter()
            .any(|it| sentence.starts_with(it))
            && start_of(sentence, 90).contains("原因")
}

/// Returns the numbered problems. Where several paragraphs count clauses inside, the paragraphs are the problems.
fn items_of(pieces: &[Piece]) -> Items<'_> {
    let none = Items {
        before: pieces,
        items: Vec::new(),
    };
    let Some(by) = told_by(pieces) else {
        return none;
    };
    let is_any_first = pieces.iter().any(|it| it.is_first && it.ordinal.is_some());
    let n_inner = pieces
        .iter()
        .filter(|it| !it.is_first && it.number() == 1)
        .count();
    if !is_any_first && n_inner >= INNER_LISTS {
        return none;
    }
    cut(pieces, by)
}

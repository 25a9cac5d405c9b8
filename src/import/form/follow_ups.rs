//! What became of last year's promises: items under labels, or a text.

use std::ops::Range;

use super::items::{cut, told_by};
use super::piece::Piece;
use super::read::{Reading, span};
use crate::draft::{OutlineFollowUp, Role, Status};

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Problem,
    Measure,
    Progress,
    Evidence,
}

const LABELS: &[(&str, Label)] = &[
    ("问题", Label::Problem),
    ("存在问题", Label::Problem),
    ("查摆问题", Label::Problem),
    ("整改措施", Label::Measure),
    ("措施", Label::Measure),
    ("整改情况", Label::Progress),
    ("整改进展", Label::Progress),
    ("完成情况", Label::Progress),
    ("落实情况", Label::Progress),
    ("佐证", Label::Evidence),
    ("Problem", Label::Problem),
    ("Measure", Label::Measure),
    ("Status", Label::Progress),
    ("Evidence", Label::Evidence),
];

const STATUSES: &[(&str, Status)] = &[
    ("未启动", Status::Open),
    ("未完成", Status::Unfinished),
    ("进行中", Status::Underway),
    ("正在整改", Status::Underway),
    ("长期坚持", Status::Ongoing),
    ("已完成", Status::Done),
    ("已整改", Status::Done),
    ("已整改到位", Status::Done),
    ("已销号", Status::Closed),
    ("not started", Status::Open),
    ("in progress", Status::Underway),
    ("ongoing", Status::Ongoing),
    ("done", Status::Done),
    ("not done", Status::Unfinished),
    ("closed", Status::Closed),
];

impl Reading<'_> {
    /// Reads the section about last year.
    pub(super) fn follow_ups(&mut self, pieces: &[Piece]) {
        let labelled = |it: &Piece| {
            !labels(self.fold(&it.range), it.words().start - it.range.start).is_empty()
        };
        let by = told_by(pieces).filter(|_| pieces.iter().any(labelled));
        let Some(by) = by else {
            return self.add_text_of(Role::FollowUp, pieces);
        };
        let list = cut(pieces, by);
        // A heading or an ordinal without a label is a text that counts, not an item.
        let is_list = list.items.iter().all(|it| it.iter().any(labelled));
        if !is_list {
            return self.add_text_of(Role::FollowUp, pieces);
        }
        let (before, items) = (list.before, list.items);
        let before = self.without_count(before, items.len());
        self.add_text_of(Role::FollowUp, before);
        let heads: Vec<&Piece> = items.iter().filter_map(|it| it.first()).collect();
        self.remark_gaps(&heads);
        for item in items {
            self.follow_up(item);
        }
    }

    /// Takes away the sentence that counts the promises, which a print makes anew.
    fn without_count<'p>(&mut self, before: &'p [Piece], n_items: usize) -> &'p [Piece] {
        let Some((last, rest)) = before.split_last() else {
            return before;
        };
        if !last.is_first || !counts(self.fold(&last.range), n_items) {
            return before;
        }
        self.claims.mark(last.range.clone());
        rest
    }

    fn follow_up(&mut self, pieces: &[Piece]) {
        let (Some(range), Some(first)) = (span(pieces), pieces.first()) else {
            return;
        };
        let mut follow_up = OutlineFollowUp::default();
        let from = first.words().start - range.start;
        self.claims.mark(range.start..range.start + from);
        let labels = labels(self.fold(&range), from);
        let first_label = labels.first().map_or(range.len(), |it| it.0.start);
        let before = range.start + from..range.start + first_label;
        self.claims
            .words(self.source, &before, &mut follow_up.problem);
        let ends = labels
            .iter()
            .skip(1)
            .map(|it| it.0.start)
            .chain([range.len()]);
        for ((label, kind), end) in labels.iter().zip(ends) {
            let words = range.start + label.end..range.start + end;
            self.claims.mark(range.start + label.start..words.start);
            self.labelled(&mut follow_up, *kind, &words);
        }
        self.outline.follow_ups.push(follow_up);
    }

    fn labelled(&mut self, follow_up: &mut OutlineFollowUp, kind: Label, words: &Range<usize>) {
        let field = match kind {
            Label::Problem => &mut follow_up.problem,
            Label::Measure => &mut follow_up.measure,
            Label::Evidence => &mut follow_up.evidence,
            Label::Progress => {
                let said = self.source.fold(words).trim();
                if let Some(status) = status_of(said) {
                    follow_up.status = status;
                    self.claims.mark(words.clone());
                    return;
                }
                follow_up.status = guessed(said);
                &mut follow_up.evidence
            }
        };
        self.claims.words(self.source, words, field);
    }
}

/// Returns the labels of a folded item, each with its colon: at the beginning, and wherever a sentence begins.
fn labels(text: &str, from: usize) -> Vec<(Range<usize>, Label)> {
    let mut all = Vec::new();
    let mut is_start = true;
    for (at, sign) in text.char_indices() {
        if at < from || sign.is_whitespace() && sign != '\n' {
            continue;
        }
        if is_start && let Some((len, label)) = label_at(text.get(at..).unwrap_or_default()) {
            all.push((at..at + len, label));
        }
        is_start = matches!(sign, '。' | '；' | '\n');
    }
    all
}

fn label_at(text: &str) -> Option<(usize, Label)> {
    LABELS.iter().find_map(|(word, label)| {
        let rest = text.strip_prefix(word)?;
        let colon = rest.chars().next().filter(|it| matches!(it, '：' | ':'))?;
        Some((word.len() + colon.len_utf8(), *label))
    })
}

fn status_of(said: &str) -> Option<Status> {
    let said = said.trim_end_matches(['。', '；', '.', ';']);
    STATUSES
        .iter()
        .find(|(word, _)| *word == said)
        .map(|it| it.1)
}

/// Tells whether a folded paragraph is the sentence that a print counts so many promises with:
/// `上年度问题2类，整改措施3条：已完成2条、进行中1条。`
fn counts(text: &str, n_items: usize) -> bool {
    let Some(text) = text.strip_suffix(['。', '.']) else {
        return false;
    };
    let (whole, parts) = text.split_once(['：', '(']).unwrap_or((text, ""));
    let known = ["上年度问题#类，整改措施#条", "上年度整改措施#条"];
    let english = [
        "Problems of last year: #; measures: #",
        "Measures of last year: #",
    ];
    let (whole, parts) = match text.split_once(" (") {
        Some(both) => both,
        None if text.starts_with(|it: char| it.is_ascii()) => (text, ""),
        None => (whole, parts),
    };
    let without_digits = |text: &str| {
        let mut shape = String::new();
        for it in text.chars().take(60) {
            if !it.is_ascii_digit() {
                shape.push(it);
            } else if !shape.ends_with('#') {
                shape.push('#');
            }
        }
        shape
    };
    let shape = without_digits(whole);
    let is_whole = known.contains(&shape.as_str()) || english.contains(&shape.as_str());
    let said = whole
        .rsplit(|it: char| !it.is_ascii_digit())
        .find(|it| !it.is_empty());
    let is_part = |part: &str| {
        let part = without_digits(part.trim().trim_end_matches(')'));
        let word = part.trim_end_matches('条').trim_end_matches('#').trim_end();
        STATUSES.iter().any(|(it, _)| *it == word)
    };
    is_whole
        && said.is_some_and(|it| it.parse() == Ok(n_items))
        && (parts.is_empty() || parts.split(['、', ',']).all(is_part))
}

/// Returns the status that free words are about.
fn guessed(said: &str) -> Status {
    let has = |words: &[&str]| words.iter().any(|it| said.contains(it));
    if has(&["未完成", "尚未"]) {
        Status::Unfinished
    } else if has(&["长期", "坚持", "持续"]) {
        Status::Ongoing
    } else if has(&["正在", "推进", "部分", "基本"]) {
        Status::Underway
    } else if has(&["完成", "到位", "已整改", "已解决"]) {
        Status::Done
    } else {
        Status::Open
    }
}

//! The words an export adds to the writer's: statuses and labels. Ordinals are `numbering`'s.

use crate::draft::{Counts, Status};
use crate::locale::Lang;

crate::messages! {
    /// [`Status::Open`].
    not_started() { zh: "未启动", en: "not started" }
    /// [`Status::Underway`].
    in_progress() { zh: "进行中", en: "in progress" }
    /// [`Status::Ongoing`].
    ongoing() { zh: "长期坚持", en: "ongoing" }
    /// [`Status::Done`].
    done() { zh: "已完成", en: "done" }
    /// [`Status::Closed`].
    closed() { zh: "已销号", en: "closed" }
    /// [`Status::Unfinished`].
    not_done() { zh: "未完成", en: "not done" }

    /// A problem named last year.
    problem(words: &str) { zh: "问题：{words}", en: "Problem: {words}" }
    /// The measure promised then.
    measure(words: &str) { zh: "整改措施：{words}", en: "Measure: {words}" }
    /// What became of it.
    progress(status: &str) { zh: "整改情况：{status}", en: "Status: {status}" }
    /// What shows it.
    evidence(words: &str) { zh: "佐证：{words}", en: "Evidence: {words}" }

    /// Between a problem of last year and its measure, in one line.
    semicolon() { zh: "；", en: "; " }
    /// A promise of last year and what became of it, in one line.
    with_status(words: &str, status: &str) { zh: "{words}（{status}）", en: "{words} ({status})" }

    /// How many promises of last year, for how many problems.
    n_kinds(kinds: usize, items: usize) { zh: "上年度问题{kinds}类，整改措施{items}条", en: "Problems of last year: {kinds}; measures: {items}" }
    /// How many promises of last year.
    n_promises(items: usize) { zh: "上年度整改措施{items}条", en: "Measures of last year: {items}" }
    /// How many of them have come how far.
    n_of_status(status: &str, n: usize) { zh: "{status}{n}条", en: "{status} {n}" }
    /// The whole, and its parts.
    with_parts(whole: &str, parts: &str) { zh: "{whole}：{parts}。", en: "{whole} ({parts})." }
    /// The whole alone.
    full_stop(whole: &str) { zh: "{whole}。", en: "{whole}." }
    /// Between the parts.
    comma() { zh: "、", en: ", " }

    /// Who answers for a measure and by when.
    owner_and_due(owner: &str, due: &str) { zh: "（责任人：{owner}；完成时限：{due}）", en: "(Owner: {owner}; due: {due})" }
    /// Who answers for a measure.
    owner(owner: &str) { zh: "（责任人：{owner}）", en: "(Owner: {owner})" }
    /// By when a measure is due.
    due(due: &str) { zh: "（完成时限：{due}）", en: "(Due: {due})" }
}

/// Returns the word for a status.
pub fn status(language: Lang, status: Status) -> String {
    match status {
        Status::Open => not_started(language),
        Status::Underway => in_progress(language),
        Status::Ongoing => ongoing(language),
        Status::Done => done(language),
        Status::Closed => closed(language),
        Status::Unfinished => not_done(language),
    }
}

/// Says how many promises of last year there are, and what became of them: a label's words, nothing of the writer's.
pub fn counted(language: Lang, counts: &Counts) -> String {
    let parts: Vec<String> = (counts.by_status.iter())
        .map(|(it, n)| n_of_status(language, &status(language, *it), *n))
        .collect();
    let parts = parts.join(&comma(language));
    let whole = match counts.kinds {
        Some(kinds) => n_kinds(language, kinds, counts.items),
        None => n_promises(language, counts.items),
    };
    if parts.is_empty() {
        full_stop(language, &whole)
    } else {
        with_parts(language, &whole, &parts)
    }
}

//! The words an export adds to the writer's: statuses and labels. Ordinals are `numbering`'s.

use crate::draft::Status;
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

    /// A problem named last year.
    problem(words: &str) { zh: "问题：{words}", en: "Problem: {words}" }
    /// The measure promised then.
    measure(words: &str) { zh: "整改措施：{words}", en: "Measure: {words}" }
    /// What became of it.
    progress(status: &str) { zh: "整改情况：{status}", en: "Status: {status}" }
    /// What shows it.
    evidence(words: &str) { zh: "佐证：{words}", en: "Evidence: {words}" }

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
    }
}

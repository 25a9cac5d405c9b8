//! The heads of a ledger, as ours and as others call them.

use super::sheet::Line;
use crate::draft::Status;

/// What a column is for, as far as it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Key,
    Measure,
    Owner,
    Due,
    Status,
    Evidence,
}

const HEADS: &[(&str, Use)] = &[
    ("编号请勿改动", Use::Key),
    ("编号", Use::Key),
    ("keydonotchange", Use::Key),
    ("key", Use::Key),
    ("整改措施", Use::Measure),
    ("措施", Use::Measure),
    ("measure", Use::Measure),
    ("责任人", Use::Owner),
    ("责任人员", Use::Owner),
    ("整改责任人", Use::Owner),
    ("owner", Use::Owner),
    ("完成时限", Use::Due),
    ("整改时限", Use::Due),
    ("时限", Use::Due),
    ("完成时间", Use::Due),
    ("due", Use::Due),
    ("状态", Use::Status),
    ("进展", Use::Status),
    ("整改状态", Use::Status),
    ("整改情况", Use::Status),
    ("完成情况", Use::Status),
    ("status", Use::Status),
    ("佐证", Use::Evidence),
    ("佐证材料", Use::Evidence),
    ("印证材料", Use::Evidence),
    ("evidence", Use::Evidence),
];

const STATUSES: &[(&str, Status)] = &[
    ("未启动", Status::Open),
    ("未开始", Status::Open),
    ("notstarted", Status::Open),
    ("open", Status::Open),
    ("进行中", Status::Underway),
    ("正在整改", Status::Underway),
    ("整改中", Status::Underway),
    ("inprogress", Status::Underway),
    ("underway", Status::Underway),
    ("长期坚持", Status::Ongoing),
    ("ongoing", Status::Ongoing),
    ("已完成", Status::Done),
    ("完成", Status::Done),
    ("已整改", Status::Done),
    ("done", Status::Done),
    ("已销号", Status::Closed),
    ("销号", Status::Closed),
    ("closed", Status::Closed),
    ("未完成", Status::Unfinished),
    ("notdone", Status::Unfinished),
    ("unfinished", Status::Unfinished),
];

/// Returns which use the columns of a row of heads have; `None` for a row that is none: it names the measure or the
/// key, and something that can be changed.
pub(super) fn uses(line: &Line) -> Option<Vec<(Use, usize)>> {
    let mut uses: Vec<(Use, usize)> = Vec::new();
    for at in 0..line.cells.len() {
        let letters = letters(&line.words(at));
        let found = HEADS.iter().find(|it| it.0 == letters);
        if let Some((_, found)) = found
            && uses.iter().all(|it| it.0 != *found)
        {
            uses.push((*found, at));
        }
    }
    let names = |it: &[Use]| uses.iter().any(|found| it.contains(&found.0));
    let is_head = names(&[Use::Key, Use::Measure])
        && names(&[Use::Owner, Use::Due, Use::Status, Use::Evidence]);
    is_head.then_some(uses)
}

/// Returns the status of that name.
pub(super) fn status(words: &str) -> Option<Status> {
    let letters = letters(words);
    let found = STATUSES.iter().find(|it| it.0 == letters);
    found.map(|it| it.1)
}

/// Returns the letters and digits of words, in lower case: what is left when marks and blanks do not count.
pub(super) fn letters(words: &str) -> String {
    let signs = words.chars().filter(|it| it.is_alphanumeric());
    signs.flat_map(char::to_lowercase).collect()
}

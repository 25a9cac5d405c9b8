//! Names of what is asked, in both languages.

use super::{PartState, Subject};
use crate::draft::{Role, Status};
use crate::locale::Lang;

/// Returns the short name of what a question is about, at most four Chinese characters.
pub fn label(lang: Lang, subject: Subject) -> &'static str {
    let (zh, en) = match subject {
        Subject::Title => ("题目", "Title"),
        Subject::Byline => ("署名", "Byline"),
        // Between a heading and the items below it: not one of them.
        Subject::Section(Role::Dimensions | Role::Causes | Role::Measures) | Subject::LeadIn => {
            ("引语", "Lead-in")
        }
        Subject::Section(role) => return section_label(lang, role),
        Subject::FollowUpProblem => ("上年问题", "Last year"),
        Subject::FollowUpMeasure => ("当时措施", "Promised"),
        Subject::Status => ("进展", "Status"),
        Subject::Branch => ("有无", "Applies"),
        Subject::Evidence => ("佐证", "Evidence"),
        Subject::Headline => ("问题", "Problem"),
        Subject::Detail => ("表现", "Detail"),
        Subject::Example => ("事例", "Example"),
        Subject::Cause => ("原因", "Cause"),
        Subject::CauseDetail => ("原因说明", "Why"),
        Subject::Measure => ("措施", "Measure"),
        Subject::MeasureDetail => ("具体做法", "How"),
        Subject::Owner => ("责任人", "Owner"),
        Subject::Due => ("时限", "Due"),
        Subject::Statement => ("说明", "Statement"),
        Subject::SetAside => ("留存", "Kept"),
        Subject::SectionTitle => ("标题", "Heading"),
        Subject::DimensionTitle => ("方面名称", "Name"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Returns the short name of a section by its role.
pub fn section_label(lang: Lang, role: Role) -> &'static str {
    let (zh, en) = match role {
        Role::Opening => ("开头", "Opening"),
        Role::FollowUp => ("上年整改", "Follow-up"),
        Role::Dimensions => ("查摆问题", "Dimensions"),
        Role::Case => ("典型案例", "Case"),
        Role::Causes => ("原因", "Causes"),
        Role::Measures => ("措施", "Measures"),
        Role::Closing => ("结尾", "Closing"),
        Role::Text => ("正文", "Text"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Returns the word for how far a part has come.
pub fn state(lang: Lang, state: PartState) -> &'static str {
    let (zh, en) = match state {
        PartState::Written => ("已写", "written"),
        PartState::Begun => ("写了一些", "begun"),
        PartState::Unwritten => ("未写", "not yet"),
        PartState::LeftOut => ("不写", "left out"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Returns the word for how far a measure has come.
pub fn status(lang: Lang, status: Status) -> &'static str {
    let (zh, en) = match status {
        Status::Open => ("未启动", "not started"),
        Status::Underway => ("进行中", "in progress"),
        Status::Ongoing => ("长期坚持", "ongoing"),
        Status::Done => ("已完成", "done"),
        Status::Closed => ("已销号", "closed"),
        Status::Unfinished => ("未完成", "not done"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

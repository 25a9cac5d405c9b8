//! The columns of the ledger. Their order is that of the table.

use super::messages as say;
use super::rows::Row;
use crate::export::messages::status;
use crate::locale::Lang;

/// A column of the ledger that people read. The key stands behind all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 序号, from 1.
    Number,
    /// 方面: the title of the dimension.
    Dimension,
    /// 问题: its headline.
    Problem,
    /// 具体表现: details and examples of the problem.
    Details,
    /// 原因: the causes of the problem that the measure is against.
    Cause,
    /// 整改措施: headline and body.
    Measure,
    /// 责任人.
    Owner,
    /// 完成时限, in the writer's words.
    Due,
    /// 状态.
    Status,
    /// 佐证.
    Evidence,
}

impl Column {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Number,
        Self::Dimension,
        Self::Problem,
        Self::Details,
        Self::Cause,
        Self::Measure,
        Self::Owner,
        Self::Due,
        Self::Status,
        Self::Evidence,
    ];

    /// Returns what stands above the column.
    pub fn head(self, lang: Lang) -> String {
        match self {
            Self::Number => say::number(lang),
            Self::Dimension => say::dimension(lang),
            Self::Problem => say::problem(lang),
            Self::Details => say::details(lang),
            Self::Cause => say::cause(lang),
            Self::Measure => say::measure(lang),
            Self::Owner => say::owner(lang),
            Self::Due => say::due(lang),
            Self::Status => say::status(lang),
            Self::Evidence => say::evidence(lang),
        }
    }

    /// Returns how wide the column is, in half-width characters. Together they fill a page of A4 turned on its side.
    pub fn width(self) -> u16 {
        match self {
            Self::Number => 6,
            Self::Dimension | Self::Due => 14,
            Self::Problem | Self::Cause => 16,
            Self::Details => 44,
            Self::Measure => 38,
            Self::Owner | Self::Status => 10,
            Self::Evidence => 18,
        }
    }

    /// Tells whether its words are short and stand in the middle.
    pub fn is_centred(self) -> bool {
        matches!(self, Self::Number | Self::Owner | Self::Due | Self::Status)
    }

    /// Returns the words of a row in the column; empty where there are none.
    pub fn words(self, lang: Lang, row: &Row) -> String {
        match self {
            Self::Number => row.number.to_string(),
            Self::Dimension => row.dimension.clone(),
            Self::Problem => row.problem.clone(),
            Self::Details => row.details.clone(),
            Self::Cause => row.cause.clone(),
            Self::Measure => row.measure.clone(),
            Self::Owner => row.owner.clone(),
            Self::Due => row.due.clone(),
            Self::Status => row.status.map_or(String::new(), |it| status(lang, it)),
            Self::Evidence => row.evidence.clone(),
        }
    }
}

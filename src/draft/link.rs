//! What belongs together across the three parts of the chain: problem, cause, measure.

use serde::{Deserialize, Serialize};

use super::{Draft, ItemId};

/// A link of the chain. Many-to-many: one cause may explain several problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Link {
    /// The cause explains the problem.
    ProblemCause {
        /// The problem.
        problem: ItemId,
        /// Its cause.
        cause: ItemId,
    },
    /// The measure removes the cause.
    CauseMeasure {
        /// The cause.
        cause: ItemId,
        /// The measure against it.
        measure: ItemId,
    },
    /// The measure answers the problem itself.
    ProblemMeasure {
        /// The problem.
        problem: ItemId,
        /// The measure for it.
        measure: ItemId,
    },
}

impl Link {
    /// Tells whether one end of the link is that item.
    pub fn touches(self, id: ItemId) -> bool {
        match self {
            Self::ProblemCause { problem, cause } => problem == id || cause == id,
            Self::CauseMeasure { cause, measure } => cause == id || measure == id,
            Self::ProblemMeasure { problem, measure } => problem == id || measure == id,
        }
    }

    /// Tells whether both ends exist in the draft and are of the right kind.
    pub(super) fn fits(self, draft: &Draft) -> bool {
        match self {
            Self::ProblemCause { problem, cause } => {
                draft.problem(problem).is_some() && draft.cause(cause).is_some()
            }
            Self::CauseMeasure { cause, measure } => {
                draft.cause(cause).is_some() && draft.measure(measure).is_some()
            }
            Self::ProblemMeasure { problem, measure } => {
                draft.problem(problem).is_some() && draft.measure(measure).is_some()
            }
        }
    }
}

//! What a section of the report is for. Does not say which sections a report has: that is the template's.

use serde::{Deserialize, Serialize};

/// What a section is for. A report has at most one section of each role but [`Role::Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Why and how the report was prepared; stands before the first numbered section, without a title.
    Opening,
    /// What became of last year's promises: a text and items.
    FollowUp,
    /// The dimensions of the notice, each with its problems, and the statement items among them.
    Dimensions,
    /// A typical case and what the writer takes from it.
    Case,
    /// The causes of the problems.
    Causes,
    /// The measures promised.
    Measures,
    /// Last words; stands after the last numbered section, without a title.
    Closing,
    /// Any other section: a title and a text.
    Text,
}

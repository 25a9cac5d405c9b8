//! One list of a report by itself, as numbered lines of plain text: for a table, a message or another report.
//!
//! What the writer decided not to write is left out, as in the report; numbers are those of the list, not of the
//! report.

use super::build::{Options, is_left_out, terms};
use super::flow::one_line;
use super::messages;
use crate::draft::{DimensionKind, Draft, Part, Status};
use crate::locale::Lang;

/// A list of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What was promised last year.
    FollowUps,
    /// The problems, by their headlines.
    Problems,
    /// The causes, by theirs.
    Causes,
    /// The measures, with who answers for them and by when.
    Measures,
}

impl Kind {
    /// Every list, in the order of the report.
    pub const ALL: [Self; 4] = [
        Self::FollowUps,
        Self::Problems,
        Self::Causes,
        Self::Measures,
    ];

    /// Returns its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::FollowUps => "follow-ups",
            Self::Problems => "problems",
            Self::Causes => "causes",
            Self::Measures => "measures",
        }
    }

    /// Returns the list of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Returns the lines of a list with their numbers; none if there is nothing in it.
pub fn lines(draft: &Draft, options: &Options, kind: Kind) -> Vec<String> {
    let language = options.language;
    let line = |text: &str| one_line(language, text);
    let is_printed = |id| !is_left_out(draft, Part::Item(id));
    let entries: Vec<String> = match kind {
        Kind::FollowUps => (draft.follow_ups.iter())
            .filter(|it| is_printed(it.id))
            .map(|it| {
                let (problem, measure) = (line(&it.problem), line(&it.measure));
                let of = match (problem.is_empty(), measure.is_empty()) {
                    (true, true) => return String::new(),
                    (true, false) => measure,
                    (false, true) => problem,
                    (false, false) => {
                        [problem, measure].join(messages::semicolon(language).as_str())
                    }
                };
                match it.status {
                    Status::Open => of,
                    status => {
                        messages::with_status(language, &of, &messages::status(language, status))
                    }
                }
            })
            .collect(),
        Kind::Problems => (draft.dimensions.iter())
            .filter(|it| it.kind == DimensionKind::Review && is_printed(it.id))
            .flat_map(|it| &it.problems)
            .filter(|it| is_printed(it.id))
            .map(|it| line(&it.headline))
            .collect(),
        Kind::Causes => (draft.causes.iter())
            .filter(|it| is_printed(it.id))
            .map(|it| line(&it.headline))
            .collect(),
        Kind::Measures => (draft.measures.iter())
            .filter(|it| is_printed(it.id))
            .map(|it| {
                let headline = line(&it.headline);
                let terms = terms(language, it).unwrap_or_default();
                let space = if language == Lang::En && !terms.is_empty() {
                    " "
                } else {
                    ""
                };
                if headline.is_empty() {
                    headline
                } else {
                    [&headline, space, &terms].concat()
                }
            })
            .collect(),
    };
    let written = entries.into_iter().filter(|it| !it.is_empty());
    written
        .enumerate()
        .map(|(n, it)| format!("{}. {it}", n + 1))
        .collect()
}

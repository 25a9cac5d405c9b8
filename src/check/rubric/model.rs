//! [`Rubric`]: criteria, weights, and what takes points off. Plain data.

use crate::draft::Role;

/// A table of criteria by which a report is given points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rubric {
    /// What it is called.
    pub name: String,
    /// Where it was taken from.
    pub source: String,
    /// Whether its weights were compared with what the office uses.
    pub confirmed: bool,
    /// What one should know before using it.
    pub note: String,
    /// Rules whose findings make a report unfit to be handed in whatever its points (硬伤项). They take no points off.
    pub hard: Vec<&'static str>,
    /// The criteria, in order; at least one.
    pub criteria: Vec<Criterion>,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What it is called. No two are alike.
    pub name: String,
    /// What it looks at, in a sentence; may be empty.
    pub look: String,
    /// Its points when nothing is wrong.
    pub weight: u32,
    /// Of these, the points that only a person can give. Invariant: not more than `weight`.
    pub person: u32,
    /// What takes points off the others. Invariant: empty exactly where a person gives them all.
    pub deductions: Vec<Deduction>,
}

/// Something that takes points off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deduction {
    /// What is measured.
    pub measure: Measure,
    /// How many points that takes.
    pub takes: Takes,
}

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Findings of these rules; within these sections only, if any are named.
    Findings {
        /// The rules.
        rules: Vec<&'static str>,
        /// The sections.
        within: Vec<Role>,
    },
    /// How many of these sections hold no words.
    Missing(Vec<Role>),
    /// The share of these sections in the characters of the report, in percent: whether it is out of bounds.
    Share(Vec<Role>, Bounds),
    /// How many there are of something: whether it is out of bounds.
    Count(Counted, Bounds),
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Characters of the report without blanks.
    Characters,
    /// Dimensions that are reviewed.
    Dimensions,
    /// Statement items that hold words.
    Statements,
    /// Problems.
    Problems,
    /// Examples of problems.
    Examples,
    /// Causes.
    Causes,
    /// Measures.
    Measures,
}

impl Counted {
    /// What can be counted, by its name in a file.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("characters", Self::Characters),
        ("dimensions", Self::Dimensions),
        ("statements", Self::Statements),
        ("problems", Self::Problems),
        ("examples", Self::Examples),
        ("causes", Self::Causes),
        ("measures", Self::Measures),
    ];
}

/// Between what a number should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least, if there is one.
    pub least: Option<u32>,
    /// The most, if there is one.
    pub most: Option<u32>,
}

/// How many points something takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// So many for each, never more than `at_most`.
    Each {
        /// For each.
        each: u32,
        /// Altogether.
        at_most: Option<u32>,
    },
    /// All of them if there are as many as there are of `per`, else that part of them.
    Part {
        /// All.
        at_most: u32,
        /// What it is a part of.
        per: Counted,
    },
    /// All of them or none.
    Off(u32),
}

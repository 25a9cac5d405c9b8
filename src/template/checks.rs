//! Which checks a kind of report wants, and how seriously. Only names: what a check looks at is the reviewer's.

use std::collections::BTreeMap;

/// The names of all checks, in the order in which lists show them.
pub const CHECKS: &[&str] = &[
    "unfinished-sentence",
    "placeholder",
    "empty-section",
    "problem-without-example",
    "vague-example",
    "no-first-person",
    "group-subject",
    "praise-then-but",
    "missing-dimension",
    "wrong-year",
    "occasion-mismatch",
    "claim-without-list",
    "section-share",
    "length",
    "similar-to-earlier",
    "repeated-passage",
    "external-cause-only",
    "problem-without-cause",
    "cause-without-measure",
    "measure-without-cause",
    "measure-without-deadline",
    "measure-without-owner",
    "slogan-measure",
    "stock-phrase",
    "doubled-word",
    "half-width-punctuation",
    "comma-between-quoted",
    "inconsistent-term",
    "de-confusion",
    "heading-style",
    "numbering",
    "long-sentence",
    "foreign-unit",
    "person-name",
];

/// What a kind of report wants of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It is not made.
    Off,
    /// It is made, as seriously as usual.
    On,
    /// It is made, and what it finds is for information.
    Info,
    /// It is made, and what it finds should be looked at.
    Warn,
    /// It is made, and what it finds must be looked at.
    Error,
}

impl Level {
    /// The levels by their names in a file.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("off", Self::Off),
        ("on", Self::On),
        ("info", Self::Info),
        ("warn", Self::Warn),
        ("error", Self::Error),
    ];

    /// Returns the name of a level in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On => "on",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

/// What a kind of report wants of the checks, where it differs from the usual. A check that is not usual, such as
/// `person-name`, is made only where it stands here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks(BTreeMap<&'static str, Level>);

impl Checks {
    /// Returns what is wanted of a check; `None` where nothing is said.
    pub fn level(&self, name: &str) -> Option<Level> {
        self.0.get(name).copied()
    }

    /// Says what is wanted of a check. The name is one of [`CHECKS`]; another is not taken.
    pub fn set(&mut self, name: &str, level: Level) {
        if let Some(name) = CHECKS.iter().find(|it| **it == name) {
            self.0.insert(name, level);
        }
    }

    /// Returns what is said, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Level)> + '_ {
        self.0.iter().map(|(name, level)| (*name, *level))
    }
}

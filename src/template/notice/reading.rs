//! What was read in a notice, as plain data.

use crate::template::model::Length;

/// A notice and what was read in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The lines that say something, with their numbers from 1.
    pub lines: Vec<(usize, String)>,
    /// What was read, in the order of the lines.
    pub reads: Vec<Read>,
    /// What is open or doubtful.
    pub doubts: Vec<Doubt>,
}

/// One thing read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The line it stands on, from 1.
    pub line: usize,
    /// What it is.
    pub what: What,
}

/// What can be read in a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The year the report is about.
    Year(u16),
    /// The occasion, in the notice's word.
    Occasion(String),
    /// What the notice calls the report.
    Report(String),
    /// The length it sets.
    Length(Length),
    /// A length it names without a bound (3000字左右), in characters.
    About(u32),
    /// A dimension.
    Dimension {
        /// Its title in the notice's words, without ordinal.
        title: String,
        /// What the notice says about it on one line; may be empty.
        guide: String,
    },
    /// A part the report must have, and its heading where the notice gives one.
    Part(Part, Option<String>),
}

/// A part of a report that a notice may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What became of last year's promises.
    FollowUp,
    /// A typical case.
    Case,
    /// Matters to be stated.
    Statement,
    /// The causes.
    Causes,
    /// The measures.
    Measures,
}

impl Part {
    /// Every part, in the order of a report.
    pub const ALL: [Self; 5] = [
        Self::FollowUp,
        Self::Case,
        Self::Statement,
        Self::Causes,
        Self::Measures,
    ];
}

/// What is open or doubtful about a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No year was found.
    NoYear,
    /// No occasion was found.
    NoOccasion,
    /// No list of dimensions was found.
    NoDimensions,
    /// The notice names another number of dimensions than were found.
    CountDiffers {
        /// The number it names.
        said: usize,
        /// How many were found.
        found: usize,
    },
    /// Another list could be the dimensions.
    OtherList {
        /// The line it begins on.
        line: usize,
        /// How many items it has.
        n_items: usize,
    },
    /// Another length is named.
    OtherLength {
        /// On this line.
        line: usize,
    },
}

impl Reading {
    /// Returns the year.
    pub fn year(&self) -> Option<u16> {
        self.reads.iter().find_map(|it| {
            let What::Year(year) = it.what else {
                return None;
            };
            Some(year)
        })
    }

    /// Returns the occasion.
    pub fn occasion(&self) -> Option<&str> {
        self.reads.iter().find_map(|it| {
            let What::Occasion(it) = &it.what else {
                return None;
            };
            Some(it.as_str())
        })
    }

    /// Returns the length set.
    pub fn length(&self) -> Option<Length> {
        self.reads.iter().find_map(|it| {
            let What::Length(it) = it.what else {
                return None;
            };
            Some(it)
        })
    }

    /// Returns the titles of the dimensions with what the notice says about each.
    pub fn dimensions(&self) -> impl Iterator<Item = (&str, &str)> {
        self.reads.iter().filter_map(|it| {
            let What::Dimension { title, guide } = &it.what else {
                return None;
            };
            Some((title.as_str(), guide.as_str()))
        })
    }

    /// Returns the heading of a part, if the notice asks for the part; the heading may be left to us.
    pub fn part(&self, part: Part) -> Option<Option<&str>> {
        self.reads.iter().find_map(|it| {
            let What::Part(found, title) = &it.what else {
                return None;
            };
            (*found == part).then_some(title.as_deref())
        })
    }

    /// Returns the lines in which nothing was read.
    pub fn not_understood(&self) -> impl Iterator<Item = &(usize, String)> {
        self.lines
            .iter()
            .filter(|(n, _)| self.reads.iter().all(|it| it.line != *n))
    }
}

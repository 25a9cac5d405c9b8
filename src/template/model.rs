//! A kind of report as plain data. Does not say how it is written in a file: that is `parse` and `write`.

use crate::draft::Role;
use crate::locale::Lang;
use crate::template::checks::Checks;
use crate::template::questions::Prompt;
use crate::template::questions::Questions;

/// A kind of report: what it is called, what it consists of and what is asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The name drafts and commands know it by: small letters, digits and hyphens.
    pub id: String,
    /// The version of this template's content, from 1.
    pub version: u32,
    /// The language of the report, `zh-CN` or `en`; numbering and questions follow it.
    pub language: String,
    /// The name for lists.
    pub name: String,
    /// The title a new report starts with; `{year}` in it stands for the year, see [`Template::title_for`].
    pub title: String,
    /// The year whose notice this follows, if it follows one.
    pub year: Option<u16>,
    /// The occasion, in the word a report calls it by, such as `民主生活会`; may be empty.
    pub occasion: String,
    /// Whose report it is, such as `支委班子`; may be empty.
    pub audience: String,
    /// Where the dimensions were taken from; may be empty.
    pub source: String,
    /// Whether two independent sources have the dimensions in these words, or nothing was there to confirm.
    pub confirmed: bool,
    /// What the writer should know before using it, above all what is unconfirmed.
    pub note: Option<String>,
    /// The length the notice sets, in characters without blanks.
    pub length: Option<Length>,
    /// Which checks it wants otherwise than usual.
    pub checks: Checks,
    /// The sections in the order of the report.
    ///
    /// Invariant: at least one; no role twice but [`Role::Text`]; the opening first, the closing last.
    pub sections: Vec<SectionSpec>,
    /// The dimensions in order, statement items among them.
    ///
    /// Invariant: empty without a section of [`Role::Dimensions`]; no title twice.
    pub dimensions: Vec<DimensionSpec>,
    /// The questions that open and close parts, in the order of the file.
    ///
    /// Invariant: no key twice.
    pub branches: Vec<BranchSpec>,
    /// What is asked for each thing a writer fills in.
    pub questions: Questions,
}

/// The least and the most characters a report should have, as far as the notice sets them.
///
/// Invariant: one of the two is there, and the most is not less than the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The least.
    pub min: Option<u32>,
    /// The most.
    pub max: Option<u32>,
}

/// One section of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionSpec {
    /// What the section is for.
    pub role: Role,
    /// Its heading, without ordinal; empty for the opening and the closing, which stand without one.
    pub title: String,
    /// Whether a report without it is incomplete.
    pub required: bool,
    /// Key of the question whose "no" closes it.
    ///
    /// Invariant: one of [`Template::branches`].
    pub when: Option<String>,
    /// What is asked for the text that stands right under the heading: the whole section for a text, the
    /// leading sentences for dimensions, causes and measures.
    pub prompt: Prompt,
}

/// One dimension: what the notice wants examined, or a statement it wants made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionSpec {
    /// Its heading in the words of the notice, without ordinal.
    pub title: String,
    /// A few characters for lists and headers.
    pub short_title: String,
    /// Whether it is a statement item: a free text instead of problems.
    pub statement: bool,
    /// Key of the question whose "no" closes it.
    ///
    /// Invariant: one of [`Template::branches`].
    pub when: Option<String>,
    /// What is asked first: for the statement's text, otherwise for the headline of each problem.
    pub prompt: Prompt,
}

/// A question answered by yes or no, whose "no" closes the parts that hang on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchSpec {
    /// The name drafts and answer files know it by: small letters, digits and hyphens.
    pub key: String,
    /// What is asked.
    pub prompt: Prompt,
    /// Why a part it closed is not written.
    pub reason: String,
}

impl Template {
    /// Returns the title a report of this year starts with.
    pub fn title_for(&self, year: i16) -> String {
        self.title.replace("{year}", &year.to_string())
    }

    /// Returns the language of the report, in which its questions are asked too.
    pub fn lang(&self) -> Lang {
        Lang::from_tag(&self.language)
    }

    /// Returns the section of this role; of several texts, the first.
    pub fn section(&self, role: Role) -> Option<&SectionSpec> {
        self.sections.iter().find(|it| it.role == role)
    }

    /// Returns the section of this role and title: there may be several texts. A text under another title is none
    /// of them; elsewhere the title does not matter.
    pub fn section_titled(&self, role: Role, title: &str) -> Option<&SectionSpec> {
        let mut of_role = self.sections.iter().filter(|it| it.role == role);
        match role {
            Role::Text => of_role.find(|it| it.title == title),
            Role::Opening
            | Role::FollowUp
            | Role::Dimensions
            | Role::Case
            | Role::Causes
            | Role::Measures
            | Role::Closing => of_role.next(),
        }
    }
}

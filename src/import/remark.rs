//! What the reader of a file should tell the writer though the file was taken.

use crate::import::container::Noticed;
use crate::import::messages as say;
use crate::locale::Lang;
use crate::template::better_fit;

/// Something noticed in a file that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// What was noticed.
    pub notice: Notice,
}

/// What can be noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Invisible control characters were left out of a text: they could disturb a terminal.
    ControlsDropped {
        /// Where, such as `causes[2].headline`.
        path: String,
        /// How many.
        count: usize,
    },
    /// The template has no such section, the file does: it was added.
    SectionAdded {
        /// The title it got.
        title: String,
    },
    /// Something about the file itself: its encoding, its markup, what stands beside the text.
    Container(Noticed),
    /// A text has no place in the report and was set aside.
    SetAside {
        /// Why.
        why: Aside,
    },
    /// A second section is for what another is for; it became a text of its own.
    RoleAgain,
    /// An ordinal is not the one that comes next; a print counts anew.
    OutOfOrder {
        /// The ordinal.
        ordinal: String,
    },
    /// The opening tells what became of last year; that became the section about last year.
    LastYearInOpening,
    /// The text has no headings to go by; everything was taken for problems.
    NoHeadings,
    /// The dimensions are those of another year than the title says.
    OtherYear {
        /// The year the title says.
        stated: u16,
        /// The year they are of.
        year: u16,
        /// The occasion they are of.
        occasion: String,
        /// How many of them are.
        alike: usize,
        /// How many there are.
        of: usize,
    },
}

/// Why a text was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// Nobody can tell where it belongs.
    NoPlace,
    /// It belongs to the page around the text: navigation, dates of publication, advertisements, page numbers.
    PageChrome,
    /// It holds no words.
    Junk,
    /// The title stands there a second time.
    TitleAgain,
    /// It stands in a table.
    Table,
    /// It stands beside the text: a footnote, a table of contents.
    Beside,
}

impl Notice {
    /// Says what was noticed, without the place.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::ControlsDropped { path, count } => say::controls_dropped(lang, path, *count),
            Self::SectionAdded { title } => say::section_added(lang, title),
            Self::Container(noticed) => noticed.say(lang),
            Self::SetAside { why } => match why {
                Aside::NoPlace => say::no_place(lang),
                Aside::PageChrome => say::page_chrome(lang),
                Aside::Junk => say::junk(lang),
                Aside::TitleAgain => say::title_again(lang),
                Aside::Table => say::table(lang),
                Aside::Beside => say::beside(lang),
            },
            Self::RoleAgain => say::role_again(lang),
            Self::OutOfOrder { ordinal } => say::out_of_order(lang, ordinal),
            Self::LastYearInOpening => say::last_year_in_opening(lang),
            Self::NoHeadings => say::no_headings(lang),
            Self::OtherYear {
                stated,
                year,
                occasion,
                alike,
                of,
            } => say::other_year(lang, *stated, *year, occasion, *alike, *of),
        }
    }

    /// Returns that the dimensions are those of another year than the title says; `None` if they are not. Statements
    /// are not to be among the dimensions.
    pub fn other_year(title: &str, dimensions: &[&str]) -> Option<Self> {
        let fit = better_fit(title, dimensions)?;
        Some(Self::OtherYear {
            stated: fit.stated,
            year: fit.template.year?,
            occasion: fit.template.occasion.clone(),
            alike: fit.alike,
            of: fit.of,
        })
    }
}

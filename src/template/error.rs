//! What is wrong with a template file (or another TOML file of the writer's own), and where. Does not know where the file came from: that is its reader's to say.

use crate::draft::Role;
use crate::locale::Lang;
use crate::template::messages as say;
use crate::template::packs::QUESTION_SETS;
use crate::template::packs::QuestionSet;
use crate::template::roles::role_name;
use crate::template::roles::role_names;

/// One thing wrong with a template file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
pub struct TemplateError {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The path of the key, such as `sections[2].role`, counted from 1; empty where there is no key to name.
    pub key: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with a template file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is not TOML.
    Syntax(Syntax),
    /// The key is not one of those known here.
    UnknownKey {
        /// The known one that was probably meant.
        nearest: Option<&'static str>,
        /// All that are known here.
        known: &'static [&'static str],
    },
    /// A key that must be there is not.
    Missing,
    /// The value is of another kind than the key wants.
    WrongShape {
        /// What the key wants.
        wanted: Shape,
        /// What stands there.
        found: Shape,
    },
    /// The number is too small or too large.
    OutOfRange {
        /// The least possible.
        min: u32,
        /// The most possible.
        max: u32,
    },
    /// The number, which may be a fraction, is too small or too large.
    OutOfBounds {
        /// The least possible.
        min: u32,
        /// The most possible.
        max: u32,
    },
    /// A text that must say something is empty.
    Empty,
    /// A text that stands on one line holds a line break.
    NotOneLine,
    /// A text holds a sign that cannot be seen and could disturb a terminal.
    ControlSign,
    /// The id holds a sign other than small letters, digits and hyphens.
    BadId,
    /// The language is not one of those known.
    UnknownLanguage,
    /// There is no question set of this name.
    UnknownSet {
        /// The set that was probably meant.
        nearest: Option<&'static str>,
    },
    /// There is no role of this name.
    UnknownRole {
        /// The role that was probably meant.
        nearest: Option<&'static str>,
    },
    /// The title holds a brace that is not part of `{year}`.
    UnknownBlank,
    /// The most is less than the least.
    LengthReversed,
    /// Neither the least nor the most is given.
    LengthOpen,
    /// There is no level of this name for a check.
    UnknownLevel {
        /// The level that was probably meant.
        nearest: Option<&'static str>,
    },
    /// The word is not one of those known here.
    UnknownWord {
        /// The one that was probably meant.
        nearest: Option<&'static str>,
        /// All that are known here.
        known: String,
    },
    /// The margins leave too little room for the text, or the page for its numbers.
    NoRoom,
    /// The role was used before, and a report has room for one section of it.
    RoleTwice {
        /// The role.
        role: Role,
        /// The line of the first use.
        first: usize,
    },
    /// Another dimension has the same title.
    DimensionTwice {
        /// The line of that one.
        first: usize,
    },
    /// Another question that opens and closes parts has the same key.
    BranchTwice {
        /// The line of that one.
        first: usize,
    },
    /// A part hangs on a question that is not there.
    UnknownBranch {
        /// The keys of those that are there; empty if none is.
        known: String,
    },
    /// There are dimensions, but no section to stand in.
    NoDimensionsSection,
    /// The opening is not the first section.
    OpeningNotFirst,
    /// The closing is not the last section.
    ClosingNotLast,
    /// The opening or the closing has a title.
    TitleNotWanted {
        /// Which of the two.
        role: Role,
    },
    /// Something only another kind of file can have wrong; what, and what to do.
    Other {
        /// In Chinese.
        zh: String,
        /// In English.
        en: String,
    },
}

/// Why a text is not TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// A Chinese quotation mark, equals sign, bracket or hash stands where TOML wants the plain one.
    ChineseSigns,
    /// A text is not closed, or not quoted well.
    BadString,
    /// A text holds a control character.
    ControlSign,
    /// The value is no text in quotation marks, no number and neither `true` nor `false`.
    BadValue,
    /// A number is larger than any this program counts with.
    TooLargeNumber,
    /// The name of a key holds a sign a name cannot hold.
    BadKey,
    /// A backslash is followed by something it cannot be followed by.
    BadEscape,
    /// A key stands without equals sign or value.
    NoValue,
    /// The key was given before.
    Twice,
    /// A bracket or a comma is missing.
    Bracket,
    /// Something follows where the line should have ended.
    Trailing,
    /// Anything else, as the TOML reader puts it.
    Other(String),
}

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text in quotation marks.
    Text,
    /// A whole number.
    Number,
    /// A number, whole or not.
    Decimal,
    /// `true` or `false`.
    Choice,
    /// A table of keys and values.
    Table,
    /// A list of tables.
    Tables,
    /// A list of texts.
    Texts,
    /// Any other kind: a fraction, a date, a list of something else.
    Other,
}

impl TemplateError {
    /// Says where it is, what is wrong and what to do, on one line.
    pub fn say(&self, lang: Lang) -> String {
        let (line, column, key) = (self.line, self.column, self.key.as_str());
        let what = self.fault.say(lang);
        if key.is_empty() {
            say::at(lang, line, column, &what)
        } else {
            say::at_key(lang, line, column, key, &what)
        }
    }

    /// Says what is wrong and what to do, behind a place that was said already.
    pub fn say_what(&self, lang: Lang) -> String {
        let what = self.fault.say(lang);
        if self.key.is_empty() {
            what
        } else {
            say::of_key(lang, &self.key, &what)
        }
    }
}

impl Fault {
    /// Says what is wrong and what to do, without the place.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Syntax(syntax) => syntax.say(lang),
            Self::UnknownKey {
                nearest: Some(nearest),
                ..
            } => say::unknown_key_near(lang, nearest),
            Self::UnknownKey {
                nearest: None,
                known,
            } => say::unknown_key(lang, &known.join(", ")),
            Self::Missing => say::missing(lang),
            Self::WrongShape { wanted, found } => {
                say::wrong_shape(lang, &wanted.say(lang), &found.say(lang))
            }
            Self::OutOfRange { min, max } => say::out_of_range(lang, *min, *max),
            Self::OutOfBounds { min, max } => say::out_of_bounds(lang, *min, *max),
            Self::Empty => say::empty(lang),
            Self::NotOneLine => say::not_one_line(lang),
            Self::ControlSign => say::control_sign(lang),
            Self::BadId => say::bad_id(lang),
            Self::UnknownLanguage => say::unknown_language(lang, &list(|it| it.language)),
            Self::UnknownSet {
                nearest: Some(nearest),
            } => say::unknown_set_near(lang, nearest),
            Self::UnknownSet { nearest: None } => say::unknown_set(lang, &list(|it| it.name)),
            Self::UnknownRole {
                nearest: Some(nearest),
            } => say::unknown_role_near(lang, nearest),
            Self::UnknownRole { nearest: None } => say::unknown_role(lang, &role_names()),
            Self::UnknownBlank => say::unknown_blank(lang),
            Self::LengthReversed => say::length_reversed(lang),
            Self::LengthOpen => say::length_open(lang),
            Self::UnknownLevel {
                nearest: Some(nearest),
            } => say::unknown_level_near(lang, nearest),
            Self::UnknownLevel { nearest: None } => say::unknown_level(lang),
            Self::UnknownWord {
                nearest: Some(nearest),
                ..
            } => say::unknown_word_near(lang, nearest),
            Self::UnknownWord {
                nearest: None,
                known,
            } => say::unknown_word(lang, known),
            Self::NoRoom => say::no_room(lang),
            Self::RoleTwice { role, first } => say::role_twice(lang, role_name(*role), *first),
            Self::DimensionTwice { first } => say::dimension_twice(lang, *first),
            Self::BranchTwice { first } => say::branch_twice(lang, *first),
            Self::UnknownBranch { known } if known.is_empty() => say::no_branches(lang),
            Self::UnknownBranch { known } => say::unknown_branch(lang, known),
            Self::NoDimensionsSection => say::no_dimensions_section(lang),
            Self::OpeningNotFirst => say::opening_not_first(lang),
            Self::ClosingNotLast => say::closing_not_last(lang),
            Self::TitleNotWanted { role } => say::title_not_wanted(lang, role_name(*role)),
            Self::Other { zh, en } => match lang {
                Lang::Zh => zh.clone(),
                Lang::En => en.clone(),
            },
        }
    }
}

fn list(name: impl Fn(&QuestionSet) -> &'static str) -> String {
    QUESTION_SETS
        .iter()
        .map(name)
        .collect::<Vec<_>>()
        .join(", ")
}

impl Syntax {
    /// Returns the reason behind a message of the TOML reader, which points at `at` on the line `line`.
    pub(crate) fn from_message(message: &str, at: &str, line: &str) -> Self {
        let any = |starts: &[&str]| starts.iter().any(|it| message.starts_with(it));
        if any(&["duplicate key"]) {
            Self::Twice
        } else if any(&[
            "invalid basic",
            "invalid literal",
            "invalid multi-line",
            "missing opening quote",
        ]) {
            if at.contains(char::is_control) {
                Self::ControlSign
            } else {
                Self::BadString
            }
        } else if any(&["missing escaped value", "too few unicode"]) {
            Self::BadEscape
        } else if at.contains(['“', '”', '‘', '’'])
            || line.contains(['＝', '［', '］'])
            || line.starts_with('＃')
        {
            Self::ChineseSigns
        } else if any(&["key with no value", "missing value"])
            || (at.is_empty() && message.contains("quoted"))
        {
            Self::NoValue
        } else if any(&[
            "string values must be quoted",
            "invalid boolean",
            "invalid integer",
            "invalid float",
        ]) || any(&[
            "invalid date",
            "invalid time",
            "unexpected leading zero",
            "unexpected sign",
            "`_`",
        ]) {
            Self::BadValue
        } else if message.ends_with("number overflowed") {
            Self::TooLargeNumber
        } else if any(&["invalid unquoted key"]) {
            Self::BadKey
        } else if any(&[
            "unclosed",
            "missing comma",
            "extra comma",
            "extra assignment",
            "missing array",
        ]) {
            Self::Bracket
        } else if any(&["unexpected key or value"]) {
            Self::Trailing
        } else {
            Self::Other(message.to_owned())
        }
    }

    /// Says what is wrong and what to do, without the place.
    pub(crate) fn say(&self, lang: Lang) -> String {
        match self {
            Self::ChineseSigns => say::chinese_signs(lang),
            Self::BadString => say::bad_string(lang),
            Self::ControlSign => say::control_sign(lang),
            Self::BadValue => say::bad_value(lang),
            Self::TooLargeNumber => say::too_large_number(lang),
            Self::BadKey => say::bad_key(lang),
            Self::BadEscape => say::bad_escape(lang),
            Self::NoValue => say::no_value(lang),
            Self::Twice => say::twice(lang),
            Self::Bracket => say::bracket(lang),
            Self::Trailing => say::trailing(lang),
            Self::Other(message) => say::not_toml(lang, message),
        }
    }
}

impl Shape {
    fn say(self, lang: Lang) -> String {
        match self {
            Self::Text => say::shape_text(lang),
            Self::Number => say::shape_number(lang),
            Self::Decimal => say::shape_decimal(lang),
            Self::Choice => say::shape_choice(lang),
            Self::Table => say::shape_table(lang),
            Self::Tables => say::shape_tables(lang),
            Self::Texts => say::shape_texts(lang),
            Self::Other => say::shape_other(lang),
        }
    }
}

//! What is wrong with an answer file, and where. Does not know the file's name: that is its reader's to say.

use crate::import::answers::json::Syntax;
use crate::import::answers::messages as say;
use crate::locale::Lang;
use crate::template::messages as template_say;

/// One thing wrong with an answer file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
pub struct AnswerError {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The path of the key, such as `causes[2].headline`, counted from 1; empty where there is none to name.
    pub path: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with an answer file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text is not JSON.
    Syntax(Syntax),
    /// The key is not one of those known here.
    UnknownKey {
        /// The known one that was probably meant.
        nearest: Option<&'static str>,
        /// All that are known here.
        known: &'static [&'static str],
    },
    /// The key stands twice in the same braces.
    DoubledKey {
        /// The line of the first.
        first: usize,
    },
    /// The value is of another kind than the key wants.
    WrongKind {
        /// What the key wants.
        wanted: Kind,
        /// What stands there.
        found: Kind,
    },
    /// A text that stands on one line holds a line break.
    NotOneLine,
    /// The word is not one of those that can stand here.
    UnknownWord {
        /// The one that was probably meant.
        nearest: Option<&'static str>,
        /// All that can stand here.
        known: Vec<&'static str>,
    },
    /// No cause or no measure has this key.
    UnknownLink {
        /// The key that was probably meant.
        nearest: Option<String>,
        /// Whether the keys of causes or those of measures were looked through.
        among: &'static str,
    },
    /// The same key stands twice in a list of links.
    LinkTwice,
    /// A key is empty.
    EmptyKey,
    /// Another cause or measure has the same key.
    KeyTaken {
        /// The line of that one.
        first: usize,
    },
    /// A section of this role stands there already.
    SectionTwice,
    /// A section has no role.
    NoRole,
    /// The words stand in `sections` already, or should.
    BesideSections,
    /// `detail` or `examples` stands beside `body`.
    BesideBody,
    /// A lead-in or problems stand beside a statement.
    BesideStatement,
    /// A passage is neither a detail nor an example, or both.
    NotOnePassage,
    /// There is more wrong than is worth telling.
    More,
}

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text in quotation marks.
    Text,
    /// A list in square brackets.
    List,
    /// Keys and values in braces.
    Object,
    /// A number.
    Number,
    /// `true` or `false`.
    Choice,
    /// `null`.
    Null,
}

impl AnswerError {
    /// Says where it is, what is wrong and what to do, on one line.
    pub fn say(&self, lang: Lang) -> String {
        let (line, column, path) = (self.line, self.column, self.path.as_str());
        let what = self.fault.say(lang);
        if path.is_empty() {
            template_say::at(lang, line, column, &what)
        } else {
            template_say::at_key(lang, line, column, path, &what)
        }
    }
}

impl Fault {
    /// Says what is wrong and what to do, without the place.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NotUtf8 => say::not_utf8(lang),
            Self::Syntax(syntax) => syntax.say(lang),
            Self::UnknownKey {
                nearest: Some(nearest),
                ..
            } => template_say::unknown_key_near(lang, nearest),
            Self::UnknownKey {
                nearest: None,
                known,
            } => template_say::unknown_key(lang, &known.join(", ")),
            Self::DoubledKey { first } => say::doubled_key(lang, *first),
            Self::WrongKind { wanted, found } => {
                say::wrong_kind(lang, &wanted.say(lang), &found.say(lang))
            }
            Self::NotOneLine => say::not_one_line(lang),
            Self::UnknownWord {
                nearest: Some(nearest),
                known,
            } => say::unknown_word_near(lang, nearest, &known.join(", ")),
            Self::UnknownWord {
                nearest: None,
                known,
            } => say::unknown_word(lang, &known.join(", ")),
            Self::UnknownLink {
                nearest: Some(nearest),
                among,
            } => say::unknown_link_near(lang, among, nearest),
            Self::UnknownLink {
                nearest: None,
                among,
            } => say::unknown_link(lang, among),
            Self::LinkTwice => say::link_twice(lang),
            Self::EmptyKey => say::empty_key(lang),
            Self::KeyTaken { first } => say::key_taken(lang, *first),
            Self::SectionTwice => say::section_twice(lang),
            Self::NoRole => say::no_role(lang),
            Self::BesideSections => say::beside_sections(lang),
            Self::BesideBody => say::beside_body(lang),
            Self::BesideStatement => say::beside_statement(lang),
            Self::NotOnePassage => say::not_one_passage(lang),
            Self::More => say::more(lang),
        }
    }
}

impl Syntax {
    fn say(self, lang: Lang) -> String {
        match self {
            Self::Nothing => say::nothing(lang),
            Self::ChineseSign => say::chinese_sign(lang),
            Self::NoValue => say::no_value(lang),
            Self::NoKey => say::no_key(lang),
            Self::NoColon => say::no_colon(lang),
            Self::NoComma => say::no_comma(lang),
            Self::CommaTooMany => say::comma_too_many(lang),
            Self::OpenText => say::open_text(lang),
            Self::OpenBracket => say::open_bracket(lang),
            Self::LineBreak => say::line_break(lang),
            Self::ControlSign => say::control_sign(lang),
            Self::BadEscape => say::bad_escape(lang),
            Self::Trailing => say::trailing(lang),
            Self::TooDeep => say::too_deep(lang),
        }
    }
}

impl Kind {
    fn say(self, lang: Lang) -> String {
        match self {
            Self::Text => say::kind_text(lang),
            Self::List => say::kind_list(lang),
            Self::Object => say::kind_object(lang),
            Self::Number => say::kind_number(lang),
            Self::Choice => say::kind_choice(lang),
            Self::Null => say::kind_null(lang),
        }
    }
}

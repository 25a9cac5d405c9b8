//! The settings there are, and what each may be. Knows no file.

use super::keys::Keys;
use super::messages as say;
use super::theme::ThemeName;
use crate::locale::Lang;
use crate::typeset::{Ambiguous, Counting};

/// What a writer has set; the default is what counts without a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own, on or off"
)]
pub struct Settings {
    /// Language of the interface; `None` is that of the environment.
    pub language: Option<Lang>,
    /// Width of the ambiguous signs.
    pub ambiguous: Ambiguous,
    /// Which 字 are counted.
    pub counting: Counting,
    /// Whether the mouse is on.
    pub mouse: bool,
    /// Whether no colours are used.
    pub colourless: bool,
    /// Which theme words are set off by.
    pub theme: ThemeName,
    /// Whether nothing further is asked while a text is written.
    pub unprobed: bool,
    /// Which commands have other keys than usual.
    pub keys: Keys,
    /// Whether the program always starts in line mode.
    pub lines: bool,
    /// Whether the guide was seen: it is not shown by itself again.
    pub guide_seen: bool,
}

/// One setting, set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Language of the interface; `None` is that of the environment.
    Language(Option<Lang>),
    /// Width of the ambiguous signs.
    Width(Ambiguous),
    /// Which 字 are counted.
    Counting(Counting),
    /// Whether the mouse is on.
    Mouse(bool),
    /// Whether colours are used where the terminal has them.
    Colours(bool),
    /// Which theme words are set off by.
    Theme(ThemeName),
    /// Whether questions go one layer deeper once something is written.
    Probes(bool),
    /// Whether the program always starts in line mode.
    Lines(bool),
    /// Whether the guide is shown to who has written nothing yet.
    Guide(bool),
}

/// A value as it stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// In quotation marks.
    Word(&'static str),
    /// A whole number.
    Number(i64),
    /// `true` or `false`.
    Flag(bool),
}

/// One thing a setting may be.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The name left of the equals sign.
    pub key: &'static str,
    /// What stands right of it.
    pub written: Written,
    /// What that sets.
    pub setting: Setting,
}

const fn choice(key: &'static str, written: Written, setting: Setting) -> Choice {
    Choice {
        key,
        written,
        setting,
    }
}

/// The names of the settings, in the order of a fresh file.
pub const KEYS: &[&str] = &[
    "language",
    "ambiguous_width",
    "counting",
    "mouse",
    "colours",
    "theme",
    "probes",
    "line_mode",
    "guide",
];

/// Everything that can be set. Of each name the first is the default.
pub const CHOICES: &[Choice] = &[
    choice("language", Written::Word("auto"), Setting::Language(None)),
    choice(
        "language",
        Written::Word("zh"),
        Setting::Language(Some(Lang::Zh)),
    ),
    choice(
        "language",
        Written::Word("en"),
        Setting::Language(Some(Lang::En)),
    ),
    choice(
        "ambiguous_width",
        Written::Number(1),
        Setting::Width(Ambiguous::Narrow),
    ),
    choice(
        "ambiguous_width",
        Written::Number(2),
        Setting::Width(Ambiguous::Wide),
    ),
    choice(
        "counting",
        Written::Word("marks"),
        Setting::Counting(Counting::Marks),
    ),
    choice(
        "counting",
        Written::Word("without_punctuation"),
        Setting::Counting(Counting::WithoutPunctuation),
    ),
    choice(
        "counting",
        Written::Word("as_word"),
        Setting::Counting(Counting::AsWord),
    ),
    choice("mouse", Written::Flag(false), Setting::Mouse(false)),
    choice("mouse", Written::Flag(true), Setting::Mouse(true)),
    choice("colours", Written::Flag(true), Setting::Colours(true)),
    choice("colours", Written::Flag(false), Setting::Colours(false)),
    choice(
        "theme",
        Written::Word("auto"),
        Setting::Theme(ThemeName::Auto),
    ),
    choice(
        "theme",
        Written::Word("light"),
        Setting::Theme(ThemeName::Light),
    ),
    choice(
        "theme",
        Written::Word("dark"),
        Setting::Theme(ThemeName::Dark),
    ),
    choice(
        "theme",
        Written::Word("contrast"),
        Setting::Theme(ThemeName::Contrast),
    ),
    choice("probes", Written::Flag(true), Setting::Probes(true)),
    choice("probes", Written::Flag(false), Setting::Probes(false)),
    choice("line_mode", Written::Flag(false), Setting::Lines(false)),
    choice("line_mode", Written::Flag(true), Setting::Lines(true)),
    choice("guide", Written::Flag(true), Setting::Guide(true)),
    choice("guide", Written::Flag(false), Setting::Guide(false)),
];

/// Says what a setting is for and what it may be, on one line.
pub fn about(lang: Lang, setting: Setting) -> String {
    match setting {
        Setting::Language(_) => say::about_language(lang),
        Setting::Width(_) => say::about_width(lang),
        Setting::Counting(_) => say::about_counting(lang),
        Setting::Mouse(_) => say::about_mouse(lang),
        Setting::Colours(_) => say::about_colours(lang),
        Setting::Theme(_) => say::about_theme(lang),
        Setting::Probes(_) => say::about_probes(lang),
        Setting::Lines(_) => say::about_lines(lang),
        Setting::Guide(_) => say::about_guide(lang),
    }
}

impl Settings {
    /// Takes one setting over.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Language(it) => self.language = it,
            Setting::Width(it) => self.ambiguous = it,
            Setting::Counting(it) => self.counting = it,
            Setting::Mouse(it) => self.mouse = it,
            Setting::Colours(it) => self.colourless = !it,
            Setting::Theme(it) => self.theme = it,
            Setting::Probes(it) => self.unprobed = !it,
            Setting::Lines(it) => self.lines = it,
            Setting::Guide(it) => self.guide_seen = !it,
        }
    }

    /// Tells whether a setting is as these have it.
    pub fn has(self, setting: Setting) -> bool {
        let mut with = self;
        with.set(setting);
        with == self
    }
}

impl Setting {
    /// Returns how it stands in the file.
    pub fn choice(self) -> &'static Choice {
        CHOICES
            .iter()
            .find(|it| it.setting == self)
            .expect("every setting is among the choices: a test walks them all")
    }
}

impl std::fmt::Display for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Word(it) => write!(f, "\"{it}\""),
            Self::Number(it) => write!(f, "{it}"),
            Self::Flag(it) => write!(f, "{it}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_can_be_set_is_among_the_choices() {
        for lang in [None, Some(Lang::Zh), Some(Lang::En)] {
            assert_eq!(Setting::Language(lang).choice().key, "language");
        }
        for width in [Ambiguous::Narrow, Ambiguous::Wide] {
            assert_eq!(Setting::Width(width).choice().key, "ambiguous_width");
        }
        for way in Counting::ALL {
            assert_eq!(Setting::Counting(way).choice().key, "counting");
        }
        for theme in ThemeName::ALL {
            assert_eq!(Setting::Theme(theme).choice().key, "theme");
        }
        for is_on in [false, true] {
            assert_eq!(Setting::Mouse(is_on).choice().key, "mouse");
            assert_eq!(Setting::Colours(is_on).choice().key, "colours");
            assert_eq!(Setting::Probes(is_on).choice().key, "probes");
            assert_eq!(Setting::Lines(is_on).choice().key, "line_mode");
            assert_eq!(Setting::Guide(is_on).choice().key, "guide");
        }
    }

    #[test]
    fn the_first_choice_of_each_name_is_the_default() {
        for key in KEYS {
            let first = CHOICES.iter().find(|it| it.key == *key).unwrap();
            assert!(Settings::default().has(first.setting), "{key}");
        }
    }
}

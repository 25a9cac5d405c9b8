//! The names of the themes, and which one counts. How a theme looks is the full screen's to say.

/// The themes a writer can choose from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// That of the ground, where the environment says what it is; else no colours.
    #[default]
    Auto,
    /// Colours that can be read on a light ground.
    Light,
    /// Colours that can be read on a dark ground.
    Dark,
    /// No colours: bold, reverse and underlined letters, as strong as the terminal's own two colours are.
    Contrast,
}

/// What is behind the letters of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// White, or nearly.
    Light,
    /// Black, or nearly.
    Dark,
}

impl ThemeName {
    /// Every theme, in the order in which they are chosen.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    /// Returns the theme behind this one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Contrast,
            Self::Contrast => Self::Auto,
        }
    }
}

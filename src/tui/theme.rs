//! How weight and colour repeat what words say: the terminal's own 16 colours, or none of them.
//!
//! No colour can be read on both white and black, whatever a terminal's palette makes of its name: what stands out on
//! one is faint on the other. So a theme is for one ground, and without knowing the ground there are no colours. Which
//! are left for a ground was found by looking through the usual palettes (`tests/it/themes.rs` has them and keeps
//! this): on black, green and cyan; on white, magenta alone. Nothing coloured is bold, because many terminals make the
//! letters brighter then, which on white is fainter. Black and white are never named: on the wrong ground they vanish.

use ratatui::style::{Color, Modifier, Style};

use crate::settings::{Ground, ThemeName};

/// The styles of the full screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Bold and reverse, and no colours: readable on every ground.
    Plain,
    /// For light grounds.
    Light,
    /// For dark grounds.
    Dark,
    /// No colours, and what is missing or to be told set off more strongly.
    Contrast,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Light, Self::Dark, Self::Contrast];

    /// Returns the theme of this name, as far as colours may be used, on what is known of the ground.
    pub fn of(name: ThemeName, has_colours: bool, ground: Option<Ground>) -> Self {
        match (name, ground) {
            (ThemeName::Contrast, _) => Self::Contrast,
            _ if !has_colours => Self::Plain,
            (ThemeName::Light, _) | (ThemeName::Auto, Some(Ground::Light)) => Self::Light,
            (ThemeName::Dark, _) | (ThemeName::Auto, Some(Ground::Dark)) => Self::Dark,
            (ThemeName::Auto, None) => Self::Plain,
        }
    }

    /// The band at the top.
    pub fn band(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A heading.
    pub fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The line or button that has the focus.
    pub fn focus(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// Selected text.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What only the new of two texts has.
    pub fn come(self) -> Style {
        Style::new().add_modifier(match self {
            Self::Plain | Self::Light | Self::Dark => Modifier::BOLD,
            Self::Contrast => Modifier::BOLD | Modifier::UNDERLINED,
        })
    }

    /// What only the old of two texts has.
    pub fn gone(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What is asked.
    pub fn question(self) -> Style {
        match self {
            Self::Plain | Self::Contrast => Style::new(),
            Self::Light => Style::new().fg(Color::Magenta),
            Self::Dark => Style::new().fg(Color::Cyan),
        }
    }

    /// An example to read.
    pub fn example(self) -> Style {
        match self {
            Self::Plain | Self::Light | Self::Contrast => Style::new(),
            Self::Dark => Style::new().fg(Color::Green),
        }
    }

    /// What is missing.
    pub fn missing(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Light => Style::new().fg(Color::Magenta),
            Self::Dark => Style::new().fg(Color::Cyan),
            Self::Contrast => Style::new().add_modifier(Modifier::UNDERLINED),
        }
    }

    /// A sentence to the writer.
    pub fn notice(self) -> Style {
        Style::new().add_modifier(match self {
            Self::Plain | Self::Light | Self::Dark => Modifier::BOLD,
            Self::Contrast => Modifier::BOLD | Modifier::REVERSED,
        })
    }

    /// Everything else.
    pub fn plain(self) -> Style {
        Style::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_goes_by_its_name_the_ground_and_whether_there_are_colours() {
        let grounds = [None, Some(Ground::Light), Some(Ground::Dark)];
        for ground in grounds {
            assert_eq!(Theme::of(ThemeName::Light, true, ground), Theme::Light);
            assert_eq!(Theme::of(ThemeName::Dark, true, ground), Theme::Dark);
            for name in [ThemeName::Auto, ThemeName::Light, ThemeName::Dark] {
                assert_eq!(Theme::of(name, false, ground), Theme::Plain);
            }
            for has_colours in [true, false] {
                let contrast = Theme::of(ThemeName::Contrast, has_colours, ground);
                assert_eq!(contrast, Theme::Contrast);
            }
        }
        let auto = grounds.map(|it| Theme::of(ThemeName::Auto, true, it));
        assert_eq!(auto, [Theme::Plain, Theme::Light, Theme::Dark]);
    }
}

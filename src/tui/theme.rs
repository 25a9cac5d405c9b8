//! How weight and colour repeat what words say: the terminal's own 16 colours, safe on light and dark.

use ratatui::style::{Color, Modifier, Style};

/// The styles of the full screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Whether colours are used at all (`NO_COLOR`).
    pub colours: bool,
}

impl Theme {
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
        self.coloured(Color::Green).add_modifier(Modifier::BOLD)
    }

    /// What only the old of two texts has.
    pub fn gone(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What is asked.
    pub fn question(self) -> Style {
        self.coloured(Color::Cyan)
    }

    /// An example to read.
    pub fn example(self) -> Style {
        self.coloured(Color::Green)
    }

    /// What is missing.
    pub fn missing(self) -> Style {
        self.coloured(Color::Yellow)
    }

    /// A sentence to the writer.
    pub fn notice(self) -> Style {
        self.coloured(Color::Magenta).add_modifier(Modifier::BOLD)
    }

    /// Everything else.
    pub fn plain(self) -> Style {
        Style::new()
    }

    fn coloured(self, colour: Color) -> Style {
        if self.colours {
            Style::new().fg(colour)
        } else {
            Style::new()
        }
    }
}

//! Which steps to try, in which order. Tries none of them.

use std::str::FromStr;

use crate::clipboard::program::Program;
use crate::clipboard::surroundings::{Surroundings, Terminal};

/// The way a writer asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// Whatever suits the surroundings.
    Auto,
    /// The buffer of tmux, and the terminal behind it.
    Tmux,
    /// The terminal, by an OSC 52 sequence.
    Osc52,
    /// A helper program of this computer's desktop.
    Native,
}

/// A word that names no way.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no way to copy is called {0:?}: auto, tmux, osc52 or native")]
pub struct UnknownVia(String);

impl Via {
    /// Every way with its name on the command line.
    pub const ALL: [(&'static str, Self); 4] = [
        ("auto", Self::Auto),
        ("tmux", Self::Tmux),
        ("osc52", Self::Osc52),
        ("native", Self::Native),
    ];
}

impl Via {
    /// Returns its name on the command line.
    pub fn name(self) -> &'static str {
        let named = Self::ALL.into_iter().find(|(_, via)| *via == self);
        named.map_or("auto", |(name, _)| name)
    }
}

impl FromStr for Via {
    type Err = UnknownVia;

    fn from_str(word: &str) -> Result<Self, UnknownVia> {
        let found = Self::ALL.into_iter().find(|(name, _)| *name == word);
        found
            .map(|(_, via)| via)
            .ok_or_else(|| UnknownVia(word.to_owned()))
    }
}

/// One attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Hand the text to a helper program.
    Program(Program),
    /// Load tmux's buffer, and have it passed on where that works.
    Tmux,
    /// Write OSC 52 to the terminal.
    Terminal(Wrapping),
}

impl Step {
    /// Returns the way it belongs to.
    pub fn via(self) -> Via {
        match self {
            Self::Program(_) => Via::Native,
            Self::Tmux => Via::Tmux,
            Self::Terminal(_) => Via::Osc52,
        }
    }
}

/// What stands between us and the terminal and must be told to let OSC 52 through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// Nothing that needs telling.
    Plain,
    /// GNU screen.
    Screen,
}

/// The steps to try, best first. There may be none.
pub fn plan(surroundings: &Surroundings, via: Via) -> Vec<Step> {
    let programs = Program::of(surroundings).into_iter().map(Step::Program);
    let terminal = Step::Terminal(if surroundings.screen {
        Wrapping::Screen
    } else {
        Wrapping::Plain
    });
    match via {
        Via::Tmux => vec![Step::Tmux],
        Via::Osc52 => vec![terminal],
        Via::Native => programs.collect(),
        Via::Auto => {
            let programs = programs.filter(|_| surroundings.has_desktop());
            let tmux = surroundings.tmux.iter().map(|_| Step::Tmux);
            let terminal = (surroundings.terminal == Terminal::Open).then_some(terminal);
            let mut steps: Vec<Step> = programs.chain(tmux).chain(terminal).collect();
            // What led nowhere when somebody looked comes last: it may work by now, and may be all there is.
            steps.sort_by_key(|it| surroundings.doubted.contains(&it.via()));
            steps
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clipboard::surroundings::Os;
    use crate::clipboard::surroundings::tests::of;

    /// Compares the plan with its words: programs by name, `tmux`, `osc52`, `screen`.
    fn check(os: Os, vars: &str, via: &str, expected: &str) {
        check_in(&Surroundings { os, ..of(vars) }, via, expected);
    }

    fn check_in(surroundings: &Surroundings, via: &str, expected: &str) {
        let steps = plan(surroundings, via.parse().unwrap());
        let words = steps.into_iter().map(|step| match step {
            Step::Program(program) => program.name(),
            Step::Tmux => "tmux",
            Step::Terminal(Wrapping::Plain) => "osc52",
            Step::Terminal(Wrapping::Screen) => "screen",
        });
        assert_eq!(
            words.collect::<Vec<_>>().join(" "),
            expected,
            "{surroundings:?} {via}"
        );
    }

    #[test]
    fn what_led_nowhere_is_tried_last() {
        let surroundings = of("TERM=screen DISPLAY=:0 TMUX=s");
        for (doubted, expected) in [
            (vec![], "xclip xsel tmux osc52"),
            (vec![Via::Native], "tmux osc52 xclip xsel"),
            (vec![Via::Tmux], "xclip xsel osc52 tmux"),
            (vec![Via::Osc52, Via::Native], "tmux xclip xsel osc52"),
            (
                vec![Via::Native, Via::Tmux, Via::Osc52],
                "xclip xsel tmux osc52",
            ),
        ] {
            let doubting = Surroundings {
                doubted,
                ..surroundings.clone()
            };
            check_in(&doubting, "auto", expected);
            // A wish is obeyed all the same.
            check_in(&doubting, "osc52", "osc52");
        }
    }

    #[test]
    fn auto_takes_the_surest_way() {
        for (os, vars, expected) in [
            // At the desk.
            (Os::Unix, "TERM=xterm DISPLAY=:0", "xclip xsel osc52"),
            (Os::Unix, "TERM=xterm WAYLAND_DISPLAY=w", "wl-copy osc52"),
            (
                Os::Unix,
                "TERM=xterm WAYLAND_DISPLAY=w DISPLAY=:0",
                "wl-copy xclip xsel osc52",
            ),
            (Os::MacOs, "TERM=xterm", "pbcopy osc52"),
            (Os::Windows, "TERM=xterm", "clip.exe osc52"),
            (Os::Wsl, "TERM=xterm", "clip.exe osc52"),
            (
                Os::Wsl,
                "TERM=xterm WAYLAND_DISPLAY=w DISPLAY=:0",
                "clip.exe wl-copy xclip xsel osc52",
            ),
            // At the desk, with something between us and the terminal.
            (
                Os::Unix,
                "TERM=screen DISPLAY=:0 TMUX=s",
                "xclip xsel tmux osc52",
            ),
            (Os::MacOs, "TERM=screen TMUX=s", "pbcopy tmux osc52"),
            (
                Os::Unix,
                "TERM=screen DISPLAY=:0 STY=s",
                "xclip xsel screen",
            ),
            // Far away: never a helper program.
            (Os::Unix, "TERM=xterm SSH_TTY=t", "osc52"),
            (
                Os::Unix,
                "TERM=xterm SSH_TTY=t DISPLAY=localhost:10.0 WAYLAND_DISPLAY=w",
                "osc52",
            ),
            (Os::MacOs, "TERM=xterm SSH_CONNECTION=c", "osc52"),
            (Os::Wsl, "TERM=xterm SSH_CLIENT=c", "osc52"),
            (
                Os::Unix,
                "TERM=screen SSH_TTY=t DISPLAY=:0 TMUX=s",
                "tmux osc52",
            ),
            (Os::Unix, "TERM=screen SSH_TTY=t STY=s", "screen"),
            (
                Os::Unix,
                "TERM=screen SSH_TTY=t STY=s TMUX=s",
                "tmux screen",
            ),
            // No display: a container, `su`, a console.
            (Os::Unix, "TERM=xterm", "osc52"),
            (Os::Unix, "TERM=screen TMUX=s", "tmux osc52"),
            (Os::Unix, "TERM=linux", ""),
            (Os::Unix, "", ""),
            (Os::Unix, "TERM=linux DISPLAY=:0", "xclip xsel"),
        ] {
            check(os, vars, "auto", expected);
        }
    }

    #[test]
    fn a_wish_is_obeyed_alone() {
        let everything = "TERM=xterm DISPLAY=:0 WAYLAND_DISPLAY=w TMUX=s SSH_TTY=t";
        for (vars, via, expected) in [
            (everything, "tmux", "tmux"),
            (everything, "osc52", "osc52"),
            (everything, "native", "wl-copy xclip xsel"),
            ("", "tmux", "tmux"),
            ("TERM=linux", "osc52", "osc52"),
            ("STY=s TERM=screen", "osc52", "screen"),
            ("", "native", "wl-copy xclip xsel"),
        ] {
            check(Os::Unix, vars, via, expected);
        }
    }

    #[test]
    fn ways_are_read_by_name() {
        for (name, via) in Via::ALL {
            assert_eq!(name.parse(), Ok(via));
        }
        let error = "Tmux".parse::<Via>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "no way to copy is called \"Tmux\": auto, tmux, osc52 or native"
        );
    }
}

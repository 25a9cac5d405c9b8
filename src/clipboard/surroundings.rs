//! What the process was started in. Plain data: it reads no environment and asks nobody.

use std::ffi::OsString;
use std::time::Duration;

use crate::clipboard::plan::Via;

/// What decides how a text can be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The kind of desktop.
    pub os: Os,
    /// Whether the writer sits at another computer than this program.
    pub ssh: bool,
    /// The Wayland display.
    pub wayland: Option<String>,
    /// The X11 display.
    pub x11: Option<String>,
    /// The tmux this runs in.
    pub tmux: Option<Tmux>,
    /// Whether this runs in GNU screen.
    pub screen: bool,
    /// What may be written to the terminal.
    pub terminal: Terminal,
    /// What the terminal calls itself, and what stands between: `xterm-256color`, `vscode`, `tmux-256color+tmux+ssh`.
    pub name: String,
    /// Ways that led nowhere from this terminal when somebody looked: tried last. Set by the caller.
    pub doubted: Vec<Via>,
    /// Where helper programs are looked for, as in `PATH`. Relative folders are passed over.
    pub path: OsString,
    /// How long one helper program may take.
    pub patience: Duration,
}

/// The kind of desktop, which decides the helper programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Os {
    /// Linux and kin: a desktop is there if a display is named.
    Unix,
    /// Linux inside Windows.
    Wsl,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
}

/// Whether an escape sequence may reach a clipboard through the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terminal {
    /// It may have a clipboard: it is not known to lack one.
    Open,
    /// It has none and may print what it is sent (the Linux console, `dumb`): used only on request.
    Mute,
    /// There is no terminal. Set by the caller, as variables do not tell.
    Absent,
}

/// How to reach the tmux this runs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tmux {
    /// The value of `TMUX`: socket, process id and session, with commas between.
    pub server: String,
    /// The value of `TMUX_PANE`.
    pub pane: Option<String>,
}

/// Long enough for a helper on a loaded machine, short enough to be waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// What can stand between the program and the terminal it is seen in, and the variables that tell.
const BETWEEN: [(&str, &[&str]); 3] = [
    ("tmux", &["TMUX"]),
    ("screen", &["STY"]),
    ("ssh", &["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]),
];

/// Terminals have short names; a variable may hold anything.
const LONGEST_NAME: usize = 80;

impl Surroundings {
    /// Reads the surroundings out of environment variables. An empty variable counts as missing.
    pub fn from_vars(var: &dyn Fn(&str) -> Option<String>) -> Self {
        let var = |name| var(name).filter(|value| !value.is_empty());
        let is_set = |name| var(name).is_some();
        let os = match std::env::consts::OS {
            "macos" => Os::MacOs,
            "windows" => Os::Windows,
            _ if is_set("WSL_DISTRO_NAME") || is_set("WSL_INTEROP") => Os::Wsl,
            _ => Os::Unix,
        };
        let program = var("TERM_PROGRAM").filter(|it| it != "tmux");
        let mut name = program.or_else(|| var("TERM")).unwrap_or_default();
        for (between, vars) in BETWEEN {
            if vars.iter().any(|it| is_set(it)) {
                name = format!("{name}+{between}");
            }
        }
        Self {
            os,
            name: name.chars().take(LONGEST_NAME).collect(),
            doubted: Vec::new(),
            ssh: ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]
                .into_iter()
                .any(is_set),
            wayland: var("WAYLAND_DISPLAY"),
            x11: var("DISPLAY"),
            tmux: var("TMUX").map(|server| Tmux {
                server,
                pane: var("TMUX_PANE"),
            }),
            screen: is_set("STY"),
            terminal: match var("TERM").as_deref() {
                Some("linux" | "dumb") => Terminal::Mute,
                None if os != Os::Windows => Terminal::Mute,
                _ => Terminal::Open,
            },
            path: var("PATH").unwrap_or_default().into(),
            patience: PATIENCE,
        }
    }

    /// Whether the writer sits at this computer and it has a desktop, as far as is known.
    pub fn has_desktop(&self) -> bool {
        !self.ssh
            && match self.os {
                Os::Unix => self.wayland.is_some() || self.x11.is_some(),
                Os::Wsl | Os::MacOs | Os::Windows => true,
            }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The surroundings that `NAME=value` words give.
    pub(in crate::clipboard) fn of(vars: &str) -> Surroundings {
        Surroundings::from_vars(&|name| {
            vars.split_whitespace()
                .filter_map(|it| it.split_once('='))
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.to_owned())
        })
    }

    #[test]
    fn variables_are_read() {
        let it = of("TERM=xterm DISPLAY=:0 WAYLAND_DISPLAY=wayland-0 PATH=/bin:/usr/bin");
        assert_eq!(
            (it.x11.as_deref(), it.wayland.as_deref()),
            (Some(":0"), Some("wayland-0"))
        );
        assert_eq!((it.ssh, it.screen, it.tmux.as_ref()), (false, false, None));
        assert_eq!(
            (it.terminal, it.path.to_str()),
            (Terminal::Open, Some("/bin:/usr/bin"))
        );

        for var in ["SSH_CONNECTION=1", "SSH_TTY=/dev/pts/0", "SSH_CLIENT=1"] {
            assert!(of(var).ssh, "{var}");
        }
        assert!(of("STY=1.pts").screen);
        let tmux = of("TMUX=/tmp/t,1,0 TMUX_PANE=%3").tmux.unwrap();
        assert_eq!(
            (tmux.server.as_str(), tmux.pane.as_deref()),
            ("/tmp/t,1,0", Some("%3"))
        );
    }

    #[test]
    fn a_terminal_has_a_name_by_what_it_is_and_what_stands_between() {
        for (vars, name) in [
            ("TERM=xterm-256color", "xterm-256color"),
            ("TERM=xterm-256color TERM_PROGRAM=vscode", "vscode"),
            (
                "TERM=tmux-256color TERM_PROGRAM=tmux TMUX=s SSH_TTY=t",
                "tmux-256color+tmux+ssh",
            ),
            ("TERM=screen STY=s", "screen+screen"),
            ("", ""),
        ] {
            assert_eq!(of(vars).name, name, "{vars}");
        }
        let long = format!("TERM={}", "长".repeat(100));
        assert_eq!(of(&long).name.chars().count(), LONGEST_NAME);
    }

    #[test]
    fn an_empty_variable_is_a_missing_one() {
        let it = of("TERM= DISPLAY= WAYLAND_DISPLAY= SSH_TTY= STY= TMUX= PATH=");
        assert_eq!(it, of(""));
        assert!(!it.has_desktop());
    }

    #[test]
    fn terminals_known_to_have_no_clipboard_are_mute() {
        for (vars, terminal) in [
            ("TERM=linux", Terminal::Mute),
            ("TERM=dumb", Terminal::Mute),
            (
                "",
                if cfg!(windows) {
                    Terminal::Open
                } else {
                    Terminal::Mute
                },
            ),
            ("TERM=xterm-256color", Terminal::Open),
        ] {
            assert_eq!(of(vars).terminal, terminal, "{vars}");
        }
    }

    #[test]
    fn a_desktop_is_one_the_writer_sits_at() {
        let on = |os, vars| Surroundings { os, ..of(vars) }.has_desktop();
        assert!(on(Os::Unix, "DISPLAY=:0") && on(Os::Unix, "WAYLAND_DISPLAY=wayland-0"));
        assert!(!on(Os::Unix, ""));
        assert!(on(Os::Wsl, "") && on(Os::MacOs, "") && on(Os::Windows, ""));
        assert!(
            !on(Os::MacOs, "SSH_TTY=/dev/ttys001")
                && !on(Os::Unix, "DISPLAY=localhost:10.0 SSH_TTY=/dev/pts/1")
        );
    }
}

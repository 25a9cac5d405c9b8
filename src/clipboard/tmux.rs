//! What tmux says about the terminal and the writer, and the loading of its buffer.
//!
//! The exit status of `load-buffer -w` says nothing about the terminal: it is 0 if nothing was sent (tmux 3.3a).
//! What is true stands in the features of the one client that the text would go to. `load-buffer` has no limit of
//! its own worth naming (1.6 MB passed); the limit is the terminal's, so it is the same as without tmux.

use crate::clipboard::outcome::{Kept, Outer, Why};
use crate::clipboard::parts::copy_in_parts;
use crate::clipboard::process::{self, Call};
use crate::clipboard::surroundings::Surroundings;

/// What tmux says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    /// The client used last, where the text would go. Empty if nobody is attached.
    client: String,
    /// The words for what tmux believes that client's terminal to do. Empty before tmux 3.2.
    features: String,
    /// What that terminal calls itself, and the value of `TERM` there.
    terminal: [String; 2],
    /// `on`, `external` or `off`.
    set_clipboard: String,
    /// The session's variables, renewed when a client attaches. `None`: the client did not have it.
    vars: Vec<(String, Option<String>)>,
}

/// The question that [`State`] is the answer to.
///
/// One command a line: tmux replaces line feeds inside a message for a client that is not in UTF-8.
#[rustfmt::skip]
const QUESTION: [&str; 21] = [
    "display-message", "-p", "#{client_name}", ";",
    "display-message", "-p", "#{client_termfeatures}", ";",
    "display-message", "-p", "#{client_termtype}", ";",
    "display-message", "-p", "#{client_termname}", ";",
    "show-options", "-sv", "set-clipboard", ";",
    "show-environment",
];

/// Asks tmux for what it knows.
pub(super) fn state(surroundings: &Surroundings) -> Result<State, Why> {
    process::ask(&call(surroundings, QUESTION.to_vec()), surroundings).map(|it| State::read(&it))
}

/// Puts a text into tmux's buffer, and has it passed on if the state says that it will arrive.
pub(super) fn load(
    text: &str,
    state: Result<&State, &Why>,
    limit: usize,
    surroundings: &Surroundings,
) -> Result<Outer, Why> {
    let outer = match state {
        Ok(state) => state.outer(text, limit),
        // Asking again would take as long again.
        Err(Why::TimedOut) => return Err(Why::TimedOut),
        Err(_) => Outer::Kept(Kept::Unknown),
    };
    match (outer, state) {
        (Outer::PassedOn | Outer::PassedToTmux, Ok(state)) => {
            let args = vec!["load-buffer", "-w", "-t", &state.client, "-"];
            process::feed(&call(surroundings, args), text.into(), surroundings)?;
        }
        (Outer::PassedOn | Outer::PassedToTmux | Outer::Kept(_), _) => keep(text, surroundings)?,
    }
    Ok(outer)
}

/// Puts a text into tmux's buffer and nowhere else.
pub(super) fn keep(text: &str, surroundings: &Surroundings) -> Result<(), Why> {
    process::feed(
        &call(surroundings, vec!["load-buffer", "-"]),
        text.into(),
        surroundings,
    )
}

fn call<'a>(surroundings: &Surroundings, args: Vec<&'a str>) -> Call<'a> {
    let tmux = surroundings.tmux.as_ref();
    let vars = vec![
        ("TMUX", tmux.map(|it| it.server.clone())),
        ("TMUX_PANE", tmux.and_then(|it| it.pane.clone())),
    ];
    Call {
        program: "tmux",
        args,
        vars,
    }
}

impl State {
    /// Reads the answer to the question. Whatever is missing is empty.
    fn read(answer: &str) -> Self {
        let mut lines = answer.lines().map(str::to_owned);
        let mut line = || lines.next().unwrap_or_default();
        Self {
            client: line(),
            features: line(),
            terminal: [line(), line()],
            set_clipboard: line(),
            vars: lines.filter_map(|it| variable(&it)).collect(),
        }
    }

    /// What becomes of a text outside tmux if it is passed on where that works.
    fn outer(&self, text: &str, limit: usize) -> Outer {
        if self.set_clipboard == "off" {
            Outer::Kept(Kept::SwitchedOff)
        } else if self.set_clipboard.is_empty() {
            Outer::Kept(Kept::Unknown)
        } else if self.client.is_empty() || !self.features.split(',').any(|it| it == "clipboard") {
            Outer::Kept(Kept::NoClipboard)
        } else if text.len() > limit {
            Outer::Kept(Kept::TooLarge {
                bytes: text.len(),
                limit,
                parts: copy_in_parts(text, limit).len(),
            })
        } else if self.terminal.iter().any(|it| it.starts_with("tmux")) {
            Outer::PassedToTmux
        } else {
            Outer::PassedOn
        }
    }

    /// The surroundings as of the last attaching: where the writer sits and which display is there.
    pub(super) fn renew(&self, surroundings: &Surroundings) -> Surroundings {
        let var = |name| {
            self.vars
                .iter()
                .find(|(it, _)| it == name)
                .map(|(_, value)| value.clone())
        };
        let surroundings = surroundings.clone();
        Surroundings {
            ssh: var("SSH_CONNECTION").map_or(surroundings.ssh, |it| it.is_some()),
            wayland: var("WAYLAND_DISPLAY").unwrap_or(surroundings.wayland),
            x11: var("DISPLAY").unwrap_or(surroundings.x11),
            ..surroundings
        }
    }
}

/// A line of `show-environment`: `NAME=value`, or `-NAME` for a variable that the client did not have.
fn variable(line: &str) -> Option<(String, Option<String>)> {
    match line.strip_prefix('-') {
        Some(name) => Some((name.to_owned(), None)),
        None => line
            .split_once('=')
            .map(|(name, value)| (name.to_owned(), Some(value.to_owned()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clipboard::surroundings::tests::of;

    /// The answer of tmux 3.3a to an xterm.
    const XTERM: &str = "/dev/pts/1\nbpaste,ccolour,clipboard,cstyle,focus,title\nXTerm(370)\nxterm-256color\nexternal\n-DISPLAY\n";
    /// Its answer with another tmux around it.
    const NESTED: &str =
        "/dev/pts/1\n256,bpaste,clipboard,mouse,RGB\ntmux 3.3a\ntmux-256color\nexternal\n";

    #[test]
    fn the_truth_about_the_terminal() {
        let too_large = Outer::Kept(Kept::TooLarge {
            bytes: 6,
            limit: 5,
            parts: 2,
        });
        for (answer, limit, expected) in [
            (XTERM.to_owned(), 6, Outer::PassedOn),
            (XTERM.replace("external", "on"), 6, Outer::PassedOn),
            (XTERM.to_owned(), 5, too_large),
            (
                XTERM.replace("external", "off"),
                6,
                Outer::Kept(Kept::SwitchedOff),
            ),
            (
                XTERM.replace("clipboard", "clipboards"),
                6,
                Outer::Kept(Kept::NoClipboard),
            ),
            (
                XTERM.replace("/dev/pts/1", ""),
                6,
                Outer::Kept(Kept::NoClipboard),
            ),
            (NESTED.to_owned(), 6, Outer::PassedToTmux),
            (NESTED.replace("tmux 3.3a", ""), 6, Outer::PassedToTmux),
            // No client; no features before 3.2; no answer.
            (
                "\n\n\n\nexternal\n-DISPLAY\n".to_owned(),
                6,
                Outer::Kept(Kept::NoClipboard),
            ),
            (
                "/dev/pts/1\n\n\nxterm\nexternal\n".to_owned(),
                6,
                Outer::Kept(Kept::NoClipboard),
            ),
            (String::new(), 6, Outer::Kept(Kept::Unknown)),
        ] {
            assert_eq!(
                State::read(&answer).outer("中文", limit),
                expected,
                "{answer:?} {limit}"
            );
        }
    }

    #[test]
    fn the_writer_sits_where_the_session_was_attached_last() {
        let renew = |vars, session: &str| {
            let it = State::read(&format!("c\nclipboard\n\nxterm\non\n{session}")).renew(&of(vars));
            (it.ssh, it.x11, it.wayland)
        };
        let some = |value: &str| Some(value.to_owned());
        // Opened at the desk, attached over SSH.
        assert_eq!(
            renew("DISPLAY=:0", "-DISPLAY\nSSH_CONNECTION=1 2 3 4\n"),
            (true, None, None)
        );
        // Opened over SSH, attached at the desk.
        assert_eq!(
            renew("SSH_TTY=t", "DISPLAY=:0\n-SSH_CONNECTION\n"),
            (false, some(":0"), None)
        );
        // The session does not say.
        assert_eq!(
            renew(
                "SSH_TTY=t DISPLAY=:1 WAYLAND_DISPLAY=w",
                "FOO=bar\n-WINDOWID\n"
            ),
            (true, some(":1"), some("w"))
        );
    }
}

//! The way to the clipboard, and its honest outcome.
//!
//! [`copy()`] takes a text along the steps that [`plan()`] finds for the [`Surroundings`] and says what came of it
//! as an [`Outcome`]; [`messages::sentence`] puts that into words. The environment and the saved file belong to the
//! caller: the file is written first, whatever happens here. Nothing is ever read from a clipboard, the terminal
//! is asked nothing, and no text passes through a temporary file or an argument list.
//!
//! # The order
//!
//! 1. What the writer chose (`--via`).
//! 2. Sitting at this computer: a helper program of the desktop. It reports success, keeps the text after we
//!    leave, and is therefore the only step that may be called copied. Inside tmux the text goes into tmux's
//!    buffer as well, because that is the other place a tmux user pastes from; it is not passed to the terminal
//!    then, since a terminal that takes the selection from the helper loses it when its window closes.
//! 3. In tmux: `tmux load-buffer`, with `-w` only when tmux itself says that the terminal will get it.
//! 4. The terminal by OSC 52, in pieces through GNU screen, if the text is within the limit.
//!
//! # Where this differs from the contract it was built to
//!
//! - The contract's one line reads as if OSC 52 came before the helpers for everybody. A confirmed copy is worth
//!   more than an unconfirmed one, so helpers come first wherever the writer sits at the machine they serve.
//! - "Any client of tmux has the word `clipboard`" is not the truth with two clients: `load-buffer -w` serves the
//!   most recently used one only (seen in 3.3a: an xterm and a Linux console attached, nothing sent). So that one
//!   client is asked and named with `-t`.
//! - tmux 3.3a sends with `-w` even when `set-clipboard` is `off`. The writer's `off` is obeyed all the same.
//! - A client that is itself a tmux has the word `clipboard`, yet drops the text in its default setting. That is
//!   an outcome of its own, [`Outer::PassedToTmux`].
//! - Variables of a tmux pane are as old as the pane. The session's, renewed at each attaching, are asked for
//!   before the plan is made, so that a pane opened at the desk and attached over SSH is known to be far away.
//! - What lies only in tmux's buffer is not `Copied` but [`Outcome::InTmux`]: no caller can mistake it.
//!
//! # Limits
//!
//! One session of tmux attached from two places counts as where it was attached last. OSC 52 asked for by name
//! inside tmux is written as it is, though tmux drops it in its default setting.
//! Over SSH a helper program is never run, not even on request or with X11 forwarded: it would fill another
//! computer's clipboard. tmux up to 3.3a sends OSC 52 with the empty selector, which mosh is said to ignore.
//! A step may take [`Surroundings::patience`]; the whole of `copy` at most that times the number of steps and
//! one question to tmux, plus what writing to the terminal takes.

pub mod messages;

mod copy;
mod osc52;
mod outcome;
mod parts;
mod plan;
mod process;
mod program;
mod surroundings;
#[cfg(test)]
mod tests;
mod tmux;

pub use copy::copy;
pub use osc52::LIMIT;
pub use outcome::{Kept, Outcome, Outer, Why};
pub use parts::copy_in_parts;
pub use plan::{Step, UnknownVia, Via, Wrapping, plan};
pub use program::Program;
pub use surroundings::{Os, Surroundings, Terminal, Tmux};

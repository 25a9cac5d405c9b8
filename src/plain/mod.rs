//! THE LINE MODE: the wizard line by line, for screen readers, dumb terminals, tiny windows and pipes.
//!
//! A line asks, a line answers. [`Face`](face::Face) says what the [`sitting`](crate::sitting) shows and makes messages
//! of what is answered; it is pure. `run` is the loop; only `reader` and `run` touch the outside.
//!
//! Rules that hold for every line: it is understood on its own; what is wrong begins with the word for it; nothing is
//! told by colour or place, drawn again, or taken back; a hint is given once; every line that was confirmed is in the
//! journal before the next one is asked for.

pub mod commands;
pub mod face;
pub mod messages;
pub mod output;
pub mod reader;
pub mod run;
pub mod spoken;
pub mod terminal;

use crate::sitting::digits;

pub use run::{Launch, run};

/// Returns the number of an answer: ASCII or full-width digits, a full stop behind them at most.
fn number(answer: &str) -> Option<usize> {
    digits::number(answer.trim().trim_end_matches(['.', '。', '、', '．']))
}

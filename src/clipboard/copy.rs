//! Running the plan until a step succeeds. Words nothing and saves nothing.

use std::io::Write;

use crate::clipboard::osc52;
use crate::clipboard::outcome::{Outcome, Why};
use crate::clipboard::parts::copy_in_parts;
use crate::clipboard::plan::{Step, Via, Wrapping, plan};
use crate::clipboard::surroundings::{Surroundings, Terminal};
use crate::clipboard::tmux::{self, State};

/// Copies a text by the first step that works, and says what is known of it.
///
/// `limit` is the most that the terminal is trusted to take, in bytes of UTF-8; [`LIMIT`](osc52::LIMIT) if nobody
/// knows better. It is compared before anything is sent, and does not bind helper programs or tmux's own buffer.
pub fn copy(
    text: &str,
    via: Via,
    surroundings: &Surroundings,
    limit: Option<usize>,
    terminal: &mut dyn Write,
) -> Outcome {
    if text.is_empty() {
        return Outcome::Nothing; // tmux would keep the old content and report success
    }
    let limit = limit.unwrap_or(osc52::LIMIT);
    let tmux = ask_tmux(via, surroundings);
    let renewed = match &tmux {
        Some(Ok(state)) => state.renew(surroundings),
        Some(Err(_)) | None => surroundings.clone(),
    };
    let mut job = Job {
        text,
        limit,
        surroundings: &renewed,
        tmux,
        terminal,
    };
    let mut tried = Vec::new();
    for step in plan(&renewed, via) {
        match job.run(step, via) {
            Ok(outcome) => return outcome,
            Err(why) => tried.push((step, why)),
        }
    }
    if tried.iter().any(|(_, why)| *why == Why::TooLarge) {
        return Outcome::TooLarge {
            bytes: text.len(),
            limit,
            parts: copy_in_parts(text, limit).len(),
        };
    }
    Outcome::Failed { tried }
}

/// What tmux says, if it is there or asked for and its word can change anything.
fn ask_tmux(via: Via, surroundings: &Surroundings) -> Option<Result<State, Why>> {
    let is_wanted = match via {
        Via::Auto | Via::Native => surroundings.tmux.is_some(),
        Via::Tmux => true,
        Via::Osc52 => false,
    };
    is_wanted.then(|| tmux::state(surroundings))
}

/// A text on its way.
struct Job<'a> {
    text: &'a str,
    limit: usize,
    surroundings: &'a Surroundings,
    tmux: Option<Result<State, Why>>,
    terminal: &'a mut dyn Write,
}

impl Job<'_> {
    fn run(&mut self, step: Step, via: Via) -> Result<Outcome, Why> {
        match step {
            Step::Program(program) => {
                program.take(self.text, self.surroundings)?;
                let is_in_reach = via == Via::Auto && matches!(self.tmux, Some(Ok(_)));
                let in_tmux = is_in_reach && tmux::keep(self.text, self.surroundings).is_ok();
                Ok(Outcome::Copied {
                    by: program,
                    in_tmux,
                })
            }
            Step::Tmux => {
                let state = self.tmux.as_ref().unwrap_or(&Err(Why::Missing)).as_ref();
                let outer = tmux::load(self.text, state, self.limit, self.surroundings)?;
                Ok(Outcome::InTmux { outer })
            }
            Step::Terminal(wrapping) => self.send(wrapping),
        }
    }

    fn send(&mut self, wrapping: Wrapping) -> Result<Outcome, Why> {
        if self.surroundings.terminal == Terminal::Absent {
            return Err(Why::NoTerminal);
        }
        if self.text.len() > self.limit {
            return Err(Why::TooLarge);
        }
        let sequence = osc52::sequence(self.text, wrapping);
        let written = self
            .terminal
            .write_all(&sequence)
            .and_then(|()| self.terminal.flush());
        written.map_err(|error| Why::Terminal(error.kind()))?;
        Ok(Outcome::Sent { by: wrapping })
    }
}

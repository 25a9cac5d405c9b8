//! Keeps the keys' thread from the terminal while another program has it. Reads nothing itself.

use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::os::fd::AsFd;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// The loop's end of the gate.
#[derive(Debug)]
pub struct Gate {
    shared: Arc<Shared>,
    bell: PipeWriter,
}

/// The end of the thread that reads the keys.
#[derive(Debug)]
pub struct Keeper {
    shared: Arc<Shared>,
    bell: PipeReader,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

/// How the gate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Keys are read.
    Open,
    /// The loop asked for the terminal; a key may still be read.
    Closing,
    /// The thread stands still.
    Closed,
    /// The thread has ended: nobody reads.
    Gone,
}

/// Makes a gate that is open.
///
/// # Errors
/// The system has no more pipes.
pub fn gate() -> io::Result<(Gate, Keeper)> {
    let (reader, writer) = io::pipe()?;
    let shared = Arc::new(Shared {
        state: Mutex::new(State::Open),
        changed: Condvar::new(),
    });
    let keeper = Keeper {
        shared: Arc::clone(&shared),
        bell: reader,
    };
    let gate = Gate {
        shared,
        bell: writer,
    };
    Ok((gate, keeper))
}

impl Gate {
    /// Returns once no key is read any more.
    ///
    /// # Errors
    /// The thread cannot be told. Then the gate is open.
    pub fn close(&mut self) -> io::Result<()> {
        if !self.shared.pass(State::Open, State::Closing) {
            return Ok(());
        }
        if let Err(error) = self.bell.write_all(&[0]) {
            self.shared.pass(State::Closing, State::Open);
            return Err(error);
        }
        self.shared.wait_while(State::Closing);
        Ok(())
    }

    /// Lets keys be read again.
    pub fn open(&self) {
        self.shared.pass(State::Closed, State::Open);
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.open();
    }
}

impl Keeper {
    /// Waits until the terminal can be read or is gone; returns nothing if the time passed before. While the gate is
    /// closed it stands still, and what is typed is left to the other program.
    ///
    /// # Errors
    /// The system's reason; an interruption is one.
    pub fn wait(
        &mut self,
        terminal: impl AsFd,
        limit: Option<Duration>,
    ) -> rustix::io::Result<PollFlags> {
        let limit = limit.and_then(|it| Timespec::try_from(it).ok());
        loop {
            let (is_rung, ready) = {
                let mut watched = [
                    PollFd::new(&self.bell, PollFlags::IN),
                    PollFd::new(&terminal, PollFlags::IN),
                ];
                poll(&mut watched, limit.as_ref())?;
                let [bell, terminal] = &watched;
                (bell.revents().contains(PollFlags::IN), terminal.revents())
            };
            if !is_rung {
                return Ok(ready);
            }
            // Invariant: one ring is one byte, so that the next wait does not hear an old one.
            if self.bell.read_exact(&mut [0]).is_ok()
                && self.shared.pass(State::Closing, State::Closed)
            {
                self.shared.wait_while(State::Closed);
            }
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.shared.set(State::Gone);
    }
}

impl Shared {
    /// Goes from one state to another, and tells; does nothing in any other state. Returns whether it went.
    fn pass(&self, from: State, to: State) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let passes = *state == from;
        if passes {
            *state = to;
            self.changed.notify_all();
        }
        passes
    }

    fn set(&self, to: State) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = to;
        self.changed.notify_all();
    }

    fn wait_while(&self, here: State) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let _state = self
            .changed
            .wait_while(state, |it| *it == here)
            .unwrap_or_else(PoisonError::into_inner);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    #[test]
    fn while_it_is_closed_nothing_is_read() {
        let (mut terminal, mut keyboard) = io::pipe().unwrap();
        let (mut gate, mut keeper) = gate().unwrap();
        let (sender, keys) = mpsc::channel();
        let reader = thread::spawn(move || {
            loop {
                match keeper.wait(&terminal, None) {
                    Ok(PollFlags::IN) => {
                        let mut key = [0];
                        terminal.read_exact(&mut key).unwrap();
                        sender.send(key[0]).unwrap();
                    }
                    // The keyboard is gone.
                    _ => return terminal,
                }
            }
        });
        keyboard.write_all(b"a").unwrap();
        assert_eq!(keys.recv(), Ok(b'a'));
        for typed in [b"b", b"c"] {
            gate.close().unwrap();
            gate.close().unwrap();
            keyboard.write_all(typed).unwrap();
            assert_eq!(keys.try_recv(), Err(mpsc::TryRecvError::Empty));
            gate.open();
            assert_eq!(keys.recv(), Ok(typed[0]));
        }
        drop(keyboard);
        drop(reader.join().unwrap());
        // Nobody reads any more, and nobody is waited for.
        gate.close().unwrap();
    }

    #[test]
    fn time_passes_at_an_open_gate() {
        let (terminal, _keyboard) = io::pipe().unwrap();
        let (_gate, mut keeper) = gate().unwrap();
        let ready = keeper.wait(&terminal, Some(Duration::ZERO)).unwrap();
        assert!(ready.is_empty());
    }

    #[test]
    fn a_loop_that_ended_holds_nobody() {
        let (terminal, keyboard) = io::pipe().unwrap();
        let (mut gate, mut keeper) = gate().unwrap();
        let reader = thread::spawn(move || keeper.wait(&terminal, Some(Duration::from_secs(600))));
        gate.close().unwrap();
        drop(gate);
        drop(keyboard);
        assert!(reader.join().unwrap().is_ok());
    }
}

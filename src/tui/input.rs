//! Keys, pastes, sizes and signals, from two threads into one channel.

use std::io::{PipeReader, Read, stdin};
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::PollFlags;
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::low_level::pipe;

use super::decode::{Decoder, Input};
use super::fuse::{self, Fuse};
use super::gate::Keeper;
use crate::sitting::msg::Msg;
use crate::sitting::world::Lifeline;

/// How long the program may take to save and leave after a signal, before the signal's thread does it.
const GRACE: Duration = Duration::from_secs(2);
/// How long the terminal may take to be given back then.
const GRACE_OF_TERMINAL: Duration = Duration::from_millis(500);
/// After this long without a byte, a paste whose end did not come has ended.
const PASTE_PATIENCE: Duration = Duration::from_secs(1);

/// Starts both threads.
///
/// # Errors
/// The system refuses to deliver signals.
pub fn start(
    sender: &Sender<Msg>,
    keeper: Keeper,
    lifeline: Lifeline,
    began: Instant,
    fuse: Option<Fuse>,
) -> std::io::Result<()> {
    let signals = Signals::watch()?;
    let to_signals = sender.clone();
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || watch_signals(signals, &to_signals, &lifeline))?;
    let to_keys = sender.clone();
    thread::Builder::new()
        .name("keys".into())
        .spawn(move || read_keys(&to_keys, keeper, began, fuse))?;
    Ok(())
}

/// Ends the program when its thread fails: without keys or signals a program that stays is a trap.
struct Alarm(Sender<Msg>);

/// What Rust's own programs end with when they fail.
const FAILED: u8 = 101;

impl Drop for Alarm {
    fn drop(&mut self) {
        if thread::panicking() {
            let _sent = self.0.send(Msg::Terminate(FAILED));
        }
    }
}

/// The signals that came, told by a pipe: the library's own way is a pair of sockets, and this program makes none.
struct Signals {
    came: Vec<(i32, Arc<AtomicBool>)>,
    bell: PipeReader,
}

impl Signals {
    /// Begins to catch signals.
    fn watch() -> std::io::Result<Self> {
        let (bell, rope) = std::io::pipe()?;
        let mut came = Vec::new();
        for signal in [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH, SIGCONT, SIGTSTP] {
            let flag = Arc::new(AtomicBool::new(false));
            // In this order: who hears the bell finds the flag.
            signal_hook::flag::register(signal, Arc::clone(&flag))?;
            pipe::register(signal, rope.try_clone()?)?;
            came.push((signal, flag));
        }
        Ok(Self { came, bell })
    }

    /// Waits until signals come, and returns which; of several of one kind only one. None if no more can come.
    fn wait(&mut self) -> Vec<i32> {
        loop {
            match self.bell.read(&mut [0; 64]) {
                Err(it) if it.kind() == std::io::ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => return Vec::new(),
                Ok(_) => {
                    let came = self.came.iter();
                    let came: Vec<i32> = came
                        .filter(|(_, flag)| flag.swap(false, Ordering::SeqCst))
                        .map(|(signal, _)| *signal)
                        .collect();
                    if !came.is_empty() {
                        return came;
                    }
                }
            }
        }
    }
}

fn watch_signals(mut signals: Signals, sender: &Sender<Msg>, lifeline: &Lifeline) {
    let _alarm = Alarm(sender.clone());
    loop {
        let came = signals.wait();
        if came.is_empty() || came.iter().any(|it| !answer_signal(*it, sender, lifeline)) {
            return;
        }
    }
}

/// Does what a signal asks for. Tells whether anybody still listens.
fn answer_signal(signal: i32, sender: &Sender<Msg>, lifeline: &Lifeline) -> bool {
    let sent = match signal {
        SIGWINCH => match super::terminal::size() {
            Ok((columns, rows)) => sender.send(Msg::Resize(columns, rows)),
            Err(_) => Ok(()),
        },
        // The keyboard's signals reach an editor and us alike: the interrupt is the editor's own.
        SIGINT | SIGQUIT | SIGCONT if crate::sitting::editor::is_running() => Ok(()),
        SIGTSTP if crate::sitting::editor::is_running() => {
            let us = rustix::process::getpid();
            let _stopped = rustix::process::kill_process(us, rustix::process::Signal::STOP);
            Ok(())
        }
        SIGCONT => sender.send(Msg::Continued),
        SIGTSTP => sender.send(Msg::Stop),
        _ => {
            let code = 128_u8.saturating_add(u8::try_from(signal).unwrap_or_default());
            let sent = sender.send(Msg::Terminate(code));
            let lifeline = Arc::clone(lifeline);
            // The screen's thread leaves by itself; if it hangs, the words are brought to the disk all the same.
            let last_resort = move || {
                thread::sleep(GRACE);
                if let Some(journal) = lifeline.lock().ok().and_then(|mut it| it.take()) {
                    let _synced = journal.sync_data();
                }
                // A terminal that stands still takes nothing; the end does not wait for it.
                let _thread = thread::Builder::new().spawn(super::terminal::restore);
                thread::sleep(GRACE_OF_TERMINAL);
                process::exit(i32::from(code));
            };
            let _thread = thread::Builder::new()
                .name("last resort".into())
                .spawn(last_resort);
            sent
        }
    };
    sent.is_ok()
}

/// Reads the terminal by itself: crossterm is told of new bytes but not of those it left unread, so that a long
/// burst stands still until the next key, and it reads the end of a closed terminal for ever.
fn read_keys(sender: &Sender<Msg>, mut keeper: Keeper, began: Instant, mut fuse: Option<Fuse>) {
    let _alarm = Alarm(sender.clone());
    let terminal = stdin();
    let mut decoder = Decoder::default();
    let mut bytes = [0; 4096];
    loop {
        let patience = decoder.is_pasting().then_some(PASTE_PATIENCE);
        let inputs = match keeper.wait(&terminal, patience) {
            Ok(PollFlags::IN) => match rustix::io::read(&terminal, &mut bytes) {
                Ok(n @ 1..) => {
                    let goes_on = keeper.wait(&terminal, Some(Duration::ZERO)) == Ok(PollFlags::IN);
                    decoder.take(bytes.get(..n).unwrap_or_default(), goes_on)
                }
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Ok(0) | Err(_) => break,
            },
            Ok(it) if it.is_empty() => decoder.end_paste().into_iter().collect(),
            Err(Errno::INTR) => continue,
            Ok(_) | Err(_) => break,
        };
        fuse::burn_keys(&mut fuse);
        let now = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        for input in inputs {
            let msg = match input {
                Input::Key(key) => Msg::Key(key, now),
                Input::Letters(text) => Msg::Typed(text, now),
                Input::Paste(text) => Msg::Paste(text),
                Input::Mouse(x, y, gesture) => Msg::Mouse(x, y, gesture),
            };
            if sender.send(msg).is_err() {
                return;
            }
        }
    }
    // The terminal is gone: as for SIGHUP, which a closed terminal sends too unless it is ignored.
    let _sent = sender.send(Msg::Terminate(128 + 1));
}

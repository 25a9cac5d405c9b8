//! What the loop hears: keys and pastes, which it reads itself, and what other threads send: sizes and signals from
//! one that always listens, and what the disk answered.

use std::io::{PipeReader, Read, Stdin, stdin};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::low_level::pipe;

use super::decode::{Decoder, Input};
use super::run::HUNG_UP;
use crate::sitting::fuse::{self, Fuse};
use crate::sitting::msg::Msg;
use crate::sitting::post::{Letterbox, Post};
use crate::sitting::world::Lifeline;

/// How long the program may take to save and leave after a signal, before the signal's thread does it.
const GRACE: Duration = Duration::from_secs(2);
/// How long the terminal may take to be given back then.
const GRACE_OF_TERMINAL: Duration = Duration::from_millis(500);
/// After this long without a byte, a paste whose end did not come has ended.
const PASTE_PATIENCE: Duration = Duration::from_secs(1);

/// Starts the thread that answers signals, however long the loop is busy.
///
/// # Errors
/// The system refuses to deliver signals.
pub fn watch(post: &Post, lifeline: Lifeline) -> std::io::Result<()> {
    let signals = Signals::watch()?;
    let post = post.clone();
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || watch_signals(signals, &post, &lifeline))?;
    Ok(())
}

/// Ends the program when its thread fails: without signals a program that stays is a trap.
struct Alarm(Post);

/// What Rust's own programs end with when they fail.
const FAILED: u8 = 101;

impl Drop for Alarm {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.send(Msg::Terminate(FAILED));
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

fn watch_signals(mut signals: Signals, post: &Post, lifeline: &Lifeline) {
    let _alarm = Alarm(post.clone());
    loop {
        let came = signals.wait();
        if came.is_empty() || came.iter().any(|it| !answer_signal(*it, post, lifeline)) {
            return;
        }
    }
}

/// Does what a signal asks for. Tells whether anybody still listens.
fn answer_signal(signal: i32, post: &Post, lifeline: &Lifeline) -> bool {
    match signal {
        SIGWINCH => match super::terminal::size() {
            Ok((columns, rows)) => post.send(Msg::Resize(columns, rows)),
            Err(_) => true,
        },
        // The keyboard's signals reach an editor and us alike: the interrupt is the editor's own.
        SIGINT | SIGQUIT | SIGCONT if crate::sitting::editor::is_running() => true,
        SIGTSTP if crate::sitting::editor::is_running() => {
            let us = rustix::process::getpid();
            let _stopped = rustix::process::kill_process(us, rustix::process::Signal::STOP);
            true
        }
        SIGCONT => post.send(Msg::Continued),
        SIGTSTP => post.send(Msg::Stop),
        _ => {
            let code = 128_u8.saturating_add(u8::try_from(signal).unwrap_or_default());
            let sent = post.send(Msg::Terminate(code));
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
    }
}

/// What the loop hears: the terminal, and the post of the other threads.
///
/// Reads the terminal by itself: crossterm is told of new bytes but not of those it left unread, so that a long burst
/// stands still until the next key, and it reads the end of a closed terminal for ever.
pub struct Ears {
    letterbox: Letterbox,
    terminal: Stdin,
    decoder: Decoder,
    bytes: Box<[u8; 4096]>,
    /// Times are counted from here.
    began: Instant,
    /// When the terminal sent something last.
    heard: Duration,
    /// Whether the terminal is closed. Nothing is read any more then.
    is_gone: bool,
    fuse: Option<Fuse>,
}

/// So many reads of one burst are taken in before a frame shows them.
const READS_A_FRAME: usize = 16;

/// What can be heard now.
struct Heard {
    is_rung: bool,
    terminal: PollFlags,
}

impl Ears {
    /// Hears nothing yet. Keys are told with the time since `began`.
    pub fn new(letterbox: Letterbox, began: Instant, fuse: Option<Fuse>) -> Self {
        Self {
            letterbox,
            terminal: stdin(),
            decoder: Decoder::default(),
            bytes: Box::new([0; 4096]),
            began,
            heard: Duration::ZERO,
            is_gone: false,
            fuse,
        }
    }

    /// Waits until something can be heard, and returns it: what was typed before what others sent. Nothing if the time
    /// passed, and sometimes before.
    pub fn hear(&mut self, limit: Option<Duration>) -> Vec<Msg> {
        let patience = (self.decoder.is_pasting())
            .then(|| (self.heard + PASTE_PATIENCE).saturating_sub(self.began.elapsed()));
        let limit = match (limit, patience) {
            (Some(limit), Some(patience)) => Some(limit.min(patience)),
            (limit, patience) => limit.or(patience),
        };
        let heard = match self.wait(limit) {
            Ok(heard) => heard,
            // A signal: its thread sends what it means.
            Err(Errno::INTR) => return Vec::new(),
            // Nothing can be waited for any more.
            Err(_) => return vec![Msg::Terminate(HUNG_UP)],
        };
        let is_late = patience.is_some() && heard.terminal.is_empty();
        let mut msgs = Vec::new();
        if !heard.terminal.is_empty() || is_late {
            // What fails here is not the draft: it is put away as on any other end.
            let read = AssertUnwindSafe(|| self.read(heard.terminal, &mut msgs));
            if catch_unwind(read).is_err() {
                msgs.push(Msg::Terminate(FAILED));
            }
        }
        msgs.extend(self.letterbox.take(heard.is_rung));
        msgs
    }

    fn wait(&self, limit: Option<Duration>) -> rustix::io::Result<Heard> {
        let limit = limit.and_then(|it| Timespec::try_from(it).ok());
        let mut watched = [
            PollFd::new(&self.letterbox, PollFlags::IN),
            PollFd::new(&self.terminal, PollFlags::IN),
        ];
        let n_watched = if self.is_gone { 1 } else { 2 };
        let watched = watched.get_mut(..n_watched).unwrap_or_default();
        poll(watched, limit.as_ref())?;
        let ready = |n: usize| watched.get(n).map_or(PollFlags::empty(), PollFd::revents);
        Ok(Heard {
            is_rung: !ready(0).is_empty(),
            terminal: ready(1),
        })
    }

    /// Reads what the terminal has, to the end of a burst. `ready` is nothing where a paste did not go on.
    fn read(&mut self, mut ready: PollFlags, msgs: &mut Vec<Msg>) {
        if ready.is_empty() {
            if self.began.elapsed() >= self.heard + PASTE_PATIENCE {
                let paste = self.decoder.end_paste();
                msgs.extend(paste.map(|it| told(it, self.heard)));
            }
            return;
        }
        for _ in 0..READS_A_FRAME {
            if !ready.contains(PollFlags::IN) {
                break;
            }
            let n = match rustix::io::read(&self.terminal, &mut *self.bytes) {
                Ok(n @ 1..) => n,
                Err(Errno::INTR | Errno::AGAIN) => return,
                Ok(0) | Err(_) => {
                    ready = PollFlags::HUP;
                    break;
                }
            };
            self.heard = self.began.elapsed();
            ready = self.rest();
            let bytes = self.bytes.get(..n).unwrap_or_default();
            let inputs = self.decoder.take(bytes, ready == PollFlags::IN);
            fuse::burn_keys(&mut self.fuse);
            msgs.extend(inputs.into_iter().map(|it| told(it, self.heard)));
            if ready.is_empty() {
                return;
            }
        }
        if !ready.contains(PollFlags::IN) {
            self.is_gone = true;
            // As for SIGHUP, which a closed terminal sends too unless it is ignored.
            msgs.push(Msg::Terminate(HUNG_UP));
        }
    }

    /// Returns whether the terminal has more, or is gone.
    fn rest(&self) -> PollFlags {
        let mut watched = [PollFd::new(&self.terminal, PollFlags::IN)];
        let [terminal] = match poll(&mut watched, Some(&Timespec::default())) {
            Ok(_) => &watched,
            Err(_) => return PollFlags::empty(),
        };
        terminal.revents()
    }
}

/// Says what was typed, with its time since the beginning.
fn told(input: Input, time: Duration) -> Msg {
    let time = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    match input {
        Input::Key(key) => Msg::Key(key, time),
        Input::Letters(text) => Msg::Typed(text, time),
        Input::Paste(text) => Msg::Paste(text),
        Input::Mouse(x, y, gesture) => Msg::Mouse(x, y, gesture),
    }
}

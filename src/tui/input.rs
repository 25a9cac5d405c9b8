//! Keys, pastes, sizes and signals, from two threads into one channel.

use std::io::stdin;
use std::process;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::msg::{Gesture, Msg};

/// How long the program may take to save and leave after a signal, before the signal's thread does it.
const GRACE: Duration = Duration::from_secs(2);

/// What the signal thread needs to leave without the others: brings the journal to the disk.
pub type Lifeline = Arc<Mutex<Option<std::fs::File>>>;

/// Starts both threads.
///
/// # Errors
/// The system refuses to deliver signals.
pub fn start(sender: &Sender<Msg>, lifeline: Lifeline, began: Instant) -> std::io::Result<()> {
    let signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGCONT, SIGTSTP])?;
    let to_signals = sender.clone();
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || watch_signals(signals, &to_signals, &lifeline))?;
    let to_keys = sender.clone();
    thread::Builder::new()
        .name("keys".into())
        .spawn(move || read_keys(&to_keys, began))?;
    Ok(())
}

fn watch_signals(mut signals: Signals, sender: &Sender<Msg>, lifeline: &Lifeline) {
    for signal in signals.forever() {
        let sent = match signal {
            SIGWINCH => match crossterm::terminal::size() {
                Ok((columns, rows)) => sender.send(Msg::Resize(columns, rows)),
                Err(_) => Ok(()),
            },
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
                    super::terminal::restore();
                    process::exit(i32::from(code));
                };
                let _thread = thread::Builder::new()
                    .name("last resort".into())
                    .spawn(last_resort);
                sent
            }
        };
        if sent.is_err() {
            return;
        }
    }
}

/// Waits for the terminal by itself: the library would read the end of a closed one for ever.
fn read_keys(sender: &Sender<Msg>, began: Instant) {
    let terminal = stdin();
    loop {
        let mut watched = [PollFd::new(&terminal, PollFlags::IN)];
        let is_gone = match poll(&mut watched, None) {
            Ok(_) => {
                let [watched] = &watched;
                watched
                    .revents()
                    .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
            }
            Err(rustix::io::Errno::INTR) => continue,
            Err(_) => true,
        };
        if is_gone || read_ready(sender, began).is_err() {
            // As for SIGHUP, which a closed terminal sends too unless it is ignored.
            let _sent = sender.send(Msg::Terminate(128 + 1));
            return;
        }
    }
}

/// Why reading ended.
struct Ended;

/// Sends everything that can be read without waiting. Letters that come together are sent together.
fn read_ready(sender: &Sender<Msg>, began: Instant) -> Result<(), Ended> {
    let mut letters = String::new();
    let send = |letters: &mut String, msg: Option<Msg>| -> Result<(), Ended> {
        let now = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        if !letters.is_empty() {
            sender
                .send(Msg::Typed(std::mem::take(letters), now))
                .map_err(|_| Ended)?;
        }
        msg.map_or(Ok(()), |it| sender.send(it).map_err(|_| Ended))
    };
    while event::poll(Duration::ZERO).map_err(|_| Ended)? {
        let now = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        match event::read().map_err(|_| Ended)? {
            Event::Key(key) if key.kind != KeyEventKind::Release => match letter(key) {
                Some(letter) => letters.push(letter),
                None => send(&mut letters, Some(Msg::Key(key, now)))?,
            },
            Event::Paste(text) => send(&mut letters, Some(Msg::Paste(text)))?,
            Event::Resize(columns, rows) => send(&mut letters, Some(Msg::Resize(columns, rows)))?,
            Event::Mouse(mouse) => {
                if let Some(gesture) = gesture(mouse.kind) {
                    send(
                        &mut letters,
                        Some(Msg::Mouse(mouse.column, mouse.row, gesture)),
                    )?;
                }
            }
            Event::Key(_) | Event::FocusGained | Event::FocusLost => {}
        }
    }
    send(&mut letters, None)
}

fn gesture(kind: MouseEventKind) -> Option<Gesture> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Gesture::Press),
        MouseEventKind::Drag(MouseButton::Left) => Some(Gesture::Drag),
        MouseEventKind::ScrollUp => Some(Gesture::WheelUp),
        MouseEventKind::ScrollDown => Some(Gesture::WheelDown),
        _ => None,
    }
}

/// The letter a key types; none for commands.
fn letter(key: KeyEvent) -> Option<char> {
    match key.code {
        KeyCode::Char(it) if key.modifiers.difference(KeyModifiers::SHIFT).is_empty() => Some(it),
        _ => None,
    }
}

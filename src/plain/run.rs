//! The loop: say, ask, take a line, tell the sitting. And the end by a signal, which keeps the line being typed too.

use std::collections::VecDeque;
use std::io::{self, PipeReader, Read, stdout};
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{panic, process, thread};

use encoding_rs::Encoding;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::low_level::pipe;

use crate::draft::Spot;
use crate::sitting::crash;
use crate::sitting::editor;
use crate::sitting::effect::Effect;
use crate::sitting::fuse::{self, Fuse};
use crate::sitting::model::{List, Model, Screen};
use crate::sitting::msg::Msg;
use crate::sitting::start::{Beginning, Ended, begin, farewell, other_face};
use crate::sitting::update::update;
use crate::sitting::world::{Lifeline, World};
use crate::typeset;

use super::face::{Face, Heard};
use super::messages as say;
use super::output::Output;
use super::reader::{Half, Input, Reader};
use super::terminal::{self, Guard, Terminal};

/// What the line mode is started with.
#[derive(Debug)]
pub struct Launch {
    /// What it shares with the other face.
    pub beginning: Beginning,
    /// What the writer should know first, a line each.
    pub remarks: Vec<String>,
    /// What lines are encoded in.
    pub encoding: &'static Encoding,
    /// Whether the terminal moves its cursor.
    pub moves: bool,
    /// Whether the full screen can be opened.
    pub has_full_screen: bool,
    /// The columns and rows of a window that is too small for the full screen: the writer is asked how to go on.
    pub too_small: Option<(u16, u16)>,
    /// Where to fail on purpose.
    pub fuse: Option<Fuse>,
}

/// What the loop and the end by a signal share. Locked while a line is worked on, never while one is waited for.
struct Seat {
    model: Model,
    world: World,
    face: Face,
    output: Output<io::Stdout>,
    editors: [Option<String>; 2],
    terminal: Arc<Terminal>,
    /// Whether somebody ends the run already: the input's end and a signal may come together.
    is_ending: bool,
    /// The disk's refusals.
    receiver: Receiver<Msg>,
    /// Where to fail on purpose.
    fuse: Option<Fuse>,
}

/// Exit code where something was not saved and nobody could be asked.
const UNSAVED: u8 = 5;
/// Exit code of a failure of the program, as the language has it.
const FAILED: i32 = 101;
/// Exit code of an interruption.
const INTERRUPTED: u8 = 128 + 2;

/// Runs the line mode until the writer leaves it.
///
/// # Errors
/// Lines can neither be read nor written.
pub fn run(launch: Launch) -> io::Result<Ended> {
    let (sender, receiver) = mpsc::channel();
    let terminal = Arc::new(Terminal::look());
    let (lang, encoding) = (launch.beginning.lang, launch.encoding);
    let note = launch.beginning.home.root().join(crash::FILE);
    terminal::give_back_on_panic(&terminal, lang, encoding, note);
    let mut reader = Reader::new(launch.encoding, launch.moves, &terminal)?;
    if reader.is_editor() {
        terminal.is_edited();
    }
    terminal.take();
    let guard = Guard(Arc::clone(&terminal));
    // Wide enough that nothing is left out for want of room.
    let size = (120, 40);
    let (model, world, start, editors) =
        (launch.beginning).sit_down(size, sender, Lifeline::default());
    let mut face = launch.too_small.map_or_else(Face::new, Face::offered);
    face.has_editor = reader.has_terminal() && editor_is_set(&editors);
    face.has_full_screen = launch.has_full_screen;
    face.confirms = reader.is_editor();
    let mut seat = Seat {
        model,
        world,
        face,
        output: Output::new(stdout(), launch.encoding),
        editors,
        terminal: Arc::clone(&terminal),
        is_ending: false,
        receiver,
        fuse: launch.fuse,
    };
    for line in &launch.remarks {
        seat.output.line(line)?;
    }
    let mut ended = seat.perform(vec![Effect::ReadKinds, Effect::List]);
    if ended.is_none() {
        let effects = begin(&mut seat.model, start);
        ended = seat.perform(effects);
    }
    seat.say_after()?;
    let seat = Arc::new(Mutex::new(seat));
    let is_over = Arc::new(AtomicBool::new(false));
    watch_signals(&seat, reader.half(), &terminal, &is_over)?;
    let ended = match ended {
        Some(it) => Ok(it),
        None => go_on(&seat, &mut reader),
    };
    is_over.store(true, Ordering::SeqCst);
    drop(guard);
    let mut seat = lock(&seat);
    match ended {
        Ok(ended) => {
            if let (Ended::Left(_), Some(line)) = (&ended, farewell(&seat.model)) {
                // The terminal may be gone.
                let _told = seat.output.line(&line);
            }
            // Here too the other face finds nobody at the draft.
            let _ended = seat.perform(vec![Effect::Close]);
            Ok(ended)
        }
        // Nobody listens any more: what there is is put away before that is told.
        Err(error) => {
            let _ended = seat.tell(Msg::Terminate(UNSAVED));
            Err(error)
        }
    }
}

fn editor_is_set(editors: &[Option<String>; 2]) -> bool {
    let [visual, other] = editors;
    editor::words(visual.as_deref(), other.as_deref()).is_ok()
}

fn lock(seat: &Mutex<Seat>) -> MutexGuard<'_, Seat> {
    seat.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes line after line until the end.
fn go_on(seat: &Mutex<Seat>, reader: &mut Reader) -> io::Result<Ended> {
    loop {
        let (prompt, mut output) = {
            let mut seat = lock(seat);
            let Seat { face, model, .. } = &mut *seat;
            let said = face.present(model);
            let prompt = face.prompt(model);
            seat.say(&said)?;
            // The reader writes the prompt while nothing else is written.
            (prompt, Output::new(stdout(), seat.output.encoding()))
        };
        let input = reader.read(&prompt, &mut output)?;
        let mut seat = lock(seat);
        if !matches!(input, Input::Line(_)) {
            seat.is_ending = true;
        }
        let ended = match input {
            Input::Line(line) => seat.take(&line)?,
            Input::End => seat.end(0)?,
            Input::Interrupted => {
                seat.keep_half(&reader.take_half());
                seat.end(INTERRUPTED)?
            }
        };
        if let Some(ended) = ended {
            return Ok(ended);
        }
    }
}

impl Seat {
    fn say(&mut self, lines: &[String]) -> io::Result<()> {
        for line in lines {
            self.output.line(line)?;
        }
        if self.output.take_missing() {
            let name = self.output.encoding().name();
            self.output
                .line(&say::some_signs_missing(self.model.lang, name))?;
            let _told = self.output.take_missing();
        }
        Ok(())
    }

    /// Says what came of what the sitting was told.
    fn say_after(&mut self) -> io::Result<()> {
        let said = self.face.after(&mut self.model);
        self.say(&said)
    }

    /// Takes a line. What it changes is in the journal when this returns.
    fn take(&mut self, line: &str) -> io::Result<Option<Ended>> {
        fuse::burn_lines(&mut self.fuse);
        let Heard { said, msgs } = self.face.hear(&self.model, line);
        self.say(&said)?;
        let mut ended = None;
        for msg in msgs {
            ended = self.tell(msg);
            if ended.is_some() {
                break;
            }
        }
        if ended.is_none() {
            // Between lines there is always a pause: what was written is brought to the disk.
            ended = self.tell(Msg::Idle);
        }
        self.say_after()?;
        Ok(ended)
    }

    /// Ends because no line comes any more.
    fn end(&mut self, code: u8) -> io::Result<Option<Ended>> {
        if let Some(n) = self.face.gathered() {
            let line = say::gathered_lost(self.model.lang, n);
            self.output.line(&line)?;
        }
        let mut ended = self.tell(Msg::Terminate(code));
        if ended.is_none() && matches!(self.model.screen, Screen::List(List::Unsaved, _)) {
            // Nobody can be asked what is to become of the rest.
            ended = self.tell(Msg::Terminate(UNSAVED));
        }
        self.say_after()?;
        if matches!(ended, Some(Ended::Left(it)) if it == code) && self.model.work.is_some() {
            let lang = self.model.lang;
            let line = match code {
                INTERRUPTED => say::interrupted(lang),
                _ => say::input_ended(lang),
            };
            self.output.line(&line)?;
        }
        Ok(ended)
    }

    /// Tells the sitting, and does what follows from it.
    fn tell(&mut self, msg: Msg) -> Option<Ended> {
        let late: Vec<Msg> = self.receiver.try_iter().collect();
        let lost = self.world.lost_the_draft(&self.model);
        let is_lost = lost.is_some();
        for it in late.into_iter().chain(lost) {
            let effects = update(&mut self.model, it);
            if let Some(ended) = self.perform(effects) {
                return Some(ended);
            }
        }
        if is_lost && !matches!(msg, Msg::Terminate(_)) {
            // The line was meant for a draft that is no longer this window's. It says so instead.
            return None;
        }
        let effects = update(&mut self.model, msg);
        self.perform(effects)
    }

    /// Carries out effects and what follows from them. Returns how it ended if this face is to end.
    fn perform(&mut self, effects: Vec<Effect>) -> Option<Ended> {
        let mut queue: VecDeque<Effect> = effects.into();
        while let Some(effect) = queue.pop_front() {
            match effect {
                Effect::Quit(code) => return Some(Ended::Left(code)),
                Effect::OtherFace => return Some(other_face(&self.model)),
                Effect::Edit(spot) => {
                    let msg = self.edit(spot);
                    queue.extend(update(&mut self.model, msg));
                }
                // There is no screen, no mouse, and the shell can stop the program by itself.
                Effect::Repaint | Effect::TakeTerminal | Effect::Mouse(_) | Effect::Suspend => {}
                other => {
                    for msg in self.world.perform(other, &self.model) {
                        queue.extend(update(&mut self.model, msg));
                    }
                }
            }
        }
        None
    }

    /// Gives a text or the whole draft to the writer's own editor.
    fn edit(&mut self, spot: Option<Spot>) -> Msg {
        let lang = self.model.lang;
        let [visual, other] = &self.editors;
        let words = match editor::words(visual.as_deref(), other.as_deref()) {
            Ok(words) => words,
            Err(none) => return Msg::Said(none.say(lang)),
        };
        let Some(file) = self.world.file_to_edit(&self.model, spot) else {
            return Msg::Said(String::new());
        };
        match file {
            Ok(file) => {
                self.terminal.give_back();
                let outcome = editor::run(&words, &file);
                self.terminal.take();
                self.world.edited(&self.model, spot, &file, outcome)
            }
            Err(sentence) => Msg::Said(sentence),
        }
    }

    /// Takes in the line that was being typed, where it is text, and says what became of it.
    fn keep_half(&mut self, half: &str) {
        let lang = self.model.lang;
        // Nobody may listen any more; everything is saved all the same.
        let _told = self.output.line("");
        if let Some(msg) = self.face.hear_half(&self.model, half) {
            let n = typeset::count(half).marks;
            let _ended = self.tell(msg);
            let _told = self.output.line(&say::half_kept(lang, n));
        } else if !half.trim().is_empty() {
            let _told = self.output.line(&say::half_lost(lang));
        }
    }

    /// Ends by a signal: the line that is being typed is taken in where it is text.
    fn end_by_signal(&mut self, half: &str, code: u8) {
        self.keep_half(half);
        let _ended = self.tell(Msg::Terminate(code));
        if let Some(line) = farewell(&self.model) {
            let _told = self.output.line(&line);
        }
    }
}

/// Waits for the signals that end the program, in a thread of its own.
fn watch_signals(
    seat: &Arc<Mutex<Seat>>,
    half: Half,
    terminal: &Arc<Terminal>,
    is_over: &Arc<AtomicBool>,
) -> io::Result<()> {
    let (mut bell, rope) = io::pipe()?;
    let mut flags = Vec::new();
    for signal in [SIGHUP, SIGTERM, SIGINT, SIGQUIT] {
        let flag = Arc::new(AtomicBool::new(false));
        // In this order: who hears the bell finds the flag.
        signal_hook::flag::register(signal, Arc::clone(&flag))?;
        pipe::register(signal, rope.try_clone()?)?;
        flags.push((signal, flag));
    }
    let (seat, is_over) = (Arc::clone(seat), Arc::clone(is_over));
    let terminal = Arc::clone(terminal);
    let wait = move || {
        loop {
            if !is_rung(&mut bell) || is_over.load(Ordering::SeqCst) {
                return;
            }
            let came = flags
                .iter()
                .find(|(_, it)| it.swap(false, Ordering::SeqCst));
            let Some((signal, _)) = came else { continue };
            if matches!(*signal, SIGINT | SIGQUIT) && editor::is_running() {
                // The keyboard's signals reach an editor and us alike: it is the editor's own.
                continue;
            }
            let code = 128_u8.saturating_add(u8::try_from(*signal).unwrap_or_default());
            terminal.interrupt();
            let half = half.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let mut seat = lock(&seat);
            if seat.is_ending {
                // Whoever ends it reads no further line; nothing is left to be kept.
                return;
            }
            seat.is_ending = true;
            // A failure here is told by its note, and ends the program all the same.
            let ended = panic::catch_unwind(AssertUnwindSafe(|| seat.end_by_signal(&half, code)));
            process::exit(ended.map_or(FAILED, |()| i32::from(code)));
        }
    };
    thread::Builder::new().name("signals".into()).spawn(wait)?;
    Ok(())
}

fn is_rung(bell: &mut PipeReader) -> bool {
    loop {
        match bell.read(&mut [0; 64]) {
            Err(it) if it.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => return false,
            Ok(_) => return true,
        }
    }
}

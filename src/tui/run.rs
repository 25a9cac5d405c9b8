//! The loop: wait, change, act, draw. Draws only when something came and nothing else waits.
#![expect(clippy::disallowed_methods, reason = "the loop owns the clock")]

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::clipboard::{Surroundings, Via};
use crate::draft::Spot;
use crate::locale::Lang;
use crate::store::{Home, Owner};

use super::editor;
use super::effect::{Access, Effect};
use super::gate::{Gate, gate};
use super::input::{self, Lifeline};
use super::messages as say;
use super::model::{List, Model, Saving, Screen};
use super::msg::{Msg, Pointed};
use super::terminal::{self, Guard};
use super::theme::Theme;
use super::update::update;
use super::view::{Scroll, view};
use super::world::World;

/// After this long without a key, what was written is brought to the disk.
const PAUSE: Duration = Duration::from_millis(500);

/// What the full screen is started with.
#[derive(Debug)]
pub struct Launch {
    /// The data folder.
    pub home: Home,
    /// Who writes, for locks.
    pub owner: Owner,
    /// Language of the interface.
    pub lang: Lang,
    /// What copies can leave by.
    pub surroundings: Surroundings,
    /// How copies leave.
    pub via: Via,
    /// Whether colours are used.
    pub colours: bool,
    /// The writer's own editors: `VISUAL` and `EDITOR`.
    pub editors: [Option<String>; 2],
    /// Where to begin.
    pub start: Start,
}

/// Where the full screen begins.
#[derive(Debug)]
pub enum Start {
    /// At the first screen.
    Screen,
    /// At a new report: the kind and the title, where they were given.
    New {
        /// Id of the template.
        template: Option<String>,
        /// Title of the report.
        title: Option<String>,
    },
    /// At the place where this draft was left.
    Draft(String),
}

/// Runs the full screen until the writer leaves. Returns the exit code.
///
/// # Errors
/// The terminal refuses to be used.
pub fn run(launch: Launch) -> io::Result<u8> {
    let Launch {
        home,
        owner,
        lang,
        surroundings,
        via,
        colours,
        editors,
        start,
    } = launch;
    let (sender, receiver) = mpsc::channel();
    let lifeline: Lifeline = Arc::new(Mutex::new(None));
    let began = Instant::now();
    let zone = jiff::tz::TimeZone::system();
    let year = jiff::Timestamp::now()
        .to_zoned_datetime(zone.clone())
        .year();

    terminal::restore_on_panic(lang, home.root().join("crash-note.txt"));
    terminal::take()?;
    let guard = Guard;
    let (gate, keeper) = gate()?;
    input::start(&sender, keeper, Arc::clone(&lifeline), began)?;
    let size = terminal::size()?;
    let mut model = Model::new(lang, size, year);
    model.via = via;
    model.zone = zone;
    let mut world = World::new(home, owner, surroundings, sender, lifeline);
    let mut stage = Stage {
        screen: terminal::screen()?,
        scroll: Scroll::default(),
        theme: Theme { colours },
        gate,
        editors,
    };
    let mut exit = perform_all(
        &mut model,
        &mut world,
        &mut stage,
        vec![Effect::ReadKinds, Effect::List],
    )?;
    exit = exit.or(begin(&mut model, &mut world, &mut stage, start)?);
    let code = match exit {
        Some(code) => code,
        None => go_on(&mut model, &mut world, &mut stage, &receiver)?,
    };
    let farewell = model.work.as_ref().map(|it| {
        say::farewell(
            model.lang,
            &it.draft().title,
            &say::grouped(it.tally.report().marks),
        )
    });
    drop(world);
    drop(guard);
    if let Some(line) = farewell {
        // The terminal may be gone.
        let _told = writeln!(io::stdout(), "{line}");
    }
    Ok(code)
}

struct Stage {
    screen: terminal::Screen,
    scroll: Scroll,
    theme: Theme,
    /// Keeps the keys' thread from the terminal while an editor has it.
    gate: Gate,
    editors: [Option<String>; 2],
}

fn begin(
    model: &mut Model,
    world: &mut World,
    stage: &mut Stage,
    start: Start,
) -> io::Result<Option<u8>> {
    let effects = match start {
        Start::Screen => Vec::new(),
        Start::Draft(id) => vec![Effect::Open(id, Access::Write)],
        Start::New { template: None, .. } => {
            model.screen = Screen::List(List::Kinds, 0);
            Vec::new()
        }
        Start::New {
            template: Some(id),
            title,
        } => {
            let Some(template) = crate::template::find(&id) else {
                model.screen = Screen::List(List::Kinds, 0);
                return Ok(None);
            };
            let year = template
                .year
                .and_then(|it| i16::try_from(it).ok())
                .unwrap_or(model.year);
            let mut outline = crate::wizard::outline_of(template, year, Vec::new());
            outline.title = title.unwrap_or(outline.title);
            vec![Effect::Create(Box::new(outline))]
        }
    };
    perform_all(model, world, stage, effects)
}

fn go_on(
    model: &mut Model,
    world: &mut World,
    stage: &mut Stage,
    receiver: &Receiver<Msg>,
) -> io::Result<u8> {
    draw(model, stage)?;
    loop {
        let waits = model
            .work
            .as_ref()
            .is_some_and(|it| it.saving == Saving::Unsynced);
        let first = if waits {
            match receiver.recv_timeout(PAUSE) {
                Ok(msg) => msg,
                Err(RecvTimeoutError::Timeout) => Msg::Idle,
                Err(RecvTimeoutError::Disconnected) => Msg::Terminate(129),
            }
        } else {
            receiver.recv().unwrap_or(Msg::Terminate(129))
        };
        let mut changes_screen = false;
        for msg in std::iter::once(first).chain(receiver.try_iter()) {
            // A pause draws nothing: while a word is composed, the program receives nothing either.
            let msg = match msg {
                Msg::Mouse(x, y, gesture) => Msg::Pointed(
                    stage.scroll.pointed_at(x, y).unwrap_or(Pointed::Nothing),
                    gesture,
                ),
                other => other,
            };
            changes_screen |= !matches!(msg, Msg::Idle | Msg::WrittenDown);
            if is_a_key(&msg)
                && let Some(lost) = world.lost_the_draft(model)
            {
                // The key was meant for a draft that is no longer this window's. It says so instead.
                let effects = update(model, lost);
                perform_all(model, world, stage, effects)?;
                continue;
            }
            let effects = update(model, msg);
            if let Some(code) = perform_all(model, world, stage, effects)? {
                return Ok(code);
            }
        }
        if changes_screen {
            draw(model, stage)?;
        }
    }
}

fn is_a_key(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Key(..) | Msg::Typed(..) | Msg::Paste(_) | Msg::Pointed(..)
    )
}

/// Carries out effects and what follows from them. Returns the exit code if the program is to end.
fn perform_all(
    model: &mut Model,
    world: &mut World,
    stage: &mut Stage,
    effects: Vec<Effect>,
) -> io::Result<Option<u8>> {
    let mut queue: VecDeque<Effect> = effects.into();
    while let Some(effect) = queue.pop_front() {
        match effect {
            Effect::Quit(code) => return Ok(Some(code)),
            Effect::Repaint => terminal::forget(&mut stage.screen)?,
            Effect::Suspend => {
                terminal::restore();
                // Returns when the program is continued.
                let _stopped = rustix::process::kill_process(
                    rustix::process::getpid(),
                    rustix::process::Signal::STOP,
                );
                take_again(model, stage)?;
            }
            Effect::TakeTerminal => take_again(model, stage)?,
            Effect::Edit(spot) => {
                let msg = edit(model, world, stage, spot)?;
                queue.extend(update(model, msg));
            }
            Effect::Mouse(is_on) => terminal::set_mouse(is_on)?,
            other => {
                for msg in world.perform(other, model) {
                    queue.extend(update(model, msg));
                }
            }
        }
    }
    Ok(None)
}

/// Gives a text or the whole draft to the writer's own editor, and the terminal with it.
fn edit(
    model: &mut Model,
    world: &mut World,
    stage: &mut Stage,
    spot: Option<Spot>,
) -> io::Result<Msg> {
    let lang = model.lang;
    let [visual, other] = &stage.editors;
    let words = match editor::words(visual.as_deref(), other.as_deref()) {
        Ok(words) => words,
        Err(none) => return Ok(Msg::Said(none.say(lang))),
    };
    let Some(file) = world.file_to_edit(model, spot) else {
        return Ok(Msg::Said(String::new()));
    };
    let file = match file {
        Ok(file) => file,
        Err(sentence) => return Ok(Msg::Said(sentence)),
    };
    terminal::restore();
    let outcome = match stage.gate.close() {
        Ok(()) => editor::run(&words, &file),
        Err(error) => Err(error),
    };
    stage.gate.open();
    take_again(model, stage)?;
    Ok(world.edited(model, spot, &file, outcome))
}

fn take_again(model: &mut Model, stage: &mut Stage) -> io::Result<()> {
    terminal::take()?;
    model.size = terminal::size()?;
    terminal::forget(&mut stage.screen)
}

fn draw(model: &mut Model, stage: &mut Stage) -> io::Result<()> {
    stage.screen.draw(|frame| {
        let area = frame.area();
        if (area.width, area.height) != model.size {
            // The terminal changed before its message came.
            model.size = (area.width, area.height);
            super::update::resize(model);
        }
        view(model, &mut stage.scroll, stage.theme, frame);
    })?;
    Ok(())
}

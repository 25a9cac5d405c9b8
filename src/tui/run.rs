//! The loop: wait, change, act, draw. Draws only when something came and nothing else waits.
#![expect(clippy::disallowed_methods, reason = "the loop owns the clock")]

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::draft::Spot;

use super::input::{self, Ears};
use super::pace::Pace;
use super::terminal::{self, Guard};
use super::theme::Theme;
use super::view::{Scroll, view};
use crate::sitting::crash;
use crate::sitting::editor;
use crate::sitting::effect::Effect;
use crate::sitting::fuse::{self, Fuse};
use crate::sitting::model::Model;
use crate::sitting::msg::{Msg, Pointed};
use crate::sitting::post;
use crate::sitting::start::{Beginning, Ended, Start, begin, farewell, other_face, welcome};
use crate::sitting::update::update;
use crate::sitting::world::{Lifeline, World};

/// What the full screen is started with.
#[derive(Debug)]
pub struct Launch {
    /// What it shares with the other face.
    pub beginning: Beginning,
    /// What the writer should know about the settings file, or about the word lists.
    pub remark: Option<String>,
    /// Whether a newcomer may be shown the guide.
    pub guide: bool,
    /// Where to fail on purpose.
    pub fuse: Option<Fuse>,
}

/// Runs the full screen until the writer leaves it.
///
/// # Errors
/// The terminal refuses to be used.
pub fn run(launch: Launch) -> io::Result<Ended> {
    let Launch {
        beginning,
        remark,
        guide,
        fuse,
    } = launch;
    let settings = beginning.settings;
    let (post, letterbox) = post::with_bell()?;
    let lifeline: Lifeline = Arc::new(Mutex::new(None));
    let began = Instant::now();

    let note = beginning.home.root().join(crash::FILE);
    terminal::restore_on_panic(beginning.lang, note);
    terminal::take()?;
    let guard = Guard;
    input::watch(&post, Arc::clone(&lifeline))?;
    let mut ears = Ears::new(letterbox, began, fuse);
    let size = terminal::size()?;
    let (mut model, mut world, start, editors) = beginning.sit_down(size, post, lifeline);
    model.shows_guide = guide && !settings.guide_seen;
    let mut stage = Stage {
        screen: terminal::screen(size),
        scroll: Scroll::default(),
        editors,
        fuse,
    };
    // The first screen shows one draft and how many there are. What the others are follows behind its first frame, and
    // before any key.
    let shows_one = matches!(start, Start::Screen);
    let mut effects = vec![Effect::ReadKinds];
    effects.extend(shows_one.then_some(Effect::Glance));
    effects.extend(begin(&mut model, start));
    let mut ended = perform_all(&mut model, &mut world, &mut stage, effects);
    if shows_one {
        welcome(&mut model);
    }
    if let (Ok(None), false, None) = (&ended, shows_one, &model.work) {
        ended = perform_all(&mut model, &mut world, &mut stage, vec![Effect::List]);
    }
    if let (Ok(None), true) = (&ended, settings.mouse) {
        ended = perform_all(
            &mut model,
            &mut world,
            &mut stage,
            vec![Effect::Mouse(true)],
        );
    }
    // What is to be said of a draft comes first.
    model.notice = model.notice.or(remark);
    if let Ok(None) = ended {
        ended = draw(&mut model, &mut stage).map(|()| None);
    }
    let mut heard = Vec::new();
    if let (Ok(None), true) = (&ended, shows_one) {
        // The frame leaves the kernel first. Whoever reads on at once may keep the processor from handing it over.
        heard = ears.hear(Some(BREATH));
        let shown = |it: &Model| {
            let n_others = (it.drafts.len(), it.trash.len());
            (it.drafts.first().cloned(), n_others, it.notice.clone())
        };
        let before = shown(&model);
        ended = perform_all(&mut model, &mut world, &mut stage, vec![Effect::List]);
        if let (Ok(None), true) = (&ended, shown(&model) != before) {
            ended = draw(&mut model, &mut stage).map(|()| None);
        }
    }
    if let Ok(None) = ended {
        ended = go_on(&mut model, &mut world, &mut stage, &mut ears, heard).map(Some);
    }
    let ended = match ended {
        Ok(ended) => ended.unwrap_or(Ended::Left(0)),
        // Usually the terminal is gone, and its signal on the way. The draft is put away before that is told.
        Err(error) => {
            let effects = update(&mut model, Msg::Terminate(HUNG_UP));
            match perform_all(&mut model, &mut world, &mut stage, effects) {
                Ok(Some(ended)) if is_hung_up(&error) => ended,
                Ok(_) | Err(_) => return Err(error),
            }
        }
    };
    let farewell = match &ended {
        Ended::Left(_) => farewell(&model),
        Ended::OtherFace { .. } => None,
    };
    drop(world);
    drop(guard);
    if let Some(line) = farewell {
        // The terminal may be gone.
        let _told = writeln!(io::stdout(), "{line}");
    }
    Ok(ended)
}

/// How long the first frame has to leave before the whole list is read. A key ends it.
const BREATH: Duration = Duration::from_millis(10);

/// The exit code for a terminal that was closed, as for its signal.
pub(super) const HUNG_UP: u8 = 128 + 1;

/// Tells whether an error of the terminal means that it was closed.
fn is_hung_up(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
        || error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

struct Stage {
    screen: terminal::Screen,
    scroll: Scroll,
    editors: [Option<String>; 2],
    fuse: Option<Fuse>,
}

fn go_on(
    model: &mut Model,
    world: &mut World,
    stage: &mut Stage,
    ears: &mut Ears,
    mut heard: Vec<Msg>,
) -> io::Result<Ended> {
    let (mut pace, began) = (Pace::default(), Instant::now());
    loop {
        let saving = model.work.as_ref().map(|it| it.saving);
        if pace.is_sync_due(saving, began.elapsed()) {
            perform_all(model, world, stage, vec![Effect::Sync])?;
        }
        let mut msgs = std::mem::take(&mut heard);
        if msgs.is_empty() {
            msgs = ears.hear(pace.wait(saving, began.elapsed()));
        }
        if msgs.is_empty() {
            if !pace.is_pause(saving, began.elapsed()) {
                continue;
            }
            msgs.push(Msg::Idle);
        }
        pace.hear(began.elapsed());
        fuse::burn_screen(&mut stage.fuse);
        let (mut changes_screen, mut asks_size) = (false, false);
        for msg in msgs {
            // A pause draws nothing: while a word is composed, the program receives nothing either.
            let msg = match msg {
                Msg::Mouse(x, y, gesture) => Msg::Pointed(
                    stage.scroll.pointed_at(x, y).unwrap_or(Pointed::Nothing),
                    gesture,
                ),
                other => other,
            };
            changes_screen |= !matches!(msg, Msg::Idle | Msg::WrittenDown);
            asks_size |= !matches!(msg, Msg::Typed(..));
            if is_a_key(&msg)
                && let Some(lost) = world.lost_the_draft(model)
            {
                // The key was meant for a draft that is no longer this window's. It says so instead.
                let effects = update(model, lost);
                perform_all(model, world, stage, effects)?;
                continue;
            }
            let effects = update(model, msg);
            if let Some(ended) = perform_all(model, world, stage, effects)? {
                return Ok(ended);
            }
        }
        fuse::burn_screen(&mut stage.fuse);
        if asks_size && changes_screen {
            draw(model, stage)?;
        } else if changes_screen {
            draw_letters(model, stage)?;
        }
    }
}

fn is_a_key(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Key(..) | Msg::Typed(..) | Msg::Paste(_) | Msg::Pointed(..)
    )
}

/// Carries out effects and what follows from them. Returns how it ended if this face is to end.
fn perform_all(
    model: &mut Model,
    world: &mut World,
    stage: &mut Stage,
    effects: Vec<Effect>,
) -> io::Result<Option<Ended>> {
    let mut queue: VecDeque<Effect> = effects.into();
    while let Some(effect) = queue.pop_front() {
        match effect {
            Effect::Quit(code) => return Ok(Some(Ended::Left(code))),
            Effect::OtherFace => return Ok(Some(other_face(model))),
            Effect::Repaint => stage.screen.forget(),
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
    let outcome = editor::run(&words, &file);
    take_again(model, stage)?;
    Ok(world.edited(model, spot, &file, outcome))
}

fn take_again(model: &mut Model, stage: &mut Stage) -> io::Result<()> {
    terminal::take()?;
    model.size = terminal::size()?;
    stage.screen.forget();
    Ok(())
}

fn draw(model: &mut Model, stage: &mut Stage) -> io::Result<()> {
    let size = terminal::size()?;
    if size != model.size {
        // The terminal changed before its message came.
        model.size = size;
        crate::sitting::update::resize(model);
    }
    draw_letters(model, stage)
}

/// Draws a frame in the size that was told last. Letters ask for no size of their own: a signal tells it, and where
/// that was lost, the next key that is none.
fn draw_letters(model: &Model, stage: &mut Stage) -> io::Result<()> {
    let theme = Theme::of(model.theme, model.has_colours(), model.ground);
    let scroll = &mut stage.scroll;
    terminal::draw(&mut stage.screen, model.size, |canvas| {
        view(model, scroll, theme, canvas);
    })
}

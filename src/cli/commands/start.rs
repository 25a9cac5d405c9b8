//! The wizard, in the face that suits the terminal, with whatever it is to begin.

use std::io::{self, IsTerminal};

use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::{encoding, environment, talk};
use crate::clipboard::{Surroundings, Terminal};
use crate::desk;
use crate::desk::words::Lists;
use crate::plain;
use crate::settings;
use crate::sitting::plan::is_too_small;
use crate::sitting::start::{Beginning, Ended, Start};
use crate::store::Home;
use crate::tui;

/// Opens the start screen.
pub(in crate::cli) fn run(cx: &Cx) -> Result<Exit, Failure> {
    need_terminal(cx)?;
    open(cx, Start::Screen)
}

/// A face of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Full,
    Lines,
}

/// Fails where nothing may be asked, or where there is no terminal for the full screen and nobody wants lines.
pub(super) fn need_terminal(cx: &Cx) -> Result<(), Failure> {
    if !cx.may_ask {
        return Err(Failure::NoInput);
    }
    if !wants_lines(cx) && !has_terminal() {
        return Err(Failure::NoTerminal);
    }
    Ok(())
}

/// Tells whether both standard input and standard output are a terminal.
pub(super) fn has_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Tells whether the line mode was asked for: on the command line, else in the environment, else by the settings. Those
/// are for terminals: what a script is given does not depend on them.
fn wants_lines(cx: &Cx) -> bool {
    let by_settings = || cx.settings.lines && has_terminal();
    cx.wants_lines || environment::wants_lines().unwrap_or_else(by_settings)
}

/// Tells whether this terminal can show the full screen.
fn can_be_full() -> bool {
    has_terminal() && environment::moves_cursor() && encoding::streams() == encoding_rs::UTF_8
}

/// Opens the wizard; the caller has made sure that there is somebody to ask.
pub(super) fn open(cx: &Cx, start: Start) -> Result<Exit, Failure> {
    let own = desk::words::read(&cx.home);
    // What is wrong in a word list stops nobody from writing; `check` and `doctor` tell all of it.
    let trouble = own.troubles.first().map(|it| it.say(cx.lang));
    let remark = cx.settings_remark.clone().or(trouble);
    let mut remarks: Vec<String> = remark.iter().cloned().collect();
    if has_terminal() {
        remarks.splice(0..0, say_charset(cx));
    }
    let mut face = if wants_lines(cx) || !can_be_full() {
        Face::Lines
    } else {
        Face::Full
    };
    // A window too small for the full screen is no reason to decide for its writer: it is asked, line by line.
    let size = tui::terminal::size().ok().filter(|_| face == Face::Full);
    let mut too_small = size.filter(|it| is_too_small(*it));
    if too_small.is_some() {
        face = Face::Lines;
    }
    let (mut home, mut start, mut kept) = (cx.home.clone(), start, String::new());
    let (mut settings, mut lang) = (cx.settings, cx.lang);
    loop {
        let beginning = Beginning {
            lang,
            settings,
            kept,
            ..beginning(cx, home.clone(), start, own.lists)
        };
        let ended = match face {
            Face::Full => full(beginning, remark.clone()),
            Face::Lines => by_lines(beginning, std::mem::take(&mut remarks), too_small.take()),
        };
        match ended.map_err(unheard)? {
            Ended::Left(0) => return Ok(Exit::Done),
            Ended::Left(code) => return Ok(Exit::Screen(code)),
            Ended::OtherFace {
                draft,
                home: moved_to,
                kept: was_kept,
            } => {
                kept = was_kept;
                home = moved_to.map_or(home, Home::new);
                // What was set in the one face counts in the other.
                let was = std::mem::replace(&mut settings, settings::load(cx.home.root()).settings);
                if settings.language != was.language {
                    lang = settings.language.unwrap_or(lang);
                }
                start = draft.map_or(Start::Screen, Start::Draft);
                face = match face {
                    Face::Full => Face::Lines,
                    Face::Lines => Face::Full,
                };
                if face == Face::Lines {
                    remarks.push(plain::messages::now_by_lines(cx.lang));
                }
            }
        }
    }
}

/// The one sentence in ASCII for a terminal that does not say that it shows UTF-8, and the encoding it names.
fn say_charset(cx: &Cx) -> Option<String> {
    if cx.encoding.is_some() {
        return None;
    }
    let charset = environment::other_charset()?;
    match encoding::parse(&charset) {
        // What the locale names is what the terminal shows.
        Ok(it) if it != encoding_rs::UTF_8 && charset != "ASCII" => {
            encoding::set(it);
            Some(format!(
                "Terminal is not UTF-8 but {charset}: writing {}. To change it: pouxi --encoding utf-8",
                it.name()
            ))
        }
        _ => {
            let line = format!(
                "Terminal may not be UTF-8 (locale says {charset}). If you cannot read what follows: \
                 pouxi --lang en, or pouxi --plain --encoding gb18030, or set LANG=C.UTF-8"
            );
            if wants_lines(cx) || !environment::moves_cursor() {
                Some(line)
            } else {
                // The full screen comes over it; it stands there when that is left.
                talk::remark(&line);
                None
            }
        }
    }
}

/// What copies can leave by: a terminal only where one is written to. A pipe gets lines and nothing else.
fn surroundings() -> Surroundings {
    let mut surroundings = environment::surroundings();
    if !io::stdout().is_terminal() {
        surroundings.terminal = Terminal::Absent;
    }
    surroundings
}

/// What both faces begin with.
fn beginning(cx: &Cx, home: Home, start: Start, lists: Lists) -> Beginning {
    Beginning {
        home,
        owner: environment::owner(),
        lang: cx.lang,
        settings: cx.settings,
        colours: cx.colours_told(&io::stdout()),
        ground: environment::ground(),
        lists,
        surroundings: surroundings(),
        editors: environment::editors(),
        start,
        kept: String::new(),
        year: environment::this_year(),
        zone: environment::zone(),
    }
}

fn full(beginning: Beginning, remark: Option<String>) -> io::Result<Ended> {
    tui::run(tui::Launch {
        beginning,
        remark,
        guide: environment::wants_guide(),
        fuse: environment::fuse(),
    })
}

fn by_lines(
    beginning: Beginning,
    remarks: Vec<String>,
    too_small: Option<(u16, u16)>,
) -> io::Result<Ended> {
    plain::run(plain::Launch {
        beginning,
        remarks,
        too_small,
        fuse: environment::fuse(),
        encoding: encoding::streams(),
        moves: environment::moves_cursor(),
        has_full_screen: can_be_full(),
    })
}

/// What an error of a face means. Whoever reads the lines of a pipe may have heard enough: that is no fault.
fn unheard(error: io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Output(error),
        _ => Failure::Screen(error),
    }
}

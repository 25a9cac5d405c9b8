//! The full screen, with whatever it is to begin.

use std::io::{self, IsTerminal};

use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::clipboard::Via;
use crate::desk;
use crate::sitting::start::Start;
use crate::tui::{self, Launch};

/// Opens the start screen.
pub(in crate::cli) fn run(cx: &Cx) -> Result<Exit, Failure> {
    need_terminal(cx)?;
    open(cx, Start::Screen)
}

/// Fails where there is no terminal to open a screen in, or nothing may be asked.
pub(super) fn need_terminal(cx: &Cx) -> Result<(), Failure> {
    if !cx.may_ask {
        return Err(Failure::NoInput);
    }
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    Ok(())
}

/// Opens the screen; the caller has made sure of a terminal.
pub(super) fn open(cx: &Cx, start: Start) -> Result<Exit, Failure> {
    let own = desk::words::read(&cx.home);
    // What is wrong in a word list stops nobody from writing; `check` and `doctor` tell all of it.
    let trouble = own.troubles.first().map(|it| it.say(cx.lang));
    let launch = Launch {
        lists: own.lists,
        editors: environment::editors(),
        home: cx.home.clone(),
        owner: environment::owner(),
        lang: cx.lang,
        settings: cx.settings,
        remark: cx.settings_remark.clone().or(trouble),
        surroundings: environment::surroundings(),
        via: Via::Auto,
        colours: cx.colours(&io::stdout()),
        guide: environment::wants_guide(),
        start,
        zone: environment::zone(),
        fuse: environment::fuse(),
    };
    match tui::run(launch).map_err(Failure::Screen)? {
        0 => Ok(Exit::Done),
        code => Ok(Exit::Screen(code)),
    }
}

//! The full-screen front end. A placeholder: its real page replaces this file.

use crate::clipboard::{Surroundings, Via};
use crate::locale::Lang;
use crate::store::{Home, Owner};

/// What the front end is started with.
#[derive(Clone, Debug)]
pub struct Launch {
    /// The data folder.
    pub home: Home,
    /// Who writes.
    pub owner: Owner,
    /// The language of the interface.
    pub lang: Lang,
    /// What decides how a text is copied.
    pub surroundings: Surroundings,
    /// The way of copying the writer asked for.
    pub via: Via,
    /// Whether colours may be used.
    pub colours: bool,
    /// Where to begin.
    pub start: Start,
}

/// Where to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// At the start screen.
    Screen,
    /// With a new draft.
    New {
        /// Id of its template.
        template: Option<String>,
        /// Its title.
        title: Option<String>,
    },
    /// With the draft of this id.
    Draft(String),
}

/// Runs the front end until the writer leaves it. Returns the exit code.
///
/// # Errors
/// The terminal cannot be used.
pub fn run(launch: Launch) -> std::io::Result<u8> {
    let Launch { start, .. } = launch;
    Err(std::io::Error::other(format!("{start:?}: no screen yet")))
}

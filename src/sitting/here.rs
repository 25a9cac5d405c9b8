//! What copies can leave by, with what somebody saw of this terminal (`pouxi doctor --terminal`). Looked up when
//! something is copied, not at the start.

use std::path::Path;

use crate::clipboard::Surroundings;
use crate::settings::{Look, looks};

/// Returns the surroundings with the ways that led nowhere from this terminal.
pub fn here(home: &Path, surroundings: &Surroundings) -> Surroundings {
    let terminals = looks(home).terminals;
    let this = terminals.iter().find(|it| it.terminal == surroundings.name);
    let lost = this.into_iter().flat_map(Look::lost);
    Surroundings {
        doubted: lost.filter_map(|it| it.parse().ok()).collect(),
        ..surroundings.clone()
    }
}

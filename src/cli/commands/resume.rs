//! `pouxi resume [DRAFT]`

use super::start;
use crate::cli::args::Resume;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::sitting::start::Start;

/// Goes on with a draft, the one used last if none is named.
pub(in crate::cli) fn run(cx: &Cx, words: &Resume) -> Result<Exit, Failure> {
    start::need_terminal(cx)?;
    let id = cx.find(words.draft.as_deref().unwrap_or("last"))?;
    start::open(cx, Start::Draft(id))
}

//! `pouxi trash [list]`: the deleted drafts.

use super::list;
use crate::cli::args::{Trash, TrashCommand};
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::desk;

/// Lists the deleted drafts.
pub(in crate::cli) fn run(cx: &Cx, words: &Trash) -> Result<Exit, Failure> {
    match words.command {
        None | Some(TrashCommand::List) => {
            let entries = desk::trash(&cx.home)?;
            list::give(cx, &entries, words.json, say::empty_trash)
        }
    }
}

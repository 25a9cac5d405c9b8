//! `pouxi trash [list|empty]`: the deleted drafts.

use super::{delete, list};
use crate::cli::args::{Trash, TrashCommand};
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_lines, remark};
use crate::desk;

/// Lists the deleted drafts, or removes them for good.
pub(in crate::cli) fn run(cx: &Cx, words: &Trash) -> Result<Exit, Failure> {
    match &words.command {
        Some(TrashCommand::Empty(it)) => empty(cx, it.yes),
        None | Some(TrashCommand::List) => {
            let entries = desk::trash(&cx.home)?;
            list::give(cx, &entries, words.json, say::empty_trash)
        }
    }
}

/// Removes all deleted drafts for good, after asking once.
fn empty(cx: &Cx, yes: bool) -> Result<Exit, Failure> {
    let entries = desk::trash(&cx.home)?;
    if entries.is_empty() {
        remark(&say::empty_trash(cx.lang));
        return Ok(Exit::Done);
    }
    let question = say::ask_empty(cx.lang, entries.len());
    let needs = say::empty_needs_yes(cx.lang);
    if !yes && !delete::confirmed(cx, &question, needs)? {
        remark(&say::not_deleted(cx.lang));
        return Ok(Exit::Done);
    }
    for entry in &entries {
        cx.home.destroy(&entry.id, &environment::owner())?;
    }
    give_lines([say::emptied(cx.lang, entries.len()).as_str()])?;
    Ok(Exit::Done)
}

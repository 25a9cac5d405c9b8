//! `pouxi delete DRAFT`: into the trash, after asking once.

use std::io::{self, IsTerminal};

use crate::cli::args::Delete;
use crate::cli::ask;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::{give_lines, remark};
use crate::store::{Lock, pick};

/// Moves a draft to the trash. Refused while another window writes it.
pub(in crate::cli) fn run(cx: &Cx, words: &Delete) -> Result<Exit, Failure> {
    let entries = cx.drafts()?;
    let id = pick(&words.draft, &entries)?;
    let title = entries.into_iter().find(|it| it.id == id);
    let title = title.map(|it| it.summary.title).filter(|it| !it.is_empty());
    let title = title.unwrap_or_else(|| say::untitled(cx.lang));
    // Taken before the question: whoever says yes should not hear no afterwards.
    let lock = Lock::acquire(&cx.home.folder(&id), &environment::owner())?;
    let question = say::ask_delete(cx.lang, &title, &id);
    let needs = say::needs_yes(cx.lang, &id);
    if !words.yes && !confirmed(cx, &question, needs)? {
        remark(&say::not_deleted(cx.lang));
        return Ok(Exit::Done);
    }
    drop(lock);
    cx.home.delete(&id, &environment::owner())?;
    give_lines([say::deleted(cx.lang, &title, &id).as_str()])?;
    Ok(Exit::Done)
}

/// Asks; fails where nobody can be asked, and says with these words what needs a yes.
pub(super) fn confirmed(cx: &Cx, question: &str, needs: String) -> Result<bool, Failure> {
    if !cx.may_ask || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::NeedsYes { what: needs });
    }
    Ok(ask::yes_or_no(question, false)?.unwrap_or(false))
}

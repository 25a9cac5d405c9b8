//! `pouxi restore DRAFT`

use crate::cli::args::Restore;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::give_lines;
use crate::desk;
use crate::store::pick;

/// Takes a draft back from the trash.
pub(in crate::cli) fn run(cx: &Cx, words: &Restore) -> Result<Exit, Failure> {
    let entries = desk::trash(&cx.home)?;
    let id = pick(&words.draft, &entries)?;
    cx.home.restore(&id)?;
    let title = entries.into_iter().find(|it| it.id == id);
    let title = title.map_or_else(String::new, |it| it.summary.title);
    give_lines([say::restored(cx.lang, &title, &id).as_str()])?;
    Ok(Exit::Done)
}

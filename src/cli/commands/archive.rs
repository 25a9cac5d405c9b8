//! `pouxi archive DRAFT`: out of the lists, and back.

use crate::cli::args::Archive;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::give_lines;
use crate::store::pick;

/// Puts a draft into the archive, or takes it out.
pub(in crate::cli) fn run(cx: &Cx, words: &Archive) -> Result<Exit, Failure> {
    let entries = cx.drafts()?;
    let id = pick(&words.draft, &entries)?;
    let entry = entries.into_iter().find(|it| it.id == id);
    let title = entry.map(|it| it.summary.title).filter(|it| !it.is_empty());
    let title = title.unwrap_or_else(|| say::untitled(cx.lang));
    let sentence = if !words.undo {
        cx.home.archive(&id)?;
        say::archived(cx.lang, &title, &id)
    } else if cx.home.unarchive(&id)? {
        say::unarchived(cx.lang, &title, &id)
    } else {
        say::was_not_archived(cx.lang, &title, &id)
    };
    give_lines([sentence.as_str()])?;
    Ok(Exit::Done)
}

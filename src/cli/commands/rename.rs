//! `pouxi rename DRAFT TITLE`

use crate::cli::args::Rename;
use crate::cli::cx::Cx;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::give_lines;
use crate::draft::{Change, ChangeCause, Edit, Field};
use crate::locale::Lang;

/// Changes the title of a draft: a change like any other, that undo takes back.
pub(in crate::cli) fn run(cx: &Cx, words: &Rename) -> Result<Exit, Failure> {
    let title = checked(cx.lang, &words.title)?;
    let id = cx.find(&words.draft)?;
    let _renamed = cx.change(&id, |draft| {
        let edit = Edit::set_text(draft, Field::Title, title)?;
        Some(Change {
            cause: ChangeCause::Structure,
            edits: vec![edit],
        })
    })?;
    let said = match title.trim() {
        "" => say::title_taken(cx.lang, &id),
        _ => say::renamed(cx.lang, title, &id),
    };
    give_lines([said.as_str()])?;
    Ok(Exit::Done)
}

/// Returns a title that can be one.
pub(super) fn checked(lang: Lang, title: &str) -> Result<&str, Failure> {
    if title.contains(char::is_control) {
        return Err(Failure::Usage {
            what: say::bad_title(lang),
            hint: say::bad_title_hint(lang),
        });
    }
    Ok(title)
}

//! `pouxi rename DRAFT TITLE`

use crate::cli::args::Rename;
use crate::cli::cx::Cx;
use crate::cli::environment;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::messages as say;
use crate::cli::talk::give_lines;
use crate::desk;
use crate::draft::{Change, ChangeCause, Edit, Field, Session};
use crate::locale::Lang;
use crate::store::{DraftFolder, Opened};

/// Changes the title of a draft: a change like any other, that undo takes back.
pub(in crate::cli) fn run(cx: &Cx, words: &Rename) -> Result<Exit, Failure> {
    let title = checked(cx.lang, &words.title)?;
    let id = cx.find(&words.draft)?;
    let Opened {
        mut folder,
        recovered,
    } = DraftFolder::open(&cx.home.folder(&id), &environment::owner())?;
    cx.warn_of_damage(&recovered);
    let place = recovered.place;
    let mut session = Session::new(recovered.draft);
    if let Some(edit) = Edit::set_text(session.draft(), Field::Title, title) {
        let change = Change {
            cause: ChangeCause::Structure,
            edits: vec![edit],
        };
        let committed = session
            .commit(change)
            .expect("an edit made from this draft applies to it");
        let time = environment::now();
        folder.append(time, &committed)?;
        let summary = desk::summary(session.draft(), place);
        folder.snapshot(session.draft(), place, summary, time)?;
    }
    give_lines([say::renamed(cx.lang, title, &id).as_str()])?;
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

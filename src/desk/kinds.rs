//! The kinds of report that can be written with one data folder: the writer's own templates, then the built-in ones.

use std::path::PathBuf;

use crate::import::container::Unreadable;
use crate::locale::Lang;
use crate::store::{Home, StoreError, atomic, messages as store_say};
use crate::template::library::{Unread, WhyUnread, read_folder};
use crate::template::{self, Template};

use super::import::Source;
use super::messages as say;

pub use crate::template::library::text_of;

/// The kinds of report of one data folder.
#[derive(Debug, Default)]
pub struct Kinds {
    /// The writer's own, by the names of their files.
    pub own: Vec<&'static Template>,
    /// The files that are no templates. They stop nothing.
    pub unread: Vec<Unread>,
}

/// Returns the folder of the writer's own templates.
pub fn folder(home: &Home) -> PathBuf {
    home.root().join("templates")
}

/// Reads the writer's own templates and puts them on the shelf, where drafts find them.
pub fn read(home: &Home) -> Kinds {
    let (read, unread) = read_folder(&folder(home));
    let own = read
        .into_iter()
        .filter_map(|it| template::shelf::put(it.template, &it.text));
    Kinds {
        own: own.collect(),
        unread,
    }
}

impl Kinds {
    /// Returns every kind: the writer's own first.
    pub fn all(&self) -> impl Iterator<Item = &'static Template> {
        self.own
            .iter()
            .copied()
            .chain(template::built_in().iter().copied())
    }
}

/// Keeps a template as a file of the data folder (0600) and puts it on the shelf. Returns its file.
///
/// # Errors
/// The system's reason; `AlreadyExists` where the writer has a template of that id and it is not to be replaced.
pub fn keep(
    home: &Home,
    template: Template,
    text: &str,
    overwrite: bool,
) -> Result<PathBuf, StoreError> {
    let folder = home.make("templates")?;
    let path = folder.join(format!("{}.toml", template.id));
    if overwrite {
        atomic::replace(&path, text.as_bytes())?;
    } else {
        atomic::create(&path, text.as_bytes())?;
    }
    let _on_the_shelf = template::shelf::put(template, text);
    Ok(path)
}

/// Returns an id like the wish that no template has, built in or own.
pub fn free_id(kinds: &Kinds, wish: &str) -> String {
    let is_free = |id: &str| kinds.all().all(|it| it.id != id);
    let numbered = (2..).map(|n| format!("{wish}-{n}"));
    std::iter::once(wish.to_owned())
        .chain(numbered)
        .find(|it| is_free(it))
        .unwrap_or_else(|| wish.to_owned())
}

/// Returns the words of a notice as offices send it: a Word document, or a text as [`text_of`] takes it. A file without
/// words is an empty text. `name` is what the file is called, a hint only.
///
/// # Errors
/// The file is neither: a scan, a PDF, one of the old formats of Word.
pub fn notice_of(bytes: &[u8], name: &str) -> Result<String, Unreadable> {
    match Source::read(bytes, name) {
        // A zip file that was read is a Word document.
        Ok(it) if bytes.starts_with(b"PK") => Ok(it.words()),
        Ok(_) | Err(Unreadable::Empty) => Ok(text_of(bytes)),
        Err(why) => Err(why),
    }
}

/// Says what is wrong with a file of the folder: one line for each fault, `path:line:column` first.
pub fn say_unread(lang: Lang, unread: &Unread) -> Vec<String> {
    let path = unread.path.display().to_string();
    match &unread.why {
        WhyUnread::Io(error) => {
            let (why, hint) = store_say::reason(lang, error);
            vec![format!("{path}: {why} {hint}")]
        }
        WhyUnread::TooLong => vec![format!("{path}: {}", say::template_too_long(lang))],
        WhyUnread::Faults(errors) => errors
            .iter()
            .map(|it| format!("{path}:{}:{}: {}", it.line, it.column, it.say_what(lang)))
            .collect(),
        WhyUnread::IdTaken { id, by: None } => {
            vec![format!("{path}: {}", say::template_id_built_in(lang, id))]
        }
        WhyUnread::IdTaken { id, by: Some(by) } => {
            let by = by.display().to_string();
            vec![format!("{path}: {}", say::template_id_taken(lang, id, &by))]
        }
    }
}

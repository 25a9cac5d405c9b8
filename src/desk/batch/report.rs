//! [`Report`]: where a report of the batch comes from, and what is read of it.

use std::io;
use std::path::{Path, PathBuf};

use super::{Skipped, messages as say};
use crate::check::paragraphs;
use crate::desk::import::{Origin as Places, Source};
use crate::desk::kinds::Kinds;
use crate::draft::{ChangeCause, Draft, Session};
use crate::import::container::{Unreadable, may_hold_report};
use crate::locale::Lang;
use crate::store::{atomic, documents, messages as store_say, recover};

/// The most that is read of one file, in bytes: reports have pictures in them, but none is a book.
pub const LIMIT: u64 = 64 << 20;

/// Something that holds a report, or several.
#[derive(Clone, Debug)]
pub struct Report {
    /// What it is called: the name of the file within the folder, or the id of the draft.
    pub name: String,
    /// Where it is.
    pub origin: Origin,
}

/// Where a report is.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A file of any kind that can be imported.
    File(PathBuf),
    /// The folder of a draft.
    Draft(PathBuf),
}

/// What was read of a report.
pub(super) enum Opened {
    /// A file, with as many texts as it holds.
    File(Source),
    /// A draft.
    Draft(Box<Draft>),
}

/// Returns the files of a folder, and what is left out of it with the reason in words.
///
/// # Errors
/// The folder itself cannot be read.
pub fn reports_in(lang: Lang, folder: &Path) -> io::Result<(Vec<Report>, Vec<Skipped>)> {
    let listing = documents::files_in(folder)?;
    let files = listing.files.into_iter().map(|it| Report {
        name: it.name,
        origin: Origin::File(it.path),
    });
    let left_out = listing.left_out.into_iter().map(|(name, why)| {
        let why = why.map_or_else(|| say::no_file(lang), |it| store_say::reason(lang, &it).0);
        Skipped { name, reason: why }
    });
    Ok((files.collect(), left_out.collect()))
}

impl Report {
    /// Reads it.
    ///
    /// # Errors
    /// Why it is left out, in words.
    pub(super) fn open(&self, lang: Lang) -> Result<Opened, String> {
        match &self.origin {
            Origin::File(path) => {
                let bytes = atomic::read_within(path, LIMIT).map_err(|error| {
                    if error.kind() == io::ErrorKind::FileTooLarge {
                        let limit = LIMIT >> 20;
                        return Unreadable::TooLarge { limit }.say(lang).0;
                    }
                    store_say::reason(lang, &error).0
                })?;
                let source = Source::read(&bytes, &self.name).map_err(|why| {
                    let (what, next) = why.say(lang);
                    say::why_and_next(lang, &what, &next)
                })?;
                // What is no document is told by its bytes; what is text but no report, by its name.
                if may_hold_report(path) {
                    Ok(Opened::File(source))
                } else {
                    Err(say::other_kind(lang))
                }
            }
            Origin::Draft(folder) => {
                let recovered =
                    recover(folder).map_err(|error| store_say::describe(lang, &error).0)?;
                if recovered.damaged_snapshot.is_some() && recovered.seq == 0 {
                    return Err(say::damaged(lang));
                }
                Ok(Opened::Draft(Box::new(recovered.draft)))
            }
        }
    }
}

impl Opened {
    /// Returns how many texts it holds.
    pub(super) fn n_texts(&self) -> usize {
        match self {
            Self::File(source) => source.titles().len(),
            Self::Draft(_) => 1,
        }
    }

    /// Returns where the words of that text stood, if it came from a file.
    pub(super) fn origin(&self, text: usize, draft: &Draft) -> Option<Places> {
        match self {
            Self::File(source) => Some(Places::of(source.lines_of(text), &paragraphs(draft))),
            Self::Draft(_) => None,
        }
    }

    /// Returns one of its texts as a draft, by its place from 0.
    pub(super) fn draft(&self, text: usize, kinds: &Kinds, lang: Lang) -> Draft {
        match self {
            Self::File(source) => {
                let outline = source.understand(text, None, kinds, lang).outline;
                let mut session = Session::new(Draft::default());
                let change = outline.into_change(session.draft(), ChangeCause::Import);
                let _committed = session
                    .commit(change)
                    .expect("an outline fits the empty draft it was turned into a change for");
                session.draft().clone()
            }
            Self::Draft(draft) => (**draft).clone(),
        }
    }
}

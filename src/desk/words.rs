//! The word lists of one data folder: those that come with the program, and what the writer changed in them
//! (`docs/words.md`). The one place where they are read: whatever checks a report goes by the same lists.

use std::io;
use std::path::{Path, PathBuf};

use crate::check::{WordFault, WordList, Words};
use crate::locale::Lang;
use crate::store::{Home, StoreError, atomic, documents, messages as store_say};
use crate::template::nearest::nearest;

use super::kinds::text_of;
use super::messages as say;

/// No list is longer than this, in bytes: a film in the folder is not read into memory.
const MOST: u64 = 256 << 10;

/// The ending of a list's file.
const ENDING: &str = "txt";

/// The word lists of a data folder.
#[derive(Debug)]
pub struct OwnWords {
    /// The lists.
    pub lists: Lists,
    /// What could not be read. The rest is in force.
    pub troubles: Vec<Trouble>,
}

/// The word lists of one data folder. Where they are those of the program, they are made ready when they are looked
/// into first: the first screen does not wait for them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lists {
    own: Option<&'static Words>,
}

impl Lists {
    /// Returns the lists, ready to be looked for. They live as long as the program.
    pub fn words(self) -> &'static Words {
        self.own.unwrap_or_else(Words::built_in)
    }
}

/// Something of the folder that could not be read.
#[derive(Debug)]
pub struct Trouble {
    /// The file, or the folder itself.
    pub path: PathBuf,
    /// Why.
    pub why: Why,
}

/// Why it could not be read.
#[derive(Debug)]
pub enum Why {
    /// The system would not read it, or it is a link.
    Io(io::Error),
    /// It is longer than any list.
    TooLong,
    /// No list is called that.
    NoList {
        /// The name that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A line has something wrong in it.
    Line(WordFault),
}

/// Returns the folder of the writer's own lists.
pub fn folder(home: &Home) -> PathBuf {
    home.root().join("words")
}

/// Reads the word lists of a data folder.
pub fn read(home: &Home) -> OwnWords {
    let (texts, mut troubles) = texts(&folder(home));
    if texts.is_empty() {
        return OwnWords {
            lists: Lists::default(),
            troubles,
        };
    }
    let changes: Vec<(WordList, &str)> = (texts.iter())
        .map(|(list, _, text)| (*list, text.as_str()))
        .collect();
    let (words, faults) = Words::with(&changes);
    for fault in faults {
        let path = texts.iter().find(|it| it.0 == fault.list);
        troubles.push(Trouble {
            path: path.map_or_else(PathBuf::new, |it| it.1.clone()),
            why: Why::Line(fault),
        });
    }
    OwnWords {
        lists: Lists {
            own: Some(Box::leak(Box::new(words))),
        },
        troubles,
    }
}

/// Reads the files of the folder. One that is not there holds nothing.
fn texts(folder: &Path) -> (Vec<(WordList, PathBuf, String)>, Vec<Trouble>) {
    let (mut texts, mut troubles) = (Vec::new(), Vec::new());
    let listing = match documents::files_in(folder) {
        Ok(it) => it,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (texts, troubles),
        Err(error) => {
            troubles.push(Trouble {
                path: folder.to_owned(),
                why: Why::Io(error),
            });
            return (texts, troubles);
        }
    };
    let is_list = |name: &str| Path::new(name).extension().is_some_and(|it| it == ENDING);
    let linked = listing.left_out.into_iter().filter(|it| is_list(&it.0));
    for (name, error) in linked {
        // Links are not followed: what they lead to may be anywhere.
        let link = || match atomic::refuse_link(&folder.join(&name)) {
            Err(StoreError::Io { source, .. }) => source,
            Ok(()) | Err(_) => io::ErrorKind::InvalidInput.into(),
        };
        let why = Why::Io(error.unwrap_or_else(link));
        troubles.push(Trouble {
            path: folder.join(&name),
            why,
        });
    }
    // A folder in the folder is the writer's own business.
    let files = listing
        .files
        .into_iter()
        .filter(|it| !it.name.contains('/'));
    for file in files.filter(|it| is_list(&it.name)) {
        let name = file.name.strip_suffix(".txt").unwrap_or(&file.name);
        match read_one(name, &file.path) {
            Ok((list, text)) => texts.push((list, file.path, text)),
            Err(why) => troubles.push(Trouble {
                path: file.path,
                why,
            }),
        }
    }
    (texts, troubles)
}

fn read_one(name: &str, path: &Path) -> Result<(WordList, String), Why> {
    let Some(list) = WordList::named(name) else {
        return Err(Why::NoList {
            nearest: nearest(name, WordList::all().map(WordList::name)),
        });
    };
    let bytes = atomic::read_within(path, MOST).map_err(|error| {
        if error.kind() == io::ErrorKind::FileTooLarge {
            Why::TooLong
        } else {
            Why::Io(error)
        }
    })?;
    Ok((list, text_of(&bytes)))
}

impl Trouble {
    /// Says where and what is wrong, and what to do: `path:line:column` first.
    pub fn say(&self, lang: Lang) -> String {
        let path = self.path.display();
        match &self.why {
            Why::Io(error) => {
                let (why, hint) = store_say::reason(lang, error);
                format!("{path}: {why} {hint}")
            }
            Why::TooLong => format!("{path}: {}", say::words_too_long(lang, MOST >> 10)),
            Why::NoList {
                nearest: Some(nearest),
            } => format!("{path}: {}", say::no_word_list_near(lang, nearest)),
            Why::NoList { nearest: None } => {
                let names: Vec<&str> = WordList::all().map(WordList::name).collect();
                format!("{path}: {}", say::no_word_list(lang, &names.join(", ")))
            }
            Why::Line(fault) => {
                let (line, column) = (fault.line, fault.column);
                format!("{path}:{line}:{column}: {}", fault.say(lang))
            }
        }
    }
}

//! What the writer saw of a terminal (`pouxi doctor --terminal`), kept in `HOME/terminals.json`, one entry a terminal.
//! Nothing in here is asked of the terminal, and nothing of it is needed: without the file all is as if nobody had
//! looked.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::file::LIMIT;
use crate::store::{Doing, StoreError, atomic};

/// Its name in the data folder.
pub const LOOKS_FILE: &str = "terminals.json";

/// The newest format this program writes.
const FORMAT: u32 = 1;

/// So many terminals are remembered; the one looked at longest ago goes.
const MANY: usize = 30;

/// How words come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// As they are written.
    Right,
    /// As other signs.
    Garbled,
}

/// What the fonts have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fonts {
    /// Rare characters too.
    All,
    /// Boxes stand for rare ones.
    RareMissing,
}

/// Where the cursor is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cursor {
    /// Where it was put.
    Right,
    /// At another place, or nowhere.
    Elsewhere,
}

/// How words in colours are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colours {
    /// All of them well.
    Clear,
    /// Some hardly.
    Hard,
}

/// What came of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Copied {
    /// It could be pasted in another program.
    Arrived,
    /// It could not.
    Lost,
}

/// How a paste comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paste {
    /// Between the marks that were asked for.
    Marked,
    /// Without them, as if it were typed.
    Unmarked,
    /// Not at all.
    Nothing,
}

/// A way of copying and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// Its name, as `--via` takes it.
    pub via: String,
    /// What came of it.
    pub copied: Copied,
}

/// What was seen of one terminal. `None` where that question was never answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// What the terminal calls itself, and what stands between.
    pub terminal: String,
    /// When somebody looked last, RFC 3339 in UTC.
    pub seen: String,
    /// How words come out.
    pub encoding: Option<Encoding>,
    /// What the fonts have.
    pub fonts: Option<Fonts>,
    /// The cells that `“ ” … —` take.
    pub width: Option<u8>,
    /// Where the cursor is seen.
    pub cursor: Option<Cursor>,
    /// How colours are to be read.
    pub colours: Option<Colours>,
    /// What came of copying, by way.
    #[serde(default)]
    pub clipboard: Vec<Way>,
    /// How a paste comes in.
    pub paste: Option<Paste>,
}

/// The file.
#[derive(Debug, Serialize, Deserialize)]
struct File {
    format: u32,
    terminals: Vec<Look>,
}

/// What the file says.
#[derive(Debug, Default)]
pub struct Looks {
    /// The terminals, the one looked at last first.
    pub terminals: Vec<Look>,
    /// Why the file counts for nothing, where it does.
    pub trouble: Option<LooksTrouble>,
}

/// Why the file counts for nothing.
#[derive(Debug)]
pub enum LooksTrouble {
    /// It is not what this program wrote.
    Damaged,
    /// A newer program wrote it, in this format.
    Newer(u32),
    /// The system does not give it.
    Unreadable(StoreError),
}

/// Why a look was not kept.
#[derive(Debug)]
pub enum LookNotKept {
    /// A newer program wrote the file, in this format: it is left alone.
    Newer(PathBuf, u32),
    /// The system refused.
    Store(StoreError),
}

/// Only the number, to know a newer file by.
#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

/// Reads what was seen. Never fails: what cannot be read counts as not seen.
pub fn looks(home: &Path) -> Looks {
    let path = home.join(LOOKS_FILE);
    let bytes = match atomic::read_within(&path, LIMIT) {
        Ok(bytes) => bytes,
        Err(it) if it.kind() == io::ErrorKind::NotFound => return Looks::default(),
        Err(source) => {
            let doing = Doing::Read;
            let error = StoreError::Io {
                doing,
                path,
                source,
            };
            return Looks {
                terminals: Vec::new(),
                trouble: Some(LooksTrouble::Unreadable(error)),
            };
        }
    };
    match read(&bytes) {
        Ok(terminals) => Looks {
            terminals,
            trouble: None,
        },
        Err(it) => Looks {
            terminals: Vec::new(),
            trouble: Some(it),
        },
    }
}

fn read(bytes: &[u8]) -> Result<Vec<Look>, LooksTrouble> {
    match serde_json::from_slice::<FormatOnly>(bytes) {
        Ok(it) if it.format > FORMAT => return Err(LooksTrouble::Newer(it.format)),
        Ok(_) => {}
        Err(_) => return Err(LooksTrouble::Damaged),
    }
    let file: File = serde_json::from_slice(bytes).map_err(|_| LooksTrouble::Damaged)?;
    Ok(file.terminals)
}

/// Keeps a look. What was not answered stays as it was answered before; a damaged file is kept aside.
///
/// # Errors
/// The file is as it was.
pub fn keep_look(home: &Path, look: Look) -> Result<(), LookNotKept> {
    let path = home.join(LOOKS_FILE);
    atomic::create_folder(home)?;
    let Looks {
        mut terminals,
        trouble,
    } = looks(home);
    match trouble {
        None => {}
        Some(LooksTrouble::Newer(format)) => return Err(LookNotKept::Newer(path, format)),
        Some(LooksTrouble::Unreadable(error)) => return Err(error.into()),
        Some(LooksTrouble::Damaged) => {
            let _aside = atomic::keep_aside(&path, "damaged").map_err(|source| StoreError::Io {
                doing: Doing::Move,
                path: path.clone(),
                source,
            })?;
        }
    }
    let same = terminals.iter().position(|it| it.terminal == look.terminal);
    let earlier = same.map(|it| terminals.remove(it)).unwrap_or_default();
    terminals.insert(0, look.over(earlier));
    terminals.truncate(MANY);
    let file = File {
        format: FORMAT,
        terminals,
    };
    let mut json = serde_json::to_string_pretty(&file).expect("plain keys and values serialise");
    json.push('\n');
    Ok(atomic::replace(&path, json.as_bytes())?)
}

impl Look {
    /// Tells whether no question was answered.
    pub fn is_empty(&self) -> bool {
        let named = Self {
            terminal: self.terminal.clone(),
            seen: self.seen.clone(),
            ..Self::default()
        };
        *self == named
    }

    /// Tells which ways of copying lead nowhere from this terminal, by name.
    pub fn lost(&self) -> impl Iterator<Item = &str> {
        let lost = self.clipboard.iter().filter(|it| it.copied == Copied::Lost);
        lost.map(|it| it.via.as_str())
    }

    fn over(self, earlier: Self) -> Self {
        let mut clipboard = self.clipboard;
        for way in earlier.clipboard {
            if clipboard.iter().all(|it| it.via != way.via) {
                clipboard.push(way);
            }
        }
        Self {
            terminal: self.terminal,
            seen: self.seen,
            encoding: self.encoding.or(earlier.encoding),
            fonts: self.fonts.or(earlier.fonts),
            width: self.width.or(earlier.width),
            cursor: self.cursor.or(earlier.cursor),
            colours: self.colours.or(earlier.colours),
            clipboard,
            paste: self.paste.or(earlier.paste),
        }
    }
}

impl From<StoreError> for LookNotKept {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "these tests damage the file behind the program's back"
)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    fn look(terminal: &str, width: Option<u8>, ways: &[(&str, Copied)]) -> Look {
        let way = |(via, copied): &(&str, Copied)| Way {
            via: (*via).to_owned(),
            copied: *copied,
        };
        Look {
            terminal: terminal.to_owned(),
            seen: "2026-11-25T08:00:00Z".to_owned(),
            width,
            clipboard: ways.iter().map(way).collect(),
            ..Look::default()
        }
    }

    #[test]
    fn an_answer_stands_until_it_is_given_again() {
        let home = TempDir::new().unwrap();
        assert!(looks(home.path()).terminals.is_empty());
        for look in [
            look("xterm", Some(2), &[("osc52", Copied::Lost)]),
            look("vscode", Some(1), &[]),
            look("xterm", None, &[("native", Copied::Arrived)]),
        ] {
            keep_look(home.path(), look).unwrap();
        }
        let both = [("native", Copied::Arrived), ("osc52", Copied::Lost)];
        let kept = looks(home.path()).terminals;
        assert_eq!(
            kept,
            [look("xterm", Some(2), &both), look("vscode", Some(1), &[])]
        );
        assert_eq!(kept[0].lost().collect::<Vec<_>>(), ["osc52"]);
        keep_look(
            home.path(),
            look("xterm", Some(1), &[("osc52", Copied::Arrived)]),
        )
        .unwrap();
        let kept = looks(home.path()).terminals;
        assert_eq!((kept[0].width, kept[0].lost().count()), (Some(1), 0));
    }

    #[test]
    fn terminals_looked_at_long_ago_are_forgotten() {
        let home = TempDir::new().unwrap();
        for n in 0..MANY + 2 {
            keep_look(home.path(), look(&n.to_string(), Some(1), &[])).unwrap();
        }
        let kept = looks(home.path()).terminals;
        assert_eq!(kept.len(), MANY);
        assert_eq!(kept[0].terminal, (MANY + 1).to_string());
    }

    #[test]
    fn a_file_that_cannot_be_read_counts_for_nothing_and_is_not_lost() {
        let home = TempDir::new().unwrap();
        let path = home.path().join(LOOKS_FILE);
        for damaged in [
            "",
            "坏",
            "{}",
            "{\"format\": 1, \"terminals\": [{\"width\": 3}]}",
        ] {
            fs::write(&path, damaged).unwrap();
            let found = looks(home.path());
            assert!(
                matches!(found.trouble, Some(LooksTrouble::Damaged)),
                "{damaged}"
            );
        }
        keep_look(home.path(), look("xterm", Some(2), &[])).unwrap();
        assert_eq!(looks(home.path()).terminals.len(), 1);
        let aside = home.path().join("terminals.json.damaged-1");
        assert!(fs::read_to_string(aside).unwrap().contains("\"width\": 3"));

        let newer = "{\"format\": 2, \"seen\": []}";
        fs::write(&path, newer).unwrap();
        let refused = keep_look(home.path(), look("xterm", Some(2), &[]));
        assert!(matches!(refused, Err(LookNotKept::Newer(_, 2))));
        assert_eq!(fs::read_to_string(&path).unwrap(), newer);
    }
}

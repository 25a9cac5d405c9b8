//! The settings file itself: read at the start, written when a setting changes. All reading and writing goes through
//! [`store::atomic`](crate::store::atomic): a private file (0600), replaced whole, no link followed.

use std::io;
use std::path::{Path, PathBuf};

use super::choices::{Setting, Settings};
use super::fault::{Fault, SettingsError};
use super::keys::Key;
use super::messages as say;
use super::read::{Read, read};
use super::write::{fresh, with, with_key};
use crate::locale::Lang;
use crate::store::{Doing, StoreError, atomic, messages as store_say};

/// Its name in the data folder.
pub const FILE: &str = "settings.toml";

/// The longest settings file that is read, in bytes. Nobody writes that much by hand.
pub const LIMIT: u64 = 64 << 10;

/// The settings there are at the start.
#[derive(Debug, Default)]
pub struct Loaded {
    /// What counts.
    pub settings: Settings,
    /// What the writer should know about the file.
    pub trouble: Option<Trouble>,
}

/// Why a settings file does not count as a whole.
#[derive(Debug)]
pub enum Trouble {
    /// These things in it are wrong.
    Errors(PathBuf, Vec<SettingsError>),
    /// A newer program wrote it, in this format.
    Newer(PathBuf, u32),
    /// The system does not give it.
    Unreadable(StoreError),
}

/// How a changed setting was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In the settings file; everything else in it is as it was.
    Written,
    /// In a new file: the old one is no TOML, and is kept under this name.
    Aside(PathBuf),
}

/// Why a changed setting holds for this session only.
#[derive(Debug)]
pub enum NotKept {
    /// A newer program wrote the file, in this format.
    Newer(PathBuf, u32),
    /// In the file, which another window changed, another command has this key.
    Taken(Key),
    /// The system refused.
    Store(StoreError),
}

/// Reads the settings file of a data folder. Never fails: what cannot be read counts as not said.
pub fn load(home: &Path) -> Loaded {
    let path = home.join(FILE);
    let bytes = match atomic::read_within(&path, LIMIT) {
        Ok(bytes) => bytes,
        Err(it) if it.kind() == io::ErrorKind::NotFound => return Loaded::default(),
        Err(it) => {
            let error = unreadable(path, it);
            return Loaded {
                settings: Settings::default(),
                trouble: Some(Trouble::Unreadable(error)),
            };
        }
    };
    let read = read_bytes(&bytes);
    let trouble = match (read.errors.is_empty(), read.newer) {
        (false, _) => Some(Trouble::Errors(path, read.errors)),
        (true, Some(format)) => Some(Trouble::Newer(path, format)),
        (true, None) => None,
    };
    Loaded {
        settings: read.settings,
        trouble,
    }
}

/// What came of the wish for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// It was made, with what counts if nothing is said, and what each setting is for.
    New(PathBuf),
    /// There is one already, and it is as it was.
    There(PathBuf),
}

/// Makes the commented file, if there is none.
///
/// # Errors
/// The system refuses.
pub fn make(home: &Path) -> Result<Made, StoreError> {
    let path = home.join(FILE);
    // Whatever has the name, a link that leads nowhere too.
    match atomic::read_within(&path, 0) {
        Err(it) if it.kind() == io::ErrorKind::NotFound => {}
        Ok(_) | Err(_) => return Ok(Made::There(path)),
    }
    atomic::create_folder(home)?;
    atomic::replace(&path, fresh(Settings::default()).as_bytes())?;
    Ok(Made::New(path))
}

/// Writes a changed setting down. The file is read again first: another window may have changed another setting.
///
/// # Errors
/// The file is as it was.
pub fn keep(home: &Path, setting: Setting) -> Result<Kept, NotKept> {
    let set = |settings: &mut Settings| settings.set(setting);
    change(home, set, |text| Ok(with(text, setting)))
}

/// Writes down the keys of these commands, by their numbers, as [`keep`] does a setting.
///
/// # Errors
/// The file is as it was. That is so too where another window gave one of the keys to another command meanwhile.
pub fn keep_keys(home: &Path, keys: &[(usize, Key)]) -> Result<Kept, NotKept> {
    let give = |settings: &mut Settings| {
        for (command, key) in keys {
            settings.keys.give(*command, *key);
        }
    };
    change(home, give, |text| {
        let changed = |text: String, (command, key): &(usize, Key)| with_key(&text, *command, *key);
        let Some(text) = keys.iter().try_fold(text.to_owned(), changed) else {
            return Ok(None);
        };
        let now = read(&text).settings.keys;
        let is_lost = |(command, key): &&(usize, Key)| now.key(*command) != Some(*key);
        match keys.iter().find(is_lost) {
            Some((_, key)) => Err(NotKept::Taken(*key)),
            None => Ok(Some(text)),
        }
    })
}

/// Changes the file: `set` what was read, for a file that is made anew, `with` the text of one that is TOML.
fn change(
    home: &Path,
    set: impl Fn(&mut Settings),
    with: impl Fn(&str) -> Result<Option<String>, NotKept>,
) -> Result<Kept, NotKept> {
    let path = home.join(FILE);
    let bytes = match atomic::read_within(&path, LIMIT) {
        Ok(bytes) => bytes,
        Err(it) if it.kind() == io::ErrorKind::NotFound => {
            atomic::create_folder(home)?;
            let mut settings = Settings::default();
            set(&mut settings);
            atomic::replace(&path, fresh(settings).as_bytes())?;
            return Ok(Kept::Written);
        }
        Err(it) => return Err(unreadable(path, it).into()),
    };
    let Read {
        mut settings,
        newer,
        ..
    } = read_bytes(&bytes);
    if let Some(format) = newer {
        return Err(NotKept::Newer(path, format));
    }
    let text = str::from_utf8(&bytes).ok().map(with).transpose()?;
    if let Some(text) = text.flatten() {
        atomic::replace(&path, text.as_bytes())?;
        return Ok(Kept::Written);
    }
    let aside = atomic::keep_aside(&path, "damaged").map_err(|source| StoreError::Io {
        doing: Doing::Move,
        path: path.clone(),
        source,
    })?;
    set(&mut settings);
    atomic::replace(&path, fresh(settings).as_bytes())?;
    Ok(Kept::Aside(aside))
}

/// Reads what may not be UTF-8 as far as it is.
fn read_bytes(bytes: &[u8]) -> Read {
    let Err(error) = str::from_utf8(bytes) else {
        return read(str::from_utf8(bytes).unwrap_or_default());
    };
    let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
    // Whole lines only: half a value may be another value.
    let text = str::from_utf8(sound).unwrap_or_default();
    let whole = text.rfind('\n').map_or(0, |it| it + 1);
    let mut read = read(text.get(..whole).unwrap_or_default());
    let on_line = text.get(whole..).unwrap_or_default();
    read.is_toml = false;
    read.errors.push(SettingsError {
        line: text.matches('\n').count() + 1,
        column: on_line.chars().count() + 1,
        key: String::new(),
        fault: Fault::NotUtf8,
    });
    read
}

fn unreadable(path: PathBuf, source: io::Error) -> StoreError {
    StoreError::Io {
        doing: Doing::Read,
        path,
        source,
    }
}

impl From<StoreError> for NotKept {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Trouble {
    /// Tells whether something is to be put right: a file of a newer program is as it should be.
    pub fn is_fault(&self) -> bool {
        match self {
            Self::Errors(..) | Self::Unreadable(_) => true,
            Self::Newer(..) => false,
        }
    }

    /// Says what is wrong with the file and that it is left as it is.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Errors(path, errors) => {
                let path = path.display().to_string();
                let first = errors.first().map(|it| it.say(lang)).unwrap_or_default();
                match errors.len() {
                    0 | 1 => say::wrong(lang, &path, &first),
                    n => say::several_wrong(lang, &path, n, &first),
                }
            }
            Self::Newer(path, format) => say::newer(lang, &path.display().to_string(), *format),
            Self::Unreadable(error) => {
                let (what, _) = store_say::describe(lang, error);
                say::unreadable(lang, &what)
            }
        }
    }
}

impl Made {
    /// Says where the file is, and that it may be changed.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::New(path) => say::made(lang, &path.display().to_string()),
            Self::There(path) => say::is_there(lang, &path.display().to_string()),
        }
    }
}

impl Kept {
    /// Says what became of the old file, if anything did.
    pub fn say(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Written => None,
            Self::Aside(path) => Some(say::kept_aside(lang, &path.display().to_string())),
        }
    }
}

impl NotKept {
    /// Says that the setting holds for this session, and why no longer.
    pub fn say(&self, lang: Lang) -> String {
        let why = match self {
            Self::Newer(path, format) => say::newer(lang, &path.display().to_string(), *format),
            Self::Taken(key) => say::taken_meanwhile(lang, key.name()),
            Self::Store(error) => store_say::describe(lang, error).0,
        };
        say::for_this_session(lang, &why)
    }
}

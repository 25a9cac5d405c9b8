//! All drafts of one data folder: list, find, make, delete, restore.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::recovery::journals;
use super::snapshot::Snapshot;
use super::{Doing, Journal, Lock, Owner, StoreError, Summary, atomic};

/// No list shows more of a draft, in bytes: what has a longer first line is read as a whole.
const LONGEST_HEAD: u64 = 1 << 20;

/// The folder of the marks of what is in the archive, a file each under the draft's id.
const ARCHIVE: &str = "archive";

/// So many drafts are looked at to tell which was used last, at a glance.
const LIKELY: usize = 4;

/// The data folder.
#[derive(Clone, Debug)]
pub struct Home {
    root: PathBuf,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id: the name of its folder.
    pub id: String,
    /// When its last snapshot was taken, RFC 3339; empty without one.
    pub updated: String,
    /// What the snapshot says of it.
    pub summary: Summary,
    /// Whether the journal holds changes that the snapshot does not: read the draft itself to know it.
    pub is_behind: bool,
    /// Whether the writer put it away: it stands behind all others, and lists leave it out until they are asked.
    pub is_archived: bool,
}

impl Entry {
    /// Returns what is known of a draft before it is looked into.
    fn unseen(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            updated: String::new(),
            summary: Summary::default(),
            is_behind: false,
            is_archived: false,
        }
    }
}

impl Home {
    /// Takes a folder as the data folder. Makes nothing yet.
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// Returns the platform's data folder for this program; `None` where it has none (no home folder).
    pub fn default_root() -> Option<PathBuf> {
        directories::ProjectDirs::from("", "", "pouxi").map(|it| it.data_dir().to_owned())
    }

    /// Returns the data folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the folder of a draft, whether it exists or not.
    pub fn folder(&self, id: &str) -> PathBuf {
        self.root.join("drafts").join(id)
    }

    /// Makes a folder of the data folder, if it is not there, and returns its path.
    ///
    /// # Errors
    /// Names the folder and the system's reason. A link is refused: what is private would lie elsewhere.
    pub fn make(&self, name: &str) -> Result<PathBuf, StoreError> {
        let folder = self.root.join(name);
        atomic::create_folder(&folder)?;
        atomic::refuse_link(&folder)?;
        Ok(folder)
    }

    /// Makes the folder of a new draft, with an empty journal. Returns its id.
    ///
    /// # Errors
    /// Names the folder and the system's reason.
    pub fn create(&self) -> Result<String, StoreError> {
        self.make("drafts")?;
        loop {
            let id = random_id();
            let folder = self.folder(&id);
            match atomic::create_new_folder(&folder) {
                Ok(()) => {
                    if let Err(error) = begin(&folder) {
                        // It is empty, or stays where it is.
                        let _removed = fs::remove_dir(&folder);
                        return Err(error);
                    }
                    return Ok(id);
                }
                Err(it) if it.kind() == io::ErrorKind::AlreadyExists => {}
                Err(it) => return Err(StoreError::io(Doing::CreateFolder, &folder)(it)),
            }
        }
    }

    /// Returns the drafts, the last used first, those in the archive behind all others.
    ///
    /// # Errors
    /// The folder cannot be read. A draft that cannot be read is listed without a summary.
    pub fn drafts(&self) -> Result<Vec<Entry>, StoreError> {
        let mut drafts = entries(&self.root.join("drafts"))?;
        self.put_archived_last(&mut drafts);
        Ok(drafts)
    }

    /// Marks what is in the archive, and puts it behind the rest. An archive that cannot be read holds nothing.
    fn put_archived_last(&self, drafts: &mut [Entry]) {
        let Ok(marks) = fs::read_dir(self.root.join(ARCHIVE)) else {
            return;
        };
        let marks: BTreeSet<_> = marks.flatten().map(|it| it.file_name()).collect();
        for draft in drafts.iter_mut() {
            draft.is_archived = marks.contains(OsStr::new(&draft.id));
        }
        drafts.sort_by_key(|it| it.is_archived);
    }

    /// Puts a draft into the archive: nothing of it is touched, and whoever names it finds it. An empty file beside
    /// the drafts says so, so that neither another window nor a look at all drafts has to open anything.
    ///
    /// # Errors
    /// Names the file and the system's reason.
    pub fn archive(&self, id: &str) -> Result<(), StoreError> {
        let mark = self.make(ARCHIVE)?.join(id);
        match atomic::create_for_appending(&mark, b"") {
            Err(it) if it.kind() != io::ErrorKind::AlreadyExists => {
                Err(StoreError::io(Doing::Replace, &mark)(it))
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Takes a draft out of the archive. Tells whether it was in it.
    ///
    /// # Errors
    /// Names the file and the system's reason.
    pub fn unarchive(&self, id: &str) -> Result<bool, StoreError> {
        let folder = self.root.join(ARCHIVE);
        atomic::refuse_link(&folder)?;
        let mark = folder.join(id);
        match fs::remove_file(&mark) {
            Ok(()) => Ok(true),
            Err(it) if it.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(it) => Err(StoreError::io(Doing::Remove, &mark)(it)),
        }
    }

    /// Returns what a first screen needs at once: the drafts, of which only the first is described, and the deleted
    /// ones, of which none is. The order is that in which their folders were changed, by a window that opened or left
    /// the draft; among the first few that of [`Home::drafts`], which looks into every one.
    ///
    /// # Errors
    /// As for [`Home::drafts`].
    pub fn glance(&self) -> Result<(Vec<Entry>, Vec<Entry>), StoreError> {
        let mut found = Vec::new();
        let drafts = self.root.join("drafts");
        each(&drafts, |it, id| {
            let changed = it.metadata().map_or(0, |it| nanoseconds(&it));
            found.push((changed, Entry::unseen(id)));
        })?;
        let mut drafts = last_first(found);
        self.put_archived_last(&mut drafts);
        // Of those that come into question, the one whose files say so: two windows may have closed at one moment.
        let rest = drafts.split_off(drafts.len().min(LIKELY));
        let touched = |it: Entry| (last_touched(&self.folder(&it.id)), it);
        drafts = last_first(drafts.into_iter().map(touched).collect());
        drafts.sort_by_key(|it| it.is_archived);
        drafts.extend(rest);
        if let Some(first) = drafts.first_mut() {
            *first = Entry {
                is_archived: first.is_archived,
                ..describe(&self.folder(&first.id), &first.id).1
            };
        }
        let mut trash = Vec::new();
        // Drafts can be written whatever is wrong with the trash.
        let _read = each(&self.root.join("trash"), |_, id| {
            trash.push(Entry::unseen(id));
        });
        Ok((drafts, trash))
    }

    /// Returns the id of the draft used last, as [`Home::drafts`] has it; `None` without drafts.
    ///
    /// # Errors
    /// As for [`Home::drafts`].
    pub fn last(&self) -> Result<Option<String>, StoreError> {
        let mut found = Vec::new();
        each(&self.root.join("drafts"), |it, id| {
            found.push((last_touched(&it.path()), Entry::unseen(id)));
        })?;
        let mut drafts = last_first(found);
        self.put_archived_last(&mut drafts);
        Ok(drafts.into_iter().next().map(|it| it.id))
    }

    /// Returns the deleted drafts, the last used first.
    ///
    /// # Errors
    /// As for [`Home::drafts`].
    pub fn trash(&self) -> Result<Vec<Entry>, StoreError> {
        entries(&self.root.join("trash"))
    }

    /// Finds a draft by its id, a unique prefix of it, its title, or `last`. Returns its id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] or [`StoreError::Ambiguous`].
    pub fn find(&self, name: &str) -> Result<String, StoreError> {
        pick(name, &self.drafts()?)
    }

    /// Finds a deleted draft, as [`Home::find`] does among the others.
    ///
    /// # Errors
    /// As for [`Home::find`].
    pub fn find_in_trash(&self, name: &str) -> Result<String, StoreError> {
        pick(name, &self.trash()?)
    }

    /// Moves a draft to the trash, unless another window writes it. What cannot be locked, on a full disk or in a
    /// folder that may only be read, can still be moved.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where a window writes it; else names the folder and the system's reason.
    pub fn delete(&self, id: &str, me: &Owner) -> Result<(), StoreError> {
        let _lock = match Lock::acquire(&self.folder(id), me) {
            Err(busy @ StoreError::Busy { .. }) => return Err(busy),
            other => other.ok(),
        };
        let trash = self.make("trash")?;
        atomic::refuse_link(&self.root.join("drafts"))?;
        atomic::move_folder(&self.folder(id), &trash.join(id))
    }

    /// Takes a draft out of the trash.
    ///
    /// # Errors
    /// Names the folder and the system's reason.
    pub fn restore(&self, id: &str) -> Result<(), StoreError> {
        self.make("drafts")?;
        atomic::refuse_link(&self.root.join("trash"))?;
        atomic::move_folder(&self.root.join("trash").join(id), &self.folder(id))
    }
}

/// Begins the journal of a draft that has none, and brings the folder's own name to the disk.
fn begin(folder: &Path) -> Result<(), StoreError> {
    if let Some(parent) = folder.parent() {
        atomic::sync_folder(parent).map_err(StoreError::io(Doing::Sync, parent))?;
    }
    Journal::create(folder, 0).map(drop)
}

/// Finds a draft in a list by its id, a unique prefix of it, its title, or `last`. Returns its id.
///
/// # Errors
/// [`StoreError::NotFound`] or [`StoreError::Ambiguous`].
pub fn pick(name: &str, entries: &[Entry]) -> Result<String, StoreError> {
    if name == "last" {
        let last = entries.first().ok_or_else(|| StoreError::NotFound {
            name: name.to_owned(),
        })?;
        return Ok(last.id.clone());
    }
    if let Some(exact) = entries.iter().find(|it| it.id == name) {
        return Ok(exact.id.clone());
    }
    let matches =
        |it: &&Entry| !name.is_empty() && (it.id.starts_with(name) || it.summary.title == name);
    let found: Vec<&Entry> = entries.iter().filter(matches).collect();
    match found.as_slice() {
        [] => Err(StoreError::NotFound {
            name: name.to_owned(),
        }),
        [one] => Ok(one.id.clone()),
        several => Err(StoreError::Ambiguous {
            name: name.to_owned(),
            ids: several.iter().map(|it| it.id.clone()).collect(),
        }),
    }
}

/// Calls `look` with the folder of every draft in a folder and its id.
fn each(folder: &Path, mut look: impl FnMut(&fs::DirEntry, &str)) -> Result<(), StoreError> {
    atomic::refuse_link(folder)?;
    let read = match fs::read_dir(folder) {
        Ok(it) => it,
        Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(it) => return Err(StoreError::io(Doing::Read, folder)(it)),
    };
    for entry in read {
        let entry = entry.map_err(StoreError::io(Doing::Read, folder))?;
        let is_folder = entry.file_type().is_ok_and(|it| it.is_dir());
        if let (true, Some(id)) = (is_folder, entry.file_name().to_str()) {
            look(&entry, id);
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<Entry>, StoreError> {
    let mut found = Vec::new();
    each(folder, |it, id| found.push(describe(&it.path(), id)))?;
    Ok(last_first(found))
}

/// Puts what was touched last first.
fn last_first(mut found: Vec<(u128, Entry)>) -> Vec<Entry> {
    found.sort_by(|(a_time, a), (b_time, b)| b_time.cmp(a_time).then_with(|| a.id.cmp(&b.id)));
    found.into_iter().map(|(_, it)| it).collect()
}

/// Says of a draft what a list shows, and when it was last written, in nanoseconds: the newest of its files.
fn describe(folder: &Path, id: &str) -> (u128, Entry) {
    let snapshot = folder.join("draft.json");
    let mut touched = 0;
    let head = open_seen(&snapshot, &mut touched).and_then(|(file, _)| {
        let mut line = Vec::new();
        BufReader::new(file.take(LONGEST_HEAD))
            .read_until(b'\n', &mut line)
            .ok()?;
        Snapshot::parse_head(&line).filter(|it| it.format >= super::format::FIRST)
    });
    let journal = journals(folder).ok().and_then(|it| it.last().cloned());
    let last = journal.map(|(base, path)| {
        let (mut file, length) = open_seen(&path, &mut touched)?;
        let last = super::record::last_seq(&mut file, length).ok()?;
        Some(last.max(base))
    });
    let entry = match head {
        Some(head) => Entry {
            id: id.to_owned(),
            // A journal that cannot be read may hold anything, one that is not there nothing.
            is_behind: last.is_some_and(|it| it.is_none_or(|it| it > head.seq)),
            updated: head.updated,
            summary: head.summary,
            is_archived: false,
        },
        None => Entry {
            is_behind: true,
            ..Entry::unseen(id)
        },
    };
    (touched, entry)
}

/// Opens a file to read and returns its length in bytes; `touched` is put forward to when it was written last, also
/// where it cannot be opened.
fn open_seen(path: &Path, touched: &mut u128) -> Option<(fs::File, u64)> {
    let file = atomic::private_options().read(true).open(path).ok();
    let metadata = match &file {
        Some(it) => it.metadata(),
        None => fs::symlink_metadata(path),
    };
    let metadata = metadata.ok()?;
    *touched = (*touched).max(nanoseconds(&metadata));
    Some((file?, metadata.len()))
}

/// When the draft was last written, in nanoseconds: the newest of its files.
fn last_touched(folder: &Path) -> u128 {
    let time = |path: PathBuf| fs::symlink_metadata(path).map_or(0, |it| nanoseconds(&it));
    let journal = journals(folder)
        .ok()
        .and_then(|it| it.last().cloned())
        .map_or(0, |(_, path)| time(path));
    journal.max(time(folder.join("draft.json")))
}

/// When something was last changed, in nanoseconds since 1970; 0 if that is not told.
fn nanoseconds(metadata: &fs::Metadata) -> u128 {
    let since = |it: std::time::SystemTime| it.duration_since(std::time::UNIX_EPOCH).ok();
    (metadata.modified().ok().and_then(since)).map_or(0, |it| it.as_nanos())
}

/// Returns eight letters and digits that are easy to type and to tell apart.
fn random_id() -> String {
    const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
    // The standard library seeds its hashers from the system's randomness; that is all an id needs.
    let mut number = RandomState::new().build_hasher().finish();
    let n_signs = SIGNS.len() as u64;
    let mut id = String::new();
    for _ in 0..8 {
        let at = usize::try_from(number % n_signs).unwrap_or_default();
        id.push(SIGNS.get(at).copied().map_or('a', char::from));
        number /= n_signs;
    }
    id
}

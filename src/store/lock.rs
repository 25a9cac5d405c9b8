//! One writer a draft: a lock that dies with its owner, and that another window can take over knowingly.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::Identity;
use super::{Doing, StoreError, atomic};

/// Who is writing a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Owner {
    /// The process.
    pub pid: u32,
    /// The machine.
    pub host: String,
    /// The terminal (`pts/3`), if any.
    pub terminal: String,
    /// Since when, RFC 3339.
    pub since: String,
}

/// The right to write a draft.
///
/// Held twice over: the kernel's lock on the open file dies with the process, so a stale file is recognised
/// whatever its process number; and the file under the name `lock` must still be this one, so that a window
/// taking over need only put another file there.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Holds the kernel's lock.
    _file: File,
    /// Which file it is. Asked once: the answer stays true while the file is open.
    identity: Identity,
    owner: Owner,
}

/// Whose a draft is, as far as the files tell.
#[derive(Debug)]
pub enum Standing {
    /// Ours.
    Mine,
    /// Another window's.
    Lost,
    /// The lock is not there: nobody took the draft over, somebody took the files away.
    Gone,
    /// The system does not tell.
    Hidden(io::Error),
}

/// While it is held, no process opens the draft, takes it over or leaves it. Held for moments only: opening,
/// taking a snapshot. Whoever drops a [`Lock`] must not hold it.
#[derive(Debug)]
pub(super) struct Guard {
    _file: File,
}

impl Owner {
    /// Returns where it is: terminal and process, the machine too if it is known.
    pub fn place(&self) -> String {
        let terminal = if self.terminal.is_empty() {
            "?"
        } else {
            &self.terminal
        };
        format!("{} {terminal} {}", self.host, self.pid)
            .trim_start()
            .to_owned()
    }
}

/// Who holds the lock of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// There is no lock.
    Nobody,
    /// There is one, and its owner is gone.
    Gone,
    /// A living window.
    Window(Owner),
}

/// Tells who holds the lock of a draft. Makes no file.
pub(super) fn holder(folder: &Path) -> Holder {
    let path = folder.join("lock");
    let open = |path: &Path| atomic::private_options().read(true).open(path);
    let Ok(file) = open(&path) else {
        return Holder::Nobody;
    };
    // Whoever opens the draft at this moment must not take our look for a window.
    let guard = open(&folder.join("lock.guard"));
    let _guarded = guard.as_ref().is_ok_and(|it| it.lock().is_ok());
    match file.try_lock_shared() {
        Ok(()) => Holder::Gone,
        Err(_) => Holder::Window(owner(&path)),
    }
}

impl Guard {
    /// Waits until nobody else holds it.
    pub(super) fn of(folder: &Path) -> Result<Self, StoreError> {
        super::recovery::refuse_links_to(folder)?;
        let path = folder.join("lock.guard");
        let take = || -> io::Result<File> {
            let file = atomic::private_options()
                .create(true)
                .append(true)
                .open(&path)?;
            file.lock()?;
            Ok(file)
        };
        let file = take().map_err(StoreError::io(Doing::Lock, &path))?;
        Ok(Self { _file: file })
    }
}

impl Lock {
    /// Takes the lock of a draft's folder.
    ///
    /// # Errors
    /// [`StoreError::Busy`] with the owner where a living process holds it, or perhaps one of another machine.
    pub fn acquire(folder: &Path, me: &Owner) -> Result<Self, StoreError> {
        Self::acquire_under(&Guard::of(folder)?, folder, me)
    }

    /// Takes the lock as [`Lock::acquire`] does.
    pub(super) fn acquire_under(_: &Guard, folder: &Path, me: &Owner) -> Result<Self, StoreError> {
        let path = folder.join("lock");
        let wrap = || StoreError::io(Doing::Lock, &path);
        match atomic::private_options().read(true).write(true).open(&path) {
            Ok(file) => match file.try_lock() {
                // Its owner is gone; but a lock of another machine that came with a synced folder is held, if at all,
                // by a kernel that we cannot ask. The writer can.
                Ok(()) => {
                    let owner = owner(&path);
                    if !owner.host.is_empty() && !me.host.is_empty() && owner.host != me.host {
                        return Err(StoreError::Busy { owner });
                    }
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(StoreError::Busy {
                        owner: owner(&path),
                    });
                }
                Err(TryLockError::Error(it)) => return Err(wrap()(it)),
            },
            Err(it) if it.kind() == io::ErrorKind::NotFound => {}
            Err(it) => return Err(wrap()(it)),
        }
        place(folder, path.clone(), me).map_err(wrap())
    }

    /// Takes the lock whoever holds it. The other window sees it with its next key and turns read-only.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn take_over(_: &Guard, folder: &Path, me: &Owner) -> Result<Self, StoreError> {
        let path = folder.join("lock");
        place(folder, path.clone(), me).map_err(StoreError::io(Doing::Lock, &path))
    }

    /// Tells whether the draft is still ours to write.
    pub fn is_mine(&self) -> bool {
        matches!(self.standing(), Standing::Mine)
    }

    /// Tells whose the draft is. One question to the kernel: it is asked with every key.
    pub(super) fn standing(&self) -> Standing {
        match fs::symlink_metadata(&self.path) {
            Ok(it) if Identity::of(&it) == self.identity => Standing::Mine,
            Ok(_) => Standing::Lost,
            Err(it) if it.kind() == io::ErrorKind::NotFound => Standing::Gone,
            Err(it) => Standing::Hidden(it),
        }
    }

    /// Fails unless the draft is ours to write, saying why.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        self.judge(self.standing())
    }

    /// Fails as [`Lock::check`] does, for a standing just found.
    pub(super) fn judge(&self, standing: Standing) -> Result<(), StoreError> {
        match standing {
            Standing::Mine => Ok(()),
            Standing::Lost => Err(StoreError::TakenOver),
            Standing::Gone => Err(StoreError::Gone {
                path: self.path.parent().unwrap_or(&self.path).to_owned(),
            }),
            Standing::Hidden(it) => Err(StoreError::io(Doing::Lock, &self.path)(it)),
        }
    }

    /// Returns who holds it.
    pub(super) fn owner(&self) -> &Owner {
        &self.owner
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let Some(folder) = self.path.parent() else {
            return;
        };
        if let Ok(_guard) = Guard::of(folder)
            && self.is_mine()
        {
            // A file left behind does no harm: nobody holds the kernel's lock on it.
            let _removed = fs::remove_file(&self.path);
        }
    }
}

fn place(folder: &Path, path: PathBuf, me: &Owner) -> io::Result<Lock> {
    let mut file = tempfile::Builder::new()
        .prefix(atomic::UNFINISHED)
        .tempfile_in(folder)?;
    file.as_file().lock()?;
    file.write_all(&serde_json::to_vec(me)?)?;
    let file = file.persist(&path).map_err(|it| it.error)?;
    Ok(Lock {
        path,
        identity: Identity::of(&file.metadata()?),
        _file: file,
        owner: me.clone(),
    })
}

fn owner(path: &Path) -> Owner {
    /// Nobody's name is longer, in bytes.
    const LONGEST: u64 = 1 << 12;
    let bytes = atomic::read_within(path, LONGEST).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

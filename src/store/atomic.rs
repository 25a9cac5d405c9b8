//! Private folders and files, and replacing a file whole. The only place that knows modes and flags.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use super::witness::{Deed, tell};
use super::{Doing, StoreError};

/// No file of a draft is longer, in bytes: it would hold a hundred million characters.
pub(super) const LONGEST: u64 = 512 << 20;

/// How the names of files begin that are not whole yet.
pub(super) const UNFINISHED: &str = ".new-";

/// What tells a file from another under its name, and from itself with other content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<std::time::SystemTime>,
    #[cfg(unix)]
    number: (u64, u64),
}

impl Stamp {
    /// Returns the stamp of what is there now; `None` where there is nothing, or nothing can be told.
    pub(super) fn of(path: &Path) -> Option<Self> {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        let metadata = fs::symlink_metadata(path).ok()?;
        Some(Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            #[cfg(unix)]
            number: (metadata.dev(), metadata.ino()),
        })
    }
}

/// Which file it is, whatever its name. An open file keeps it: its number is nobody else's before it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    #[cfg(unix)]
    number: (u64, u64),
}

impl Identity {
    /// Returns which file this is said of. Without file numbers, all files are the same.
    pub(super) fn of(metadata: &fs::Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        #[cfg(not(unix))]
        let _ = metadata;
        Self {
            #[cfg(unix)]
            number: (metadata.dev(), metadata.ino()),
        }
    }
}

/// Makes a folder and its parents. The folder itself is for its owner alone (0700), whatever the umask.
///
/// # Errors
/// Names the folder and the system's reason.
pub fn create_folder(path: &Path) -> Result<(), StoreError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .map_err(StoreError::io(Doing::CreateFolder, path))
}

/// Refuses a place that is a link. What is not there is no link.
///
/// # Errors
/// Names the place; the reason is that of a link that is not followed.
pub fn refuse_link(path: &Path) -> Result<(), StoreError> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
    if is_link {
        #[cfg(unix)]
        let reason = io::Error::from_raw_os_error(rustix::io::Errno::LOOP.raw_os_error());
        #[cfg(not(unix))]
        let reason = io::Error::from(io::ErrorKind::InvalidInput);
        return Err(StoreError::io(Doing::Read, path)(reason));
    }
    Ok(())
}

/// Makes a folder that must not exist yet, for its owner alone (0700). The parent must exist.
///
/// # Errors
/// `AlreadyExists` where it exists.
pub fn create_new_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Returns options that make files private (0600), do not follow a symbolic link in the last step, and do not
/// wait for the other end of a pipe.
pub(super) fn private_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options
            .mode(0o600)
            .custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    options
}

/// Reads a file whole, unless it is longer than any file of ours.
///
/// # Errors
/// `FileTooLarge`, or the system's reason; a symbolic link is refused.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    read_within(path, LONGEST)
}

/// Reads a file whole, if it is not longer than `most` bytes. What grows meanwhile is read that far.
///
/// # Errors
/// `FileTooLarge`, or the system's reason; a symbolic link is refused.
pub fn read_within(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let file = private_options().read(true).open(path)?;
    let length = file.metadata()?.len().min(most);
    // One more than there is: the end is found without growing.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Replaces a file whole: temporary file beside it, sync, rename, sync the folder. After a crash or a power cut
/// either the old or the new file is there. The file is private (0600).
///
/// # Errors
/// Names the file and the system's reason; the old file is untouched.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        // The library makes its files private by itself.
        let mut file = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempfile_in(folder)?;
        write_whole(&mut file, bytes)?;
        let from = file.path().to_owned();
        file.persist(path).map_err(|it| it.error)?;
        tell(|| renamed(&from, path));
        sync_folder(folder)
    };
    write().map_err(StoreError::io(Doing::Replace, path))
}

/// Writes a temporary file and brings it to the disk.
fn write_whole(file: &mut tempfile::NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    tell(|| Deed::Wrote {
        path: file.path().to_owned(),
        at: 0,
        bytes: bytes.to_owned(),
    });
    file.as_file().sync_all()?;
    tell(|| Deed::Synced(file.path().to_owned()));
    Ok(())
}

fn renamed(from: &Path, to: &Path) -> Deed {
    Deed::Renamed {
        from: from.to_owned(),
        to: to.to_owned(),
    }
}

/// Makes a file that must not exist yet, and opens it for appending. It appears with its first bytes on the disk,
/// or not at all. The file is private (0600).
///
/// # Errors
/// The system's reason; there is no such file then.
pub(super) fn create_for_appending(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .append(true)
        .tempfile_in(folder)?;
    write_whole(&mut file, bytes)?;
    let from = file.path().to_owned();
    let file = file.persist_noclobber(path).map_err(|it| it.error)?;
    tell(|| renamed(&from, path));
    if let Err(error) = sync_folder(folder) {
        fs::remove_file(path)?;
        return Err(error);
    }
    Ok(file)
}

/// Removes what a crash in the middle of replacing or making a file left in a folder that nobody else writes.
pub(super) fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if (entry.file_name().to_str()).is_some_and(|it| it.starts_with(UNFINISHED)) {
            fs::remove_file(entry.path())?;
            tell(|| Deed::Removed(entry.path()));
        }
    }
    Ok(())
}

/// Writes a file that must not exist yet, whole or not at all. The file is private (0600).
///
/// # Errors
/// `AlreadyExists` inside [`StoreError::Io`] where the file exists; it is untouched.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    create_for_appending(path, bytes)
        .map(drop)
        .map_err(StoreError::io(Doing::Replace, path))
}

/// Writes a file the writer asked for outside the data folder: as [`replace`], with the mode the umask gives,
/// because it is meant to be handed on. Refuses to replace an existing file unless told to.
///
/// # Errors
/// `AlreadyExists` inside [`StoreError::Io`] where the file exists and `overwrite` is not given.
pub fn deliver(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), StoreError> {
    let folder = match path.parent() {
        Some(it) if it != Path::new("") => it,
        _ => Path::new("."),
    };
    let write = || -> io::Result<()> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(UNFINISHED);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        if overwrite {
            file.persist(path).map_err(|it| it.error)?;
        } else {
            file.persist_noclobber(path).map_err(|it| it.error)?;
        }
        sync_folder(folder)
    };
    write().map_err(StoreError::io(Doing::Replace, path))
}

/// Brings the names of a folder to the disk. Some systems cannot sync a folder; that is no error.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        Err(it)
            if it.kind() == io::ErrorKind::InvalidInput
                || it.kind() == io::ErrorKind::Unsupported =>
        {
            Ok(())
        }
        Err(it) => Err(it),
        Ok(()) => {
            tell(|| Deed::FolderSynced(folder.to_owned()));
            Ok(())
        }
    }
}

/// Brings the content of a file to the disk that another process may have written.
pub(super) fn sync_file(path: &Path) -> io::Result<()> {
    private_options().append(true).open(path)?.sync_data()?;
    tell(|| Deed::Synced(path.to_owned()));
    Ok(())
}

/// Moves a folder to a name that must not exist yet.
pub(super) fn move_folder(from: &Path, to: &Path) -> Result<(), StoreError> {
    let taken = || io::Error::from(io::ErrorKind::AlreadyExists);
    if fs::symlink_metadata(to).is_ok() {
        return Err(StoreError::io(Doing::Move, to)(taken()));
    }
    fs::rename(from, to).map_err(StoreError::io(Doing::Move, from))?;
    for folder in [from.parent(), to.parent()].into_iter().flatten() {
        sync_folder(folder).map_err(StoreError::io(Doing::Sync, folder))?;
    }
    Ok(())
}

/// Gives a file another name beside it, never over an existing one: `name.damaged-1`, `-2`, …
/// Returns the new name.
pub(crate) fn keep_aside(path: &Path, why: &str) -> io::Result<std::path::PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    for n in 1_u32.. {
        let aside = path.with_file_name(format!("{name}.{why}-{n}"));
        if fs::symlink_metadata(&aside).is_err() {
            fs::rename(path, &aside)?;
            tell(|| renamed(path, &aside));
            return Ok(aside);
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

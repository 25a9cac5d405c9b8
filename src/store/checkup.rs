//! Looking over a data folder: what in it is not as it should be. Touches nothing; what can be mended is mended by
//! opening a draft and taking a snapshot, as writing does.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::forget::{files, is_current, is_kept_aside};
use super::lock::{Holder, holder};
use super::record::{Line, lines};
use super::recovery::journals;
use super::{Doing, Home, Journal, Owner, Stop, StoreError, atomic, recover};

/// Something in the data folder that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The folder of the draft it is about; `None` if it is about no draft.
    pub draft: Option<PathBuf>,
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub trouble: Trouble,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A snapshot does not match its checksum.
    DamagedSnapshot,
    /// A journal file ends in half a line, as a crash leaves it.
    Torn,
    /// A journal file has a line that does not match its checksum.
    DamagedJournal,
    /// Records are missing before one of a journal file.
    Gap,
    /// Neither snapshot nor journal gives a draft.
    Empty,
    /// A newer program wrote it, in the format of this number.
    Newer(u32),
    /// The system does not let it be read; why.
    Unreadable(String),
    /// Others than the owner may read or write it; its mode.
    OpenToOthers(u32),
    /// It is a link that leads elsewhere. It is never followed.
    Link,
    /// A file that was never finished.
    Unfinished,
    /// A lock whose owner is gone: whoever opens the draft takes it.
    StaleLock,
    /// A line of a journal file is damaged that the draft does not need: undo and versions end there.
    DamagedHistory,
    /// A file that was damaged and kept, or left to another window.
    KeptAside,
    /// A file that this program did not write.
    Foreign,
    /// A window writes the draft.
    Busy(Owner),
}

impl Trouble {
    /// Tells whether it should be seen to. The others are told, and need nothing done.
    pub fn is_fault(&self) -> bool {
        match self {
            Self::DamagedSnapshot
            | Self::Torn
            | Self::DamagedJournal
            | Self::Gap
            | Self::Empty
            | Self::Newer(_)
            | Self::Unreadable(_)
            | Self::OpenToOthers(_)
            | Self::Link
            | Self::Unfinished => true,
            Self::StaleLock
            | Self::DamagedHistory
            | Self::KeptAside
            | Self::Foreign
            | Self::Busy(_) => false,
        }
    }

    /// Tells whether it is about what the files of a draft hold: a copy is kept before it is mended.
    pub fn is_of_content(&self) -> bool {
        match self {
            Self::DamagedSnapshot
            | Self::Torn
            | Self::DamagedJournal
            | Self::Gap
            | Self::Unfinished => true,
            Self::Empty
            | Self::Newer(_)
            | Self::Unreadable(_)
            | Self::OpenToOthers(_)
            | Self::Link
            | Self::StaleLock
            | Self::DamagedHistory
            | Self::KeptAside
            | Self::Foreign
            | Self::Busy(_) => false,
        }
    }
}

/// What was looked at, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkup {
    /// How many drafts there are.
    pub drafts: usize,
    /// How many deleted ones.
    pub trash: usize,
    /// What was found, in order of paths.
    pub findings: Vec<Finding>,
}

/// The folders of the data folder that hold what was written.
const PRIVATE: &[&str] = &["drafts", "trash", "exports", "editing", "repaired"];

/// Looks the data folder over. Changes nothing.
///
/// # Errors
/// A folder cannot be listed.
pub fn examine(home: &Home) -> Result<Checkup, StoreError> {
    let mut checkup = Checkup::default();
    for name in PRIVATE {
        let folder = home.root().join(name);
        if fs::symlink_metadata(&folder).is_err() {
            continue;
        }
        examine_access(&folder, None, &mut checkup.findings);
        let is_of_drafts = matches!(*name, "drafts" | "trash");
        for path in files(&folder)? {
            let is_folder = fs::symlink_metadata(&path).is_ok_and(|it| it.is_dir());
            match (is_of_drafts, is_folder) {
                (true, true) => {
                    examine_draft(&path, &mut checkup.findings);
                    if *name == "drafts" {
                        checkup.drafts += 1;
                    } else {
                        checkup.trash += 1;
                    }
                }
                (true, false) => {
                    if !examine_access(&path, None, &mut checkup.findings) {
                        add(&mut checkup.findings, None, &path, Trouble::Foreign);
                    }
                }
                (false, _) => examine_tree(&path, &mut checkup.findings),
            }
        }
    }
    Ok(checkup)
}

fn add(findings: &mut Vec<Finding>, draft: Option<&Path>, path: &Path, trouble: Trouble) {
    findings.push(Finding {
        draft: draft.map(Path::to_owned),
        path: path.to_owned(),
        trouble,
    });
}

/// Looks at who may do what with a file or folder. Tells whether that was all there is to say of it.
fn examine_access(path: &Path, draft: Option<&Path>, findings: &mut Vec<Finding>) -> bool {
    match fs::symlink_metadata(path) {
        Ok(it) if it.file_type().is_symlink() => add(findings, draft, path, Trouble::Link),
        Ok(it) => {
            let mode = mode(&it);
            if mode & 0o077 != 0 {
                add(findings, draft, path, Trouble::OpenToOthers(mode));
            }
            return false;
        }
        // It went away meanwhile.
        Err(it) if it.kind() == io::ErrorKind::NotFound => {}
        Err(it) => add(findings, draft, path, Trouble::Unreadable(it.to_string())),
    }
    true
}

#[cfg(unix)]
fn mode(metadata: &fs::Metadata) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o7777
}

/// Elsewhere the folder of the user is private by itself.
#[cfg(not(unix))]
fn mode(_: &fs::Metadata) -> u32 {
    0
}

fn examine_tree(path: &Path, findings: &mut Vec<Finding>) {
    if examine_access(path, None, findings) {
        return;
    }
    for inner in files(path).unwrap_or_default() {
        examine_tree(&inner, findings);
    }
}

fn examine_draft(folder: &Path, findings: &mut Vec<Finding>) {
    if examine_access(folder, Some(folder), findings) {
        return;
    }
    let all = match files(folder) {
        Ok(it) => it,
        Err(error) => return add(findings, Some(folder), folder, unreadable(&error)),
    };
    for file in &all {
        if examine_access(file, Some(folder), findings) {
            continue;
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let trouble = if name.starts_with(atomic::UNFINISHED) {
            Trouble::Unfinished
        } else if is_kept_aside(&name) {
            Trouble::KeptAside
        } else if is_current(&name) || Journal::base_of(&name).is_some() {
            continue;
        } else {
            Trouble::Foreign
        };
        add(findings, Some(folder), file, trouble);
    }
    match holder(folder) {
        Holder::Nobody => {}
        Holder::Gone => add(
            findings,
            Some(folder),
            &folder.join("lock"),
            Trouble::StaleLock,
        ),
        Holder::Window(owner) => add(
            findings,
            Some(folder),
            &folder.join("lock"),
            Trouble::Busy(owner),
        ),
    }
    examine_content(folder, findings);
}

fn examine_content(folder: &Path, findings: &mut Vec<Finding>) {
    let recovered = match recover(folder) {
        Ok(it) => it,
        Err(StoreError::Newer { path, format }) => {
            return add(findings, Some(folder), &path, Trouble::Newer(format));
        }
        Err(StoreError::Io { path, source, .. }) => {
            let trouble = Trouble::Unreadable(source.to_string());
            return add(findings, Some(folder), &path, trouble);
        }
        Err(error) => return add(findings, Some(folder), folder, unreadable(&error)),
    };
    if let Some((path, format)) = &recovered.newer {
        add(findings, Some(folder), path, Trouble::Newer(*format));
    }
    if let Some(path) = &recovered.damaged_snapshot {
        add(findings, Some(folder), path, Trouble::DamagedSnapshot);
    }
    for (path, stop) in &recovered.damaged_journals {
        let trouble = match stop {
            Stop::Torn { .. } => Trouble::Torn,
            Stop::Gap { .. } => Trouble::Gap,
            Stop::Damaged { .. } | Stop::End | Stop::Newer { .. } => Trouble::DamagedJournal,
        };
        add(findings, Some(folder), path, trouble);
    }
    let has_snapshot = !recovered.updated.is_empty();
    if recovered.seq == 0 && !has_snapshot {
        add(findings, Some(folder), folder, Trouble::Empty);
    }
    for (_, path) in journals(folder).unwrap_or_default() {
        let is_told = recovered.damaged_journals.iter().any(|(it, _)| *it == path);
        let bytes = atomic::read(&path).unwrap_or_default();
        // Half a line behind the others is what a crash left: nothing of the past is missing there.
        if !is_told && lines(&bytes).any(|(_, it)| matches!(it, Line::Damaged)) {
            add(findings, Some(folder), &path, Trouble::DamagedHistory);
        }
    }
}

fn unreadable(error: &StoreError) -> Trouble {
    Trouble::Unreadable(error.to_string())
}

/// Takes away the rights of others on a file or folder; a link is left alone.
///
/// # Errors
/// Names it and the system's reason.
pub fn make_private(path: &Path) -> Result<(), StoreError> {
    let make = || -> io::Result<()> {
        let metadata = fs::symlink_metadata(path)?;
        if metadata.file_type().is_symlink() {
            return Ok(());
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = metadata.permissions().mode() & 0o700;
            fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
        }
        Ok(())
    };
    make().map_err(StoreError::io(Doing::Protect, path))
}

/// Keeps a copy of the files of a draft's folder in the data folder, as they are. Returns the folder of the copy.
///
/// # Errors
/// Names what could not be copied and the system's reason.
pub fn keep_copy(home: &Home, folder: &Path) -> Result<PathBuf, StoreError> {
    let id = folder.file_name().unwrap_or_default().to_string_lossy();
    let all = home.root().join("repaired");
    atomic::create_folder(&all)?;
    let mut number = 1_u32;
    let copy = loop {
        let path = all.join(format!("{id}-{number}"));
        match atomic::create_new_folder(&path) {
            Ok(()) => break path,
            Err(it) if it.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(it) => return Err(StoreError::io(Doing::CreateFolder, &path)(it)),
        }
    };
    for file in files(folder)? {
        let name = file.file_name().unwrap_or_default();
        let is_file = fs::symlink_metadata(&file).is_ok_and(|it| it.is_file());
        if is_file && !name.to_string_lossy().starts_with("lock") {
            let bytes = atomic::read(&file).map_err(StoreError::io(Doing::Read, &file))?;
            atomic::create(&copy.join(name), &bytes)?;
        }
    }
    Ok(copy)
}

//! Mending what a look over the data folder found, as far as it can be mended without guessing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::summary;
use crate::store::{
    Checkup, DraftFolder, Home, Opened, Owner, StoreError, Trouble, examine, keep_copy,
    make_private,
};

/// What was mended.
#[derive(Debug, Default)]
pub struct Repair {
    /// What was found before.
    pub before: Checkup,
    /// What is found now.
    pub after: Checkup,
    /// Where the files of mended drafts are kept as they were.
    pub copies: Vec<PathBuf>,
    /// What could not be mended because the system or another window would not let it: where, and why.
    pub refused: Vec<(PathBuf, StoreError)>,
}

/// Looks the data folder over and mends what can be: makes files private, removes what was never finished and locks
/// of the dead, puts damaged files aside and saves the drafts as far as they could be read. A copy of the files of
/// each draft so mended is kept first.
///
/// # Errors
/// The data folder cannot be listed.
pub fn repair(home: &Home, me: &Owner, time: Timestamp) -> Result<Repair, StoreError> {
    let before = examine(home)?;
    let mut repair = Repair::default();
    for finding in &before.findings {
        if let Trouble::OpenToOthers(_) = finding.trouble
            && let Err(error) = make_private(&finding.path)
        {
            repair.refused.push((finding.path.clone(), error));
        }
    }
    for folder in broken(&before) {
        if let Err(error) = mend(home, &folder, me, time, &mut repair.copies) {
            repair.refused.push((folder, error));
        }
    }
    repair.after = examine(home)?;
    repair.before = before;
    Ok(repair)
}

/// The folders of drafts that opening mends.
fn broken(checkup: &Checkup) -> BTreeSet<PathBuf> {
    let all = checkup.findings.iter();
    let cannot: BTreeSet<&PathBuf> = (all.clone())
        .filter(|it| {
            matches!(
                it.trouble,
                // There is nothing to save, or nothing that may be written or is understood.
                Trouble::Empty | Trouble::Newer(_) | Trouble::Busy(_) | Trouble::Unreadable(_)
            )
        })
        .filter_map(|it| it.draft.as_ref())
        .collect();
    let is_mended = |it: &Trouble| it.is_of_content() || matches!(it, Trouble::StaleLock);
    (all.filter(|it| is_mended(&it.trouble)))
        .filter_map(|it| it.draft.as_ref())
        .filter(|it| !cannot.contains(it))
        .cloned()
        .collect()
}

fn mend(
    home: &Home,
    folder: &Path,
    me: &Owner,
    time: Timestamp,
    copies: &mut Vec<PathBuf>,
) -> Result<(), StoreError> {
    let content = examine(home)?.findings;
    let is_broken = |it: &crate::store::Finding| {
        it.draft.as_deref() == Some(folder) && it.trouble.is_of_content()
    };
    let is_broken = content.iter().any(is_broken);
    if is_broken {
        copies.push(keep_copy(home, folder)?);
    }
    // Opening takes the lock over from the dead, sweeps, and puts aside what cannot be used.
    let Opened {
        folder: mut open,
        recovered,
    } = DraftFolder::open(folder, me)?;
    if is_broken {
        let draft = &recovered.draft;
        open.snapshot(
            draft,
            recovered.place,
            summary(draft, recovered.place),
            time,
        )?;
    }
    Ok(())
}

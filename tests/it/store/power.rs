//! The plug is pulled: of what was handed to the system, only what was synced is sure to be there. What was not is
//! there, or half there, or is zeros, or is not, in any mixture; names that were not synced are the old or the new.
//!
//! Whatever is left, the draft opens, and is a state that was seen: the last one that was brought to the disk, or a
//! later one.
//!
//! Noticed: a window that takes a draft over and syncs its own journal file, but not the end of the one before.
#![cfg(debug_assertions)]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests build what a power cut leaves behind the store's back"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pouxi::draft::Draft;
use pouxi::store::witness::{self, Deed};
use pouxi::store::{DraftFolder, Opened};
use proptest::collection::vec;
use proptest::prelude::*;

use super::sitting::{Sitting, Step, steps_without_late_lines};
use super::{files, home, me, moment, open, summary, write};
use crate::algebra::is_same;

/// What the disk does with what was not synced, thrown anew for each power cut.
struct Fate(u64);

impl Fate {
    fn throw(&mut self, n: usize) -> usize {
        // A linear congruential generator: its high bits are good enough to choose by.
        self.0 = (self.0)
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// A file: what is on the disk for sure, and what was done to it since.
#[derive(Clone, Debug, Default)]
struct Blocks {
    synced: Vec<u8>,
    since: Vec<Deed>,
}

impl Blocks {
    /// Returns one of the contents the file may have after a power cut.
    fn after(&self, fate: &mut Fate) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        let all = fate.throw(3) == 0;
        let n_kept = if all {
            self.since.len()
        } else {
            fate.throw(self.since.len() + 1)
        };
        for (n, deed) in self.since.iter().enumerate() {
            let is_kept = n < n_kept || fate.throw(8) == 0;
            match deed {
                Deed::Wrote { at, bytes: new, .. } => {
                    let at = usize::try_from(*at).unwrap();
                    let (new, zeros) = match (is_kept, fate.throw(4)) {
                        (true, _) => (new.as_slice(), 0),
                        // Torn.
                        (false, 0) => (&new[..fate.throw(new.len() + 1)], 0),
                        // The length came to the disk, the content did not.
                        (false, 1) => (&new[..0], new.len()),
                        (false, _) => continue,
                    };
                    let end = at + new.len() + zeros;
                    bytes.resize(bytes.len().max(end), 0);
                    bytes[at..at + new.len()].copy_from_slice(new);
                }
                Deed::Cut { length, .. } if is_kept => {
                    bytes.truncate(usize::try_from(*length).unwrap());
                }
                _ => {}
            }
        }
        bytes
    }
}

/// A folder on a disk that may lose its power.
#[derive(Clone, Debug, Default)]
struct Disk {
    /// Every file that ever was.
    blocks: Vec<Blocks>,
    /// The names as the system has them.
    names: BTreeMap<PathBuf, usize>,
    /// The names on the disk for sure.
    synced_names: BTreeMap<PathBuf, usize>,
    /// What was done to names since then: the file now under a name, or none.
    since: Vec<Vec<(PathBuf, Option<usize>)>>,
}

impl Disk {
    /// Takes a folder as it is, all of it on the disk.
    fn of(folder: &Path) -> Self {
        let mut disk = Self::default();
        for path in files(folder) {
            let synced = fs::read(&path).unwrap();
            disk.names.insert(path, disk.blocks.len());
            disk.blocks.push(Blocks {
                synced,
                since: Vec::new(),
            });
        }
        disk.synced_names = disk.names.clone();
        disk
    }

    fn take(&mut self, deed: &Deed) {
        match deed {
            Deed::Wrote { path, .. } | Deed::Cut { path, .. } => {
                let file = self.file(path);
                self.blocks[file].since.push(deed.clone());
            }
            Deed::Synced(path) => {
                let file = self.file(path);
                let blocks = &mut self.blocks[file];
                for deed in std::mem::take(&mut blocks.since) {
                    match deed {
                        Deed::Wrote { at, bytes, .. } => {
                            let at = usize::try_from(at).unwrap();
                            let end = at + bytes.len();
                            blocks.synced.resize(blocks.synced.len().max(end), 0);
                            blocks.synced[at..end].copy_from_slice(&bytes);
                        }
                        Deed::Cut { length, .. } => {
                            blocks.synced.truncate(usize::try_from(length).unwrap());
                        }
                        _ => {}
                    }
                }
            }
            Deed::FolderSynced(_) => {
                self.synced_names = self.names.clone();
                self.since.clear();
            }
            Deed::Renamed { from, to } => {
                let file = self.names.remove(from).expect("what is renamed is there");
                self.names.insert(to.clone(), file);
                self.since
                    .push(vec![(from.clone(), None), (to.clone(), Some(file))]);
            }
            Deed::Removed(path) => {
                self.names.remove(path).expect("what is removed is there");
                self.since.push(vec![(path.clone(), None)]);
            }
        }
    }

    fn file(&mut self, path: &Path) -> usize {
        if let Some(file) = self.names.get(path) {
            return *file;
        }
        let file = self.blocks.len();
        self.blocks.push(Blocks::default());
        self.names.insert(path.to_owned(), file);
        self.since.push(vec![(path.to_owned(), Some(file))]);
        file
    }

    /// Writes into `to` what may be left of the folder after a power cut.
    fn leave(&self, fate: &mut Fate, to: &Path) {
        let mut names = self.synced_names.clone();
        // Names come to the disk in their order, or each by itself.
        let in_order = fate.throw(2) == 0;
        let n_kept = fate.throw(self.since.len() + 1);
        for (n, changes) in self.since.iter().enumerate() {
            let is_kept = if in_order {
                n < n_kept
            } else {
                fate.throw(2) == 0
            };
            for (name, file) in changes.iter().filter(|_| is_kept) {
                match file {
                    Some(file) => names.insert(name.clone(), *file),
                    None => names.remove(name),
                };
            }
        }
        fs::create_dir(to).unwrap();
        for (name, file) in names {
            let bytes = self.blocks[file].after(fate);
            fs::write(to.join(name.file_name().unwrap()), bytes).unwrap();
        }
    }
}

/// What was sure to be on the disk when so many deeds were done: the number of a record.
type Sure = Vec<(usize, u64)>;

/// Pulls the plug behind every deed, in some ways each, and checks what is left.
fn check_every_cut(
    disk: &Disk,
    deeds: &[Deed],
    sure: &Sure,
    seen: &BTreeMap<u64, Draft>,
    fate: &mut Fate,
    n_ways: usize,
) {
    let (_guard, place) = home();
    fs::create_dir_all(place.root()).unwrap();
    let mut disk = disk.clone();
    for n in 0..=deeds.len() {
        let (_, at_least) = sure.iter().rev().find(|it| it.0 <= n).unwrap();
        for way in 0..n_ways {
            let left = place.root().join(format!("{n}-{way}"));
            disk.leave(fate, &left);
            let Opened { folder, recovered } = DraftFolder::open(&left, &me())
                .unwrap_or_else(|it| panic!("behind deed {n} of {deeds:#?}: {it}"));
            let context = || format!("behind deed {n}, {}", left.display());
            assert!(recovered.seq >= *at_least, "{}", context());
            let state = seen.get(&recovered.seq).expect("a state that was");
            assert!(is_same(&recovered.draft, state), "{}", context());
            drop(folder);
            fs::remove_dir_all(&left).unwrap();
        }
        if let Some(deed) = deeds.get(n) {
            disk.take(deed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_power_cut_costs_what_was_not_synced_and_nothing_else(
        steps in vec((steps_without_late_lines(3), any::<bool>()), 1..5),
        seed in any::<u64>(),
    ) {
        let mut sitting = Sitting::new();
        let disk = Disk::of(&sitting.path);
        witness::begin();
        let mut sure = vec![(0, 0)];
        for (steps, syncs) in &steps {
            for step in steps {
                sitting.take(step);
                if matches!(step, Step::Snapshot) {
                    sure.push((witness::n_deeds(), sitting.seq));
                }
            }
            if *syncs {
                sitting.sync();
                sure.push((witness::n_deeds(), sitting.seq));
            }
        }
        sitting.leave();
        let deeds = witness::end();
        check_every_cut(&disk, &deeds, &sure, &sitting.seen, &mut Fate(seed), 4);
    }
}

/// A journal that grew long is closed; a snapshot and a journal that another program replaced are written anew.
#[test]
fn a_power_cut_while_files_change_places_costs_nothing_that_was_synced() {
    for seed in 0..20 {
        let (_guard, home) = home();
        let path = home.folder(&home.create().unwrap());
        let (mut folder, mut session) = open(&path);
        let mut seen = BTreeMap::from([(0, session.draft().clone())]);
        let disk = Disk::of(&path);
        let mut sure = vec![(0, 0)];
        witness::begin();
        for n in 1..=4_u64 {
            write(&mut folder, &mut session, &"长".repeat(180_000)).unwrap();
            seen.insert(n, session.draft().clone());
            if n % 2 == 0 {
                let draft = session.draft();
                folder
                    .snapshot(draft, None, summary(draft), moment(n))
                    .unwrap();
                sure.push((witness::n_deeds(), n));
            }
        }
        folder.journal().doubt();
        let draft = session.draft().clone();
        (folder.retry(&draft, None, summary(&draft), moment(5))).unwrap();
        write(&mut folder, &mut session, "末").unwrap();
        seen.insert(5, session.draft().clone());
        folder.sync().unwrap();
        sure.push((witness::n_deeds(), 5));
        drop(folder);
        let deeds = witness::end();
        let renames = |it: &&Deed| matches!(it, Deed::Renamed { .. });
        assert!(deeds.iter().filter(renames).count() >= 4, "{deeds:?}");
        check_every_cut(&disk, &deeds, &sure, &seen, &mut Fate(seed), 1);
    }
}

//! An imaginary writer (see `whims`) at a real folder: writes, leaves, comes back, takes over from itself.
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use pouxi::draft::{Draft, Place, Session, Spot};
use pouxi::store::{DraftFolder, Opened, Record, Recovered, StoreError, recover};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use tempfile::TempDir;

use super::{home, journal_line, me, moment, summary, typed};
use crate::algebra::is_same;
use crate::inventory::fields;
use crate::whims::{Whim, Writer, whims};

/// What happens at the desk.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Write(Vec<Whim>),
    /// Notes the caret in some text.
    Note(Index, Index),
    Snapshot,
    /// The program ends and is started again.
    Reopen,
    /// Another window takes the draft over and goes on.
    TakeOver,
    /// As before, and the first one is late with a line.
    TakeOverWithLateLine,
}

pub(super) fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => whims(10).prop_map(Step::Write),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(field, at)| Step::Note(field, at)),
        2 => Just(Step::Snapshot),
        2 => Just(Step::Reopen),
        1 => Just(Step::TakeOver),
        2 => Just(Step::TakeOverWithLateLine),
    ];
    vec(step, 1..most)
}

/// The same without late lines, each of which is a state seen in a window that counts no more.
pub(super) fn steps_without_late_lines(most: usize) -> impl Strategy<Value = Vec<Step>> {
    steps(most).prop_map(|steps| {
        let calm = |it: Step| match it {
            Step::TakeOverWithLateLine => Step::TakeOver,
            other => other,
        };
        steps.into_iter().map(calm).collect()
    })
}

/// A writer, the folder, and every state seen, by the number of the record that made it.
pub(super) struct Sitting {
    _home: TempDir,
    pub(super) path: PathBuf,
    folder: Option<DraftFolder>,
    pub(super) writer: Writer,
    /// The same writer without any disk, to whom coming back is the end of a phrase and nothing else.
    pub(super) live: Writer,
    pub(super) seq: u64,
    pub(super) seen: BTreeMap<u64, Draft>,
    /// Number of the last record in the snapshot.
    pub(super) saved: u64,
    /// Where the caret is, if that is known.
    place: Option<Place>,
}

impl Sitting {
    pub(super) fn new() -> Self {
        let (guard, home) = home();
        let path = home.folder(&home.create().unwrap());
        let Opened { folder, recovered } = DraftFolder::open(&path, &me()).unwrap();
        assert_eq!(recovered.seq, 0);
        Self {
            _home: guard,
            path,
            folder: Some(folder),
            writer: Writer::new(),
            live: Writer::new(),
            seq: 0,
            seen: BTreeMap::from([(0, Draft::default())]),
            saved: 0,
            place: None,
        }
    }

    /// Goes through all steps, and leaves.
    pub(super) fn after(steps: &[Step]) -> Self {
        let mut sitting = Self::new();
        for step in steps {
            sitting.take(step);
        }
        sitting.leave();
        sitting
    }

    pub(super) fn draft(&self) -> &Draft {
        self.writer.session.draft()
    }

    /// Brings everything to the disk.
    pub(super) fn sync(&mut self) {
        self.folder.as_mut().unwrap().sync().unwrap();
    }

    pub(super) fn leave(&mut self) {
        self.folder = None;
    }

    pub(super) fn take(&mut self, step: &Step) {
        match step {
            Step::Write(whims) => whims.iter().for_each(|it| {
                self.follow(it);
            }),
            Step::Note(field, at) => self.note(*field, *at),
            Step::Snapshot => {
                let (draft, time) = (self.writer.session.draft(), moment(self.seq));
                let folder = self.folder.as_mut().unwrap();
                folder
                    .snapshot(draft, self.place, summary(draft), time)
                    .unwrap();
                self.saved = self.seq;
            }
            Step::Reopen => {
                self.leave();
                let opened = DraftFolder::open(&self.path, &me()).unwrap();
                self.come_back(opened);
            }
            Step::TakeOver => {
                let first = self.folder.take();
                let opened = DraftFolder::take_over(&self.path, &me()).unwrap();
                drop(first);
                self.come_back(opened);
            }
            Step::TakeOverWithLateLine => self.take_over_with_late_line(),
        }
    }

    /// Does what the whim asks for, and writes it down. Tells whether a change was made.
    pub(super) fn follow(&mut self, whim: &Whim) -> bool {
        let is_change = self.writer.follow(whim);
        assert_eq!(self.live.follow(whim), is_change);
        assert_eq!(self.live.log.last(), self.writer.log.last());
        if is_change {
            let committed = self.writer.log.last().unwrap();
            let folder = self.folder.as_mut().unwrap();
            folder.append(moment(self.seq), committed).unwrap();
            if let Some((field, caret)) = committed.change().place() {
                let within = self.place.and_then(|it| it.within);
                self.place = Some(Place {
                    spot: Spot::Text(field),
                    caret,
                    within,
                });
            }
            self.remember();
        }
        is_change
    }

    fn note(&mut self, field: Index, at: Index) {
        let all = fields(self.draft());
        let field = *field.get(&all);
        let text = self.draft().text(field).unwrap();
        let mut caret = at.index(text.len() + 1);
        while !text.is_char_boundary(caret) {
            caret -= 1;
        }
        let place = Place {
            spot: Spot::Text(field),
            caret,
            within: None,
        };
        let folder = self.folder.as_mut().unwrap();
        folder.note(moment(self.seq), place).unwrap();
        self.place = Some(place);
        self.remember();
    }

    fn take_over_with_late_line(&mut self) {
        let mut first = self.folder.take().unwrap();
        let mut in_flight = first.journal().handle().unwrap();
        let opened = DraftFolder::take_over(&self.path, &me()).unwrap();
        // The first window was past its check of the lock.
        let mut elsewhere = self.writer.session.clone();
        let late = typed(&mut elsewhere, "迟");
        let record = Record {
            seq: self.seq + 1,
            time: 0,
            change: Some(late.change().clone()),
            joined: false,
            place: None,
            mark: None,
        };
        in_flight.write_all(&journal_line(&record)).unwrap();
        let refused = first.append(moment(self.seq), &late);
        assert!(matches!(refused, Err(StoreError::TakenOver)));
        assert!(!first.is_mine());
        assert!(opened.folder.is_mine());
        drop(first);
        assert!(opened.folder.is_mine());
        self.come_back(opened);
    }

    fn come_back(&mut self, opened: Opened) {
        let Opened { folder, recovered } = opened;
        self.check_whole(&recovered);
        let n_behind = recovered.tail.len() as u64;
        assert_eq!(n_behind, self.seq - self.saved);
        assert!(is_same(recovered.saved(), &self.seen[&self.saved]));
        let stands = |it: &Place| {
            (recovered.draft.text_at(it.spot)).is_some_and(|text| text.is_char_boundary(it.caret))
        };
        assert!(recovered.place.as_ref().is_none_or(stands));
        if self.place.as_ref().is_some_and(stands) {
            assert_eq!(recovered.place, self.place);
        }
        // Fallen back to an older place, it may come back to the newer one when its text does.
        self.place = self.place.filter(|_| self.place == recovered.place);
        self.writer.session = Session::new(recovered.draft);
        self.writer.session.remember(folder.history().unwrap());
        self.live.session.seal();
        self.folder = Some(folder);
    }

    /// Checks that the files gave all that was written.
    pub(super) fn check_whole(&self, recovered: &Recovered) {
        assert_eq!(recovered.seq, self.seq);
        assert!(is_same(&recovered.draft, self.draft()));
        assert_eq!(recovered.damaged_snapshot, None);
        assert_eq!(recovered.damaged_journals, []);
    }

    /// Checks that the files, whatever happened to them, give a state that the writer saw. Returns its number.
    pub(super) fn check_seen(&self, recovered: &Recovered) -> u64 {
        let seen = self.seen.get(&recovered.seq);
        assert!(is_same(
            &recovered.draft,
            seen.expect("no record of that number was written")
        ));
        recovered.seq
    }

    /// Tells whether the writer ever saw this.
    pub(super) fn showed(&self, draft: &Draft) -> bool {
        self.seen.values().any(|it| it.same_content(draft))
    }

    /// Checks what the files give now, as they are.
    pub(super) fn check(&self) -> u64 {
        self.check_seen(&recover(&self.path).unwrap())
    }

    fn remember(&mut self) {
        self.seq += 1;
        self.seen.insert(self.seq, self.draft().clone());
    }
}

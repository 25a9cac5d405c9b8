//! What keeping a change costs, and what finding all changes again costs.
//!
//!     cargo bench --bench journal
//!
//! `append` is measured by the clock on the wall, since the disk is part of it: one letter handed to the kernel, as
//! before each frame; one letter brought to the disk; and twenty letters with one sync behind them, as when a writer
//! pauses. `replay` reads a draft whose journal goes on so many letters behind its snapshot, as after a crash, by the
//! processor's time.

#![cfg_attr(
    not(unix),
    expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")
)]
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark says what went wrong by panicking"
)]

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/processor.rs"]
mod processor;

use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput};
use jiff::Timestamp;
use pouxi::desk;
use pouxi::draft::{Change, ChangeCause, Committed, Edit, Field, Session};
use pouxi::store::{DraftFolder, Home, Owner, recover};
use pouxi::{template, wizard};

use processor::Processor;

/// Letters typed before a pause.
const STROKE: usize = 20;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::new(folder.path().to_owned());
    let mut on_the_wall = Criterion::default()
        .without_plots()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    append(&mut on_the_wall, &home);
    let mut by_the_processor = processor::criterion();
    replay(&mut by_the_processor, &home);
    by_the_processor.final_summary();
}

/// Who types at the end of a text.
struct Typist {
    session: Session,
    field: Field,
}

impl Typist {
    fn letter(&mut self) -> Committed {
        let edit = Edit::Splice {
            field: self.field,
            at: self.session.draft().text(self.field).unwrap().len(),
            removed: String::new(),
            inserted: "学".to_owned(),
        };
        let change = Change {
            cause: ChangeCause::Typing,
            edits: vec![edit],
        };
        self.session.commit(change).unwrap()
    }
}

/// A new draft whose opening is the seed, open for writing.
fn begin(home: &Home) -> (Typist, DraftFolder) {
    let kind = template::find("mzsh-2025").unwrap();
    let mut outline = wizard::outline_of(kind, 2025, Vec::new());
    include_str!("../tests/fixtures/seed.txt").clone_into(&mut outline.sections[0].text);
    let (_, session, folder) =
        desk::create(home, &owner(), outline, ChangeCause::Template, time()).unwrap();
    let field = Field::SectionText(session.draft().sections[0].id);
    (Typist { session, field }, folder)
}

fn append(criterion: &mut Criterion, home: &Home) {
    let mut group = criterion.benchmark_group("append");
    let (mut typist, mut folder) = begin(home);
    group.bench_function("a letter, to the kernel", |it| {
        it.iter_batched(
            || typist.letter(),
            |letter| folder.append(time(), &letter).unwrap(),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("a letter, to the disk", |it| {
        it.iter_batched(
            || typist.letter(),
            |letter| {
                folder.append(time(), &letter).unwrap();
                folder.sync().unwrap();
            },
            BatchSize::SmallInput,
        );
    });
    group.throughput(Throughput::Elements(STROKE as u64));
    group.bench_function("twenty letters, then to the disk", |it| {
        it.iter_batched(
            || -> Vec<Committed> { (0..STROKE).map(|_| typist.letter()).collect() },
            |letters| {
                for letter in letters {
                    folder.append(time(), &letter).unwrap();
                }
                folder.sync().unwrap();
            },
            BatchSize::SmallInput,
        );
    });
    group.finish();
    // What was measured is there.
    let typed = typist.session.draft().text(typist.field).unwrap().len();
    let found = recover(folder.path()).unwrap();
    assert_eq!(found.draft.text(typist.field).unwrap().len(), typed);
}

fn replay(criterion: &mut Criterion<Processor>, home: &Home) {
    let mut group = criterion.benchmark_group("replay");
    for n_records in [10_000_u64, 50_000] {
        let (mut typist, mut folder) = begin(home);
        for _ in 0..n_records {
            folder.append(time(), &typist.letter()).unwrap();
        }
        let path = folder.path().to_owned();
        drop(folder);
        let found = recover(&path).unwrap();
        assert_eq!(found.tail.len() as u64, n_records);
        group.throughput(Throughput::Elements(n_records));
        group.bench_function(format!("{n_records} letters"), |it| {
            it.iter(|| recover(&path).unwrap());
        });
    }
}

fn owner() -> Owner {
    Owner {
        pid: 1,
        ..Owner::default()
    }
}

fn time() -> Timestamp {
    Timestamp::UNIX_EPOCH
}

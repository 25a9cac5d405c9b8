//! What a key costs, from the letter to the bytes for the terminal, at several lengths of the draft.
//!
//!     cargo bench --bench frame
//!
//! Each round types a letter, takes it back, and draws a frame after each: the draft stays as long as it is. Times are
//! those of the processor. The journal is not written (see `journal`); beside the least program, key by key and with
//! p99, the same is measured by `turns`, and by `benches/peers/run` as a whole program.

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
#[path = "shared/prose.rs"]
mod prose;
#[path = "shared/writer.rs"]
mod writer;

use criterion::{BenchmarkId, Throughput};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use pouxi::sitting::msg::Msg;
use pouxi::sitting::update::update;

use writer::{At, Pouxi};

fn main() {
    let mut criterion = processor::criterion();
    let mut group = criterion.benchmark_group("key and frame");
    group.throughput(Throughput::Elements(2));
    for (n_characters, n_paragraphs, at, place) in [
        (0, 1, At::End, "at the end"),
        (5_000, 100, At::End, "at the end"),
        (5_000, 1, At::End, "at the end"),
        (50_000, 100, At::End, "at the end"),
        (50_000, 100, At::Middle, "in the middle"),
        (50_000, 100, At::Front, "at the front"),
        (500_000, 100, At::End, "at the end"),
    ] {
        let mut pouxi = Pouxi::new(n_characters, n_paragraphs, at);
        let backspace = KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE);
        let name = format!("{n_characters} 字, paragraphs: {n_paragraphs}, {place}");
        let before = pouxi.counter.bytes.get();
        group.bench_function(BenchmarkId::from_parameter(name), |it| {
            it.iter(|| {
                update(&mut pouxi.model, Msg::Typed("学".to_owned(), 0));
                pouxi.draw();
                update(&mut pouxi.model, Msg::Key(backspace, 0));
                pouxi.draw();
            });
        });
        let is_measured = pouxi.counter.bytes.get() > before;
        assert!(
            is_measured || std::env::args().len() > 2,
            "nothing was drawn"
        );
    }
    group.finish();
    criterion.final_summary();
}

//! What setting a text in rows costs: anew, and after one letter.
//!
//!     cargo bench --bench layout
//!
//! Times are those of the processor. Texts are prose of the seed in a window of 100 columns.

#![cfg_attr(
    not(unix),
    expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")
)]

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/processor.rs"]
mod processor;
#[path = "shared/prose.rs"]
mod prose;

use criterion::{BenchmarkId, Criterion, Throughput};
use pouxi::typeset::{Ambiguous, Layout, floor_boundary};

use processor::Processor;
use prose::prose;

const COLUMNS: u16 = 96;
const LETTER: &str = "学";

fn main() {
    let mut criterion = processor::criterion();
    anew(&mut criterion);
    after_a_letter(&mut criterion);
    criterion.final_summary();
}

fn anew(criterion: &mut Criterion<Processor>) {
    let mut group = criterion.benchmark_group("layout anew");
    for (n_characters, n_paragraphs) in [(5_000, 100), (5_000, 1), (50_000, 100), (500_000, 100)] {
        let text = prose(n_characters, n_paragraphs);
        group.throughput(Throughput::Bytes(text.len() as u64));
        let name = format!("{n_characters} 字, paragraphs: {n_paragraphs}");
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |it, text| {
            it.iter(|| Layout::new(text, COLUMNS, Ambiguous::Narrow));
        });
    }
}

/// A letter in the middle and, so that the text stays as long as it is, the same letter taken away again.
fn after_a_letter(criterion: &mut Criterion<Processor>) {
    let mut group = criterion.benchmark_group("layout after a letter and without it again");
    for (n_characters, n_paragraphs) in [(5_000, 100), (5_000, 1), (50_000, 100), (500_000, 100)] {
        let text = prose(n_characters, n_paragraphs);
        let at = floor_boundary(&text, text.len() / 2);
        let mut longer = text.clone();
        longer.insert_str(at, LETTER);
        let mut layout = Layout::new(&text, COLUMNS, Ambiguous::Narrow);
        let name = format!("{n_characters} 字, paragraphs: {n_paragraphs}");
        group.bench_function(BenchmarkId::from_parameter(name), |it| {
            it.iter(|| {
                layout.update(&longer, at, 0, LETTER.len());
                layout.update(&text, at, LETTER.len(), 0);
            });
        });
    }
}

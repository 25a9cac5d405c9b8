//! What handing a report out costs: from the draft to the bytes of a file, in every format a report or its ledger has.
//!
//!     cargo bench --bench export
//!
//! Times are those of the processor. The short report is the seed; the long one is the seed with its problems repeated to
//! 1 MB. What the whole program needs for it, beside pandoc, is measured by `benches/peers/docx`.

#![cfg_attr(
    not(unix),
    expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")
)]

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/processor.rs"]
mod processor;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use pouxi::desk;
use pouxi::draft::{ChangeCause, Draft, Session};
use pouxi::export::Parentheses;
use pouxi::import::Line;
use pouxi::import::form::{TemplateChoice, understand};
use pouxi::locale::Lang;
use pouxi::template::built_in;

use processor::Processor;

const SEED: &str = include_str!("../tests/fixtures/seed.txt");
const LONG: usize = 1_000_000;

fn main() {
    let mut criterion = processor::criterion();
    each_format(&mut criterion, "the seed", &draft(1));
    let times = LONG / SEED.len();
    each_format(&mut criterion, "1 MB", &draft(times));
    criterion.final_summary();
}

fn each_format(criterion: &mut Criterion<Processor>, name: &str, draft: &Draft) {
    let mut group = criterion.benchmark_group(format!("export of {name}"));
    let n_bytes = desk::plain_text(draft).len() as u64;
    group.throughput(Throughput::Bytes(n_bytes));
    for format in desk::formats() {
        group.bench_function(BenchmarkId::from_parameter(format), |it| {
            it.iter(|| desk::hand_out(black_box(draft), "id", format, Parentheses::Full));
        });
    }
}

/// Makes a draft of the seed in which every problem stands so many times.
fn draft(times: usize) -> Draft {
    let is_problem =
        |it: &str| "一二三四五六七八九".contains(|n| it.starts_with([n]) && it.contains("是"));
    let mut lines: Vec<Line> = Vec::new();
    for text in SEED.lines() {
        for _ in 0..if is_problem(text) { times } else { 1 } {
            lines.push(Line {
                number: lines.len() + 1,
                text: text.to_owned(),
                ..Line::default()
            });
        }
    }
    let choice = TemplateChoice::Best(built_in().to_vec());
    let outline = understand(&lines, &choice, Lang::Zh).outline;
    let mut session = Session::new(Draft::default());
    let change = outline.into_change(session.draft(), ChangeCause::Import);
    let _committed = session
        .commit(change)
        .expect("an outline fits an empty draft");
    session.draft().clone()
}

//! What reviewing a folder of reports costs, against their number.
//!
//!     cargo bench --bench review
//!
//! Times are those of the processor, all threads together. Whether it stays linear up to 10,000 reports, and in how much
//! memory, takes minutes and is measured once each by `folders`.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark writes and reads files"
)]

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/processor.rs"]
mod processor;
#[path = "shared/reports.rs"]
mod reports;

use std::time::Duration;

use criterion::{BenchmarkId, SamplingMode, Throughput};
use pouxi::check::Words;
use pouxi::desk::batch::{reports_in, review};
use pouxi::desk::kinds::Kinds;
use pouxi::desk::reviewing::Standards;
use pouxi::locale::Lang;

fn main() {
    let mut criterion = processor::criterion();
    let mut group = criterion.benchmark_group("review");
    group
        .sampling_mode(SamplingMode::Flat)
        .sample_size(10)
        .measurement_time(Duration::from_secs(5));
    let standards = Standards {
        lang: Lang::Zh,
        words: Words::built_in(),
        rubric: None,
    };
    for n_reports in [50_u32, 100, 200, 400] {
        let folder = tempfile::tempdir().expect("the system has room for a folder");
        reports::write(folder.path(), 0..n_reports);
        let (reports, _) = reports_in(Lang::Zh, folder.path()).expect("the folder is ours");
        group.throughput(Throughput::Elements(u64::from(n_reports)));
        group.bench_function(BenchmarkId::from_parameter(n_reports), |it| {
            it.iter(|| review(&standards, &Kinds::default(), &reports, &|_| {}));
        });
    }
    group.finish();
    criterion.final_summary();
}

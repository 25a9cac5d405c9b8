//! What reviewing a folder costs: 1,000 to 10,000 reports of 6,000 字, every twentieth with a passage of another.
//!
//!     cargo bench --bench folders
//!
//! The processor's time of all threads counts, so that a busy machine changes little. Read the ratios: time for each
//! report stays the same if it is linear. Memory is the highest the process has needed
//! so far. The reports are written to a temporary folder first (about 180 MB) and are not part of the measurement.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark writes and reads files"
)]
#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/reports.rs"]
mod reports;

use std::fs;

use pouxi::check::Words;
use pouxi::desk::batch::{reports_in, review};
use pouxi::desk::kinds::Kinds;
use pouxi::desk::reviewing::Standards;
use pouxi::locale::Lang;

use clock::now;
use reports::write;

/// Sizes of the folder, the smallest first: memory never falls.
const SIZES: &[u32] = &[1_000, 2_000, 5_000, 10_000];

fn main() {
    let folder = tempfile::tempdir().expect("the system has room for a folder");
    println!("| reports | MB | processor, s | ms a report | ratio | pairs | most memory, MiB |");
    println!("|--:|--:|--:|--:|--:|--:|--:|");
    let mut n_written = 0;
    let mut bytes = 0;
    let mut before: Option<(u32, f64)> = None;
    for &size in SIZES {
        bytes += write(folder.path(), n_written..size);
        n_written = size;
        let (reports, _) = reports_in(Lang::Zh, folder.path()).expect("the folder is ours");
        let standards = Standards {
            lang: Lang::Zh,
            words: Words::built_in(),
            rubric: None,
        };
        let start = now();
        let reviewed = review(&standards, &Kinds::default(), &reports, &|_| {});
        let seconds = now().saturating_sub(start).as_secs_f64();
        assert_eq!(reviewed.rows.len(), reports.len());
        let ratio = before.map_or("-".to_owned(), |(n, it)| {
            format!(
                "{:.2} for {:.1}",
                seconds / it,
                f64::from(size) / f64::from(n)
            )
        });
        println!(
            "| {size} | {} | {seconds:.1} | {:.2} | {ratio} | {} | {} |",
            bytes / 1_000_000,
            seconds * 1000.0 / f64::from(size),
            reviewed.pairs.len(),
            most_memory(),
        );
        before = Some((size, seconds));
    }
}

/// Returns the highest memory the process has needed, in MiB; 0 where the system does not say.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}

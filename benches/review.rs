//! What reviewing a folder costs: 1,000 to 10,000 reports of 6,000 字, every twentieth with a passage of another.
//!
//!     cargo bench --bench review
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

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use pouxi::check::Words;
use pouxi::desk::batch::{reports_in, review};
use pouxi::desk::kinds::Kinds;
use pouxi::desk::reviewing::Standards;
use pouxi::locale::Lang;

use clock::now;

const SEED: &str = include_str!("../tests/fixtures/seed.txt");

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

/// Writes reports. Returns how many bytes they are.
fn write(folder: &Path, numbers: std::ops::Range<u32>) -> usize {
    let mut bytes = 0;
    for number in numbers {
        let text = report(number);
        bytes += text.len();
        fs::write(folder.join(format!("{number:05}.txt")), text).expect("there is room");
    }
    bytes
}

/// Makes a report: the headings of the seed, and sentences of its words in an order of their own.
fn report(number: u32) -> String {
    let own = sentences(number, 100);
    let mut own = own.chunks(10);
    // Some 500 of 6,000 字 are those of the report before.
    let copied = if number % 20 == 19 {
        sentences(number - 1, 10).concat()
    } else {
        String::new()
    };
    let mut next = || own.next().map(<[String]>::concat).unwrap_or_default();
    let mut text = format!("{number}年度个人剖析材料\n{}\n一、存在的主要问题\n", next());
    for (dimension, ordinal) in ["一", "二", "三"].iter().enumerate() {
        let _written = writeln!(text, "（{ordinal}）第{dimension}个方面");
        let _written = writeln!(text, "一是做得不够。{}", next());
        let _written = writeln!(
            text,
            "二是想得不够。{}{}",
            next(),
            if dimension == 0 { &copied } else { "" }
        );
    }
    let _written = writeln!(text, "二、原因剖析\n一是学得不够。{}", next());
    let _written = writeln!(
        text,
        "三、整改措施\n一是多学。{}\n二是多做。{}",
        next(),
        next()
    );
    text
}

/// Makes sentences of 60 字 that no other number gives.
fn sentences(number: u32, n: usize) -> Vec<String> {
    let words: Vec<char> = SEED.chars().filter(|it| it.is_alphabetic()).collect();
    let mut state = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut any = |most: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % most
    };
    let mut sentence = || {
        let mut text = String::new();
        for part in 0..20 {
            let at = any(words.len() - 3);
            text.extend(&words[at..at + 3]);
            if part == 9 {
                text.push('，');
            }
        }
        text + "。"
    };
    (0..n).map(|_| sentence()).collect()
}

/// Returns the highest memory the process has needed, in MiB; 0 where the system does not say.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}

//! What understanding a text costs, in several forms at 1 and 4 MB.
//!
//!     cargo bench --bench import
//!
//! Times are those of the processor; as many bytes a second at 4 MB as at 1 is linear. Behind the times stands the most
//! memory the process has needed so far, the text itself among it.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark asks the system for its memory"
)]
#![expect(clippy::print_stdout, reason = "a benchmark says what it found")]

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/processor.rs"]
mod processor;

use std::fmt::Write as _;
use std::fs;

use criterion::{BatchSize, BenchmarkId, Throughput};
use pouxi::import::Line;
use pouxi::import::form::{TemplateChoice, understand};
use pouxi::locale::Lang;
use pouxi::template::built_in;

const SEED: &str = include_str!("../tests/fixtures/seed.txt");
/// Makes a text of at least so many bytes.
type Make = fn(usize) -> String;

const MB: usize = 1_000_000;

fn main() {
    let forms: [(&str, Make); 6] = [
        ("one report, long paragraphs", long_paragraphs),
        ("many problems", many_problems),
        ("hard wraps", hard_wraps),
        ("no line ends", no_line_ends),
        ("many reports in one", many_reports),
        ("one heading a line", headings),
    ];
    let mut criterion = processor::criterion().sample_size(10);
    for (name, make) in forms {
        let mut group = criterion.benchmark_group(format!("import, {name}"));
        for size in [1, 4] {
            let text = make(size * MB);
            let lines = lines(&text);
            let choice = || TemplateChoice::Best(built_in().to_vec());
            let account = understand(&lines, &choice(), Lang::Zh).account;
            assert_eq!(account.placed + account.unplaced, account.source, "{name}");
            group.throughput(Throughput::Bytes(text.len() as u64));
            let id = BenchmarkId::from_parameter(format!("{size} MB"));
            group.bench_function(id, |it| {
                it.iter_batched(
                    choice,
                    |choice| understand(&lines, &choice, Lang::Zh),
                    BatchSize::PerIteration,
                );
            });
        }
        group.finish();
        println!("most memory so far: {} MB", most_memory());
    }
    criterion.final_summary();
}

fn lines(text: &str) -> Vec<Line> {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(idx, text)| Line {
        number: idx + 1,
        text: text.to_owned(),
        ..Line::default()
    });
    lines.collect()
}

/// The seed, each paragraph as many times as long.
fn long_paragraphs(size: usize) -> String {
    let times = size / SEED.len() + 1;
    let mut text = String::new();
    for line in SEED.lines() {
        text.push_str(line);
        if line.len() > 300 {
            text.push_str(&line.repeat(times));
        }
        text.push('\n');
    }
    text
}

fn many_problems(size: usize) -> String {
    let mut text = "剖析材料\n一、存在的主要问题\n（一）学习方面\n".to_owned();
    let mut number = 0;
    while text.len() < size {
        number = number % 99 + 1;
        let _written = writeln!(
            text,
            "{number}.学习不够深入。平时想得少，如，会上没有发言。办法不多。"
        );
    }
    text
}

fn hard_wraps(size: usize) -> String {
    let words: Vec<char> = SEED
        .replace('\n', "")
        .chars()
        .cycle()
        .take(size / 3)
        .collect();
    let mut text = "剖析材料\n一、存在的主要问题\n".to_owned();
    for row in words.chunks(38) {
        text.extend(row);
        text.push('\n');
    }
    text
}

fn no_line_ends(size: usize) -> String {
    SEED.replace('\n', "").repeat(size / SEED.len() + 1)
}

fn many_reports(size: usize) -> String {
    SEED.repeat(size / SEED.len() + 1)
}

fn headings(size: usize) -> String {
    "一、整改措施\n二、工作\n（一）学习方面\n一是\n".repeat(size / 60 + 1)
}

/// Returns the highest memory the process has needed, in MB; 0 where the system does not say.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1000
}

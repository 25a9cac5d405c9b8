//! What a key costs beside the least program: from the letter to the bytes for the terminal, at several lengths of the
//! draft. What a key costs by itself is `frame`.
//!
//!     cargo bench --bench turns
//!
//! All cases take turns, key by key, so that load on the machine falls on all alike: read the ratios, not the
//! microseconds. A key's time is the least of several rounds, so that p99 is that of the keys and not of the
//! machine's other work. `minimal` is the least ratatui program that shows the end of a text in the same window, on
//! the library's own painter. The journal is not written here; bytes are those for the terminal.
//!
//! The table is printed as it stands in `docs/benchmarks-writing.md`.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark says what went wrong by panicking"
)]

#[path = "shared/prose.rs"]
mod prose;
#[path = "shared/writer.rs"]
mod writer;

use std::time::Instant;

use pouxi::sitting::msg::Msg;
use pouxi::sitting::update::update;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::text::Text;

use writer::{At, Counter, Pouxi, SIZE, screen};

const N_KEYS: usize = 400;
/// Each key is typed so often, every time into a fresh draft, and the least time counts: what else the machine does
/// makes a key slower, never faster.
const N_ROUNDS: usize = 15;
const LETTERS: &[&str] = &["学", "习", "a", "不", "够", "b", "深", "c"];

/// Something that takes a letter and draws it.
trait Program {
    fn key(&mut self, letter: &str);
    fn bytes(&self) -> usize;
}

impl Program for Pouxi {
    fn key(&mut self, letter: &str) {
        update(&mut self.model, Msg::Typed(letter.to_owned(), 0));
        self.draw();
    }

    fn bytes(&self) -> usize {
        self.counter.bytes.get()
    }
}

/// The least: appends to the last row of a window and draws the window.
struct Minimal {
    rows: Vec<String>,
    screen: Terminal<CrosstermBackend<Counter>>,
    counter: Counter,
}

impl Minimal {
    fn new() -> Self {
        let counter = Counter::default();
        let rows = vec![String::new(); usize::from(SIZE.1)];
        Self {
            rows,
            screen: screen(CrosstermBackend::new(counter.clone())),
            counter,
        }
    }
}

impl Program for Minimal {
    fn key(&mut self, letter: &str) {
        if self.rows.last().unwrap().chars().count() > 45 {
            self.rows.remove(0);
            self.rows.push(String::new());
        }
        self.rows.last_mut().unwrap().push_str(letter);
        let text: Text<'_> = self.rows.iter().map(String::as_str).collect();
        let x = u16::try_from(text.lines.last().unwrap().width()).unwrap();
        self.screen
            .draw(|frame| {
                frame.render_widget(text, frame.area());
                frame.set_cursor_position((x, SIZE.1 - 1));
            })
            .unwrap();
    }

    fn bytes(&self) -> usize {
        self.counter.bytes.get()
    }
}

/// The programs, each with its name.
fn cases() -> Vec<(String, Box<dyn Program>)> {
    let mut cases: Vec<(String, Box<dyn Program>)> =
        vec![("minimal".into(), Box::new(Minimal::new()))];
    cases.push(("0".into(), Box::new(Pouxi::new(0, 1, At::End))));
    for (n, number) in [(5_000, "5,000"), (50_000, "50,000"), (500_000, "500,000")] {
        for (n_paragraphs, paragraphs) in [(100, "100 paragraphs"), (1, "one paragraph")] {
            for (at, place) in [
                (At::End, "at the end"),
                (At::Middle, "in the middle"),
                (At::Front, "at the front"),
            ] {
                let name = format!("{number} in {paragraphs}, {place}");
                cases.push((name, Box::new(Pouxi::new(n, n_paragraphs, at))));
            }
        }
    }
    cases
}

/// What a key cost.
#[derive(Clone, Copy)]
struct Cost {
    /// The least of all rounds, in µs.
    time: f64,
    bytes: usize,
}

fn main() {
    let names: Vec<String> = cases().into_iter().map(|(it, _)| it).collect();
    let unknown = Cost {
        time: f64::INFINITY,
        bytes: 0,
    };
    let mut costs = vec![vec![unknown; N_KEYS]; names.len()];
    for _ in 0..N_ROUNDS {
        let mut cases = cases();
        for n in 0..N_KEYS {
            let letter = LETTERS[n % LETTERS.len()];
            for ((_, program), costs) in cases.iter_mut().zip(&mut costs) {
                let before = program.bytes();
                let start = Instant::now();
                program.key(letter);
                let time = start.elapsed().as_secs_f64() * 1e6;
                let cost = &mut costs[n];
                cost.time = cost.time.min(time);
                cost.bytes = program.bytes() - before;
            }
        }
    }
    println!(
        "| characters, caret | p50 µs | p99 µs | p50 to minimal | p99 to minimal | bytes p50 | bytes mean |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut base = (1.0, 1.0);
    for (n, (name, mut costs)) in names.iter().zip(costs).enumerate() {
        costs.sort_by(|a, b| a.time.total_cmp(&b.time));
        let (p50, p99) = (costs[N_KEYS / 2].time, costs[N_KEYS * 99 / 100].time);
        if n == 0 {
            base = (p50, p99);
        }
        costs.sort_by_key(|it| it.bytes);
        let n_bytes: usize = costs.iter().map(|it| it.bytes).sum();
        println!(
            "| {name} | {p50:.0} | {p99:.0} | {:.2} | {:.2} | {} | {} |",
            p50 / base.0,
            p99 / base.1,
            costs[N_KEYS / 2].bytes,
            n_bytes / N_KEYS
        );
    }
}

//! What a key costs: from the letter to the bytes for the terminal, at several lengths of the draft.
//!
//!     cargo bench --bench frame
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

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::Instant;

use pouxi::draft::{ChangeCause, Draft, Outline, Place, Session, Spot};
use pouxi::locale::Lang;
use pouxi::sitting::model::Model;
use pouxi::sitting::msg::{Msg, OpenedDraft};
use pouxi::sitting::update::update;
use pouxi::tui::painter::Painter;
use pouxi::tui::theme::Theme;
use pouxi::tui::view::{Scroll, view};
use pouxi::typeset::floor_boundary;
use pouxi::{template, wizard};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Rect;
use ratatui::text::Text;
use ratatui::{Terminal, TerminalOptions, Viewport};

const SIZE: (u16, u16) = (100, 30);
const N_KEYS: usize = 400;
/// Each key is typed so often, every time into a fresh draft, and the least time counts: what else the machine does
/// makes a key slower, never faster.
const N_ROUNDS: usize = 15;
const LETTERS: &[&str] = &["学", "习", "a", "不", "够", "b", "深", "c"];

/// A terminal that only counts.
#[derive(Clone, Default)]
struct Counter {
    bytes: Rc<Cell<usize>>,
}

impl Write for Counter {
    fn write(&mut self, some: &[u8]) -> io::Result<usize> {
        self.bytes.set(self.bytes.get() + some.len());
        Ok(some.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn screen<B: Backend>(backend: B) -> Terminal<B> {
    let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1));
    Terminal::with_options(backend, TerminalOptions { viewport })
        .unwrap_or_else(|_| panic!("a window of a fixed size asks the terminal nothing"))
}

/// Something that takes a letter and draws it.
trait Program {
    fn key(&mut self, letter: &str);
    fn bytes(&self) -> usize;
}

struct Pouxi {
    model: Model,
    scroll: Scroll,
    screen: Terminal<Painter<Counter>>,
    counter: Counter,
}

/// Where in its text the caret stands.
#[derive(Clone, Copy)]
enum At {
    Front,
    Middle,
    End,
}

impl Pouxi {
    /// A report whose opening holds a text of that many characters.
    fn new(n_characters: usize, n_paragraphs: usize, at: At) -> Self {
        let template = template::find("mzsh-2025").unwrap();
        let mut outline = wizard::outline_of(template, 2025, Vec::new());
        outline.sections.first_mut().unwrap().text = prose(n_characters, n_paragraphs);
        let mut session = Session::new(Draft::default());
        let change = Outline::into_change(outline, session.draft(), ChangeCause::Import);
        let _committed = session.commit(change).unwrap();
        let field = pouxi::draft::Field::SectionText(session.draft().sections.first().unwrap().id);
        let text = session.draft().text(field).unwrap();
        let caret = match at {
            At::Front => 0,
            At::Middle => floor_boundary(text, text.len() / 2),
            At::End => text.len(),
        };
        let place = Some(Place {
            spot: Spot::Text(field),
            caret,
            within: None,
        });
        let id = String::new();
        let opened = OpenedDraft {
            id,
            session,
            place,
            read_only: false,
            found: None,
            remark: None,
            earlier: None,
        };
        let mut model = Model::new(Lang::Zh, SIZE, 2026);
        update(&mut model, Msg::Opened(Box::new(opened)));
        let counter = Counter::default();
        let mut it = Self {
            model,
            scroll: Scroll::default(),
            screen: screen(Painter::new(counter.clone())),
            counter,
        };
        it.draw();
        it
    }

    fn draw(&mut self) {
        let (model, scroll) = (&self.model, &mut self.scroll);
        self.screen
            .draw(|frame| view(model, scroll, Theme::Dark, frame))
            .unwrap();
    }
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

/// Real prose of so many characters, in so many paragraphs of one length.
fn prose(n_characters: usize, n_paragraphs: usize) -> String {
    let report = include_str!("../tests/fixtures/seed.txt");
    let letters = report.chars().filter(|it| !it.is_whitespace()).cycle();
    let each = n_characters.div_ceil(n_paragraphs);
    let mut text = String::new();
    for (n, letter) in letters.take(n_characters).enumerate() {
        if n > 0 && n.is_multiple_of(each) {
            text.push('\n');
        }
        text.push(letter);
    }
    text
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

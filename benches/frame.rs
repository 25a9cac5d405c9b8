//! What a key costs: from the letter to the bytes for the terminal, at several lengths of the draft.
//!
//!     cargo bench --bench frame
//!
//! All cases take turns, key by key, so that load on the machine falls on all alike: read the ratios, not the
//! microseconds. `minimal` is the least ratatui program that shows the end of a text in the same window. The
//! journal is not written here; bytes are those for the terminal.

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
use pouxi::tui::model::Model;
use pouxi::tui::msg::{Msg, OpenedDraft};
use pouxi::tui::theme::Theme;
use pouxi::tui::update::update;
use pouxi::tui::view::{Scroll, view};
use pouxi::{template, wizard};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::text::Text;
use ratatui::{Terminal, TerminalOptions, Viewport};

const SIZE: (u16, u16) = (100, 30);
const N_KEYS: usize = 400;
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

type Screen = Terminal<CrosstermBackend<Counter>>;

fn screen(counter: &Counter) -> Screen {
    let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1));
    Terminal::with_options(
        CrosstermBackend::new(counter.clone()),
        TerminalOptions { viewport },
    )
    .unwrap()
}

/// Something that takes a letter and draws it.
trait Program {
    fn key(&mut self, letter: &str);
    fn bytes(&self) -> usize;
}

struct Pouxi {
    model: Model,
    scroll: Scroll,
    screen: Screen,
    counter: Counter,
}

impl Pouxi {
    /// A report whose opening holds a text of that many characters, the caret at its end or in its middle.
    fn new(n_characters: usize, n_paragraphs: usize, in_the_middle: bool) -> Self {
        let template = template::find("mzsh-2025").unwrap();
        let mut outline = wizard::outline_of(template, 2025, Vec::new());
        outline.sections.first_mut().unwrap().text = prose(n_characters, n_paragraphs);
        let mut session = Session::new(Draft::default());
        let change = Outline::into_change(outline, session.draft(), ChangeCause::Import);
        let _committed = session.commit(change).unwrap();
        let field = pouxi::draft::Field::SectionText(session.draft().sections.first().unwrap().id);
        let length = session.draft().text(field).unwrap().len();
        let caret = if in_the_middle { length / 2 } else { length };
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
        };
        let mut model = Model::new(Lang::Zh, SIZE, 2026);
        update(&mut model, Msg::Opened(Box::new(opened)));
        let counter = Counter::default();
        let mut it = Self {
            model,
            scroll: Scroll::default(),
            screen: screen(&counter),
            counter,
        };
        it.draw();
        it
    }

    fn draw(&mut self) {
        let (model, scroll) = (&self.model, &mut self.scroll);
        self.screen
            .draw(|frame| view(model, scroll, Theme { colours: true }, frame))
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
    screen: Screen,
    counter: Counter,
}

impl Minimal {
    fn new() -> Self {
        let counter = Counter::default();
        let rows = vec![String::new(); usize::from(SIZE.1)];
        Self {
            rows,
            screen: screen(&counter),
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

/// Chinese prose with commas and full stops, in so many paragraphs.
fn prose(n_characters: usize, n_paragraphs: usize) -> String {
    let sentence = "理论学习不够系统深入，往往满足于读原文、记要点；联系实际不紧，用得不好。";
    let letters = sentence.chars().cycle();
    let each = n_characters / n_paragraphs.max(1);
    let mut text = String::new();
    for (n, letter) in letters.take(n_characters).enumerate() {
        if n > 0 && n % each.max(1) == 0 && n / each.max(1) < n_paragraphs {
            text.push('\n');
        }
        text.push(letter);
    }
    text
}

fn main() {
    let mut cases: Vec<(String, Box<dyn Program>)> =
        vec![("minimal".into(), Box::new(Minimal::new()))];
    for n in [0, 5_000, 50_000, 500_000] {
        cases.push((
            format!("{n} in one paragraph, at its end"),
            Box::new(Pouxi::new(n, 1, false)),
        ));
        if n > 0 {
            cases.push((
                format!("{n} in one paragraph, in its middle"),
                Box::new(Pouxi::new(n, 1, true)),
            ));
            cases.push((
                format!("{n} in 100 paragraphs, at the end"),
                Box::new(Pouxi::new(n, 100, false)),
            ));
        }
    }
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); cases.len()];
    let before: Vec<usize> = cases.iter().map(|(_, it)| it.bytes()).collect();
    for n in 0..N_KEYS {
        let letter = LETTERS[n % LETTERS.len()];
        for ((_, program), times) in cases.iter_mut().zip(&mut times) {
            let start = Instant::now();
            program.key(letter);
            times.push(start.elapsed().as_secs_f64() * 1e6);
        }
    }
    println!("| case | p50 µs | p99 µs | ratio to minimal | bytes a key |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    let mut base = 0.0;
    for (n, ((name, program), mut times)) in cases.iter().zip(times).enumerate() {
        times.sort_by(f64::total_cmp);
        let (p50, p99) = (times[times.len() / 2], times[times.len() * 99 / 100]);
        if n == 0 {
            base = p50;
        }
        let bytes = (program.bytes() - before[n]) / N_KEYS;
        println!(
            "| {name} | {p50:.1} | {p99:.1} | {:.2} | {bytes} |",
            p50 / base
        );
    }
}

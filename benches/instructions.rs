//! One thing of a writer's day under a name, to have its instructions counted: no clock, so that other work on the
//! machine changes nothing.
//!
//!     benches/instructions            counts all, and compares with benches/instructions.txt
//!
//! The journal is written as in use, into a folder of its own; what the kernel does is not counted. [`measured`] is
//! where the counting begins and ends.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark says what went wrong by panicking"
)]

use std::ffi::OsString;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use pouxi::clipboard::{self, Os, Surroundings};
use pouxi::desk;
use pouxi::draft::{ChangeCause, Outline};
use pouxi::locale::Lang;
use pouxi::sitting::effect::{Access, Effect};
use pouxi::sitting::model::Model;
use pouxi::sitting::msg::Msg;
use pouxi::sitting::update::update;
use pouxi::sitting::world::World;
use pouxi::store::{Home, Owner};
use pouxi::tui::canvas::Canvas;
use pouxi::tui::decode::{Decoder, Input};
use pouxi::tui::screen::Screen;
use pouxi::tui::theme::Theme;
use pouxi::tui::view::{Scroll, view};
use pouxi::{template, wizard};

const SIZE: (u16, u16) = (100, 30);

/// Ten keys: with the row's end among them, so that a new row is begun.
const KEYS: [&str; 10] = ["学", "习", "a", "不", "够", "b", "深", "c", "入", "，"];

/// The cases: name, characters of the draft, paragraphs.
const CASES: [(&str, usize, usize); 7] = [
    ("ten-keys-0", 0, 1),
    ("ten-keys-50000", 50_000, 250),
    ("ten-keys-500000", 500_000, 2_500),
    ("ten-keys-one-paragraph-5000", 5_000, 1),
    ("paste-20000", 0, 1),
    ("open-50000", 50_000, 250),
    ("open-500000", 500_000, 2_500),
];

/// A terminal that takes everything.
struct Sink;

impl Write for Sink {
    fn write(&mut self, some: &[u8]) -> io::Result<usize> {
        Ok(std::hint::black_box(some).len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Pouxi {
    model: Model,
    world: World,
    scroll: Scroll,
    screen: Screen<Sink>,
    decoder: Decoder,
}

impl Pouxi {
    fn new(home: &Home) -> Self {
        let (sender, _) = mpsc::channel();
        let lifeline = Arc::new(Mutex::new(None));
        let surroundings = Surroundings {
            os: Os::Unix,
            ssh: false,
            wayland: None,
            x11: None,
            tmux: None,
            screen: false,
            terminal: clipboard::Terminal::Absent,
            name: String::new(),
            doubted: Vec::new(),
            path: OsString::new(),
            patience: Duration::ZERO,
        };
        Self {
            model: Model::new(Lang::Zh, SIZE, 2026),
            world: World::new(home.clone(), owner(), surroundings, sender, lifeline),
            scroll: Scroll::default(),
            screen: Screen::new(Sink, SIZE),
            decoder: Decoder::default(),
        }
    }

    fn happen(&mut self, msg: Msg) {
        let mut effects = update(&mut self.model, msg);
        while !effects.is_empty() {
            let effect = effects.remove(0);
            for answer in self.world.perform(effect, &self.model) {
                effects.extend(update(&mut self.model, answer));
            }
        }
    }

    fn open(&mut self, id: &str) {
        let open = Effect::Open(id.to_owned(), Access::Write);
        for answer in self.world.perform(open, &self.model) {
            self.happen(answer);
        }
        self.draw();
    }

    /// What the terminal sent, to the bytes that it is sent.
    fn hear(&mut self, bytes: &[u8]) {
        for input in self.decoder.take(bytes, false) {
            let msg = match input {
                Input::Key(key) => Msg::Key(key, 0),
                Input::Letters(text) => Msg::Typed(text, 0),
                Input::Paste(text) => Msg::Paste(text),
                Input::Mouse(..) => continue,
            };
            if let Some(lost) = self.world.lost_the_draft(&self.model) {
                self.happen(lost);
            }
            self.happen(msg);
        }
        self.draw();
    }

    fn draw(&mut self) {
        let (model, scroll) = (&self.model, &mut self.scroll);
        let draw = |canvas: &mut Canvas| view(model, scroll, Theme::Dark, canvas);
        self.screen.draw(SIZE, draw).unwrap();
    }
}

fn owner() -> Owner {
    Owner {
        pid: 1,
        ..Owner::default()
    }
}

/// Text in paragraphs of whole sentences.
fn prose(n_characters: usize, n_paragraphs: usize) -> String {
    let sentence = "上半年我把主要精力放在项目收尾上，学习计划落实得不够好，有3次没有按时参加。";
    let letters: Vec<char> = sentence.chars().cycle().take(n_characters).collect();
    let each = n_characters.div_ceil(n_paragraphs.max(1)).max(1);
    let paragraphs: Vec<String> = letters.chunks(each).map(|it| it.iter().collect()).collect();
    paragraphs.join("\n")
}

/// Everything between the beginning and the end of this is counted.
#[inline(never)]
fn measured(name: &str, pouxi: &mut Pouxi, id: &str) {
    if name.starts_with("open") {
        pouxi.open(id);
    } else if name.starts_with("paste") {
        let text = prose(20_000, 100);
        pouxi.hear(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    } else {
        for key in KEYS {
            pouxi.hear(key.as_bytes());
        }
    }
}

fn main() {
    // Cargo adds `--bench`.
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|it| !it.starts_with('-'))
        .collect();
    if wanted.is_empty() {
        for (name, ..) in CASES {
            println!("{name}");
        }
        return;
    }
    for (name, n_characters, n_paragraphs) in CASES {
        if !wanted.iter().any(|it| it == name) {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let home = Home::new(folder.path().to_owned());
        let kind = template::find("mzsh-2025").unwrap();
        let mut outline: Outline = wizard::outline_of(kind, 2025, Vec::new());
        outline.sections.first_mut().unwrap().text = prose(n_characters, n_paragraphs);
        let time = "2026-11-25T12:00:00Z".parse().unwrap();
        let (id, _, folder) =
            desk::create(&home, &owner(), outline, ChangeCause::Template, time).unwrap();
        drop(folder);
        let mut pouxi = Pouxi::new(&home);
        if !name.starts_with("open") {
            pouxi.open(&id);
            // The end of the opening, whatever the length of its rows.
            let end = KeyEvent::new(KeyCode::End, KeyModifiers::CONTROL);
            pouxi.happen(Msg::Key(end, 0));
            pouxi.draw();
            pouxi.hear(b"x");
        }
        measured(name, &mut pouxi, &id);
        let work = pouxi.model.work.as_ref().unwrap();
        println!("{name}: {}", desk::characters(work.draft()));
    }
}

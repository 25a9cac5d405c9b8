//! Whether anything takes the square of the length of what it is given: each reader on hostile texts of one length and of
//! four times that length.
//!
//!     cargo bench --bench hostile
//!
//! What is linear takes four times as long, what is quadratic sixteen. Only the processor's time counts, so that a busy
//! machine changes nothing; the least of several rounds is taken, and a ratio above 10 ends the run with an error. Read
//! the ratios, not the times.

#![cfg_attr(
    not(unix),
    expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")
)]
#![expect(clippy::print_stdout, reason = "a benchmark says what it found")]

#[path = "shared/clock.rs"]
mod clock;

use std::time::Duration;

use pouxi::draft::{ChangeCause, Draft, Outline, OutlineSection, Role, Session};
use pouxi::import::answers;
use pouxi::locale::Lang;
use pouxi::paste::{Lines, clean};
use pouxi::settings;
use pouxi::tui::decode::Decoder;
use pouxi::typeset::{self, Ambiguous, Layout};
use pouxi::{desk, find, template};

use clock::now;

/// Bytes of the shorter text.
const SHORT: usize = 200_000;
const ROUNDS: usize = 7;
const LIMIT: f64 = 10.0;

/// A text of about so many bytes.
struct Text {
    name: &'static str,
    piece: &'static str,
}

const TEXTS: &[Text] = &[
    Text {
        name: "one line",
        piece: "一二三四，",
    },
    Text {
        name: "short lines",
        piece: "一二三四，\n",
    },
    Text {
        name: "one cluster",
        piece: "\u{301}",
    },
    Text {
        name: "joiners",
        piece: "👨\u{200D}",
    },
    Text {
        name: "opening brackets",
        piece: "（(",
    },
    Text {
        name: "pinyin never closed",
        piece: "学(xue",
    },
    Text {
        name: "blanks",
        piece: " ",
    },
    Text {
        name: "newlines",
        piece: "\n",
    },
    Text {
        name: "escapes",
        piece: "\u{1b}[31m\u{202e}\0",
    },
    Text {
        name: "quotes",
        piece: "\"“",
    },
    Text {
        name: "letters",
        piece: "ab",
    },
];

type Work = fn(&str) -> usize;

const WORKS: &[(&str, Work)] = &[
    ("tidy a paste", |it| clean(it, Lines::Many).text.len()),
    ("read a paste", |it| {
        let mut decoder = Decoder::default();
        let bytes = [b"\x1b[200~", it.as_bytes(), b"\x1b[201~"].concat();
        bytes
            .chunks(4096)
            .map(|it| decoder.take(it, true).len())
            .sum()
    }),
    ("set in rows", |it| {
        Layout::new(it, 60, Ambiguous::Narrow).rows().count()
    }),
    ("count", |it| typeset::count(it).as_word),
    ("paint", |it| {
        typeset::graphemes(it)
            .map(|(_, it)| typeset::glyph(it).len())
            .sum()
    }),
    ("read as an answer file", |it| {
        answers::read(it.as_bytes()).map_or_else(|it| it.len(), |_| 0)
    }),
    ("read as an answer", |it| {
        let json = format!(
            "{{\"opening\":{}}}",
            serde_json::to_string(it).unwrap_or_default()
        );
        answers::read(json.as_bytes()).map_or_else(|it| it.len(), |_| 0)
    }),
    ("read as a template", |it| {
        template::check(it).map_or_else(|it| it.len(), |_| 0)
    }),
    ("read as settings", |it| settings::read(it).errors.len()),
    ("edit and print", |it| {
        let opening = OutlineSection {
            role: Role::Opening,
            title: String::new(),
            text: it.to_owned(),
            not_written: None,
        };
        let outline = Outline {
            sections: vec![opening],
            ..Outline::default()
        };
        let mut session = Session::new(Draft::default());
        let change = outline.into_change(session.draft(), ChangeCause::Import);
        let _committed = session.commit(change);
        let draft = session.draft();
        let file = desk::editing::to_text(Lang::Zh, draft);
        let read = desk::editing::from_text(Lang::Zh, draft, &file);
        desk::plain_text(draft).len() + usize::from(read.is_ok()) + find::find(draft, "ab").len()
    }),
];

fn time(work: Work, text: &str) -> Duration {
    let once = || {
        let began = now();
        std::hint::black_box(work(std::hint::black_box(text)));
        now().saturating_sub(began)
    };
    (0..ROUNDS).map(|_| once()).min().unwrap_or_default()
}

fn main() {
    let mut worst: f64 = 0.0;
    println!("| what is done | text | {SHORT} bytes | ratio at 4 times that |\n|---|---|---|---|");
    for (name, work) in WORKS {
        for text in TEXTS {
            let n = SHORT / text.piece.len();
            let (short, long) = (text.piece.repeat(n), text.piece.repeat(4 * n));
            let (a, b) = (time(*work, &short), time(*work, &long));
            // What takes less than this is measured by noise alone.
            let floor = Duration::from_micros(200);
            let ratio = b.max(floor).as_secs_f64() / a.max(floor).as_secs_f64();
            println!("| {name} | {} | {a:.1?} | {ratio:.1} |", text.name);
            worst = worst.max(ratio);
        }
    }
    println!("\nThe worst ratio is {worst:.1}; 4 is linear, 16 quadratic.");
    assert!(worst < LIMIT, "something takes the square of the length");
}

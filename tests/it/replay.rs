//! The writing screen against a terminal that is not ours: after every key, what a vt100 shows and where its cursor
//! stands is what the model holds, at every width from 4 to 120.
//!
//! The terminal gets exactly the bytes that ours gets: a wrong diff, a width that ratatui and `typeset` see
//! differently, or a cursor off by one shows here. Emoji joined by ZWJ are left out: vt100 measures their parts.

use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZero;
use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use pouxi::draft::{ChangeCause, Draft, Field, Outline, Place, Session, Spot};
use pouxi::locale::Lang;
use pouxi::sitting::model::Model;
use pouxi::sitting::msg::{Gesture, Msg, OpenedDraft, Pointed};
use pouxi::sitting::plan::plan;
use pouxi::sitting::update::update;
use pouxi::tui::canvas::Canvas;
use pouxi::tui::screen::Screen;
use pouxi::tui::theme::Theme;
use pouxi::tui::view::{Scroll, view};
use pouxi::typeset::{Ambiguous, Layout};
use pouxi::{template, wizard};
use proptest::prelude::*;

/// The line to the other terminal.
#[derive(Clone, Default)]
struct Line(Rc<RefCell<Vec<u8>>>);

impl Write for Line {
    fn write(&mut self, some: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(some);
        Ok(some.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A writer in front of a terminal of some size.
struct Desk {
    model: Model,
    scroll: Scroll,
    screen: Screen<Line>,
    line: Line,
    other: vt100::Parser,
    field: Field,
    time: u64,
}

impl Desk {
    fn new(size: (u16, u16)) -> Self {
        let template = template::find("mzsh-2025").unwrap();
        let outline = wizard::outline_of(template, 2025, Vec::new());
        let mut session = Session::new(Draft::default());
        let change = Outline::into_change(outline, session.draft(), ChangeCause::Template);
        let _committed = session.commit(change).unwrap();
        let field = Field::SectionText(session.draft().sections.first().unwrap().id);
        let place = Some(Place {
            spot: Spot::Text(field),
            caret: 0,
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
        let mut model = Model::new(Lang::Zh, size, 2026);
        update(&mut model, Msg::Opened(Box::new(opened)));
        let line = Line::default();
        let screen = Screen::new(line.clone(), size);
        let other = vt100::Parser::new(
            NonZero::new(size.1).unwrap(),
            NonZero::new(size.0).unwrap(),
            0,
        );
        let mut desk = Self {
            model,
            scroll: Scroll::default(),
            screen,
            line,
            other,
            field,
            time: 0,
        };
        desk.draw();
        desk
    }

    fn draw(&mut self) {
        let (model, scroll) = (&self.model, &mut self.scroll);
        let draw = |canvas: &mut Canvas| view(model, scroll, Theme::Dark, canvas);
        self.screen.draw(model.size, draw).unwrap();
        let bytes = std::mem::take(&mut *self.line.0.borrow_mut());
        self.other.process(&bytes);
    }

    fn key(&mut self, key: &Key) {
        self.time += 1000;
        let press = |code| Msg::Key(KeyEvent::new(code, KeyModifiers::NONE), self.time);
        let msg = match key {
            Key::Type(text) => Msg::Typed(text.clone(), self.time),
            Key::Paste(text) => Msg::Paste(text.clone()),
            Key::Press(code) => press(*code),
        };
        update(&mut self.model, msg);
        self.draw();
    }

    fn resize(&mut self, size: (u16, u16)) {
        if size == self.model.size {
            return;
        }
        update(&mut self.model, Msg::Resize(size.0, size.1));
        let (rows, columns) = (NonZero::new(size.1), NonZero::new(size.0));
        self.other = vt100::Parser::new(rows.unwrap(), columns.unwrap(), 0);
        self.draw();
    }

    /// Returns a terminal that gets the frame of now, and got nothing before.
    fn whole_frame(&mut self) -> vt100::Parser {
        let (size, line) = (self.model.size, Line::default());
        let (model, scroll) = (&self.model, &mut self.scroll);
        let draw = |canvas: &mut Canvas| view(model, scroll, Theme::Dark, canvas);
        Screen::new(line.clone(), size).draw(size, draw).unwrap();
        let (rows, columns) = (NonZero::new(size.1), NonZero::new(size.0));
        let mut terminal = vt100::Parser::new(rows.unwrap(), columns.unwrap(), 0);
        terminal.process(&line.0.take());
        terminal
    }

    /// Compares the other terminal with the model.
    fn check(&self) {
        let work = self.model.work.as_ref().unwrap();
        assert_eq!(
            work.spot(),
            Some(Spot::Text(self.field)),
            "the caret stays in its text"
        );
        let text = work.draft().text(self.field).unwrap();
        let plan = plan(self.model.size);
        let layout = Layout::new(text, plan.columns, Ambiguous::Narrow);
        let caret = layout.caret(text, work.writer.caret);
        let screen = self.other.screen();
        assert!(!screen.hide_cursor(), "the cursor is shown");
        let left = plan.body.x + plan.indent;
        let (cursor_y, cursor_x) = screen.cursor_position();
        // Of a long text only the rows around the caret are set, and numbered from anywhere.
        let sheet = work.writer.sheet.layout();
        let first = sheet.numbers().start;
        let n_before = layout.row_of(sheet.row(first).start);
        let pointed_at = |y| match self.scroll.pointed_at(left, y) {
            Some(Pointed::Text { row, column }) => Some(Pointed::Text {
                row: row - first + n_before,
                column,
            }),
            other => other,
        };
        let here = pointed_at(cursor_y);
        assert_eq!(
            here,
            Some(Pointed::Text {
                row: caret.row,
                column: 0
            }),
            "the cursor's row is the caret's"
        );
        assert_eq!(
            usize::from(cursor_x - left),
            caret.column,
            "the cursor's column is the caret's"
        );
        for y in 0..self.model.size.1 {
            let Some(Pointed::Text { row, .. }) = pointed_at(y) else {
                continue;
            };
            let wanted = if row < layout.n_rows() {
                text.get(layout.row(row).start..layout.row(row).end)
                    .unwrap()
            } else {
                ""
            };
            let shown = screen.contents_between(y, left, y, left + plan.columns);
            assert_eq!(shown.trim_end(), wanted.trim_end(), "row {row} of {text:?}");
        }
    }
}

#[derive(Clone, Debug)]
enum Key {
    Type(String),
    Paste(String),
    Press(KeyCode),
}

fn keys() -> impl Strategy<Value = Vec<Key>> {
    prop::collection::vec(one_key(), 1..40)
}

fn one_key() -> impl Strategy<Value = Key> {
    let typed = "[学习，。“”（）《》—…、：a-f0-9 é𠮷·①]{1,3}".prop_map(Key::Type);
    let pasted = "[学习抓得不紧，。“”（）—…a-c \n]{0,60}".prop_map(Key::Paste);
    let pressed = prop::sample::select(vec![
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::PageUp,
    ])
    .prop_map(Key::Press);
    prop_oneof![6 => typed, 1 => pasted, 4 => pressed]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Random keys at a random size.
    #[test]
    fn another_terminal_shows_what_the_model_holds(
        keys in keys(),
        width in 4..=120_u16,
        height in 3..=40_u16,
    ) {
        let mut desk = Desk::new((width, height));
        for key in &keys {
            desk.key(key);
            desk.check();
        }
    }
}

/// Returns every cell of a terminal, with its looks; a cell never written to is a blank.
fn cells(terminal: &vt100::Parser) -> Vec<String> {
    let screen = terminal.screen();
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let cell = |y, x| {
        let it = screen.cell(y, x).unwrap();
        let sign = if it.has_contents() || it.is_wide_continuation() {
            it.contents()
        } else {
            " "
        };
        // Of a blank, the colour and weight of letters are not seen.
        let letters = (sign != " ").then(|| (it.bold(), it.fgcolor()));
        format!("{sign} {:?}", (letters, it.inverse(), it.bgcolor()))
    };
    (0..rows)
        .flat_map(|y| (0..columns).map(move |x| cell(y, x)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// A terminal that was told only what changed shows what one shows that is told a whole frame, on any screen.
    #[test]
    fn changes_lead_to_where_a_whole_frame_leads(
        keys in prop::collection::vec(prop_oneof![3 => one_key(), 2 => elsewhere()], 1..30),
        sizes in prop::collection::vec((4..=120_u16, 3..=40_u16), 1..3),
    ) {
        let mut desk = Desk::new(sizes[0]);
        for (n, key) in keys.iter().enumerate() {
            desk.key(key);
            if n == 9 {
                desk.resize(*sizes.last().unwrap());
            }
            prop_assert_eq!(cells(&desk.other), cells(&desk.whole_frame()), "after {:?}", key);
        }
    }
}

/// The buttons move by one cell: of the one that had the focus, half a wide sign must not stay reversed.
#[test]
fn half_a_reversed_sign_does_not_stay() {
    let mut desk = Desk::new((20, 5));
    desk.key(&Key::Type("，".into()));
    for code in [KeyCode::Tab, KeyCode::Right, KeyCode::Tab, KeyCode::Esc] {
        desk.key(&Key::Press(code));
        assert_eq!(cells(&desk.other), cells(&desk.whole_frame()));
    }
}

/// Keys that lead to other questions, to lists and back.
fn elsewhere() -> impl Strategy<Value = Key> {
    let codes = vec![
        KeyCode::Tab,
        KeyCode::Esc,
        KeyCode::Enter,
        KeyCode::Down,
        KeyCode::F(1),
    ];
    prop_oneof![
        3 => prop::sample::select(codes).prop_map(Key::Press),
        1 => "[1-9]".prop_map(Key::Type),
    ]
}

/// The same report at every width: typed, walked through, erased in the middle.
#[test]
fn every_width_from_4_to_120() {
    let seed = include_str!("../fixtures/seed.txt");
    let opening: String = seed.lines().nth(4).unwrap().chars().take(36).collect();
    for width in 4..=120 {
        let mut desk = Desk::new((width, 24));
        for letter in opening.chars() {
            desk.key(&Key::Type(letter.into()));
            desk.check();
        }
        for code in [
            KeyCode::Up,
            KeyCode::Home,
            KeyCode::Delete,
            KeyCode::Down,
            KeyCode::Left,
            KeyCode::Backspace,
        ] {
            desk.key(&Key::Press(code));
            desk.check();
        }
    }
}

/// 200,000 字 with the line ends of Word arrive at once, are shown, and go again.
#[test]
fn a_paste_of_200_000_characters_comes_and_goes() {
    let seed = include_str!("../fixtures/seed.txt");
    let text: String = seed.repeat(32).replace('\n', "\r\n");
    let mut desk = Desk::new((80, 24));
    desk.key(&Key::Paste(text.clone()));
    desk.check();
    let work = desk.model.work.as_ref().unwrap();
    let pasted = work.draft().text(desk.field).unwrap();
    let marks = |it: &str| pouxi::typeset::count(it).marks;
    assert!(marks(pasted) > 200_000);
    assert_eq!(marks(pasted), marks(&text));
    assert!(!pasted.contains('\r'));
    // Line ends are no tidying: the paste is one step.
    let undo = KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL);
    update(&mut desk.model, Msg::Key(undo, desk.time + 1000));
    desk.draw();
    desk.check();
    assert_eq!(
        desk.model.work.as_ref().unwrap().draft().text(desk.field),
        Some("")
    );
}

/// The mouse puts the caret, drags a selection and turns the wheel, once it is switched on and not before.
#[test]
fn the_mouse_points_and_selects_where_it_is_on() {
    let mut desk = Desk::new((80, 24));
    desk.key(&Key::Type("理论学习不够，抓得不紧。".into()));
    let at = |column| Pointed::Text { row: 0, column };
    update(&mut desk.model, Msg::Pointed(at(4), Gesture::Press));
    assert_eq!(
        desk.model.work.as_ref().unwrap().writer.caret,
        "理论学习不够，抓得不紧。".len()
    );
    desk.model.mouse = true;
    update(&mut desk.model, Msg::Pointed(at(4), Gesture::Press));
    assert_eq!(desk.model.work.as_ref().unwrap().writer.caret, "理论".len());
    update(&mut desk.model, Msg::Pointed(at(8), Gesture::Drag));
    assert_eq!(
        desk.model.work.as_ref().unwrap().selected_text(),
        Some("学习")
    );
    desk.draw();
    desk.check();
    update(
        &mut desk.model,
        Msg::Pointed(Pointed::Nothing, Gesture::WheelDown),
    );
    assert_eq!(desk.model.work.as_ref().unwrap().selected_text(), None);
    // What was drawn is what is pointed at: the buttons stand in their row.
    let buttons = (0..24).find_map(|y| match desk.scroll.pointed_at(4, y) {
        Some(Pointed::Button(n)) => Some(n),
        _ => None,
    });
    assert_eq!(buttons, Some(0));
}

/// Where the notice sets a range, the header counts against it.
#[test]
fn the_length_is_shown_against_the_range_of_the_notice() {
    let mut desk = Desk::new((100, 24));
    let mut template = template::find("mzsh-2025").unwrap().clone();
    template.length = Some(template::Length {
        min: Some(2500),
        max: Some(3500),
    });
    desk.model.work.as_mut().unwrap().template = Box::leak(Box::new(template));
    desk.key(&Key::Type("学".into()));
    assert!(
        desk.other.screen().contents().contains("/2,500-3,500字"),
        "{}",
        desk.other.screen().contents()
    );
}

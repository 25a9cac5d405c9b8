//! The writing field with its draft, drawn on a terminal that only counts. The journal is not written.

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;

use pouxi::draft::{ChangeCause, Draft, Outline, Place, Session, Spot};
use pouxi::locale::Lang;
use pouxi::sitting::model::Model;
use pouxi::sitting::msg::{Msg, OpenedDraft};
use pouxi::sitting::update::update;
use pouxi::tui::canvas::Canvas;
use pouxi::tui::screen::Screen;
use pouxi::tui::theme::Theme;
use pouxi::tui::view::{Scroll, view};
use pouxi::typeset::floor_boundary;
use pouxi::{template, wizard};

use crate::prose::prose;

/// The window: columns and rows.
pub(crate) const SIZE: (u16, u16) = (100, 30);

/// A terminal that only counts.
#[derive(Clone, Default)]
pub(crate) struct Counter {
    pub(crate) bytes: Rc<Cell<usize>>,
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

pub(crate) struct Pouxi {
    pub(crate) model: Model,
    scroll: Scroll,
    screen: Screen<Counter>,
    pub(crate) counter: Counter,
}

/// Where in its text the caret stands.
#[derive(Clone, Copy)]
pub(crate) enum At {
    Front,
    Middle,
    End,
}

impl Pouxi {
    /// A report whose opening holds a text of that many characters.
    pub(crate) fn new(n_characters: usize, n_paragraphs: usize, at: At) -> Self {
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
            screen: Screen::new(counter.clone(), SIZE),
            counter,
        };
        it.draw();
        it
    }

    pub(crate) fn draw(&mut self) {
        let (model, scroll) = (&self.model, &mut self.scroll);
        let draw = |canvas: &mut Canvas| view(model, scroll, Theme::Dark, canvas);
        self.screen.draw(SIZE, draw).unwrap();
    }
}

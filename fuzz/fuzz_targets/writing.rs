//! Layout, caret and editing under any keys whatever.
//!
//!     fuzz/run 60 writing
//!
//! The bytes are a size and then keys: letters of many scripts, motions,
//! deletions, pastes, undo. After each the caret is on a boundary of its text, the rows are those of a fresh
//! layout, no row is wider than its field, and the rows joined are the text.

#![no_main]

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use libfuzzer_sys::fuzz_target;
use pouxi::draft::{ChangeCause, Draft, Field, Outline, Place, Session, Spot};
use pouxi::locale::Lang;
use pouxi::sitting::model::Model;
use pouxi::sitting::msg::{Msg, OpenedDraft};
use pouxi::sitting::plan::plan;
use pouxi::sitting::update::update;
use pouxi::typeset::{Ambiguous, Layout, floor_boundary};
use pouxi::{template, wizard};

const LETTERS: &[&str] = &[
    "学", "，", "。", "“", "”", "（", "）", "—", "…", "a", "1", " ", "é", "\u{301}", "👨\u{200D}👩", "𠮷", "️", "·",
    "\u{200B}", "\u{202E}", "\u{1b}", "한", "ا",
];

const KEYS: &[(KeyCode, KeyModifiers)] = &[
    (KeyCode::Left, KeyModifiers::NONE),
    (KeyCode::Right, KeyModifiers::SHIFT),
    (KeyCode::Up, KeyModifiers::NONE),
    (KeyCode::Down, KeyModifiers::SHIFT),
    (KeyCode::Home, KeyModifiers::NONE),
    (KeyCode::End, KeyModifiers::NONE),
    (KeyCode::Left, KeyModifiers::CONTROL),
    (KeyCode::Right, KeyModifiers::ALT),
    (KeyCode::Backspace, KeyModifiers::NONE),
    (KeyCode::Delete, KeyModifiers::NONE),
    (KeyCode::Char('w'), KeyModifiers::CONTROL),
    (KeyCode::Char('u'), KeyModifiers::CONTROL),
    (KeyCode::Char('k'), KeyModifiers::CONTROL),
    (KeyCode::Char('x'), KeyModifiers::CONTROL),
    (KeyCode::Char('v'), KeyModifiers::CONTROL),
    (KeyCode::Char('z'), KeyModifiers::CONTROL),
    (KeyCode::Char('y'), KeyModifiers::CONTROL),
    (KeyCode::Char('j'), KeyModifiers::CONTROL),
];

fn desk(size: (u16, u16)) -> (Model, Field) {
    let template = template::find("mzsh-2025").expect("built in");
    let mut made = Session::new(Draft::default());
    let outline = wizard::outline_of(template, 2025, Vec::new());
    let change = Outline::into_change(outline, made.draft(), ChangeCause::Template);
    let _committed = made.commit(change).expect("fits an empty draft");
    // Opened as from the disk: making the report is no step that undo could take back.
    let session = Session::new(made.draft().clone());
    let field = Field::SectionText(session.draft().sections[0].id);
    let place = Some(Place { spot: Spot::Text(field), caret: 0, within: None });
    let opened = OpenedDraft { id: String::new(), session, place, read_only: false, found: None, remark: None, earlier: None };
    let mut model = Model::new(Lang::Zh, size, 2026);
    update(&mut model, Msg::Opened(Box::new(opened)));
    (model, field)
}

fn check(model: &Model, field: Field) {
    let work = model.work.as_ref().expect("a draft is open");
    let text = work.draft().text(field).expect("its opening is there");
    if work.spot() != Some(Spot::Text(field)) {
        return;
    }
    assert_eq!(floor_boundary(text, work.writer.caret), work.writer.caret, "the caret is on a boundary");
    let columns = plan(model.size).columns;
    let fresh = Layout::new(text, columns, Ambiguous::Narrow);
    assert!(work.writer.sheet.layout().rows().eq(fresh.rows()), "the rows are those of a fresh layout");
    let joined: String = fresh.rows().map(|it| &text[it.start..it.end]).collect();
    assert_eq!(joined, text.replace('\n', ""), "the rows joined are the text");
    assert!(columns < 4 || fresh.rows().all(|it| it.cells <= usize::from(columns)), "no row is wider than its field");
}

fuzz_target!(|bytes: &[u8]| {
    let [width, height, keys @ ..] = bytes else { return };
    let (mut model, field) = desk((u16::from(*width % 120) + 1, u16::from(*height % 40) + 1));
    for (n, key) in keys.iter().take(400).enumerate() {
        let time = 1000 * n as u64;
        let key = usize::from(*key);
        let msg = if key < 160 {
            Msg::Typed(LETTERS[key % LETTERS.len()].to_owned(), time)
        } else if key < 240 {
            let (code, modifiers) = KEYS[key % KEYS.len()];
            Msg::Key(KeyEvent::new(code, modifiers), time)
        } else if key < 250 {
            Msg::Paste(LETTERS.concat().repeat(key - 239))
        } else {
            Msg::Resize(u16::try_from(key % 100 + 1).unwrap_or(1), 24)
        };
        update(&mut model, msg);
        check(&model, field);
    }
});

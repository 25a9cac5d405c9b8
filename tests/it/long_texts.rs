//! Of a long text only the rows around the caret are set, and nothing on the screen tells it from one that is set
//! whole. What is shown is compared with all rows of the text, and with how a text that is set whole is scrolled.

use pouxi::draft::{Field, Outline, Spot};
use pouxi::typeset::{Layout, is_plain};
use proptest::prelude::*;
use proptest::sample::select;

use crate::reports::seed;
use crate::stage::{Stage, text_of};

/// A text too long to be set whole, with the paragraphs of the seed, empty ones, and signs that are not plain.
fn long_text() -> String {
    let text = seed().sections[0].text.clone() + "\n\n①查摆👨‍👩‍👧，Type—A 是 2035 年\r\n";
    assert!(!is_plain(&text));
    text.repeat((40 << 10) / text.len() + 1)
}

/// A window on a long text, and how the text would be scrolled if all its rows were set.
struct Reader {
    stage: Stage,
    /// The text.
    spot: Spot,
    top: usize,
}

impl Reader {
    fn new(caret: usize, (columns, rows): (u16, u16)) -> Self {
        let text = long_text();
        let caret = pouxi::typeset::floor_boundary(&text, caret.min(text.len()));
        let mut outline = Outline {
            title: "长文".to_owned(),
            ..seed()
        };
        outline.sections[0].text = text;
        let mut stage = Stage::writing(outline);
        let opening = stage.draft().sections[0].id;
        let spot = Spot::Text(Field::SectionText(opening));
        let mut stage = {
            stage.model.size = (columns, rows);
            let work = stage.model.work.as_mut().unwrap();
            work.go_to(spot);
            work.writer.caret = caret;
            pouxi::sitting::update::resize(&mut stage.model);
            stage
        };
        let _first = stage.draw();
        let mut reader = Self {
            stage,
            spot,
            top: 0,
        };
        reader.follow();
        reader
    }

    /// Presses keys one by one, each drawn and compared.
    fn press(&mut self, keys: &str, n: usize) {
        for _ in 0..n {
            self.stage.press(keys);
            if self.has_left() {
                return;
            }
            self.follow();
        }
    }

    /// Tells whether the caret is in the text no more: a second Enter at its end goes to the next question.
    fn has_left(&self) -> bool {
        self.stage.model.screen != pouxi::sitting::model::Screen::Write
            || self.stage.work().spot() != Some(self.spot)
    }

    #[track_caller]
    fn follow(&mut self) {
        let (cells, cursor) = self.stage.draw();
        let model = &self.stage.model;
        let work = model.work.as_ref().unwrap();
        let columns = pouxi::sitting::plan::plan(model.size).columns;
        let whole = Layout::new(work.text(), columns, model.ambiguous);
        let caret = whole.caret(work.text(), work.writer.caret);
        let rows = self.stage.rows_of_text();
        let highest = (caret.row + 1).saturating_sub(rows.len());
        self.top = self.top.min(caret.row).max(highest);
        self.top = self.top.min(whole.n_rows().saturating_sub(rows.len()));
        let (_, y) = cursor.expect("a text has the cursor");
        assert_eq!(
            usize::from(y - rows[0]),
            caret.row - self.top,
            "row {} of {}",
            caret.row,
            whole.n_rows()
        );
        let screen = text_of(&cells, None);
        let lines: Vec<&str> = screen.lines().collect();
        for (number, y) in (self.top..whole.n_rows()).zip(rows) {
            let row = whole.row(number);
            let words = work.text().get(row.start..row.end).unwrap();
            let drawn = lines.get(usize::from(y)).copied().unwrap_or_default();
            assert_eq!(drawn.trim(), words.trim(), "row {number}");
        }
    }
}

#[test]
fn a_long_text_is_shown_as_if_all_its_rows_were_set() {
    for size in [(80, 24), (30, 9)] {
        let mut reader = Reader::new(usize::MAX, size);
        let n_rows = usize::from(size.1);
        for (keys, n) in [
            ("<up>", n_rows + 9),
            ("<pgup>", 4),
            ("<down>", n_rows + 1),
            ("<c-home>", 1),
            ("<down>", n_rows + 3),
            ("<pgdn>", 6),
            ("<pgup>", 6),
            ("<c-end>", 1),
            ("学", 3),
            ("<enter>", 1),
            ("习a，", 2),
            ("<pgup>", 2),
            ("<home>", 1),
            ("<bs>", 3),
            ("<c-up>", 4),
            ("<bs>", 1),
            ("<del>", 3),
            ("<c-down>", 5),
            ("<paste:一行\n\n又一行\n>", 5),
            ("<c-z>", 4),
            ("<c-home>", 1),
            ("<c-z>", 2),
            ("<c-y>", 1),
            ("<s-pgup>", 3),
            ("<bs>", 1),
            ("<c-end>", 1),
        ] {
            reader.press(keys, n);
        }
    }
}

#[test]
fn a_long_paste_is_shown_at_its_end() {
    let mut reader = Reader::new(20_000, (80, 24));
    let paste = format!("<paste:{}>", "学习不够深入，落实不够到位。".repeat(1_000));
    reader.press(&paste, 1);
    reader.press("学", 2);
    reader.press("<up>", 30);
    reader.press("<c-z>", 3);
}

#[test]
fn a_window_of_another_size_shows_the_caret_among_its_rows() {
    let mut reader = Reader::new(20_000, (80, 24));
    for size in ["40x10", "100x40", "20x5", "80x24"] {
        reader.stage.press(&format!("<size:{size}>"));
        // Which row is the first is free; that they follow each other is not.
        let _drawn = reader.stage.draw();
        let (_, cursor) = reader.stage.draw();
        let rows = reader.stage.rows_of_text();
        let work = reader.stage.work();
        let columns = pouxi::sitting::plan::plan(reader.stage.model.size).columns;
        let whole = Layout::new(work.text(), columns, reader.stage.model.ambiguous);
        let (_, y) = cursor.expect("a text has the cursor");
        reader.top = whole.row_of(work.writer.caret) - usize::from(y - rows[0]);
        reader.follow();
        reader.press("<up>", 12);
        reader.press("<pgdn>", 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn whatever_is_pressed_a_long_text_is_shown_as_if_all_its_rows_were_set(
        caret in 0_usize..50_000,
        size in select(vec![(80, 24), (40, 10), (100, 40)]),
        keys in prop::collection::vec(select(vec![
            "<up>", "<down>", "<pgup>", "<pgdn>", "<pgup>", "<pgdn>", "<c-home>", "<c-end>", "<home>", "<end>", "<left>",
            "<right>", "<c-up>", "<c-down>", "<bs>", "<del>", "字", "a b", "<enter>", "<c-z>", "<c-y>", "<s-pgup>",
            "<s-down>", "<paste:甲\n乙\n\n丙>", "<c-k>", "<c-u>",
        ]), 1..25),
    ) {
        let mut reader = Reader::new(caret, size);
        for it in keys {
            reader.press(it, 1);
            if reader.has_left() {
                break;
            }
        }
    }
}

//! What the writer sees, read from a real terminal after every key: the cursor stands where the next character will
//! appear, and the rows show what the draft holds.
//!
//! The rows are compared with those of `typeset`, the text with the journal on the disk. That the layout itself is
//! right is not taken on trust: Han text is followed cell by cell without it, and no forbidden sign may stand at a
//! row's start or end on the screen.
//!
//! Limit: the terminal of these tests measures character by character. Where an emoji joined of several takes two
//! cells in the program's arithmetic and more here, only the cursor is compared.

use std::path::Path;

use jiff::Timestamp;
use pouxi::desk;
use pouxi::draft::{
    ChangeCause, DimensionKind, Field, Outline, OutlineDimension, OutlineProblem, OutlineSection,
    PassageKind, Place, Role, Spot,
};
use pouxi::store::{Home, Owner};
use pouxi::typeset::motion::word_left;
use pouxi::typeset::{Ambiguous, Layout};
use unicode_segmentation::UnicodeSegmentation;

use crate::window::{
    BACKSPACE, DELETE, DOWN, END, HOME, LEFT, NEW_LINE, RIGHT, TEXT_END, TEXT_START, TO_ROW_END,
    TO_ROW_START, UP, WORD, Window, stored,
};

/// Never at the start of a row, unless a paragraph begins with it.
const NOT_AT_START: &str = "，。、；：！？）》」』”’…—·％℃";
/// Never at the end of a row, unless a paragraph ends with it.
const NOT_AT_END: &str = "（《「『“‘";

/// A size of the window, and where the open text stands in it.
#[derive(Clone, Copy, Debug)]
struct Size {
    columns: u16,
    rows: u16,
    /// Cells left of the text.
    left: u16,
    /// Cells of the text.
    width: u16,
    /// Rows between the question's label and the text.
    below_label: u16,
}

const SIZES: [Size; 3] = [
    Size {
        columns: 80,
        rows: 24,
        left: 3,
        width: 75,
        below_label: 3,
    },
    Size {
        columns: 40,
        rows: 10,
        left: 1,
        width: 38,
        below_label: 1,
    },
    Size {
        columns: 20,
        rows: 5,
        left: 1,
        width: 18,
        below_label: 1,
    },
];

#[test]
fn prose() {
    check(
        "去年9月创建工作最忙的那三周，我两次请假没有参加支部学习，事后也没有补课，读书笔记停在8月。年底检查时，\
         我补了三篇笔记，但是是抄的；这件事我没有向任何人说过。",
    );
}

#[test]
fn quotes_and_dashes() {
    check(
        "把“四个意识”、‘两个维护’挂在嘴上，他说：“我‘没有’把《规定》（试行）放在心上——更谈不上‘严’……”结果呢？\
         “（《『「里外都是」』》）”，一层套一层。",
    );
}

#[test]
fn latin_and_numbers() {
    check(
        "2025年Q3的完成率为98.5%，比去年的1,240件少15%；会上讲了Rust和 open source，见https://example.org/a?b=c，\
         e\u{301}tude与naïve。",
    );
}

#[test]
fn rare_characters_and_ambiguous_signs() {
    check("𠮷田与𪚥、𫝆：①查摆×②剖析→③整改℃·％。ａｂｃ、ＡＢＣ　全角空格，½与±。");
}

#[test]
fn emoji_of_one_character() {
    check("好👍的🎉，🇨🇳国旗和❤️在一起。😀😀😀😀😀😀😀😀😀😀😀，完。");
}

#[test]
fn marks_and_nothing_else() {
    check("（（（《《“”》》）））。。。，，，！！！？？？——……——“‘（《》）’”、、、；；；：：：");
}

#[test]
fn words_longer_than_a_row() {
    check(
        "见Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft，\
         以及12345678901234567890123456789012345678901234567890。",
    );
}

#[test]
fn paragraphs() {
    check(
        "第一段。\n第二段，有两句话。这是第二句。\n\n第四段，比上面的都长一些，好让它在窄的窗口里占好几行。\n",
    );
}

#[test]
fn joined_emoji_leave_the_cursor_right() {
    for size in SIZES {
        let home = tempfile::tempdir().unwrap();
        let mut page = Page::open(home.path(), size, "");
        page.measures_alike = false;
        for letters in ["家", "👨‍👩‍👧", "和", "👍🏽", "，", "👩‍💻", "。", "1️⃣", "好"]
        {
            page.enter(letters);
        }
        for key in [
            LEFT, LEFT, BACKSPACE, LEFT, DELETE, HOME, RIGHT, RIGHT, BACKSPACE, END,
        ] {
            page.press(key);
        }
        assert_eq!(page.text, "家和👍🏽，1️⃣好");
    }
}

/// Without `typeset`: a Han character takes two cells and stands where the cursor was. A row is full when fewer than
/// two cells are left, and no character stays alone on a new row: it takes the one before down with it, until a
/// third one comes. So only the first two of a row appear elsewhere than at the cursor.
#[test]
fn han_text_appears_at_the_cursor() {
    let han = "学习贯彻上级部署要求认真查摆突出问题深入剖析根源明确整改措施".repeat(4);
    for size in SIZES {
        let home = tempfile::tempdir().unwrap();
        let mut page = Page::open(home.path(), size, "");
        let of_row = usize::from(size.width / 2);
        for (n, typed) in (1..).zip(han.chars()) {
            let before = page.window.terminal.cursor();
            page.window.press(&typed.to_string());
            let after = page.window.terminal.cursor();
            // How many stand on the last row, this one among them.
            let n_last = match n % of_row {
                1 if n > 1 => 2,
                0 => of_row,
                it => it,
            };
            let column = size.left + u16::try_from(2 * n_last - 2).unwrap();
            let has_room = column + 2 < size.left + size.width;
            let (row, behind) = if has_room {
                (after.0, column + 2)
            } else {
                (after.0 - 1, size.left)
            };
            assert_eq!(after.1, behind, "behind the {n}th character in {size:?}");
            // In a window of one row of text a full row gives way to the empty one behind it.
            if has_room || size.rows > 5 {
                let there = page.window.cells(row, column, column + 2);
                assert_eq!(there, typed.to_string(), "{n}th character in {size:?}");
            }
            if n % of_row > 2 {
                assert_eq!(before.1, column, "{n}th character in {size:?}");
            }
        }
    }
}

/// Types the text key by key, goes back into it, inserts and erases, in every size. Checks after every key.
fn check(text: &str) {
    for size in SIZES {
        let home = tempfile::tempdir().unwrap();
        let mut page = Page::open(home.path(), size, "");
        page.is_one_run = text.starts_with("（（（");
        for letter in text.chars() {
            page.enter(letter.encode_utf8(&mut [0; 4]));
        }
        for key in [LEFT, LEFT, LEFT, UP, UP, DOWN, HOME, RIGHT, END, LEFT] {
            page.press(key);
        }
        for letter in "又，插”入（".chars() {
            page.enter(letter.encode_utf8(&mut [0; 4]));
        }
        for key in [
            BACKSPACE, LEFT, BACKSPACE, DELETE, DELETE, TEXT_START, DELETE, RIGHT, RIGHT,
        ] {
            page.press(key);
        }
        for letter in "“头”。".chars() {
            page.enter(letter.encode_utf8(&mut [0; 4]));
        }
        for key in [
            DOWN,
            DOWN,
            END,
            WORD,
            DOWN,
            UP,
            TO_ROW_START,
            RIGHT,
            RIGHT,
            RIGHT,
            TO_ROW_END,
            HOME,
            UP,
            TEXT_END,
            BACKSPACE,
            WORD,
        ] {
            page.press(key);
        }
        page.enter("完");
    }
}

/// A window with an open text, and what it should show.
struct Page<'a> {
    window: Window,
    home: &'a Path,
    size: Size,
    text: String,
    /// In bytes.
    caret: usize,
    /// The column that moving up and down aims at.
    goal: Option<usize>,
    /// Whether the terminal of the tests measures this text as the program does.
    measures_alike: bool,
    /// Whether the text is one run of marks: without a place to break, it gives way at the end of a row.
    is_one_run: bool,
}

impl<'a> Page<'a> {
    /// Opens an example of a problem that reads `text`, with the caret at its end.
    fn open(home: &'a Path, size: Size, text: &str) -> Self {
        make_draft(home, text);
        let page = Self {
            window: Window::resume(home, size.columns, size.rows),
            home,
            size,
            text: text.to_owned(),
            caret: text.len(),
            goal: None,
            measures_alike: true,
            is_one_run: false,
        };
        page.check("the start");
        page
    }

    /// Types letters that come together.
    #[track_caller]
    fn enter(&mut self, letters: &str) {
        let before = (self.window.terminal.cursor(), self.top());
        let was_at_end = self.caret == self.text.len();
        self.text.insert_str(self.caret, letters);
        self.caret += letters.len();
        self.goal = None;
        self.window
            .press(if letters == "\n" { NEW_LINE } else { letters });
        self.check(&format!("{letters:?}"));
        if was_at_end && self.measures_alike {
            self.check_place_of(letters, before.0, before.1);
        }
    }

    /// Presses a key that moves the caret or erases.
    #[track_caller]
    fn press(&mut self, key: &str) {
        let layout = self.layout();
        let cell = layout.caret(&self.text, self.caret);
        let goal = self.goal.take().unwrap_or(cell.column);
        let row = layout.row(cell.row);
        let before = self.boundary_before();
        let after = self.boundary_after();
        self.window.press(key);
        match key {
            LEFT => self.caret = before,
            RIGHT => self.caret = after,
            HOME => self.caret = row.start,
            END => self.caret = layout.offset_at(&self.text, cell.row, usize::MAX),
            TEXT_START => self.caret = 0,
            TEXT_END => self.caret = self.text.len(),
            UP | DOWN => {
                let last = layout.n_rows() - 1;
                let to = if key == UP {
                    cell.row.saturating_sub(1)
                } else {
                    (cell.row + 1).min(last)
                };
                self.caret = layout.offset_at(&self.text, to, goal);
                self.goal = Some(goal);
            }
            BACKSPACE => {
                self.text.replace_range(before..self.caret, "");
                self.caret = before;
            }
            DELETE => self.text.replace_range(self.caret..after, ""),
            TO_ROW_END => self.text.replace_range(self.caret..row.end, ""),
            TO_ROW_START => {
                self.text.replace_range(row.start..self.caret, "");
                self.caret = row.start;
            }
            WORD => {
                let start = word_left(&self.text, self.caret);
                self.text.replace_range(start..self.caret, "");
                self.caret = start;
            }
            _ => unreachable!("{key:?} is not pressed here"),
        }
        self.check(&format!("{key:?}"));
        let column = self.window.terminal.cursor().1;
        assert!(key != HOME || column == self.size.left, "{key:?}");
    }

    fn boundary_before(&self) -> usize {
        let (before, _) = self.text.split_at(self.caret);
        before
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |it| it.0)
    }

    fn boundary_after(&self) -> usize {
        let (_, after) = self.text.split_at(self.caret);
        self.caret + after.graphemes(true).next().map_or(0, str::len)
    }

    fn layout(&self) -> Layout {
        Layout::new(&self.text, self.size.width, Ambiguous::Narrow)
    }

    /// The row of the screen on which the open text begins.
    #[track_caller]
    fn top(&self) -> u16 {
        let label = self.window.row_with(|it| {
            let label = it.trim_start_matches(' ');
            label.starts_with("> 事例") || label.starts_with(">事例")
        });
        label.expect("the example is open") + self.size.below_label
    }

    /// The rows of the screen that show the open text.
    #[track_caller]
    fn n_rows_shown(&self) -> u16 {
        let bottom = match self.size.columns {
            // Behind the text an empty row, and the closed questions.
            80 => {
                let next = self.window.row_with(|it| it.starts_with("   原因"));
                next.expect("the next question is shown") - 1
            }
            // Behind the text a row of questions, one of buttons, the guide and the keys.
            40 => self.size.rows - 4,
            // Behind the text the keys.
            _ => self.size.rows - 1,
        };
        bottom - self.top()
    }

    /// Compares the screen and the disk with what they should be.
    #[track_caller]
    fn check(&self, after: &str) {
        let Size { left, width, .. } = self.size;
        let terminal = &self.window.terminal;
        let place = || {
            let (columns, rows) = (self.size.columns, self.size.rows);
            let (row, column) = terminal.cursor();
            format!(
                "after {after} at {columns}x{rows}, caret at byte {} of {:?}, cursor at {row}, {column}\n{}",
                self.caret,
                self.text,
                terminal.text()
            )
        };
        assert_eq!(self.stored(), self.text, "{}", place());
        assert!(terminal.cursor_visible(), "{}", place());

        let layout = self.layout();
        let cell = layout.caret(&self.text, self.caret);
        let (row, column) = terminal.cursor();
        let (top, n_rows) = (self.top(), usize::from(self.n_rows_shown()));
        assert_eq!(usize::from(column - left), cell.column, "{}", place());
        // The first row of the text that is shown.
        let above = usize::from(row.checked_sub(top).expect("the cursor is in the text"));
        assert!(above < n_rows, "{}", place());
        let first = cell.row.checked_sub(above);
        let first = first.unwrap_or_else(|| panic!("{}", place()));
        if layout.n_rows() <= n_rows {
            assert_eq!(first, 0, "{}", place());
        }
        if !self.measures_alike {
            return;
        }
        let mut shown = Vec::new();
        for (at, y) in (top..).take(n_rows).enumerate() {
            let row = layout.row(first + at);
            let words = self.text.get(row.start..row.end).unwrap();
            // Up to the edge of the window: nothing stands at the right of a row.
            let cells = self.window.cells(y, left, self.size.columns);
            assert_eq!(cells, words.trim_end_matches(' '), "{}", place());
            shown.push((row, cells));
        }
        self.check_rules(&shown, &place);
        if width >= 4 && layout.n_rows() <= n_rows && !self.text.contains([' ', '\n']) {
            let joined: String = shown.into_iter().map(|it| it.1).collect();
            assert_eq!(joined, self.stored(), "{}", place());
        }
    }

    /// No row that goes on begins or ends with a sign that must not, by what the screen shows.
    #[track_caller]
    fn check_rules(&self, shown: &[(pouxi::typeset::Row, String)], place: &dyn Fn() -> String) {
        if self.is_one_run {
            return;
        }
        for (row, cells) in shown.iter().filter(|it| !it.1.is_empty()) {
            let (before, after) = (
                self.text.get(..row.start).unwrap(),
                self.text.get(row.end..).unwrap(),
            );
            let begins = before.is_empty() || before.ends_with('\n');
            let ends = after.is_empty() || after.starts_with('\n');
            assert!(
                begins || !cells.starts_with(is_one_of(NOT_AT_START)),
                "{}",
                place()
            );
            assert!(
                ends || !cells.ends_with(is_one_of(NOT_AT_END)),
                "{}",
                place()
            );
        }
    }

    /// What was typed at the end of the text stands where the cursor was, or, where a rule moved it, right before
    /// where the cursor is now.
    #[track_caller]
    fn check_place_of(&self, letters: &str, was: (u16, u16), top_was: u16) {
        if letters == "\n" || letters == " " {
            return;
        }
        let (row, column) = self.window.terminal.cursor();
        // The text may have grown upwards by a row.
        let (row_was, column_was) = (was.0 + self.top() - top_was, was.1);
        let stands_at = |row: u16, column: u16| {
            let cells = self.window.cells(row, column, column + 2);
            cells.starts_with(letters)
        };
        let at_cursor = stands_at(row_was, column_was);
        let before_cursor =
            (1..=2).any(|n| column >= self.size.left + n && stands_at(row, column - n));
        // A full row: the cursor waits on the next one, at its start.
        let row_above = || {
            self.window
                .cells(row - 1, self.size.left, self.size.columns)
        };
        let ends_row =
            column == self.size.left && (row == self.top() || row_above().ends_with(letters));
        let joined = self.text.graphemes(true).next_back() != Some(letters);
        assert!(
            at_cursor || before_cursor || ends_row || joined,
            "{letters:?} was expected at row {row_was}, column {column_was}\n{}",
            self.window.terminal.text()
        );
    }

    /// The text of the example as the files have it.
    fn stored(&self) -> String {
        let draft = stored(self.home).draft;
        draft.dimensions[0].problems[0].body[0].text.clone()
    }
}

fn is_one_of(signs: &'static str) -> impl Fn(char) -> bool {
    move |it| signs.contains(it)
}

/// Makes a report with one problem and one example, and leaves it with the caret behind the example.
fn make_draft(home: &Path, text: &str) {
    let section = |role, title: &str| OutlineSection {
        role,
        title: title.to_owned(),
        text: String::new(),
        not_written: None,
    };
    let problem = OutlineProblem {
        headline: "一件事没有办完".to_owned(),
        body: vec![(PassageKind::Example, text.to_owned())],
        ..OutlineProblem::default()
    };
    let outline = Outline {
        template: "self-review-zh".to_owned(),
        title: "个人剖析".to_owned(),
        sections: vec![section(Role::Dimensions, "存在的主要问题")],
        dimensions: vec![OutlineDimension {
            kind: DimensionKind::Review,
            title: "履行职责方面".to_owned(),
            lead_in: String::new(),
            statement: String::new(),
            problems: vec![problem],
            not_written: None,
        }],
        ..Outline::default()
    };
    let home = Home::new(home.to_owned());
    let (now, me) = (Timestamp::UNIX_EPOCH, Owner::default());
    let created = desk::create(&home, &me, outline, ChangeCause::Import, now);
    let (_, session, mut folder) = created.expect("a draft can be made in an empty folder");
    let problem = &session.draft().dimensions[0].problems[0];
    let place = Place {
        spot: Spot::Text(Field::Passage(problem.body[0].id)),
        caret: text.len(),
        within: Some(problem.id),
    };
    let summary = desk::summary(session.draft(), Some(place));
    folder
        .snapshot(session.draft(), Some(place), summary, now)
        .expect("a snapshot can be taken");
}

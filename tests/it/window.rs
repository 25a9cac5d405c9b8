//! The program in a terminal, used the way a person uses it: reads the screen, presses keys, reads again.
//!
//! Knows how the program ends a frame and how its screens say where one is; knows neither its model nor its
//! arithmetic. [`Window::open`] is the only place that knows how the program is started.

use std::path::Path;

use portable_pty::{CommandBuilder, ExitStatus};
use pouxi::desk;
use pouxi::draft::{ChangeCause, Outline};
use pouxi::store::{Home, Owner, Recovered, recover};

use crate::terminal::Terminal;

pub(crate) const TAB: &str = "\t";
pub(crate) const BACK_TAB: &str = "\x1b[Z";
pub(crate) const ENTER: &str = "\r";
pub(crate) const ESCAPE: &str = "\x1b";
pub(crate) const HELP: &str = "\x1bOP";
pub(crate) const UP: &str = "\x1b[A";
pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const RIGHT: &str = "\x1b[C";
pub(crate) const LEFT: &str = "\x1b[D";
pub(crate) const HOME: &str = "\x1b[H";
pub(crate) const END: &str = "\x1b[F";
pub(crate) const PAGE_DOWN: &str = "\x1b[6~";
pub(crate) const TEXT_START: &str = "\x1b[1;5H";
pub(crate) const TEXT_END: &str = "\x1b[1;5F";
pub(crate) const BACKSPACE: &str = "\x7f";
pub(crate) const DELETE: &str = "\x1b[3~";
pub(crate) const NEW_LINE: &str = "\n";
pub(crate) const UNDO: &str = "\x1a";
pub(crate) const REDO: &str = "\x19";
pub(crate) const REPAINT: &str = "\x0c";
pub(crate) const INTERRUPT: &str = "\x03";
pub(crate) const TO_ROW_START: &str = "\x15";
pub(crate) const TO_ROW_END: &str = "\x0b";
pub(crate) const WORD: &str = "\x17";

/// The program in a terminal.
pub(crate) struct Window {
    pub(crate) terminal: Terminal,
}

/// What has the focus on the writing screen of 60 columns and 16 rows or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Focus {
    /// A question, by its label.
    Question(String),
    /// A button, by its words.
    Button(String),
    /// Neither: another screen.
    Elsewhere,
}

impl Window {
    /// Starts the program on a data folder, in Chinese, and waits for its first frame.
    #[track_caller]
    pub(crate) fn open(home: &Path, columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
        command.args(["--lang", "zh", "--home"]);
        command.arg(home);
        command.cwd(home);
        let window = Self {
            terminal: Terminal::start(command, columns, rows),
        };
        window.wait("the first frame", |_| true);
        window
    }

    /// Starts the program and begins a report of the general kind, with its opening open.
    #[track_caller]
    pub(crate) fn begin(home: &Path, columns: u16, rows: u16) -> Self {
        let mut window = Self::open(home, columns, rows);
        window.choose("新写一份");
        window.choose("个人述职与自我剖析");
        window.press_all(&[ENTER, ENTER]);
        window
    }

    /// Starts the program and goes on with the last report.
    #[track_caller]
    pub(crate) fn resume(home: &Path, columns: u16, rows: u16) -> Self {
        let mut window = Self::open(home, columns, rows);
        window.choose("继续上次");
        window
    }

    /// Presses a key that is answered by one frame, and waits for all of that frame.
    ///
    /// Every key is, also one that does nothing. Keys pressed faster than they are answered may share a frame: see
    /// [`Self::send`].
    #[track_caller]
    pub(crate) fn press(&mut self, key: &str) {
        self.terminal.send(key);
        self.wait(&format!("the answer to {key:?}"), |_| true);
    }

    /// Presses keys one after the other.
    #[track_caller]
    pub(crate) fn press_all(&mut self, keys: &[&str]) {
        for key in keys {
            self.press(key);
        }
    }

    /// Sends keys without waiting for an answer.
    #[track_caller]
    pub(crate) fn send(&mut self, keys: &str) {
        self.terminal.send(keys);
    }

    /// Pastes a text and waits for the frame that shows it.
    #[track_caller]
    pub(crate) fn paste(&mut self, text: &str) {
        self.terminal.paste(text);
        self.wait("the answer to a paste", |_| true);
    }

    /// Waits until the program has finished a frame since the last key, and the condition holds of the screen. The
    /// condition may look at that screen only.
    #[track_caller]
    pub(crate) fn wait(&self, what: &str, mut condition: impl FnMut(&vt100::Screen) -> bool) {
        self.terminal.wait_for_answer(
            |screen, answer| ends_a_frame(answer) && condition(screen),
            what,
        );
    }

    /// Waits until the text stands on the screen and the frame is complete.
    #[track_caller]
    pub(crate) fn wait_text(&self, text: &str) {
        self.wait(&format!("the text {text:?}"), |screen| {
            text_of(screen).contains(text)
        });
    }

    /// Gives the window another size and waits until everything is drawn in it. What is drawn then is also what
    /// drawing everything anew gives.
    #[track_caller]
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.resize(columns, rows);
        let is_cleared =
            |_: &vt100::Screen, answer: &[u8]| has_cleared(answer) && ends_a_frame(answer);
        self.terminal
            .wait_for_answer(is_cleared, "the frame after a resize");
        let (drawn, cursor) = (self.terminal.text(), self.terminal.cursor());
        self.terminal.send(REPAINT);
        self.terminal
            .wait_for_answer(is_cleared, "everything drawn anew");
        assert_eq!(self.terminal.text(), drawn, "drawn anew");
        assert_eq!(self.terminal.cursor(), cursor, "drawn anew");
    }

    /// Returns the size, as (columns, rows).
    pub(crate) fn size(&self) -> (u16, u16) {
        self.terminal.look(|screen| {
            let (rows, columns) = screen.size();
            (columns.get(), rows.get())
        })
    }

    /// Returns the text between two columns of a row, without the blanks after it.
    pub(crate) fn cells(&self, row: u16, from: u16, to: u16) -> String {
        self.terminal.look(|screen| {
            let text = screen.rows(from, to - from).nth(row.into());
            text.unwrap_or_default().trim_end_matches(' ').to_owned()
        })
    }

    /// Returns the first row that fulfils the condition.
    pub(crate) fn row_with(&self, condition: impl Fn(&str) -> bool) -> Option<u16> {
        let (_, rows) = self.size();
        (0..rows).find(|it| condition(&self.terminal.row(*it)))
    }

    /// Returns what has the focus.
    pub(crate) fn focus(&self) -> Focus {
        let (_, rows) = self.size();
        for row in 1..rows {
            let text = self.terminal.row(row);
            if let Some(question) = text.strip_prefix(" > ") {
                let label: String = question.split(' ').next().unwrap_or_default().to_owned();
                let is_list = label.chars().all(|it| it.is_ascii_digit());
                return if is_list {
                    Focus::Elsewhere
                } else {
                    Focus::Question(label)
                };
            }
            if let Some((_, button)) = text.split_once(">[") {
                let words = button.split(']').next().unwrap_or_default();
                return Focus::Button(words.to_owned());
            }
        }
        Focus::Elsewhere
    }

    /// Presses Tab until this question is open; stays where it is if it is open already.
    #[track_caller]
    pub(crate) fn go_to(&mut self, label: &str) {
        let wanted = Focus::Question(label.to_owned());
        self.press_until(TAB, |it| it.focus() == wanted, label);
    }

    /// Presses Tab to the row of buttons and on to this one, then Enter.
    #[track_caller]
    pub(crate) fn push(&mut self, words: &str) {
        let is_button = |it: &Self| matches!(it.focus(), Focus::Button(_));
        self.press_until(TAB, is_button, "the buttons");
        let wanted = Focus::Button(words.to_owned());
        self.press_until(RIGHT, |it| it.focus() == wanted, words);
        self.press(ENTER);
    }

    /// Chooses the line of a list that begins with these words: by its digit if it has one, else with the arrows.
    #[track_caller]
    pub(crate) fn choose(&mut self, words: &str) {
        let (_, rows) = self.size();
        let digit = (0..rows).find_map(|row| digit_of(&self.terminal.row(row), words));
        if let Some(digit) = digit {
            self.press(&digit.to_string());
            if digit > 0 {
                return;
            }
            // It leads to the line and chooses none.
            self.press(ENTER);
            return;
        }
        let is_there = |it: &Self| {
            it.row_with(|row| is_chosen(row) && names(row, words))
                .is_some()
        };
        self.press_until(DOWN, is_there, words);
        self.press(ENTER);
    }

    /// Opens the menu and chooses in it, then in the list that opens, and so on.
    #[track_caller]
    pub(crate) fn menu(&mut self, path: &[&str]) {
        self.press(ESCAPE);
        for words in path {
            self.choose(words);
        }
    }

    /// Leaves by the menu and waits until the program has ended.
    #[track_caller]
    pub(crate) fn leave(&mut self) -> ExitStatus {
        self.press(ESCAPE);
        self.press_until(
            DOWN,
            |it| {
                it.row_with(|row| is_chosen(row) && names(row, "退出"))
                    .is_some()
            },
            "退出",
        );
        self.send(ENTER);
        self.wait_exit()
    }

    #[track_caller]
    fn press_until(&mut self, key: &str, is_there: impl Fn(&Self) -> bool, what: &str) {
        for _ in 0..60 {
            if is_there(self) {
                return;
            }
            self.press(key);
        }
        panic!(
            "did not get to {what} by pressing {key:?}\n{}",
            self.terminal.text()
        );
    }

    /// Returns the rows of the open text joined, in 60 columns and 16 rows or more: as far as they are shown, up to
    /// the first empty one.
    pub(crate) fn open_text(&self) -> String {
        let label = self.row_with(|it| it.starts_with(" > "));
        let (columns, rows) = self.size();
        let first = label.expect("a question is open") + 3;
        (first..rows)
            .map(|it| self.cells(it, 3, columns))
            .take_while(|it| !it.is_empty())
            .collect()
    }

    /// Returns how many characters the open question's label counts, in 60 columns and 16 rows or more.
    pub(crate) fn count(&self) -> Option<usize> {
        self.terminal.look(count_on)
    }

    /// Waits until the open question's label counts so many characters, in 60 columns and 16 rows or more.
    #[track_caller]
    pub(crate) fn wait_count(&self, n: usize) {
        self.wait(&format!("{n} characters in the open text"), |screen| {
            count_on(screen) == Some(n)
        });
    }

    /// As [`Self::wait_count`], for so many characters or more.
    #[track_caller]
    pub(crate) fn wait_count_of_at_least(&self, n: usize) {
        let what = format!("{n} characters or more in the open text");
        self.wait(&what, |screen| count_on(screen) >= Some(n));
    }

    /// Waits until the header counts so many characters of the whole report.
    #[track_caller]
    pub(crate) fn wait_total(&self, n: usize) {
        self.wait(&format!("{n} characters in the header"), |screen| {
            total_on(screen) == Some(n)
        });
    }

    /// Returns how many characters the header counts.
    #[track_caller]
    pub(crate) fn total(&self) -> usize {
        self.terminal
            .look(total_on)
            .expect("the header counts characters")
    }

    /// Waits until the program has ended.
    #[track_caller]
    pub(crate) fn wait_exit(&self) -> ExitStatus {
        self.terminal.wait_exit()
    }
}

/// Returns the digit of a list's line if it begins with these words and has one.
fn digit_of(row: &str, words: &str) -> Option<u32> {
    let line = row.trim_start_matches([' ', '>']);
    let digit = line.chars().next()?.to_digit(10)?;
    // A line without digit may begin with one of its own words': 2020年度.
    let is_of_list = line.chars().nth(1) == Some(' ');
    (is_of_list && names(row, words)).then_some(digit)
}

/// Tells whether a row is a list's line that begins with these words: `> 1 words`, `  1 words`, `    words`.
fn names(row: &str, words: &str) -> bool {
    let line = row.trim_start_matches([' ', '>']);
    let digit_gone = line
        .strip_prefix(|it: char| it.is_ascii_digit())
        .and_then(|it| it.strip_prefix(' '));
    row.starts_with([' ', '>']) && digit_gone.unwrap_or(line).starts_with(words)
}

fn is_chosen(row: &str) -> bool {
    row.trim_start_matches(' ').starts_with('>')
}

fn count_on(screen: &vt100::Screen) -> Option<usize> {
    let mut rows = screen.rows(0, screen.size().1.get());
    number_before_zi(&rows.find(|it| it.starts_with(" > "))?)
}

fn total_on(screen: &vt100::Screen) -> Option<usize> {
    number_before_zi(&screen.rows(0, screen.size().1.get()).next()?)
}

/// Returns the number before the last 字 of a row: 1240 of `全文1,240字 自动保存`.
fn number_before_zi(row: &str) -> Option<usize> {
    let (before, _) = row.rsplit_once('字')?;
    let is_digit = |it: &char| it.is_ascii_digit() || *it == ',';
    let digits: Vec<char> = before.chars().rev().take_while(is_digit).collect();
    let number: String = digits.into_iter().rev().filter(|it| *it != ',').collect();
    number.parse().ok()
}

/// Makes a draft of this content in a data folder, and returns its id.
#[track_caller]
pub(crate) fn create(home: &Path, outline: Outline) -> String {
    let home = Home::new(home.to_owned());
    let now = jiff::Timestamp::UNIX_EPOCH;
    let created = desk::create(&home, &Owner::default(), outline, ChangeCause::Import, now);
    let (id, _, _) = created.expect("a draft can be made in an empty folder");
    id
}

/// Returns the only draft of a data folder as its files have it now.
#[track_caller]
pub(crate) fn stored(home: &Path) -> Recovered {
    let home = Home::new(home.to_owned());
    let drafts = home.drafts().expect("the data folder can be read");
    let [draft] = drafts.as_slice() else {
        panic!("{} drafts instead of one", drafts.len());
    };
    recover(&home.folder(&draft.id)).expect("the draft can be read")
}

/// Returns the rows of a screen joined by newlines.
pub(crate) fn text_of(screen: &vt100::Screen) -> String {
    let (_, columns) = screen.size();
    let rows: Vec<String> = screen.rows(0, columns.get()).collect();
    rows.join("\n")
}

/// Tells whether bytes end where a frame ends: ratatui hides the cursor, or shows it and puts it somewhere.
pub(crate) fn ends_a_frame(bytes: &[u8]) -> bool {
    if bytes.ends_with(b"\x1b[?25l") {
        return true;
    }
    let Some(rest) = bytes.strip_suffix(b"H") else {
        return false;
    };
    let is_place = |it: &u8| it.is_ascii_digit() || *it == b';';
    let n_place = rest.iter().rev().take_while(|it| is_place(it)).count();
    rest.get(..rest.len() - n_place)
        .is_some_and(|it| it.ends_with(b"\x1b[?25h\x1b["))
}

/// Tells whether everything was cleared.
fn has_cleared(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|it| it == b"\x1b[2J")
}

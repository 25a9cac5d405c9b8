//! A whole report written through the real program: every word of the answer file of the seed, by the keys a
//! person would use, with mistakes, window sizes and interruptions on the way. What is stored at the end is what
//! the answer file says.

use std::collections::VecDeque;
use std::path::Path;

use pouxi::draft::{
    DimensionKind, Outline, OutlineCause, OutlineDimension, OutlineMeasure, OutlineProblem,
    PassageKind, Role,
};
use pouxi::import::answers::read;
use pouxi::template;
use pouxi::wizard::outline_of;

use crate::window::{
    BACK_TAB, BACKSPACE, ENTER, ESCAPE, Focus, INTERRUPT, LEFT, REDO, RIGHT, TAB, TEXT_END,
    TO_ROW_START, UNDO, Window, stored,
};

const SEED: &str = include_str!("../fixtures/seed.answers.json");
/// 字 of the seed as it is handed in.
const CHARACTERS: usize = 6448;

#[test]
fn the_seed_typed_by_hand_is_the_seed_of_the_answer_file() {
    let home = tempfile::tempdir().unwrap();
    let answers = read(SEED.as_bytes()).unwrap();
    let empty = outline_of(answers.template.unwrap(), 2021, Vec::new());
    let (outline, remarks) = answers.fill(empty);
    assert!(remarks.is_empty());
    let mut writer = Writer::begin(home.path(), &outline);
    writer.title();
    writer.headings();
    writer.opening_and_follow_up();
    writer.dimensions();
    writer.remedies();
    writer.order_of_measures();
    assert_eq!(writer.window.total(), CHARACTERS, "字 in the header");
    assert!(writer.window.leave().success());
    let farewell = format!("已保存：{}，6,448字。继续写：pouxi", outline.title);
    assert!(writer.window.terminal.contains(&farewell));

    let stored = stored(home.path());
    assert!(!stored.has_unsaved_changes());
    assert_eq!(Outline::of(&stored.draft), outline);
    assert_eq!(pouxi::desk::characters(&stored.draft), CHARACTERS);
    assert!(
        writer.incidents.is_empty(),
        "these did not happen: {:?}",
        writer.incidents
    );
    let Tally {
        waited,
        rapid,
        in_words,
        pasted,
    } = writer.tally;
    let each = [waited, rapid, in_words, pasted];
    assert!(each.iter().all(|it| *it >= 500), "{:?}", writer.tally);
    assert!((waited + rapid) * 3 >= CHARACTERS, "{:?}", writer.tally);
}

/// How a text gets into a field.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// Key by key, each when the one before is on the screen.
    Waited,
    /// Key by key, without looking.
    Rapid,
    /// A few characters at a time, as an input method sends them.
    Words,
    /// All at once.
    Paste,
}

/// What happens in the middle of a passage.
#[derive(Clone, Copy, Debug)]
enum Incident {
    /// The window takes other sizes while the text is open.
    Resizes,
    /// A phrase is typed and taken back.
    Slip,
    /// A paste of several paragraphs is taken back, made again and taken back.
    WrongPaste,
    /// The writer leaves by the menu, with the caret inside the text, and comes back.
    Leaves,
    /// The writer presses Ctrl+C twice and comes back.
    Interrupts,
    /// The window is closed, and another opened.
    Closes,
}

/// Characters by the way they were written.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    waited: usize,
    rapid: usize,
    in_words: usize,
    pasted: usize,
}

/// A person with the answer file in hand.
struct Writer<'a> {
    window: Window,
    home: &'a Path,
    outline: &'a Outline,
    /// What the screen shows before anything is written.
    blank: Outline,
    tally: Tally,
    /// One for each passage, until there are no more.
    incidents: VecDeque<Incident>,
    n_passages: usize,
    /// The causes and measures there are, by their place in the outline, in the order they were written.
    causes: Vec<usize>,
    measures: Vec<usize>,
}

impl<'a> Writer<'a> {
    /// Begins a report of the outline's kind at the first screen.
    fn begin(home: &'a Path, outline: &'a Outline) -> Self {
        let template = template::find(&outline.template).unwrap();
        let mut window = Window::open(home, 80, 24);
        window.choose("新写一份");
        window.choose("往年的会议材料");
        window.choose(&template.name);
        window.press(TO_ROW_START);
        for digit in ["2", "0", "2", "1"] {
            window.press(digit);
        }
        window.press_all(&[ENTER, ENTER]);
        assert_eq!(window.focus(), Focus::Question("开头".into()));
        Self {
            window,
            home,
            outline,
            blank: outline_of(template, 2021, Vec::new()),
            tally: Tally::default(),
            incidents: VecDeque::from([
                Incident::Slip,
                Incident::Resizes,
                Incident::WrongPaste,
                Incident::Leaves,
                Incident::Interrupts,
                Incident::Closes,
            ]),
            n_passages: 0,
            causes: Vec::new(),
            measures: Vec::new(),
        }
    }

    // ---- Going through the report.

    fn title(&mut self) {
        assert_eq!(self.outline.bylines, self.blank.bylines, "not written here");
        self.window.menu(&["目录", "题目和署名"]);
        self.expect("题目");
        let (was, now) = (self.blank.title.clone(), self.outline.title.clone());
        self.correct(&was, &now);
    }

    /// Titles of sections and dimensions that are not the template's.
    fn headings(&mut self) {
        for (n, it) in self.outline.sections.iter().enumerate() {
            let was = self.blank.sections[n].title.clone();
            assert_eq!(it.role, self.blank.sections[n].role);
            if was != it.title {
                let numbered = format!("{}、{was}", NUMERALS[n - 1]);
                self.window
                    .menu(&["目录", "挪动、改名", &numbered, "改这一部分的标题"]);
                self.expect("标题");
                self.correct(&was, &it.title);
            }
        }
        for (n, it) in self.outline.dimensions.iter().enumerate() {
            let was = self.blank.dimensions[n].title.clone();
            assert_eq!(it.kind, self.blank.dimensions[n].kind);
            if was != it.title {
                let ordinal = format!("（{}）", NUMERALS[n]);
                self.window
                    .menu(&["目录", "挪动、改名", &ordinal, "改方面的名称"]);
                self.expect("方面名称");
                self.correct(&was, &it.title);
            }
        }
    }

    fn opening_and_follow_up(&mut self) {
        let text = |role: Role| {
            let section = self.outline.sections.iter().find(|it| it.role == role);
            section.map_or("", |it| it.text.as_str())
        };
        let (opening, follow_up) = (text(Role::Opening), text(Role::FollowUp));
        self.window.menu(&["目录", "开头"]);
        self.expect("开头");
        self.passage(opening);
        self.window.push("下一部分");
        self.expect("上年整改");
        self.passage(follow_up);
        self.window.push("下一个方面");
    }

    fn dimensions(&mut self) {
        let outline = self.outline;
        for (n, dimension) in outline.dimensions.iter().enumerate() {
            if dimension.kind == DimensionKind::Statement {
                // Whether there is anything to explain is passed over, as the seed does not say.
                self.expect("有无");
                self.window.press("\t");
                self.expect("说明");
                if !dimension.statement.is_empty() {
                    self.passage(&dimension.statement);
                }
            } else {
                self.problems(dimension);
            }
            match outline.dimensions.get(n + 1).map(|it| it.kind) {
                Some(DimensionKind::Review) => self.window.push("下一个方面"),
                Some(DimensionKind::Statement) => self.window.push("下一部分"),
                None => {}
            }
        }
    }

    fn problems(&mut self, dimension: &OutlineDimension) {
        self.expect("问题");
        if !dimension.lead_in.is_empty() {
            self.window.press(BACK_TAB);
            self.expect("引语");
            self.passage(&dimension.lead_in);
            self.window.press(TAB);
        }
        for (n, problem) in dimension.problems.iter().enumerate() {
            if n > 0 {
                self.window.push("再写问题");
            }
            self.problem(problem);
        }
    }

    fn problem(&mut self, problem: &OutlineProblem) {
        self.expect("问题");
        self.line(&problem.headline);
        self.window.press(TAB);
        self.expect("表现");
        let mut body = problem.body.as_slice();
        if let [(PassageKind::Detail, text), rest @ ..] = body {
            self.passage(text);
            body = rest;
        }
        self.window.press(TAB);
        self.expect("事例");
        if let [(PassageKind::Example, text), rest @ ..] = body {
            self.passage(text);
            body = rest;
        }
        for (kind, text) in body {
            let (button, label) = match kind {
                PassageKind::Detail => ("再写表现", "表现"),
                PassageKind::Example => ("再写事例", "事例"),
            };
            self.window.push(button);
            self.expect(label);
            self.passage(text);
        }
        for (n, cause) in problem.causes.iter().enumerate() {
            if n == 0 {
                self.window.go_to("原因");
            } else {
                self.window.push("再加原因");
            }
            self.cause(*cause);
        }
        for (n, measure) in problem.measures.iter().enumerate() {
            if n == 0 {
                self.window.go_to("措施");
            } else {
                self.window.push("再加措施");
            }
            // A new measure of a problem with one cause is linked to that cause as well.
            let is_new = !self.measures.contains(measure);
            let cause = problem.causes.first().map(|it| &self.outline.causes[*it]);
            assert!(!is_new || cause.is_none_or(|it| it.measures.contains(measure)));
            self.measure(*measure);
        }
    }

    /// A cause of the problem at hand: one there is already, or a new one with all its words.
    fn cause(&mut self, idx: usize) {
        let outline = self.outline;
        let OutlineCause { headline, body, .. } = &outline.causes[idx];
        if self.causes.contains(&idx) {
            self.window.choose(&beginning(headline));
            return;
        }
        if !self.causes.is_empty() {
            self.window.choose("写一条新的");
        }
        self.expect("原因");
        self.line(headline);
        self.explain("原因说明", body);
        self.causes.push(idx);
    }

    /// As for causes.
    fn measure(&mut self, idx: usize) {
        let headline = &self.outline.measures[idx].headline;
        if self.measures.contains(&idx) {
            self.window.choose(&beginning(headline));
            return;
        }
        if !self.measures.is_empty() {
            self.window.choose("写一条新的");
        }
        self.new_measure(idx);
    }

    fn new_measure(&mut self, idx: usize) {
        let outline = self.outline;
        let OutlineMeasure {
            headline,
            body,
            owner,
            due,
            ..
        } = &outline.measures[idx];
        assert!(owner.is_empty() && due.is_empty(), "not written here");
        self.expect("措施");
        self.line(headline);
        self.explain("具体做法", body);
        self.measures.push(idx);
    }

    /// The passages below a cause or a measure.
    fn explain(&mut self, label: &str, body: &[(PassageKind, String)]) {
        for (n, (kind, text)) in body.iter().enumerate() {
            if n == 0 {
                self.window.press(TAB);
            } else {
                self.window.menu(&["这一项", "再写一段说明"]);
            }
            self.expect(label);
            self.passage(text);
            if *kind == PassageKind::Example {
                self.window.menu(&["这一项", "这一段是事例"]);
            }
        }
    }

    /// The measures against each cause, on the page of the causes.
    fn remedies(&mut self) {
        let outline = self.outline;
        assert_eq!(self.causes, (0..outline.causes.len()).collect::<Vec<_>>());
        for (idx, cause) in outline.causes.iter().enumerate() {
            for measure in &cause.measures {
                self.go_to_remedy(idx);
                if self.measures.contains(measure) {
                    self.window
                        .choose(&beginning(&outline.measures[*measure].headline));
                } else {
                    self.window.choose("写一条新的");
                    self.new_measure(*measure);
                }
            }
        }
        // A slip: one measure too many, and taken off again.
        let last = outline.causes.len() - 1;
        let first = self.measures.first().copied().unwrap();
        assert!(!outline.causes[last].measures.contains(&first));
        let headline = beginning(&outline.measures[first].headline);
        self.go_to_remedy(last);
        self.window.choose(&headline);
        self.window.choose(&format!("（已选）{headline}"));
        assert!(!self.window.terminal.contains("（已选）"));
    }

    fn go_to_remedy(&mut self, cause: usize) {
        self.window.menu(&["目录", "三、"]);
        self.expect("原因");
        self.window.go_to("措施");
        for _ in 0..cause {
            self.window.press(TAB);
            self.window.go_to("措施");
        }
    }

    /// Moves the measures into the order of the answer file.
    fn order_of_measures(&mut self) {
        for place in 0..self.measures.len() {
            let is_it = |it: &usize| *it == place;
            let mut at = self.measures.iter().position(is_it).unwrap();
            self.window.menu(&["目录", "四、"]);
            self.expect("措施");
            for _ in 0..at {
                self.window.press(TAB);
                self.window.go_to("措施");
            }
            while at > place {
                self.window.menu(&["这一项", "这条措施往前挪"]);
                self.measures.swap(at, at - 1);
                at -= 1;
            }
        }
    }

    // ---- Writing.

    #[track_caller]
    fn expect(&self, label: &str) {
        assert_eq!(self.window.focus(), Focus::Question(label.into()));
    }

    /// Writes a line, key by key.
    fn line(&mut self, text: &str) {
        self.put(Way::Waited, text);
        self.window.wait_count(count(text));
    }

    /// Writes a passage into the open text, which is empty. Each in another way, and something happens in some.
    fn passage(&mut self, text: &str) {
        let ways = [Way::Words, Way::Rapid, Way::Paste, Way::Waited, Way::Rapid];
        let way = ways[self.n_passages % ways.len()];
        self.n_passages += 1;
        self.window.wait_count(0);
        match self.incidents.front() {
            // What happens, happens to texts long enough.
            Some(incident) if count(text) >= 100 => {
                let incident = *incident;
                self.incidents.pop_front();
                let middle = text.char_indices().nth(text.chars().count() / 2).unwrap();
                let (first, second) = text.split_at(middle.0);
                self.put(way, first);
                self.window.wait_count(count(first));
                self.happen(incident, count(first));
                self.put(way, second);
            }
            _ => self.put(way, text),
        }
        self.window.wait_count(count(text));
    }

    fn put(&mut self, way: Way, text: &str) {
        match way {
            Way::Waited => {
                for letter in letters(text) {
                    self.window.press(&letter);
                }
                self.tally.waited += count(text);
            }
            Way::Rapid => {
                for letter in letters(text) {
                    self.window.send(&letter);
                }
                self.tally.rapid += count(text);
            }
            Way::Words => {
                let letters: Vec<String> = letters(text).collect();
                for word in letters.chunks(3) {
                    self.window.press(&word.concat());
                }
                self.tally.in_words += count(text);
            }
            Way::Paste => {
                self.window.paste(text);
                self.tally.pasted += count(text);
            }
        }
    }

    /// Turns the open line, which reads `was`, into `now`: only what differs is erased and typed.
    fn correct(&mut self, was: &str, now: &str) {
        let (was, now): (Vec<String>, Vec<String>) =
            (letters(was).collect(), letters(now).collect());
        let n_same = |a: &mut dyn Iterator<Item = (&String, &String)>| {
            a.take_while(|(was, now)| was == now).count()
        };
        let start = n_same(&mut was.iter().zip(&now));
        let rest = was.len().min(now.len()) - start;
        let end = n_same(&mut was.iter().rev().zip(now.iter().rev())).min(rest);
        self.window.press(TEXT_END);
        for _ in 0..end {
            self.window.press(LEFT);
        }
        for _ in start..was.len() - end {
            self.window.press(BACKSPACE);
        }
        self.put(Way::Waited, &now[start..now.len() - end].concat());
        self.window.wait_count(count(&now.concat()));
    }

    // ---- What happens on the way. `n` characters are in the open text, and stay there.

    fn happen(&mut self, incident: Incident, n: usize) {
        match incident {
            Incident::Resizes => self.resizes(),
            Incident::Slip => self.slip(n),
            Incident::WrongPaste => self.wrong_paste(n),
            Incident::Leaves => self.leaves(n),
            Incident::Interrupts => self.interrupts(),
            Incident::Closes => self.closes(),
        }
        self.window.wait_count(n);
    }

    /// In every size the window shows the text around the caret, takes keys, and takes them back.
    fn resizes(&mut self) {
        let total = self.window.total();
        for (columns, rows) in [(40, 10), (120, 40), (20, 5), (80, 24)] {
            self.window.resize(columns, rows);
            self.window.wait_total(total);
            assert!(self.window.terminal.cursor_visible());
            self.put(Way::Waited, "窗口变了");
            self.window.wait_total(total + 4);
            let (row, column) = self.window.terminal.cursor();
            let before = self.window.cells(row, 0, column);
            let begins_row = before.trim_end_matches(' ').is_empty();
            let is_there = before.ends_with('了') || begins_row;
            assert!(is_there, "{columns}x{rows}: {before:?}");
            for _ in 0..4 {
                self.window.press(BACKSPACE);
            }
            self.window.wait_total(total);
        }
    }

    fn slip(&mut self, n: usize) {
        // Moving the caret ends the phrase: only what is typed from here on is taken back.
        self.window.press_all(&[LEFT, RIGHT]);
        self.put(Way::Waited, "这句写错了");
        self.window.wait_count(n + 5);
        self.undo_to(n);
        self.window.press(REDO);
        self.undo_to(n);
    }

    /// Takes steps back until so many characters are left. A pause between two keys makes two steps of a phrase.
    fn undo_to(&mut self, n: usize) {
        for _ in 0..10 {
            self.window.press(UNDO);
            if self.window.count() == Some(n) {
                return;
            }
        }
        panic!("not taken back\n{}", self.window.terminal.text());
    }

    /// A paste is one step, whatever its length, and the phrase before it is another.
    fn wrong_paste(&mut self, n: usize) {
        let phrase = "随手打的";
        self.put(Way::Waited, phrase);
        let n = n + count(phrase);
        let wrong = "贴错了地方的第一段。\r\n第二段，比第一段长。\n第三段。";
        self.window.paste(wrong);
        self.window.wait_count(n + count(wrong));
        let below = self.window.row_with(|row| row == "   第三段。");
        assert_eq!(below, Some(self.window.terminal.cursor().0));
        for (key, n) in [(UNDO, n), (REDO, n + count(wrong)), (UNDO, n)] {
            self.window.press(key);
            self.window.wait_count(n);
        }
        for _ in phrase.chars() {
            self.window.press(BACKSPACE);
        }
    }

    fn leaves(&mut self, n: usize) {
        for _ in 0..3 {
            self.window.press(LEFT);
        }
        let before = self.place();
        assert!(self.window.leave().success());
        self.come_back();
        assert_eq!(self.place(), before);
        // What was typed in the last session can still be taken back.
        self.window.press(UNDO);
        assert!(self.window.count() < Some(n));
        self.window.press(REDO);
        self.window.press(TEXT_END);
    }

    fn interrupts(&mut self) {
        let before = self.place();
        self.window.press_all(&[INTERRUPT]);
        assert_eq!(self.place(), before);
        self.window.send(INTERRUPT);
        assert!(self.window.wait_exit().success());
        self.come_back();
        assert_eq!(self.place(), before);
    }

    fn closes(&mut self) {
        self.window.press_all(&[LEFT, RIGHT, ESCAPE, ESCAPE]);
        let before = self.place();
        self.window.terminal.close();
        self.window.wait_exit();
        self.come_back();
        assert_eq!(self.place(), before);
    }

    /// Starts the program again and goes on where it was left.
    fn come_back(&mut self) {
        self.window = Window::resume(self.home, 80, 24);
    }

    /// Where the writer stands: the open question, the rows of its text and the cursor's cell.
    fn place(&self) -> (Focus, String, (u16, u16)) {
        let (row, column) = self.window.terminal.cursor();
        let text = self.window.terminal.row(row);
        (self.window.focus(), text, (row, column))
    }
}

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The first characters of a line in a list, which may be cut short at its end.
fn beginning(text: &str) -> String {
    text.chars().take(12).collect()
}

fn letters(text: &str) -> impl Iterator<Item = String> {
    text.chars().map(String::from)
}

/// 字 of a text without blanks, as the screen counts them.
fn count(text: &str) -> usize {
    text.chars().filter(|it| !it.is_whitespace()).count()
}

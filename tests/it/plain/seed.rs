//! A whole report written line by line: every word of the answer file of the seed. The same lines then go through a
//! pipe and a terminal without a cursor into the real program. What is stored is what the answer file says.

use portable_pty::CommandBuilder;
use pouxi::draft::{DimensionKind, Outline, OutlineDimension, OutlineProblem, PassageKind, Role};
use pouxi::import::answers::read;
use pouxi::sitting::model::Focus;
use pouxi::template;
use pouxi::wizard::outline_of;

use super::Lines;
use crate::harness::Bench;
use crate::stage::place;
use crate::terminal::Terminal;
use crate::window::stored;

const SEED: &str = include_str!("../../fixtures/seed.answers.json");
const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

#[test]
fn the_seed_written_by_lines_is_the_seed_of_the_answer_file() {
    let answers = read(SEED.as_bytes()).unwrap();
    let template = answers.template.unwrap();
    let blank = outline_of(template, 2021, Vec::new());
    let (outline, _) = answers.fill(blank.clone());
    let mut writer = Writer {
        lines: Lines::new(Vec::new()),
        outline: &outline,
        causes: Vec::new(),
        measures: Vec::new(),
    };
    writer.begin(&template::find(&outline.template).unwrap().name);
    writer.headings(&blank);
    writer.sections();
    for (n, it) in outline.dimensions.iter().enumerate() {
        writer.dimension(n, it);
    }
    writer.remedies();
    writer.order_of_measures();
    writer.lines.line("：退出");
    let drafts = &writer.lines.stage.world.drafts;
    assert_eq!(Outline::of(&drafts[0].draft()), outline);

    let script = writer.lines.given.join("\n") + "\n";
    through_a_pipe(&script, &outline);
    on_a_dumb_terminal(&script, &outline);
}

fn through_a_pipe(script: &str, outline: &Outline) {
    let bench = Bench::new();
    let out = bench.run_with(["--plain"], script.as_bytes()).done();
    assert!(out.contains("已保存：") && !out.contains('\u{1b}'));
    assert_eq!(Outline::of(&stored(&bench.home()).draft), *outline);
}

fn on_a_dumb_terminal(script: &str, outline: &Outline) {
    let home = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pouxi"));
    command.args(["--lang", "zh", "--home"]);
    command.arg(home.path());
    command.env("TERM", "dumb");
    let mut terminal = Terminal::start(command, 80, 24);
    terminal.wait_text("选几？");
    for line in script.lines() {
        terminal.send(line);
        terminal.send("\r");
    }
    assert!(terminal.wait_exit().success());
    assert!(!terminal.bytes().contains(&0x1b));
    assert_eq!(Outline::of(&stored(home.path()).draft), *outline);
}

/// A person with the answer file in hand.
struct Writer<'a> {
    lines: Lines,
    outline: &'a Outline,
    /// The causes and measures there are, by their place in the outline, in the order they were written.
    causes: Vec<usize>,
    measures: Vec<usize>,
}

impl Writer<'_> {
    fn begin(&mut self, kind: &str) {
        self.lines.choose("新写一份").choose("往年的会议材料");
        self.lines.choose(kind).line("2021").line("");
        self.lines.script(&["：目录", ">题目和署名", "1"]);
        self.lines.line(&self.outline.title);
    }

    fn headings(&mut self, blank: &Outline) {
        let outline = self.outline;
        for (n, (it, was)) in outline.sections.iter().zip(&blank.sections).enumerate() {
            if it.title != was.title {
                let numbered = format!("{}、{}", NUMERALS[n - 1], was.title);
                self.lines.line("：目录").choose("挪动").choose(&numbered);
                self.lines
                    .choose("改这一部分的标题")
                    .line("1")
                    .line(&it.title);
            }
        }
        for (n, (it, was)) in outline.dimensions.iter().zip(&blank.dimensions).enumerate() {
            if it.title != was.title {
                self.lines
                    .line("：目录")
                    .choose("挪动")
                    .choose(&format!("（{}）", NUMERALS[n]));
                self.lines.choose("改方面的名称").line("1").line(&it.title);
            }
        }
    }

    fn sections(&mut self) {
        for role in [Role::Opening, Role::FollowUp] {
            let section = self
                .outline
                .sections
                .iter()
                .find(|it| it.role == role)
                .unwrap();
            let start = if role == Role::Opening {
                "开头"
            } else {
                "一、"
            };
            self.lines.line("：目录").choose(start);
            self.passage(&section.text);
            self.lines.line("。");
        }
    }

    /// Writes the paragraphs of a text, which is open.
    fn passage(&mut self, text: &str) {
        for line in text.split('\n').filter(|it| !it.is_empty()) {
            self.lines.line(line);
        }
    }

    fn dimension(&mut self, n: usize, it: &OutlineDimension) {
        self.lines
            .line("：目录")
            .choose(&format!("（{}）", NUMERALS[n]));
        if it.kind == DimensionKind::Statement {
            self.passage(&it.statement);
            self.lines.line("。");
            return;
        }
        if !it.lead_in.is_empty() {
            self.lines.line("：上一步");
            self.passage(&it.lead_in);
            self.lines.line("。");
        }
        for (n, problem) in it.problems.iter().enumerate() {
            if n > 0 {
                self.pass_questions();
                self.lines.choose("再写问题");
            }
            self.problem(problem);
        }
    }

    fn problem(&mut self, problem: &OutlineProblem) {
        self.lines.line(&problem.headline);
        for (kind, text) in &problem.body {
            self.pass_questions();
            self.lines.choose(match kind {
                PassageKind::Detail => "再写表现",
                PassageKind::Example => "再写事例",
            });
            self.passage(text);
            self.lines.line("。");
        }
        for cause in &problem.causes {
            self.pass_questions();
            self.lines.choose("再加原因");
            self.cause(*cause);
        }
        for measure in &problem.measures {
            self.pass_questions();
            self.lines.choose("再加措施");
            self.measure(*measure);
        }
    }

    /// Goes past all questions of the page.
    fn pass_questions(&mut self) {
        for _ in 0..100 {
            if matches!(self.lines.stage.work().writer.focus, Focus::Button(_)) {
                return;
            }
            self.lines.line("：跳过");
        }
        panic!("no end of questions");
    }

    fn cause(&mut self, idx: usize) {
        let cause = &self.outline.causes[idx];
        if self.causes.contains(&idx) {
            self.lines.choose(&cause.headline);
            return;
        }
        if !self.causes.is_empty() {
            self.lines.choose("写一条新的");
        }
        self.lines.line(&cause.headline);
        self.explain(&cause.body);
        self.causes.push(idx);
    }

    fn measure(&mut self, idx: usize) {
        let measure = &self.outline.measures[idx];
        if self.measures.contains(&idx) {
            self.lines.choose(&measure.headline);
            return;
        }
        if !self.measures.is_empty() {
            self.lines.choose("写一条新的");
        }
        self.new_measure(idx);
    }

    fn new_measure(&mut self, idx: usize) {
        let measure = &self.outline.measures[idx];
        self.lines.line(&measure.headline);
        self.explain(&measure.body);
        self.measures.push(idx);
    }

    /// The passages below a cause or a measure; the first is asked for.
    fn explain(&mut self, body: &[(PassageKind, String)]) {
        for (n, (kind, text)) in body.iter().enumerate() {
            if n > 0 {
                self.lines.line("：这一项").choose("再写一段说明");
            }
            self.passage(text);
            if *kind == PassageKind::Example {
                self.lines.line("：这一项").choose("这一段是事例");
            }
        }
    }

    /// The measures against each cause, on the page of the causes.
    fn remedies(&mut self) {
        let outline = self.outline;
        for (idx, cause) in outline.causes.iter().enumerate() {
            for measure in &cause.measures {
                self.lines.line("：目录").choose("三、");
                let mut n_met = 0;
                while n_met <= idx {
                    self.lines.line("：跳过");
                    n_met += usize::from(place(&self.lines.stage.model).contains(" 措施 > "));
                }
                if self.measures.contains(measure) {
                    self.lines.choose(&outline.measures[*measure].headline);
                } else {
                    self.lines.choose("写一条新的");
                    self.new_measure(*measure);
                }
            }
        }
    }

    /// Moves the measures into the order of the answer file.
    fn order_of_measures(&mut self) {
        for idx in 0..self.measures.len() {
            let mut at = self.measures.iter().position(|it| *it == idx).unwrap();
            while at > idx {
                let headline = &self.outline.measures[idx].headline;
                self.lines.line("：目录").choose("四、");
                while self.lines.stage.work().text() != headline {
                    self.lines.line("：跳过");
                }
                self.lines.line("：这一项").choose("这条措施往前挪");
                self.measures.swap(at, at - 1);
                at -= 1;
            }
        }
    }
}

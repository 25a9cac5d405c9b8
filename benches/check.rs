//! What checking a report costs: all rules over 1 MB of text, and again after one key.
//!
//!     cargo bench --bench check
//!
//! Times are those of the processor, and of one core. Two texts of 1 MB: one whose sentences are all of its own, and one
//! made of the clauses of the seed in ever new order, so that every passage resembles many. After one key every text but
//! the one that changed is known: beside the first look stands what that is worth. Words behind `--` choose among the
//! benchmarks; see `docs/benchmarks-check.md`.

#![cfg_attr(
    not(unix),
    expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")
)]
#![expect(clippy::print_stdout, reason = "a benchmark says what it found")]

#[path = "shared/clock.rs"]
mod clock;
#[path = "shared/processor.rs"]
mod processor;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput};
use pouxi::check::{RULES, Review, Rulebook, Words, review};
use pouxi::draft::{
    Change, ChangeCause, DimensionKind, Draft, Edit, Field, Outline, OutlineCause,
    OutlineDimension, OutlineMeasure, OutlineProblem, OutlineSection, PassageKind, Role, Session,
};
use pouxi::locale::Lang;
use pouxi::template::{self, Level, Template};

use clock::now;
use processor::Processor;

const SEED: &str = include_str!("../tests/fixtures/seed.txt");

/// Bytes of the long texts.
const LONG: usize = 1_000_000;

fn main() {
    let template = template::find("self-review-zh").expect("it is built in");
    let own = draft(&mut Sentences::own(), LONG);
    let clauses = draft(&mut Sentences::of_clauses(), LONG);
    let mut criterion = processor::criterion();
    all_rules(&mut criterion, template, "sentences of its own", &own);
    all_rules(&mut criterion, template, "clauses of the seed", &clauses);
    each_rule(&mut criterion, template, &own);
    for characters in [6_448, 500_000] {
        one_key(&mut criterion, template, characters);
    }
    criterion.final_summary();
}

fn all_rules(criterion: &mut Criterion<Processor>, template: &Template, name: &str, draft: &Draft) {
    let book = book(template);
    println!("{name}: {} findings", review(&book, draft).len());
    let mut group = criterion.benchmark_group("all rules");
    group.throughput(Throughput::Bytes(bytes(draft)));
    group.bench_function(BenchmarkId::from_parameter(name), |it| {
        it.iter(|| review(&book, draft));
    });
}

fn each_rule(criterion: &mut Criterion<Processor>, template: &Template, draft: &Draft) {
    let mut group = criterion.benchmark_group("one rule");
    group.throughput(Throughput::Bytes(bytes(draft)));
    for rule in RULES {
        let template = only(template, rule.name);
        let book = book(&template);
        group.bench_function(BenchmarkId::from_parameter(rule.name), |it| {
            it.iter(|| review(&book, draft));
        });
    }
}

/// A letter in one paragraph, and looking again; beside it the first look.
fn one_key(criterion: &mut Criterion<Processor>, template: &Template, characters: usize) {
    let mut draft = draft(&mut Sentences::own(), characters * 3);
    let book = book(template);
    let mut group = criterion.benchmark_group(format!("{characters} 字"));
    group.bench_function("first look", |it| it.iter(|| review(&book, &draft)));
    let mut known = Review::default();
    let _found = known.look(&book, &draft);
    let problem = draft.problems().nth(3).map(|it| it.body[0].id);
    let field = Field::Passage(problem.expect("there are problems"));
    let edit = Edit::Splice {
        field,
        at: 0,
        removed: String::new(),
        inserted: "学".to_owned(),
    };
    let typed = Change {
        cause: ChangeCause::Typing,
        edits: vec![edit],
    };
    // Typed and taken back in turn: the draft stays as long as it is.
    let taken_back = typed.clone().invert(ChangeCause::Undo);
    let mut changes = [typed, taken_back].into_iter().cycle();
    group.bench_function("after one key", |it| {
        it.iter_custom(|n_rounds| {
            let mut time = Duration::ZERO;
            for _ in 0..n_rounds {
                let change = changes.next().expect("it goes round");
                draft.apply(&change).expect("it was made for it");
                let began = now();
                black_box(known.look(&book, &draft));
                time += now().saturating_sub(began);
            }
            time
        });
    });
    println!("texts looked at again: {}", known.looked_at());
}

fn book(template: &Template) -> Rulebook<'_> {
    Rulebook {
        lang: Lang::Zh,
        template,
        words: Words::built_in(),
        is_guessed: false,
        others: None,
    }
}

/// Returns the template with every rule off but one.
fn only(template: &Template, rule: &str) -> Template {
    let mut template = template.clone();
    for it in RULES {
        let level = if it.name == rule {
            Level::On
        } else {
            Level::Off
        };
        template.checks.set(it.name, level);
    }
    template
}

fn bytes(draft: &Draft) -> u64 {
    let paragraphs = pouxi::check::paragraphs(draft);
    paragraphs.iter().map(|it| it.text.len() as u64).sum()
}

/// Makes a report of about so many bytes: five dimensions, problems with details and examples, causes and measures.
fn draft(sentences: &mut Sentences, bytes: usize) -> Draft {
    let section = |role: Role, title: &str, text: String| OutlineSection {
        role,
        title: title.to_owned(),
        text,
        not_written: None,
    };
    let mut outline = Outline {
        template: "self-review-zh".to_owned(),
        title: "2025年度个人剖析材料".to_owned(),
        sections: vec![
            section(Role::Opening, "", sentences.take(3)),
            section(Role::FollowUp, "上年度整改情况", sentences.take(3)),
            section(Role::Dimensions, "存在的主要问题", String::new()),
            section(Role::Causes, "原因剖析", String::new()),
            section(Role::Measures, "整改措施", String::new()),
        ],
        ..Outline::default()
    };
    for name in ["学习", "服务", "作风", "担当", "纪律"] {
        let mut problems = Vec::new();
        let until = sentences.n_bytes + bytes * 7 / 50;
        while sentences.n_bytes < until {
            problems.push(OutlineProblem {
                headline: format!("{name}抓得不紧。"),
                body: vec![
                    (PassageKind::Detail, sentences.take(4)),
                    (PassageKind::Example, format!("如，{}", sentences.take(2))),
                ],
                ..OutlineProblem::default()
            });
        }
        outline.dimensions.push(OutlineDimension {
            kind: DimensionKind::Review,
            title: format!("{name}方面"),
            lead_in: String::new(),
            statement: String::new(),
            problems,
            not_written: None,
        });
    }
    let until = sentences.n_bytes + bytes * 3 / 20;
    while sentences.n_bytes < until {
        outline.causes.push(OutlineCause {
            headline: "思想上有所放松。".to_owned(),
            body: vec![(PassageKind::Detail, sentences.take(6))],
            measures: Vec::new(),
        });
    }
    let until = sentences.n_bytes + bytes * 3 / 20;
    while sentences.n_bytes < until {
        outline.measures.push(OutlineMeasure {
            headline: "加强学习。".to_owned(),
            body: vec![(PassageKind::Detail, sentences.take(6))],
            ..OutlineMeasure::default()
        });
    }
    let mut session = Session::new(Draft::default());
    let change = outline.into_change(session.draft(), ChangeCause::Import);
    let _committed = session
        .commit(change)
        .expect("an outline fits an empty draft");
    session.draft().clone()
}

/// Sentences of some 60 字 from pieces of the seed.
struct Sentences {
    pieces: Vec<String>,
    n_pieces: usize,
    state: u64,
    n_bytes: usize,
}

impl Sentences {
    /// Pieces of three characters: no passage of a sentence stands anywhere else.
    fn own() -> Self {
        let letters: Vec<char> = SEED.chars().filter(|it| it.is_alphabetic()).collect();
        let pieces = letters.windows(3).map(|it| it.iter().collect());
        Self::of(pieces.collect(), 20)
    }

    /// Clauses: every sentence shares passages with many.
    fn of_clauses() -> Self {
        let clauses = SEED.split(|it: char| !it.is_alphabetic());
        let clauses = clauses.filter(|it| it.chars().count() > 4);
        Self::of(clauses.map(str::to_owned).collect(), 6)
    }

    fn of(pieces: Vec<String>, n_pieces: usize) -> Self {
        Self {
            pieces,
            n_pieces,
            state: 7,
            n_bytes: 0,
        }
    }

    fn any(&mut self) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or_default() % self.pieces.len()
    }

    fn take(&mut self, n: usize) -> String {
        let mut text = String::new();
        for _ in 0..n {
            for piece in 0..self.n_pieces {
                let at = self.any();
                if piece > 0 && (self.n_pieces == 6 || piece % 7 == 0) {
                    text.push('，');
                }
                text.push_str(&self.pieces[at]);
            }
            text.push('。');
        }
        self.n_bytes += text.len();
        text
    }
}

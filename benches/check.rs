//! What checking a report costs: all rules over 1 MB of text, and again after one key.
//!
//!     cargo bench --bench check
//!
//! Only the processor's time of one core counts, so that a busy machine changes little; the least of several rounds is
//! taken. Two texts of 1 MB: one whose sentences are all of its own, and one made of the clauses of the seed in ever new
//! order, so that every passage resembles many. After one key every text but the one that changed is known: the ratio to
//! the first look says what that is worth. The table is printed as it stands in `docs/benchmarks-check.md`.

#![cfg_attr(
    not(unix),
    expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")
)]
#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

#[path = "shared/clock.rs"]
mod clock;

use std::time::Duration;

use pouxi::check::{RULES, Review, Rulebook, Words, review};
use pouxi::draft::{
    Change, ChangeCause, DimensionKind, Draft, Edit, Field, Outline, OutlineCause,
    OutlineDimension, OutlineMeasure, OutlineProblem, OutlineSection, PassageKind, Role, Session,
};
use pouxi::locale::Lang;
use pouxi::template::{self, Level, Template};

use clock::now;

const SEED: &str = include_str!("../tests/fixtures/seed.txt");

/// Bytes of the long texts.
const LONG: usize = 1_000_000;

const ROUNDS: usize = 9;

fn main() {
    let template = template::find("self-review-zh").expect("it is built in");
    let own = draft(&mut Sentences::own(), LONG);
    let clauses = draft(&mut Sentences::of_clauses(), LONG);
    println!("| text | bytes | findings | ms | MB/s |");
    println!("|---|--:|--:|--:|--:|");
    for (name, draft) in [
        ("sentences of its own", &own),
        ("clauses of the seed", &clauses),
    ] {
        let bytes = bytes(draft);
        let book = book(template);
        let n_found = review(&book, draft).len();
        let time = least(|| review(&book, draft).len());
        println!(
            "| {name} | {bytes} | {n_found} | {:.1} | {:.0} |",
            ms(time),
            rate(bytes, time)
        );
    }
    println!("\n| rule by itself | ms | MB/s |\n|---|--:|--:|");
    for rule in RULES {
        let template = only(template, rule.name);
        let book = book(&template);
        let time = least(|| review(&book, &own).len());
        println!(
            "| {} | {:.2} | {:.0} |",
            rule.name,
            ms(time),
            rate(bytes(&own), time)
        );
    }
    println!(
        "\n| draft, 字 | first look, ms | after one key, ms | ratio | texts looked at again |"
    );
    println!("|--:|--:|--:|--:|--:|");
    for characters in [6_448, 500_000] {
        let (first, again, n_again) = one_key(template, characters);
        println!(
            "| {characters} | {:.2} | {:.3} | {:.0} | {n_again} |",
            ms(first),
            ms(again),
            first.as_secs_f64() / again.as_secs_f64()
        );
    }
}

/// Returns what the first look takes, what it takes after one key, and how many paragraphs that looked at.
fn one_key(template: &Template, characters: usize) -> (Duration, Duration, usize) {
    let mut draft = draft(&mut Sentences::own(), characters * 3);
    let book = book(template);
    let first = least(|| review(&book, &draft).len());
    let mut known = Review::default();
    let _found = known.look(&book, &draft);
    let problem = draft.problems().nth(3).map(|it| it.body[0].id);
    let field = Field::Passage(problem.expect("there are problems"));
    let mut least = Duration::MAX;
    for _ in 0..ROUNDS * 3 {
        let edit = Edit::Splice {
            field,
            at: 0,
            removed: String::new(),
            inserted: "学".to_owned(),
        };
        let change = Change {
            cause: ChangeCause::Typing,
            edits: vec![edit],
        };
        draft.apply(&change).expect("it was made for it");
        let began = now();
        std::hint::black_box(known.look(&book, &draft));
        least = least.min(now().saturating_sub(began));
    }
    (first, least, known.looked_at())
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

fn bytes(draft: &Draft) -> usize {
    pouxi::check::paragraphs(draft)
        .iter()
        .map(|it| it.text.len())
        .sum()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "a rate for people")]
fn rate(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

fn least(mut work: impl FnMut() -> usize) -> Duration {
    let mut once = || {
        let began = now();
        std::hint::black_box(work());
        now().saturating_sub(began)
    };
    (0..ROUNDS).map(|_| once()).min().unwrap_or_default()
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

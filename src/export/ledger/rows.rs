//! From a draft to the rows of the ledger. Left out is what the writer decided not to write, as in print.
//!
//! Invariant: no text of a row holds a control character but the line feed, nor a character that XML forbids, and
//! none begins or ends with white space.

use crate::draft::{
    Cause, Dimension, Draft, ItemId, Link, Measure, Part, Passage, Problem, Status,
};
use crate::draft::{PassageKind, deadline};
use crate::export::flow::{self, Flow};
use crate::locale::Lang;

use super::messages;

/// A ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// The language of its heads and statuses: that of the report.
    pub language: Lang,
    /// What stands above it.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A problem and a measure that answers it. Either may be missing, not both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// From 1.
    pub number: usize,
    /// The draft and the measure, to find the measure again: `k3m9x2ab-12`; empty without a measure.
    pub key: String,
    /// The title of the dimension.
    pub dimension: String,
    /// The problem in one sentence.
    pub problem: String,
    /// How it shows: a line a paragraph.
    pub details: String,
    /// Its causes, a line each.
    pub cause: String,
    /// The measure, headline and body: a line a paragraph.
    pub measure: String,
    /// Who answers for it.
    pub owner: String,
    /// By when, in the writer's words.
    pub due: String,
    /// How far it has come; `None` without a measure.
    pub status: Option<Status>,
    /// What shows that it was done: a line a paragraph.
    pub evidence: String,
}

impl Row {
    /// Returns the last day for the measure; `None` if its words name none.
    pub fn deadline(&self) -> Option<jiff::civil::Date> {
        deadline(&self.due)
    }
}

/// Returns the ledger of a draft. `id` is what the draft is called in the data folder; the keys hold it, so that a
/// ledger of another draft is known as such.
pub fn ledger(draft: &Draft, id: &str, language: Lang) -> Ledger {
    let report = clean(&flow::one_line(language, &draft.title));
    let mut rows = Collected {
        draft,
        id,
        language,
        done: Vec::new(),
    };
    for dimension in &draft.dimensions {
        if rows.is_in(dimension.id) {
            for problem in &dimension.problems {
                rows.problem(dimension, problem);
            }
        }
    }
    rows.without_problem();
    let mut rows = rows.done;
    for (number, row) in (1..).zip(&mut rows) {
        row.number = number;
    }
    Ledger {
        language,
        title: match report.as_str() {
            "" => messages::name(language),
            report => messages::title(language, report),
        },
        rows,
    }
}

/// The rows so far.
struct Collected<'d> {
    draft: &'d Draft,
    id: &'d str,
    language: Lang,
    done: Vec<Row>,
}

impl<'d> Collected<'d> {
    /// Adds a row for each measure that answers the problem, or one without a measure.
    fn problem(&mut self, dimension: &Dimension, problem: &Problem) {
        if !self.is_in(problem.id) {
            return;
        }
        let has_examples = self.is_wanted(Part::Examples(problem.id));
        let passages = problem.body.iter();
        let details: Vec<&Passage> = passages
            .filter(|it| has_examples || it.kind == PassageKind::Detail)
            .collect();
        let common = Row {
            dimension: self.one_line(&dimension.title),
            problem: self.one_line(&problem.headline),
            details: self.flowing("", &details),
            ..Row::default()
        };
        if common.problem.is_empty() && common.details.is_empty() {
            return;
        }
        let measures: Vec<&Measure> = (self.draft.measures_for(problem.id))
            .filter(|it| self.is_in(it.id))
            .collect();
        for measure in &measures {
            let causes = self.causes_between(problem, measure.id);
            self.push(common.clone(), &causes, Some(measure));
        }
        if measures.is_empty() {
            let causes: Vec<&Cause> = self.draft.causes_of(problem.id).collect();
            self.push(common, &causes, None);
        }
    }

    /// Adds the measures that answer no problem of a row.
    fn without_problem(&mut self) {
        for measure in &self.draft.measures {
            let key = self.key(measure.id);
            if !self.is_in(measure.id) || self.done.iter().any(|it| it.key == key) {
                continue;
            }
            let causes = self.draft.causes.iter();
            let causes: Vec<&Cause> = causes
                .filter(|it| self.is_against(measure.id, it.id))
                .collect();
            self.push(Row::default(), &causes, Some(measure));
        }
    }

    /// Returns the causes of a problem that the measure is against; all of them where it answers the problem itself.
    fn causes_between(&self, problem: &Problem, measure: ItemId) -> Vec<&'d Cause> {
        let causes: Vec<&Cause> = self.draft.causes_of(problem.id).collect();
        let against: Vec<&Cause> = (causes.iter().copied())
            .filter(|it| self.is_against(measure, it.id))
            .collect();
        if against.is_empty() { causes } else { against }
    }

    fn is_against(&self, measure: ItemId, cause: ItemId) -> bool {
        (self.draft.links).contains(&Link::CauseMeasure { cause, measure })
    }

    fn push(&mut self, row: Row, causes: &[&Cause], measure: Option<&Measure>) {
        let causes = causes.iter().filter(|it| self.is_in(it.id));
        let causes: Vec<String> = causes
            .map(|it| match self.one_line(&it.headline) {
                headline if headline.is_empty() => {
                    self.flowing("", &it.body.iter().collect::<Vec<_>>())
                }
                headline => headline,
            })
            .filter(|it| !it.is_empty())
            .collect();
        let mut row = Row {
            cause: causes.join("\n"),
            ..row
        };
        if let Some(it) = measure {
            let body: Vec<&Passage> = it.body.iter().collect();
            row.key = self.key(it.id);
            row.measure = self.flowing(&self.one_line(&it.headline), &body);
            row.owner = self.one_line(&it.owner);
            row.due = self.one_line(&it.due);
            row.status = Some(it.status);
            row.evidence = self.lines(&it.evidence);
            // What nobody has written anything about is no measure yet.
            let is_empty = [&row.measure, &row.owner, &row.due, &row.evidence]
                .into_iter()
                .all(String::is_empty);
            if is_empty {
                (row.key, row.status) = (String::new(), None);
                if row.details.is_empty() && row.problem.is_empty() {
                    return;
                }
            }
        }
        self.done.push(row);
    }

    fn key(&self, measure: ItemId) -> String {
        format!("{}-{}", self.id, measure.0)
    }

    /// Returns a headline and the passages behind it, read on without a break.
    fn flowing(&self, headline: &str, body: &[&Passage]) -> String {
        let mut flow = Flow::new(self.language);
        flow.begin(headline.to_owned());
        for it in body {
            flow.add(&it.text);
        }
        paragraphs(flow)
    }

    fn lines(&self, text: &str) -> String {
        let mut flow = Flow::new(self.language);
        flow.add(text);
        paragraphs(flow)
    }

    fn one_line(&self, text: &str) -> String {
        clean(&flow::one_line(self.language, text))
    }

    fn is_in(&self, item: ItemId) -> bool {
        self.is_wanted(Part::Item(item))
    }

    fn is_wanted(&self, part: Part) -> bool {
        self.draft.reason_not_written(part).is_none()
    }
}

fn paragraphs(flow: Flow) -> String {
    let lines = flow.into_paragraphs().into_iter();
    let lines: Vec<String> = lines.map(|it| clean(&(it.lead + &it.words))).collect();
    let lines: Vec<&str> = (lines.iter().map(String::as_str))
        .filter(|it| !it.is_empty())
        .collect();
    lines.join("\n")
}

/// Leaves the characters out that XML 1.0 forbids and printing has not left out already.
fn clean(words: &str) -> String {
    let words: String = (words.chars())
        .filter(|it| !matches!(it, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    words.trim().to_owned()
}

//! What is due: the measures of all drafts by their last day. Today comes from whoever asks.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::desk::ledger_of;
use crate::draft::{Part, Status, deadline};
use crate::store::{Home, StoreError, recover};

/// A measure of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Id of the draft.
    pub draft: String,
    /// Its title.
    pub title: String,
    /// The measure, in one line.
    pub measure: String,
    /// The problems it answers, by their headlines.
    pub problems: Vec<String>,
    /// Who answers for it; may be empty.
    pub owner: String,
    /// By when, in the writer's words; may be empty.
    pub due: String,
    /// The last day; `None` if the words name none.
    pub date: Option<Date>,
    /// How far it has come.
    pub status: Status,
}

impl Due {
    /// Tells whether nothing is left to do.
    pub fn is_settled(&self) -> bool {
        match self.status {
            Status::Done | Status::Closed => true,
            Status::Open | Status::Underway | Status::Ongoing | Status::Unfinished => false,
        }
    }

    /// Tells whether the last day is over and something is left to do. What never ends is never late.
    pub fn is_overdue(&self, today: Date) -> bool {
        let may_be_late = match self.status {
            Status::Open | Status::Underway | Status::Unfinished => true,
            Status::Ongoing | Status::Done | Status::Closed => false,
        };
        may_be_late && self.date.is_some_and(|it| it < today)
    }

    /// Returns how many days are left; less than none for a day that is over.
    pub fn days_left(&self, today: Date) -> Option<i64> {
        let span = today.until(self.date?).ok()?;
        Some(i64::from(span.get_days()))
    }
}

/// What is due, and which drafts could not be read.
#[derive(Debug, Default)]
pub struct AllDue {
    /// The measures: what is overdue first, then by day, then what has no day; settled ones too.
    pub measures: Vec<Due>,
    /// The ids of drafts that could not be read.
    pub unread: Vec<String>,
}

/// Returns the measures of all drafts. No draft is locked: one that another window writes is read as it is.
///
/// # Errors
/// The folder of the drafts cannot be read.
pub fn all_due(home: &Home, today: Date) -> Result<AllDue, StoreError> {
    let mut all = AllDue::default();
    for entry in home.drafts()? {
        match recover(&home.folder(&entry.id)) {
            Ok(it) => of_draft(&entry.id, &it.draft, &mut all.measures),
            Err(_) => all.unread.push(entry.id),
        }
    }
    all.measures.sort_by(|a, b| order(a, b, today));
    Ok(all)
}

fn of_draft(id: &str, draft: &crate::draft::Draft, out: &mut Vec<Due>) {
    let ledger = ledger_of(draft, id);
    for measure in &draft.measures {
        if draft.reason_not_written(Part::Item(measure.id)).is_some() {
            continue;
        }
        let key = format!("{id}-{}", measure.id.0);
        let mut rows = ledger.rows.iter().filter(|it| it.key == key).peekable();
        let Some(first) = rows.peek().copied() else {
            continue;
        };
        let problems = rows.map(|it| it.problem.clone());
        out.push(Due {
            draft: id.to_owned(),
            title: draft.title.clone(),
            measure: first.measure.replace('\n', " "),
            owner: first.owner.clone(),
            date: deadline(&first.due),
            due: first.due.clone(),
            status: measure.status,
            problems: problems.filter(|it| !it.is_empty()).collect(),
        });
    }
}

/// What is overdue comes first, what has no day last; within them by day, then as the drafts have it.
fn order(a: &Due, b: &Due, today: Date) -> Ordering {
    let place = |it: &Due| match it.date {
        _ if it.is_overdue(today) => 0,
        Some(_) => 1,
        None => 2,
    };
    (place(a), a.date).cmp(&(place(b), b.date))
}

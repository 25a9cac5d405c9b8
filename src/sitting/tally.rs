//! How many 字 there are: in the report, and in each text. Kept up to date stroke by stroke; a stroke costs the
//! words around it, never the draft.

use std::collections::BTreeMap;

use crate::draft::{Draft, Edit, Field, Spot};
use crate::typeset::{self, Count, count_apart};
use crate::wizard::{Page, Question, Stop};

/// The counts of a draft.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Of what is printed. Between structural changes it follows the words alone: headings come and go with them.
    report: Count,
    fields: BTreeMap<Field, Count>,
}

impl Tally {
    /// Counts a draft anew.
    pub fn of(draft: &Draft) -> Self {
        let apart = |it: Field| (it, count_apart(draft.text(it).unwrap_or_default()));
        let fields: BTreeMap<Field, [Count; 2]> = draft.fields().into_iter().map(apart).collect();
        let apart = |it: Field| fields.get(&it).copied().unwrap_or_default();
        Self {
            report: crate::desk::count(draft, &apart),
            fields: fields
                .iter()
                .map(|(it, [plain, others])| (*it, *plain + *others))
                .collect(),
        }
    }

    /// Follows the edits of a change that was made to `draft`, now in its new state.
    pub fn follow(&mut self, draft: &Draft, edits: &[Edit]) {
        let [
            Edit::Splice {
                field,
                at,
                removed,
                inserted,
            },
        ] = edits
        else {
            *self = Self::of(draft);
            return;
        };
        let text = draft.text(*field).unwrap_or_default();
        let count = self.fields.entry(*field).or_default();
        let before = *count;
        typeset::recount(count, text, *at, removed, inserted.len());
        if (before.marks == 0) != (count.marks == 0) {
            // A text that appears or goes takes headings and ordinals with it.
            *self = Self::of(draft);
            return;
        }
        let add = |whole: usize, old: usize, new: usize| (whole + new).saturating_sub(old);
        self.report = Count {
            marks: add(self.report.marks, before.marks, count.marks),
            without_punctuation: add(
                self.report.without_punctuation,
                before.without_punctuation,
                count.without_punctuation,
            ),
            as_word: add(self.report.as_word, before.as_word, count.as_word),
        };
    }

    /// Returns the count of what is printed.
    pub fn report(&self) -> Count {
        self.report
    }

    /// Returns the count of the answer to a question; nothing where it is answered by choosing.
    pub fn answer(&self, stop: Stop) -> Count {
        match stop {
            Stop::Text(Spot::Text(field)) => self.fields.get(&field).copied().unwrap_or_default(),
            Stop::Text(_) | Stop::Choose(_) => Count::default(),
        }
    }

    /// Counts a short draft anew: the full stops that printing supplies come and go with what is typed. A long one
    /// is off by them until it is opened again.
    pub fn refresh(&mut self, draft: &Draft) {
        const SHORT: usize = 50_000;
        if self.report.marks < SHORT {
            *self = Self::of(draft);
        }
    }

    /// Returns the count of the part of the report that a page belongs to: its dimension, or its own answers.
    pub fn part(&self, draft: &Draft, page: Page, questions: &[Question<'_>]) -> Count {
        let counts: Vec<Count> = match page.dimension(draft).and_then(|it| draft.dimension(it)) {
            Some(it) => {
                let mut ids = vec![it.id];
                for problem in &it.problems {
                    ids.push(problem.id);
                    ids.extend(problem.body.iter().map(|it| it.id));
                }
                let is_inside = |field: &Field| field.item().is_some_and(|it| ids.contains(&it));
                let is_text = |field: &Field| !matches!(field, Field::DimensionTitle(_));
                let fields = self
                    .fields
                    .iter()
                    .filter(|(it, _)| is_inside(it) && is_text(it));
                fields.map(|(_, it)| *it).collect()
            }
            None => questions.iter().map(|it| self.answer(it.stop)).collect(),
        };
        counts
            .into_iter()
            .fold(Count::default(), |sum, it| sum + it)
    }
}

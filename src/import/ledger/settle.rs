//! Rows against a draft: what was changed in them, as one change of the draft.
//!
//! The draft is what the ledger was written of, or has been changed since: a cell that says what the draft says changes
//! nothing, and of the rows of one measure the one that says something else is the one that somebody changed.

use encoding_rs::GBK;
use serde::Serialize;

use super::day::days;
use super::entry::Entry;
use super::heads::{letters, status};
use super::messages as say;
use super::remark::{LedgerNotice, LedgerRemark};
use super::sheet::{Cell, without_guard};
use crate::draft::{
    Attr, Change, ChangeCause, Draft, Edit, Field, ItemId, Measure, Status, date_in, date_like,
    is_never_printed,
};
use crate::locale::Lang;

/// What of a measure is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldOfMeasure {
    /// Who answers for it.
    Owner,
    /// By when.
    Due,
    /// How far it has come.
    Status,
    /// What shows that it was done.
    Evidence,
}

impl FieldOfMeasure {
    /// Returns what it is called.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Owner => say::owner(lang),
            Self::Due => say::due(lang),
            Self::Status => say::status(lang),
            Self::Evidence => say::evidence(lang),
        }
    }
}

/// What a cell or the draft says: words, or a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// Words.
    Words(String),
    /// A status.
    Status(Status),
}

/// Something that is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The row in the file, from 1.
    pub line: usize,
    /// The measure.
    pub measure: ItemId,
    /// What of it.
    pub field: FieldOfMeasure,
    /// What the draft says.
    pub was: Said,
    /// What the row says.
    pub now: Said,
}

/// Rows held against a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// How many rows there are.
    pub rows: usize,
    /// How many of them are of a measure of the draft.
    pub matched: usize,
    /// What they change, in the order of the rows.
    pub changed: Vec<Changed>,
    /// What was noticed, by row.
    pub remarks: Vec<LedgerRemark>,
}

impl Settled {
    /// Returns all of it as one change of the draft it was settled with; `None` if nothing is changed.
    pub fn change(&self, draft: &Draft) -> Option<Change> {
        let edit = |it: &Changed| match (&it.now, it.field) {
            (Said::Status(status), _) => Edit::set(draft, Attr::Status(it.measure, *status)),
            (Said::Words(words), FieldOfMeasure::Owner) => {
                Edit::set_text(draft, Field::Owner(it.measure), words)
            }
            (Said::Words(words), FieldOfMeasure::Due) => {
                Edit::set_text(draft, Field::Due(it.measure), words)
            }
            (Said::Words(words), FieldOfMeasure::Evidence | FieldOfMeasure::Status) => {
                Edit::set_text(draft, Field::Evidence(it.measure), words)
            }
        };
        let edits: Vec<Edit> = self.changed.iter().filter_map(edit).collect();
        (!edits.is_empty()).then_some(Change {
            cause: ChangeCause::Import,
            edits,
        })
    }
}

/// Holds rows against a draft. `id` is that of the draft: keys of other drafts are not gone by.
pub fn settle(draft: &Draft, id: &str, entries: &[Entry]) -> Settled {
    let mut settling = Settling {
        draft,
        id,
        texts: (draft.measures.iter())
            .map(|it| (it.id, letters(&text_of(it))))
            .collect(),
        settled: Settled {
            rows: entries.len(),
            ..Settled::default()
        },
        contested: Vec::new(),
    };
    for entry in entries {
        if let Some(measure) = settling.measure_of(entry) {
            settling.settled.matched += 1;
            settling.read(entry, measure);
        }
    }
    let mut settled = settling.settled;
    settled.remarks.sort_by_key(|it| it.line);
    settled
}

struct Settling<'d> {
    draft: &'d Draft,
    id: &'d str,
    /// The letters of every measure.
    texts: Vec<(ItemId, String)>,
    settled: Settled,
    /// What rows disagree on.
    contested: Vec<(ItemId, FieldOfMeasure)>,
}

impl<'d> Settling<'d> {
    /// Finds the measure of a row: by its key, unless the words are those of another one; else by its words.
    fn measure_of(&mut self, entry: &Entry) -> Option<&'d Measure> {
        let draft = self.draft;
        let wanted = letters(&entry.measure);
        let same = self.texts.iter().filter(|it| it.1 == wanted);
        let same: Vec<ItemId> = same.map(|it| it.0).collect();
        let keyed = key_in(&entry.key, self.id).and_then(|it| draft.measure(it));
        let (found, notice) = match (keyed, &same[..]) {
            (Some(keyed), same) if wanted.is_empty() || same.contains(&keyed.id) => {
                (Some(keyed), None)
            }
            (Some(_), [one]) if !wanted.is_empty() => {
                (draft.measure(*one), Some(LedgerNotice::KeyElsewhere))
            }
            (Some(keyed), _) => (Some(keyed), Some(LedgerNotice::WordsDiffer)),
            (None, [one]) if !wanted.is_empty() => (draft.measure(*one), None),
            (None, [_, _, ..]) if !wanted.is_empty() => (None, Some(LedgerNotice::SeveralMeasures)),
            (None, _) => {
                let words = if entry.measure.is_empty() {
                    &entry.key
                } else {
                    &entry.measure
                };
                let words = words.chars().take(40).collect();
                (None, Some(LedgerNotice::NoMeasure { words }))
            }
        };
        if let Some(it) = notice {
            self.remark(entry.line, it);
        }
        found
    }

    fn read(&mut self, entry: &Entry, measure: &Measure) {
        let line = entry.line;
        if let Some(it) = &entry.status {
            let words = it.words();
            match status(&words) {
                _ if words.trim().is_empty() => {
                    let field = FieldOfMeasure::Status;
                    self.remark(line, LedgerNotice::Emptied { field });
                }
                Some(now) if now == measure.status => {}
                Some(now) => {
                    let (was, now) = (Said::Status(measure.status), Said::Status(now));
                    self.change(line, measure.id, FieldOfMeasure::Status, was, now);
                }
                None => {
                    let words = words.trim().chars().take(20).collect();
                    self.remark(line, LedgerNotice::NoStatus { words });
                }
            }
        }
        let texts = [
            (FieldOfMeasure::Owner, &entry.owner, &measure.owner),
            (FieldOfMeasure::Due, &entry.due, &measure.due),
            (FieldOfMeasure::Evidence, &entry.evidence, &measure.evidence),
        ];
        for (field, cell, was) in texts {
            if let Some(cell) = cell {
                self.text(line, measure.id, field, cell, was);
            }
        }
    }

    fn text(
        &mut self,
        line: usize,
        measure: ItemId,
        field: FieldOfMeasure,
        cell: &Cell,
        was: &str,
    ) {
        let words = match cell {
            Cell::Day(day) if date_in(was).is_some_and(|it| it.0 == *day) => return,
            Cell::Day(day) => date_like(*day, was),
            Cell::Words(words) => words.clone(),
        };
        let in_one_row = field != FieldOfMeasure::Evidence;
        // Spreadsheets that read a CSV file keep the guard of its cells.
        let readings = [words.as_str(), without_guard(&words)];
        if readings.iter().any(|it| same_words(was, it, in_one_row)) {
            return;
        }
        let day = date_in(was).map(|it| it.0);
        let says =
            |day| date_in(&words).is_some_and(|it| it.0 == day) || days(&words).contains(&day);
        let is_same_day = field == FieldOfMeasure::Due && day.is_some_and(says);
        if is_same_day {
            return;
        }
        let (now, n_dropped) = taken(&words, field);
        if now.is_empty() {
            return self.remark(line, LedgerNotice::Emptied { field });
        }
        if n_dropped > 0 {
            let count = n_dropped;
            self.remark(line, LedgerNotice::ControlsDropped { count });
        }
        let (was, now) = (Said::Words(was.to_owned()), Said::Words(now));
        self.change(line, measure, field, was, now);
    }

    fn change(
        &mut self,
        line: usize,
        measure: ItemId,
        field: FieldOfMeasure,
        was: Said,
        now: Said,
    ) {
        let changed = &mut self.settled.changed;
        let earlier = (changed.iter()).position(|it| it.measure == measure && it.field == field);
        let is_contested = self.contested.contains(&(measure, field));
        match earlier {
            Some(at) if changed.get(at).is_some_and(|it| it.now == now) => return,
            Some(at) => {
                changed.remove(at);
                self.contested.push((measure, field));
            }
            None if is_contested => {}
            None => {
                changed.push(Changed {
                    line,
                    measure,
                    field,
                    was,
                    now,
                });
                return;
            }
        }
        self.remark(line, LedgerNotice::Disagree { field });
    }

    fn remark(&mut self, line: usize, notice: LedgerNotice) {
        self.settled.remarks.push(LedgerRemark { line, notice });
    }
}

/// Returns the measure that a key of this draft names.
fn key_in(key: &str, id: &str) -> Option<ItemId> {
    let (draft, number) = key.trim().rsplit_once('-')?;
    (draft == id).then(|| number.parse().ok().map(ItemId))?
}

fn text_of(measure: &Measure) -> String {
    let body = measure.body.iter().map(|it| it.text.as_str());
    std::iter::once(measure.headline.as_str())
        .chain(body)
        .collect()
}

/// Tells whether a cell says what the draft says: blanks, invisible signs and the end of what is too long for a cell
/// do not count, nor what a file in the encoding of old Chinese Excel (GBK) cannot hold.
fn same_words(draft: &str, cell: &str, is_one_line: bool) -> bool {
    let has_lines = draft
        .trim()
        .contains(|it: char| it.is_control() || it.is_whitespace() && it != ' ');
    let (draft, cell) = (plain(draft), plain(cell));
    if draft == cell {
        return true;
    }
    let cut = cell.strip_suffix('…').filter(|it| it.len() > 32_000);
    if cut.is_some_and(|it| draft.starts_with(it)) {
        return true;
    }
    if has_lines && is_one_line {
        // In one line a line break is a blank or nothing, as the language has it.
        let joined = |it: &str| it.replace(' ', "");
        if joined(&draft) == joined(&cell) {
            return true;
        }
    }
    cell.contains('?') && [1, 2].iter().any(|n| lossy(&draft, *n) == cell)
}

/// Returns the words as GBK holds them, with so many question marks for what is beyond it.
fn lossy(words: &str, n_marks: usize) -> String {
    let mut out = String::new();
    for sign in words.chars() {
        let mut bytes = [0; 4];
        if GBK.encode(sign.encode_utf8(&mut bytes)).2 {
            let n = if sign.len_utf16() == 2 { n_marks } else { 1 };
            out.extend(std::iter::repeat_n('?', n));
        } else {
            out.push(sign);
        }
    }
    out
}

fn is_invisible(sign: char) -> bool {
    is_never_printed(sign) && !sign.is_whitespace()
}

/// Returns the words with one blank for each run of white space, and without invisible signs.
fn plain(words: &str) -> String {
    let visible: String = words.chars().filter(|it| !is_invisible(*it)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the words as the draft takes them, and how many signs were left out.
fn taken(words: &str, field: FieldOfMeasure) -> (String, usize) {
    let n_dropped = words.chars().filter(|it| is_invisible(*it)).count();
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    let visible: String = words.chars().filter(|it| !is_invisible(*it)).collect();
    let lines = visible.lines().map(str::trim).filter(|it| !it.is_empty());
    let between = if field == FieldOfMeasure::Evidence {
        "\n"
    } else {
        " "
    };
    (lines.collect::<Vec<_>>().join(between), n_dropped)
}

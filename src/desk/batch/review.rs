//! The review of a batch: every report once, the likely pairs once more.

use std::sync::atomic::{AtomicU32, Ordering};

use super::compare::{compare, own_words};
use super::parallel::for_each;
use super::report::{Opened, Report};
use super::{Nearest, Pair, Row};
use crate::check::resemblance::{Batch, Likely};
use crate::desk::kinds::Kinds;
use crate::desk::reviewing::Standards;

/// From this share on two reports are told to resemble each other, in percent of the shorter.
const ALIKE: usize = 10;

/// Of so many pairs, the strongest, the sentences are kept.
const WITH_SENTENCES: usize = 200;

/// What a batch of reports came to.
#[derive(Debug, Default)]
pub struct Reviewed {
    /// The reports, those that need attention first.
    pub rows: Vec<Row>,
    /// The pairs that resemble each other, the strongest first.
    pub pairs: Vec<Pair>,
    /// What was not read, by name.
    pub skipped: Vec<Skipped>,
}

/// Something that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// How far the review is.
#[derive(Clone, Copy, Debug)]
pub enum Progress {
    /// So many reports are to be read.
    Reading(usize),
    /// So many are to be compared with others.
    Comparing(usize),
    /// One of them is done.
    One,
}

/// Where a text of the batch stands: which report, and which text in it.
type At = (usize, usize);

/// Reviews reports. `tell` is called from several threads.
pub fn review(
    standards: &Standards<'_>,
    kinds: &Kinds,
    reports: &[Report],
    tell: &(dyn Fn(Progress) + Sync),
) -> Reviewed {
    let (read, batch) = read(standards, kinds, reports, tell);
    let mut reviewed = Reviewed::default();
    let mut places: Vec<At> = Vec::new();
    for (idx, (report, result)) in reports.iter().zip(read).enumerate() {
        match result {
            Ok(rows) => {
                places.extend((0..rows.len()).map(|text| (idx, text)));
                reviewed.rows.extend(rows);
            }
            Err(reason) => reviewed.skipped.push(Skipped {
                name: report.name.clone(),
                reason,
            }),
        }
    }
    let comparing = Comparing {
        standards,
        kinds,
        reports,
        places: &places,
    };
    reviewed.pairs = comparing.pairs(&batch.likely(), tell);
    reviewed.in_order()
}

/// Reads every report. The texts of the batch are numbered in the order of the reports.
fn read(
    standards: &Standards<'_>,
    kinds: &Kinds,
    reports: &[Report],
    tell: &(dyn Fn(Progress) + Sync),
) -> (Vec<Result<Vec<Row>, String>>, Batch) {
    tell(Progress::Reading(reports.len()));
    let words = standards.words;
    let mut whole = Batch::for_texts(reports.len());
    let next = AtomicU32::new(0);
    let (read, parts) = for_each(
        reports.len(),
        || whole.alike(),
        |batch, idx| {
            let report = &reports[idx];
            let rows = report.open(standards.lang).map(|opened| {
                let n_texts = opened.n_texts();
                let row = |text: usize| {
                    let name = if n_texts == 1 {
                        report.name.clone()
                    } else {
                        format!("{}#{}", report.name, text + 1)
                    };
                    let draft = opened.draft(text, kinds, standards.lang);
                    let origin = opened.origin(text, &draft);
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let own = own_words(&draft);
                    batch.add(words, number, own.iter().map(String::as_str));
                    (number, Row::of(standards, name, &draft, origin.as_ref()))
                };
                (0..n_texts).map(row).collect::<Vec<_>>()
            });
            tell(Progress::One);
            rows
        },
    );
    for part in parts {
        whole.append(part);
    }
    // Threads number as they come; the outcome is not to depend on that.
    let mut numbers = vec![0; next.load(Ordering::Relaxed) as usize];
    let in_order = read.iter().flatten().flatten().map(|it| it.0);
    for (number, was) in (0..).zip(in_order) {
        numbers[was as usize] = number;
    }
    whole.renumber(&numbers);
    let rows = read
        .into_iter()
        .map(|it| it.map(|rows| rows.into_iter().map(|it| it.1).collect()));
    (rows.collect(), whole)
}

struct Comparing<'a> {
    standards: &'a Standards<'a>,
    kinds: &'a Kinds,
    reports: &'a [Report],
    /// Where each text of the batch stands.
    places: &'a [At],
}

impl Comparing<'_> {
    /// Returns the pairs among the likely ones that do resemble each other, the strongest first.
    fn pairs(&self, likely: &[Likely], tell: &(dyn Fn(Progress) + Sync)) -> Vec<Pair> {
        let mut likely: Vec<(usize, usize)> = likely
            .iter()
            .map(|it| (it.one as usize, it.other as usize))
            .collect();
        likely.sort_unstable();
        // One report against all those it may resemble: it is read once.
        let groups: Vec<&[(usize, usize)]> =
            likely.chunk_by(|left, right| left.0 == right.0).collect();
        tell(Progress::Comparing(groups.len()));
        let (found, _) = for_each(groups.len(), Shelf::default, |shelf, idx| {
            let pairs = self.compared(shelf, groups[idx], false);
            tell(Progress::One);
            pairs
        });
        let mut pairs: Vec<Pair> = found.into_iter().flatten().collect();
        pairs.sort_by_key(|it| (std::cmp::Reverse(it.percent), it.one, it.other));
        // All the sentences of all the pairs would be more than the reports themselves.
        let n_shown = pairs.len().min(WITH_SENTENCES);
        let (shown, _) = for_each(n_shown, Shelf::default, |shelf, idx| {
            let pair = (pairs[idx].one, pairs[idx].other);
            self.compared(shelf, &[pair], true)
        });
        for (pair, compared) in pairs.iter_mut().zip(shown.into_iter().flatten()) {
            pair.sentences = compared.sentences;
        }
        pairs
    }

    fn compared(
        &self,
        last: &mut Shelf,
        pairs: &[(usize, usize)],
        with_sentences: bool,
    ) -> Vec<Pair> {
        let words = self.standards.words;
        let Some((one, _)) = pairs.first() else {
            return Vec::new();
        };
        let own = self.words_of(last, *one);
        let compared = pairs.iter().map(|(one, other)| {
            let (percent, sentences) = compare(words, &own, &self.words_of(last, *other));
            Pair {
                one: *one,
                other: *other,
                percent,
                sentences: if with_sentences {
                    sentences
                } else {
                    Vec::new()
                },
            }
        });
        compared
            .filter(|it| it.percent >= ALIKE || with_sentences)
            .collect()
    }

    /// Reads a text of the batch again. A report that has changed or gone meanwhile has no words.
    fn words_of(&self, last: &mut Shelf, number: usize) -> Vec<String> {
        let Some((idx, text)) = self.places.get(number).copied() else {
            return Vec::new();
        };
        let opened = match last.many.take() {
            Some((at, opened)) if at == idx => opened,
            _ => match self.reports[idx].open(self.standards.lang) {
                Ok(it) => it,
                Err(_) => return Vec::new(),
            },
        };
        let words = own_words(&opened.draft(text, self.kinds, self.standards.lang));
        if opened.n_texts() > 1 {
            last.many = Some((idx, opened));
        }
        words
    }
}

/// The last file of many texts that was read: its texts are often compared with each other.
#[derive(Default)]
struct Shelf {
    many: Option<(usize, Opened)>,
}

impl Reviewed {
    /// Sets what needs attention first. The pairs know the reports by the order they were read in.
    fn in_order(mut self) -> Self {
        for pair in &self.pairs {
            for (row, with) in [(pair.one, pair.other), (pair.other, pair.one)] {
                // The strongest pair of a report comes first.
                self.rows[row].nearest.get_or_insert(Nearest {
                    row: with,
                    percent: pair.percent,
                });
            }
        }
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by_cached_key(|it| self.rows[*it].order());
        let mut place = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old] = new;
        }
        for it in &mut self.pairs {
            (it.one, it.other) = (place[it.one], place[it.other]);
        }
        let mut rows: Vec<Option<Row>> = self.rows.into_iter().map(Some).collect();
        let ordered = order.iter().filter_map(|it| rows[*it].take());
        self.rows = ordered
            .map(|mut row| {
                if let Some(it) = &mut row.nearest {
                    it.row = place[it.row];
                }
                row
            })
            .collect();
        self
    }

    /// Adds what was left out before anything was read.
    pub fn skip(&mut self, left_out: Vec<Skipped>) {
        self.skipped.extend(left_out);
        self.skipped
            .sort_by(|left, right| left.name.cmp(&right.name));
    }
}

//! [`Review`]: all rules asked about a report, and what they found. Words that have not changed are not looked at again.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::draft::{Draft, Field, ItemId};

use super::{
    At, Finding, Found, Looks, Marks, Ordinal, Paragraph, RULES, Rule, Rulebook, Seen, Severity,
    Whole, paragraphs,
};

/// What the rules found in a report, the gravest first, each kind in the order of the report.
pub fn review(book: &Rulebook<'_>, draft: &Draft) -> Vec<Finding> {
    Review::default().look(book, draft)
}

/// What the rules found in a report that came from a file, its numbering included.
pub fn review_file(book: &Rulebook<'_>, draft: &Draft, ordinals: &[Ordinal]) -> Vec<Finding> {
    Review::default().look_at_all(book, draft, ordinals)
}

/// What is known of the paragraphs of a report: a paragraph that stands there as before is not looked at again.
#[derive(Debug, Default)]
pub struct Review {
    known: HashMap<u64, Known>,
    n_looked_at: usize,
}

/// What is known of a paragraph.
#[derive(Debug)]
struct Known {
    /// What the rules on paragraphs found, each by its place in the table of rules.
    found: Vec<(usize, Found)>,
    /// What the rules over the report go by.
    marks: Marks,
}

impl Review {
    /// Returns what the rules find now. The rulebook must be the same at every call.
    pub fn look(&mut self, book: &Rulebook<'_>, draft: &Draft) -> Vec<Finding> {
        self.look_at_all(book, draft, &[])
    }

    fn look_at_all(
        &mut self,
        book: &Rulebook<'_>,
        draft: &Draft,
        ordinals: &[Ordinal],
    ) -> Vec<Finding> {
        let paragraphs = paragraphs(draft);
        let asked = Asked::of(book);
        let keys: Vec<u64> = paragraphs.iter().map(key).collect();
        let mut before = std::mem::take(&mut self.known);
        self.n_looked_at = 0;
        let mut known: HashMap<u64, Known> = HashMap::with_capacity(keys.len());
        for (key, paragraph) in keys.iter().zip(&paragraphs) {
            known.entry(*key).or_insert_with(|| {
                before.remove(key).unwrap_or_else(|| {
                    self.n_looked_at += 1;
                    asked.look_at(book, paragraph)
                })
            });
        }
        let of: Vec<&Known> = keys.iter().filter_map(|it| known.get(it)).collect();
        let mut out: Vec<((usize, usize), Finding)> = Vec::new();
        for ((idx, paragraph), it) in paragraphs.iter().enumerate().zip(&of) {
            for (rule, found) in &it.found {
                let Some(severity) = asked.severities[*rule] else {
                    continue;
                };
                let offset = match &found.at {
                    At::Text(field, range) => paragraph.offset(*field, range.start),
                    At::Report | At::Item(_) => None,
                };
                let finding = finding(&RULES[*rule], severity, found.clone());
                out.push(((idx, offset.unwrap_or_default()), finding));
            }
        }
        let marks = of.iter().map(|it| &it.marks).collect();
        let whole = Whole::of(book, draft, &paragraphs, ordinals, marks);
        let places = Places::of(&paragraphs);
        for (rule, severity) in RULES.iter().zip(&asked.severities) {
            let Some(severity) = severity else { continue };
            for looks in rule.looks {
                if let Looks::OverReport(run) = looks {
                    let mut found = Vec::new();
                    run(&whole, &mut found);
                    out.extend(found.into_iter().map(|it| {
                        let place = places.order(&it.at);
                        (place, finding(rule, *severity, it))
                    }));
                }
            }
        }
        // Of the same place and severity, by rule: the order does not depend on what was known.
        out.sort_by(|left, right| {
            let by = |it: &((usize, usize), Finding)| {
                (std::cmp::Reverse(it.1.severity), it.0, it.1.rule)
            };
            by(left).cmp(&by(right))
        });
        self.known = known;
        out.into_iter().map(|it| it.1).collect()
    }

    /// Returns how many paragraphs the last look had to look at.
    pub fn looked_at(&self) -> usize {
        self.n_looked_at
    }
}

/// The rules that are asked.
struct Asked {
    /// How much the findings of each rule matter; `None` if it is not asked.
    severities: Vec<Option<Severity>>,
    /// Whether any rule compares the sentences of the report with each other.
    with_prints: bool,
}

impl Asked {
    fn of(book: &Rulebook<'_>) -> Self {
        let severities: Vec<Option<Severity>> = RULES.iter().map(|it| book.severity(it)).collect();
        let with_prints = RULES
            .iter()
            .zip(&severities)
            .any(|it| it.0.name == "repeated-passage" && it.1.is_some());
        Self {
            severities,
            with_prints,
        }
    }

    fn look_at(&self, book: &Rulebook<'_>, paragraph: &Paragraph<'_>) -> Known {
        let seen = Seen::of(book.words, paragraph);
        let mut all = Vec::new();
        let mut found = Vec::new();
        for (idx, rule) in RULES.iter().enumerate() {
            if self.severities[idx].is_none() {
                continue;
            }
            for looks in rule.looks {
                if let Looks::AtParagraph(run) = looks {
                    run(book, &seen, &mut found);
                    all.extend(found.drain(..).map(|it| (idx, it)));
                }
            }
        }
        Known {
            found: all,
            marks: seen.marks(self.with_prints),
        }
    }
}

fn finding(rule: &Rule, severity: Severity, found: Found) -> Finding {
    Finding {
        rule: rule.name,
        severity,
        at: found.at,
        message: found.message,
        fix: found.fix,
        ordinal: found.ordinal,
        twin: found.twin,
        missing: found.missing,
    }
}

/// What tells a paragraph from others: its words, what it is, and where its texts lie.
fn key(paragraph: &Paragraph<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    paragraph.hash(&mut hasher);
    hasher.finish()
}

/// Where the texts of a report stand among its paragraphs.
struct Places<'a> {
    paragraphs: &'a [Paragraph<'a>],
    /// The first and the last paragraph of each text. Those between are of that text alone.
    fields: HashMap<Field, (usize, usize)>,
    /// The first paragraph of each item.
    items: HashMap<ItemId, usize>,
}

impl<'a> Places<'a> {
    fn of(paragraphs: &'a [Paragraph<'a>]) -> Self {
        let mut fields: HashMap<Field, (usize, usize)> = HashMap::new();
        let mut items = HashMap::new();
        for (idx, it) in paragraphs.iter().enumerate() {
            for (field, _) in it.pieces() {
                fields.entry(field).or_insert((idx, idx)).1 = idx;
            }
            if let Some(id) = it.item {
                items.entry(id).or_insert(idx);
            }
        }
        Self {
            paragraphs,
            fields,
            items,
        }
    }

    /// Returns where a finding belongs: which paragraph, and the byte in it. One that belongs to none stands behind
    /// all.
    fn order(&self, at: &At) -> (usize, usize) {
        let nowhere = (self.paragraphs.len(), 0);
        match at {
            At::Report => nowhere,
            At::Item(id) => self.items.get(id).map_or(nowhere, |it| (*it, 0)),
            At::Text(field, range) => {
                let Some(&(first, last)) = self.fields.get(field) else {
                    return nowhere;
                };
                let own = self.paragraphs.get(first..=last).unwrap_or_default();
                let begins = |it: &Paragraph<'_>| {
                    let mut pieces = it.pieces();
                    pieces.find(|it| it.0 == *field).map_or(0, |it| it.1)
                };
                let n = own.partition_point(|it| begins(it) <= range.start).max(1);
                let offset = own.get(n - 1).and_then(|it| it.offset(*field, range.start));
                offset.map_or(nowhere, |it| (first + n - 1, it))
            }
        }
    }
}

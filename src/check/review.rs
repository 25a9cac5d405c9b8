//! [`Review`]: all rules asked about a report, and what they found. Words that have not changed are not looked at again.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::draft::Draft;

use super::{At, Finding, Found, Looks, Paragraph, RULES, Rule, Rulebook, Whole, paragraphs};

/// What the rules found in a report, the gravest first, each kind in the order of the report.
pub fn review(book: &Rulebook<'_>, draft: &Draft) -> Vec<Finding> {
    Review::default().look(book, draft)
}

/// What is known of the paragraphs of a report: a paragraph that stands there as before is not looked at again.
#[derive(Debug, Default)]
pub struct Review {
    known: HashMap<u64, Vec<(usize, Found)>>,
    n_looked_at: usize,
}

impl Review {
    /// Returns what the rules find now. The rulebook must be the same at every call.
    pub fn look(&mut self, book: &Rulebook<'_>, draft: &Draft) -> Vec<Finding> {
        let paragraphs = paragraphs(draft);
        let whole = Whole {
            book,
            draft,
            paragraphs: &paragraphs,
        };
        let mut out: Vec<((usize, usize), Finding)> = Vec::new();
        for (rule, severity) in asked(book) {
            if let Looks::OverReport(run) = rule.looks {
                let mut found = Vec::new();
                run(&whole, &mut found);
                let placed = |it: Found| (order(&paragraphs, &it.at), finding(rule, severity, it));
                out.extend(found.into_iter().map(placed));
            }
        }
        let mut known = HashMap::with_capacity(paragraphs.len());
        self.n_looked_at = 0;
        for (idx, paragraph) in paragraphs.iter().enumerate() {
            let key = key(paragraph);
            let found = self.known.remove(&key).unwrap_or_else(|| {
                self.n_looked_at += 1;
                look_at(book, paragraph)
            });
            let here = std::slice::from_ref(paragraph);
            for (rule_idx, it) in &found {
                let rule = &RULES[*rule_idx];
                if let Some(severity) = book.severity(rule) {
                    let offset = order(here, &it.at).1;
                    out.push(((idx, offset), finding(rule, severity, it.clone())));
                }
            }
            known.insert(key, found);
        }
        self.known = known;
        out.sort_by_key(|(place, it)| (std::cmp::Reverse(it.severity), *place));
        out.into_iter().map(|it| it.1).collect()
    }

    /// Returns how many paragraphs the last look had to look at.
    pub fn looked_at(&self) -> usize {
        self.n_looked_at
    }
}

fn asked(book: &Rulebook<'_>) -> impl Iterator<Item = (&'static Rule, super::Severity)> {
    RULES.iter().filter_map(|it| Some((it, book.severity(it)?)))
}

fn look_at(book: &Rulebook<'_>, paragraph: &Paragraph<'_>) -> Vec<(usize, Found)> {
    let mut out = Vec::new();
    for (idx, rule) in RULES.iter().enumerate() {
        if let (Looks::AtParagraph(run), Some(_)) = (rule.looks, book.severity(rule)) {
            let mut found = Vec::new();
            run(book, paragraph, &mut found);
            out.extend(found.into_iter().map(|it| (idx, it)));
        }
    }
    out
}

fn finding(rule: &Rule, severity: super::Severity, found: Found) -> Finding {
    Finding {
        rule: rule.name,
        severity,
        at: found.at,
        message: found.message,
        fix: found.fix,
    }
}

/// What tells a paragraph from others: its words, what it is, and where its texts lie.
fn key(paragraph: &Paragraph<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    paragraph.hash(&mut hasher);
    hasher.finish()
}

/// Returns where a finding belongs: which paragraph, and the byte in it. One that belongs to none stands behind all.
fn order(paragraphs: &[Paragraph<'_>], at: &At) -> (usize, usize) {
    let offset = |it: &Paragraph<'_>| match at {
        At::Report => None,
        At::Item(id) => (it.item == Some(*id)).then_some(0),
        At::Text(field, range) => it.offset(*field, range.start),
    };
    let here = paragraphs
        .iter()
        .enumerate()
        .find_map(|(idx, it)| Some((idx, offset(it)?)));
    here.unwrap_or((paragraphs.len(), 0))
}

//! Examples in which nothing can be held on to: no time, no number, no name. A heuristic: it looks for signs of them.

use std::collections::HashSet;

use crate::check::messages::vague_example;
use crate::check::{At, Found, Looks, Rule, Severity, Whole};
use crate::draft::{Field, PassageKind};

pub(super) const RULE: Rule = Rule {
    name: "vague-example",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("vague-example.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let mut specific: HashSet<Field> = HashSet::new();
    for (_, marks) in whole.marked() {
        specific.extend(marks.specific.iter().copied());
    }
    for passage in whole.problems().flat_map(|it| &it.body) {
        let words = passage.text.trim_end();
        let field = Field::Passage(passage.id);
        if passage.kind == PassageKind::Example
            && !words.trim().is_empty()
            && !specific.contains(&field)
        {
            let at = At::Text(field, 0..words.len());
            out.push(Found::new(at, vague_example(whole.book.lang)));
        }
    }
}

//! Titles of dimensions that are not built alike: some begin with 在 or end in 方面, some do not.

use crate::check::messages::{heading_begins, heading_ends};
use crate::check::{At, Found, Looks, Rule, Severity, Whole};
use crate::draft::{Dimension, DimensionKind, Field};

pub(super) const RULE: Rule = Rule {
    name: "heading-style",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("heading-style.md"),
    looks: Looks::OverReport(run),
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let lang = whole.book.lang;
    let titles: Vec<&Dimension> = (whole.draft.dimensions.iter())
        .filter(|it| it.kind == DimensionKind::Review && !it.title.trim().is_empty())
        .collect();
    for it in odd_ones(&titles, |it| bare(it).starts_with('在')) {
        out.push(Found::new(place(it), heading_begins(lang)));
    }
    for it in odd_ones(&titles, |it| bare(it).ends_with("方面")) {
        out.push(Found::new(place(it), heading_ends(lang)));
    }
}

/// Returns those that differ from most; none where all are alike or it is half and half.
fn odd_ones<'a>(titles: &[&'a Dimension], is_so: impl Fn(&str) -> bool) -> Vec<&'a Dimension> {
    let (so, otherwise): (Vec<&Dimension>, Vec<&Dimension>) =
        titles.iter().partition(|it| is_so(&it.title));
    match so.len().cmp(&otherwise.len()) {
        std::cmp::Ordering::Less => so,
        std::cmp::Ordering::Equal => Vec::new(),
        std::cmp::Ordering::Greater => otherwise,
    }
}

fn bare(title: &str) -> &str {
    title.trim().trim_end_matches(['。', '：', '.', ':'])
}

fn place(dimension: &Dimension) -> At {
    At::Text(
        Field::DimensionTitle(dimension.id),
        0..dimension.title.len(),
    )
}

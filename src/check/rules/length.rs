//! Reports shorter or longer than the notice wants. Without a range in the notice there is nothing to say.

use crate::check::messages::{too_long, too_short};
use crate::check::{At, Found, Looks, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "length",
    severity: Severity::Info,
    is_on: true,
    is_chinese: false,
    page: include_str!("length.md"),
    looks: Looks::OverReport(run),
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let Some(range) = whole.book.template.length else {
        return;
    };
    let bound = |it: Option<u32>| it.map(|it| it as usize);
    let (min, max) = (bound(range.min), bound(range.max));
    let characters = whole.characters(|_| true);
    if let Some(min) = min.filter(|it| characters < *it) {
        let message = too_short(whole.book.lang, characters, min);
        out.push(Found::new(At::Report, message));
    }
    if let Some(max) = max.filter(|it| characters > *it) {
        let message = too_long(whole.book.lang, characters, max);
        out.push(Found::new(At::Report, message));
    }
}

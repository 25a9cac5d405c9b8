//! Ordinals of a file that skip, repeat or carry the wrong mark. A draft has none: they come from the place.

use std::collections::BTreeMap;

use crate::check::messages::{numbering_jumps, numbering_mark};
use crate::check::ordinals::Style;
use crate::check::{Found, Looks, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "numbering",
    severity: Severity::Info,
    is_on: true,
    is_chinese: true,
    page: include_str!("numbering.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let lang = whole.book.lang;
    let mut last: BTreeMap<Style, usize> = BTreeMap::new();
    for ordinal in whole.ordinals {
        let Some((style, number)) = ordinal.read() else {
            continue;
        };
        let expected = last.get(&style).map_or(1, |it| it + 1);
        // 1 begins a new list, whatever came before.
        if number != expected && number != 1 {
            let message = numbering_jumps(lang, &ordinal.words, expected);
            out.push(Found::given(ordinal, message));
        }
        let is_wrong_mark = match style {
            Style::Han => !ordinal.words.contains('、'),
            Style::Digits => ordinal.words.contains(['、', ',', '，']),
            Style::HanInParentheses | Style::DigitsInParentheses | Style::HanShi => false,
        };
        if is_wrong_mark {
            out.push(Found::given(ordinal, numbering_mark(lang, &ordinal.words)));
        }
        last.insert(style, number);
        // What stands below begins anew.
        last.retain(|it, _| *it <= style);
    }
}

//! A title of one year over the dimensions of another, and other years in the opening. Knows the years of the packs.

use crate::check::messages::{other_year, wrong_year};
use crate::check::{At, Found, Kind, Looks, Rule, Severity, Whole};
use crate::draft::{DimensionKind, Field, Role};
use crate::template::fits::{better_fit, year_in};

pub(super) const RULE: Rule = Rule {
    name: "wrong-year",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("wrong-year.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let title = &whole.draft.title;
    let reviewed = whole
        .draft
        .dimensions
        .iter()
        .filter(|it| it.kind == DimensionKind::Review);
    let dimensions: Vec<&str> = reviewed.map(|it| it.title.as_str()).collect();
    if let Some(fit) = better_fit(title, &dimensions) {
        let message = wrong_year(whole.book.lang, fit.stated, &fit.template.name);
        out.push(Found::new(At::Text(Field::Title, 0..title.len()), message));
    }
    let Some(stated) = year_in(title) else {
        return;
    };
    for paragraph in whole
        .paragraphs
        .iter()
        .filter(|it| it.kind == Kind::SectionText(Role::Opening))
    {
        for (at, words) in paragraph.text.match_indices("年度") {
            let before = paragraph.text.get(..at).unwrap_or_default();
            let start = before
                .trim_end_matches(|it: char| it.is_ascii_digit())
                .len();
            let year = before.get(start..).and_then(|it| it.parse::<u16>().ok());
            // 上年度 and the year before are last year's business.
            if year.is_some_and(|it| it > 1990 && it != stated && it + 1 != stated) {
                let range = start..at + words.len();
                let said = paragraph.text.get(range.clone()).unwrap_or_default();
                let message = other_year(whole.book.lang, said, stated);
                out.push(Found::new(paragraph.at(range), message));
            }
        }
    }
}

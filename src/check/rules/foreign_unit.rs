//! Words of another unit: 我县 in the report of a 镇. Goes by the unit under the title, else by what stands most often.

use crate::check::messages::foreign_unit;
use crate::check::{Found, Kind, Looks, Paragraph, Rule, Severity, Whole};

pub(super) const RULE: Rule = Rule {
    name: "foreign-unit",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("foreign-unit.md"),
    looks: &[Looks::OverReport(run)],
};

/// The levels a unit can have, in the word that follows 我. Not 国 and 党: every unit is part of them.
const LEVELS: [char; 14] = [
    '省', '市', '县', '区', '镇', '乡', '村', '局', '院', '校', '办', '委', '厅', '所',
];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let mut sites: Vec<(&Paragraph<'_>, usize, char)> = Vec::new();
    for (paragraph, marks) in whole.marked().filter(|it| it.0.kind.is_prose()) {
        for &at in &marks.me {
            let level = paragraph.text.get(at..).and_then(|it| it.chars().nth(1));
            if let Some(level) = level.filter(|it| LEVELS.contains(it)) {
                sites.push((paragraph, at, level));
            }
        }
    }
    let Some(own) = own_level(whole, &sites) else {
        return;
    };
    for (paragraph, at, level) in sites.into_iter().filter(|it| it.2 != own) {
        let range = at..at + '我'.len_utf8() + level.len_utf8();
        let message = foreign_unit(whole.book.lang, &format!("我{level}"), &format!("我{own}"));
        out.push(Found::new(paragraph.at(range), message));
    }
}

/// Returns the level of the writer's unit: that of the first line under the title that names one, else the one that
/// stands more often than all others together.
fn own_level(whole: &Whole<'_>, sites: &[(&Paragraph<'_>, usize, char)]) -> Option<char> {
    let named = whole
        .paragraphs
        .iter()
        .filter(|it| it.kind == Kind::Byline)
        .find_map(|it| {
            let words = it.text.split_whitespace().next()?;
            // The last level of 江州市青石镇: the smallest.
            words.chars().rev().find(|it| LEVELS.contains(it))
        });
    named.or_else(|| {
        let count = |level: char| sites.iter().filter(|it| it.2 == level).count();
        LEVELS.into_iter().find(|it| count(*it) * 2 > sites.len())
    })
}

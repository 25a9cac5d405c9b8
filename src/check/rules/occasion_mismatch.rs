//! A title that names one meeting and a text that names another. Knows the two meetings of the genre only.

use crate::check::messages::occasion_mismatch;
use crate::check::{At, Found, Kind, Looks, Rule, Severity, Whole};
use crate::draft::Field;

pub(super) const RULE: Rule = Rule {
    name: "occasion-mismatch",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("occasion-mismatch.md"),
    looks: &[Looks::OverReport(run)],
};

/// One meeting.
pub(in crate::check) const DEMOCRATIC: &[&str] = &["民主生活会"];

/// The other.
pub(in crate::check) const ORGANISATIONAL: &[&str] = &["组织生活会"];

const OCCASIONS: [&str; 2] = [DEMOCRATIC[0], ORGANISATIONAL[0]];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let title = &whole.draft.title;
    let texts = whole.marked().filter(|it| it.0.kind != Kind::Title);
    let counts = texts.fold([0, 0], |sum: [usize; 2], (_, it)| {
        [sum[0] + it.occasions[0], sum[1] + it.occasions[1]]
    });
    for (this, that) in [(0, 1), (1, 0)] {
        let (here, there) = (OCCASIONS[this], OCCASIONS[that]);
        let Some(at) = title.find(here) else { continue };
        if !title.contains(there) && counts[that] > counts[this] {
            let range = at..at + here.len();
            let message = occasion_mismatch(whole.book.lang, here, there, counts[that]);
            out.push(Found::new(At::Text(Field::Title, range), message));
        }
    }
}

//! Numbers of last year's points that the list does not have. Does not know whether they were kept.

use crate::check::messages::claim_without_list;
use crate::check::signs::number;
use crate::check::{Found, Kind, Looks, Rule, Severity, Whole};
use crate::draft::Role;

pub(super) const RULE: Rule = Rule {
    name: "claim-without-list",
    severity: Severity::Warn,
    is_on: true,
    is_chinese: true,
    page: include_str!("claim-without-list.md"),
    looks: &[Looks::OverReport(run)],
};

/// What points are counted by, behind the number.
const COUNTED: &[&str] = &["条", "项", "个问题", "个具体问题"];

/// What tells that the points of last year are counted, before the number in the same sentence.
const LEADS: &[&str] = &["查摆", "问题", "梳理", "整改"];

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let listed = whole.draft.follow_ups.len();
    let texts = (whole.paragraphs.iter()).filter(|it| it.kind == Kind::SectionText(Role::FollowUp));
    for paragraph in texts {
        let text = paragraph.text.as_ref();
        let led_from = LEADS
            .iter()
            .filter_map(|it| Some(text.find(it)? + it.len()))
            .min();
        // The first number is the whole; those behind it are its parts.
        let claim = text.char_indices().find_map(|(at, _)| {
            let (value, length) = number(text.get(at..)?)?;
            let rest = text.get(at + length..)?;
            let is_counted = value > 0 && COUNTED.iter().any(|it| rest.starts_with(it));
            // A text of nothing but numbers must not be looked through for each of them.
            (is_counted && led_from.is_some_and(|it| it <= at)).then_some((at..at + length, value))
        });
        if let Some((range, claimed)) = claim
            && claimed != listed
        {
            let message = claim_without_list(whole.book.lang, claimed, listed);
            out.push(Found::new(paragraph.at(range), message));
            return;
        }
    }
}

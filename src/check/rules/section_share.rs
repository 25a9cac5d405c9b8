//! Reports in which problems and causes take less than half. Off unless a template asks for it: no binding share is known.

use crate::check::messages::section_share;
use crate::check::{At, Found, Looks, Rule, Severity, Whole};
use crate::draft::Role;

pub(super) const RULE: Rule = Rule {
    name: "section-share",
    severity: Severity::Info,
    is_on: false,
    is_chinese: false,
    page: include_str!("section-share.md"),
    looks: Looks::OverReport(run),
};

/// The least share of problems and causes, in percent: what office checkers ask.
const LEAST: usize = 50;

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    let all = whole.characters(|_| true);
    let those =
        whole.characters(|it| matches!(Whole::role_of(it), Some(Role::Dimensions | Role::Causes)));
    if all > 0 && those * 100 < all * LEAST {
        let share = those * 100 / all;
        out.push(Found::new(
            At::Report,
            section_share(whole.book.lang, share, LEAST),
        ));
    }
}

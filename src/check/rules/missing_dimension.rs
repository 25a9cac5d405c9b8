//! Dimensions of the notice that the report does not have. Titles are compared, not what is written under them.

use crate::check::messages::missing_dimension;
use crate::check::{At, Found, Looks, Rule, Severity, Whole};
use crate::template::fits::{ALIKE, resemblance};

pub(super) const RULE: Rule = Rule {
    name: "missing-dimension",
    severity: Severity::Error,
    is_on: true,
    is_chinese: false,
    page: include_str!("missing-dimension.md"),
    looks: &[Looks::OverReport(run)],
};

fn run(whole: &Whole<'_>, out: &mut Vec<Found>) {
    // Dimensions that follow no notice are a place to start from, and the writer's to change.
    if whole.book.template.year.is_none() {
        return;
    }
    let asked = whole.book.template.dimensions.iter();
    let (there, missing): (Vec<_>, Vec<_>) = asked.filter(|it| !it.statement).partition(|spec| {
        whole.draft.dimensions.iter().any(|it| {
            resemblance(&it.title, &spec.title) >= ALIKE
                || (!spec.short_title.is_empty() && it.title.contains(&spec.short_title))
        })
    });
    // Where most are missing, the template is not the one the report was written to.
    if whole.book.is_guessed && missing.len() >= there.len() {
        return;
    }
    for spec in missing {
        let message = missing_dimension(whole.book.lang, &spec.title);
        out.push(Found::new(At::Report, message));
    }
}

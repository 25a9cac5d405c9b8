//! Points in words: what a rubric gave, line by line. What commands and pages say alike.

use crate::check::rubric::{
    Counted, Criterion, CriterionScore, Measure, Rubric, Score, Taken, messages as say,
};
use crate::draft::Role;
use crate::locale::Lang;
use crate::wizard::messages::section_label;

/// Says what a rubric gave: a heading, each criterion with what took points, and the sum.
pub fn lines(lang: Lang, rubric: &Rubric, score: &Score) -> Vec<String> {
    let mut lines = vec![say::heading(lang, &rubric.name) + &mark(lang, rubric)];
    for (criterion, given) in rubric.criteria.iter().zip(&score.criteria) {
        lines.push(format!("  {}", of_criterion(lang, criterion, given)));
        for it in &given.taken {
            lines.push(format!("    {}", of_taken(lang, criterion, *it)));
        }
        if !given.unasked.is_empty() {
            let rules = given.unasked.join(&say::comma(lang));
            lines.push(format!("    {}", say::unasked(lang, &rules)));
        }
    }
    let (points, of, person) = (score.points(), score.of(), score.person());
    let total = say::total(
        lang,
        &points.to_string(),
        &of.to_string(),
        &person.to_string(),
    );
    lines.push(format!("  {total}"));
    if !score.hard.is_empty() {
        let found = (score.hard.iter()).map(|it| say::findings(lang, it.rule, it.findings));
        let found: Vec<String> = found.collect();
        lines.push(format!(
            "  {}",
            say::hard(lang, &found.join(&say::comma(lang)))
        ));
    }
    lines
}

/// Returns what stands behind the name of a rubric nobody has compared with the office's own.
pub fn mark(lang: Lang, rubric: &Rubric) -> String {
    if rubric.confirmed {
        String::new()
    } else {
        say::unconfirmed(lang)
    }
}

/// Says in a few signs what a report was given.
pub fn brief(score: &Score) -> String {
    let mark = if score.hard.is_empty() { "" } else { " !" };
    format!("{}/{}{mark}", score.points(), score.of())
}

fn of_criterion(lang: Lang, criterion: &Criterion, given: &CriterionScore) -> String {
    let (name, person) = (&criterion.name, given.person.to_string());
    if criterion.person == criterion.weight {
        return say::by_person(lang, name, &person);
    }
    let points = say::criterion(lang, name, &given.points.to_string(), &given.of.to_string());
    if criterion.person > 0 {
        points + &say::and_person(lang, &person)
    } else {
        points
    }
}

/// Says what took points, and how many.
pub fn of_taken(lang: Lang, criterion: &Criterion, taken: Taken) -> String {
    let what = (criterion.deductions.get(taken.deduction))
        .map_or_else(String::new, |it| what(lang, &it.measure, taken.n));
    say::taken(lang, &what, &taken.points.to_string())
}

fn what(lang: Lang, measure: &Measure, n: usize) -> String {
    let names = |roles: &[Role]| {
        let names: Vec<&str> = roles.iter().map(|it| section_label(lang, *it)).collect();
        names.join(&say::comma(lang))
    };
    match measure {
        Measure::Findings { rules, .. } => say::findings(lang, &rules.join(&say::comma(lang)), n),
        Measure::Missing(roles) => say::missing(lang, n, &names(roles)),
        Measure::Share(roles, _) => say::share(lang, &names(roles), n),
        Measure::Count(counted, _) => say::count(lang, &name_of(lang, *counted), n),
    }
}

fn name_of(lang: Lang, counted: Counted) -> String {
    match counted {
        Counted::Characters => say::characters(lang),
        Counted::Dimensions => say::dimensions(lang),
        Counted::Statements => say::statements(lang),
        Counted::Problems => say::problems(lang),
        Counted::Examples => say::examples(lang),
        Counted::Causes => say::causes(lang),
        Counted::Measures => say::measures(lang),
    }
}

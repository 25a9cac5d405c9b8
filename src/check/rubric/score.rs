//! Points from facts. The same facts always give the same points; another finding never gives more.

use super::{Bounds, Criterion, Deduction, Facts, Measure, Rubric, Takes};

/// Points in tenths: a share of points is rounded up to a tenth, in favour of nobody twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(u64);

/// What a report was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// One for each criterion, in order.
    pub criteria: Vec<CriterionScore>,
    /// What makes the report unfit whatever its points.
    pub hard: Vec<Hard>,
}

/// What a criterion gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionScore {
    /// What is left.
    pub points: Points,
    /// What a program can give.
    pub of: Points,
    /// What only a person can give.
    pub person: Points,
    /// What took points off, in the order of the rubric.
    pub taken: Vec<Taken>,
    /// Rules it names that could find nothing in this report.
    pub unasked: Vec<&'static str>,
}

/// Points that were taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Which deduction of the criterion, from 0.
    pub deduction: usize,
    /// How many there were of what is measured; a share is in percent.
    pub n: usize,
    /// How many points that takes; all together may be more than there are.
    pub points: Points,
}

/// Findings of a rule that makes a report unfit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hard {
    /// The rule.
    pub rule: &'static str,
    /// How many.
    pub findings: usize,
}

impl Points {
    /// Returns so many whole points; they are kept in tenths.
    pub fn whole(points: u32) -> Self {
        Self(u64::from(points) * 10)
    }

    /// Returns them as a number of points with tenths, for JSON.
    pub fn value(self) -> f64 {
        u32::try_from(self.0).map_or(f64::MAX, |it| f64::from(it) / 10.0)
    }
}

impl std::fmt::Display for Points {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (whole, 0) => write!(out, "{whole}"),
            (whole, tenth) => write!(out, "{whole}.{tenth}"),
        }
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        Self(points.map(|it| it.0).sum())
    }
}

impl Score {
    /// Returns the points of all criteria.
    pub fn points(&self) -> Points {
        self.criteria.iter().map(|it| it.points).sum()
    }

    /// Returns the points a program can give.
    pub fn of(&self) -> Points {
        self.criteria.iter().map(|it| it.of).sum()
    }

    /// Returns the points only a person can give.
    pub fn person(&self) -> Points {
        self.criteria.iter().map(|it| it.person).sum()
    }
}

/// Gives a report its points.
pub fn score(rubric: &Rubric, facts: &Facts) -> Score {
    let hard = rubric.hard.iter().filter_map(|rule| {
        let findings = facts.findings.iter().filter(|it| it.0 == *rule).count();
        (findings > 0).then_some(Hard { rule, findings })
    });
    Score {
        criteria: rubric.criteria.iter().map(|it| given(it, facts)).collect(),
        hard: hard.collect(),
    }
}

fn given(criterion: &Criterion, facts: &Facts) -> CriterionScore {
    let of = Points::whole(criterion.weight.saturating_sub(criterion.person));
    let deductions = criterion.deductions.iter().enumerate();
    let taken: Vec<Taken> = deductions
        .map(|(deduction, it)| {
            let n = measured(&it.measure, facts);
            let points = taken(it, n, facts);
            Taken {
                deduction,
                n,
                points,
            }
        })
        .filter(|it| it.points > Points::default())
        .collect();
    let off: Points = taken.iter().map(|it| it.points).sum();
    let mut unasked: Vec<&'static str> = (criterion.deductions.iter())
        .flat_map(|it| match &it.measure {
            Measure::Findings { rules, .. } => rules.as_slice(),
            Measure::Missing(_) | Measure::Share(..) | Measure::Count(..) => &[],
        })
        .copied()
        .filter(|it| facts.unasked.contains(it))
        .collect();
    unasked.sort_unstable();
    unasked.dedup();
    CriterionScore {
        points: Points(of.0.saturating_sub(off.0)),
        of,
        person: Points::whole(criterion.person),
        taken,
        unasked,
    }
}

fn measured(measure: &Measure, facts: &Facts) -> usize {
    match measure {
        Measure::Findings { rules, within } => {
            let found = facts.findings.iter().filter(|(rule, role)| {
                let is_here = within.is_empty() || role.is_some_and(|it| within.contains(&it));
                is_here && rules.contains(rule)
            });
            found.count()
        }
        Measure::Missing(roles) => {
            let missing = roles.iter().filter(|it| !facts.with_words.contains(it));
            missing.count()
        }
        Measure::Share(roles, _) => {
            let those: usize = (roles.iter())
                .filter_map(|it| facts.characters.get(it))
                .sum();
            those * 100 / facts.count(super::Counted::Characters).max(1)
        }
        Measure::Count(what, _) => facts.count(*what),
    }
}

fn taken(deduction: &Deduction, n: usize, facts: &Facts) -> Points {
    let n = match &deduction.measure {
        Measure::Findings { .. } | Measure::Missing(_) => n as u64,
        Measure::Share(_, bounds) | Measure::Count(_, bounds) => u64::from(!is_within(*bounds, n)),
    };
    match deduction.takes {
        Takes::Each { each, at_most } => {
            let all = Points::whole(each).0.saturating_mul(n);
            Points(at_most.map_or(all, |it| all.min(Points::whole(it).0)))
        }
        Takes::Part { at_most, per } => {
            let all = Points::whole(at_most).0;
            let whole = facts.count(per).max(1) as u64;
            Points(all.saturating_mul(n).div_ceil(whole).min(all))
        }
        Takes::Off(points) => Points(if n > 0 { Points::whole(points).0 } else { 0 }),
    }
}

fn is_within(bounds: Bounds, n: usize) -> bool {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    bounds.least.is_none_or(|it| n >= it) && bounds.most.is_none_or(|it| n <= it)
}

//! What the report of the year before said where the writer stands now: found by origin where that is known, else by
//! resemblance. Only ever shown; nothing of it enters the new report by itself.

use std::collections::BTreeSet;

use super::{Choice, Page, Stop};
use crate::draft::{
    Cause, Dimension, Draft, Field, FollowUp, ItemId, Measure, Passage, Problem, ProblemAt, Role,
    Spot,
};

/// Words of the earlier report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recalled {
    /// Under which title they stood; empty where it goes without saying.
    pub under: String,
    /// The words.
    pub text: String,
}

/// Titles that share less than this, in thousandths of their pairs of signs, are of different matters.
const ALIKE: usize = 220;

/// Returns the words of `earlier` about what is asked at a stop of a page of `draft`, the nearest first. Empty where
/// there are none.
pub fn recall(draft: &Draft, earlier: &Draft, page: Page, stop: Option<Stop>) -> Vec<Recalled> {
    let finder = Finder { draft, earlier };
    let mut found = match page {
        Page::Front => finder.front(),
        Page::Section(id) => finder.section(id, stop),
        Page::Statement(id) => finder.dimension(id, ""),
        Page::Problem(at) => finder.problem(page, at, stop),
        Page::SetAside => Vec::new(),
    };
    found.retain(|it| !it.text.trim().is_empty());
    found
}

struct Finder<'a> {
    draft: &'a Draft,
    earlier: &'a Draft,
}

impl Finder<'_> {
    fn front(&self) -> Vec<Recalled> {
        let lines = std::iter::once(self.earlier.title.as_str())
            .chain(self.earlier.bylines.iter().map(|it| it.text.as_str()));
        vec![plain(&lines.collect::<Vec<_>>().join("\n"))]
    }

    fn section(&self, id: ItemId, stop: Option<Stop>) -> Vec<Recalled> {
        let Some(section) = self.draft.section(id) else {
            return Vec::new();
        };
        match section.role {
            Role::FollowUp => self.follow_up(stop),
            Role::Causes => nearest_first(&self.earlier.causes, &self.words_at(stop), of_cause),
            Role::Measures => {
                nearest_first(&self.earlier.measures, &self.words_at(stop), of_measure)
            }
            Role::Opening | Role::Dimensions | Role::Case | Role::Closing => {
                let same = self.earlier.section_of(section.role);
                same.map(|it| plain(&it.text)).into_iter().collect()
            }
            Role::Text => {
                let same_role = self
                    .earlier
                    .sections
                    .iter()
                    .filter(|it| it.role == Role::Text);
                let titles: Vec<_> = same_role.map(|it| (it.title.as_str(), it)).collect();
                let found = best(&section.title, &titles).map(|it| plain(&it.text));
                found.into_iter().collect()
            }
        }
    }

    /// Of a promise the measure that made it, and what it was for; of the section what it said a year ago, and then
    /// all that was promised.
    fn follow_up(&self, stop: Option<Stop>) -> Vec<Recalled> {
        if let Some(promise) = self.promise_at(stop) {
            let made = self.measure_of(promise);
            return made
                .map(|it| self.measure_with_reasons(it))
                .unwrap_or_default();
        }
        let text = self.earlier.section_of(Role::FollowUp).map(|it| &it.text);
        (text.map(|it| plain(it)).into_iter())
            .chain(self.earlier.measures.iter().map(of_measure))
            .collect()
    }

    fn promise_at(&self, stop: Option<Stop>) -> Option<&FollowUp> {
        let id = match stop? {
            Stop::Text(Spot::Text(
                Field::FollowUpProblem(id) | Field::FollowUpMeasure(id) | Field::Evidence(id),
            ))
            | Stop::Choose(Choice::Status(id)) => id,
            Stop::Text(_) | Stop::Choose(_) => return None,
        };
        self.draft.follow_ups.iter().find(|it| it.id == id)
    }

    fn measure_of(&self, promise: &FollowUp) -> Option<&Measure> {
        let by_origin = promise.origin.and_then(|it| self.earlier.measure(it));
        by_origin.or_else(|| {
            let all: Vec<_> = (self.earlier.measures.iter())
                .map(|it| (it.headline.as_str(), it))
                .collect();
            best(&promise.measure, &all).copied()
        })
    }

    fn measure_with_reasons(&self, measure: &Measure) -> Vec<Recalled> {
        let is_for = |problem: &&Problem| {
            self.earlier
                .measures_for(problem.id)
                .any(|it| it.id == measure.id)
        };
        let problems = self.earlier.problems().filter(is_for);
        std::iter::once(of_measure(measure))
            .chain(problems.map(|it| self.of_problem(it)))
            .collect()
    }

    fn problem(&self, page: Page, at: ProblemAt, stop: Option<Stop>) -> Vec<Recalled> {
        let Some(id) = page.dimension(self.draft) else {
            return Vec::new();
        };
        let headline = match at {
            ProblemAt::Known(id) => self.draft.text(Field::Headline(id)).unwrap_or_default(),
            ProblemAt::NewIn(_) => "",
        };
        match self.asked(stop) {
            Asked::Problem => self.dimension(id, headline),
            Asked::Cause => {
                let linked: Vec<Cause> = (self.problems_like(id).into_iter())
                    .flat_map(|it| self.earlier.causes_of(it.id))
                    .cloned()
                    .collect();
                let all = if linked.is_empty() {
                    &self.earlier.causes
                } else {
                    &linked
                };
                once_each(nearest_first(all, &self.words_at(stop), of_cause))
            }
            Asked::Measure => {
                let linked: Vec<Measure> = (self.problems_like(id).into_iter())
                    .flat_map(|it| self.earlier.measures_for(it.id))
                    .cloned()
                    .collect();
                let all = if linked.is_empty() {
                    &self.earlier.measures
                } else {
                    &linked
                };
                once_each(nearest_first(all, &self.words_at(stop), of_measure))
            }
        }
    }

    /// What a stop of a problem's page asks for.
    fn asked(&self, stop: Option<Stop>) -> Asked {
        let of = |id: ItemId| {
            if self.draft.cause(id).is_some() {
                Asked::Cause
            } else if self.draft.measure(id).is_some() {
                Asked::Measure
            } else {
                Asked::Problem
            }
        };
        match stop {
            Some(Stop::Choose(Choice::Cause(_)) | Stop::Text(Spot::NewCause(_))) => Asked::Cause,
            Some(
                Stop::Choose(
                    Choice::Measure(_) | Choice::Remedy(_) | Choice::Status(_) | Choice::Branch(_),
                )
                | Stop::Text(Spot::NewMeasure(_) | Spot::NewRemedy(_)),
            ) => Asked::Measure,
            Some(Stop::Text(Spot::NewDetail(owner))) => of(owner),
            Some(Stop::Text(Spot::Text(field))) => match (field, field.item()) {
                (Field::Passage(id), _) => {
                    self.draft.passage(id).map_or(Asked::Problem, |it| of(it.0))
                }
                (_, Some(id)) => of(id),
                (_, None) => Asked::Problem,
            },
            Some(Stop::Text(
                Spot::NewByline
                | Spot::NewFollowUp(_)
                | Spot::NewHeadline(_)
                | Spot::NewPassage(..),
            ))
            | None => Asked::Problem,
        }
    }

    /// The dimension of the same matter, the problem most like `headline` first; all of them where none is.
    fn dimension(&self, id: ItemId, headline: &str) -> Vec<Recalled> {
        let Some(dimension) = self.dimension_like(id) else {
            return self
                .earlier
                .problems()
                .map(|it| self.of_problem(it))
                .collect();
        };
        let under = dimension.title.clone();
        let texts = [&dimension.statement, &dimension.lead_in];
        let own = texts.into_iter().map(|it| Recalled {
            under: under.clone(),
            text: it.clone(),
        });
        let mut found = nearest_first(&dimension.problems, headline, |it| self.of_problem(it));
        found.extend(own);
        found
    }

    fn problems_like(&self, dimension: ItemId) -> Vec<&Problem> {
        let found = self.dimension_like(dimension);
        found.map_or_else(Vec::new, |it| it.problems.iter().collect())
    }

    fn dimension_like(&self, id: ItemId) -> Option<&Dimension> {
        let title = &self.draft.dimension(id)?.title;
        let all: Vec<_> = (self.earlier.dimensions.iter())
            .map(|it| (it.title.as_str(), it))
            .collect();
        best(title, &all).copied()
    }

    fn of_problem(&self, problem: &Problem) -> Recalled {
        let dimension = self.earlier.dimension_with(problem.id);
        Recalled {
            under: dimension.map(|it| it.title.clone()).unwrap_or_default(),
            text: headed(&problem.headline, &problem.body),
        }
    }

    /// What is written where the writer stands, with its headline: a cause or a measure is known by it.
    fn words_at(&self, stop: Option<Stop>) -> String {
        let Some(Stop::Text(spot)) = stop else {
            return String::new();
        };
        let owner = match spot {
            Spot::Text(Field::Passage(id)) => self.draft.passage(id).map(|it| it.0),
            Spot::Text(field) => field.item(),
            Spot::NewDetail(owner) => Some(owner),
            _ => None,
        };
        let headline = owner.and_then(|it| self.draft.text(Field::Headline(it)));
        headline.unwrap_or_default().to_owned()
    }
}

#[derive(Clone, Copy)]
enum Asked {
    Problem,
    Cause,
    Measure,
}

fn plain(text: &str) -> Recalled {
    Recalled {
        under: String::new(),
        text: text.to_owned(),
    }
}

fn of_cause(cause: &Cause) -> Recalled {
    plain(&headed(&cause.headline, &cause.body))
}

fn of_measure(measure: &Measure) -> Recalled {
    let terms = [&measure.owner, &measure.due, &measure.evidence];
    let lines = std::iter::once(headed(&measure.headline, &measure.body))
        .chain(terms.into_iter().cloned())
        .filter(|it| !it.trim().is_empty());
    plain(&lines.collect::<Vec<_>>().join("\n"))
}

/// A headline and its body, as they are read.
fn headed(headline: &str, body: &[Passage]) -> String {
    let body: String = body.iter().map(|it| it.text.as_str()).collect();
    if headline.trim().is_empty() {
        body
    } else {
        format!("{headline}\n{body}")
    }
}

fn once_each(found: Vec<Recalled>) -> Vec<Recalled> {
    let mut seen: Vec<Recalled> = Vec::new();
    for it in found {
        if !seen.contains(&it) {
            seen.push(it);
        }
    }
    seen
}

/// Returns all items, those most like `words` first; in their own order where nothing is.
fn nearest_first<T>(items: &[T], words: &str, say: impl Fn(&T) -> Recalled) -> Vec<Recalled> {
    let mut all: Vec<Recalled> = items.iter().map(say).collect();
    let wanted = pairs(words);
    all.sort_by_key(|it| {
        let headline = it.text.lines().next().unwrap_or_default();
        std::cmp::Reverse(shared(&wanted, &pairs(headline)))
    });
    all
}

/// Returns the one whose title is the same, or most alike; `None` where none is alike. Pairs of signs that half of
/// the titles have (`带头…方面`) tell nothing.
fn best<'t, T>(title: &str, all: &'t [(&str, T)]) -> Option<&'t T> {
    let same = all.iter().find(|it| it.0.trim() == title.trim());
    if let Some((_, it)) = same.filter(|it| !it.0.trim().is_empty()) {
        return Some(it);
    }
    let sets: Vec<BTreeSet<(char, char)>> = all.iter().map(|it| pairs(it.0)).collect();
    let tells = |pair: &(char, char)| {
        let n = sets.iter().filter(|it| it.contains(pair)).count();
        n * 2 <= sets.len().max(2)
    };
    let wanted: BTreeSet<_> = pairs(title).into_iter().filter(|it| tells(it)).collect();
    let alike = sets.iter().zip(all).map(|(set, (_, it))| {
        let set: BTreeSet<_> = set.iter().copied().filter(|it| tells(it)).collect();
        (shared(&wanted, &set), it)
    });
    let (likeness, it) = alike.max_by_key(|it| it.0)?;
    (likeness >= ALIKE).then_some(it)
}

/// The pairs of neighbouring letters of a text.
fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = text.chars().filter(|it| it.is_alphanumeric()).collect();
    letters
        .windows(2)
        .filter_map(|it| Some((*it.first()?, *it.get(1)?)))
        .collect()
}

/// How much two texts share, in thousandths.
fn shared(a: &BTreeSet<(char, char)>, b: &BTreeSet<(char, char)>) -> usize {
    let common = a.intersection(b).count();
    (2000 * common).checked_div(a.len() + b.len()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, all: &[&str], expected: Option<usize>) {
        let all: Vec<(&str, usize)> = all.iter().copied().zip(0..).collect();
        assert_eq!(best(title, &all).copied(), expected, "{title}");
    }

    #[test]
    fn titles_are_of_one_matter_or_not() {
        let of_2024 = [
            "带头严守政治纪律和政治规矩，维护党的团结统一方面",
            "带头增强党性、严守纪律、砥砺作风方面",
            "带头在遵规守纪、清正廉洁前提下勇于担责、敢于作为方面",
            "带头履行全面从严治党责任方面",
        ];
        check("带头增强党性、严守纪律、砥砺作风方面", &of_2024, Some(1));
        check("带头固本培元、增强党性方面", &of_2024, Some(1));
        check("在履行全面从严治党责任方面", &of_2024, Some(3));
        check("带头敬畏人民、敬畏组织、敬畏法纪方面", &of_2024, None);
        check("", &of_2024, None);
        check("学习", &[], None);
    }
}

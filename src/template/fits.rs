//! Which year's dimensions a report has, whatever its title says. Compares titles; reads nothing else.

use std::collections::BTreeMap;

use crate::template::model::Template;
use crate::template::packs::built_in;

/// The template of another year that a report's dimensions fit better than those of the year in its title.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// That template.
    pub template: &'static Template,
    /// The year the title says.
    pub stated: u16,
    /// How many of the dimensions are found in it.
    pub alike: usize,
    /// How many dimensions the report has.
    pub of: usize,
}

/// Titles this much alike are the same dimension.
pub const ALIKE: f64 = 0.6;
/// A template fits if its dimensions and the report's are this much alike on average.
const FITS: f64 = 0.7;
/// The year of the title is right if no other fits better by this much.
const CLEARLY: f64 = 0.2;

/// Returns the template of another year that fits better than those of the year in the title; `None` if the title
/// says no year, or its year fits as well as any other. Statement items are not to be among the dimensions.
pub fn better_fit(title: &str, dimensions: &[&str]) -> Option<Fit> {
    let stated = year_in(title)?;
    if dimensions.len() < 2 {
        return None;
    }
    let with_score = |it: &&'static Template| Some((score(it, dimensions), it.year?, *it));
    let scores: Vec<(f64, u16, &'static Template)> =
        built_in().iter().filter_map(with_score).collect();
    let best = |is_wanted: &dyn Fn(u16) -> bool| {
        scores
            .iter()
            .filter(|(_, year, _)| is_wanted(*year))
            .max_by(|one, other| {
                // Of those that fit alike, the one of the occasion in the title.
                let named = |it: &Template| title.contains(it.occasion.as_str());
                one.0
                    .total_cmp(&other.0)
                    .then(named(one.2).cmp(&named(other.2)))
            })
    };
    let (other, _, template) = best(&|year| year != stated)?;
    let own = best(&|year| year == stated).map_or(0.0, |(score, ..)| *score);
    if *other < FITS || own + CLEARLY > *other {
        return None;
    }
    let alike = dimensions.iter().filter(|title| {
        let mut specs = template.dimensions.iter().filter(|it| !it.statement);
        specs.any(|it| resemblance(title, &it.title) >= ALIKE)
    });
    Some(Fit {
        template,
        stated,
        alike: alike.count(),
        of: dimensions.len(),
    })
}

/// How well a template's dimensions are those of a report, from 0 to 1.
#[expect(
    clippy::cast_precision_loss,
    reason = "a report has a handful of dimensions"
)]
fn score(template: &Template, dimensions: &[&str]) -> f64 {
    let mut free: Vec<&str> = template
        .dimensions
        .iter()
        .filter(|it| !it.statement)
        .map(|it| it.title.as_str())
        .collect();
    let n_most = free.len().max(dimensions.len());
    let mut sum = 0.0;
    for title in dimensions {
        let nearest = free
            .iter()
            .enumerate()
            .map(|(idx, it)| (resemblance(title, it), idx))
            .max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((alike, idx)) = nearest {
            sum += alike;
            free.swap_remove(idx);
        }
    }
    if n_most == 0 {
        0.0
    } else {
        sum / n_most as f64
    }
}

/// Returns how much alike two titles are, from 0 to 1: the share of pairs of neighbouring letters they have in
/// common, without marks and without what all titles begin and end with.
#[expect(clippy::cast_precision_loss, reason = "titles are short")]
pub fn resemblance(one: &str, other: &str) -> f64 {
    let (one, other) = (pairs(one), pairs(other));
    let n = |it: &BTreeMap<(char, char), usize>| it.values().sum::<usize>();
    let all = n(&one) + n(&other);
    if all == 0 {
        return 0.0;
    }
    let common: usize = one
        .iter()
        .map(|(pair, n)| (*n).min(other.get(pair).copied().unwrap_or(0)))
        .sum();
    2.0 * common as f64 / all as f64
}

fn pairs(title: &str) -> BTreeMap<(char, char), usize> {
    let core = title
        .trim()
        .trim_start_matches("在")
        .trim_end_matches("方面");
    let letters: Vec<char> = core
        .chars()
        .filter(|it| it.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let mut pairs = BTreeMap::new();
    if letters.is_empty() {
        return pairs;
    }
    // A mark at both ends: short titles count their first and last letter too.
    let framed = std::iter::once('^').chain(letters).chain(['$']);
    let framed: Vec<char> = framed.collect();
    for pair in framed.windows(2) {
        if let [one, other] = pair {
            *pairs.entry((*one, *other)).or_insert(0) += 1;
        }
    }
    pairs
}

/// Returns the first year a title says: `2021年`.
pub fn year_in(title: &str) -> Option<u16> {
    let letters: Vec<char> = title.chars().collect();
    letters
        .windows(4)
        .filter_map(|it| it.iter().collect::<String>().parse::<u16>().ok())
        .find(|it| (1990..=2099).contains(it))
}

#[cfg(test)]
mod tests {
    use super::better_fit;
    use super::resemblance;
    use crate::template::built_in;
    use crate::template::find;

    const SEED: &str = include_str!("../../tests/fixtures/seed.txt");

    /// The titles of the seed's five dimensions, without ordinal and final mark.
    fn dimensions_of_the_seed() -> Vec<&'static str> {
        let headings = SEED.lines().filter(|it| it.ends_with("方面。"));
        headings
            .filter_map(|it| it.split_once(')'))
            .map(|(_, it)| it.trim_end_matches('。'))
            .collect()
    }

    #[test]
    fn the_seed_is_titled_2021_and_has_the_dimensions_of_2020() {
        let dimensions = dimensions_of_the_seed();
        assert_eq!(dimensions.len(), 5);
        let title = SEED.lines().nth(2).expect("the title is on line 3");
        assert!(title.contains("2021年度"), "{title}");
        let fit = better_fit(title, &dimensions).expect("it is told");
        assert_eq!(fit.template.id, "mzsh-2020");
        assert_eq!((fit.stated, fit.alike, fit.of), (2021, 5, 5));
        assert_eq!(
            better_fit(&title.replace("2021", "2020"), &dimensions),
            None
        );
        assert_eq!(better_fit("个人自我剖析材料", &dimensions), None);
        assert_eq!(
            better_fit(title, &dimensions[..1]),
            None,
            "one says nothing"
        );
    }

    #[test]
    fn no_year_is_taken_for_another() {
        for template in built_in() {
            let dimensions: Vec<&str> = (template.dimensions.iter())
                .filter(|it| !it.statement)
                .map(|it| it.title.as_str())
                .collect();
            let year = template.year.unwrap_or(2031);
            let title = template.title_for(i16::try_from(year).expect("a year"));
            assert_eq!(better_fit(&title, &dimensions), None, "{}", template.id);
        }
    }

    #[test]
    fn dimensions_of_ones_own_are_nobodys() {
        let own = ["防汛值守方面", "工程管理方面", "队伍建设方面"];
        assert_eq!(better_fit("2021年度组织生活会材料", &own), None);
    }

    #[test]
    fn titles_resemble_each_other_by_their_letters() {
        let same = resemblance("在理论学习方面", "理论学习");
        assert!((same - 1.0).abs() < f64::EPSILON, "{same}");
        let near = resemblance("带头固本培元、增强党性方面", "固本培元，增强党性");
        assert!(near > super::ALIKE, "{near}");
        let far = resemblance("理论学习方面", "廉洁自律方面");
        assert!(far < 0.2, "{far}");
        assert!(resemblance("", "").abs() < f64::EPSILON);
        assert!(find("mzsh-2020").is_some());
    }
}

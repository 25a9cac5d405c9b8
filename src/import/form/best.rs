//! Which template a text follows: by its dimensions first, then by its title and its language.

use std::collections::BTreeSet;

use super::TemplateChoice;
use super::fold::bare;
use crate::draft::{DimensionKind, Outline};
use crate::locale::Lang;
use crate::template::Template;

/// How many dimensions of a text are compared.
const MOST: usize = 30;
/// How many characters of a title are compared.
const LONGEST: usize = 200;
/// Dimensions or titles this much alike, in thousandths, speak for a template.
const CLEARLY: u32 = 500;

/// Returns the template a report follows; `None` if there is none to choose from.
pub(super) fn best<'t>(
    choice: &TemplateChoice<'t>,
    outline: &Outline,
    lang: Lang,
) -> Option<&'t Template> {
    let all = match choice {
        TemplateChoice::Given(template) => return Some(template),
        TemplateChoice::Best(all) => all,
    };
    let report = Report::of(outline);
    let mut best: Option<(u32, &Template)> = None;
    for template in all {
        let fit = report.fit(template) + if template.lang() == lang { 200 } else { 0 };
        if best.is_none_or(|(most, _)| fit > most) {
            best = Some((fit, template));
        }
    }
    best.map(|(_, template)| template)
}

/// What is compared of a report.
struct Report {
    title: String,
    dimensions: Vec<Pairs>,
    title_pairs: Pairs,
}

/// Pairs of characters that follow each other.
type Pairs = BTreeSet<(char, char)>;

impl Report {
    fn of(outline: &Outline) -> Self {
        let reviewed = outline
            .dimensions
            .iter()
            .filter(|it| it.kind == DimensionKind::Review);
        let titles = reviewed.filter(|it| !it.title.is_empty()).take(MOST);
        Self {
            title: outline.title.chars().take(LONGEST).collect(),
            dimensions: titles.map(|it| pairs(&it.title)).collect(),
            title_pairs: pairs(&outline.title),
        }
    }

    /// Returns how well a template fits, in thousandths: the dimensions count for a thousand, the title for less.
    fn fit(&self, template: &Template) -> u32 {
        let asked: Vec<Pairs> = (template.dimensions.iter())
            .filter(|it| !it.statement)
            .map(|it| pairs(&it.title))
            .collect();
        let fits = asked.iter().map(|asked| {
            let all = self.dimensions.iter().map(|it| alike(asked, it));
            all.max().unwrap_or_default()
        });
        let n_most = asked.len().max(self.dimensions.len()).max(1);
        let sum: u32 = fits.filter(|it| *it > 300).sum();
        let dimensions = sum / u32::try_from(n_most).unwrap_or(u32::MAX);
        let title = alike(&self.title_pairs, &pairs(&template.title_for(0)));
        let has = |words: &str| !words.is_empty() && self.title.contains(words);
        let year = template.year.is_some_and(|it| has(&it.to_string()));
        let occasion = has(&template.occasion);
        // A word or two in common speak for no kind of report: the general one asks nobody the wrong questions.
        let is_general = template.id.starts_with("self-review");
        let is_foreign =
            !is_general && dimensions < CLEARLY && title < CLEARLY && !year && !occasion;
        if is_foreign {
            return 0;
        }
        let title = title / 4 + 100;
        dimensions + title + u32::from(year) * 60 + u32::from(occasion) * 120
    }
}

fn pairs(title: &str) -> Pairs {
    let title: Vec<char> = bare(title)
        .replace("方面", "")
        .chars()
        .take(LONGEST)
        .collect();
    title
        .windows(2)
        .filter_map(|it| Some((*it.first()?, *it.last()?)))
        .collect()
}

/// Returns how alike two titles are, in thousandths.
fn alike(a: &Pairs, b: &Pairs) -> u32 {
    let both = a.intersection(b).count() * 2000;
    let sum = (a.len() + b.len()).max(1);
    u32::try_from(both / sum).unwrap_or(1000)
}

//! The reviewer at the desk: a draft with its rulebook, and findings in words. What screens and commands do alike.

use crate::check::rubric::{Facts, Rubric, Score, score};
use crate::check::{At, Finding, Others, Rulebook, Severity, Words, review_file, rule_named};
use crate::draft::{Draft, Field, ItemId, ProblemAt, Role, Spot};
use crate::locale::Lang;
use crate::wizard::messages::{label, section_label};
use crate::wizard::{self, Page, Subject};

use super::import::Origin;
use super::messages::nth_problem;
use super::{name_of, ordinal_of_dimension, template_of};

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Must be looked at.
    pub error: usize,
    /// Worth a look.
    pub warn: usize,
    /// Worth knowing.
    pub info: usize,
}

impl Counts {
    /// Returns how many there are of a severity.
    pub fn of_severity(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.error,
            Severity::Warn => self.warn,
            Severity::Info => self.info,
        }
    }

    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|it| it.severity == severity).count();
        Self {
            error: count(Severity::Error),
            warn: count(Severity::Warn),
            info: count(Severity::Info),
        }
    }
}

/// What reports are held against: the same for all of a batch.
#[derive(Clone, Copy, Debug)]
pub struct Standards<'a> {
    /// Language of what is said.
    pub lang: Lang,
    /// The word lists.
    pub words: &'a Words,
    /// The rubric points are given by, if one was chosen.
    pub rubric: Option<&'a Rubric>,
}

/// What was found in a report.
#[derive(Debug)]
pub struct Checked {
    /// What is told.
    pub told: Vec<Finding>,
    /// What the writer does not want to be told.
    pub silenced: Vec<Finding>,
    /// Its points for what is told, if a rubric was chosen.
    pub score: Option<Score>,
}

/// Checks a draft, or the report in a file: then by its numbering too, under the template that fits best.
pub fn check(
    standards: &Standards<'_>,
    draft: &Draft,
    origin: Option<&Origin>,
    others: Option<&Others>,
) -> Checked {
    let book = Rulebook {
        is_guessed: origin.is_some(),
        others,
        ..rulebook(standards.lang, standards.words, draft)
    };
    let ordinals = origin.map_or(&[][..], |it| &it.ordinals);
    let (told, silenced) = apart(draft, review_file(&book, draft, ordinals));
    let score = standards
        .rubric
        .map(|it| score(it, &Facts::of(&book, draft, &told)));
    Checked {
        told,
        silenced,
        score,
    }
}

/// Parts findings in those to be told and those the writer silenced.
pub fn apart(draft: &Draft, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
    findings.into_iter().partition(|it| !it.is_silenced(draft))
}

/// Returns what the rules go by for a draft; the word lists are those of its data folder.
pub fn rulebook<'a>(lang: Lang, words: &'a Words, draft: &Draft) -> Rulebook<'a> {
    Rulebook {
        lang,
        template: template_of(draft),
        words,
        is_guessed: false,
        others: None,
    }
}

/// Says where in the report a finding is, in the words of the outline: the part, and the problem in it.
pub fn place_of(lang: Lang, draft: &Draft, at: &At) -> String {
    let page = match at {
        At::Report => None,
        At::Item(id) => page_with(draft, *id),
        At::Text(field, _) => wizard::page_of(draft, Spot::Text(*field)),
    };
    page.map_or_else(
        || label(lang, Subject::Title).to_owned(),
        |it| brief(lang, draft, it),
    )
}

/// Returns the page of a rule in one language: what it looks for and why, the source, and examples.
pub fn explanation(lang: Lang, name: &str) -> String {
    let Some(rule) = rule_named(name) else {
        return String::new();
    };
    let other = rule.summary(match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    });
    let page = rule.page.lines().skip(1).filter(|it| *it != other);
    let mut lines: Vec<String> = page
        .map(|it| it.replace("~~~text", "~~~").replace("~~~", ""))
        .collect();
    lines.dedup_by(|left, right| left.is_empty() && right.is_empty());
    lines.join("\n").trim().to_owned()
}

/// Says where a finding is in a few characters: by the ordinals as printed, where there are any.
pub fn short_place_of(lang: Lang, draft: &Draft, at: &At) -> String {
    /// How many characters of a title are shown.
    const SHOWN: usize = 8;
    let page = match at {
        At::Report => None,
        At::Item(id) => page_with(draft, *id),
        At::Text(field, _) => wizard::page_of(draft, Spot::Text(*field)),
    };
    let Some(page) = page else {
        return label(lang, Subject::Title).to_owned();
    };
    let Some(dimension) = page.dimension(draft) else {
        return cut(&page_words(lang, draft, page), SHOWN);
    };
    let ordinal = ordinal_of_dimension(draft, dimension);
    match page {
        Page::Problem(ProblemAt::Known(id)) if !ordinal.is_empty() => {
            let problems = draft.dimension(dimension).map(|it| &it.problems);
            let at = problems.and_then(|it| it.iter().position(|it| it.id == id));
            let problem = nth_problem(lang, at.map_or(0, |it| it + 1));
            let blank = if lang == Lang::En { " " } else { "" };
            format!("{ordinal}{blank}{problem}")
        }
        _ => format!("{ordinal}{}", cut(&name_of(draft, page), SHOWN)),
    }
}

/// How many characters of a title are shown where a place is named.
const NAMED: usize = 16;

/// Returns a place short enough for a line: the ordinals as printed, and the beginnings of the titles.
fn brief(lang: Lang, draft: &Draft, page: Page) -> String {
    let Some(dimension) = page.dimension(draft) else {
        return cut(&page_words(lang, draft, page), NAMED);
    };
    let title = cut(&name_of(draft, page), NAMED);
    let part = format!("{}{title}", ordinal_of_dimension(draft, dimension));
    let Page::Problem(ProblemAt::Known(id)) = page else {
        return part;
    };
    let mut problems = draft
        .dimension(dimension)
        .into_iter()
        .flat_map(|it| &it.problems);
    let number = problems.position(|it| it.id == id).map_or(0, |it| it + 1);
    format!("{part} / {}", nth_problem(lang, number))
}

/// Returns the page that shows an item.
pub fn page_with(draft: &Draft, id: ItemId) -> Option<Page> {
    let fields = [
        Field::SectionTitle(id),
        Field::DimensionTitle(id),
        Field::Headline(id),
        Field::FollowUpProblem(id),
    ];
    let field = fields.into_iter().find(|it| draft.text(*it).is_some())?;
    wizard::page_of(draft, Spot::Text(field))
}

/// Returns the words by which a page can be told from the others: its part, and the problem in it.
pub fn page_words(lang: Lang, draft: &Draft, page: Page) -> String {
    match page {
        Page::Front => label(lang, Subject::Title).to_owned(),
        Page::SetAside => label(lang, Subject::SetAside).to_owned(),
        Page::Section(id) => match draft.section(id) {
            Some(it) if matches!(it.role, Role::Opening | Role::Closing) || it.title.is_empty() => {
                section_label(lang, it.role).to_owned()
            }
            _ => name_of(draft, page),
        },
        Page::Statement(_) | Page::Problem(ProblemAt::NewIn(_)) => name_of(draft, page),
        Page::Problem(ProblemAt::Known(id)) => {
            let dimension = name_of(draft, page);
            match draft.problem(id).map(|it| it.headline.trim()) {
                None | Some("") => dimension,
                Some(headline) => format!("{dimension} / {headline}"),
            }
        }
    }
}

/// How many characters of a finding's words are shown in one line.
const SHOWN: usize = 30;

/// Returns the beginning of words, short enough for one line.
pub fn shorten(words: &str) -> String {
    cut(words, SHOWN)
}

fn cut(words: &str, n_characters: usize) -> String {
    let first: String = words.chars().take(n_characters).collect();
    if first.len() < words.len() {
        format!("{first}...")
    } else {
        first
    }
}

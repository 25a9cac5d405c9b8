//! [`Rule`]: a name, how much it matters, what it looks at and the page that explains it. Lists none: see `rules`.

use serde::{Deserialize, Serialize};

use crate::locale::Lang;
use crate::template::Template;
use crate::template::checks::Level;

use super::messages as say;
use super::{Found, Others, RULES, Seen, Whole, Words};

/// How much a finding matters. The least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing (供参考).
    Info,
    /// Worth a look (建议看).
    Warn,
    /// Must be looked at (必须看): what reviewers send a report back for.
    Error,
}

impl Severity {
    /// Says how much it matters, in words that stand within a sentence.
    pub fn say(self, lang: Lang) -> String {
        match self {
            Self::Info => say::may_look(lang),
            Self::Warn => say::should_look(lang),
            Self::Error => say::must_look(lang),
        }
    }
}

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name: small letters and hyphens. Scripts, templates and drafts know it by this.
    pub name: &'static str,
    /// How much its findings matter where nothing else is said.
    pub severity: Severity,
    /// Whether it is asked where nothing else is said.
    pub is_on: bool,
    /// Whether it knows Chinese only: reports in other languages are not shown to it.
    pub is_chinese: bool,
    /// Its page: what, why, by which source, with bad and good examples.
    pub page: &'static str,
    /// What it looks at.
    pub looks: &'static [Looks],
}

/// What a rule looks at. A rule on paragraphs is asked again only where the words have changed.
#[derive(Clone, Copy, Debug)]
pub enum Looks {
    /// One paragraph by itself.
    AtParagraph(fn(&Rulebook<'_>, &Seen<'_>, &mut Vec<Found>)),
    /// Everything at once.
    OverReport(fn(&Whole<'_>, &mut Vec<Found>)),
}

/// What every rule of a review goes by. The same for all keys of a sitting.
#[derive(Clone, Copy, Debug)]
pub struct Rulebook<'a> {
    /// Language of the findings.
    pub lang: Lang,
    /// What the report was asked.
    pub template: &'a Template,
    /// The word lists, the writer's additions among them.
    pub words: &'a Words,
    /// Whether nobody chose the template: it is the one that fits a file best.
    pub is_guessed: bool,
    /// Reports to hold this one against, if any.
    pub others: Option<&'a Others>,
}

impl Rulebook<'_> {
    /// Returns how much the findings of a rule matter here; `None` if it is not asked. The template has the last word.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        if rule.is_chinese && self.template.lang() != Lang::Zh {
            return None;
        }
        match self.template.checks.level(rule.name) {
            None => rule.is_on.then_some(rule.severity),
            Some(Level::Off) => None,
            Some(Level::On) => Some(rule.severity),
            Some(Level::Info) => Some(Severity::Info),
            Some(Level::Warn) => Some(Severity::Warn),
            Some(Level::Error) => Some(Severity::Error),
        }
    }
}

impl Rule {
    /// Returns what it says of itself on its page: what is wrong and why it matters.
    pub fn summary(&self, lang: Lang) -> &'static str {
        let idx = match lang {
            Lang::Zh => 1,
            Lang::En => 2,
        };
        self.page.split("\n\n").nth(idx).unwrap_or_default()
    }
}

/// Returns the rule of that name.
pub fn rule_named(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|it| it.name == name)
}

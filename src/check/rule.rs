//! [`Rule`]: a name, how much it matters, what it looks at and the page that explains it. Lists none: see `rules`.

use serde::{Deserialize, Serialize};

use crate::locale::Lang;
use crate::template::Template;

use super::{Found, Paragraph, RULES, Whole, Words};

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

/// What one set of rules makes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The rule is not asked.
    Off,
    /// Its findings matter this much.
    At(Severity),
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
    pub looks: Looks,
}

/// What a rule looks at. A rule on paragraphs is asked again only where the words have changed.
#[derive(Clone, Copy, Debug)]
pub enum Looks {
    /// One paragraph by itself.
    AtParagraph(fn(&Rulebook<'_>, &Paragraph<'_>, &mut Vec<Found>)),
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
}

impl Rulebook<'_> {
    /// Returns how much the findings of a rule matter here; `None` if it is not asked.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let speaks = !rule.is_chinese || self.template.lang() == Lang::Zh;
        (rule.is_on && speaks).then_some(rule.severity)
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

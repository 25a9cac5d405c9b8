//! A text that comes in: what was read, which of its texts is wanted, and what was understood of it. Nothing is made
//! before the writer says so.

use crate::draft::{DimensionKind, OutlineDimension, PassageKind, Role};
use crate::import::form::{Imported, TemplateChoice, TextAt, texts, understand};
use crate::import::{Line, Manuscript};
use crate::locale::Lang;
use crate::template::Template;
use crate::typeset;
use crate::wizard::messages as names;

use super::arrivals as say;
use super::messages::grouped;

/// A text on its way in.
#[derive(Clone, Debug)]
pub struct Intake {
    /// What to call it.
    pub name: String,
    /// What was read.
    pub manuscript: Manuscript,
    /// The texts in it.
    pub texts: Vec<TextAt>,
    /// Which of them is wanted; all of them as one where there is none.
    pub chosen: Option<usize>,
    /// The kind of report it is, where the writer said so.
    pub kind: Option<&'static Template>,
    /// What was understood.
    pub imported: Imported,
}

impl Intake {
    /// Takes a manuscript in: its only text is understood at once, of several the first.
    pub fn new(name: String, manuscript: Manuscript, kinds: &[&Template], lang: Lang) -> Self {
        let texts = texts(&manuscript);
        let mut intake = Self {
            name,
            manuscript,
            chosen: (!texts.is_empty()).then_some(0),
            texts,
            kind: None,
            imported: Imported::default(),
        };
        intake.understand(kinds, lang);
        intake
    }

    /// Reads the chosen text anew.
    pub fn understand(&mut self, kinds: &[&Template], lang: Lang) {
        let range = self.chosen.and_then(|it| self.texts.get(it));
        let lines: &[Line] = range
            .and_then(|it| self.manuscript.lines.get(it.lines.clone()))
            .unwrap_or(&self.manuscript.lines);
        let choice = match self.kind {
            Some(kind) => TemplateChoice::Given(kind),
            None => TemplateChoice::Best(kinds.to_vec()),
        };
        self.imported = understand(lines, &choice, lang);
    }

    /// Tells whether there are no words in it.
    pub fn is_empty(&self) -> bool {
        self.manuscript.characters() == 0
    }

    /// Returns what was understood, to be read.
    pub fn account(&self, lang: Lang) -> String {
        let Imported {
            outline,
            account,
            remarks,
        } = &self.imported;
        let n = |it: usize| grouped(it);
        let mut lines = vec![
            say::account(
                lang,
                &n(account.source),
                &n(account.placed),
                &n(account.unplaced),
            ),
            String::new(),
            say::title_is(lang, &outline.title),
        ];
        lines.extend(outline.bylines.iter().map(|it| say::byline_is(lang, it)));
        for (at, section) in outline.sections.iter().enumerate() {
            let title = if section.title.is_empty() {
                names::section_label(lang, section.role)
            } else {
                &section.title
            };
            let own = typeset::count(&section.text).marks;
            lines.push(say::part_is(lang, at + 1, title, &n(own)));
            if section.role == Role::Dimensions {
                lines.extend(outline.dimensions.iter().map(|it| dimension(lang, it)));
            }
        }
        lines.push(say::lists_are(
            lang,
            outline.follow_ups.len(),
            outline.causes.len(),
            outline.measures.len(),
        ));
        for it in &outline.causes {
            lines.push(format!(
                "  {}{}",
                names::label(lang, crate::wizard::Subject::Cause),
                colon(lang, &it.headline)
            ));
        }
        for it in &outline.measures {
            lines.push(format!(
                "  {}{}",
                names::label(lang, crate::wizard::Subject::Measure),
                colon(lang, &it.headline)
            ));
        }
        lines.push(String::new());
        let all = self.manuscript.remarks.iter().chain(remarks);
        let before = lines.len();
        lines.extend(all.map(|it| say::remark_is(lang, it.line, &it.notice.say(lang))));
        if lines.len() == before {
            lines.push(say::no_remarks(lang));
        }
        lines.join("\n")
    }
}

fn colon(lang: Lang, words: &str) -> String {
    match lang {
        Lang::Zh => format!("：{words}"),
        Lang::En => format!(": {words}"),
    }
}

fn dimension(lang: Lang, dimension: &OutlineDimension) -> String {
    match dimension.kind {
        DimensionKind::Statement => {
            let own = typeset::count(&dimension.statement).marks;
            say::statement_is(lang, &dimension.title, &grouped(own))
        }
        DimensionKind::Review => {
            let bodies = dimension.problems.iter().flat_map(|it| &it.body);
            let examples = bodies.filter(|(kind, _)| *kind == PassageKind::Example);
            say::dimension_is(
                lang,
                &dimension.title,
                dimension.problems.len(),
                examples.count(),
            )
        }
    }
}

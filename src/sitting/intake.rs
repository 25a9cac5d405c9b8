//! A text that comes in: what was read, which of its texts is wanted, and what was understood of it. Nothing is made
//! before the writer says so.

use crate::desk::import::{Source, account};
use crate::desk::kinds::Kinds;
use crate::import::form::Imported;
use crate::locale::Lang;
use crate::template::{Template, built_in};

use super::arrivals as say;

/// A text on its way in.
#[derive(Debug)]
pub struct Intake {
    /// What to call it.
    pub name: String,
    /// What was read.
    pub source: Source,
    /// The titles of the texts in it.
    pub titles: Vec<String>,
    /// Which of them is wanted.
    pub chosen: usize,
    /// The kind of report it is, where the writer said so.
    pub kind: Option<&'static Template>,
    /// What was understood.
    pub imported: Imported,
}

impl Intake {
    /// Takes a foreign text in: of several the first is understood at once.
    pub fn new(name: String, source: Source, kinds: &[&'static Template], lang: Lang) -> Self {
        let mut intake = Self {
            name,
            titles: source.titles(),
            source,
            chosen: 0,
            kind: None,
            imported: Imported::default(),
        };
        intake.understand(kinds, lang);
        intake
    }

    /// Reads the chosen text anew.
    pub fn understand(&mut self, kinds: &[&'static Template], lang: Lang) {
        let is_own = |it: &&Template| built_in().iter().all(|known| !std::ptr::eq(*known, *it));
        let kinds = Kinds {
            own: kinds.iter().copied().filter(is_own).collect(),
            ..Kinds::default()
        };
        self.imported = (self.source).understand(self.chosen, self.kind, &kinds, lang);
    }

    /// Returns what was understood, to be read: the account, every cause and measure, and the remarks by line.
    pub fn account(&self, lang: Lang) -> String {
        let outline = &self.imported.outline;
        let colon = match lang {
            Lang::Zh => "：",
            Lang::En => ": ",
        };
        let mut lines: Vec<String> = (account(lang, &self.imported).into_iter())
            .map(|(label, words)| match label.as_str() {
                "" => format!("  {words}"),
                label => format!("{label}{colon}{words}"),
            })
            .collect();
        let headlines = (outline.causes.iter().map(|it| &it.headline))
            .chain(outline.measures.iter().map(|it| &it.headline))
            .filter(|it| !it.trim().is_empty());
        lines.push(String::new());
        lines.extend(headlines.map(|it| format!("  {it}")));
        lines.push(String::new());
        let remarks = &self.imported.remarks;
        lines
            .extend((remarks.iter()).map(|it| say::remark_is(lang, it.line, &it.notice.say(lang))));
        if remarks.is_empty() {
            lines.push(say::no_remarks(lang));
        }
        lines.join("\n")
    }
}

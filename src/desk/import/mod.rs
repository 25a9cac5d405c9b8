//! IMPORT: from the bytes of a foreign file to the outline of a draft, step by step, so that a command and a screen
//! can show what was read before anything is made.
//!
//! ```no_run
//! # use pouxi::{desk::import::{Source, account}, locale::Lang};
//! # fn show(bytes: &[u8], kinds: &pouxi::desk::kinds::Kinds) -> Result<(), pouxi::import::container::Unreadable> {
//! let source = Source::read(bytes, "去年.docx")?; // refuses kinds of files, never words
//! let titles = source.titles(); // more than one: ask which text is meant
//! let imported = source.understand(0, None, kinds, Lang::Zh); // `None`: the template that fits best
//! let preview = account(Lang::Zh, &imported); // label and words, a line each; imported.remarks by line
//! // Then desk::create(home, me, imported.outline, ChangeCause::Import, time).
//! # Ok(()) }
//! ```

pub mod messages;

mod account;

pub use account::{account, n_examples};

use super::kinds::Kinds;
use crate::import::container::{self, Unreadable};
use crate::import::form::{Imported, TemplateChoice, TextAt, texts, understand};
use crate::import::{Line, Manuscript};
use crate::locale::Lang;
use crate::template::{self, Template};

/// The most that is read of a file, in bytes. A thousand reports fit in.
pub const LIMIT: u64 = 256 << 20;

/// A foreign file, read out of its container and not yet understood.
#[derive(Debug)]
pub struct Source {
    manuscript: Manuscript,
    texts: Vec<TextAt>,
}

impl Source {
    /// Reads the bytes of a file. `name` is what it is called, a hint only; empty where it has no name.
    ///
    /// # Errors
    /// The file is of a kind that cannot be read, is damaged, locked or too large, or has no words in it.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self, Unreadable> {
        let manuscript = container::read(bytes, name)?;
        if manuscript.characters() == 0 {
            return Err(Unreadable::Empty);
        }
        let texts = texts(&manuscript);
        Ok(Self { manuscript, texts })
    }

    /// Returns the titles of the texts in the file, at least one; a text without title is called by its beginning.
    pub fn titles(&self) -> Vec<String> {
        let beginning = |it: &TextAt| {
            let words = self.lines(it).iter().map(|it| it.text.trim());
            let words = words.filter(|it| !it.is_empty()).take(1);
            words.flat_map(str::chars).take(24).collect()
        };
        let title = |it: &TextAt| match it.title.trim() {
            "" => beginning(it),
            title => title.to_owned(),
        };
        self.texts.iter().map(title).collect()
    }

    /// Understands one of the texts, by its place from 0; one that is not there is empty. Without a template, the
    /// one of `kinds` is taken that fits best. `lang` is the language of what is said about texts without a place.
    pub fn understand(
        &self,
        text: usize,
        template: Option<&Template>,
        kinds: &Kinds,
        lang: Lang,
    ) -> Imported {
        let lines = self.texts.get(text).map_or(&[][..], |it| self.lines(it));
        let choice = match template {
            Some(it) => TemplateChoice::Given(it),
            None => TemplateChoice::Best(by_language(kinds, lines)),
        };
        let mut imported = understand(lines, &choice, lang);
        // Of several texts, the remarks on the others are for the others.
        let (first, last) = (lines.first(), lines.last());
        let range = first.map_or(0, |it| it.number)..=last.map_or(0, |it| it.number);
        let is_here = |line| self.texts.len() == 1 || range.contains(&line);
        let own = self.manuscript.remarks.iter().filter(|it| is_here(it.line));
        imported.remarks.splice(0..0, own.cloned());
        imported.remarks.sort_by_key(|it| it.line);
        imported
    }

    fn lines(&self, text: &TextAt) -> &[Line] {
        self.manuscript
            .lines
            .get(text.lines.clone())
            .unwrap_or_default()
    }
}

/// Returns the kinds that a text may be of: the general one of its language first, then the others of its language.
fn by_language(kinds: &Kinds, lines: &[Line]) -> Vec<&'static Template> {
    let is_chinese = |it: char| ('\u{4E00}'..='\u{9FFF}').contains(&it);
    let mut letters = lines.iter().flat_map(|it| it.text.chars());
    let lang = if letters.any(is_chinese) {
        Lang::Zh
    } else {
        Lang::En
    };
    let general = match lang {
        Lang::Zh => "self-review-zh",
        Lang::En => "self-review-en",
    };
    let mut all: Vec<&Template> = template::find(general).into_iter().collect();
    all.extend(
        kinds
            .all()
            .filter(|it| it.lang() == lang && it.id != general),
    );
    all.extend(kinds.all().filter(|it| it.lang() != lang));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn source(text: &str) -> Source {
        Source::read(text.as_bytes(), "").expect("it is a text")
    }

    #[test]
    fn a_file_without_words_is_refused() {
        for bytes in [&b""[..], b" \r\n\t\n", b"\xEF\xBB\xBF", b"\x07"] {
            assert_eq!(Source::read(bytes, "").err(), Some(Unreadable::Empty));
        }
    }

    #[test]
    fn the_general_kind_of_the_language_is_the_last_resort() {
        for (text, id) in [("学习", "self-review-zh"), ("Words", "self-review-en")] {
            let kinds = Kinds::default();
            let lines = source(text).manuscript.lines;
            let all = by_language(&kinds, &lines);
            assert_eq!(all.first().map(|it| it.id.as_str()), Some(id));
            assert_eq!(all.len(), kinds.all().count(), "each kind once");
        }
    }

    #[test]
    fn nothing_is_lost_on_the_way() {
        let source = source("关于学习的报告\n\n一、问题\n甲 乙\u{1b}\n");
        let imported = source.understand(0, None, &Kinds::default(), Lang::Zh);
        let account = imported.account;
        assert_eq!(account.source, source.manuscript.characters());
        assert_eq!(account.placed + account.unplaced, account.source);
        assert!(
            imported.remarks.iter().any(|it| it.line == 4),
            "the control character is told"
        );
        assert!(imported.remarks.is_sorted_by_key(|it| it.line));
    }
}

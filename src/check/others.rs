//! [`Others`]: reports to hold this one against.

use super::Words;
use super::resemblance::{Index, Likeness, Printed, printed_sentences};

/// Texts a report is compared with: last year's, a colleague's, a folder full of them.
#[derive(Debug, Default)]
pub struct Others {
    index: Index,
    /// What each text is called, and its words.
    texts: Vec<(String, String)>,
}

/// A sentence that stands in another text in much the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo<'a> {
    /// Where the sentence stands, in bytes.
    pub range: std::ops::Range<usize>,
    /// What the other text is called.
    pub name: &'a str,
    /// The sentence there.
    pub words: &'a str,
    /// How much of it stands there, in percent.
    pub percent: usize,
}

impl Others {
    /// Returns texts to compare with: what each is called, and its words.
    pub fn of(words: &Words, texts: Vec<(String, String)>) -> Self {
        let mut index = Index::default();
        for (_, text) in &texts {
            let _number = index.add(&printed_sentences(words, text));
        }
        Self { index, texts }
    }

    /// Tells whether there is nothing to compare with.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Returns the sentences of a text, of those given, that stand in another in much the same words.
    pub fn echoes(&self, text: &[Printed]) -> Vec<Echo<'_>> {
        let echo = |it: Likeness| {
            let (name, other) = self.texts.get(it.twin.text)?;
            Some(Echo {
                range: it.range,
                name,
                words: other.get(it.twin.range)?,
                percent: it.percent,
            })
        };
        let found = self.index.likenesses(text);
        found.into_iter().filter_map(echo).collect()
    }
}

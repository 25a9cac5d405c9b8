//! The text: what a document says, paragraph by paragraph, each with its style. How a style looks is said elsewhere.

use std::borrow::Cow;

use super::styles;
use super::xml::Xml;
use crate::export::document::{Block, Content, Document};
use crate::export::ending::{Ending, ending};
use crate::export::layout::Layout;
use crate::export::quotes::curly;
use crate::export::title::title_lines;
use crate::locale::Lang;
use crate::typeset::eight;

/// The text being written.
pub(super) struct Body<'a> {
    pub(super) xml: Xml,
    pub(super) layout: &'a Layout,
    pub(super) language: Lang,
}

impl Body<'_> {
    /// Writes a document.
    pub(super) fn document(&mut self, document: &Document) {
        let bylines: Vec<&str> = document
            .bylines
            .iter()
            .map(|it| it.words.as_str())
            .collect();
        self.front(&document.title, &bylines);
        let ending = ending(&document.blocks);
        let mut blocks = document.blocks.iter().enumerate().peekable();
        while let Some((at, block)) = blocks.next() {
            match &block.content {
                Content::Heading {
                    level,
                    ordinal,
                    words,
                } => {
                    let joint = (blocks.peek())
                        .and_then(|(_, it)| run_in(it))
                        .filter(|_| self.layout.text.is_run_in);
                    self.heading(*level, [ordinal, words], joint);
                }
                Content::Paragraph { lead, words, .. } => match ending {
                    Some(it) if it.date == at || it.name == Some(at) => {
                        self.signed(&document.blocks, it, at, words);
                    }
                    _ => self.paragraph(lead, words),
                },
                Content::Entry { number, paragraphs } => {
                    let mut ordinal = format!("{number}. ");
                    for it in paragraphs {
                        self.paragraph("", &(ordinal + it));
                        ordinal = String::new();
                    }
                }
            }
        }
    }

    /// Writes the title and the lines under it, with the blank lines that part them from the text.
    pub(super) fn front(&mut self, title: &str, bylines: &[&str]) {
        let below = self.layout.title.blank_lines_below * self.layout.text.pitch;
        if !title.is_empty() {
            self.open(styles::TITLE);
            self.after(if bylines.is_empty() { below } else { 0 });
            self.xml.markup("</w:pPr>");
            let title = self.curly([title]).concat();
            for (at, line) in self.lines_of_title(&title).iter().enumerate() {
                if at > 0 {
                    self.xml.markup("<w:r><w:br/></w:r>");
                }
                self.run(None, line);
            }
            self.xml.markup("</w:p>");
        }
        for (at, words) in bylines.iter().enumerate() {
            self.open(styles::BYLINE);
            self.after(if at + 1 == bylines.len() { below } else { 0 });
            self.xml.markup("</w:pPr>");
            let words = self.curly([words]).concat();
            self.run(None, &words);
            self.xml.markup("</w:p>");
        }
    }

    fn lines_of_title(&self, title: &str) -> Vec<String> {
        let style = &self.layout.title.style;
        if !self.layout.title.breaks_by_sense || self.language != Lang::Zh {
            return vec![title.to_owned()];
        }
        let most = self.layout.page.text_width() / (style.size * 10).max(1);
        title_lines(title, most as usize)
    }

    /// Writes a heading. With a joint its paragraph goes on in the next one: the sign that ends it is hidden, which
    /// is how Word sets a heading that text runs in behind and still lists it in its navigation.
    fn heading(&mut self, level: u8, pieces: [&str; 2], joint: Option<&str>) {
        self.open(if level == 1 {
            styles::SECTION
        } else {
            styles::DIMENSION
        });
        if joint.is_some() {
            self.xml.markup("<w:rPr><w:vanish/><w:specVanish/></w:rPr>");
        }
        self.xml.markup("</w:pPr>");
        let words = self.curly(pieces).concat() + joint.unwrap_or_default();
        self.run(None, &words);
        self.xml.markup("</w:p>");
    }

    fn paragraph(&mut self, lead: &str, words: &str) {
        self.open(styles::BODY);
        self.xml.markup("</w:pPr>");
        let pieces = self.curly([lead, words]);
        for (style, words) in [Some(styles::LEAD), None].into_iter().zip(&pieces) {
            self.run(style, words);
        }
        self.xml.markup("</w:p>");
    }

    /// Writes the name or the date at the end. GB/T 9704-2012, 7.3.5.2: below a blank line, two characters from the
    /// right; the date begins two characters behind the beginning of the name, or where it is the longer one stands
    /// two characters from the right and the name so much farther.
    fn signed(&mut self, blocks: &[Block], ending: Ending, at: usize, words: &str) {
        let width = |at: usize| match blocks.get(at).map(|it| &it.content) {
            Some(Content::Paragraph { words, .. }) => width(words),
            _ => 0,
        };
        let date = width(ending.date);
        let name = ending.name.map_or(date, width);
        let (name_in, date_in) = if ending.name.is_none() {
            (0, 200)
        } else if name >= date + 200 {
            (200, name - date)
        } else {
            (400 + date - name, 200)
        };
        let is_date = at == ending.date;
        let indent = if is_date { date_in } else { name_in };
        self.open(if is_date {
            styles::DATE
        } else {
            styles::SIGNATURE
        });
        if ending.name.unwrap_or(ending.date) == at {
            self.xml
                .markup("<w:spacing w:before=\"")
                .number(self.layout.text.pitch)
                .markup("\"/>");
        }
        self.xml.markup("<w:ind w:rightChars=\"").number(indent);
        let twips = indent * self.layout.text.size / 10;
        self.xml
            .markup("\" w:right=\"")
            .number(twips)
            .markup("\"/></w:pPr>");
        let words = self.curly([words]).concat();
        self.run(None, &words);
        self.xml.markup("</w:p>");
    }

    /// Opens a paragraph and its properties.
    pub(super) fn open(&mut self, style: &str) {
        self.xml
            .markup("<w:p><w:pPr><w:pStyle w:val=\"")
            .markup(style)
            .markup("\"/>");
    }

    fn after(&mut self, twips: u32) {
        if twips > 0 {
            self.xml
                .markup("<w:spacing w:after=\"")
                .number(twips)
                .markup("\"/>");
        }
    }

    /// Writes words of one kind, unless there are none.
    pub(super) fn run(&mut self, style: Option<&str>, words: &str) {
        if words.is_empty() {
            return;
        }
        self.xml.markup("<w:r>");
        let is_chinese = self.language == Lang::Zh && has_sign_of_both(words);
        if style.is_some() || is_chinese {
            self.xml.markup("<w:rPr>");
            if let Some(it) = style {
                self.xml
                    .markup("<w:rStyle w:val=\"")
                    .markup(it)
                    .markup("\"/>");
            }
            if is_chinese {
                self.xml.markup("<w:rFonts w:hint=\"eastAsia\"/>");
            }
            self.xml.markup("</w:rPr>");
        }
        let is_kept = words.starts_with(' ') || words.ends_with(' ') || words.contains("  ");
        self.xml.markup(if is_kept {
            "<w:t xml:space=\"preserve\">"
        } else {
            "<w:t>"
        });
        self.xml.words(words).markup("</w:t></w:r>");
    }

    /// Returns the pieces of a paragraph with the quotes the layout wants.
    pub(super) fn curly<'w, const N: usize>(&self, pieces: [&'w str; N]) -> [Cow<'w, str>; N] {
        let mut out = pieces.map(Cow::Borrowed);
        let wants = self.layout.text.has_curly_quotes && self.language == Lang::Zh;
        let changed = wants.then(|| curly(&pieces)).flatten();
        for (it, changed) in out.iter_mut().zip(changed.into_iter().flatten()) {
            *it = Cow::Owned(changed);
        }
        out
    }
}

/// Returns what joins a paragraph to the heading before it.
fn run_in(block: &Block) -> Option<&'static str> {
    match block.content {
        Content::Paragraph { run_in, .. } => run_in,
        Content::Heading { .. } | Content::Entry { .. } => None,
    }
}

/// Tells whether words hold a sign of both faces.
fn has_sign_of_both(words: &str) -> bool {
    let bytes = words.as_bytes();
    // E2 begins U+2000 to U+2FFF: what there is of such signs are quotes, dashes and dots.
    let after = memchr::memchr(0xE2, bytes).and_then(|it| bytes.get(it + 1));
    if after.is_some_and(|it| *it < 0xBA) {
        return true;
    }
    // C2 to DF, E0 and E1 begin all characters from U+0080 to there.
    eight::some_are(words, |it, _| {
        it.begins_with(0b110, 3) | it.is_one_of_two(0xE1) | it.is(0xE2)
    }) && words.contains(is_of_both)
}

/// Tells whether Word sets a sign in the Latin face unless it is told that it is a Chinese one: “ ” — … · and others.
fn is_of_both(sign: char) -> bool {
    ('\u{A0}'..'\u{2E80}').contains(&sign)
}

/// Returns how wide words are, in hundredths of a character. Between a Chinese character and a digit or a Latin letter
/// stands a quarter of one, which word processors put there by themselves.
fn width(words: &str) -> u32 {
    let mut width = 0;
    let mut before: Option<char> = None;
    for it in words.chars() {
        let parts =
            |a: char, b: char| a.is_ascii_alphanumeric() && !b.is_ascii() && b.is_alphanumeric();
        if before.is_some_and(|before| parts(before, it) || parts(it, before)) {
            width += 25;
        }
        width += if it.is_ascii() { 50 } else { 100 };
        before = Some(it);
    }
    width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_of_both_faces_is_found_wherever_it_stands() {
        for sign in '\0'..=char::MAX {
            for words in [format!("{sign}"), format!("他说，好。{sign}一二三四")] {
                let is_there = words.contains(is_of_both);
                assert_eq!(has_sign_of_both(&words), is_there, "{words:?}");
            }
        }
    }
}

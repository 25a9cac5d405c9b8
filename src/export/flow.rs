//! Texts of a draft become paragraphs: broken at line ends, joined where they follow each other without a break.
//!
//! What is written is printed. Left out are only the blanks at the ends of a line, blank lines, and the characters
//! that cannot be seen and do harm in a file: the controls of C0 and C1, the byte order mark (U+FEFF), and U+FFFE and
//! U+FFFF, which are no characters (XML 1.0, 2.2, forbids them). A tab is printed as a space. Every line end of UAX #14 (`BK`, `CR`, `LF`, `NL`) ends a paragraph: a vertical tab is what
//! word processors put for a break within a paragraph.

use super::marks::{is_closing, is_final, is_mark};
use crate::draft::is_never_printed;
use crate::locale::Lang;
use crate::typeset::eight;

/// A paragraph being put together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The bold part at its beginning.
    pub(super) lead: String,
    /// The words behind it.
    pub(super) words: String,
}

/// Texts that follow each other.
#[derive(Debug)]
pub(super) struct Flow {
    language: Lang,
    paragraphs: Vec<Paragraph>,
    /// Whether the next text begins a paragraph.
    is_broken: bool,
}

impl Flow {
    pub(super) fn new(language: Lang) -> Self {
        Self {
            language,
            paragraphs: Vec::new(),
            is_broken: true,
        }
    }

    /// Begins a paragraph with a lead, unless that is empty.
    pub(super) fn begin(&mut self, lead: String) {
        if !lead.is_empty() {
            let words = String::new();
            self.paragraphs.push(Paragraph { lead, words });
            self.is_broken = false;
        }
    }

    /// Adds a text behind what stands there.
    pub(super) fn add(&mut self, text: &str) {
        for (at, line) in lines(text).enumerate() {
            self.is_broken |= at > 0;
            if line.trim().is_empty() {
                continue;
            }
            match self.paragraphs.last_mut() {
                Some(last) if !self.is_broken => join(self.language, last, &line),
                _ => self.paragraphs.push(Paragraph {
                    lead: String::new(),
                    words: line,
                }),
            }
            self.is_broken = false;
        }
    }

    /// Returns the words added first.
    pub(super) fn first_words(&self) -> Option<&str> {
        self.paragraphs.first().map(|it| it.words.trim_start())
    }

    /// Adds words in brackets to the last paragraph, or in one of their own.
    pub(super) fn add_remark(&mut self, remark: &str) {
        let Some(last) = self.paragraphs.last_mut() else {
            return self.add(remark);
        };
        last.words.truncate(last.words.trim_end().len());
        last.words.push_str(space(self.language));
        last.words.push_str(remark);
    }

    /// Returns the paragraphs without blanks at their ends.
    pub(super) fn into_paragraphs(mut self) -> Vec<Paragraph> {
        for it in &mut self.paragraphs {
            it.words.truncate(it.words.trim_end().len());
            if it.lead.is_empty() {
                it.words
                    .drain(..it.words.len() - it.words.trim_start().len());
            }
        }
        self.paragraphs
    }
}

/// Adds `next` to a paragraph, with what is wanting between them.
fn join(language: Lang, last: &mut Paragraph, next: &str) {
    let before = if last.words.is_empty() {
        &mut last.lead
    } else {
        &mut last.words
    };
    let joint = joint(language, before, next);
    let (stop, space) = joint.split_at(joint.trim_end().len());
    let is_latin = before.trim_end().ends_with(|it: char| it.is_ascii())
        && next.trim_start().starts_with(|it: char| it.is_ascii());
    let mut next = next;
    // Chinese knows no blank between two sentences: one at the end of a text is not meant.
    if !stop.is_empty() || language == Lang::Zh && !is_latin {
        before.truncate(before.trim_end().len());
        next = next.trim_start();
    }
    before.push_str(stop);
    last.words.push_str(space);
    last.words.push_str(next);
}

/// Returns what is wanting between two texts that are to be read on: a full stop behind what ends in no mark at all,
/// unless the next begins with one that belongs to what stands before it, and in English a space.
pub(super) fn joint(language: Lang, before: &str, next: &str) -> &'static str {
    let goes_on = (next.trim_start()).starts_with(|it| is_final(it) || is_closing(it));
    let wants_stop = !goes_on && !before.trim_end().ends_with(is_mark);
    let is_spaced = before.ends_with(char::is_whitespace) || next.starts_with(char::is_whitespace);
    match (language, wants_stop) {
        (Lang::Zh, true) => "。",
        (Lang::Zh, false) => "",
        (Lang::En, true) => ". ",
        (Lang::En, false) if goes_on || is_spaced => "",
        (Lang::En, false) => " ",
    }
}

/// Returns what stands between two sentences.
pub(super) fn space(language: Lang) -> &'static str {
    match language {
        Lang::Zh => "",
        Lang::En => " ",
    }
}

/// Returns the text in one line, for what stands in one: titles and headlines.
pub(super) fn one_line(language: Lang, text: &str) -> String {
    let mut whole = String::new();
    for line in lines(text) {
        let line = line.trim();
        let is_latin = |it: Option<char>| it.is_some_and(|it| it.is_ascii_graphic());
        let is_between = is_latin(whole.chars().next_back()) && is_latin(line.chars().next());
        if !whole.is_empty() && !line.is_empty() && (is_between || language == Lang::En) {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    whole
}

/// The line ends of UAX #14.
const ENDS: [char; 7] = [
    '\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// Tells whether a text is one line of which nothing is left out and nothing is printed in another way. May say no of
/// one that is: it looks at bytes, because nearly every text is such a line.
fn is_plain(text: &str) -> bool {
    !eight::some_are(text, |it, before| {
        // C2 begins U+0080 to U+00BF.
        let alone = it.is_below(b' ') | it.is(0x7F) | it.is(0xC2);
        // U+2028 and U+2029 are E2 80 A8 and A9; U+FEFF is EF BB BF, U+FFFE and U+FFFF are EF BF BE and BF.
        let (separator, mark) = (it.is_one_of_two(0xA9), it.is_one_of_two(0xBF));
        if separator | mark == 0 {
            return alone;
        }
        alone | separator & before.is(0x80) | mark & (before.is(0xBB) | before.is(0xBF))
    })
}

/// Returns how many characters of a text, code points and not graphemes, are left out of everything that is printed. Blanks and line ends are not
/// among them.
pub fn n_left_out(text: &str) -> usize {
    if is_plain(text) {
        return 0;
    }
    let harmful = text.chars().filter(|it| is_never_printed(*it));
    harmful.filter(|it| !ENDS.contains(it)).count()
}

/// Returns the lines of a text, blank ones too, without the characters that are not printed.
fn lines(text: &str) -> impl Iterator<Item = String> {
    // Most texts are one line: where its end is need not be looked for.
    let is_one = is_plain(text);
    let whole = is_one.then(|| text.to_owned());
    let lines = (!is_one).then(|| text.split('\n').flat_map(parts));
    whole.into_iter().chain(lines.into_iter().flatten())
}

/// Returns what other line ends than that of a line make of it, without the characters that are not printed.
fn parts(line: &str) -> impl Iterator<Item = String> {
    let is_plain = is_plain(line);
    // It is copied as it is, and takes no more room than that.
    let whole = is_plain.then(|| line.to_owned());
    let parts = (!is_plain).then(|| line.split(ENDS).map(without_harm));
    whole.into_iter().chain(parts.into_iter().flatten())
}

/// Returns a line without the characters that are not printed.
fn without_harm(line: &str) -> String {
    if (line.chars()).all(|it| !is_never_printed(it) && it != '\t') {
        return line.to_owned();
    }
    (line.chars())
        .filter(|it| !is_never_printed(*it))
        .map(|it| if it == '\t' { ' ' } else { it })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: Lang, texts: &[&str], paragraphs: &[&str]) {
        let mut flow = Flow::new(language);
        for it in texts {
            flow.add(it);
        }
        let flowed: Vec<String> = (flow.into_paragraphs().into_iter())
            .map(|it| it.words)
            .collect();
        assert_eq!(flowed, paragraphs);
    }

    #[test]
    fn passages_follow_each_other_without_a_break() {
        check(
            Lang::Zh,
            &["认识不深，", "如，只看不学。", "同时"],
            &["认识不深，如，只看不学。同时"],
        );
        check(
            Lang::Zh,
            &["认识不深", "如，只看不学", "“学”"],
            &["认识不深。如，只看不学。“学”"],
        );
        check(
            Lang::Zh,
            &["认识不深", "，如，只看不学"],
            &["认识不深，如，只看不学"],
        );
        check(Lang::Zh, &["增长5%", "后文"], &["增长5%。后文"]);
        check(Lang::Zh, &["讲“四风”", "后文"], &["讲“四风”后文"]);
        check(Lang::Zh, &["学习 ", "后文"], &["学习。后文"]);
        check(
            Lang::Zh,
            &["学习， ", "\u{3000}\u{3000}后文"],
            &["学习，后文"],
        );
        check(Lang::Zh, &["use Rust, ", "not C"], &["use Rust, not C"]);
        check(
            Lang::En,
            &["Too slow", "\"Quoted\" words"],
            &["Too slow. \"Quoted\" words"],
        );
        check(Lang::En, &["Too slow ", " Later"], &["Too slow. Later"]);
        check(
            Lang::En,
            &["Too slow", "For example, once", "(twice)"],
            &["Too slow. For example, once. (twice)"],
        );
        check(
            Lang::En,
            &["Too slow, ", "once.", "Then", ", later"],
            &["Too slow, once. Then, later"],
        );
    }

    #[test]
    fn a_line_end_begins_a_paragraph() {
        check(
            Lang::Zh,
            &["甲\n乙\r\n\r\n丙\u{B}丁\r戊"],
            &["甲", "乙", "丙", "丁", "戊"],
        );
        check(Lang::Zh, &["甲\n", "乙"], &["甲", "乙"]);
        check(Lang::Zh, &["甲", "\n乙"], &["甲", "乙"]);
        check(Lang::Zh, &["\n\n", "", " \u{3000}\n", "甲"], &["甲"]);
        check(Lang::Zh, &["\u{3000}\u{3000}甲 \n\t乙"], &["甲", "乙"]);
    }

    #[test]
    fn only_what_cannot_be_seen_is_left_out() {
        check(
            Lang::Zh,
            &["\u{FEFF}甲\u{0}\u{7}乙\u{9F}丙\t丁\u{FFFE}\u{FFFF}"],
            &["甲乙丙 丁"],
        );
        assert_eq!(
            n_left_out("\u{FEFF}甲\u{0}\u{7}乙\u{9F}丙\t丁\r\n\u{B}\u{FFFF}"),
            5
        );
        check(
            Lang::Zh,
            &["👨‍👩‍👧e\u{301}\u{200B}𠮷"],
            &["👨‍👩‍👧e\u{301}\u{200B}𠮷"],
        );
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(one_line(Lang::Zh, " 关于\n剖析 材料\n"), "关于剖析 材料");
        assert_eq!(one_line(Lang::Zh, "on\nit"), "on it");
        assert_eq!(one_line(Lang::En, "a\n\n题"), "a 题");
    }
}

//! Sign by sign: line ends, control characters, invisible signs, tabs and spaces. Looks at no word.

use super::letters::{is_blank, is_chinese_mark, is_han};

/// A hyphen that shows only where a line ends behind it.
const SOFT_HYPHEN: char = '\u{AD}';

/// A paste whose line ends are newlines, without control characters and invisible signs.
pub(super) struct Plain {
    /// The text. Soft hyphens are still in it: they tell how lines are joined.
    pub(super) text: String,
    /// Line ends of other systems.
    pub(super) n_line_ends: usize,
    /// Runs of signs that went.
    pub(super) n_controls: usize,
}

/// A text whose blanks are plain ones.
pub(super) struct Spaced {
    /// The text.
    pub(super) text: String,
    /// Runs of tabs.
    pub(super) n_tabs: usize,
    /// Runs of odd spaces.
    pub(super) n_spaces: usize,
    /// Lines that ended in blanks.
    pub(super) n_trailing: usize,
    /// Lines joined at a soft hyphen.
    pub(super) n_hyphenated: usize,
    /// Soft hyphens that went without that.
    pub(super) n_soft_hyphens: usize,
}

/// Makes every line end a newline, and takes control characters and invisible signs out.
pub(super) fn plain(raw: &str) -> Plain {
    let mut plain = Plain {
        text: String::with_capacity(raw.len()),
        n_line_ends: 0,
        n_controls: 0,
    };
    let mut signs = raw.chars().peekable();
    let mut last = None;
    let mut went = false;
    while let Some(sign) = signs.next() {
        let goes = match sign {
            '\n' | '\t' | SOFT_HYPHEN => {
                plain.text.push(sign);
                false
            }
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if sign == '\r' {
                    signs.next_if_eq(&'\n');
                }
                plain.text.push('\n');
                plain.n_line_ends += 1;
                false
            }
            it if is_invisible(it, last) => true,
            it => {
                plain.text.push(it);
                false
            }
        };
        plain.n_controls += usize::from(goes && !went);
        went = goes;
        if !goes {
            last = Some(sign);
        }
    }
    plain
}

/// Tells whether a sign has no place in a text. `before` is the sign before it.
///
/// A joiner stays where it can mean something, in emoji and in scripts that need it, and so do the tags of flags.
/// Variation selectors always stay: they choose the form of emoji and of Han characters.
pub fn is_invisible(it: char, before: Option<char>) -> bool {
    match it {
        '\u{200C}' | '\u{200D}' => before.is_none_or(|it| {
            it.is_ascii() || it.is_whitespace() || is_han(it) || is_chinese_mark(it)
        }),
        '\u{E0020}'..='\u{E007F}' => {
            !before.is_some_and(|it| matches!(it, '\u{1F3F4}' | '\u{E0020}'..='\u{E007E}'))
        }
        '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0001}' => true,
        _ => it.is_control(),
    }
}

/// Makes the blanks of a plain text ordinary ones, and joins lines at soft hyphens.
pub(super) fn spaced(plain: &str) -> Spaced {
    let mut spaced = Spaced {
        text: String::with_capacity(plain.len()),
        n_tabs: 0,
        n_spaces: 0,
        n_trailing: 0,
        n_hyphenated: 0,
        n_soft_hyphens: 0,
    };
    let mut lines = plain.split('\n').peekable();
    while let Some(line) = lines.next() {
        // Behind the last line is no line end: what is pasted there may need its blank.
        let Some(next) = lines.peek() else {
            spaced.push(line);
            break;
        };
        let kept = line.trim_end_matches(is_blank);
        spaced.n_trailing += usize::from(kept.len() < line.len());
        spaced.push(kept);
        if kept.ends_with(SOFT_HYPHEN) && next.starts_with(char::is_alphabetic) {
            spaced.n_hyphenated += 1;
            spaced.n_soft_hyphens -= 1;
        } else {
            spaced.text.push('\n');
        }
    }
    spaced
}

impl Spaced {
    fn push(&mut self, line: &str) {
        let mut before = None;
        for sign in line.chars() {
            let is_run = before == Some(sign);
            match sign {
                SOFT_HYPHEN => self.n_soft_hyphens += 1,
                '\t' => {
                    self.text.push_str("  ");
                    self.n_tabs += usize::from(!is_run);
                }
                it if is_odd_space(it) => {
                    self.text.push(' ');
                    self.n_spaces += usize::from(!is_run);
                }
                it => self.text.push(it),
            }
            before = Some(sign);
        }
    }
}

/// Tells whether a space is neither the ordinary one nor the ideographic one, which Chinese writers type.
const fn is_odd_space(it: char) -> bool {
    matches!(
        it,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}'
    )
}

/// Returns a plain text without the hyphens nobody sees.
pub(super) fn without_soft_hyphens(plain: &str) -> String {
    plain.replace(SOFT_HYPHEN, "")
}

/// Returns a text in one line: line ends, with the blanks around them, become one blank, those at the ends nothing.
/// Returns the number of blanks put in as well.
pub(super) fn flattened(text: &str) -> (String, usize) {
    let text = text.trim_matches('\n');
    if !text.contains('\n') {
        return (text.to_owned(), 0);
    }
    let lines: Vec<&str> = (text.split('\n').map(|it| it.trim_matches(is_blank)))
        .filter(|it| !it.is_empty())
        .collect();
    (lines.join(" "), lines.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_other_systems_become_newlines() {
        let plain = plain("甲\r\n乙\r丙\u{B}丁\u{2028}戊\n\r\n");
        assert_eq!(plain.text, "甲\n乙\n丙\n丁\n戊\n\n");
        assert_eq!((plain.n_line_ends, plain.n_controls), (5, 0));
    }

    #[test]
    fn what_nobody_sees_goes_and_emoji_stay() {
        for (raw, kept, n_controls) in [
            ("\u{FEFF}甲\u{200B}\u{200B}乙\u{1b}[31m", "甲乙[31m", 3),
            ("a\u{202E}b\u{9b}c\0", "abc", 3),
            ("👨‍👩‍👧❤️1️⃣🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧❤️1️⃣🏴󠁧󠁢󠁥󠁮󠁧󠁿", 0),
            ("葛\u{E0100}学\u{200D}习", "葛\u{E0100}学习", 1),
            ("می\u{200C}خواهم", "می\u{200C}خواهم", 0),
            ("a\u{E0041}", "a", 1),
        ] {
            let plain = plain(raw);
            assert_eq!((plain.text.as_str(), plain.n_controls), (kept, n_controls));
        }
    }

    #[test]
    fn blanks_become_ordinary_ones() {
        let spaced = spaced("a\u{A0}\u{A0}b\t\t\t\n\t丙　丁　\n \nin\u{AD}for\u{AD} \nmation ");
        assert_eq!(spaced.text, "a  b\n  丙　丁\n\ninformation ");
        assert_eq!((spaced.n_spaces, spaced.n_tabs), (1, 1));
        assert_eq!((spaced.n_trailing, spaced.n_hyphenated), (4, 1));
        assert_eq!(spaced.n_soft_hyphens, 1);
    }

    #[test]
    fn one_line_is_made_of_many() {
        for (text, one, n) in [
            ("甲\n乙", "甲 乙", 1),
            ("\n甲 \n\n 乙\n", "甲 乙", 1),
            (" 甲 \n", " 甲 ", 0),
            ("\n\n", "", 0),
        ] {
            assert_eq!(flattened(text), (one.to_owned(), n), "{text:?}");
        }
    }
}

//! [`Ordinal`]: how a foreign text numbered its parts. A draft stores none, so only files have them.

use crate::draft::Field;

use super::signs::number;

/// What stood before a heading or a paragraph: `一、`, `(一)`, `1.`, `一是`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordinal {
    /// The text it stands before.
    pub field: Field,
    /// The ordinal as given.
    pub words: String,
}

/// The ways of numbering, each a list of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Style {
    /// 一、
    Han,
    /// （一）
    HanInParentheses,
    /// 1.
    Digits,
    /// （1）
    DigitsInParentheses,
    /// 一是
    HanShi,
}

impl Ordinal {
    /// Tells whether the words are an ordinal of a known way of numbering.
    pub fn is_read(&self) -> bool {
        self.read().is_some()
    }

    /// Returns the way of numbering and the number; `None` for what is no ordinal.
    pub(super) fn read(&self) -> Option<(Style, usize)> {
        let words = self.words.trim();
        let inner = words
            .strip_prefix(['（', '('])
            .and_then(|it| it.strip_suffix(['）', ')']));
        let text = inner.unwrap_or(words);
        let (value, length) = number(text)?;
        let is_digit =
            text.starts_with(|it: char| it.is_ascii_digit() || ('０'..='９').contains(&it));
        let rest = text.get(length..)?;
        let style = match (inner.is_some(), is_digit) {
            (true, true) if rest.is_empty() => Style::DigitsInParentheses,
            (true, false) if rest.is_empty() => Style::HanInParentheses,
            (false, true) if rest.starts_with(['.', '．', '、', ',', '，', ' ']) => {
                Style::Digits
            }
            (false, false) if rest.starts_with('是') => Style::HanShi,
            (false, false) if rest.starts_with(['、', ',', '，', '.', '．']) => Style::Han,
            _ => return None,
        };
        Some((style, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_read() {
        let check = |words: &str, expected| {
            let ordinal = Ordinal {
                field: Field::Title,
                words: words.to_owned(),
            };
            assert_eq!(ordinal.read(), expected, "{words}");
        };
        check("一、", Some((Style::Han, 1)));
        check("(十二)", Some((Style::HanInParentheses, 12)));
        check("1．", Some((Style::Digits, 1)));
        check("（3）", Some((Style::DigitsInParentheses, 3)));
        check("二是", Some((Style::HanShi, 2)));
        check("第一，", None);
        check("", None);
    }
}

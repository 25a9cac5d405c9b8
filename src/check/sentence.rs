//! Sentences of a paragraph. Does not judge them.

use std::ops::Range;

use super::signs::{closes, ends_sentence, is_blank, is_common_han};

/// A sentence, with its final marks and the quotes closed behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// Its characters without blanks.
    pub(super) length: usize,
}

/// Returns the sentences of a text, by its characters and where they stand; `end` is the length of the text in bytes.
pub(super) fn sentences(signs: &[(usize, char)], end: usize) -> Vec<Sentence> {
    let mut out = Vec::new();
    let (mut start, mut length, mut is_over) = (0, 0, false);
    for &(at, sign) in signs {
        // Nearly every sign is a Han character: what it is not need not be asked.
        let is_letter = is_common_han(sign);
        if is_over && (is_letter || (!closes(sign) && !ends_sentence(sign))) {
            out.push(Sentence {
                range: start..at,
                length,
            });
            (start, length, is_over) = (at, 0, false);
        }
        length += usize::from(is_letter || !is_blank(sign));
        is_over |= !is_letter && (ends_sentence(sign) || sign == '\n');
    }
    if start < end {
        out.push(Sentence {
            range: start..end,
            length,
        });
    }
    out
}

/// Returns the end of the first sentence of a text, in bytes.
pub(super) fn first_end(text: &str) -> usize {
    let mut is_over = false;
    for (at, sign) in text.char_indices() {
        if is_over && !closes(sign) && !ends_sentence(sign) {
            return at;
        }
        is_over |= ends_sentence(sign) || sign == '\n';
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, usize)]) {
        let signs: Vec<(usize, char)> = text.char_indices().collect();
        let found = sentences(&signs, text.len());
        let words = |it: &Sentence| (text.get(it.range.clone()).unwrap_or_default(), it.length);
        let found: Vec<(&str, usize)> = found.iter().map(words).collect();
        assert_eq!(found, expected);
        let first = expected.first().map_or(0, |it| it.0.len());
        assert_eq!(first_end(text), first);
    }

    #[test]
    fn sentences_take_their_closing_quotes_along() {
        check(
            "他说：“好。”我走了！真 的？！没写完",
            &[
                ("他说：“好。”", 7),
                ("我走了！", 4),
                ("真 的？！", 4),
                ("没写完", 3),
            ],
        );
        check("", &[]);
    }
}

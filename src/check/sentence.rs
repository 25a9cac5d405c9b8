//! Sentences of a paragraph. Does not judge them.

use std::ops::Range;

use super::signs::{closes, ends_sentence};

/// Returns the sentences of a text, each with its final marks and the quotes closed behind them, in bytes.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut is_over) = (0, false);
    for (at, sign) in text.char_indices() {
        if is_over && !closes(sign) && !ends_sentence(sign) {
            out.push(start..at);
            (start, is_over) = (at, false);
        }
        is_over |= ends_sentence(sign);
    }
    if start < text.len() {
        out.push(start..text.len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_take_their_closing_quotes_along() {
        let text = "他说：“好。”我走了！真的？！没写完";
        let found: Vec<&str> = sentences(text)
            .into_iter()
            .filter_map(|it| text.get(it))
            .collect();
        assert_eq!(found, ["他说：“好。”", "我走了！", "真的？！", "没写完"]);
        assert!(sentences("").is_empty());
    }
}

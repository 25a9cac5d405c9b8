//! Cutting a long text into parts that a small clipboard takes. Changes no character.

use unicode_segmentation::UnicodeSegmentation;

/// Cuts a text into parts of at most `limit` bytes of UTF-8, which join to the text again.
///
/// A part ends after a paragraph, else after a sentence, else between graphemes; an end in the first half of what
/// would fit is passed over for the next kind, so that a part is never half empty for the sake of its end. A
/// single grapheme longer than the limit is a part of its own. An empty text has no parts.
pub fn copy_in_parts(text: &str, limit: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.len() > limit {
        let (part, after) = rest.split_at(end_of_part(rest, limit));
        parts.push(part);
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    parts
}

/// Where the first part of a text that exceeds the limit ends: a byte offset on a grapheme boundary, above zero.
fn end_of_part(text: &str, limit: usize) -> usize {
    let near = near(text, limit);
    let last_within =
        |ends: &mut dyn Iterator<Item = usize>| ends.take_while(|end| *end <= limit).last();
    let is_full = |end: &usize| *end > 0 && *end >= limit / 2;

    let paragraph =
        last_within(&mut near.match_indices('\n').map(|(at, _)| at + 1)).filter(is_full);
    let sentence = || last_within(&mut near.split_sentence_bounds().scan(0, add)).filter(is_full);
    let grapheme = || last_within(&mut near.graphemes(true).scan(0, add));
    let first = || text.graphemes(true).next().map_or(0, str::len);
    paragraph
        .or_else(sentence)
        .or_else(grapheme)
        .unwrap_or_else(first)
}

/// The text up to well behind the limit: enough to see what ends within it, and no more than that to read.
fn near(text: &str, limit: usize) -> &str {
    let enough = limit.saturating_mul(2).saturating_add(64);
    let end = (enough..text.len()).find(|at| text.is_char_boundary(*at));
    end.map_or(text, |end| text.split_at(end).0)
}

/// The offset behind each piece, one after the other.
#[expect(
    clippy::unnecessary_wraps,
    reason = "the shape that `Iterator::scan` asks for"
)]
fn add(end: &mut usize, piece: &str) -> Option<usize> {
    *end += piece.len();
    Some(*end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, limit: usize, expected: &[&str]) {
        assert_eq!(copy_in_parts(text, limit), expected);
    }

    #[test]
    fn parts_end_where_the_text_does() {
        check("", 10, &[]);
        check("短。", 6, &["短。"]);
        // Paragraphs: 10 bytes each with the newline.
        check(
            "一二三\n四五六\n七八九\n",
            25,
            &["一二三\n四五六\n", "七八九\n"],
        );
        // Sentences where the paragraph is too long; a closing quote stays with its sentence.
        check(
            "他说：“好。”我也说好。大家都说好。",
            40,
            &["他说：“好。”我也说好。", "大家都说好。"],
        );
        check(
            "他说：“好。”我也说好。大家都说好。",
            35,
            &["他说：“好。”", "我也说好。大家都说好。"],
        );
        // A short paragraph does not make a nearly empty part.
        check(
            "一\n学习不够。改得不快。",
            25,
            &["一\n学习不够。", "改得不快。"],
        );
        // Graphemes where there is no sentence: the accent stays on its letter, the family together.
        check("ae\u{301}e\u{301}", 5, &["ae\u{301}", "e\u{301}"]);
        check("一👨‍👩‍👧二", 10, &["一", "👨‍👩‍👧", "二"]);
        check("一二", 0, &["一", "二"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_every_part_fits(text in "([一-龥，。；！？“”、a-z 𠮷]|\n|👨‍👩‍👧|é){0,200}", limit in 0_usize..80) {
            let parts = copy_in_parts(&text, limit);
            prop_assert_eq!(parts.concat(), text.as_str());
            for part in &parts {
                prop_assert!(!part.is_empty());
                prop_assert!(part.len() <= limit || part.graphemes(true).count() == 1, "{:?}", part);
            }
        }

        #[test]
        fn parts_are_at_least_half_full(text in "[一-龥，。！\n]{0,300}", limit in 20_usize..200) {
            let parts = copy_in_parts(&text, limit);
            for part in parts.iter().rev().skip(1) {
                prop_assert!(part.len() >= limit / 2);
            }
        }
    }
}

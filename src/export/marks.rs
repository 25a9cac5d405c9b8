//! Which characters are punctuation, as far as printing must know. Not a table of Unicode.

/// Tells whether the character is a mark of punctuation: after one, no full stop is wanting. Signs that stand for a
/// word (`%`, `℃`) are none.
pub(super) fn is_mark(it: char) -> bool {
    is_final(it)
        || is_opening(it)
        || is_closing(it)
        || matches!(it, '"' | '\'' | '-' | '/' | '·' | '／' | '‐'..='―')
}

/// Tells whether the character ends or parts sentences or their parts.
pub(super) fn is_final(it: char) -> bool {
    matches!(it, '.' | ',' | ';' | ':' | '!' | '?')
        || matches!(
            it,
            '。' | '，' | '、' | '；' | '：' | '！' | '？' | '．' | '｡' | '､' | '…' | '—'
        )
}

/// Tells whether the character opens brackets or a quotation.
pub(super) fn is_opening(it: char) -> bool {
    matches!(
        it,
        '(' | '[' | '{' | '‘' | '“' | '〈' | '《' | '「' | '『' | '【' | '〔' | '〖'
    ) || matches!(it, '（' | '［' | '｛' | '«' | '‹')
}

/// Tells whether the character closes brackets or a quotation.
pub(super) fn is_closing(it: char) -> bool {
    matches!(
        it,
        ')' | ']' | '}' | '’' | '”' | '〉' | '》' | '」' | '』' | '】' | '〕' | '〗'
    ) || matches!(it, '）' | '］' | '｝' | '»' | '›')
}

/// Tells whether the character is a letter, a Han character or a digit, and not a sign that only looks like one
/// (`Ⓐ`, `🄰`), which Unicode counts among the symbols.
pub(super) fn is_word(it: char) -> bool {
    let is_sign = matches!(it, 'Ⓐ'..='ⓩ' | '\u{1F130}'..='\u{1F189}');
    it.is_alphanumeric() && !is_sign
}

//! Which script a character belongs to, as far as blanks between words depend on it. Knows no words.

/// Tells whether a character is a Han character: written without blanks around it.
pub(super) const fn is_han(it: char) -> bool {
    matches!(it,
        '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// Tells whether a character is a blank within a line; a newline is none.
pub(super) fn is_blank(it: char) -> bool {
    it != '\n' && it.is_whitespace()
}

/// Tells whether a character is a mark of Chinese punctuation.
pub(super) const fn is_chinese_mark(it: char) -> bool {
    matches!(
        it,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '（'
            | '）'
            | '《'
            | '》'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '…'
            | '—'
    )
}

/// Tells whether words of this script are parted by blanks.
pub(super) fn is_spaced(it: char) -> bool {
    it < '\u{1100}' && it.is_alphanumeric()
}

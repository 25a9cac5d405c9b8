//! Which signs of a foreign text are kept: everything that can be seen. Knows no words.

use crate::paste::is_invisible;

/// A hyphen that shows only where a line ends behind it.
const SOFT_HYPHEN: char = '\u{AD}';

/// Takes signs of one line after the other.
#[derive(Default)]
pub(super) struct Signs {
    /// Control characters and invisible signs that were left out.
    pub(super) n_dropped: usize,
}

impl Signs {
    /// Appends what can be seen of `raw`. A tab becomes two blanks, as in a paste.
    pub(super) fn append(&mut self, line: &mut String, raw: &str) {
        for sign in raw.chars() {
            match sign {
                '\t' => line.push_str("  "),
                SOFT_HYPHEN => self.n_dropped += 1,
                it if is_invisible(it, line.chars().next_back()) => self.n_dropped += 1,
                it => line.push(it),
            }
        }
    }
}

/// Tells whether a sign ends a line.
pub(super) const fn is_line_end(it: char) -> bool {
    matches!(
        it,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_seen_is_kept() {
        let mut signs = Signs::default();
        let mut line = String::new();
        signs.append(
            &mut line,
            "一\u{200B}、\t学\u{1b}[1m习\u{AD}　\u{FEFF}葛\u{E0100}",
        );
        assert_eq!(line, "一、  学[1m习　葛\u{E0100}");
        assert_eq!(signs.n_dropped, 4);
    }
}

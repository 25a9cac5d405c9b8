//! What may be painted for a sign. Does not decide how it looks otherwise: no colours, no marks for spaces.

use std::borrow::Cow;

use super::width::Ambiguous;
use super::width::measure;
use super::width::plain_width;

/// Shown for what has no form of its own: one cell wide in every terminal.
const STAND_IN: &str = "\u{2426}";
/// What a lone combining mark is set on: one cell wide in every terminal.
const NO_BASE: char = '\u{25CC}';

/// Returns what may be painted for one grapheme cluster: never a control character, always at least one cell wide.
///
/// A tab is two spaces. Controls below U+0020 and DEL show their picture (`␛`), a combining mark without a base
/// stands on a dotted circle, and all else that would change the terminal or leave no trace (C1 controls,
/// bidirectional overrides, U+FEFF, U+200B, a lone joiner or variation selector, line separators) shows as `␦`.
/// A newline ends the row and is not painted: it gives the empty text.
pub fn glyph(grapheme: &str) -> Cow<'_, str> {
    if plain_width(grapheme).is_some() {
        return Cow::Borrowed(grapheme);
    }
    let Some(first) = grapheme.chars().next() else {
        return Cow::Borrowed("");
    };
    match first {
        '\n' => return Cow::Borrowed(""),
        '\r' if grapheme.len() > 1 => return Cow::Borrowed(""),
        '\t' => return Cow::Borrowed("  "),
        '\0'..='\u{1F}' => return picture(u32::from(first)),
        '\u{7F}' => return Cow::Borrowed("\u{2421}"),
        _ => {}
    }
    if is_formless(first) || grapheme.chars().any(char::is_control) {
        return Cow::Borrowed(STAND_IN);
    }
    let grapheme = beginning(grapheme);
    if measure(grapheme, Ambiguous::Narrow) == 0 {
        return Cow::Owned(format!("{NO_BASE}{grapheme}"));
    }
    Cow::Borrowed(grapheme)
}

/// Returns the beginning of a cluster that is longer than any sign of any language: whoever heaps marks without end on
/// one letter gets some of them painted.
fn beginning(grapheme: &str) -> &str {
    /// An emoji of a family with skin tones takes 41 bytes.
    const LONGEST: usize = 96;
    if grapheme.len() <= LONGEST {
        return grapheme;
    }
    let end = (0..=LONGEST)
        .rev()
        .find(|it| grapheme.is_char_boundary(*it));
    grapheme.get(..end.unwrap_or_default()).unwrap_or(grapheme)
}

/// Returns the picture of a C0 control.
fn picture(control: u32) -> Cow<'static, str> {
    char::from_u32(0x2400 + control)
        .map_or(Cow::Borrowed(STAND_IN), |it| Cow::Owned(it.to_string()))
}

/// Says whether a cluster that begins so has no form: formats, joiners, selectors and separators.
const fn is_formless(first: char) -> bool {
    matches!(first,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Returns a line as a terminal may be given it: no control characters, nothing that turns the reading direction.
pub fn printable(line: &str) -> String {
    let line = line.replace('\n', " ");
    super::grapheme::graphemes(&line)
        .map(|(_, it)| glyph(it))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::grapheme::graphemes;
    use super::*;

    #[test]
    fn dangerous_signs_have_stand_ins() {
        let check =
            |grapheme: &str, expected: &str| assert_eq!(glyph(grapheme), expected, "{grapheme:?}");
        check("字", "字");
        check("\t", "  ");
        check("\u{1B}", "␛");
        check("\r", "␍");
        check("\u{7F}", "␡");
        check("\n", "");
        check("\r\n", "");
        for it in [
            "\u{85}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{200B}", "\u{200D}",
            "\u{FE0F}", "\u{2028}",
        ] {
            check(it, "␦");
        }
        check("\u{301}", "◌\u{301}");
        check("👨‍👩‍👧", "👨‍👩‍👧");
        let heap = format!("字{}", "\u{301}".repeat(10_000));
        assert!(glyph(&heap).starts_with("字\u{301}") && glyph(&heap).len() <= 96);
    }

    #[test]
    fn every_character_is_painted_in_a_cell_or_more() {
        for char in ('\0'..='\u{1FFFF}').filter(|it| *it != '\n') {
            let mut buffer = [0; 4];
            let glyph = glyph(char.encode_utf8(&mut buffer)).into_owned();
            assert!(!glyph.contains(char::is_control), "{char:?}");
            assert!(measure(&glyph, Ambiguous::Narrow) > 0, "{char:?}");
        }
    }

    proptest! {
        #[test]
        fn no_control_is_painted(text in any::<String>()) {
            for (_, grapheme) in graphemes(&text) {
                let glyph = glyph(grapheme);
                prop_assert!(!glyph.chars().any(char::is_control), "{grapheme:?}");
                let turns = ['\u{202A}', '\u{202B}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}'];
                prop_assert!(!glyph.contains(turns));
            }
        }
    }
}

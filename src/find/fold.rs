//! Which characters count as the same when a text is looked for. Everything but case and width is kept apart: no
//! accents are dropped, and nothing is composed or taken apart.

/// Returns the character that stands for all that are found by it: Latin letters in lower case, full-width forms as
/// their half-width twins (`（` `(`, `１` `1`, `Ａ` `a`), half-width `｡｢｣､･` as the usual marks.
pub(super) fn fold(char: char) -> char {
    if char.is_ascii() {
        return char.to_ascii_lowercase();
    }
    match char {
        // What Chinese text is made of.
        '\u{3001}'..='\u{9FFF}' => char,
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(char) - 0xFEE0).map_or(char, |it| it.to_ascii_lowercase())
        }
        '｡' => '。',
        '｢' => '「',
        '｣' => '」',
        '､' => '、',
        '･' => '・',
        '￠' => '¢',
        '￡' => '£',
        '￢' => '¬',
        '￣' => '¯',
        '￤' => '¦',
        '￥' => '¥',
        '￦' => '₩',
        it if is_latin(it) => lower(it),
        it => it,
    }
}

/// Says whether a character beyond ASCII stands in a block of Latin letters.
const fn is_latin(char: char) -> bool {
    matches!(char,
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}')
}

/// Returns a letter in lower case, or as it is where that would be two characters (`İ`).
fn lower(char: char) -> char {
    let mut lower = char.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(it), None) => it,
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_width_fall_together_and_nothing_else() {
        let check = |one: &str, other: &str, is_same: bool| {
            let folded = |text: &str| text.chars().map(fold).collect::<String>();
            assert_eq!(folded(one) == folded(other), is_same, "{one} {other}");
        };
        check("（１）Ａｂ～　！", "(1)aB~ !", true);
        check("｢甲｣､乙｡", "「甲」、乙。", true);
        check("ÉẞǄ", "éßǆ", true);
        check("￥", "¥", true);
        check("É", "E", false);
        check("é", "e\u{301}", false);
        check("İ", "i", false);
        check("Σ", "σ", false);
        check("Я", "я", false);
        check("K", "k", true);
        check("\u{212A}", "k", false);
        check("。", "．", false);
        check("“", "\"", false);
        check("－", "—", false);
        check("㈠", "（一）", false);
        check("學", "学", false);
        check("\u{A0}", " ", false);
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for char in '\0'..=char::MAX {
            assert_eq!(fold(fold(char)), fold(char), "{char:?}");
        }
    }
}

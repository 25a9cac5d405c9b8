//! Where a row may end between two signs. Sees only the two.

/// What a break between two signs would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// A good place.
    Good,
    /// Inside a word or a number: only where there is no good place.
    Fair,
    /// Against the rules.
    Never,
}

/// Signs that never start a row.
const NOT_AT_START: &str = "、，。．：；！？）】》」』”’〉〕］｝〗〙〛…—–·・～％‰℃,.;:!?)]}%°\
    ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々〻ゝゞヽヾ‐-/／\"'";
/// Signs that never end a row.
const NOT_AT_END: &str = "（【《「『“‘〈〔［｛〖〘〚([{$￥¥£\"'";

/// Says what a break between two neighbouring clusters would be.
pub(super) fn between(before: &str, after: &str) -> Between {
    let (Some(a), Some(b)) = (before.chars().next(), after.chars().next()) else {
        return Between::Good;
    };
    if NOT_AT_START.contains(b) || NOT_AT_END.contains(a) || b.is_whitespace() && b != '\u{3000}' {
        Between::Never
    } else if is_word(a) && is_word(b) {
        Between::Fair
    } else {
        Between::Good
    }
}

/// Says whether a sign is part of a word or a number that stays whole.
fn is_word(char: char) -> bool {
    char.is_alphanumeric() && u32::from(char) < 0x1100 || ",.;:!?%’-/)".contains(char)
}

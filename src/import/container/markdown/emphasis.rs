//! Pairs of asterisks that were meant as emphasis and are none to CommonMark, because a Chinese mark stands inside
//! of them and a Chinese letter outside: `**“加粗”**文字`.

/// Stands for an asterisk that was escaped, while a line is put together: no text holds this character.
pub(super) const ESCAPED: &str = "\u{FDD0}";

/// Takes such pairs off a line, where the asterisks left in it make up pairs; puts escaped ones back.
pub(super) fn taken_off(line: &str) -> String {
    let mut parts: Vec<&str> = line.split("**").collect();
    let n_marks = parts.len() - 1;
    let is_emphasis = n_marks > 0
        && n_marks.is_multiple_of(2)
        && parts.iter().skip(1).step_by(2).all(|inside| {
            !inside.is_empty()
                && inside.trim() == *inside
                && !inside.contains('*')
                && touches_mark(inside)
        });
    let line = if is_emphasis {
        parts.drain(..).collect::<String>()
    } else {
        line.to_owned()
    };
    line.replace(ESCAPED, "*")
}

/// Tells whether emphasis would begin or end with a mark, which is what keeps CommonMark from seeing it.
fn touches_mark(inside: &str) -> bool {
    let is_mark = |it: char| !it.is_alphanumeric();
    inside.starts_with(is_mark) || inside.ends_with(is_mark)
}

#[cfg(test)]
mod tests {
    use super::taken_off;

    #[test]
    fn only_what_was_meant_as_emphasis_goes() {
        for (line, words) in [
            ("**“加粗”**文字", "“加粗”文字"),
            ("一是**问题：**后文", "一是问题：后文"),
            ("在**镇，和**村", "在**镇，和**村"),
            ("在**镇", "在**镇"),
            ("****", "****"),
            ("** 甲。**", "** 甲。**"),
            ("\u{FDD0}\u{FDD0}甲。\u{FDD0}\u{FDD0}", "**甲。**"),
            ("甲", "甲"),
        ] {
            assert_eq!(taken_off(line), words, "{line}");
        }
    }
}

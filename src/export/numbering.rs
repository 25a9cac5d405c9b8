//! Ordinals. They come from the place alone; drafts do not know them.
//!
//! GB/T 9704-2012, 7.3.3: the levels of a text are numbered 一、 then （一） then 1. then （1）. Within a dimension
//! the genre counts its problems in running text: 一是, 二是.

use super::build::Parentheses;
use crate::locale::Lang;

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Returns the number in Han numerals, as they are spoken: 十, 二十一, 一百零五.
pub(super) fn han(number: usize) -> String {
    let mut numeral = String::new();
    push_han(&mut numeral, number);
    // A leading ten is spoken without its one.
    if numeral.starts_with("一十") {
        numeral.drain(.."一".len());
    }
    numeral
}

fn push_han(numeral: &mut String, number: usize) {
    for (unit, name) in [(10_000, "万"), (1000, "千"), (100, "百"), (10, "十")] {
        if number < unit {
            continue;
        }
        let rest = number % unit;
        push_han(numeral, number / unit);
        numeral.push_str(name);
        if rest > 0 {
            if rest < unit / 10 {
                numeral.push('零');
            }
            push_han(numeral, rest);
        }
        return;
    }
    numeral.push_str(DIGITS.get(number).copied().unwrap_or_default());
}

/// Returns the ordinal of a section: `一、`, `1. `.
pub(super) fn of_section(language: Lang, number: usize) -> String {
    match language {
        Lang::Zh => han(number) + "、",
        Lang::En => format!("{number}. "),
    }
}

/// Returns the ordinal of a dimension, a cause or a measure: `（一）`, `1.1 `. The section may have no number.
pub(super) fn within_section(
    language: Lang,
    parentheses: Parentheses,
    section: Option<usize>,
    number: usize,
) -> String {
    match (language, parentheses, section) {
        (Lang::Zh, Parentheses::Full, _) => format!("（{}）", han(number)),
        (Lang::Zh, Parentheses::Half, _) => format!("({})", han(number)),
        (Lang::En, _, Some(section)) => format!("{section}.{number} "),
        (Lang::En, _, None) => format!("{number}. "),
    }
}

/// Returns the ordinal of a problem: `一是`, `(1) `.
pub(super) fn of_problem(language: Lang, number: usize) -> String {
    match language {
        Lang::Zh => han(number) + "是",
        Lang::En => format!("({number}) "),
    }
}

/// Returns the ordinal of a section by its number from 1: `一、`, `1. `.
pub fn ordinal_of_section(language: Lang, number: usize) -> String {
    of_section(language, number)
}

/// Returns the ordinal of a dimension by its number from 1, in the section of that number: `（一）`, `1.1 `.
pub fn ordinal_of_dimension(language: Lang, section: Option<usize>, number: usize) -> String {
    within_section(language, Parentheses::Full, section, number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_spoken_right() {
        for (number, spoken) in [
            (1, "一"),
            (9, "九"),
            (10, "十"),
            (11, "十一"),
            (19, "十九"),
            (20, "二十"),
            (21, "二十一"),
            (99, "九十九"),
            (100, "一百"),
            (101, "一百零一"),
            (110, "一百一十"),
            (111, "一百一十一"),
            (120, "一百二十"),
            (999, "九百九十九"),
            (1000, "一千"),
            (1001, "一千零一"),
            (1010, "一千零一十"),
            (1100, "一千一百"),
            (10_010, "一万零一十"),
            (21_000, "二万一千"),
            (100_000, "十万"),
        ] {
            assert_eq!(han(number), spoken);
        }
    }

    #[test]
    fn no_two_numbers_read_the_same() {
        let mut all: Vec<String> = (1..3000).map(han).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 2999);
    }

    #[test]
    fn levels_look_as_the_genre_has_them() {
        let (full, half) = (Parentheses::Full, Parentheses::Half);
        assert_eq!(of_section(Lang::Zh, 4), "四、");
        assert_eq!(within_section(Lang::Zh, full, Some(4), 12), "（十二）");
        assert_eq!(within_section(Lang::Zh, half, None, 12), "(十二)");
        assert_eq!(of_problem(Lang::Zh, 2), "二是");
        assert_eq!(of_section(Lang::En, 4), "4. ");
        assert_eq!(within_section(Lang::En, full, Some(4), 12), "4.12 ");
        assert_eq!(within_section(Lang::En, half, None, 12), "12. ");
        assert_eq!(of_problem(Lang::En, 2), "(2) ");
    }
}

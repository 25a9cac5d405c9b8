//! How a line begins and ends: whether it can go on the line before, and whether a sentence is over.

use super::letters::is_blank;

/// Tells whether a line stops in the middle of a sentence.
pub(super) fn is_open(line: &str) -> bool {
    let line = line.trim_end_matches(is_blank);
    let end = line.trim_end_matches(is_closer);
    match end.chars().next_back() {
        Some(it) => !is_end_of_sentence(it) && !matches!(it, '；' | '：' | '…' | ';' | ':'),
        None => false,
    }
}

/// Tells whether a sentence ends inside a line and another begins there.
pub(super) fn has_end_of_sentence_inside(line: &str) -> bool {
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_end = match sign {
            '.' | '!' | '?' => signs.peek() == Some(&' '),
            it => is_end_of_sentence(it),
        };
        if is_end && signs.clone().any(|it| !is_closer(it) && !is_blank(it)) {
            return true;
        }
    }
    false
}

const fn is_end_of_sentence(it: char) -> bool {
    matches!(it, '。' | '！' | '？' | '.' | '!' | '?')
}

const fn is_closer(it: char) -> bool {
    matches!(
        it,
        '”' | '’' | '）' | ')' | '】' | '〕' | ']' | '」' | '』' | '》' | '"' | '\''
    )
}

/// Tells whether a line begins something of its own: it is indented, numbered, or marked as an entry or a heading.
pub fn begins_anew(line: &str) -> bool {
    let mut signs = line.chars();
    let Some(first) = signs.next() else {
        return true;
    };
    let rest = signs.as_str();
    match first {
        it if is_blank(it) => true,
        '#'
        | '>'
        | '|'
        | '<'
        | '•'
        | '●'
        | '○'
        | '■'
        | '□'
        | '◆'
        | '◇'
        | '★'
        | '☆'
        | '►'
        | '▶'
        | '√'
        | '·'
        | '※'
        | '\u{2460}'..='\u{24FF}'
        | '\u{2776}'..='\u{2793}'
        | '\u{F000}'..='\u{F0FF}' => true,
        '-' | '*' | '+' => rest.starts_with(is_blank),
        '（' | '(' => {
            let rest = rest.trim_start_matches(is_numeral);
            rest.len() < line.len() - first.len_utf8() && rest.starts_with(['）', ')'])
        }
        '第' => {
            let after = rest.trim_start_matches(is_numeral);
            after.len() < rest.len()
                && (after.is_empty()
                    || after.starts_with([
                        '章', '节', '条', '款', '篇', '编', '部', '，', ',', '、', '：', ':', ' ',
                    ]))
        }
        it if it.is_ascii_digit() => {
            let after = line.trim_start_matches(|it: char| it.is_ascii_digit());
            let mut after_dot = after.chars().skip(1);
            let is_short = line.len() - after.len() <= 3;
            let is_number = after_dot.next().is_some_and(|it| it.is_ascii_digit());
            is_short && after.starts_with(['、', '．', '.', '）', ')']) && !is_number
        }
        it if is_han_numeral(it) => {
            let after = line.trim_start_matches(is_han_numeral);
            after.starts_with(['、', '．', '.', '是', '要', '，', ','])
        }
        _ => false,
    }
}

const fn is_han_numeral(it: char) -> bool {
    matches!(
        it,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百'
    )
}

const fn is_numeral(it: char) -> bool {
    is_han_numeral(it) || it.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_goes_on_is_open() {
        for open in [
            "未能第",
            "学习不够，",
            "（党组）",
            "“四风”",
            "plan",
            "一、问题 ",
        ] {
            assert!(is_open(open), "{open}");
        }
        for closed in [
            "够。",
            "够。”",
            "如下：",
            "一是；",
            "done.",
            "等等……",
            "",
            "  ",
            "”",
        ] {
            assert!(!is_open(closed), "{closed}");
        }
    }

    #[test]
    fn sentences_end_inside_a_line() {
        for (line, is_inside) in [
            ("不够。一是", true),
            ("不够。", false),
            ("不够。”", false),
            ("Done. And", true),
            ("3.5万", false),
            ("学习，生活", false),
        ] {
            assert_eq!(has_end_of_sentence_inside(line), is_inside, "{line}");
        }
    }

    #[test]
    fn what_is_numbered_begins_anew() {
        for anew in [
            "一、问题",
            "（一）学习",
            "(1) a",
            "一是理论",
            "十二是",
            "1.学习",
            "12、学习",
            "3) a",
            "①学习",
            "第一，学习",
            "第三章 总则",
            "　　根据",
            " a",
            "- a",
            "# a",
            "",
        ] {
            assert!(begins_anew(anew), "{anew}");
        }
        for goes_on in [
            "一时间",
            "十九届",
            "第一时间",
            "1.5万元",
            "2021年",
            "2021.",
            "（党组）",
            "-5度",
            "学习",
            "a",
            "一些",
            "（）",
        ] {
            assert!(!begins_anew(goes_on), "{goes_on}");
        }
    }
}

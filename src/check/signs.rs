//! Which sign is what: Han characters, marks that end a sentence, numerals. Knows no rule.

/// Tells whether a character is one of the Han characters nearly every text consists of: the quick look first.
pub(super) fn is_common_han(sign: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&sign)
}

/// Tells whether a character is a Han character.
pub(super) fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '〇')
}

/// Tells whether a character is a letter, a digit or a Han character: what [`char::is_alphanumeric`] says, without
/// looking up what nearly every text consists of.
pub(super) fn is_letter(sign: char) -> bool {
    match sign {
        '\u{4E00}'..='\u{9FFF}' => true,
        '\0'..='\u{7F}' => sign.is_ascii_alphanumeric(),
        '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{3002}'
        | '\u{3008}'..='\u{3011}'
        | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}' => false,
        _ => sign.is_alphanumeric(),
    }
}

/// Tells whether a character is blank: what [`char::is_whitespace`] says, without looking up what stands behind the last
/// blank of Unicode.
pub(super) fn is_blank(sign: char) -> bool {
    sign <= '\u{3000}' && sign.is_whitespace()
}

/// Tells whether a mark ends a sentence (GB/T 15834-2011, 4.1 to 4.3).
pub(super) fn ends_sentence(sign: char) -> bool {
    matches!(sign, '。' | '！' | '？' | '!' | '?' | '…')
}

/// Tells whether a mark closes what another opened: it may stand behind the end of a sentence.
pub(super) fn closes(sign: char) -> bool {
    matches!(
        sign,
        '”' | '’' | '）' | ')' | '》' | '〉' | '】' | '」' | '』' | '"' | '\'' | ']' | '〕'
    )
}

/// Tells whether a character is a digit, half or full width.
pub(super) fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '０'..='９')
}

/// Tells whether a character is a Han numeral.
pub(super) fn is_han_numeral(sign: char) -> bool {
    matches!(
        sign,
        '〇' | '零'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
    )
}

/// Tells whether a character is a digit or a Han numeral.
pub(super) fn is_numeral(sign: char) -> bool {
    match sign {
        // Behind 千, but for 四, 百 and 零, stand most Han characters.
        '\u{5344}'..='\u{56DA}'
        | '\u{56DC}'..='\u{767D}'
        | '\u{767F}'..='\u{96F5}'
        | '\u{96F7}'..='\u{9FFF}' => false,
        _ => is_digit(sign) || is_han_numeral(sign),
    }
}

/// Returns the number at the start of a text, digits or Han numerals below 10,000, and its length in bytes.
pub(super) fn number(text: &str) -> Option<(usize, usize)> {
    let run = |is: fn(char) -> bool| text.find(|it| !is(it)).unwrap_or(text.len());
    let digits = run(is_digit);
    if digits > 0 {
        let value = text.get(..digits)?.chars().try_fold(0_usize, |sum, it| {
            let digit = it
                .to_digit(10)
                .or_else(|| (it as u32).checked_sub('０' as u32))?;
            sum.checked_mul(10)?.checked_add(digit as usize)
        })?;
        return Some((value, digits));
    }
    let length = run(is_han_numeral);
    let value = han_number(text.get(..length)?)?;
    Some((value, length))
}

/// Reads a Han numeral below 10,000.
fn han_number(text: &str) -> Option<usize> {
    let (mut sum, mut digit, mut is_any) = (0, None, false);
    for sign in text.chars() {
        is_any = true;
        let unit = match sign {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => return None,
            _ => {
                let value = "零一二三四五六七八九".chars().position(|it| it == sign);
                digit = Some(match sign {
                    '两' => 2,
                    '〇' => 0,
                    _ => value?,
                });
                continue;
            }
        };
        sum += digit.take().unwrap_or(1) * unit;
    }
    is_any.then_some(sum + digit.unwrap_or(0))
}

/// Words that say when.
pub(super) const TIMES: &[&str] = &[
    "去年",
    "今年",
    "前年",
    "本月",
    "上月",
    "上半年",
    "下半年",
    "年初",
    "年底",
    "年末",
    "月初",
    "月底",
    "季度",
    "上周",
    "春节",
    "国庆",
    "中秋",
    "端午",
    "清明",
];

/// Words that say how often or by when.
pub(super) const RHYTHMS: &[&str] = &[
    "每天",
    "每日",
    "每周",
    "每月",
    "每季",
    "每半年",
    "每年",
    "即日起",
    "立即",
    "长期坚持",
    "年内",
    "近期",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "年底",
    "月底",
    "年末",
    "月末",
];

/// What is counted.
const MEASURE_WORDS: [char; 23] = [
    '年', '月', '日', '天', '周', '次', '个', '人', '名', '件', '份', '起', '户', '场', '项', '篇',
    '条', '遍', '小', '时', '万', '元', '分',
];

/// Tells whether a sign tells by itself, or by the one before it, that something could be looked up: a digit, a title,
/// or a Han numeral above one that counts something. A heuristic.
pub(super) fn is_specific(before: Option<char>, sign: char) -> bool {
    match sign {
        '《' => true,
        _ if is_digit(sign) => true,
        _ => {
            MEASURE_WORDS.contains(&sign)
                && before.is_some_and(|it| {
                    is_han_numeral(it) && !matches!(it, '一' | '百' | '千' | '万')
                })
        }
    }
}

/// Tells whether a sign and the one before it say when, by when or how often. A heuristic.
pub(super) fn is_date(before: Option<char>, sign: char) -> bool {
    matches!(sign, '年' | '月' | '日' | '周' | '天' | '季')
        && before.is_some_and(|it| {
            is_digit(it)
                || (is_han_numeral(it) && it != '一' && it != '百' && it != '千' && it != '万')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_looks_say_what_unicode_says() {
        for sign in '\0'..=char::MAX {
            assert_eq!(is_letter(sign), sign.is_alphanumeric(), "{sign:?}");
            assert_eq!(is_blank(sign), sign.is_whitespace(), "{sign:?}");
            let is_either = is_digit(sign) || is_han_numeral(sign);
            assert_eq!(is_numeral(sign), is_either, "{sign:?}");
        }
    }

    #[test]
    fn numbers_are_read_in_both_scripts() {
        let check = |text, value| assert_eq!(number(text).map(|it| it.0), value, "{text}");
        check("16条", Some(16));
        check("１６条", Some(16));
        check("十六条", Some(16));
        check("二十条", Some(20));
        check("一百零三项", Some(103));
        check("两类", Some(2));
        check("条", None);
        check("99999999999999999999999条", None);
    }
}

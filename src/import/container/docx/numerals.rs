//! Numbers as Word writes them in front of paragraphs. Knows no list.

/// Returns a number in a format of Word (`w:numFmt`); `None` for a format that is not known here.
pub(super) fn numeral(format: &str, n: usize) -> Option<String> {
    let text = match format {
        "decimal" | "decimalHalfWidth" | "numberInDash" => n.to_string(),
        "decimalZero" => format!("{n:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(n),
        "none" | "bullet" => String::new(),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperLetter" => letters(n),
        "lowerLetter" => letters(n).to_lowercase(),
        "ordinal" => format!("{n}{}", english_ending(n)),
        "chineseCounting" | "taiwaneseCounting" | "taiwaneseDigital" if n >= 100 => digits(n, '〇'),
        "taiwaneseDigital" => digits(n, '○'),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => counting(n, &SIMPLE),
        "japaneseCounting" => japanese(n),
        "ideographDigital" | "japaneseDigitalTenThousand" => digits(n, '〇'),
        "chineseLegalSimplified" => counting(n, &LEGAL).replacen('拾', "壹拾", legal_ten(n)),
        "ideographLegalTraditional" => {
            counting(n, &LEGAL_TRADITIONAL).replacen('拾', "壹拾", legal_ten(n))
        }
        "ideographTraditional" => one_of("甲乙丙丁戊己庚辛壬癸", n)?,
        "ideographZodiac" => one_of("子丑寅卯辰巳午未申酉戌亥", n)?,
        "ideographEnclosedCircle" => one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", n)?,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(n)?,
        "decimalEnclosedParen" => enclosed(0x2474, n)?,
        "decimalEnclosedFullstop" => enclosed(0x2488, n)?,
        _ => return None,
    };
    Some(text)
}

/// The digits from 0, and ten, hundred, thousand.
struct Numerals {
    digits: [char; 10],
    powers: [char; 3],
}

const SIMPLE: Numerals = Numerals {
    digits: ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    powers: ['十', '百', '千'],
};

const LEGAL: Numerals = Numerals {
    digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    powers: ['拾', '佰', '仟'],
};

const LEGAL_TRADITIONAL: Numerals = Numerals {
    digits: ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
    powers: ['拾', '佰', '仟'],
};

/// Counts as one speaks: 十, 十一, 二十, 一百零一. Beyond what speaking is used for, digit by digit.
fn counting(n: usize, numerals: &Numerals) -> String {
    let digit = |it: usize| numerals.digits.get(it).copied().unwrap_or_default();
    let [ten, hundred, thousand] = numerals.powers;
    if n == 0 || n >= 10_000 {
        return n
            .to_string()
            .bytes()
            .map(|it| digit(usize::from(it - b'0')))
            .collect();
    }
    let mut text = String::new();
    let mut is_gap = false;
    for (unit, power) in [
        (1000, Some(thousand)),
        (100, Some(hundred)),
        (10, Some(ten)),
        (1, None),
    ] {
        let it = n / unit % 10;
        if it == 0 {
            is_gap = !text.is_empty();
            continue;
        }
        if is_gap && !n.is_multiple_of(unit * 10) {
            text.push('零');
        }
        is_gap = false;
        // 十一, not 一十一, unless something stands before it.
        if !(unit == 10 && it == 1 && text.is_empty()) {
            text.push(digit(it));
        }
        text.extend(power);
    }
    text
}

/// How many tens lack their 壹: sums of money do not leave it out.
const fn legal_ten(n: usize) -> usize {
    (n >= 10 && n < 20) as usize
}

/// Counts without zeros and without 一 before a power: 百一.
fn japanese(n: usize) -> String {
    if n == 0 || n >= 10_000 {
        return digits(n, '〇');
    }
    let mut text = String::new();
    for (unit, power) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let it = n / unit % 10;
        if it > 1 || (it == 1 && unit == 1) {
            text.push(SIMPLE.digits.get(it).copied().unwrap_or_default());
        }
        if it > 0 {
            text.push_str(power);
        }
    }
    text
}

fn digits(n: usize, zero: char) -> String {
    let digit = |it: u8| match it {
        b'0' => zero,
        it => SIMPLE
            .digits
            .get(usize::from(it - b'0'))
            .copied()
            .unwrap_or_default(),
    };
    n.to_string().bytes().map(digit).collect()
}

fn full_width(n: usize) -> String {
    let digit = |it: u8| char::from_u32(u32::from(it) + 0xFEE0).unwrap_or_default();
    n.to_string().bytes().map(digit).collect()
}

/// A, B … Z, AA, BB, as Word goes on.
fn letters(n: usize) -> String {
    let Some(from_zero) = n.checked_sub(1) else {
        return String::new();
    };
    let letter = (b'A'..=b'Z').nth(from_zero % 26).map_or('A', char::from);
    // More than a few is no list; a bound keeps a forged start from filling the memory.
    std::iter::repeat_n(letter, from_zero.min(26 * 30) / 26 + 1).collect()
}

fn roman(n: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n >= 4000 {
        return n.to_string();
    }
    let mut rest = n;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            rest -= value;
            text.push_str(sign);
        }
    }
    text
}

const fn english_ending(n: usize) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn one_of(signs: &str, n: usize) -> Option<String> {
    signs.chars().nth(n.checked_sub(1)?).map(String::from)
}

/// ① to ⑳, ㉑ to ㉟, ㊱ to ㊿.
fn circled(n: usize) -> Option<String> {
    match n {
        0 => Some("⓪".to_owned()),
        1..=20 => enclosed(0x2460, n),
        21..=35 => enclosed(0x3251, n - 20),
        36..=50 => enclosed(0x32B1, n - 35),
        _ => None,
    }
}

fn enclosed(first: u32, n: usize) -> Option<String> {
    let offset = u32::try_from(n.checked_sub(1)?).ok()?;
    if offset >= 20 {
        return None;
    }
    char::from_u32(first + offset).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[track_caller]
    fn check(format: &str, all: &[(usize, &str)]) {
        for (n, text) in all {
            assert_eq!(numeral(format, *n).as_deref(), Some(*text), "{format} {n}");
        }
    }

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        check("decimal", &[(1, "1"), (12, "12")]);
        check("decimalZero", &[(1, "01"), (12, "12")]);
        check("decimalFullWidth", &[(12, "１２")]);
        check("upperRoman", &[(4, "IV"), (19, "XIX")]);
        check("lowerLetter", &[(1, "a"), (26, "z"), (27, "aa")]);
        check("ordinal", &[(1, "1st"), (12, "12th"), (22, "22nd")]);
        let spoken = [
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (99, "九十九"),
        ];
        for format in [
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
        ] {
            check(format, &spoken);
        }
        check("chineseCounting", &[(101, "一〇一")]);
        check(
            "chineseCountingThousand",
            &[
                (100, "一百"),
                (101, "一百零一"),
                (110, "一百一十"),
                (1001, "一千零一"),
                (2020, "二千零二十"),
            ],
        );
        check("japaneseCounting", &[(100, "百"), (111, "百十一")]);
        check("ideographDigital", &[(2, "二"), (10, "一〇"), (11, "一一")]);
        check(
            "chineseLegalSimplified",
            &[(1, "壹"), (10, "壹拾"), (21, "贰拾壹")],
        );
        check("ideographTraditional", &[(1, "甲"), (10, "癸")]);
        check("ideographEnclosedCircle", &[(1, "㊀"), (10, "㊉")]);
        check(
            "decimalEnclosedCircle",
            &[(1, "①"), (20, "⑳"), (21, "㉑"), (50, "㊿")],
        );
        check("decimalEnclosedParen", &[(1, "⑴"), (20, "⒇")]);
        check("decimalEnclosedFullstop", &[(1, "⒈"), (20, "⒛")]);
    }

    #[test]
    fn what_cannot_be_written_is_none() {
        assert_eq!(numeral("decimalEnclosedParen", 21), None);
        assert_eq!(numeral("decimalEnclosedCircle", 51), None);
        assert_eq!(numeral("ideographTraditional", 11), None);
        assert_eq!(numeral("hebrew1", 1), None);
        assert!(numeral("lowerLetter", usize::MAX).is_some_and(|it| it.len() < 100));
    }
}

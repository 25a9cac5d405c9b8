//! Numbers as notices write them: 2500, ２５００, 3,000, 三千五百, 二〇二五, 1.5万. Knows nothing of what they count.

/// Returns the value of a digit, ASCII or full-width.
pub(super) fn digit(sign: char) -> Option<u32> {
    match sign {
        '０'..='９' => Some(u32::from(sign) - u32::from('０')),
        _ => sign.to_digit(10),
    }
}

/// Returns the value of a Chinese digit.
pub(super) fn han_digit(sign: char) -> Option<u32> {
    Some(match sign {
        '〇' | '○' | '零' | 'Ｏ' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Tells whether a sign can stand in a number.
pub(super) fn is_of_number(sign: char) -> bool {
    digit(sign).is_some() || han_digit(sign).is_some() || ",，.十百千万余".contains(sign)
}

/// Returns the value of a number, if the whole text is one that is not too large.
pub(super) fn number(text: &str) -> Option<u32> {
    let text = text.trim_end_matches('余');
    if text.chars().any(|it| digit(it).is_some()) {
        return mixed(text);
    }
    han(text)
}

/// `3000`, `3,000`, `1.5万`, `3千`.
fn mixed(text: &str) -> Option<u32> {
    let (digits, unit) = match text.chars().last()? {
        '万' => (text.strip_suffix('万')?, 10_000),
        '千' => (text.strip_suffix('千')?, 1_000),
        '百' => (text.strip_suffix('百')?, 100),
        _ => (text, 1),
    };
    let plain: String = digits
        .chars()
        .filter(|it| !",，".contains(*it))
        .map(|it| {
            digit(it)
                .and_then(|it| char::from_digit(it, 10))
                .unwrap_or(it)
        })
        .collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if part.len() > 4 || (unit == 1 && !part.is_empty()) {
        return None;
    }
    let tenths = 10_u32.pow(u32::try_from(part.len()).ok()?);
    let whole = whole.parse::<u32>().ok()?.checked_mul(unit)?;
    let part = if part.is_empty() {
        0
    } else {
        part.parse::<u32>().ok()?.checked_mul(unit)? / tenths
    };
    whole.checked_add(part)
}

/// `三千五百`, `十二`, `两万`.
fn han(text: &str) -> Option<u32> {
    let (mut total, mut section, mut last) = (0_u32, 0_u32, None);
    if text.is_empty() {
        return None;
    }
    for sign in text.chars() {
        let unit = match sign {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => {
                total = total
                    .checked_add(section + last.take().unwrap_or(0))?
                    .max(1)
                    .checked_mul(10_000)?;
                section = 0;
                continue;
            }
            _ => {
                let value = han_digit(sign)?;
                // Digits in a row are no number of this kind, but a zero may stand between.
                if last.is_some_and(|it| it != 0) {
                    return None;
                }
                last = Some(value);
                continue;
            }
        };
        section = section.checked_add(last.take().unwrap_or(1).checked_mul(unit)?)?;
    }
    total.checked_add(section)?.checked_add(last.unwrap_or(0))
}

/// Returns the year that the four signs say: `2025`, `２０２５`, `二〇二五`.
pub(super) fn year(signs: &[char]) -> Option<u16> {
    let values: Option<Vec<u32>> = signs
        .iter()
        .map(|it| digit(*it).or_else(|| han_digit(*it)))
        .collect();
    let year = values?.into_iter().fold(0, |year, it| year * 10 + it);
    (1990..=2099)
        .contains(&year)
        .then(|| u16::try_from(year).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::number;
    use super::year;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, value) in [
            ("2500", Some(2500)),
            ("２５００", Some(2500)),
            ("3,000", Some(3000)),
            ("三千", Some(3000)),
            ("三千五百", Some(3500)),
            ("两千", Some(2000)),
            ("一万二千", Some(12_000)),
            ("十二", Some(12)),
            ("五", Some(5)),
            ("1.5万", Some(15_000)),
            ("3千", Some(3000)),
            ("1千余", Some(1000)),
            ("", None),
            ("字", None),
            ("1.5", None),
            ("一一", None),
            ("99999999999", None),
            ("万", Some(10_000)),
            ("1.99999999万", None),
        ] {
            assert_eq!(number(text), value, "{text}");
        }
        let year = |text: &str| year(&text.chars().collect::<Vec<_>>());
        assert_eq!(year("二〇二五"), Some(2025));
        assert_eq!(year("２０２５"), Some(2025));
        assert_eq!(year("1898"), None);
    }
}

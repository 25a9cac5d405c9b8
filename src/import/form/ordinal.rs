//! The grammar of ordinals: 一、 （一） 1. 1） （1） ① 一是 第一， 首先 一方面 and their kin. Looks at what stands at
//! the beginning of a text, not at whether an ordinal is to be expected there.

/// A way of counting. Ordinals of one style are siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `第一部分`, `第一章`.
    Part,
    /// `一、`
    HanComma,
    /// `（一）`, `(一)`, `一）`
    HanParen,
    /// `1.`, `1．`, `1、`
    Arabic,
    /// `1)`, `1）`
    ArabicHalf,
    /// `（1）`, `⑴`
    ArabicParen,
    /// `1.1 `
    Decimal,
    /// `①`
    Circled,
    /// `一是`
    Is,
    /// `一要`: only the numeral is an ordinal.
    Must,
    /// `第一，`, `其一，`
    Th,
    /// `首先`, `其次`
    First,
    /// `一方面`, `另一方面`
    Side,
    /// `•`, `- `
    Bullet,
}

impl Style {
    /// Tells whether the style counts sections or what stands right in them, and not clauses of a sentence.
    pub(super) fn is_heading(self) -> bool {
        match self {
            Self::Part
            | Self::HanComma
            | Self::HanParen
            | Self::Arabic
            | Self::ArabicHalf
            | Self::ArabicParen
            | Self::Decimal => true,
            Self::Circled
            | Self::Is
            | Self::Must
            | Self::Th
            | Self::First
            | Self::Side
            | Self::Bullet => false,
        }
    }
}

/// An ordinal at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ordinal {
    /// How it counts.
    pub(super) style: Style,
    /// Its number; 0 for one that says only that it is not the first (`最后`, `•`).
    pub(super) number: u32,
    /// Its bytes, its marks among them.
    pub(super) len: usize,
}

const OPEN: [char; 4] = ['（', '(', '〔', '【'];
const CLOSE: [char; 4] = ['）', ')', '〕', '】'];
const COMMAS: [char; 4] = ['，', ',', '、', '：'];
const BULLETS: [char; 18] = [
    '•', '●', '○', '■', '□', '◆', '◇', '★', '☆', '►', '▶', '·', '※', '√', '➢', '✓', '▪', '◎',
];

/// Tells whether an ordinal could begin with the character: a quick look before [`lex`].
pub(super) fn could_begin(it: char) -> bool {
    it.is_ascii_digit()
        || matches!(it, '０'..='９' | '①'..='⒛' | '㈠'..='㈩' | '❶'..='❿')
        || OPEN.contains(&it)
        || han_digit(it).is_some()
        || matches!(it, '第' | '其' | '首' | '再' | '最' | '另')
}

/// Returns the ordinal a folded text begins with.
pub(super) fn lex(text: &str) -> Option<Ordinal> {
    let first = text.chars().next()?;
    if OPEN.contains(&first) {
        return bracketed(text, first);
    }
    if let Some(it) = sign(first) {
        return Some(it);
    }
    if first.is_ascii_digit() || matches!(first, '０'..='９') {
        return arabic(text);
    }
    if han_digit(first).is_some() {
        return side(text).or_else(|| han(text));
    }
    match first {
        '第' => part(text).or_else(|| th(text)),
        '其' => th(text).or_else(|| word(text)),
        '首' | '再' | '最' => word(text),
        '另' => side(text),
        '-' | '*' | '+' => {
            let rest = text.get(1..).unwrap_or_default();
            rest.starts_with([' ', '\t'])
                .then(|| found(Style::Bullet, 0, 1))
        }
        it if BULLETS.contains(&it) => Some(found(Style::Bullet, 0, it.len_utf8())),
        _ => None,
    }
}

fn found(style: Style, number: u32, len: usize) -> Ordinal {
    Ordinal { style, number, len }
}

/// `（一）`, `(1)`
fn bracketed(text: &str, open: char) -> Option<Ordinal> {
    let inner = text.get(open.len_utf8()..)?;
    let blanks = inner.len() - inner.trim_start_matches(' ').len();
    let inner = inner.trim_start_matches(' ');
    let (number, style, len) = if let Some((number, len)) = han_number(inner) {
        (number, Style::HanParen, len)
    } else {
        let (number, len) = digits(inner).filter(|(_, len)| *len <= 3)?;
        (number, Style::ArabicParen, len)
    };
    let rest = inner.get(len..)?;
    let more = rest.len() - rest.trim_start_matches(' ').len();
    let close = rest.trim_start_matches(' ').chars().next()?;
    let rest = rest.trim_start_matches(' ').get(close.len_utf8()..)?;
    let mark = mark_after(rest, &['、', '.', '．']);
    let len = open.len_utf8() + blanks + len + more + close.len_utf8() + mark;
    CLOSE.contains(&close).then(|| found(style, number, len))
}

/// Signs that are an ordinal by themselves.
fn sign(it: char) -> Option<Ordinal> {
    let nth = |style, first: char| {
        let number = u32::from(it) - u32::from(first) + 1;
        Some(found(style, number, it.len_utf8()))
    };
    match it {
        '①'..='⑳' => nth(Style::Circled, '①'),
        '❶'..='❿' => nth(Style::Circled, '❶'),
        '⑴'..='⒇' => nth(Style::ArabicParen, '⑴'),
        '⒈'..='⒛' => nth(Style::Arabic, '⒈'),
        '㈠'..='㈩' => nth(Style::HanParen, '㈠'),
        _ => None,
    }
}

/// `1.`, `1、`, `1)`, `1).`, `1.1 `
fn arabic(text: &str) -> Option<Ordinal> {
    let (number, len) = digits(text)?;
    let after = text.get(len..)?;
    let mark = after.chars().next()?;
    let rest = after.get(mark.len_utf8()..)?;
    let whole = len + mark.len_utf8();
    if number > 999 {
        return None;
    }
    match mark {
        ')' | '）' => {
            let more = mark_after(rest, &['.', '．', '、']);
            Some(found(Style::ArabicHalf, number, whole + more))
        }
        '.' | '．' | '、' => {
            let Some((next, next_len)) = digits(rest) else {
                return Some(found(Style::Arabic, number, whole));
            };
            if next_len == 4 && rest.get(next_len..)?.starts_with('年') {
                return Some(found(Style::Arabic, number, whole));
            }
            if mark == '、' {
                return None;
            }
            decimal(rest, next, next_len).map(|it| Ordinal {
                len: whole + it.len,
                ..it
            })
        }
        _ => None,
    }
}

/// The rest of `1.1 `, behind the first mark.
fn decimal(rest: &str, number: u32, len: usize) -> Option<Ordinal> {
    let mut at = len;
    let mut number = number;
    let mut tail = rest.get(at..)?;
    while let Some(more) = tail.strip_prefix('.') {
        at += 1;
        if let Some((next, len)) = digits(more) {
            number = next;
            at += len;
        }
        tail = rest.get(at..)?;
    }
    let is_parted = tail.starts_with(char::is_whitespace) && number < 100;
    is_parted.then(|| found(Style::Decimal, number, at))
}

/// `一、`, `一是`, `一要`, `一）`
fn han(text: &str) -> Option<Ordinal> {
    let (number, len) = han_number(text)?;
    let after = text.get(len..)?;
    let unspaced = after.trim_start_matches(' ');
    let blanks = after.len() - unspaced.len();
    let mark = unspaced.chars().next()?;
    let whole = len + blanks + mark.len_utf8();
    match mark {
        '、' | '．' | '.' | '，' | ',' | '\t' | '\u{3000}' => {
            Some(found(Style::HanComma, number, whole))
        }
        '）' | ')' => Some(found(Style::HanParen, number, whole)),
        '是' if blanks == 0 => Some(found(Style::Is, number, whole)),
        '要' if blanks == 0 => Some(found(Style::Must, number, len)),
        _ => None,
    }
}

/// `第一部分`, `第二章`
fn part(text: &str) -> Option<Ordinal> {
    let rest = text.strip_prefix('第')?;
    let (number, len) = han_number(rest).or_else(|| digits(rest))?;
    let after = rest.get(len..)?;
    let name = ["部分", "章", "节", "篇"]
        .into_iter()
        .find(|it| after.starts_with(it))?;
    let tail = after.get(name.len()..)?;
    let is_parted = tail.is_empty()
        || tail.starts_with(|it: char| it.is_whitespace() || COMMAS.contains(&it) || it == ':');
    let mark = mark_after(tail, &['、', '：', ':', '，']);
    is_parted.then(|| {
        found(
            Style::Part,
            number,
            '第'.len_utf8() + len + name.len() + mark,
        )
    })
}

/// `第一，`, `其一，`
fn th(text: &str) -> Option<Ordinal> {
    let head = text.chars().next()?.len_utf8();
    let rest = text.get(head..)?;
    let (number, len) = han_number(rest).or_else(|| digits(rest))?;
    let after = rest.get(len..)?;
    let mark = after.chars().next()?;
    let is_parted = COMMAS.contains(&mark) || mark == ':';
    is_parted.then(|| found(Style::Th, number, head + len + mark.len_utf8()))
}

/// `首先，`, `其次`
fn word(text: &str) -> Option<Ordinal> {
    let words = [
        ("首先", 1),
        ("其次", 2),
        ("再次", 3),
        ("再者", 3),
        ("最后", 0),
    ];
    let (word, number) = words.into_iter().find(|(it, _)| text.starts_with(it))?;
    let rest = text.get(word.len()..)?;
    let mark = mark_after(rest, &COMMAS);
    Some(found(Style::First, number, word.len() + mark))
}

/// `一方面，`, `另一方面`
fn side(text: &str) -> Option<Ordinal> {
    let words = [
        ("一方面", 1),
        ("另一方面", 2),
        ("另一个方面", 2),
        ("另外一方面", 2),
    ];
    let (word, number) = words.into_iter().find(|(it, _)| text.starts_with(it))?;
    let mark = mark_after(text.get(word.len()..)?, &COMMAS);
    Some(found(Style::Side, number, word.len() + mark))
}

fn mark_after(text: &str, marks: &[char]) -> usize {
    let first = text.chars().next();
    first
        .filter(|it| marks.contains(it))
        .map_or(0, char::len_utf8)
}

fn digits(text: &str) -> Option<(u32, usize)> {
    let mut number: u32 = 0;
    let mut len = 0;
    // No ordinal is longer, and a line of digits must not be read again from each of them.
    for it in text.chars().take(10) {
        let digit = match it {
            '0'..='9' => u32::from(it) - u32::from('0'),
            '０'..='９' => u32::from(it) - u32::from('０'),
            _ => break,
        };
        number = number.saturating_mul(10).saturating_add(digit);
        len += it.len_utf8();
    }
    (len > 0).then_some((number, len))
}

fn han_digit(it: char) -> Option<u32> {
    "零一二三四五六七八九十百"
        .chars()
        .position(|digit| digit == it)
        .and_then(|it| u32::try_from(it).ok())
}

/// Reads a number as it is spoken, up to 999, and its bytes.
fn han_number(text: &str) -> Option<(u32, usize)> {
    let mut total: u32 = 0;
    let mut digit: Option<u32> = None;
    let mut least_unit = u32::MAX;
    let mut len = 0;
    for it in text.chars() {
        match han_digit(it) {
            Some(0) if total > 0 && digit.is_none() => {}
            Some(value @ 1..=9) if digit.is_none() => digit = Some(value),
            Some(value @ (10 | 11)) => {
                let unit = if value == 10 { 10 } else { 100 };
                if unit >= least_unit || (unit == 100 && digit.is_none()) {
                    return None;
                }
                total += digit.take().unwrap_or(1) * unit;
                least_unit = unit;
            }
            Some(_) => return None,
            None => break,
        }
        len += it.len_utf8();
    }
    let number = total + digit.unwrap_or_default();
    (number > 0).then_some((number, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, style: Style, number: u32, ordinal: &str) {
        let read = lex(text).map(|it| (it.style, it.number, text.get(..it.len)));
        assert_eq!(read, Some((style, number, Some(ordinal))), "{text}");
    }

    #[test]
    fn every_style_is_read() {
        for (text, style, number, ordinal) in [
            ("一、问题", Style::HanComma, 1, "一、"),
            ("十二．问题", Style::HanComma, 12, "十二．"),
            ("二 、问题", Style::HanComma, 2, "二 、"),
            ("（一）学习", Style::HanParen, 1, "（一）"),
            ("(二十一)学习", Style::HanParen, 21, "(二十一)"),
            ("( 三 ) 学习", Style::HanParen, 3, "( 三 )"),
            ("（四)、学习", Style::HanParen, 4, "（四)、"),
            ("五）学习", Style::HanParen, 5, "五）"),
            ("1、学习", Style::Arabic, 1, "1、"),
            ("1.学习", Style::Arabic, 1, "1."),
            ("12．学习", Style::Arabic, 12, "12．"),
            ("３．学习", Style::Arabic, 3, "３．"),
            ("1、2025年3月", Style::Arabic, 1, "1、"),
            ("2）学习", Style::ArabicHalf, 2, "2）"),
            ("1).学习", Style::ArabicHalf, 1, "1)."),
            ("（3）学习", Style::ArabicParen, 3, "（3）"),
            ("⑶学习", Style::ArabicParen, 3, "⑶"),
            ("1.1 Learning", Style::Decimal, 1, "1.1"),
            ("2.13. Learning", Style::Decimal, 13, "2.13."),
            ("③学习", Style::Circled, 3, "③"),
            ("一是学习", Style::Is, 1, "一是"),
            ("三要加强", Style::Must, 3, "三"),
            ("第二，学习", Style::Th, 2, "第二，"),
            ("其一，学习", Style::Th, 1, "其一，"),
            ("首先，学习", Style::First, 1, "首先，"),
            ("其次学习", Style::First, 2, "其次"),
            ("最后，学习", Style::First, 0, "最后，"),
            ("一方面，学习", Style::Side, 1, "一方面，"),
            ("另一方面学习", Style::Side, 2, "另一方面"),
            ("第一部分 问题", Style::Part, 1, "第一部分"),
            ("第三章：问题", Style::Part, 3, "第三章："),
            ("• 学习", Style::Bullet, 0, "•"),
            ("- 学习", Style::Bullet, 0, "-"),
        ] {
            check(text, style, number, ordinal);
        }
    }

    #[test]
    fn what_only_looks_like_an_ordinal_is_none() {
        for text in [
            "一时间",
            "一些",
            "十九届",
            "第一时间",
            "第一书记",
            "第三方",
            "1.5万元",
            "2021年",
            "2021.",
            "1、2月",
            "（党组）",
            "（2026年）",
            "()",
            "（",
            "-5度",
            "学习",
            "",
            "三个",
            "其他",
            "再接再厉",
            "一二、",
            "1",
            "十十、",
            "1.5 万元以上".get(..3).unwrap_or_default(),
        ] {
            assert_eq!(lex(text), None, "{text}");
        }
    }
}

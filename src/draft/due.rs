//! When a measure is due, read from the writer's words. Never asks what day it is: words that name no year
//! (`6月底前`) name no day either.
//!
//! The words are kept as they are; a date is read where a table or a calendar needs one.

use jiff::civil::Date;

/// Signs that stand between the two ends of a time: the later one counts.
const RANGES: &[&str] = &["至", "到", "—", "–", "~", "～", "-", " to ", " until "];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// `2026-06-30`, `2026/6/30` or `2026.6.30`, by the sign, with zeros before a single digit or not.
    Signs {
        /// What stands between the numbers.
        sign: char,
        /// Whether every number has two digits.
        padded: bool,
    },
    /// `2026年6月30日`.
    Han,
    /// `30 June 2026`.
    DayFirst,
    /// `June 30, 2026`.
    MonthFirst,
}

/// Returns the date that the words are, and how they write it; `None` where they say more than a date, or less.
/// Years are those of 1900 to 2999: spreadsheets know no earlier day.
pub fn date_in(words: &str) -> Option<(Date, DateForm)> {
    let words = plain(words);
    let words = words.trim();
    let mut scan = Scan::new(words);
    if let Some((date, form)) = scan.whole_date() {
        return scan.is_at_end().then_some((date, form));
    }
    english_date(words)
}

/// Returns the last day on which the words still hold: `2026年6月底前` ends on 2026-06-30, `2026年上半年` too. Of a time
/// from one day to another it is the later one. `None` for words that name no day (`长期坚持`, `立即`, `6月底前`).
pub fn deadline(words: &str) -> Option<Date> {
    if let Some((date, _)) = date_in(words) {
        return Some(date);
    }
    let words = plain(words);
    let mut scan = Scan::new(&words);
    while !scan.is_at_end() {
        let Some((first, year)) = scan.period(None) else {
            scan.step();
            continue;
        };
        let is_range = RANGES.iter().any(|it| scan.eat(it));
        let second = is_range.then(|| scan.period(Some(year))).flatten();
        return Some(second.map_or(first, |it| it.0.max(first)));
    }
    english_deadline(&words)
}

/// Returns a date in words, written as `words` write theirs; as `2026-06-30` where they are no date.
pub fn date_like(date: Date, words: &str) -> String {
    let form = date_in(words).map_or(
        DateForm::Signs {
            sign: '-',
            padded: true,
        },
        |it| it.1,
    );
    let (year, month, day) = (date.year(), date.month(), date.day());
    match form {
        DateForm::Signs { sign, padded: true } => format!("{year}{sign}{month:02}{sign}{day:02}"),
        DateForm::Signs { sign, .. } => format!("{year}{sign}{month}{sign}{day}"),
        DateForm::Han => format!("{year}年{month}月{day}日"),
        DateForm::DayFirst => date.strftime("%-d %B %Y").to_string(),
        DateForm::MonthFirst => date.strftime("%B %-d, %Y").to_string(),
    }
}

/// Returns the words with digits of every kind as `0` to `9`, in lower case, without blanks beside Han characters.
fn plain(words: &str) -> String {
    let mut out = String::new();
    for sign in words.chars() {
        match sign {
            '０'..='９' => out.extend(char::from_u32(u32::from(sign) - 0xFEE0)),
            '／' => out.push('/'),
            '－' => out.push('-'),
            '．' => out.push('.'),
            '\u{3000}' => out.push(' '),
            _ => out.extend(sign.to_lowercase()),
        }
    }
    let is_han = |it: Option<char>| it.is_some_and(|it| ('\u{4E00}'..='\u{9FFF}').contains(&it));
    let signs: Vec<char> = out.chars().collect();
    let beside_han = |at: usize| {
        let before = at.checked_sub(1).and_then(|it| signs.get(it));
        is_han(before.copied()) || is_han(signs.get(at + 1).copied())
    };
    let kept = signs.iter().enumerate();
    let kept = kept.filter(|(at, it)| **it != ' ' || !beside_han(*at));
    han_numbers(&kept.map(|(_, it)| *it).collect::<String>())
}

/// Writes Han numerals before 年, 月, 日 and 季度 in digits: `二〇二六年十二月` is `2026年12月`.
fn han_numbers(words: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    for sign in words.chars() {
        if "〇零一二三四五六七八九十".contains(sign) {
            run.push(sign);
            continue;
        }
        if !run.is_empty() {
            let number = "年月日号季".contains(sign).then(|| number(&run)).flatten();
            match number {
                Some(it) => out.push_str(&it.to_string()),
                None => out.push_str(&run),
            }
            run.clear();
        }
        out.push(sign);
    }
    out + &run
}

/// Returns what a Han numeral stands for: `二〇二六`, `十二`, `三十`, `二十五`.
fn number(numeral: &str) -> Option<i16> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |sign: char| {
        let sign = if sign == '零' { '〇' } else { sign };
        let at = DIGITS.chars().position(|it| it == sign)?;
        i16::try_from(at).ok()
    };
    match numeral.split_once('十') {
        None => numeral.chars().try_fold(0_i16, |all, it| {
            all.checked_mul(10)?.checked_add(digit(it)?)
        }),
        Some((tens, ones)) => {
            let one = |it: &str, otherwise: i16| match it.chars().collect::<Vec<_>>()[..] {
                [] => Some(otherwise),
                [it] => digit(it),
                _ => None,
            };
            Some(one(tens, 1)? * 10 + one(ones, 0)?)
        }
    }
}

/// Reads words from the left.
struct Scan<'w> {
    rest: &'w str,
    /// Whether the last sign passed over was a digit: a number has no beginning there.
    in_number: bool,
}

impl<'w> Scan<'w> {
    fn new(words: &'w str) -> Self {
        Self {
            rest: words,
            in_number: false,
        }
    }

    fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    fn step(&mut self) {
        let mut signs = self.rest.chars();
        self.in_number = signs.next().is_some_and(|it| it.is_ascii_digit());
        self.rest = signs.as_str();
    }

    fn eat(&mut self, words: &str) -> bool {
        let rest = self.rest.strip_prefix(words);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn eat_one_of(&mut self, all: &[&str]) -> bool {
        all.iter().any(|it| self.eat(it))
    }

    /// Reads a number of at most so many digits; with it, how many it had.
    fn number(&mut self, most: usize) -> Option<(i16, usize)> {
        if self.in_number {
            return None;
        }
        let n = (self.rest.bytes())
            .take_while(u8::is_ascii_digit)
            .take(most + 1)
            .count();
        let (digits, rest) = self.rest.split_at_checked(n)?;
        let number = digits.parse().ok().filter(|_| (1..=most).contains(&n))?;
        self.rest = rest;
        Some((number, n))
    }

    fn year(&mut self) -> Option<i16> {
        let (year, n) = self.number(4)?;
        (n == 4 && (1900..3000).contains(&year)).then_some(year)
    }

    /// Does what `read` does, or nothing where it gives nothing.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let (rest, in_number) = (self.rest, self.in_number);
        let found = read(self);
        if found.is_none() {
            (self.rest, self.in_number) = (rest, in_number);
        }
        found
    }

    /// Reads a year, a month and a day.
    fn whole_date(&mut self) -> Option<(Date, DateForm)> {
        self.attempt(|scan| {
            let year = scan.year()?;
            if scan.eat("年") {
                let (month, _) = scan.number(2)?;
                let (day, _) = scan.eat("月").then(|| scan.number(2)).flatten()?;
                let date = day_of(year, month, day)?;
                return (scan.eat_one_of(&["日", "号"])).then_some((date, DateForm::Han));
            }
            let sign = ['-', '/', '.']
                .into_iter()
                .find(|it| scan.rest.starts_with(*it))?;
            scan.step();
            scan.in_number = false;
            let (month, n_month) = scan.number(2)?;
            let (day, n_day) = (scan.eat(sign.encode_utf8(&mut [0; 4])))
                .then(|| scan.number(2))
                .flatten()?;
            let padded = n_month == 2 && n_day == 2;
            Some((day_of(year, month, day)?, DateForm::Signs { sign, padded }))
        })
    }

    /// Reads a time and returns its last day and its year. `year` is the one named before.
    fn period(&mut self, year: Option<i16>) -> Option<(Date, i16)> {
        if let Some((date, _)) = self.whole_date() {
            return Some((date, date.year()));
        }
        self.attempt(|scan| {
            let named = scan.attempt(|scan| {
                let year = scan.year()?;
                (scan.eat_one_of(&["年", "-", "/", "."])).then_some(year)
            });
            let year = named.or(year)?;
            let last = scan.part_of_year(year).or_else(|| {
                // A year alone, which must have been named here.
                named.and_then(|it| month_end(it, 12))
            })?;
            Some((last, year))
        })
    }

    /// Reads what stands behind a year; nothing is no part of it.
    fn part_of_year(&mut self, year: i16) -> Option<Date> {
        if self.eat("上半年") {
            return month_end(year, 6);
        }
        if self.eat_one_of(&["下半年", "年底", "年末", "年内", "底", "末", "内"]) {
            return month_end(year, 12);
        }
        let quarter = self.attempt(|scan| {
            scan.eat("第");
            let (quarter, _) = scan.number(1)?;
            (scan.eat("季") && (1..=4).contains(&quarter)).then_some(quarter)
        });
        if let Some(quarter) = quarter {
            self.eat("度");
            return month_end(year, quarter * 3);
        }
        self.attempt(|scan| {
            let (month, _) = scan.number(2)?;
            if !scan.eat("月") {
                // `2026-06`, which ends there.
                let ends = !scan.rest.starts_with(|it: char| it.is_ascii_digit());
                return ends.then(|| month_end(year, month)).flatten();
            }
            scan.eat("份");
            if scan.eat_one_of(&["上旬", "初"]) {
                return day_of(year, month, 10);
            }
            if scan.eat_one_of(&["中旬", "中"]) {
                return day_of(year, month, 20);
            }
            let day = scan.attempt(|scan| {
                let (day, _) = scan.number(2)?;
                scan.eat_one_of(&["日", "号"])
                    .then(|| day_of(year, month, day))
                    .flatten()
            });
            day.or_else(|| month_end(year, month))
        })
    }
}

fn day_of(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok()
}

fn month_end(year: i16, month: i16) -> Option<Date> {
    Some(day_of(year, month, 1)?.last_of_month())
}

/// The words and numbers of an English time, and the place of each among them.
fn tokens(words: &str) -> Vec<&str> {
    let parts = words.split(|it: char| !it.is_alphanumeric());
    parts.filter(|it| !it.is_empty()).collect()
}

fn month_named(token: &str) -> Option<i16> {
    let at = MONTHS.iter().position(|it| {
        let is_short = token.len() == 3 || token == "sept";
        *it == token || is_short && it.starts_with(token)
    })?;
    i16::try_from(at + 1).ok()
}

fn year_in(token: &str) -> Option<i16> {
    let year: i16 = token.parse().ok().filter(|_| token.len() == 4)?;
    (1900..3000).contains(&year).then_some(year)
}

fn day_in(token: &str) -> Option<i16> {
    let bare = ["st", "nd", "rd", "th"]
        .into_iter()
        .find_map(|it| token.strip_suffix(it));
    let day: i16 = bare.unwrap_or(token).parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}

fn english_date(words: &str) -> Option<(Date, DateForm)> {
    let tokens = tokens(words);
    let [first, second, year] = tokens[..] else {
        return None;
    };
    let year = year_in(year)?;
    if let (Some(day), Some(month)) = (day_in(first), month_named(second)) {
        return Some((day_of(year, month, day)?, DateForm::DayFirst));
    }
    let (month, day) = (month_named(first)?, day_in(second)?);
    Some((day_of(year, month, day)?, DateForm::MonthFirst))
}

/// Reads the last year that the words name, and the month, the day or the quarter before or behind it.
fn english_deadline(words: &str) -> Option<Date> {
    // Chinese words without a year of their own name no day.
    if !words.is_ascii() {
        return None;
    }
    let tokens = tokens(words);
    let at = tokens.iter().rposition(|it| year_in(it).is_some())?;
    let year = year_in(tokens.get(at)?)?;
    let near = |back: usize| at.checked_sub(back).and_then(|it| tokens.get(it).copied());
    let quarter = |it: &str| -> Option<i16> {
        let quarter = it.strip_prefix('q')?.parse().ok()?;
        (1..=4).contains(&quarter).then_some(quarter)
    };
    let quarter = near(1)
        .and_then(quarter)
        .or_else(|| tokens.get(at + 1).copied().and_then(quarter));
    if let Some(quarter) = quarter {
        return month_end(year, quarter * 3);
    }
    match (near(1).and_then(month_named), near(2).and_then(month_named)) {
        (Some(month), _) => match near(2).and_then(day_in) {
            Some(day) => day_of(year, month, day),
            None => month_end(year, month),
        },
        (None, Some(month)) => day_of(year, month, near(1).and_then(day_in)?),
        (None, None) => month_end(year, 12),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_that_are_a_date_are_read_as_one() {
        for (words, meant) in [
            ("2026-06-30", Some(date(2026, 6, 30))),
            ("2026/6/5", Some(date(2026, 6, 5))),
            ("2026.6.30", Some(date(2026, 6, 30))),
            (" 2026 年 6 月 30 日 ", Some(date(2026, 6, 30))),
            ("２０２６年６月３０日", Some(date(2026, 6, 30))),
            ("二〇二六年十二月二十五日", Some(date(2026, 12, 25))),
            ("2026年6月30号", Some(date(2026, 6, 30))),
            ("30 June 2026", Some(date(2026, 6, 30))),
            ("Jun 30th, 2026", Some(date(2026, 6, 30))),
            ("2026年6月30日前", None),
            ("2026-06", None),
            ("2026年2月30日", None),
            ("2026-13-01", None),
            ("12026-06-30", None),
            ("2026-06-301", None),
            ("1899-12-31", None),
            ("长期坚持", None),
            ("", None),
        ] {
            assert_eq!(date_in(words).map(|it| it.0), meant, "{words}");
        }
    }

    #[test]
    fn words_that_name_a_time_end_on_its_last_day() {
        let june = Some(date(2026, 6, 30));
        let year = Some(date(2026, 12, 31));
        for (words, last) in [
            ("2026年6月底前", june),
            ("2026年6月30日前完成", june),
            ("2026年6月", june),
            ("2026年6月份", june),
            ("2026-06", june),
            ("2026年上半年", june),
            ("2026年第二季度", june),
            ("2026年2季度末", june),
            ("2026年3月至6月", june),
            ("2026年3月—2026年6月", june),
            ("2026年3月1日到6月30日", june),
            ("二〇二六年六月底前", june),
            ("争取在2026年6月下旬完成", june),
            ("2026年6月中旬", Some(date(2026, 6, 20))),
            ("2026年6月上旬", Some(date(2026, 6, 10))),
            ("2026年底前", year),
            ("2026年年底", year),
            ("2026年内", year),
            ("2026年", year),
            ("by the end of June 2026", june),
            ("Q2 2026", june),
            ("2026 Q2", june),
            ("before June 30, 2026", june),
            ("on 30 June 2026 at the latest", june),
            ("end of 2026", year),
            ("2024年2月底", Some(date(2024, 2, 29))),
            ("6月底前", None),
            ("立即整改", None),
            ("长期坚持", None),
            ("每月25日", None),
            ("within 3 months", None),
            ("2026年13月", year),
        ] {
            assert_eq!(deadline(words), last, "{words}");
        }
    }

    #[test]
    fn a_new_date_is_written_as_the_old_one_was() {
        let new = date(2026, 7, 1);
        for (words, written) in [
            ("2026-06-30", "2026-07-01"),
            ("2026/6/30", "2026/7/1"),
            ("2026.06.30", "2026.07.01"),
            ("2026年6月30日", "2026年7月1日"),
            ("30 June 2026", "1 July 2026"),
            ("June 30, 2026", "July 1, 2026"),
            ("2026年6月底前", "2026-07-01"),
            ("", "2026-07-01"),
        ] {
            assert_eq!(date_like(new, words), written, "{words}");
            assert_eq!(date_in(written).map(|it| it.0), Some(new));
        }
    }

    proptest! {
        #[test]
        fn no_words_are_too_odd(words in "[0-9二〇十年月日底至QJune.,/ -]{0,16}|\\PC*") {
            let exact = date_in(&words).map(|it| it.0);
            prop_assert!(exact.is_none() || deadline(&words) == exact);
        }

        #[test]
        fn every_date_comes_back(
            year in 1900_i16..3000, month in 1_i8..=12, day in 1_i8..=28, form in 0_usize..6,
        ) {
            let like = ["2026-01-01", "2026/1/1", "2026.01.01", "2026年1月1日", "1 May 2026", "May 1, 2026"];
            let meant = date(year, month, day);
            let written = date_like(meant, like[form]);
            prop_assert_eq!(date_in(&written).map(|it| it.0), Some(meant), "{}", written);
        }
    }
}

//! How many promises of last year there are: counted from the items, and claimed by a text. Does not say what to do
//! where the two differ, and words nothing.

use std::ops::Range;

use super::{Draft, FollowUp, Part, Status, is_blank};

/// The promises of last year, counted: those that say something and are not left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Promises.
    pub items: usize,
    /// Problems they answer: promises for the same one count once. `None` where a promise names no problem.
    pub kinds: Option<usize>,
    /// Promises by what became of them, in the order of [`Status::OF_PROMISES`]; none for a status no promise has.
    pub by_status: Vec<(Status, usize)>,
}

/// What a text says about its counts: `6大类16条`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The number of 类, and where its digits stand, in bytes.
    pub kinds: Option<(usize, Range<usize>)>,
    /// The number of 条 or 项, and where its digits stand, in bytes.
    pub items: Option<(usize, Range<usize>)>,
}

impl Counts {
    /// Tells whether what a text claims is what the items say. Where kinds cannot be counted, any number will do.
    pub fn agree_with(&self, claim: &Claim) -> bool {
        let is_wrong = |said: &Option<(usize, Range<usize>)>, is: usize| {
            said.as_ref().is_some_and(|(said, _)| *said != is)
        };
        !is_wrong(&claim.items, self.items)
            && !self.kinds.is_some_and(|it| is_wrong(&claim.kinds, it))
    }
}

impl Draft {
    /// Returns the counts of the promises of last year.
    pub fn counts(&self) -> Counts {
        let counted: Vec<&FollowUp> = (self.follow_ups.iter())
            .filter(|it| !it.is_blank())
            .filter(|it| self.reason_not_written(Part::Item(it.id)).is_none())
            .collect();
        let mut problems: Vec<&str> = counted.iter().map(|it| it.problem.trim()).collect();
        problems.sort_unstable();
        problems.dedup();
        let is_each_named = problems.iter().all(|it| !it.is_empty());
        let of = |status: Status| counted.iter().filter(|it| it.status == status).count();
        Counts {
            items: counted.len(),
            kinds: is_each_named.then_some(problems.len()),
            by_status: (Status::OF_PROMISES.into_iter())
                .map(|it| (it, of(it)))
                .filter(|(_, n)| *n > 0)
                .collect(),
        }
    }
}

impl FollowUp {
    /// Tells whether nothing is written in it that can be seen: what is counted stands in the list.
    pub fn is_blank(&self) -> bool {
        [&self.problem, &self.measure, &self.evidence]
            .into_iter()
            .all(|it| is_blank(it))
    }
}

impl Status {
    /// What can have become of a promise, as the writer is asked. One that is [`Status::Open`] was not asked yet.
    pub const OF_PROMISES: [Self; 5] = [
        Self::Done,
        Self::Underway,
        Self::Ongoing,
        Self::Unfinished,
        Self::Closed,
    ];
}

/// Returns what a text claims about the number of its items; `None` if it claims nothing. The first number of either
/// kind is the whole; later ones (`其中12条已完成`) are parts of it. An ordinal (`第3条`) is no number.
pub fn claim(text: &str) -> Option<Claim> {
    let mut claim = Claim {
        kinds: None,
        items: None,
    };
    let mut rest = 0;
    while let Some((value, range)) = next_number(text, rest) {
        rest = range.end;
        let behind = text.get(range.end..).unwrap_or_default();
        let behind = behind.trim_start_matches([' ', '个', '大']);
        if behind.starts_with('类') {
            claim.kinds.get_or_insert((value, range));
        } else if behind.starts_with(['条', '项']) {
            claim.items.get_or_insert((value, range));
        }
    }
    (claim.kinds.is_some() || claim.items.is_some()).then_some(claim)
}

/// Returns the first number from `start` on and its bytes: in digits, or in Chinese numerals from ten on (`十六`),
/// for 一 and its like are words as often as numbers.
fn next_number(text: &str, start: usize) -> Option<(usize, Range<usize>)> {
    let mut from = start;
    while from < text.len() {
        let (before, rest) = text.split_at_checked(from)?;
        let begins = rest.find(|it| digit(it).is_some() || numeral(it).is_some())?;
        let (skipped, rest) = rest.split_at_checked(begins)?;
        let is_digits = rest.chars().next().and_then(digit).is_some();
        let belongs = |it: char| {
            if is_digits {
                digit(it).is_some()
            } else {
                numeral(it).is_some()
            }
        };
        let length = rest.find(|it| !belongs(it)).unwrap_or(rest.len());
        let words = rest.get(..length)?;
        let at = from + begins;
        let is_ordinal = skipped.ends_with('第') || (begins == 0 && before.ends_with('第'));
        let value = if is_digits {
            digits(words)
        } else {
            numerals(words)
        };
        match value.filter(|_| !is_ordinal) {
            Some(value) => return Some((value, at..at + length)),
            None => from = at + length,
        }
    }
    None
}

fn digit(letter: char) -> Option<usize> {
    let value = match letter {
        '0'..='9' => u32::from(letter) - u32::from('0'),
        '０'..='９' => u32::from(letter) - u32::from('０'),
        _ => return None,
    };
    usize::try_from(value).ok()
}

fn numeral(letter: char) -> Option<usize> {
    "零一二三四五六七八九十".chars().position(|it| it == letter)
}

fn digits(words: &str) -> Option<usize> {
    (words.chars().filter_map(digit))
        .try_fold(0_usize, |all, it| all.checked_mul(10)?.checked_add(it))
}

/// Returns what numerals up to ninety-nine say; `None` for what is no number or below two.
fn numerals(words: &str) -> Option<usize> {
    let value = match words.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { Some(1) } else { one(tens) }?;
            let ones = if ones.is_empty() { Some(0) } else { one(ones) }?;
            tens * 10 + ones
        }
        None => one(words)?,
    };
    (value > 1).then_some(value)
}

fn one(words: &str) -> Option<usize> {
    let mut letters = words.chars();
    let value = numeral(letters.next()?)?;
    letters.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<(Option<usize>, Option<usize>)> {
        let number = |it: Option<(usize, Range<usize>)>| it.map(|(it, _)| it);
        claim(text).map(|it| (number(it.kinds), number(it.items)))
    }

    #[test]
    fn a_text_claims_what_it_says() {
        for (text, expected) in [
            ("查摆出的6大类16条问题，均已整改", Some((Some(6), Some(16)))),
            ("六大类十六条问题", Some((Some(6), Some(16)))),
            ("共４项，其中3项已完成", Some((None, Some(4)))),
            ("落实第3条，抓好 2 个大类", Some((Some(2), None))),
            ("一类问题要一条一条改", None),
            ("2021年12月", None),
            ("", None),
            ("十类", Some((Some(10), None))),
            ("99999999999999999999条", None),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn digits_are_where_they_are_said_to_be() {
        let text = "共六大类16条";
        let claim = claim(text).unwrap();
        let words = |it: Option<(usize, Range<usize>)>| text.get(it.unwrap().1);
        assert_eq!(
            (words(claim.kinds), words(claim.items)),
            (Some("六"), Some("16"))
        );
    }
}

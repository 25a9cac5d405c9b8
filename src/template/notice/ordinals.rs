//! Ordinals in a line: 一、 （一） 1. （1） ① 一是 第一，. Finds them and joins them to lists; knows nothing of dimensions.

use super::numbers;

/// How an ordinal is written. Two of one kind can stand in one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// 一、
    Han,
    /// （一）
    HanInBrackets,
    /// 1.
    Arabic,
    /// （1）
    ArabicInBrackets,
    /// ①
    Circled,
    /// 一是
    Is,
    /// 第一，
    Nth,
}

/// An ordinal: where it stands and where its words begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ordinal {
    pub(super) kind: Kind,
    pub(super) number: u32,
    /// The line, by its place among the lines.
    pub(super) line: usize,
    /// Where it begins, in characters.
    pub(super) at: usize,
    /// Where its words begin, in characters.
    pub(super) words: usize,
}

/// Returns every ordinal of the lines, in order.
pub(super) fn ordinals(lines: &[Vec<char>]) -> Vec<Ordinal> {
    let mut found = Vec::new();
    for (line, signs) in lines.iter().enumerate() {
        let mut at = 0;
        while at < signs.len() {
            let before = at.checked_sub(1).and_then(|it| signs.get(it));
            let begins =
                before.is_none_or(|it| "，。；：,;:！？!?、 \u{3000}“”\"（(".contains(*it));
            let read = if begins {
                ordinal(signs, at, before.is_none())
            } else {
                circled(signs, at)
            };
            match read {
                Some((kind, number, words)) => {
                    found.push(Ordinal {
                        kind,
                        number,
                        line,
                        at,
                        words,
                    });
                    at = words.max(at + 1);
                }
                None => at += 1,
            }
        }
    }
    found
}

fn circled(signs: &[char], at: usize) -> Option<(Kind, u32, usize)> {
    let sign = *signs.get(at)?;
    ('①'..='⑳')
        .contains(&sign)
        .then(|| (Kind::Circled, u32::from(sign) - u32::from('①') + 1, at + 1))
}

fn ordinal(signs: &[char], at: usize, at_line_start: bool) -> Option<(Kind, u32, usize)> {
    if let Some(it) = circled(signs, at) {
        return Some(it);
    }
    let first = *signs.get(at)?;
    if "（(".contains(first) {
        let (number, is_han, end) = value(signs, at + 1)?;
        let closed = signs.get(end).is_some_and(|it| "）)".contains(*it));
        let kind = if is_han {
            Kind::HanInBrackets
        } else {
            Kind::ArabicInBrackets
        };
        return closed.then(|| (kind, number, skip_blanks(signs, end + 1)));
    }
    if first == '第' {
        let (number, is_han, end) = value(signs, at + 1)?;
        let marked = signs.get(end).is_some_and(|it| "，、,：:".contains(*it));
        return (is_han && marked).then(|| (Kind::Nth, number, skip_blanks(signs, end + 1)));
    }
    let (number, is_han, end) = value(signs, at)?;
    let next = *signs.get(end)?;
    if is_han && next == '是' {
        return Some((Kind::Is, number, skip_blanks(signs, end + 1)));
    }
    let mark = if is_han { "、．." } else { "、．.)）" };
    let may_stand_there = at_line_start || ".．、".contains(next);
    if !may_stand_there || !mark.contains(next) {
        return None;
    }
    // 3.5 is no ordinal, and neither is the 三 of 二、三季度 within a line.
    let behind = signs.get(end + 1);
    if !at_line_start && is_han || behind.is_some_and(|it| numbers::digit(*it).is_some()) {
        return None;
    }
    let kind = if is_han { Kind::Han } else { Kind::Arabic };
    Some((kind, number, skip_blanks(signs, end + 1)))
}

/// Reads a small number: its value, whether in Chinese, and where it ends.
fn value(signs: &[char], at: usize) -> Option<(u32, bool, usize)> {
    let rest = signs.get(at..)?;
    let n_han = rest
        .iter()
        .take_while(|it| numbers::han_digit(**it).is_some() || **it == '十')
        .count();
    let n_digits = rest
        .iter()
        .take_while(|it| numbers::digit(**it).is_some())
        .count();
    let (n, is_han) = if n_han > 0 {
        (n_han, true)
    } else {
        (n_digits, false)
    };
    if n == 0 || n > 3 {
        return None;
    }
    let text: String = rest.get(..n)?.iter().collect();
    let number = numbers::number(&text).filter(|it| (1..100).contains(it))?;
    Some((number, is_han, at + n))
}

fn skip_blanks(signs: &[char], at: usize) -> usize {
    let n = signs
        .get(at..)
        .into_iter()
        .flatten()
        .take_while(|it| it.is_whitespace())
        .count();
    at + n
}

/// Returns the lists: ordinals of one kind that count up from one, at least two.
pub(super) fn chains(ordinals: &[Ordinal]) -> Vec<Vec<Ordinal>> {
    let mut chains = Vec::new();
    for (idx, first) in ordinals.iter().enumerate().filter(|(_, it)| it.number == 1) {
        let mut chain = vec![*first];
        for it in ordinals
            .iter()
            .skip(idx + 1)
            .filter(|it| it.kind == first.kind)
        {
            if it.number == chain.last().map_or(0, |it| it.number) + 1 {
                chain.push(*it);
            } else {
                break;
            }
        }
        if chain.len() > 1 {
            chains.push(chain);
        }
    }
    chains
}

//! Who signs and when, at the end of a report: the last line if it is a date, and a short one before it that is no
//! sentence. GB/T 9704-2012, 7.3.5, sets them apart from the text.

use super::document::{Block, Content};
use super::marks::{is_final, is_opening};

/// The most characters of a name with its office.
const NAME: usize = 24;

/// Who signs and when, as places among the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    /// Who signs, if somebody does.
    pub(super) name: Option<usize>,
    /// When.
    pub(super) date: usize,
}

/// Returns where a report is signed; `None` if it is not.
pub(super) fn ending(blocks: &[Block]) -> Option<Ending> {
    let date = blocks.len().checked_sub(1)?;
    let section = blocks.get(date)?.section;
    is_date(plain(blocks.get(date)?)?).then_some(())?;
    let name = date.checked_sub(1).filter(|it| {
        let words = blocks
            .get(*it)
            .filter(|it| it.section == section)
            .and_then(plain);
        words.is_some_and(is_name)
    });
    Some(Ending { name, date })
}

/// Returns the words of a paragraph that is nothing else.
fn plain(block: &Block) -> Option<&str> {
    match &block.content {
        Content::Paragraph {
            lead,
            words,
            run_in: None,
        } if lead.is_empty() => Some(words),
        Content::Paragraph { .. } | Content::Heading { .. } | Content::Entry { .. } => None,
    }
}

fn is_name(words: &str) -> bool {
    words.chars().count() <= NAME
        && !words.contains(|it| it != '、' && it != '.' && it != ':' && it != '：' && is_final(it))
}

/// Tells whether the words are a date and nothing else, in brackets or not: `2026年1月15日`, `二〇二六年一月`.
pub(super) fn is_date(words: &str) -> bool {
    let words = words.trim();
    let words = match words.strip_prefix(is_opening) {
        Some(it) => it.trim_end_matches(['）', ')', '〕', ']']),
        None => words,
    };
    let words: String = words.chars().filter(|it| !it.is_whitespace()).collect();
    let is_number = |it: &str, lengths: std::ops::RangeInclusive<usize>| {
        let n = it.chars().count();
        lengths.contains(&n)
            && it
                .chars()
                .all(|it| it.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(it))
    };
    let Some((year, rest)) = words.split_once('年') else {
        return false;
    };
    let Some((month, day)) = rest.split_once('月') else {
        return false;
    };
    let day_is_right = day.is_empty()
        || day
            .strip_suffix('日')
            .is_some_and(|it| is_number(it, 1..=3));
    is_number(year, 4..=4) && is_number(month, 1..=2) && day_is_right
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn a_date_is_a_date_and_nothing_else() {
        for it in [
            "2026年1月15日",
            "（2026年1月8日）",
            "二〇二六年一月十五日",
            "2026 年 1 月",
            "2026年12月",
        ] {
            assert!(is_date(it), "{it}");
        }
        for it in [
            "2026年",
            "2026年1月15日前",
            "去年1月",
            "2026年度1月",
            "",
            "年月日",
        ] {
            assert!(!is_date(it), "{it}");
        }
    }
}

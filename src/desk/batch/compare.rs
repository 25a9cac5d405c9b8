//! Two reports sentence by sentence: how much of the shorter stands in the other, and which sentences.

use crate::check::resemblance::{Index, Shared, printed_sentences};
use crate::check::{Kind, Words, paragraphs};
use crate::draft::Draft;

/// The most sentences of a pair that are shown.
const SHOWN: usize = 20;

/// Two reports that resemble each other.
#[derive(Clone, Debug)]
pub struct Pair {
    /// One of them, by its place in the table.
    pub one: usize,
    /// The other, by its place in the table.
    pub other: usize,
    /// How much of the shorter one stands in sentences that resemble one of the other, in percent of the characters
    /// that can be compared (but of half of them all at least).
    pub percent: usize,
    /// The longest of these sentences side by side, in the order of the shorter report.
    pub sentences: Vec<Alike>,
}

/// Two sentences that resemble each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// That of the one report.
    pub one: String,
    /// That of the other.
    pub other: String,
    /// How many of the prints of the shorter report's sentence stand in the other too, in percent.
    pub percent: usize,
}

/// Returns the words of a report that are its writer's: titles and headings come from the notice.
pub(super) fn own_words(draft: &Draft) -> Vec<String> {
    let all = paragraphs(draft).into_iter();
    all.filter(|it| it.kind.is_prose() || matches!(it.kind, Kind::Headline(_)))
        .map(|it| it.text.into_owned())
        .collect()
}

/// Compares the words of two reports.
pub(super) fn compare(words: &Words, one: &[String], other: &[String]) -> (usize, Vec<Alike>) {
    let (n_one, n_other) = (length(one), length(other));
    let is_turned = n_other < n_one;
    let (shorter, longer) = if is_turned {
        (other, one)
    } else {
        (one, other)
    };
    let mut index = Index::default();
    for text in longer {
        index.add(&printed_sentences(words, text));
    }
    let mut shared = Shared::default();
    let (mut n_alike, mut n_comparable) = (0, 0);
    let mut found: Vec<(usize, usize, Alike)> = Vec::new();
    for text in shorter {
        let sentences = printed_sentences(words, text);
        let ranges = sentences.iter().map(|it| it.range.clone());
        n_comparable += ranges
            .map(|it| marks(text.get(it).unwrap_or_default()))
            .sum::<usize>();
        for it in index.likenesses_with(&mut shared, &sentences) {
            let here = text.get(it.range).unwrap_or_default().trim();
            let twin = longer
                .get(it.twin.text)
                .and_then(|text| text.get(it.twin.range));
            let twin = twin.unwrap_or_default().trim();
            let n = marks(here);
            n_alike += n;
            let (one, other) = if is_turned {
                (twin, here)
            } else {
                (here, twin)
            };
            let alike = Alike {
                one: one.to_owned(),
                other: other.to_owned(),
                percent: it.percent,
            };
            found.push((found.len(), n, alike));
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.1));
    found.truncate(SHOWN);
    found.sort_by_key(|it| it.0);
    let whole = n_comparable.max(n_one.min(n_other) / 2).max(1);
    let percent = n_alike * 100 / whole;
    (percent, found.into_iter().map(|it| it.2).collect())
}

fn length(texts: &[String]) -> usize {
    texts.iter().map(|it| marks(it)).sum()
}

/// Returns the characters but white space.
fn marks(text: &str) -> usize {
    text.chars().filter(|it| !it.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shorter_one_is_measured_whichever_comes_first() {
        let shared = "我把学习当成任务，读过就算学过，笔记停在去年八月。";
        let short = [shared.to_owned()];
        let rest = "下乡调研也少，一年只去过两个村，没有住过一晚。".repeat(3);
        let long = [rest, format!("开头。{shared}")];
        let words = Words::built_in();
        let (percent, sentences) = compare(words, &short, &long);
        assert_eq!((percent, sentences.len()), (100, 1));
        assert_eq!(sentences[0].one, shared);
        let (percent, sentences) = compare(words, &long, &short);
        assert_eq!((percent, sentences[0].other.as_str()), (100, shared));
        // A sentence in common in a report of set phrases is not the whole report.
        let empty = "坚持以习近平新时代中国特色社会主义思想为指导。".repeat(9);
        let (percent, _) = compare(words, &[shared.to_owned(), empty], &long);
        assert!(percent < 50, "{percent}");
        assert_eq!(compare(words, &[], &long), (0, Vec::new()));
    }
}

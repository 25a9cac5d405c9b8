//! How long a text is, counted as a reader, an examiner and a word processor count. Judges no limit.

use std::ops::Add;

use super::grapheme::graphemes;
use super::width::Ambiguous;
use super::width::width;

/// How many 字 a text has, counted three ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Characters that are not blank.
    pub marks: usize,
    /// Letters, digits and Han characters: neither punctuation nor symbols.
    pub without_punctuation: usize,
    /// What Microsoft Word shows as 字数: one for each Chinese character or mark, one for each run of others
    /// between blanks. Close to Word, not promised to be equal.
    pub as_word: usize,
}

/// Which 字 are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// Every character but white space.
    #[default]
    Marks,
    /// Without punctuation.
    WithoutPunctuation,
    /// As Microsoft Word counts.
    AsWord,
}

impl Counting {
    /// Every way, in the order the settings go through them.
    pub const ALL: [Self; 3] = [Self::Marks, Self::WithoutPunctuation, Self::AsWord];

    /// Returns the number that this way of counting gives.
    pub fn of(self, count: Count) -> usize {
        match self {
            Self::Marks => count.marks,
            Self::WithoutPunctuation => count.without_punctuation,
            Self::AsWord => count.as_word,
        }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            marks: self.marks + other.marks,
            without_punctuation: self.without_punctuation + other.without_punctuation,
            as_word: self.as_word + other.as_word,
        }
    }
}

/// Counts a text.
pub fn count(text: &str) -> Count {
    let [plain, others] = count_apart(text);
    plain + others
}

/// Counts the lines of a text that are [plain](is_plain), and its other lines.
pub fn count_apart(text: &str) -> [Count; 2] {
    let [mut plain, mut others] = [Count::default(); 2];
    // No cluster and no run of letters reaches over the end of a line.
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|it| it + 1);
    let mut begin = 0;
    for end in ends.chain([text.len()]) {
        let line = text.get(begin..end).unwrap_or_default();
        begin = end;
        match count_signs(line) {
            Some(it) => plain = plain + it,
            None => count_clusters(&mut others, line),
        }
    }
    [plain, others]
}

/// Tells whether every sign stands for itself whatever is beside it, as in nearly all Chinese prose. Blanks at its ends
/// and line ends in it change no count of such a text.
pub fn is_plain(text: &str) -> bool {
    count_signs(text).is_some()
}

/// Says whether a character that is no ideograph stands for itself whatever is beside it.
fn stands_for_itself(sign: char) -> bool {
    matches!(sign,
        '\n' | '\t' | ' '..='~' | '·' | '—' | '‘' | '’' | '“' | '”' | '…'
        | '\u{3000}'..='\u{3029}' | '\u{FF01}'..='\u{FF5E}')
}

/// Counts plain signs: what [`count_clusters`] counts, without looking for clusters and widths. `None` where others are
/// among them.
fn count_signs(text: &str) -> Option<Count> {
    let is_latin = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
    let mut count = Count::default();
    let mut in_run = false;
    let mut before = None;
    let mut rest = text;
    loop {
        // Nearly all of any text, and nothing need be known of them but how many there are.
        let n = n_ideographs(rest);
        if n > 0 {
            count.marks += n;
            count.without_punctuation += n;
            count.as_word += n;
            in_run = false;
            before = Some('一');
            rest = rest.split_at_checked(3 * n)?.1;
        }
        // And of what is left nearly all: 、 。 ， ： ；.
        if let [0xE3, 0x80, 0x81 | 0x82, ..] | [0xEF, 0xBC, 0x8C | 0x9A | 0x9B, ..] =
            rest.as_bytes()
        {
            count.marks += 1;
            count.as_word += 1;
            in_run = false;
            before = Some('，');
            rest = rest.split_at_checked(3)?.1;
            continue;
        }
        let mut signs = rest.chars();
        let Some(sign) = signs.next() else {
            return Some(count);
        };
        rest = signs.as_str();
        if !stands_for_itself(sign) {
            return None;
        }
        if sign.is_whitespace() {
            in_run = false;
            before = Some(sign);
            continue;
        }
        let counts_by_itself = match sign {
            ..='~' => false,
            '·' | '\u{2010}'..='\u{2BFF}' => !(is_latin(before) && is_latin(signs.next())),
            _ => true,
        };
        let is_stop = matches!(sign, '，' | '。' | '、' | '；' | '：' | '“' | '”');
        count.marks += 1;
        count.without_punctuation += usize::from(!is_stop && sign.is_alphanumeric());
        count.as_word += usize::from(counts_by_itself || !in_run);
        in_run = !counts_by_itself;
        before = Some(sign);
    }
}

/// Returns how many common ideographs, U+4E00 to U+9FFF, a text begins with.
fn n_ideographs(text: &str) -> usize {
    let mut n = 0;
    for triple in text.as_bytes().as_chunks::<3>().0 {
        if !matches!(triple, [0xE5..=0xE9, _, _] | [0xE4, 0xB8..=0xBF, _]) {
            break;
        }
        n += 1;
    }
    n
}

/// Counts a line of any signs.
fn count_clusters(count: &mut Count, line: &str) {
    let mut in_run = false;
    let mut before = None;
    let mut clusters = graphemes(line).map(|(_, it)| it).peekable();
    while let Some(cluster) = clusters.next() {
        let marks = cluster.chars().filter(|it| !it.is_whitespace());
        count.marks += marks.clone().count();
        count.without_punctuation += marks.filter(|it| it.is_alphanumeric()).count();
        let after = clusters.peek().copied();
        if cluster.starts_with(char::is_whitespace) {
            in_run = false;
        } else if is_chinese(before, cluster, after) {
            count.as_word += 1;
            in_run = false;
        } else if !in_run {
            count.as_word += 1;
            in_run = true;
        }
        before = Some(cluster);
    }
}

/// Brings the count of a text up to date after `removed` gave way to `inserted` bytes at byte `at`; `text` is the
/// text after. Looks only at the words around the change, however long the text is.
pub fn recount(count: &mut Count, text: &str, at: usize, removed: &str, inserted: usize) {
    let Some((left, rest)) = text.split_at_checked(at) else {
        return;
    };
    let Some((inserted, right)) = rest.split_at_checked(inserted) else {
        return;
    };
    // Behind a blank or a wide character counting begins anew, so the nearest one bounds what can change. Two,
    // because the nearest may be swallowed by a cluster that the change makes.
    let mut left_bounds = left.char_indices().rev().filter(|(_, it)| is_bound(*it));
    let from = left_bounds.nth(1).map_or(0, |(at, _)| at);
    let mut right_bounds = right.char_indices().filter(|(_, it)| is_bound(*it));
    let to = right_bounds
        .nth(1)
        .map_or(right.len(), |(at, it)| at + it.len_utf8());
    let (left, right) = (left.split_at(from).1, right.split_at(to).0);
    let old = self::count(&[left, removed, right].concat());
    let new = self::count(&[left, inserted, right].concat());
    count.marks = (count.marks + new.marks).saturating_sub(old.marks);
    count.without_punctuation = (count.without_punctuation + new.without_punctuation)
        .saturating_sub(old.without_punctuation);
    count.as_word = (count.as_word + new.as_word).saturating_sub(old.as_word);
}

/// Says whether a character is blank or a Han character: what stands behind it counts by itself.
fn is_bound(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{4E00}'..='\u{9FFF}')
}

/// Says whether a cluster counts by itself: a wide one, or a mark that Chinese shares with other scripts, unless it
/// stands inside a word (`don’t`).
fn is_chinese(before: Option<&str>, cluster: &str, after: Option<&str>) -> bool {
    match cluster.chars().next() {
        Some('·' | '\u{2010}'..='\u{2BFF}') => !(is_latin(before) && is_latin(after)),
        Some('\0'..='\u{10FF}') | None => false,
        _ => width(cluster, Ambiguous::Narrow) == 2,
    }
}

/// Says whether a cluster is a letter or a digit of a script written with blanks between words.
fn is_latin(cluster: Option<&str>) -> bool {
    cluster.is_some_and(|it| it.starts_with(|it: char| it < '\u{1100}' && it.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counting_on_is_counting_anew(
            left in "[a-c0 \n学，。“”…é·\u{301}👨\u{200D}👩𠮷-]{0,12}",
            removed in "[a-c0 \n学，。“”…é·\u{301}👨\u{200D}👩𠮷-]{0,6}",
            inserted in "[a-c0 \n学，。“”…é·\u{301}👨\u{200D}👩𠮷-]{0,6}",
            right in "[a-c0 \n学，。“”…é·\u{301}👨\u{200D}👩𠮷-]{0,12}",
        ) {
            let mut counted = count(&[left.as_str(), &removed, &right].concat());
            let after = [left.as_str(), &inserted, &right].concat();
            recount(&mut counted, &after, left.len(), &removed, inserted.len());
            prop_assert_eq!(counted, count(&after));
        }
    }

    /// Every plain sign, and every pair of some, counts the same with and without a look for clusters.
    #[test]
    fn plain_signs_count_as_clusters_do() {
        let both = |line: &str| {
            let mut clusters = Count::default();
            count_clusters(&mut clusters, line);
            assert_eq!(count_signs(line), Some(clusters), "{line:?}");
        };
        let is_plain = |it: &char| stands_for_itself(*it) || n_ideographs(&it.to_string()) == 1;
        for sign in ('\0'..=char::MAX).filter(is_plain) {
            for line in [
                format!("{sign}"),
                format!("a{sign}b{sign}{sign}"),
                format!("学{sign}1{sign}习"),
            ] {
                both(&line);
            }
        }
        let some = [
            '学', 'a', '1', '-', ' ', '\t', '，', '　', '々', '“', '’', '·', '—', '…', 'Ａ', '〇',
        ];
        for (one, two) in some
            .iter()
            .flat_map(|it| some.iter().map(move |two| (it, two)))
        {
            for three in some {
                both(&[*one, *two, three, *one].iter().collect::<String>());
            }
        }
    }

    #[test]
    fn a_text_is_counted_three_ways() {
        let check = |text: &str, marks: usize, without_punctuation: usize, as_word: usize| {
            let expected = Count {
                marks,
                without_punctuation,
                as_word,
            };
            assert_eq!(count(text), expected, "{text:?}");
        };
        check("", 0, 0, 0);
        check(" \n\u{3000}", 0, 0, 0);
        check("对照检查。", 5, 4, 5);
        check("“四风”问题", 6, 4, 6);
        check("2035年", 5, 5, 2);
        check("don’t stop, now", 13, 11, 3);
        check("共1,240字", 7, 6, 3);
        check("等等……", 4, 2, 4);
        check("①查摆 Type—A", 9, 8, 4);
        check("(一)学习", 5, 3, 5);
        check("𠮷👨‍👩‍👧", 6, 1, 2);
    }

    #[test]
    fn the_seed_has_its_known_length() {
        let count = count(super::super::samples::SEED);
        assert_eq!(count.marks, 6448);
        assert_eq!(
            super::super::samples::SEED
                .chars()
                .filter(|it| matches!(it, '一'..='\u{9FFF}'))
                .count(),
            5724
        );
    }
}

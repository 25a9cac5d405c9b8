//! Pinyin in brackets behind Han characters, as web pages add it: `風(fēng)`. Leaves every other bracket alone.

use std::ops::Range;

use super::letters::is_han;
use super::syllables::{Reading, reading};

/// More between brackets is no pinyin, in bytes.
const LONGEST: usize = 60;
/// With so many syllables that have tones, those without are believed too.
const TONED: usize = 3;
/// Without tones so many syllables must occur, and that many different ones.
const PLAIN: usize = 6;
const DIFFERENT: usize = 4;

/// A bracket with Latin letters behind a Han character.
struct Group<'a> {
    range: Range<usize>,
    word: &'a str,
    reading: Reading,
}

/// Takes pinyin in brackets out. Returns how many brackets went.
///
/// A syllable with its tone is taken for pinyin wherever it stands behind a Han character, several only behind as
/// many. One without a tone could be a word (`大会(men)`): it goes only among others, see [`believes_plain`].
pub(super) fn stripped(text: &str) -> (String, usize) {
    let mut groups = groups(text);
    let believes_plain = believes_plain(&groups);
    groups.retain(|it| match it.reading {
        Reading::Toned(_) => true,
        Reading::Plain => believes_plain,
        Reading::Foreign => false,
    });
    let mut stripped = String::with_capacity(text.len());
    let mut rest = 0;
    for Group { range, .. } in &groups {
        stripped.push_str(text.get(rest..range.start).unwrap_or_default());
        rest = range.end;
    }
    stripped.push_str(text.get(rest..).unwrap_or_default());
    (stripped, groups.len())
}

/// Tells whether syllables without tones are pinyin here: among some with tones, or if they are many, different,
/// and no bracket holds another Latin word.
fn believes_plain(groups: &[Group<'_>]) -> bool {
    let n_toned = (groups.iter())
        .filter(|it| matches!(it.reading, Reading::Toned(_)))
        .count();
    let mut plain: Vec<&str> = (groups.iter())
        .filter(|it| it.reading == Reading::Plain)
        .map(|it| it.word)
        .collect();
    let n_plain = plain.len();
    plain.sort_unstable();
    plain.dedup();
    let has_foreign = groups.iter().any(|it| it.reading == Reading::Foreign);
    n_toned >= TONED || (n_plain >= PLAIN && plain.len() >= DIFFERENT && !has_foreign)
}

fn groups(text: &str) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut n_han = 0;
    let mut inside = 0;
    for (at, sign) in text.char_indices() {
        if at < inside {
            continue;
        }
        let closing = match sign {
            '(' | '（' if n_han > 0 => [')', '）'],
            it => {
                n_han = if is_han(it) { n_han + 1 } else { 0 };
                continue;
            }
        };
        let behind = text.get(at + sign.len_utf8()..).unwrap_or_default();
        match group(behind, closing, n_han) {
            Some((length, word, reading)) => {
                let end = at + sign.len_utf8() + length;
                groups.push(Group {
                    range: at..end,
                    word,
                    reading,
                });
                inside = end;
            }
            None => n_han = 0,
        }
    }
    groups
}

/// Reads what stands behind an opening bracket. Returns the bytes to behind the closing one, the word and its reading.
fn group(behind: &str, closing: [char; 2], n_han: usize) -> Option<(usize, &str, Reading)> {
    let end = (behind.char_indices())
        .take_while(|(at, it)| *at <= LONGEST && *it != '\n')
        .find(|(_, it)| closing.contains(it))?;
    let word = behind.get(..end.0)?.trim_matches(' ');
    if word.is_empty() {
        return None;
    }
    let reading = match reading(word)? {
        Reading::Toned(n) if n > n_han => Reading::Foreign,
        other => other,
    };
    Some((end.0 + end.1.len_utf8(), word, reading))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_goes() {
        for (text, left, n) in [
            ("政治作風(fēng)建設", "政治作風建設", 1),
            ("学（xué）习（xí）不够", "学习不够", 2),
            ("中國(zhōngguó)人", "中國人", 1),
            ("學( xué )習", "學習", 1),
            // Those without a tone among others with one.
            ("我(wǒ)們(men)的(de)黨(dǎng)組(zǔ)", "我們的黨組", 5),
            (
                "學(xue)習(xi)不(bu)夠(gou)深(shen)入(ru)",
                "學習不夠深入",
                6,
            ),
        ] {
            assert_eq!(stripped(text), (left.to_owned(), n));
        }
    }

    #[test]
    fn words_in_brackets_stay() {
        for text in [
            "党委(党组)和计划(plan)",
            "简历(résumé)、咖啡(café)",
            "大会(men)和文件(bin)",
            "他(he)、她(she)、我(me)、人(men)、歌(song)、长(long)、考核指标(KPI)",
            "选项(a)、选项(b)、选项(c)、选项(d)、选项(e)、选项(o)",
            "大(da)大(da)大(da)大(da)大(da)大(da)大(da)",
            "plan(jì)",
            "a(xue)b(xi)c(bu)d(gou)e(shen)f(ru)",
            "学(xué",
            "学(\nxué)",
            "学()习",
            "学(xuéxí)",
        ] {
            assert_eq!(stripped(text), (text.to_owned(), 0));
        }
    }

    #[test]
    fn a_bracket_never_closed_costs_no_time() {
        let text = "学(".repeat(50_000);
        assert_eq!(stripped(&text).1, 0);
    }
}

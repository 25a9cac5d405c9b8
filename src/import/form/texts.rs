//! The texts of a file that holds several. Does not read any of them.

use std::ops::Range;

use super::fold::folded;
use super::ordinal::{Style, lex};
use super::roles::ends_like_title;
use crate::import::{Line, Manuscript};

/// The longest title, in characters.
const LONGEST: usize = 60;

/// A text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextAt {
    /// Its title as it stands there; empty if it has none.
    pub title: String,
    /// Its lines, by their place in [`Manuscript::lines`].
    pub lines: Range<usize>,
}

/// Returns the texts of a file, at least one. Together they hold every line; what stands before the first title
/// belongs to the first.
///
/// A file holds several if their titles count them (`篇一`, `第二篇`, `范文3`), or if the sections begin anew below
/// another title.
pub fn texts(manuscript: &Manuscript) -> Vec<TextAt> {
    let lines = &manuscript.lines;
    let shadows: Vec<String> = lines.iter().map(|it| folded(it.text.trim())).collect();
    let counted = counted(&shadows);
    let starts = if counted.len() > 1 {
        counted
    } else {
        begun_anew(&shadows)
    };
    if starts.len() < 2 {
        return vec![TextAt {
            title: title(lines, 0..lines.len()),
            lines: 0..lines.len(),
        }];
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let mut texts: Vec<TextAt> = (starts.iter().zip(ends))
        .map(|(from, to)| TextAt {
            title: title(lines, *from..to),
            lines: *from..to,
        })
        .collect();
    if let Some(first) = texts.first_mut() {
        first.lines.start = 0;
    }
    texts
}

/// Returns the lines whose titles count them, from the first.
fn counted(shadows: &[String]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut last = 0;
    for (idx, line) in shadows.iter().enumerate() {
        if let Some(number) = count_of(line).filter(|it| *it == last + 1) {
            starts.push(idx);
            last = number;
        }
    }
    starts
}

/// Returns the number a title counts itself by: `篇一：…`, `第2篇`, `【范文三】`, `…材料（篇四）`.
fn count_of(line: &str) -> Option<u32> {
    if line.is_empty() || line.chars().take(LONGEST + 1).count() > LONGEST || line.ends_with('。')
    {
        return None;
    }
    let bare = line.trim_start_matches(['【', '[', '（', '(', '★', '●', '■', ' ']);
    if let Some(rest) = bare.strip_prefix('第') {
        let (number, len) = number(rest)?;
        return rest.get(len..)?.starts_with('篇').then_some(number);
    }
    for word in ["篇", "范文"] {
        if let Some(rest) = bare.strip_prefix(word) {
            let (number, len) = number(rest)?;
            let after = rest.get(len..)?.chars().next();
            let is_parted = after.is_none_or(|it| !it.is_alphanumeric());
            return is_parted.then_some(number);
        }
    }
    let inner = line.trim_end_matches(['】', ']', '）', ')', ' ']);
    let (_, rest) = inner.rsplit_once('篇')?;
    let (number, len) = number(rest)?;
    (len == rest.len()).then_some(number)
}

/// Reads a number in Han numerals or digits, and its bytes.
fn number(text: &str) -> Option<(u32, usize)> {
    let len = text.find(|it: char| !it.is_ascii_digit() && !"一二三四五六七八九十".contains(it));
    let len = len.unwrap_or(text.len());
    // The grammar of ordinals knows numbers; a mark makes one of this.
    let ordinal = lex(&format!("{}、", text.get(..len)?))?;
    let is_whole = ordinal.len == len + '、'.len_utf8();
    is_whole.then_some((ordinal.number, len))
}

/// Returns the lines that are a title with sections counted from one below it.
fn begun_anew(shadows: &[String]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut title = None;
    let mut last = 0;
    for (idx, line) in shadows.iter().enumerate() {
        match lex(line).filter(|it| it.style == Style::HanComma) {
            Some(ordinal) if ordinal.number == 1 && (last > 1 || starts.is_empty()) => {
                starts.extend(title.take().or((starts.is_empty()).then_some(0)));
                last = 1;
            }
            Some(ordinal) => last = ordinal.number,
            None if is_title(line) => title = title.or(Some(idx)),
            None => {}
        }
        // What stood before the sections of a text is not the title of the next.
        if last == 1 {
            title = None;
        }
    }
    starts
}

fn is_title(line: &str) -> bool {
    let is_short = !line.is_empty() && line.chars().take(LONGEST + 1).count() <= LONGEST;
    is_short && !line.contains(['。', '，', '；']) && ends_like_title(line)
}

/// Returns the title of a text: its first line, or the second where the first only counts.
fn title(lines: &[Line], range: Range<usize>) -> String {
    let mut words = (lines.get(range).unwrap_or_default().iter())
        .map(|it| it.text.trim())
        .filter(|it| !it.is_empty());
    let first = words.next().unwrap_or_default();
    let only_counts = count_of(&folded(first)).is_some() && first.chars().count() <= 6;
    let title = if only_counts {
        words.next().unwrap_or(first)
    } else {
        first
    };
    title.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, titles: &[(&str, usize)]) {
        let lines = text.lines().enumerate().map(|(idx, text)| Line {
            number: idx + 1,
            text: text.to_owned(),
            ..Line::default()
        });
        let manuscript = Manuscript {
            lines: lines.collect(),
            ..Manuscript::default()
        };
        let texts = texts(&manuscript);
        let read: Vec<(&str, usize)> = (texts.iter())
            .map(|it| (it.title.as_str(), it.lines.start))
            .collect();
        assert_eq!(read, titles);
        // Every line belongs to one of them.
        let mut at = 0;
        for it in &texts {
            assert_eq!(it.lines.start, at);
            at = it.lines.end;
        }
        assert_eq!(at, manuscript.lines.len());
    }

    #[test]
    fn titles_that_count_part_a_file() {
        check(
            "范文大全\n篇一：教师自查报告\n一、问题\n篇二：党员剖析材料\n一、问题\n二、原因",
            &[("篇一：教师自查报告", 0), ("篇二：党员剖析材料", 3)],
        );
        check(
            "第1篇\n甲的材料\n正文\n第2篇\n乙的材料\n正文",
            &[("甲的材料", 0), ("乙的材料", 3)],
        );
        check(
            "个人剖析材料（篇一）\n正文。\n\n个人剖析材料（篇二）\n正文。\n个人剖析材料（篇三）\n正文。",
            &[
                ("个人剖析材料（篇一）", 0),
                ("个人剖析材料（篇二）", 3),
                ("个人剖析材料（篇三）", 5),
            ],
        );
    }

    #[test]
    fn sections_that_begin_anew_below_a_title_are_another_text() {
        check(
            "张三对照检查材料\n一、问题\n二、原因\n李四对照检查材料\n开头。\n一、问题\n二、原因",
            &[("张三对照检查材料", 0), ("李四对照检查材料", 3)],
        );
    }

    #[test]
    fn one_text_is_one() {
        check("材料\n一、问题\n二、原因\n三、措施", &[("材料", 0)]);
        check("一、甲\n一、乙\n二、丙\n一、丁\n二、戊", &[("一、甲", 0)]);
        check("这是篇一文章。\n篇幅不长。", &[("这是篇一文章。", 0)]);
        check("剖析材料\n剖析材料\n一、问题\n二、原因", &[("剖析材料", 0)]);
        check("", &[("", 0)]);
    }
}

//! The list of dimensions in a notice: every list that could be it, the likeliest first.

use super::numbers;
use super::ordinals::{self, Ordinal};

/// A list that could be the dimensions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its items.
    pub(super) items: Vec<Item>,
    /// The number of dimensions that the notice names with it.
    pub(super) said: Option<usize>,
    score: i32,
}

/// A dimension as the notice has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The line, from 1.
    pub(super) line: usize,
    /// Its title.
    pub(super) title: String,
    /// What else is said about it, as far as it fits a line.
    pub(super) guide: String,
}

/// No title is longer than this, in characters: what is longer is no title.
const LONGEST_TITLE: usize = 140;
/// A guide fits a row of 76 columns.
const LONGEST_GUIDE: usize = 38;
/// More dimensions than this no notice has.
const MOST: usize = 20;
/// A list that scores less is no list of dimensions.
const LIKELY: i32 = 3;

/// What is said where the dimensions are said.
const ABOUT_DIMENSIONS: &[&str] = &[
    "查摆",
    "对照检查",
    "方面",
    "围绕",
    "带头",
    "剖析",
    "检视",
    "对照",
    "重点",
];
/// What is said where something is organised.
const ABOUT_PROCEDURE: &[&str] = &[
    "时间",
    "地点",
    "参加",
    "召开",
    "报送",
    "上报",
    "会前",
    "会后",
    "谈心",
    "学习研讨",
    "加强组织",
    "高度重视",
    "审核",
    "通报",
    "征求意见",
    "请各",
    "主持",
    "发言",
    "字数",
    "测评",
    "互评",
    "材料要",
    "听取",
    "点评",
    "请假",
    "联系人",
];
/// What is said where the parts of a report are said.
const ABOUT_PARTS: &[&str] = &[
    "整改情况",
    "落实情况",
    "原因",
    "措施",
    "努力方向",
    "案例",
    "存在的问题",
    "存在的主要问题",
];

/// Returns every list that could be the dimensions, the likeliest first. Lists inside the first are left out.
pub(super) fn dimensions(lines: &[(usize, String)]) -> Vec<Found> {
    let signs: Vec<Vec<char>> = lines.iter().map(|(_, it)| it.chars().collect()).collect();
    let mut found = numbered(lines, &signs);
    for (idx, (n, text)) in lines.iter().enumerate() {
        found.extend(led(*n, text, &context(lines, idx)));
        found.extend(counted(*n, text, &context(lines, idx)));
    }
    found.retain(|it| it.score >= LIKELY && it.items.len() <= MOST);
    found.sort_by_key(|it| std::cmp::Reverse(it.score));
    let mut kept: Vec<Found> = Vec::new();
    for it in found {
        if kept.iter().all(|other| !overlaps(other, &it)) {
            kept.push(it);
        }
    }
    kept
}

fn overlaps(one: &Found, other: &Found) -> bool {
    let span = |it: &Found| {
        let lines = it.items.iter().map(|it| it.line);
        (lines.clone().min(), lines.max())
    };
    let (one, other) = (span(one), span(other));
    one.0 <= other.1 && other.0 <= one.1
}

/// The line itself and the one before it: where a list is announced.
fn context(lines: &[(usize, String)], idx: usize) -> String {
    let before = idx.checked_sub(1).and_then(|it| lines.get(it));
    let here = lines.get(idx);
    before
        .into_iter()
        .chain(here)
        .map(|(_, it)| it.as_str())
        .collect()
}

// ---- 一是…；二是…, （一）…, 1.…

fn numbered(lines: &[(usize, String)], signs: &[Vec<char>]) -> Vec<Found> {
    let all = ordinals::ordinals(signs);
    ordinals::chains(&all)
        .into_iter()
        .filter_map(|chain| {
            let first = *chain.first()?;
            let head = head_of(lines, signs, first);
            let texts: Vec<(usize, String)> = chain
                .iter()
                .enumerate()
                .map(|(idx, it)| (*it, chain.get(idx + 1).copied()))
                .map(|(it, next)| (line_number(lines, it.line), words_of(signs, it, next)))
                .collect();
            rated(&texts, &head, &head)
        })
        .collect()
}

fn line_number(lines: &[(usize, String)], idx: usize) -> usize {
    lines.get(idx).map_or(0, |(n, _)| *n)
}

/// What stands before the first ordinal: on its line, or the line before.
fn head_of(lines: &[(usize, String)], signs: &[Vec<char>], first: Ordinal) -> String {
    let here: String = signs
        .get(first.line)
        .and_then(|it| it.get(..first.at))
        .into_iter()
        .flatten()
        .collect();
    if here.chars().count() > 4 {
        return here;
    }
    let before = first.line.checked_sub(1).and_then(|it| lines.get(it));
    before.map(|(_, it)| it.clone()).unwrap_or_default() + &here
}

/// The words of an item: to the next ordinal on its line, else to the end of the line.
fn words_of(signs: &[Vec<char>], it: Ordinal, next: Option<Ordinal>) -> String {
    let Some(line) = signs.get(it.line) else {
        return String::new();
    };
    let end = next
        .filter(|next| next.line == it.line)
        .map_or(line.len(), |next| next.at);
    line.get(it.words..end).into_iter().flatten().collect()
}

// ---- 带头…，带头…

fn led(line: usize, text: &str, context: &str) -> Vec<Found> {
    ["带头", "对照"]
        .into_iter()
        .filter_map(|word| {
            let stretch = stretch_of(text, word)?;
            let mut starts: Vec<usize> = stretch
                .match_indices(word)
                .filter(|(at, _)| {
                    let before = stretch.get(..*at).and_then(|it| it.chars().next_back());
                    before.is_none_or(|it| "，、；：“”\"‘’ 绕在从照（和及与".contains(it))
                })
                .map(|(at, _)| at)
                .collect();
            if word == "对照" {
                // 对照检查 is what is done, not what is looked at.
                starts.retain(|it| {
                    !stretch
                        .get(*it..)
                        .is_some_and(|it| it.starts_with("对照检查"))
                });
            }
            if starts.len() < 2 {
                return None;
            }
            let mut texts = Vec::new();
            for (idx, start) in starts.iter().enumerate() {
                let end = starts.get(idx + 1).copied().unwrap_or(stretch.len());
                let words = stretch.get(*start..end)?;
                texts.push((line, words.to_owned()));
            }
            if let Some((_, last)) = texts.last_mut() {
                *last = without_count(last).to_owned();
            }
            rated(&texts, context, text)
        })
        .collect()
}

/// The sentence in which a word stands more than once.
fn stretch_of<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.split('。').find(|it| it.matches(word).count() > 1)
}

/// Cuts off `等五个方面…` behind the last item.
fn without_count(text: &str) -> &str {
    let cut = counts_in(text).first().map_or(text.len(), |(at, _, _)| *at);
    text.get(..cut)
        .unwrap_or(text)
        .trim_end_matches(['等', '这', '”', '"', ' ', '，', '、', '；'])
}

// ---- 从…、…、…等六个方面; 以下六个方面：…；…；…

fn counted(line: usize, text: &str, context: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in text.split('。') {
        let Some((at, said, end)) = counts_in(sentence).into_iter().next() else {
            continue;
        };
        let before = sentence
            .get(..at)
            .unwrap_or_default()
            .trim_end_matches('等');
        // The nearest of the leading words behind which there are as many items as are named.
        let mut leads: Vec<usize> = ["围绕", "紧扣", "聚焦", "对照", "从", "就", "针对", "在"]
            .into_iter()
            .flat_map(|it| before.match_indices(it).map(move |(at, _)| at + it.len()))
            .collect();
        leads.sort_unstable();
        found.extend(
            leads.into_iter().rev().find_map(|lead| {
                split(line, before.get(lead..).unwrap_or_default(), said, context)
            }),
        );
        let behind = sentence.get(end..).unwrap_or_default();
        if let Some((_, list)) = behind.split_once(['：', ':']) {
            found.extend(split(line, list, said, context));
        }
    }
    found
}

/// Splits a stretch into as many items as the notice names.
fn split(line: usize, stretch: &str, said: usize, context: &str) -> Option<Found> {
    let quoted: Vec<&str> = stretch
        .split('“')
        .skip(1)
        .filter_map(|it| it.split_once('”').map(|(it, _)| it))
        .collect();
    let plain = |sign: char| -> Vec<&str> {
        stretch
            .trim_matches(['“', '”', '"'])
            .split(sign)
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect()
    };
    let ways = [plain('；'), quoted, plain('、'), plain('，')];
    let items = ways.into_iter().find(|it| it.len() == said && said > 1)?;
    let texts: Vec<(usize, String)> = items.iter().map(|it| (line, (*it).to_owned())).collect();
    rated(&texts, context, context)
}

/// Finds every `五个方面`, `6方面`, `四个带头`: where it begins, the number, where it ends, in bytes.
fn counts_in(text: &str) -> Vec<(usize, usize, usize)> {
    let words = ["方面", "带头", "对照", "重点"];
    let mut counts: Vec<(usize, usize, usize)> = words
        .into_iter()
        .flat_map(|word| text.match_indices(word).map(move |(at, _)| (at, word)))
        .filter_map(|(at, word)| {
            let before = text.get(..at)?;
            let before = before.strip_suffix('个').unwrap_or(before);
            let begins = before
                .char_indices()
                .rev()
                .take_while(|(_, it)| numbers::is_of_number(*it) && !",，.".contains(*it))
                .last()
                .map(|(at, _)| at)?;
            let value = numbers::number(before.get(begins..)?)?;
            let value = usize::try_from(value)
                .ok()
                .filter(|it| (2..=MOST).contains(it))?;
            Some((begins, value, at + word.len()))
        })
        .collect();
    counts.sort_unstable();
    counts
}

// ---- How likely a list is the dimensions.

fn rated(texts: &[(usize, String)], head: &str, counted_in: &str) -> Option<Found> {
    let n_items = i32::try_from(texts.len()).ok()?;
    let share = |words: &[&str], of: fn(&str) -> &str| {
        let n = texts
            .iter()
            .filter(|(_, it)| words.iter().any(|word| of(it).contains(word)))
            .count();
        i32::try_from(n).unwrap_or(0) * 10 / n_items.max(1)
    };
    let mut items: Vec<Item> = Vec::new();
    for (line, text) in texts {
        let (title, guide) = title_and_guide(text)?;
        if items.iter().any(|it| it.title == title) {
            return None;
        }
        items.push(Item {
            line: *line,
            title,
            guide,
        });
    }
    let shaped = items
        .iter()
        .filter(|it| {
            it.title.ends_with("方面")
                || it.title.starts_with("带头")
                || it.title.starts_with("对照")
                || it.title.starts_with("在")
        })
        .count();
    let counts: Vec<usize> = counts_in(counted_in)
        .into_iter()
        .map(|(_, it, _)| it)
        .collect();
    let differs = counts.iter().copied().find(|it| *it != items.len());
    let said = differs.or_else(|| counts.first().copied());
    let mut score = 0;
    if shaped * 2 > items.len() {
        score += 4;
    }
    if ABOUT_DIMENSIONS.iter().any(|it| head.contains(it)) {
        score += 3;
    }
    if counts.contains(&items.len()) {
        score += 4;
    } else if !counts.is_empty() {
        score -= 1;
    }
    // The report of a person follows the list for persons.
    let is_of_committee = ["领导班子", "支部班子", "支委会"]
        .iter()
        .any(|it| head.contains(it));
    let is_of_person = ["个人", "成员", "党员"].iter().any(|it| head.contains(it));
    if is_of_committee && !is_of_person {
        score -= 2;
    }
    if share(ABOUT_PROCEDURE, first_words) >= 4 {
        score -= 6;
    }
    if share(ABOUT_PARTS, first_words) >= 4 {
        score -= 5;
    }
    Some(Found { items, said, score })
}

/// What an item begins with: its title is judged by that, not by all that is said about it.
fn first_words(text: &str) -> &str {
    let end = text.char_indices().nth(24).map_or(text.len(), |(at, _)| at);
    let text = text.get(..end).unwrap_or(text);
    text.split(['。', '；', '：']).next().unwrap_or(text)
}

/// Returns the title and what is said behind it; `None` if this is no title.
fn title_and_guide(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let mut end = text
        .char_indices()
        .find(|(_, it)| "。；：:;".contains(*it))
        .map_or(text.len(), |(at, _)| at);
    for mark in [
        "，重点",
        "，主要",
        "，看",
        "，是否",
        "，着重",
        "，查摆",
        "，有没有",
        "，检视",
        "，深入",
        "，认真",
        "，结合",
        "（重点",
        "（主要",
        "(重点",
    ] {
        if let Some(at) = text.get(..end).and_then(|it| it.find(mark)) {
            end = end.min(at);
        }
    }
    let mut title = text.get(..end)?;
    // 围绕、重点查摆 and the like say what is done with it.
    for verb in [
        "要", "着重", "重点", "认真", "深入", "主要", "查摆", "检视", "围绕", "看",
    ] {
        title = title.trim_start();
        if let Some(rest) = title.strip_prefix(verb).filter(|it| it.chars().count() > 3) {
            title = rest;
        }
    }
    for tail in ["存在的问题", "存在的差距", "的问题", "的差距", "的突出问题"]
    {
        if let Some(rest) = title.strip_suffix(tail).filter(|it| it.ends_with("方面")) {
            title = rest;
        }
    }
    let is_of_margin = |it: char| it.is_whitespace() || "，、；.．".contains(it);
    let title = unquoted(title.trim_matches(is_of_margin)).trim_matches(is_of_margin);
    let n_signs = title.chars().count();
    if !(2..=LONGEST_TITLE).contains(&n_signs) {
        return None;
    }
    let rest = text.get(end..).unwrap_or_default();
    Some((title.to_owned(), guide(rest)))
}

/// Takes off quotation marks that enclose the whole, or that have lost their other half.
fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix('“').and_then(|it| it.strip_suffix('”'));
    if let Some(inner) = inner.filter(|it| !it.contains(['“', '”'])) {
        return inner;
    }
    let (opened, closed) = (text.matches('“').count(), text.matches('”').count());
    match opened.cmp(&closed) {
        std::cmp::Ordering::Greater => text.strip_prefix('“').unwrap_or(text),
        std::cmp::Ordering::Less => text.strip_suffix('”').unwrap_or(text),
        std::cmp::Ordering::Equal => text,
    }
}

/// Returns as many whole clauses as fit one row.
fn guide(rest: &str) -> String {
    let rest = rest.trim_start_matches(['，', '：', ':', '。', '；', '（', '(', ' ']);
    let rest = rest.trim_end_matches(['）', ')', '；', ' ', '，', '、']);
    let mut guide = String::new();
    for clause in rest.split_inclusive(['，', '；', '。', '、']) {
        if guide.chars().count() + clause.chars().count() > LONGEST_GUIDE {
            break;
        }
        guide.push_str(clause);
    }
    guide
        .trim_end_matches(['，', '；', '、', '。'])
        .trim()
        .to_owned()
}

//! Year, occasion, length and required parts of a notice, each found by its words.

use super::numbers;
use super::reading::{Part, Read, What};
use crate::template::model::Length;

type Lines = [(usize, String)];

/// What the occasion is called, the first found counts.
const OCCASIONS: &[&str] = &["民主生活会", "组织生活会", "民主评议", "述职"];

/// What the report is called, the longer names before those they hold.
const REPORTS: &[&str] = &[
    "个人对照检查材料",
    "个人检视剖析材料",
    "个人自我剖析材料",
    "个人剖析材料",
    "对照检查材料",
    "检视剖析材料",
    "自我剖析材料",
    "剖析材料",
    "对照检查发言提纲",
    "个人发言提纲",
    "发言提纲",
    "述职报告",
    "个人自评材料",
    "自评材料",
];

/// Returns the year the report is about: the first `年度`, else the first year beside the occasion.
pub(super) fn year(lines: &Lines) -> Option<(usize, u16)> {
    let in_line = |text: &str, mark: &str| -> Option<u16> {
        text.match_indices(mark).find_map(|(at, _)| {
            let before: Vec<char> = text.get(..at)?.chars().collect();
            let from = before.len().checked_sub(4)?;
            numbers::year(before.get(from..)?)
        })
    };
    let first = |mark: &str, must: &dyn Fn(&str) -> bool| {
        lines
            .iter()
            .filter(|(_, it)| must(it))
            .find_map(|(n, it)| Some((*n, in_line(it, mark)?)))
    };
    let has_occasion = |it: &str| OCCASIONS.iter().any(|word| it.contains(word));
    let is_of_last_year = |it: &str| it.contains("上年度") || it.contains("上一年度");
    first("年度", &|it| has_occasion(it) && !is_of_last_year(it))
        .or_else(|| first("年度", &|it| !is_of_last_year(it)))
        .or_else(|| first("年", &has_occasion))
}

/// Returns the occasion: the first that is named.
pub(super) fn occasion(lines: &Lines) -> Option<(usize, &'static str)> {
    lines.iter().find_map(|(n, text)| {
        let named = OCCASIONS
            .iter()
            .filter_map(|it| Some((text.find(it)?, *it)))
            .min();
        named.map(|(_, it)| (*n, it))
    })
}

/// Returns what the report is called.
pub(super) fn kind_of_report(lines: &Lines) -> Option<(usize, &'static str)> {
    // Where the committee's report is named too, that of a person is meant.
    let first = |is_wanted: &dyn Fn(&str) -> bool| {
        lines.iter().find_map(|(n, text)| {
            let mut wanted = REPORTS.iter().filter(|it| is_wanted(it));
            wanted.find(|it| text.contains(**it)).map(|it| (*n, *it))
        })
    };
    first(&|it| it.starts_with("个人")).or_else(|| first(&|_| true))
}

// ---- Lengths.

/// A bound on the length, as one sentence gives it.
#[derive(Clone, Copy, Debug, Default)]
struct Bounds {
    min: Option<u32>,
    max: Option<u32>,
    about: Option<u32>,
}

/// Returns the lengths named, that of the report itself first.
pub(super) fn lengths(lines: &Lines) -> Vec<Read> {
    let mut found: Vec<(bool, Read)> = Vec::new();
    for (n, text) in lines {
        for sentence in text.split(['。', '；']) {
            let bounds = bounds_in(sentence);
            let what = if bounds.min.is_some() || bounds.max.is_some() {
                if let (Some(min), Some(max)) = (bounds.min, bounds.max)
                    && min > max
                {
                    continue;
                }
                What::Length(Length {
                    min: bounds.min,
                    max: bounds.max,
                })
            } else if let Some(about) = bounds.about {
                What::About(about)
            } else {
                continue;
            };
            let is_of_report = ["材料", "提纲", "剖析", "对照检查", "自评", "述职", "个人"]
                .iter()
                .any(|it| sentence.contains(it));
            let is_of_other = ["情况报告", "总结", "记录", "信息", "汇报"]
                .iter()
                .any(|it| sentence.contains(it));
            found.push((is_of_report && !is_of_other, Read { line: *n, what }));
        }
    }
    found.sort_by_key(|(is_of_report, _)| !is_of_report);
    found.into_iter().map(|(_, it)| it).collect()
}

/// Reads `2500-3500字`, `不少于3000字`, `控制在4000字以内`, `3000字左右` in a sentence.
fn bounds_in(sentence: &str) -> Bounds {
    let mut bounds = Bounds::default();
    let signs: Vec<char> = sentence.chars().collect();
    for (at, _) in signs.iter().enumerate().filter(|(_, it)| **it == '字') {
        let Some((high, start)) = number_before(&signs, at) else {
            continue;
        };
        let behind: String = signs.iter().skip(at + 1).take(4).collect();
        let is_most = ["以内", "之内", "以下", "内"]
            .iter()
            .any(|it| behind.starts_with(it));
        let is_least = behind.starts_with("以上");
        if let Some(low) = low_before(&signs, start) {
            bounds.min.get_or_insert(low);
            bounds.max.get_or_insert(high);
            continue;
        }
        let before: String = signs
            .get(start.saturating_sub(10)..start)
            .into_iter()
            .flatten()
            .collect();
        // Only the words nearest to the number count: 不少于2000字、不超过3000字.
        let nearest = before
            .rsplit(['、', '，', ',', '字'])
            .next()
            .unwrap_or_default();
        let says = |words: &[&str]| words.iter().any(|it| nearest.contains(it));
        if is_least
            || says(&[
                "不少于",
                "不低于",
                "不得少于",
                "不得低于",
                "至少",
                "最少",
                "起码",
            ])
        {
            bounds.min.get_or_insert(high);
        } else if is_most
            || says(&[
                "不超过",
                "不多于",
                "不得超过",
                "不超",
                "最多",
                "不宜超过",
                "控制在",
            ]) && !behind.starts_with("左右")
        {
            bounds.max.get_or_insert(high);
        } else {
            bounds.about.get_or_insert(high);
        }
    }
    bounds
}

/// Returns the number right before a place and where it begins; too small ones count nothing of a report.
fn number_before(signs: &[char], at: usize) -> Option<(u32, usize)> {
    let n = signs
        .get(..at)?
        .iter()
        .rev()
        .take_while(|it| numbers::is_of_number(**it))
        .count();
    let text: String = signs.get(at - n..at)?.iter().collect();
    let text = text.trim_start_matches([',', '，', '.']);
    let start = at - text.chars().count();
    let value = numbers::number(text).filter(|it| (100..=100_000).contains(it))?;
    Some((value, start))
}

/// Returns the lower number of a range that ends at this place.
fn low_before(signs: &[char], start: usize) -> Option<u32> {
    let n = signs
        .get(..start)?
        .iter()
        .rev()
        .take_while(|it| "-－—–~～至到 ".contains(**it))
        .count();
    if n == 0 {
        return None;
    }
    let end = start - n;
    let end = if signs.get(end.checked_sub(1)?) == Some(&'字') {
        end - 1
    } else {
        end
    };
    number_before(signs, end).map(|(value, _)| value)
}

// ---- Parts.

/// Returns the parts the notice asks for, each where it is first named. What is a dimension is no part.
pub(super) fn parts(lines: &Lines, dimensions: &[&str]) -> Vec<Read> {
    let mut found = Vec::new();
    for part in Part::ALL {
        let named = lines.iter().find_map(|(n, text)| {
            // What is said in a dimension is not asked for as a part.
            let text = dimensions
                .iter()
                .fold(text.clone(), |text, title| text.replace(title, ""));
            text.split(['。', '；'])
                .find(|it| asks_for(part, it))
                .map(|it| (*n, heading(part, it)))
        });
        if let Some((line, title)) = named {
            found.push(Read {
                line,
                what: What::Part(part, title),
            });
        }
    }
    found
}

fn asks_for(part: Part, sentence: &str) -> bool {
    let any = |words: &[&str]| words.iter().any(|it| sentence.contains(it));
    match part {
        Part::FollowUp => {
            any(&["上年度", "上一年度", "上次", "上一次", "去年", "上年"])
                && any(&["整改", "落实情况"])
        }
        Part::Case => any(&[
            "典型案例",
            "反面典型",
            "案例剖析",
            "案例分析",
            "违纪违法案例",
        ]),
        Part::Statement => {
            any(&[
                "个人有关事项",
                "个人事项",
                "需要说明的",
                "说明有关情况",
                "作出说明",
                "做出说明",
            ]) || any(&["函询", "约谈"]) && any(&["说明"])
        }
        Part::Causes => {
            any(&["原因", "根源"])
                && any(&["剖析", "分析", "查找", "挖", "产生", "写明", "写清", "找准"])
        }
        // 上年度整改措施落实情况 is no promise for the coming year.
        Part::Measures => sentence.split('，').any(|clause| {
            let words = [
                "整改措施",
                "改进措施",
                "努力方向",
                "整改方向",
                "今后打算",
                "整改思路",
                "改进方向",
            ];
            words.iter().any(|it| clause.contains(it)) && !asks_for(Part::FollowUp, clause)
        }),
    }
}

/// Returns the heading a notice gives a part: the piece of a list that names it, if it is short and nothing else.
fn heading(part: Part, sentence: &str) -> Option<String> {
    let piece = sentence
        .split(['，', '：', '、', ',', ':'])
        .map(|it| without_ordinal(it.trim()))
        .find(|it| asks_for(part, it))?;
    let piece = piece.trim_matches(['“', '”', '"', '《', '》', ' ', '（', '）', '(', ')']);
    let n_signs = piece.chars().count();
    let verbs = [
        "要",
        "应",
        "须",
        "需",
        "请",
        "认真",
        "深入",
        "结合",
        "写明",
        "说明白",
        "包括",
        "并",
        "对",
        "做好",
        "开展",
        "报告",
        "通报",
        "明确",
        "提出",
        "制定",
        "深刻",
        "剖析",
        "分析",
        "查找",
        "检查",
        "联系",
    ];
    let is_heading = (4..=24).contains(&n_signs)
        && !verbs.iter().any(|it| piece.starts_with(it))
        && !["要", "须", "逐条", "附"]
            .iter()
            .any(|it| piece.contains(it));
    is_heading.then(|| piece.to_owned())
}

fn without_ordinal(text: &str) -> &str {
    let is_of_ordinal =
        |it: char| "一二三四五六七八九十（）()0123456789.．是、①②③④⑤⑥⑦⑧".contains(it);
    let rest = text.trim_start_matches(is_of_ordinal).trim_start();
    if rest.is_empty() { text } else { rest }
}

//! Sentences of a folded text: where one ends, which one is a headline, where an example begins. Offsets are bytes of
//! the text given.

use crate::draft::PassageKind;

/// The longest part before a colon that is a headline, in bytes.
const LONGEST_LABEL: usize = 120;
/// The longest opening of a dated example, in bytes.
const LONGEST_OPENING: usize = 120;

/// Words that introduce an example wherever a clause begins.
const MARKERS: &[&str] = &[
    "例如",
    "比如",
    "譬如",
    "再如",
    "又如",
    "再比如",
    "又比如",
    "再例如",
    "还如",
    "比方说",
    "举例来说",
    "举个例子",
    "For example",
    "for example",
    "For instance",
    "for instance",
    "e.g.",
    "E.g.",
];

fn is_closer(it: char) -> bool {
    matches!(it, '”' | '’' | '）' | ')' | '」' | '』' | '》' | '"' | '】')
}

fn is_end(it: char) -> bool {
    matches!(it, '。' | '！' | '？' | '!' | '?')
}

/// Returns where the first sentence ends, its marks included; the length of the text if it does not.
///
/// A colon ends a headline too, and so does the place where an example begins.
pub(super) fn headline_end(text: &str) -> usize {
    let mut signs = text.char_indices().peekable();
    let mut depth = 0_usize;
    while let Some((at, sign)) = signs.next() {
        let end = at + sign.len_utf8();
        let next = signs.peek().map(|it| it.1);
        match sign {
            '“' | '（' | '(' | '《' | '「' => depth += 1,
            '”' | '）' | ')' | '》' | '」' => depth = depth.saturating_sub(1),
            '\n' => return at,
            '；' | ';' if depth == 0 => return end,
            '：' | ':' if depth == 0 && end <= LONGEST_LABEL => return end,
            '.' if next.is_none_or(char::is_whitespace)
                && !text.get(..at).unwrap_or_default().ends_with("e.g") =>
            {
                return end;
            }
            it if is_end(it) => return closed(text, end),
            '，' | ',' if at > 0 && marker(text.get(end..).unwrap_or_default()) => return end,
            _ => {}
        }
    }
    text.len()
}

/// Returns where the title of a dimension ends: as a headline, or behind `…方面，` where the sentence goes on to
/// what is wrong there.
pub(super) fn title_end(text: &str) -> usize {
    let end = headline_end(text);
    let sentence = text.get(..end).unwrap_or_default();
    for (at, aspect) in sentence.match_indices("方面") {
        let after = sentence.get(at + aspect.len()..).unwrap_or_default();
        let Some(rest) = after.strip_prefix(['，', ',']) else {
            continue;
        };
        // `…方面，主要是…不够强：` is a heading as a whole, unless it only leads in.
        let leads_in = ["以下", "如下", "一些", "表现"]
            .iter()
            .any(|it| rest.contains(it));
        if rest.ends_with(['：', ':']) && !leads_in {
            break;
        }
        let goes_on = [
            "还", "仍", "主要", "存在", "尚", "有", "也", "但", "我", "能", "虽", "本人", "自己",
            "自身", "对", "与",
        ];
        if goes_on.iter().any(|it| rest.starts_with(it)) {
            return end - rest.len();
        }
    }
    end
}

/// Returns the end of the closing quotes and brackets behind a mark.
fn closed(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    end + rest.len()
        - rest
            .trim_start_matches(|it: char| is_closer(it) || is_end(it))
            .len()
}

/// Returns where each sentence of the text begins and ends.
pub(super) fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        if at < start || !(is_end(sign) || sign == '\n') {
            continue;
        }
        let end = closed(text, at + sign.len_utf8());
        all.push((start, end));
        start = end;
    }
    if start < text.len() {
        all.push((start, text.len()));
    }
    all
}

/// Whether examples may also be known by a date at the beginning of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dates {
    /// Yes: what is told happened.
    Count,
    /// No: what is told is to happen.
    DoNot,
}

/// Cuts a body into its passages; together they are the whole of it.
pub(super) fn passages(text: &str, dates: Dates) -> Vec<(PassageKind, usize, usize)> {
    let mut cutter = Passages {
        all: Vec::new(),
        kind: PassageKind::Detail,
        start: 0,
    };
    let mut is_clause = true;
    let mut is_sentence = true;
    let mut ended_at = None;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if sign.is_whitespace() && sign != '\n' {
            continue;
        }
        let rest = || text.get(at..).unwrap_or_default();
        let is_full_stop = sign == '.' && signs.peek().is_none_or(|it| it.1.is_whitespace());
        if is_clause && sign != '\n' && !is_closer(sign) {
            let is_example =
                marker(rest()) || is_sentence && dates == Dates::Count && is_dated(rest());
            if is_example {
                cutter.begin(PassageKind::Example, at);
                ended_at = None;
            } else if ended_at.take().is_some() {
                cutter.begin(PassageKind::Detail, at);
            }
        }
        let is_over = is_end(sign) || is_full_stop || sign == '\n';
        if is_over && cutter.kind == PassageKind::Example {
            ended_at = Some(at);
        }
        if !is_closer(sign) || !is_clause {
            is_clause = is_over || matches!(sign, '，' | '；' | '：' | ';' | ',' | ':' | '.');
            is_sentence = is_over || matches!(sign, '；' | ';' | '.');
        }
    }
    cutter.begin(PassageKind::Detail, text.len());
    cutter.all
}

struct Passages {
    all: Vec<(PassageKind, usize, usize)>,
    kind: PassageKind,
    start: usize,
}

impl Passages {
    fn begin(&mut self, kind: PassageKind, at: usize) {
        if at > self.start {
            self.all.push((self.kind, self.start, at));
        }
        (self.kind, self.start) = (kind, at);
    }
}

/// Tells whether a clause begins with a word that introduces an example.
fn marker(text: &str) -> bool {
    let text = text.trim_start_matches(' ');
    if MARKERS.iter().any(|it| text.starts_with(it)) {
        return true;
    }
    let Some(rest) = text.strip_prefix('如') else {
        return false;
    };
    match rest.chars().next() {
        Some('，' | ',' | '：' | ':' | '、' | '“' | '《') => true,
        Some('在') => {
            let opening = start_of(rest, LONGEST_OPENING);
            let clause = opening.split(['，', '。', '；']).next().unwrap_or_default();
            ["时", "中", "上", "期间", "过程中"]
                .iter()
                .any(|it| clause.ends_with(it))
        }
        Some(it) => {
            it.is_ascii_digit()
                || ["今年", "去年", "上半年", "下半年", "某"]
                    .iter()
                    .any(|it| rest.starts_with(it))
        }
        None => false,
    }
}

/// Tells whether a sentence tells a single case, by how it opens: a date, a time of the year, `在…时`.
fn is_dated(text: &str) -> bool {
    let opening = start_of(text, LONGEST_OPENING);
    let digits = opening.len()
        - opening
            .trim_start_matches(|it: char| it.is_ascii_digit() || is_mask(it))
            .len();
    let after = opening.get(digits..).unwrap_or_default();
    if digits > 0 {
        let parted = after.trim_start_matches(' ');
        if let Some(rest) = parted.strip_prefix('年') {
            let rest = rest.trim_start_matches([' ', '初', '底', '末']);
            return begins_with_month(rest)
                || [
                    "春",
                    "夏",
                    "秋",
                    "冬",
                    "上半年",
                    "下半年",
                    "第一季度",
                    "第二季度",
                    "第三季度",
                    "第四季度",
                ]
                .iter()
                .any(|it| rest.starts_with(it));
        }
        return begins_with_month(opening);
    }
    let times = [
        "有一次",
        "有次",
        "一次，",
        "年初，",
        "年底，",
        "上半年，",
        "下半年，",
        "去年底",
        "今年初",
        "去年年底",
        "今年年初",
        "今年上半年",
        "今年下半年",
        "去年上半年",
        "去年下半年",
        "前不久，",
        "不久前，",
    ];
    if times.iter().any(|it| opening.starts_with(it)) {
        return true;
    }
    for year in ["今年", "去年", "前年"] {
        if let Some(rest) = opening.strip_prefix(year) {
            return begins_with_month(rest.trim_start_matches([' ', '的']));
        }
    }
    is_occasion(opening)
}

/// `3月`, `12 月`, `X月`, `三月`
fn begins_with_month(text: &str) -> bool {
    let is_number =
        |it: char| it.is_ascii_digit() || is_mask(it) || "一二三四五六七八九十".contains(it);
    let rest = text.trim_start_matches(' ').trim_start_matches(is_number);
    let is_short = text.len() - rest.len() <= 9;
    let month = rest.trim_start_matches(' ').strip_prefix('月');
    is_short && rest.len() < text.trim_start_matches(' ').len() && month.is_some()
}

/// `在3月的防汛检查时，`: a single occasion, with a number, a name in marks or a mask in it.
fn is_occasion(opening: &str) -> bool {
    let Some(rest) = opening.strip_prefix('在') else {
        return false;
    };
    let clause = rest
        .split(['，', '。', '；', ','])
        .next()
        .unwrap_or_default();
    let is_time = clause.len() < rest.len()
        && ["时", "期间", "过程中"]
            .iter()
            .any(|it| clause.ends_with(it));
    is_time
        && clause
            .contains(|it: char| it.is_ascii_digit() || is_mask(it) || matches!(it, '《' | '某'))
}

fn is_mask(it: char) -> bool {
    matches!(it, 'x' | 'X' | 'Ｘ' | '×' | '*' | '＊' | '○' | '〇')
}

/// Returns the beginning of a text, at most so many bytes of it.
pub(super) fn start_of(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        let cut: Vec<String> = passages(text, Dates::Count)
            .into_iter()
            .map(|(kind, start, end)| {
                let words = text.get(start..end).expect("on a boundary");
                match kind {
                    PassageKind::Detail => words.to_owned(),
                    PassageKind::Example => format!("[{words}]"),
                }
            })
            .collect();
        assert_eq!(cut.join("|"), shown);
    }

    #[test]
    fn examples_begin_behind_any_mark_and_end_with_their_sentence() {
        check(
            "认识不深，如，只看不学。同时，学用脱节。",
            "认识不深，|[如，只看不学。]|同时，学用脱节。",
        );
        check(
            "不严。如，抓得不紧；再如，应对不及时。存在",
            "不严。|[如，抓得不紧；]|[再如，应对不及时。]|存在",
        );
        check("例如在会上没有发言。", "[例如在会上没有发言。]");
        check(
            "比如，照抄“材料。”存在问题。",
            "[比如，照抄“材料。”]|存在问题。",
        );
        check("甲。\n如：乙。\n丙。", "甲。\n|[如：乙。\n]|丙。");
        check(
            "Only plans, for example in May. Later too.",
            "Only plans, |[for example in May. ]|Later too.",
        );
    }

    #[test]
    fn words_that_look_like_markers_are_none() {
        for text in [
            "现将有关情况汇报如下。",
            "在如何激励上，如何做不清楚。",
            "有些事，如果不抓就落空。",
            "如今，条件好了。",
            "思想松懈，如同旁观。",
            "在工作中，主动性不强。",
            "2024年度，学习不够。",
            "2025年以来，抓得不紧。",
            "今年以来，学习不够。",
            "在学习时，不求甚解。",
            "三月有余。",
        ] {
            let shown: Vec<_> = passages(text, Dates::Count)
                .into_iter()
                .map(|it| it.0)
                .collect();
            assert_eq!(shown, [PassageKind::Detail], "{text}");
        }
    }

    #[test]
    fn a_date_opens_an_example() {
        check(
            "落实不力。2025年3月，检查走了过场。整改慢。",
            "落实不力。|[2025年3月，检查走了过场。]|整改慢。",
        );
        check("3月12日，没有到场。", "[3月12日，没有到场。]");
        check(
            "今年5月的会上，我没有发言。",
            "[今年5月的会上，我没有发言。]",
        );
        check("XX年X月，没有到场。", "[XX年X月，没有到场。]");
        check("2025 年 3 月，没有到场。", "[2025 年 3 月，没有到场。]");
        check(
            "在2025年防汛检查时，只看台账。",
            "[在2025年防汛检查时，只看台账。]",
        );
        check("如2025年6月，没有到场。", "[如2025年6月，没有到场。]");
        check("有一次，没有到场。", "[有一次，没有到场。]");
        let shown = passages("2025年3月，完成。", Dates::DoNot);
        assert_eq!(shown.first().map(|it| it.0), Some(PassageKind::Detail));
    }

    #[test]
    fn a_headline_is_the_first_sentence() {
        for (text, headline) in [
            ("学习不全面。主观认为", "学习不全面。"),
            ("讲“一言堂。”后文", "讲“一言堂。”"),
            ("学习不够：表现在", "学习不够："),
            ("学习不够；作风不实", "学习不够；"),
            ("学习不够，如，只看不学。", "学习不够，"),
            ("学习不够", "学习不够"),
            ("Reading is shallow. Only headlines", "Reading is shallow."),
            ("version 1.5 is old. So", "version 1.5 is old."),
            ("标题\n正文", "标题"),
        ] {
            assert_eq!(text.get(..headline_end(text)), Some(headline));
        }
        let title = "在理论学习方面，还存在学习不深的问题。";
        assert_eq!(title.get(..title_end(title)), Some("在理论学习方面，"));
        let title = "关于政治功能方面，主要是作用不够强：支部";
        assert_eq!(
            title.get(..title_end(title)),
            Some("关于政治功能方面，主要是作用不够强：")
        );
        let title = "对照政治方面，廉洁方面。一是";
        assert_eq!(
            title.get(..title_end(title)),
            Some("对照政治方面，廉洁方面。")
        );
    }

    #[test]
    fn sentences_are_the_whole_text() {
        let text = "甲。乙！”丙\n丁";
        let cut: Vec<_> = sentences(text)
            .into_iter()
            .map(|(a, b)| text.get(a..b))
            .collect();
        assert_eq!(cut, [Some("甲。"), Some("乙！”"), Some("丙\n"), Some("丁")]);
    }
}

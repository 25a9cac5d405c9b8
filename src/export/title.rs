//! Where a long title is broken: GB/T 9704-2012, 7.3.1, wants a break at a sense boundary and lines that are centred
//! and balanced. Chinese has no blanks to tell words by, so the words of the genre are listed here; elsewhere the
//! line breaks where nothing speaks against it.

/// Words that a title of the genre is made of. A break inside of one is nonsense, a break at its edge is sense.
const WORDS: &[&str] = &[
    "习近平新时代中国特色社会主义思想",
    "全面从严治党",
    "党风廉政建设",
    "中央八项规定精神",
    "专题民主生活会",
    "专题组织生活会",
    "民主生活会",
    "组织生活会",
    "民主评议党员",
    "领导班子成员",
    "领导班子",
    "领导干部",
    "党员干部",
    "党支部书记",
    "支部委员会",
    "党支部",
    "班子成员",
    "个人对照检查",
    "对照检查",
    "对照检视",
    "自我剖析",
    "党性分析",
    "自我鉴定",
    "自我评价",
    "自查自纠",
    "自查",
    "剖析",
    "检视",
    "检查",
    "述职述廉",
    "述职",
    "发言提纲",
    "主题教育",
    "学习贯彻",
    "贯彻落实",
    "树立和践行",
    "正确政绩观",
    "党纪学习教育",
    "学习教育",
    "巡视整改",
    "巡察整改",
    "巡视",
    "巡察",
    "整改落实",
    "整改台账",
    "整改情况",
    "整改",
    "情况报告",
    "工作报告",
    "工作总结",
    "情况说明",
    "年度考核",
    "个人",
    "材料",
    "报告",
    "总结",
    "方案",
    "情况",
    "工作",
    "问题",
    "专题",
    "会议",
    "精神",
    "关于",
    "思想",
    "作风",
    "纪律",
    "建设",
    "开展",
    "落实",
    "加强",
    "事故",
    "事件",
    "复盘",
    "教师",
    "教育",
    "学习",
    "党员",
    "支部",
    "党委",
    "党组",
    "机关",
    "单位",
    "中心",
    "学校",
    "学院",
    "医院",
    "公司",
    "中学",
    "小学",
    "街道",
    "社区",
    "委员会",
    "办公室",
    "管理局",
    "分局",
    "大学",
];

/// Words that lean on what stands before them.
const LEANING: &[&str] = &["同志", "方面", "期间", "活动"];

/// Signs that lean on what stands before them.
const NOT_FIRST: &str = "的地得了着过们之性化者度年月日号届次期、，。；：？！）》”’」』〉】—…·%％";
/// Signs that lean on what follows them.
const NOT_LAST: &str = "（《“‘「『〈【第和与及并对从在以为向把被将于各本该两—…·";

/// Returns a title in as few lines as its length needs, each of at most `most` characters, broken by sense.
pub(super) fn title_lines(title: &str, most: usize) -> Vec<String> {
    let signs: Vec<char> = title.chars().collect();
    let width = width(&signs);
    let most = most.max(2) * 2;
    if width <= most {
        return vec![title.to_owned()];
    }
    let costs = costs(&signs);
    let mut n_lines = width.div_ceil(most);
    // A line that must hold a long word together may need one more.
    while n_lines <= signs.len() {
        if let Some(lines) = broken(&signs, &costs, n_lines, most, width) {
            return lines;
        }
        n_lines += 1;
    }
    vec![title.to_owned()]
}

/// Breaks into exactly so many lines at the least cost; `None` if no line may then be so short.
fn broken(
    signs: &[char],
    costs: &[Option<usize>],
    n_lines: usize,
    most: usize,
    whole: usize,
) -> Option<Vec<String>> {
    let n = signs.len();
    let ideal = whole / n_lines;
    // best[k][at]: the least cost of `k` lines that end before `at`, and where the last of them begins.
    let mut best: Vec<Vec<Option<(usize, usize)>>> = vec![vec![None; n + 1]; n_lines + 1];
    best[0][0] = Some((0, 0));
    for line in 1..=n_lines {
        for to in 1..=n {
            let Some(at_end) = (if to == n { Some(0) } else { costs[to] }) else {
                continue;
            };
            for from in (0..to).rev() {
                let own = width(&signs[from..to]);
                if own > most {
                    break;
                }
                let Some((before, _)) = best[line - 1][from] else {
                    continue;
                };
                let off = own.abs_diff(ideal);
                let cost = before + at_end + off * off;
                if best[line][to].is_none_or(|it| cost < it.0) {
                    best[line][to] = Some((cost, from));
                }
            }
        }
    }
    let mut lines = Vec::new();
    let mut to = n;
    for line in (1..=n_lines).rev() {
        let (_, from) = best[line][to]?;
        lines.push(signs[from..to].iter().collect::<String>().trim().to_owned());
        to = from;
    }
    lines.reverse();
    Some(lines)
}

/// Returns what a break before each character costs; `None` where there must be none.
fn costs(signs: &[char]) -> Vec<Option<usize>> {
    const SENSE: usize = 0;
    const EDGE: usize = 10;
    // As bad as a line that is twelve characters off.
    const UNKNOWN: usize = 600;
    let mut costs: Vec<Option<usize>> = vec![Some(UNKNOWN); signs.len()];
    for at in 1..signs.len() {
        let written = signs[..at].iter().rfind(|it| !it.is_whitespace());
        let (before, after) = (*written.unwrap_or(&' '), signs[at]);
        let is_latin = |it: char| it.is_ascii_alphanumeric() || "-./_".contains(it);
        let is_number = |it: char| it.is_ascii_digit() || "〇一二三四五六七八九十".contains(it);
        if after.is_whitespace()
            || NOT_FIRST.contains(after)
            || NOT_LAST.contains(before)
            || (is_latin(signs[at - 1]) && is_latin(after))
            || (is_number(before) && is_number(after))
        {
            costs[at] = None;
        } else if "的、，：；”》）年".contains(before) || before == '度' || "“《（".contains(after)
        {
            costs[at] = Some(SENSE);
        }
    }
    // Nothing in brackets or quotes is broken unless it is longer than a line, which the next lines' count sees.
    let mut depth = 0_usize;
    for at in 0..signs.len() {
        if depth > 0 && costs[at].is_some() {
            costs[at] = Some(UNKNOWN * 2);
        }
        match signs[at] {
            '“' | '《' | '（' | '〈' | '「' => depth += 1,
            '”' | '》' | '）' | '〉' | '」' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    for word in LEANING {
        let word: Vec<char> = word.chars().collect();
        for at in 1..signs.len() {
            if signs[at..].starts_with(&word) {
                costs[at..at + word.len()].fill(None);
                if let Some(it) = costs.get_mut(at + word.len()) {
                    *it = it.map(|_| EDGE);
                }
            }
        }
    }
    let mut at = 0;
    while at < signs.len() {
        let found = (WORDS.iter())
            .map(|it| it.chars().collect::<Vec<char>>())
            .filter(|it| signs[at..].starts_with(it))
            .map(|it| it.len())
            .max();
        let Some(length) = found else {
            at += 1;
            continue;
        };
        for it in &mut costs[at + 1..at + length] {
            *it = None;
        }
        for edge in [at, at + length] {
            if let Some(it) = costs.get_mut(edge) {
                *it = it.map(|it| it.min(EDGE));
            }
        }
        at += length;
    }
    costs
}

/// Returns how wide signs are, in halves of a character.
fn width(signs: &[char]) -> usize {
    signs
        .iter()
        .map(|it| if it.is_ascii() { 1 } else { 2 })
        .sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(title: &str, lines: &[&str]) {
        assert_eq!(title_lines(title, 20), lines);
    }

    #[test]
    fn a_long_title_is_broken_by_sense() {
        check(
            "2025年度民主生活会个人对照检查材料",
            &["2025年度民主生活会个人对照检查材料"],
        );
        check(
            "县水务局党组班子2025年度民主生活会个人对照检查材料",
            &["县水务局党组班子2025年度", "民主生活会个人对照检查材料"],
        );
        check(
            "关于2025年度学习贯彻中央八项规定精神专题民主生活会的个人对照检查材料",
            &[
                "关于2025年度学习贯彻中央八项规定精神",
                "专题民主生活会的个人对照检查材料",
            ],
        );
        check(
            "清溪县第二中学党支部党员李明远同志在“树立和践行正确政绩观”专题组织生活会上的发言提纲",
            &[
                "清溪县第二中学党支部党员李明远同志",
                "在“树立和践行正确政绩观”",
                "专题组织生活会上的发言提纲",
            ],
        );
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_no_line_too_long(title in "[的党员年度“”《》、个人材料2025ab （）一]{0,80}", most in 8_usize..30) {
            let lines = title_lines(&title, most);
            let bare = |it: &str| it.chars().filter(|it| !it.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&title));
            if lines.len() > 1 {
                for line in &lines {
                    prop_assert!(width(&line.chars().collect::<Vec<_>>()) <= most * 2);
                }
                for line in &lines[1..] {
                    prop_assert!(!line.starts_with(['的', '、', '”']));
                }
                for line in &lines[..lines.len() - 1] {
                    prop_assert!(!line.ends_with(['“', '《', '（']));
                }
            }
        }
    }
}

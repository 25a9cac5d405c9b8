//! What stands around a text on a page and is no part of it: navigation, dates of publication, page numbers, rules,
//! and signs put between lines against copying. Judges a line alone, not its place.

use crate::import::Aside;

/// The longest line that can be part of a page, in characters.
const LONGEST: usize = 60;

/// How lines of a page begin.
const BEGINNINGS: &[&str] = &[
    "浏览量",
    "浏览次数",
    "浏览：",
    "阅读量",
    "阅读次数",
    "阅读：",
    "点击数",
    "点击量",
    "点击次数",
    "点击：",
    "发布时间",
    "发布日期",
    "发布者",
    "发布人",
    "发布单位：",
    "更新时间",
    "上传时间",
    "录入时间",
    "来源：",
    "来源:",
    "文章来源",
    "信息来源",
    "作者：",
    "作者:",
    "编辑：",
    "编辑:",
    "责任编辑",
    "审核：",
    "字号：",
    "字号:",
    "字体：",
    "字体大小",
    "【字体",
    "[字体",
    "当前位置",
    "您的位置",
    "您现在的位置",
    "所在位置",
    "首页 ",
    "首页>",
    "首页 >",
    "上一篇",
    "下一篇",
    "上一页",
    "下一页",
    "相关文章",
    "相关推荐",
    "相关阅读",
    "相关热词",
    "推荐阅读",
    "热门文章",
    "热门推荐",
    "热门搜索",
    "猜你喜欢",
    "版权声明",
    "版权所有",
    "免责声明",
    "打印本页",
    "打印此页",
    "关闭窗口",
    "返回顶部",
    "返回列表",
    "分享到",
    "分享至",
    "收藏本",
    "下载本文",
    "下载地址",
    "点击下载",
    "立即下载",
    "文档下载",
    "扫一扫",
    "扫描二维码",
    "微信扫",
    "关注公众号",
    "关注我们",
    "微信公众号",
    "http://",
    "https://",
    "www.",
    "copyright",
    "©",
    "icp备",
    "本文来自",
    "本文由",
    "本文链接",
    "本文地址",
    "更多范文",
    "更多文章",
    "更多内容",
    "范文大全",
    "标签：",
    "标签:",
    "关键词：",
    "导语：",
    "时间：20",
    "时间:20",
    "日期：20",
    "日期:20",
    "字数：",
    "文章标题：",
    "编号：",
    "登录",
    "注册",
    "网站地图",
    "联系我们",
];

/// What stands somewhere in lines of a page.
const INSIDE: &[&str] = &[
    "浏览量：",
    "浏览量:",
    "浏览次数：",
    "发布时间：",
    "发布时间:",
    "点击数：",
    "阅读次数：",
    "打印本页",
    "责任编辑：",
    "关闭窗口",
    "icp备",
    "icp证",
];

/// Says why a line has no place in a report whatever stands around it; `None` for an ordinary line.
pub(super) fn judged(folded: &str) -> Option<Aside> {
    let line = folded.trim();
    let n_signs = line.chars().take(LONGEST + 1).count();
    if n_signs == 0 || n_signs > LONGEST {
        return None;
    }
    if is_page_number(line) || is_page_line(line) {
        return Some(Aside::PageChrome);
    }
    is_junk(line).then_some(Aside::Junk)
}

fn is_page_line(line: &str) -> bool {
    if line.ends_with(['。', '；']) {
        return false;
    }
    let lower = line.to_ascii_lowercase();
    BEGINNINGS.iter().any(|it| lower.starts_with(it)) || INSIDE.iter().any(|it| lower.contains(it))
}

/// `— 1 —`, `- 2 -`, `第1页`, `第1页 共5页`, `1/5`
fn is_page_number(line: &str) -> bool {
    let dashes = |it: char| matches!(it, '—' | '-' | '－' | '–' | '―') || it.is_whitespace();
    let inner = line.trim_matches(dashes);
    let is_number =
        |it: &str| !it.is_empty() && it.len() < 5 && it.bytes().all(|it| it.is_ascii_digit());
    if inner.len() < line.len() && is_number(inner) {
        return line.starts_with(dashes) && line.ends_with(dashes);
    }
    let counted: String = line.chars().filter(|it| !it.is_whitespace()).collect();
    let is_page_of = |it: &str| {
        it.strip_prefix('第')
            .and_then(|it| it.strip_suffix('页'))
            .is_some_and(is_number)
    };
    match counted.split_once(['共', '/']) {
        Some((page, total)) => {
            let page = page.trim_end_matches(['，', ',', '/']);
            is_page_of(page) && is_number(total.trim_end_matches('页').trim_start_matches('共'))
                || is_number(page) && is_number(total) && counted.contains('/')
        }
        None => is_page_of(&counted),
    }
}

/// Tells whether a line is made of signs only: a rule, or what pages put between lines against copying.
fn is_junk(line: &str) -> bool {
    let mut n_words = 0;
    let mut n_strange = 0;
    let mut n_signs = 0;
    for it in line.chars().filter(|it| !it.is_whitespace()) {
        n_signs += 1;
        if !it.is_ascii() && it.is_alphanumeric() {
            return false;
        }
        if it.is_ascii_alphanumeric() {
            n_words += 1;
        } else if "[]{}<>$#@%^~|\\+=_*;`".contains(it) {
            n_strange += 1;
        }
    }
    let is_rule = n_words == 0 && n_signs >= 3;
    // A mark that stands alone closes a quotation or a list; somebody wrote it.
    let is_scrambled = n_words > 0 && n_strange >= 2 && n_words <= 3 * n_strange && n_signs <= 20;
    is_rule || is_scrambled && has_no_word(line)
}

/// Tells whether no word of three letters or more stands in the line, and no ordinal.
fn has_no_word(line: &str) -> bool {
    let mut words = line.split(|it: char| !it.is_ascii_alphabetic());
    words.all(|it| it.len() < 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_the_page_is_known() {
        for line in [
            "浏览量：1024",
            "发布时间：2025-01-06 来源：本站",
            "首页 > 公文 > 剖析材料",
            "上一篇：述职报告",
            "— 3 —",
            "- 12 -",
            "第1页 共5页",
            "第 2 页",
            "3/12",
            "Copyright 2025",
        ] {
            assert_eq!(judged(line), Some(Aside::PageChrome), "{line}");
        }
        for line in ["8 J4 ]$ j(", "--------", "＊＊＊＊＊", "~~ #3 ^", "……………"] {
            assert_eq!(judged(line), Some(Aside::Junk), "{line}");
        }
    }

    #[test]
    fn words_of_a_report_are_left_alone() {
        for line in [
            "",
            "打印材料时习惯单面打印，存在浪费现象。",
            "来源于群众的意见，没有及时回应。",
            "下一步工作打算",
            "一、存在的主要问题",
            "2026年1月15日",
            "XX镇",
            "**",
            "作者没有署名。",
            "(1) Too slow.",
            "A&B (2025)",
            "3.14",
            "”",
        ] {
            assert_eq!(judged(line), None, "{line}");
        }
    }
}

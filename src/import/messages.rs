//! What is remarked about a file that was taken, in both languages.

crate::messages! {
    /// Where a text set aside came from.
    line_number(line: usize) { zh: "第{line}行", en: "line {line}" }
    /// [`Aside::NoPlace`](super::Aside::NoPlace).
    no_place() {
        zh: "看不出这一行放在哪里，已放进暂不使用的内容",
        en: "no place was found for this line; it was set aside",
    }
    /// [`Aside::PageChrome`](super::Aside::PageChrome).
    page_chrome() {
        zh: "这一行像是网页或页眉页脚上的字，已放进暂不使用的内容",
        en: "this line looks like part of a web page or a page header, not of the report; it was set aside",
    }
    /// [`Aside::Junk`](super::Aside::Junk).
    junk() {
        zh: "这一行没有文字，像是乱码或分隔线，已放进暂不使用的内容",
        en: "this line holds no words, only signs; it was set aside",
    }
    /// [`Aside::TitleAgain`](super::Aside::TitleAgain).
    title_again() {
        zh: "标题重复出现，多出的一个已放进暂不使用的内容",
        en: "the title stands here again; this one was set aside",
    }
    /// [`Aside::Table`](super::Aside::Table).
    table() {
        zh: "这里有一张表格，表中文字已放进暂不使用的内容",
        en: "there is a table here; its words were set aside",
    }
    /// [`Notice::ControlsDropped`](super::Notice::ControlsDropped).
    controls_dropped(path: &str, count: usize) {
        zh: "{path} 里有{count}个看不见的控制字符，已略去",
        en: "{path} held {count} invisible control characters, which were left out",
    }
    /// [`Notice::SectionAdded`](super::Notice::SectionAdded).
    section_added(title: &str) {
        zh: "模板里没有这个部分，已加上：{title}",
        en: "the template has no such section; it was added: {title}",
    }
    /// [`Aside::Beside`](super::Aside::Beside).
    beside() {
        zh: "这是正文以外的文字，如脚注、目录，已放进暂不使用的内容",
        en: "this stands beside the text, such as a footnote or a table of contents; it was set aside",
    }
    /// [`Notice::RoleAgain`](super::Notice::RoleAgain).
    role_again() {
        zh: "前面已有同样的部分，这一部分按普通正文保留",
        en: "an earlier section is for the same; this one was kept as a plain text",
    }
    /// [`Notice::OutOfOrder`](super::Notice::OutOfOrder).
    out_of_order(ordinal: &str) {
        zh: "序号{ordinal}与前面不连续，导出时会重新编号",
        en: "{ordinal} does not follow the number before it; exports count anew",
    }
    /// [`Notice::LastYearInOpening`](super::Notice::LastYearInOpening).
    last_year_in_opening() {
        zh: "开头写了上年度的整改情况，这几句已归入上年度整改情况",
        en: "the opening tells what became of last year; from here it was taken for the section about that",
    }
    /// [`Notice::OtherYear`](super::Notice::OtherYear).
    other_year(stated: u16, year: u16, occasion: &str, alike: usize, of: usize) {
        zh: "题目写的是{stated}年，{of}个方面里有{alike}个是{year}年{occasion}的，请对照通知核对",
        en: "The title says {stated}, but {alike} of {of} dimensions are those of {year} ({occasion}): compare with the notice",
    }
    /// [`Notice::NoHeadings`](super::Notice::NoHeadings).
    no_headings() {
        zh: "没有看到标题，从这一行起都当作问题，请对照核对",
        en: "no headings were found; from this line on everything was taken for problems, please check",
    }
}

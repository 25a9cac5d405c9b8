//! What is said of a batch of reports, in both languages.

crate::messages! {
    /// Why a file was not read, and what to do.
    why_and_next(what: &str, next: &str) { zh: "{what}。{next}", en: "{what}. {next}" }
    /// A link, a pipe or a folder too deep.
    no_file() { zh: "不是普通文件（链接、设备，或者文件夹套得太深），没有读。", en: "it is no plain file (a link, a device or a folder too deep) and was not read." }
    /// Text of another ending.
    other_kind() { zh: "不是 .txt、.md、.docx，没有读。", en: "it is no .txt, .md or .docx and was not read." }
    /// A draft that cannot be read.
    damaged() { zh: "草稿的文件已损坏，读不出内容；用 pouxi doctor 看一看。", en: "the files of the draft are damaged, nothing can be read; see pouxi doctor." }

    /// The page for reading.
    heading(n: usize) { zh: "材料检查：{n}份", en: "Reports: {n}" }
    /// Columns.
    head_name() { zh: "文件", en: "File" }
    /// As above.
    head_title() { zh: "题目", en: "Title" }
    /// As above.
    head_characters() { zh: "字数", en: "Characters" }
    /// As above.
    head_parts() { zh: "部分", en: "Parts" }
    /// As above.
    head_error() { zh: "必须看", en: "Must" }
    /// As above.
    head_warn() { zh: "建议看", en: "Should" }
    /// As above.
    head_info() { zh: "供参考", en: "May" }
    /// As above.
    head_nearest() { zh: "最像", en: "Most alike" }
    /// Under a table with points.
    scored_by(name: &str, mark: &str) {
        zh: "得分按《{name}》{mark}，只算电脑能算的部分；! 表示有硬伤。",
        en: "Score by {name}{mark}: what a program can count; ! marks what is unfit as it stands.",
    }
    /// A report without title.
    untitled() { zh: "（没有题目）", en: "(no title)" }
    /// All parts are there.
    all_parts() { zh: "齐全", en: "all" }
    /// Some are not.
    missing(names: &str) { zh: "缺{names}", en: "no {names}" }
    /// Between names.
    comma() { zh: "、", en: ", " }
    /// The second list.
    pairs_heading(n: usize) { zh: "互相相似：{n}对", en: "Alike: {n} pairs" }
    /// A pair.
    pair(one: &str, other: &str, percent: usize) { zh: "{one} 和 {other}：{percent}%", en: "{one} and {other}: {percent}%" }
    /// What percent is of.
    pairs_note() {
        zh: "百分数是短的一份里，有多少字所在的句子和另一份的句子相似。很多份都有的话不算。像不像由电脑数，是不是抄要人来看。",
        en: "Percent: how much of the shorter report stands in sentences like those of the other. What many of them have does not count. A program counts likeness; whether it was copied is for a person to judge.",
    }
    /// What was not read.
    skipped_heading(n: usize) { zh: "没有读的：{n}个", en: "Not read: {n}" }
    /// A file and why it was not read.
    skipped(name: &str, reason: &str) { zh: "{name}：{reason}", en: "{name}: {reason}" }
    /// Under everything.
    cannot_judge() {
        zh: "电脑只能查格式和前后对应，查不出深不深、真不真。",
        en: "A program sees form and gaps; it cannot judge depth or sincerity.",
    }
}

//! What is said about versions and differences, in both languages, on the screen and by commands alike.

use super::Moment;
use crate::locale::Lang;

crate::messages! {
    /// Nothing differs.
    no_difference() { zh: "没有差别。", en: "There is no difference." }
    /// The texts are the same.
    only_choices_differ() { zh: "文字没有差别，只有选项、对应关系或顺序不同。", en: "The words are the same; choices, links or order differ." }
    /// Before the differences of two versions.
    account(n: usize, come: usize, gone: usize) {
        zh: "{n}处文字不同：加了{come}字，删了{gone}字。[加：]里是后来加的，[删：]里是后来删的。",
        en: "Texts that differ: {n}; characters that came: {come}, that went: {gone}. [new: ] came later, [gone: ] was taken out.",
    }
    /// Before the differences of what was recovered.
    account_of_recovery(n: usize, come: usize, gone: usize) {
        zh: "{n}处文字不同：{come}字只有找回的有，{gone}字只有存盘的有。",
        en: "Texts that differ: {n}; characters only in what was recovered: {come}, only in what was saved: {gone}.",
    }
    /// Behind one of the two above.
    choices_differ_too() { zh: "选项、对应关系或顺序也有不同。", en: " Choices, links or order differ too." }
    /// Behind the name of a text.
    tally(come: usize, gone: usize) { zh: "（+{come}字 -{gone}字）", en: " (+{come} -{gone})" }
    /// Words that only the old version has.
    gone(words: &str) { zh: "[删：{words}]", en: "[gone: {words}]" }
    /// Words that only the new version has.
    come(words: &str) { zh: "[加：{words}]", en: "[new: {words}]" }
    /// Words that only what was saved has.
    saved(words: &str) { zh: "[存盘：{words}]", en: "[saved: {words}]" }
    /// Words that only what was recovered has.
    found(words: &str) { zh: "[找回：{words}]", en: "[recovered: {words}]" }

    /// [`Moment::Made`].
    made() { zh: "刚建好时", en: "as it was made" }
    /// [`Moment::Earliest`].
    earliest() { zh: "能找到的最早的样子", en: "the earliest there is" }
    /// [`Moment::Sitting`].
    sitting() { zh: "停笔时", en: "before a pause" }
    /// [`Moment::Day`].
    day() { zh: "当天最后的样子", en: "end of the day" }
    /// [`Moment::Exported`].
    exported(format: &str) { zh: "导出过（{format}）", en: "handed out ({format})" }
    /// [`Moment::BeforeImport`].
    before_import() { zh: "导入之前", en: "before an import" }
    /// [`Moment::BeforeTemplate`].
    before_template() { zh: "换模板之前", en: "before a change of template" }
    /// [`Moment::BeforeReplacing`].
    before_replacing() { zh: "全部替换之前", en: "before replacing all" }
    /// [`Moment::BeforeErasing`].
    before_erasing(n: usize) { zh: "删掉{n}字之前", en: "before {n} characters were erased" }
    /// [`Moment::BeforeRestoring`].
    before_restoring(rev: u64) { zh: "恢复成版本{rev}之前", en: "before version {rev} was restored" }
    /// [`Moment::Now`].
    now() { zh: "现在", en: "now" }
    /// Between moments.
    comma() { zh: "，", en: ", " }
}

/// Returns what makes a version one to come back to, in words.
pub fn moments(lang: Lang, moments: &[Moment]) -> String {
    let words: Vec<String> = moments.iter().rev().map(|it| moment(lang, it)).collect();
    words.join(&comma(lang))
}

fn moment(lang: Lang, moment: &Moment) -> String {
    match moment {
        Moment::Made => made(lang),
        Moment::Earliest => earliest(lang),
        Moment::Sitting => sitting(lang),
        Moment::Day => day(lang),
        Moment::Exported(format) => exported(lang, format),
        Moment::BeforeImport => before_import(lang),
        Moment::BeforeTemplate => before_template(lang),
        Moment::BeforeReplacing => before_replacing(lang),
        Moment::BeforeErasing(n) => before_erasing(lang, *n),
        Moment::BeforeRestoring(rev) => before_restoring(lang, *rev),
        Moment::Now => now(lang),
    }
}

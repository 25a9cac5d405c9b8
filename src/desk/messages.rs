//! What a person reads about kinds of report, in both languages.

crate::messages! {
    /// A file of the folder of templates that is none.
    template_too_long() {
        zh: "不是模板文件，没有读；请把它移走",
        en: "this is no template file and was not read; move it elsewhere",
    }
    /// An own template with the id of a built-in one.
    template_id_built_in(id: &str) {
        zh: "编号 {id} 是自带模板的编号，请换一个，例如 {id}-own",
        en: "id: {id} is that of a built-in template; use another, such as {id}-own",
    }
    /// Two own templates of one id.
    template_id_taken(id: &str, by: &str) {
        zh: "{by} 已经用了编号 {id}，请换一个",
        en: "id: {by} has the id {id} already; use another",
    }
    /// A file of the folder of word lists that is none.
    words_too_long(kib: u64) {
        zh: "词表最大 {kib}KB，这个文件没有读；请改小或者移走",
        en: "a word list has {kib} KB at most and this file was not read; make it smaller, or move it elsewhere",
    }
    /// No word list is called that.
    no_word_list(known: &str) {
        zh: "没有叫这个名字的词表，请改名或者移走；能用的名字：{known}",
        en: "there is no word list of this name; rename the file, or move it elsewhere; the names are: {known}",
    }
    /// As above, with the name that was probably meant.
    no_word_list_near(nearest: &str) {
        zh: "没有叫这个名字的词表，大概是 {nearest}.txt，请改名",
        en: "there is no word list of this name; it is probably meant to be {nearest}.txt, rename it",
    }
    /// The draft's template is not known here.
    template_missing(id: &str) {
        zh: "找不到这份材料的模板 {id}，先用通用的问题来问；写好的都在。",
        en: "Its template {id} is not here: the general questions are asked. All you wrote is here.",
    }
    /// Which problem of a dimension.
    nth_problem(number: usize) { zh: "问题{number}", en: "problem {number}" }
    /// A remark that stands as a sentence of its own.
    sentence(words: &str) { zh: "{words}。", en: "{words}." }
}
